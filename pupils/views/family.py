"""The Family tab: contacts, homes and orders."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.forms.family import ContactForm, HomeForm, OrderForm
from pupils.selectors.family import contact_of, contacts_of, family_page, home_of, order_of
from pupils.services.details import add_contact, change_contact, remove_contact
from pupils.services.family import add_home, change_home, change_order, record_order, remove_home
from pupils.views.opening import child_form, child_page, child_url, open_child

TAB = "child_family"


@school_view(Permission.VIEW_PUPILS)
def family(request: HttpRequest, pupil) -> HttpResponse:
    """Parents, carers and other adults; what was said with them, and what comes next."""
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    access = request.access
    return child_page(
        request,
        "pupils/family.html",
        child,
        tab="family",
        family=family_page(access, child.pupil),
        may_edit=access.can(Permission.EDIT_PUPILS),
        may_record_orders=access.can(Permission.RECORD_ORDERS),
        knows_log=access.can(Permission.VIEW_FAMILY_LOG),
        may_log=access.can(Permission.LOG_CONTACT),
        may_ask=access.can(Permission.ASK_FOR_VIEWS),
    )


@school_view(Permission.EDIT_PUPILS)
def contact_add(request: HttpRequest, pupil) -> HttpResponse:
    """Add a contact."""
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    form = ContactForm(request.POST or None, pupil=child.pupil)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_contact(
            pupil=child.pupil, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        done(request, "The contact is added.")
        return redirect(child_url(TAB, child))
    return child_form(request, child, form, heading="Add a contact", submit="Add", back=TAB)


@school_view(Permission.EDIT_PUPILS)
def contact_change(request: HttpRequest, pupil, contact) -> HttpResponse:
    """Change a contact."""
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    found = _found(contact_of(child.pupil, contact))
    form = ContactForm(request.POST or None, record=found, pupil=child.pupil)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_contact(
            contact=found, by=request.user, version=form.cleaned_data["version"], **form.facts
        ),
    ):
        done(request, "The contact is changed.")
        return redirect(child_url(TAB, child))
    return child_form(request, child, form, heading="Change a contact", submit="Save", back=TAB)


@school_view(Permission.EDIT_PUPILS)
def contact_remove(request: HttpRequest, pupil, contact) -> HttpResponse:
    """Take a contact off the record, after asking."""
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    found = _found(contact_of(child.pupil, contact))
    back = child_url(TAB, child)
    if request.method == "POST":
        try:
            remove_contact(contact=found, by=request.user)
            done(request, "The contact is removed. The history keeps what it said.")
        except TransitionNotAllowed as refused:
            problem(request, str(refused))
        return redirect(back)
    return render(request, "pupils/contact_remove.html", {"contact": found, "cancel_url": back})


@school_view(Permission.EDIT_PUPILS)
def home_add(request: HttpRequest, pupil) -> HttpResponse:
    """Add a home."""
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    form = HomeForm(request.POST or None, contacts=contacts_of(child.pupil))
    if request.method == "POST" and carried_out(
        form,
        lambda: add_home(
            pupil=child.pupil, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        done(request, "The home is added. Say on each contact who lives there.")
        return redirect(child_url(TAB, child))
    return child_form(request, child, form, heading="Add a home", submit="Add", back=TAB)


@school_view(Permission.EDIT_PUPILS)
def home_change(request: HttpRequest, pupil, home) -> HttpResponse:
    """Change a home and from whom its address is withheld."""
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    found = _found(home_of(child.pupil, home))
    form = HomeForm(request.POST or None, record=found, contacts=contacts_of(child.pupil))
    if request.method == "POST" and carried_out(
        form,
        lambda: change_home(
            home=found, by=request.user, version=form.cleaned_data["version"], **form.facts
        ),
    ):
        done(request, "The home is changed.")
        return redirect(child_url(TAB, child))
    return child_form(
        request,
        child,
        form,
        heading="Change a home",
        submit="Save",
        back=TAB,
        template="pupils/home_form.html",
        remove_url=child_url("home_remove", child, found.pk),
    )


@school_view(Permission.EDIT_PUPILS)
def home_remove(request: HttpRequest, pupil, home) -> HttpResponse:
    """Take a home off the record, after asking."""
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    found = _found(home_of(child.pupil, home))
    back = child_url(TAB, child)
    if request.method == "POST":
        try:
            remove_home(home=found, by=request.user)
            done(request, "The home is removed. The history keeps what it said.")
        except TransitionNotAllowed as refused:
            problem(request, str(refused))
        return redirect(back)
    return render(request, "pupils/home_remove.html", {"home": found, "cancel_url": back})


@school_view(Permission.RECORD_ORDERS)
def order_add(request: HttpRequest, pupil, contact) -> HttpResponse:
    """Record a court order or a written agreement about a contact."""
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    found = _found(contact_of(child.pupil, contact))
    form = OrderForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: record_order(
            contact=found, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        done(request, "The order is recorded. Everything sent from now on keeps to it.")
        return redirect(child_url(TAB, child))
    return _order_form(request, child, form, found, "Record an order or agreement")


@school_view(Permission.RECORD_ORDERS)
def order_change(request: HttpRequest, pupil, order) -> HttpResponse:
    """Correct an order, or say when it ended."""
    child = open_child(request, pupil, Action.VIEW_FAMILY)
    found = _found(order_of(child.pupil, order))
    form = OrderForm(request.POST or None, record=found)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_order(
            order=found, by=request.user, version=form.cleaned_data["version"], **form.facts
        ),
    ):
        done(request, "The order is changed.")
        return redirect(child_url(TAB, child))
    return _order_form(request, child, form, found.contact, "Change an order or agreement")


def _order_form(request, child, form, contact, heading: str) -> HttpResponse:
    return child_form(
        request,
        child,
        form,
        heading=heading,
        submit="Save",
        back=TAB,
        template="pupils/order_form.html",
        contact=contact,
    )


def _found(row):
    if row is None:
        raise Http404
    return row
