using Extractor.Facts;
using Extractor.Lexicons;
using Extractor.Mentions.Periods;
using Extractor.Rules;
using Extractor.Rules.Reading;
using Extractor.Text;

namespace Extractor;

/// <summary>Reads documents and yields their facts. Immutable and safe to share between threads; nothing is kept between documents.</summary>
public sealed class TradeExtractor
{
    // The compiler's hash of this assembly, code and built-in word lists: builds are deterministic, so it changes when and only when they do.
    private static readonly string ReaderVersion = typeof(TradeExtractor).Module.ModuleVersionId.ToString("N")[..12];

    private readonly SentenceSplitter splitter;
    private readonly PeriodFinder periodFinder;

    private TradeExtractor(LexiconSet lexicons, RuleSet rules, string version)
    {
        Lexicons = lexicons;
        Rules = rules;
        RulesVersion = version;
        splitter = new SentenceSplitter(lexicons.Words.Abbreviations);
        periodFinder = new PeriodFinder(lexicons.Periods);
    }

    /// <summary>The extractor with the built-in lexicons and rules.</summary>
    public static TradeExtractor Default => BuiltIn.Value;

    /// <summary>Identifies code, lexicons and rules: documents read under another version are read again.</summary>
    public string RulesVersion { get; }

    /// <summary>The word lists.</summary>
    public LexiconSet Lexicons { get; }

    /// <summary>The rules.</summary>
    public RuleSet Rules { get; }

    private static Lazy<TradeExtractor> BuiltIn { get; } = new(() => Create(LexiconSet.English, RuleSet.English, ""));

    /// <summary>Makes an extractor.</summary>
    /// <param name="lexicons">The word lists.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="lexiconVersion">Tells lists with the user's additions from the built-in ones.</param>
    public static TradeExtractor Create(LexiconSet lexicons, RuleSet rules, string lexiconVersion = "")
    {
        ArgumentNullException.ThrowIfNull(lexicons);
        ArgumentNullException.ThrowIfNull(rules);
        return new TradeExtractor(lexicons, rules, $"{ReaderVersion}.{rules.Version}{lexiconVersion}");
    }

    /// <summary>Reads one document.</summary>
    public Extraction Extract(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Extract(document, Tokenizer.Tokenize(document.Text));
    }

    /// <summary>Reads one document whose tokens somebody else needs too.</summary>
    /// <param name="document">The document.</param>
    /// <param name="tokens">What <see cref="Tokenizer.Tokenize"/> makes of its text.</param>
    public Extraction Extract(SourceDocument document, TokenList tokens)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(tokens);
        return new DocumentReading(document, tokens, Lexicons, Rules, splitter, periodFinder).Read();
    }

    /// <summary>How each sentence of a document is cut into numbers, periods, phrases and words: what rules see. For <c>explain</c>.</summary>
    public IEnumerable<string> Describe(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new DocumentReading(document, Tokenizer.Tokenize(document.Text), Lexicons, Rules, splitter, periodFinder).Describe();
    }
}
