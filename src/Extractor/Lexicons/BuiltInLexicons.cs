using System.Collections.Immutable;
using System.Text;

namespace Extractor.Lexicons;

/// <summary>The word lists that come with the assembly.</summary>
public static class BuiltInLexicons
{
    private const string Root = "lexicons/";

    /// <summary>The built-in tables of one language whose file name begins with <paramref name="prefix"/>, in order of their names.</summary>
    /// <param name="language">Folder under <c>lexicons</c>, such as <c>en</c>.</param>
    /// <param name="prefix">How the file name begins, such as <c>places</c>.</param>
    public static ImmutableArray<TsvTable> Load(string language, string prefix)
    {
        var assembly = typeof(BuiltInLexicons).Assembly;
        var start = $"{Root}{language}/{prefix}";
        var tables = ImmutableArray.CreateBuilder<TsvTable>();
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            // Resource names come from MSBuild with the separator of the machine that built them.
            if (!name.Replace('\\', '/').StartsWith(start, StringComparison.Ordinal)) continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var reader = new StreamReader(stream, Encoding.UTF8);
            tables.Add(TsvTable.Read(name.Replace('\\', '/'), reader));
        }

        return tables.ToImmutable();
    }
}
