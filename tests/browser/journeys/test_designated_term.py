"""The designated teacher's autumn term with one child, from coming into care to what was passed on."""

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import time_machine

from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from lac.models import (
    CareMeeting,
    InformationShared,
    Pep,
    PremiumFunding,
    WatchTask,
    WeekAttendance,
)
from lac.pep_parts import PARTS
from pupils.models import Pupil
from tests.browser.journeys.conftest import Person, work_off
from tests.browser.journeys.test_family import delivered
from tests.pupils.importing.makers import csv_bytes

SLUG = "bure-valley"
LEAD, TEACHER = "sendco@demo.example", "teacher@demo.example"
WORKER, CARER = "ada.lane@council.example", "jo.hall@carers.example"


@contextmanager
def on(text: str) -> Iterator[None]:
    """Nine o'clock on a day of the term."""
    day = dt.datetime.combine(dt.date.fromisoformat(text), dt.time(9), ZoneInfo("Europe/London"))
    with time_machine.travel(day, tick=True):
        yield


@dataclass
class Term:
    """One child's term: who is at which browser."""

    child: Pupil
    open_person: object

    def lead(self, page: str = "care/") -> Person:
        """The designated teacher, on a page of the child."""
        return self._person(LEAD).go(f"/{SLUG}/children/{self.child.pk}/{page}")

    def teacher(self, page: str) -> Person:
        """The class teacher, on a page of the child."""
        return self._person(TEACHER).go(f"/{SLUG}/children/{self.child.pk}/{page}")

    def school(self, page: str) -> Person:
        """The designated teacher, on a page of the school."""
        return self._person(LEAD).go(f"/{SLUG}/{page}")

    def _person(self, email: str) -> Person:
        return self.open_person(width=820, height=1180).come_back_as(email)


def test_one_term(open_person, transactional_db):
    with school_transaction(*School.objects.filter(slug=SLUG)):
        oak = Pupil.objects.filter(school__slug=SLUG, class_group__name="Oak", closed_on=None)
        child = oak.filter(care_periods=None, status_periods=None).order_by("last_name").last()
    term = Term(child, open_person)
    with on("2026-09-14"):
        the_child_comes_into_care(term)
    with on("2026-09-21"):
        the_plan_is_begun_and_parts_are_given(term)
    with on("2026-09-24"):
        others_write_their_parts(term)
    with on("2026-10-05"):
        the_plan_is_checked_signed_and_sent(term)
    with on("2026-10-08"):
        money_is_asked_for_and_spent(term)
    with on("2026-11-16"):
        attendance_falls_and_somebody_looks(term)
    with on("2026-11-18"):
        the_virtual_school_comes(term)
    with on("2026-11-20"):
        the_money_is_judged_and_the_child_moves(term)


def the_child_comes_into_care(term: Term) -> None:
    lead = term.lead()
    lead.follow("Came into care")
    lead.fill(starts_on="10 Sep 2026", placing_authority="Norfolk", legal_status="full")
    lead.press("Record it")
    assert "The clocks run" in lead.page.locator("body").inner_text()
    assert "Thu 24 Sep" in lead.text  # ten working days: the PEP is begun
    assert lead.violations() == []
    for role, name, email in (
        ("social_worker", "Ada Lane", WORKER),
        ("carer", "Jo Hall", CARER),
    ):
        lead.follow("Add a person")
        lead.fill(role=role, name=name, email=email, starts_on="10 Sep 2026").press("Add")
    lead.press("Let Megan Pryce know")
    assert "told by" in lead.text


def the_plan_is_begun_and_parts_are_given(term: Term) -> None:
    lead = term.lead("care/pep/")
    lead.fill(why="first").press("Begin the PEP")
    assert "0 of 11" in lead.text
    for title in ("5 Attainment", "7 Feelings", "8 Targets"):
        lead.follow(title).follow("Who writes it")
        field = lead.page.locator("main form [name=user]")
        field.select_option(label="Megan Pryce")
        lead.fill(due_on="2 Oct 2026").press("Save")
    lead.follow("2 What the child says")
    lead.fill(well="I like football", hard="Maths on Mondays").press("Save, and it is done")
    delivered()  # what others are sent is not ours
    for title, name in (("1 Identity", "Ada Lane"), ("3 What the carer", "Jo Hall")):
        lead.follow(title).follow("Ask by a link")
        choice = lead.page.locator("[name=person] option", has_text=name)
        lead.page.locator("[name=person]").select_option(value=choice.get_attribute("value"))
        lead.fill(due_on="1 Oct 2026").press("Send the link")
    assert lead.text.count("by link") == 2


def others_write_their_parts(term: Term) -> None:
    for body in [text for text in delivered() if "/contribute/" in text]:
        assert term.child.last_name not in body
        _answer(term, re.search(r"/contribute/[\w-]+/", body).group())
    teacher = term.teacher("your-parts/")
    assert "up to Fri 2 Oct" in teacher.text
    assert teacher.violations() == []
    for title, question, said in (
        ("Attainment", "reading", "Reads 40 of the first 100 words."),
        ("Feelings", "strengths", "Kind to younger children."),
        ("Targets", "who", "Ten minutes with me each day."),
    ):
        teacher.follow(title)
        assert teacher.violations() == []
        teacher.fill(**{question: said}).press("Save and hand back")
    assert "Nothing waits for you" in teacher.text
    teacher.go(f"/{SLUG}/children/{term.child.pk}/targets/add/")
    teacher.fill(
        text="Reads 60 of the first 100 words", measure="number", unit="words", baseline="40",
        goal="60", by_on="18 Dec 2026",
    )  # fmt: skip
    teacher.press("Save")
    assert "Reads 60 of the first 100 words" in teacher.text


def _answer(term: Term, path: str) -> None:
    """Somebody from outside answers by the link that they were sent."""
    outside = term.open_person(width=360, height=740).go(path)
    outside.press("Send me a code")
    code = re.search(r"^\d{6}$", delivered()[-1], re.M).group()
    outside.page.get_by_label("Code from the e-mail").fill(code)
    outside.press("Go on")
    outside.page.locator("main textarea").first.fill("Settled with us, and sleeping well.")
    outside.press("Send my answers")
    assert outside.title == "Thank you"
    assert term.child.last_name not in outside.text


def the_plan_is_checked_signed_and_sent(term: Term) -> None:
    lead = term.lead("care/pep/")
    assert "6 of 11" in lead.text
    lead.follow("Choose")
    lead.page.locator("main form input[type=checkbox]").first.check()
    lead.press("Save")
    assert "Reads 60 of the first 100 words" in lead.text
    for part in PARTS:
        if part.key in ("history", "sen", "money", "transition", "review"):
            lead.follow(f"{part.number} {part.title}")
            lead.fill(**{part.asked("pep")[0].key: "As we agreed"}).press("Save, and it is done")
    assert "11 of 11" in lead.text
    lead.press("Ready for the meeting")  # nothing leaves unchecked
    lead.follow("Check the plan")
    boxes = lead.page.locator("main select")
    for number in range(boxes.count()):
        boxes.nth(number).select_option("met")
    lead.press("Save").press("Ready for the meeting")
    lead.follow("The meeting was held").fill(meeting_on="today").press("Record it")
    for whose, name in (("designated", "Helen Marsh"), ("worker", "Ada Lane")):
        lead.follow("Record a signature")
        lead.fill(whose=whose, name=name, signed_on="today").press("Record it")
    lead.press("Everybody has signed")
    lead.follow("Paste into a portal")
    assert "I like football" in lead.page.locator("#part-child").input_value()
    assert "Settled with us" in lead.page.locator("#part-carer").input_value()
    lead.go(f"/{SLUG}/children/{term.child.pk}/care/pep/").follow("It was sent")
    lead.fill(sent_on="today", sent_how="portal").press("Record it")
    lead.follow("Record feedback")
    lead.fill(feedback_on="today", is_accepted="yes", grade="good", feedback="A clear voice")
    lead.press("Record it")
    with school_transaction(term.child.school):
        assert Pep.objects.get(pupil=term.child).state == "complete"


def money_is_asked_for_and_spent(term: Term) -> None:
    sums = [
        {"UPN": term.child.upn, "Amount": "£876.66", "Date": "07/10/2026", "Reference": "NVS 4"}
    ]
    lead = term.school("premium/")
    lead.follow("Import sums")
    _import(lead, "sums.csv", sums)
    assert "The new sums come to £876.66." in lead.text
    assert lead.violations() == []
    lead.press("Write it")
    lead.go(f"/{SLUG}/children/{term.child.pk}/premium/").follow("Plan a use")
    target = lead.page.locator("[name=target] option", has_text="Reads 60")
    lead.page.locator("[name=target]").select_option(value=target.get_attribute("value"))
    lead.fill(
        what="Reading tutor, six weeks", intended="Reads 60 of 100 words", pounds="300.00",
        payer="vs", starts_on="12 Oct 2026", review_on="20 Nov 2026",
    )  # fmt: skip
    lead.press("Save")
    lead.follow("Ask for it").fill(on="today").press("Save")
    lead.follow("It is agreed").fill(on="today", who="Ana Silva, adviser").press("Save")
    lead.follow("Record what was paid")
    lead.fill(on="today", pounds="299.99", what="Tutor, six weeks", receipt="R-17").press("Save")
    assert "£299.99 of £300.00 spent" in lead.text
    assert lead.violations() == []
    with school_transaction(term.child.school):
        assert PremiumFunding.objects.get(pupil=term.child).pence == 87_666


def _import(person: Person, name: str, rows: list[dict]) -> None:
    """Choose a file and let the worker read it."""
    file = {"name": name, "mimeType": "text/csv", "buffer": csv_bytes(rows)}
    person.page.locator("main input[type=file]").set_input_files(file)
    person.press("Look at the file")
    work_off("read_import")
    person.page.goto(person.page.url)


def attendance_falls_and_somebody_looks(term: Term) -> None:
    weeks = [
        {"UPN": term.child.upn, "Week beginning": day, "Possible": "10", "Attended": attended}
        for day, attended in (("02/11/2026", "7"), ("09/11/2026", "6"))
    ]
    lead = term.school("care/watch/")
    lead.follow("Import weeks")
    _import(lead, "weeks.csv", weeks)
    assert "2 new or changed, field by field" in lead.text
    assert lead.violations() == []
    lead.press("Write it")
    lead.go(f"/{SLUG}/children/{term.child.pk}/care/watch/")
    assert "A target does not move" in lead.text  # nobody counted for six weeks
    seen = lead.page.locator("main li", has_text="Attendance is low")
    seen.get_by_role("link", name="Look at it").click()
    lead.page.wait_for_load_state("load")
    assert "9 Nov 2026: 60 %" in lead.text
    lead.follow("Note who was told").fill(name="Ada Lane, social worker", told_on="today")
    lead.press("Note it").follow("Say what is done")
    lead.fill(done="The bus times changed; a taxi until Christmas.").press("Close it")
    with school_transaction(term.child.school):
        assert WeekAttendance.objects.filter(pupil=term.child).count() == 2
        task = WatchTask.objects.get(pupil=term.child, rule="attendance")
        assert (task.done[:3], task.told.count()) == ("The", 1)


def the_virtual_school_comes(term: Term) -> None:
    lead = term.school("care/meetings/")
    lead.follow("Record a meeting").fill(kind="virtual", held_on="today", came="Ana Silva, adviser")
    lead.page.locator(f"main form [name=children][value='{term.child.pk}']").check()
    lead.press("Record it")
    lead.follow("Add an action")
    lead.fill(what="Ask the council about the taxi", due_on="27 Nov 2026")
    lead.fill(outside_owner="Ada Lane, social worker").press("Add it")
    assert "Ask the council about the taxi" in lead.text
    assert lead.violations() == []
    with school_transaction(term.child.school):
        assert CareMeeting.objects.filter(children__pupil=term.child).count() == 1
    lead.go(f"/{SLUG}/care/training/")
    row = lead.page.locator("main tbody tr", has_text="Megan Pryce")
    assert term.child.last_name in row.inner_text()
    assert "Missing" in row.inner_text()


def the_money_is_judged_and_the_child_moves(term: Term) -> None:
    lead = term.lead("premium/")
    assert "Nobody has said" in lead.text
    lead.follow("Say what it changed")
    lead.fill(impact="met", impact_words="Reads 62 words.", impact_on="today").press("Save")
    assert "It did what it was for" in lead.text
    lead.go(f"/{SLUG}/children/{term.child.pk}/care/moves/").follow("Record what was passed on")
    lead.fill(what="learning", to_name="Mx Hale", organisation="Marsh School", authority="council")
    lead.fill(shared_on="19 Nov 2026", how="email", acknowledged_on="today").press("Record it")
    assert "Mx Hale" in lead.text
    lead.follow("The child leaves: record it")
    lead.fill(to_school="Marsh School", leaves_on="18 Nov 2026", sent_on="19 Nov 2026")
    lead.fill(received_on="today", received_by="Mx Hale").press("Record it")
    assert lead.violations() == []
    assert lead.faults == []
    with school_transaction(term.child.school):
        shared = InformationShared.objects.get(pupil=term.child)
        assert shared.acknowledged_on == dt.date(2026, 11, 20)
