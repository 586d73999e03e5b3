"""INDES: filled in with evidence, sent, answered, side by side; the register shows who lacks one."""

import datetime as dt

import pytest

from aylsham.changes import TransitionNotAllowed
from aylsham.models import AuditEvent, Deadline
from provision.models import IndesArea, IndesRecord
from provision.services.indes import AreaFacts, add_indes
from pupils.services.needs import add_need
from tests.factories import TODAY, PupilFactory, SchoolFactory, member, put_on_register
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DUE = TODAY + dt.timedelta(days=14)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", la_code="926")


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def child(school, sendco):
    return PupilFactory(school=school, last_name="Able")


def test_from_filling_in_to_the_panel_and_on_to_the_next_framework(child, sendco):
    client = client_of(sendco)
    url = f"/oakfield/children/{child.pk}/indes/"
    old = add_indes(
        pupil=child,
        framework="pre-2026-07",
        areas=[AreaFacts("Speech and language", level="iLevel C")],
        by=sendco,
        completed_on=dt.date(2026, 3, 2),
    )
    page = client.get(url)
    assert "2026-07 holds now" in text_of(page)
    form = client.get(f"{url}add/").context["form"]
    assert form.rows[0].section == "Communication and interaction"
    assert not form.rows[0].initial  # another framework: nothing is carried over
    said = {"key": form.initial["key"], "version": "new", "completed_on": str(TODAY)}
    empty = client.post(f"{url}add/", said)
    assert "at least one section" in text_of(empty)
    said |= {"due_on": str(DUE), "s1-level": "3b", "s1-evidence": "Two words", "s1-is_main": "on"}
    for _ in range(2):  # pressed twice
        client.post(f"{url}add/", said)
    new = IndesRecord.objects.get(framework="2026-07")
    due = Deadline.objects.filter(kind="indes", pupil_id=child.pk)
    assert [row.due_on for row in due] == [DUE]

    change = client.get(f"{url}{new.pk}/").context["form"]
    said["version"] = change.initial["version"]
    client.post(f"{url}{new.pk}/", said | {"s1-level": "3c"})
    assert IndesArea.objects.get(record=new).level == "3c"
    page = client.get(url)
    assert [[a.level if a else "" for a in line.areas] for line in page.context["page"].lines] == [
        ["3c", ""],
        ["", "iLevel C"],
    ]

    form = client.get(f"{url}{new.pk}/answer/").context["form"]
    sent = {"version": form.initial["version"], "reference": "IN-77"}
    assert "Say when it was sent" in text_of(client.post(f"{url}{new.pk}/answer/", sent))
    client.post(f"{url}{new.pk}/answer/", sent | {"submitted_on": str(TODAY)})
    assert not due.all().exists()
    assert "It has been sent" in text_of(client.post(f"{url}{new.pk}/", said))
    form = client.get(f"{url}{new.pk}/answer/").context["form"]
    told = sent | {"version": form.initial["version"], "submitted_on": str(TODAY)}
    half = client.post(f"{url}{new.pk}/answer/", told | {"outcome": "funding"})
    assert "together" in text_of(half)
    told |= {"outcome": "funding", "panel_on": str(TODAY), "outcome_note": "From January"}
    client.post(f"{url}{new.pk}/answer/", told)
    assert "funding" in text_of(client.get(url))
    assert AuditEvent.objects.filter(action="change_indes").count() == 5
    assert old.areas.count() == 1


def test_what_is_linked_is_shown_as_far_as_it_may_be_read(child, sendco):
    need = add_need(pupil=child, need_type="SLCN", by=sendco)
    client, url = client_of(sendco), f"/oakfield/children/{child.pk}/indes/"
    form = client.get(f"{url}add/").context["form"]
    said = {"version": "new", "completed_on": str(TODAY), "s1-linked": f"need:{need.pk}"}
    assert client.post(f"{url}add/", said).status_code == 302, form.errors
    assert "Need: Speech" in text_of(client.get(url))
    forged = said | {"s1-linked": f"target:{child.pk}"}
    assert "Look again at" in text_of(client.post(f"{url}add/", forged))


def test_the_register_shows_who_lacks_one(school, child, sendco):
    for pupil in (child, PupilFactory(school=school, last_name="Baker")):
        put_on_register(pupil)
    PupilFactory(school=school)
    areas = [AreaFacts("Any", level="1")]
    add_indes(pupil=child, framework="2026-07", areas=areas, by=sendco, completed_on=TODAY)
    client = client_of(sendco)
    page = client.get("/oakfield/indes/")
    assert [(x.pupil.last_name, x.standing) for x in page.context["page"].lines] == [
        ("Baker", "none"),
        ("Able", "writing"),
    ]
    assert page.context["page"].next_child.pupil.last_name == "Baker"
    assert len(statements(client, "/oakfield/indes/")) <= OF_EVERY_REQUEST + 8
    with pytest.raises(TransitionNotAllowed):
        add_indes(pupil=child, framework="x", areas=[], by=sendco, completed_on=TODAY)
    assert IndesRecord.objects.count() == 1
