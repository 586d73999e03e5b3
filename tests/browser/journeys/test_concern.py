"""A concern in the browser: a teacher raises it, the SENDCo decides, the register says why."""

import pytest

from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from pupils.models import Pupil, StatusPeriod


def child_of_oak() -> Pupil:
    """A child of the teacher's class without SEN and without a concern."""
    with school_transaction(*School.objects.filter(slug="bure-valley")):
        rows = Pupil.objects.filter(class_group__name="Oak", concerns=None)
        on_register = StatusPeriod.objects.filter(ends_on=None)
        return rows.exclude(pk__in=on_register.values("pupil")).order_by("pk").last()


@pytest.mark.parametrize("width", [360, 820])
def test_from_the_concern_to_the_register_and_the_parents(open_person, transactional_db, width):
    register = f"/bure-valley/children/{child_of_oak().pk}/register/"
    teacher = (
        open_person(width=width, height=1180).come_back_as("teacher@demo.example").go(register)
    )
    teacher.follow("Raise a concern")
    assert "Have you spoken to the parents?" in teacher.text
    teacher.fill(spoken="yes").press("Communication and interaction")
    teacher.fill(
        parents_spoken_on="today",
        parents_said="The same at home",
        home_language="English",
        english="N",
        seen="words",
        tried_0="no",
        since_0="1 Oct 2026",
        child_view="I like pictures",
    )
    teacher.press("Raise the concern")
    assert "Waiting for a decision" in teacher.text

    assert not teacher.is_too_wide()
    sendco = open_person(width=width, height=1180).come_back_as("sendco@demo.example")
    sendco.go("/bure-valley/concerns/")
    assert "Waiting for a decision" in sendco.text
    sendco.go(teacher.page.url.removeprefix(teacher.address)).follow("Decide what follows")
    assert "The same at home" in sendco.text and "I like pictures" in sendco.text
    sendco.fill(kind="support", reason="Pictures alone are not enough")
    sendco.page.get_by_text("For SEN support: the parents told").click()
    sendco.fill(told_on="today", told_how="meeting", primary_need="SLCN")
    sendco.press("Record the decision")
    assert "SEN support" in sendco.text
    sendco.go(register)
    assert "Concerns, and what followed" in sendco.text
    assert "Pictures alone are not enough" in sendco.text
    assert "Parents told" in sendco.text and "at a meeting" in sendco.text
    assert not sendco.is_too_wide()
    assert teacher.faults == sendco.faults == []


def test_what_was_typed_is_kept_when_the_screen_locks(open_person, transactional_db):
    begin = f"/bure-valley/children/{child_of_oak().pk}/concerns/add/"
    teacher = open_person(width=820, height=1180).come_back_as("teacher@demo.example").go(begin)
    teacher.fill(spoken="no").press("Cognition and learning")
    page = teacher.page
    page.get_by_label("In your words").press_sequentially("Forgets by Tuesday")
    with page.expect_response(lambda answer: answer.url.endswith("/keep/")) as kept:
        page.evaluate(
            "Object.defineProperty(document, 'visibilityState', {value: 'hidden'});"
            "document.dispatchEvent(new Event('visibilitychange'))"
        )
    assert kept.value.status == 204
    page.reload()
    assert page.get_by_label("In your words").input_value() == "Forgets by Tuesday"
    teacher.go(begin)
    assert "Go on: Cognition and learning" in teacher.text
    teacher.press("Throw away")
    assert "Go on" not in teacher.text
