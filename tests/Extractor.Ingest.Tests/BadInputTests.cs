using System.Text;

namespace Extractor.Ingest.Tests;

/// <summary>One bad file never stops a run and is never silent.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, byte[], string, string> BadFiles() => new()
    {
        { "empty.txt", [], "Empty", "It is empty (0 bytes)." },
        { "blank.txt", " \n\t\n"u8.ToArray(), "Empty", "It holds nothing but white space." },
        { "empty.html", [], "Empty", "It is empty (0 bytes)." },
        { "empty.zip", [], "Empty", "It is empty (0 bytes)." },
        { "binary.txt", [0, 1, 2, 3, 0, 0, 9], "Binary", "It is not text: it holds a zero byte at offset 0." },
        { "document.txt", "%PDF-1.4 and so on"u8.ToArray(), "Binary", "It is a PDF file, not text; convert it to text or HTML." },
        { "invalid.txt", [.. "Exports rose by 5"u8, 0xff, 0xfe, .. " percent"u8], "Undecodable", "Byte 17 (0xff) is not valid UTF-8" },
        { "line.txt", Encoding.ASCII.GetBytes("First.\n" + new string('a', 2_000_000)), "LineTooLong", "Line 2 has 2000000 characters, beyond the limit of 1048576" },
        { "nest.html", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<div>", 10_000)) + "x"), "TooDeep", "Its tags are nested 10000 deep, beyond the limit of 1000" },
        { "links.html", "<html><body></body></html>"u8.ToArray(), "NoArticle", "The page was read, but holds no article text" },
        { "cut.txt.gz", Archives.Gzip(Pages.Article())[..^20], "Corrupt", "The gzip data ends early, at byte" },
        { "noise.gz", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 9, 9, 9, 9, 9, 9], "Corrupt", "The gzip data is damaged before byte" },
        { "cut.zip", Archives.Zip(("a.txt", "Text."u8.ToArray()))[..^30], "Corrupt", "The archive or compressed data is damaged" },
        { "no.tar", Encoding.ASCII.GetBytes(new string('x', 3000)), "Corrupt", "" },
        { "mail.eml", "\n\nno header"u8.ToArray(), "BadRecord", "It is no mail message" },
        { "crawl.warc", "nothing of the kind\r\n"u8.ToArray(), "Corrupt", "" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void Each_bad_file_says_what_is_wrong_and_the_next_is_read(string name, byte[] content, string kind, string reason)
    {
        folder.Add(name, content);
        folder.Add("zz.txt", "Exports rose by 5 percent.");

        var read = folder.Read();

        var failure = Assert.Single(read.OfType<IngestFailure>());
        Assert.Equal((name, kind), (failure.Doc, failure.Kind.ToString()));
        Assert.StartsWith(reason, failure.Reason, StringComparison.Ordinal);
        Assert.Equal("zz.txt", Assert.Single(read.OfType<IngestedDocument>()).Doc);
    }

    [Fact]
    public void A_path_that_does_not_exist_is_named()
    {
        var failure = Assert.IsType<IngestFailure>(Assert.Single(new DocumentReader().ReadAll(["/no/such/folder"])));

        Assert.Equal(new IngestFailure("/no/such/folder", "/no/such/folder", FailureKind.Missing, "There is no such file or folder. Check the path."), failure);
    }

    [Fact]
    public void A_file_that_vanished_after_it_was_listed_is_named()
    {
        var path = folder.Add("a.txt", "Text.");
        var reader = new DocumentReader();
        var items = reader.Enumerate([folder.Path]).ToList();
        File.Delete(path);

        Assert.Equal(FailureKind.Missing, Assert.IsType<IngestFailure>(reader.Read(Assert.Single(items))).Kind);
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_named()
    {
        // Root may read everything; a folder under a file's name cannot be read as a file by anyone.
        var item = new WorkItem("a.txt", folder.Path) { Format = SourceFormat.Text };

        var failure = Assert.IsType<IngestFailure>(new DocumentReader().Read(item));

        Assert.Equal(FailureKind.Unreadable, failure.Kind);
    }

    [Fact]
    public void A_huge_file_is_refused_before_it_is_read()
    {
        using (var file = File.Create(folder.File("huge.txt"))) file.SetLength(50L << 20);

        var failure = Assert.IsType<IngestFailure>(Assert.Single(folder.Read()));

        Assert.Equal(FailureKind.TooLarge, failure.Kind);
        Assert.StartsWith("It holds 50 MB, beyond the limit of 16 MB for one document", failure.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", "Line 2: it is not JSON at byte 1 of the line.")]
    [InlineData("{\"title\":\"x\"}", "Line 2: the field doc is missing; it has title.")]
    [InlineData("{\"doc\":\"a.txt\",\"published\":\"soon\"}", "Line 2: the date 'soon' cannot be read; write it as YYYY-MM-DD.")]
    public void A_bad_line_of_metadata_is_named_and_the_others_hold(string line, string reason)
    {
        folder.Add("a.txt", "Text.");
        folder.Add("metadata.jsonl", "{\"doc\":\"a.txt\",\"title\":\"T\"}\n" + line + "\n");

        var read = folder.Read();

        var failure = Assert.Single(read.OfType<IngestFailure>());
        Assert.Equal(("metadata.jsonl", FailureKind.BadMetadata, reason), (failure.Doc, failure.Kind, failure.Reason));
        Assert.Equal("T", Assert.Single(read.OfType<IngestedDocument>()).Document.Metadata.Title);
    }

    public static TheoryData<string, string> HarmfulPages() => new()
    {
        { "attributes", "<p " + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"a{i}=1 ")) + ">x" },
        { "left open", string.Concat(Enumerable.Range(0, 900).Select(i => $"<b id={i}>")) + string.Concat(Enumerable.Repeat("<p>x</p>", 20_000)) },
        { "deep tables", string.Concat(Enumerable.Repeat("<table><tr><td>", 5_000)) },
        { "deep lists", string.Concat(Enumerable.Repeat("<ul><li>", 5_000)) },
    };

    [Theory]
    [MemberData(nameof(HarmfulPages))]
    public void A_page_made_to_do_harm_is_refused_at_once(string way, string html)
    {
        _ = way;
        folder.Add("a.html", html);

        Assert.Equal(FailureKind.TooDeep, Assert.IsType<IngestFailure>(Assert.Single(folder.Read())).Kind);
        Assert.InRange(BestOfThree(() => folder.Read()), 0, 1);
    }

    [Fact]
    public void A_gigantic_table_is_read_or_refused_in_time()
    {
        folder.Add("a.html", "<table>" + string.Concat(Enumerable.Repeat("<tr><td>5.2</td><td>percent</td></tr>", 25_000)) + "</table>");

        Assert.Single(folder.Read());
        Assert.InRange(BestOfThree(() => folder.Read()), 0, 2);
    }

    [Fact]
    public void A_damaged_header_within_a_tar_ends_it_with_a_failure()
    {
        var tar = Archives.Tar(("a.txt", "Exports rose."u8.ToArray()), ("b.txt", "Imports fell."u8.ToArray()));

        // Whatever byte of the headers is damaged, and however: nothing but documents and failures comes of it.
        for (var at = 0; at < tar.Length - 1024; at += 11)
        {
            var damaged = tar.ToArray();
            damaged[at] ^= 0xff;
            folder.Add("a.tar", damaged);
            Assert.DoesNotContain(folder.Read().OfType<IngestFailure>(), f => f.Kind == FailureKind.Internal);
        }
    }

    /// <summary>Seconds; a busy machine may let a thread wait.</summary>
    private static double BestOfThree(Action action) => Enumerable.Range(0, 3).Min(_ =>
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        action();
        return System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds;
    });
}
