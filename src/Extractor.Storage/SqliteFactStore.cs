using Extractor.Store;

namespace Extractor.Storage;

/// <summary>Facts in one SQLite file.</summary>
public static class SqliteFactStore
{
    /// <summary>Opens the database, brings its schema up to date, and makes it when it is not there and <paramref name="create"/> is set.</summary>
    /// <exception cref="StoreException">There is no such file, it is corrupt, or it is not a database of ours.</exception>
    public static IFactStore Open(string path, bool create = false) =>
        throw new StoreException($"{path}: the SQLite store is being written (create: {create}).");
}
