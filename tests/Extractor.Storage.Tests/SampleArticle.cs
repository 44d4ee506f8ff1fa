using System.Collections.Immutable;
using Extractor.Facts;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Storage.Tests;

/// <summary>Articles made up of sentences with known facts, so that a test can say in a line what a document holds.</summary>
internal sealed class SampleArticle(string name)
{
    private readonly List<(string Sentence, Func<Fact, Fact>[] Facts)> sentences = [];

    public string Root { get; init; } = "/articles";

    public DocumentMetadata Metadata { get; init; } = new()
    {
        Title = "Trade grows",
        Url = "https://news.example/trade",
        Published = new DateOnly(2022, 5, 12),
        PublishedFrom = "given",
        Language = "en",
    };

    public OffsetMap Offsets { get; init; } = OffsetMap.Identity;

    public long? DuplicateOf { get; init; }

    public ImmutableArray<FactCheck> Checks { get; init; } = [];

    /// <summary>Adds a sentence; each change makes a fact of it, starting from Zhejiang's exports of the first quarter of 2022.</summary>
    public SampleArticle Says(string sentence, params Func<Fact, Fact>[] facts)
    {
        sentences.Add((sentence, facts));
        return this;
    }

    public string Text => string.Join(' ', sentences.Select(sentence => sentence.Sentence));

    public SourceDocument Document => new(name, Text, Metadata, Offsets);

    public ImmutableArray<Fact> Facts => Extraction.Facts;

    public Extraction Extraction
    {
        get
        {
            var document = Document;
            var spans = ImmutableArray.CreateBuilder<TextSpan>();
            var facts = ImmutableArray.CreateBuilder<Fact>();
            var ledger = ImmutableArray.CreateBuilder<LedgerEntry>();
            var at = 0;
            foreach (var (sentence, changes) in sentences)
            {
                var span = new TextSpan(at, at + sentence.Length);
                spans.Add(span);
                foreach (var change in changes) facts.Add(Fact(document, span, change));
                for (var i = 0; i < sentence.Length; i++)
                {
                    if (!char.IsAsciiDigit(sentence[i]) || (i > 0 && char.IsAsciiDigit(sentence[i - 1]))) continue;
                    var end = i;
                    while (end < sentence.Length && char.IsAsciiDigit(sentence[end])) end++;
                    ledger.Add(changes.Length > 0
                        ? new LedgerEntry(new TextSpan(at + i, at + end), NumberClass.Fact, "value", facts[^1].Id)
                        : new LedgerEntry(new TextSpan(at + i, at + end), NumberClass.Unresolved, "no rule"));
                }

                at = span.End + 1;
            }

            return new Extraction(document, spans.ToImmutable(), facts.ToImmutable(), ledger.ToImmutable());
        }
    }

    public DocumentWrite Write => new()
    {
        Extraction = Extraction,
        Source = new DocumentSource { Root = Root, Path = $"{Root}/{name}", Hash = Document.Hash, Size = Text.Length, Kind = "text", Charset = "utf-8" },
        DuplicateOf = DuplicateOf,
        Duplicate = DuplicateOf is null ? DuplicateKind.None : DuplicateKind.Same,
        Checks = Checks,
        Seconds = 0.25,
    };

    private static Fact Fact(SourceDocument document, TextSpan span, Func<Fact, Fact> change)
    {
        var fact = change(new Fact
        {
            Id = "",
            Doc = document.Name,
            Span = span,
            Quote = span.Of(document.Text),
            Region = "Zhejiang",
            Period = TradePeriod.Months(2022, 1, 3),
            Flow = Flow.Exports,
            Slots = [],
            Rule = "level",
            Derivation = ["level: amount after 'reached'", "region: subject of the sentence"],
        });
        if (fact.Slots.IsEmpty)
        {
            fact = fact with
            {
                Slots =
                [
                    new Slot(SlotName.Region, fact.Region, new TextSpan(span.Start, Math.Min(span.Start + 3, span.End)), SlotOrigin.Stated),
                    new Slot(SlotName.Period, fact.Period.ToString(), null, SlotOrigin.Document),
                    new Slot(SlotName.Flow, FactLineNames.Of(fact.Flow), new TextSpan(span.Start, span.Start + 1), SlotOrigin.Carried),
                ],
            };
        }

        return fact with { Id = FactIdentity.Of(document.Hash, fact) };
    }
}
