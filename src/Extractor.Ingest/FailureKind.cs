namespace Extractor.Ingest;

/// <summary>The classes of failure while reading sources.</summary>
public enum FailureKind
{
    /// <summary>The path does not exist.</summary>
    Missing,

    /// <summary>The system would not let us read it.</summary>
    Unreadable,

    /// <summary>It holds no bytes, or only white space.</summary>
    Empty,

    /// <summary>It holds no text in any encoding.</summary>
    Binary,

    /// <summary>It looks like text, but no encoding reads it without doubt.</summary>
    Undecodable,

    /// <summary>It is larger than the limit.</summary>
    TooLarge,

    /// <summary>One line is longer than the limit.</summary>
    LineTooLong,

    /// <summary>Tags, archives or message parts are nested deeper than the limit.</summary>
    TooDeep,

    /// <summary>Archive, compressed stream or crawl file is damaged.</summary>
    Corrupt,

    /// <summary>An archive expands beyond the limit.</summary>
    Bomb,

    /// <summary>An archive member's name is absolute or climbs out of the archive.</summary>
    UnsafeName,

    /// <summary>A record of a line or table format is not what the format says.</summary>
    BadRecord,

    /// <summary>The page was read, but holds no article.</summary>
    NoArticle,

    /// <summary>The file is of a kind that is not read.</summary>
    Unsupported,

    /// <summary>A line of <c>metadata.jsonl</c> cannot be read.</summary>
    BadMetadata,

    /// <summary>Reading it met a mistake of this program.</summary>
    Internal,
}
