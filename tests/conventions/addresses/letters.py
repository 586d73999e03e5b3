"""Rows of letters, and of what was asked to be approved before it leaves."""

from uuid import uuid4

from tests.conventions.addresses.rows import row
from tests.factories import TODAY


def _letter_of(world):
    from pupils.models import Letter
    from pupils.selectors.letters.library import templates
    from pupils.services.letters.writing import ForChild, Recipient, begin_letters

    known = Letter.objects.filter(school=world.school).first()
    if known:
        return known
    to = Recipient(f"{world.marker} mother", f"1 {world.marker} Street")
    letter = begin_letters(
        school=world.school,
        template=templates(world.school)["concern_talk"],
        children=[ForChild(world.pupil, (to,))],
        by=world.membership.user,
        batch=uuid4(),
    ).letters[0]
    # Nothing stops it: what a person would fill in is written.
    Letter.objects.filter(school=world.school, pk=letter.pk).update(
        body=f"{world.marker} reads well"
    )
    letter.refresh_from_db()
    return letter


@row("letter")
def _letter(world):
    return _letter_of(world).pk


@row("letter_batch")
def _letter_batch(world):
    return _letter_of(world).batch


@row("sending")
def _sending(world):
    """As it was sent: the pages carry the marker."""
    from pupils.models import SentLetter
    from tests.documents.making import pdf

    return SentLetter.objects.create(
        school=world.school,
        letter=_letter_of(world),
        how="post",
        gone_on=TODAY,
        to_name=f"{world.marker} mother",
        subject="A talk",
        body=f"{world.marker} reads well",
        pdf=pdf(world.marker),
        digest="0" * 64,
        by=world.membership.user,
    ).pk


@row("leaving")
def _leaving(world):
    return _letter_of(world).pk


@row("approval")
def _approval(world):
    from aylsham.access.roles import Role
    from pupils.selectors.approvals import letter_leaving
    from pupils.services.approvals import ask_approval
    from tests.factories import member

    return ask_approval(
        leaving=letter_leaving(_letter_of(world), world.pupil),
        approver=member(world.school, Role.DEPUTY),
        due_on=TODAY,
        note=f"{world.marker} once more",
        by=world.membership.user,
    ).pk
