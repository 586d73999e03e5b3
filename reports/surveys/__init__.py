"""Short surveys of families and pupils with SEND: what is asked, and what the answers say; pure."""
