using System.Text;
using System.Text.Json;
using Extractor.Ingest.Tests.Charsets;

namespace Extractor.Ingest.Tests;

/// <summary>JSON lines, tables, crawls and mail.</summary>
public sealed class RecordFileTests : IDisposable
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Each_line_of_JSON_is_a_document_named_by_its_id_or_line()
    {
        folder.Add("n.jsonl.gz", Archives.Gzip(
            "{\"id\":\"x1\",\"title\":\"T\",\"published\":\"2025-02-11T01:00:00+08:00\",\"url\":\"https://example.org/1\",\"text\":\"Exports rose.\"}\n\n"
            + JsonSerializer.Serialize(new { html = Pages.Article() }) + "\r\n"
            + "{\"id\":7,\"text\":\"Imports fell.\",\"published\":\"yesterday\"}\n{\"id\":7,\"text\":\"Once more.\"}"));

        var read = folder.Read().Cast<IngestedDocument>().ToList();

        Assert.Equal(["n.jsonl.gz!/x1", "n.jsonl.gz!/3", "n.jsonl.gz!/7", "n.jsonl.gz!/7#2"], read.Select(d => d.Doc));
        Assert.Equal(["text", "html", "text", "text"], read.Select(d => d.Kind));
        var metadata = read[0].Document.Metadata;
        Assert.Equal(("T", "https://example.org/1", new DateOnly(2025, 2, 11), "record"), (metadata.Title, metadata.Url, metadata.Published, metadata.PublishedFrom));
        Assert.Equal("The date 'yesterday' of the record cannot be read; write it as YYYY-MM-DD.", Assert.Single(read[2].Notes));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_in_JSON_leads_to_its_place_in_the_file(bool escaped)
    {
        var text = "„Ausfuhr“\n\t5\\2 %; 出口 📈 \"quoted\" end";
        var json = "{\"id\":1,\"text\":\"first\"}\n" + JsonSerializer.Serialize(new { id = "2", text }, escaped ? JsonSerializerOptions.Default : Relaxed) + "\n";
        folder.Add("n.jsonl", json);

        var document = folder.Read().Cast<IngestedDocument>().Last().Document;

        Assert.Equal(text, document.Text);
        var bytes = Encoding.UTF8.GetBytes(json);
        foreach (var (word, written) in new[] { ("Ausfuhr", "Ausfuhr"), ("quoted", "quoted"), ("end", "end"), ("5", "5"), ("\n", "\\n"), ("出", escaped ? "\\u51FA" : "出"), ("口", escaped ? "\\u53E3" : "口") })
        {
            var at = (int)document.Offsets.ToSource(document.Text.IndexOf(word, StringComparison.Ordinal));
            Assert.True(bytes.AsSpan(at).StartsWith(Encoding.UTF8.GetBytes(written)), $"{word} at byte {at}");
        }
    }

    [Fact]
    public void A_bad_line_is_named_and_the_others_are_read()
    {
        folder.Add("n.jsonl", "{\"id\":\"a\",\"text\":\"Good.\"}\n{\"id\":\n[1]\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"Good.\"} x\n{\"id\":\"d\",\"text\":\"Good.\"}\n");

        var read = folder.Read();

        Assert.Equal(["n.jsonl!/a", "n.jsonl!/d"], read.OfType<IngestedDocument>().Select(d => d.Doc));
        Assert.Equal(
            [
                "Line 2: it is not JSON at byte 6 of the line.",
                "Line 3: an object in JSON is expected, such as {\"id\": ..., \"text\": ...}.",
                "Line 4: none of the fields text, body, content, article, articleBody, maintext, html holds text; it has id.",
            ],
            read.OfType<IngestFailure>().Select(f => f.Reason).Take(3));
        Assert.Equal(4, read.OfType<IngestFailure>().Count());
    }

    [Fact]
    public void Of_many_bad_records_the_first_are_named_and_the_others_counted()
    {
        folder.Add("n.jsonl", string.Concat(Enumerable.Range(1, 600).Select(i => i % 2 == 1 ? "{\"text\":\"Good.\"}\n" : "{\"text\":\n")));
        folder.Add("t.csv", "id,text\n" + string.Concat(Enumerable.Range(1, 600).Select(i => i % 2 == 0 ? $"{i},Good.\n" : $"{i}\n")) + "601,\"" + new string('x', 100_000));

        var read = folder.Read(new IngestOptions { Limits = new IngestLimits { DocumentBytes = 10_000 } });

        Assert.Equal(600, read.OfType<IngestedDocument>().Count());
        var failures = read.OfType<IngestFailure>().ToList();
        Assert.Equal(2 * (20 + 1), failures.Count);
        Assert.Equal("300 of its records could not be read; 20 are named one by one, the others stand from number 42 to 600. The last: Line 600: it is not JSON at byte 8 of the line.", failures.Single(f => f.Doc == "n.jsonl").Reason);
        Assert.Matches("^Row 602 is longer than 10000 bytes.* 300 of its records could not be read", failures.Single(f => f.Doc == "t.csv").Reason);
    }

    [Fact]
    public void An_endless_line_is_passed_over()
    {
        var options = new IngestOptions { Limits = new IngestLimits { DocumentBytes = 10_000 } };
        folder.Add("n.jsonl", "{\"text\":\"Good.\"}\n{\"text\":\"" + new string('x', 200_000) + "\"}\n{\"text\":\"Good too.\"}\n");

        var read = folder.Read(options);

        Assert.Equal(["n.jsonl!/1", "n.jsonl!/3"], read.OfType<IngestedDocument>().Select(d => d.Doc));
        Assert.Equal(FailureKind.LineTooLong, Assert.Single(read.OfType<IngestFailure>()).Kind);
    }

    [Fact]
    public void JSON_lines_about_other_things_are_passed_over_in_a_folder_and_an_error_when_asked_for()
    {
        var path = folder.Add("log.jsonl", "{\"level\":\"info\"}\n{\"level\":\"warn\"}\n");

        Assert.IsType<IngestSkip>(Assert.Single(folder.Read()));
        Assert.Equal(2, new DocumentReader().ReadAll([path]).OfType<IngestFailure>().Count());
    }

    [Fact]
    public void A_table_is_read_by_its_named_columns_and_leads_to_its_bytes()
    {
        var csv = "id;Title;date;text\r\n1;One;2024-03-05;\"Exports rose; \"\"by 5%\"\",\r\nimports fell\"\r\n2;Two;;für Österreich\r\n";
        folder.Add("t.csv", csv);

        var read = folder.Read().Cast<IngestedDocument>().ToList();

        Assert.Equal(["t.csv!/1", "t.csv!/2"], read.Select(d => d.Doc));
        Assert.Equal("Exports rose; \"by 5%\",\r\nimports fell", read[0].Document.Text);
        Assert.Equal(("One", new DateOnly(2024, 3, 5)), (read[0].Document.Metadata.Title, read[0].Document.Metadata.Published));
        var bytes = Encoding.UTF8.GetBytes(csv);
        DocumentReaderTests.AssertLettersLeadToTheirBytes(read[0], bytes, Encoding.UTF8);
        DocumentReaderTests.AssertLettersLeadToTheirBytes(read[1], bytes, Encoding.UTF8);
    }

    [Fact]
    public void A_table_in_another_encoding_is_read_and_its_text_column_may_be_named()
    {
        var gbk = Ingest.Charsets.Charset.OfLabel("gbk")!.Encoding;
        folder.Add("t.csv", gbk.GetBytes("标题,正文\n一," + Prose.Chinese.Replace(",", ",", StringComparison.Ordinal).Replace(',', ';') + "\n"));

        Assert.Contains("正文", Assert.IsType<IngestSkip>(Assert.Single(folder.Read())).Reason, StringComparison.Ordinal);
        var document = Assert.IsType<IngestedDocument>(Assert.Single(folder.Read(new IngestOptions { TextColumns = ["正文"] })));
        Assert.Equal(Prose.Chinese.Replace(',', ';'), document.Document.Text);
    }

    [Fact]
    public void A_missing_closing_quote_does_not_swallow_memory()
    {
        var options = new IngestOptions { Limits = new IngestLimits { DocumentBytes = 10_000 } };
        folder.Add("t.csv", "id,text\n1,Good.\n2,\"" + new string('x', 100_000));

        var read = folder.Read(options);

        Assert.Single(read.OfType<IngestedDocument>());
        Assert.StartsWith("Row 3 is longer than 10000 bytes", Assert.Single(read.OfType<IngestFailure>()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_crawl_yields_its_pages()
    {
        var page = Encoding.UTF8.GetBytes(Pages.Article());
        var chinese = Ingest.Charsets.Charset.OfLabel("gbk")!.Encoding.GetBytes(Pages.Article(Prose.Chinese));
        var records = Archives.Warc(
            ("https://example.org/a", "Content-Type: text/html", page),
            ("https://example.org/b", "Content-Type: text/html; charset=gbk", chinese),
            ("https://example.org/c", "Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked", Archives.Chunked(Archives.Gzip(page), 100)),
            ("https://example.org/d", "Content-Type: image/png", [1, 2]),
            ("https://example.org/e", "Content-Type: text/plain", Encoding.UTF8.GetBytes(Pages.Sentence)),
            ("https://example.org/f", "Content-Type: text/html\r\nContent-Encoding: gzip", page));

        // As Common Crawl does: every record is a gzip member of its own.
        folder.Add("news.warc.gz", [.. Archives.Gzip(records[..70]), .. Archives.Gzip(records[70..])]);

        var read = folder.Read();

        Assert.Equal(
            ["news.warc.gz!/https://example.org/a", "news.warc.gz!/https://example.org/b", "news.warc.gz!/https://example.org/c", "news.warc.gz!/https://example.org/e", "news.warc.gz!/https://example.org/f"],
            read.OfType<IngestedDocument>().Select(d => d.Doc));
        Assert.Equal("gb18030", read.OfType<IngestedDocument>().ElementAt(1).Charset);
        Assert.Equal("https://example.org/a", read.OfType<IngestedDocument>().First().Document.Metadata.Url);
        Assert.Equal("news.warc.gz!/https://example.org/d", Assert.Single(read.OfType<IngestSkip>()).Doc);
    }

    [Fact]
    public void A_cut_crawl_yields_what_was_whole_and_says_so()
    {
        var page = Encoding.UTF8.GetBytes(Pages.Article());
        folder.Add("news.warc", Archives.Warc(("https://example.org/a", "Content-Type: text/html", page), ("https://example.org/b", "Content-Type: text/html", page))[..^300]);

        var read = folder.Read();

        Assert.Single(read.OfType<IngestedDocument>());
        Assert.Equal(("news.warc", FailureKind.Corrupt), (Assert.Single(read.OfType<IngestFailure>()).Doc, read.OfType<IngestFailure>().Single().Kind));
    }

    [Theory]
    [InlineData("koi8-r", "base64")]
    [InlineData("utf-8", "quoted-printable")]
    [InlineData("windows-1251", "8bit")]
    public void A_mail_is_its_text_with_subject_and_date(string charset, string transfer)
    {
        var encoding = Ingest.Charsets.Charset.OfLabel(charset)!.Encoding;
        var body = encoding.GetBytes(Prose.Russian);
        var encoded = transfer switch
        {
            "base64" => Encoding.ASCII.GetBytes(Convert.ToBase64String(body, Base64FormattingOptions.InsertLineBreaks)),
            "quoted-printable" => Encoding.ASCII.GetBytes(string.Concat(body.Select((b, i) => (b is > 0x20 and < 0x7f and not (byte)'=' or (byte)' ' ? ((char)b).ToString() : $"={b:X2}") + (i % 25 == 24 ? "=\r\n" : "")))),
            _ => body,
        };
        folder.Add("m.eml", [
            .. Encoding.ASCII.GetBytes($"From: office@example.org\r\nSubject: =?utf-8?B?{Convert.ToBase64String("Экс"u8)}?=\r\n =?utf-8?B?{Convert.ToBase64String("порт"u8)}?= up\r\nDate: Tue, 11 Feb 2025 08:30:00 +0800\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"=_x\"\r\n\r\nA preamble.\r\n--=_x\r\n"
                + $"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: {transfer}\r\n\r\n"),
            .. encoded,
            .. "\r\n--=_x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment\r\n\r\nxxxx\r\n--=_x--\r\n"u8]);

        var document = Assert.IsType<IngestedDocument>(Assert.Single(folder.Read()));

        Assert.Equal(Prose.Russian, document.Document.Text.TrimEnd());
        Assert.Equal(("Экспорт up", new DateOnly(2025, 2, 11), "mail:date"), (document.Document.Metadata.Title, document.Document.Metadata.Published, document.Document.Metadata.PublishedFrom));
        if (transfer == "8bit") DocumentReaderTests.AssertLettersLeadToTheirBytes(document, File.ReadAllBytes(folder.File("m.eml")), encoding);
    }

    [Fact]
    public void A_mail_of_a_page_alone_is_read_as_a_page()
    {
        folder.Add("m.eml", "Subject: x\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee it in your browser.\n--b\nContent-Type: text/html\n\n" + Pages.Article() + "\n--b--\n");

        Assert.Equal("html", Assert.IsType<IngestedDocument>(Assert.Single(folder.Read())).Kind);
    }

    [Fact]
    public void Parts_within_parts_without_end_are_refused()
    {
        var mail = new StringBuilder("Subject: x\n");
        for (var i = 0; i < 40; i++) mail.Append($"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        folder.Add("m.eml", mail.Append("Content-Type: text/plain\n\nText.").ToString());

        Assert.Equal(FailureKind.TooDeep, Assert.IsType<IngestFailure>(Assert.Single(folder.Read())).Kind);
    }
}
