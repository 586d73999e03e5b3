"""What comes from files: care status from a roll (that it is so, not since when), weeks, sums."""

import datetime as dt
from collections.abc import Iterable, Iterator

from aylsham.access.permissions import Permission
from lac.codes import CareKind, LeftCareThrough
from lac.models import CarePeriod
from lac.services.importing.sums import Sums
from lac.services.importing.weeks import Weeks, take_back_signs
from pupils.codes import ImportKind, Source
from pupils.importing.roll import RollRow
from pupils.models import Pupil
from pupils.services.importing.kinds import register_after_undo, register_kind
from pupils.services.importing.parts import Difference, Writing, grouped, own, register_part

ONE_DAY = dt.timedelta(days=1)
FIELD = "care"


class Care:
    """Looked after, or previously looked after and how care ended."""

    def load(self, school, pupil_ids) -> dict:
        """All periods of the children."""
        return grouped(own(CarePeriod, school, pupil_ids))

    def compare(self, row: RollRow, mine, today: dt.date) -> Iterator[Difference]:
        """What the roll says of care, beside the period that holds."""
        theirs = _stated(row)
        now = _live(mine, today)
        ours = (now.kind, now.left_care_through) if now else ("", "")
        if theirs is None or ours == theirs:
            return
        if now and theirs == ("", "") and not _speaks_of(row, now.kind):
            return
        yield Difference(
            FIELD, "Care", _words(ours), _words(theirs), _is_ours(mine, now), Permission.VIEW_CARE
        )

    def reads(self, field: str) -> Iterable[str]:
        """Care now, and care that has ended."""
        return ("in_care", "post_looked_after") if field == FIELD else ()

    def write(self, writing: Writing, pupil: Pupil, row: RollRow, mine, accepted) -> None:
        """The former period ends, a new one begins; a slip of the same day is put right."""
        theirs = _stated(row)
        if FIELD not in accepted or theirs is None:
            return
        kind, through = theirs
        known_since = writing.first_day or writing.today
        now = _live(mine, writing.today)
        if now and kind and (now.kind == kind or now.known_since >= writing.today):
            writing.journal.change(
                now, kind=kind, left_care_through=through, source=Source.ROLL, **_unsaid(kind)
            )
            return
        if now:
            last = max(writing.today - ONE_DAY, now.known_since)
            known_since = max(known_since, last + ONE_DAY)
            writing.journal.change(now, ends_on=last, source=Source.ROLL)
        if kind:
            writing.journal.create(
                CarePeriod(
                    pupil=pupil,
                    kind=kind,
                    left_care_through=through,
                    known_since=known_since,
                    source=Source.ROLL,
                )
            )


def _stated(row: RollRow) -> tuple[str, str] | None:
    """(kind, how care ended); empty for no care; None where the roll does not say."""
    if row.in_care:
        return CareKind.LOOKED_AFTER.value, ""
    if row.is_previously_looked_after:
        known = row.post_looked_after in LeftCareThrough.values
        return CareKind.PREVIOUSLY.value, row.post_looked_after if known else ""
    speaks = any(_speaks_of(row, kind) for kind in CareKind.values)
    return ("", "") if speaks else None


def _unsaid(kind: str) -> dict[str, str | None]:
    """What nobody can say of a child who is not looked after now."""
    if kind == CareKind.LOOKED_AFTER:
        return {}
    days = dict.fromkeys(("legal_since", "first_pep_on", "pep_with_officer_on"))
    return {"legal_status": "", **days}


def _speaks_of(row: RollRow, kind: str) -> bool:
    """True when the file has a column for that kind of care."""
    if kind == CareKind.LOOKED_AFTER:
        return row.in_care is not None
    return "post_looked_after" in row.given


def _live(mine, today: dt.date) -> CarePeriod | None:
    live = [p for p in mine or [] if p.ends_on is None or p.ends_on > today]
    return max(live, key=lambda period: period.known_since, default=None)


def _is_ours(mine, now: CarePeriod | None) -> bool:
    last = now or max(mine or [], key=lambda period: period.known_since, default=None)
    return last is not None and last.source == Source.HERE


def _words(stated: tuple[str, str]) -> str:
    kind, through = stated
    if not kind:
        return "no"
    label = CareKind(kind).label
    return f"{label} ({LeftCareThrough(through).label.lower()})" if through else label


def register_own() -> None:
    """The part of a roll row, and the kinds of file, that stand on this floor."""
    register_part("care", Care())
    register_kind(ImportKind.WEEKS, Weeks())
    register_after_undo(ImportKind.WEEKS, take_back_signs)
    register_kind(ImportKind.SUMS, Sums())
