namespace Extractor.Store;

/// <summary>Another reviewer decided on the fact since this reviewer saw it; nothing was stored.</summary>
public sealed class StaleDecisionException : StoreException
{
    /// <summary>An unnamed trouble.</summary>
    public StaleDecisionException()
    {
    }

    /// <summary>Makes one with a message for the user.</summary>
    public StaleDecisionException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message for the user and its cause.</summary>
    public StaleDecisionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes one that names the fact.</summary>
    public StaleDecisionException(string factId, long latest)
        : base($"Fact {factId}: somebody else has decided since (decision {latest}); look at it again.")
    {
        FactId = factId;
        Latest = latest;
    }

    /// <summary>The fact.</summary>
    public string FactId { get; } = "";

    /// <summary>The last decision on it.</summary>
    public long Latest { get; }
}
