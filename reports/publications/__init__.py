"""What a school must publish: headings as data, sentences from the record, pure."""
