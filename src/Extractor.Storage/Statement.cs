using System.Buffers;
using System.Text;
using SQLitePCL;

namespace Extractor.Storage;

/// <summary>A prepared statement. Parameters count from 1, columns from 0, as in SQLite.</summary>
/// <remarks>
/// Storing a fact takes ten statements of up to forty parameters. Through SqliteCommand, which looks parameters up by name and
/// boxes their values, that is most of the time; so statements run on the connection's native handle.
/// </remarks>
internal sealed class Statement : IDisposable
{
    private static readonly byte[] Nothing = new byte[1];

    private readonly Session session;
    private readonly sqlite3_stmt handle;

    public Statement(Session session, string sql)
    {
        this.session = session;
        session.Check(raw.sqlite3_prepare_v3(session.Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out handle));
    }

    /// <summary>Whether rows are still being read, so that the statement cannot be used for something else.</summary>
    public bool IsReading { get; private set; }

    public Statement Bind(int parameter, long value)
    {
        session.Check(raw.sqlite3_bind_int64(handle, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, long? value) => value is { } present ? Bind(parameter, present) : BindNull(parameter);

    public Statement Bind(int parameter, double value)
    {
        session.Check(raw.sqlite3_bind_double(handle, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, string? value)
    {
        if (value is null) return BindNull(parameter);
        var rented = ArrayPool<byte>.Shared.Rent(Math.Max(1, Encoding.UTF8.GetMaxByteCount(value.Length)));
        try
        {
            // The length goes with it, so that a NUL character inside a text is kept.
            var length = Encoding.UTF8.GetBytes(value, rented);
            session.Check(raw.sqlite3_bind_text(handle, parameter, rented.AsSpan(0, length)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return this;
    }

    /// <summary>Binds a text that is UTF-8 already.</summary>
    public Statement BindText(int parameter, ReadOnlySpan<byte> utf8)
    {
        // The address of nothing would be NULL to SQLite.
        session.Check(raw.sqlite3_bind_text(handle, parameter, utf8.IsEmpty ? Nothing.AsSpan(0, 0) : utf8));
        return this;
    }

    public Statement BindBlob(int parameter, byte[]? value) => Bind(parameter, value is null ? (ReadOnlyMemory<byte>?)null : value);

    public Statement Bind(int parameter, ReadOnlyMemory<byte>? value)
    {
        if (value is not { } present) return BindNull(parameter);
        session.Check(present.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, parameter, 0) : raw.sqlite3_bind_blob(handle, parameter, present.Span));
        return this;
    }

    /// <summary>Binds a decimal exactly: as INTEGER or REAL where these hold it, so that SQL can reckon with it, else as TEXT.</summary>
    public Statement Bind(int parameter, decimal? value)
    {
        if (value is not { } number) return BindNull(parameter);
        if (ExactNumber.TryInteger(number, out var integer)) return Bind(parameter, integer);
        return ExactNumber.TryReal(number, out var real) ? Bind(parameter, real) : Bind(parameter, ExactNumber.Text(number));
    }

    public Statement BindNull(int parameter)
    {
        session.Check(raw.sqlite3_bind_null(handle, parameter));
        return this;
    }

    /// <summary>Moves to the next row; after the last the statement is ready to be used again.</summary>
    public bool Step()
    {
        IsReading = true;
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW) return true;
        var failure = code == raw.SQLITE_DONE ? null : session.Failure(code);
        Reset();
        if (failure is not null) throw failure;
        return false;
    }

    /// <summary>Runs a statement whose rows are of no interest.</summary>
    public void Run()
    {
        while (Step())
        {
            // Nothing to read.
        }
    }

    /// <summary>The first column of the only row; null when there is none.</summary>
    public long? Scalar()
    {
        var value = Step() && !IsNull(0) ? Long(0) : (long?)null;
        Reset();
        return value;
    }

    public void Reset()
    {
        // The code repeats the failure of the last step, which has been reported.
        _ = raw.sqlite3_reset(handle);
        IsReading = false;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    public int Int(int column) => raw.sqlite3_column_int(handle, column);

    public int? IntOrNull(int column) => IsNull(column) ? null : Int(column);

    public double Double(int column) => raw.sqlite3_column_double(handle, column);

    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public byte[]? BlobOrNull(int column) => IsNull(column) ? null : raw.sqlite3_column_blob(handle, column).ToArray();

    public decimal? DecimalOrNull(int column) => raw.sqlite3_column_type(handle, column) switch
    {
        raw.SQLITE_NULL => null,
        raw.SQLITE_INTEGER => Long(column),
        raw.SQLITE_FLOAT => ExactNumber.FromReal(Double(column)),
        _ => ExactNumber.Parse(Text(column)),
    };

    public void Dispose() => handle.Dispose();
}
