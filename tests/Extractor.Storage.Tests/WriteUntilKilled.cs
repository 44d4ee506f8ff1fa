using Extractor.Store;

namespace Extractor.Storage.Tests;

/// <summary>This project as a program: writes documents until its process is killed.</summary>
internal static class WriteUntilKilled
{
    public const string Verb = "--write-until-killed";

    public static int Main(string[] arguments)
    {
        if (arguments is not [Verb, var path]) return 2;
        using var store = SqliteFactStore.Open(path, create: true);
        using var writer = store.BeginRun(new RunStart { Started = DateTimeOffset.UnixEpoch, RulesVersion = "rules-1", BatchSize = 7, Patience = TimeSpan.FromSeconds(10) });
        Console.WriteLine("writing");
        for (var i = 0; ; i = (i + 1) % 500) writer.Write(SqliteFileTests.Article(i).Write);
    }
}
