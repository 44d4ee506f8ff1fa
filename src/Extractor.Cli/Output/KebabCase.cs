using System.Text;

namespace Extractor.Cli.Output;

/// <summary>Codes made of names: <c>LineTooLong</c> is <c>line-too-long</c>.</summary>
internal static class KebabCase
{
    public static string Of(string name)
    {
        var result = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && result.Length > 0) result.Append('-');
            result.Append(char.ToLowerInvariant(c));
        }

        return result.ToString();
    }
}
