"""A subject as its leader sees it: barriers by class, what is tried, cards, actions; no child."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.roles import Role
from aylsham.codes import YEAR_GROUP_ORDER, Sensitivity
from aylsham.models import School, User
from aylsham.together import read_rows
from pupils.codes import SenStatus
from pupils.models import (
    ClassGroup,
    FederationStrategy,
    Need,
    Pupil,
    SchoolStrategy,
    StatusPeriod,
    Strategy,
)
from pupils.selectors.tries import tallies
from pupils.words import year_words
from reports.curriculum_barriers import (
    FEWEST,
    SCHOOL,
    Barrier,
    Look,
    barriers_of,
    looks,
    shown_by_class,
)
from reports.models import PlanStep, SubjectLead
from reports.selectors.child_names import names_of_children_in
from reports.selectors.objectives import StepLine, said_in, step_line
from reports.subject_codes import Subject
from staff.selectors.teaching_cards import CardsOfNeed, cards_by_need

#: Of adaptations the most used.
MOST_USED = 12
#: What helps is counted for children on roll, where everybody near the child may read it.
_COUNTED = {"ended_on": None, "sensitivity": Sensitivity.EVERYONE}


@dataclass(frozen=True)
class ClassRow:
    """A class, or the school, with how many children each barrier may concern; None: not shown."""

    name: str
    counts: tuple[tuple[Barrier, int | None], ...]
    is_school: bool = False


@dataclass(frozen=True)
class Adaptation:
    """A sentence of the library that passports of five children or more hold."""

    text: str
    children: int
    #: How it went where adults marked it; empty where too few children were.
    marks: str


@dataclass(frozen=True)
class SubjectLine:
    """A subject in the list: who leads it, how far its actions are."""

    subject: Subject
    leads: tuple[str, ...]
    steps: tuple[StepLine, ...]

    @property
    def to_do(self) -> int:
        """Actions that are still to be done."""
        return sum(line.step.is_to_do for line in self.steps)

    @property
    def late(self) -> int:
        """Those of them whose day is past."""
        return sum(line.is_late for line in self.steps)


@dataclass(frozen=True)
class SubjectsPage:
    """Subjects that the asker may open, and the actions of all of them that are to be done."""

    lines: tuple[SubjectLine, ...]

    @property
    def open_steps(self) -> list[StepLine]:
        """By when they are due."""
        found = [each for line in self.lines for each in line.steps if each.step.is_to_do]
        return sorted(found, key=lambda each: (each.step.due_on, str(each.step.pk)))


@dataclass(frozen=True)
class SubjectPage:
    """One subject."""

    subject: Subject
    look: Look
    leads: tuple[User, ...]
    barriers: tuple[Barrier, ...]
    #: The classes in the order of their years, the school last.
    rows: tuple[ClassRow, ...]
    adaptations: tuple[Adaptation, ...]
    cards: tuple[CardsOfNeed, ...]
    steps: tuple[StepLine, ...]
    #: Names of children that stand in the words of the actions.
    names: tuple[str, ...]


def sees_all_subjects(access: Access) -> bool:
    """Whoever prepares reports opens every subject; a subject leader their own."""
    return access.can(Permission.PREPARE_REPORTS)


def may_open(access: Access, subject: str) -> bool:
    """Whether the asker may open a subject; at most one statement."""
    if sees_all_subjects(access):
        return True
    rows = SubjectLead.objects.filter(school=access.school, user=access.user, subject=subject)
    return rows.exists()


def subjects_page(access: Access) -> SubjectsPage:
    """The subjects in their order; one statement."""
    leads, steps = read_rows(
        SubjectLead.objects.filter(school=access.school).select_related("user"),
        PlanStep.objects.filter(school=access.school)
        .exclude(subject="")
        .select_related("objective"),
    )
    names, mine = defaultdict(list), set()
    for row in leads:
        names[row.subject].append(row.user.name)
        if row.user_id == access.user.pk:
            mine.add(row.subject)
    of = defaultdict(list)
    for row in steps:
        of[row.subject].append(step_line(row, access.today))
    shown = [s for s in Subject if s in mine or sees_all_subjects(access)]
    return SubjectsPage(tuple(SubjectLine(s, tuple(sorted(names[s])), tuple(of[s])) for s in shown))


def subject_page(access: Access, subject: Subject) -> SubjectPage:
    """A subject with all that its leader works with; the same statements however many children."""
    school = access.school
    groups, needs, strategies, own, shared, leads, steps = read_rows(
        ClassGroup.objects.filter(school=school, pk__in=_here(access).values("class_group")),
        _needs(access),
        _strategies(access),
        SchoolStrategy.objects.filter(school=school).select_related("stands_for"),
        FederationStrategy.objects.filter(federation_id=school.federation_id),
        SubjectLead.objects.filter(school=school, subject=subject).select_related("user"),
        PlanStep.objects.filter(school=school, subject=subject).select_related("objective"),
    )
    barriers = barriers_of(subject)
    return SubjectPage(
        subject=subject,
        look=looks()[subject],
        leads=tuple(sorted((row.user for row in leads), key=lambda user: user.name)),
        barriers=barriers,
        rows=_rows(groups, needs, barriers),
        adaptations=_adaptations(access, strategies, {row.text for row in (*own, *shared)}),
        cards=_cards(access, subject),
        steps=tuple(step_line(row, access.today) for row in steps),
        names=_names(access, steps),
    )


def led_by(access: Access) -> list[Subject]:
    """The subjects that the asker leads, in their order; no statement for anybody else."""
    if access.school is None or Role.SUBJECT_LEADER not in access.roles:
        return []
    rows = SubjectLead.objects.filter(school=access.school, user=access.user)
    mine = set(rows.values_list("subject", flat=True))
    return [each for each in Subject if each in mine]


def lead_ids(school: School, subject: str) -> list[UUID]:
    """Who leads a subject."""
    rows = SubjectLead.objects.filter(school=school, subject=subject)
    return list(rows.values_list("user_id", flat=True))


def action_of(school: School, pk: UUID) -> PlanStep | None:
    """An action of a subject."""
    rows = PlanStep.objects.filter(school=school, pk=pk).exclude(subject="")
    return rows.select_related("objective").first()


def _here(access: Access):
    return Pupil.objects.filter(school=access.school).matched().on_roll(access.today)


def _needs(access: Access):
    """Open needs of children on the register, with their classes."""
    on_register = StatusPeriod.objects.filter(school=access.school, ends_on=None).exclude(
        status=SenStatus.NONE
    )
    return Need.objects.filter(
        school=access.school,
        ended_on=None,
        pupil__in=_here(access).filter(pk__in=on_register.values("pupil_id")),
        pupil__class_group__isnull=False,
    ).annotate(class_id=F("pupil__class_group"))


def _strategies(access: Access):
    return Strategy.objects.filter(school=access.school, pupil__in=_here(access), **_COUNTED)


def _rows(
    groups: list[ClassGroup], needs: list[Need], asked: tuple[Barrier, ...]
) -> tuple[ClassRow, ...]:
    """Each class with its counts, then the school: protected for each barrier by itself."""
    children: dict[tuple[str, UUID], set[str]] = defaultdict(set)
    for need in needs:
        children[str(need.class_id), need.pupil_id].add(need.need_type)
    known = [(group, frozenset(types)) for (group, _), types in children.items()]
    groups = sorted(groups, key=_place)
    keys = [str(group.pk) for group in groups]
    shown = [(each, shown_by_class(known, keys, each)) for each in asked]

    def row(key: str, name: str) -> ClassRow:
        return ClassRow(name, tuple((b, by[key]) for b, by in shown), key == SCHOOL)

    lines = [row(str(group.pk), _class_words(group, groups)) for group in groups]
    return (*lines, row(SCHOOL, "All classes")) if lines else ()


def _place(group: ClassGroup) -> tuple[int, str]:
    return (min((YEAR_GROUP_ORDER[y] for y in group.year_groups), default=-1), group.name)


def _class_words(group: ClassGroup, groups: Iterable[ClassGroup]) -> str:
    """Its name, with the years where two are called the same."""
    if sum(each.name == group.name for each in groups) == 1:
        return group.name
    return f"{group.name}, {', '.join(year_words(year) for year in group.year_groups)}"


def _names(access: Access, steps: Iterable[PlanStep]) -> tuple[str, ...]:
    """Children's names in the words of the actions, for whoever may know every child."""
    if not sees_all_subjects(access):
        return ()
    return names_of_children_in(access.school.pk, [w for row in steps for w in said_in(row)])


def _adaptations(
    access: Access, strategies: list[Strategy], library: set[str]
) -> tuple[Adaptation, ...]:
    """Sentences of the library alone, since any other may name a child; the most used first."""
    known = {text.strip().casefold(): text for text in library}
    using: dict[str, set[UUID]] = defaultdict(set)
    rows: dict[str, list[Strategy]] = defaultdict(list)
    for row in strategies:
        if text := known.get(row.text.strip().casefold()):
            using[text].add(row.pupil_id)
            rows[text].append(row)
    counted = Counter({text: len(pupils) for text, pupils in using.items()})
    shown = [text for text, n in counted.most_common() if n >= FEWEST][:MOST_USED]
    ids = [row.pk for text in shown for row in rows[text]]
    marked = tallies(access.school, ids, today=access.today) if ids else {}
    return tuple(Adaptation(text, counted[text], _marks(rows[text], marked)) for text in shown)


def _marks(rows: list[Strategy], marked: dict) -> str:
    """How it went, where it was marked for five children or more."""
    tried = [(row, marked[row.pk]) for row in rows if row.pk in marked and marked[row.pk].words]
    children = len({row.pupil_id for row, _ in tried})
    if children < FEWEST:
        return ""
    worked = sum(tally.worked for _, tally in tried)
    total = worked + sum(tally.did_not for _, tally in tried)
    return f"worked {worked} of {total} times, with {children} children"


def _cards(access: Access, subject: Subject) -> tuple[CardsOfNeed, ...]:
    """Cards for the needs of the barriers that weigh most in the subject."""
    first = set(looks()[subject].barriers)
    wanted = {code for each in barriers_of(subject) if each.code in first for code in each.needs}
    return tuple(each for each in cards_by_need(access) if each.code in wanted)
