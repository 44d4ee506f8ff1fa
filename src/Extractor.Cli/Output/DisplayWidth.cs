namespace Extractor.Cli.Output;

/// <summary>How many columns of a terminal a text takes: Chinese, Japanese and Korean characters take two.</summary>
internal static class DisplayWidth
{
    private const string Ellipsis = "…";

    public static int Of(string text)
    {
        var width = 0;
        foreach (var c in text) width += Of(c);
        return width;
    }

    /// <summary>The text, cut to at most <paramref name="width"/> columns.</summary>
    public static string Cut(string text, int width)
    {
        if (Of(text) <= width) return text;
        var (end, used) = (0, 0);
        while (end < text.Length && used + Of(text[end]) <= width - 1) used += Of(text[end++]);
        if (end > 0 && char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end] + Ellipsis;
    }

    private static int Of(char c) =>
        char.IsLowSurrogate(c) ? 0
        : c is >= '\u1100' and <= '\u115f' or >= '\u2e80' and <= '\ua4cf' or >= '\uac00' and <= '\ud7a3' or >= '\uf900' and <= '\ufaff' or >= '\uff00' and <= '\uff60' ? 2
        : 1;
}
