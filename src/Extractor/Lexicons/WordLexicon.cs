using System.Collections.Frozen;
using System.Collections.Immutable;
using Extractor.Text;

namespace Extractor.Lexicons;

/// <summary>The word list: single words and phrases, each with what it does in a sentence about trade.</summary>
public sealed class WordLexicon
{
    private static readonly FrozenDictionary<string, WordClass> ClassNames = new Dictionary<string, WordClass>(StringComparer.Ordinal)
    {
        ["flow"] = WordClass.Flow,
        ["flow-verb"] = WordClass.FlowVerb,
        ["measure"] = WordClass.Measure,
        ["share-noun"] = WordClass.ShareNoun,
        ["market"] = WordClass.Market,
        ["up"] = WordClass.Up,
        ["down"] = WordClass.Down,
        ["accelerate"] = WordClass.Accelerate,
        ["reach"] = WordClass.Reach,
        ["be"] = WordClass.Be,
        ["over-verb"] = WordClass.OverVerb,
        ["account"] = WordClass.Account,
        ["contribute"] = WordClass.Contribute,
        ["forecast"] = WordClass.Forecast,
        ["forecast-noun"] = WordClass.ForecastNoun,
        ["target"] = WordClass.Target,
        ["revise"] = WordClass.Revise,
        ["compare"] = WordClass.Compare,
        ["prep"] = WordClass.Preposition,
        ["conj"] = WordClass.Conjunction,
        ["det"] = WordClass.Determiner,
        ["pronoun"] = WordClass.Pronoun,
        ["aux"] = WordClass.Auxiliary,
        ["adverb"] = WordClass.Adverb,
        ["neutral"] = WordClass.Neutral,
        ["region-noun"] = WordClass.RegionNoun,
        ["goods"] = WordClass.Goods,
        ["enterprise"] = WordClass.Enterprise,
        ["aside"] = WordClass.Aside,
        ["verb"] = WordClass.Verb,
        ["together"] = WordClass.Together,
        ["terms"] = WordClass.Terms,
        ["world"] = WordClass.World,
        ["buy"] = WordClass.Buy,
        ["agency"] = WordClass.Agency,
        ["drive"] = WordClass.Drive,
        ["lead"] = WordClass.Lead,
        ["begin-end"] = WordClass.BeginEnd,
        ["anaphor"] = WordClass.Anaphor,
        ["aside-verb"] = WordClass.AsideVerb,
        ["place-noun"] = WordClass.PlaceNoun,
        ["flat"] = WordClass.Flat,
        ["category-word"] = WordClass.CategoryWord,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly WordTable<Node> nodes;
    private readonly WordTable<string> asides;
    private readonly WordShapes flowShapes = new();

    private WordLexicon(Dictionary<string, Node> nodes, ImmutableArray<string> abbreviations)
    {
        this.nodes = new WordTable<Node>(nodes);
        asides = new WordTable<string>(nodes.Where(pair => pair.Value.Single?.Is(WordClass.Aside) == true).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Single!.Value(WordClass.Aside)!)));
        foreach (var (form, node) in nodes)
        {
            if (node.Single?.Is(WordClass.Flow) == true) flowShapes.Add(form);
        }

        Abbreviations = abbreviations;
    }

    /// <summary>The built-in English list.</summary>
    public static WordLexicon English { get; } = Load(BuiltInLexicons.Load("en", "words"));

    /// <summary>Abbreviations after whose full stop a sentence goes on, without the stop.</summary>
    public ImmutableArray<string> Abbreviations { get; }

    /// <summary>The names that the column <c>class</c> may hold.</summary>
    public static IReadOnlyDictionary<string, WordClass> Classes => ClassNames;

    /// <summary>Builds the list from tables with the columns <c>form</c>, <c>class</c>, <c>value</c>; the readings of a form in a later table take the place of those before.</summary>
    /// <exception cref="LexiconException">A line is not as expected.</exception>
    public static WordLexicon Load(IEnumerable<TsvTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var readings = new Dictionary<string, List<(WordClass, string)>>(StringComparer.OrdinalIgnoreCase);
        var abbreviations = ImmutableArray.CreateBuilder<string>();
        foreach (var table in tables)
        {
            table.CheckColumns(["form", "class"], ["value", "note"]);
            var here = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var row in table.Rows)
            {
                var form = row.Required("form").ToLowerInvariant();
                if (row["class"] == "abbreviation")
                {
                    abbreviations.Add(form.TrimEnd('.'));
                    continue;
                }

                var wordClass = row.Choice("class", ClassNames);
                if (!readings.TryGetValue(form, out var list)) readings[form] = list = [];
                if (here.Add(form)) list.Clear();
                list.Add((wordClass, row["value"]));
            }
        }

        var nodes = new Dictionary<string, Node>(StringComparer.OrdinalIgnoreCase);
        foreach (var (form, list) in readings.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var word = new Word(form, [.. list]);
            var tokens = Tokenizer.Tokenize(form);
            var first = form[tokens[0].Start..tokens[0].End];
            if (!nodes.TryGetValue(first, out var node)) nodes[first] = node = new Node();
            if (tokens.Count == 1)
            {
                node.Single = word;
            }
            else
            {
                var rest = new string[tokens.Count - 1];
                for (var i = 1; i < tokens.Count; i++) rest[i - 1] = form[tokens[i].Start..tokens[i].End];
                node.Phrases.Add((rest, word));
                node.SecondWords |= WordBits.Of(rest[0]);
            }
        }

        foreach (var node in nodes.Values) node.Phrases.Sort((a, b) => b.Tail.Length.CompareTo(a.Tail.Length));
        return new WordLexicon(nodes, abbreviations.ToImmutable());
    }

    /// <summary>The longest form that starts at token <paramref name="index"/> and ends before <paramref name="end"/>, and how many tokens it takes.</summary>
    public Word? Match(TokenList tokens, int index, int end, out int length)
    {
        length = 1;
        var first = tokens.Chars(index);
        if (!nodes.TryGetValue(first, out var node)) return null;

        // "in" and "of" begin many a phrase and many a plain text.
        if (node.SecondWords == 0 || index + 1 >= end || (node.SecondWords & WordBits.Of(tokens.Chars(index + 1))) == 0) return node.Single;
        foreach (var (rest, word) in node.Phrases)
        {
            if (index + rest.Length >= end) continue;
            var matched = true;
            for (var i = 0; i < rest.Length && matched; i++)
                matched = tokens.Chars(index + 1 + i).Equals(rest[i], StringComparison.OrdinalIgnoreCase);
            if (!matched) continue;
            length = rest.Length + 1;
            return word;
        }

        return node.Single;
    }

    /// <summary>The single word <paramref name="form"/>, or null.</summary>
    public Word? Find(ReadOnlySpan<char> form) => nodes.TryGetValue(form, out var node) ? node.Single : null;

    /// <summary>Why numbers beside the single word <paramref name="form"/> are of no flow; null when it is no such word.</summary>
    public string? Aside(ReadOnlySpan<char> form) => asides.TryGetValue(form, out var reason) ? reason : null;

    /// <summary>Whether the single word <paramref name="form"/> names a flow. A balance is none by itself: a "gap" or "surplus" may be of anything.</summary>
    public bool IsFlow(ReadOnlySpan<char> form) => flowShapes.MayContain(form) && Find(form)?.Value(WordClass.Flow) is { } flow && flow is not ("balance" or "deficit" or "surplus");

    private sealed class Node
    {
        public Word? Single { get; set; }

        /// <summary>A bit for each word that stands second in a phrase.</summary>
        public ulong SecondWords { get; set; }

        public List<(string[] Tail, Word Word)> Phrases { get; } = [];
    }
}
