"""What extra fields say of a child, and filling them in: one child, or a class in one table."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.notices import done
from pupils.forms.extra_fields import FillForm
from pupils.selectors.extra_fields import child_fields, field_rows, fields_in_use, rows_of
from pupils.services.extra_fields.filling import fill_fields
from pupils.views.class_sheet import open_class
from pupils.views.opening import child_form, child_page, child_url, open_child

PAGE = "child_fields"


@school_view(Permission.VIEW_NEEDS)
def fields_of_child(request: HttpRequest, pupil) -> HttpResponse:
    """What the school's and the federation's fields say of a child."""
    child = open_child(request, pupil)
    found = child_fields(request.access, child.pupil)
    access = request.access
    return child_page(
        request,
        "pupils/fields/child.html",
        child,
        tab="fields",
        fields=found,
        may_fill=access.can(Permission.FILL_FIELDS) and found.lines and not child.pupil.closed_on,
        may_define=access.can(Permission.MANAGE_FIELDS),
    )


@school_view(Permission.FILL_FIELDS)
def fill(request: HttpRequest, pupil) -> HttpResponse:
    """Fill in a child's fields."""
    child = open_child(request, pupil)
    fields = fields_in_use(request.access)
    rows = rows_of(request.access, [child.pupil], fields)
    form = FillForm(request.POST or None, fields=fields, rows=rows)
    if request.method == "POST" and carried_out(form, lambda: _write(request, form)):
        done(request, "It is filled in.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request, child, form, heading="Fill in extra fields", submit="Save", back=PAGE
    )


@school_view(Permission.FILL_FIELDS)
def class_table(request: HttpRequest, group) -> HttpResponse:
    """A class at once: a row for each child, a column for each field."""
    found = open_class(request, group)
    require(request, Permission.VIEW_NEEDS)
    fields = [field for field in fields_in_use(request.access) if field.in_class_table]
    rows = field_rows(request.access, found, fields)
    if not rows:
        raise Http404
    seen = [row.pupil.pk for row in rows]
    record_event(
        Action.VIEW_CLASS, school=request.school, by=request.access, pupil_ids=seen, subject=found
    )
    form = FillForm(request.POST or None, fields=fields, rows=rows)
    if request.method == "POST" and carried_out(form, lambda: _write(request, form)):
        done(request, "The class is filled in.")
        return redirect(reverse("class_fields", args=[request.school.slug, group]))
    context = {
        "form": form,
        "group": found,
        "fields": fields,
        "may_define": request.access.can(Permission.MANAGE_FIELDS),
    }
    return render(request, "pupils/fields/class.html", context)


def _write(request: HttpRequest, form: FillForm) -> None:
    fill_fields(
        school=request.school, entries=form.entries(), on=request.access.today, by=request.user
    )
