using System.Text;

namespace Extractor.Campaigns;

/// <summary>Damages inputs as crawls, disks, editors and enemies do. The same seed makes the same damage.</summary>
public sealed class Mutator
{
    private const int MaxBytes = 1_000_000;

    private static readonly string[] Labels =
        ["utf-8", "gbk", "gb2312", "big5", "shift_jis", "euc-jp", "euc-kr", "iso-2022-jp", "windows-1251", "windows-1252", "koi8-r", "utf-16", "utf-16le", "utf-7", "utf-32", "x-unknown", "", "windows-1256", "iso-8859-2", "tis-620"];

    private static readonly string[] Tags =
        ["div", "b", "i", "a href=x", "p", "table", "tr", "td", "ul", "li", "font size=1", "span", "svg", "math", "select", "template", "script", "style", "textarea", "title", "form", "button", "nobr", "frameset", "noscript", "!--", "![CDATA[", "?xml"];

    private static readonly string[] Endings =
        [".txt", ".html", ".zip", ".tar", ".gz", ".tar.gz", ".jsonl", ".jsonl.gz", ".csv", ".warc", ".warc.gz", ".eml", ".md", ".bin"];

    private readonly Random random;
    private readonly IReadOnlyList<SeedInput> seeds;

    /// <summary>Makes the mutator of input number <paramref name="number"/> of a campaign.</summary>
    public Mutator(IReadOnlyList<SeedInput> seeds, int campaign, int number)
    {
        this.seeds = seeds;
        random = new Random(unchecked((campaign * 1_000_003) + number));
    }

    /// <summary>One damaged input.</summary>
    public SeedInput Next()
    {
        var seed = seeds[random.Next(seeds.Count)];
        var content = seed.Content;
        var rounds = 1 + random.Next(3);
        for (var i = 0; i < rounds; i++) content = Damage(content);
        if (content.Length > MaxBytes) content = content[..MaxBytes];
        var name = seed.Name;
        if (random.Next(12) == 0) name = Path.GetFileNameWithoutExtension(name) + Endings[random.Next(Endings.Length)];
        return new SeedInput(name, content);
    }

    private byte[] Damage(byte[] content) => random.Next(14) switch
    {
        0 => FlipBytes(content, 1 + random.Next(8)),
        1 => FlipBytes(content, 1 + random.Next(Math.Max(1, content.Length / 20))),
        2 => Cut(content),
        3 => content[..random.Next(content.Length + 1)],
        4 => Repeat(content),
        5 => Insert(content, Noise(1 + random.Next(200))),
        6 => Splice(content),
        7 => CutTags(content),
        8 => LieAboutCharset(content),
        9 => Reencode(content),
        10 => Insert(content, Nest()),
        11 => Insert(content, Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(Oddity(), 1 + random.Next(3000))))),
        12 => Digits(content),
        _ => Insert(content, [0xef, 0xbb, 0xbf]),
    };

    private byte[] FlipBytes(byte[] content, int count)
    {
        var copy = content.ToArray();
        for (var i = 0; i < count && copy.Length > 0; i++) copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
        return copy;
    }

    private byte[] Cut(byte[] content)
    {
        var (start, end) = Range(content);
        return [.. content.AsSpan(0, start), .. content.AsSpan(end)];
    }

    private byte[] Repeat(byte[] content)
    {
        var (start, end) = Range(content);
        var part = content[start..Math.Min(end, start + 5_000)];
        return Insert(content, [.. Enumerable.Repeat(part, 1 + random.Next(60)).SelectMany(p => p)]);
    }

    private byte[] Splice(byte[] content)
    {
        var other = seeds[random.Next(seeds.Count)].Content;
        return [.. content.AsSpan(0, random.Next(content.Length + 1)), .. other.AsSpan(random.Next(other.Length + 1))];
    }

    private byte[] CutTags(byte[] content)
    {
        var some = 2 + random.Next(20);
        var victim = "<>/\"="u8[random.Next(5)];
        return [.. content.Where(b => b != victim || random.Next(some) != 0)];
    }

    private byte[] LieAboutCharset(byte[] content)
    {
        var text = Encoding.Latin1.GetString(content);
        var label = Labels[random.Next(Labels.Length)];
        var at = text.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return [.. Encoding.ASCII.GetBytes($"<meta charset=\"{label}\">"), .. content];
        var end = at + 8;
        while (end < text.Length && end < at + 30 && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_' or '"' or '\'')) end++;
        return Encoding.Latin1.GetBytes(string.Concat(text.AsSpan(0, at + 8), label, text.AsSpan(end)));
    }

    private byte[] Reencode(byte[] content)
    {
        string[] names = ["gb18030", "big5", "shift_jis", "euc-kr", "windows-1251", "windows-1252", "koi8-r"];
        var text = Encoding.UTF8.GetString(content);
        return random.Next(9) switch
        {
            0 => Encoding.Unicode.GetBytes(text),
            1 => Encoding.BigEndianUnicode.GetBytes(text),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(names[random.Next(names.Length)])!.GetBytes(text),
        };
    }

    private byte[] Nest()
    {
        var tag = Tags[random.Next(Tags.Length)];
        var other = Tags[random.Next(Tags.Length)];
        var depth = random.Next(4) == 0 ? random.Next(20_000) : random.Next(900);
        return Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, depth).Select(i => i % 2 == 0 ? $"<{tag} x{i % 7}={i}>" : $"<{other}>")));
    }

    private string Oddity()
    {
        string[] oddities = ["&#x110000;", "&amp", "&#0;", "&lt;", "\0", "5,2,", "1.", "%", "\r", "\t\t", " and ", "$", "<p>", "</b>", "<br/>", "\"", "'", "percent ", "1 000 ", "--", "{\"text\":\"", "\\u", "=?", "=E9", "(", "respectively, "];
        return oddities[random.Next(oddities.Length)];
    }

    private byte[] Digits(byte[] content)
    {
        var copy = content.ToArray();
        var some = 1 + random.Next(5);
        for (var i = 0; i < copy.Length; i++)
        {
            if (char.IsAsciiDigit((char)copy[i]) && random.Next(some) == 0) copy[i] = (byte)"0123456789.,-%"[random.Next(14)];
        }

        return copy;
    }

    private byte[] Insert(byte[] content, byte[] part)
    {
        var at = random.Next(content.Length + 1);
        return [.. content.AsSpan(0, at), .. part, .. content.AsSpan(at)];
    }

    private byte[] Noise(int length)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }

    private (int Start, int End) Range(byte[] content)
    {
        var start = random.Next(content.Length + 1);
        return (start, Math.Min(content.Length, start + random.Next(1 + random.Next(20_000))));
    }
}
