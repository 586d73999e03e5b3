"""What of a child's record may be carried to a new one: texts of learning, nothing of the child."""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from aylsham.access.current import Access
from aylsham.together import read_rows
from lac.models import (
    CareDeclaration,
    CarePeriod,
    CarePerson,
    CarePlacement,
    PepSignature,
    SocialWorkPeriod,
)
from lac.rules.carried import care_words
from provision.models import Outcome, Target
from provision.selectors.targets import value_words
from pupils.assessment_codes import Attained, Subject
from pupils.codes import PassportPart
from pupils.models import AttainmentFigure, Need, PassportText, Pupil, Strategy
from pupils.rules.anonymous import Names, could_point, name_parts, still_named, without_names
from pupils.selectors.moderation.naming import names_about

#: Parts of a passport that say who the people around the child are.
_OF_PEOPLE = (PassportPart.WHO_HELPS, PassportPart.WRITTEN_DOWN)
STRENGTHS, NEEDS, HELPS, AIMS, ATTAINMENT = (
    "Strengths, and what the child says",
    "What is hard",
    "What helps",
    "What is worked towards",
    "Where the child stands",
)


@dataclass(frozen=True)
class CarriedText:
    """One text of the old record that may go along."""

    #: The name of its boxes in the form.
    key: str
    group: str
    about: str
    text: str


@dataclass(frozen=True)
class Marked:
    """What of a text must go before it is printed, and what to look at; each word once."""

    #: (word, what to write instead)
    named: tuple[tuple[str, str], ...]
    of_care: tuple[str, ...]
    look_at: tuple[str, ...]

    @property
    def is_clear(self) -> bool:
        """Whether nothing in it has to go."""
        return not (self.named or self.of_care)


def texts_to_carry(access: Access, pupil: Pupil) -> list[CarriedText]:
    """Everything that could go along, as far as the asker may read it; one statement."""
    own = {"school_id": pupil.school_id}
    mine = {**own, "pupil": pupil}
    passport, needs, helps, outcomes, targets, figures = read_rows(
        PassportText.objects.filter(**own, passport__pupil=pupil)
        .exclude(part__in=_OF_PEOPLE)
        .readable_by(access)
        .order_by("part", "pk"),
        Need.objects.filter(**mine, ended_on=None),
        Strategy.objects.filter(**mine, ended_on=None).readable_by(access),
        Outcome.objects.filter(**mine).open().readable_by(access),
        Target.objects.filter(**mine).open().readable_by(access),
        AttainmentFigure.objects.filter(**mine).order_by("-academic_year", "-pk"),
    )
    found = (
        *_of_passport(passport),
        *_of_needs(needs),
        *(CarriedText(f"s{row.pk.hex}", HELPS, "Strategy", row.text) for row in helps),
        *(CarriedText(f"o{row.pk.hex}", AIMS, "Outcome", row.text) for row in outcomes),
        *(CarriedText(f"t{row.pk.hex}", AIMS, "Target", _target_words(row)) for row in targets),
        *_of_attainment(figures),
    )
    return [each for each in found if each.text.strip()]


def names_to_leave(pupil: Pupil) -> Names:
    """Every name that the school knows around a child: family, people of care, councils, adults."""
    names = names_about(pupil)
    own = {"school_id": pupil.school_id}
    mine = {**own, "pupil": pupil}
    people, homes, periods, work, said, signed = read_rows(
        CarePerson.objects.filter(**mine),
        CarePlacement.objects.filter(**mine),
        CarePeriod.objects.filter(**mine),
        SocialWorkPeriod.objects.filter(**mine),
        CareDeclaration.objects.filter(**own, period__pupil=pupil),
        PepSignature.objects.filter(**own, pep__pupil=pupil),
    )
    more = name_parts(
        *(row.name for row in people),
        *(row.organisation for row in people),
        *(row.with_whom for row in homes),
        *(row.council_area for row in homes),
        *(row.placing_authority for row in periods),
        *(row.council for row in work),
        *(row.declared_by for row in said),
        *(row.name for row in signed),
    )
    return dataclasses.replace(names, others=tuple(dict.fromkeys((*names.others, *more))))


def marked(text: str, names: Names) -> Marked:
    """What is found in a text, with what to write instead."""
    named = tuple((word, without_names(word, names).lower()) for word in still_named(text, names))
    of_care = tuple(care_words(text))
    told = {part for word in (*(word for word, _ in named), *of_care) for part in word.split()}
    # Bare numbers are what a target counts.
    look_at = (word for word in could_point(text) if word not in told and not word.isdigit())
    return Marked(named, of_care, tuple(look_at))


def suggested(text: str, names: Names) -> str:
    """The text with "the child" and "another person" for names."""
    return without_names(text, names)


def _of_passport(rows: Iterable[PassportText]) -> Iterator[CarriedText]:
    hard = (PassportPart.HARD,)
    helps = (PassportPart.SUPPORT, PassportPart.PLEASE_DO, PassportPart.PLEASE_DONT)
    for row in rows:
        part: Any = PassportPart(row.part)
        group = NEEDS if part in hard else HELPS if part in helps else STRENGTHS
        group = AIMS if part == PassportPart.AIMS else group
        yield CarriedText(f"p{row.pk.hex}", group, str(part.label), row.text)


def _of_needs(rows: Iterable[Need]) -> Iterator[CarriedText]:
    for row in rows:
        kind = str(row.get_need_type_display())
        yield CarriedText(f"n{row.pk.hex}", NEEDS, f"Need: {kind}", row.in_words or kind)
        yield CarriedText(f"i{row.pk.hex}", NEEDS, f"Impact: {kind}", row.impact)


def _of_attainment(rows: Iterable[AttainmentFigure]) -> Iterator[CarriedText]:
    newest: dict[str, AttainmentFigure] = {}
    for row in rows:
        newest.setdefault(row.subject, row)
    for row in newest.values():
        subject = str(Subject(row.subject).label)
        words = f"{subject}: {str(Attained(row.attained).label).lower()}"
        yield CarriedText(f"a{row.pk.hex}", ATTAINMENT, subject, words)


def _target_words(row: Target) -> str:
    return f"{row.text} Now: {value_words(row, row.baseline)}. Goal: {value_words(row, row.goal)}."
