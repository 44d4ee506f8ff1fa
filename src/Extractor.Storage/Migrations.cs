using System.Reflection;
using Extractor.Store;

namespace Extractor.Storage;

/// <summary>Brings a database to the schema of this version, one script after another; <c>user_version</c> counts those applied.</summary>
internal static class Migrations
{
    /// <summary>Marks the file as ours: "TdFx" in <c>PRAGMA application_id</c>.</summary>
    public const long ApplicationId = 0x54644678;

    /// <summary>The scripts in order; a database of version n has had the first n.</summary>
    public static IReadOnlyList<string> Scripts { get; } = Read();

    /// <summary>Checks whose file it is, then applies what is missing. A file that is not ours is left as it is.</summary>
    public static void Apply(Session session, IReadOnlyList<string> scripts, bool create)
    {
        var version = Check(session, scripts.Count, create);
        if (version == scripts.Count) return;
        session.InTransaction(() =>
        {
            // Another process may have been quicker.
            for (var next = Check(session, scripts.Count, create); next < scripts.Count; next++) session.Execute(scripts[next]);
            session.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {scripts.Count}");
            return true;
        });
    }

    private static int Check(Session session, int latest, bool create)
    {
        // One statement sees one state of the file: between several, another process may make the schema.
        var state = session.Prepare("SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema) FROM pragma_application_id, pragma_user_version");
        state.Step();
        var (application, version, tables) = (state.Long(0), state.Int(1), state.Long(2));
        state.Reset();
        if (application != ApplicationId)
        {
            var isEmpty = application == 0 && version == 0 && tables == 0;
            if (!isEmpty) throw new StoreException($"{session.Path}: a database of another program. Name another file with --db.");
            if (!create) throw new StoreException($"{session.Path}: an empty file, not a database of facts. 'extractor run' makes one.");
            return 0;
        }

        if (version > latest)
            throw new StoreException($"{session.Path}: made by a later version of extractor (schema {version}, this one knows {latest}). Update extractor.");
        return version;
    }

    private static List<string> Read()
    {
        var assembly = typeof(Migrations).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith("schema/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(name => ReadScript(assembly, name))];
    }

    private static string ReadScript(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
