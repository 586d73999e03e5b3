"""Records by a link: expiring, revocable, behind a code; nothing without each of them."""

import datetime as dt
import re

import pytest
import time_machine
from django.test import Client

from aylsham.changes import TransitionNotAllowed
from aylsham.mail.compose import compose
from aylsham.models import AuditEvent, OutgoingMail
from pupils.models import Disclosure, RecordsLink
from pupils.services.details import add_contact
from pupils.services.family import record_order
from pupils.services.requests.bundle import MadeBundle, ask_for_bundle, keep_bundle
from pupils.services.requests.items import collect_items, take_out_of_requests
from pupils.services.requests.links import send_records_link
from tests.factories import TODAY, behind_the_wall
from tests.pages import client_of
from tests.pupils.requests.test_requests import (  # noqa: F401 (fixtures)
    by,
    checked,
    child,
    opened,
    rest_given,
    school,
    talk,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
EMAIL = "ann@home.example"


def kept(case, by):  # noqa: F811
    """A bundle as if it had been set: setting it takes seconds, and is tested elsewhere."""
    row, _ = ask_for_bundle(case=case, by=by)
    keep_bundle(row=row, made=MadeBundle(pdf=b"%PDF-1.7 records", pages=1))
    row.refresh_from_db()
    return row


@pytest.fixture
def bundle(child, by):  # noqa: F811
    talk(child, by, "Glasses come on Monday")
    case = checked(opened(child, by), by)
    collect_items(case=case, by=by)
    rest_given(case, by)
    return kept(case, by)


def sent(bundle, by) -> str:  # noqa: F811
    """The path in the e-mail."""
    send_records_link(bundle=bundle, email=EMAIL, by=by)
    mail = OutgoingMail.objects.filter(kind="records_link").latest("pk")
    assert mail.to_address == EMAIL
    return re.search(r"/contribute/records/[\w-]+/", compose(mail).body).group()


def code() -> str:
    return OutgoingMail.objects.filter(kind="records_code").latest("pk").secret


def test_link_code_file(bundle, by, child, school):  # noqa: F811
    path, client = sent(bundle, by), Client()
    assert client.get(path).status_code == 200
    assert client.post(path).url == f"{path}code/"
    assert client.post(f"{path}code/", {"code": code()}).url == path
    answer = client.get(f"{path}file/")
    behind_the_wall(school)
    assert answer.content == bytes(bundle.pdf)
    assert answer["Referrer-Policy"] == "no-referrer"
    assert child.last_name not in answer["Content-Disposition"]
    bundle.refresh_from_db()
    assert bundle.fetched_at is not None
    assert AuditEvent.objects.filter(action="take_bundle", actor_id=None).count() == 1


def test_the_secret_is_not_kept_and_the_mail_names_nobody(bundle, by, child):  # noqa: F811
    path = sent(bundle, by)
    secret = path.split("/")[3]
    assert len(secret) >= 43
    assert not RecordsLink.objects.filter(token_hash=secret).exists()
    body = compose(OutgoingMail.objects.get(kind="records_link")).body
    assert child.first_name not in body
    assert child.last_name not in body


def test_a_mail_scanner_uses_nothing_up(bundle, by, school):  # noqa: F811
    path = sent(bundle, by)
    for address in (path, f"{path}code/", f"{path}file/"):
        Client().get(address)
        Client().head(address)
    behind_the_wall(school)
    assert not OutgoingMail.objects.filter(kind="records_code").exists()
    bundle.refresh_from_db()
    assert (bundle.codes_sent, bundle.fetched_at) == (0, None)


def test_no_file_without_the_code_or_in_another_browser(bundle, by):  # noqa: F811
    path, client = sent(bundle, by), Client()
    assert client.get(f"{path}file/").url == path
    client.post(path)
    client.post(f"{path}code/", {"code": code()})
    assert Client().get(f"{path}file/").url == path


def test_a_code_works_once_and_five_wrong_ones_end_the_link(bundle, by, school):  # noqa: F811
    path, client = sent(bundle, by), Client()
    client.post(path)
    right = code()
    wrong = "000000" if right != "000000" else "111111"
    for _ in range(5):
        client.post(f"{path}code/", {"code": wrong})
    assert client.post(f"{path}code/", {"code": right}).status_code == 404
    assert client.get(path).status_code == 404
    behind_the_wall(school)
    bundle.refresh_from_db()
    assert bundle.locked_at is not None


def test_a_code_used_is_used(bundle, by):  # noqa: F811
    path = sent(bundle, by)
    Client().post(path)
    right = code()
    Client().post(f"{path}code/", {"code": right})
    other = Client()
    other.post(f"{path}code/", {"code": right})
    assert other.get(f"{path}file/").url == path


@pytest.mark.parametrize(("days", "status"), [(14, 200), (15, 404)])
def test_it_ends_after_two_weeks(bundle, by, days, status):  # noqa: F811
    path = sent(bundle, by)
    with time_machine.travel(dt.datetime(2026, 11, 23, 12) + dt.timedelta(days=days), tick=False):
        assert Client().get(path).status_code == status


def test_a_new_link_ends_the_old_one(bundle, by, school):  # noqa: F811
    first = sent(bundle, by)
    behind_the_wall(school)
    with time_machine.travel(dt.datetime(2026, 11, 23, 9, 15, tzinfo=dt.UTC)):
        second = sent(bundle, by)
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200


def test_what_is_sealed_afterwards_is_taken_back_with_its_link(bundle, by, school):  # noqa: F811
    path = sent(bundle, by)
    item = bundle.case.items.get(source="pupils.talk")
    take_out_of_requests(school_id=school.pk, source_id=item.source_id)
    assert not Disclosure.objects.exists()
    assert Client().get(path).status_code == 404


def test_a_court_order_stops_it_before_and_afterwards(child, by, school):  # noqa: F811
    father = add_contact(pupil=child, by=by, name="Marek", has_parental_responsibility=True)
    talk(child, by, "Glasses")
    case = checked(opened(child, by, contact=father), by)
    collect_items(case=case, by=by)
    rest_given(case, by)
    row = kept(case, by)
    path = sent(row, by)
    assert Client().get(path).status_code == 200
    behind_the_wall(school)
    record_order(
        contact=father, kind="prohibited", stops_information=True, starts_on=TODAY,
        evidence="Safe", by=by,
    )  # fmt: skip
    assert Client().get(path).status_code == 404
    behind_the_wall(school)
    with pytest.raises(TransitionNotAllowed):
        send_records_link(bundle=row, email=EMAIL, by=by)


def test_sent_by_form(bundle, by):  # noqa: F811
    url = f"/oakfield/records-requests/{bundle.case_id}/bundle/{bundle.pk}/link/"
    assert client_of(by).post(url, {"email": EMAIL}).status_code == 302
    assert OutgoingMail.objects.filter(kind="records_link", to_address=EMAIL).exists()


def test_the_log_keeps_every_code_sent_wrong_locked_and_used(bundle, by, child, school):  # noqa: F811
    def logged() -> list[str]:
        behind_the_wall(school)
        events = AuditEvent.objects.filter(subject_id=str(bundle.pk), actor_id=None)
        return [event.action for event in events.order_by("at", "pk")]

    path, client = sent(bundle, by), Client()
    client.get(path)
    assert logged() == []
    client.post(path)
    right = code()
    wrong = "000000" if right != "000000" else "111111"
    client.post(f"{path}code/", {"code": wrong})
    client.post(f"{path}code/", {"code": right})
    assert logged() == ["send_records_code", "refuse_records_code", "open_link"]
    client.post(f"{path}code/", {"code": right})  # a used code is a wrong one
    for _ in range(4):
        client.post(f"{path}code/", {"code": wrong})
    assert logged()[3:] == ["refuse_records_code"] * 5 + ["lock_records_link"]
    client.post(f"{path}code/", {"code": right})  # nobody is left to be logged
    assert len(logged()) == 9
    said = AuditEvent.objects.filter(action__in=logged()).values_list("detail", "pupil_ids")
    assert all(ids == [child.pk] for _, ids in said)
    assert not any(number in str(detail) for detail, _ in said for number in (right, wrong))
