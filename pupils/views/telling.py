"""Parents told of a step of a referral, and the letter of an entry of the contact log."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.documents.rendering import PdfProblem
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.family_codes import Channel
from pupils.forms.telling import TellStepForm
from pupils.selectors.letters.page import page_of_talk
from pupils.selectors.letters.register import sending_of_talk
from pupils.selectors.referrals import step_of
from pupils.selectors.talks import talk_of
from pupils.selectors.telling import first_words, tellable, verdict_on_letter
from pupils.services.letters.sending import letter_pdf
from pupils.services.referrals.telling import tell_of_step
from pupils.views.opening import child_form, child_url, open_child
from pupils.views.printing import pdf_answer
from pupils.views.referrals import TAB, opened


@school_view(Permission.EDIT_REFERRALS)
def referral_tell(request: HttpRequest, pupil, referral, referral_step) -> HttpResponse:
    """The message is ready; one press tells those who may know, and logs it."""
    child, found = opened(request, pupil, referral)
    step = step_of(found, referral_step)
    if step is None:
        raise Http404
    require(request, Permission.LOG_CONTACT)
    step.referral = found
    people = tellable(child.pupil, found, step, today=request.access.today)
    form = TellStepForm(
        request.POST or None,
        people=[each for each in people if not each.verdict.is_refused],
        may_send=request.access.can(Permission.ASK_FOR_VIEWS),
        initial={"message": first_words(child.pupil, found, step)},
    )
    talks = []
    if request.method == "POST" and carried_out(
        form,
        lambda: talks.extend(
            tell_of_step(
                step=step,
                told=form.told,
                message=form.cleaned_data["message"],
                key=form.cleaned_data["key"],
                is_checked=form.cleaned_data.get("is_checked", False),
                by=request.user,
            )
        ),
    ):
        if any(talk.how == Channel.LETTER for talk in talks):
            done(request, "They are told, and it stands here. Print the letter from its entry.")
            return redirect(child_url("child_log", child))
        done(request, "They are told, and it stands in the contact log.")
        return redirect(child_url("referral", child, found.pk))
    return child_form(
        request,
        child,
        form,
        heading="Tell the parents",
        submit="Tell them",
        back="referral",
        back_args=(found.pk,),
        template="pupils/referrals/tell.html",
        tab=TAB,
        refused=[each for each in people if each.verdict.is_refused],
        hands_over="",
    )


@school_view(Permission.VIEW_FAMILY_LOG)
def talk_letter(request: HttpRequest, pupil, talk) -> HttpResponse:
    """An entry that says that a letter went, as the letter itself."""
    child = open_child(request, pupil, Action.PRINT, talk=str(talk))
    found = talk_of(request.access, child.pupil, talk)
    if found is None or found.how != Channel.LETTER:
        raise Http404
    verdict = verdict_on_letter(found, today=request.access.today)
    if verdict.is_refused:
        problem(request, " ".join(verdict.reasons))
        return redirect(child_url("child_log", child))
    if sent := sending_of_talk(child.pupil.school_id, found.pk):
        return pdf_answer(bytes(sent.pdf), f"letter-{sent.gone_on:%Y-%m-%d}.pdf")
    try:
        pdf = letter_pdf(page_of_talk(found, child.pupil, child.school))
        return pdf_answer(pdf, f"letter-{found.on:%Y-%m-%d}.pdf")
    except PdfProblem as refused:
        problem(request, str(refused))
        return redirect(child_url("child_log", child))
