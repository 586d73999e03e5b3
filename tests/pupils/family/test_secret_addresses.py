"""Every secret address of the product is held to the same bars, whoever adds one."""

import datetime as dt
import re

import pytest
import time_machine
from django.apps import apps
from django.core import mail
from django.test import Client
from django.utils import timezone

from aylsham.access.roles import Role
from aylsham.mail.compose import compose
from aylsham.models import Membership, OutgoingMail
from aylsham.people.services import invite_person
from aylsham.reminders.services import make_feed
from aylsham.secret_log import hide_secrets
from aylsham.secrets import hash_of
from pupils.services.documents.filing import file_document
from pupils.services.meetings.inviting import Guest
from pupils.services.parents.pages import send_page
from pupils.services.parents.papers import share_paper
from pupils.services.requests.items import collect_items
from pupils.services.shares.sharing import Chosen, share_papers
from pupils.services.supply import make_supply_link
from tests.conventions.addresses import addresses
from tests.documents.making import pdf, upload
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
    no_second_look,
    put_on_register,
)
from tests.pupils.agreements.makers import asked, to_ask, written_plan
from tests.pupils.family.invited import ask_parent
from tests.pupils.meetings.makers import planned
from tests.pupils.moving.makers import sent as record_sent
from tests.pupils.parents.makers import parent
from tests.pupils.requests.test_link import kept
from tests.pupils.requests.test_link import sent as bundle_sent
from tests.pupils.requests.test_requests import checked, opened, rest_given, talk
from tests.reports.surveys.makers import a_round, link_in
from tests.reports.surveys.makers import sent as survey_sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today", "files")]
#: Fields by which an address ends before or after its time.
ENDS = ("expires_on", "revoked_at", "ended_at", "withdrawn_at")


@pytest.fixture
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def by():
    school = SchoolFactory(slug="oakfield", live_from=dt.date(2026, 9, 1))
    no_second_look(school)
    return member(school)


@pytest.fixture
def school(by):
    return by.memberships.get().school


@pytest.fixture
def child(school):
    group = ClassGroupFactory(school=school)
    return PupilFactory(school=school, class_group=group, first_name="Zephyrine", year_group="4")


@pytest.fixture
def mum(child, by):
    return parent(child, by)


def mailed() -> str:
    """The path in the newest e-mail that has one."""
    body = compose(OutgoingMail.objects.exclude(secret="").latest("pk")).body
    return re.search(r"/(?:contribute|invitations)/[\w/-]+/", body).group()


def question(child, by, mum):
    ask_parent(mum, by)
    return mailed()


def meeting(child, by, mum):
    planned(child, by, Guest(contact=mum))
    return mailed()


def page(child, by, mum):
    send_page(contact=mum, by=by)
    return mailed()


def agreement(child, by, mum):
    asked(child, written_plan(child, by), [to_ask(mum)], by)
    return mailed()


def papers(child, by, mum):
    facts = {"name": "Dr Moss", "profession": "EP", "organisation": "Norfolk", "purpose": "Visit"}
    text = Chosen("Passport", parts=(("Likes", "Trains"),))
    about = {"email": "ep@council.example", "basis": "duty", "ends_on": TODAY}
    share_papers(pupil=child, papers=[text], by=by, **facts | about)
    return mailed()


def record(child, by, mum):
    record_sent(child, by=by)
    return mailed()


def records(child, by, mum):
    talk(child, by, "Glasses come on Monday")
    case = checked(opened(child, by), by)
    collect_items(case=case, by=by)
    rest_given(case, by)
    return bundle_sent(kept(case, by), by)


def supply(child, by, mum):
    _, secret = make_supply_link(
        class_group=child.class_group, expires_on=TODAY, today=TODAY, by=by
    )
    return f"/supply/{secret}/"


def survey(child, by, mum):
    put_on_register(child)
    survey_sent(a_round(child.school))
    return link_in(mail.outbox[-1])


def calendar(child, by, mum):
    _, secret = make_feed(by=by, federation=child.school.federation, school=child.school)
    return f"/calendar/{secret}.ics"


def invitation(child, by, mum):
    where = {"federation": child.school.federation, "school": child.school}
    invite_person(by=by, email="new@school.example", name="Jo", role=Role.HEAD, **where)
    return mailed()


DOORS = {
    "contribute": question, "contribute/meeting": meeting, "contribute/page": page,
    "contribute/agree": agreement, "contribute/papers": papers, "contribute/record": record,
    "contribute/records": records, "contribute/survey": survey, "supply": supply, "calendar": calendar,
    "invitations": invitation,
}  # fmt: skip


def secret_of(path: str) -> str:
    return re.search(r"/([\w-]{43})(?:/|\.ics)", path)[1]


def row_of(secret: str):
    """The row that keeps the hash of a secret, wherever it is kept."""
    for model in apps.get_models():
        names = {field.name for field in model._meta.get_fields()}
        if "token_hash" in names and (row := model.objects.filter(token_hash=hash_of(secret))):
            return row.get()
    raise AssertionError("no hash of it is kept")


def test_every_secret_address_of_the_product_is_looked_at_here():
    secret = re.compile(r"/<\w+:secret>")
    routes = [page.route for page in addresses()]
    assert {secret.split(r)[0] for r in routes if secret.search(r)} == set(DOORS)
    for start in DOORS:
        assert hide_secrets(f"GET /{start}/{'s' * 43}/code/") == f"GET /{start}/-/code/"


@pytest.mark.parametrize("door", DOORS)
def test_the_same_bars(door, child, by, mum, school):
    path = DOORS[door](child, by, mum)
    secret, client = secret_of(path), Client()
    row, mails = row_of(secret), OutgoingMail.objects.count()
    assert secret not in str(vars(row))  # 256 bits, of which the hash is kept
    for _ in range(3):  # a scanner of mails uses nothing up and sends nothing
        assert client.get(path).status_code == client.head(path).status_code == 200
    assert OutgoingMail.objects.count() == mails
    live = client.get(path)
    assert "noindex" in live["X-Robots-Tag"]
    assert live["Cache-Control"] == "no-store"
    # An account is made with a form that Django guards by its origin: it stays within the site.
    assert live["Referrer-Policy"] == ("same-origin" if door == "invitations" else "no-referrer")
    assert "Zephyrine" not in live.content.decode() or door == "supply"
    if door != "invitations":
        assert client.delete(path).status_code == 405
    gone = client.get(path.replace(secret, "A" * 43))
    assert gone.status_code == 404
    for wrong in (row.token_hash, str(row.pk), secret.swapcase(), secret[:-1]):
        assert client.get(path.replace(secret, wrong)).status_code == 404
    for name in {f.name for f in row._meta.get_fields()} & set(ENDS):
        was = getattr(row, name)
        ended = timezone.now() - dt.timedelta(days=2)
        type(row).objects.update(**{name: ended.date() if name.endswith("_on") else ended})
        after = client.get(path)
        assert (after.status_code, after.content) == (404, gone.content), name
        type(row).objects.update(**{name: was})
    assert client.get(path).status_code == 200
    behind_the_wall(school)


def open_by_code(path: str) -> Client:
    """Come past the code of an address."""
    client = Client()
    assert client.post(path).status_code == 302
    code = OutgoingMail.objects.exclude(secret="").latest("pk").secret
    assert client.post(f"{path}code/", {"code": code}).status_code == 302
    return client


@pytest.mark.parametrize("door", ["page", "records", "record"])
def test_nobody_fetches_without_end(door, child, by, mum, school, monkeypatch):
    monkeypatch.setattr("pupils.rules.asking.MOST_FETCHED", 2)
    path = DOORS[f"contribute/{door}"](child, by, mum)
    client = open_by_code(path)
    behind_the_wall(school)
    if door == "page":
        report = file_document(pupil=child, kind="school", upload=upload("a.pdf", pdf("A")), by=by)
        page = mum.pages.get() if hasattr(mum, "pages") else mum.parentpage_set.get()
        paper = share_paper(page=page, document=report, is_checked=True, by=by)
        answers = [client.get(f"{path}paper/?paper={paper.pk}") for _ in range(3)]
    elif door == "records":
        answers = [client.get(f"{path}file/") for _ in range(3)]
    else:
        answers = [client.post(f"{path}fetch/", {"who": "Mx Hale"}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert "Please wait a little" in answers[2].content.decode()
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=9)):
        assert client.get(path).status_code in (200, 302)  # the address itself goes on


def test_a_colleague_who_left_yesterday_opens_no_meeting(child, by, mum, school):
    colleague = member(school, Role.CLASS_TEACHER)
    planned(child, by, Guest(user=colleague))
    path = mailed()
    assert Client().get(path).status_code == 200
    Membership.objects.filter(user=colleague).update(ends_on=TODAY - dt.timedelta(days=1))
    assert Client().get(path).status_code == 404
    assert Client().post(path, {"reply": "coming", "note": ""}).status_code == 404
