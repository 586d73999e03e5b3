"""Every address × every role × own, sister and strange school × GET and POST."""

import logging
from collections.abc import Iterator
from functools import cache, wraps
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.test import Client

from aylsham.access import decorators, usual
from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Role
from aylsham.tenancy import row_security
from pupils.models import PupilQuerySet
from tests.conventions.addresses import ROWS, addresses
from tests.conventions.turns import (
    METHODS,
    SCHOOL_PAGES,
    allowed_ways,
    elsewhere,
    holds_no_more,
    refused_ways,
)
from tests.conventions.world import World, fingerprint, make_world
from tests.demonstration import folder_of_copies, standing

pytestmark = pytest.mark.usefixtures("rendered_as_on_the_site")
#: As a browser sends a form without files; a third cheaper to read than one with.
FORM = "application/x-www-form-urlencoded"
#: How everybody looks at a page but who holds no more than another.
ALWAYS = {(False, "get", whose) for whose in ("sister", "stranger")}
FEDERATION_PAGES = [a for a in addresses() if a.rule and a.rule.level == "federation"]
OTHER_PAGES = [a for a in addresses() if a.rule and a.rule.level in ("staff", "public")]


def test_every_address_has_a_rule_and_rows():
    ours = addresses()
    assert [a.route for a in ours if a.rule is None] == []
    assert sorted({n for a in ours for n in a.rows} - ROWS.keys()) == []
    # Ids stand in a path only for rows of a school; anything else is a secret.
    assert [a.route for a in ours if a.rows and a.rule.level != "school"] == []


def test_every_first_word_of_an_address_is_no_schools_slug():
    from aylsham.codes import RESERVED_SLUGS

    words = {a.route.split("/")[0] for a in addresses() if not a.route.startswith("<slug:school>")}
    assert words - {""} <= set(RESERVED_SLUGS)


@pytest.fixture(scope="module")
def transactional_db(django_db_setup, django_db_blocker):
    """One database state for all these tests, under the name by which one is made at all."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture(scope="module")
def world(transactional_db, tmp_path_factory, worker_id):
    """One world for all these tests: they use their own transactions, as the site does."""
    with standing(folder_of_copies(tmp_path_factory, worker_id, "world"), make_world) as made:
        yield made


@pytest.fixture(autouse=True)
def without_warnings() -> Iterator[None]:
    """Nobody reads how thousands of requests were refused, and each is a traceback to set in words."""
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


def client_of(world: World, role: Role) -> Client:
    client = Client(raise_request_exception=True)
    client.force_login(world.people[role])
    return client


def ask(client: Client, method: str, path: str, rows=None):
    """One request; a POST carries the given ids under every name a form or htmx might use."""
    sent = _in_a_form(tuple(rows.items())) if rows else ""
    if method == "get":
        return client.get(f"{path}?{sent}" if sent else path)
    return client.post(path, sent, FORM)


@cache
def _in_a_form(rows: tuple[tuple[str, object], ...]) -> str:
    """Ids as a form sends them: set in words once for each school."""
    return urlencode({name: str(value) for name, value in rows})


def assert_hides(response, *worlds) -> None:
    body = response.content.decode(errors="replace")
    for hidden in worlds:
        assert hidden.marker not in body, f"{hidden.marker} in {response.request['PATH_INFO']}"


def decides_first(view) -> bool:
    """Whether nothing runs before the decorator has found the school and asked who may."""
    return view.__code__ is school_view(Permission.VIEW_PUPILS)(lambda request: None).__code__


def test_every_page_of_a_school_decides_before_anything_else():
    assert [page.route for page in SCHOOL_PAGES if not decides_first(page.view)] == []
    page = SCHOOL_PAGES[0].view
    assert not decides_first(wraps(page)(lambda request, school: page(request, school)))


def test_turns_leave_out_no_way_of_asking():
    others = ("sister", "stranger")
    for page in SCHOOL_PAGES:
        assert len({way for role in Role for way in elsewhere(page, role, others)}) == 4, page.route
        refused = [r for r in Role if page.rule.permission not in ROLES[r].permissions]
        asked = {method for role in refused for method in refused_ways(page, role)}
        assert not refused or asked == set(METHODS), page.route
        allowed = set(Role) - set(refused)
        ways = {way for role in allowed for way in allowed_ways(page, role, others)}
        assert len(ways) == (8 if page.rows else 4), page.route


def test_whoever_holds_as_much_looks_for_who_does_not_look():
    others = ("sister", "stranger")
    for page in SCHOOL_PAGES:
        allowed = [r for r in Role if page.rule.permission in ROLES[r].permissions]
        looking = [ROLES[r] for r in allowed if ALWAYS & set(allowed_ways(page, r, others)[:1])]
        for role in allowed:
            own = ROLES[role]
            alike = [rule.permissions for rule in looking if rule.reach == own.reach]
            assert any(own.permissions <= held for held in alike), (page.route, role)


def test_every_role_is_asked_about_every_permission():
    used = {page.rule.permission for page in SCHOOL_PAGES}
    for role in Role:
        pages = [p for p in SCHOOL_PAGES if p.rule.permission not in ROLES[role].permissions]
        asked = {page.rule.permission for page in pages if refused_ways(page, role)}
        assert asked == used - ROLES[role].permissions


@pytest.mark.slow
@pytest.mark.parametrize("role", list(Role))
def test_a_role_opens_what_its_table_says_and_nothing_elsewhere(world, role):
    client = client_of(world, role)
    missing = {m: ask(client, m, "/no-such-school/register/").content for m in METHODS}
    others = (world.sister, world.stranger)
    before = fingerprint(*others)
    for page in SCHOOL_PAGES:
        for method, other in elsewhere(page, role, others):
            answer = ask(client, method, page.path(other.school, other.rows))
            assert answer.status_code == 404, (page.route, role, method)
            assert answer.content == missing[method], (page.route, role, method)
        if page.rule.permission in ROLES[role].permissions:
            opens_alone_what_is_own(client, world, page, role)
        else:
            is_refused(client, world, page, role)
    assert fingerprint(*others) == before


def is_refused(client, world, page, role) -> None:
    """An own page that is not for this role, whatever ids are sent."""
    for method in refused_ways(page, role):
        path = page.path(world.own.school, world.own.rows)
        answer = ask(client, method, path, world.sister.rows)
        assert answer.status_code == 403, (page.route, role, method)
        assert_hides(answer, world.sister, world.stranger)


def opens_alone_what_is_own(client, world, page, role) -> None:
    """An own page with another school's ids: under every name that a form or htmx might send, and
    in its address."""
    for is_swapped, method, other in allowed_ways(page, role, (world.sister, world.stranger)):
        where = (page.route, role, method)
        if is_swapped:
            answer = ask(client, method, page.path(world.own.school, other.rows))
            assert answer.status_code in (404, 405), where
        else:
            answer = ask(client, method, page.path(world.own.school, world.own.rows), other.rows)
            assert answer.status_code < 500, where
            assert_hides(answer, world.sister, world.stranger)


@pytest.mark.slow
@pytest.mark.parametrize("role", list(Role))
def test_pages_over_several_schools_stay_inside_the_persons_own(world, role):
    client = client_of(world, role)
    others = (world.sister, world.stranger)
    for number, page in enumerate([*FEDERATION_PAGES, *OTHER_PAGES]):
        # Who holds no more than another asks in one way, the next page in the other.
        for method in METHODS[number % 2 :][:1] if holds_no_more(role) else METHODS:
            if page.name in ("account_logout",):
                continue
            response = ask(client, method, page.path(world.own.school, world.own.rows))
            if page.rule.permission and page.rule.permission not in ROLES[role].permissions:
                assert response.status_code == 403, (page.route, role)
            assert_hides(response, *others)
            if response.status_code == 302:
                client.force_login(world.people[role])  # it may have locked or signed out


def test_nobody_signed_in_is_asked_to_sign_in(world):
    client = Client()
    for page in [*SCHOOL_PAGES, *FEDERATION_PAGES]:
        for method in METHODS:
            response = ask(client, method, page.path(world.own.school, world.own.rows))
            assert response.status_code == 302, page.route
            assert response.url.startswith("/accounts/login/"), page.route


def test_somebody_without_a_role_finds_nothing(world):
    from tests.factories import UserFactory

    client = Client()
    client.force_login(UserFactory())
    for page in [*SCHOOL_PAGES, *FEDERATION_PAGES]:
        response = ask(client, "get", page.path(world.own.school, world.own.rows))
        assert response.status_code == 404, page.route


def swapped_answers(world: World, role: Role):
    """Own school's pages with another school's rows in the path."""
    client = client_of(world, role)
    for page in SCHOOL_PAGES:
        if page.rows and page.rule.permission in ROLES[role].permissions:
            for other in (world.sister, world.stranger):
                yield other, ask(client, "get", page.path(world.own.school, other.rows))


class TestEachWallAlone:
    """With one wall switched off, the others still keep the schools apart."""

    def test_without_row_security(self, world, monkeypatch):
        everything = [w.school.pk for w in (world.own, world.sister, world.stranger)]
        real = row_security.set_schools
        monkeypatch.setattr(decorators, "set_schools", lambda ids: real(everything))
        for other, answer in swapped_answers(world, Role.SENDCO):
            assert answer.status_code in (404, 405)
            assert_hides(answer, other)
        client = client_of(world, Role.SENDCO)
        for page in SCHOOL_PAGES + FEDERATION_PAGES:
            answer = ask(client, "get", page.path(world.own.school, world.own.rows))
            assert_hides(answer, world.sister, world.stranger)

    @pytest.fixture
    def anew(self):
        """No statement is kept from before, and none for later."""
        usual.forget()
        yield
        usual.forget()

    def test_without_scoped_queries(self, world, monkeypatch, anew):
        monkeypatch.setattr(PupilQuerySet, "visible_to", lambda self, access: self)
        for other, answer in swapped_answers(world, Role.SENDCO):
            assert answer.status_code in (404, 405)
            assert_hides(answer, other)

    def test_without_the_decision(self, world, monkeypatch):
        monkeypatch.setattr(decorators, "_require", lambda access, permission: None)
        client = client_of(world, Role.GOVERNOR)
        markers = [w.marker for w in (world.own, world.sister, world.stranger)]
        leaks = []
        # These are about no child: reports, the school's own duties, services' waiting times, what
        # the school says to its council of its provision as a whole, which tests it uses, who works
        # there with which training and when, what is done in each subject by class, and what a council asks about a child not on roll.
        of_the_school = ("reports/", "<document:document_kind>/", "accessibility-plan/", "inclusion-strategy/", "objectives/", "subjects/", "policies/", "briefs/", "surveys/", "duties/", "waiting-times/", "provision/graduated/",
                         "provision/element-3/", "funding/", "inspection/", "provision/self-evaluation/",
                         "provision/tests/", "training/", "staff/", "teaching-cards/", "school-day/", "consultations/",
                         # A form with names of classes and of trainings; children are cut.
                         "week/needs/add/",
                         # The form that moves a session offers the school's rooms by name.
                         "week/<uuid:week_plan>/board/<uuid:plan_session>/")  # fmt: skip
        pages = [p for p in SCHOOL_PAGES if not p.route.split("/", 1)[1].startswith(of_the_school)]
        for page in pages:
            answer = ask(client, "get", page.path(world.own.school, world.own.rows))
            body = answer.content.decode(errors="replace")
            leaks += [page.route for marker in markers if marker in body]
        assert leaks == [], leaks

    def test_a_planted_leak_is_caught(self, world, monkeypatch, anew):
        everything = [w.school.pk for w in (world.own, world.sister, world.stranger)]
        real = row_security.set_schools
        monkeypatch.setattr(decorators, "set_schools", lambda ids: real(everything))
        monkeypatch.setattr(PupilQuerySet, "visible_to", lambda self, access: self)
        leaks = [a for _, a in swapped_answers(world, Role.SENDCO) if a.status_code == 200]
        assert leaks


def test_the_role_table_is_what_was_decided():
    """Changing who may do what is a decision: change this line with it."""
    table = "\n".join(
        f"{role.value} {rule.reach.name} {' '.join(sorted(rule.permissions))}"
        for role, rule in sorted(ROLES.items())
    )
    pinned = Path(__file__).parent.parent / "data" / "roles.txt"
    assert table == pinned.read_text().rstrip("\n")
    assert set().union(*(r.permissions for r in ROLES.values())) == set(Permission)
