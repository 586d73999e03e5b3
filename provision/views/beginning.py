"""Beginning the cycles of a class in one press."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.notices import done
from provision.forms.beginning import BeginForm
from provision.selectors.beginning import class_leads, pupils_in, to_begin
from provision.selectors.questions import review_day
from provision.services.beginning import begin_cycles
from pupils.selectors.actions import colleagues_at


@school_view(Permission.WRITE_CYCLES)
def cycles_begin(request: HttpRequest) -> HttpResponse:
    """Children of a class without a cycle, ticked: one press begins theirs."""
    access, waiting = request.access, to_begin(request.access)
    chosen = waiting.chosen(request.GET.get("group", ""))
    lines = waiting.of(chosen)
    start = {"starts_on": access.today, "review_on": review_day(request.school, access.today)}
    form = BeginForm(
        request.POST or None,
        lines=lines,
        colleagues=colleagues_at(request.school, today=access.today),
        initial=start,
    )
    record_event(
        Action.VIEW_CYCLES,
        school=request.school,
        by=access,
        pupil_ids=[line.pupil_id for line in lines],
    )
    made: list = []
    if request.method == "POST" and carried_out(form, lambda: made.extend(_begin(request, form))):
        number = len(made)
        done(request, f"{number} {'cycle has' if number == 1 else 'cycles have'} begun.")
        return redirect("cycles", request.school.slug)
    context = {"form": form, "waiting": waiting, "chosen": chosen, "lines": lines}
    return render(request, "provision/cycles_begin.html", context)


def _begin(request: HttpRequest, form: BeginForm) -> list:
    pupils = pupils_in(request.access, form.ids)
    leads = class_leads(request.access, request.school, pupils)
    if form.one_lead:
        leads = {pupil.pk: form.one_lead for pupil in pupils}
    return begin_cycles(
        school=request.school,
        pupils=pupils,
        starts_on=form.cleaned_data["starts_on"],
        review_on=form.cleaned_data["review_on"],
        leads=leads,
        by=request.user,
    )
