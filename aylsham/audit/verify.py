"""`manage audit verify`: names what was touched, and says what is not yet sealed.

A legitimate event obeys three laws, whatever runs beside it:

1. Its transaction was not over when an earlier seal was made, or that seal would cover it.
2. Its number was drawn after its transaction began; so if the transaction began after a seal was
   made, the number is higher than every number drawn by then.
3. Its time is later than that seal's, but for the clock's trembling.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from enum import StrEnum

from django.utils import timezone

from aylsham.audit.chain import Chain, Event, Seal, read_chain, read_events
from aylsham.audit.seals import Moment, take_moment
from aylsham.audit.witness import WitnessLine
from aylsham.models import School

CLOCK_TREMBLE = dt.timedelta(seconds=5)


class Touched(StrEnum):
    """What somebody has done to the log."""

    EDITED = "edited"
    DELETED = "deleted"
    INSERTED = "inserted"
    MISDATED = "misdated"
    SEAL_EDITED = "seal_edited"
    SEAL_MISSING = "seal_missing"
    SEAL_REPLACED = "seal_replaced"
    CHAIN_BROKEN = "chain_broken"
    TAIL_CUT = "tail_cut"
    OLD_COPY = "old_copy"
    SCHOOL_MISSING = "school_missing"


@dataclass(frozen=True)
class Finding:
    """One thing that was touched, in words a person can act on."""

    kind: Touched
    message: str
    seals: list[int] = field(default_factory=list)
    events: list[int] = field(default_factory=list)


@dataclass
class Report:
    """What is wrong at one school, what is not yet sealed, and what one should know."""

    school: str
    events: int = 0
    seals: int = 0
    sealed: int = 0
    not_yet_sealed: int = 0
    oldest_not_sealed_at: dt.datetime | None = None
    sealed_up_to: dt.datetime | None = None
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def is_intact(self) -> bool:
        return not self.findings

    def as_dict(self) -> dict:
        return asdict(self) | {"intact": self.is_intact}


def verify_school(school: School, witness: Iterable[WitnessLine]) -> Report:
    """Check one school; read the witness first, and call inside the school's transaction."""
    moment = take_moment()
    return _Verification(school, list(witness), moment).run()


class _Verification:
    def __init__(self, school: School, witness: list[WitnessLine], moment: Moment):
        self.school = school
        self.witness = witness
        self.moment = moment
        self.chain: Chain = read_chain(school)
        self.gaps = self.chain.missing_numbers()
        self.report = Report(school.slug)
        self.inserted: list[int] = []
        self.misdated: list[int] = []
        head = self.chain.head
        #: Transaction numbers of another server say nothing about those of this one.
        self.is_copy = bool(head) and (
            head.origin.split("/")[0] != moment.server or head.begun_up_to > moment.begun_up_to
        )

    def run(self) -> Report:
        for event, seal in self.chain.pair(read_events(self.school)):
            self.report.events += 1
            if seal:
                self._sealed(event, seal)
            else:
                self._unsealed(event)
        self._judge_events()
        self._judge_chain()
        self._judge_witness()
        self._take_notes()
        return self.report

    def _found(self, kind: Touched, message: str, *, seals=(), events=()) -> None:
        self.report.findings.append(Finding(kind, message, list(seals), list(events)))

    # One event

    def _sealed(self, event: Event, seal: Seal) -> None:
        self.report.sealed += 1
        if seal.edited[-1:] != [event.id] and not seal.is_restore:
            self._compare_with_seals_around(event, seal, seal.sealed_at)

    def _unsealed(self, event: Event) -> None:
        self.report.not_yet_sealed += 1
        oldest = self.report.oldest_not_sealed_at
        self.report.oldest_not_sealed_at = min(oldest, event.at) if oldest else event.at
        head = self.chain.head
        if self.is_copy or self._belongs_to_missing_seal(event):
            return
        if head and (event.id <= head.restored_up_to or event.xid < head.over_below):
            self.inserted.append(event.id)
        elif event.id <= self.moment.drawn_up_to:  # later ones were written during this check
            self._compare_with_seals_around(event, None, self.moment.sealed_at)

    def _compare_with_seals_around(
        self, event: Event, sealed_by: Seal | None, at_latest: dt.datetime
    ) -> None:
        earlier = self.chain.last_before(event.xid, sealed_by)
        if earlier and event.id <= earlier.drawn_up_to:
            self.inserted.append(event.id)
        elif (
            earlier and event.at < earlier.sealed_at - CLOCK_TREMBLE
        ) or event.at > at_latest + CLOCK_TREMBLE:
            self.misdated.append(event.id)

    def _belongs_to_missing_seal(self, event: Event) -> bool:
        return any(
            (before.over_below if before else 0) <= event.xid < after.over_below
            for _, before, after in self.gaps
        )

    # All of them

    def _judge_events(self) -> None:
        for seal in self.chain.seals:
            for ids, kind, verb in (
                (seal.edited, Touched.EDITED, "changed"),
                (seal.deleted, Touched.DELETED, "deleted"),
            ):
                if ids:
                    message = (
                        f"{_events(ids)} {_was(ids)} {verb} after seal {seal.number}"
                        f" ({_moment(seal.sealed_at)})."
                    )
                    self._found(kind, message, seals=[seal.number], events=ids)
        if self.inserted:
            message = f"{_events(self.inserted)} {_was(self.inserted)} put into a sealed stretch."
            self._found(Touched.INSERTED, message, events=self.inserted)
        if self.misdated:
            message = (
                f"{_events(self.misdated)} {_was(self.misdated)} given a time at which"
                " it cannot have happened."
            )
            self._found(Touched.MISDATED, message, events=self.misdated)

    def _judge_chain(self) -> None:
        previous = b""
        after_gap = {after.number for _, _, after in self.gaps}
        for count, before, _ in self.gaps:
            first = before.number + 1 if before else 1
            numbers = list(range(first, first + count))
            self._found(
                Touched.SEAL_MISSING,
                f"{_seals(numbers)} {_was(numbers)} deleted.",
                seals=numbers,
            )
        for seal in self.chain.seals:
            if not (seal.holds or seal.edited or seal.deleted):
                message = f"Seal {seal.number} was changed, or events that it covers were."
                self._found(Touched.SEAL_EDITED, message, seals=[seal.number])
            if seal.previous_hash != previous and seal.number not in after_gap:
                message = f"Seal {seal.number} does not follow from the seal before it."
                self._found(Touched.CHAIN_BROKEN, message, seals=[seal.number])
            previous = seal.hash

    def _judge_witness(self) -> None:
        seals = {seal.number: seal for seal in self.chain.seals}
        restores = [seal for seal in self.chain.seals if seal.is_restore]
        lost, replaced = [], []
        for line in self.witness:
            seal = seals.get(line.number)
            if seal and seal.hash.hex() == line.hash:
                continue
            if any(line.at < restore.sealed_at for restore in restores):
                continue  # said by the restore itself, see _take_notes
            (replaced if seal else lost).append(line)
        head = self.chain.head.number if self.chain.head else 0
        self._judge_lost([line for line in lost if line.number > head])
        if replaced:
            numbers = sorted({line.number for line in replaced})
            message = f"{_seals(numbers)} {_was(numbers)} replaced: the witness knows others."
            self._found(Touched.SEAL_REPLACED, message, seals=numbers)

    def _judge_lost(self, lost: list[WitnessLine]) -> None:
        if not lost:
            return
        newest = max(lost, key=lambda line: line.number)
        numbers = sorted({line.number for line in lost})
        is_copy = (
            newest.origin != self.moment.origin or newest.begun_up_to > self.moment.begun_up_to
        )
        if is_copy:
            kind, what = Touched.OLD_COPY, "This database is an older copy"
        else:
            kind, what = Touched.TAIL_CUT, "The end of the log was cut off"
        message = (
            f"{what}: the witness knows {_seals(numbers, start=False)}"
            f" (the last of {_moment(newest.at)}), which this database does not have."
        )
        self._found(kind, message, seals=numbers)

    def _take_notes(self) -> None:
        report, head = self.report, self.chain.head
        report.seals = len(self.chain.seals)
        report.sealed_up_to = head.sealed_at if head else None
        for seal in self.chain.seals:
            if seal.is_restore:
                report.notes.append(
                    f"Somebody said on {_moment(seal.sealed_at)} (seal {seal.number}) that this"
                    f" database was restored from a copy. {self._lost_in(seal)}"
                )
        if self.is_copy:
            report.notes.append(
                "This database runs on another server than the one that sealed it. Nothing is"
                " sealed here until somebody runs: manage audit seal --after-restore"
            )
        if head and not self.witness:
            report.notes.append(
                "The witness file knows nothing of this school: a cut end cannot be seen."
            )

    def _lost_in(self, restore: Seal) -> str:
        hashes = {seal.hash.hex() for seal in self.chain.seals}
        lost = {
            line.number
            for line in self.witness
            if line.hash not in hashes and line.at < restore.sealed_at
        }
        if not lost:
            return "Nothing that the witness knows was lost."
        return f"{_seals(sorted(lost))} {_was(sorted(lost))} lost."


def _events(ids: list[int]) -> str:
    return _list("Event", ids)


def _seals(numbers: list[int], *, start: bool = True) -> str:
    return _list("Seal" if start else "seal", numbers)


def _list(noun: str, numbers: list[int]) -> str:
    shown = ", ".join(str(n) for n in numbers[:10])
    more = f" and {len(numbers) - 10} more" if len(numbers) > 10 else ""
    return f"{noun}{'s' if len(numbers) > 1 else ''} {shown}{more}"


def _was(numbers: list[int]) -> str:
    return "were" if len(numbers) > 1 else "was"


def _moment(at: dt.datetime) -> str:
    return f"{timezone.localtime(at):%-d %b %Y %H:%M:%S}"
