"""Parents' pages: what stands on one, whose they are, how things stand for a child."""
