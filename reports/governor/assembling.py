"""From protected counts to the lines of a report; pure. What is hidden does not get past here."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from aylsham.codes import YEAR_GROUP_LABELS, YEAR_GROUP_ORDER, Phase
from aylsham.suppression.audience import Audience
from aylsham.suppression.counts import Protected
from aylsham.suppression.settings import SMALL, SMALLEST_BASE
from aylsham.suppression.shares import percent
from ehcp.rules.phase_transfer import limits
from ehcp.rules.timeliness import OF_FEW, Duty, Side
from pupils.codes import NEED_TYPES, AreaOfNeed, StatusReason
from reports.governor.counting import Counted, E, K, Mean, middle
from reports.governor.group_words import lines_of_groups, tables_of_groups
from reports.governor.heading import Heading
from reports.governor.linking import Owner, at_stage, councils
from reports.governor.national import NationalPicture
from reports.governor.questions import choose_questions
from reports.governor.record import Record, Worked
from reports.governor.remembered import as_remembered
from reports.governor.report import (
    Attendance,
    Changes,
    Coming,
    DutyLine,
    Line,
    National,
    Point,
    Promises,
    Report,
    SchoolLine,
    Trend,
)
from reports.governor.sentences import say
from reports.governor.support import KINDS
from reports.governor.support_words import say_support, tables_of_support
from reports.governor.terms import TermKey


def assemble(
    heading: Heading,
    counted: Counted,
    protected: Protected,
    national: NationalPicture,
    owner: Owner,
) -> Report:
    """The report; `counted` is read only for what may be shown and for names of lines."""
    return _Assembly(heading, counted, protected, national, owner).report()


@dataclass(frozen=True)
class _Assembly:
    heading: Heading
    counted: Counted
    protected: Protected
    national: NationalPicture
    owner: Owner

    def report(self) -> Report:
        """Lines first, then what is said about them and asked of them."""
        heading = self.heading
        report = Report(
            owner=heading.owner,
            is_federation=heading.is_federation,
            phase=heading.phase,
            term=heading.term.label,
            term_code=heading.term.code,
            day=heading.day,
            is_term_over=heading.is_term_over,
            audience=heading.audience,
            roll=self.get("roll"),
            register=self.get("register"),
            register_percent=self.percent("register"),
            levels=(
                self.line("SEN support", K, national=self.national.support.percent),
                self.line("EHC plan", E, national=self.national.plans.percent),
            ),
            national=self.national_line(),
            trend=self.trend(),
            years=tuple(self.years()),
            areas=tuple(self.areas()),
            needs=tuple(self.needs()),
            promises=self.promises(),
            coming=self.coming(),
            changes=self.changes(),
            attendance=self.attendance(),
            schools=tuple(self.schools()),
            said={},
            questions=(),
            support=self.support(),
            groups=tuple(lines_of_groups(self.counted.names, self.get)),
            groups_elsewhere=heading.groups_elsewhere,
        )
        if heading.known_from:
            report = as_remembered(report, heading.known_from)
        tables, record = {}, self.record()
        if record is not None and not heading.known_from:
            tables = tables_of_support(report, record, heading.before)
            report = replace(report, said=say_support(report, record))
        tables |= {"equity": groups} if (groups := tables_of_groups(report)) else {}
        report = replace(report, said=report.said | say(report), tables=tables)
        return replace(report, questions=choose_questions(report))

    def support(self) -> dict[str, int | None]:
        """How children are supported, by the names of the counts."""
        return {name: self.get(name) for kind in KINDS for name in self.counted.names(kind)}

    def record(self) -> Record | None:
        """What the record says besides, without figures that another report would give away."""
        record = self.heading.record
        if record is None:
            return None
        shown = (each for each in record.worked if self.tested(each) is not None)
        tested = {each.name: self.tested(each) or 0 for each in record.worked}
        return replace(record, worked=tuple(shown), tested=tested)

    def tested(self, line: Worked) -> int | None:
        """How many children stand behind a line; None if that may not be shown."""
        name = Owner(line.slug).named(line.name)
        return self.protected[name] if name in self.protected.values else None

    def get(self, name: str) -> int | None:
        """A count as it may be shown; nobody where the name does not occur."""
        full = self.owner.named(name)
        return self.protected[full] if full in self.protected.values else 0

    def percent(self, name: str, base: str = "roll") -> float | None:
        count, of = self.get(name), self.get(base)
        return None if count is None or of is None else percent(count, of)

    def line(self, label: str, name: str, base: str = "roll", **more) -> Line:
        return Line(label, self.get(name), self.get(base), self.percent(name, base), **more)

    def national_line(self) -> National:
        picture = self.national
        return National(
            support=picture.support.percent,
            plans=picture.plans.percent,
            all_in_primary=picture.all_in_primary.percent,
            when=picture.support.when,
            sources=picture.sources,
        )

    def trend(self) -> Trend:
        """Everybody there at each term's end; else, of today's children, since when."""
        whole = self.counted.whole_terms
        if len(whole) > 1:
            return Trend(tuple(self.point(term) for term in whole), is_whole=True)
        *earlier, now = self.counted.all_terms
        points = [Point(term.label, self.get(f"present:{term.code}")) for term in earlier]
        return Trend((*points, Point(now.label, self.get("register"))), is_whole=False)

    def point(self, term: TermKey) -> Point:
        prefix = "" if term == self.heading.term else f"at:{term.code}:"
        return Point(
            label=term.label,
            register=self.get(f"{prefix}register"),
            support=self.get(f"{prefix}{K}"),
            plans=self.get(f"{prefix}{E}"),
            percent=self.percent(f"{prefix}register", f"{prefix}roll"),
        )

    def years(self) -> Iterable[Line]:
        codes = [name.removeprefix("year_roll:") for name in self.counted.names("year_roll:")]
        for code in sorted(codes, key=YEAR_GROUP_ORDER.__getitem__):
            yield self.line(YEAR_GROUP_LABELS[code], f"year:{code}", f"year_roll:{code}")

    def areas(self) -> Iterable[Line]:
        """All areas, whether anybody is in them or not."""
        for area in AreaOfNeed:
            yield self.line(area.label, f"area:{area.value}", "register")
        if self.get("area:none"):
            yield self.line("Not recorded", "area:none", "register")

    def needs(self) -> Iterable[Line]:
        lines = [
            self.line(NEED_TYPES[code].label, f"need:{code}", "register") for code in NEED_TYPES
        ]
        shown = [line for line in lines if line.count]
        return sorted(shown, key=lambda line: (-(line.count or 0), line.label))

    def promises(self) -> Promises:
        of_plans = [duty for duty in Duty if duty not in OF_FEW]
        lines = {duty: self.duty_line(duty.label, f"due:{duty.value}") for duty in of_plans}
        kept = [(duty.side, line) for duty, line in lines.items() if _has_any(line)]
        return Promises(
            since=self.heading.promises_since,
            until=self.heading.day,
            ours=tuple(line for side, line in kept if side is Side.OURS),
            councils=tuple(line for side, line in kept if side is Side.COUNCIL),
            by_council=tuple(self.by_council()),
            assessments=tuple(self.assessments()),
        )

    def duty_line(self, label: str, name: str) -> DutyLine:
        outcomes = {key: self.get(f"{name}:{key}") for key in ("in_time", "late", "open")}
        late = outcomes["late"], outcomes["open"]
        days = self.counted.days_late.get(name, ())
        is_shown = None not in late and len(days) > 1
        return DutyLine(
            label=label,
            all=self.get(f"{name}:all"),
            unknown=self.get(f"{name}:unknown"),
            weeks_late=middle(days) if is_shown else None,
            code=name.removeprefix("due:") if name.startswith("due:") else "",
            **outcomes,
        )

    def by_council(self) -> Iterable[DutyLine]:
        """Councils with enough decisions; one council alone is the line above."""
        for name in councils(self.counted):
            line = self.duty_line(name.removeprefix("council:"), name)
            if line.all is not None and line.all >= SMALL:
                yield line

    def assessments(self) -> Iterable[DutyLine]:
        """Each stage of needs assessments, and orders; each council by itself where there are enough."""
        for duty in OF_FEW:
            names = {f"due:{duty.value}": duty.label}
            for name in at_stage(self.counted, duty):
                names[name] = f"{name.removeprefix(f'stage:{duty.value}:')}: {duty.stage}"
            for name, label in names.items():
                line = self.duty_line(label, name)
                if line.all is not None and line.all >= SMALL:
                    yield line

    def coming(self) -> Coming:
        september = self.heading.term.academic_year + 1
        last_days = limits(september)
        return Coming(
            september=september,
            meeting_by=last_days.meeting_latest,
            named_by=last_days.amended_by,
            all=self.get("phase:all"),
            held=self.get("phase:held"),
            waiting=self.get("phase:waiting"),
            is_any=self.is_any("phase:all"),
            is_any_waiting=self.is_any("phase:waiting"),
        )

    def is_any(self, name: str) -> bool:
        """Governors may know that there is somebody, if not how many; they have to ask about it.

        Of fewer than five plans that would say already that there are one to four.
        """
        if self.heading.audience is Audience.GOVERNORS:
            return self.counted[name] > 0 and self.counted[E] >= SMALL
        return bool(self.get(name))

    def changes(self) -> Changes:
        return Changes(
            since=self.heading.before_on + dt.timedelta(days=1),
            until=self.heading.day,
            known_from=None if self.counted.knows_before else self.counted.known_from,
            **{name: self.get(name) for name in ("on", "off", "joined", "left", "up", "down")},
            reasons_on=tuple(self.reasons("on")),
            reasons_off=tuple(self.reasons("off")),
        )

    def reasons(self, change: str) -> Iterable[Line]:
        for reason in StatusReason:
            count = self.get(f"{change}:{reason.value}")
            if count:  # a reason without a count would say that somebody had it
                yield Line(reason.label, count, self.get(change))

    def attendance(self) -> Attendance:
        """Groups of ten or more; what is left out must not follow from what is shown."""
        means = self.counted.attendance
        groups: list[tuple[str, str, Mean]] = []
        if self.get("register") is not None and _are_enough(means, "sen", "other"):
            groups += [("With SEN", "sen", means["sen"]), ("Without SEN", "other", means["other"])]
            if self.get(K) is not None and self.get(E) is not None and _are_enough(means, K, E):
                groups += [("SEN support", K, means[K]), ("EHC plan", E, means[E])]
        elif _are_enough(means, "all"):
            groups.append(("All children", "all", means["all"]))
        lines = tuple(Line(label, mean.count, None, mean.value) for label, _, mean in groups)
        return Attendance(self.heading.attendance_as_of, lines)

    def schools(self) -> Iterable[SchoolLine]:
        for slug, name, phase in self.heading.schools:
            of = _Assembly(self.heading, self.counted, self.protected, self.national, Owner(slug))
            yield SchoolLine(
                name=name,
                phase=Phase(phase).label,
                roll=of.get("roll"),
                support=of.get(K),
                plans=of.get(E),
                percent=of.percent("register"),
            )


def _has_any(line: DutyLine) -> bool:
    return line.all is None or line.all > 0 or bool(line.unknown)


def _are_enough(means, *groups: str) -> bool:
    return all(group in means and means[group].count >= SMALLEST_BASE for group in groups)
