"""Contracts of a member of staff: begun, put right; directed tasks."""

from django.http import Http404, HttpRequest, HttpResponse

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from aylsham.forms import Form
from staff.forms.contracts import ContractForm, TaskForm
from staff.models import Contract, StaffMember
from staff.selectors.people import contract_of, task_of
from staff.services.contracts import (
    add_task,
    begin_contract,
    change_contract,
    patterns_of,
    remove_task,
)
from staff.views.people import back, found, shown

CONTRACT = "staff/people/contract_form.html"


@school_view(Permission.KEEP_STAFF)
def contract_add(request: HttpRequest, staff_member) -> HttpResponse:
    """A contract from a day on; the one before ends the day before."""
    member = found(request, staff_member)
    before = member.contracts.filter(school=request.school).first()
    form = ContractForm(
        request.POST or None,
        may_rate=request.access.can(Permission.KEEP_RATES),
        days=patterns_of(before) if before else [],
        initial={"starts_on": request.access.today},
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: begin_contract(
            member=member,
            days=form.days,
            by=request.user,
            key=form.cleaned_data["key"],
            **form.facts,
        ),
    ):
        return back(request, member, "The contract is kept.")
    return shown(request, form, "New contract", "Save", member, template=CONTRACT, before=before)


@school_view(Permission.KEEP_STAFF)
def contract_change(request: HttpRequest, staff_member, contract) -> HttpResponse:
    """Put a contract right."""
    member = found(request, staff_member)
    row = _contract(request, member, contract)
    form = ContractForm(
        request.POST or None,
        record=row,
        may_rate=request.access.can(Permission.KEEP_RATES),
        days=patterns_of(row),
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: change_contract(
            contract=row,
            days=form.days,
            version=form.cleaned_data["version"],
            by=request.user,
            **form.facts,
        ),
    ):
        return back(request, member, "The contract is changed.")
    return shown(request, form, "Change the contract", "Save", member, template=CONTRACT)


@school_view(Permission.KEEP_STAFF)
def task_add(request: HttpRequest, staff_member, contract) -> HttpResponse:
    """Time of the contract that is spoken for."""
    member = found(request, staff_member)
    row = _contract(request, member, contract)
    form = TaskForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_task(contract=row, by=request.user, key=form.cleaned_data["key"], **form.facts),
    ):
        return back(request, member, "The task is added.")
    return shown(request, form, "Add a directed task", "Add it", member)


@school_view(Permission.KEEP_STAFF)
def task_remove(request: HttpRequest, staff_member, directed_task) -> HttpResponse:
    """The task is no longer theirs."""
    member = found(request, staff_member)
    task = task_of(request.access, member, directed_task)
    if task is None:
        raise Http404
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(
        form, lambda: remove_task(task=task, by=request.user)
    ):
        return back(request, member, "The task is taken out.")
    more = {"template": "layouts/take_out.html", "words": f"{member.name}: {task.name}"}
    return shown(request, form, "Take this task out?", "Take it out", member, **more)


def _contract(request: HttpRequest, member: StaffMember, pk) -> Contract:
    row = contract_of(request.access, member, pk)
    if row is None:
        raise Http404
    return row
