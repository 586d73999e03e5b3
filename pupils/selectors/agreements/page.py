"""Who is asked to agree to what, who has answered and who has not, as far as the asker may read."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.access.sensitivity import readable
from pupils.agreeing.registry import AgreedKind, Shown, kind_of, kinds
from pupils.agreement_codes import AgreementState, Asked, Choice
from pupils.models import (
    AgreementAnswer,
    AgreementAsk,
    AgreementNote,
    AgreementText,
    Contact,
    Pupil,
)
from pupils.selectors.agreements.given import latest_text, newest_answers

#: An answer by its shape and colour.
STATES = {Choice.AGREE: "on_track", Choice.CHANGES: "due_soon", Choice.NO: "overdue"}


@dataclass(frozen=True)
class PersonLine:
    """One person who is asked, and what they said last."""

    ask: AgreementAsk
    number: int
    answer: AgreementAnswer | None
    is_late: bool

    @property
    def state(self) -> str:
        """The name of a state of `aylsham.components`."""
        if self.answer is None:
            return "overdue" if self.is_late else "waiting"
        return STATES[Choice(self.answer.choice)]

    @property
    def words(self) -> str:
        """What they said, or that they have not."""
        return Choice(self.answer.choice).said if self.answer else "Not answered yet"


@dataclass(frozen=True)
class AgreementPage:
    """One plan: the text, the newest copy that people were shown, and who said what."""

    kind: AgreedKind
    subject_id: UUID
    shown: Shown
    text: AgreementText | None
    lines: tuple[PersonLine, ...]
    #: Of versions before the last one that needed agreement.
    earlier: tuple[PersonLine, ...]

    @property
    def has_changed(self) -> bool:
        """Whether the plan says something else than people were shown."""
        return self.text is not None and self.text.digest != self.shown.digest

    @property
    def waiting(self) -> list[PersonLine]:
        """Who has still to answer."""
        return [line for line in self.lines if line.answer is None]


@dataclass(frozen=True)
class PlanLine:
    """A plan in the child's list: how many are asked, how many answered, how."""

    kind: str
    subject_id: UUID
    title: str
    number: int
    kept_at: dt.datetime
    asked: int
    answered: int
    not_agreed: int
    next_due: dt.date | None
    is_late: bool

    @property
    def state(self) -> str:
        """The name of a state of `aylsham.components`."""
        if self.not_agreed:
            return "due_soon"
        if self.answered == self.asked:
            return "on_track"
        return "overdue" if self.is_late else "waiting"


def may_read(access: Access, text: AgreementText) -> bool:
    """Whether the asker may read a kept copy: its kind, and its sensitivity."""
    may = access.permissions_at(access.school)
    kind = kind_of(text.kind)
    return kind is not None and kind.permission in may and text.sensitivity in readable(may)


def agreement_page(
    access: Access, pupil: Pupil, kind: AgreedKind, subject_id: UUID
) -> AgreementPage | None:
    """A plan with everybody who is asked; None if the asker may not read it."""
    if kind.permission not in access.permissions_at(pupil.school):
        return None
    shown = kind.find(access, pupil, subject_id)
    if shown is None:
        return None
    text = latest_text(pupil.school_id, kind.key, subject_id)
    if text is not None and not may_read(access, text):
        return None
    asks = AgreementAsk.objects.filter(
        school_id=pupil.school_id,
        pupil=pupil,
        text__kind=kind.key,
        text__subject_id=subject_id,
    ).exclude(state=AgreementState.CANCELLED)
    lines = lines_of(pupil.school_id, asks, today=access.today)
    since = max((line.number for line in lines if line.ask.text.needs_agreement), default=0)
    if text is not None and text.needs_agreement:
        since = text.number
    return AgreementPage(
        kind=kind,
        subject_id=subject_id,
        shown=shown,
        text=text,
        lines=tuple(line for line in lines if line.number >= since),
        earlier=tuple(line for line in lines if line.number < since),
    )


def answers_on(access: Access, pupil: Pupil, key: str, subject_id: UUID) -> tuple[PersonLine, ...]:
    """Who said what to a plan, for the plan's own page; only one's own for who may not read it.

    Two statements.
    """
    asks = AgreementAsk.objects.filter(
        school_id=pupil.school_id, pupil=pupil, text__kind=key, text__subject_id=subject_id
    ).exclude(state=AgreementState.CANCELLED)
    if Permission.VIEW_FAMILY_LOG not in access.permissions_at(pupil.school):
        asks = asks.filter(user=access.user)
    return tuple(lines_of(pupil.school_id, asks, today=access.today))


def lines_of(school_id: UUID, asks, *, today: dt.date) -> list[PersonLine]:
    """Requests with their newest answers; two statements."""
    rows = sorted(asks.select_related("text", "contact"), key=_place)
    answers = newest_answers(school_id, [ask.pk for ask in rows])
    return [
        PersonLine(
            ask,
            ask.text.number,
            answers.get(ask.pk),
            is_late=ask.pk not in answers and ask.due_on < today,
        )
        for ask in rows
    ]


def _place(ask: AgreementAsk) -> tuple:
    """The newest version first; in it the family, then the child, people outside, colleagues."""
    return -ask.text.number, list(Asked).index(Asked(ask.asked)), ask.name


def plans_asked(access: Access, pupil: Pupil) -> list[PlanLine]:
    """Every plan of a child to which somebody was asked to agree, the last one first."""
    asks = AgreementAsk.objects.filter(school_id=pupil.school_id, pupil=pupil)
    lines = lines_of(
        pupil.school_id, asks.exclude(state=AgreementState.CANCELLED), today=access.today
    )
    grouped: dict[tuple[str, UUID], list[PersonLine]] = defaultdict(list)
    for line in lines:
        if may_read(access, line.ask.text):
            grouped[line.ask.text.kind, line.ask.text.subject_id].append(line)
    found = [_plan(key, group) for key, group in grouped.items()]
    return sorted(found, key=lambda plan: plan.kept_at, reverse=True)


def _plan(key: tuple[str, UUID], lines: list[PersonLine]) -> PlanLine:
    since = (
        max(line.number for line in lines if line.ask.text.needs_agreement)
        if any(line.ask.text.needs_agreement for line in lines)
        else 1
    )
    now = [line for line in lines if line.number >= since]
    newest = now[0].ask.text
    waiting = [line for line in now if line.answer is None]
    said = [line.answer.choice for line in now if line.answer]
    return PlanLine(
        kind=key[0],
        subject_id=key[1],
        title=newest.title,
        number=newest.number,
        kept_at=newest.kept_at,
        asked=len(now),
        answered=len(said),
        not_agreed=sum(choice != Choice.AGREE for choice in said),
        next_due=min((line.ask.due_on for line in waiting), default=None),
        is_late=any(line.is_late for line in waiting),
    )


def can_be_asked_about(access: Access, pupil: Pupil) -> list[tuple[AgreedKind, UUID, str]]:
    """Every text of a child to which people can be asked to agree today."""
    may = access.permissions_at(pupil.school)
    return [
        (kind, pk, name)
        for kind in kinds()
        if kind.permission in may
        for pk, name in kind.listed(access, pupil)
    ]


def ask_of(access: Access, pupil: Pupil, pk: UUID) -> AgreementAsk | None:
    """One request about this child whose text the asker may read."""
    ask = (
        AgreementAsk.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk)
        .select_related("text__owner", "contact__home", "asked_by", "user")
        .first()
    )
    if ask is None:
        return None
    ask.school = ask.pupil.school = ask.text.school = pupil.school
    kind = kind_of(ask.text.kind)
    is_mine = ask.user_id == access.user.pk
    if kind is None or not (is_mine or may_read(access, ask.text)):
        return None
    # Whoever may not open the plan itself may not read its copy either.
    return ask if kind.find(access, pupil, ask.text.subject_id) else None


def answers_of(ask: AgreementAsk) -> list[AgreementAnswer]:
    """Every answer of a person to a version, the newest first."""
    rows = AgreementAnswer.objects.filter(school_id=ask.school_id, ask=ask)
    return list(rows.select_related("recorded_by", "signed").order_by("-id"))


def notes_of(ask: AgreementAsk) -> list[AgreementNote]:
    """What happened to a request, in order."""
    notes = AgreementNote.objects.filter(school_id=ask.school_id, ask=ask)
    return list(notes.select_related("by").order_by("id"))


def family_of(pupil: Pupil) -> list[Contact]:
    """Everybody in the child's life who can be asked, by name."""
    contacts = Contact.objects.filter(school_id=pupil.school_id, pupil=pupil)
    return list(contacts.select_related("home").order_by("name", "id"))
