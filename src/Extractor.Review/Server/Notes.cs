using System.Collections.Concurrent;

namespace Extractor.Review.Server;

/// <summary>
/// What just happened, to be told on the next page. The address carries only a number, so that nobody can put words into a page by a link.
/// </summary>
internal sealed class Notes
{
    private const int Kept = 200;

    private readonly ConcurrentDictionary<long, string> notes = new();
    private long last;

    /// <summary>Keeps a note and returns its number.</summary>
    public string Add(string text)
    {
        var id = Interlocked.Increment(ref last);
        notes[id] = text;
        notes.TryRemove(id - Kept, out _);
        return id.ToString();
    }

    /// <summary>The note of that number; null when there is none (any more).</summary>
    public string? Find(string? id) => long.TryParse(id, out var number) && notes.TryGetValue(number, out var text) ? text : null;
}
