"""From the first word to published: refused steps, versions, sampling, one row in every view."""

import datetime as dt
from uuid import UUID

import pytest
import time_machine
from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.models import AuditEvent
from pupils.codes import PassportState
from pupils.models import Passport, PassportComment, PassportText, PassportVersion
from pupils.rules.passports import is_drawn
from pupils.selectors.passports.versions import compare
from pupils.services.passports.checking import (
    confirm_passport,
    look_through,
    publish_passport,
    send_back,
    send_for_checking,
)
from pupils.services.strategies import (
    STRATEGY_FIELDS,
    add_strategy,
    change_strategy,
    confirm_strategy,
    end_strategy,
)
from tests.access import access_of
from tests.factories import PupilFactory, UserFactory, member
from tests.pupils.passports.makers import TODAY, published, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def by():
    return UserFactory(name="Megan Pryce")


@pytest.fixture
def checker():
    return UserFactory(name="Helen Marsh")


@pytest.fixture
def child():
    return PupilFactory(on_register=["SLCN"])


def numbers() -> list[int]:
    return list(PassportVersion.objects.order_by("number").values_list("number", flat=True))


class TestFirstCheck:
    def test_an_empty_one_is_not_sent_and_leaves_no_trace(self, child, by):
        before = AuditEvent.objects.count()
        with pytest.raises(TransitionNotAllowed, match="Write a line first"), transaction.atomic():
            send_for_checking(pupil=child, on=TODAY, by=by)
        assert AuditEvent.objects.count() == before
        assert not Passport.objects.exists()

    def test_what_helps_alone_is_enough(self, child, by):
        add_strategy(pupil=child, text="Sit in front", since_on=TODAY, by=by)
        assert send_for_checking(pupil=child, on=TODAY, by=by).state == PassportState.CHECKING

    def test_sent_back_with_comments_and_sent_again(self, child, by, checker):
        write(child, "hard", "Noise", by=by)
        send_for_checking(pupil=child, on=TODAY, by=by)
        with pytest.raises(TransitionNotAllowed, match="Say what"):
            send_back(pupil=child, comments={"hard": "  "}, by=checker)
        sent = send_back(pupil=child, comments={"hard": "Where?", "": "Good start"}, by=checker)
        assert sent.state == PassportState.SENT_BACK
        assert PassportComment.objects.filter(settled_at=None).count() == 2
        with pytest.raises(TransitionNotAllowed, match="sent back"):
            send_back(pupil=child, comments={"hard": "Where?"}, by=checker)
        send_for_checking(pupil=child, on=TODAY, by=by)
        publish_passport(pupil=child, on=TODAY, by=checker)
        assert not PassportComment.objects.filter(settled_at=None).exists()

    def test_it_is_published_once(self, child, by, checker):
        passport = published(child, by=by)
        assert (passport.published_on, passport.confirmed_on, numbers()) == (TODAY, TODAY, [1])
        for step in (publish_passport, send_for_checking):
            with pytest.raises(TransitionNotAllowed, match="published"):
                step(pupil=child, on=TODAY, by=checker)

    def test_a_draft_is_not_found_true(self, child, by):
        write(child, "hard", "Noise", by=by)
        with pytest.raises(TransitionNotAllowed, match="not been published"):
            confirm_passport(pupil=child, on=TODAY, by=by)

    def test_confirming_does_not_go_back_in_time(self, child, by):
        published(child, by=by)
        again = confirm_passport(pupil=child, on=TODAY - dt.timedelta(1), by=by)
        assert again.confirmed_on == TODAY


class TestVersions:
    def test_one_sitting_is_one_version_and_another_person_another(self, child, by, checker):
        published(child, by=checker)
        write(child, "hard", "Noise", by=by)
        write(child, "aims", "Read aloud", by=by)
        assert numbers() == [1, 2]
        write(child, "aims", "Read aloud well", by=checker, revision=1)
        assert numbers() == [1, 2, 3]

    def test_after_half_an_hour_it_is_another_sitting(self, child, by, checker):
        published(child, by=checker)
        for minutes, expected in ((0, [1, 2]), (29, [1, 2]), (60, [1, 2, 3])):
            at = dt.datetime(2026, 11, 23, 10, tzinfo=dt.UTC) + dt.timedelta(minutes=minutes)
            with time_machine.travel(at):
                before = PassportText.objects.filter(part="hard").first()
                revision = before.revision if before else 0
                write(child, "hard", f"Noise {minutes}", by=by, revision=revision)
            assert numbers() == expected

    def test_a_strategy_changed_elsewhere_makes_a_version_of_every_view(self, child, by, checker):
        published(child, by=checker)
        row = add_strategy(pupil=child, text="Sit in front", since_on=TODAY, by=by)
        facts = {name: getattr(row, name) for name in STRATEGY_FIELDS} | {"text": "Sit at a side"}
        version = version_of(row, STRATEGY_FIELDS)
        change_strategy(strategy=row, **facts, on=TODAY, version=version, by=by)
        latest = PassportVersion.objects.get(number=2)
        assert "Sit at a side" in {said["text"] for said in latest.content}
        end_strategy(strategy=row, ended_on=TODAY, by=by)
        latest.refresh_from_db()
        assert "Sit at a side" not in {said["text"] for said in latest.content}

    def test_still_true_makes_no_version(self, child, by, checker):
        published(child, by=checker)
        row = add_strategy(pupil=child, text="Sit in front", since_on=TODAY, by=by)
        confirm_strategy(strategy=row, on=TODAY, by=UserFactory())
        confirm_passport(pupil=child, on=TODAY, by=UserFactory())
        assert numbers() == [1, 2]

    def test_a_draft_has_none(self, child, by):
        write(child, "hard", "Noise", by=by)
        assert numbers() == []

    def test_words_that_were_closed_later_are_closed_in_old_versions_too(self, child, by):
        teacher, sendco = (member(child.school, role) for role in ("phase_leader", "sendco"))
        row = add_strategy(pupil=child, text="Ring Dad at noon", since_on=TODAY, by=by)
        published(child, by=sendco)
        facts = {name: getattr(row, name) for name in STRATEGY_FIELDS} | {"sensitivity": 2}
        version = version_of(row, STRATEGY_FIELDS)
        change_strategy(strategy=row, **facts, on=TODAY, version=version, by=by)
        first = PassportVersion.objects.get(number=1)
        for who, sees in ((teacher, False), (sendco, True)):
            compared = compare(access_of(who, child.school), child, first)
            texts = ["".join(span.text for span in line.spans) for line in compared.lines]
            assert ("Ring Dad at noon" in texts) is sees


class TestSampling:
    def test_about_one_sitting_in_five_is_drawn(self):
        drawn = sum(is_drawn(UUID(int=0x01A2 << 112 | n * 2654435761)) for n in range(1000))
        assert 150 <= drawn <= 250

    def test_the_first_version_was_checked_and_is_not_drawn(self, child, by, monkeypatch):
        monkeypatch.setattr("pupils.services.passports.versions.is_drawn", lambda pk: True)
        published(child, by=by)
        assert not PassportVersion.objects.get().is_sampled

    def test_an_edit_after_the_look_is_a_new_version(self, child, by, checker):
        published(child, by=checker)
        write(child, "hard", "Noise", by=by)
        version = PassportVersion.objects.get(number=2)
        look_through(version=version, by=checker)
        again = look_through(version=version, by=UserFactory())
        assert again.seen_by == checker
        write(child, "aims", "Read aloud", by=by)
        assert numbers() == [1, 2, 3]


class TestWriting:
    def test_one_audit_row_for_a_sitting_on_a_line(self, child, by):
        sitting = UUID(int=7)
        for revision, text in enumerate(("N", "No", "Noise")):
            write(child, "hard", text, by=by, revision=revision, sitting=sitting)
        assert AuditEvent.objects.filter(action=Action.WRITE_PASSPORT).count() == 1
        assert PassportText.objects.get().revision == 3

    def test_a_late_save_of_the_same_page_follows_on(self, child, by):
        sitting = UUID(int=7)
        write(child, "hard", "Noise", by=by, sitting=sitting)
        outcome = write(child, "hard", "Noise in the hall", by=by, sitting=sitting)
        assert (outcome.aside, outcome.revision) == (None, 2)

    def test_a_page_that_typed_nothing_there_does_not_undo_a_colleague(self, child, by, checker):
        write(child, "hard", "Noise", by=by)
        write(child, "hard", "Noise in the hall", by=checker, revision=1)
        outcome = write(child, "hard", "Noise", by=by, revision=1)
        assert (outcome.text, outcome.aside, outcome.is_changed) == (
            "Noise in the hall",
            None,
            False,
        )

    def test_a_cleared_line_of_what_helps_stays_until_it_is_ended(self, child, by):
        row = add_strategy(pupil=child, text="Sit in front", since_on=TODAY, by=by)
        outcome = write(child, f"helps.{row.pk}", "", by=by, revision=1)
        assert (outcome.text, outcome.is_changed) == ("Sit in front", False)
