namespace Extractor.Store;

/// <summary>The store cannot do what was asked; the message says which file, what is wrong and what to do.</summary>
public class StoreException : Exception
{
    /// <summary>An unnamed trouble.</summary>
    public StoreException()
    {
    }

    /// <summary>Makes one with a message for the user.</summary>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message for the user and its cause.</summary>
    public StoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
