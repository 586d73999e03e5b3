"""Who reads what of the week: every role × every view, with names and secrets planted."""

import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Role
from aylsham.codes import Sensitivity
from aylsham.models import AuditEvent, Closure, Term
from provision.services.promises import add_promise
from pupils.services.classes import assign_supporter
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
from tests.staff.makers import someone
from tests.staff.times7_makers import MONDAY, need, planned, room, week

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
BY = ("adult", "child", "class", "room", "day")
URL = "/oakfield/timetable/"
DAYS_7 = dt.timedelta(days=7)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def oak(school):
    return ClassGroupFactory(school=school, name="Oak")


@pytest.fixture
def children(school, oak):
    """Two of Oak, one of elsewhere."""
    return (
        PupilFactory(school=school, class_group=oak, first_name="Zoë", last_name="Burton"),
        PupilFactory(school=school, class_group=oak, first_name="Sam", last_name="Pike"),
        PupilFactory(school=school, first_name="Otto", last_name="Farr"),
    )


@pytest.fixture
def lsa(school):
    return member(school, Role.LSA)


@pytest.fixture
def plan(school):
    return week(school)


@pytest.fixture
def full_week(school, oak, children, lsa, plan):
    """An LSA's week: a group, a confidential talk, a sensitive promise, care, class support."""
    zoe, sam, otto = children
    ada = someone(school, "Ada Reed", user=lsa)
    ben = someone(school, "Ben Hall")
    planned(plan, ada, "9:00-9:30", 0, provision=given(school, zoe, sam), place=room(school))
    secret = given(school, zoe, name="Trauma talk", is_confidential=True)
    planned(plan, ada, "10:00-10:30", 0, provision=secret)
    owed = add_promise(
        pupil=zoe, by=None, text="Play therapy after loss", source="ehcp", starts_on=MONDAY,
        sessions_a_week=1, minutes=30, sensitivity=Sensitivity.SENSITIVE,
    )  # fmt: skip
    planned(plan, ben, "9:00-9:30", 1, promise=owed)
    planned(plan, ben, "9:30-9:45", 1, need=need(school, "Toilet: Otto", kind="care", pupil=otto))
    planned(plan, ben, "13:00-14:00", 2, need=need(school, "Maths help", class_group=oak))
    others = given(school, otto, name="Lego club")
    planned(plan, ben, "14:00-14:30", 2, provision=others, place=room(school, "Hall"))
    return ada, ben


def all_views(user, **asked) -> dict[str, str]:
    """The words of each view, with every choice it offers opened."""
    client, found = client_of(user), {}
    for by in BY:
        page = client.get(URL, {"by": by, **asked})
        assert page.status_code == 200
        shown = page.context["page"]
        keys = [key for key, _ in shown.choices] or [""]
        days = [day.isoformat() for day in shown.week.days] if by == "day" else [""]
        found[by] = " ".join(
            text_of(client.get(URL, {"by": by, "who": key, "day": day, **asked}))
            for key in keys
            for day in days
        )
    return found


def test_the_assistant_reads_everything_but_what_is_confidential(full_week, school):
    views = all_views(member(school, Role.ASSISTANT_SENDCO))
    assert "Talk group" in views["adult"] and "Sam Pike, Zoë Burton" in views["adult"]
    assert "Ben Hall" in views["child"] and "Rainbow room" in views["room"]
    assert "Maths help" in views["class"] and "Lego club" in views["day"]
    # The assistant may read what is sensitive, but a confidential talk only as a named reader.
    assert "Play therapy" in views["child"]
    for by in BY:
        assert "Trauma talk" not in views[by], by
    assert "Private session" in views["adult"] and "Private session" in views["day"]
    assert "Private session" not in views["child"] + views["class"]


def test_a_named_reader_reads_the_confidential_session(school, children, plan):
    reader = member(school, Role.ASSISTANT_SENDCO)
    ada = someone(school)
    talk = given(school, children[0], name="Trauma talk", is_confidential=True, readers=[reader])
    planned(plan, ada, provision=talk)
    page = text_of(client_of(reader).get(URL, {"by": "child", "who": children[0].pk}))
    assert "Trauma talk" in page and "Ada Reed" in page


def test_a_teacher_reads_the_own_class_and_the_adults_in_it(full_week, oak, school):
    views = all_views(teacher_of(oak))
    everything = " ".join(views.values())
    assert "Zoë Burton" in views["child"] and "Maths help" in views["class"]
    assert "Ada Reed" in views["adult"] and "Ben Hall" in views["adult"]
    for hidden in ("Trauma talk", "Private session", "Play therapy", "Otto", "Lego", "Hall,"):
        assert hidden not in everything, hidden
    # That something is owed stands there; what, is not for a teacher.
    assert "Support" in views["child"]


def test_an_lsa_reads_the_own_week_alone(full_week, lsa, children):
    views = all_views(lsa)
    everything = " ".join(views.values())
    # Who gives a group knows whom: as on the session log.
    assert "Talk group" in views["adult"] and "Sam Pike, Zoë Burton" in views["adult"]
    assert "Private session" in views["adult"]
    for hidden in ("Trauma", "Play therapy", "Otto", "Lego", "Maths help", "Ben Hall", "Toilet"):
        assert hidden not in everything, hidden


def test_an_lsa_who_supports_a_child_of_another_adult_reads_no_more(full_week, school, children):
    other = member(school, Role.LSA)
    assign_supporter(pupil=children[2], user=other, starts_on=TODAY, by=None)
    views = all_views(other)
    assert "Otto" not in " ".join(views.values()) and "Lego" not in " ".join(views.values())
    assert "nothing here for you" in views["adult"]


@pytest.mark.parametrize("role", [r for r in Role if r not in (Role.LSA, Role.CLASS_TEACHER)])
def test_every_role_opens_every_view_and_none_reads_what_is_confidential(full_week, school, role):
    years = {"year_groups": ["4"]} if role == Role.PHASE_LEADER else {}
    views = all_views(member(school, role, **years))
    everything = " ".join(views.values())
    # Whoever sees child protection flags reads confidential provision too.
    may = Permission.VIEW_CHILD_PROTECTION in ROLES[role].permissions
    assert may or "Trauma talk" not in everything
    names = any(name in everything for name in ("Zoë", "Sam Pike", "Otto"))
    reads = role in (
        Role.HEAD, Role.DEPUTY, Role.SAFEGUARDING_LEAD, Role.FEDERATION_SEND_LEAD, Role.SENDCO,
        Role.ASSISTANT_SENDCO, Role.DESIGNATED_TEACHER, Role.PHASE_LEADER,
    )  # fmt: skip
    assert names == reads, role


def test_a_duty_for_a_child_does_not_say_whose_to_who_does_not_see_the_child(full_week, school):
    leader = member(school, Role.PHASE_LEADER, year_groups=["1"])
    page = all_views(leader)["adult"]
    assert "Intimate care" in page and "Otto" not in page


def test_an_unknown_choice_a_foreign_one_and_another_school(full_week, school, lsa, children):
    sister = SchoolFactory(slug="elm", federation=school.federation)
    client = client_of(lsa)
    for wrong in ("nonsense", str(children[2].pk), str(sister.pk)):
        page = text_of(client.get(URL, {"by": "child", "who": wrong, "week": "x", "day": "32"}))
        assert "Otto" not in page
    assert client.get("/elm/timetable/").status_code == 404
    assert client.get("/elm/my-day/").status_code == 404
    assert client_of(member(sister)).get(URL).status_code == 404


def test_no_plan_a_draft_and_an_ended_one(school, children, lsa):
    ada = someone(school, "Ada Reed", user=lsa)
    client = client_of(lsa)
    planned(week(school, state="draft"), ada, need=need(school, "Drafted"))
    page = text_of(client.get(URL))
    assert "No plan holds in this week" in page and "Drafted" not in page
    assert "Make a plan of the week" in text_of(client_of(member(school)).get(URL))
    over = week(school, ends_on=MONDAY - dt.timedelta(days=3))
    planned(over, ada, need=need(school, "Of before"))
    assert "Of before" not in text_of(client.get(URL))
    assert "Of before" in text_of(client.get(URL, {"week": "2026-11-16"}))


def test_a_plan_that_changes_in_the_middle_of_the_week(school, children, lsa):
    ada = someone(school, "Ada Reed", user=lsa)
    old = week(school, ends_on=dt.date(2026, 11, 24))
    new = week(school, starts_on=dt.date(2026, 11, 25))
    for weekday in (1, 2):
        planned(old, ada, "9:00-9:30", weekday, need=need(school, f"Old {weekday}"))
        planned(new, ada, "9:00-9:30", weekday, need=need(school, f"New {weekday}"))
    page = text_of(client_of(lsa).get(URL))
    assert "Old 1" in page and "New 2" in page and "Old 2" not in page and "New 1" not in page
    assert "From Wed 25 Nov another plan holds" in page


def test_a_holiday_week_and_a_closed_day(school, lsa, plan):
    ada = someone(school, "Ada Reed", user=lsa)
    for weekday in range(5):
        planned(plan, ada, "9:00-9:30", weekday, need=need(school, f"Day {weekday}"))
    facts = {"academic_year": 2026, "name": "autumn"}
    Term.objects.create(
        school=school, starts_on=dt.date(2026, 9, 2), ends_on=dt.date(2026, 12, 18), **facts
    )
    Closure.objects.create(
        school=school, starts_on=dt.date(2026, 11, 26), ends_on=dt.date(2026, 12, 4), kind="closure"
    )
    client = client_of(lsa)
    page = text_of(client.get(URL))
    assert "Day 2" in page and "Day 3" not in page and "closed" in page
    page = text_of(client.get(URL, {"week": "2026-11-30"}))
    assert "The school is closed in this week" in page and "Day 0" not in page


def test_a_session_whose_provision_has_ended_is_no_longer_there(school, children, lsa, plan):
    ada = someone(school, "Ada Reed", user=lsa)
    short = given(school, children[0], weeks=1)
    planned(plan, ada, provision=short)
    client = client_of(lsa)
    assert "Talk group" in text_of(client.get(URL))
    assert "Talk group" not in text_of(client.get(URL, {"week": short.ends_on + DAYS_7}))


def test_a_child_who_left_the_group_is_not_named(school, children, lsa, plan):
    group = given(school, *children[:2])
    group.places.filter(pupil=children[1]).update(ends_on=MONDAY)
    planned(plan, someone(school, "Ada Reed", user=lsa), "9:00-9:30", 1, provision=group)
    page = text_of(client_of(lsa).get(URL))
    assert "Zoë Burton" in page and "Sam" not in page


def test_few_statements_for_few_and_for_many(full_week, school, plan, children):
    client = client_of(member(school))
    for by in BY:
        few = len(statements(client, f"{URL}?by={by}"))
        assert few <= OF_EVERY_REQUEST + 8, by
    few = len(statements(client, f"{URL}?by=day"))
    for number in range(12):
        adult = someone(school, f"Adult {number}")
        planned(plan, adult, provision=given(school, *children, name=f"Group {number}"))
    assert len(statements(client, f"{URL}?by=day")) == few


def test_the_wall_copy_has_initials_and_no_care(full_week, school):
    client = client_of(member(school))
    page = client.get(URL, {"by": "day", "day": "2026-11-24", "wall": "on"})
    words = text_of(page)
    assert "OF" in words and "Otto" not in words and "Toilet" not in words
    page = client.get(URL, {"by": "child", "wall": "on"}).context["page"]
    assert page.title in ("ZB", "SP", "OF")


def test_a_reader_hangs_nothing_confidential_or_sensitive_on_the_wall(full_week, school):
    client = client_of(member(school))
    assert "Trauma talk" in text_of(client.get(URL, {"by": "day"}))
    for day in ("2026-11-23", "2026-11-24"):
        words = text_of(client.get(URL, {"by": "day", "day": day, "wall": "on"}))
        assert "Trauma" not in words and "therapy" not in words, day
    assert "Private session" in text_of(client.get(URL, {"by": "day", "wall": "on"}))


def test_no_wall_tells_who_has_a_plan(plan, school, children, lsa):
    """The words of Section F, as a promise and as the provision that keeps it."""
    ada, said = someone(school, "Ada Reed", user=lsa), "10 hours of help a week, as Section F says"
    owed = add_promise(
        pupil=children[0], by=None, text=said, source="ehcp", starts_on=MONDAY,
        sessions_a_week=1, minutes=30,
    )  # fmt: skip
    planned(plan, ada, "9:00-9:30", 0, promise=owed)
    planned(plan, ada, "10:00-10:30", 0, provision=given(school, children[1], name=said))
    planned(plan, ada, "11:00-11:30", 0, provision=given(school, *children, name="Talk group"))
    client = client_of(member(school))
    asked = {"by": "day", "day": "2026-11-23"}
    assert text_of(client.get(URL, asked)).count("Section F") == 2
    wall = text_of(client.get(URL, asked | {"wall": "on"}))
    assert "Section F" not in wall and wall.count("Support") == 2 and "Talk group" in wall


def test_on_paper_and_as_a_workbook(full_week, school):
    client = client_of(member(school, Role.ASSISTANT_SENDCO))
    for wall in ("", "on"):
        paper = client.get(URL, {"as": "pdf", "wall": wall})
        assert paper.content.startswith(b"%PDF")
        assert paper.headers["Content-Disposition"] == (
            'attachment; filename="timetable-2026-11-23.pdf"'
        )
    assert AuditEvent.objects.filter(action="print").count() == 2
    rows = sheet_of(client.get(f"{URL}export/", {"by": "adult"}).content)
    assert ("Ada Reed", "Talk group", "Sam Pike; Zoë Burton") in [r[4:7] for r in rows]
    assert ("Ada Reed", "Private session", None) in [r[4:7] for r in rows]
    lsa = member(school, Role.LSA)
    assert client_of(lsa).get(f"{URL}export/").status_code == 404


def sheet_of(data: bytes) -> list[tuple]:
    """The rows of a workbook."""
    return list(load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True))
