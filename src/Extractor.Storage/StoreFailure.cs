using Extractor.Store;
using SQLitePCL;

namespace Extractor.Storage;

/// <summary>What SQLite's result codes mean for a user.</summary>
internal static class StoreFailure
{
    public static StoreException Of(string path, int code, string message, Exception? cause)
    {
        var text = (code & 0xff) switch
        {
            raw.SQLITE_NOTADB => $"{path}: not an SQLite database. Name another file with --db, or move this one away.",
            raw.SQLITE_CORRUPT => $"{path}: the database is damaged ({message}). Move the file away and run again, or restore a copy.",
            raw.SQLITE_FULL => $"{path}: no space left on the disk. What was stored before is safe; make room and run again.",
            raw.SQLITE_READONLY => $"{path}: the file or its folder cannot be written to.",
            raw.SQLITE_CANTOPEN => $"{path}: the database cannot be opened. Does the folder exist, and may it be read and written?",
            raw.SQLITE_IOERR => $"{path}: reading or writing failed ({message}). What was stored before is safe; check the disk and run again.",
            raw.SQLITE_PERM or raw.SQLITE_AUTH => $"{path}: access was denied.",
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"{path}: another process is writing to the database. Try again when it has finished.",
            raw.SQLITE_NOMEM => $"{path}: not enough memory.",
            _ => $"{path}: {message} (SQLite {code}).",
        };
        return (code & 0xff) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED
            ? cause is null ? new StoreBusyException(text) : new StoreBusyException(text, cause)
            : cause is null ? new StoreException(text) : new StoreException(text, cause);
    }
}
