using System.Text;
using Extractor.Text;

namespace Extractor.Benchmarks.Parts;

/// <summary>What one call of a benchmark goes through.</summary>
/// <param name="Documents">How many documents.</param>
/// <param name="Bytes">Their bytes of UTF-8.</param>
/// <param name="Facts">The facts in them.</param>
public sealed record Workload(int Documents, long Bytes, int Facts)
{
    /// <summary>The weight of some articles.</summary>
    public static Workload Of(List<SourceDocument> documents) => new(
        documents.Count,
        documents.Sum(document => (long)Encoding.UTF8.GetByteCount(document.Text)),
        documents.Sum(document => TradeExtractor.Default.Extract(document).Facts.Length));
}
