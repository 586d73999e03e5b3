"""The drawings of a report: the same on the page and in the PDF."""

from collections.abc import Iterable

from aylsham.charts import Drawing, Series, bar_chart, line_chart
from aylsham.suppression.shares import percent
from reports.governor.duty_sentences import OF_A_MOVE
from reports.governor.report import DutyLine, Line, Report
from reports.governor.support_words import whole_of


def charts_of(report: Report) -> dict[str, Drawing]:
    """The drawings that have something to show, by their place in the report."""
    found = {
        "levels": _levels(report),
        "trend": _trend(report),
        "years": _shares(report.years, "years", "On the SEND register, by year group"),
        "areas": _counts(report.areas, "areas", "Children on the register, by area of their main need"),
        "promises": _promises(report),
        "support": _support(report),
        "attendance": _attendance(report),
    }  # fmt: skip
    return {place: drawing for place, drawing in found.items() if drawing}


def _levels(report: Report) -> Drawing | None:
    """Ours beside England's."""
    rows = [(line.label, line.percent, line.national) for line in report.levels]
    if report.register_percent is not None and report.phase != "nursery":
        rows.insert(0, ("All with SEN", report.register_percent, report.national.all_in_primary))
    rows = [row for row in rows if row[1] is not None and row[2] is not None]
    if not rows:
        return None
    series = (
        Series("Here", tuple(row[1] for row in rows)),
        Series(f"England, {report.national.when}", tuple(row[2] for row in rows)),
    )
    title = "Share of children, here and in England"
    return bar_chart(title, [row[0] for row in rows], series, unit="%", key="levels")


def _trend(report: Report) -> Drawing | None:
    points = report.trend.points
    if sum(point.register is not None for point in points) < 2:
        return None
    labels = [point.label for point in points]
    if not report.trend.is_whole:
        series = (Series("On the register", tuple(p.register for p in points)),)
        return bar_chart(
            "Of the children on the register now, how many were by the end of each term",
            labels,
            series,
            key="trend",
        )
    lines = (
        Series("On the register", tuple(point.register for point in points)),
        Series("SEN support", tuple(point.support for point in points)),
        Series("EHC plan", tuple(point.plans for point in points)),
    )
    return line_chart(
        "Children on the register at the end of each term", labels, lines, key="trend"
    )


def _shares(lines: tuple[Line, ...], key: str, title: str) -> Drawing | None:
    if sum(line.percent is not None for line in lines) < 2:
        return None
    values = tuple(line.percent for line in lines)
    series = (Series("Share of the year group", values),)
    return bar_chart(title, [line.label for line in lines], series, unit="%", key=key)


def _counts(lines: tuple[Line, ...], key: str, title: str) -> Drawing | None:
    if sum(line.count is not None for line in lines) < 2:
        return None
    series = (Series("Children", tuple(line.count for line in lines)),)
    return bar_chart(title, [line.label for line in lines], series, key=key)


def _promises(report: Report) -> Drawing | None:
    """What was kept in time and what was not, ours and the council's."""
    sides = (("Ours", report.promises.ours), ("The council’s", report.promises.councils))
    rows = [(side, *_added(lines)) for side, lines in sides if _added(lines)[0] is not None]
    if not rows:
        return None
    names = ("Kept in time", "Kept late", "Overdue")
    columns = zip(*(row[1:] for row in rows), strict=True)
    series = [Series(name, values) for name, values in zip(names, columns, strict=True)]
    series = [one for one in series if one.name == names[0] or any(one.values)]
    title = "Legal dates of the last twelve months"
    return bar_chart(title, [row[0] for row in rows], series, key="promises")


def _support(report: Report) -> Drawing | None:
    """Shares of what should be so for every child."""
    names = {
        "plan:in_date": "Plan in date",
        "met:enough": "Parents met",
        "passport:read": "Passport read",
    }
    shares = {
        label: percent(count, whole)
        for name, label in names.items()
        if (count := report.support.get(name)) is not None and (whole := whole_of(report, name))
    }
    if sum(value is not None for value in shares.values()) < 2:
        return None
    series = (Series("Of the children it should be so for", tuple(shares.values())),)
    return bar_chart(
        "What should be so for every child", list(shares), series, unit="%", key="support"
    )


def _added(lines: Iterable[DutyLine]) -> tuple[int | None, int | None, int | None]:
    """In time, late and overdue together; None where a number is not shown."""
    shown = [line for line in lines if line.code not in OF_A_MOVE]
    if any(None in (line.in_time, line.late, line.open) for line in shown):
        return None, None, None
    if not sum(line.all or 0 for line in shown):
        return None, None, None
    return (
        sum(line.in_time or 0 for line in shown),
        sum(line.late or 0 for line in shown),
        sum(line.open or 0 for line in shown),
    )


def _attendance(report: Report) -> Drawing | None:
    groups = report.attendance.groups
    if len(groups) < 2:
        return None
    series = (Series("Sessions attended", tuple(line.percent for line in groups)),)
    labels = [line.label for line in groups]
    title = "Sessions attended this academic year"
    return bar_chart(title, labels, series, unit="%", key="attendance")
