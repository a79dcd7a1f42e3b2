"""What a learner did, on disk: sittings, answers and what is remembered, in one SQLite file."""
