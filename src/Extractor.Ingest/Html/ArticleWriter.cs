using System.Collections.Immutable;
using System.Text;
using Extractor.Text;

namespace Extractor.Ingest.Html;

/// <summary>Writes blocks as canonical text and keeps account of where each character stands in the page.</summary>
internal sealed class ArticleWriter(string html, PageOutline outline)
{
    /// <summary>A blank line inside a paragraph element parts paragraphs only after so much text.</summary>
    private const int ShortestPart = 40;

    private readonly StringBuilder text = new();
    private readonly ImmutableArray<OffsetRun>.Builder runs = ImmutableArray.CreateBuilder<OffsetRun>();
    private int place;
    private int partStart;

    internal int Length => text.Length;

    /// <summary>Appends a block, set apart from the text before it by <paramref name="separator"/>.</summary>
    internal void Append(Block block, string separator)
    {
        var start = text.Length;
        var pending = separator;
        var pendingPlace = -1;
        var breaks = 0;
        var preformatted = block.Flags.HasFlag(BlockFlags.Preformatted);
        var places = new TextPlaces();
        partStart = text.Length;
        foreach (var piece in outline.Pieces[block.FirstPiece..block.EndPiece])
        {
            if (piece.Text is null)
            {
                if (text.Length > start) pending = "\n";
                continue;
            }

            var data = piece.Text.Data.Span;
            var verbatim = TextPlaces.IsVerbatim(html, piece.Text);
            var map = verbatim ? default : places.Of(html, piece.Text);
            for (var i = 0; i < data.Length; i++)
            {
                var c = data[i];
                if (c is ' ' or '\n' or '\t' or '\r' or '\f' || (c == '\u00a0' && (text.Length == start || IsBlank(data[(i + 1)..]))))
                {
                    if (c == '\n') breaks++;
                    if (text.Length == start) continue;
                    if (preformatted && c == '\n') pending = breaks > 1 ? "\n\n" : "\n";
                    else if (pending.Length == 0) (pending, pendingPlace) = (" ", verbatim ? piece.Text.Source + i : map[i]);
                    continue;
                }

                // A soft hyphen or a zero-width space is an instruction to the typesetter, not text.
                if (c is '\u00ad' or '\u200b' or '\ufeff') continue;
                if (breaks > 1 && pending == " " && IsPartEnd() && (char.IsUpper(c) || c is '"' or '“' or '„' or '«' or '‘' or '\'' || c > '\u2e7f'))
                {
                    pending = "\n\n";
                    partStart = text.Length + 2;
                }

                breaks = 0;
                if (pending.Length > 0)
                {
                    if (pending == " " && pendingPlace >= 0) Put(' ', pendingPlace);
                    else Synthesise(pending);
                    if (text.Length - pending.Length <= start) start = text.Length;
                    (pending, pendingPlace) = ("", -1);
                }

                Put(c, verbatim ? piece.Text.Source + i : map[i]);
            }
        }

        places.Dispose();
    }

    /// <summary>Appends text that stands nowhere in the page's own text, such as a headline from its metadata.</summary>
    internal void Append(string value) => Synthesise(value);

    internal string Text() => text.ToString();

    internal OffsetMap Offsets() => new(runs.Count > 0 ? runs.ToImmutable() : [new OffsetRun(0, 0, 0)]);

    private static bool IsBlank(ReadOnlySpan<char> rest) => rest.IsWhiteSpace();

    private bool IsPartEnd()
        => text.Length - partStart >= ShortestPart && text[^1] is '.' or '!' or '?' or '"' or '”' or '’' or '。' or '！' or '？' or '」' or ':';

    private void Put(char c, int at)
    {
        if ((at & TextPlaces.Reference) != 0)
        {
            place = at & ~TextPlaces.Reference;
            Add(new OffsetRun(text.Length, place, 0));
        }
        else
        {
            if (runs.Count == 0 || runs[^1].BytesPerChar == 0 || at != place + 1) Add(new OffsetRun(text.Length, at, 1));
            place = at;
        }

        text.Append(c);
    }

    private void Synthesise(string value)
    {
        if (value.Length == 0) return;
        Add(new OffsetRun(text.Length, place, 0));
        text.Append(value);
    }

    private void Add(OffsetRun run) => runs.Add(run);
}
