namespace Extractor.Ingest;

/// <summary>How much is read before it is refused. An article has some thousand characters: whatever reaches a limit is no article.</summary>
public sealed record IngestLimits
{
    /// <summary>The defaults.</summary>
    public static IngestLimits Default { get; } = new();

    /// <summary>Bytes of one document: a loose file, an archive member, a record.</summary>
    public long DocumentBytes { get; init; } = 16 << 20;

    /// <summary>Characters of one line of plain text.</summary>
    public int LineChars { get; init; } = 1 << 20;

    /// <summary>Bytes that one archive file may expand to.</summary>
    public long ArchiveBytes { get; init; } = 64L << 30;

    /// <summary>How many times its compressed size a member or stream may expand to. Text shrinks five- to tenfold, a bomb a thousandfold.</summary>
    public int ExpansionRatio { get; init; } = 200;

    /// <summary>Bytes below which <see cref="ExpansionRatio"/> is not looked at.</summary>
    public long ExpansionFloor { get; init; } = 4 << 20;

    /// <summary>Members of one archive.</summary>
    public int ArchiveMembers { get; init; } = 5_000_000;

    /// <summary>Archives within archives.</summary>
    public int ArchiveDepth { get; init; } = 3;

    /// <summary>Open tags around one place of a page.</summary>
    public int TagDepth { get; init; } = 1_000;

    /// <summary>Bytes of a ZIP archive that lies in another archive.</summary>
    public long NestedArchiveBytes { get; init; } = 1L << 30;

    /// <summary>How often inline tags that a page leaves open may be opened again in the blocks that follow.</summary>
    public long ReopenedTags { get; init; } = 1_000_000;

    /// <summary>Attributes of one tag.</summary>
    public int TagAttributes { get; init; } = 1_000;

    /// <summary>Parts within parts of a mail message.</summary>
    public int PartDepth { get; init; } = 16;
}
