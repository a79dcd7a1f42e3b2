"""Files of a class: what a teacher hands out, and what each learner hands in."""
