using System.Text;

namespace Extractor.Cli.Console;

/// <summary>Where results and messages go: results to standard output as bytes, messages to standard error as lines.</summary>
internal sealed class Terminal : IDisposable
{
    private const int DefaultWidth = 160;
    private readonly Lock errorLock = new();
    private readonly TextWriter error;
    private Action<string>? redirect;

    public Terminal(Stream input, Stream output, TextWriter error, bool outputIsTerminal, bool errorIsTerminal, int? width = null)
    {
        Input = input;
        Output = output;
        this.error = error;
        OutputIsTerminal = outputIsTerminal;
        ErrorIsTerminal = errorIsTerminal;
        Width = width ?? DefaultWidth;
    }

    /// <summary>Standard input.</summary>
    public Stream Input { get; }

    /// <summary>Standard output, buffered; flushed when the command ends.</summary>
    public Stream Output { get; }

    /// <summary>Whether a person looks at standard output.</summary>
    public bool OutputIsTerminal { get; }

    /// <summary>Whether a person looks at standard error.</summary>
    public bool ErrorIsTerminal { get; }

    /// <summary>Columns of the terminal; a fixed number where output goes to a file, so that its bytes do not depend on the window.</summary>
    public int Width { get; }

    /// <summary>Whether any message reported an error.</summary>
    public bool HasErrors { get; private set; }

    public static Terminal OfProcess()
    {
        var outputIsTerminal = !System.Console.IsOutputRedirected;
        return new Terminal(
            System.Console.OpenStandardInput(),
            new BufferedStream(System.Console.OpenStandardOutput(), 1 << 16),
            new StreamWriter(System.Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true },
            outputIsTerminal,
            !System.Console.IsErrorRedirected,
            outputIsTerminal ? WidthOfWindow() : null);
    }

    /// <summary>Writes text to standard output.</summary>
    public void Write(string text) => Output.Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a line to standard output.</summary>
    public void WriteLine(string line = "") => Write(line + "\n");

    /// <summary>Says something on standard error that is no error.</summary>
    public void Say(string message) => ToError(message);

    /// <summary>Reports an error on standard error; the exit code will tell of it.</summary>
    public void Error(string message)
    {
        HasErrors = true;
        ToError($"extractor: {message}");
    }

    /// <summary>Sends messages to <paramref name="writer"/> while a progress bar owns the screen; null to end that.</summary>
    public void RedirectMessages(Action<string>? writer)
    {
        lock (errorLock) redirect = writer;
    }

    public void Dispose()
    {
        Output.Flush();
        error.Flush();
    }

    private void ToError(string message)
    {
        var line = Printable(message);
        lock (errorLock)
        {
            if (redirect is not null) redirect(line);
            else error.WriteLine(line);
        }
    }

    /// <summary>Names of files and words of articles come from anybody: control characters must not reach the terminal.</summary>
    internal static string Printable(string text)
    {
        if (!text.Any(c => char.IsControl(c) && c is not '\n')) return text;
        var result = new StringBuilder(text.Length);
        foreach (var c in text) result.Append(char.IsControl(c) && c is not '\n' ? '\ufffd' : c);
        return result.ToString();
    }

    private static int WidthOfWindow()
    {
        try
        {
            return System.Console.WindowWidth is > 20 and var width ? width : DefaultWidth;
        }
        catch (IOException)
        {
            return DefaultWidth;
        }
    }
}
