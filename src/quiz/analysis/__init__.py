"""What a class understood: statistics of first attempts, pure."""
