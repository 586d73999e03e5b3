"""Read receipts of sensitive lines: whoever is named is asked; nobody for what they cannot see."""

import pytest

from aylsham.access.roles import Role
from pupils.models import Passport, PassportText, ReadReceipt, Strategy
from pupils.rules.passports import reading_mark
from pupils.selectors.readers import who_has_not, who_would_read_again
from pupils.services.grants import end_grant, grant_access
from pupils.services.passports.naming import end_reader, name_reader
from pupils.services.passports.reading import ask_to_read_again
from pupils.services.strategies import add_strategy
from tests.factories import (
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    supporter_of,
    teacher_of,
)
from tests.pages import client_of, statements, text_of
from tests.pupils.passports.makers import DAY, TODAY, published, read_now, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
CLOSED, HELP = "Mum is in hospital again.", "Ring Gran before a trip"


@pytest.fixture
def group():
    return ClassGroupFactory(school=SchoolFactory(slug="oakfield"))


@pytest.fixture
def sendco(group):
    return member(group.school)


@pytest.fixture
def teacher(group):
    return teacher_of(group)


@pytest.fixture
def child(group, sendco, teacher):
    found = PupilFactory(school=group.school, class_group=group, on_register=True)
    published(found, by=sendco)
    write(found, "hard.2", CLOSED, by=sendco)
    add_strategy(pupil=found, text=HELP, since_on=TODAY, by=sendco, sensitivity=2)
    return found


@pytest.fixture
def lsa(child):
    return supporter_of(child)


def named(child, row, user, by):
    return name_reader(
        pupil=child, line=row, user=user, reason="Takes the child home.", today=TODAY,
        ends_on=TODAY + 10 * DAY, by=by,
    )  # fmt: skip


def unread(child) -> list[str]:
    row = Passport.objects.select_related("pupil").get(pupil=child)
    return who_has_not([row], today=TODAY)[row.pk]


def asked(user, child) -> bool:
    """Whether the person's own front page and the passport ask them; both or neither."""
    client = client_of(user)
    words = text_of(client.get("/oakfield/"))
    front = "Read the passport of" in words or "Read these" in words
    page = "I have read this passport" in text_of(client.get(address(child)))
    assert front is page
    return page


def address(child) -> str:
    return f"/oakfield/children/{child.pk}/passport/"


def test_who_is_named_later_is_asked_for_each_line(child, teacher, lsa, sendco):
    for adult in (teacher, lsa):
        read_now(child, by=adult)
    before = mark_of_an_open_page(child)
    first = named(child, Strategy.objects.get(), teacher, sendco)
    assert unread(child) == [teacher.name]
    assert asked(teacher, child)
    # A page opened before the naming did not show the line.
    answer = client_of(teacher).post(f"{address(child)}read/", {"shown": before}, follow=True)
    assert "was changed after you opened it" in text_of(answer)
    read_now(child, by=teacher)
    assert unread(child) == []
    assert not asked(teacher, child)
    named(child, PassportText.objects.get(sensitivity=2), teacher, sendco)
    assert unread(child) == [teacher.name]
    read_now(child, by=teacher)
    assert ReadReceipt.objects.filter(subject="line", user=teacher).count() == 2
    # Named again for the same line, by another naming.
    end_reader(reader=first, today=TODAY, by=sendco)
    named(child, Strategy.objects.get(), teacher, sendco)
    assert unread(child) == [teacher.name]


def mark_of_an_open_page(child) -> str:
    """What a page that was open before the naming carries."""
    newest = Passport.objects.get(pupil=child).versions.order_by("-number").first()
    return reading_mark(newest.number, newest.written_at)


def test_an_ended_naming_asks_no_more(child, teacher, lsa, sendco):
    for adult in (teacher, lsa):
        read_now(child, by=adult)
    reader = named(child, Strategy.objects.get(), lsa, sendco)
    assert unread(child) == [lsa.name]
    end_reader(reader=reader, today=TODAY, by=sendco)
    assert unread(child) == []
    assert not asked(lsa, child)


def test_only_who_sees_a_changed_line_is_asked_again(child, teacher, lsa, sendco):
    helper = member(child.school, Role.HIGHER_LEVEL_ASSISTANT)
    child.adults.create(school=child.school, user=helper, starts_on=TODAY)
    for adult in (teacher, lsa, helper):
        read_now(child, by=adult)
    named(child, PassportText.objects.get(sensitivity=2), lsa, sendco)
    read_now(child, by=lsa)
    changed = PassportText.objects.get(sensitivity=2)
    write(child, "hard.2", "Mum is home.", by=sendco, revision=changed.revision)
    assert who_would_read_again(child, today=TODAY) == [lsa.name]
    ask_to_read_again(pupil=child, on=TODAY, by=sendco)
    assert unread(child) == [lsa.name]
    assert [asked(adult, child) for adult in (teacher, lsa, helper)] == [False, True, False]
    # What everybody sees asks everybody, and what was not seen before counts with it.
    write(child, "do", "Never give nuts", by=sendco)
    ask_to_read_again(pupil=child, on=TODAY, by=sendco)
    assert unread(child) == sorted([teacher.name, lsa.name, helper.name])


def test_their_own_changes_ask_nobody(child, teacher, lsa, sendco):
    for adult in (teacher, lsa):
        read_now(child, by=adult)
    write(child, "hard", "The hall", by=teacher)
    changed = PassportText.objects.get(sensitivity=2)
    write(child, "hard.2", "Mum is home.", by=sendco, revision=changed.revision)
    ask_to_read_again(pupil=child, on=TODAY, by=sendco)
    assert unread(child) == [lsa.name]


def test_who_does_not_open_the_record_is_not_waited_for(child, teacher, lsa, sendco):
    for adult in (teacher, lsa):
        read_now(child, by=adult)
    named(child, Strategy.objects.get(), member(child.school, Role.LSA), sendco)
    assert unread(child) == []


def test_as_many_statements_for_many(child, teacher, lsa, sendco):
    """The list of the SENDCo and the teacher's front page, with receipts of older versions."""

    def older(each):
        read_now(each, by=teacher)
        named(each, each.strategies.get(), teacher, sendco)
        write(each, "do", "Never give nuts", by=sendco)
        ask_to_read_again(pupil=each, on=TODAY, by=sendco)

    older(child)
    pages = (client_of(sendco), "/oakfield/passports/"), (client_of(teacher), "/oakfield/")
    few = [len(statements(*page)) for page in pages]
    for _ in range(5):
        more = PupilFactory(school=child.school, class_group=child.class_group, on_register=True)
        published(more, by=sendco)
        add_strategy(pupil=more, text=HELP, since_on=TODAY, by=sendco, sensitivity=2)
        older(more)
    assert [len(statements(*page)) for page in pages] == few


def test_access_given_by_name_is_waited_for_until_it_ends(child, teacher, lsa, sendco):
    for adult in (teacher, lsa):
        read_now(child, by=adult)
    visitor = member(child.school, Role.LSA)
    named(child, Strategy.objects.get(), visitor, sendco)
    grant = grant_access(
        pupil=child, user=visitor, reason="Covers on Fridays.", starts_on=TODAY, ends_on=TODAY,
        by=sendco,
    )  # fmt: skip
    assert unread(child) == [visitor.name]
    assert asked(visitor, child)
    row = Passport.objects.select_related("pupil").get(pupil=child)
    assert who_has_not([row], today=TODAY + DAY)[row.pk] == []
    end_grant(grant=grant, by=sendco)
    assert unread(child) == []
