"""Extra fields of the federation and of Bure Valley, filled in, and lists that were saved."""

import datetime as dt

from aylsham import clock
from aylsham.codes import Sensitivity
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.models import Pupil, StatusPeriod
from pupils.services.extra_fields.defining import add_federation_field, add_school_field
from pupils.services.extra_fields.filling import Entry, fill_fields
from reports.selectors.saved_lists import View
from reports.services.saved_lists import save_federation_list, save_school_list

SCREENED = ("Secure", "Secure", "Watch", "Secure", "Refer")
BUDDIES = ("Mrs Hale, Tuesdays", "Mr Okoro, Fridays", "Mrs Hale, Thursdays")
EXAMPLE = {
    "year": {"value": "3", "words": "in Year 3"},
    "year_to": {"value": "6", "words": "up to Year 6"},
    "need": {
        "value": "SLCN",
        "words": "with the need Speech, language and communication needs (SLCN)",
    },
}
LEAVING = {
    "status": {"value": "E", "words": "with an EHC plan"},
    "year": {"value": "6", "words": "in Year 6"},
}


def load_fields(schools: dict[str, School], people: dict[str, User]) -> None:
    """Two fields of every school, three of Bure Valley, and a list of each layer."""
    school, sendco = schools["bure-valley"], people["sendco@demo.example"]
    lead = people["admin@demo.example"]
    with school_transaction(*schools.values()):
        shared = {"federation": school.federation, "school": school, "by": lead}
        screen = add_federation_field(
            name="Language screen",
            kind="option",
            options=["Secure", "Watch", "Refer"],
            help_text="The autumn screen of speech and language",
            in_lists=True,
            **shared,
        )
        early = add_federation_field(
            name="Early help offered",
            kind="yes_no",
            sensitivity=Sensitivity.SENSITIVE,
            in_class_table=False,
            **shared,
        )
        for each in schools.values():
            _fill(each, screen, SCREENED, sendco)
        _fill(school, early, (True, None, False, None), sendco)
    with school_transaction(school):
        own = {"school": school, "by": sendco}
        buddy = add_school_field(
            name="Reading buddy", kind="text", help_text="Who, and on which day", **own
        )
        circuit = add_school_field(name="Sensory circuit", kind="yes_no", **own)
        books = add_school_field(name="Books read at home this term", kind="number", **own)
        _fill(school, buddy, (None, *BUDDIES, None), sendco)
        _fill(school, circuit, (True, False, None), sendco)
        _fill(school, books, (4, None, 7, 0), sendco)
        saving = {"school": school, "page": "register", "on": clock.today(), "by": sendco}
        save_school_list(
            name="Speech and language, key stage 2", view=View(EXAMPLE), is_shared=True, **saving
        )
        referred = {f"f_{screen.pk.hex}": {"value": "is:Refer", "words": "to refer"}}
        columns = ["year", "class", "need", f"f_{screen.pk.hex}"]
        view = View(referred, "class", columns)
        save_school_list(name="To refer after the screen", view=view, is_shared=False, **saving)
        save_federation_list(
            federation=school.federation,
            name="EHC plans moving to secondary",
            view=View(LEAVING),
            is_shared=True,
            **saving,
        )


def _fill(school: School, field, said: tuple, by: User) -> None:
    """What is said of the children on the register, one after the other."""
    on_register = StatusPeriod.objects.filter(school=school, ends_on=None).values("pupil")
    pupils = Pupil.objects.filter(school=school, pk__in=on_register, closed_on=None)
    entries = [
        Entry(pupil, field, said[place % len(said)], "")
        for place, pupil in enumerate(pupils.in_register_order())
        if said[place % len(said)] is not None
    ]
    fill_fields(school=school, entries=entries, on=dt.date(2026, 11, 12), by=by)
