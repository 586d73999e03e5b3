"""Times offered to parents, as parents and as colleagues see them."""
