"""Pages of alerts, safety plans and time out of class: what each role reads, and forms."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.tenancy.row_security import school_transaction
from pupils.kept import KEPT
from pupils.models import Adjustment, MedicalAlert, PartTimeTimetable, SafetyPlan, Suspension
from pupils.services.classes import assign_adult
from pupils.services.kept import add_record
from tests.factories import TODAY, ClassGroupFactory, PupilFactory, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.test_safety_services import agreed, begin, written

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def school(today):
    return SchoolFactory(slug="fen")


@pytest.fixture
def child(school):
    with school_transaction(school):
        group = ClassGroupFactory(school=school, name="Oak")
        return PupilFactory(school=school, class_group=group, first_name="Wren", last_name="Hall")


@pytest.fixture
def sendco(school):
    return member(school, Role.SENDCO, user__name="Sam Sendco")


@pytest.fixture
def teacher(school, child):
    user = member(school, Role.CLASS_TEACHER, user__name="Tom Teacher")
    with school_transaction(school):
        assign_adult(
            class_group=child.class_group,
            user=user,
            role=Role.CLASS_TEACHER,
            starts_on=TODAY,
            by=None,
        )
    return user


def of_child(child, *rest) -> str:
    return "/".join([f"/fen/children/{child.pk}", *map(str, rest), ""])


def alert(school, child, what="Allergy to nuts"):
    facts = {"kind": "emergency", "what": what, "action": "Ring 999", "starts_on": TODAY}
    with school_transaction(school):
        return add_record(kind=KEPT["alert"], pupil=child, facts=facts, by=None)


class TestForms:
    def test_an_alert_is_added_changed_and_ended(self, school, child, teacher):
        client = client_of(teacher)
        page = of_child(child, "kept", "alert", "add")
        data = {"starts_on": "today", "kind": "emergency", "what": "Epilepsy", "action": "Time it"}
        assert client.post(page, data).status_code == 302
        assert "Epilepsy" in text_of(client.get(of_child(child, "safety")))
        with school_transaction(school):
            row = MedicalAlert.objects.get()
        change = of_child(child, "kept", "alert", row.pk)
        stale = client.post(change, data | {"what": "Seizures", "version": "old"})
        assert "Somebody else changed this" in text_of(stale)
        version = client.get(change).context["form"].initial["version"]
        answer = client.post(change, data | {"what": "Seizures", "version": version})
        assert answer.status_code == 302
        assert client.post(f"{change}end/", {"ended_on": "yesterday"}).status_code == 200
        assert client.post(f"{change}end/", {"ended_on": "today"}).status_code == 302

    @pytest.mark.parametrize(
        ("data", "error"),
        [
            ({"ended_on": ""}, "Give the last day, or tick permanent"),
            ({"sessions": ""}, "two for each whole day"),
            ({"ended_on": "20 Nov 2026"}, "before the first"),
            ({"council_told_on": "1 Jan 2028"}, "cannot be in the future"),
            ({"reason": "XX"}, "Error"),
        ],
    )
    def test_a_wrong_suspension_says_why(self, school, child, sendco, data, error):
        good = {"starts_on": "today", "ended_on": "today", "sessions": "2", "reason": "DB"}
        page = of_child(child, "kept", "suspension", "add")
        answer = client_of(sendco).post(page, good | data)
        assert answer.status_code == 200
        assert error in text_of(answer)
        assert client_of(sendco).post(page, good).status_code == 302
        with school_transaction(school):
            assert Suspension.objects.count() == 1

    def test_a_permanent_exclusion_has_no_last_day(self, school, child, sendco):
        data = {"starts_on": "today", "is_permanent": "on", "sessions": "2", "reason": "OW"}
        page = of_child(child, "kept", "suspension", "add")
        assert client_of(sendco).post(page, data).status_code == 302
        with school_transaction(school):
            assert Suspension.objects.get().sessions is None

    def test_a_part_time_timetable_ends(self, school, child, sendco):
        data = {
            "starts_on": "today",
            "ends_on": "18 Dec 2026",
            "hours_a_week": "12.5",
            "reason": "After an operation",
            "parents_agreed_on": "today",
            "review_on": "8 Jan 2027",
        }
        page = of_child(child, "kept", "part-time", "add")
        assert "before it ends" in text_of(client_of(sendco).post(page, data))
        assert client_of(sendco).post(page, data | {"review_on": "4 Dec 2026"}).status_code == 302
        with school_transaction(school):
            assert PartTimeTimetable.objects.get().hours_a_week == 12.5

    def test_kinds_that_do_not_exist(self, child, sendco):
        assert client_of(sendco).get(of_child(child, "kept", "secret", "add")).status_code == 404


class TestPlan:
    def test_from_the_first_word_to_having_read(self, school, child, sendco, teacher):
        client = client_of(sendco)
        start = client.post(
            of_child(child, "safety", "start"),
            {
                "kind": "behaviour",
                "owner": teacher.pk,
                "readers": "everybody",
                "starts_on": "today",
                "review_on": "1 Jul 2027",
            },
        )
        assert start.status_code == 302
        with school_transaction(school):
            plan = SafetyPlan.objects.get()
        page = of_child(child, "safety", plan.pk)
        form = client.get(f"{page}write/").context["form"]
        words = {"triggers": "Loud halls", "version": form.initial["version"]}
        assert client.post(f"{page}write/", words).status_code == 302
        body = text_of(client_of(teacher).get(page))
        assert "Draft" in body and "Loud halls" in body and "I have read" not in body
        version = client.get(f"{page}agree/").context["form"].initial["version"]
        answer = client.post(
            f"{page}agree/",
            {
                "version": version,
                "agreed_on": "today",
                "agreed_with": "father",
                "agreed_how": "phone",
                "review_on": "1 Jul 2027",
                "must_read": "on",
            },
        )
        assert answer.status_code == 302
        assert "I have read this plan" in text_of(client_of(teacher).get(page))
        assert "Tom Teacher" in text_of(client.get("/fen/safety/"))
        assert client_of(teacher).get(f"{page}read/").status_code == 405
        old = client_of(teacher).post(f"{page}read/", {"shown": "0"}, follow=True)
        assert "A new version was agreed" in text_of(old) and "I have read" in text_of(old)
        assert 'name="shown" value="1"' in old.content.decode()
        assert client_of(teacher).post(f"{page}read/", {"shown": "1"}).status_code == 302
        assert "everybody has read it" in text_of(client.get("/fen/safety/"))

    def test_the_second_writer_sees_both_texts(self, school, child, sendco):
        with school_transaction(school):
            plan = begin(child, sendco, "risk")
        page = of_child(child, "safety", plan.pk, "write")
        client = client_of(sendco)
        stale = client.get(page).context["form"].initial["version"]
        assert client.post(page, {"hazard": "Runs", "version": stale}).status_code == 302
        answer = client.post(page, {"hazard": "Climbs", "version": stale})
        assert "The plan now says: Runs" in text_of(answer)
        fresh = answer.context["form"].data["version"]
        assert client.post(page, {"hazard": "Climbs", "version": fresh}).status_code == 302

    @pytest.mark.parametrize(("kind", "seen"), [("behaviour", True), ("intimate", False)])
    def test_intimate_care_is_for_named_adults(self, school, child, sendco, teacher, kind, seen):
        with school_transaction(school):
            plan = begin(child, sendco, kind)
        page = of_child(child, "safety", plan.pk)
        assert client_of(sendco).get(page).status_code == 200
        assert client_of(teacher).get(page).status_code == (200 if seen else 404)
        label = plan.get_kind_display()
        assert (label in text_of(client_of(teacher).get(of_child(child, "safety")))) is seen


class TestReading:
    def test_a_suspension_note_is_cut(self, school, child, sendco, teacher):
        facts = {"starts_on": TODAY, "reason": "DB", "is_permanent": True, "note": "Police came"}
        with school_transaction(school):
            add_record(kind=KEPT["suspension"], pupil=child, facts=facts, by=None)
        page = of_child(child, "absence")
        assert "Police came" in text_of(client_of(sendco).get(page))
        assert "Police came" not in text_of(client_of(teacher).get(page))

    def test_the_office_sees_alerts_alone(self, school, child):
        office = member(school, Role.OFFICE)
        alert(school, child)
        with school_transaction(school):
            facts = {"starts_on": TODAY, "place": "class", "what": "Sits in front", "why": ""}
            add_record(kind=KEPT["adjustment"], pupil=child, facts=facts, by=None)
            assert Adjustment.objects.exists()
        body = text_of(client_of(office).get(of_child(child, "safety")))
        assert "Allergy to nuts" in body and "Sits in front" not in body
        assert client_of(office).get(of_child(child, "absence")).status_code == 403

    def test_an_alert_that_has_ended_is_not_shown(self, school, child, sendco):
        row = alert(school, child)
        with school_transaction(school):
            row.ended_on = TODAY - dt.timedelta(days=1)
            row.starts_on = row.ended_on
            row.save()
        assert "Allergy" not in text_of(client_of(sendco).get(of_child(child, "safety")))

    def test_pages_ask_as_much_for_many_as_for_few(self, school, child, sendco):
        def fill(number):
            for n in range(number):
                other = PupilFactory(school=school, class_group=child.class_group)
                alert(school, other, f"Alert {n}")
                with school_transaction(school):
                    plan = begin(other, sendco)
                    agreed(written(plan, sendco), sendco)

        with school_transaction(school):
            fill(3)
        client = client_of(sendco)
        few = statements(client, "/fen/safety/")
        with school_transaction(school):
            fill(20)
        many = statements(client, "/fen/safety/")
        assert len(many) == len(few) <= OF_EVERY_REQUEST + 8
        assert len(statements(client, of_child(child, "safety"))) <= OF_EVERY_REQUEST + 8
        assert len(statements(client, of_child(child, "absence"))) <= OF_EVERY_REQUEST + 8
