using System.Buffers;
using System.Text;
using Extractor.Cli.Output;
using Extractor.Facts;

namespace Extractor.Cli.Running;

/// <summary>One document's facts in the formats of files.</summary>
/// <param name="JsonLines">As fact lines.</param>
/// <param name="Csv">As rows, without header.</param>
internal sealed record WrittenFacts(ReadOnlyMemory<byte> JsonLines, ReadOnlyMemory<byte> Csv)
{
    public static WrittenFacts None { get; } = new(default, default);

    public static WrittenFacts Of(IReadOnlyCollection<FactLine> lines)
    {
        if (lines.Count == 0) return None;
        var csv = new StringBuilder(lines.Count * 512);
        foreach (var line in lines) FactColumns.AppendCsv(csv, line);
        return new WrittenFacts(AsJsonLines(lines), Encoding.UTF8.GetBytes(csv.ToString()));
    }

    /// <summary>As fact lines alone.</summary>
    public static ReadOnlyMemory<byte> AsJsonLines(IReadOnlyCollection<FactLine> lines)
    {
        var jsonLines = new ArrayBufferWriter<byte>(Math.Max(1, lines.Count * 1024));
        foreach (var line in lines) line.WriteTo(jsonLines);
        return jsonLines.WrittenMemory;
    }
}
