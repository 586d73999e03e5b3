"""About me: the child chooses pictures and says it in their own words; an adult reads aloud."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.editing import carried_out
from pupils.codes import AboutMe
from pupils.forms.about_me import AnswerForm
from pupils.selectors.about_me import Question, questions
from pupils.selectors.identity import Child
from pupils.selectors.passports.own_words import own_words_of
from pupils.services.contributions.about_me import answer_about_me
from pupils.symbols import LICENCE, LICENCE_URL
from pupils.views.opening import child_url, open_child

PAGE = "about_me"


@school_view(Permission.VIEW_NEEDS)
def about_me(request: HttpRequest, pupil) -> HttpResponse:
    """What the child has chosen and said, and the voice clip; no need or status is on the page."""
    child = open_child(request, pupil, Action.VIEW_PASSPORT)
    own = own_words_of(request.access, child)
    return child_facing(
        request,
        "pupils/about_me/page.html",
        child,
        own=own,
        questions=questions(own),
        may_record=may_record(request, child),
    )


@school_view(Permission.RECORD_VOICE)
def about_me_ask(request: HttpRequest, pupil) -> HttpResponse:
    """One question, `?q=`; what is chosen is kept before the next one is asked."""
    child = child_to_record(request, pupil)
    found = questions(own_words_of(request.access, child))
    codes = [each.code for each in found]
    asked = request.GET.get("q", "")
    place = codes.index(asked) if asked in codes else 0
    question = found[place]
    answered = {"words": question.answer.words} if question.answer else {}
    form = AnswerForm(request.POST or None, initial=answered)
    if request.method == "POST" and carried_out(
        form, lambda: _keep(request, child, question, form)
    ):
        following = codes[place + 1 : place + 2]
        page = child_url("about_me_ask" if following else PAGE, child)
        return redirect(f"{page}?q={following[0]}" if following else page)
    return child_facing(
        request,
        "pupils/about_me/ask.html",
        child,
        form=form,
        question=question,
        number=place + 1,
        count=len(codes),
        before=codes[place - 1] if place else "",
    )


def child_facing(request: HttpRequest, template: str, child: Child, **context) -> HttpResponse:
    """A page that the child looks at too: without the bar that shows needs and flags."""
    context |= {"record": child, "licence": LICENCE, "licence_url": LICENCE_URL}
    return render(request, template, context)


def child_to_record(request: HttpRequest, pupil: UUID) -> Child:
    """The child whose words the asker writes down: still on roll, and looked at by right."""
    child = open_child(request, pupil, Action.VIEW_PASSPORT)
    require(request, Permission.VIEW_NEEDS)
    if not child.is_on_roll:
        raise Http404
    return child


def may_record(request: HttpRequest, child: Child) -> bool:
    """Whether the asker may write down what this child says: not of one who has left."""
    return request.access.can(Permission.RECORD_VOICE) and child.is_on_roll


def _keep(request: HttpRequest, child: Child, question: Question, form: AnswerForm) -> None:
    answer_about_me(
        pupil=child.pupil,
        question=AboutMe(question.code),
        pictures=form.cleaned_data["pictures"],
        words=form.cleaned_data["words"],
        by=request.user,
    )
