using Extractor.Facts;
using Extractor.Store;
using Extractor.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Extractor.Storage.Tests;

/// <summary>Whatever is written comes back the same: any text, any numbers, any slots.</summary>
public sealed class RoundTripTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteFactStore store;
    private int documents;

    public RoundTripTests() => store = SqliteFactStore.Open(folder.File("facts.db"), create: true);

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    private static Config Many => Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(2022, 5);

    [Fact]
    public void Decimals_come_back_equal_and_as_numbers_where_they_fit()
    {
        Prop.ForAll<decimal>(number =>
        {
            var back = ExactNumber.TryInteger(number, out var integer) ? integer
                : ExactNumber.TryReal(number, out var real) ? ExactNumber.FromReal(real)
                : ExactNumber.Parse(ExactNumber.Text(number));
            return back == number;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
        Assert.True(ExactNumber.TryReal(39.4m, out _));
        Assert.True(ExactNumber.TryReal(-0.1m, out _));
        Assert.False(ExactNumber.TryReal(0.1234567890123456789m, out _));
    }

    [Fact]
    public void Facts_come_back_equal()
    {
        Prop.ForAll<NonNull<string>[], decimal?[], int>((words, numbers, bits) =>
        {
            var (text, region) = (words.FirstOrDefault()?.Get ?? "", words.LastOrDefault()?.Get ?? "");
            var (value, share) = (numbers.FirstOrDefault(), numbers.LastOrDefault());
            var article = new SampleArticle($"{documents++}.txt").Says($"x{Unicode(text)}", fact => fact with
            {
                Region = $"r{Unicode(region)}",
                Value = value,
                Unit = value is null ? null : "CNY",
                Share = share,
                Flow = (Flow)(bits & 3),
                Approx = (Approx)((bits >> 2) & 3),
                Modality = (Modality)((bits >> 4) & 3),
                Flags = (FactFlags)((bits >> 6) & 127),
                Period = TradePeriod.Months((bits & 8) == 0 ? null : 1 + ((bits >> 5) & 1023), 1 + ((bits >> 3) & 7), 12),
                Rank = (bits & 16) == 0 ? null : bits,
            });
            using (var writer = store.BeginRun(new RunStart { Started = DateTimeOffset.UnixEpoch, RulesVersion = "1" }))
            {
                writer.Write(article.Write);
                writer.Complete();
            }

            var document = store.FindDocument(article.Document.Name)!;
            var fact = store.FactsOf(document.Id)[0].Fact;
            Assert.Equal(article.Facts[0] with { Slots = [], Derivation = [] }, fact with { Slots = [], Derivation = [] });
            Assert.Equal(article.Facts[0].Slots.AsEnumerable(), fact.Slots);
            var content = store.ReadDocument(document.Id)!;
            Assert.Equal(article.Text, content.Document.Text);
            Assert.Equal(document.Hash, content.Document.Hash);
            return true;
        }).Check(Many);
    }

    [Fact]
    public void Lists_of_numbers_come_back_equal()
    {
        Prop.ForAll<NonNull<string>[], int[]>((reasons, places) =>
        {
            System.Collections.Immutable.ImmutableArray<LedgerEntry> numbers =
            [
                .. reasons.Select((reason, i) => new LedgerEntry(
                    new TextSpan(i, i + Math.Abs(places.ElementAtOrDefault(i) % 1_000_000)),
                    (NumberClass)(i % 3),
                    i % 4 == 0 ? $"no \"rule\" for {Unicode(reason.Get)}" : "value",
                    i % 3 == 0 ? "0123456789abcdef" : null)),
            ];
            return NumberList.Read(System.Text.Encoding.UTF8.GetString(NumberList.Write(numbers))).SequenceEqual(numbers);
        }).Check(Many);
    }

    [Fact]
    public void Offset_maps_come_back_equal()
    {
        Prop.ForAll<NonEmptyArray<PositiveInt>, int[]>((steps, sources) =>
        {
            var text = 0;
            var runs = new List<OffsetRun>();
            foreach (var next in steps.Get)
            {
                var source = sources.Length == 0 ? 0 : sources[runs.Count % sources.Length];
                runs.Add(new OffsetRun(text, source * 3L, Math.Abs(source % 5)));
                text += next.Get;
            }

            var map = new OffsetMap([.. runs]);
            return OffsetMapBlob.Read(OffsetMapBlob.Write(map)).Runs.SequenceEqual(map.Runs);
        }).Check(Config.QuickThrowOnFailure);
        Assert.Null(OffsetMapBlob.Write(OffsetMap.Identity));
    }

    [Fact]
    public void Any_words_may_be_looked_for()
    {
        Prop.ForAll<NonNull<string>>(words =>
        {
            store.Facts(new FactQuery { Text = words.Get });
            store.Count(new FactQuery { Text = words.Get, Doc = words.Get, Rule = words.Get + "*" });
            store.Documents(new DocumentQuery { Text = words.Get, NameContains = words.Get });
            store.FindFact(words.Get);
            return true;
        }).Check(Many);
    }

    /// <summary>Half a surrogate pair is no character; decoders never yield one.</summary>
    private static string Unicode(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
