"""Parents' pages: made, sent, read, written from, stopped; news of stages; papers shared."""
