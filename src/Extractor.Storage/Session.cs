using System.Diagnostics;
using Extractor.Store;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Extractor.Storage;

/// <summary>One connection with its prepared statements and the labels it has seen. For one thread at a time.</summary>
internal sealed class Session : IDisposable
{
    /// <summary>How long to wait for another writer, whose transactions last a second at most.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, Statement> statements = new(SqlComparer.Instance);

    static Session()
    {
        // Before SQLite starts: a session is used by one thread at a time and needs no lock around each call, nor does anybody ask how much
        // memory SQLite has taken, which it counts under a lock of its own. Where it has started already, it works as before.
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public Session(string path, SqliteOpenMode mode)
    {
        Path = path;
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Handle = connection.Handle ?? throw new StoreException($"{path}: the database could not be opened.");
            Check(raw.sqlite3_busy_timeout(Handle, 2_000));
            Labels = new Labels(this);
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw StoreFailure.Of(path, failure.SqliteErrorCode, failure.Message, failure);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public string Path { get; }

    public sqlite3 Handle { get; }

    public Labels Labels { get; }

    public long LastInsertRowId => raw.sqlite3_last_insert_rowid(Handle);

    public int Changes => raw.sqlite3_changes(Handle);

    /// <summary>The statement for <paramref name="sql"/>, prepared once; a second one while the first is still being read.</summary>
    public Statement Prepare(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement)) statements.Add(sql, statement = new Statement(this, sql));
        while (statement.IsReading)
        {
            sql += " ";
            if (!statements.TryGetValue(sql, out statement)) statements.Add(sql, statement = new Statement(this, sql));
        }

        return statement;
    }

    /// <summary>Runs statements whose rows are of no interest.</summary>
    public void Execute(string sql)
    {
        var code = raw.sqlite3_exec(Handle, sql);
        if (code != raw.SQLITE_OK) throw Failure(code);
    }

    public void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw Failure(code);
    }

    public StoreException Failure(int code) => StoreFailure.Of(Path, code, raw.sqlite3_errmsg(Handle).utf8_to_string(), null);

    /// <summary>Runs <paramref name="work"/> as one transaction that no other writer can come between.</summary>
    public T InTransaction<T>(Func<T> work)
    {
        BeginWriting();
        try
        {
            var result = work();
            Execute("COMMIT");
            return result;
        }
        catch
        {
            Rollback();
            throw;
        }
    }

    /// <summary>Begins a transaction when no other process is in one.</summary>
    /// <remarks>
    /// SQLite's own way of waiting looks up ever more seldom, and so misses the short breaks that a run makes between its
    /// batches; this asks every few milliseconds.
    /// </remarks>
    public void BeginWriting()
    {
        var started = Stopwatch.GetTimestamp();
        Check(raw.sqlite3_busy_timeout(Handle, 0));
        try
        {
            while (true)
            {
                var code = raw.sqlite3_exec(Handle, "BEGIN IMMEDIATE");
                if (code == raw.SQLITE_OK) return;
                if ((code & 0xff) != raw.SQLITE_BUSY || Stopwatch.GetElapsedTime(started) > Patience) throw Failure(code);
                Thread.Sleep(2);
            }
        }
        finally
        {
            Check(raw.sqlite3_busy_timeout(Handle, 2_000));
        }
    }

    /// <summary>Takes back the open transaction, if SQLite has not done so itself.</summary>
    public void Rollback()
    {
        ResetAll();
        if (raw.sqlite3_get_autocommit(Handle) == 0) _ = raw.sqlite3_exec(Handle, "ROLLBACK");
        Labels.Forget();
    }

    /// <summary>Ends what is still being read, so that no lock outlives the call.</summary>
    public void ResetAll()
    {
        foreach (var statement in statements.Values)
            if (statement.IsReading) statement.Reset();
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        statements.Clear();
        connection.Dispose();
    }

    /// <summary>Statements are long and looked up for every row; their length and a few characters tell them apart well enough.</summary>
    private sealed class SqlComparer : IEqualityComparer<string>
    {
        public static SqlComparer Instance { get; } = new();

        public bool Equals(string? x, string? y) => ReferenceEquals(x, y) || string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode(string sql) => HashCode.Combine(sql.Length, sql[sql.Length / 4], sql[sql.Length / 2], sql[sql.Length * 3 / 4]);
    }
}
