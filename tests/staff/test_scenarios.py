"""What a draft takes for granted, and plans side by side; rates only for who keeps them."""

import datetime as dt
from io import BytesIO

import pytest
from openpyxl import load_workbook

from aylsham.access.permissions import Permission
from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from staff.models import Contract, WeekPlan
from staff.planning.instance import Instance
from staff.planning.reading import read_instance
from staff.planning.solving import make_plan
from staff.planning.verifying import broken_rules
from staff.planning.writing import instance_data, plan_data
from staff.rules.scenarios import apply_changes
from staff.selectors.weeks.comparing import compared
from staff.selectors.weeks.instances import instance_of
from staff.services.weeks.publishing import publish_plan
from staff.services.weeks.scenarios import add_change, remove_change
from tests.access import access_of
from tests.factories import SchoolFactory, member
from tests.pages import client_of, statements, text_of
from tests.staff.board7_makers import MONDAY, board, first_demand
from tests.staff.planning import makers as plain
from tests.staff.week_makers import draft, planned

ONE = {"id": "1"}


def week(**facts) -> Instance:
    return Instance.from_data(
        plain.instance(
            plain.demand("one", "zoe", "max"),
            plain.demand("two", "max"),
            adults=[plain.adult("ann"), plain.adult("bob", minutes=600)],
            **facts,
        )
    )


class TestApplied:
    def test_nothing_changes_nothing(self):
        found = week()
        assert apply_changes(found, []) == found

    def test_whoever_leaves_is_named_nowhere(self):
        found = week(
            locks=[{"demand": "one", "adult": "ann"}, {"demand": "two"}],
            former=[{"demand": "one", "adult": "ann", "weekday": 0, "at": "09:00"}],
            handovers=[{"child": "zoe", "adult": "ann", "on": "2026-11-01"}],
        )
        after = apply_changes(found, [{**ONE, "kind": "leaves", "adult": "ann"}])
        assert set(after.adults) == {"bob"}
        assert [lock.demand for lock in after.locks] == ["two"]
        assert not after.former and not after.handovers
        # What is left can be planned, and is read back.
        assert read_instance(instance_data(after)) == after

    def test_somebody_new_is_there_on_their_days(self):
        change = {**ONE, "kind": "new", "adult": "cat", "minutes": 300, "weekdays": [1, 3]}
        after = apply_changes(week(), [change])
        assert after.adults["cat"].minutes == 300
        assert [(s.weekday, s.starts, s.ends) for s in after.adults["cat"].at_work] == [
            (1, 510, 930),
            (3, 510, 930),
        ]
        assert apply_changes(after, [change]) == after

    @pytest.mark.parametrize(("more", "minutes"), [(60, 660), (-60, 540), (-900, 0)])
    def test_hours_never_below_nothing(self, more, minutes):
        change = {**ONE, "kind": "hours", "adult": "bob", "minutes": more}
        assert apply_changes(week(), [change]).adults["bob"].minutes == minutes

    def test_fewer_hours_never_below_the_directed_tasks(self):
        found = Instance.from_data(
            plain.instance(adults=[plain.adult("ann", tasks=[plain.span(0, "09:00", "10:00")])])
        )
        change = {**ONE, "kind": "hours", "adult": "ann", "minutes": -2000}
        assert apply_changes(found, [change]).adults["ann"].minutes == 60

    def test_training_group_without_and_exception(self):
        after = apply_changes(
            week(),
            [
                {**ONE, "kind": "trained", "adult": "ann", "training": "makaton"},
                {**ONE, "kind": "joins", "demand": "two", "child": "zoe"},
                {**ONE, "kind": "without", "demand": "one"},
                {**ONE, "kind": "exception", "demand": "two", "adult": "bob", "note": "Seen"},
                {**ONE, "kind": "exception", "demand": "two", "adult": "ann", "note": " "},
            ],
        )
        assert after.adults["ann"].is_trained("makaton", dt.date(2099, 1, 1))
        assert after.demands["two"].children == ("max", "zoe")
        assert set(after.demands) == {"two"}
        assert [each.adult for each in after.overrides] == ["bob"]

    def test_what_is_gone_is_passed_over(self):
        gone = [
            {**ONE, "kind": "leaves", "adult": "x"},
            {**ONE, "kind": "hours", "adult": "x", "minutes": 5},
            {**ONE, "kind": "trained", "adult": "x", "training": "y"},
            {**ONE, "kind": "joins", "demand": "x", "child": "zoe"},
            {**ONE, "kind": "without", "demand": "x"},
            {**ONE, "kind": "exception", "demand": "x", "adult": "ann", "note": "n"},
            {**ONE, "kind": "of tomorrow"},
        ]
        assert apply_changes(week(), gone) == week()

    @pytest.mark.parametrize("seed", range(12))
    def test_a_changed_week_is_planned_without_a_broken_rule(self, seed):
        found = Instance.from_data({**plain.random_instance(seed), "locks": []})
        adult, demand = next(iter(found.adults)), next(iter(found.demands))
        after = apply_changes(
            found,
            [
                {**ONE, "kind": "leaves", "adult": adult},
                {**ONE, "kind": "new", "adult": "new", "minutes": 900, "weekdays": [0, 1]},
                {**ONE, "kind": "without", "demand": demand},
            ],
        )
        answer = plan_data(make_plan(after, seconds=5, workers=1))
        assert not broken_rules(instance_data(after), answer)


@pytest.fixture
def made():
    at, plan = board()
    at.sendco = member(at.school, Role.SENDCO)
    return at, plan


def granted(plan: WeekPlan, kind: str, by, **facts) -> WeekPlan:
    facts = {"version": version_of(plan, ("changes",))} | facts
    return add_change(plan=plan, kind=kind, by=by, **facts)


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestWhatIf:
    def test_whoever_leaves_is_planned_for_nothing(self, made):
        at, plan = made
        who = str(at.adults[0].pk)
        plan = granted(plan, "leaves", at.sendco, adult=who)
        assert who not in instance_of(plan, MONDAY).adults
        planned(plan)
        assert who not in set(map(str, plan.sessions.values_list("member", flat=True)))

    def test_added_on_a_page_and_taken_out(self, made):
        at, plan = made
        client, url = client_of(at.sendco), f"/{at.school.slug}/week/{plan.pk}/what-if/"
        assert "takes nothing for granted" in text_of(client.get(url))
        for kind in ("leaves", "new", "hours", "trained", "joins", "without", "exception"):
            assert client.get(f"{url}{kind}/").status_code == 200
        assert client.get(f"{url}nonsense/").status_code == 404
        form = client.get(f"{url}hours/").context["form"]
        sent = {
            "version": form["version"].value(), "key": form["key"].value(),
            "adult": str(at.adults[0].pk), "more": "-2.5",
        }  # fmt: skip
        client.post(f"{url}hours/", sent)
        client.post(f"{url}hours/", sent)
        plan.refresh_from_db()
        assert [each["minutes"] for each in plan.changes] == [-150]
        assert "Adult 0 has 2.5 hours a week fewer" in text_of(client.get(url))
        client.post(f"{url}remove/{plan.changes[0]['id']}/")
        plan.refresh_from_db()
        assert plan.changes == []

    def test_a_member_of_another_school_cannot_be_named(self, made):
        at, plan = made
        other, _ = board()
        url = f"/{at.school.slug}/week/{plan.pk}/what-if/leaves/"
        client = client_of(at.sendco)
        form = client.get(url).context["form"]
        answer = client.post(
            url,
            {"version": form["version"].value(), "key": form["key"].value(),
             "adult": str(other.adults[0].pk)},
        )  # fmt: skip
        assert answer.status_code == 200
        plan.refresh_from_db()
        assert plan.changes == []

    def test_somebody_else_added_one_first(self, made):
        at, plan = made
        seen = version_of(plan, ("changes",))
        granted(plan, "leaves", at.sendco, adult=str(at.adults[0].pk))
        with pytest.raises(StaleSave):
            granted(plan, "leaves", at.sendco, adult=str(at.adults[1].pk), version=seen)
        remove_change(plan=plan, change="x", by=at.sendco)

    def test_what_is_only_supposed_is_not_published(self, made):
        at, plan = made
        plan = granted(plan, "hours", at.sendco, adult=str(at.adults[0].pk), minutes=60)
        with pytest.raises(TransitionNotAllowed, match="What if"):
            publish_plan(plan=plan, note="", today=MONDAY, by=at.sendco)
        remove_change(plan=plan, change=plan.changes[0]["id"], by=at.sendco)
        publish_plan(plan=plan, note="", today=MONDAY, by=at.sendco)

    def test_another_school_and_no_permission(self, made):
        at, plan = made
        url = f"/{at.school.slug}/week/{plan.pk}/what-if/"
        elsewhere = member(SchoolFactory(slug="elsewhere"), Role.SENDCO)
        assert client_of(elsewhere).get(url).status_code == 404
        own = url.replace(f"/{at.school.slug}/", "/elsewhere/")
        assert client_of(elsewhere).get(own).status_code == 404
        assert client_of(member(at.school, Role.LSA)).get(url).status_code == 403


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
class TestCompare:
    def two(self, at, plan) -> list[WeekPlan]:
        other = draft(at.school, MONDAY, name="Without Group 0", based_on=plan)
        demand = first_demand(other)
        demand.planned.all().delete()
        return [plan, other]

    def test_what_one_does_not_cover_is_named(self, made):
        at, plan = made
        plans = self.two(at, plan)
        found = compared(access_of(at.sendco, at.school), plans)
        (risk,) = found.at_risk
        assert risk.missing == (0, 90)
        assert risk.differs
        assert len(risk.who) == 2
        lines = {line.words: line for line in found.lines}
        assert lines["Not covered: a support plan"].values == ("0 min", "90 min")
        assert lines["Not covered: a support plan"].best == (True, False)

    def test_what_is_taken_for_granted_is_not_at_risk(self, made):
        at, plan = made
        plans = self.two(at, plan)
        granted(plans[1], "without", at.sendco, demand=str(first_demand(plans[1]).pk))
        plans[1].refresh_from_db()
        found = compared(access_of(at.sendco, at.school), plans)
        assert not found.at_risk

    def page(self, at, plans) -> str:
        names = "&".join(f"plan={plan.pk}" for plan in plans)
        return f"/{at.school.slug}/week/compare/?{names}"

    def test_the_page_wants_two(self, made):
        at, plan = made
        client = client_of(at.sendco)
        assert "not two plans" in text_of(client.get(f"/{at.school.slug}/week/compare/"))
        plans = self.two(at, plan)
        assert "Choose one more" in text_of(client.get(self.page(at, plans[:1])))
        assert "Not covered, by name" in text_of(client.get(self.page(at, plans)))

    def test_rates_are_for_who_keeps_them(self, made):
        at, plan = made
        plans = self.two(at, plan)
        # 3 × 32.5 hours a week.
        contracts = Contract.objects.filter(school=at.school)
        contracts.update(pence_an_hour=9137)
        marker = f"£{3 * 32.5 * 91.37:,.2f}"[:6]
        for role in Role:
            person = member(at.school, role)
            access = access_of(person, at.school)
            if not access.can(Permission.VIEW_STAFF):
                continue
            client = client_of(person)
            has_rates = access.can(Permission.KEEP_RATES)
            page = client.get(self.page(at, plans)).content.decode()
            assert (marker in page) is has_rates, role
            assert ("Contracts, a week" in page) is has_rates, role
            export = client.get(self.page(at, plans).replace("compare/", "compare/export/"))
            if not access.can(Permission.EXPORT):
                assert export.status_code == 404
                continue
            data = b"".join(export) if export.streaming else export.content
            sheet = load_workbook(BytesIO(data)).active
            cells = " ".join(str(c.value) for row in sheet for c in row)
            assert (marker in cells) is has_rates, role
            assert "£" in cells or not has_rates

    def test_another_schools_plan_is_not_compared(self, made):
        at, plan = made
        _, other = board()
        answer = client_of(at.sendco).get(self.page(at, [plan, other]))
        assert answer.context["found"] is None
        assert other.name == plan.name
        export = self.page(at, [plan, other]).replace("compare/", "compare/export/")
        assert client_of(at.sendco).get(export).status_code == 404

    def test_as_many_statements_for_large_plans(self):
        counts = []
        for number in (2, 12):
            at, plan = board(groups=number, children=2 * number)
            client = client_of(member(at.school, Role.SENDCO))
            plans = self.two(at, plan)
            client.get(self.page(at, plans))
            counts.append(len(statements(client, self.page(at, plans))))
        assert counts[0] == counts[1]
