"""What a table of headings is."""

#: field → (what a person calls it, headings)
type Fields = dict[str, tuple[str, str]]
