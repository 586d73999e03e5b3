"""Dropped passports as their page shows them: what asks for a person first, then what is clear."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from aylsham.models import Job, School
from pupils.codes import IntakeFileState, PassportPart, PassportState
from pupils.models import IntakeFile, Passport, PassportIntake, PassportText, Pupil
from pupils.models.roll import tell_apart
from pupils.rules.intakes import READ_JOB, TAKE_JOB, as_lines, is_doubtful, job_key
from pupils.rules.lines import LONGEST
from pupils.rules.passports import room
from pupils.words import year_words

#: The part of a choice under which text without a heading is decided.
UNPLACED = "unplaced"


@dataclass(frozen=True)
class FoundBox:
    """One box: what the file says, and what the passport says already if that differs."""

    part: str
    label: str
    theirs: str
    ours: str
    is_asked: bool
    is_too_long: bool


@dataclass(frozen=True)
class IntakeLine:
    """One file: whose, what was found, what is asked."""

    id: UUID
    file_name: str
    state: str
    state_words: str
    refusal: str
    pupil_id: UUID | None
    child: str
    doubt: str
    #: Children who may be meant: (id, name and class).
    candidates: tuple[tuple[UUID, str], ...]
    boxes: tuple[FoundBox, ...]
    helps: tuple[str, ...]
    unplaced: str
    elsewhere: tuple[str, ...]
    #: What the ruler says if all of it is more than one side; empty when it fits.
    too_long: str
    #: What a person has to say before it can be taken in.
    questions: tuple[str, ...]
    #: Whether colleagues see at once what is taken in, or saw it.
    is_live: bool

    @property
    def is_open(self) -> bool:
        """Whether a person is asked."""
        return self.state == IntakeFileState.READ and bool(self.questions)

    @property
    def is_ready(self) -> bool:
        """Whether it can be taken in."""
        return self.state == IntakeFileState.READ and not self.questions


@dataclass(frozen=True)
class IntakePage:
    """A drop with its files."""

    lines: tuple[IntakeLine, ...]

    def _of(self, *states: str) -> list[IntakeLine]:
        return [line for line in self.lines if line.state in states]

    @property
    def open(self) -> list[IntakeLine]:
        """Files that ask."""
        return [line for line in self.lines if line.is_open]

    @property
    def ready(self) -> list[IntakeLine]:
        """Files without a question."""
        return [line for line in self.lines if line.is_ready]

    @property
    def taken(self) -> list[IntakeLine]:
        """Files that were taken in, or taken back again."""
        return self._of(IntakeFileState.TAKEN, IntakeFileState.BACK)

    @property
    def live(self) -> list[IntakeLine]:
        """Files whose words colleagues saw at once."""
        return [line for line in self.taken if line.is_live]

    @property
    def not_taken(self) -> list[IntakeLine]:
        """Files of which nothing comes, each with the reason."""
        states = (IntakeFileState.REFUSED, IntakeFileState.KNOWN, IntakeFileState.LEFT)
        return self._of(*states)

    @property
    def pupil_ids(self) -> list[UUID]:
        """Every child named on the page."""
        named = {line.pupil_id for line in self.lines if line.pupil_id}
        return sorted(named.union(pk for line in self.open for pk, _ in line.candidates))

    @property
    def summary(self) -> str:
        """The sentence at the top."""
        many = len(self.lines)
        words = [f"{many} file{'' if many == 1 else 's'}: {len(self.ready)} clear"]
        if self.open:
            need = "needs" if len(self.open) == 1 else "need"
            words.append(f"{len(self.open)} {need} you")
        if self.not_taken:
            words.append(f"{len(self.not_taken)} not taken")
        return ", ".join(words)


def intakes_of(school: School) -> list[PassportIntake]:
    """The drops of a school, the latest first."""
    rows = PassportIntake.objects.filter(school=school).select_related("made_by")
    return list(rows.order_by("-made_at")[:50])


def intake_of(school: School, pk: UUID) -> PassportIntake | None:
    """One drop."""
    rows = PassportIntake.objects.filter(school=school, pk=pk)
    return rows.select_related("school", "made_by", "done_by").first()


def file_of(intake: PassportIntake, pk: UUID) -> IntakeFile | None:
    """One file of a drop."""
    rows = IntakeFile.objects.filter(school_id=intake.school_id, intake=intake, pk=pk)
    return rows.select_related("intake", "pupil").defer("content").first()


def job_of(intake: PassportIntake) -> Job | None:
    """The work that reads the files, or takes them in."""
    kind = READ_JOB if intake.state == "reading" else TAKE_JOB
    return Job.objects.filter(school_id=intake.school_id, key=job_key(kind, intake.pk)).first()


def intake_page(intake: PassportIntake) -> IntakePage:
    """The files of a drop; four statements."""
    files = list(
        IntakeFile.objects.filter(school_id=intake.school_id, intake=intake)
        .select_related("pupil__class_group")
        .defer("content")
        .order_by("number")
    )
    meant = {pk for file in files for pk in file.candidates}
    names = {str(p.pk): p for p in tell_apart(_pupils(intake.school_id, meant))}
    named = {file.pupil_id for file in files if file.pupil_id}
    ours, live = _texts(intake.school_id, named), _published(intake.school_id, named)
    return IntakePage(tuple(_line(file, ours, names, live) for file in files))


def children_to_choose(school: School, today) -> list[tuple[UUID, str]]:
    """Every child on roll with its class, as a register is read; one statement."""
    rows = Pupil.objects.filter(school=school).on_roll(today).select_related("class_group")
    return [(pupil.pk, _named(pupil)) for pupil in tell_apart(rows.in_register_order())]


def _pupils(school_id: UUID, ids: Iterable[str]):
    rows = Pupil.objects.filter(school_id=school_id, pk__in=list(ids))
    return rows.select_related("class_group")


def _texts(school_id: UUID, pupils: set[UUID]) -> dict[UUID, dict[str, str]]:
    found: dict[UUID, dict[str, str]] = {}
    rows = PassportText.objects.filter(
        school_id=school_id, passport__pupil__in=pupils, sensitivity=1
    )
    for pupil, part, text in rows.values_list("passport__pupil", "part", "text"):
        found.setdefault(pupil, {})[part] = text
    return found


def _published(school_id: UUID, pupils: set[UUID]) -> set[UUID]:
    rows = Passport.objects.filter(
        school_id=school_id, pupil__in=pupils, state=PassportState.PUBLISHED
    )
    return set(rows.values_list("pupil_id", flat=True))


def _line(file: IntakeFile, ours, names: dict[str, Pupil], live: set[UUID]) -> IntakeLine:
    found = file.found
    mine = ours.get(file.pupil_id, {})
    boxes = _boxes(found, mine, file.choices, file.state)
    helps = tuple(found.get("helps", ()))
    said, _ = as_lines(found, file.choices, as_strategies=False)
    side = room([[text] for text in said.values()], [_label(part) for part in said])
    line = IntakeLine(
        id=file.pk,
        file_name=file.file_name,
        state=file.state,
        state_words=file.get_state_display(),
        refusal=file.refusal,
        pupil_id=file.pupil_id,
        child=_named(file.pupil) if file.pupil else "",
        doubt="" if file.is_chosen else file.doubt,
        candidates=tuple(
            (names[pk].pk, _named(names[pk])) for pk in file.candidates if pk in names
        ),
        boxes=boxes,
        helps=helps,
        unplaced=found.get("unplaced", ""),
        elsewhere=tuple(found.get("elsewhere", ())),
        too_long=side.words if side.percent > 100 else "",
        questions=tuple(_questions(file, boxes, helps)),
        is_live=file.written.get("is_live", False)
        if file.written
        else file.pupil_id in live and file.state == IntakeFileState.READ,
    )
    return line


def _boxes(found: dict, mine: dict[str, str], choices: dict, state: str) -> tuple[FoundBox, ...]:
    is_read = state == IntakeFileState.READ
    said = found.get("boxes", {})
    return tuple(
        FoundBox(
            part=part.value,
            label=str(part.label),
            theirs=said[part],
            ours=mine.get(part, "")
            if is_read and is_doubtful(mine.get(part, ""), said[part])
            else "",
            is_asked=is_read
            and is_doubtful(mine.get(part, ""), said[part])
            and part not in choices,
            is_too_long=len(said[part]) > LONGEST,
        )
        for part in PassportPart
        if part in said
    )


def _questions(file: IntakeFile, boxes: tuple[FoundBox, ...], helps: tuple[str, ...]):
    if file.pupil_id is None:
        yield file.doubt or "Whose is it?"
    if not boxes and not helps and UNPLACED not in file.choices:
        yield "No heading in it was recognised."
    elif file.found.get("unplaced") and UNPLACED not in file.choices:
        yield "Some text stands under no heading that we know."
    for box in boxes:
        if box.is_asked:
            yield f"The passport says something else under “{box.label}”."


def _label(part: str) -> str:
    return str(PassportPart(part).label)


def _named(pupil: Pupil) -> str:
    place = [year_words(pupil.year_group), pupil.class_group.name if pupil.class_group else ""]
    return f"{pupil.full_name}, {', '.join(filter(None, place))}"
