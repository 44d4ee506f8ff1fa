using System.Collections.Immutable;
using Extractor.Facts;
using Extractor.Mentions.Numbers;

namespace Extractor.Rules;

/// <summary>A pattern over the words around a number that says what the number is.</summary>
/// <remarks>Written in rule files as data; see <see cref="RuleSet"/> for the notation.</remarks>
public sealed class Rule
{
    internal Rule(string name, string file, int line)
    {
        Name = name;
        File = file;
        Line = line;
    }

    /// <summary>Its name, unique in a rule set: <c>growth.verb</c>.</summary>
    public string Name { get; }

    /// <summary>The file that it stands in.</summary>
    public string File { get; }

    /// <summary>The line of its first word, from 1.</summary>
    public int Line { get; }

    /// <summary>One sentence for the analyst.</summary>
    public string Explanation { get; internal set; } = "";

    /// <summary>What the number is.</summary>
    public RuleRole Role { get; internal set; }

    /// <summary>The coded reason of an aside.</summary>
    public string? Reason { get; internal set; }

    /// <summary>Higher wins before a longer match does. 0 unless said.</summary>
    public int Priority { get; internal set; }

    /// <summary>The kinds of number it reads.</summary>
    public ImmutableArray<NumberKind> Kinds { get; internal set; } = [];

    /// <summary>The pattern as written.</summary>
    public ImmutableArray<string> Patterns { get; internal set; } = [];

    /// <summary>1 or -1 where the rule itself gives the sign; 0 where the change word of the match does, or none is needed.</summary>
    public int Sign { get; internal set; }

    /// <summary>The modality it gives, or null.</summary>
    public Modality? Modality { get; internal set; }

    /// <summary>The bound it gives, or null.</summary>
    public Approx? Approx { get; internal set; }

    /// <summary>The basis it gives (<c>yoy</c>, <c>mom</c>, <c>qoq</c>, <c>period</c>), or null.</summary>
    public string? Basis { get; internal set; }

    /// <summary>Whether it reads only numbers with an explicit sign: "(+1.8 billion)".</summary>
    public bool NeedsSign { get; internal set; }

    /// <summary>The kind of list in brackets that it reads only; none when it reads any sentence.</summary>
    internal Reading.BracketList List { get; set; }

    /// <summary>Whether the flow it names is a whole of which the subject is a part: "Coffee accounted for 320 million of exports".</summary>
    public bool IsPart { get; internal set; }

    /// <summary>Whom the share is of: <c>country</c> for the nation's total, else null.</summary>
    public string? ShareOf { get; internal set; }

    /// <summary>Sentences that it must and must not read.</summary>
    public ImmutableArray<RuleExample> Examples { get; internal set; } = [];

    internal List<Pattern> Compiled { get; } = [];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
