using System.Collections.Immutable;
using System.IO.Compression;
using Extractor.Facts;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Storage;

/// <summary>Reads and writes documents with their texts, sentences and numbers.</summary>
internal static class DocumentTable
{
    private const string Columns = """
        d.id, d.root, d.name, d.hash, d.length, d.title, d.url, d.published, d.published_from, d.publisher, d.author, d.language, d.kind,
        d.charset, d.source_path, d.source_hash, d.source_size, d.source_modified, d.source_options, d.rules_version, d.first_run, d.last_run,
        d.duplicate_of, d.duplicate_kind, d.fact_count, d.pending_count, d.number_count, d.unresolved_count, d.seconds, d.fingerprint,
        (SELECT o.name FROM documents o WHERE o.id = d.duplicate_of),
        EXISTS (SELECT 1 FROM texts t WHERE t.document_id = d.id AND t.source IS NOT NULL)
        """;

    public static StoredDocument? Find(Session session, long id) =>
        One(session.Prepare($"SELECT {Columns} FROM documents d WHERE d.id = ?1").Bind(1, id));

    public static StoredDocument? Find(Session session, string name, string? root) => root is null
        ? One(session.Prepare($"SELECT {Columns} FROM documents d WHERE d.name = ?1 ORDER BY d.root LIMIT 1").Bind(1, name))
        : One(session.Prepare($"SELECT {Columns} FROM documents d WHERE d.name = ?1 AND d.root = ?2").Bind(1, name).Bind(2, root));

    /// <summary>Rows that a condition selects; it may use d (documents) and parameters bound by <paramref name="bind"/>.</summary>
    public static IEnumerable<StoredDocument> Where(Session session, string condition, Action<Statement> bind)
    {
        var statement = session.Prepare($"SELECT {Columns} FROM documents d {condition}");
        bind(statement);
        while (statement.Step()) yield return Read(statement);
    }

    /// <summary>Inserts the row, or updates that of <paramref name="id"/>; the number of the row.</summary>
    public static long Save(Session session, long? id, DocumentWrite write, PreparedDocument prepared, string rulesVersion, long run, int facts, int pending)
    {
        var document = write.Extraction.Document;
        var metadata = document.Metadata;
        var source = write.Source;
        var numbers = write.Extraction.Ledger;
        var statement = session.Prepare(id is null
            ? """
              INSERT INTO documents (root, name, hash, length, title, url, published, published_from, publisher, author, language, kind, charset,
                  source_path, source_hash, source_size, source_modified, source_options, rules_version, last_run, duplicate_of, duplicate_kind,
                  fact_count, pending_count, number_count, unresolved_count, seconds, fingerprint, first_run)
              VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26,
                  ?27, ?28, ?20)
              """
            : """
              UPDATE documents SET root = ?1, name = ?2, hash = ?3, length = ?4, title = ?5, url = ?6, published = ?7, published_from = ?8,
                  publisher = ?9, author = ?10, language = ?11, kind = ?12, charset = ?13, source_path = ?14, source_hash = ?15,
                  source_size = ?16, source_modified = ?17, source_options = ?18, rules_version = ?19, last_run = ?20, duplicate_of = ?21,
                  duplicate_kind = ?22, fact_count = ?23, pending_count = ?24, number_count = ?25, unresolved_count = ?26, seconds = ?27,
                  fingerprint = ?28
              WHERE id = ?29
              """);
        statement.Bind(1, source.Root).Bind(2, document.Name).Bind(3, prepared.Hash).Bind(4, document.Text.Length)
            .Bind(5, metadata.Title).Bind(6, metadata.Url).Bind(7, StoredTimes.Write(metadata.Published)).Bind(8, metadata.PublishedFrom)
            .Bind(9, metadata.Publisher).Bind(10, metadata.Author).Bind(11, metadata.Language).Bind(12, source.Kind).Bind(13, source.Charset)
            .Bind(14, source.Path).Bind(15, source.Hash).Bind(16, source.Size)
            .Bind(17, source.Modified is { } modified ? StoredTimes.Write(modified) : null).Bind(18, source.Options)
            .Bind(19, rulesVersion).Bind(20, run).Bind(21, write.DuplicateOf).Bind(22, Word(write.Duplicate))
            .Bind(23, facts).Bind(24, pending).Bind(25, numbers.Length).Bind(26, prepared.Unresolved)
            .Bind(27, write.Seconds).Bind(28, write.Fingerprint);
        if (id is { } known) statement.Bind(29, known);
        statement.Run();
        return id ?? session.LastInsertRowId;
    }

    /// <summary>Replaces what is kept of the text and the numbers.</summary>
    public static void SaveContent(Session session, long id, PreparedDocument prepared) => session.Prepare("""
        INSERT INTO texts (document_id, text, offsets, source, sentences, numbers) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT DO UPDATE SET text = excluded.text, offsets = excluded.offsets, source = excluded.source, sentences = excluded.sentences, numbers = excluded.numbers
        """)
        .Bind(1, id).BindText(2, prepared.Text).BindBlob(3, prepared.Offsets).BindBlob(4, prepared.Source)
        .BindText(5, prepared.Sentences).BindText(6, prepared.Numbers).Run();

    /// <summary>Changes which fact each number of a document belongs to.</summary>
    public static void ChangeNumbers(Session session, long id, Func<LedgerEntry, LedgerEntry> change)
    {
        var statement = session.Prepare("SELECT numbers FROM texts WHERE document_id = ?1").Bind(1, id);
        if (!statement.Step()) return;
        var numbers = NumberList.Read(statement.Text(0));
        statement.Reset();
        ImmutableArray<LedgerEntry> changed = [.. numbers.Select(change)];
        if (changed.SequenceEqual(numbers)) return;
        session.Prepare("UPDATE texts SET numbers = ?2 WHERE document_id = ?1").Bind(1, id).BindText(2, NumberList.Write(changed)).Run();
    }

    /// <summary>Deletes the document and all that hangs on it, its facts excepted: these are counted and must be gone before.</summary>
    public static void Delete(Session session, long id)
    {
        SentenceTable.DeleteOf(session, id);
        session.Prepare("DELETE FROM documents WHERE id = ?1").Bind(1, id).Run();
    }

    public static string? Text(Session session, long id)
    {
        var statement = session.Prepare("SELECT text FROM texts WHERE document_id = ?1").Bind(1, id);
        var text = statement.Step() ? statement.Text(0) : null;
        statement.Reset();
        return text;
    }

    public static DocumentContent? Content(Session session, long id)
    {
        if (Find(session, id) is not { } row) return null;
        var statement = session.Prepare("SELECT text, offsets, sentences, numbers FROM texts WHERE document_id = ?1").Bind(1, id);
        if (!statement.Step()) return null;
        var document = new SourceDocument(row.Name, statement.Text(0), row.Metadata, OffsetMapBlob.Read(statement.BlobOrNull(1)));
        var content = new DocumentContent(row, document, SpanList.Read(statement.Text(2)), Ledger(statement.Text(3)));
        statement.Reset();
        return content;
    }

    public static byte[]? Source(Session session, long id)
    {
        var statement = session.Prepare("SELECT source FROM texts WHERE document_id = ?1").Bind(1, id);
        var blob = statement.Step() ? statement.BlobOrNull(0) : null;
        statement.Reset();
        if (blob is null) return null;
        using var bytes = new MemoryStream();
        using (var inflate = new DeflateStream(new MemoryStream(blob), CompressionMode.Decompress)) inflate.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static IEnumerable<DocumentState> States(Session session, string? root)
    {
        const string Order = " ORDER BY name, root";
        var statement = root is null
            ? session.Prepare(StateColumns + Order)
            : session.Prepare(StateColumns + " WHERE root = ?1" + Order).Bind(1, root);
        while (statement.Step()) yield return State(statement);
    }

    public static DocumentState? FindState(Session session, string root, string name)
    {
        var statement = session.Prepare(StateColumns + " WHERE name = ?1 AND root = ?2").Bind(1, name).Bind(2, root);
        var state = statement.Step() ? State(statement) : null;
        statement.Reset();
        return state;
    }

    private const string StateColumns = """
        SELECT id, name, hash, rules_version, root, source_path, source_hash, source_size, source_modified, kind, charset, source_options
        FROM documents
        """;

    private static DocumentState State(Statement row) => new(row.Long(0), row.Text(1), row.Text(2), row.Text(3), new DocumentSource
    {
        Root = row.Text(4),
        Path = row.TextOrNull(5),
        Hash = row.TextOrNull(6),
        Size = row.LongOrNull(7),
        Modified = row.TextOrNull(8) is { } modified ? StoredTimes.Time(modified) : null,
        Kind = row.Text(9),
        Charset = row.TextOrNull(10),
        Options = row.TextOrNull(11),
    });

    private static StoredDocument? One(Statement statement)
    {
        var document = statement.Step() ? Read(statement) : null;
        statement.Reset();
        return document;
    }

    private static StoredDocument Read(Statement row) => new()
    {
        Id = row.Long(0),
        Name = row.Text(2),
        Hash = row.Text(3),
        Length = row.Int(4),
        Metadata = new DocumentMetadata
        {
            Title = row.TextOrNull(5),
            Url = row.TextOrNull(6),
            Published = StoredTimes.Day(row.TextOrNull(7)),
            PublishedFrom = row.TextOrNull(8),
            Publisher = row.TextOrNull(9),
            Author = row.TextOrNull(10),
            Language = row.TextOrNull(11),
        },
        Source = new DocumentSource
        {
            Root = row.Text(1),
            Kind = row.Text(12),
            Charset = row.TextOrNull(13),
            Path = row.TextOrNull(14),
            Hash = row.TextOrNull(15),
            Size = row.LongOrNull(16),
            Modified = row.TextOrNull(17) is { } modified ? StoredTimes.Time(modified) : null,
            Options = row.TextOrNull(18),
        },
        RulesVersion = row.Text(19),
        FirstRun = row.Long(20),
        LastRun = row.Long(21),
        DuplicateOf = row.LongOrNull(22),
        Duplicate = row.Text(23) switch { "same" => DuplicateKind.Same, "near" => DuplicateKind.Near, _ => DuplicateKind.None },
        FactCount = row.Int(24),
        PendingCount = row.Int(25),
        NumberCount = row.Int(26),
        UnresolvedCount = row.Int(27),
        Seconds = row.Double(28),
        Fingerprint = row.BlobOrNull(29) is { } fingerprint ? fingerprint : null,
        DuplicateOfName = row.TextOrNull(30),
        HasSource = row.Int(31) != 0,
    };

    /// <summary>An unresolved number with a fact: a fact that a reviewer added has claimed it.</summary>
    private static ImmutableArray<LedgerEntry> Ledger(string numbers) =>
        [.. NumberList.Read(numbers).Select(number => number is { Class: NumberClass.Unresolved, FactId: not null } ? number with { Class = NumberClass.Fact } : number)];

    private static string Word(DuplicateKind kind) => kind switch
    {
        DuplicateKind.Same => "same",
        DuplicateKind.Near => "near",
        _ => "none",
    };
}
