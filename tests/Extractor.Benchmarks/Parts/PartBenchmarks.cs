using System.Text;
using BenchmarkDotNet.Attributes;
using Extractor.Benchmarks.Inputs;
using Extractor.Facts;
using Extractor.Ingest;
using Extractor.Ingest.Duplicates;
using Extractor.Ingest.Html;
using Extractor.Ingest.Html.Tree;
using Extractor.Ingest.Metadata;
using Extractor.Mentions.Numbers;
using Extractor.Mentions.Periods;
using Extractor.Mentions.Places;
using Extractor.Storage;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Benchmarks.Parts;

/// <summary>Each part on one thread over the same articles; <see cref="Calibration"/> says how fast the machine is.</summary>
public class PartBenchmarks
{
    private const int Characters = 1_000_000;

    private readonly TradeExtractor extractor = TradeExtractor.Default;
    private readonly SentenceSplitter splitter = new(TradeExtractor.Default.Lexicons.Words.Abbreviations);
    private readonly PeriodFinder periods = new(TradeExtractor.Default.Lexicons.Periods);
    private readonly List<NumberMention> numberMentions = [];
    private readonly List<PeriodMention> periodMentions = [];
    private readonly List<PlaceMention> placeMentions = [];
    private List<SourceDocument> news = [];
    private List<SourceDocument> plain = [];
    private List<SourceDocument> dense = [];
    private List<TokenList> tokens = [];
    private List<IngestedDocument> read = [];
    private List<Extraction> extractions = [];
    private List<string> pages = [];
    private byte[] bytes = [];

    /// <summary>What the parts read, by the name of the benchmark: documents, bytes of UTF-8, facts.</summary>
    public static IReadOnlyDictionary<string, Workload> Workloads { get; } = Weigh();

    [GlobalSetup]
    public void Setup()
    {
        news = Articles.Repeat(Articles.News(), Characters);
        plain = Articles.Repeat(Articles.WithoutTrade(), Characters);
        dense = Articles.Repeat(Articles.Dense(), Characters);
        tokens = [.. news.Select(document => Tokenizer.Tokenize(document.Text))];
        read = [.. news.Select(document => new IngestedDocument(document, document.Name, "text", "utf-8"))];
        extractions = [.. news.Select(extractor.Extract)];
        pages = Articles.Html();
        bytes = Encoding.UTF8.GetBytes(string.Concat(news.Select(document => document.Text)));
    }

    /// <summary>What no change of ours makes faster: hashing and decoding the same bytes.</summary>
    [Benchmark]
    public int Calibration()
    {
        var sum = 0;
        foreach (var value in bytes) sum = (sum * 31) + (char.IsAsciiLetter((char)value) ? value : 0);
        return sum + Encoding.UTF8.GetCharCount(bytes);
    }

    [Benchmark]
    public int Tokens() => news.Sum(document => Tokenizer.Tokenize(document.Text).Count);

    [Benchmark]
    public int Sentences() => tokens.Sum(list => splitter.Split(list).Count);

    [Benchmark]
    public int Numbers() => Find(list => NumberFinder.Find(list, extractor.Lexicons.Numbers, numberMentions), numberMentions);

    [Benchmark]
    public int Periods() => Find(list => periods.Find(list, periodMentions), periodMentions);

    [Benchmark]
    public int Places() => Find(list => PlaceFinder.Find(list, extractor.Lexicons.Places, placeMentions), placeMentions);

    [Benchmark]
    public int ExtractionOfNewsWithoutTrade() => plain.Sum(document => extractor.Extract(document).Facts.Length);

    [Benchmark]
    public int ExtractionOfNews() => news.Sum(document => extractor.Extract(document).Facts.Length);

    [Benchmark]
    public int ExtractionOfTradeProse() => dense.Sum(document => extractor.Extract(document).Facts.Length);

    [Benchmark]
    public int TextMetadata() => news.Count(document => PlainTextMetadata.Read(document.Text).Published is not null);

    [Benchmark]
    public int Fingerprints() => read.Sum(document => Fingerprint.Of(document).ToArray().Length);

    [Benchmark]
    public int HtmlParse() => pages.Sum(page => PageTree.Parse(page).GetHashCode() & 1);

    [Benchmark]
    public int HtmlText() => pages.Sum(page => HtmlArticleReader.Read(page).Text.Length);

    [Benchmark]
    public int Store() => Write(extractions);

    private static IReadOnlyDictionary<string, Workload> Weigh()
    {
        var news = Workload.Of(Articles.Repeat(Articles.News(), Characters));
        var plain = Workload.Of(Articles.Repeat(Articles.WithoutTrade(), Characters));
        var dense = Workload.Of(Articles.Repeat(Articles.Dense(), Characters));
        var pages = Articles.Html();
        var html = new Workload(pages.Count, pages.Sum(page => (long)Encoding.UTF8.GetByteCount(page)), 0);
        return new Dictionary<string, Workload>(StringComparer.Ordinal)
        {
            [nameof(Calibration)] = news with { Facts = 0 },
            [nameof(Tokens)] = news with { Facts = 0 },
            [nameof(Sentences)] = news with { Facts = 0 },
            [nameof(Numbers)] = news with { Facts = 0 },
            [nameof(Periods)] = news with { Facts = 0 },
            [nameof(Places)] = news with { Facts = 0 },
            [nameof(ExtractionOfNewsWithoutTrade)] = plain,
            [nameof(ExtractionOfNews)] = news,
            [nameof(ExtractionOfTradeProse)] = dense,
            [nameof(TextMetadata)] = news with { Facts = 0 },
            [nameof(Fingerprints)] = news with { Facts = 0 },
            [nameof(HtmlParse)] = html,
            [nameof(HtmlText)] = html,
            [nameof(Store)] = news,
        };
    }

    private static int Write(IEnumerable<Extraction> extractions)
    {
        var folder = Directory.CreateTempSubdirectory("extractor-store-");
        try
        {
            using var store = SqliteFactStore.Open(Path.Combine(folder.FullName, "facts.db"), create: true);
            using var writer = store.BeginRun(new RunStart { Started = DateTimeOffset.UnixEpoch, RulesVersion = "1", CommandLine = "" });
            var written = 0;
            foreach (var extraction in extractions)
            {
                var name = $"{written++}/{extraction.Document.Name}";
                var document = new SourceDocument(name, extraction.Document.Text, extraction.Document.Metadata);
                writer.Write(new DocumentWrite
                {
                    Extraction = extraction with { Document = document },
                    Source = new DocumentSource { Root = "/", Path = name, Hash = document.Hash, Size = document.Text.Length, Kind = "text" },
                });
            }

            writer.Complete();
            return written;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private int Find<TMention>(Action<TokenList> find, List<TMention> mentions)
    {
        var found = 0;
        foreach (var list in tokens)
        {
            mentions.Clear();
            find(list);
            found += mentions.Count;
        }

        return found;
    }
}
