namespace Extractor.Storage;

/// <summary>The words of regions, partners, categories, rules and the like by number; 0 is none.</summary>
internal sealed class Labels(Session session)
{
    private readonly Dictionary<string, long> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> texts = [];

    /// <summary>The number of <paramref name="text"/>, given to it now if it has none.</summary>
    public long IdOf(string? text)
    {
        if (text is null) return 0;
        if (Find(text) is { } known) return known;
        session.Prepare("INSERT INTO labels (text) VALUES (?1)").Bind(1, text).Run();
        var id = session.LastInsertRowId;
        ids[text] = id;
        return id;
    }

    /// <summary>The number of <paramref name="text"/>, or null when nothing stored has it.</summary>
    public long? Find(string text)
    {
        if (ids.TryGetValue(text, out var id)) return id;
        if (session.Prepare("SELECT id FROM labels WHERE text = ?1").Bind(1, text).Scalar() is not { } found) return null;
        ids[text] = found;
        return found;
    }

    public string? TextOf(long id)
    {
        if (id == 0) return null;
        if (texts.TryGetValue(id, out var text)) return text;
        var statement = session.Prepare("SELECT text FROM labels WHERE id = ?1").Bind(1, id);
        text = statement.Step() ? statement.Text(0) : "";
        statement.Reset();
        texts[id] = text;
        return text;
    }

    /// <summary>After a rollback numbers may be given out again for other words.</summary>
    public void Forget()
    {
        ids.Clear();
        texts.Clear();
    }
}
