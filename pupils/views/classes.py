"""Classes and the adults who work with them and with named children."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.clock import academic_year
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from pupils.forms.classes import AdultDaysForm, ClassAdultForm, ClassForm, SupporterForm
from pupils.forms.details import LastDayForm
from pupils.list_files_of_school import CLASSES
from pupils.models import Pupil
from pupils.selectors.adults import adults_at
from pupils.selectors.classes import (
    class_adult_of,
    class_lines,
    class_of,
    supported_children,
    supporter_row,
)
from pupils.services.classes import (
    add_class,
    assign_adult,
    assign_supporter,
    change_class,
    change_class_adult,
    end_class_adult,
    end_supporter,
)
from pupils.views.opening import child_form, child_url, open_child


@school_view(Permission.MANAGE_CLASSES)
@has_file
def classes(request: HttpRequest) -> HttpResponse:
    """Which adults work with which class on which days, and with which named child."""
    school, today = request.school, request.access.today
    visible = Pupil.objects.visible_to(request.access)
    children = supported_children(school, visible, today=today)
    record_event(
        Action.VIEW_CLASS,
        school=school,
        by=request.access,
        pupil_ids=[c.pupil_id for c in children],
    )
    if asks_for_file(request):
        return list_file(
            request, CLASSES, class_lines(request.access, academic_year=academic_year(today))
        )
    year = academic_year(today)
    return render(
        request,
        "pupils/classes.html",
        {
            "classes": class_lines(request.access, academic_year=year),
            "children": children,
            "year": f"{year}/{(year + 1) % 100:02d}",
        },
    )


@school_view(Permission.MANAGE_CLASSES)
def class_add(request: HttpRequest) -> HttpResponse:
    """Open a class of this academic year."""
    form = ClassForm(request.POST or None, school=request.school)
    year = academic_year(request.access.today)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_class(school=request.school, academic_year=year, by=request.user, **form.facts),
    ):
        done(request, "The class is there. Now say who works with it.")
        return redirect(_home(request))
    return _form(request, form, "Add a class", "Add the class")


@school_view(Permission.MANAGE_CLASSES)
def class_change(request: HttpRequest, group) -> HttpResponse:
    """Rename a class or change its year groups."""
    found = _found(class_of(request.access, group))
    form = ClassForm(request.POST or None, school=request.school, record=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_class(
            class_group=found, by=request.user, version=form.cleaned_data["version"], **form.facts
        ),
    ):
        done(request, "The class is changed.")
        return redirect(_home(request))
    return _form(request, form, f"Change {found.name}", "Save")


@school_view(Permission.MANAGE_CLASSES)
def adult_add(request: HttpRequest, group) -> HttpResponse:
    """Let an adult work with a class."""
    found = _found(class_of(request.access, group))
    today = request.access.today
    form = ClassAdultForm(
        request.POST or None,
        adults=adults_at(request.school, today=today),
        initial={"starts_on": today},
    )
    if request.method == "POST" and carried_out(
        form, lambda: assign_adult(class_group=found, by=request.user, **form.facts)
    ):
        done(request, "Access to the children of the class follows from the first day on.")
        return redirect(_home(request))
    return _form(request, form, f"Who works with {found.name}", "Save")


@school_view(Permission.MANAGE_CLASSES)
def adult_change(request: HttpRequest, adult) -> HttpResponse:
    """Change the days on which an adult works with a class."""
    found = _found(class_adult_of(request.access, adult))
    form = AdultDaysForm(request.POST or None, record=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_class_adult(
            adult=found, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "The days are changed.")
        return redirect(_home(request))
    heading = f"{found.user.name} with {found.class_group.name}"
    return _form(request, form, heading, "Save the days")


@school_view(Permission.MANAGE_CLASSES)
def adult_end(request: HttpRequest, adult) -> HttpResponse:
    """An adult's last day with a class."""
    found = _found(class_adult_of(request.access, adult))
    form = LastDayForm(request.POST or None, initial={"last_day": request.access.today})
    if request.method == "POST" and carried_out(
        form,
        lambda: end_class_adult(
            adult=found, ends_on=form.cleaned_data["last_day"], by=request.user
        ),
    ):
        done(request, "Access to the children of the class ends with that day.")
        return redirect(_home(request))
    heading = f"{found.user.name} no longer works with {found.class_group.name}"
    return _form(request, form, heading, "Save the last day")


@school_view(Permission.MANAGE_CLASSES)
def supporter_add(request: HttpRequest, pupil) -> HttpResponse:
    """Let an adult support a named child."""
    child = open_child(request, pupil)
    today = request.access.today
    form = SupporterForm(
        request.POST or None,
        adults=adults_at(request.school, today=today),
        initial={"starts_on": today},
    )
    if request.method == "POST" and carried_out(
        form, lambda: assign_supporter(pupil=child.pupil, by=request.user, **form.facts)
    ):
        done(request, "Access to this child's record follows from the first day on.")
        return redirect(child_url("child", child))
    return child_form(
        request, child, form, heading="Who supports this child", submit="Save", back="child"
    )


@school_view(Permission.MANAGE_CLASSES)
def supporter_end(request: HttpRequest, pupil, support) -> HttpResponse:
    """An adult's last day with a child."""
    child = open_child(request, pupil)
    found = _found(supporter_row(child.pupil, support))
    form = LastDayForm(request.POST or None, initial={"last_day": request.access.today})
    if request.method == "POST" and carried_out(
        form,
        lambda: end_supporter(
            support=found, ends_on=form.cleaned_data["last_day"], by=request.user
        ),
    ):
        done(request, "Access to this child's record ends with that day.")
        return redirect(child_url("child", child))
    return child_form(
        request,
        child,
        form,
        heading=f"{found.user.name} no longer supports this child",
        submit="Save the last day",
        back="child",
    )


def _home(request: HttpRequest) -> str:
    return reverse("classes", args=[request.school.slug])


def _form(request: HttpRequest, form, heading: str, submit: str) -> HttpResponse:
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": _home(request)}
    return render(request, "pupils/form.html", context)


def _found(row):
    if row is None:
        raise Http404
    return row
