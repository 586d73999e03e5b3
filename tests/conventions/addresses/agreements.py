"""Rows of agreements, and of papers shared with professionals outside."""

import datetime as dt

from tests.conventions.addresses.rows import row
from tests.factories import TODAY


def _medicine_of(world):
    from pupils.models import Medicine

    known = Medicine.objects.filter(school=world.school, pupil=world.pupil).first()
    return known or Medicine.objects.create(
        school=world.school,
        pupil=world.pupil,
        starts_on=TODAY,
        name=f"{world.marker} inhaler",
        dose="two puffs",
        given="when needed",
        kept_at="office",
    )


@row("agreed_subject")
def _agreed_subject(world):
    """A medicine, to which parents agree."""
    return _medicine_of(world).pk


@row("agreement_ask")
def _agreement_ask(world):
    from pupils.agreeing.registry import Shown, kind_of
    from pupils.agreement_codes import Asked
    from pupils.models import AgreementAsk
    from pupils.services.agreements.asking import ToAsk, ask_to_agree

    known = AgreementAsk.objects.filter(school=world.school).first()
    if known:
        return known.pk
    medicine = _medicine_of(world)
    return ask_to_agree(
        pupil=world.pupil,
        kind=kind_of("medicine"),
        subject_id=medicine.pk,
        shown=Shown("Medicine at school", (("Medicine", medicine.name),)),
        people=[ToAsk(Asked.PROFESSIONAL, f"{world.marker} nurse")],
        due_on=TODAY,
        by=world.membership.user,
    )[0].pk


def _share_of(world):
    from pupils.models import OutsideShare
    from pupils.services.shares.sharing import Chosen, share_papers

    known = OutsideShare.objects.filter(school=world.school).first()
    return known or share_papers(
        pupil=world.pupil,
        papers=[Chosen(f"{world.marker} passport", parts=(("Likes", f"{world.marker} trains"),))],
        by=world.membership.user,
        name=f"{world.marker} reader",
        profession="Educational psychologist",
        organisation="Council",
        email="reader@council.example",
        purpose=f"{world.marker} assessment",
        basis="assess",
        ends_on=TODAY + dt.timedelta(days=28),
    )


@row("outside_share")
def _outside_share(world):
    return _share_of(world).pk


@row("shared_item")
def _shared_item(world):
    return _share_of(world).items.get(school=world.school).pk
