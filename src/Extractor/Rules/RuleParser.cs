using System.Collections.Immutable;
using System.Globalization;
using Extractor.Facts;
using Extractor.Lexicons;
using Extractor.Mentions.Numbers;

namespace Extractor.Rules;

/// <summary>Reads rule files.</summary>
internal sealed class RuleParser(string file)
{
    private static readonly Dictionary<string, RuleRole> Roles = new(StringComparer.Ordinal)
    {
        ["value"] = RuleRole.Level,
        ["growth"] = RuleRole.Growth,
        ["change"] = RuleRole.Change,
        ["share"] = RuleRole.Share,
        ["contribution"] = RuleRole.Contribution,
        ["contributionRate"] = RuleRole.ContributionRate,
        ["growthChange"] = RuleRole.GrowthChange,
        ["growthGap"] = RuleRole.GrowthGap,
        ["shareChange"] = RuleRole.ShareChange,
        ["multiple"] = RuleRole.Multiple,
        ["rank"] = RuleRole.Rank,
        ["earlier-value"] = RuleRole.EarlierLevel,
        ["earlier-growth"] = RuleRole.EarlierGrowth,
        ["earlier-share"] = RuleRole.EarlierShare,
        ["aside"] = RuleRole.Aside,
    };

    private static readonly Dictionary<string, NumberKind[]> Kinds = new(StringComparer.Ordinal)
    {
        ["percent"] = [NumberKind.Percent],
        ["signed-percent"] = [NumberKind.Percent],
        ["points"] = [NumberKind.PercentagePoints],
        ["money"] = [NumberKind.Money],
        ["quantity"] = [NumberKind.Quantity],
        ["amount"] = [NumberKind.Money, NumberKind.Quantity],
        ["signed"] = [NumberKind.Money, NumberKind.Quantity],
        ["count"] = [NumberKind.Cardinal],
        ["rank"] = [NumberKind.Ordinal, NumberKind.Cardinal],
        ["multiple"] = [NumberKind.Multiple],
        ["number"] = [NumberKind.Cardinal, NumberKind.Money, NumberKind.Percent, NumberKind.PercentagePoints, NumberKind.Quantity, NumberKind.Multiple, NumberKind.Ordinal],
    };

    private static readonly Dictionary<string, WordClass> Classes = new(StringComparer.Ordinal)
    {
        ["up"] = WordClass.Up,
        ["down"] = WordClass.Down,
        ["change"] = WordClass.Up | WordClass.Down,
        ["accelerate"] = WordClass.Accelerate,
        ["reach"] = WordClass.Reach,
        ["be"] = WordClass.Be,
        ["level"] = WordClass.Reach | WordClass.Be,
        ["over"] = WordClass.OverVerb,
        ["account"] = WordClass.Account,
        ["share-noun"] = WordClass.ShareNoun,
        ["contribute"] = WordClass.Contribute,
        ["forecast"] = WordClass.Forecast | WordClass.ForecastNoun,
        ["target"] = WordClass.Target,
        ["revise"] = WordClass.Revise,
        ["compare"] = WordClass.Compare,
        ["flat"] = WordClass.Flat,
        ["aside"] = WordClass.Aside,
        ["market"] = WordClass.Market,
        ["verb"] = WordClass.Verb,
        ["measure"] = WordClass.Measure,
        ["drive"] = WordClass.Drive,
        ["flow-verb"] = WordClass.FlowVerb,
        ["prep"] = WordClass.Preposition,
        ["enterprise"] = WordClass.Enterprise,
        ["buy"] = WordClass.Buy,
    };

    private readonly List<Rule> rules = [];
    private Rule? current;
    private int line;

    public List<Rule> Parse(string content)
    {
        foreach (var raw in content.Split('\n'))
        {
            line++;
            var text = raw.TrimEnd('\r', ' ', '\t');
            var trimmed = text.TrimStart();
            if (trimmed.Length == 0 || trimmed.StartsWith('#') && !trimmed.StartsWith("#p", StringComparison.Ordinal)) continue;
            var space = trimmed.IndexOf(' ', StringComparison.Ordinal);
            var keyword = space < 0 ? trimmed : trimmed[..space];
            var rest = space < 0 ? "" : trimmed[(space + 1)..].Trim();
            var column = text.Length - trimmed.Length + 1;
            if (keyword == "rule")
            {
                Close();
                if (rest.Length == 0) throw Error(column, "a rule has a name: 'rule growth.verb'.");
                current = new Rule(rest, file, line);
                continue;
            }

            if (current is null) throw Error(column, $"'{keyword}' found before the first rule; expected 'rule NAME'.");
            Read(keyword, rest, column);
        }

        Close();
        return rules;
    }

    private void Read(string keyword, string rest, int column)
    {
        switch (keyword)
        {
            case "says":
                current!.Explanation = rest;
                break;
            case "reads":
                ReadRole(rest, column);
                break;
            case "when":
                var at = column + keyword.Length + 1;
                current!.Patterns = current.Patterns.Add(rest);
                current.Compiled.Add(Compile(rest, at));
                break;
            case "priority":
                if (!int.TryParse(rest, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var priority)) throw Error(column, $"'{rest}' found; a whole number is expected.");
                current!.Priority = priority;
                break;
            case "+":
            case "-":
                ReadExample(keyword == "+", rest, column);
                break;
            default:
                throw Error(column, $"'{keyword}' found; expected says, reads, when, priority, + or -.");
        }
    }

    private void ReadRole(string rest, int column)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !Roles.TryGetValue(words[0], out var role))
            throw Error(column, $"'{rest}' found; expected one of {string.Join(", ", Roles.Keys)}.");
        current!.Role = role;
        foreach (var word in words.AsSpan(1))
        {
            switch (word)
            {
                case "+":
                    current.Sign = 1;
                    break;
                case "-":
                    current.Sign = -1;
                    break;
                case "forecast":
                    current.Modality = Modality.Forecast;
                    break;
                case "target":
                    current.Modality = Modality.Target;
                    break;
                case "revised":
                    current.Modality = Modality.Revised;
                    break;
                case ">":
                    current.Approx = Approx.Over;
                    break;
                case "<":
                    current.Approx = Approx.Under;
                    break;
                case "~":
                    current.Approx = Approx.About;
                    break;
                case "yoy" or "mom" or "qoq" or "period":
                    current.Basis = word;
                    break;
                case "part":
                    current.IsPart = true;
                    break;
                case "shares" or "rises" or "falls":
                    current.List = Enum.Parse<Reading.BracketList>(word, ignoreCase: true);
                    break;
                case "of-country":
                    current.ShareOf = "country";
                    break;
                default:
                    if (role != RuleRole.Aside || current.Reason is not null)
                        throw Error(column, $"'{word}' found; expected +, -, >, <, ~, forecast, target, revised, yoy, mom, qoq, period, part, shares, rises, falls or of-country.");
                    current.Reason = word;
                    break;
            }
        }

        if (role == RuleRole.Aside && current.Reason is null) throw Error(column, "an aside has a reason: 'reads aside price'.");
    }

    private void ReadExample(bool positive, string rest, int column)
    {
        var expected = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var text = rest;
        var arrow = rest.LastIndexOf(" => ", StringComparison.Ordinal);
        if (arrow >= 0)
        {
            text = rest[..arrow];
            foreach (var pair in rest[(arrow + 4)..].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var space = pair.IndexOf(' ', StringComparison.Ordinal);
                if (space < 0) throw Error(column, $"'{pair}' found; expected FIELD VALUE, as in 'growth 5.2'.");
                expected.Add(new(pair[..space], pair[(space + 1)..].Trim()));
            }
        }

        if (positive && expected.Count == 0 && current!.Role != RuleRole.Aside) throw Error(column, "a positive example says what is read: '+ SENTENCE => growth 5.2'.");
        current!.Examples = current.Examples.Add(new RuleExample(text.Trim(), positive, expected.ToImmutable(), line));
    }

    private void Close()
    {
        if (current is null) return;
        var at = current;
        if (at.Compiled.Count == 0) throw new RuleException(file, at.Line, 1, $"rule '{at.Name}' has no pattern; expected a line 'when ...'.");
        if (!at.Examples.Any(e => e.IsPositive)) throw new RuleException(file, at.Line, 1, $"rule '{at.Name}' has no positive example; expected a line '+ SENTENCE => FIELD VALUE'.");
        if (!at.Examples.Any(e => !e.IsPositive)) throw new RuleException(file, at.Line, 1, $"rule '{at.Name}' has no negative example; expected a line '- SENTENCE'.");
        rules.Add(at);
        current = null;
    }

    private Pattern Compile(string text, int column)
    {
        var left = new List<Element>();
        List<Element>? right = null;
        var at = 0;
        foreach (var word in text.Split(' '))
        {
            if (word.Length > 0)
            {
                if (word[0] == '#')
                {
                    if (right is not null) throw Error(column + at, "a second '#' found; a pattern is about one number.");
                    if (!Kinds.TryGetValue(word[1..], out var kinds)) throw Error(column + at, $"'{word}' found; expected one of {string.Join(", ", Kinds.Keys.Select(k => "#" + k))}.");
                    if (!current!.Kinds.IsEmpty && !current.Kinds.SequenceEqual(kinds)) throw Error(column + at, "all patterns of a rule read the same kind of number.");
                    current.Kinds = [.. kinds];
                    current.NeedsSign |= word is "#signed" or "#signed-percent";
                    right = [];
                }
                else
                {
                    (right ?? left).Add(ReadElement(word, column + at));
                }
            }

            at += word.Length + 1;
        }

        if (right is null) throw Error(column, "no number found; expected #percent, #money, #amount ... where the number stands.");
        left.Reverse();
        return new Pattern([.. left], [.. right]);
    }

    private Element ReadElement(string word, int column)
    {
        var text = word;
        var captured = text.StartsWith('@');
        if (captured) text = text[1..];
        var optional = text.Length > 1 && text.EndsWith('?');
        if (optional) text = text[..^1];
        if (text.StartsWith("..", StringComparison.Ordinal))
        {
            var limit = 4;
            var stopsAtComma = text.EndsWith('!');
            if (stopsAtComma) text = text[..^1];
            if (text.Length > 2 && !int.TryParse(text.AsSpan(2), out limit)) throw Error(column, $"'{word}' found; expected '..' and how many words at most, as in '..6', or '..6!' to stop at a comma.");
            return new Element(ElementKind.Gap, Limit: limit, Symbol: stopsAtComma ? ',' : '\0');
        }

        if (text.StartsWith('{'))
        {
            if (!text.EndsWith('}')) throw Error(column, $"'{word}' found; a class ends with '}}'.");
            return ReadClass(text[1..^1], optional, captured, column);
        }

        if (text.Length == 1 && !char.IsLetterOrDigit(text[0])) return new Element(ElementKind.Symbol, optional, Symbol: text[0]);
        var words = text.Replace('_', ' ').Split('|').ToHashSet(StringComparer.OrdinalIgnoreCase); // "more_than" stands for a form of two words
        return new Element(ElementKind.Literal, optional, Words: words);
    }

    private Element ReadClass(string name, bool optional, bool captured, int column)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var filter = colon < 0 ? null : name[(colon + 1)..];
        if (colon >= 0) name = name[..colon];
        switch (name)
        {
            case "flow":
                return new Element(ElementKind.Flow, optional, captured, Measure: filter);
            case "noun":
                return new Element(ElementKind.Noun, optional, captured, Measure: filter);
            case "place":
                return new Element(ElementKind.Place, optional, captured);
            case "period":
                return new Element(ElementKind.Period, optional, captured, Measure: filter);
            case "clause":
                return new Element(ElementKind.ClauseStart);
        }

        if (Kinds.TryGetValue(name, out var kinds)) return new Element(ElementKind.Number, optional, captured, Numbers: kinds, Measure: name is "signed" or "signed-percent" ? name : null);
        WordClass classes = WordClass.None;
        foreach (var part in name.Split('|'))
            classes |= Classes.TryGetValue(part, out var one) ? one : throw Error(column, $"'{{{part}}}' found; expected flow, noun, place, period, clause, {string.Join(", ", Classes.Keys)} or {string.Join(", ", Kinds.Keys)}.");
        var also = filter switch
        {
            null => WordClass.None,
            "noun" => WordClass.ChangeNoun,
            "verb" => WordClass.ChangeVerb,
            "adverb" => WordClass.ChangeAdverb,
            _ => throw Error(column, $"'{filter}' found; expected noun, verb or adverb."),
        };
        return new Element(ElementKind.Class, optional, captured, Classes: classes, AlsoClasses: also);
    }

    private RuleException Error(int column, string problem) => new(file, line, column, problem);
}
