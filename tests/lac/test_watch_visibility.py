"""What was watched, met about and passed on: planted words, looked for on every page of others."""

import datetime as dt

import pytest

from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Role
from aylsham.changes import version_of
from aylsham.models import Deadline
from lac.models import WatchTask
from lac.services.meetings import SAID_FIELDS, add_care_action, add_meeting, say_of_child
from lac.services.moves import add_file, share_information
from lac.services.watch import close_watch_task, note_told
from pupils.services.classes import assign_adult, assign_supporter
from tests.conventions.addresses import addresses
from tests.conventions.turns import reading
from tests.factories import (
    SEPTEMBER,
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    UserFactory,
    member,
)
from tests.lac.makers import day, in_care
from tests.lac.test_watch import BEFORE, LAST, a_total, keep
from tests.lac.turns import LINE_ABOVE, READ, asks, is_of_care, may_open
from tests.pages import client_of, search
from tests.pupils.safeguarding.test_hand_over import tables_with
from tests.school_years import school_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
WORD = "Quarklemark"
#: Posts that end, and posts that are given a child instead of a class.
ENDS, SUPPORTS = (Role.COVER, Role.TRAINEE), (Role.LSA,)


def outside() -> list[Role]:
    """Who opens children's records and may not read the whole of care: one of each kind.

    Pages know a role by its reach and its permissions, and by how `somebody` gets to the child.
    """
    kinds: dict[tuple, Role] = {}
    for role, rule in ROLES.items():
        may = rule.permissions
        if Permission.VIEW_PUPILS in may and Permission.READ_CARE not in may:
            kinds.setdefault((rule.reach, may, role in ENDS, role in SUPPORTS), role)
    return list(kinds.values())


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield")
    school_year(school)
    return school


@pytest.fixture
def pupil(school):
    """A child with a planted word in every text of these tables."""
    pupil = PupilFactory(school=school, class_group=ClassGroupFactory(school=school))
    by = UserFactory()
    in_care(pupil)
    keep(pupil, BEFORE, (10, 7)), keep(pupil, LAST, (10, 7)), a_total(pupil, 38)
    task = WatchTask.objects.filter(rule="sdq").get()
    note_told(task=task, name=f"{WORD} told", told_on=TODAY, by=by)
    close_watch_task(task=task, done=f"{WORD} done", by=by)
    meeting = add_meeting(
        school=school, children=[pupil], by=by, kind="worker", held_on=day("2026-11-16"),
        came=f"{WORD} came", notes=f"{WORD} notes",
    )  # fmt: skip
    child = meeting.children.get()
    say_of_child(child=child, said=f"{WORD} said", version=version_of(child, SAID_FIELDS), by=by)
    add_care_action(
        meeting=meeting, pupil=pupil, what=f"{WORD} what", outside_owner=f"{WORD} owner",
        due_on=TODAY, by=by,
    )  # fmt: skip
    share_information(
        pupil=pupil, by=by, what=["helps"], words=f"{WORD} words", to_name=f"{WORD} to",
        to_role=f"{WORD} role", organisation=f"{WORD} school", authority="law",
        authority_words=f"{WORD} law", shared_on=TODAY, how="phone",
    )  # fmt: skip
    add_file(pupil=pupil, by=by, to_school=f"{WORD} Junior", leaves_on=TODAY)
    return pupil


def somebody(role: Role, pupil):
    """A person of that role who opens the child's record."""
    ends_on = TODAY + dt.timedelta(days=30)
    more = {"ends_on": ends_on} if role in ENDS else {}
    user = member(pupil.school, role, **more)
    if role in SUPPORTS:
        assign_supporter(pupil=pupil, user=user, starts_on=SEPTEMBER, by=None)
    else:
        facts = {"class_group": pupil.class_group, "user": user, "role": role}
        assign_adult(starts_on=SEPTEMBER, by=None, **facts)
    return user


def pages_of(pupil, role: Role) -> dict[str, bool]:
    """Every page of the school, of its child and of its class, and those over all schools.

    Each with whether it may read what is kept of care. Without those that a role may not open: the
    test of the walls knocks at them; and without those whose turn it is not (`turns.asks`).
    """
    rows = {"pupil": pupil.pk, "class_group": pupil.class_group_id}
    return {
        page.path(pupil.school, rows): is_of_care(page)
        for page in addresses()
        if page.rule
        and page.rule.level in ("school", "federation")
        and set(page.rows) <= set(rows)
        and may_open(role, page)
        and asks(role, page, among=outside())
    }


@pytest.mark.slow
@pytest.mark.parametrize("role", outside())
def test_no_page_says_it_to_those_who_may_not_read_it(pupil, role, caplog):
    caplog.set_level("CRITICAL")  # refusals are written with where they were raised: slow
    client = client_of(somebody(role, pupil))
    line = LINE_ABOVE if Permission.VIEW_CARE in ROLES[role].permissions else set()
    opened = 0
    for path, may_read in pages_of(pupil, role).items():
        with reading(READ) as tables:
            answer = client.get(path)
        assert may_read or tables <= line, (path, tables, "MORE_OF_CARE")
        if answer.status_code == 200 and not answer.streaming:
            opened += 1
            assert WORD not in answer.content.decode(errors="replace"), (role, path)
    assert opened > 5
    assert WORD not in search(client, WORD, "/oakfield/search/").content.decode().replace(
        f'value="{WORD}"', ""
    ).replace(f"“{WORD}”", "")


def test_what_is_written_stands_where_pages_of_care_read_alone(pupil):
    """So that a page which reads none of these tables can show none of the words."""
    assert [table for table in tables_with(WORD) if not READ.match(f"FROM {table}")] == []


def test_those_who_read_the_whole_find_it(pupil):
    client = client_of(somebody(Role.SENDCO, pupil))
    base = f"/oakfield/children/{pupil.pk}/care/"
    for path in (f"{base}watch/", f"{base}moves/", "/oakfield/care/meetings/"):
        assert WORD in client.get(path).content.decode(), path


def test_what_is_due_says_no_figure_and_no_word(pupil):
    for row in Deadline.objects.filter(provider="lac_watch"):
        said = f"{row.title} {row.how} {row.facts} {row.action}"
        assert WORD not in said
        assert "38" not in row.title
        assert row.permission == str(Permission.VIEW_CARE)
