"""A bundle leaves only after a second, named person has looked at exactly its files."""

import json

import pytest

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed
from pupils.models import Approval
from pupils.selectors.approvals import approvers_of
from pupils.services.approvals import answer_approval, ask_approval, set_approval_rules
from pupils.sharing_codes import ShareKind, WhenAsked
from reports.selectors.bundles.leaving import evidence_leaving
from reports.services.bundles.preparing import remove_bundle
from reports.services.bundles.sending import mark_of, record_sent
from tests.factories import TODAY, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.reports.bundles.makers import (
    a_child,
    again,
    approved,
    begun,
    made,
    paper,
    say_of,
    sendco,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today"), pytest.mark.slow]


@pytest.fixture
def child():
    return a_child()


@pytest.fixture
def by(child):
    return sendco(child)


@pytest.fixture
def other(child):
    return member(child.school, Role.SENDCO)


@pytest.fixture
def bundle(child, by):
    paper(child)
    return made(begun(child, by, kinds=("needs", "advice")), by)


def leaving(bundle):
    return evidence_leaving(bundle, bundle.pupil)


def asked(bundle, by, other):
    return ask_approval(leaving=leaving(bundle), approver=other, due_on=TODAY, by=by)


def send(bundle, by):
    return record_sent(
        bundle=bundle,
        sent_on=TODAY,
        sent_how="portal",
        sent_to="Norfolk",
        seen=mark_of(bundle),
        by=by,
    )


def address(bundle, rest="") -> str:
    return f"/oakfield/children/{bundle.pupil_id}/bundles/{bundle.pk}/{rest}"


def test_it_does_not_go_without_a_second_person(bundle, by, other):
    with pytest.raises(TransitionNotAllowed, match="second person"):
        send(bundle, by)
    asked(bundle, by, other)
    with pytest.raises(TransitionNotAllowed, match="has not answered"):
        send(bundle, by)
    assert not again(bundle).is_sent


def test_approved_it_goes_and_says_who_and_when(bundle, by, other):
    approved(bundle, by, other)
    send(bundle, by)
    said = text_of(client_of(by).get(address(bundle)))
    assert f"Approved {other.name}, " in said
    data = client_of(by).get(address(bundle, "file/?as=json")).content
    look = json.loads(data)["second_look"]
    assert (look["by"], look["of"]) == (other.name, leaving(bundle).digest)
    assert look["at"].startswith("2026-11-23T")


def test_who_made_it_does_not_approve_it_whoever_asks(bundle, by, other):
    assert by not in approvers_of(leaving(bundle), but=other, today=TODAY)
    with pytest.raises(TransitionNotAllowed, match="nobody approves their own"):
        ask_approval(leaving=leaving(bundle), approver=by, due_on=TODAY, by=other)


def test_who_made_it_anew_after_being_asked_does_not_answer(bundle, by, other):
    row = asked(bundle, by, other)
    bundle.made_by = other
    with pytest.raises(TransitionNotAllowed, match="You made it yourself"):
        answer_approval(approval=row, leaving=leaving(bundle), is_approved=True, by=other)


def test_another_choice_asks_again(bundle, by, other):
    approved(bundle, by, other)
    say_of(bundle, by, "Therapist’s report", is_in=False, reason="Out of date.")
    anew = made(again(bundle), by)
    with pytest.raises(TransitionNotAllowed, match="changed after"):
        send(anew, by)


def test_sent_back_it_stays_and_the_page_says_why(bundle, by, other):
    row = asked(bundle, by, other)
    answer_approval(
        approval=row, leaving=leaving(bundle), is_approved=False, why="Item 2.", by=other
    )
    with pytest.raises(TransitionNotAllowed, match="sent it back: Item 2"):
        send(bundle, by)
    assert "Item 2." in text_of(client_of(by).get(address(bundle)))


def test_everything_in_one_file_waits_and_each_part_can_be_looked_at(bundle, by, other):
    client = client_of(by)
    held = client.get(address(bundle, "file/?as=zip"), follow=True)
    assert "second person" in text_of(held) or "second person" in held.content.decode()
    assert client.get(address(bundle, "file/?part=1"))["Content-Type"] == "application/pdf"
    approved(bundle, by, other)
    assert client.get(address(bundle, "file/?as=zip"))["Content-Type"] == "application/zip"


def test_the_second_person_sees_exactly_the_files(bundle, by, other):
    row = asked(bundle, by, other)
    client = client_of(other)
    said = text_of(client.get(f"/oakfield/approvals/{row.pk}/"))
    assert f"Pages 1 to {bundle.pages}" in said
    assert "Norfolk" in said
    part = client.get(f"/oakfield/approvals/{row.pk}/part/?part=1")
    assert part.content == bytes(bundle.parts.get(school=bundle.school).pdf)


def test_from_the_page_of_the_bundle_to_the_answer(bundle, by, other):
    client = client_of(by)
    page = client.get(address(bundle)).content.decode()
    ask = f"/oakfield/children/{bundle.pupil_id}/approve/evidence/{bundle.pk}/"
    assert ask in page
    assert address(bundle, "sent/") not in page
    client.post(ask, {"approver": str(other.pk), "due_on": "today"})
    row = Approval.objects.get()
    client_of(other).post(f"/oakfield/approvals/{row.pk}/", {"is_approved": "yes"})
    assert address(bundle, "sent/") in client.get(address(bundle)).content.decode()


def test_a_school_with_one_person_says_that_it_asks_nobody(bundle, by, child):
    ask = f"/oakfield/children/{bundle.pupil_id}/approve/evidence/{bundle.pk}/"
    assert "Nobody else at this school may approve it" in text_of(client_of(by).get(ask))
    rules = {ShareKind.EVIDENCE: WhenAsked.NEVER}
    set_approval_rules(school=child.school, asked=rules, by=by)
    send(bundle, by)
    assert again(bundle).is_sent


def test_when_sensitive_asks_only_for_what_was_flagged(bundle, by, child):
    rules = {ShareKind.EVIDENCE: WhenAsked.SENSITIVE}
    set_approval_rules(school=child.school, asked=rules, by=by)
    assert not leaving(bundle).is_sensitive
    send(bundle, by)


def test_thrown_away_nobody_has_to_answer(bundle, by, other):
    row = asked(bundle, by, other)
    remove_bundle(bundle=bundle, by=by)
    row.refresh_from_db()
    assert row.answer == "withdrawn"


def test_nobody_of_another_school_sees_it(bundle, by, other):
    row = asked(bundle, by, other)
    stranger = client_of(member(SchoolFactory()))
    assert stranger.get(f"/oakfield/approvals/{row.pk}/").status_code == 404


def test_the_page_of_a_made_bundle_takes_few_statements(bundle, by, other):
    asked(bundle, by, other)
    assert len(statements(client_of(by), address(bundle))) <= OF_EVERY_REQUEST + 8
