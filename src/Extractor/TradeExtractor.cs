using Extractor.Facts;
using Extractor.Text;

namespace Extractor;

/// <summary>Reads documents and yields their facts. Immutable and safe to share between threads; nothing is kept between documents.</summary>
public sealed class TradeExtractor
{
    private TradeExtractor()
    {
    }

    /// <summary>The extractor with the built-in lexicons and rules.</summary>
    public static TradeExtractor Default { get; } = new();

    /// <summary>Identifies lexicons and rules: documents read under another version are read again.</summary>
    public string RulesVersion => "0";

    /// <summary>Reads one document.</summary>
    public Extraction Extract(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new Extraction(document, [], [], []);
    }
}
