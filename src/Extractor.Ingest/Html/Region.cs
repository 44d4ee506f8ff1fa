namespace Extractor.Ingest.Html;

/// <summary>What an element's name, role or class says of the part of the page that it holds.</summary>
[Flags]
internal enum Region : ushort
{
    None = 0,

    /// <summary>The article's text.</summary>
    Body = 1,

    /// <summary>The article, perhaps with more around it.</summary>
    Article = 2,

    /// <summary>Not the article: menus, related stories, comments.</summary>
    Boilerplate = 4,

    /// <summary>Not the article when it is short or full of links.</summary>
    Suspect = 8,

    /// <summary>Not shown.</summary>
    Hidden = 16,

    /// <summary>The headline.</summary>
    Headline = 32,

    /// <summary>The summary between headline and text.</summary>
    Standfirst = 64,

    /// <summary>Not the article by its element's meaning: nav, footer, role=banner.</summary>
    Landmark = 128,

    /// <summary>Something of another site, set into the text: a tweet.</summary>
    Embed = 256,

    /// <summary>Never the article however long it is: comments, notices about cookies; set with <see cref="Boilerplate"/>.</summary>
    Apart = 512,
}

/// <summary>Reading of combined regions.</summary>
internal static class RegionFlags
{
    /// <summary>Whether at least one of <paramref name="flags"/> is set.</summary>
    internal static bool HasAny(this Region region, Region flags) => (region & flags) != Region.None;
}
