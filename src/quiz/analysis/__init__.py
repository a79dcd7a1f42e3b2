"""What a class understood: statistics of first responses, pure."""
