using System.Collections.Immutable;
using Extractor.Facts;
using Extractor.Tests.Corpus;
using Extractor.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Extractor.Tests.Invariants;

/// <summary>What holds of every extraction, whatever the text.</summary>
public sealed class InvariantTests
{
    private static readonly ImmutableArray<SourceDocument> Articles = [.. ReadArticles()];

    // The same cases every time: a build that fails must fail for the one who changed something.
    private static Config Checks(int count) => Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20261122, 7), FSharpOption<int>.None)));

    [Fact]
    public void Articles_keep_them() => Assert.All(Articles, article => AssertHolds(TradeExtractor.Default.Extract(article)));

    [Fact]
    public void Arbitrary_strings_keep_them() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Hold(text ?? "")).Check(Checks(500));

    [Fact]
    public void Arbitrary_code_units_keep_them() =>
        Prop.ForAll(Gen.Choose(0, 0xffff).Select(code => (char)code).ArrayOf().Select(chars => new string(chars)).ToArbitrary(), Hold).Check(Checks(500));

    [Fact]
    public void Sentences_of_shuffled_words_keep_them()
    {
        var words = Articles.SelectMany(article => article.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).ToArray();
        var texts = from picked in Gen.Elements(words).ArrayOf(40)
                    from breaks in Gen.Elements(" ", " ", "\n", "\n\n").ArrayOf(40)
                    select string.Concat(picked.Zip(breaks, (word, gap) => word + gap));
        Prop.ForAll(texts.ToArbitrary(), Hold).Check(Checks(1000));
    }

    [Fact]
    public void Halves_of_sentences_put_together_keep_them()
    {
        var sentences = Articles.SelectMany(article => TradeExtractor.Default.Extract(article).Sentences.Select(span => span.Of(article.Text))).ToArray();
        var texts = from parts in (from sentence in Gen.Elements(sentences)
                                   from start in Gen.Choose(0, sentence.Length)
                                   from length in Gen.Choose(0, sentence.Length - start)
                                   select sentence.Substring(start, length)).ArrayOf(5)
                    from gap in Gen.Elements("", " ", ", ", "\n")
                    select string.Join(gap, parts);
        Prop.ForAll(texts.ToArbitrary(), Hold).Check(Checks(1000));
    }

    [Fact]
    public void Neither_threads_nor_order_matter()
    {
        var alone = Articles.Select(article => Lines(TradeExtractor.Default.Extract(article))).ToArray();
        for (var round = 0; round < 2; round++)
        {
            var order = Enumerable.Range(0, Articles.Length * 8).Select(i => i % Articles.Length).ToArray();
            new Random(round).Shuffle(order);
            var together = new string[order.Length];
            Parallel.For(0, order.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = Lines(TradeExtractor.Default.Extract(Articles[order[i]])));
            for (var i = 0; i < order.Length; i++) Assert.Equal(alone[order[i]], together[i]);
        }
    }

    [Theory]
    [InlineData("Exports rose 5.2% in May 2024, to $5 billion.")]
    [InlineData("India took 2,000 ships in 2024, the third most since May 1, 1990.")]
    [InlineData("Exports rose outside the Eur 2025-02-14")]
    [InlineData("EXPORTS he May. 7, benefiting")]
    public void Numbers_and_dates_of_the_same_characters_are_counted_once(string text)
    {
        var extraction = TradeExtractor.Default.Extract(new SourceDocument("a.txt", text));
        Assert.NotEmpty(extraction.Ledger);
        AssertHolds(extraction);
    }

    // Counted in bytes allocated, which a busy machine does not change: four times the text, about four times the work.
    [Theory]
    [InlineData("exports rose 5.2 percent to 48.1 billion dollars, and ")]
    [InlineData("China, Japan, Korea and ")]
    [InlineData("5.2%, 3.1%, ")]
    [InlineData("the same period last year ")]
    [InlineData("Exports rose 5.2%.\n\n")]
    [InlineData("( ")]
    [InlineData("word ")]
    [InlineData("of the exports of the ")]
    public void Work_grows_with_length(string part)
    {
        Allocated(part, 500);
        var some = Allocated(part, 1_000);
        var more = Allocated(part, 4_000);
        Assert.True(more < 6 * some, $"'{part}': {some} bytes for a text of {1_000 * part.Length}, {more} for one of {4_000 * part.Length}");
    }

    private static long Allocated(string part, int count)
    {
        var document = new SourceDocument("a.txt", string.Concat(Enumerable.Repeat(part, count)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        TradeExtractor.Default.Extract(document);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static bool Hold(string text)
    {
        AssertHolds(TradeExtractor.Default.Extract(new SourceDocument("a.txt", text)));
        return true;
    }

    private static void AssertHolds(Extraction extraction)
    {
        var text = extraction.Document.Text;
        var end = 0;
        foreach (var sentence in extraction.Sentences)
        {
            Assert.True(sentence.Start >= end && sentence.End <= text.Length && !sentence.IsEmpty, $"sentence {sentence} after {end}");
            end = sentence.End;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fact in extraction.Facts)
        {
            Assert.Equal(fact.Span.Of(text), fact.Quote);
            Assert.True(ids.Add(fact.Id), $"two facts {fact.Id}: {fact.Quote}");
            Assert.NotEmpty(fact.Rule);
            Assert.NotEmpty(fact.Derivation);
            Assert.NotEmpty(fact.Region);
            Assert.Contains(fact.Slots, slot => slot.Span is not null);
            foreach (var slot in fact.Slots)
            {
                if (slot.Span is { } span) Assert.True(span.End <= text.Length, $"{slot} outside the text");
                if (slot.Origin == SlotOrigin.Stated) Assert.True(slot.Span is { } read && fact.Span.Contains(read), $"{slot} is stated but not in {fact.Span} '{fact.Quote}'");
            }

            Assert.True(FactLine.TryParse(new FactLine(fact).ToJson(), out _, out var error), error);
        }

        var counted = 0;
        foreach (var entry in extraction.Ledger)
        {
            Assert.True(entry.Span.Start >= counted, $"ledger {entry} after {counted}");
            counted = entry.Span.End;
            Assert.True(entry.Span.End <= text.Length, $"ledger {entry} outside the text");
            Assert.True(entry.Class != NumberClass.Fact || entry.FactId is null || ids.Contains(entry.FactId), $"ledger {entry}: no such fact");
            Assert.NotEmpty(entry.Reason);
        }
    }

    private static string Lines(Extraction extraction) => string.Join(
        '\n', extraction.Facts.Select(fact => new FactLine(fact).ToJson()).Concat(extraction.Facts.SelectMany(fact => fact.Derivation)).Concat(extraction.Ledger.Select(entry => entry.ToString())));

    private static IEnumerable<SourceDocument> ReadArticles()
    {
        foreach (var name in CorpusArticles.Names) yield return new SourceDocument(name, File.ReadAllText(Path.Combine(CorpusArticles.Folder, name)));
        if (SharedData.Folder is null) yield break;
        foreach (var set in new[] { "seeds", "dev" })
        {
            foreach (var path in Directory.EnumerateFiles(SharedData.Of("articles", set), "*.txt").Order(StringComparer.Ordinal))
                yield return new SourceDocument($"{set}/{Path.GetFileName(path)}", File.ReadAllText(path));
        }
    }
}
