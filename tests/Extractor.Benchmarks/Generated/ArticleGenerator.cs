using System.Collections.Immutable;
using System.Text;
using Extractor.Facts;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Benchmarks.Generated;

/// <summary>Makes up articles with their facts: the same ones every time, as uneven as real ones.</summary>
/// <remarks>A few regions, partners and rules have most facts, most have few; some combinations never occur.</remarks>
internal sealed class ArticleGenerator(int seed = 1)
{
    private static readonly string[] Regions =
    [
        "China", "Zhejiang", "Guangdong", "Jiangsu", "Shanghai", "Shandong", "Vietnam", "South Korea", "Japan", "India", "Germany", "Beijing", "Fujian",
        "United States", "Thailand", "Malaysia", "Indonesia", "Singapore", "Taiwan", "Hong Kong", "Sichuan", "Chongqing", "Hubei", "Anhui", "Henan",
        "Tianjin", "Liaoning", "Hebei", "Hunan", "Jiangxi", "Shaanxi", "Guangxi", "Yunnan", "Xinjiang", "Hainan", "Ningbo", "Hangzhou", "Yiwu",
        "Jiaxing", "Wenzhou", "Shenzhen", "Suzhou", "Brazil", "Mexico", "Canada", "Australia", "United Kingdom", "France", "Italy", "Spain",
        "Netherlands", "Poland", "Norway", "Sweden", "Switzerland", "Turkey", "Russia", "Ukraine", "Egypt", "Kenya", "Nigeria", "South Africa",
        "Chile", "Peru", "Argentina", "Pakistan", "Bangladesh", "Sri Lanka", "Philippines", "New Zealand", "Qinghai", "Tibet", "Ningxia", "Guizhou",
    ];

    private static readonly (string Code, string Name)[] Partners =
    [
        ("US", "the United States"), ("EU", "the European Union"), ("ASEAN", "ASEAN countries"), ("JP", "Japan"), ("KR", "South Korea"), ("BRI", "Belt and Road countries"),
        ("HK", "Hong Kong"), ("TW", "Taiwan"), ("DE", "Germany"), ("AU", "Australia"), ("VN", "Vietnam"), ("MY", "Malaysia"), ("IN", "India"), ("RU", "Russia"),
        ("BR", "Brazil"), ("MX", "Mexico"), ("CA", "Canada"), ("GB", "Britain"), ("NL", "the Netherlands"), ("TH", "Thailand"), ("ID", "Indonesia"),
        ("SG", "Singapore"), ("PH", "the Philippines"), ("SA", "Saudi Arabia"), ("AE", "the United Arab Emirates"), ("ZA", "South Africa"), ("CL", "Chile"),
        ("AFRICA", "African countries"), ("LATAM", "Latin American countries"), ("RCEP", "RCEP members"), ("CN+HK", "China and Hong Kong together"), ("IT", "Italy"), ("FR", "France"),
    ];

    private static readonly string[] Things =
    [
        "machinery", "ships", "textiles", "garments", "toys", "furniture", "steel", "crude oil", "natural gas", "soybeans", "rice", "coffee", "fruit", "vegetables",
        "seafood", "meat", "cars", "car parts", "lithium batteries", "solar panels", "integrated circuits", "mobile phones", "computers", "home appliances",
        "medicines", "fertiliser", "plastics", "rubber", "copper", "iron ore", "coal", "timber", "paper", "shoes", "leather goods", "jewellery", "gold", "aircraft",
        "optical instruments", "medical devices", "chemicals", "cotton", "palm oil", "wine", "milk powder", "ceramics", "glass", "cables", "motors", "pumps",
    ];

    private static readonly string[] Kinds = ["", "new ", "used ", "processed ", "raw ", "finished ", "high-tech ", "green ", "organic ", "industrial "];

    private static readonly string[] Rules =
    [
        "level.reached", "growth.up", "growth.list", "share.accounted-for", "level.worth", "growth.year-on-year", "growth.percent", "level.total",
        "contribution.points", "contribution.rate", "change.by", "multiple.times", "level.hit", "level.list", "share.of-total", "growth.fell", "rank.place",
    ];

    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private readonly Random random = new(seed);

    /// <summary>One article of about <paramref name="size"/> facts.</summary>
    public DocumentWrite Article(int number, int size)
    {
        var text = new StringBuilder(size * 90);
        var sentences = ImmutableArray.CreateBuilder<TextSpan>();
        var drafts = new List<Fact>();
        var ledger = new List<(TextSpan Span, int Fact)>();
        var region = Pick(Regions);
        var year = 2005 + (int)(20 * Math.Sqrt(random.NextDouble()));
        var lastMonth = random.Next(1, 13);
        var name = $"{year}/{number % 97:D2}/{region.ToLowerInvariant().Replace(' ', '-')}-{number}.html";
        while (drafts.Count < size)
        {
            if (random.Next(6) == 0)
            {
                var start = text.Length;
                text.Append("More than ").Append(random.Next(2, 900)).Append(" firms took part in the fair, the customs office of ").Append(region).Append(" said.");
                var span = new TextSpan(start, text.Length);
                sentences.Add(span);
                ledger.Add((new TextSpan(start + 10, start + 11), -1));
                text.Append(' ');
                continue;
            }

            Sentence(text, sentences, drafts, ledger, region, year, lastMonth);
        }

        var document = new SourceDocument(name, text.ToString(), new DocumentMetadata
        {
            Title = $"{region}'s trade in {Months[lastMonth - 1]} {year}",
            Url = $"https://news.example/{name}",
            Published = new DateOnly(year, lastMonth, 1).AddDays(40),
            PublishedFrom = "json-ld",
            Language = "en",
            Publisher = "Example News",
        });
        var facts = drafts.Select(fact => fact with { Doc = name, Quote = fact.Span.Of(document.Text) })
            .Select(fact => fact with { Id = FactIdentity.Of(document.Hash, fact) }).ToImmutableArray();
        return new DocumentWrite
        {
            Extraction = new Extraction(
                document,
                sentences.ToImmutable(),
                facts,
                [.. ledger.Select(entry => entry.Fact >= 0
                    ? new LedgerEntry(entry.Span, NumberClass.Fact, "value", facts[entry.Fact].Id)
                    : random.Next(4) == 0
                        ? new LedgerEntry(entry.Span, NumberClass.Unresolved, "no rule: nearest is level.reached")
                        : new LedgerEntry(entry.Span, NumberClass.Other, "count-of-firms"))]),
            Source = new DocumentSource { Root = "/generated", Path = $"/generated/{name}", Hash = document.Hash, Size = document.Text.Length, Kind = "html", Charset = "utf-8" },
            Seconds = 0.002,
        };
    }

    private void Sentence(
        StringBuilder text, ImmutableArray<TextSpan>.Builder sentences, List<Fact> facts, List<(TextSpan Span, int Fact)> ledger, string region, int year, int lastMonth)
    {
        var start = text.Length;
        var flow = random.Next(20) switch { < 4 => Flow.Trade, < 13 => Flow.Exports, < 18 => Flow.Imports, _ => Flow.Balance };
        (string Code, string Name)? partner = random.Next(2) == 0 ? Pick(Partners) : null;
        var category = random.Next(5) < 2 ? Pick(Kinds) + Pick(Things) : null;
        var period = random.Next(3) == 0 ? TradePeriod.Months(year, lastMonth, lastMonth) : TradePeriod.Months(random.Next(40) == 0 ? null : year, 1, lastMonth);
        var flags = (partner is null ? FactFlags.None : FactFlags.PeriodCarried) | (period.YearIsKnown ? FactFlags.None : FactFlags.YearUnknown)
            | (random.Next(12) == 0 ? FactFlags.ListPaired : FactFlags.None) | (random.Next(15) == 0 ? FactFlags.RegionAssumed : FactFlags.None)
            | (random.Next(9) == 0 && category is not null ? FactFlags.CategoryAssumed : FactFlags.None);
        var regionSpan = Append(text, region);
        text.Append("'s ");
        var flowSpan = Append(text, FactLineNames.Of(flow));
        TextSpan? categorySpan = null;
        if (category is not null)
        {
            text.Append(" of ");
            categorySpan = Append(text, category);
        }

        TextSpan? partnerSpan = null;
        if (partner is { } with)
        {
            text.Append(flow == Flow.Imports ? " from " : " to ");
            partnerSpan = Append(text, with.Name);
        }

        text.Append(" in ");
        var periodSpan = Append(text, period.Start.Month == lastMonth ? Months[lastMonth - 1] : $"the first {lastMonth} months");
        text.Append(" reached ");
        var value = Math.Round((decimal)Math.Exp(random.NextDouble() * 9), 2) * 10_000_000;
        if (flow == Flow.Balance && random.Next(2) == 0) value = -value;
        var amount = Append(text, $"{value / 1_000_000_000:0.####}");
        text.Append(" billion ");
        var currency = random.Next(4) == 0 ? "USD" : "CNY";
        var unit = Append(text, currency == "USD" ? "US dollars" : "yuan");
        text.Append(", up ");
        var growth = Math.Round((decimal)((random.NextDouble() * 80) - 30), 1);
        var growthSpan = Append(text, $"{growth}%");
        TextSpan? share = null;
        var part = random.Next(1, 60) + 0.5m;
        if (random.Next(2) == 0)
        {
            text.Append(", or ");
            share = Append(text, $"{part}%");
            text.Append(" of the total");
        }

        text.Append('.');
        var span = new TextSpan(start, text.Length);
        sentences.Add(span);
        text.Append(random.Next(4) == 0 ? "\n\n" : " ");
        var slots = ImmutableArray.CreateBuilder<Slot>();
        slots.Add(new Slot(SlotName.Region, region, regionSpan, SlotOrigin.Stated));
        slots.Add(new Slot(SlotName.Period, period.ToString(), periodSpan, SlotOrigin.Stated));
        slots.Add(new Slot(SlotName.Flow, FactLineNames.Of(flow), flowSpan, SlotOrigin.Stated));
        if (partnerSpan is not null) slots.Add(new Slot(SlotName.Partner, partner!.Value.Code, partnerSpan, SlotOrigin.Stated));
        if (categorySpan is not null) slots.Add(new Slot(SlotName.Category, category!, categorySpan, SlotOrigin.Stated));
        var main = new Fact
        {
            Id = "",
            Doc = "",
            Quote = "",
            Span = span,
            Region = region,
            Period = period,
            Flow = flow,
            Partner = partner?.Code,
            Category = category,
            Value = value,
            Unit = currency,
            Growth = growth,
            Slots = slots.ToImmutable().Add(new Slot(SlotName.Value, $"{value / 1.0000000000000000000000000000m}", amount, SlotOrigin.Stated))
                .Add(new Slot(SlotName.Unit, currency, unit, SlotOrigin.Stated))
                .Add(new Slot(SlotName.Growth, $"{growth / 1.0000000000000000000000000000m}", growthSpan, SlotOrigin.Stated)),
            Rule = Pick(Rules),
            Derivation = ["amount with currency after 'reached'", "growth: percent after 'up'"],
            Flags = flags,
        };
        ledger.Add((amount, facts.Count));
        ledger.Add((growthSpan, facts.Count));
        facts.Add(main);
        if (share is null) return;
        ledger.Add((share.Value, facts.Count));
        facts.Add(main with
        {
            Value = null,
            Unit = null,
            Growth = null,
            Share = part,
            Slots = slots.ToImmutable().Add(new Slot(SlotName.Share, $"{part / 1.0000000000000000000000000000m}", share, SlotOrigin.Stated)),
            Rule = "share.of-total",
        });
    }

    private static TextSpan Append(StringBuilder text, string words)
    {
        text.Append(words);
        return new TextSpan(text.Length - words.Length, text.Length);
    }

    /// <summary>The first are picked most: about a fifth of all is the first.</summary>
    private T Pick<T>(T[] from) => from[(int)(from.Length * Math.Pow(random.NextDouble(), 2.5))];
}
