using Extractor.Lexicons;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <summary>Finds the words that the user's own patterns spell out, so that no noun phrase swallows them: "tipped | the | scales | at $5 billion".</summary>
internal sealed class OwnWords(TokenList tokens, Element[][] runs)
{
    /// <summary>Marks every run of words that stands in a pattern as it stands in <paramref name="items"/>. Flows stay what they are, with what belongs to them: patterns have {flow} for them.</summary>
    public void Mark(List<Item> items)
    {
        if (runs.Length == 0) return;
        for (var i = 0; i < items.Count; i++)
        {
            foreach (var run in runs)
            {
                var end = End(run, 0, items, i);
                if (end > i && !items[i..end].Exists(item => item.Is(WordClass.Flow)))
                {
                    for (var k = i; k < end; k++) items[k].IsOwnWord = true;
                }
            }
        }
    }

    /// <summary>Index just past the run that begins at <paramref name="at"/>; -1 when another word stands there.</summary>
    private int End(Element[] run, int element, List<Item> items, int at)
    {
        if (element == run.Length) return at;
        if (at < items.Count && items[at].IsLiteral(run[element], tokens) && End(run, element + 1, items, at + 1) is >= 0 and var end) return end;
        return run[element].IsOptional ? End(run, element + 1, items, at) : -1;
    }
}
