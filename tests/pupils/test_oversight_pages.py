"""Pages of oversight: who can see a child, who has looked, the log, what was unusual."""

import datetime as dt
import re

import pytest
from django.db import connection

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.models import AuditEvent
from aylsham.tenancy.row_security import school_transaction
from pupils.models import EmergencyAccess, PupilGrant
from pupils.services.classes import assign_adult
from tests.factories import ClassGroupFactory, PupilFactory, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "Speech therapist, comes every Monday"


@pytest.fixture
def school(today):
    return SchoolFactory(slug="fen")


@pytest.fixture
def child(school):
    with school_transaction(school):
        group = ClassGroupFactory(school=school, name="Oak")
        return PupilFactory(
            school=school,
            class_group=group,
            first_name="Wren",
            last_name="Hall",
            born_on=dt.date(2018, 3, 14),
        )


@pytest.fixture
def head(school):
    return member(school, Role.HEAD, user__name="Hilary Head")


@pytest.fixture
def teacher(school):
    return member(school, Role.CLASS_TEACHER, user__name="Tom Teacher")


def events(school, *actions) -> list[AuditEvent]:
    with school_transaction(school):
        found = AuditEvent.objects.order_by("id")
        return list(found.filter(action__in=actions) if actions else found)


class TestGrants:
    def test_giving_and_ending_access(self, school, child, head, teacher):
        client = client_of(head)
        page = f"/fen/children/{child.pk}/access/"
        assert "Hilary Head" in text_of(client.get(page))
        answer = client.post(
            f"{page}give/",
            {"person": teacher.pk, "reason": WHY, "starts_on": "today", "ends_on": "18 Dec 2026"},
        )
        assert answer.status_code == 302
        assert f"Was given access: {WHY}" in text_of(client.get(page))
        assert client_of(teacher).get(f"/fen/children/{child.pk}/").status_code == 200
        with school_transaction(school):
            grant = PupilGrant.objects.get()
        listed = text_of(client.get("/fen/access/"))
        assert "Tom Teacher" in listed and "Wren Hall" in listed
        end = f"/fen/access/{grant.pk}/end/"
        assert "Tom Teacher can open the child's record until Fri 18 Dec" in text_of(
            client.get(end)
        )
        with school_transaction(school):
            assert PupilGrant.objects.get().ended_at is None  # a GET changes nothing
        assert client.post(end).status_code == 302
        assert client_of(teacher).get(f"/fen/children/{child.pk}/").status_code == 404

    @pytest.mark.parametrize(
        ("change", "error"),
        [
            ({"reason": "Because"}, "Say why in a sentence"),
            ({"person": ""}, "Error:"),
            ({"ends_on": "1 Nov 2026"}, "The last day is before the first"),
            ({"starts_on": "1 Nov 2026", "ends_on": "2 Nov 2026"}, "over already"),
            ({"ends_on": "31 Feb 2027"}, "does not exist"),
        ],
    )
    def test_a_wrong_form_says_why(self, child, head, teacher, change, error):
        data = {"person": teacher.pk, "reason": WHY, "starts_on": "today", "ends_on": "18 Dec 2026"}
        answer = client_of(head).post(f"/fen/children/{child.pk}/access/give/", data | change)
        assert answer.status_code == 200
        assert "govuk-error-summary" in answer.content.decode()
        assert error in text_of(answer)

    def test_people_who_see_the_whole_school_are_not_offered(self, child, head, teacher):
        body = client_of(head).get(f"/fen/children/{child.pk}/access/give/").content.decode()
        assert str(teacher.pk) in body
        assert str(head.pk) not in body


class TestEmergency:
    def ask(self, user, **more):
        data = {"name": "Wren Hall", "born_on": "14/3/2018", "reason": WHY, "upn": ""}
        return client_of(user).post("/fen/emergency/", data | more)

    def test_a_teacher_opens_a_child_for_an_hour(self, school, child, head, teacher):
        record = f"/fen/children/{child.pk}/"
        client = client_of(teacher)
        assert client.get(record).status_code == 404
        answer = self.ask(teacher)
        assert answer.url == record
        assert client.get(record).status_code == 200
        page = client.get("/fen/emergency/")
        assert "Wren Hall is open to you until" in text_of(page)
        with school_transaction(school):
            emergency = EmergencyAccess.objects.get()
        assert client.post(f"/fen/emergency/{emergency.pk}/close/").status_code == 302
        assert client.get(record).status_code == 404

    def test_an_administrator_without_children_opens_one(self, school, child, head):
        admin = member(school, Role.FEDERATION_ADMINISTRATOR)
        client = client_of(admin)
        record = f"/fen/children/{child.pk}/"
        assert client.get(record).status_code == 403
        assert self.ask(admin).url == record
        assert client.get(record).status_code == 200
        assert client.get("/fen/register/").status_code == 403

    def test_a_child_who_is_not_found_is_written_down_and_not_explained(
        self, school, child, teacher
    ):
        answers = {
            text_of(self.ask(teacher, **wrong))
            .split("There is a problem")[1]
            .split("Which child")[0]
            for wrong in ({"name": "Wren Hill"}, {"born_on": "15/3/2018"}, {"name": "Nobody Atall"})
        }
        assert len(answers) == 1
        assert "No child of this school has exactly" in answers.pop()
        assert len(events(school, Action.EMERGENCY_NOT_FOUND)) == 3
        assert events(school, Action.OPEN_EMERGENCY) == []

    def test_a_child_in_reach_needs_no_emergency(self, school, child, teacher):
        with school_transaction(school):
            assign_adult(
                class_group=child.class_group,
                user=teacher,
                role=Role.CLASS_TEACHER,
                starts_on=dt.date(2026, 9, 1),
                by=None,
            )
        assert self.ask(teacher).url == f"/fen/children/{child.pk}/"
        with school_transaction(school):
            assert not EmergencyAccess.objects.exists()

    @pytest.mark.parametrize(
        ("change", "error"),
        [
            ({"reason": "Now"}, "Say in a sentence"),
            ({"name": "", "born_on": ""}, "UPN, or the name and the date of birth"),
            ({"born_on": ""}, "date of birth as well"),
            ({"upn": "H80120000100"}, "This is no UPN"),
        ],
    )
    def test_a_wrong_form_says_why(self, child, teacher, change, error):
        answer = self.ask(teacher, **change)
        assert error in text_of(answer)
        assert "govuk-error-summary" in answer.content.decode()

    def test_the_head_reviews_it(self, school, child, head, teacher):
        self.ask(teacher)
        client_of(teacher).get(f"/fen/children/{child.pk}/")
        client = client_of(head)
        listed = text_of(client.get("/fen/emergencies/"))
        assert "Tom Teacher" in listed and "Review by Sat 28 Nov" in listed
        with school_transaction(school):
            page = f"/fen/emergencies/{EmergencyAccess.objects.get().pk}/"
        assert WHY in text_of(client.get(page))
        assert "Fill this in" in text_of(client.post(page, {"note": ""}))
        assert client.post(page, {"note": "Right to do so."}).status_code == 302
        assert "Right to do so." in text_of(client.get(page))
        assert len(events(school, Action.REVIEW_EMERGENCY)) == 1

    def test_the_address_holds_no_name(self, school, child, teacher):
        answer = self.ask(teacher)
        assert "Wren" not in answer.url and "Hall" not in answer.url


class TestWhoLooked:
    def test_people_and_times(self, school, child, head, teacher):
        with school_transaction(school):
            for _ in range(3):
                record_event(Action.VIEW_PUPIL, school=school, by=teacher, pupil_ids=[child.pk])
            record_event(
                Action.VIEW_REGISTER, school=school, by=teacher, pupil_ids=[child.pk, head.pk]
            )
        page = text_of(client_of(head).get(f"/fen/children/{child.pk}/looks/"))
        assert "Tom Teacher 3 1" in page
        assert "opened the record" in page

    def test_only_for_those_who_may(self, child, teacher):
        assert client_of(teacher).get(f"/fen/children/{child.pk}/looks/").status_code == 403

    def test_asking_is_written_down_too(self, school, child, head):
        client_of(head).get(f"/fen/children/{child.pk}/looks/")
        (event,) = events(school)
        assert (event.action, event.pupil_ids) == ("view_who_looked", [child.pk])


class TestLog:
    def fill(self, school, child, teacher, count):
        with school_transaction(school):
            for _ in range(count):
                record_event(Action.VIEW_PUPIL, school=school, by=teacher, pupil_ids=[child.pk])

    def test_it_says_who_did_what_to_whom(self, school, child, head, teacher):
        self.fill(school, child, teacher, 1)
        with school_transaction(school):
            record_event(Action.VIEW_REGISTER, school=school, by=head, pupil_ids=[head.pk] * 9)
        page = text_of(client_of(head).get("/fen/audit/"))
        assert "Tom Teacher opened the record Wren Hall" in page
        assert "Hilary Head saw the SEND register 9 children" in page

    def test_filters(self, school, child, head, teacher):
        self.fill(school, child, teacher, 1)
        with school_transaction(school):
            record_event(Action.EXPORT_REGISTER, school=school, by=head, pupil_ids=[child.pk])
        client = client_of(head)
        only = text_of(client.get(f"/fen/audit/?person={teacher.pk}"))
        assert "opened the record" in only and "exported the SEND register" not in only
        only = text_of(client.get("/fen/audit/?kind=take_out"))
        assert "exported the SEND register" in only and "opened the record" not in only
        only = text_of(client.get("/fen/audit/?first=1 Jan 2020&last=2 Jan 2020"))
        assert "The log has nothing like that" in only
        assert "Wren Hall" in text_of(client.get(f"/fen/audit/?child={child.pk}"))
        assert client.get("/fen/audit/?person=nobody&kind=x&child=y&first=z").status_code == 200

    def test_older_pages_follow_without_gap_or_repeat(self, school, child, head, teacher):
        self.fill(school, child, teacher, 120)
        client, url, seen = client_of(head), f"/fen/audit/?person={teacher.pk}", 0
        while url:
            body = client.get(url).content.decode()
            seen += body.count("opened the record</td>")
            older = re.search(r'href="(\?[^"]*page=[^"]*)"', body)
            url = "/fen/audit/" + older[1].replace("&amp;", "&") if older else ""
        assert seen == 120

    def test_the_statements_do_not_grow_with_the_lines(self, school, child, head, teacher):
        client = client_of(head)
        counts = []
        for number in (3, 30):
            self.fill(school, child, teacher, number)
            client.get("/fen/audit/")
            counts.append(len(statements(client, "/fen/audit/")))
        assert counts[0] == counts[1] <= OF_EVERY_REQUEST + 8

    def test_over_all_schools(self, school, child, head, teacher):
        self.fill(school, child, teacher, 1)
        lead = member(school, Role.FEDERATION_SEND_LEAD)
        page = text_of(client_of(lead).get("/federation/audit/"))
        assert "Tom Teacher" in page and school.name in page


class TestUnusual:
    def see(self, head) -> str:
        return text_of(client_of(head).get("/fen/audit/unusual/"))

    def test_nothing(self, child, head):
        assert "Nothing unusual in that time" in self.see(head)

    def test_many_children_in_a_day(self, school, child, head, teacher):
        with school_transaction(school):
            others = [PupilFactory(school=school) for _ in range(31)]
            for other in others[:30]:
                record_event(Action.VIEW_PUPIL, school=school, by=teacher, pupil_ids=[other.pk])
        assert "different children" not in self.see(head).split("What counts")[0]
        with school_transaction(school):
            record_event(Action.VIEW_PUPIL, school=school, by=teacher, pupil_ids=[others[30].pk])
        assert "Tom Teacher opened the records of 31 different children" in self.see(head)

    def test_the_same_family_name(self, school, child, head):
        hall = member(school, Role.OFFICE, user__name="Vera Hall")
        with school_transaction(school):
            record_event(Action.VIEW_PUPIL, school=school, by=hall, pupil_ids=[child.pk])
        assert "Vera Hall opened the record of a child with the same family name once" in self.see(
            head
        )

    def test_refusals(self, school, child, head, teacher):
        for _ in range(5):
            client_of(teacher).get("/fen/audit/")
        assert "Tom Teacher was refused 5 times" in self.see(head)

    def test_at_night(self, school, child, head, teacher):
        with school_transaction(school), connection.cursor() as cursor:
            for _ in range(3):
                cursor.execute(
                    "INSERT INTO aylsham_auditevent (school_id, at, actor_id, actor_name,"
                    " actor_roles, action, subject_type, subject_id, pupil_ids, detail)"
                    " VALUES (%s, '2026-11-20 23:15Z', %s, 'Tom Teacher', '', 'view_pupil', '',"
                    " '', %s, '{}')",
                    [school.pk, teacher.pk, [child.pk]],
                )
        assert "Tom Teacher opened records 3 times at night" in self.see(head)


class TestHistoryPage:
    def test_the_edit_of_a_page_is_told_on_it(self, school, child, head):
        sendco = member(school, Role.SENDCO, user__name="Sam Sendco")
        client = client_of(sendco)
        page = client.get(f"/fen/children/{child.pk}/details/")
        version = re.search(r'name="version" value="([^"]*)"', page.content.decode())[1]
        initial = {k: v for k, v in page.context["form"].initial.items() if v is not None}
        data = initial | {"last_name": "Hallam", "version": version, "born_on": "14 Mar 2018"}
        data["class_group"] = data.get("class_group") or ""
        answer = client.post(f"/fen/children/{child.pk}/details/", data)
        assert answer.status_code == 302, text_of(answer)
        told = text_of(client_of(head).get(f"/fen/children/{child.pk}/history/"))
        assert "Sam Sendco changed the legal family name from Hall to Hallam" in told
