"""How each kind of ask is answered on the page itself: its forms, and the service they call.

What is not named here has a page of its own, to which the ask leads.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.forms import Textarea
from django.http import HttpRequest, QueryDict

from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.forms import Form
from provision.forms.cycles import GivenForm
from provision.forms.review_grid import RowForm
from provision.models import Cycle
from provision.selectors.cycles import cycle_of
from provision.selectors.quality import paper_of
from provision.services.closing import finish_cycle
from provision.services.cycles import record_given, review_target, start_cycle
from provision.services.quality import say_improved
from pupils.forms.concerns import AnswerForm
from pupils.models import MeetingInvitee, Pupil
from pupils.selectors.actions import action_of
from pupils.services.actions import complete_action
from pupils.services.concerns.raising import answer_concern
from pupils.services.meetings.inviting import answer as answer_invitation
from pupils.services.passports.checking import confirm_whole
from reports.forms.asks import BeginForm, FinishForm, ImprovedForm, InvitationForm
from reports.selectors.asks import AskLine, WeeklyAsk


@dataclass(frozen=True)
class Answer:
    """How one kind is answered: who may, the words of its button, its forms, what it does."""

    permission: Permission
    submit: str
    said: str
    make: Callable[["Asked"], list[Form]]
    act: Callable[["Asked", Form], object]
    #: Questions are folded away until somebody opens them; a lone button is not.
    is_folded: bool = True


@dataclass(frozen=True)
class Asked:
    """An ask that is being shown or answered: `data` is None until it is sent."""

    request: HttpRequest
    page: WeeklyAsk
    line: AskLine
    data: QueryDict | None = None

    @property
    def prefix(self) -> str:
        """Names its fields apart from those of other asks."""
        return f"{self.line.code}{self.line.ask.subject.hex}"

    @property
    def pupil(self) -> Pupil:
        """The child, opened again: 404 has been asked for by the page."""
        found = Pupil.objects.visible_to(self.request.access).select_related("school")
        return found.get(school=self.request.school, pk=self.line.ask.pupil)


@dataclass(frozen=True)
class Shown:
    """A line of the page with its forms."""

    line: AskLine
    answer: Answer | None = None
    forms: tuple[Form, ...] = ()

    @property
    def has_errors(self) -> bool:
        return any(form.is_bound and form.errors for form in self.forms)

    @property
    def texts(self) -> str:
        """Names of the fields that can be told to the safeguarding lead instead."""
        return " ".join(
            form.add_prefix(name)
            for form in self.forms
            for name, field in form.fields.items()
            if isinstance(field.widget, Textarea) or name == "evidence"
        )

    @property
    def rows(self) -> list[tuple]:
        """Targets with their forms."""
        parts = self.line.cycle.parts if self.line.cycle else ()
        return list(zip(parts, self.forms, strict=False))


def shown(asked: Asked) -> Shown:
    """The line with what answers it here, for those who may."""
    answer = ANSWERS.get(asked.line.code)
    if answer is None or not asked.request.access.can(answer.permission):
        return Shown(asked.line)
    return Shown(asked.line, answer, tuple(answer.make(asked)))


def answered(asked: Asked) -> Shown:
    """Carry out the answer of a line that has one here; it comes back with its errors, if any."""
    found = shown(asked)
    sent = [form for form in found.forms if not isinstance(form, RowForm) or form.is_filled]
    if not sent:
        found.forms[0].is_valid()
        found.forms[0].add_error(None, "Fill in at least one row.")
    for form in sent:
        carried_out(form, partial(found.answer.act, asked, form))
    return found


def _plain(asked: Asked) -> list[Form]:
    return [Form(asked.data, prefix=asked.prefix)]


def _reviews(asked: Asked) -> list[Form]:
    parts = asked.line.cycle.parts if asked.line.cycle else ()
    return [RowForm(asked.data, part=part, number=n) for n, part in enumerate(parts, 1)]


def _review(asked: Asked, form: RowForm) -> None:
    form.part.cycle.pupil = asked.pupil
    form.part.cycle.school = asked.request.school
    review_target(
        part=form.part,
        version=form.cleaned_data["version"],
        on=asked.request.access.today,
        by=asked.request.user,
        **form.facts,
    )


def _finish_form(asked: Asked) -> list[Form]:
    facts = asked.line.cycle
    return [
        FinishForm(
            asked.data,
            prefix=asked.prefix,
            questions=facts.questions if facts else (),
            today=asked.request.access.today,
            review_on=asked.page.next_review_on,
        )
    ]


def _finish(asked: Asked, form: FinishForm) -> None:
    told = form.cleaned_data
    finish_cycle(
        cycle=_cycle(asked),
        answers=form.answers,
        closed_on=asked.request.access.today,
        by=asked.request.user,
        next_review_on=told["review_on"] if told["begins_next"] else None,
    )


def _begin_form(asked: Asked) -> list[Form]:
    today = asked.request.access.today
    review_on = asked.page.next_review_on
    return [BeginForm(asked.data, prefix=asked.prefix, today=today, review_on=review_on)]


def _begin(asked: Asked, form: BeginForm) -> None:
    start_cycle(
        pupil=asked.pupil,
        starts_on=asked.request.access.today,
        review_on=form.cleaned_data["review_on"],
        lead=asked.request.user,
        by=asked.request.user,
    )


def _given_form(asked: Asked) -> list[Form]:
    today = asked.request.access.today
    return [GivenForm(asked.data, prefix=asked.prefix, initial={"given_on": today})]


def _give(asked: Asked, form: GivenForm) -> None:
    record_given(cycle=_cycle(asked), by=asked.request.user, **form.cleaned_data)


def _concern_form(asked: Asked) -> list[Form]:
    return [AnswerForm(asked.data, record=asked.line.concern, prefix=asked.prefix)]


def _answer_concern(asked: Asked, form: AnswerForm) -> None:
    answer_concern(
        answer=asked.line.concern,
        version=form.cleaned_data["version"],
        by=asked.request.user,
        **form.facts,
    )


def _complete(asked: Asked, form: Form) -> None:
    access = asked.request.access
    action = action_of(access, asked.pupil, asked.line.ask.subject)
    if action is None:
        raise TransitionNotAllowed("Somebody has taken this action out.")
    complete_action(action=action, on=access.today, by=asked.request.user)


def _confirm(asked: Asked, form: Form) -> None:
    confirm_whole(pupil=asked.pupil, on=asked.request.access.today, by=asked.request.user)


def _reply_form(asked: Asked) -> list[Form]:
    return [InvitationForm(asked.data, prefix=asked.prefix)]


def _reply(asked: Asked, form: InvitationForm) -> None:
    mine = MeetingInvitee.objects.filter(school=asked.request.school, user=asked.request.user)
    invitee = mine.select_related("meeting").get(pk=asked.line.ask.subject)
    answer_invitation(
        invitee=invitee, reply=form.cleaned_data["reply"], note="", by=asked.request.user
    )


def _improved_form(asked: Asked) -> list[Form]:
    return [ImprovedForm(asked.data, prefix=asked.prefix)]


def _improve(asked: Asked, form: ImprovedForm) -> None:
    paper = paper_of(asked.pupil, asked.line.ask.subject)
    if paper is None:
        raise TransitionNotAllowed("This is no longer there.")
    say_improved(
        paper=paper,
        improved=form.cleaned_data["improved"],
        on=asked.request.access.today,
        by=asked.request.user,
    )


def _cycle(asked: Asked) -> Cycle:
    found = cycle_of(asked.pupil, asked.line.ask.subject)
    if found is None:
        raise TransitionNotAllowed("This cycle is no longer there.")
    return found


ANSWERS: dict[str, Answer] = {
    "review": Answer(
        Permission.WRITE_CYCLES, "Save the review", "It is reviewed.", _reviews, _review
    ),
    "close": Answer(
        Permission.WRITE_CYCLES, "Close the cycle", "The cycle is closed.", _finish_form, _finish
    ),
    "next_cycle": Answer(
        Permission.WRITE_CYCLES, "Begin it", "The next cycle has begun.", _begin_form, _begin
    ),
    "give": Answer(
        Permission.WRITE_CYCLES, "They have it", "It is written down.", _given_form, _give
    ),
    "concern": Answer(
        Permission.RAISE_CONCERNS, "Send", "Thank you. The SENDCo sees it.",
        _concern_form, _answer_concern,
    ),
    "action": Answer(
        Permission.VIEW_FAMILY_LOG, "Done", "It is done.", _plain, _complete, is_folded=False
    ),
    "still_true": Answer(
        Permission.EDIT_PASSPORTS, "It is all still true", "The passport counts as true today.",
        _plain, _confirm,
    ),
    "feedback": Answer(
        Permission.VIEW_NEEDS, "I have read it", "Your phase leader sees it.",
        _improved_form, _improve,
    ),
    "invitation": Answer(
        Permission.OPEN_TODAY, "Answer", "Your answer is kept.", _reply_form, _reply,
    ),
}  # fmt: skip
