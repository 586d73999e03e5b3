"""Times offered to parents: opened, booked, changed, cancelled, asked about, closed."""
