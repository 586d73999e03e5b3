"""The catalogue: the starting one, a school's own version, evidence whole or none, who may what."""

import pytest

from aylsham.access.roles import Role
from aylsham.models import AuditEvent
from provision.models import FederationIntervention, SchoolIntervention
from provision.services.catalogue import start_catalogue
from tests.factories import FederationFactory, MembershipFactory, SchoolFactory, member
from tests.pages import client_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
ITEM = {
    "name": "Talk club",
    "aim": "Talking in turns.",
    "need_types": ["SLCN"],
    "tier": "T",
    "group_size": "4",
    "sessions_a_week": "2",
    "minutes": "20",
    "weeks": "8",
    "staff_role": "lsa",
}


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def sendco(school):
    return member(school)


def url(*parts) -> str:
    return "/".join(["/oakfield/interventions", *map(str, parts), ""]).replace("//", "/")


def test_starting_with_ours_adds_each_once_and_says_only_what_a_source_says(school, sendco):
    client = client_of(sendco)
    assert "The catalogue is empty." in text_of(client.get(url()))
    client.post(url("start"))
    count = FederationIntervention.objects.count()
    assert count >= 25
    assert start_catalogue(school=school, by=sendco) == 0
    page = text_of(client.get(url()))
    assert "Precision teaching" in page and "none noted" in page
    for row in FederationIntervention.objects.all():
        row.full_clean()
        said = (row.evidence, row.evidence_source, row.evidence_year)
        assert all(said) or not any(said)
    only = text_of(client.get(url(), {"need": "PD"}))
    assert "Physio programme" in only and "Precision teaching" not in only


def test_a_school_has_its_own_version_instead_of_the_federations(school, sendco):
    start_catalogue(school=school, by=None)
    sister = SchoolFactory(federation=school.federation, slug="elmfield")
    shared = FederationIntervention.objects.get(name="ELSA")
    client = client_of(sendco)
    form = client.get(url(shared.pk, "own")).context["form"]
    said = {k: v for k, v in form.initial.items() if v is not None} | {"minutes": "30"}
    for _ in range(2):  # pressed twice
        answer = client.post(url(shared.pk, "own"), said)
    own = SchoolIntervention.objects.get()
    assert answer.url == url(own.pk)
    assert "Our version" in text_of(client.get(url()))
    assert "1 × 30 min" in text_of(client.get(url(own.pk)))
    there = client_of(member(sister)).get("/elmfield/interventions/")
    assert "1 × 45 min" in text_of(there) and "Our version" not in text_of(there)


def test_a_sendco_of_one_school_of_two_changes_nothing_for_the_other(school, sendco):
    start_catalogue(school=school, by=None)
    SchoolFactory(federation=school.federation)
    shared = FederationIntervention.objects.get(name="ELSA")
    client = client_of(sendco)
    assert client.post(url(shared.pk, "retire")).status_code == 403
    assert client.post(url("start")).status_code == 403
    assert client.get(url(shared.pk, "change")).context["heading"] == "Our own version"
    assert "is_shared" not in client.get(url("add")).context["form"].fields


def test_adding_retiring_and_a_second_editor(school, sendco):
    client = client_of(sendco)
    key = client.get(url("add")).context["form"].initial["key"]
    for _ in range(2):
        client.post(url("add"), ITEM | {"key": key})
    row = SchoolIntervention.objects.get()
    form = client.get(url(row.pk, "change")).context["form"].initial
    base = ITEM | {"version": form["version"]}
    client.post(url(row.pk, "change"), base | {"minutes": "25"})
    late = client.post(url(row.pk, "change"), base | {"minutes": "40"})
    assert "Somebody else changed this" in text_of(late)
    row.refresh_from_db()
    assert row.minutes == 25
    client.post(url(row.pk, "retire"))
    assert "No longer offered" in text_of(client.get(url(row.pk)))
    steps = [e.detail["step"] for e in AuditEvent.objects.filter(action="change_catalogue")]
    assert sorted(steps) == ["added", "changed", "retired"]


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"evidence": "It works."}, "source and year"),
        ({"evidence": "x", "evidence_source": "y", "evidence_year": "2031"}, "not come yet"),
        ({"from_age": "9", "to_age": "5"}, "younger"),
        ({"minutes": "0"}, "Write 1 or more"),
    ],
)
def test_what_cannot_be(school, sendco, said, error):
    page = client_of(sendco).post(url("add"), ITEM | said)
    assert error in text_of(page)
    assert not SchoolIntervention.objects.exists()


def test_a_teacher_reads_a_governor_does_not(school):
    start_catalogue(school=school, by=None)
    teacher = client_of(member(school, Role.CLASS_TEACHER))
    assert "ELSA" in text_of(teacher.get(url()))
    assert teacher.get(url("add")).status_code == 403
    assert client_of(member(school, Role.GOVERNOR)).get(url()).status_code == 403


def test_another_federations_catalogue_is_not_there(school, sendco):
    other = SchoolFactory(federation=FederationFactory())
    start_catalogue(school=other, by=None)
    MembershipFactory(school=other)
    foreign = FederationIntervention.objects.first()
    client = client_of(sendco)
    assert "The catalogue is empty." in text_of(client.get(url()))
    assert client.get(url(foreign.pk)).status_code == 404
