"""The SENDCo drops existing passports on one page; a teacher looks through other people's eyes."""

import re

import pytest

from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from pupils.models import Passport, Pupil
from tests.browser.journeys.conftest import work_off
from tests.pupils.intakes import files

pytestmark = pytest.mark.rough_paper


def child_without_a_passport():
    with school_transaction(*School.objects.filter(slug="bure-valley")):
        pupils = Pupil.objects.exclude(pk__in=Passport.objects.values("pupil"))
        return pupils.filter(class_group__name="Oak").order_by("pk").first()


def published_child():
    with school_transaction(*School.objects.filter(slug="bure-valley")):
        rows = Passport.objects.filter(state="published", pupil__class_group__name="Oak")
        return rows.order_by("pk").first().pupil_id


@pytest.mark.parametrize("width", [360, 1280])
def test_dropped_looked_at_taken_in_and_back(open_person, width):
    child = child_without_a_passport()
    sendco = open_person(width=width, height=800).sign_in_as("sendco@demo.example")
    sendco.go("/bure-valley/passports/").follow("Take in existing passports")
    page = sendco.page
    assert sendco.violations() == []
    name = f"{child.first_name} {child.last_name}"
    about = f"Name: {name}   Date of birth: {child.born_on:%d/%m/%Y}"
    sent = [
        {"name": f"{name}.docx", "mimeType": "", "buffer": files.word(about=about)},
        {"name": "unknown.docx", "mimeType": "", "buffer": files.word(about="")},
        {"name": "scan.pdf", "mimeType": "", "buffer": files.scan()},
    ]
    page.get_by_label("Files, or a zip of them").set_input_files(sent)
    sendco.press("Look at the files")
    work_off("read_passports")
    page.get_by_role("heading", name="Clear:").wait_for()
    assert "only a picture" in sendco.text
    assert sendco.violations() == []
    assert not sendco.is_too_wide()
    page.get_by_label("Whose passport is it?").first.select_option("leave")
    page.get_by_role("button", name=re.compile("^Decide")).first.click()
    page.wait_for_load_state("load")
    while page.get_by_role("button", name=re.compile("^Decide")).count():
        page.get_by_label("Whose passport is it?").first.select_option(str(child.pk))
        page.get_by_role("button", name=re.compile("^Decide")).first.click()
        page.wait_for_load_state("load")
    page.get_by_role("button", name=re.compile("^Take in")).click()
    page.wait_for_load_state("load")
    work_off("take_passports")
    page.get_by_role("heading", name="Taken in").wait_for()
    assert "They are drafts" in sendco.text
    assert sendco.violations() == []
    sendco.press("Take it back")
    assert "as it was before" in sendco.text
    assert sendco.faults == []


def test_a_teacher_sees_what_an_lsa_sees_and_lets_the_child_choose_a_picture(open_person):
    teacher = open_person(width=820, height=1180).come_back_as("teacher@demo.example")
    base = f"/bure-valley/children/{published_child()}/passport/"
    teacher.go(base).follow("What would they see?")
    assert teacher.violations() == []
    teacher.follow("Supply teacher with a link")
    assert "A line of the class sheet" in teacher.text
    assert teacher.violations() == []
    teacher.go(base).follow("With pictures")
    assert teacher.violations() == []
    assert not teacher.is_too_wide()
    teacher.page.get_by_role("link", name=re.compile("^Change")).first.click()
    teacher.page.get_by_role("button", name="Trains").click()
    teacher.page.wait_for_load_state("load")
    assert teacher.page.locator("img[src*='symbols/train']").count() >= 1
    assert teacher.violations() == []
    assert teacher.faults == []
