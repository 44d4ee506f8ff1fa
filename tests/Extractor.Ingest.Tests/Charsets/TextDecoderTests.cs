using System.Text;
using Extractor.Ingest.Charsets;

namespace Extractor.Ingest.Tests.Charsets;

public sealed class TextDecoderTests
{
    public static TheoryData<string, string> LegacyTexts() => new()
    {
        { "gb18030", Prose.Chinese },
        { "big5", Prose.Traditional },
        { "shift_jis", Prose.Japanese },
        { "euc-jp", Prose.Japanese },
        { "iso-2022-jp", Prose.Japanese },
        { "euc-kr", Prose.Korean },
        { "windows-1251", Prose.Russian },
        { "koi8-r", Prose.Russian },
        { "iso-8859-5", Prose.Russian },
        { "ibm866", Prose.Russian },
        { "windows-1251", Prose.Ukrainian },
        { "koi8-u", Prose.Ukrainian },
        { "windows-1253", Prose.Greek },
        { "windows-1256", Prose.Arabic },
        { "windows-874", Prose.Thai },
        { "windows-1250", Prose.Polish },
        { "iso-8859-2", Prose.Polish },
        { "windows-1250", Prose.Czech },
        { "windows-1254", Prose.Turkish },
        { "windows-1252", Prose.French },
        { "windows-1252", Prose.German },
        { "windows-1252", Prose.Spanish },
        { "windows-1252", Prose.English },
        { "windows-1252", Prose.EnglishWithFewAccents },
        { "windows-1252", Prose.EnglishWithFewAccents.Replace("é", "e", StringComparison.Ordinal) },
        { "windows-1257", Prose.Latvian },
        { "utf-16le", Prose.English },
        { "utf-16be", Prose.English },
        { "utf-16le", Prose.Chinese },
        { "utf-16be", Prose.Japanese },
        { "utf-8", Prose.Korean },
    };

    [Theory]
    [MemberData(nameof(LegacyTexts))]
    public void Undeclared_text_is_read_in_the_encoding_it_was_written_in(string charset, string text)
    {
        var decoded = TextDecoder.Decode(Bytes(charset, text), null, html: false);

        Assert.Equal(text, decoded.Text);
        Assert.Equal(0, decoded.Malformed);
    }

    [Theory]
    [MemberData(nameof(LegacyTexts))]
    public void Every_character_leads_to_its_bytes(string charset, string text)
    {
        // A copy with each character turned into its bytes says where each must stand.
        var bytes = Bytes(charset, text);
        var decoded = MappedDecoder.Decode(bytes, 0, Charset.OfLabel(charset)!);
        if (Charset.OfLabel(charset)!.Width == CharsetWidth.Stateful)
        {
            Assert.All(Enumerable.Range(1, text.Length - 1), i => Assert.True(decoded.Offsets.ToSource(i) > decoded.Offsets.ToSource(i - 1)));
            return;
        }

        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            Assert.Equal(at, decoded.Offsets.ToSource(i));
            at += Bytes(charset, text[i].ToString()).Length;
        }

        Assert.Equal(bytes.Length, at);
    }

    [Theory]
    [InlineData("utf-8", 3)]
    [InlineData("utf-16le", 2)]
    [InlineData("utf-16be", 2)]
    public void A_byte_order_mark_decides_and_is_no_part_of_the_text(string charset, int length)
    {
        var decoded = TextDecoder.Decode(Bytes(charset, "\ufeff" + Prose.French), null, html: false);

        Assert.Equal(Prose.French, decoded.Text);
        Assert.Equal(charset, decoded.Charset);
        Assert.Equal(length, decoded.Offsets.ToSource(0));
    }

    [Fact]
    public void Ascii_has_the_identity_as_its_map() =>
        Assert.Same(Extractor.Text.OffsetMap.Identity, TextDecoder.Decode("Exports rose 5.2%."u8, null, html: false).Offsets);

    [Fact]
    public void A_character_beyond_the_basic_plane_leads_to_its_four_bytes()
    {
        var decoded = TextDecoder.Decode(Encoding.UTF8.GetBytes("a📈b"), null, html: false);

        Assert.Equal([0L, 1L, 3L, 5L], Enumerable.Range(0, 4).Select(decoded.Offsets.ToSource));
    }

    [Theory]
    [InlineData("gb2312", "gb18030")]
    [InlineData("iso-8859-1", "windows-1252")]
    [InlineData("Shift_JIS", "shift_jis")]
    [InlineData("\"EUC-KR\"", "euc-kr")]
    [InlineData("no-such-thing", null)]
    public void Labels_mean_what_browsers_take_them_for(string label, string? charset) => Assert.Equal(charset, Charset.OfLabel(label)?.Name);

    [Theory]
    [InlineData("<meta charset=\"gbk\">")]
    [InlineData("<META http-equiv='Content-Type' content='text/html; charset=gb2312'>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"GB18030\"?>")]
    public void A_page_declares_its_charset(string declaration)
    {
        // Five characters are too few to tell by their look.
        var html = declaration + "<p>鞋靴帽伞杖</p>";

        Assert.Equal(html, TextDecoder.Decode(Bytes("gb18030", html), null, html: true).Text);
    }

    [Theory]
    [InlineData("windows-1252", "utf-8", Prose.Chinese)]
    [InlineData("utf-8", "gb18030", Prose.Chinese)]
    [InlineData("windows-1252", "gb18030", Prose.Chinese)]
    [InlineData("euc-kr", "shift_jis", Prose.Japanese)]
    [InlineData("utf-8", "windows-1251", Prose.Russian)]
    [InlineData("windows-1252", "koi8-r", Prose.Russian)]
    [InlineData("utf-16", "utf-8", Prose.French)]
    [InlineData("gb2312", "utf-8", Prose.French)]
    public void A_declaration_that_lies_is_not_believed(string declared, string actual, string text)
    {
        var html = $"<meta charset=\"{declared}\"><p>{text}</p>";

        var decoded = TextDecoder.Decode(Bytes(actual, html), null, html: true);

        Assert.Equal(html, decoded.Text);
        Assert.Equal(actual, decoded.Charset);
    }

    [Fact]
    public void Whatever_is_declared_text_is_read_right_or_refused()
    {
        string?[] declarations = [null, "utf-8", "windows-1252", "windows-1250", "windows-1251", "koi8-r", "gb18030", "shift_jis", "iso-2022-jp", "utf-16", "x-unknown"];
        int right = 0, all = 0;
        foreach (var (charset, text) in LegacyTexts().Select(row => ((string)row[0], (string)row[1])))
        {
            foreach (var declared in declarations)
            {
                all++;
                try
                {
                    var decoded = TextDecoder.Decode(Bytes(charset, text), declared, html: false);
                    Assert.True(text == decoded.Text, $"{charset} declared as {declared ?? "nothing"} was read as {decoded.Charset}: {decoded.Text}");
                    right++;
                }
                catch (IngestException failure)
                {
                    Assert.Equal(FailureKind.Undecodable, failure.Kind);
                }
            }
        }

        Assert.True(right * 100 > all * 97, $"Only {right} of {all} were read.");
    }

    [Theory]
    [InlineData("gb18030")]
    [InlineData("big5")]
    [InlineData("euc-kr")]
    [InlineData("koi8-r")]
    [InlineData("windows-1251")]
    [InlineData("ibm850")]
    [InlineData("macintosh")]
    public void A_few_characters_among_Latin_letters_are_read_right_or_refused(string charset)
    {
        foreach (var text in new[] { "Exports rose to €5.2bn in July, the customs office of Muğla said, and imports fell.", "Exports from São Paulo rose by 5.2 percent in July, the office said.", "Nach Angaben der Zollbehörde stiegen die Ausfuhren im Juli." })
        {
            byte[] bytes;
            try
            {
                bytes = Bytes(charset, text);
            }
            catch (EncoderFallbackException)
            {
                continue;
            }

            try
            {
                Assert.Equal(text, TextDecoder.Decode(bytes, null, html: false).Text);
            }
            catch (IngestException failure)
            {
                Assert.Equal(FailureKind.Undecodable, failure.Kind);
            }
        }
    }

    [Fact]
    public void One_foreign_name_in_an_English_text_is_read()
    {
        const string Text = "Exports from São Paulo rose by 5.2 percent in July, the customs office said, and they were more than in any month of this year.";
        Assert.Equal(Text, TextDecoder.Decode(Bytes("windows-1252", Text), null, html: false).Text);
    }

    [Fact]
    public void Escapes_of_Korean_mail_are_a_failure()
        => Assert.Equal(FailureKind.Undecodable, Assert.Throws<IngestException>(() => TextDecoder.Decode("\x1b$)CExports from the valley rose by 5.2 percent in the month of July, the customs office said, and imports fell. \u000e1:\u000f"u8, null, html: false)).Kind);

    [Theory]
    [InlineData(new byte[] { 0x43, 0x68, 0x69, 0x6e, 0x61, 0xff, 0xfe, 0x20, 0x72, 0x6f, 0x73, 0x65 }, "Byte 5 (0xff) is not valid UTF-8, and no other encoding reads the text without doubt")]
    [InlineData(new byte[] { 0x50, 0x20, 0xc3, 0x28, 0x20, 0x51 }, "Byte 2 (0xc3) is not valid UTF-8")]
    public void Bytes_that_no_encoding_explains_are_a_failure_that_says_where(byte[] bytes, string message)
    {
        var failure = Assert.Throws<IngestException>(() => TextDecoder.Decode(bytes, null, html: false));

        Assert.Equal(FailureKind.Undecodable, failure.Kind);
        Assert.StartsWith(message, failure.Message);
    }

    [Fact]
    public void A_broken_character_in_long_Utf8_text_is_replaced_and_counted()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Prose.Korean, 20)));
        bytes[1500] = 0xff;

        var decoded = TextDecoder.Decode(bytes, null, html: false);

        Assert.InRange(decoded.Malformed, 1, 3);
        Assert.InRange(decoded.FirstMalformed, 1498, 1501);
    }

    [Fact]
    public void A_binary_file_is_named()
    {
        Assert.Equal("It is a PDF file, not text; convert it to text or HTML.", Refused("%PDF-1.7\nabc"u8.ToArray()).Message);
        Assert.Equal("It is not text: it holds a zero byte at offset 3.", Refused([1, 2, 3, 0, 200, 7, 9]).Message);
        Assert.Equal(FailureKind.Binary, Refused([1, 2, 3, 4, 65, 66]).Kind);
        var noise = new byte[5000];
        new Random(7).NextBytes(noise);
        Assert.Equal(FailureKind.Binary, Refused(noise).Kind);

        static IngestException Refused(byte[] bytes) => Assert.Throws<IngestException>(() => TextDecoder.Decode(bytes, null, html: false));
    }

    [Fact]
    public void Noise_without_control_characters_is_never_taken_for_text()
    {
        var random = new Random(11);
        for (var i = 0; i < 200; i++)
        {
            var noise = new byte[40 + random.Next(400)];
            for (var k = 0; k < noise.Length; k++) noise[k] = (byte)random.Next(0x80, 0x100);
            Assert.Throws<IngestException>(() => TextDecoder.Decode(noise, null, html: false));
        }
    }

    private static byte[] Bytes(string charset, string text) => Charset.OfLabel(charset)!.Encoding.GetBytes(text);
}
