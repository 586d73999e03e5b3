"""A letter in the family's language, paragraph by paragraph."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import school_view
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.forms.letters import CheckedForm, TranslationForm
from pupils.selectors.letters.page import page_of
from pupils.services.letters.translating import (
    check_translation,
    offered,
    sources_of,
    translate_letter,
)
from pupils.views.letters.writing import TAB, WRITE, opened
from pupils.views.opening import child_form, child_page, child_url


@school_view(WRITE)
def letter_language(request: HttpRequest, pupil, letter) -> HttpResponse:
    """A box for each paragraph; what was translated before is offered again."""
    child, row = opened(request, pupil, letter)
    if not row.language:
        problem(request, "Choose the language beneath the words of the letter first.")
        return redirect(child_url("letter_words", child, row.pk))
    page, sources = page_of(row, child.school), sources_of(row, child.school)
    own = {pair.place: pair.translated.text for pair in page.pairs if pair.translated}
    ready = offered(row, child.school, sources)
    form = TranslationForm(
        request.POST or None,
        language=row.language,
        sources=sources,
        known=ready | own,
        stale={pair.place for pair in page.pairs if pair.is_stale},
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: translate_letter(letter=row, texts=form.texts, seen=form.seen, by=request.user),
    ):
        done(request, "Saved. Let somebody who reads both languages check it.")
        return redirect(child_url("letter", child, row.pk))
    return child_page(
        request,
        "pupils/letters/language.html",
        child,
        tab=TAB,
        form=form,
        letter=row,
        page=page,
        offered=len(set(ready) - set(own)),
    )


@school_view(WRITE)
def letter_checked(request: HttpRequest, pupil, letter) -> HttpResponse:
    """A person has checked the translation."""
    child, row = opened(request, pupil, letter)
    form = CheckedForm(request.POST or None, initial={"on": request.access.today})
    if request.method == "POST" and carried_out(
        form, lambda: check_translation(letter=row, by=request.user, **form.cleaned_data)
    ):
        done(request, "The letter says so.")
        return redirect(child_url("letter", child, row.pk))
    return child_form(
        request,
        child,
        form,
        heading="The translation is checked",
        submit="Save",
        back="letter",
        back_args=(row.pk,),
        tab=TAB,
        hands_over="",
    )
