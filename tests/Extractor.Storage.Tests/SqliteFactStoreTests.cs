using Extractor.Store;

namespace Extractor.Storage.Tests;

/// <summary>The contract, held by SQLite.</summary>
public sealed class SqliteFactStoreTests : FactStoreContract
{
    private readonly TemporaryFolder folder = new();

    public override void Dispose()
    {
        base.Dispose();
        folder.Dispose();
    }

    protected override IFactStore Create() => SqliteFactStore.Open(folder.File("facts.db"), create: true);
}
