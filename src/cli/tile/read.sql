-- Reads events from  input (place BIGINT, id, date, title, summary, body, organizations, people, topics,
-- importance, more VARCHAR): the fields of an event as JSON, NULL for none; in `more` the whole event where it
-- has other fields, too. What is plain is read here. What is odd, the reader of documents reads. `place` is
-- the number of the row in the order of the files, which DuckDB keeps (rowid).

-- step: lines
-- Of NDJSON: one event a line. Lines that are no JSON are NULL.
CREATE TABLE lines AS
SELECT filename, json
FROM read_ndjson_objects($files,
  ignore_errors = true, filename = true, maximum_object_size = 16777216);

-- step: input
CREATE TABLE fields AS
SELECT
  nullif(x[1], 'null') AS id, nullif(x[2], 'null') AS date, nullif(x[3], 'null') AS title,
  nullif(x[4], 'null') AS summary, nullif(x[5], 'null') AS body,
  nullif(x[6], 'null') AS organizations, nullif(x[7], 'null') AS people,
  nullif(x[8], 'null') AS topics, nullif(x[9], 'null') AS importance,
  CASE
    WHEN json IS NULL THEN ''
    WHEN json_type(json) = 'OBJECT' AND len(list_distinct(keys)) = len(keys)
      AND list_has_all($fields, keys) THEN NULL
    ELSE CAST(json AS VARCHAR)
  END AS more
FROM (
  SELECT json, json_keys(json) AS keys, CAST(json_extract(json, [
    '$.id', '$.date', '$.title', '$.summary', '$.body', '$.organizations', '$.people', '$.topics',
    '$.importance'
  ]) AS VARCHAR[]) AS x
  FROM lines WHERE rowid >= $from
);

CREATE VIEW input AS SELECT rowid + $from AS place, * FROM fields;

-- step: dates
-- Years, months, days and times of day, with or without a zone, as docs/dates.md has them. Everything else
-- is asked of the reader of dates, each text once (odd_dates).
CREATE TABLE dated AS
WITH texts AS (
  SELECT place, substr(date, 2, length(date) - 2) AS d FROM input
  WHERE regexp_full_match(date,
    '"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?"')
), parts AS (
  SELECT place, length(d) AS size,
    TRY_CAST(substr(d || '-01-01', 1, 4) || coalesce(nullif(substr(d, 5, 3), ''), '-01')
      || coalesce(nullif(substr(d, 8, 3), ''), '-01') AS DATE) AS day,
    CAST(nullif(substr(d, 12, 2), '') AS INTEGER) AS hour,
    CAST(nullif(substr(d, 15, 2), '') AS INTEGER) AS minute,
    CASE WHEN substr(d, 17, 1) = ':' THEN CAST(substr(d, 18, 2) AS INTEGER) END AS second,
    CASE WHEN substr(d, 20, 1) = '.' THEN regexp_extract(d, '\.(\d+)', 1) END AS fraction,
    CASE WHEN length(d) > 16 THEN regexp_extract(d, '[+-]\d{2}:?\d{2}$') ELSE '' END AS zone
  FROM texts
), checked AS (
  SELECT *,
    CASE WHEN zone = '' THEN 0 ELSE
      CAST(substr(zone, 1, 1) || '1' AS INTEGER)
      * (60 * CAST(substr(zone, 2, 2) AS INTEGER) + CAST(right(zone, 2) AS INTEGER))
    END AS ahead,
    datediff('day', DATE '1970-01-01', day) * 86400000.0 AS midnight
  FROM parts
  WHERE day >= DATE '0001-01-01' AND coalesce(hour, 0) < 24 AND coalesce(minute, 0) < 60
    AND coalesce(second, 0) < 60
    AND (zone = '' OR (substr(zone, 2, 2) < '18' AND right(zone, 2) < '60'))
), spans AS (
  SELECT place, size,
    midnight + coalesce(hour, 0) * 3600000.0 + (coalesce(minute, 0) - ahead) * 60000.0
      + coalesce(second, 0) * 1000.0
      + coalesce(CAST(rpad(fraction, 3, '0') AS INTEGER), 0) AS first,
    CASE
      WHEN size = 4 THEN
        datediff('day', day, CAST(day + INTERVAL 1 YEAR AS DATE)) * 86400000.0
      WHEN size = 7 THEN
        datediff('day', day, CAST(day + INTERVAL 1 MONTH AS DATE)) * 86400000.0
      WHEN size = 10 THEN 86400000.0
      WHEN second IS NULL THEN 60000.0
      WHEN fraction IS NULL THEN 1000.0
      ELSE power(10.0, 3 - length(fraction))
    END AS length
  FROM checked
)
SELECT place, CAST(NULL AS VARCHAR) AS written, first, first + length AS last,
  CASE WHEN size > 10 THEN first ELSE first + length / 2 END AS anchor
FROM spans;

CREATE TABLE odd_dates
  (date VARCHAR, written VARCHAR, first DOUBLE, last DOUBLE, anchor DOUBLE);

-- step: odd dates
SELECT date, min(place) AS place FROM input ANTI JOIN dated USING (place)
WHERE date IS NOT NULL GROUP BY date ORDER BY place;

-- step: dates joined
INSERT INTO dated
SELECT place, written, first, last, anchor
FROM (SELECT place, date FROM input ANTI JOIN dated USING (place)) JOIN odd_dates USING (date);

-- step: lists
-- Each list of organisations, people or topics is read once, however many events have it.
CREATE TABLE lists (field VARCHAR, text VARCHAR, json VARCHAR, owner INTEGER);

-- step: plain
-- The events that need no other reader. `tail` is what follows the id in their JSON.
CREATE TABLE drafts AS
SELECT input.place,
  CASE WHEN id IS NOT NULL THEN json_extract_string(id, '$')
    WHEN length(slug) <= 60 AND slug <> '' THEN slug END AS id,
  id IS NOT NULL AS written,
  tail, first, last, anchor, importance, owner
FROM (
  SELECT input.place, id, dated.first, dated.last, dated.anchor,
    CAST(coalesce(importance, '3') AS INTEGER) AS importance, coalesce(o.owner, -1) AS owner,
    CASE WHEN id IS NULL AND NOT regexp_matches(title, '[^ -\[\]-~]') THEN
      trim(regexp_replace(lower(coalesce(written, date) || ' ' || title), '[^a-z0-9]+', '-', 'g'), '-')
    END AS slug,
    ',"date":' || coalesce(written, date) || ',"title":' || title
      || coalesce(',"summary":' || summary, '') || coalesce(',"body":' || body, '')
      || coalesce(',"organizations":' || nullif(o.json, '[]'), '')
      || coalesce(',"people":' || p.json, '') || coalesce(',"topics":' || t.json, '')
      || coalesce(',"importance":' || nullif(importance, '3'), '') || '}' AS tail
  FROM input
  JOIN dated USING (place)
  LEFT JOIN lists AS o ON o.field = 'organizations' AND o.text = input.organizations
  LEFT JOIN lists AS p ON p.field = 'people' AND p.text = input.people
  LEFT JOIN lists AS t ON t.field = 'topics' AND t.text = input.topics
  WHERE more IS NULL
    AND regexp_matches(title, '^" *[\p{L}\p{N}!#-\[\]-~]')
    -- Signs that the reader of documents takes out of texts.
    AND NOT regexp_matches(
      concat(id, title, summary, body),
      '\\[urbf]|[\x{202a}-\x{202e}\x{2066}-\x{2069}]')
    AND (id IS NULL OR (starts_with(id, '"') AND id <> '""'))
    AND (summary IS NULL OR starts_with(summary, '"'))
    AND (body IS NULL OR starts_with(body, '"'))
    AND (importance IS NULL OR importance IN ('1', '2', '3', '4', '5'))
    AND (input.organizations IS NULL OR o.json IS NOT NULL)
    AND (input.people IS NULL OR p.json IS NOT NULL)
    AND (input.topics IS NULL OR t.json IS NOT NULL)
) AS input;

-- step: odd
SELECT place, id, date, title, summary, body, organizations, people, topics, importance, more
FROM input ANTI JOIN drafts USING (place) ORDER BY place;

-- step: read
DROP VIEW input;
DROP TABLE fields;
DROP TABLE dated;

-- step: unnamed
SELECT place, tail FROM drafts WHERE id IS NULL;

-- step: names
UPDATE drafts SET id = made.id FROM made WHERE drafts.place = made.place;

-- step: repeated
-- Who holds an id keeps it: written ones before made ones, the earlier before the later.
CREATE TABLE renamed AS
SELECT place, id || '-' || turn AS id, id AS wanted, written
FROM (
  SELECT place, id, written,
    row_number() OVER (PARTITION BY id ORDER BY written DESC, place) AS turn
  FROM drafts
  WHERE id IN (SELECT id FROM drafts GROUP BY id HAVING count(*) > 1)
)
WHERE turn > 1;

-- step: clashes
SELECT count(*) FROM renamed WHERE id IN (SELECT id FROM drafts);

-- step: renamed again
UPDATE renamed SET id = id || '-2' WHERE id IN (SELECT id FROM drafts);

-- step: events
INSERT INTO events
SELECT drafts.place, '{"id":' || CAST(to_json(coalesce(renamed.id, drafts.id)) AS VARCHAR) || tail,
  anchor, first, last, importance, owner
FROM drafts LEFT JOIN renamed USING (place);
DROP TABLE drafts;
