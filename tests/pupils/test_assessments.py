"""Specialist assessments: recorded, read by few, each test by itself on page and drawing."""

import re
from xml.etree import ElementTree

import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.codes import Sensitivity
from aylsham.curves import OnCurve, normal_curve
from aylsham.models import AuditEvent
from aylsham.tenancy.row_security import school_transaction
from pupils.models import (
    Assessment,
    AttainmentFigure,
    AttendanceFigure,
    BehaviourFigure,
    SpecialistTest,
)
from pupils.selectors.assessments import by_test, results_of
from pupils.services.assessments import (
    RESULT_FIELDS,
    TEST_FIELDS,
    add_specialist_test,
    change_assessment,
    change_specialist_test,
    record_assessment,
    remove_assessment,
)
from pupils.services.documents.filing import file_document
from pupils.services.strategies import add_strategy
from tests.access import access_of
from tests.documents.making import pdf, upload
from tests.factories import TODAY, PupilFactory, SchoolFactory, member, put_on_register
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def school(today):
    return SchoolFactory(slug="fen")


@pytest.fixture
def child(school):
    with school_transaction(school):
        return PupilFactory(school=school, first_name="Wren", last_name="Hall")


@pytest.fixture
def sendco(school):
    return member(school, Role.SENDCO)


def result(child, test="yarc", *, score=82, taken_on=TODAY, **facts):
    with school_transaction(child.school):
        return record_assessment(
            pupil=child, test=test, taken_on=taken_on, score=score, by=None, **facts
        )


def page(child, *rest) -> str:
    return "/".join([f"/fen/children/{child.pk}/assessments", *map(str, rest), ""])


GOOD = {"taken_on": "today", "score": "82", "percentile": "12", "test": "common:yarc"}
GOOD |= {"sensitivity": "2", "part": "Accuracy"}


class TestServices:
    def test_a_common_test_becomes_one_row_of_the_school(self, school, child):
        result(child)
        result(child, score=90)
        with school_transaction(school):
            assert SpecialistTest.objects.get().name == "YARC"

    @pytest.mark.parametrize(
        "facts",
        [
            {"score": 161},
            {"score": 85, "percentile": 50},
            {"score": None},
            {"score": 85, "low": 90, "high": 95, "interval": 95},
        ],
    )
    def test_what_cannot_be_leaves_no_trace(self, school, child, facts):
        with pytest.raises(TransitionNotAllowed):
            result(child, **facts)
        with school_transaction(school):
            assert not Assessment.objects.exists()
            assert not AuditEvent.objects.filter(action=Action.CHANGE_ASSESSMENT).exists()

    def test_a_document_of_another_child_is_refused(self, school, child):
        with school_transaction(school):
            other = PupilFactory(school=school)
            paper = file_document(pupil=other, kind="ep", upload=upload("r.pdf", pdf("words")))
        with pytest.raises(TransitionNotAllowed, match="another child"):
            result(child, document=paper)

    def test_a_second_editor_sees_the_first_and_a_slip_is_taken_out(self, school, child, sendco):
        row = result(child)
        with school_transaction(school):
            old = version_of(row, RESULT_FIELDS)
            change_assessment(assessment=row, version=old, by=sendco, score=84)
            with pytest.raises(StaleSave):
                change_assessment(assessment=row, version=old, by=sendco, score=86)
            remove_assessment(assessment=row, by=sendco)
            assert not Assessment.objects.exists()

    def test_the_scale_stays_while_results_are_on_it(self, school, child, sendco):
        row = result(child).test
        with school_transaction(school):
            facts = {"name": "YARC", "measures": "Reading", "is_retired": False}
            version = version_of(row, TEST_FIELDS)
            with pytest.raises(TransitionNotAllowed, match="stays as it is"):
                change_specialist_test(
                    test=row, school=school, version=version, by=sendco, scale="t", **facts
                )
            with pytest.raises(TransitionNotAllowed, match="common list"):
                add_specialist_test(
                    school=school, by=sendco, name="YARC", measures="", scale="standard"
                )


class TestEachTestByItself:
    def drawings(self, school, child, sendco):
        with school_transaction(school):
            return by_test(results_of(access_of(sendco, school), child))

    def test_no_drawing_has_scores_of_two_tests_or_parts(self, school, child, sendco):
        for score, test, part in (
            (71, "yarc", "Accuracy"), (73, "yarc", "accuracy"), (88, "yarc", "Comprehension"),
            (94, "wrat5", "Accuracy"), (96, "wrat5", "Accuracy"),
        ):  # fmt: skip
            result(child, test, score=score, part=part)
        groups = self.drawings(school, child, sendco)
        assert len(groups) == 3
        shown = []
        for group in groups:
            drawn = group.over_time
            scores = {cell for row in drawn.rows for cell in row[1:]} if drawn else set()
            if drawn:
                assert len(drawn.heads) == 2  # one line
                assert scores == {str(each.score) for each in group.results}
            shown.append(scores)
        assert shown == [{"94", "96"}, {"71", "73"}, set()]
        for group in groups:
            assert group.curve.rows[0][1] == str(group.results[0].score)

    def test_two_tests_of_the_same_name_on_other_scales_stay_apart(self, school, child, sendco):
        result(child, "wisc5", score=85, part="Memory")
        result(child, "wisc5-sub", score=7, part="Memory")
        first, second = self.drawings(school, child, sendco)
        assert {first.results[0].scale, second.results[0].scale} == {"standard", "scaled"}
        assert first.over_time is second.over_time is None


def test_the_curve_says_in_words_what_it_shows_and_needs_no_colour():
    given = OnCurve(100, 15, 82, 76, 88, 95, 12)
    drawn = normal_curve("YARC", given, key="c1")
    svg = ElementTree.fromstring(drawn.svg)
    words = svg.findtext("{http://www.w3.org/2000/svg}desc")
    assert "Standardised score: 82" in words
    assert "95 % interval: 76 to 88" in words
    assert "below the average range of 85 to 115" in words
    assert "style=" not in drawn.svg
    colours = set(re.findall(r"#[0-9a-f]{6}", drawn.svg))
    for colour in colours:  # greys and ink only
        red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
        assert max(red, green, blue) - min(red, green, blue) < 32


@pytest.mark.parametrize(
    ("score", "place"), [(84, "below"), (85, "within"), (115, "within"), (116, "above")]
)
def test_the_average_range_includes_its_ends(score, place):
    assert OnCurve(100, 15, score).place_words.startswith(place)


class TestPages:
    def test_a_result_is_recorded_corrected_and_taken_out(self, school, child, sendco):
        client = client_of(sendco)
        assert client.post(page(child, "add"), GOOD).status_code == 302
        words = text_of(client.get(page(child)))
        assert "YARC: Accuracy" in words
        with school_transaction(school):
            row = Assessment.objects.get()
        one = page(child, row.pk)
        fields = GOOD | {"score": "90"}
        assert "goes with percentile 24 to 27" in text_of(client.post(one, fields))
        version = client.get(one).context["form"].initial["version"]
        answer = client.post(one, fields | {"percentile": "25", "version": version})
        assert answer.status_code == 302
        assert client.post(page(child, row.pk, "remove")).status_code == 302
        assert "No result is recorded" in text_of(client.get(page(child)))

    def test_and_another_stays_with_the_same_test(self, child, sendco):
        answer = client_of(sendco).post(page(child, "add"), GOOD | {"another": "1"})
        assert answer.headers["Location"].endswith("?test=common:yarc")

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            ({"score": ""}, "Give at least one score"),
            ({"score": "200", "percentile": ""}, "run from 40 to 160"),
            ({"age_months": "6y 14m"}, "like 6y 3m"),
            ({"taken_on": "1 Jan 2028"}, "cannot be in the future"),
            ({"test": "own:x"}, "Error"),
        ],
    )
    def test_a_wrong_result_says_why(self, child, sendco, data, words):
        bare = {"percentile": ""} if "score" in data else {}
        answer = client_of(sendco).post(page(child, "add"), GOOD | bare | data)
        assert answer.status_code == 200
        assert words in text_of(answer)

    def test_sensitive_results_are_cut_where_they_are_read(self, school, child):
        result(child, part="Secret")
        result(child, "wrat5", part="Open", sensitivity=Sensitivity.EVERYONE)
        reader = member(school, Role.PHASE_LEADER)
        words = text_of(client_of(reader).get(page(child)))
        assert "Open" in words
        assert "Secret" not in words
        with school_transaction(school):
            hidden = Assessment.objects.get(part="Secret")
        assert client_of(reader).get(page(child, hidden.pk)).status_code == 404

    def test_a_paper_that_one_may_not_read_is_not_named(self, school, child, sendco):
        with school_transaction(school):
            paper = file_document(
                pupil=child, kind="ep", title="Secret report",
                upload=upload("r.pdf", pdf("words")), sensitivity=Sensitivity.SENSITIVE,
            )  # fmt: skip
        result(child, document=paper, sensitivity=Sensitivity.EVERYONE)
        assert "Secret report" in text_of(client_of(sendco).get(page(child)))
        reader = client_of(member(school, Role.PHASE_LEADER))
        assert "Secret report" not in text_of(reader.get(page(child)))

    def test_a_long_page_costs_the_same(self, school, child, sendco):
        client = client_of(sendco)
        result(child)
        few = statements(client, page(child))
        for score in range(80, 95):
            result(child, score=score)
            result(child, "wrat5", score=score)
        assert len(statements(client, page(child))) == len(few) <= OF_EVERY_REQUEST + 8

    def test_the_list_of_tests_is_the_schools_to_change(self, school, sendco):
        client = client_of(sendco)
        fields = {"name": "Reading test of the trust", "measures": "Reading", "scale": "standard"}
        assert client.post("/fen/specialist-tests/add/", fields).status_code == 302
        hide = fields | {"name": "WIAT-III", "is_retired": "on"}
        assert client.post("/fen/specialist-tests/common/wiat3/", hide).status_code == 302
        words = text_of(client.get("/fen/specialist-tests/"))
        assert "Reading test of the trust" in words
        assert "WIAT-III Hidden" in words
        assert client.get("/fen/specialist-tests/common/none/").status_code == 404


class TestOnOneAxis:
    def test_everything_of_two_years_and_what_support_ran(self, school, child, sendco):
        client = client_of(sendco)
        axis = f"/fen/children/{child.pk}/time-axis/"
        assert "Nothing is recorded yet" in text_of(client.get(axis))
        with school_transaction(school):
            own = {"school": school, "pupil": child}
            AttendanceFigure.objects.create(**own, academic_year=2026, as_of=TODAY, percent=91)
            AttainmentFigure.objects.create(
                **own, academic_year=2025, term="summer", subject="reading", attained=2
            )
            BehaviourFigure.objects.create(**own, academic_year=2025, term="spring", incidents=4)
            BehaviourFigure.objects.create(
                **own, academic_year=2025, term="summer", incidents=1, praise=1
            )
            put_on_register(child)
            add_strategy(pupil=child, text="Sits in front", since_on=TODAY, by=None)
            add_strategy(pupil=child, text="A secret", since_on=TODAY, by=None, sensitivity=2)
        result(child, part="Accuracy")
        rows = {row[1:] for row in client.get(axis).context["drawing"].rows}
        assert rows >= {
            ("SEN status", "SEN support"),
            ("What helps", "Sits in front"),
            ("What helps", "A secret"),
            ("Attendance", "91.0 %"),
            ("Reading", "Working towards"),
            ("Incidents", "4 incidents"),
            ("Incidents", "1 incident"),
            ("Praise", "1 point"),
            ("Assessments", "YARC: Accuracy, 82"),
        }
        reader = client_of(member(school, Role.PHASE_LEADER))
        words = text_of(reader.get(axis))
        assert "Sits in front" in words
        assert "secret" not in words
        assert "YARC" not in words

    def test_a_long_history_costs_the_same(self, school, child, sendco):
        client, axis = client_of(sendco), f"/fen/children/{child.pk}/time-axis/"
        few = statements(client, axis)
        with school_transaction(school):
            for number in range(30):
                add_strategy(pupil=child, text=f"Line {number}", since_on=TODAY, by=None)
        assert len(statements(client, axis)) == len(few) <= OF_EVERY_REQUEST + 8
