"""What a plan says: lines in versions, the promises they make, and who may change them."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.management import call_command

from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from ehcp.models import EhcPlan, PlanLine, PlanLink, PlanVersion
from ehcp.services.plan_promises import HOURS
from ehcp.services.plans import PLAN_FIELDS, correct_plan, end_plan, record_plan
from ehcp.services.sections import LineFacts, add_lines, mark_of, write_section
from ehcp.services.standing import TERMS_FIELDS, add_terms, change_terms, record_move
from ehcp.services.versions import (
    VERSION_FIELDS,
    add_version,
    check_version,
    correct_version,
    remove_version,
)
from provision.models import Promise, ServedPromise
from provision.rules.promised import kept
from provision.services.owed import ReleasedLine, release_delivery
from provision.services.provisions import Members, add_provision
from pupils.models import Need
from tests.ehcp.makers import day, make_plan
from tests.factories import TODAY, PupilFactory, SchoolFactory, member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

HELP = LineFacts(
    "A teaching assistant will help for 15 hours a week.", "F1", hours_a_week=Decimal(15)
)
SPEECH = LineFacts(
    "Speech work, 3 times a week for 20 minutes.", "F2", sessions_a_week=3, minutes=20
)


@pytest.fixture
def plan():
    return make_plan("2025-11-24")


@pytest.fixture
def sendco(plan):
    return member(plan.school)


def version_with(plan, *lines, kind="final", served="2025-11-24", copied_from=None, **others):
    version = add_version(
        plan=plan, by=None, kind=kind, served_on=day(served), local_authority="Norfolk",
        copied_from=copied_from,
    )  # fmt: skip
    if lines:
        write(version, "F", lines)
    return version


def write(version, section, lines, mark=None):
    rows = lines_of(version, section)
    write_section(
        version=version, section=section, lines=lines, mark=mark or mark_of(rows), by=None
    )
    return lines_of(version, section)


def lines_of(version, section) -> list[PlanLine]:
    rows = PlanLine.objects.filter(school_id=version.school_id, version=version, section=section)
    return list(rows.order_by("position"))


def promises(plan) -> dict[str, Promise]:
    return {p.reference: p for p in Promise.objects.filter(pupil=plan.pupil, ends_on=None)}


class TestPromises:
    def test_the_version_in_force_promises(self, plan):
        check_version(version=version_with(plan, HELP, SPEECH), by=None)
        found = promises(plan)
        assert found.keys() == {"F1", "F2"}
        assert (found["F1"].weight, found["F1"].source) == ("council", "ehcp")
        assert found["F2"].minutes_a_week == 60
        assert found["F1"].starts_on == day("2025-11-24")

    @pytest.mark.parametrize("kind", ["draft", "amended"])
    def test_a_draft_never_promises(self, plan, kind):
        check_version(version=version_with(plan, HELP, kind=kind), by=None)
        assert promises(plan) == {}

    def test_a_final_plan_promises_only_when_its_words_are_checked(self, plan):
        first = version_with(plan, HELP)
        check_version(version=first, by=None)
        second = version_with(plan, SPEECH, served="2026-10-01")
        assert promises(plan).keys() == {"F1"}
        check_version(version=second, by=None)
        assert promises(plan).keys() == {"F2"}

    def test_a_line_that_did_not_change_keeps_its_promise(self, plan):
        first = version_with(plan, HELP, SPEECH)
        check_version(version=first, by=None)
        before = promises(plan)
        # Typed again, in another order and layout, not copied.
        again = LineFacts(
            "A teaching assistant will help for 15 hours a week", "1", hours_a_week=Decimal(15)
        )
        second = version_with(plan, SPEECH, again, served="2026-10-01")
        check_version(version=second, by=None)
        after = promises(plan)
        assert after["1"].pk == before["F1"].pk
        assert after["F2"].pk == before["F2"].pk
        assert after["1"].starts_on == day("2025-11-24")

    def test_a_line_that_changed_is_owed_from_its_day_and_the_old_one_until_then(
        self, plan, sendco
    ):
        check_version(version=version_with(plan, HELP), by=None)
        old = promises(plan)["F1"]
        group = add_provision(
            school=plan.school, members=Members((plan.pupil,), (old,)), by=None, name="Help",
            starts_on=day("2026-09-01"), staff_role="lsa", sessions_a_week=5, minutes=180, weeks=39,
        )  # fmt: skip
        less = LineFacts(
            "A teaching assistant will help for 12 hours a week.", "F1", hours_a_week=Decimal(12)
        )
        check_version(version=version_with(plan, less, served="2026-10-05"), by=None)
        old.refresh_from_db()
        new = promises(plan)["F1"]
        assert (old.hours_a_week, old.ends_on) == (15, day("2026-10-04"))
        assert (new.hours_a_week, new.starts_on) == (12, day("2026-10-05"))
        served = ServedPromise.objects.filter(provision=group)
        assert set(served.values_list("promise_id", flat=True)) == {old.pk, new.pk}

    def test_a_line_that_is_gone_is_owed_no_longer(self, plan):
        check_version(version=version_with(plan, HELP, SPEECH), by=None)
        check_version(version=version_with(plan, HELP, served="2026-10-05"), by=None)
        gone = Promise.objects.get(pupil=plan.pupil, reference="F2")
        assert gone.ends_on == day("2026-10-04")
        assert promises(plan).keys() == {"F1"}

    def test_a_slip_that_is_put_right_is_right_from_the_start(self, plan):
        version = version_with(plan, HELP)
        check_version(version=version, by=None)
        (row,) = lines_of(version, "F")
        write(version, "F", [LineFacts(HELP.text, "F1", id=row.pk, hours_a_week=Decimal("12.5"))])
        promise = promises(plan)["F1"]
        assert (promise.hours_a_week, promise.starts_on) == (Decimal("12.5"), day("2025-11-24"))

    def test_a_plan_that_only_says_hours(self):
        pupil = PupilFactory(school=SchoolFactory())
        plan = record_plan(
            pupil=pupil, local_authority="Norfolk", made_on=day("2025-11-24"), by=None,
            hours_per_week=Decimal(15),
        )  # fmt: skip
        promise = promises(plan)[HOURS]
        assert (promise.minutes_a_week, promise.weight) == (900, "council")
        assert promise.starts_on == plan.made_on
        # Its lines take over, the headline goes: nothing is owed twice.
        check_version(version=version_with(plan, HELP), by=None)
        assert [(p.reference, p.ends_on) for p in Promise.objects.filter(pupil=pupil)] == [
            ("F1", None)
        ]

    def test_a_version_without_amounts_leaves_the_hours(self, plan):
        correct(plan, hours_per_week=Decimal(15))
        check_version(version=version_with(plan, LineFacts("Regular help.", "F1")), by=None)
        assert promises(plan).keys() == {HOURS}

    def test_other_hours_count_from_their_day_once_parents_were_told(self, plan, sendco):
        correct(plan, hours_per_week=Decimal(15))
        correct(plan, hours_per_week=Decimal(16))
        (promise,) = Promise.objects.filter(pupil=plan.pupil)
        assert promise.hours_a_week == 16
        release_delivery(
            pupil=plan.pupil, first=day("2026-09-07"), last=day("2026-09-11"),
            lines=[ReleasedLine(promise, kept(960, 0, 0, 0))], by=sendco,
        )  # fmt: skip
        correct(plan, hours_per_week=Decimal(10))
        old, new = Promise.objects.filter(pupil=plan.pupil).order_by("starts_on")
        assert (old.hours_a_week, old.ends_on) == (16, TODAY - dt.timedelta(days=1))
        assert (new.hours_a_week, new.starts_on) == (10, TODAY)

    def test_a_promise_that_came_with_the_record_is_the_lines_again(self, plan):
        version = version_with(plan, HELP)
        check_version(version=version, by=None)
        # A pack brings lines and promises, but not what wrote them.
        Promise.objects.update(origin="")
        (row,) = lines_of(version, "F")
        write(version, "F", [LineFacts(HELP.text, "F1", id=row.pk, hours_a_week=Decimal(14))])
        promise = Promise.objects.get(pupil=plan.pupil)
        assert (promise.hours_a_week, promise.pk) == (14, row.promise_id)

    def test_the_hours_that_came_with_the_record_are_one_promise(self, plan):
        correct(plan, hours_per_week=Decimal(15))
        Promise.objects.update(origin="")
        correct(plan, hours_per_week=Decimal(16))
        assert Promise.objects.get(pupil=plan.pupil).hours_a_week == 16

    def test_the_end_of_the_plan_ends_them(self, plan, sendco):
        check_version(version=version_with(plan, HELP), by=None)
        end_plan(plan=plan, ended_on=day("2026-11-20"), end_reason="ceased", by=sendco)
        (promise,) = Promise.objects.filter(pupil=plan.pupil)
        assert promise.ends_on == day("2026-11-20")


def test_plans_of_before_the_upgrade_are_promised_once(plan, capsys):
    EhcPlan.objects.filter(pk=plan.pk).update(hours_per_week=Decimal(15))
    for _ in range(2):
        call_command("keep_promises", "--school", plan.school.slug)
        assert "1 plans kept, 0 closed" in capsys.readouterr().out
        assert Promise.objects.get(pupil=plan.pupil).minutes_a_week == 900


def correct(plan, **changes):
    plan.refresh_from_db()
    facts = {name: getattr(plan, name) for name in PLAN_FIELDS} | changes
    correct_plan(plan=plan, by=None, **facts)


class TestSections:
    def test_a_stale_save_is_refused(self, plan):
        version = version_with(plan)
        mark = mark_of([])
        write(version, "B", [LineFacts("She tires.", "B1")])
        with pytest.raises(StaleSave):
            write(version, "B", [LineFacts("Mine.", "B1")], mark)
        assert [line.text for line in lines_of(version, "B")] == ["She tires."]

    def test_links_lead_to_lines_of_the_same_version_only(self, plan):
        version, other = version_with(plan), version_with(plan, kind="draft")
        (need,) = write(version, "B", [LineFacts("She tires.", "B1")])
        (strange,) = write(other, "B", [LineFacts("He tires.", "B1")])
        facts = LineFacts("Rest.", "F1", links=frozenset({need.pk, strange.pk}))
        (line,) = write(version, "F", [facts])
        assert [link.to_id for link in PlanLink.objects.filter(line=line)] == [need.pk]

    def test_a_need_of_another_child_is_refused(self, plan):
        stranger = PupilFactory(school=plan.school)
        need = Need.objects.create(school=plan.school, pupil=stranger, need_type="SLCN", rank=1)
        with pytest.raises(TransitionNotAllowed):
            write(version_with(plan), "B", [LineFacts("She tires.", "B1", need_id=need.pk)])

    def test_a_paste_pressed_twice_comes_once(self, plan):
        version = version_with(plan)
        mark = mark_of([])
        add_lines(version=version, lines={"F": [HELP]}, mark=mark, by=None)
        with pytest.raises(StaleSave):
            add_lines(version=version, lines={"F": [HELP]}, mark=mark, by=None)
        assert len(lines_of(version, "F")) == 1

    def test_health_and_care_are_sensitive(self, plan):
        version = version_with(plan)
        assert write(version, "D", [LineFacts("A carer.", "D1")])[0].sensitivity == 2
        assert write(version, "B", [LineFacts("She tires.", "B1")])[0].sensitivity == 1

    def test_a_copy_has_every_line_and_link_and_no_promise(self, plan):
        first = version_with(plan)
        (need,) = write(first, "B", [LineFacts("She tires.", "B1")])
        write(first, "F", [LineFacts("Rest.", "F1", links=frozenset({need.pk}))])
        second = version_with(plan, kind="amended", served="2026-11-20", copied_from=first)
        (line,) = lines_of(second, "F")
        assert line.promise is None
        assert [link.to.version_id for link in PlanLink.objects.filter(line=line)] == [second.pk]


class TestVersions:
    def test_the_same_paper_twice_is_refused(self, plan):
        version_with(plan)
        with pytest.raises(TransitionNotAllowed):
            version_with(plan)

    def test_what_a_later_plan_replaced_is_not_changed(self, plan):
        first = version_with(plan, HELP)
        check_version(version=first, by=None)
        check_version(version=version_with(plan, HELP, served="2026-10-05"), by=None)
        with pytest.raises(TransitionNotAllowed):
            write(first, "F", [SPEECH])

    def test_a_checked_version_stays(self, plan, sendco):
        draft = version_with(plan, kind="draft")
        with pytest.raises(TransitionNotAllowed):
            check_version(version=draft, by=None)  # nothing is entered
        write(draft, "F", [HELP])
        check_version(version=draft, by=None)
        with pytest.raises(TransitionNotAllowed):
            remove_version(version=draft, by=sendco)

    def test_a_draft_goes_with_its_lines(self, plan, sendco):
        remove_version(version=version_with(plan, HELP), by=sendco)
        assert not PlanVersion.objects.exists()
        assert not PlanLine.objects.exists()

    def test_a_final_plan_that_was_a_draft_promises_nothing_any_more(self, plan, sendco):
        version = version_with(plan, HELP)
        check_version(version=version, by=None)
        facts = {"kind": "draft", "served_on": version.served_on, "local_authority": "Norfolk"}
        mark = version_of(version, VERSION_FIELDS)
        correct_version(version=version, mark=mark, by=sendco, **facts)
        assert promises(plan) == {}


class TestStanding:
    def test_terms_are_dated(self, plan, sendco):
        facts = {"band": "D", "top_up_pence": 540_000, "placement": "base", "setting": "The Nest"}
        terms = add_terms(plan=plan, starts_on=day("2026-09-01"), by=None, **facts)
        with pytest.raises(TransitionNotAllowed):
            add_terms(plan=plan, starts_on=day("2026-09-01"), by=None, **facts)
        mark = version_of(terms, TERMS_FIELDS)
        changed = facts | {"starts_on": day("2026-09-01"), "band": "E"}
        assert change_terms(terms=terms, mark=mark, by=sendco, **changed).band == "E"
        with pytest.raises(StaleSave):
            change_terms(terms=terms, mark=mark, by=sendco, **(changed | {"band": "F"}))

    def test_a_plan_comes_from_another_council(self, plan):
        facts = {"moved_on": day("2026-09-01"), "aware_on": None, "transferred_on": None}
        with pytest.raises(TransitionNotAllowed):
            record_move(plan=plan, mark="new", by=None, from_authority="norfolk", **facts)
        record_move(plan=plan, mark="new", by=None, from_authority="Suffolk", **facts)
        assert plan.moves.get().from_authority == "Suffolk"
