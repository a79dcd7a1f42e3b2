"""What a learner did, on disk: attempts, answers and what is remembered, in one SQLite file."""
