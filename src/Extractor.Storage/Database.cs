using System.Collections.Concurrent;
using Extractor.Store;
using Microsoft.Data.Sqlite;

namespace Extractor.Storage;

/// <summary>The file and the connections to it: one that writes, and as many that read as are needed at once.</summary>
internal sealed class Database : IDisposable
{
    private readonly ConcurrentBag<Session> idle = [];
    private readonly Lock writing = new();
    private Session? writer;
    private bool disposed;

    public Database(string path, bool create, IReadOnlyList<string> scripts)
    {
        Path = path;
        if (Directory.Exists(path)) throw new StoreException($"{path}: a folder, not a database file.");
        if (!File.Exists(path))
        {
            if (!create) throw new StoreException($"{path}: no such database. 'extractor run' makes one; --db names another.");
            if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
                throw new StoreException($"{path}: the folder {folder} does not exist.");
        }

        var session = new Session(path, create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite);
        try
        {
            // For a file that is made now: most documents fit on a page, so their texts go into one piece instead of a chain of them.
            session.Execute("PRAGMA page_size = 8192");
            Migrations.Apply(session, scripts, create);
            Prepare(session, cacheKilobytes: 32_768);
            session.Execute("PRAGMA journal_mode = WAL");
            writer = session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public string Path { get; }

    /// <summary>Answers from a connection of its own, so that readers neither wait for the writer nor for each other.</summary>
    public T Read<T>(Func<Session, T> query)
    {
        var session = Rent();
        try
        {
            return query(session);
        }
        finally
        {
            Return(session);
        }
    }

    /// <summary>Streams rows; the connection is given back when the stream ends or is left.</summary>
    public IEnumerable<T> Stream<T>(Func<Session, IEnumerable<T>> query)
    {
        var session = Rent();
        try
        {
            foreach (var row in query(session)) yield return row;
        }
        finally
        {
            Return(session);
        }
    }

    /// <summary>Writes in one transaction.</summary>
    public T Write<T>(Func<Session, T> work)
    {
        lock (writing)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            var session = writer ??= Open(32_768);
            return session.InTransaction(() => work(session));
        }
    }

    /// <summary>A connection for a run's transactions, which last longer than a call.</summary>
    public Session OpenForRun()
    {
        var session = Open(16_384);

        // The run has what is written taken over into the file by a thread of its own: see Checkpoints. This is for when that falls behind.
        session.Execute("PRAGMA wal_autocheckpoint = 16384");
        return session;
    }

    /// <summary>A connection for taking over what a run has written into the file.</summary>
    public Session OpenForCheckpoints() => Open(1_024);

    public void Dispose()
    {
        lock (writing)
        {
            if (disposed) return;
            disposed = true;
            while (idle.TryTake(out var session)) session.Dispose();
            if (writer is not null)
            {
                try
                {
                    // What the planner knows of the tables; quick, and only where it is out of date.
                    writer.Execute("PRAGMA analysis_limit = 400; PRAGMA optimize");
                }
                catch (StoreException)
                {
                    // Only a hint.
                }

                writer.Dispose();
            }
        }
    }

    private static void Prepare(Session session, int cacheKilobytes) => session.Execute(
        $"PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -{cacheKilobytes}; PRAGMA temp_store = MEMORY");

    private Session Open(int cacheKilobytes)
    {
        var session = new Session(Path, SqliteOpenMode.ReadWrite);
        Prepare(session, cacheKilobytes);
        return session;
    }

    private Session Rent()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return idle.TryTake(out var session) ? session : Open(32_768);
    }

    private void Return(Session session)
    {
        if (disposed)
        {
            session.Dispose();
            return;
        }

        session.ResetAll();
        idle.Add(session);
    }
}
