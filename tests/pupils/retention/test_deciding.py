"""Records at the end of their time: who is listed, who decides, what stands against it."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed
from aylsham.models import AuditEvent, Deadline
from pupils.models import Document, RecordsRequest, RetentionDecision
from pupils.rules.retention import born_by, gone_from, period_of
from pupils.selectors.retention import retention_page
from pupils.services.needs import add_need
from pupils.services.retention.deciding import (
    confirm_deletions,
    decide_records,
    send_back,
    undo_decision,
)
from tests.factories import TODAY, PupilFactory, SchoolFactory, behind_the_wall, member
from tests.pupils.retention.makers import JUST_OVER, binned, former, proposed
from tests.pupils.test_search import access_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)


@pytest.fixture
def school():
    school = SchoolFactory()
    behind_the_wall(school)
    return school


@pytest.fixture
def sendco(school):
    return member(school, Role.SENDCO)


@pytest.fixture
def head(school):
    return member(school, Role.HEAD)


def page(user, school):
    return retention_page(access_of(user, school), school)


class TestRule:
    @pytest.mark.parametrize(
        ("born_on", "through", "review_on", "decide_by"),
        [
            (dt.date(1995, 11, 23), dt.date(2026, 11, 22), dt.date(2026, 11, 23), dt.date(2026, 12, 23)),
            (dt.date(1996, 2, 29), dt.date(2027, 2, 28), dt.date(2027, 3, 1), dt.date(2027, 4, 1)),
            (dt.date(1995, 12, 31), dt.date(2026, 12, 30), dt.date(2026, 12, 31), dt.date(2027, 1, 31)),
        ],
    )  # fmt: skip
    def test_through_the_day_before_the_31st_birthday(self, born_on, through, review_on, decide_by):
        period = period_of(born_on)
        assert (period.through, period.review_on, period.decide_by) == (
            through, review_on, decide_by,
        )  # fmt: skip

    def test_the_coarse_filter_never_leaves_out_who_has_reached_the_end(self):
        for n in range(0, 366 * 5, 1):
            today = dt.date(2026, 1, 1) + n * DAY
            born_on = dt.date(today.year - 31, today.month, min(today.day, 28))
            assert period_of(born_on).through < today
            assert born_on <= born_by(today)

    def test_thirty_days_in_the_bin(self):
        assert gone_from(dt.date(2026, 11, 23)) == dt.date(2026, 12, 24)


class TestList:
    @pytest.mark.parametrize(("days", "where"), [(0, "to_decide"), (1, "coming")])
    def test_the_day_before_the_birthday_it_is_still_kept(self, school, sendco, days, where):
        child = former(school, JUST_OVER + days * DAY)
        found = page(sendco, school)
        assert [line.pupil for line in getattr(found, where)] == [child]
        assert len(found.pupil_ids) == 1

    def test_children_on_roll_and_of_other_schools_are_not_on_it(self, school, sendco):
        PupilFactory(school=school)
        assert page(sendco, school).pupil_ids == []

    def test_a_day_that_has_passed_brings_a_kept_record_back(self, school, sendco):
        child = former(school)
        proposed(child, sendco, "keep", until=TODAY + DAY)
        assert [line.pupil for line in page(sendco, school).kept] == [child]
        RetentionDecision.objects.update(until=TODAY - DAY)
        assert [line.pupil for line in page(sendco, school).to_decide] == [child]


class TestDecisions:
    def test_deleting_takes_two_people(self, school, sendco, head):
        row = proposed(former(school), sendco)
        with pytest.raises(TransitionNotAllowed, match="yourself"):
            confirm_deletions(school=school, decision_ids=[row.pk], by=sendco)
        assert confirm_deletions(school=school, decision_ids=[row.pk], by=head) == 1
        row.refresh_from_db()
        assert (row.proposed_by, row.confirmed_by) == (sendco, head)
        with pytest.raises(TransitionNotAllowed, match="decided already"):
            confirm_deletions(school=school, decision_ids=[row.pk], by=head)

    def test_the_database_keeps_it_so(self, school, sendco):
        row = proposed(former(school), sendco)
        with pytest.raises(IntegrityError), transaction.atomic():
            RetentionDecision.objects.filter(pk=row.pk).update(
                confirmed_by=sendco, confirmed_at=dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
            )

    def test_a_record_that_is_still_kept_is_not_deleted(self, school, sendco):
        child = former(school, JUST_OVER + DAY)
        with pytest.raises(TransitionNotAllowed, match="kept until 23 November 2026"):
            proposed(child, sendco)

    def test_many_at_once_or_none(self, school, sendco):
        children = [former(school) for _ in range(3)]
        young = former(school, JUST_OVER + DAY)
        facts = {"school": school, "kind": "delete", "reason": "Over", "by": sendco}
        events = AuditEvent.objects.count()
        with pytest.raises(TransitionNotAllowed):
            decide_records(pupil_ids=[c.pk for c in [*children, young]], **facts)
        assert not RetentionDecision.objects.exists()
        assert AuditEvent.objects.count() == events
        assert decide_records(pupil_ids=[c.pk for c in children], **facts) == 3

    def test_what_stands_against_it(self, school, sendco, head):
        child = former(school)
        row = proposed(child, sendco)
        document = Document.objects.create(
            school=school, pupil=child, kind="ep", title="Report", of_on=TODAY,
            filed_at=dt.datetime(2026, 11, 1, tzinfo=dt.UTC), hold_reason="Inquiry",
        )  # fmt: skip
        with pytest.raises(TransitionNotAllowed, match="inquiry"):
            confirm_deletions(school=school, decision_ids=[row.pk], by=head)
        document.delete()
        RecordsRequest.objects.create(
            school=school, pupil=child, joint_id=child.pk, kind="sar", received_on=TODAY,
            asker="Herself", asker_kind="child", owner=sendco,
        )  # fmt: skip
        with pytest.raises(TransitionNotAllowed, match="not answered"):
            confirm_deletions(school=school, decision_ids=[row.pk], by=head)

    def test_held_until_the_hold_is_lifted(self, school, sendco):
        child = former(school)
        hold = proposed(child, sendco, "hold", reason="Public inquiry")
        with pytest.raises(TransitionNotAllowed, match="Lift the hold"):
            proposed(child, sendco)
        undo_decision(decision=hold, by=sendco)
        assert proposed(child, sendco).kind == "delete"

    def test_kept_until_a_day_to_come(self, school, sendco):
        with pytest.raises(TransitionNotAllowed, match="still to come"):
            proposed(former(school), sendco, "keep", until=TODAY)

    def test_sent_back_it_is_decided_anew(self, school, sendco, head):
        child = former(school)
        row = proposed(child, sendco)
        send_back(school=school, decision_ids=[row.pk], by=head)
        assert [line.pupil for line in page(sendco, school).to_decide] == [child]

    def test_another_schools_record_is_not_decided(self, school, sendco):
        child = former(school)
        with pytest.raises(TransitionNotAllowed):
            decide_records(
                school=SchoolFactory(), pupil_ids=[child.pk], kind="hold", reason="x", by=sendco
            )

    def test_in_the_bin_nothing_is_written_until_it_is_taken_out(self, school, sendco, head):
        child = former(school)
        row = binned(child, sendco, head)
        with pytest.raises(TransitionNotAllowed, match="in the bin"):
            add_need(pupil=child, need_type="SLCN", by=sendco)
        with pytest.raises(TransitionNotAllowed, match="in the bin"):
            proposed(child, sendco, "keep", until=TODAY + DAY)
        undo_decision(decision=row, by=head)
        add_need(pupil=child, need_type="SLCN", by=sendco)


class TestDeadlines:
    def rows(self):
        rows = Deadline.objects.filter(provider="retention").order_by("due_on")
        return [(r.title[:7], r.begins_on, r.due_on) for r in rows]

    def test_a_month_to_decide_then_two_weeks_to_confirm(self, school, sendco, head):
        child = former(school)
        row = proposed(child, sendco)
        assert self.rows() == [("Confirm", None, TODAY + 14 * DAY)]
        send_back(school=school, decision_ids=[row.pk], by=head)
        assert self.rows() == [("Decide ", TODAY, dt.date(2026, 12, 23))]
        proposed(child, sendco, "keep", until=dt.date(2027, 1, 31))
        assert self.rows() == [("Decide ", dt.date(2027, 2, 1), dt.date(2027, 3, 1))]
        proposed(child, sendco, "hold")
        assert self.rows() == []
