"""A record that moved to another school: every POST says so in a sentence, and writes nothing."""

from itertools import batched, groupby
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client

from aylsham.access.roles import ROLES as ACCESS
from aylsham.access.roles import Role
from aylsham.tenancy.row_security import school_transaction
from pupils.models import Pupil
from pupils.services.retention.tracing import rows_of
from tests.conventions.addresses import addresses
from tests.conventions.test_walls import FORM, transactional_db  # noqa: F401
from tests.conventions.world import fingerprint, make_world
from tests.demonstration import folder_of_copies, standing
from tests.factories import TODAY

#: Pages of a closed record that take a POST all the same: each with what a school still owes.
STILL_OPEN = {
    "records_request_add": "a subject access request is answered for a closed record too",
    "child_timeline_print": "a copy to read: it writes nothing on the record",
    "care_print": "a copy to read: it writes nothing on the record",
    "pep_print": "a copy to read: it writes nothing on the record",
    "case_study_print": "a copy to read: it writes nothing on the record",
    "passport_measure": "sees whether a print fits: it writes nothing on the record",
    "transition_measure": "sees whether a print fits: it writes nothing on the record",
    "meeting_print": "a copy to read: it writes nothing on the record",
    "care_file_add": "the safeguarding file is owed to the next school all the same",
    "care_file_change": "the safeguarding file is owed to the next school all the same",
}
CHILD_PAGES = [a for a in addresses() if a.rule and a.rule.level == "school" and a.is_child]
OTHER_PAGES = [
    a for a in addresses() if a.rule and a.rule.level == "school" and a.rows and not a.is_child
]
#: What another page may still change of rows that lead to a closed record, with the reason beside.
STILL_WRITTEN = {
    "records_request": {"pupils.RecordsRequest", "pupils.RequestItem", "pupils.Disclosure"},
    "retention": {"pupils.RetentionDecision"},
    # Who was let in is let out, whatever became of the record.
    "grant_end": {"pupils.PupilGrant"},
    # A copy to read, for a day.
    "class_meeting_print": {"pupils.PrintedPaper"},
    "base_print": {"pupils.PrintedPaper"},
    # What a draft of the week no longer has to cover goes from it.
    "week_": {"staff.PlanDemand", "staff.PlanSession"},
}
SENTENCE = "This record moved to another school on 23 November 2026."
ROLES = (Role.SENDCO, Role.HEAD, Role.CLASS_TEACHER, Role.DESIGNATED_TEACHER)


@pytest.fixture(scope="module")
def closed(transactional_db, tmp_path_factory, worker_id):  # noqa: F811
    """A school whose child, with a row for every address, has moved away."""
    copies = folder_of_copies(tmp_path_factory, worker_id, "world")
    with standing(copies, make_world) as made:
        with school_transaction(made.own.school):
            Pupil.objects.filter(pk=made.own.pupil.pk).update(closed_on=TODAY)
        yield made.own, {role: made.people[role] for role in ROLES}


def written(world) -> dict[str, str]:
    """A checksum of every row of the child, by table."""
    found = {}
    with school_transaction(world.school), connection.cursor() as cursor:
        for model, keys in rows_of(world.pupil).items():
            name = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(
                f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {name} t"
                " WHERE id = ANY(%s)",
                [list(keys)],
            )
            found[model._meta.label] = (len(keys), cursor.fetchone()[0])
    return found


def client_of(user) -> Client:
    client = Client(raise_request_exception=True)
    client.force_login(user)
    return client


def fields(world) -> dict[str, str]:
    """What a form might send, so that a page without a guard would write."""
    words = ("text", "reason", "why", "note", "in_words", "what", "title", "name", "happened")
    days = ("on", "starts_on", "ended_on", "since_on", "of_on")
    return (
        {name: str(value) for name, value in world.rows.items()}
        | dict.fromkeys(words, "Written on a closed record")
        | dict.fromkeys(days, "23 Nov 2026")
    )


def writer_of(page) -> Role:
    """Who writes on a page: the SENDCo, or else whoever keeps what is known of care."""
    may = ACCESS[Role.SENDCO].permissions
    return Role.SENDCO if page.rule.permission in may else Role.DESIGNATED_TEACHER


def askers(page, place: int) -> list[Role]:
    """Who may send a page's form; they take turns in being the first, since the guard asks nobody
    who they are."""
    may = [role for role in ROLES if page.rule.permission in ACCESS[role].permissions]
    first = place % len(may) if may else 0
    return may[first:] + may[:first]


def test_every_page_of_the_child_answers_a_post_with_the_sentence(closed):
    world, people = closed
    clients = {role: client_of(people[role]) for role in ROLES}
    before = written(world)
    asked = set()
    for place, page in enumerate(CHILD_PAGES):
        if page.name in STILL_OPEN:
            continue
        for role in askers(page, place):
            answer = send(clients[role], page, world)
            if answer.status_code == 403:
                continue  # not for this one's part in the child's life
            asked.add((page.name, role))
            assert answer.status_code == 409, (page.route, answer.status_code)
            assert SENTENCE in answer.content.decode(), page.route
            break
    assert all(sum(role == by for _, by in asked) > 40 for role in ROLES)
    assert written(world) == before


def send(client: Client, page, world):
    """A page's form with every word it might take; as a browser sends one without files."""
    sent = urlencode(fields(world))
    return client.post(page.path(world.school, world.rows), sent, FORM)


def may_change(page) -> frozenset[str]:
    """What a page may still change of a closed record's rows."""
    found = (v for k, v in STILL_WRITTEN.items() if page.name.startswith(k))
    return frozenset(next(found, set()))


def test_pages_behind_other_rows_write_nothing_either(closed):
    """A meeting, a plan, a class: what their forms would change of the child is refused below.

    Pages that may change the same are looked at in dozens: counting rows takes longer than asking.
    """
    world, people = closed
    clients = {role: client_of(people[role]) for role in ROLES}
    before, school_before = written(world), fingerprint(world)
    found = []
    for may, pages in groupby(sorted(OTHER_PAGES, key=_alike), key=may_change):
        for dozen in batched(pages, 12):
            for page in dozen:
                answer = send(clients[writer_of(page)], page, world)
                assert answer.status_code < 500, page.route
            school_now = fingerprint(world)
            if school_now == school_before:
                continue  # nothing of the school changed, so nothing of the child
            now, school_before = written(world), school_now
            changed = {k for k, v in now.items() if before.get(k) != v}
            if changed - may:
                found.append(([page.name for page in dozen], sorted(changed - may)))
            before = now
    assert found == []


def _alike(page) -> list[str]:
    return sorted(may_change(page))


def test_a_page_without_the_guard_is_caught(closed, monkeypatch):
    """The planted mistake: without the guard at the door pages answer with their forms."""
    from aylsham.access import decorators

    world, people = closed
    monkeypatch.setattr(decorators, "_guards", [])
    client = client_of(people[Role.SENDCO])
    pages = [p for p in CHILD_PAGES if p.name == "need_add"]
    answer = client.post(pages[0].path(world.school, world.rows), {})
    assert SENTENCE not in answer.content.decode()
