"""Who works with children: the list, its export, one of them, one's own contract."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.list_files import table_file
from aylsham.notices import done
from pupils.selectors.adults import NEAR_CHILDREN, adults_at
from staff.forms.people import LeaveForm, MemberForm, StaffFilter
from staff.models import StaffMember
from staff.selectors.certificates import papers_of
from staff.selectors.people import member_of, own_member, staff_lines, staff_page, sums_of
from staff.selectors.training import member_key
from staff.services.people import add_member, change_member, leave
from staff.staff_export import headings, rows_of

PAGE, ONE, FORM = "staff", "staff_member", "staff/people/form.html"


@school_view(Permission.VIEW_STAFF)
def staff(request: HttpRequest) -> HttpResponse:
    """Everybody who works with children: role, hours, days, training that runs out, gaps."""
    form = StaffFilter(request.GET)
    lines = _lines(request, form)
    record_event(Action.VIEW_STAFF, school=request.school, by=request.access)
    context = {
        "lines": lines,
        "sums": sums_of(lines),
        "form": form,
        "query": request.GET.urlencode(),
        "is_left": bool(form.chosen.get("left")),
        "may_keep": request.access.can(Permission.KEEP_STAFF),
        "may_import": request.access.can(Permission.KEEP_RATES)
        and request.access.can(Permission.IMPORT_ROLL),
        "may_export": request.access.can(Permission.EXPORT),
    }
    return render(request, "staff/people/list.html", context)


@school_view(Permission.VIEW_STAFF)
def staff_export(request: HttpRequest) -> HttpResponse:
    """The list as a workbook; rates only for who keeps them."""
    if not request.access.can(Permission.EXPORT):
        raise Http404
    lines = _lines(request, StaffFilter(request.GET))
    detail = {"list": "staff", "rows": len(lines)}
    record_event(Action.EXPORT_LIST, school=request.school, by=request.access, detail=detail)
    has_rates = request.access.can(Permission.KEEP_RATES)
    return table_file(request, "Staff", headings(has_rates), rows_of(lines, has_rates), "staff")


def _lines(request: HttpRequest, form: StaffFilter):
    chosen = form.chosen
    return staff_lines(
        request.access,
        role=chosen.get("role", ""),
        only=chosen.get("only", ""),
        is_left=bool(chosen.get("left")),
    )


@school_view(Permission.VIEW_STAFF)
def staff_member(request: HttpRequest, staff_member) -> HttpResponse:
    """One of them: contracts, the week, training, pairings."""
    member = found(request, staff_member)
    page = staff_page(request.access, member)
    pupils = [line.pupil.pk for line in page.pairings]
    record_event(
        Action.VIEW_STAFF,
        school=request.school,
        by=request.access,
        pupil_ids=pupils,
        subject=member,
    )
    can = request.access.can
    context = {
        "page": page,
        "member": member,
        "papers": papers_of(request.access, page.line.trainings),
        "person_key": str(member.user_id) if member.user_id else member_key(member),
        "may_keep": can(Permission.KEEP_STAFF),
        "may_train": can(Permission.KEEP_TRAINING),
        "may_read": can(Permission.VIEW_SENSITIVE),
    }
    return render(request, "staff/people/member.html", context)


@school_view(Permission.OPEN_TODAY)
def my_contract(request: HttpRequest) -> HttpResponse:
    """One's own hours, week and training."""
    member = own_member(request.access)
    page = staff_page(request.access, member, is_own=True) if member else None
    papers = papers_of(request.access, page.line.trainings) if page else set()
    context = {"page": page, "member": member, "papers": papers}
    return render(request, "staff/people/mine.html", context)


@school_view(Permission.KEEP_STAFF)
def staff_add(request: HttpRequest) -> HttpResponse:
    """Take somebody in."""
    form = MemberForm(request.POST or None, people=_people(request))
    made: list[StaffMember] = []
    if request.method == "POST" and carried_out(
        form,
        lambda: made.append(
            add_member(
                school=request.school,
                by=request.user,
                key=form.cleaned_data["key"],
                **form.facts,
            )
        ),
    ):
        done(request, "Now add the contract.")
        return redirect("contract_add", request.school.slug, made[0].pk)
    return shown(request, form, "Add somebody", "Go on to the contract")


@school_view(Permission.KEEP_STAFF)
def staff_change(request: HttpRequest, staff_member) -> HttpResponse:
    """Put name, role, account or line manager right."""
    member = found(request, staff_member)
    form = MemberForm(request.POST or None, record=member, people=_people(request))
    if request.method == "POST" and carried_out(
        form,
        lambda: change_member(
            member=member, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return back(request, member, "It is changed.")
    return shown(request, form, member.name, "Save", member)


@school_view(Permission.KEEP_STAFF)
def staff_leave(request: HttpRequest, staff_member) -> HttpResponse:
    """Say the last day of somebody."""
    member = found(request, staff_member)
    form = LeaveForm(request.POST or None, record=member)
    if request.method == "POST" and carried_out(
        form,
        lambda: leave(
            member=member, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        return back(request, member, "The last day is recorded.")
    return shown(request, form, f"{member.name} leaves", "Save", member)


def found(request: HttpRequest, pk) -> StaffMember:
    """The member of staff of this page, or a 404."""
    member = member_of(request.access, pk)
    if member is None:
        raise Http404
    return member


def back(request: HttpRequest, member: StaffMember, words: str) -> HttpResponse:
    """To the person's page, with a word."""
    done(request, words)
    return redirect(ONE, request.school.slug, member.pk)


def shown(
    request: HttpRequest, form, heading: str, submit: str, member: StaffMember | None = None, **more
) -> HttpResponse:
    """A page that is one form about somebody."""
    slug = request.school.slug
    cancel = reverse(ONE, args=[slug, member.pk]) if member else reverse(PAGE, args=[slug])
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": cancel}
    template = more.pop("template", FORM)
    return render(request, template, context | {"member": member} | more)


def _people(request: HttpRequest) -> list:
    adults = adults_at(request.school, today=request.access.today, roles=NEAR_CHILDREN)
    return list({adult.user.pk: adult.user for adult in adults}.values())
