"""Opening a child's record, on every page about a child: found, cut, written down."""

from uuid import UUID

from django.forms import BaseForm, CharField, Textarea
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from pupils.selectors.identity import Child, find_child

#: A field for so many letters asks for more than a name.
A_SENTENCE = 200


def open_child(
    request: HttpRequest, pupil: UUID, action: Action = Action.VIEW_PUPIL, **detail
) -> Child:
    """The child, if the asker may see it; the reading is written down. 404 otherwise."""
    child = find_child(request.access, pupil)
    if child is None:
        raise Http404
    record_event(action, school=request.school, by=request.access, pupil_ids=[pupil], detail=detail)
    return child


def child_url(name: str, child: Child, *args) -> str:
    """The address of a page about the child."""
    return reverse(name, args=[child.school.slug, child.pupil.pk, *args])


def child_page(
    request: HttpRequest, template: str, child: Child, *, tab: str = "", **context
) -> HttpResponse:
    """A page under the child's bar."""
    bar = child.identity(request.access, tab)
    return render(request, template, {"child": bar, "record": child, **context})


def child_form(
    request: HttpRequest,
    child: Child,
    form,
    *,
    heading: str,
    submit: str,
    back: str = "",
    back_args: tuple = (),
    **context,
) -> HttpResponse:
    """A form under the child's bar; `back` names the page that it leads back to, unless
    `cancel_url` says where.

    What somebody writes in it can be told to the safeguarding lead instead: `hands_over` names
    the fields, which are otherwise all that hold longer texts.
    """
    context.setdefault("hands_over", " ".join(_texts_of(form)))
    if "cancel_url" not in context:
        context["cancel_url"] = child_url(back, child, *back_args)
    return child_page(
        request,
        context.pop("template", "pupils/child_form.html"),
        child,
        form=form,
        heading=heading,
        submit=submit,
        **context,
    )


def _texts_of(form: BaseForm) -> list[str]:
    """The fields of a form in which somebody may write about a child."""
    return [
        form.add_prefix(name)
        for name, field in form.fields.items()
        if not field.disabled
        and (
            isinstance(field.widget, Textarea)
            or (isinstance(field, CharField) and (field.max_length or 0) >= A_SENTENCE)
        )
    ]
