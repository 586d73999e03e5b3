"""Access arrangements as pages show them: of one child, of a year, of the rooms in test week."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from aylsham.access.current import Access
from aylsham.access.sensitivity import readable
from aylsham.clock import academic_year
from pupils.arrangement_codes import (
    ARRANGEMENTS,
    TEST_YEARS,
    ArrangementState,
    NationalTest,
    Route,
    choices_for,
    state_words,
)
from pupils.codes import Setting
from pupils.models import (
    AccessArrangement,
    Pupil,
    Strategy,
)
from pupils.models.roll import tell_apart
from pupils.rules import arrangements as rules
from pupils.rules.names import short_names
from pupils.words import year_words

#: What a strategy for tests suggests whose words name no arrangement.
SOME_ARRANGEMENT = "Something for tests"
#: States that are not green.
_COLOURS = {
    ArrangementState.CONSIDERED: "due_soon",
    ArrangementState.EVIDENCE: "due_soon",
    ArrangementState.APPLIED: "waiting",
    ArrangementState.REFUSED: "closed",
    ArrangementState.NOT_NEEDED: "closed",
}


@dataclass(frozen=True)
class ArrangementLine:
    """One arrangement of a child."""

    id: UUID
    pupil_id: UUID
    test: str
    year: int
    key: str
    label: str
    in_room: str
    route: str
    state: str
    state_on: dt.date
    reference: str
    reason: str
    signed_on: dt.date | None
    room_id: UUID | None
    #: None where nobody counted.
    evidence: int | None

    @property
    def state_words(self) -> str:
        """How far it is."""
        return state_words(self.state, self.route)

    @property
    def colour(self) -> str:
        """The state's colour and shape on a page."""
        return _COLOURS.get(ArrangementState(self.state), "on_track")

    @property
    def route_words(self) -> str:
        """What the school must do."""
        return Route(self.route).label

    @property
    def test_words(self) -> str:
        """The test and the school year."""
        return f"{NationalTest(self.test).label} {self.year + 1}"

    @property
    def is_in_use(self) -> bool:
        """Whether an adult in the room gives it."""
        return rules.is_in_use(self.route, self.state)

    @property
    def needs(self) -> str:
        """What the adult in the room reads: the school's words, else the usual ones."""
        return self.in_room or ARRANGEMENTS[self.key].in_room


@dataclass(frozen=True)
class Suggestion:
    """An arrangement that the child's strategies suggest and nobody has considered."""

    key: str  # empty: no certain one
    label: str


@dataclass(frozen=True)
class ArrangementChild:
    """A child of the year group with arrangements, or with a strategy that suggests one."""

    pupil_id: UUID
    name: str
    short_name: str
    place: str
    arrangements: tuple[ArrangementLine, ...]
    suggestions: tuple[Suggestion, ...]

    @property
    def is_undecided(self) -> bool:
        """Whether somebody has still to say what becomes of one."""
        return bool(self.suggestions) or any(
            line.state == ArrangementState.CONSIDERED for line in self.arrangements
        )

    @property
    def in_use(self) -> tuple[ArrangementLine, ...]:
        """What is given on the day."""
        return tuple(line for line in self.arrangements if line.is_in_use)

    @property
    def room_id(self) -> UUID | None:
        """Where the child sits the test."""
        return next((line.room_id for line in self.arrangements if line.room_id), None)


def pupils_of_test(access: Access, test: str):
    """Children in reach of the year groups that sit a test, as a register is read."""
    return (
        Pupil.objects.visible_to(access)
        .filter(school=access.school, year_group__in=TEST_YEARS[test])
        .on_roll(access.today)
        .select_related("class_group", "school")
        .in_register_order()
    )


def tests_of_year_group(year_group: str) -> list[str]:
    """The tests that children of a year group sit."""
    return [test for test, years in TEST_YEARS.items() if year_group in years]


def children_of_test(
    access: Access, test: str, *, pupil_id: UUID | None = None
) -> list[ArrangementChild]:
    """Children in reach with an arrangement or a suggestion in this year's test; three statements."""
    school, year = access.school, academic_year(access.today)
    pupils = pupils_of_test(access, test)
    if pupil_id:
        pupils = pupils.filter(pk=pupil_id)
    rows = list(pupils)
    ids = [row.pk for row in rows]
    lines = _lines_by_child(
        access,
        AccessArrangement.objects.filter(
            school=school, academic_year=year, test=test, pupil_id__in=ids
        ),
    )
    suggested = suggestions(access, ids, test, lines)
    rows = tell_apart(rows)
    names = short_names((row.pk, row.known_as, row.last_name) for row in rows)
    return [
        ArrangementChild(
            pupil_id=row.pk,
            name=row.full_name,
            short_name=names[row.pk] + row.apart,
            place=place_of(row),
            arrangements=tuple(lines.get(row.pk, ())),
            suggestions=tuple(suggested.get(row.pk, ())),
        )
        for row in rows
        if row.pk in lines or row.pk in suggested
    ]


def place_of(pupil: Pupil) -> str:
    """`Year 6, Rowan`."""
    group = pupil.class_group.name if pupil.class_group else ""
    return ", ".join(filter(None, (year_words(pupil.year_group), group)))


def suggestions(
    access: Access,
    pupil_ids: Iterable[UUID],
    test: str,
    lines: dict[UUID, list[ArrangementLine]],
) -> dict[UUID, list[Suggestion]]:
    """What the strategies that the asker may read suggest beyond the lines; one statement."""
    labels = dict(choices_for(test))
    found: dict[UUID, dict[str, Suggestion]] = defaultdict(dict)
    rows = Strategy.objects.readable_by(access).filter(
        school=access.school, pupil_id__in=list(pupil_ids), ended_on=None
    )
    for pupil_id, text, setting in rows.values_list("pupil_id", "text", "setting"):
        have = {line.key for line in lines.get(pupil_id, ())}
        keys = rules.suggests(text, labels)
        for key in keys:
            if key not in have:
                found[pupil_id][key] = Suggestion(key, labels[key])
        if setting == Setting.TESTS and not keys and not have:
            found[pupil_id][""] = Suggestion("", SOME_ARRANGEMENT)
    order = {key: place for place, key in enumerate(labels)}
    return {
        pupil_id: sorted(each.values(), key=lambda s: order.get(s.key, len(order)))
        for pupil_id, each in found.items()
    }


def _lines_by_child(access: Access, rows) -> dict[UUID, list[ArrangementLine]]:
    """Lines with their evidence counted, as much of it as the asker may read."""
    found: dict[UUID, list[ArrangementLine]] = defaultdict(list)
    levels = readable(access.permissions_at(access.school))
    proofs = Count("evidence", filter=Q(evidence__sensitivity__in=levels))
    for row in rows.annotate(proofs=proofs).order_by("-academic_year", "arrangement"):
        found[row.pupil_id].append(line_of(row, row.proofs))
    return found


def arrangements_of(access: Access, pupil: Pupil) -> list[ArrangementLine]:
    """Every arrangement of a child, this year's first; one statement."""
    rows = AccessArrangement.objects.filter(school_id=pupil.school_id, pupil=pupil)
    return _lines_by_child(access, rows).get(pupil.pk, [])


def line_of(row: AccessArrangement, evidence: int | None = None) -> ArrangementLine:
    """A row as pages show it."""
    return ArrangementLine(
        id=row.pk,
        pupil_id=row.pupil_id,
        test=row.test,
        year=row.academic_year,
        key=row.arrangement,
        label=ARRANGEMENTS[row.arrangement].label,
        in_room=row.in_room,
        route=row.route,
        state=row.state,
        state_on=row.state_on,
        reference=row.reference,
        reason=row.reason,
        signed_on=row.signed_on,
        room_id=row.room_id,
        evidence=evidence,
    )


def arrangement_of(pupil: Pupil, pk: UUID) -> AccessArrangement | None:
    """One arrangement of this child."""
    rows = AccessArrangement.objects.select_related("room", "signed_by")
    row = rows.filter(school_id=pupil.school_id, pupil=pupil, pk=pk).first()
    if row:
        row.pupil = pupil
    return row


def to_sign(children: Iterable[ArrangementChild]) -> list[tuple[ArrangementChild, ArrangementLine]]:
    """What the head has still to sign for, child by child."""
    return [
        (child, line)
        for child in children
        for line in child.arrangements
        if rules.waits_for_head(line.route, line.state, is_signed=line.signed_on is not None)
    ]
