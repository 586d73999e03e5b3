"""Letters of a school: the register, letters about several children."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.models import Job
from aylsham.notices import done, warn
from pupils.forms.letters import LetterFilter, ManyForm, TogetherForm
from pupils.letter_codes import LetterState
from pupils.list_files import LETTERS
from pupils.models import Pupil
from pupils.selectors.letters.library import Template, by_reader, templates
from pupils.selectors.letters.many import children_by_class, in_reach
from pupils.selectors.letters.register import LetterLine, letters, letters_together
from pupils.services.letters.together import ask_to_send, together_pdf
from pupils.services.letters.writing import (
    Begun,
    ForChild,
    Recipient,
    begin_letters,
    family_recipients,
)
from pupils.views.letters.writing import WRITE
from pupils.views.printing import pdf_answer, to_work


@school_view(WRITE)
@has_file
def letter_register(request: HttpRequest) -> HttpResponse:
    """Every letter of the school, the newest first."""
    form = LetterFilter(request.GET)
    lines = letters(request.access, **form.chosen)
    _record(request, lines)
    if asks_for_file(request):
        return list_file(request, LETTERS, lines, form)
    return render(
        request,
        "pupils/letters/register.html",
        {
            "lines": lines,
            "filter_form": form,
            "may_keep": request.access.can(Permission.KEEP_LETTERS),
            "may_approve": request.access.can(Permission.APPROVE_SHARING),
        },
    )


@school_view(WRITE)
def letter_batch(request: HttpRequest, letter_batch) -> HttpResponse:
    """Letters that were begun together."""
    lines = letters_together(request.access, letter_batch)
    if not lines:
        raise Http404
    _record(request, lines)
    rows = [line.letter for line in lines]
    form = TogetherForm(request.POST or None, initial={"gone_on": request.access.today})
    jobs: list[Job] = []
    if request.method == "POST" and carried_out(
        form,
        lambda: jobs.append(
            ask_to_send(
                school=request.school,
                letters=rows,
                batch=letter_batch,
                by=request.user,
                **form.cleaned_data,
            )
        ),
    ):
        return to_work(jobs[0])
    context = {
        "lines": lines,
        "form": form if any(row.is_draft for row in rows) else None,
        "has_sent": any(row.state == LetterState.SENT for row in rows),
    }
    return render(request, "pupils/letters/batch.html", context)


@school_view(WRITE)
def letter_batch_pages(request: HttpRequest, letter_batch) -> HttpResponse:
    """The pages of those that were sent, for the printer."""
    lines = letters_together(request.access, letter_batch)
    pdf = together_pdf(request.school, [line.letter for line in lines]) if lines else None
    if pdf is None:
        raise Http404
    _record(request, lines, Action.PRINT)
    return pdf_answer(pdf, f"letters-{request.access.today:%Y-%m-%d}.pdf")


@school_view(WRITE)
def letters_choose(request: HttpRequest) -> HttpResponse:
    """Which template, for letters about several children."""
    return render(
        request, "pupils/letters/choose.html", {"groups": by_reader(templates(request.school))}
    )


@school_view(WRITE)
def letters_write(request: HttpRequest, letter_code: str) -> HttpResponse:
    """Letters about several children at once."""
    template = templates(request.school).get(letter_code)
    if template is None:
        raise Http404
    form = ManyForm(
        request.POST or None, template=template, groups=children_by_class(request.access)
    )
    begun: list[Begun] = []
    if request.method == "POST" and carried_out(
        form, lambda: begun.append(_begin(request, template, form))
    ):
        return _after(request, begun[0])
    context = {
        "form": form,
        "heading": template.wording.title,
        "submit": "Write them",
        "cancel_url": reverse("letters_choose", args=[request.school.slug]),
    }
    return render(request, "pupils/letters/many.html", context)


def _begin(request: HttpRequest, template: Template, form: ManyForm) -> Begun:
    data = form.cleaned_data
    children = [
        ForChild(child, _recipients(request, child, template, data), data.get("counted_from"))
        for child in in_reach(request.access, data["children"])
    ]
    return begin_letters(
        school=request.school,
        template=template,
        children=children,
        by=request.user,
        batch=data["batch"],
    )


def _recipients(
    request: HttpRequest, child: Pupil, template: Template, data: dict
) -> tuple[Recipient, ...]:
    if "name" in data:
        return (Recipient(data["name"], data["address"], data["email"]),)
    return family_recipients(child, template, today=request.access.today)


def _after(request: HttpRequest, begun: Begun) -> HttpResponse:
    if begun.nobody:
        count = len(begun.nobody)
        warn(
            request,
            f"{'One child has' if count == 1 else f'{count} children have'} nobody on record who "
            "may have this letter. Look at their family pages.",
        )
    if not begun.letters:
        return redirect("letters_choose", request.school.slug)
    count = len(begun.letters)
    done(request, f"{count} letter{'' if count == 1 else 's'} to look at.")
    return redirect("letter_batch", request.school.slug, begun.batch)


def _record(
    request: HttpRequest, lines: list[LetterLine], action: Action = Action.VIEW_LETTERS
) -> None:
    record_event(
        action,
        school=request.school,
        by=request.access,
        pupil_ids=sorted({line.pupil.pk for line in lines}),
    )
