using System.Collections.Concurrent;

namespace Extractor.Storage;

/// <summary>Keeps counts until something is written, by this process or another: every page of a queue shows the same ones.</summary>
/// <param name="most">How many answers are kept; beyond that, all are forgotten.</param>
internal sealed class AnswerCache(int most = 500)
{
    private readonly ConcurrentDictionary<(string Stamp, object Question), object> answers = new();

    public TAnswer Get<TQuestion, TAnswer>(Session session, TQuestion question, Func<Session, TQuestion, TAnswer> ask)
        where TQuestion : notnull
        where TAnswer : notnull
    {
        var key = (Stamp(session), (object)question);
        if (answers.TryGetValue(key, out var known)) return (TAnswer)known;
        var answer = ask(session, question);
        if (answers.Count >= most) answers.Clear();
        answers[key] = answer;
        return answer;
    }

    /// <summary>Something else after each transaction of a run, each decision and each saving of checks.</summary>
    private static string Stamp(Session session)
    {
        var row = session.Prepare("""
            SELECT (SELECT max(id) FROM runs), (SELECT documents_added + documents_changed + documents_gone + failures FROM runs ORDER BY id DESC LIMIT 1),
                (SELECT seq FROM sqlite_sequence WHERE name = 'decisions'), (SELECT version FROM check_version)
            """);
        row.Step();
        var stamp = $"{row.Long(0)}/{row.Long(1)}/{row.Long(2)}/{row.Long(3)}";
        row.Reset();
        return stamp;
    }
}
