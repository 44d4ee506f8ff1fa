using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Mentions.Periods;
using Extractor.Mentions.Places;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <summary>Lays the mentions of a document over its tokens: what is a period is no number, the longest place wins, words are looked up.</summary>
internal sealed class ItemBuilder(TokenList tokens, WordLexicon words, List<NumberMention> numbers, List<PeriodMention> periods, List<PlaceMention> places, bool salesAreExports = false)
{
    private int number;
    private int period;
    private int place;

    /// <summary>The items of one sentence. Sentences are asked for in order.</summary>
    public List<Item> Build(Sentence sentence)
    {
        var items = new List<Item>(sentence.EndToken - sentence.FirstToken);
        for (var i = sentence.FirstToken; i < sentence.EndToken;)
        {
            var item = At(i, sentence.EndToken);
            i = item.Last + 1;
            if (item.Kind == ItemKind.Symbol && IsQuote(item.Symbol)) continue;

            // "a decline in in extractive industry shipments"
            if (item.Kind == ItemKind.Word && items.Count > 0 && item.Is(WordClass.Preposition) && ReferenceEquals(items[^1].Word, item.Word)) continue;
            items.Add(WithUnitOfBefore(item, items));
            if (items[^1].Number?.ApproxSpan is { } bound) MarkBound(items, bound);
        }

        return items;
    }

    // "222 mln dlrs in August and 212 mln in September": a scale without a unit takes the unit of the amount before.
    private Item WithUnitOfBefore(Item item, List<Item> before)
    {
        if (item.Number is { Kind: NumberKind.Quantity, Unit: "metres" } short0 && tokens.SpanOf(item.First, item.Last).Of(tokens.Text).EndsWith('m') && before.FindLast(b => b.Number is { Kind: NumberKind.Money }) is { } money)
        {
            // "oil exports dropped to $1.085 billion and coal exports to 391m": millions, of the money before.
            return new Item { Kind = ItemKind.Number, First = item.First, Last = item.Last, Number = short0 with { Kind = NumberKind.Money, Unit = money.Number!.Unit, Value = short0.Value * 1_000_000, SharesUnit = true } };
        }

        if (item.Number is not { Kind: NumberKind.Cardinal, Step: >= 1000, Value: >= 100_000 } number) return item;
        for (var i = before.Count - 1; i >= 0; i--)
        {
            if (before[i].Number is not { } other) continue;
            if (other.Kind is not (NumberKind.Money or NumberKind.Quantity)) continue;
            return new Item { Kind = ItemKind.Number, First = item.First, Last = item.Last, Number = number with { Kind = other.Kind, Unit = other.Unit, AmbiguousUnit = other.AmbiguousUnit, SharesUnit = true } };
        }

        return item;
    }

    private void MarkBound(List<Item> items, TextSpan bound)
    {
        for (var i = items.Count - 2; i >= 0 && items[i].Span(tokens).Start >= bound.Start; i--)
        {
            // "exceeded 5 billion" says something of its own; "a surplus of just under 5 billion" does not.
            if (bound.Contains(items[i].Span(tokens)) && (items[i].Is(WordClass.Preposition) || !items[i].Is(WordClass.OverVerb | WordClass.Reach | WordClass.Up | WordClass.Down))) items[i].IsBound = true;
        }
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '\'' or '‘' or '’' or '*' or '_' or '`' or '«' or '»' or '>' or '\\';

    // "June 2018 [€199.3Bn]": one kind of bracket is as good as another.
    private static char Bracket(char c) => c is '[' ? '(' : c is ']' ? ')' : c;

    private Item At(int i, int end)
    {
        while (period < periods.Count && periods[period].FirstToken < i) period++;
        while (number < numbers.Count && numbers[number].FirstToken < i) number++;
        while (place < places.Count && places[place].FirstToken < i) place++;
        if (period < periods.Count && periods[period].FirstToken == i && periods[period].LastToken < end)
            return new Item { Kind = ItemKind.Period, First = i, Last = periods[period].LastToken, Period = periods[period] };
        if (place < places.Count && places[place].FirstToken == i && places[place].LastToken < end)
            return new Item { Kind = ItemKind.Place, First = i, Last = places[place].LastToken, Place = places[place] };
        // "two-wheelers", "27-nation", "one-off"
        if (number < numbers.Count && numbers[number].FirstToken == i && numbers[number].LastToken == i && numbers[number].Kind is NumberKind.Cardinal or NumberKind.Ordinal && i + 2 < end
            && tokens.IsSymbol(i + 1, '-') && tokens[i + 1].Gap == TokenGap.None && tokens[i + 2] is { Kind: TokenKind.Word, Gap: TokenGap.None })
        {
            var known = words.Match(tokens, i, end, out var taken);
            return new Item { Kind = ItemKind.Word, First = i, Last = taken >= 3 ? i + taken - 1 : i + 2, Word = taken >= 3 ? known : null };
        }

        // "2W", "5G": a name that begins with a digit.
        if (number < numbers.Count && numbers[number].FirstToken == i && numbers[number].LastToken == i && numbers[number].Kind == NumberKind.Cardinal && i + 1 < end
            && tokens[i + 1] is { Kind: TokenKind.Word, Gap: TokenGap.None } && char.IsUpper(tokens.Text[tokens[i + 1].Start]) && tokens[i + 1].Length <= 3)
            return new Item { Kind = ItemKind.Word, First = i, Last = i + 1 };
        if (number < numbers.Count && numbers[number].FirstToken == i && numbers[number].LastToken < end && !CoversPeriod(numbers[number]))
            return new Item { Kind = ItemKind.Number, First = i, Last = numbers[number].LastToken, Number = numbers[number], Word = ChangeWord(i, numbers[number]) };
        ref readonly var token = ref tokens[i];
        switch (token.Kind)
        {
            case TokenKind.Symbol:
                return new Item { Kind = ItemKind.Symbol, First = i, Last = i, Symbol = Bracket(tokens.Text[token.Start]) };
            case TokenKind.Possessive:
                return new Item { Kind = ItemKind.Possessive, First = i, Last = i };
            default:
                var word = words.Match(tokens, i, Limit(i, end), out var length);
                if (salesAreExports && word is { Form: "sales" }) word = words.Find("shipments");
                if (length == 2 && word is not null && word.Is(WordClass.Adverb) && tokens.IsWord(i + 1, "total") && i + 2 < end && tokens[i + 2].Kind == TokenKind.Word && words.Find(tokens.Chars(i + 2))?.Is(WordClass.Flow) == true)
                    return new Item { Kind = ItemKind.Word, First = i, Last = i, Word = words.Find(tokens.Chars(i)) }; // "in | total exports"
                return new Item { Kind = ItemKind.Word, First = i, Last = i + length - 1, Word = word };
        }
    }

    // "doubled" is a number and a rise in one.
    private Word? ChangeWord(int i, NumberMention mention) => mention.FirstToken == mention.LastToken && tokens[i].Kind == TokenKind.Word ? words.Find(tokens.Chars(i)) : null;

    // A phrase of the word list never reaches into a mention.
    private int Limit(int i, int end)
    {
        var limit = end;
        var p = period;
        while (p < periods.Count && periods[p].FirstToken <= i) p++;
        if (p < periods.Count) limit = Math.Min(limit, periods[p].FirstToken);
        var n = number;
        while (n < numbers.Count && numbers[n].FirstToken <= i) n++;
        if (n < numbers.Count && numbers[n].Kind is not (NumberKind.Cardinal or NumberKind.Ordinal)) limit = Math.Min(limit, numbers[n].FirstToken);
        return Math.Max(limit, i + 1);
    }

    private bool CoversPeriod(NumberMention mention)
    {
        for (var p = period; p < periods.Count && periods[p].FirstToken <= mention.LastToken; p++)
        {
            if (periods[p].LastToken >= mention.FirstToken && periods[p].FirstToken > mention.FirstToken) return mention.Kind is NumberKind.Cardinal or NumberKind.Ordinal;
        }

        return false;
    }
}
