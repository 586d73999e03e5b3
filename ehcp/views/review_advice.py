"""A colleague who was asked for advice writes it: about one child, for one review."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.notices import done
from ehcp.selectors.review_people import find_invitee
from ehcp.services.review_meetings import write_own_advice
from pupils.family_codes import AskKind
from pupils.forms.contributions import AnswerForm
from pupils.questions import questions_for
from pupils.views.opening import child_form, open_child


@school_view(Permission.RECORD_VOICE)
def write(request: HttpRequest, review_invitee: UUID) -> HttpResponse:
    """What a colleague sees and advises; only whoever was asked by name."""
    row = find_invitee(request.access, review_invitee)
    if row is None or row.guest.user_id != request.user.pk or row.advice_asked_on is None:
        raise Http404
    child = open_child(request, row.meeting.review.plan.pupil_id)
    form = AnswerForm(
        request.POST or None, questions=questions_for(AskKind.ADVICE), has_helper=False
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: write_own_advice(invitee=row, answers=_said(form), by=request.user),
    ):
        done(request, "Thank you. Your words are kept for the review.")
        return redirect("home")
    return child_form(
        request,
        child,
        form,
        heading="Your advice for the review",
        note=f"The review meeting is on {row.meeting.review.meeting_on:%-d %B %Y}. "
        "Write what you see in class: a few lines are enough.",
        submit="Send",
        back="child",
    )


def _said(form: AnswerForm) -> list[dict[str, str]]:
    labels = {key: form.fields[key].label for key in form.keys}
    return [{"question": labels[key], "answer": words} for key, words in form.answers.items()]
