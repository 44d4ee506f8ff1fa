using System.Text;
using Extractor.Cli.Output;

namespace Extractor.Cli.Running;

/// <summary>The files <c>facts.csv</c> and <c>facts.jsonl</c>: written beside their final names and put in place when they are whole.</summary>
internal sealed class RunOutputs : IDisposable
{
    private readonly OutputFile csv;
    private readonly OutputFile jsonl;

    public RunOutputs(string folder)
    {
        Directory.CreateDirectory(folder);
        csv = new OutputFile(Path.Combine(folder, "facts.csv"));
        jsonl = new OutputFile(Path.Combine(folder, "facts.jsonl"));
        csv.Write(Encoding.UTF8.GetBytes(FactColumns.CsvHeader()));
    }

    public void Write(WrittenFacts facts)
    {
        csv.Write(facts.Csv);
        jsonl.Write(facts.JsonLines);
    }

    /// <summary>Puts the files in place.</summary>
    public void Complete()
    {
        csv.Complete();
        jsonl.Complete();
    }

    public void Dispose()
    {
        csv.Dispose();
        jsonl.Dispose();
    }

    private sealed class OutputFile : IDisposable
    {
        private readonly string path;
        private readonly string unfinished;
        private readonly FileStream stream;

        public OutputFile(string path)
        {
            this.path = path;

            // Two runs at once write two files; the last to end puts its own in place.
            unfinished = $"{path}.{Environment.ProcessId}.tmp";
            stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
        }

        public void Write(ReadOnlyMemory<byte> bytes) => stream.Write(bytes.Span);

        public void Complete()
        {
            stream.Dispose();
            File.Move(unfinished, path, overwrite: true);
        }

        public void Dispose()
        {
            try
            {
                stream.Dispose();
            }
            catch (IOException)
            {
                // The disk is full, which was said when writing; what matters now is to take the unfinished file away.
            }

            File.Delete(unfinished);
        }
    }
}
