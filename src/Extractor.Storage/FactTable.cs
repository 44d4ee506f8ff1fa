using Extractor.Facts;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Storage;

/// <summary>Reads and writes the rows of facts, and keeps the counts in step.</summary>
internal static class FactTable
{
    private const string Columns = """
        f.key, f.id, f.document_id, f.sentence_id, f.span_start, f.span_end, f.region_id, f.period_from, f.period_to, f.flow, f.partner_id,
        f.category_id, f.value, f.unit_id, f.growth, f.basis_id, f.terms_id, f.multiple, f.change, f.share, f.share_of_id, f.contribution,
        f.contribution_rate, f.growth_change, f.growth_gap, f.share_change, f.rank, f.approx, f.modality, f.rule_id, f.flags, f.state,
        f.confirmed, f.contradicted, f.added, f.duplicate, f.first_run, f.run, f.decided_as, f.extracted, f.derivation, s.text, f.slots
        """;

    private const string From = $"SELECT {Columns} FROM fact_rows f JOIN sentences s ON s.id = f.sentence_id ";

    private const string Insertion = """
        INSERT INTO fact_rows (key, id, document_id, sentence_id, span_start, span_end, region_id, period_from, period_to, flow, partner_id,
            category_id, value, unit_id, growth, basis_id, terms_id, multiple, change, share, share_of_id, contribution, contribution_rate,
            growth_change, growth_gap, share_change, rank, approx, modality, rule_id, flags, state, confirmed, contradicted, added, duplicate,
            first_run, run, decided_as, extracted, derivation, doubt, slots)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27,
            ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37, ?38, ?39, ?40, ?41, ?42, ?43)
        """;

    /// <summary>Stores a row, under its own key when it has one.</summary>
    public static long Insert(Session session, FactRow row, CountDeltas deltas)
    {
        var fact = row.Fact;
        var labels = session.Labels;
        var key = new CountKey(
            labels.IdOf(fact.Region), labels.IdOf(fact.Partner), labels.IdOf(fact.Category), labels.IdOf(fact.Rule), labels.IdOf(fact.Unit),
            (int)fact.Flow, PeriodCode.Of(fact.Period.Start), PeriodCode.Of(fact.Period.End), (int)row.State, row.IsDuplicate);
        var insert = session.Prepare(Insertion);
        insert.Bind(1, row.Key == 0 ? null : row.Key).Bind(2, fact.Id).Bind(3, row.DocumentId).Bind(4, row.SentenceId)
            .Bind(5, fact.Span.Start).Bind(6, fact.Span.End).Bind(7, key.Region).Bind(8, key.PeriodFrom).Bind(9, key.PeriodTo).Bind(10, key.Flow)
            .Bind(11, key.Partner).Bind(12, key.Category).Bind(13, fact.Value).Bind(14, key.Unit).Bind(15, fact.Growth)
            .Bind(16, labels.IdOf(fact.Basis)).Bind(17, labels.IdOf(fact.Terms)).Bind(18, fact.Multiple).Bind(19, fact.Change)
            .Bind(20, fact.Share).Bind(21, labels.IdOf(fact.ShareOf)).Bind(22, fact.Contribution).Bind(23, fact.ContributionRate)
            .Bind(24, fact.GrowthChange).Bind(25, fact.GrowthGap).Bind(26, fact.ShareChange).Bind(27, fact.Rank)
            .Bind(28, (int)fact.Approx).Bind(29, (int)fact.Modality).Bind(30, key.Rule).Bind(31, (int)fact.Flags).Bind(32, key.State)
            .Bind(33, row.Confirmed).Bind(34, row.Contradicted).Bind(35, row.IsAdded ? 1 : 0).Bind(36, row.IsDuplicate ? 1 : 0)
            .Bind(37, row.FirstRun).Bind(38, row.Run).Bind(39, row.DecidedAs).Bind(40, row.Extracted)
            .Bind(41, fact.Derivation.IsDefaultOrEmpty ? null : string.Join('\n', fact.Derivation))
            .Bind(42, DoubtCode(FactDoubt.Of(fact, row.Confirmed, row.Contradicted))).Bind(43, SlotList.Write(fact));
        insert.Run();
        var number = row.Key == 0 ? session.LastInsertRowId : row.Key;
        deltas.Add(key, +1);
        return number;
    }

    /// <summary>Deletes the rows of a document.</summary>
    public static void DeleteOf(Session session, long documentId, CountDeltas deltas)
    {
        Count(session.Prepare($"SELECT {CountColumns} FROM fact_rows WHERE document_id = ?1").Bind(1, documentId), deltas, -1);
        session.Prepare("DELETE FROM fact_rows WHERE document_id = ?1").Bind(1, documentId).Run();
    }

    public static void Delete(Session session, long key, CountDeltas deltas)
    {
        Count(session.Prepare($"SELECT {CountColumns} FROM fact_rows WHERE key = ?1").Bind(1, key), deltas, -1);
        session.Prepare("DELETE FROM fact_rows WHERE key = ?1").Bind(1, key).Run();
    }

    /// <summary>Puts another fact or state into a row.</summary>
    public static void Replace(Session session, FactRow row, CountDeltas deltas)
    {
        Delete(session, row.Key, deltas);
        Insert(session, row, deltas);
    }

    /// <summary>Changes only how far the review has come.</summary>
    public static void SetState(Session session, long key, ReviewState state, CountDeltas deltas)
    {
        Count(session.Prepare($"SELECT {CountColumns} FROM fact_rows WHERE key = ?1").Bind(1, key), deltas, -1);
        session.Prepare("UPDATE fact_rows SET state = ?2 WHERE key = ?1").Bind(1, key).Bind(2, (long)state).Run();
        Count(session.Prepare($"SELECT {CountColumns} FROM fact_rows WHERE key = ?1").Bind(1, key), deltas, +1);
    }

    public static FactRow? Find(Session session, long key, bool withSlots = true)
    {
        var statement = session.Prepare(From + "WHERE f.key = ?1").Bind(1, key);
        if (!statement.Step()) return null;
        var row = Read(session, statement, DocumentName(session, statement.Long(2)), withSlots);
        statement.Reset();
        return row;
    }

    public static List<FactRow> OfDocument(Session session, long documentId)
    {
        var rows = new List<FactRow>();
        var statement = session.Prepare(From + "WHERE f.document_id = ?1 ORDER BY f.span_start, f.span_end, f.key").Bind(1, documentId);
        string? name = null;
        while (statement.Step()) rows.Add(Read(session, statement, name ??= DocumentName(session, documentId), withSlots: true));
        return rows;
    }

    /// <summary>Rows with this id: one for each document of the same text.</summary>
    public static List<FactRow> WithId(Session session, string id)
    {
        var keys = new List<long>();
        var statement = session.Prepare("SELECT key FROM fact_rows WHERE id = ?1 ORDER BY key").Bind(1, id);
        while (statement.Step()) keys.Add(statement.Long(0));
        return [.. keys.Select(key => Find(session, key)!)];
    }

    public static long DoubtCode(double doubt) => (long)Math.Round(doubt * 10_000);

    private const string CountColumns = "region_id, partner_id, category_id, rule_id, unit_id, flow, period_from, period_to, state, duplicate";

    private static void Count(Statement rows, CountDeltas deltas, int sign)
    {
        while (rows.Step())
        {
            deltas.Add(
                new CountKey(
                    rows.Long(0), rows.Long(1), rows.Long(2), rows.Long(3), rows.Long(4), rows.Int(5), rows.Long(6), rows.Long(7), rows.Int(8), rows.Int(9) != 0),
                sign);
        }
    }

    private static FactRow Read(Session session, Statement row, string document, bool withSlots)
    {
        var labels = session.Labels;
        var fact = new Fact
        {
            Id = row.Text(1),
            Doc = document,
            Span = new TextSpan(row.Int(4), row.Int(5)),
            Quote = row.Text(41),
            Region = labels.TextOf(row.Long(6)) ?? "",
            Period = new TradePeriod(PeriodCode.Bound(row.Long(7)), PeriodCode.Bound(row.Long(8))),
            Flow = (Flow)row.Int(9),
            Partner = labels.TextOf(row.Long(10)),
            Category = labels.TextOf(row.Long(11)),
            Value = row.DecimalOrNull(12),
            Unit = labels.TextOf(row.Long(13)),
            Growth = row.DecimalOrNull(14),
            Basis = labels.TextOf(row.Long(15)),
            Terms = labels.TextOf(row.Long(16)),
            Multiple = row.DecimalOrNull(17),
            Change = row.DecimalOrNull(18),
            Share = row.DecimalOrNull(19),
            ShareOf = labels.TextOf(row.Long(20)),
            Contribution = row.DecimalOrNull(21),
            ContributionRate = row.DecimalOrNull(22),
            GrowthChange = row.DecimalOrNull(23),
            GrowthGap = row.DecimalOrNull(24),
            ShareChange = row.DecimalOrNull(25),
            Rank = row.IntOrNull(26),
            Approx = (Approx)row.Int(27),
            Modality = (Modality)row.Int(28),
            Rule = labels.TextOf(row.Long(29)) ?? "",
            Flags = (FactFlags)row.Int(30),
            Derivation = withSlots && row.TextOrNull(40) is { } derivation ? [.. derivation.Split('\n')] : [],
            Slots = [],
        };
        if (withSlots) fact = fact with { Slots = SlotList.Read(row.TextOrNull(42), fact) };
        return new FactRow
        {
            Key = row.Long(0),
            Fact = fact,
            DocumentId = row.Long(2),
            SentenceId = row.Long(3),
            State = (ReviewState)row.Int(31),
            Confirmed = row.Int(32),
            Contradicted = row.Int(33),
            IsAdded = row.Int(34) != 0,
            IsDuplicate = row.Int(35) != 0,
            FirstRun = row.Long(36),
            Run = row.Long(37),
            DecidedAs = row.TextOrNull(38),
            Extracted = row.TextOrNull(39),
        };
    }

    private static string DocumentName(Session session, long id)
    {
        var statement = session.Prepare("SELECT name FROM documents WHERE id = ?1").Bind(1, id);
        var name = statement.Step() ? statement.Text(0) : "";
        statement.Reset();
        return name;
    }
}
