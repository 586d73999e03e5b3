"""The designated teacher takes a plan through one term: begun, written, signed, sent, complete."""

import datetime as dt

from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from lac.models import Pep
from lac.pep_parts import PARTS
from lac.services.people import add_person
from lac.services.periods import enter_care
from pupils.models import Pupil

SLUG, TEACHER = "bure-valley", "sendco@demo.example"
CAME = dt.date(2026, 11, 9)


def _child() -> Pupil:
    """A child of whose care nothing is known yet, who comes into care."""
    child = Pupil.objects.filter(school__slug=SLUG, closed_on=None, care_periods=None).last()
    enter_care(
        pupil=child, by=None, starts_on=CAME, known_since=CAME, placing_authority="Norfolk",
        legal_status="agreed", legal_since=None,
    )  # fmt: skip
    add_person(
        pupil=child, by=None, role="social_worker", name="Ada Lane", organisation="Norfolk",
        email="ada@council.example", phone="", starts_on=CAME, ends_on=None,
    )  # fmt: skip
    return child


def test_one_term(open_person, transactional_db):
    with school_transaction(*School.objects.filter(slug=SLUG)):
        child = _child()
    teacher = open_person(width=820, height=1180).come_back_as(TEACHER)
    teacher.go(f"/{SLUG}/care/virtual-schools/")
    assert teacher.violations() == []
    teacher.follow("Norfolk")
    assert teacher.violations() == []
    teacher.go(f"/{SLUG}/children/{child.pk}/care/pep/")
    assert "There is no plan for this term yet" in teacher.text
    teacher.fill(why="first").press("Begin the PEP")
    assert "0 of 11" in teacher.text
    assert teacher.violations() == []

    # The child first, in the child's words.
    teacher.follow("2 What the child says")
    assert teacher.violations() == []
    teacher.fill(well="I like football", hard="Maths on Mondays").press("Save, and it is done")
    assert "1 of 11" in teacher.text
    # The social worker is asked by a link; then it is written here after all.
    teacher.follow("Ask Identity and care")
    teacher.page.locator("[name=person]").select_option(
        label="Ada Lane (social worker), ada@council.example"
    )
    teacher.fill(due_on="7 Dec 2026").press("Send the link")
    assert "by link" in teacher.text
    teacher.follow("1 Identity and care")
    teacher.press("Take the link back")
    for part in PARTS:
        if part.key == "child":
            continue
        teacher.go(f"/{SLUG}/children/{child.pk}/care/pep/").follow(f"{part.number} {part.title}")
        question = part.asked("pep")[0].key
        teacher.fill(**{question: "As we agreed"}).press("Save, and it is done")
    assert "11 of 11" in teacher.text

    # Nothing leaves unchecked.
    teacher.press("Ready for the meeting")
    assert "Check it first" in teacher.page.locator("body").inner_text()
    teacher.follow("Check the plan")
    assert teacher.violations() == []
    boxes = teacher.page.locator("main select")
    for number in range(boxes.count()):
        boxes.nth(number).select_option("met")
    teacher.press("Save").press("Ready for the meeting")
    teacher.follow("The meeting was held").fill(meeting_on="today").press("Record it")
    for whose, name in (("designated", "Helen Marsh"), ("worker", "Ada Lane")):
        teacher.follow("Record a signature")
        teacher.fill(whose=whose, name=name, signed_on="today").press("Record it")
    teacher.press("Everybody has signed")
    assert "stay as they were then" in teacher.text
    assert teacher.violations() == []

    teacher.follow("Paste into a portal")
    assert "I like football" in teacher.page.locator("#part-child").input_value()
    assert teacher.violations() == []
    teacher.go(f"/{SLUG}/children/{child.pk}/care/pep/").follow("It was sent")
    teacher.fill(sent_on="today", sent_how="portal").press("Record it")
    teacher.follow("Record feedback")
    teacher.fill(feedback_on="today", is_accepted="yes", grade="good", feedback="A clear voice")
    teacher.press("Record it")
    assert "A clear voice" in teacher.text
    with school_transaction(*School.objects.filter(slug=SLUG)):
        plan = Pep.objects.get(pupil=child)
        assert (plan.state, plan.lead) == ("complete", User.objects.get(email=TEACHER))
