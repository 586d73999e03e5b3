"""The week of people's time, read from the record: what it asks for, and all that it must heed."""
