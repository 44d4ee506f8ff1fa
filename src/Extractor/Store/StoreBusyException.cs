namespace Extractor.Store;

/// <summary>Another process is writing to the store.</summary>
public sealed class StoreBusyException : StoreException
{
    /// <summary>An unnamed trouble.</summary>
    public StoreBusyException()
    {
    }

    /// <summary>Makes one with a message for the user.</summary>
    public StoreBusyException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message for the user and its cause.</summary>
    public StoreBusyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
