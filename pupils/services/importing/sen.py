"""SEN status and needs: taken from a roll only where nobody entered them here."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from aylsham.access.permissions import Permission
from pupils.codes import SenStatus, Source, StatusReason
from pupils.importing.roll import RollRow
from pupils.models import Need, Pupil, StatusPeriod
from pupils.services.importing.parts import Difference, Writing, grouped, in_words, own

ONE_DAY = dt.timedelta(days=1)
#: The census takes two needs; further ones of ours are no difference.
IN_THE_CENSUS = 2


@dataclass
class Standing:
    """A child's place on the register as recorded."""

    periods: list[StatusPeriod] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)

    @property
    def open(self) -> StatusPeriod | None:
        """The stretch that has not ended."""
        return next((period for period in self.periods if period.ends_on is None), None)

    @property
    def status(self) -> str:
        """N, K or E."""
        return self.open.status if self.open else SenStatus.NONE.value

    @property
    def status_is_ours(self) -> bool:
        """Entered, corrected or ended here."""
        if self.open:
            return self.open.source == Source.HERE
        last = max(self.periods, key=lambda period: period.starts_on, default=None)
        if last is None or last.end_reason == StatusReason.LEFT:
            return False
        return last.source == Source.HERE or last.end_reason != StatusReason.ROLL

    @property
    def open_needs(self) -> list[Need]:
        """Needs that have not ended, in their rank."""
        return sorted((n for n in self.needs if n.ended_on is None), key=lambda n: n.rank)

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the open needs."""
        return tuple(need.need_type for need in self.open_needs)

    @property
    def needs_are_ours(self) -> bool:
        """Any of them entered, changed, ranked or ended here."""
        return any(need.source == Source.HERE for need in self.needs)


class Sen:
    """Status, since when, and needs in their rank."""

    def load(self, school, pupil_ids) -> dict:
        """Stretches and needs of the children."""
        periods = grouped(own(StatusPeriod, school, pupil_ids))
        needs = grouped(own(Need, school, pupil_ids))
        return {
            pk: Standing(periods.get(pk, []), needs.get(pk, []))
            for pk in periods.keys() | needs.keys()
        }

    def compare(self, row: RollRow, mine: Standing | None, today) -> Iterator[Difference]:
        """Status and, where it is the same, its first day; then the needs."""
        mine = mine or Standing()
        if row.sen_status and row.sen_status != mine.status:
            yield self._difference(
                "sen_status",
                "SEN status",
                _label(mine.status),
                _label(row.sen_status),
                mine.status_is_ours,
            )
        elif (
            row.sen_since and mine.open and row.sen_status and row.sen_since != mine.open.starts_on
        ):
            yield self._difference(
                "sen_since",
                "SEN status since",
                in_words(mine.open.starts_on),
                in_words(row.sen_since),
                mine.status_is_ours,
            )
        if "needs" in row.given and not _same_needs(mine.codes, row.needs):
            yield self._difference(
                "needs", "Needs", ", ".join(mine.codes), ", ".join(row.needs), mine.needs_are_ours
            )

    @staticmethod
    def _difference(name, label, ours, theirs, is_kept) -> Difference:
        return Difference(name, label, ours, theirs, is_kept, Permission.VIEW_NEEDS)

    def reads(self, field: str) -> Iterable[str]:
        """Status and its first day go together."""
        return _READS.get(field, ())

    def write(self, writing: Writing, pupil: Pupil, row: RollRow, mine, accepted) -> None:
        """End and begin stretches; end, begin and rank needs."""
        mine = mine or Standing()
        if "sen_status" in accepted:
            _write_status(writing, pupil, row, mine)
        elif "sen_since" in accepted and mine.open:
            first = _free_day(mine, row.sen_since, but=mine.open)
            writing.journal.change(mine.open, starts_on=first, source=Source.ROLL)
        if "needs" in accepted:
            _write_needs(writing, pupil, row, mine)


_READS = {
    "sen_status": ("sen_status", "sen_since"),
    "sen_since": ("sen_status", "sen_since"),
    "needs": ("needs", "sen_since"),
}


def _label(status: str) -> str:
    return SenStatus(status).label


def _same_needs(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    shown = max(IN_THE_CENSUS, len(theirs))
    return ours[:shown] == theirs


def _write_status(writing: Writing, pupil: Pupil, row: RollRow, mine: Standing) -> None:
    first = row.sen_since or writing.first_day or writing.today
    before = mine.open
    if before:
        last = writing.today if row.sen_status == SenStatus.NONE else first - ONE_DAY
        writing.journal.change(
            before,
            ends_on=max(last, before.starts_on),
            end_reason=StatusReason.ROLL.value,
            ended_by=writing.by,
        )
    if row.sen_status == SenStatus.NONE:
        return
    writing.journal.create(
        StatusPeriod(
            pupil=pupil,
            status=row.sen_status,
            starts_on=_free_day(mine, first),
            reason=StatusReason.ROLL.value,
            started_by=writing.by,
            source=Source.ROLL,
        )
    )


def _free_day(mine: Standing, first: dt.date, but: StatusPeriod | None = None) -> dt.date:
    """The day, or the day after the last stretch that lies before it or over it."""
    ended = [p.ends_on for p in mine.periods if p is not but and p.ends_on]
    return max([first, *(day + ONE_DAY for day in ended)])


def _write_needs(writing: Writing, pupil: Pupil, row: RollRow, mine: Standing) -> None:
    kept = {need.need_type: need for need in mine.open_needs}
    order = [*row.needs]
    for code, need in kept.items():
        if code not in row.needs:
            writing.journal.change(need, ended_on=writing.today, source=Source.ROLL)
    for rank, code in enumerate(order, start=1):
        if code in kept:
            writing.journal.change(kept[code], rank=rank, source=Source.ROLL)
        else:
            writing.journal.create(
                Need(
                    pupil=pupil,
                    need_type=code,
                    rank=rank,
                    since_on=row.sen_since,
                    source=Source.ROLL,
                )
            )
