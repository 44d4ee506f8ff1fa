using Extractor.Facts;
using Extractor.Store;

namespace Extractor.Storage;

/// <summary>Facts that are kept as fact lines: those of the history, of decisions, and what was extracted before a correction.</summary>
internal static class FactLines
{
    public static string Write(Fact fact) => new FactLine(fact).ToJson();

    public static Fact Read(string line, string path) => FactLine.TryParse(line, out var read, out var error)
        ? read.Fact
        : throw new StoreException($"{path}: the database is damaged (a stored fact line: {error}).");
}
