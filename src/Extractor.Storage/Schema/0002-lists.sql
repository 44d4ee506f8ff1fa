-- Version 2. Where a document's sentences and numbers stand is kept beside its text, as a list each. A row for every one
-- of them, and every word of every text in the index, made storing general news cost more than reading it; now rows of
-- sentences, and words in the index, are those that facts quote.

ALTER TABLE texts ADD COLUMN sentences TEXT NOT NULL DEFAULT '[]';  -- [[start, end], ...]
ALTER TABLE texts ADD COLUMN numbers TEXT NOT NULL DEFAULT '[]';    -- [[start, end, class, reason, fact id], ...]: see the view of that name
UPDATE texts SET
    sentences = (SELECT json_group_array(json_array(span_start, span_end)) FROM (
        SELECT span_start, span_end FROM sentences WHERE document_id = texts.document_id AND is_sentence = 1 ORDER BY span_start, span_end, id)),
    numbers = (SELECT json_group_array(json_array(span_start, span_end, class, reason, fact_id)) FROM (
        SELECT * FROM numbers WHERE document_id = texts.document_id ORDER BY position));
DROP TABLE numbers;
DELETE FROM sentences WHERE id NOT IN (SELECT sentence_id FROM fact_rows);
ALTER TABLE sentences DROP COLUMN is_sentence;
INSERT INTO sentence_words (sentence_words) VALUES ('rebuild');

-- One row per number.
CREATE VIEW numbers AS
SELECT t.document_id, n.key AS position, n.value ->> 0 AS span_start, n.value ->> 1 AS span_end, n.value ->> 2 AS class,
    n.value ->> 3 AS reason, n.value ->> 4 AS fact_id
FROM texts t JOIN json_each(t.numbers) n;
