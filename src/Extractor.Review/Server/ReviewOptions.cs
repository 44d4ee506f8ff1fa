using Extractor.Store;

namespace Extractor.Review.Server;

/// <summary>What the review pages need.</summary>
public sealed record ReviewOptions
{
    /// <summary>The facts. Not disposed by the server.</summary>
    public required IFactStore Store { get; init; }

    /// <summary>Who decides; kept with each decision.</summary>
    public required string Reviewer { get; init; }

    /// <summary>What the pages call the database, such as its file name.</summary>
    public string Name { get; init; } = "facts.db";

    /// <summary>The port on 127.0.0.1; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>Tells when a decision is made.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where troubles in answering a request are reported; nowhere when null.</summary>
    public Action<string>? Report { get; init; }
}
