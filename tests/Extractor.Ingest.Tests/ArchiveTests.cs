using System.Text;

namespace Extractor.Ingest.Tests;

public sealed class ArchiveTests : IDisposable
{
    private static readonly byte[] Note = "Exports rose by 5 percent."u8.ToArray();

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Members_are_named_by_archive_and_path()
    {
        folder.Add("a.zip", Archives.Zip(("b.html", Encoding.UTF8.GetBytes(Pages.Article())), ("in/c.txt", Note), ("pixel.png", [1]), (".hidden.txt", Note), ("__MACOSX/x.txt", Note)));
        folder.Add("b.tar", Archives.Tar(("./c.txt", Note)));
        folder.Add("c.tar.gz", Archives.Gzip(Archives.Tar(("d.txt", Note))));
        folder.Add("d.tgz", Archives.Gzip(Archives.Tar(("e.txt", Note))));
        folder.Add("e.txt.gz", Archives.Gzip(Note));
        folder.Add("f.gz", Archives.Gzip(Pages.Article()));

        var read = folder.Read();

        Assert.Equal(
            ["a.zip!/b.html", "a.zip!/in/c.txt", "b.tar!/c.txt", "c.tar.gz!/d.txt", "d.tgz!/e.txt", "e.txt.gz", "f.gz"],
            read.OfType<IngestedDocument>().Select(d => d.Doc));
        Assert.Equal("a.zip!/pixel.png", Assert.IsType<IngestSkip>(Assert.Single(read, i => i is not IngestedDocument)).Doc);
        Assert.Equal(folder.File("a.zip") + "!/b.html", read[0].Source);
        Assert.Equal(folder.File("a.zip"), SourceName.FileOf(read[0].Source));
    }

    [Fact]
    public void Archives_within_archives_are_opened_to_a_depth()
    {
        var deep = Archives.Zip(("note.txt", Note));
        for (var i = 0; i < 4; i++) deep = i % 2 == 0 ? Archives.Tar(("inner.zip", deep)) : Archives.Zip(("inner.tar", deep));
        folder.Add("ok.zip", Archives.Zip(("inner.tar.gz", Archives.Gzip(Archives.Tar(("n.txt", Note))))));
        folder.Add("deep.zip", deep);

        var read = folder.Read();

        Assert.Equal("ok.zip!/inner.tar.gz!/n.txt", Assert.Single(read.OfType<IngestedDocument>()).Doc);
        Assert.Equal(FailureKind.TooDeep, Assert.Single(read.OfType<IngestFailure>()).Kind);
    }

    [Theory]
    [InlineData("../evil.txt", "climbs out of the archive")]
    [InlineData("a/../../evil.txt", "climbs out of the archive")]
    [InlineData("/etc/evil.txt", "is absolute")]
    [InlineData("C:\\evil.txt", "is absolute")]
    [InlineData("..\\evil.txt", "climbs out of the archive")]
    [InlineData("a\nb.txt", "holds control characters")]
    public void A_name_that_leads_elsewhere_is_refused(string name, string reason)
    {
        folder.Add("a.zip", Archives.Zip((name, Note), ("good.txt", Note)));

        var read = folder.Read();

        var failure = Assert.Single(read.OfType<IngestFailure>());
        Assert.Equal(FailureKind.UnsafeName, failure.Kind);
        Assert.Contains(reason, failure.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Doc);
        Assert.Equal("a.zip!/good.txt", Assert.Single(read.OfType<IngestedDocument>()).Doc);
    }

    [Fact]
    public void A_bomb_is_stopped()
    {
        var zeros = new byte[15 << 20];
        folder.Add("a.zip", Archives.Zip(("a.txt", zeros), ("b.txt", Note)));
        folder.Add("b.gz", Archives.Gzip(zeros));
        folder.Add("c.tar.gz", Archives.Gzip(Archives.Tar(("a.txt", zeros))));
        folder.Add("d.jsonl.gz", Archives.Gzip(zeros));

        var read = folder.Read();

        Assert.Equal("a.zip!/b.txt", Assert.Single(read.OfType<IngestedDocument>()).Doc);
        var failures = read.OfType<IngestFailure>().ToDictionary(f => f.Doc, f => f.Kind);
        Assert.Equal(FailureKind.Bomb, failures["a.zip!/a.txt"]);
        Assert.Equal(FailureKind.Bomb, failures["c.tar.gz!/a.txt"]);
        Assert.Equal(FailureKind.Bomb, failures["d.jsonl.gz"]);
    }

    [Fact]
    public void Members_of_the_same_name_are_told_apart()
    {
        folder.Add("a.tar", Archives.Tar(("n.txt", Note), ("n.txt", "Another."u8.ToArray())));

        Assert.Equal(["a.tar!/n.txt", "a.tar!/n.txt#2"], folder.Read().Select(i => i.Doc));
    }

    [Fact]
    public void An_archive_may_bring_its_own_metadata()
    {
        folder.Add("a.zip", Archives.Zip(("in/n.txt", Note), ("in/metadata.jsonl", "{\"doc\":\"n.txt\",\"published\":\"2023-01-09\"}"u8.ToArray())));

        Assert.Equal(new DateOnly(2023, 1, 9), Assert.IsType<IngestedDocument>(Assert.Single(folder.Read())).Document.Metadata.Published);
    }

    [Fact]
    public void What_was_whole_in_a_cut_archive_is_read()
    {
        var tar = Archives.Tar(("a.txt", Note), ("b.txt", Encoding.ASCII.GetBytes(new string('x', 5000))));
        folder.Add("a.tar", tar[..(tar.Length - 4000)]);

        var read = folder.Read();

        Assert.Equal("a.tar!/a.txt", Assert.Single(read.OfType<IngestedDocument>()).Doc);
        Assert.Equal([("a.tar!/b.txt", FailureKind.Corrupt), ("a.tar", FailureKind.Corrupt)], read.OfType<IngestFailure>().Select(f => (f.Doc, f.Kind)));
    }
}
