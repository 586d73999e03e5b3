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
