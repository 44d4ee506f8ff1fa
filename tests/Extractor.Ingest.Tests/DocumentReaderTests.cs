using System.Text;
using Extractor.Ingest.Tests.Charsets;

namespace Extractor.Ingest.Tests;

public sealed class DocumentReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Plain_text_is_the_file_unchanged()
    {
        folder.Add("a.txt", "One line.\r\n\r\n  Two  lines.\n");

        var document = Assert.IsType<IngestedDocument>(Assert.Single(folder.Read()));

        Assert.Equal("One line.\r\n\r\n  Two  lines.\n", document.Document.Text);
        Assert.Equal(("a.txt", folder.File("a.txt"), "text", "us-ascii"), (document.Doc, document.Source, document.Kind, document.Charset));
        Assert.Null(document.Body);
    }

    [Fact]
    public void Files_come_in_ordinal_order_of_their_paths_and_hidden_ones_not_at_all()
    {
        foreach (var name in new[] { "b.txt", "a/z.txt", "a.txt", "B.txt", "a/b/c.md", ".hidden.txt", ".git/x.txt", "a-1.txt" }) folder.Add(name, "Some text.");

        Assert.Equal(["B.txt", "a-1.txt", "a.txt", "a/b/c.md", "a/z.txt", "b.txt"], folder.Read().Select(i => i.Doc));
    }

    [Fact]
    public void The_order_of_the_paths_given_does_not_matter_and_nothing_is_read_twice()
    {
        folder.Add("2023/a.txt", "First.");
        folder.Add("2024/a.txt", "Second.");
        string[] paths = [folder.File("2024"), folder.File("2023"), folder.File("2023/a.txt"), folder.File("2024") + "/"];

        var forwards = new DocumentReader().ReadAll(paths).Select(i => (i.Doc, ((IngestedDocument)i).Document.Text)).ToList();
        var backwards = new DocumentReader().ReadAll(paths.Reverse()).Select(i => (i.Doc, ((IngestedDocument)i).Document.Text)).ToList();

        Assert.Equal([("a.txt", "First."), ("2024/a.txt", "Second.")], forwards);
        Assert.Equal(forwards, backwards);
    }

    [Fact]
    public void A_page_is_read_as_its_article_and_every_letter_leads_to_its_bytes()
    {
        var page = Pages.Article("Die Ausfuhr stieg um 5,2&nbsp;% auf 3 Mrd. &euro;, die <b>Einfuhr</b> fiel; für Österreich »ein gutes Jahr« — 出口增长。", "<meta charset=utf-8>");
        var bytes = Encoding.UTF8.GetBytes("\ufeff" + page);
        folder.Add("a.html", bytes);

        var document = Assert.IsType<IngestedDocument>(Assert.Single(folder.Read()));

        Assert.Equal("html", document.Kind);
        Assert.Equal(page, document.RawHtml);
        Assert.Contains("Die Ausfuhr stieg", document.Body!.Value.Of(document.Document.Text), StringComparison.Ordinal);
        AssertLettersLeadToTheirBytes(document, bytes, Encoding.UTF8);
    }

    public static TheoryData<string, string> Encoded() => new()
    {
        { "gb18030", Prose.Chinese }, { "big5", Prose.Traditional }, { "shift_jis", Prose.Japanese }, { "windows-1251", Prose.Russian }, { "utf-16le", Prose.French }, { "windows-1252", Prose.German },
    };

    [Theory]
    [MemberData(nameof(Encoded))]
    public void Text_in_another_encoding_leads_to_its_bytes(string charset, string text)
    {
        var encoding = Ingest.Charsets.Charset.OfLabel(charset)!.Encoding;
        folder.Add("a.txt", encoding.GetBytes(text));

        var document = Assert.IsType<IngestedDocument>(Assert.Single(folder.Read()));

        Assert.Equal(text, document.Document.Text);
        Assert.Equal(charset, document.Charset);
        AssertLettersLeadToTheirBytes(document, encoding.GetBytes(text), encoding);
    }

    [Fact]
    public void Standard_input_is_one_document()
    {
        var items = new DocumentReader().Enumerate(["-"], new MemoryStream(Encoding.UTF8.GetBytes(Pages.Article())));
        var document = Assert.IsType<IngestedDocument>(new DocumentReader().Read(Assert.Single(items)));

        Assert.Equal(("stdin", "-", "html"), (document.Doc, document.Source, document.Kind));
    }

    [Fact]
    public void A_file_of_an_unknown_kind_is_passed_over_in_a_folder_and_read_when_asked_for()
    {
        var path = folder.Add("note.news", "Exports rose by 5 percent.");
        var page = folder.Add("page.php", Pages.Article());

        Assert.Equal(
            [new IngestSkip("note.news", path, "Files of the kind .news are not read."), new IngestSkip("page.php", page, "Files of the kind .php are not read.")],
            folder.Read());
        Assert.Equal(["text", "html"], new DocumentReader().ReadAll([path, page]).Cast<IngestedDocument>().Select(d => d.Kind));
    }

    [Fact]
    public void Gold_and_metadata_beside_articles_are_none_themselves()
    {
        folder.Add("a.txt", "Text.");
        folder.Add("a.gold.jsonl", "{\"text\":\"x\"}");
        folder.Add("a.numbers.jsonl", "{\"text\":\"x\"}");
        folder.Add("metadata.jsonl", "{\"doc\":\"a.txt\",\"title\":\"T\"}");

        Assert.Equal("a.txt", Assert.Single(folder.Read()).Doc);
    }

    [Fact]
    public void Metadata_of_the_folder_wins_over_the_date_for_all_and_that_over_what_the_page_says()
    {
        folder.Add("a.txt", "Text.");
        folder.Add("b.txt", "Text.");
        folder.Add("sub/c.txt", "Text.");
        folder.Add("sub/d.txt", "Text.");
        folder.Add("z.zip", Archives.Zip(("in/e.txt", "Text."u8.ToArray())));
        folder.Add("metadata.jsonl", """
            {"doc": "a.txt", "published": "2022-05-13", "title": "A", "url": "https://example.org/a"}
            {"doc": "sub/c.txt", "published": "2022-05-14", "title": "outer"}
            {"doc": "z.zip!/in/e.txt", "published": "2022-05-15"}

            """);
        folder.Add("sub/metadata.jsonl", "{\"doc\":\"c.txt\",\"title\":\"inner\"}");

        var read = folder.Read(new IngestOptions { Published = new DateOnly(2020, 1, 1) }).Cast<IngestedDocument>().ToDictionary(d => d.Doc, d => d.Document.Metadata);

        Assert.Equal((new DateOnly(2022, 5, 13), "given", "A", "https://example.org/a"), (read["a.txt"].Published, read["a.txt"].PublishedFrom, read["a.txt"].Title, read["a.txt"].Url));
        Assert.Equal((new DateOnly(2020, 1, 1), "given"), (read["b.txt"].Published, read["b.txt"].PublishedFrom));
        Assert.Equal((new DateOnly(2022, 5, 14), "inner"), (read["sub/c.txt"].Published, read["sub/c.txt"].Title));
        Assert.Equal(new DateOnly(2020, 1, 1), read["sub/d.txt"].Published);
        Assert.Equal(new DateOnly(2022, 5, 15), read["z.zip!/in/e.txt"].Published);
    }

    [Fact]
    public void A_file_given_by_itself_has_the_metadata_of_its_folder()
    {
        var path = folder.Add("a.txt", "Text.");
        folder.Add("metadata.jsonl", "{\"doc\":\"a.txt\",\"published\":\"2022-05-13\"}");

        var document = Assert.IsType<IngestedDocument>(Assert.Single(new DocumentReader().ReadAll([path])));

        Assert.Equal(new DateOnly(2022, 5, 13), document.Document.Metadata.Published);
    }

    [Fact]
    public void A_watched_file_is_named_as_the_folder_names_it()
    {
        folder.Add("sub/a.txt", "Text.");
        folder.Add("sub/metadata.jsonl", "{\"doc\":\"a.txt\",\"title\":\"T\"}");

        var reader = new DocumentReader();
        var document = Assert.IsType<IngestedDocument>(reader.Read(Assert.Single(reader.EnumerateFile(folder.File("sub/a.txt"), "sub/a.txt"))));

        Assert.Equal(("sub/a.txt", "T"), (document.Doc, document.Document.Metadata.Title));
    }

    [Fact]
    public void Two_stages_on_many_threads_read_what_one_reads()
    {
        for (var i = 0; i < 40; i++) folder.Add($"{i}.html", Pages.Article($"Exports rose by {i}.5 percent in the month, the office said, more than in any month before it."));
        folder.Add("z.zip", Archives.Zip(("x.txt", "Text."u8.ToArray())));
        var reader = new DocumentReader();

        var parallel = reader.Enumerate([folder.Path]).AsParallel().AsOrdered().Select(reader.Read).Cast<IngestedDocument>().Select(d => (d.Doc, d.Document.Hash)).ToList();

        Assert.Equal(reader.ReadAll([folder.Path]).Cast<IngestedDocument>().Select(d => (d.Doc, d.Document.Hash)), parallel);
    }

    /// <summary>Every letter of the text that the page holds as itself stands at its place in the bytes.</summary>
    internal static void AssertLettersLeadToTheirBytes(IngestedDocument document, byte[] bytes, Encoding encoding)
    {
        var text = document.Document.Text;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i])) continue;
            var expected = encoding.GetBytes(text[i].ToString());
            var at = (int)document.Document.Offsets.ToSource(i);
            Assert.True(bytes.AsSpan(at).StartsWith(expected), $"'{text[i]}' at {i} should stand at byte {at}.");
        }
    }
}
