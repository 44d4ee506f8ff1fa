using Extractor.Store;

namespace Extractor.Storage;

/// <summary>Takes what a run has committed over from the write-ahead log into the database file, while the run goes on.</summary>
/// <remarks>
/// SQLite would do it within a commit, where the writer, and soon all that read for it, wait for the disk. Where this fails or falls
/// behind nothing is lost: the log keeps what was committed, and SQLite's own limit still stands.
/// </remarks>
internal sealed class Checkpoints(Func<Session> open) : IDisposable
{
    // Pages written again and again by batch after batch go to the file less often.
    private const long BytesBetween = 32 << 20;

    // What a document adds beside its text: its row and its places in the indexes.
    private const int BytesBeside = 2_000;

    private Session? session;
    private Task running = Task.CompletedTask;
    private long bytes;

    /// <summary>Notes what a document will add to the log.</summary>
    public void Written(PreparedDocument document) =>
        bytes += document.Text.Length + document.Numbers.Length + document.Sentences.Length + (document.Source?.Length ?? 0) + BytesBeside;

    /// <summary>Starts if enough has been committed; at once, so as to be done before the next commit, after which the log can begin anew.</summary>
    public void Committed()
    {
        if (bytes < BytesBetween || !running.IsCompleted) return;
        bytes = 0;
        running = Task.Run(Run);
    }

    public void Dispose()
    {
        running.GetAwaiter().GetResult();
        session?.Dispose();
    }

    private void Run()
    {
        try
        {
            session ??= open();
            session.Execute("PRAGMA wal_checkpoint(PASSIVE)");
        }
        catch (StoreException)
        {
            // A full disk, or a reader in the way: whoever writes next is told, or a later one succeeds.
        }
    }
}
