"""Answers to asks about a child's cycles: reviewed, closed, begun, given to the parents."""

from aylsham.changes import TransitionNotAllowed
from aylsham.forms import Form
from provision.forms.cycles import GivenForm
from provision.forms.review_grid import RowForm
from provision.models import Cycle
from provision.selectors.cycles import cycle_of
from provision.services.closing import finish_cycle
from provision.services.cycles import record_given, review_target, start_cycle
from reports.answering.asked import Asked
from reports.forms.asks import BeginForm, FinishForm


def reviews(asked: Asked) -> list[Form]:
    """A row for each target that nobody has scored."""
    parts = asked.facts.cycle.parts if asked.facts.cycle else ()
    return [RowForm(asked.data, part=part, number=n) for n, part in enumerate(parts, 1)]


def review(asked: Asked, form: RowForm) -> None:
    """Score one of them."""
    form.part.cycle.pupil = asked.pupil
    form.part.cycle.school = asked.request.school
    review_target(
        part=form.part,
        version=form.cleaned_data["version"],
        on=asked.request.access.today,
        by=asked.request.user,
        **form.facts,
    )


def finish_form(asked: Asked) -> list[Form]:
    """What the review still asks."""
    facts = asked.facts.cycle
    return [
        FinishForm(
            asked.data,
            prefix=asked.prefix,
            questions=facts.questions if facts else (),
            today=asked.request.access.today,
            review_on=asked.page.next_review_on,
        )
    ]


def finish(asked: Asked, form: FinishForm) -> None:
    """Close the cycle, and begin the next."""
    told = form.cleaned_data
    finish_cycle(
        cycle=cycle_asked(asked),
        answers=form.answers,
        closed_on=asked.request.access.today,
        by=asked.request.user,
        next_review_on=told["review_on"] if told["begins_next"] else None,
    )


def begin_form(asked: Asked) -> list[Form]:
    """When the next cycle is reviewed."""
    today = asked.request.access.today
    review_on = asked.page.next_review_on
    return [BeginForm(asked.data, prefix=asked.prefix, today=today, review_on=review_on)]


def begin(asked: Asked, form: BeginForm) -> None:
    """Begin the next cycle."""
    start_cycle(
        pupil=asked.pupil,
        starts_on=asked.request.access.today,
        review_on=form.cleaned_data["review_on"],
        lead=asked.request.user,
        by=asked.request.user,
    )


def given_form(asked: Asked) -> list[Form]:
    """When and how the parents were given it."""
    today = asked.request.access.today
    return [GivenForm(asked.data, prefix=asked.prefix, initial={"given_on": today})]


def give(asked: Asked, form: GivenForm) -> None:
    """Write down that they have it."""
    record_given(cycle=cycle_asked(asked), by=asked.request.user, **form.cleaned_data)


def cycle_asked(asked: Asked) -> Cycle:
    """The cycle of an ask; refused where it is gone."""
    found = cycle_of(asked.pupil, asked.line.ask.subject)
    if found is None:
        raise TransitionNotAllowed("This cycle is no longer there.")
    return found
