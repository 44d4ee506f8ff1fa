using System.Collections.Immutable;

namespace Extractor.Lexicons;

/// <summary>A form of the word list with all its readings.</summary>
public sealed class Word
{
    private readonly ImmutableArray<(WordClass Class, string Value)> readings;

    internal Word(string form, ImmutableArray<(WordClass Class, string Value)> readings)
    {
        Form = form;
        this.readings = readings;
        foreach (var (wordClass, value) in readings)
        {
            Classes |= wordClass;
            if (wordClass is WordClass.Up or WordClass.Down)
            {
                Classes |= value switch
                {
                    "noun" => WordClass.ChangeNoun,
                    "adv" => WordClass.ChangeAdverb,
                    _ => WordClass.ChangeVerb,
                };
            }
        }
    }

    /// <summary>The form, in lower case.</summary>
    public string Form { get; }

    /// <summary>All its classes.</summary>
    public WordClass Classes { get; }

    /// <summary>Whether it has one of <paramref name="classes"/>.</summary>
    public bool Is(WordClass classes) => (Classes & classes) != 0;

    /// <summary>The value beside a class: <c>exports</c> for <see cref="WordClass.Flow"/>, the reason for <see cref="WordClass.Aside"/>; null when it lacks the class.</summary>
    public string? Value(WordClass wordClass)
    {
        foreach (var (candidate, value) in readings)
        {
            if (candidate == wordClass) return value;
        }

        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => Form;
}
