"""The fourth form of the database: every row of the user tells when and where it was changed, and gives up its words.

It also holds what the program is about to do with it: terms of the weeks, rules, what stands in the user's files, what
a synchronisation brings and loses, and a journal by which a change can be taken back and done again.
"""

from __future__ import annotations

from mikrohandlinger.values import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final


#: The lists of the fourth form. They stand here as they were when it was made: a released migration is never changed,
#: so a value that joins one of them later needs a migration of its own. A test holds them equal to the domain's.
_LISTS: Final = {
    "ACTION": ("ask", "doubt", "feedback"),
    "REACH": ("known", "new", "up", "across"),
    "WENT": ("easy", "ok", "hard"),
    "WAY": ("gave", "sought", "received", "shared"),
    "FRAME": ("opi", "sbi", "klartale", "free"),
    "USED": ("yes", "partly", "no"),
    "QUESTION": ("remember", "learned", "hard", "friction", "plan", "passed"),
    "PUBLIC": ("off", "work"),
    "TREATMENT": ("work", "half", "off"),
    "RULE": ("rule", "principle", "documentation", "workflow"),
    "DETAIL": ("professional", "beyond-law", "guidelines", "administrative", "policies", "reporting"),
    "ORIGIN": ("habit", "own-unit", "administration", "committee", "council", "state", "unknown"),
    "WISH": ("remove", "change", "try-without", "keep"),
    "PER": ("day", "week", "month", "year"),
    "STATUS": ("noticed", "raised", "passed-on", "trying", "changed", "removed", "kept"),
    "FILED": ("setting", "hidden", "variation"),
    "RHYTHM": ("daily", "weekly"),
}

#: What every row of the user ends with. changed is UTC to the microsecond, so that it sorts as text, and later than
#: that of the version it replaced; device is empty in rows from before machines were told apart.
_HISTORY: Final = """\
  changed TEXT NOT NULL CHECK (changed GLOB '????-??-??T??:??:??.??????+00:00'),
  device TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))"""

#: A time of change of the earlier forms, where a full second had no fraction.
_CHANGED: Final = (
    "CASE length({0}) WHEN 25 THEN substr({0}, 1, 19) || '.000000' || substr({0}, 20) ELSE {0} END"
)

_ONE_FORM: Final = """
DROP VIEW recount;
DROP TRIGGER entry_added;
DROP TRIGGER entry_changed;
DROP TRIGGER entry_removed;

ALTER TABLE entries RENAME TO earlier;
CREATE TABLE entries (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  day TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN <ACTION>),
  variation TEXT,
  level INTEGER,
  note TEXT,
  reach TEXT CHECK (reach IN <REACH>),
  went TEXT CHECK (went IN <WENT>),
  masked INTEGER NOT NULL DEFAULT 0,
  -- The id of the rule that it was about.
  rule TEXT,
  -- Feedback: what kind, what it was built by, its parts as JSON, whether it was used and told back.
  way TEXT CHECK (way IN <WAY>),
  frame TEXT CHECK (frame IN <FRAME>),
  parts TEXT,
  used TEXT CHECK (used IN <USED>),
  told INTEGER CHECK (told IN (0, 1)),
<HISTORY>,
  -- What was taken away keeps no own words.
  CHECK (deleted = 0 OR coalesce(note, parts) IS NULL)
) STRICT;
INSERT INTO entries (number, id, at, day, action, variation, level, note, reach, went, masked, changed, deleted)
SELECT
  number, id, at, day, action, variation, level, CASE deleted WHEN 0 THEN note END, reach, went, masked,
  <CHANGED changed>, deleted
FROM earlier ORDER BY number;
-- A number is never given twice, even if the last rows have gone.
DELETE FROM sqlite_sequence WHERE name = 'entries';
UPDATE sqlite_sequence SET name = 'entries' WHERE name = 'earlier';
DROP TABLE earlier;
CREATE INDEX entries_by_day ON entries (day, at, number) WHERE deleted = 0;
CREATE INDEX entries_at_level_two ON entries (level) WHERE deleted = 0 AND level = 2;
CREATE INDEX entries_open_loops ON entries (day, at, number)
  WHERE deleted = 0 AND way = 'received' AND used IS NULL AND told IS NULL;

CREATE TRIGGER entry_added AFTER INSERT ON entries WHEN new.deleted = 0 BEGIN
  INSERT INTO week_marks (monday, ask, doubt, feedback, entries) VALUES (
    date(new.day, '-6 days', 'weekday 1'),
    (new.action = 'ask') << ((strftime('%w', new.day) + 6) % 7),
    (new.action = 'doubt') << ((strftime('%w', new.day) + 6) % 7),
    (new.action = 'feedback') << ((strftime('%w', new.day) + 6) % 7),
    1)
  ON CONFLICT (monday) DO UPDATE SET
    ask = ask | excluded.ask,
    doubt = doubt | excluded.doubt,
    feedback = feedback | excluded.feedback,
    entries = entries + 1;
END;

-- INSERT INTO recount counts a week anew from its entries.
CREATE VIEW recount AS SELECT monday FROM week_marks;
CREATE TRIGGER recounted INSTEAD OF INSERT ON recount BEGIN
  DELETE FROM week_marks WHERE monday = new.monday;
  INSERT INTO week_marks (monday, ask, doubt, feedback, entries)
  SELECT
    new.monday,
    sum(DISTINCT (action = 'ask') << ((strftime('%w', day) + 6) % 7)),
    sum(DISTINCT (action = 'doubt') << ((strftime('%w', day) + 6) % 7)),
    sum(DISTINCT (action = 'feedback') << ((strftime('%w', day) + 6) % 7)),
    count(*)
  FROM entries
  WHERE deleted = 0 AND day BETWEEN new.monday AND date(new.monday, '+6 days')
  GROUP BY new.monday;
END;

CREATE TRIGGER entry_changed AFTER UPDATE OF day, action, deleted ON entries BEGIN
  INSERT INTO recount VALUES (date(old.day, '-6 days', 'weekday 1'));
  INSERT INTO recount VALUES (date(new.day, '-6 days', 'weekday 1'));
END;

CREATE TRIGGER entry_removed AFTER DELETE ON entries WHEN old.deleted = 0 BEGIN
  INSERT INTO recount VALUES (date(old.day, '-6 days', 'weekday 1'));
END;

-- How things stood on a Monday long past, as JSON, so that the weeks before it need not be read; and on what, beside
-- the entries, that depends. Whatever changes the marks of a week before it takes it away.
CREATE TABLE memo (
  monday TEXT PRIMARY KEY,
  terms TEXT NOT NULL,
  past TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER marks_added AFTER INSERT ON week_marks BEGIN
  DELETE FROM memo WHERE monday > new.monday;
END;
CREATE TRIGGER marks_changed AFTER UPDATE ON week_marks BEGIN
  DELETE FROM memo WHERE monday > new.monday;
END;
CREATE TRIGGER marks_removed AFTER DELETE ON week_marks BEGIN
  DELETE FROM memo WHERE monday > old.monday;
END;

-- What was proposed, with its wording as it was shown: the catalogue may change, the day keeps its answer. shown is
-- empty for what was only offered at the shell prompt; asked is for what was asked for on a day off. With a rowid, as
-- the wordings are so long that they would each take a page of their own without.
ALTER TABLE proposals RENAME TO earlier;
CREATE TABLE proposals (
  day TEXT NOT NULL,
  turn INTEGER NOT NULL,
  action TEXT NOT NULL CHECK (action IN <ACTION>),
  variation TEXT NOT NULL,
  level INTEGER NOT NULL,
  wording TEXT,
  shown TEXT,
  asked INTEGER NOT NULL DEFAULT 0 CHECK (asked IN (0, 1)),
<HISTORY>,
  PRIMARY KEY (day, turn),
  CHECK ((wording IS NULL) = (deleted = 1))
) STRICT;
-- When exactly was not recorded: on the morning of its day, the same on every machine that has the row.
INSERT INTO proposals (day, turn, action, variation, level, wording, shown, changed)
SELECT
  day, turn, action, variation, level, wording, day || 'T00:00:00+00:00', day || 'T00:00:00.000000+00:00'
FROM earlier;
DROP TABLE earlier;
CREATE INDEX proposals_by_variation ON proposals (variation, day, turn) WHERE deleted = 0;

-- The user's if-then sentence, from a day on. Without text: from that day on no plan holds.
ALTER TABLE plans RENAME TO earlier;
CREATE TABLE plans (
  day TEXT PRIMARY KEY,
  text TEXT,
<HISTORY>,
  CHECK (deleted = 0 OR text IS NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO plans (day, text, changed, deleted)
SELECT day, CASE deleted WHEN 0 THEN text END, <CHANGED changed>, deleted FROM earlier;
DROP TABLE earlier;

-- Whether the plan that held in a week was used, as the user answered it.
ALTER TABLE plan_uses RENAME TO earlier;
CREATE TABLE plan_uses (
  monday TEXT PRIMARY KEY,
  used TEXT NOT NULL CHECK (used IN <USED>),
<HISTORY>
) STRICT, WITHOUT ROWID;
INSERT INTO plan_uses (monday, used, changed, deleted)
SELECT monday, used, <CHANGED changed>, deleted FROM earlier;
DROP TABLE earlier;

-- The answers of a week, each with the question as it was asked where that was the user's own. The key passed, without
-- an answer, tells that the week was passed over.
ALTER TABLE reflections RENAME TO earlier;
CREATE TABLE reflections (
  monday TEXT NOT NULL,
  key TEXT NOT NULL CHECK (key IN <QUESTION>),
  answer TEXT,
  question TEXT,
<HISTORY>,
  PRIMARY KEY (monday, key),
  CHECK ((answer IS NULL) = (deleted = 1 OR key = 'passed')),
  CHECK (deleted = 0 OR question IS NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO reflections (monday, key, answer, changed, deleted)
SELECT monday, key, CASE deleted WHEN 0 THEN answer END, <CHANGED changed>, deleted FROM earlier;
DROP TABLE earlier;

ALTER TABLE pauses RENAME TO earlier;
CREATE TABLE pauses (
  id TEXT PRIMARY KEY,
  first TEXT NOT NULL,
  last TEXT,
<HISTORY>
) STRICT, WITHOUT ROWID;
INSERT INTO pauses (id, first, last, changed, deleted)
SELECT id, first, last, <CHANGED changed>, deleted FROM earlier;
DROP TABLE earlier;

-- What was asked of the weeks from a Monday on: the goal and the working calendar. workdays are digits, 1 Monday.
CREATE TABLE terms (
  since TEXT PRIMARY KEY,
  goal INTEGER NOT NULL,
  workdays TEXT NOT NULL,
  public_holidays TEXT NOT NULL CHECK (public_holidays IN <PUBLIC>),
  first_of_may TEXT NOT NULL CHECK (first_of_may IN <TREATMENT>),
  constitution_day TEXT NOT NULL CHECK (constitution_day IN <TREATMENT>),
  christmas_eve TEXT NOT NULL CHECK (christmas_eve IN <TREATMENT>),
  new_years_eve TEXT NOT NULL CHECK (new_years_eve IN <TREATMENT>),
  country TEXT NOT NULL,
<HISTORY>
) STRICT, WITHOUT ROWID;

-- What gets in the way, and what came of saying so. moved: the day on which the status last changed.
CREATE TABLE rules (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  title TEXT,
  kind TEXT NOT NULL CHECK (kind IN <RULE>),
  detail TEXT CHECK (detail IN <DETAIL>),
  origin TEXT NOT NULL CHECK (origin IN <ORIGIN>),
  gets_in_the_way TEXT,
  protects TEXT,
  ask TEXT CHECK (ask IN <WISH>),
  until TEXT,
  door TEXT,
  minutes_low INTEGER,
  minutes_high INTEGER,
  times INTEGER,
  per TEXT CHECK (per IN <PER>),
  people INTEGER,
  status TEXT NOT NULL CHECK (status IN <STATUS>),
  moved TEXT NOT NULL,
  noticed TEXT NOT NULL,
  raised TEXT,
  answer_due TEXT,
  answered TEXT,
  answer TEXT,
  thanked INTEGER NOT NULL DEFAULT 0 CHECK (thanked IN (0, 1)),
  minutes_after_low INTEGER,
  minutes_after_high INTEGER,
  review_on TEXT,
  masked INTEGER NOT NULL DEFAULT 0,
<HISTORY>,
  CHECK ((title IS NULL) = (deleted = 1)),
  CHECK (deleted = 0 OR coalesce(gets_in_the_way, protects, until, door, answer) IS NULL)
) STRICT;

-- What stands in the user's own files, as it was last seen there: a setting, a hidden variation, an own variation.
CREATE TABLE filed (
  kind TEXT NOT NULL CHECK (kind IN <FILED>),
  id TEXT NOT NULL,
  value TEXT,
<HISTORY>,
  PRIMARY KEY (kind, id),
  CHECK ((value IS NULL) = (deleted = 1))
) STRICT, WITHOUT ROWID;

-- What the daily reminder did, one row a day. The row is taken before anything is shown, so that two reminders
-- at once show one; channel stays NULL until something really was. settled: from before the last `nudge on`.
CREATE TABLE reminders (
  day TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  rhythm TEXT NOT NULL CHECK (rhythm IN <RHYTHM>),
  channel TEXT,
  settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1))
) STRICT, WITHOUT ROWID;
INSERT INTO reminders (day, at, rhythm, channel, settled) SELECT day, at, rhythm, channel, settled FROM nudges;
DROP TABLE nudges;

-- Words that lost to a newer change from another machine, kept for a while and told once.
CREATE TABLE conflicts (
  number INTEGER PRIMARY KEY,
  target TEXT NOT NULL,
  key TEXT NOT NULL,
  field TEXT NOT NULL,
  words TEXT NOT NULL,
  changed TEXT NOT NULL,
  device TEXT NOT NULL,
  lost TEXT NOT NULL,
  told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1))
) STRICT;

-- What this machine shows on one day only, and on which day it did.
CREATE TABLE seen (
  what TEXT PRIMARY KEY,
  day TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was done, by the name of its command, and each row as it was before and after, so that it can be taken back
-- and done again.
CREATE TABLE changes (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  day TEXT NOT NULL,
  what TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
ALTER TABLE journal RENAME TO earlier;
CREATE TABLE journal (
  change INTEGER NOT NULL REFERENCES changes (number) ON DELETE CASCADE,
  step INTEGER NOT NULL,
  target TEXT NOT NULL,
  key TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (change, step)
) STRICT, WITHOUT ROWID;
-- The earlier form told no time: that of the row which the step wrote, as far as it is still known.
INSERT INTO changes (number, at, day, what)
SELECT change, <CHANGED wrote>, substr(wrote, 1, 10), command
FROM (
  SELECT change, command, coalesce(max(coalesce(
    (
      SELECT json_extract(later.before, '$.changed') FROM earlier AS later
      WHERE later.target = step.target AND later.key = step.key AND later.step > step.step
      ORDER BY later.step LIMIT 1
    ),
    CASE target
      WHEN 'entries' THEN (SELECT changed FROM entries WHERE id = json_extract(key, '$[0]'))
      WHEN 'plans' THEN (SELECT changed FROM plans WHERE day = json_extract(key, '$[0]'))
      WHEN 'plan_uses' THEN (SELECT changed FROM plan_uses WHERE monday = json_extract(key, '$[0]'))
      WHEN 'pauses' THEN (SELECT changed FROM pauses WHERE id = json_extract(key, '$[0]'))
      WHEN 'reflections' THEN (
        SELECT changed FROM reflections
        WHERE monday = json_extract(step.key, '$[0]') AND reflections.key = json_extract(step.key, '$[1]')
      )
    END
  )), '1970-01-01T00:00:00+00:00') AS wrote
  FROM earlier AS step GROUP BY change
);
INSERT INTO journal (change, step, target, key, before)
SELECT
  change, step, target, key,
  -- A row that had been taken away gives up its words here too.
  CASE WHEN json_extract(before, '$.deleted') = 1 AND target IN ('plans', 'reflections')
    THEN json_set(before, CASE target WHEN 'plans' THEN '$.text' ELSE '$.answer' END, NULL)
    ELSE before
  END
FROM earlier;
DROP TABLE earlier;

-- SQLite keeps no checksum of a row. Each is kept twice instead, in its table and in an index of all its columns: the
-- integrity check holds one against the other, whoever wrote them, and a rescue finds in one what the other has lost.
-- What is counted from the rows (week_marks) is counted again instead.
CREATE INDEX meta_twin ON meta (key, value);
CREATE INDEX memo_twin ON memo (monday, terms, past);
CREATE INDEX entries_twin ON entries (
  number, id, at, day, action, variation, level, note, reach, went, masked, rule, way, frame,
  parts, used, told, changed, device, deleted
);
CREATE INDEX proposals_twin ON proposals (
  day, turn, action, variation, level, wording, shown, asked, changed, device, deleted
);
CREATE INDEX plans_twin ON plans (day, text, changed, device, deleted);
CREATE INDEX plan_uses_twin ON plan_uses (monday, used, changed, device, deleted);
CREATE INDEX reflections_twin ON reflections (
  monday, key, answer, question, changed, device, deleted
);
CREATE INDEX pauses_twin ON pauses (id, first, last, changed, device, deleted);
CREATE INDEX terms_twin ON terms (
  since, goal, workdays, public_holidays, first_of_may, constitution_day, christmas_eve,
  new_years_eve, country, changed, device, deleted
);
CREATE INDEX rules_twin ON rules (
  number, id, title, kind, detail, origin, gets_in_the_way, protects, ask, until, door,
  minutes_low, minutes_high, times, per, people, status, moved, noticed, raised, answer_due,
  answered, answer, thanked, minutes_after_low, minutes_after_high, review_on, masked, changed,
  device, deleted
);
CREATE INDEX filed_twin ON filed (kind, id, value, changed, device, deleted);
CREATE INDEX reminders_twin ON reminders (day, at, rhythm, channel, settled);
CREATE INDEX conflicts_twin ON conflicts (
  number, target, key, field, words, changed, device, lost, told
);
CREATE INDEX seen_twin ON seen (what, day);
CREATE INDEX changes_twin ON changes (number, at, day, what, undone);
CREATE INDEX journal_twin ON journal (change, step, target, key, before, after);
"""


def _filled(script: str) -> str:
    """The script with its lists, and what else stands in it more than once."""
    for name, values in _LISTS.items():
        script = script.replace(f"<{name}>", "({})".format(", ".join(f"'{value}'" for value in values)))
    for name in ("changed", "wrote"):
        script = script.replace(f"<CHANGED {name}>", _CHANGED.format(name))
    return script.replace("<HISTORY>", _HISTORY)


#: The migration from the third form.
ONE_FORM: Final = _filled(_ONE_FORM)
