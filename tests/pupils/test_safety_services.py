"""Alerts, medicines, safety plans, suspensions: kept, agreed word for word, read."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.deadlines.services import find_changes, rebuild_deadlines
from aylsham.models import AuditEvent, Closure, Deadline, Term
from pupils.kept import KEPT
from pupils.models import ReadReceipt, SafetyPlan, SafetyPlanVersion, Suspension
from pupils.selectors.safety import plan_page
from pupils.services.classes import assign_adult, assign_supporter
from pupils.services.kept import add_record, change_record, end_record
from pupils.services.safety import (
    DRAFT_FIELDS,
    agree_plan,
    change_frame,
    confirm_read,
    end_plan,
    name_adult,
    remove_adult,
    start_plan,
    write_draft,
)
from tests.access import access_of
from tests.factories import TODAY, ClassGroupFactory, PupilFactory, UserFactory, member

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
SUMMER = dt.date(2027, 7, 1)


@pytest.fixture
def by():
    return UserFactory()


@pytest.fixture
def child():
    return PupilFactory()


@pytest.fixture
def plan(child, by):
    return begin(child, by)


def begin(child, by, kind="healthcare", readers="everybody") -> SafetyPlan:
    return start_plan(
        pupil=child,
        kind=kind,
        owner=by,
        readers=readers,
        starts_on=TODAY,
        review_on=SUMMER,
        by=by,
    )


def written(plan, by, text="Ring 999") -> SafetyPlan:
    version = version_of(plan, DRAFT_FIELDS)
    return write_draft(plan=plan, sections={"emergency": text}, version=version, by=by)


def agreed(plan, by, *, on=TODAY, must_read=True, review_on=SUMMER) -> SafetyPlanVersion:
    return agree_plan(
        plan=plan,
        agreed_on=on,
        agreed_with="mother",
        agreed_how="meeting",
        review_on=review_on,
        must_read=must_read,
        version=version_of(plan, DRAFT_FIELDS),
        by=by,
    )


def due(child, kind="safety") -> list[tuple[str, dt.date]]:
    rows = Deadline.objects.filter(school=child.school, pupil_id=child.pk, kind=kind)
    return sorted(rows.values_list("title", "due_on"))


@pytest.fixture
def autumn(child):
    days = {"starts_on": dt.date(2026, 9, 3), "ends_on": dt.date(2026, 12, 18)}
    Term.objects.create(school=child.school, academic_year=2026, name="autumn", **days)
    inset = dt.date(2026, 11, 27)
    Closure.objects.create(school=child.school, kind="inset", starts_on=inset, ends_on=inset)


class TestKept:
    ALERT = {
        "kind": "emergency",
        "what": "Severe allergy to nuts",
        "action": "Auto-injector, then 999",
        "starts_on": TODAY,
    }

    def test_add_change_end(self, child, by):
        kind = KEPT["alert"]
        row = add_record(kind=kind, pupil=child, facts=self.ALERT, by=by)
        version = version_of(row, kind.record_fields)
        changed = self.ALERT | {"what": "Severe allergy to cashews"}
        change_record(kind=kind, record=row, facts=changed, version=version, by=by)
        with pytest.raises(StaleSave):
            change_record(kind=kind, record=row, facts=self.ALERT, version=version, by=by)
        end_record(kind=kind, record=row, ended_on=TODAY, by=by)
        with pytest.raises(TransitionNotAllowed, match="ended on"):
            end_record(kind=kind, record=row, ended_on=TODAY, by=by)
        steps = AuditEvent.objects.filter(action=Action.CHANGE_SAFETY).order_by("id")
        assert [e.detail["step"] for e in steps] == ["added", "changed", "ended"]
        assert "cashews" not in str([e.detail for e in steps])

    def test_the_last_day_is_not_before_the_first(self, child, by):
        row = add_record(kind=KEPT["alert"], pupil=child, facts=self.ALERT, by=by)
        with pytest.raises(TransitionNotAllowed, match="after that day"):
            end_record(kind=KEPT["alert"], record=row, ended_on=TODAY - DAY, by=by)
        assert not AuditEvent.objects.filter(detail__step="ended").exists()

    def test_a_medicine_is_replaced_before_its_last_day(self, child, by):
        facts = {
            "starts_on": TODAY,
            "name": "Salbutamol",
            "dose": "2 puffs",
            "given": "When wheezing",
            "kept_at": "Office",
            "expires_on": dt.date(2027, 2, 28),
            "parents_agreed_on": TODAY,
        }
        row = add_record(kind=KEPT["medicine"], pupil=child, facts=facts, by=by)
        title = "Replace a medicine before its last day"
        assert due(child) == [(title, dt.date(2027, 2, 28))]
        end_record(kind=KEPT["medicine"], record=row, ended_on=TODAY, by=by)
        assert due(child) == []

    def test_a_suspension_has_a_length_or_is_permanent(self, child, by):
        facts = {"starts_on": TODAY, "reason": "DB", "is_permanent": False}
        with pytest.raises(IntegrityError), transaction.atomic():
            add_record(kind=KEPT["suspension"], pupil=child, facts=facts, by=by)
        add_record(
            kind=KEPT["suspension"],
            pupil=child,
            facts=facts | {"ended_on": TODAY, "sessions": 2},
            by=by,
        )
        add_record(
            kind=KEPT["suspension"], pupil=child, facts=facts | {"is_permanent": True}, by=by
        )
        assert Suspension.objects.count() == 2


class TestPlans:
    def test_one_of_a_kind_at_a_time(self, child, plan, by):
        with pytest.raises(TransitionNotAllowed, match="has one already"):
            begin(child, by)
        end_plan(plan=plan, ended_on=TODAY, by=by)
        begin(child, by)

    def test_words_are_in_force_once_they_are_agreed(self, plan, by):
        plan = written(plan, by)
        assert plan.version == 0
        first = agreed(plan, by)
        plan.refresh_from_db()
        written(plan, by, "Ring 999 and the mother")
        first.refresh_from_db()
        assert first.sections == {"emergency": "Ring 999"}
        assert SafetyPlan.objects.get().version == 1

    def test_nothing_written_is_not_agreed(self, plan, by):
        with pytest.raises(TransitionNotAllowed, match="Nothing is written"):
            agreed(plan, by)
        assert not AuditEvent.objects.filter(action=Action.AGREE_SAFETY_PLAN).exists()

    def test_a_double_press_agrees_once(self, plan, by):
        plan = written(plan, by)
        agreed(plan, by)
        with pytest.raises(TransitionNotAllowed, match="already"):
            agreed(plan, by)
        assert SafetyPlanVersion.objects.count() == 1

    def test_a_second_writer_is_told(self, plan, by):
        stale = version_of(plan, DRAFT_FIELDS)
        written(plan, by, "Ring 999")
        with pytest.raises(StaleSave) as refused:
            write_draft(plan=plan, sections={"emergency": "Wait"}, version=stale, by=by)
        assert refused.value.differences[0].value == {"emergency": "Ring 999"}

    def test_the_order_of_headings_is_no_other_version(self, plan, by):
        version = version_of(plan, DRAFT_FIELDS)
        words = {"emergency": "Ring", "condition": "Allergy", "daily": "Wash hands"}
        written_here = write_draft(plan=plan, sections=words, version=version, by=by)
        assert version_of(written_here, DRAFT_FIELDS) == version_of(
            SafetyPlan.objects.get(), DRAFT_FIELDS
        )

    def test_headings_of_another_kind_are_dropped(self, plan, by):
        version = version_of(plan, DRAFT_FIELDS)
        sections = {"emergency": "Ring", "refuge": "x", "daily": "  "}
        assert write_draft(plan=plan, sections=sections, version=version, by=by).draft == {
            "emergency": "Ring"
        }

    def test_a_healthcare_plan_is_looked_at_after_a_year_at_the_latest(self, child, plan, by):
        plan = written(plan, by)
        agreed(plan, by, review_on=dt.date(2028, 1, 10))
        assert due(child) == [("Look at the healthcare plan again", dt.date(2027, 11, 22))]
        plan.refresh_from_db()
        change_frame(
            plan=plan,
            owner=by,
            readers="everybody",
            review_on=SUMMER,
            version=version_of(plan, ("owner", "readers", "review_on")),
            by=by,
        )
        assert due(child) == [("Look again at the individual healthcare plan", SUMMER)]

    def test_training_that_ends_is_due(self, child, plan, by):
        name_adult(
            plan=plan,
            user=by,
            does="Gives the injection",
            trained_on=TODAY,
            training_ends_on=dt.date(2027, 1, 29),
            by=by,
        )
        title = "Renew the training of an adult named in a plan"
        assert (title, dt.date(2027, 1, 29)) in due(child)
        remove_adult(adult=plan.adults.get(), by=by)
        assert title not in dict(due(child))


class TestReading:
    @pytest.fixture
    def people(self, child):
        group = ClassGroupFactory(school=child.school)
        child.class_group = group
        child.save()
        teacher = member(child.school, Role.CLASS_TEACHER, user__name="Tom Teacher")
        cover = member(child.school, Role.COVER, user__name="Cora Cover")
        lsa = member(child.school, Role.LSA, user__name="Lea Lsa")
        for user, role in ((teacher, Role.CLASS_TEACHER), (cover, Role.COVER)):
            assign_adult(class_group=group, user=user, role=role, starts_on=TODAY, by=None)
        assign_supporter(pupil=child, user=lsa, starts_on=TODAY, by=None)
        return teacher, cover, lsa

    def unread(self, plan, user) -> list[str]:
        plan = SafetyPlan.objects.select_related("pupil", "school").get(pk=plan.pk)
        page = plan_page(access_of(user, plan.school), plan)
        return [reader.name for reader in page.unread]

    def test_everybody_who_works_with_the_child_reads_it_cover_too(self, plan, people, by):
        teacher = people[0]
        assert self.unread(plan, teacher) == []  # nothing is in force
        agreed(written(plan, by), by)
        plan.refresh_from_db()
        assert self.unread(plan, teacher) == ["Cora Cover", "Lea Lsa", "Tom Teacher"]
        confirm_read(plan=plan, shown="1", by=teacher)
        confirm_read(plan=plan, shown="1", by=teacher)
        assert self.unread(plan, teacher) == ["Cora Cover", "Lea Lsa"]
        assert ReadReceipt.objects.count() == 1
        assert AuditEvent.objects.filter(action=Action.CONFIRM_READ).count() == 1

    @pytest.mark.parametrize(("must_read", "asked"), [(True, ["Tom Teacher"]), (False, [])])
    def test_only_a_version_that_must_be_read_asks_again(
        self, child, plan, people, by, must_read, asked
    ):
        agreed(written(plan, by), by)
        plan.refresh_from_db()
        for person in people:
            confirm_read(plan=plan, shown="1", by=person)
        plan = written(plan, by, "Ring 999. Then ring the mother")
        agreed(plan, by, on=TODAY, must_read=must_read)
        plan.refresh_from_db()
        with pytest.raises(TransitionNotAllowed, match="A new version was agreed"):
            confirm_read(plan=plan, shown="1", by=people[1])
        for person in people[1:]:
            confirm_read(plan=plan, shown="2", by=person)
        assert self.unread(plan, people[0]) == asked

    def test_a_plan_for_named_adults_asks_them_alone(self, child, people, by):
        plan = begin(child, by, "intimate", "named")
        name_adult(plan=plan, user=people[2], does="Helps", by=by)
        version = version_of(plan, DRAFT_FIELDS)
        plan = write_draft(plan=plan, sections={"help": "Once a day"}, version=version, by=by)
        agreed(plan, by)
        assert self.unread(plan, people[2]) == ["Lea Lsa"]


def test_the_sixth_school_day_of_a_long_suspension(child, by, autumn):
    facts = {
        "starts_on": TODAY,
        "ended_on": dt.date(2026, 12, 4),
        "sessions": 20,
        "reason": "PA",
        "is_permanent": False,
        "parents_told_on": TODAY,
    }
    add_record(kind=KEPT["suspension"], pupil=child, facts=facts, by=by)
    tell = "Tell the parents, the council, and a social worker and virtual school if there are"
    # Friday 27 November is an INSET day: the sixth school day is Tuesday 1 December.
    assert due(child, "absence") == [
        ("Full-time education begins elsewhere", dt.date(2026, 12, 1)),
        (tell, TODAY),
    ]


def test_the_projection_agrees_with_the_records(child, plan, by):
    agreed(written(plan, by), by)
    facts = {
        "starts_on": TODAY,
        "ended_on": TODAY + 10 * DAY,
        "sessions": 14,
        "reason": "PA",
        "is_permanent": False,
    }
    add_record(kind=KEPT["suspension"], pupil=child, facts=facts, by=by)
    rebuild_deadlines(child.school)
    assert not find_changes(child.school)
