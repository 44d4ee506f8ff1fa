using System.Collections.Immutable;
using Extractor.Text;

namespace Extractor.Lexicons;

/// <summary>The forms of a <see cref="PlaceLexicon"/>, word by word. Forms are cut by the same tokenizer as documents, so that what looks the same matches.</summary>
internal sealed class PlaceTrie
{
    private readonly Node root = new();
    private WordTable<Node> starts = new([]);

    // Which lengths the lower-case first words have, per first letter: nearly every other word of a text is turned away here.
    private readonly uint[] lowerCaseStarts = new uint[26];

    public void Add(PlaceForm form)
    {
        var tokens = Tokenizer.Tokenize(form.Text);
        var node = root;
        for (var i = 0; i < tokens.Count; i++) node = node.ChildOrNew(Normalize(tokens, i).ToString());

        // "S. Korea" and "S.Korea" are the same words.
        if (!node.Forms.Any(other => other.Place == form.Place && other.Use == form.Use && other.Flags == form.Flags)) node.Forms = node.Forms.Add(form);
        var first = tokens.Chars(0);
        if (char.IsAsciiLetterLower(first[0])) lowerCaseStarts[first[0] - 'a'] |= LengthBit(first.Length);
    }

    /// <summary>Makes what was added known to <see cref="Start"/>.</summary>
    public void Close() => starts = new WordTable<Node>(root.Children);

    /// <summary>The form that the words of <paramref name="text"/> lead to, whatever their case; empty when there is none.</summary>
    public ImmutableArray<PlaceForm> Find(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        var node = root;
        for (var i = 0; i < tokens.Count && node is not null; i++) node = node.Child(Normalize(tokens, i));
        return node?.Forms ?? [];
    }

    /// <summary>Whether a form may begin with this word: it begins with a capital, or like one of the few forms in lower case.</summary>
    public bool MayStart(string text, in Token token)
    {
        var c = text[token.Start];
        return !char.IsAsciiLetterLower(c) || (lowerCaseStarts[c - 'a'] & LengthBit(token.Length)) != 0;
    }

    /// <summary>The node that the word leads to from the start; null when no form begins with it.</summary>
    public Node? Start(ReadOnlySpan<char> word) => starts.TryGetValue(word, out var node) ? node : null;

    /// <summary>The characters of a token as forms are keyed: one kind of apostrophe and hyphen.</summary>
    public static ReadOnlySpan<char> Normalize(TokenList tokens, int index)
    {
        ref readonly var token = ref tokens[index];
        return token.Kind switch
        {
            TokenKind.Possessive => "'s",
            TokenKind.Symbol => tokens.Text[token.Start] switch
            {
                '’' or '‘' or 'ʼ' or '´' or '`' => "'",
                '‐' or '‑' or '–' or '—' => "-",
                _ => tokens.Chars(index),
            },
            _ => tokens.Chars(index),
        };
    }

    private static uint LengthBit(int length) => 1u << Math.Min(length, 31);

    internal sealed class Node
    {
        private Dictionary<string, Node>? children;
        private Dictionary<string, Node>.AlternateLookup<ReadOnlySpan<char>> lookup;

        public ImmutableArray<PlaceForm> Forms { get; set; } = [];

        public IEnumerable<KeyValuePair<string, Node>> Children => children ?? [];

        public bool IsLeaf => children is null;

        public Node? Child(ReadOnlySpan<char> word) => children is not null && lookup.TryGetValue(word, out var node) ? node : null;

        public Node ChildOrNew(string word)
        {
            if (children is null)
            {
                children = new Dictionary<string, Node>(StringComparer.OrdinalIgnoreCase);
                lookup = children.GetAlternateLookup<ReadOnlySpan<char>>();
            }

            if (!children.TryGetValue(word, out var node)) children.Add(word, node = new Node());
            return node;
        }
    }
}
