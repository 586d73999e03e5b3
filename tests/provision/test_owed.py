"""What is owed: the heaviest first, made up in one press, released to parents by the head alone."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import version_of
from aylsham.codes import Sensitivity
from aylsham.models import AuditEvent
from provision.models import EarlierShape, MakeUp, ReleasedDelivery
from provision.rules.costs import Rate
from provision.rules.delivery import Came, Reason
from provision.rules.standing_marks import SessionAt
from provision.services.promises import add_promise
from provision.services.provisions import PROVISION_FIELDS, Members, change_provision
from provision.services.rates import add_rate_card
from provision.services.sessions import MarkFacts, log_session
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.makers import given

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/provision/owed/"
BEFORE = TODAY - dt.timedelta(days=14)
TOMORROW = TODAY + dt.timedelta(days=1)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def children(school):
    return [PupilFactory(school=school, on_register=True) for _ in range(3)]


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def lsa(school):
    return member(school, Role.LSA)


@pytest.fixture
def promise(children):
    return add_promise(
        pupil=children[1], by=None, text="Speech therapy", source="ehcp", reference="F3",
        sessions_a_week=3, minutes=30, starts_on=BEFORE,
    )  # fmt: skip


@pytest.fixture
def group(school, children, lsa, promise):
    """The first child missed an hour for no duty, the second half an hour of Section F."""
    ours = given(school, children[0], name="Reading", staff=lsa, starts_on=BEFORE)
    missed(ours, children[0], 14, Reason.TRIP)
    missed(ours, children[0], 13, Reason.STAFF)
    duty = given(
        school, *children[1:], name="Speech", staff=lsa, starts_on=BEFORE, promises=[promise]
    )
    missed(duty, children[1], 7, Reason.STAFF)
    missed(duty, children[2], 7, Reason.ABSENT)
    return duty


def missed(group, child, days, reason):
    marks = [MarkFacts(child, Came.MISSED, 0, reason)]
    day = TODAY - dt.timedelta(days=days)
    log_session(provision=group, at=SessionAt(day, slot=1 + days % 2), marks=marks, by=None)


def test_the_councils_duty_comes_first_and_an_absence_is_no_debt(school, children, sendco, group):
    page = client_of(sendco).get(URL)
    owed = page.context["page"]
    assert [(x.place.pupil, x.owed) for x in owed.lines] == [(children[1], 30), (children[0], 60)]
    words = text_of(page)
    assert "90 min are owed, 30 min of them from Section F: the council must secure these" in words
    assert children[2].full_name not in words
    week = client_of(sendco).get(URL, {"week": BEFORE.isoformat()}).context["page"]
    assert [line.owed for line in week.lines] == [60] and week.period.is_week
    assert not week.proposals


def test_the_cheapest_free_time_is_planned_in_one_press_and_logged(
    school, children, sendco, lsa, group
):
    helper = member(school, Role.LSA)
    add_rate_card(
        school=school, starts_on=BEFORE, threshold_pence=600_000, by=None,
        rates={"lsa": Rate(1400), "teacher": Rate(4000)},
    )  # fmt: skip
    client = client_of(sendco)
    for adult, role in ((sendco, "teacher"), (helper, "lsa")):
        said = {"staff": adult.pk, "role": role, "weekday": TOMORROW.weekday(), "minutes": 30}
        assert client.post(f"{URL}times/", said).status_code == 302
    assert helper.name in text_of(client.get(f"{URL}times/"))
    first = client.get(URL).context["page"].proposals[0]
    assert (first.staff, first.on, first.minutes, first.pence) == (helper, TOMORROW, 30, 700)
    assert "The council must secure it" in first.because
    press = {
        "on": TOMORROW.isoformat(), "minutes": 30, "staff": helper.pk, "pupil": children[1].pk,
    }  # fmt: skip
    for _ in range(2):
        client.post(f"/oakfield/provision/{group.pk}/make-up/", press)
    assert MakeUp.objects.get().staff == helper
    assert AuditEvent.objects.filter(action="plan_make_up").count() == 1
    assert all(each.provision != group for each in client.get(URL).context["page"].proposals)
    MakeUp.objects.update(minutes=20)  # ten minutes more, on another day
    more = [x for x in client.get(URL).context["page"].proposals if x.provision == group]
    assert [each.on > TOMORROW for each in more] == [True]
    day = {"on": TOMORROW.isoformat()}
    page = text_of(client_of(helper).get("/oakfield/sessions/", day))
    assert "Speech, made up" in page and children[1].full_name in page
    assert children[2].full_name not in page
    assert "Speech, made up" not in text_of(client_of(lsa).get("/oakfield/sessions/", day))
    MakeUp.objects.update(on=TODAY, minutes=20)
    log = {"on": TODAY.isoformat(), "make_up": "on", "all": "on"}
    assert client_of(helper).post(f"/oakfield/sessions/{group.pk}/", log).status_code == 302
    owed = client.get(URL).context["page"]
    assert [line.owed for line in owed.lines] == [10, 60] and not owed.lines[0].planned
    assert "logged already" in text_of(
        client.post(f"{URL}{MakeUp.objects.get().pk}/cancel/", follow=True)
    )


def test_how_it_binds_is_said_by_promises_that_bind_and_may_be_read(
    school, children, sendco, group, promise
):
    client = client_of(sendco)
    weights = lambda: [x.weight for x in client.get(URL).context["page"].lines]  # noqa: E731
    assert weights() == ["council", "none"]
    promise.ends_on = TODAY
    promise.save(update_fields=["ends_on"])
    assert weights() == ["council", "none"]
    promise.ends_on = TODAY - dt.timedelta(days=1)
    promise.save(update_fields=["ends_on"])
    assert weights() == ["none", "none"]
    promise.ends_on, promise.sensitivity = None, Sensitivity.SENSITIVE
    promise.save(update_fields=["ends_on", "sensitivity"])
    children[1].class_group = ClassGroupFactory(school=school)
    children[1].save(update_fields=["class_group"])
    teacher = teacher_of(children[1].class_group)
    (line,) = client_of(teacher).get(URL).context["page"].lines
    assert (line.place.pupil, line.weight) == (children[1], "none")


def test_whoever_gives_it_reads_what_is_owed_of_it(school, children, lsa, group):
    page = client_of(lsa).get(URL)
    found = page.context["page"]
    assert [(x.place.pupil, x.owed, x.is_seen) for x in found.lines] == [
        (children[1], 30, False), (children[0], 60, False),
    ]  # fmt: skip
    words = text_of(page)
    assert "owed to the children whom you see or give a group" in words
    assert f"/children/{children[1].pk}/" not in page.content.decode()
    other = text_of(client_of(member(school, Role.LSA)).get(URL))
    assert "Nothing is owed to the children whom you see or give a group." in other
    assert "Nothing is owed." not in other and children[1].full_name not in other


def test_cancelled_refused_and_not_allowed(school, children, sendco, lsa, group):
    client = client_of(sendco)
    press = {"on": TOMORROW.isoformat(), "minutes": 30, "staff": "", "pupil": children[1].pk}
    url = f"/oakfield/provision/{group.pk}/make-up/"
    for wrong, words in (
        ({"on": (TODAY - dt.timedelta(days=1)).isoformat()}, "Choose a day from today"),
        ({"on": "2026-11-28"}, "closed"),
        ({"pupil": children[0].pk}, "A child is not in it"),
        ({"minutes": 0}, "1"),
    ):
        assert words in text_of(client.post(url, press | wrong, follow=True))
    assert not MakeUp.objects.exists()
    client.post(url, press)
    row = MakeUp.objects.get()
    assert "Nothing yet" in text_of(client.get(URL))  # the other child's
    assert client_of(lsa).post(url, press).status_code == 403
    assert client_of(lsa).post(f"{URL}{row.pk}/cancel/").status_code == 403
    stranger = client_of(member(SchoolFactory(slug="elsewhere")))
    assert stranger.post(f"/elsewhere/provision/owed/{row.pk}/cancel/").status_code == 404
    client.post(f"{URL}{row.pk}/cancel/")
    assert not MakeUp.objects.exists()


def test_a_childs_page_by_promise_and_week_and_what_parents_are_shown(
    school, children, sendco, group, promise
):
    child = children[1]
    url = f"/oakfield/children/{child.pk}/provision/"
    client = client_of(sendco)
    page = client.get(url, {"week": (TODAY - dt.timedelta(days=7)).isoformat()})
    (kept,) = page.context["kept"].promises
    figures = (kept.kept.promised, kept.kept.planned, kept.kept.delivered, kept.kept.owed)
    assert figures == (90, 90, 0, 30) and kept.unlogged == 60
    words = text_of(page)
    assert "the council’s duty" in words and "60 not logged" in words
    assert "Parents see nothing of this until the head releases it" in words
    assert "Release this" not in words
    assert client.post(f"{url}release/").status_code == 403
    head = client_of(member(school, Role.HEAD))
    head.post(f"{url}release/", {"week": (TODAY - dt.timedelta(days=7)).isoformat()})
    row = ReleasedDelivery.objects.get()
    assert (row.promised, row.planned, row.delivered, row.owed) == figures
    assert "Parents are shown" in text_of(client.get(url))
    assert "Release this term to parents" in text_of(head.get(url))
    head.post(f"{url}release/take-back/")
    assert not ReleasedDelivery.objects.exists()
    steps = AuditEvent.objects.filter(action="release_delivery").order_by("id")
    assert [event.detail["step"] for event in steps] == ["released", "taken back"]


def test_nothing_sensitive_is_released(school, children, sendco, promise):
    promise.sensitivity = Sensitivity.SENSITIVE
    promise.save(update_fields=["sensitivity"])
    head = client_of(member(school, Role.HEAD))
    url = f"/oakfield/children/{children[1].pk}/provision/release/"
    assert "nothing that parents may be shown" in text_of(head.post(url, follow=True))
    assert not ReleasedDelivery.objects.exists()


def test_a_change_of_length_counts_from_today(school, children, sendco, group):
    facts = {name: getattr(group, name) for name in PROVISION_FIELDS}
    for minutes in (10, 15):
        group = change_provision(
            provision=group, members=Members(pupils=tuple(children[1:])), by=sendco,
            version=version_of(group, PROVISION_FIELDS), **(facts | {"minutes": minutes}),
        )  # fmt: skip
        group.school = school
    assert EarlierShape.objects.get().minutes == 30
    log_session(
        provision=group,
        at=SessionAt(TODAY - dt.timedelta(days=4)),
        marks=[MarkFacts(children[1], Came.HAD)],
        by=None,
    )
    page = client_of(sendco).get(f"/oakfield/children/{children[1].pk}/provision/")
    (line,) = page.context["kept"].others
    assert (line.part.delivery.delivered, line.part.delivery.planned) == (30, 180)


def test_statements_do_not_grow(school, children, sendco, group):
    client, counts = client_of(sendco), []
    for size in (1, 9):
        for n in range(size):
            each = given(school, *children, name=f"Group {size}{n}", starts_on=BEFORE)
            missed(each, children[0], 5, Reason.STAFF)
        counts.append(len(statements(client, URL)))
    assert counts[0] == counts[1] <= OF_EVERY_REQUEST + 8
