"""What a report says and prints of support, impact, money, children to watch and staff; pure."""

from collections.abc import Iterator, Mapping

from aylsham.datewords import full_day_words
from aylsham.suppression.audience import Audience
from aylsham.suppression.shares import percent
from provision.rules.money import in_pounds
from reports.governor.aims import say_aims, tables_of_aims
from reports.governor.record import Record
from reports.governor.report import HIDDEN, Report
from reports.governor.words import share
from reports.publications.facts import listed
from reports.publications.kind import Table
from reports.surveys.sentences import say_voices, tables_of_voices
from staff.templatetags.hours import hours

#: Lines of the table on impact; a federation has several for each school.
MOST_LINES = 6
#: Sources of money that are told apart.
MOST_SOURCES = 5
#: What the lines of the table on support are called, by the name of their count, and their whole.
_LINES: tuple[tuple[str, str, str], ...] = (
    ("plan:in_date", "SEN support plan in date", "K"),
    ("plan:late", "SEN support plan past the day of its review", "K"),
    ("plan:none", "SEN support, no plan running", "K"),
    ("met:enough", "Parents met once a term so far, or more often", "register"),
    ("met:fewer", "Parents met less often", "register"),
    ("met:new", "Less often, on the register since this term began", "register"),
    ("passport:read", "Passport read by every adult who works with the child", "register"),
    ("passport:unread", "Passport not yet read by all of them", "register"),
    ("passport:none", "No published passport", "register"),
)


def say_support(report: Report, record: Record) -> dict[str, tuple[str, ...]]:
    """Sentences for each part; the first is its message."""
    said = {
        "support": tuple(_support(report, record)),
        "impact": tuple(_impact(record)),
        "voices": tuple(say_voices(record.voices, is_federation=report.is_federation)),
        "care": tuple(_care(report, record)),
        "staff": tuple(_staff(record)),
        "plan": tuple(say_aims(report, record.aims)),
        "visit": tuple(_visit(report, record)),
    }
    return {key: sentences for key, sentences in said.items() if sentences}


def tables_of_support(
    report: Report, record: Record, before: Mapping[str, int | None]
) -> dict[str, tuple[Table, ...]]:
    """The tables of each part; what is not known, or nobody may see, has none."""
    tables = {
        "support": (_supported(report, before), _given(record)),
        "impact": (_worked(report, record), _spent(record)),
        "voices": tables_of_voices(record.voices, is_federation=report.is_federation),
        "care": (_watched(report),),
        "plan": tables_of_aims(report, record.aims),
    }
    if report.audience is Audience.GOVERNORS:
        tables["visit"] = (_sampled(record),)
    shown = {key: tuple(each for each in several if each.rows) for key, several in tables.items()}
    return {key: several for key, several in shown.items() if several}


def whole_of(report: Report, name: str) -> int | None:
    """How many children a count is out of: the register, or those with SEN support."""
    whole = next(whole for each, _, whole in _LINES if each == name)
    return report.register if whole == "register" else report.level(whole).count


def _support(report: Report, record: Record) -> Iterator[str]:
    if (line := _of(report, "plan:in_date")) is not None:
        yield f"{line} SEN support plans are in date."
    elif report.support:
        yield "How many SEN support plans are in date is not printed, since a number is small."
    if (line := _of(report, "met:enough")) is not None:
        yield (
            f"The parents of {line} children with SEN were met at least once in each term of this "
            "school year, as the Code of Practice asks (6.65)."
        )
    if (line := _of(report, "passport:read")) is not None:
        yield f"{line} children have a passport that every adult who works with them has read."
    planned, given = sum(g.planned for g in record.given), sum(g.given for g in record.given)
    if planned:
        part = percent(given, planned)
        yield (
            f"Adults gave {hours(given)} of {hours(planned)} planned this term{share(part)}, of what "
            "is shown. What nobody logged counts as not given."
        )


def _of(report: Report, name: str) -> str | None:
    """`23 of 30`; None where either is not shown, or there is nobody."""
    count, whole = report.support.get(name), whole_of(report, name)
    return f"{count:,} of {whole:,}" if count is not None and whole else None


def _supported(report: Report, before: Mapping[str, int | None]) -> Table:
    known = report.support
    columns = ["What", "Children", "Share", *(["Last term"] if before else [])]
    rows = []
    for name, label, _ in _LINES:
        if known.get(name) is not None:
            count, whole = known[name], whole_of(report, name)
            part = None if count is None or whole is None else percent(count, whole)
            row = [label, _number(count), HIDDEN if part is None else f"{part:.1f}%"]
            rows.append(tuple(row + ([_number(before.get(name))] if before else [])))
    return Table("How children are supported", tuple(columns), tuple(rows))


def _number(count: int | None) -> str:
    return HIDDEN if count is None else f"{count:,}"


def _given(record: Record) -> Table:
    rows = tuple(
        (g.owed_by[:1].upper() + g.owed_by[1:], hours(g.planned), hours(g.given), hours(g.unlogged))
        for g in record.given
    )
    columns = ("Owed by", "Planned", "Given", "Not logged")
    return Table("Hours of adults this term, by what they are owed by", columns, rows)


def _impact(record: Record) -> Iterator[str]:
    if record.worked:
        names = {each.intervention for each in record.worked}
        what = "One intervention has" if len(names) == 1 else f"{len(names)} interventions have"
        yield f"{what} enough children tested before and after to say what changed."
        yield (
            "It is a sign and no proof: nobody without the intervention is compared, and low scores "
            "move a little towards the middle by themselves."
        )
    else:
        yield (
            "No intervention has five children tested before and after with the same test, so "
            "nothing can be said of what worked."
        )
    planned, spent = sum(s.planned for s in record.spent), sum(s.spent for s in record.spent)
    if planned:
        yield (
            f"Of {in_pounds(planned)} planned for the school year, {in_pounds(spent)} has been spent, "
            "of what is shown: adults’ time in sessions given, and materials."
        )
        yield "The record holds no budget, so this is not set against the notional SEN budget here."


def _worked(report: Report, record: Record) -> Table:
    columns = ["Intervention", "Test", "Children", "Typical change", "Middle half", "Cost a child"]
    rows = []
    for each in record.worked[:MOST_LINES]:
        cost = in_pounds(each.pence_a_child) if each.pence_a_child else "–"
        row = [each.intervention, each.test, f"{record.tested[each.name]:,}"]
        row += [each.change, each.middle_half, cost]
        rows.append(tuple(row + ([each.school] if report.is_federation else [])))
    if report.is_federation:
        columns.append("School")
    return Table("What changed for children who were tested twice", tuple(columns), tuple(rows))


def _spent(record: Record) -> Table:
    several = sorted(record.spent, key=lambda each: -each.planned)
    lines = [(s.source, s.planned, s.spent) for s in several[:MOST_SOURCES]]
    if rest := several[MOST_SOURCES:]:
        lines.append(("Others", sum(s.planned for s in rest), sum(s.spent for s in rest)))
    rows = tuple((name, in_pounds(planned), in_pounds(spent)) for name, planned, spent in lines)
    return Table("What support costs this school year", ("Paid from", "Planned", "Spent"), rows)


def _care(report: Report, record: Record) -> Iterator[str]:
    """Looked-after children in the designated teacher's own published sentences, to governors alone."""
    if report.audience is not Audience.GOVERNORS:
        return
    if record.care:
        yield "What the designated teacher’s newest report to governors says of children in care:"
        yield from record.care
    else:
        yield (
            "The designated teacher reports on children in care once a year. No report is published."
        )


def _watched(report: Report) -> Table:
    known = report.support
    lines = (("out", "Suspended since the end of last term"), ("part", "On a part-time timetable"))
    rows = tuple(
        (label, *(_number(known[f"{kind}:{group}"]) for group in ("sen", "other")))
        for kind, label in lines
        if f"{kind}:sen" in known
        and any(known[f"{kind}:{group}"] is not None for group in ("sen", "other"))
    )
    return Table("Children away from class", ("", "With SEN", "Without SEN"), rows)


def _staff(record: Record) -> Iterator[str]:
    if record.trained:
        yield (
            "Training of the last twelve months that all staff, or five adults or more, had: "
            f"{listed(record.trained)}."
        )
    if record.planned_training:
        yield f"Planned for all staff: {listed(record.planned_training)}."
    for each in record.access:
        whose = "The accessibility plan" if len(record.access) == 1 else f"{each.school}"
        since = f" from {full_day_words(each.starts_on)}" if each.starts_on else ""
        late = f", {each.late} late" if each.late else ""
        yield f"{whose}{since}: {each.done} of {each.actions} actions are done{late}."


def _visit(report: Report, record: Record) -> Iterator[str]:
    """What the link governor may look at; to governors alone."""
    if report.audience is not Audience.GOVERNORS:
        return
    yield "Ask to see how a figure of this report was counted, and to hear of one child without a name."
    if record.found:
        found = "; ".join(f"{each.point.lower()}: {each.words}" for each in record.found)
        yield f"Of the plans that were looked at this term, {found}."
    if record.sampled:
        yield (
            "The plans below were drawn by lot from all that run. Nothing that leads to a child is "
            "printed: no year group, need, date or word of the plan."
        )


def _sampled(record: Record) -> Table:
    rows = tuple(
        (
            f"Plan {number}",
            f"{each.targets}",
            f"{each.measured}",
            "in date" if each.is_in_date else "past its day",
            "yes" if each.is_given else "not recorded",
        )
        for number, each in enumerate(record.sampled, 1)
    )
    columns = ("Drawn by lot", "Targets", "Measured since", "Review", "Parents have it")
    return Table("Three plans", columns, rows)
