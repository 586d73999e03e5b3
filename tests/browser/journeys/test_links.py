"""People outside fetch a record and a bundle on a phone: a secret address, a code, the file."""

import re
from pathlib import Path
from uuid import uuid4

import pytest

from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.models import Pupil
from pupils.services.requests.bundle import MadeBundle, ask_for_bundle, keep_bundle
from pupils.services.requests.cases import open_request
from pupils.services.requests.items import collect_items
from pupils.services.requests.links import send_records_link
from pupils.sharing_codes import ShareKind
from tests.browser.journeys.test_family import PHONE, delivered
from tests.factories import TODAY, no_second_look
from tests.pupils.moving.makers import sent
from tests.pupils.requests.test_requests import checked, rest_given


@pytest.fixture
def child():
    with school_transaction(*School.objects.filter(slug="bure-valley")):
        return Pupil.objects.select_related("school").filter(year_group="6").order_by("pk").first()


@pytest.fixture
def head():
    return User.objects.get(email="head@demo.example")


def looked_at(person) -> None:
    assert person.violations() == []
    assert not person.is_too_wide()


def let_in(person, path: str) -> None:
    """From the address in the e-mail to the page behind the code."""
    looked_at(person.go(path))
    person.press("Send me a code")
    looked_at(person)
    code = re.search(r"^\d{6}$", delivered()[-1], re.M).group()
    person.page.get_by_label("Code from the e-mail").fill("000000" if code != "000000" else "1" * 6)
    person.press("Go on")
    assert "You have 4 tries left" in person.text
    looked_at(person)
    person.page.get_by_label("Code from the e-mail").fill(code)
    person.press("Go on")
    looked_at(person)


def path_in_mail(start: str) -> str:
    [path] = [m.group() for body in delivered() if (m := re.search(start + r"[\w-]+/", body))]
    return path


def test_a_school_fetches_a_record(open_person, child, head):
    delivered()
    with school_transaction(child.school):
        transfer = sent(child, by=head)
    school = open_person(**PHONE)
    let_in(school, path_in_mail("/contribute/record/"))
    school.page.locator("main input[type=text]").fill("Mx Hale, SENDCo")
    with school.page.expect_download() as download:
        school.page.get_by_role("button", name="Fetch the record").click()
    assert Path(download.value.path()).read_bytes()[:2] == b"PK"
    with school_transaction(child.school):
        transfer.refresh_from_db()
        assert transfer.received_by == "Mx Hale, SENDCo"


def test_a_parent_fetches_a_bundle(open_person, child, head):
    delivered()
    with school_transaction(child.school):
        facts = {"received_on": TODAY, "asker": "Ann Moss", "asker_kind": "parent"}
        case = open_request(pupil=child, kind="sar", key=uuid4(), by=head, **facts)
        case = checked(case, head)
        collect_items(case=case, by=head)
        rest_given(case, head)
        row, _ = ask_for_bundle(case=case, by=head)
        keep_bundle(row=row, made=MadeBundle(pdf=b"%PDF-1.7 records", pages=1))
        row.refresh_from_db()
        no_second_look(row.school, ShareKind.RECORDS)
        send_records_link(bundle=row, email="ann@home.example", by=head)
    parent = open_person(**PHONE)
    let_in(parent, path_in_mail("/contribute/records/"))
    with parent.page.expect_download() as download:
        parent.page.get_by_role("link", name="Download the records").click()
    assert Path(download.value.path()).read_bytes()[:4] == b"%PDF"
