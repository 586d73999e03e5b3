"""Supervision is between two: nobody else reads a word or a day of it, wherever they look."""

import datetime as dt
from uuid import uuid4

import pytest

from aylsham.access.roles import ROLES, Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent, OutgoingMail
from reports.digests.contents import part_context
from reports.selectors.asks import weekly_ask
from staff.models import LineAction, StaffMember, Supervision
from staff.services.people import MEMBER_FIELDS, change_member, leave
from staff.services.supervision import (
    ACTION_FIELDS,
    agree,
    change_agreed,
    change_supervision,
    forget_supervision,
    plan_supervision,
    show_to_manager,
    take_out,
)
from tests.access import access_of
from tests.conventions.addresses import addresses
from tests.factories import TODAY, SchoolFactory, member
from tests.lac.test_pages import sent
from tests.pages import client_of, text_of
from tests.staff.makers import someone

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/supervision/"
DAY = dt.timedelta(days=1)
MARKER = "Quillfeather"
#: A day that stands nowhere else.
PLANNED = TODAY + 11 * DAY


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def manager(school):
    return member(school, Role.PHASE_LEADER)


@pytest.fixture
def row(school, manager) -> StaffMember:
    user = member(school, Role.LSA)
    return someone(school, "Ada Reed", user=user, line_manager=manager)


def planned(row, by=None, on=PLANNED) -> Supervision:
    return plan_supervision(member=row, planned_on=on, by=by or row.line_manager)


def agreed(row, by=None, text=f"{MARKER} action", **more) -> LineAction:
    facts = {"kind": "action", "side": "member", "due_on": TODAY + DAY, **more}
    return agree(member=row, text=text, by=by or row.line_manager, **facts)


def gets_manager(row, manager):
    """Somebody else manages the person from now on."""
    facts = {name: getattr(row, name) for name in MEMBER_FIELDS} | {"line_manager": manager}
    changed = change_member(member=row, version=version_of(row, MEMBER_FIELDS), by=manager, **facts)
    return StaffMember.objects.select_related("line_manager", "user").get(pk=changed.pk)


class TestTheTwo:
    def test_both_see_and_write_it(self, school, row, manager):
        planned(row), agreed(row, by=row.user)
        for user in (row.user, manager):
            page = text_of(client_of(user).get(f"{URL}{row.pk}/"))
            assert MARKER in page
            assert "Fri 4 Dec" in page
        assert "Appraisal, probation, health" in page

    def test_planned_held_and_taken_out_on_the_page(self, school, row, manager):
        client, address = client_of(manager), f"{URL}{row.pk}/"
        form = sent(client.get(f"{address}days/add/"), planned_on="23 Nov 2026")
        client.post(f"{address}days/add/", form), client.post(f"{address}days/add/", form)
        day = Supervision.objects.get()
        form = sent(client.get(f"{address}days/{day.pk}/"), is_held="on")
        client.post(f"{address}days/{day.pk}/", form)
        day.refresh_from_db()
        assert day.is_held
        form = sent(client.get(f"{address}agreed/add/?kind=objective"), text="Wait time")
        client.post(f"{address}agreed/add/?kind=objective", form)
        aim = LineAction.objects.get()
        assert aim.kind == "objective"
        client.post(f"{address}agreed/{aim.pk}/remove/")
        assert not LineAction.objects.exists()

    def test_a_day_to_come_did_not_take_place(self, row, manager):
        day = planned(row)
        version = version_of(day, ("planned_on", "is_held"))
        with pytest.raises(TransitionNotAllowed):
            change_supervision(
                supervision=day, version=version, by=manager, planned_on=PLANNED, is_held=True
            )

    def test_a_second_editor_sees_both(self, row, manager):
        action = agreed(row)
        version = version_of(action, ACTION_FIELDS)
        facts = {name: getattr(action, name) for name in ACTION_FIELDS}
        change_agreed(action=action, version=version, by=manager, **facts | {"text": "New"})
        with pytest.raises(StaleSave):
            change_agreed(action=action, version=version, by=row.user, **facts | {"text": "Newer"})

    def test_pressed_twice(self, row, manager):
        key = uuid4()
        assert agreed(row, key=key) == agreed(row, key=key)


class TestNobodyElse:
    @pytest.mark.parametrize("role", list(Role))
    def test_a_third_person_finds_nothing(self, school, row, role):
        day, action = planned(row), agreed(row)
        client = client_of(member(school, role))
        for tail in (
            "", "days/add/", f"days/{day.pk}/", "agreed/add/", f"agreed/{action.pk}/",
        ):  # fmt: skip
            assert client.get(f"{URL}{row.pk}/{tail}").status_code == 404, tail
        for tail in (f"days/{day.pk}/remove/", f"agreed/{action.pk}/remove/", "show/"):
            assert client.post(f"{URL}{row.pk}/{tail}").status_code == 404, tail
        assert MARKER not in client.get(URL).content.decode()

    #: Who looks, beside the head, who looks at every page.
    READERS = (Role.SENDCO, Role.FEDERATION_SEND_LEAD, Role.FEDERATION_ADMINISTRATOR)

    def test_on_no_page_of_the_school(self, school, row):
        planned(row), agreed(row)
        pages = [a for a in addresses() if a.rule and a.rule.level == "school" and not a.rows]
        pages += [a for a in addresses() if a.names == ("staff_member",)]
        clients = {role: client_of(member(school, role)) for role in (Role.HEAD, *self.READERS)}
        seen = 0
        for place, page in enumerate(pages):
            may = [r for r in self.READERS if page.rule.permission in ROLES[r].permissions]
            turn = [may[place % len(may)]] if may else []
            for role in (Role.HEAD, *turn):
                answer = clients[role].get(page.path(school, {"staff_member": row.pk}))
                if answer.status_code == 200 and not answer.streaming:
                    seen += 1
                    text = answer.content.decode(errors="replace")
                    assert MARKER not in text, page.route
                    assert "supervision is planned" not in text, page.route
        assert seen > 200
        for client in clients.values():
            found = client.post("/oakfield/search/", {"q": MARKER}, follow=True)
            assert f"{MARKER} action" not in found.content.decode()

    def test_not_in_the_log_nor_a_history(self, school, row, manager):
        take_out(row=agreed(row), by=manager)
        planned(row)
        events = AuditEvent.objects.filter(action="keep_supervision")
        assert events.count() == 3
        for event in events:
            assert (event.subject_id, event.detail, event.pupil_ids) == ("", {}, [])
        assert not hasattr(Supervision, "pgh_event_model")
        assert not hasattr(LineAction, "pgh_event_model")

    def test_asked_of_the_two_alone_without_content(self, school, row, manager):
        planned(row), agreed(row)
        head = member(school, Role.HEAD)
        for user, n in ((row.user, 1), (manager, 1), (head, 0)):
            lines = weekly_ask(access_of(user, school), school).lines
            found = [line for line in lines if line.code == "supervision"]
            assert len(found) == n
            assert all(not line.ask.words and line.ask.pupil is None for line in found)
        assert "Supervision" not in text_of(client_of(head).get("/oakfield/asks/everybody/"))

    def test_a_digest_counts_it_for_the_two_only(self, school, row, manager):
        planned(row, on=TODAY)
        until = TODAY + 6 * DAY
        for user, n in ((manager, 1), (member(school, Role.HEAD), None)):
            access = access_of(user, school)
            said = part_context(access, school, "week", TODAY, until, on=TODAY)
            assert (said["asks"]["n"] if said and said["asks"] else None) == n
        assert MARKER not in str(list(OutgoingMail.objects.values_list("context", flat=True)))

    def test_of_another_school_nothing(self, school):
        other = SchoolFactory(slug="ashfield")
        boss = member(other, Role.HEAD)
        row = someone(other, user=member(other, Role.LSA), line_manager=boss)
        assert client_of(member(school, Role.SENDCO)).get(f"{URL}{row.pk}/").status_code == 404
        assert client_of(boss).get(f"/oakfield/supervision/{row.pk}/").status_code == 404


class TestAnotherManager:
    def test_the_old_one_sees_nothing_and_the_new_one_from_then_on(self, school, row, manager):
        day, action = planned(row), agreed(row)
        new = member(school, Role.HEAD)
        row = gets_manager(row, new)
        assert client_of(manager).get(f"{URL}{row.pk}/").status_code == 404
        page = text_of(client_of(new).get(f"{URL}{row.pk}/"))
        assert MARKER not in page
        assert "Fri 4 Dec" not in page
        assert client_of(new).get(f"{URL}{row.pk}/agreed/{action.pk}/").status_code == 404
        assert client_of(new).get(f"{URL}{row.pk}/days/{day.pk}/").status_code == 404
        assert MARKER in text_of(client_of(row.user).get(f"{URL}{row.pk}/"))
        for by in (manager, new):
            with pytest.raises(TransitionNotAllowed):
                take_out(row=action, by=by)

    def test_carried_over_only_by_the_managed(self, school, row, manager):
        agreed(row)
        new = member(school, Role.HEAD)
        row = gets_manager(row, new)
        with pytest.raises(TransitionNotAllowed):
            show_to_manager(member=row, by=new)
        client_of(row.user).post(f"{URL}{row.pk}/show/")
        assert MARKER in text_of(client_of(new).get(f"{URL}{row.pk}/"))

    def test_done_ones_are_not_carried_over(self, school, row):
        agreed(row, due_on=None, done_on=TODAY)
        row = gets_manager(row, member(school, Role.HEAD))
        assert show_to_manager(member=row, by=row.user) == 0

    def test_who_makes_themselves_manager_reads_nothing_of_before(self, school, row):
        agreed(row)
        sendco = member(school, Role.SENDCO)
        row = gets_manager(row, sendco)
        assert MARKER not in text_of(client_of(sendco).get(f"{URL}{row.pk}/"))


class TestLeavingAndForgetting:
    def test_after_the_last_day_neither_opens_it(self, school, row, manager):
        agreed(row)
        leave(member=row, version=version_of(row, ("left_on",)), by=manager, left_on=TODAY - DAY)
        for user in (row.user, manager):
            assert client_of(user).get(f"{URL}{row.pk}/").status_code == 404

    def test_six_months_after_leaving_it_is_deleted(self, school, row):
        agreed(row), planned(row)
        StaffMember.objects.filter(pk=row.pk).update(left_on=dt.date(2026, 11, 23))
        forget_supervision(school=school, today=dt.date(2027, 5, 23))
        assert LineAction.objects.exists()
        forget_supervision(school=school, today=dt.date(2027, 5, 24))
        assert not LineAction.objects.exists()
        assert not Supervision.objects.exists()

    def test_what_is_three_years_old_is_deleted_and_open_actions_stay(self, school, row):
        agreed(row), agreed(row, text="Done", due_on=None, done_on=TODAY)
        forget_supervision(school=school, today=dt.date(2029, 11, 23))
        assert LineAction.objects.count() == 2
        forget_supervision(school=school, today=dt.date(2029, 11, 24))
        assert [action.text for action in LineAction.objects.all()] == [f"{MARKER} action"]
