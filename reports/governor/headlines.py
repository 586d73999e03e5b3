"""The numbers of a published report that answer a governor's first questions; pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.governor.duty_sentences import kept
from reports.governor.report import Report
from reports.governor.support_words import whole_of


@dataclass(frozen=True)
class Headline:
    """A number, what it says, and the part of the report where its causes stand."""

    number: str
    label: str
    part: str


def headlines(report: Report) -> tuple[Headline, ...]:
    """Whatever of them the report prints."""
    return tuple(_headlines(report))


def _headlines(report: Report) -> Iterator[Headline]:
    if report.register is not None:
        of = f" of {report.roll:,} children" if report.roll else ""
        yield Headline(f"{report.register:,}", f"{of} on the SEND register".strip(), "numbers")
    for lines, whose in ((report.promises.ours, "our"), (report.promises.councils, "council’s")):
        if found := kept(lines):
            in_time, due = found
            yield Headline(f"{in_time:,} of {due:,}", f"{whose} legal dates kept", "promises")
    for name, label in (
        ("plan:in_date", "SEN support plans in date"),
        ("met:enough", "parents met once a term"),
    ):
        count, whole = report.support.get(name), whole_of(report, name)
        if count is not None and whole:
            yield Headline(f"{count:,} of {whole:,}", label, "support")
