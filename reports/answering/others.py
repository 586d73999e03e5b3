"""Answers to asks about concerns, actions, meetings and feedback."""

from aylsham.changes import TransitionNotAllowed
from aylsham.forms import Form
from provision.selectors.quality import paper_of
from provision.services.quality import close_paper, say_improved
from pupils.forms.concerns import AnswerForm
from pupils.models import MeetingInvitee
from pupils.selectors.actions import action_of
from pupils.services.actions import complete_action
from pupils.services.concerns.raising import answer_concern
from pupils.services.meetings.inviting import answer as answer_invitation
from reports.answering.asked import Asked
from reports.forms.asks import EvidenceForm, ImprovedForm, InvitationForm
from reports.models import PlanStep
from reports.services.objectives import finish_row


def plain(asked: Asked) -> list[Form]:
    """A button alone."""
    return [Form(asked.data, prefix=asked.prefix)]


def concern_form(asked: Asked) -> list[Form]:
    """What somebody sees of a concern."""
    return [AnswerForm(asked.data, record=asked.facts.concern, prefix=asked.prefix)]


def answer_concern_asked(asked: Asked, form: AnswerForm) -> None:
    """Keep it."""
    answer_concern(
        answer=asked.facts.concern,
        version=form.cleaned_data["version"],
        by=asked.request.user,
        **form.facts,
    )


def complete(asked: Asked, form: Form) -> None:
    """The action is done."""
    access = asked.request.access
    action = action_of(access, asked.pupil, asked.line.ask.subject)
    if action is None:
        raise TransitionNotAllowed("Somebody has taken this action out.")
    complete_action(action=action, on=access.today, by=asked.request.user)


def reply_form(asked: Asked) -> list[Form]:
    """Whether they come."""
    return [InvitationForm(asked.data, prefix=asked.prefix)]


def reply(asked: Asked, form: InvitationForm) -> None:
    """Keep it."""
    mine = MeetingInvitee.objects.filter(school=asked.request.school, user=asked.request.user)
    invitee = mine.select_related("meeting").get(pk=asked.line.ask.subject)
    answer_invitation(
        invitee=invitee, reply=form.cleaned_data["reply"], note="", by=asked.request.user
    )


def improved_form(asked: Asked) -> list[Form]:
    """What was improved."""
    return [ImprovedForm(asked.data, prefix=asked.prefix)]


def improve(asked: Asked, form: ImprovedForm) -> None:
    """Keep it."""
    paper = paper_of(asked.pupil, asked.line.ask.subject)
    if paper is None:
        raise TransitionNotAllowed("This is no longer there.")
    say_improved(
        paper=paper,
        improved=form.cleaned_data["improved"],
        on=asked.request.access.today,
        by=asked.request.user,
    )


def close(asked: Asked, form: Form) -> None:
    """What was improved has been seen."""
    paper = paper_of(asked.pupil, asked.line.ask.subject)
    if paper is None:
        raise TransitionNotAllowed("This is no longer there.")
    close_paper(paper=paper, on=asked.request.access.today, by=asked.request.user)


def evidence_form(asked: Asked) -> list[Form]:
    """What shows that a step is done."""
    return [EvidenceForm(asked.data, prefix=asked.prefix)]


def finish_step(asked: Asked, form: EvidenceForm) -> None:
    """The step is done today."""
    mine = PlanStep.objects.filter(school=asked.request.school, owner=asked.request.user)
    finish_row(
        row=mine.get(pk=asked.line.ask.subject),
        done_on=asked.request.access.today,
        evidence=form.cleaned_data["evidence"],
        by=asked.request.user,
    )
