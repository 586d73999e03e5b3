"""A child goes to secondary school: the plan, the passport for it, the record and its receipt."""

import re

import pytest

from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from pupils.models import MovePlan, RecordTransfer
from tests.browser.journeys.conftest import work_off


@pytest.fixture
def plan(transactional_db, settings, tmp_path) -> MovePlan:
    settings.MEDIA_ROOT = tmp_path
    with school_transaction(School.objects.get(slug="bure-valley")):
        return MovePlan.objects.open().get(school__slug="bure-valley", kind="secondary")


@pytest.mark.parametrize("width", [360, 820])
def test_from_the_list_of_moves_to_the_receipt(open_person, plan, width):
    sendco = open_person(width=width, height=1180).come_back_as("sendco@demo.example")
    sendco.go("/bure-valley/moves/?kind=secondary")
    assert not sendco.is_too_wide()
    sendco.page.locator(f"main a[href$='/{plan.pupil_id}/moving/']").first.click()
    sendco.page.wait_for_load_state("load")
    assert "Fen High School" in sendco.page.inner_text("body")
    assert sendco.violations() == []
    done_before = re.search(r"(\d+) of \d+ done", sendco.text).group(1)
    sendco.page.locator("main").get_by_role("link", name="Done?").first.click()
    sendco.page.wait_for_load_state("load")
    sendco.fill(on="today").page.locator("main form button[type=submit]").first.click()
    sendco.page.wait_for_load_state("load")
    assert f"{int(done_before) + 1} of" in sendco.text
    sendco.follow("Transition passport")
    assert "Who I will meet" in sendco.text
    assert not sendco.is_too_wide()
    sendco.go(f"/bure-valley/children/{plan.pupil_id}/moving/").follow("Send the record")
    assert not sendco.is_too_wide()
    sendco.fill(to_name="Fen High School", to_person="Mx Hale", to_email="hale@fenhigh.example")
    sendco.page.locator("main form button[type=submit]").first.click()
    sendco.page.wait_for_load_state("load")
    work_off("pack_record")
    with school_transaction(School.objects.get(slug="bure-valley")):
        transfer = RecordTransfer.objects.order_by("-pk").first()
    sendco.go(f"/bure-valley/children/{plan.pupil_id}/moving/records/{transfer.pk}/")
    assert "Link sent" in sendco.text
    assert not sendco.is_too_wide()
    sendco.follow("It arrived")
    sendco.fill(received_by="Mx Hale", received_how="Rang us", on="today")
    sendco.page.locator("main form button[type=submit]").first.click()
    sendco.page.wait_for_load_state("load")
    assert "Received" in sendco.page.inner_text("body")
    assert sendco.faults == []
