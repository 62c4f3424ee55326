-- Cuts events into tiles: docs/tiles.md says what comes out. It is written for DuckDB, and little of it is
-- DuckDB's own: QUALIFY, // (whole division), ANTI JOIN, and string_agg with an order.
--
-- It wants a table  events (place BIGINT, json VARCHAR, anchor DOUBLE, first DOUBLE, last DOUBLE,
--                           importance INTEGER, owner INTEGER)
-- one row an event: a number of its own that breaks ties, its JSON, its instants in epoch milliseconds, and
-- the place of its organisation in the document (-1 for nobody).
--
-- $start and $cell are where the grid begins and how long its finest cells are, in milliseconds; $deepest is
-- the level that they are the cells of; $events and $bytes are what a file holds.

-- step: order
-- Numbered in order of time (n), then by weight (w): importance, and among equals a sample that is spread
-- evenly over time, as the lowest bit of n gives it. c is the finest cell.
CREATE TABLE numbered AS
SELECT
  place, first, last, owner, importance,
  strlen(json) AS bytes,
  CAST(floor((anchor - $start) / $cell) AS BIGINT) AS c,
  row_number() OVER (ORDER BY anchor, importance DESC, place) AS n
FROM events;

CREATE TABLE rest AS
SELECT n, c, bytes, row_number() OVER (ORDER BY importance DESC, (n & -n) DESC, n) AS w
FROM numbered;

CREATE TABLE held (z INTEGER, x BIGINT, page BIGINT, n BIGINT);
CREATE TABLE tiles (z INTEGER, x BIGINT);

-- step: level
-- Once for each level $z from 0 on, until nothing is left. $shift is $deepest + 8 - $z.
INSERT INTO tiles SELECT $z, c >> $shift AS x FROM rest GROUP BY x;

-- Where halving would separate nothing any more, a tile holds all that is left, in pages.
CREATE OR REPLACE TABLE uncut AS
SELECT c >> $shift AS x FROM rest GROUP BY x HAVING min(c) = max(c) OR $z = $deepest;

INSERT INTO held
WITH weightiest AS (
  SELECT n, c >> $shift AS x, w, bytes FROM rest
  QUALIFY row_number() OVER (PARTITION BY c >> $shift ORDER BY w) <= $events
), candidates AS (
  SELECT * FROM weightiest WHERE x NOT IN (SELECT x FROM uncut)
  UNION ALL
  SELECT n, c >> $shift AS x, w, bytes FROM rest WHERE c >> $shift IN (SELECT x FROM uncut)
), filled AS (
  SELECT n, x,
    (row_number() OVER weight - 1) // $events
    + (CAST(sum(bytes) OVER weight AS BIGINT) - 1) // $bytes AS fill
  FROM candidates
  WINDOW weight AS (PARTITION BY x ORDER BY w ROWS UNBOUNDED PRECEDING)
), paged AS (
  SELECT n, x, dense_rank() OVER (PARTITION BY x ORDER BY fill) - 1 AS page FROM filled
)
SELECT $z, x, page, n FROM paged WHERE page = 0 OR x IN (SELECT x FROM uncut);

CREATE TABLE lower AS
SELECT rest.* FROM rest ANTI JOIN (SELECT n FROM held WHERE z = $z) AS taken USING (n);
DROP TABLE rest;
ALTER TABLE lower RENAME TO rest;

-- step: sums
-- All events of each stretch and of each cell, at the last level $z. $cells is $deepest - $z.
CREATE TABLE stretches AS
SELECT c >> $shift AS x, count(*) AS many, min(first) AS first, max(last) AS last
FROM numbered GROUP BY x;

CREATE TABLE cells AS
SELECT c >> $cells AS cell, owner, count(*) AS many FROM numbered GROUP BY cell, owner;

CREATE TABLE summed
  (z INTEGER, x BIGINT, many BIGINT, first DOUBLE, last DOUBLE, cells VARCHAR);

-- step: sum
-- Once for each level $z, from the last one up: what is told of a tile, and the sums of the level above.
INSERT INTO summed
SELECT $z, x, stretches.many, first, last, told.cells
FROM stretches JOIN (
  -- Owner, cell and count of each, in any order: whoever writes the tile sorts them. An order in here
  -- would take a buffer for every tile.
  SELECT cell >> 8 AS x, string_agg(owner || ' ' || (cell & 255) || ' ' || many, ',') AS cells
  FROM cells
  WHERE cell >> 8 IN (SELECT x FROM tiles WHERE z = $z)
  GROUP BY ALL
) AS told USING (x);

CREATE OR REPLACE TABLE stretches AS
SELECT x >> 1 AS x, CAST(sum(many) AS BIGINT) AS many, min(first) AS first, max(last) AS last
FROM stretches GROUP BY ALL;

CREATE OR REPLACE TABLE cells AS
SELECT cell >> 1 AS cell, owner, CAST(sum(many) AS BIGINT) AS many
FROM cells GROUP BY ALL;

-- step: pages
-- The events of each file, together.
CREATE TABLE content AS
SELECT held.z, held.x, held.page, held.n, events.json
FROM held JOIN numbered USING (n) JOIN events USING (place)
ORDER BY held.z, held.x, held.page, held.n;

DROP TABLE events;

-- Where the events of each file begin in it: rows stand in the order in which they were written.
CREATE TABLE files AS
SELECT z, x, page, max(page) OVER (PARTITION BY z, x) + 1 AS pages, many,
  CAST(sum(many) OVER (ORDER BY z, x, page ROWS UNBOUNDED PRECEDING) AS BIGINT) - many AS start
FROM (SELECT z, x, page, count(*) AS many FROM held GROUP BY ALL);

-- step: write
-- The files whose events begin from row $from to before row $until. Their numbers come from summed, with
-- those of both halves below.
SELECT
  files.z, files.x, files.page, files.pages, own.many, own.first, own.last,
  earlier.many, earlier.first, earlier.last, later.many, later.first, later.last,
  own.cells, texts.events
FROM files
JOIN (
  SELECT z, x, page, string_agg(json, ',' ORDER BY n) AS events
  FROM content WHERE rowid >= $from AND rowid < $until
  GROUP BY ALL
) AS texts USING (z, x, page)
JOIN summed AS own ON own.z = files.z AND own.x = files.x
LEFT JOIN summed AS earlier ON earlier.z = files.z + 1 AND earlier.x = 2 * files.x
LEFT JOIN summed AS later ON later.z = files.z + 1 AND later.x = 2 * files.x + 1
