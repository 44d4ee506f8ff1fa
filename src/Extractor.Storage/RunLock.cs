using System.Diagnostics;
using Extractor.Store;

namespace Extractor.Storage;

/// <summary>Lets one run at a time write to a database. The system gives the lock back when a process dies, however it dies.</summary>
internal sealed class RunLock : IDisposable
{
    private readonly FileStream file;

    private RunLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock, waiting up to <paramref name="patience"/>; <paramref name="waiting"/> is told once who has it.</summary>
    public static RunLock Take(string database, TimeSpan patience, Action<string>? waiting)
    {
        var path = database + ".lock";
        var started = Stopwatch.GetTimestamp();
        var told = false;
        while (true)
        {
            if (TryTake(path) is { } taken) return taken;
            if (!told && waiting is not null)
            {
                waiting($"{database}: {Holder(path)} is writing to this database; waiting for it to finish.");
                told = true;
            }

            if (Stopwatch.GetElapsedTime(started) >= patience)
                throw new StoreBusyException($"{database}: {Holder(path)} is writing to this database. Wait for it to finish, or name another file with --db.");
            Thread.Sleep(50);
        }
    }

    public void Dispose() => file.Dispose();

    private static RunLock? TryTake(string path)
    {
        FileStream taken;
        try
        {
            taken = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new StoreException($"{path}: the file or its folder cannot be written to.", failure);
        }
        catch (IOException failure)
        {
            return File.Exists(path) ? null : throw new StoreException($"{path}: the lock file cannot be made ({failure.Message}).", failure);
        }

        try
        {
            taken.SetLength(0);
            taken.Write(System.Text.Encoding.UTF8.GetBytes($"process {Environment.ProcessId}"));
            taken.Flush();
        }
        catch (IOException)
        {
            // A full disk: who holds the lock is only for the message.
        }

        return new RunLock(taken);
    }

    private static string Holder(string path)
    {
        try
        {
            using var reader = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            Span<byte> buffer = stackalloc byte[64];
            var length = reader.Read(buffer);
            return length > 0 ? System.Text.Encoding.UTF8.GetString(buffer[..length]) : "another process";
        }
        catch (IOException)
        {
            return "another process";
        }
        catch (UnauthorizedAccessException)
        {
            return "another process";
        }
    }
}
