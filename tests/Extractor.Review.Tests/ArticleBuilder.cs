using System.Collections.Immutable;
using Extractor.Facts;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Review.Tests;

/// <summary>A made-up article whose facts are given by hand: by the sentence that states them and the words of each slot.</summary>
internal sealed class ArticleBuilder(string name, string text, DocumentMetadata? metadata = null)
{
    private readonly SourceDocument document = new(name, text, metadata);
    private readonly List<Fact> facts = [];
    private readonly List<LedgerEntry> ledger = [];

    public SourceDocument Document => document;

    public IReadOnlyList<Fact> Facts => facts;

    /// <summary>Adds a fact. A slot's words are looked for in the sentence, or before it for a carried one (<c>^words</c>).</summary>
    public ArticleBuilder Fact(string sentence, Fact slots, params (SlotName Name, string Words)[] words)
    {
        var start = document.Text.IndexOf(sentence, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{sentence}' is not in {document.Name}.");
        var span = new TextSpan(start, start + sentence.Length);
        var read = new List<Slot>();
        foreach (var (slot, phrase) in words)
        {
            var carried = phrase.StartsWith('^');
            var sought = carried ? phrase[1..] : phrase;
            var at = carried ? document.Text.LastIndexOf(sought, start, StringComparison.Ordinal) : document.Text.IndexOf(sought, start, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{sought}' is not in {document.Name}.");
            read.Add(new Slot(slot, slots.Written(slot) ?? "", new TextSpan(at, at + sought.Length), carried ? SlotOrigin.Carried : SlotOrigin.Stated));
            if (slots.Number(slot) is not null) ledger.Add(new LedgerEntry(new TextSpan(at, at + sought.Length), NumberClass.Fact, FactLineNames.Of(slot)));
        }

        var fact = slots with { Doc = document.Name, Span = span, Quote = sentence, Slots = [.. read] };
        fact = fact with { Id = FactIdentity.Of(document.Hash, fact) };
        facts.Add(fact);
        for (var i = 0; i < ledger.Count; i++)
        {
            if (ledger[i].Class == NumberClass.Fact && ledger[i].FactId is null) ledger[i] = ledger[i] with { FactId = fact.Id };
        }

        return this;
    }

    /// <summary>Accounts for a number that is no part of a fact.</summary>
    public ArticleBuilder Number(string words, NumberClass numberClass, string reason)
    {
        var at = document.Text.LastIndexOf(words, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{words}' is not in {document.Name}.");
        ledger.Add(new LedgerEntry(new TextSpan(at, at + words.Length), numberClass, reason));
        return this;
    }

    public DocumentWrite Build(byte[]? source = null) => new()
    {
        Extraction = new Extraction(document, Sentences(), [.. facts.OrderBy(f => f.Span)], [.. ledger.OrderBy(e => e.Span)]),
        Source = new DocumentSource { Root = "/articles", Path = "/articles/" + document.Name, Hash = document.Hash, Kind = source is null ? "text" : "html" },
        SourceBytes = source is null ? null : (ReadOnlyMemory<byte>?)source,
    };

    private ImmutableArray<TextSpan> Sentences()
    {
        var sentences = ImmutableArray.CreateBuilder<TextSpan>();
        var start = 0;
        for (var i = 0; i < document.Text.Length; i++)
        {
            var ends = document.Text[i] is '\n' || (document.Text[i] == '.' && (i + 1 == document.Text.Length || char.IsWhiteSpace(document.Text[i + 1])));
            if (!ends) continue;
            while (start < i && char.IsWhiteSpace(document.Text[start])) start++;
            var end = document.Text[i] == '.' ? i + 1 : i;
            if (end > start) sentences.Add(new TextSpan(start, end));
            start = i + 1;
        }

        while (start < document.Text.Length && char.IsWhiteSpace(document.Text[start])) start++;
        if (start < document.Text.Length) sentences.Add(new TextSpan(start, document.Text.Length));
        return sentences.ToImmutable();
    }
}
