"""The frame: navigation by role, schools, search, "Class can see this"."""

import pytest
from django.test import RequestFactory

from aylsham import navigation
from aylsham.access.current import Access, posts_of
from aylsham.access.permissions import Permission
from aylsham.access.roles import Role
from aylsham.frame import CLASS_CAN_SEE, Frame
from aylsham.navigation import NavEntry
from tests.factories import MembershipFactory, SchoolFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture(autouse=True)
def only_these_entries(monkeypatch):
    """Entries of the tests instead of the floors' own."""
    monkeypatch.setattr(navigation, "_entries", {})


def entry(key, name="class_can_see", permission=None, **options):
    navigation.register(NavEntry(key, key.title(), name, permission, len(key), **options))


def frame_for(membership, *, school=None, path="/"):
    request = RequestFactory().get(path)
    request.resolver_match = None
    user = membership.user
    from aylsham import clock

    access = Access(user, clock.today(), posts_of(user, today=clock.today()))
    access.school = school
    access.schools = [school] if school else access.all_schools
    request.access = access
    return Frame(request)


def test_a_person_sees_what_their_role_uses():
    entry("due", permission=Permission.VIEW_DUE)
    entry("reports", permission=Permission.READ_REPORTS)
    governor = MembershipFactory(role=Role.GOVERNOR)
    assert [link.key for link in frame_for(governor).main] == ["reports"]
    assert [link.key for link in frame_for(MembershipFactory()).main] == ["due", "reports"]


def test_an_entry_of_schools_is_not_on_pages_over_schools():
    entry("school", level="school")
    entry("federation", level="federation")
    membership = MembershipFactory()
    assert [link.key for link in frame_for(membership).main] == ["federation"]


def test_at_most_six_entries():
    for i in range(8):
        entry(f"e{i}")
    assert len(frame_for(MembershipFactory()).main) == 6


def test_an_entry_without_its_page_is_left_out():
    entry("gone", name="no_such_page")
    assert frame_for(MembershipFactory()).main == []


def test_the_entry_of_the_page_is_marked():
    entry("home", name="home")
    entry("components", name="components")
    links = frame_for(MembershipFactory(), path="/components/confirmation/").main
    assert {link.key for link in links if link.is_current} == {"components"}


def test_an_entry_claims_the_pages_that_hang_on_it():
    entry("children", name="components", claims=("pupils/",))
    membership = MembershipFactory()
    for path, current in (("/federation/pupils/1/", True), ("/federation/plans/", False)):
        assert frame_for(membership, path=path).main[0].is_current is current


def test_the_first_page_is_not_the_beginning_of_every_page():
    entry("home", name="home")
    assert not frame_for(MembershipFactory(), path="/bure-valley/").main[0].is_current
    assert frame_for(MembershipFactory(), path="/").main[0].is_current


def test_pages_of_the_own_account_keep_the_way_back():
    entry("due", permission=Permission.VIEW_DUE)
    frame = frame_for(MembershipFactory())
    frame.access.schools = []
    assert [link.key for link in frame.main] == ["due"]


def test_the_switcher_lists_every_school_of_the_person():
    one = SchoolFactory(name="A school")
    two = SchoolFactory(name="B school", federation=one.federation)
    SchoolFactory(name="Other school")
    membership = MembershipFactory(school=None, federation=one.federation)
    frame = frame_for(membership, school=two)
    assert [(s.label, s.url, s.is_current) for s in frame.schools] == [
        ("A school", f"/{one.slug}/", False),
        ("B school", f"/{two.slug}/", True),
    ]


def test_the_switcher_stays_on_the_same_page_where_there_is_one(client, rf):
    school = SchoolFactory()
    other = SchoolFactory(federation=school.federation)
    frame = frame_for(MembershipFactory(school=None, federation=school.federation), school=school)
    match = type(
        "Match",
        (),
        {"url_name": "calculator", "view_name": "no_such_page", "kwargs": {"school": school.slug}},
    )
    frame.request.resolver_match = match
    assert {s.url for s in frame.schools} == {f"/{school.slug}/", f"/{other.slug}/"}


def test_nobody_signed_in_sees_an_empty_frame(rf):
    frame = Frame(rf.get("/"))
    assert (frame.main, frame.schools, frame.search_url, frame.phone) == ([], [], None, [])
    assert Frame(None).main == []


def test_hiding_names_works_without_script(client):
    client.force_login(MembershipFactory().user)
    page = "/components/"
    assert "data-class-can-see" not in client.get(page).text.split("<head>")[0]
    answer = client.post("/class-can-see/", {"next": page})
    assert (answer.status_code, answer.url) == (302, page)
    assert client.cookies[CLASS_CAN_SEE].value == "1"
    assert "data-class-can-see" in client.get(page).text.split("<head>")[0]
    client.post("/class-can-see/", {"next": page})
    assert "data-class-can-see" not in client.get(page).text.split("<head>")[0]


def test_hiding_names_never_leads_elsewhere(client):
    client.force_login(MembershipFactory().user)
    for elsewhere in ("https://evil.example/", "//evil.example/", "child", ""):
        assert client.post("/class-can-see/", {"next": elsewhere}).url == "/"
    assert client.get("/class-can-see/").status_code == 405
