"""Pages of access arrangements: the child's, the year's, rooms, the head's list, the log."""

import io

import openpyxl
import pikepdf
import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.codes import Sensitivity
from aylsham.deadlines.services import rebuilt_once
from aylsham.models import AuditEvent
from aylsham.tenancy.row_security import school_transaction
from pupils.kept import KEPT
from pupils.models import AccessArrangement, NationalTestDate, NationalTestRoom
from pupils.services.arrangements.deciding import (
    consider_arrangement,
    gather_evidence,
    move_arrangement,
)
from pupils.services.arrangements.week import add_test_room, seat_child
from pupils.services.kept import add_record
from pupils.services.strategies import add_strategy
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    member,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def school(today):
    return SchoolFactory(slug="fen", live_from=TODAY, year_groups=["4", "6"])


@pytest.fixture
def sendco(school):
    return member(school, Role.SENDCO)


def make_child(school, number=1, **more):
    group, _ = ClassGroupFactory._meta.model.objects.get_or_create(
        school=school, name="Rowan", academic_year=2026, year_groups=["6"]
    )
    names = {"first_name": "Wren", "last_name": f"Hall{number}"}
    return PupilFactory(school=school, year_group="6", class_group=group, **names | more)


@pytest.fixture
def child(school):
    with school_transaction(school):
        pupil = make_child(school)
        add_strategy(
            pupil=pupil, text="An adult reads aloud", since_on=TODAY, by=None,
            is_normal_practice=True,
        )  # fmt: skip
    return pupil


def given(child, arrangement="scribe", **more):
    row = consider_arrangement(
        pupil=child, academic_year=2026, test="ks2", arrangement=arrangement, on=TODAY, by=None,
        **more,
    )  # fmt: skip
    return move_arrangement(arrangement=row, state="notified", on=TODAY, by=None)


def of_child(child, *rest) -> str:
    return "/".join([f"/fen/children/{child.pk}/arrangements", *map(str, rest), ""])


class TestChild:
    def test_from_the_suggestion_to_the_evidence_and_the_next_step(self, school, child, sendco):
        client = client_of(sendco)
        page = text_of(client.get(of_child(child)))
        assert "suggests, and nobody has considered: Reader" in page
        form = client.get(of_child(child, "add") + "?what=ks2:reader")
        assert form.context["form"].initial["what"] == "ks2:reader"
        answer = client.post(of_child(child, "add"), {"what": "ks2:reader"})
        one = answer.headers["Location"]
        assert "The evidence is not gathered yet" in text_of(client.get(one))
        client.post(f"{one}evidence/")
        page = text_of(client.get(one))
        assert "An adult reads aloud" in page
        assert "less than six weeks" in page
        wrong = client.post(f"{one}step/", {"state": "approved", "on": "today"})
        assert wrong.status_code == 200
        no_reason = client.post(f"{one}step/", {"state": "not_needed", "on": "today"})
        assert "Say why" in text_of(no_reason)
        assert "nobody has considered" not in text_of(client.get(of_child(child)))

    def test_another_childs_arrangement_is_not_found(self, school, child, sendco):
        with school_transaction(school):
            row = given(make_child(school, 2))
        assert client_of(sendco).get(of_child(child, row.pk)).status_code == 404

    def test_sensitive_evidence_is_cut_and_a_sensitive_strategy_suggests_nothing(
        self, school, child, sendco
    ):
        with school_transaction(school):
            add_strategy(
                pupil=child, text="Scribes her nightmares for the child", since_on=TODAY, by=None,
                is_normal_practice=True, sensitivity=Sensitivity.SENSITIVE,
            )  # fmt: skip
            row = consider_arrangement(
                pupil=child, academic_year=2026, test="ks2", arrangement="scribe", on=TODAY, by=None
            )
            gather_evidence(arrangement=row, on=TODAY, by=None)
        reader = client_of(member(school, Role.PHASE_LEADER))
        assert "nightmares" in text_of(client_of(sendco).get(of_child(child, row.pk)))
        assert "nightmares" not in text_of(reader.get(of_child(child, row.pk)))
        assert reader.get(of_child(child)).context["arrangements"][0].evidence == 0
        assert reader.post(of_child(child, row.pk, "evidence")).status_code == 403

    def test_the_log_is_a_sheet_or_a_print_without_what_is_sensitive(self, school, child, sendco):
        with school_transaction(school):
            add_strategy(
                pupil=child, text="=Secret()", since_on=TODAY, by=None,
                is_normal_practice=True, sensitivity=Sensitivity.SENSITIVE,
            )  # fmt: skip
            add_strategy(
                pupil=child, text="=cmd|x", since_on=TODAY, by=None, is_normal_practice=True
            )
            given(child)
        answer = client_of(sendco).get(of_child(child, "log"))
        assert "Wren" not in answer.headers["Content-Disposition"]
        sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
        cells = [cell for row in sheet.iter_rows() for cell in row]
        words = {str(cell.value) for cell in cells}
        assert {"An adult reads aloud", "Scribe", "Notified", "=cmd|x"} <= words
        assert "=Secret()" not in words
        assert all(cell.data_type != "f" for cell in cells)
        pdf = client_of(sendco).get(of_child(child, "log") + "?as=pdf")
        assert pdf.content.startswith(b"%PDF")
        with school_transaction(school):
            assert AuditEvent.objects.filter(action=Action.EXPORT_LIST).count() == 2
        teacher = client_of(member(school, Role.PHASE_LEADER))
        assert teacher.get(of_child(child, "log")).status_code == 403


class TestYear:
    def test_every_child_with_a_suggestion_and_no_decision(self, school, child, sendco):
        with school_transaction(school):
            other = make_child(school, 2)
            given(other)
            make_child(school, 3)
        client = client_of(sendco)
        everybody = text_of(client.get("/fen/tests/"))
        assert "Hall1" in everybody
        assert "Hall2" in everybody
        assert "Hall3" not in everybody
        undecided = text_of(client.get("/fen/tests/?show=undecided"))
        assert "Hall1" in undecided
        assert "Hall2" not in undecided
        assert "Hall1" in text_of(client.get("/fen/tests/?class=Year 6, Rowan"))
        assert client.get("/fen/tests/?test=none&class=x").status_code == 200

    def test_a_teacher_sees_their_own_class_alone(self, school, child):
        teacher = member(school, Role.CLASS_TEACHER)
        assert "Hall1" not in text_of(client_of(teacher).get("/fen/tests/"))

    @pytest.mark.parametrize("page", ["", "ks2/rooms/", "ks2/sign/"])
    def test_a_long_list_costs_the_same(self, school, child, sendco, page):
        client = client_of(sendco)
        with school_transaction(school):
            given(child)
        few = statements(client, f"/fen/tests/{page}")
        with school_transaction(school), rebuilt_once():
            for number in range(20, 47):
                given(make_child(school, number))
        assert len(statements(client, f"/fen/tests/{page}")) == len(few) <= OF_EVERY_REQUEST + 8

    def test_the_year_as_one_sheet(self, school, child, sendco):
        sheet = client_of(sendco).get("/fen/tests/ks2/log.xlsx")
        rows = list(openpyxl.load_workbook(io.BytesIO(sheet.content)).active.values)
        assert rows[1][5] == "An adult reads aloud"
        assert client_of(sendco).get("/fen/tests/none/log.xlsx").status_code == 404

    def test_dates_are_entered_with_their_source(self, school, sendco):
        client = client_of(sendco)
        assert "Not known" in text_of(client.get("/fen/tests/dates/"))
        page = "/fen/tests/ks2/dates/apply/"
        fields = {"on": "26 Feb 2027", "confidence": "guidance", "version": "new"}
        assert "where you found" in text_of(client.post(page, fields))
        wrong_year = client.post(page, fields | {"source": "GOV.UK", "on": "26 Feb 2029"})
        assert "school year 2026 to 2027" in text_of(wrong_year)
        assert client.post(page, fields | {"source": "GOV.UK"}).status_code == 302
        assert "Fri 26 Feb 2027 guidance GOV.UK" in text_of(client.get("/fen/tests/dates/"))
        assert "Somebody else" in text_of(
            client.post(page, fields | {"source": "Mine", "version": "old"})
        )
        assert client.get("/fen/tests/ks2/dates/none/").status_code == 404

    def test_a_day_is_entered_once_for_all_schools_of_the_person(self, school, sendco):
        other = SchoolFactory(federation=school.federation, name="Marsh Primary")
        apart = SchoolFactory(federation=school.federation, name="Reed Primary")
        MembershipFactory(user=sendco, school=other, role=Role.SENDCO)
        client = client_of(sendco)
        page = "/fen/tests/ks2/dates/apply/"
        shown = text_of(client.get(page))
        assert "Also at Marsh Primary" in shown
        assert "Reed Primary" not in shown
        fields = {"on": "26 Feb 2027", "confidence": "guidance", "version": "new"}
        client.post(page, fields | {"source": "GOV.UK", "everywhere": "on"})
        for each, number in ((other, 1), (apart, 0)):
            with school_transaction(each):
                assert NationalTestDate.objects.filter(school=each).count() == number

    def test_somebody_of_one_school_is_not_asked_about_others(self, school):
        page = client_of(member(school)).get("/fen/tests/ks2/dates/apply/")
        assert "Also at" not in text_of(page)


class TestRooms:
    def test_one_side_for_each_room_with_first_names_needs_and_alerts(self, school, child, sendco):
        with school_transaction(school), rebuilt_once():
            facts = {"kind": "emergency", "what": "Nut allergy", "action": "Ring 999"}
            add_record(kind=KEPT["alert"], pupil=child, facts=facts | {"starts_on": TODAY}, by=None)
            rooms = [
                add_test_room(
                    school=school, academic_year=2026, test="ks2", name=name, adults="", by=None
                )
                for name in ("Library", "Music")
            ]
            for number in range(20):
                pupil = child if not number else make_child(school, number + 10)
                given(pupil, in_room="Writes down what she says, word for word, in silence.")
                place = {"pupil": pupil, "academic_year": 2026, "test": "ks2", "by": None}
                seat_child(room=rooms[number % 2], **place)
        answer = client_of(sendco).get("/fen/tests/ks2/rooms/?as=pdf")
        with pikepdf.open(io.BytesIO(answer.content)) as pdf:
            assert len(pdf.pages) == 2
        page = client_of(sendco).get("/fen/tests/ks2/rooms/")
        assert "20 child" not in text_of(page)
        with school_transaction(school):
            assert AuditEvent.objects.filter(action=Action.PRINT).exists()

    def test_too_much_for_one_side_is_said_before_it_is_printed(self, school, child, sendco):
        with school_transaction(school), rebuilt_once():
            room = add_test_room(
                school=school, academic_year=2026, test="ks2", name="Hall", adults="", by=None
            )
            for number in range(60):
                pupil = make_child(school, number + 10)
                given(pupil, in_room="A long explanation of what is needed " * 5)
                seat_child(pupil=pupil, academic_year=2026, test="ks2", room=room, by=None)
        answer = client_of(sendco).get("/fen/tests/ks2/rooms/?as=pdf", follow=True)
        assert "Too much for one side: Hall" in answer.content.decode()

    def test_rooms_are_added_filled_changed_and_taken_away(self, school, child, sendco):
        client = client_of(sendco)
        with school_transaction(school):
            given(child)
        assert (
            "Choose the rooms first"
            in client.get("/fen/tests/ks2/rooms/?as=pdf", follow=True).content.decode()
        )
        client.post("/fen/tests/ks2/rooms/add/", {"name": "Library", "adults": "Ms Daly"})
        with school_transaction(school):
            room = NationalTestRoom.objects.get()
        client.post("/fen/tests/ks2/seats/", {f"room-{child.pk}": room.pk, "room-x": "y"})
        with school_transaction(school):
            assert AccessArrangement.objects.get().room_id == room.pk
        assert client.post(f"/fen/tests/rooms/{room.pk}/", {"remove": "1"}).status_code == 302
        with school_transaction(school):
            assert AccessArrangement.objects.get().room_id is None


class TestSigning:
    def test_the_head_signs_and_nobody_else(self, school, child, sendco):
        with school_transaction(school):
            row = given(child)
        page = "/fen/tests/ks2/sign/"
        assert "The head or deputy signs here" in text_of(client_of(sendco).get(page))
        assert client_of(sendco).post(page, {"seen": [row.pk]}).status_code == 403
        head = client_of(member(school, Role.HEAD))
        assert "Sign for these 1" in text_of(head.get(page))
        assert "has changed" in head.post(page, {"seen": []}, follow=True).content.decode()
        head.post(page, {"seen": [row.pk]})
        assert "Nothing waits for a signature" in text_of(head.get(page))
        assert head.get(f"{page}?as=pdf").content.startswith(b"%PDF")


class TestAdjustments:
    def test_the_schools_list_by_strand_and_as_a_sheet(self, school, child, sendco):
        with school_transaction(school):
            for place, what in (("moving", "A ramp to the hall"), ("class", "Sits in front")):
                facts = {"place": place, "what": what, "why": "", "review_on": None}
                add_record(
                    kind=KEPT["adjustment"],
                    pupil=child,
                    facts=facts | {"starts_on": TODAY},
                    by=None,
                )
        client = client_of(sendco)
        words = text_of(client.get("/fen/adjustments/"))
        assert words.index("curriculum (1)") < words.index("Sits in front")
        assert words.index("environment (1)") < words.index("A ramp to the hall")
        sheet = client.get("/fen/adjustments/list.xlsx")
        rows = list(openpyxl.load_workbook(io.BytesIO(sheet.content)).active.values)
        assert [row[4] for row in rows[1:]] == ["Sits in front", "A ramp to the hall"]
        teacher = client_of(member(school, Role.CLASS_TEACHER))
        assert "A ramp" not in text_of(teacher.get("/fen/adjustments/"))
        assert teacher.get("/fen/adjustments/list.xlsx").status_code == 403

    def test_a_long_list_costs_the_same(self, school, sendco):
        client = client_of(sendco)
        few = statements(client, "/fen/adjustments/")
        with school_transaction(school), rebuilt_once():
            for number in range(30):
                facts = {"place": "class", "what": "x", "why": "", "review_on": None}
                add_record(
                    kind=KEPT["adjustment"], pupil=make_child(school, number),
                    facts=facts | {"starts_on": TODAY}, by=None,
                )  # fmt: skip
        assert len(statements(client, "/fen/adjustments/")) == len(few) <= OF_EVERY_REQUEST + 8
