"""Every layout of tables that was ever released, as SQL, with a few rows in it. Never changed."""

VERSION_1 = """
PRAGMA application_id = 1366649201;
CREATE TABLE quiz (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, path TEXT,
    last_share REAL, last_asked INTEGER, last_at TEXT, best_share REAL
) WITHOUT ROWID;
CREATE TABLE attempt (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    quiz TEXT NOT NULL REFERENCES quiz (id),
    version INTEGER NOT NULL,
    purpose TEXT NOT NULL, mode TEXT NOT NULL, form TEXT, certainty INTEGER NOT NULL,
    seed TEXT NOT NULL,
    begun TEXT NOT NULL,
    plan TEXT NOT NULL,
    place INTEGER NOT NULL DEFAULT 0,
    flagged TEXT NOT NULL DEFAULT '[]',
    looks INTEGER NOT NULL DEFAULT 0,
    ended TEXT,
    result TEXT
);
CREATE INDEX attempt_by_quiz ON attempt (quiz, ended, seq);
CREATE TABLE response (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    attempt INTEGER NOT NULL REFERENCES attempt (seq),
    quiz TEXT NOT NULL, version INTEGER NOT NULL,
    question TEXT NOT NULL, fingerprint TEXT NOT NULL,
    purpose TEXT NOT NULL,
    answer TEXT NOT NULL,
    fraction REAL NOT NULL, parts TEXT NOT NULL, scored INTEGER NOT NULL,
    certainty INTEGER,
    at TEXT NOT NULL,
    seal INTEGER NOT NULL,
    UNIQUE (attempt, question, fingerprint)
);
CREATE INDEX response_by_question ON response (quiz, question, seq);
CREATE TABLE memory (
    quiz TEXT NOT NULL, question TEXT NOT NULL, fingerprint TEXT NOT NULL,
    stability REAL NOT NULL, difficulty REAL NOT NULL,
    due TEXT NOT NULL, last_review TEXT NOT NULL,
    PRIMARY KEY (quiz, question, fingerprint)
) WITHOUT ROWID;
CREATE INDEX memory_by_due ON memory (quiz, due);
INSERT INTO quiz VALUES ('rivers', 'Rivers', '"/quizzes/rivers.yaml"', 0.5, 2,
    '2026-03-01T12:10:00.000000+00:00', 0.75);
INSERT INTO attempt VALUES (1, 's1', 'rivers', 1, 'first', 'test', NULL, 1, '99',
    '2026-03-01T12:00:00.000000+00:00',
    '[{"question": "q0", "fingerprint": "0000000000000000", "layout": [1, 0]},
      {"question": "q1", "fingerprint": "0000000000000000", "layout": []}]',
    1, '[0]', 2, NULL, NULL);
INSERT INTO response VALUES (1, 1, 'rivers', 1, 'q0', '0000000000000000', 'first',
    '{"way": "picked", "options": [0]}', 1.0, '[true]', 1, 3,
    '2026-03-01T12:00:00.000000+00:00', {seal});
INSERT INTO memory VALUES ('rivers', 'q0', '0000000000000000', 2.3, 4.5,
    '2026-03-03T12:00:00.000000+00:00', '2026-03-01T12:00:00.000000+00:00');
PRAGMA user_version = 1;
"""

VERSION_2 = (
    VERSION_1
    + """
ALTER TABLE attempt ADD COLUMN assignment TEXT;
ALTER TABLE attempt ADD COLUMN learner TEXT;
ALTER TABLE attempt ADD COLUMN stem TEXT;
ALTER TABLE attempt ADD COLUMN submission TEXT;
ALTER TABLE attempt ADD COLUMN folder TEXT;
ALTER TABLE attempt ADD COLUMN placed TEXT;
ALTER TABLE attempt ADD COLUMN placed_at TEXT;
CREATE INDEX attempt_by_assignment ON attempt (assignment) WHERE assignment IS NOT NULL;
INSERT INTO attempt VALUES (2, 's2', 'rivers', 1, 'exercise', 'test', 'pre', 0, '7',
    '2026-03-02T12:00:00.000000+00:00', '[]', 0, '[]', 0,
    '2026-03-02T12:30:00.000000+00:00', NULL, '0123456789abcdef', 'Ada', 'rivers-pre-Ada', '{}',
    '"/results"', '"/results/rivers-pre-Ada.json"', '2026-03-02T12:31:00.000000+00:00');
PRAGMA user_version = 2;
"""
)

EVERY = {1: VERSION_1, 2: VERSION_2}
"""Each by its number."""
