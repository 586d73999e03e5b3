"""Rows of what a school publishes."""

from tests.conventions.addresses.rows import row


@row("publication")
def _publication(world):
    """A published one with its PDF: everybody who may read reports finds it."""
    from reports.services.publications import keep_pdf
    from tests.reports.publication_makers import a_draft, published, worded

    draft = a_draft(world.school)
    if draft.is_published:
        return draft.pk
    found = published(worded(draft, offer=f"{world.marker} offer"))
    keep_pdf(publication=found, pdf=b"%PDF-1.7")
    return found.pk


@row("access_action")
def _access_action(world):
    """An action of the accessibility plan that is still to be done."""
    from tests.reports.access_makers import an_action

    return an_action(world.school, what=f"{world.marker} ramp").pk


@row("access_look")
def _access_look(world):
    """A look at the actions of the accessibility plan."""
    from aylsham import clock
    from reports.models import AccessReview
    from reports.services.access_plan import record_access_review

    found = AccessReview.objects.filter(school=world.school).first()
    return (
        found
        or record_access_review(
            school=world.school, held_on=clock.today(), words=f"{world.marker} look", by=None
        )
    ).pk


@row("strategy_barrier")
def _strategy_barrier(world):
    """A barrier of the inclusion strategy."""
    from tests.reports.strategy_makers import a_barrier

    return a_barrier(world.school, what=f"{world.marker} noise").pk


@row("strategy_activity")
def _strategy_activity(world):
    """An activity of the inclusion strategy."""
    from tests.reports.strategy_makers import an_activity

    return an_activity(world.school, what=f"{world.marker} group").pk


@row("strategy_outcome")
def _strategy_outcome(world):
    """An intended outcome of the inclusion strategy."""
    from tests.reports.strategy_makers import an_outcome

    return an_outcome(world.school, what=f"{world.marker} reading").pk


@row("objective")
def _objective(world):
    """An objective that is not reached yet."""
    from tests.reports.objective_makers import an_objective

    return an_objective(world.school, what=f"{world.marker} reading").pk


@row("plan_step")
def _plan_step(world):
    """A step of an objective, still to be done."""
    from tests.reports.objective_makers import a_step, an_objective

    objective = an_objective(world.school, what=f"{world.marker} writing")
    return a_step(objective, what=f"{world.marker} buy books").pk


@row("subject_action")
def _subject_action(world):
    """An action of a subject, still to be done."""
    from tests.reports.subject_makers import a_subject_action

    return a_subject_action(world.school, what=f"{world.marker} teach words").pk


@row("policy")
def _policy(world):
    """A policy that holds."""
    from tests.reports.objective_makers import a_policy

    return a_policy(world.school, name=f"{world.marker} policy").pk


@row("circular")
def _circular(world):
    """What was sent round to the school's teachers."""
    from tests.reports.objective_makers import a_circular

    return a_circular(world.school, title=f"{world.marker} circular").pk


@row("brief")
def _brief(world):
    """A brief for a meeting of the leaders."""
    from tests.reports.objective_makers import a_brief

    return a_brief(world.school, words=f"{world.marker} words").pk


@row("survey")
def _survey(world):
    """A survey that children can answer today."""
    from reports.surveys.statements import Asked
    from tests.reports.surveys.makers import a_round

    return a_round(world.school, Asked.PUPILS, own=[f"{world.marker} clubs"]).pk
