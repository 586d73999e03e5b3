"""Keys with which other systems read a school of the demonstration."""

import datetime as dt

from aylsham import clock
from aylsham.exits.codes import Scope
from aylsham.exits.keys import end_key, make_key
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction

#: Which system, what it reads, for how many days from today.
KEYS = (
    ("Board of the federation", (Scope.DUE, Scope.REVIEWS), 240),
    ("Timetable software", (Scope.PUPILS, Scope.PROVISION), 120),
)
OLD = ("Spreadsheet of the office", (Scope.PUPILS,), 30)


def load_keys(school: School, people: dict[str, User]) -> None:
    """Two that work, and one that was ended."""
    head = people["head@demo.example"]
    with school_transaction(school):
        for name, scopes, days in (*KEYS, OLD):
            ends_on = clock.today() + dt.timedelta(days=days)
            key, _ = make_key(
                school=school, name=name, scopes=list(scopes), ends_on=ends_on, by=head
            )
        end_key(key=key, by=head)
