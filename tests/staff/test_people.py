"""Staff: taken in, contracts in a row, the list and its export, one's own hours."""

import datetime as dt
import io
from decimal import Decimal
from uuid import uuid4

import openpyxl
import pytest
from django.db import IntegrityError, connection, transaction

from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent
from staff.models import Contract, DirectedTask, StaffMember, TrainingRecord, WorkingDay
from staff.services.contracts import (
    add_task,
    change_contract,
    contract_version,
    remove_task,
)
from staff.services.people import LEAVE_FIELDS, MEMBER_FIELDS, change_member, leave
from staff.services.training import add_training
from tests.factories import SEPTEMBER, TODAY, SchoolFactory, member
from tests.lac.test_pages import sent
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.staff.makers import at, contracted, pattern, someone

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)
URL = "/oakfield/staff/"
#: A rate that nothing else on a page can be.
PENCE, POUNDS = 9137, "91.37"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def sendco(school):
    return member(school, Role.SENDCO)


def facts_of(contract, **more):
    names = ("starts_on", "ends_on", "hours_a_week", "weeks_a_year", "pence_an_hour")
    return {name: getattr(contract, name) for name in names} | more


class TestMembers:
    def test_pressed_twice(self, school):
        key = uuid4()
        assert someone(school, key=key) == someone(school, key=key)
        assert StaffMember.objects.count() == 1

    def test_an_account_belongs_to_one(self, school, sendco):
        someone(school, user=sendco)
        with pytest.raises(TransitionNotAllowed, match="belongs to Ada Reed already"):
            someone(school, "Bo Lee", user=sendco)

    def test_the_account_comes_later_and_trainings_with_it(self, school, sendco):
        row = someone(school)
        add_training(
            school=school, member=row, by=None, subject="send", title="A day", taken_on=TODAY
        )
        lsa = member(school, Role.LSA)
        assert "A day" not in text_of(client_of(lsa).get("/oakfield/training/mine/"))
        change_member(member=row, version=version_of(row, MEMBER_FIELDS), by=sendco, user=lsa)
        assert TrainingRecord.objects.get().user == lsa
        assert "A day" in text_of(client_of(lsa).get("/oakfield/training/mine/"))

    def test_somebody_else_changed_it(self, school, sendco):
        row = someone(school)
        version = version_of(row, MEMBER_FIELDS)
        change_member(member=row, version=version, by=sendco, role="hlta")
        with pytest.raises(StaleSave):
            change_member(member=row, version=version, by=sendco, role="cover")

    def test_history_and_log(self, school, sendco):
        row = someone(school)
        change_member(member=row, version=version_of(row, MEMBER_FIELDS), by=sendco, role="hlta")
        assert [e.role for e in row.events.order_by("pgh_id")] == ["lsa", "hlta"]
        steps = AuditEvent.objects.filter(action="change_staff").values_list("detail", flat=True)
        assert [d["step"] for d in steps.order_by("pk")] == ["added", "changed"]


class TestContracts:
    def test_one_after_the_other(self, school):
        row = someone(school)
        first = contracted(row)
        second = contracted(row, starts_on=TODAY, hours_a_week=Decimal(20))
        first.refresh_from_db()
        assert (first.ends_on, second.ends_on) == (TODAY - DAY, None)

    @pytest.mark.parametrize(
        ("starts", "ends", "is_free"),
        [
            (dt.date(2026, 10, 1), dt.date(2026, 10, 31), False),
            (dt.date(2026, 10, 31), None, False),
            (dt.date(2026, 11, 1), None, True),
            (dt.date(2026, 8, 1), dt.date(2026, 9, 30), True),
            (dt.date(2026, 8, 1), dt.date(2026, 10, 1), False),
            (dt.date(2026, 8, 1), None, False),
        ],
    )
    def test_two_never_hold_at_once(self, school, starts, ends, is_free):
        row = someone(school)
        contracted(row, starts_on=dt.date(2026, 10, 1), ends_on=dt.date(2026, 10, 31))
        if is_free:
            assert contracted(row, starts_on=starts, ends_on=ends)
            return
        with pytest.raises(TransitionNotAllowed, match="Two cannot hold at once"):
            contracted(row, starts_on=starts, ends_on=ends)
        with pytest.raises(IntegrityError), transaction.atomic():
            Contract.objects.create(
                school=school, member=row, starts_on=starts, ends_on=ends, hours_a_week=5
            )

    def test_ends_before_it_begins(self, school):
        with pytest.raises(TransitionNotAllowed, match="ends before it begins"):
            contracted(someone(school), ends_on=SEPTEMBER - DAY)

    def test_without_a_day(self, school):
        with pytest.raises(TransitionNotAllowed, match="at least one day"):
            contracted(someone(school), days=[])
        assert not Contract.objects.exists()

    def test_another_school_keeps_out(self, school):
        other = SchoolFactory(slug="ashfield")
        row = someone(other)
        with pytest.raises(IntegrityError), transaction.atomic():
            Contract.objects.create(
                school=school, member=row, starts_on=TODAY, hours_a_week=Decimal(5)
            )
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    def test_somebody_else_changed_the_week(self, school, sendco):
        row = contracted(someone(school))
        version = contract_version(row)
        change_contract(
            contract=row, days=[pattern(0)], version=version, by=sendco, **facts_of(row)
        )
        with pytest.raises(StaleSave):
            change_contract(
                contract=row, days=[pattern(1)], version=version, by=sendco, **facts_of(row)
            )
        assert WorkingDay.objects.get().weekday == 0

    def test_leaving_ends_it_and_is_taken_back(self, school, sendco):
        row = someone(school)
        contract = contracted(row)
        left = leave(member=row, version=version_of(row, LEAVE_FIELDS), by=sendco, left_on=TODAY)
        contract.refresh_from_db()
        assert (left.left_on, contract.ends_on) == (TODAY, TODAY)
        with pytest.raises(TransitionNotAllowed, match="No contract goes on after it"):
            contracted(row, starts_on=TODAY + DAY)
        leave(member=left, version=version_of(left, LEAVE_FIELDS), by=sendco, left_on=None)
        assert StaffMember.objects.here_on(TODAY + DAY).get() == row

    def test_a_contract_to_come_stands_in_the_way_of_leaving(self, school, sendco):
        row = someone(school)
        contracted(row, starts_on=TODAY + DAY)
        with pytest.raises(TransitionNotAllowed, match="begins after that day"):
            leave(member=row, version=version_of(row, LEAVE_FIELDS), by=sendco, left_on=TODAY)


class TestTasks:
    GATE = {"name": "Gate", "weekday": 0, "starts_at": at("8:30"), "ends_at": at("8:50")}

    def test_added_once_and_taken_out(self, school, sendco):
        contract, key = contracted(someone(school)), uuid4()
        task = add_task(contract=contract, by=sendco, key=key, **self.GATE)
        assert add_task(contract=contract, by=sendco, key=key, **self.GATE) == task
        with pytest.raises(TransitionNotAllowed, match="Gate is at that time"):
            add_task(contract=contract, by=sendco, **self.GATE)
        remove_task(task=task, by=sendco)
        assert not DirectedTask.objects.exists()

    def test_a_week_that_leaves_no_room_for_it(self, school, sendco):
        contract = contracted(someone(school))
        add_task(contract=contract, by=sendco, **self.GATE)
        with pytest.raises(TransitionNotAllowed, match="Gate, Monday"):
            change_contract(
                contract=contract,
                days=[pattern(1)],
                version=contract_version(contract),
                by=sendco,
                **facts_of(contract),
            )


class TestPages:
    def test_from_nothing_to_a_week(self, school, sendco):
        client, lsa = client_of(sendco), member(school, Role.LSA)
        assert "Nobody is here yet" in text_of(client.get(URL))
        form = sent(client.get(f"{URL}add/"), name="Ada Reed", role="one_to_one", user=lsa.pk)
        answer = client.post(f"{URL}add/", form)
        client.post(f"{URL}add/", form)
        row = StaffMember.objects.get()
        assert answer.url == f"{URL}{row.pk}/contracts/add/"
        week = {
            "works_0": "on", "starts_at_0": "8:30", "ends_at_0": "15:30",
            "break_at_0": "12:00", "break_minutes_0": "30", "works_2": "on",
        }  # fmt: skip
        form = sent(client.get(answer.url), hours_a_week="13", pounds_an_hour=POUNDS, **week)
        client.post(answer.url, form), client.post(answer.url, form)
        contract = Contract.objects.get()
        assert (contract.pence_an_hour, contract.weeks_a_year) == (PENCE, 39)
        address = f"{URL}{row.pk}/"
        page = text_of(client.get(address))
        for words in ("13 a week", POUNDS, "8:30", "Times of work are not said", "Has an account"):
            assert words in page, words
        task = f"{address}contracts/{contract.pk}/tasks/add/"
        form = sent(client.get(task), name="Gate", weekday="0", starts_at="8:30", ends_at="8.50")
        client.post(task, form)
        assert "8:30 Gate" in text_of(client.get(address))
        mine = text_of(client_of(lsa).get(f"{URL}mine/"))
        assert "8:30 Gate" in mine
        assert POUNDS not in mine
        form = sent(client.get(f"{address}leave/"), left_on="23 Nov 2026")
        client.post(f"{address}leave/", form)
        assert "kept until 23 November 2032" in text_of(client.get(address))
        assert "Ada Reed" in text_of(client.get(URL))  # until the day is over
        StaffMember.objects.update(left_on=TODAY - DAY)
        assert "Ada Reed" not in text_of(client.get(URL))
        assert "Ada Reed" in text_of(client.get(f"{URL}?left=1"))

    def test_wrong_times_are_said_beside_the_day(self, school, sendco):
        row = someone(school)
        client, address = client_of(sendco), f"{URL}{row.pk}/contracts/add/"
        form = sent(client.get(address), hours_a_week="5", starts_at_1="9:00", ends_at_1="8:00")
        page = text_of(client.post(address, form))
        assert "Work ends before it begins" in page
        assert not Contract.objects.exists()

    def test_a_stale_contract_keeps_both(self, school, sendco):
        row = someone(school)
        contract = contracted(row)
        client, address = client_of(sendco), f"{URL}{row.pk}/contracts/{contract.pk}/"
        form = sent(client.get(address), hours_a_week="20")
        change_contract(
            contract=contract,
            days=[pattern(0)],
            version=contract_version(contract),
            by=sendco,
            **facts_of(contract, hours_a_week=Decimal(10)),
        )
        answer = client.post(address, form)
        assert "Somebody else changed this" in text_of(answer)
        client.post(address, sent(answer, hours_a_week="20"))
        contract.refresh_from_db()
        assert contract.hours_a_week == Decimal(20)

    def test_the_filter_and_gaps(self, school, sendco):
        contracted(someone(school, "Ada Reed", role="hlta"))
        someone(school, "Bo Lee")
        client = client_of(sendco)
        only = text_of(client.get(f"{URL}?only=gaps"))
        assert "Bo Lee" in only and "No contract holds today" in only and "Ada Reed" not in only
        assert "Bo Lee" not in text_of(client.get(f"{URL}?role=hlta"))
        assert "Nobody fits this filter" in text_of(client.get(f"{URL}?role=cover"))

    def test_training_that_runs_out(self, school, sendco):
        row = someone(school)
        facts = {"subject": "send", "taken_on": SEPTEMBER, "by": None}
        for title, until in (
            ("Gone", TODAY - DAY), ("Today", TODAY), ("Soon", TODAY + 60 * DAY),
            ("Later", TODAY + 61 * DAY),
        ):  # fmt: skip
            add_training(school=school, member=row, title=title, valid_until=until, **facts)
        page = text_of(client_of(sendco).get(f"{URL}{row.pk}/"))
        assert page.count("Has run out") == 1
        assert page.count("Runs out soon") == 2

    def test_the_same_statements_for_3_and_30(self, school, sendco):
        client = client_of(sendco)
        for number in range(3):
            contracted(someone(school, f"Person {number}"))
        client.get(URL)
        few = len(statements(client, URL))
        for number in range(3, 30):
            contracted(someone(school, f"Person {number}"))
        assert len(statements(client, URL)) == few
        assert few <= OF_EVERY_REQUEST + 1

    def test_not_of_another_school(self, school, sendco):
        other = SchoolFactory(slug="ashfield")
        row = someone(other)
        contract = contracted(row)
        client = client_of(sendco)
        for tail in ("", "change/", "leave/", "contracts/add/", f"contracts/{contract.pk}/"):
            assert client.get(f"{URL}{row.pk}/{tail}").status_code == 404, tail


class TestRates:
    """A planted rate: only who keeps rates ever reads it, whatever the page or file."""

    @pytest.mark.parametrize("role", list(Role))
    def test_on_every_page_and_file(self, school, role):
        user = member(school, role)
        row = someone(school, user=user)
        contract = contracted(row, pence_an_hour=PENCE, ends_on=TODAY - DAY)
        contracted(row, pence_an_hour=PENCE, starts_on=TODAY)
        client, sees = client_of(user), set()
        for tail in (
            "", "export/", "mine/", f"{row.pk}/", f"{row.pk}/change/",
            f"{row.pk}/contracts/{contract.pk}/", f"{row.pk}/contracts/add/",
        ):  # fmt: skip
            answer = client.get(f"{URL}{tail}")
            if shown_in(answer):
                sees.add(tail)
        expected = set()
        if {Permission.KEEP_RATES, Permission.VIEW_STAFF} <= ROLES[role].permissions:
            expected = {"export/", f"{row.pk}/", f"{row.pk}/contracts/{contract.pk}/"}
        assert sees == expected

    def test_the_history_cuts_it(self, school):
        from aylsham.audit.tracked import tracked

        assert tracked(Contract).guarded == {"pence_an_hour": Permission.KEEP_RATES}

    def test_who_may_not_say_it_does_not_empty_it(self, school, sendco):
        from staff.forms.contracts import ContractForm

        contract = contracted(someone(school), pence_an_hour=PENCE)
        form = ContractForm(
            {"starts_on": "1 Sep 2026", "hours_a_week": "5", "weeks_a_year": "39", "works_0": "on"},
            record=contract,
            may_rate=False,
        )
        assert form.is_valid(), form.errors
        assert "pence_an_hour" not in form.facts


def shown_in(answer) -> bool:
    """Whether the planted rate stands in a page or a workbook."""
    if answer.status_code != 200:
        return False
    if "spreadsheet" in answer["Content-Type"]:
        sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
        return any(
            POUNDS in str(cell) for line in sheet.iter_rows(values_only=True) for cell in line
        )
    text = answer.content.decode()
    return POUNDS in text or str(PENCE) in text
