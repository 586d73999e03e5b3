"""The SENDCo pastes her timetable of five groups and has drafts of them, by keyboard alone."""

import time

from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from provision.models import Provision
from tests.browser.journeys.keys import Keys

#: As it lies in a spreadsheet; "Geoffrey" fits two children of the class.
TIMETABLE = (
    "Group\tDays\tTime\tStaff\tChildren\tRoom\n"
    "Morning words\tMon, Wed, Fri\t9.15-9.45\tKasia W\tHollie E, Georgia D, Dawn S\tLibrary\n"
    "Number catch-up\tTues/Thurs\t10:30-11am\tTA\tCraig Lee; Bethany Saunders\t\n"
    "Reading aloud\tdaily\t1.15pm, 15 min\tKasia Wrona\tRussell T\tNook\n"
    "Building talk\tWed\t2.00-2.45\tKasia W\tGeoffrey (Ash), Beth Morris\t\n"
    "Calm start\tM-F\t8.45 - 9.00\tKW\tKaren Phillips\tRainbow room\n"
)
SECONDS, KEYS = 60, 80


def test_five_groups_are_drafts_in_under_a_minute(open_person):
    sendco = open_person().come_back_as("sendco@demo.example")
    keys = Keys(sendco)
    sendco.go("/bure-valley/provision/")
    began = time.monotonic()
    keys.follow("Paste a timetable")
    keys.reach("Timetable")
    keys.paste(TIMETABLE)
    keys.follow("Read the timetable")
    assert "5 groups: 4 ready, 1 needs you" in sendco.title
    assert sendco.violations() == []
    keys.reach("Which child is “Geoffrey (Ash)”?")
    keys.press("ArrowDown")
    keys.follow("Make drafts of what is ticked")
    assert time.monotonic() - began < SECONDS
    assert keys.count <= KEYS, keys.count
    assert "5 drafts are made" in sendco.page.inner_text("body")
    for name in ("Morning words", "Number catch-up", "Reading aloud", "Building talk"):
        assert name in sendco.text
    with school_transaction(School.objects.get(slug="bure-valley")):
        calm = Provision.objects.get(name="Calm start")
        assert (calm.sessions_a_week, calm.minutes, calm.staff.name) == (5, 15, "Kasia Wrona")

    sendco.go("/bure-valley/provision/paste/")
    keys.reach("Timetable")
    keys.paste(TIMETABLE)
    keys.follow("Read the timetable")
    assert "0 ready, 1 needs you, 4 there already" in sendco.title
    sendco.go("/bure-valley/provision/")
    assert sendco.faults == []
