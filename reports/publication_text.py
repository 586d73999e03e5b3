"""A document as plain text."""

from collections.abc import Iterator

from reports.publications.kind import Table
from reports.selectors.publications import Paper


def plain_text(paper: Paper) -> str:
    """Headings, sentences and words, a blank line between paragraphs; cells of a row by semicolons."""
    return "\n\n".join([f"{paper.title}: {paper.school}", *_paragraphs(paper)])


def _paragraphs(paper: Paper) -> Iterator[str]:
    for what, words in paper.cover:
        yield f"{what}: {words}"
    for part in paper.shown:
        yield part.heading.title.upper()
        yield from part.said
        yield from (_lines(table) for table in part.tables)
        if part.words:
            yield part.words


def _lines(table: Table) -> str:
    rows = ("; ".join(filter(None, row)) for row in table.rows)
    return "\n".join([f"{table.title}:", *(f"- {row}" for row in rows)])
