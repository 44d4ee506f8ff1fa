using System.Text;
using Extractor.Lexicons;

namespace Extractor.Ingest.Charsets;

/// <summary>The tables of this folder's <c>Data</c>.</summary>
internal static class CharsetTables
{
    public static TsvTable Load(string file)
    {
        using var stream = typeof(CharsetTables).Assembly.GetManifestResourceStream("charsets/" + file)
            ?? throw new InvalidOperationException($"The table {file} is not part of the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return TsvTable.Read(file, reader);
    }
}
