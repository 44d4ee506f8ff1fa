-- Version 1. Tables hold numbers where that makes a million facts quick; the views facts, slots and observations
-- spell everything out for people and other tools.

CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    started TEXT NOT NULL,
    finished TEXT,
    rules_version TEXT NOT NULL,
    command_line TEXT NOT NULL,
    documents_added INTEGER NOT NULL DEFAULT 0,
    documents_changed INTEGER NOT NULL DEFAULT 0,
    documents_unchanged INTEGER NOT NULL DEFAULT 0,
    documents_gone INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    facts_added INTEGER NOT NULL DEFAULT 0,
    facts_changed INTEGER NOT NULL DEFAULT 0,
    facts_gone INTEGER NOT NULL DEFAULT 0,
    facts_kept INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    root TEXT NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    length INTEGER NOT NULL,
    title TEXT,
    url TEXT,
    published TEXT,
    published_from TEXT,
    publisher TEXT,
    author TEXT,
    language TEXT,
    kind TEXT NOT NULL,
    charset TEXT,
    source_path TEXT,
    source_hash TEXT,
    source_size INTEGER,
    source_modified TEXT,
    source_options TEXT,
    rules_version TEXT NOT NULL,
    first_run INTEGER NOT NULL REFERENCES runs (id),
    last_run INTEGER NOT NULL REFERENCES runs (id),
    duplicate_of INTEGER REFERENCES documents (id) ON DELETE SET NULL,
    duplicate_kind TEXT NOT NULL DEFAULT 'none',
    fact_count INTEGER NOT NULL DEFAULT 0,
    pending_count INTEGER NOT NULL DEFAULT 0,
    number_count INTEGER NOT NULL DEFAULT 0,
    unresolved_count INTEGER NOT NULL DEFAULT 0,
    seconds REAL NOT NULL DEFAULT 0,
    fingerprint BLOB
);
CREATE UNIQUE INDEX documents_by_name ON documents (name, root);
CREATE INDEX documents_by_hash ON documents (hash);
CREATE INDEX documents_by_original ON documents (duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX documents_by_unresolved ON documents (unresolved_count DESC, name);

-- Apart from the rows, so that listing documents does not read their texts.
CREATE TABLE texts (
    document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    offsets BLOB,      -- null: every character is one byte
    source BLOB        -- the page as read, deflated; null: not kept
);

-- The sentences of a document, and quotes that are no whole sentence (is_sentence = 0).
CREATE TABLE sentences (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    is_sentence INTEGER NOT NULL,
    text TEXT NOT NULL,
    tags TEXT NOT NULL  -- of the facts that quote it: q if there are any, r12 for the region of that label, p, c, f likewise
);
CREATE INDEX sentences_by_document ON sentences (document_id, span_start);
CREATE VIRTUAL TABLE sentence_words USING fts5 (
    text, tags, content = 'sentences', content_rowid = 'id', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
);

-- Each region, partner, category, unit, rule ... once. 0 stands for none.
CREATE TABLE labels (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
);

-- The facts as they stand, corrections applied. Measures are INTEGER or REAL where that is exact, else TEXT.
CREATE TABLE fact_rows (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    sentence_id INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    region_id INTEGER NOT NULL,
    period_from INTEGER NOT NULL,   -- year * 10000 + month * 100 + day; no year or no day: 0
    period_to INTEGER NOT NULL,
    flow INTEGER NOT NULL,          -- 0 trade, 1 exports, 2 imports, 3 balance
    partner_id INTEGER NOT NULL,
    category_id INTEGER NOT NULL,
    value,
    unit_id INTEGER NOT NULL,
    growth,
    basis_id INTEGER NOT NULL,
    terms_id INTEGER NOT NULL,
    multiple,
    change,
    share,
    share_of_id INTEGER NOT NULL,
    contribution,
    contribution_rate,
    growth_change,
    growth_gap,
    share_change,
    rank INTEGER,
    approx INTEGER NOT NULL,        -- 0 as stated, 1 >, 2 <, 3 ~
    modality INTEGER NOT NULL,      -- 0 actual, 1 forecast, 2 target, 3 revised
    rule_id INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    state INTEGER NOT NULL,         -- 0 pending, 1 accepted, 2 rejected, 3 corrected, 4 changed
    doubt INTEGER NOT NULL,         -- in ten thousandths
    confirmed INTEGER NOT NULL,
    contradicted INTEGER NOT NULL,
    added INTEGER NOT NULL,         -- 1: a reviewer added it
    duplicate INTEGER NOT NULL,     -- 1: its document repeats another
    first_run INTEGER NOT NULL,
    run INTEGER NOT NULL,
    decided_as TEXT,                -- the id under which earlier decisions on it are recorded
    slots TEXT,                     -- [[name, start, end, origin, value], ...]: see the view of that name
    extracted TEXT,                 -- the fact line as extracted, where a reviewer corrected it
    derivation TEXT
);
CREATE INDEX facts_by_id ON fact_rows (id);
CREATE INDEX facts_by_decision ON fact_rows (decided_as) WHERE decided_as IS NOT NULL;
CREATE INDEX facts_by_document ON fact_rows (document_id, span_start, span_end);
CREATE INDEX facts_by_sentence ON fact_rows (sentence_id);

-- Covering: a filter on several fields is answered from one of these without touching the rows.
CREATE INDEX facts_by_region ON fact_rows (region_id, flow, partner_id, category_id, period_to, period_from, state, doubt, rule_id, flags, contradicted, duplicate);
CREATE INDEX facts_by_partner ON fact_rows (partner_id, flow, region_id, category_id, period_to, period_from, state, doubt, rule_id, flags, contradicted, duplicate) WHERE partner_id <> 0;
CREATE INDEX facts_by_category ON fact_rows (category_id, flow, region_id, partner_id, period_to, period_from, state, doubt, rule_id, flags, contradicted, duplicate) WHERE category_id <> 0;
CREATE INDEX facts_by_period ON fact_rows (period_to, period_from, region_id, flow, partner_id, category_id, state, doubt, rule_id, flags, contradicted, duplicate);
CREATE INDEX facts_by_doubt ON fact_rows (doubt DESC, key, state, region_id, flow, partner_id, category_id, period_to, period_from, rule_id, flags, contradicted, duplicate);
CREATE INDEX facts_by_state ON fact_rows (state, doubt) WHERE state <> 0;
CREATE INDEX facts_by_rule ON fact_rows (rule_id, doubt, state, region_id, flow, partner_id, category_id, period_to, period_from, flags, contradicted, duplicate);
CREATE INDEX facts_by_value ON fact_rows (ifnull(CAST(value AS REAL), -9e999) DESC, key);

CREATE TABLE numbers (
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    class TEXT NOT NULL,
    reason TEXT NOT NULL,
    fact_id TEXT,
    PRIMARY KEY (document_id, position)
) WITHOUT ROWID;

-- Facts that were replaced or whose document is gone, as fact lines.
CREATE TABLE fact_history (
    sequence INTEGER PRIMARY KEY,
    root TEXT NOT NULL,
    doc TEXT NOT NULL,
    document_hash TEXT NOT NULL,
    id TEXT NOT NULL,
    first_run INTEGER NOT NULL,
    retired_run INTEGER NOT NULL,
    line TEXT NOT NULL
);
CREATE INDEX history_by_run ON fact_history (retired_run);

-- How many facts there are per value and state, so that nothing has to count a million rows.
CREATE TABLE fact_counts (
    dimension INTEGER NOT NULL,
    a INTEGER NOT NULL,
    b INTEGER NOT NULL,
    c INTEGER NOT NULL,
    state INTEGER NOT NULL,
    facts INTEGER NOT NULL,
    PRIMARY KEY (dimension, a, b, c, state)
) WITHOUT ROWID;

-- Goes up when checks are saved apart from a run, so that whoever keeps counts knows.
CREATE TABLE check_version (version INTEGER NOT NULL);
INSERT INTO check_version VALUES (0);

CREATE TABLE checks (
    id INTEGER PRIMARY KEY,
    document_id INTEGER REFERENCES documents (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    outcome TEXT NOT NULL,
    arithmetic TEXT NOT NULL
);
CREATE INDEX checks_by_document ON checks (document_id);
CREATE INDEX checks_by_outcome ON checks (outcome);
CREATE TABLE check_facts (
    check_id INTEGER NOT NULL REFERENCES checks (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    fact_id TEXT NOT NULL,
    PRIMARY KEY (check_id, position)
) WITHOUT ROWID;
CREATE INDEX check_facts_by_fact ON check_facts (fact_id);

CREATE TABLE failures (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    root TEXT NOT NULL,
    name TEXT NOT NULL,
    path TEXT,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    source_hash TEXT,
    at TEXT NOT NULL,
    first_run INTEGER NOT NULL REFERENCES runs (id),
    run INTEGER NOT NULL REFERENCES runs (id),
    attempts INTEGER NOT NULL,
    resolved_run INTEGER REFERENCES runs (id)
);
CREATE UNIQUE INDEX failures_standing ON failures (root, name) WHERE resolved_run IS NULL;

CREATE TABLE decisions (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    fact_id TEXT NOT NULL,
    document_hash TEXT NOT NULL,
    doc TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    line TEXT NOT NULL,             -- the fact line as it was decided on
    changes TEXT,
    reason TEXT,
    undoes INTEGER REFERENCES decisions (sequence),
    reviewer TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX decisions_by_fact ON decisions (fact_id);
CREATE INDEX decisions_by_document ON decisions (document_hash);
CREATE UNIQUE INDEX decisions_undone ON decisions (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER decisions_are_never_changed BEFORE UPDATE ON decisions
BEGIN
    SELECT RAISE (ABORT, 'decisions are never changed');
END;
CREATE TRIGGER decisions_are_never_deleted BEFORE DELETE ON decisions
BEGIN
    SELECT RAISE (ABORT, 'decisions are never deleted');
END;

CREATE VIEW facts AS
SELECT
    f.id, d.name AS doc,
    (SELECT text FROM labels WHERE id = f.region_id) AS region,
    CASE WHEN f.period_from < 10000 THEN 'XXXX' ELSE printf('%04d', f.period_from / 10000) END || printf('-%02d', f.period_from / 100 % 100)
        || CASE WHEN f.period_from % 100 = 0 THEN '' ELSE printf('-%02d', f.period_from % 100) END
        || '/' || CASE WHEN f.period_to < 10000 THEN 'XXXX' ELSE printf('%04d', f.period_to / 10000) END || printf('-%02d', f.period_to / 100 % 100)
        || CASE WHEN f.period_to % 100 = 0 THEN '' ELSE printf('-%02d', f.period_to % 100) END AS period,
    CASE f.flow WHEN 0 THEN 'trade' WHEN 1 THEN 'exports' WHEN 2 THEN 'imports' ELSE 'balance' END AS flow,
    (SELECT text FROM labels WHERE id = f.partner_id) AS partner,
    (SELECT text FROM labels WHERE id = f.category_id) AS category,
    f.value, (SELECT text FROM labels WHERE id = f.unit_id) AS unit, f.growth,
    ifnull((SELECT text FROM labels WHERE id = f.basis_id), 'yoy') AS basis,
    (SELECT text FROM labels WHERE id = f.terms_id) AS terms,
    f.multiple, f.change, f.share, (SELECT text FROM labels WHERE id = f.share_of_id) AS share_of,
    f.contribution, f.contribution_rate, f.growth_change, f.growth_gap, f.share_change, f.rank,
    CASE f.approx WHEN 1 THEN '>' WHEN 2 THEN '<' WHEN 3 THEN '~' END AS approx,
    CASE f.modality WHEN 0 THEN 'actual' WHEN 1 THEN 'forecast' WHEN 2 THEN 'target' ELSE 'revised' END AS modality,
    s.text AS quote, f.span_start AS start, f.span_end AS "end",
    (SELECT text FROM labels WHERE id = f.rule_id) AS rule, f.flags,
    CASE f.state WHEN 0 THEN 'pending' WHEN 1 THEN 'accepted' WHEN 2 THEN 'rejected' WHEN 3 THEN 'corrected' ELSE 'changed' END AS status,
    f.doubt / 10000.0 AS doubt, f.confirmed, f.contradicted, f.added,
    d.url, d.title, d.published, d.publisher, d.language,
    (SELECT name FROM documents WHERE id = d.duplicate_of) AS duplicate_of,
    f.first_run, f.run, f.key, f.document_id
FROM fact_rows f JOIN documents d ON d.id = f.document_id JOIN sentences s ON s.id = f.sentence_id;

-- One row per slot: kept inside the fact's row, since a fact is never read without them.
CREATE VIEW slots AS
SELECT
    f.id AS fact_id, d.name AS doc,
    CASE s.value ->> 0 WHEN 0 THEN 'region' WHEN 1 THEN 'period' WHEN 2 THEN 'flow' WHEN 3 THEN 'partner' WHEN 4 THEN 'category' WHEN 5 THEN 'value'
        WHEN 6 THEN 'unit' WHEN 7 THEN 'growth' WHEN 8 THEN 'basis' WHEN 9 THEN 'terms' WHEN 10 THEN 'multiple' WHEN 11 THEN 'change'
        WHEN 12 THEN 'share' WHEN 13 THEN 'share_of' WHEN 14 THEN 'contribution' WHEN 15 THEN 'contribution_rate' WHEN 16 THEN 'growth_change'
        WHEN 17 THEN 'growth_gap' WHEN 18 THEN 'share_change' WHEN 19 THEN 'rank' WHEN 20 THEN 'approx' ELSE 'modality' END AS name,
    s.value ->> 1 AS start, s.value ->> 2 AS "end",
    CASE s.value ->> 3 WHEN 0 THEN 'stated' WHEN 1 THEN 'carried' WHEN 2 THEN 'document' ELSE 'default' END AS origin,
    f.key AS fact_key
FROM fact_rows f JOIN documents d ON d.id = f.document_id JOIN json_each(f.slots) s;

-- One row per fact and measure. Rejected facts are left out, corrected ones have their corrections.
CREATE VIEW observations AS
SELECT f.id AS fact_id, f.doc, f.region, f.period, substr(f.period, 1, instr(f.period, '/') - 1) AS period_start,
    substr(f.period, instr(f.period, '/') + 1) AS period_end, f.flow, f.partner, f.category,
    m.measure,
    CASE m.measure WHEN 'value' THEN f.value WHEN 'growth' THEN f.growth WHEN 'multiple' THEN f.multiple WHEN 'change' THEN f.change
        WHEN 'share' THEN f.share WHEN 'contribution' THEN f.contribution WHEN 'contribution_rate' THEN f.contribution_rate
        WHEN 'growth_change' THEN f.growth_change WHEN 'growth_gap' THEN f.growth_gap ELSE f.share_change END AS number,
    CASE m.kind WHEN 'unit' THEN f.unit ELSE m.kind END AS unit,
    CASE m.measure WHEN 'growth' THEN f.basis END AS basis,
    CASE m.measure WHEN 'growth' THEN f.terms END AS terms,
    CASE m.measure WHEN 'share' THEN f.share_of END AS share_of,
    f.rank, f.approx, f.modality, f.quote, f.start, f."end", f.rule, f.status, f.duplicate_of, f.url, f.title, f.published, f.publisher, f.language, f.run
FROM facts f JOIN (
    SELECT 'value' AS measure, 'unit' AS kind UNION ALL SELECT 'growth', 'percent' UNION ALL SELECT 'multiple', 'times'
    UNION ALL SELECT 'change', 'unit' UNION ALL SELECT 'share', 'percent' UNION ALL SELECT 'contribution', 'percentage points'
    UNION ALL SELECT 'contribution_rate', 'percent' UNION ALL SELECT 'growth_change', 'percentage points'
    UNION ALL SELECT 'growth_gap', 'percentage points' UNION ALL SELECT 'share_change', 'percentage points') m
WHERE f.status <> 'rejected' AND CASE m.measure WHEN 'value' THEN f.value WHEN 'growth' THEN f.growth WHEN 'multiple' THEN f.multiple
        WHEN 'change' THEN f.change WHEN 'share' THEN f.share WHEN 'contribution' THEN f.contribution
        WHEN 'contribution_rate' THEN f.contribution_rate WHEN 'growth_change' THEN f.growth_change
        WHEN 'growth_gap' THEN f.growth_gap ELSE f.share_change END IS NOT NULL;
