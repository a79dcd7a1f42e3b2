"""What things are: frozen values with no file, clock, chance or screen in them."""
