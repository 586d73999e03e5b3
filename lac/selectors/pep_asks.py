"""Who can be asked by a link for a part of a plan."""

import datetime as dt

from lac.models import CarePerson, PepPart
from lac.pep_codes import PartOwner
from pupils.models import Contact
from pupils.selectors.contributions import can_be_asked


def people_to_ask(part: PepPart, today: dt.date) -> tuple[list[CarePerson], list[Contact]]:
    """Adults who work for the child, and for the carer's part the contacts; with an address.

    A contact is asked only for the carer's part, and chosen by somebody who knows them: not every
    contact knows that the child is in care.
    """
    rows = CarePerson.objects.live(today).filter(school_id=part.school_id, pupil=part.pep.pupil)
    people = list(rows.exclude(email="").order_by("name"))
    is_carers = part.owner == PartOwner.CARER
    return people, can_be_asked(part.pep.pupil) if is_carers else []
