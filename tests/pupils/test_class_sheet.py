"""Who needs what: the class page, its paper, and the taps that say how it went."""

import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.codes import Sensitivity
from aylsham.models import AuditEvent
from pupils.codes import Setting, Tried
from pupils.kept import KEPT
from pupils.models import StrategyTry
from pupils.selectors.class_sheet import class_sheet
from pupils.selectors.tries import tallies
from pupils.services.kept import add_record
from pupils.services.needs import add_diagnosis
from pupils.services.strategies import add_strategy, end_strategy
from pupils.services.tries import note_try
from tests.factories import (
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    supporter_of,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.passports.makers import DAY, TODAY, WEEK

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def group():
    return ClassGroupFactory(school=SchoolFactory(), name="Oak")


@pytest.fixture
def child(group):
    return PupilFactory(school=group.school, class_group=group, first_name="Wren")


@pytest.fixture
def teacher(group):
    return teacher_of(group)


def url(group, rest="who-needs-what/") -> str:
    return f"/{group.school.slug}/classes/{group.pk}/{rest}"


def helps(child, text="Sit in front", **more):
    facts = {"since_on": TODAY, "by": None} | more
    return add_strategy(pupil=child, text=text, **facts)


def alert(child):
    facts = {"kind": "emergency", "what": "Nuts", "action": "Ring 999", "starts_on": TODAY}
    add_record(kind=KEPT["alert"], pupil=child, facts=facts, by=None)


class TestPage:
    def test_alerts_first_whole_class_before_the_rest_and_no_diagnosis(self, group, child, teacher):
        helps(child, "A quiet table", setting=Setting.TESTS)
        helps(child, "Say the name first", setting=Setting.CLASS)
        helps(child, "Old help", since_on=TODAY - DAY)
        end_strategy(
            strategy=helps(child, "No longer", since_on=TODAY - DAY), ended_on=TODAY, by=teacher
        )
        alert(child)
        add_diagnosis(pupil=child, name="Epilepsy", by=None)
        shown = text_of(client_of(teacher).get(url(group)))
        places = [shown.index(w) for w in ("Ring 999", "Say the name first", "A quiet table")]
        assert places == sorted(places)
        assert "Epilepsy" not in shown
        assert "No longer" not in shown
        event = AuditEvent.objects.filter(action=Action.VIEW_CLASS).latest("at")
        assert event.pupil_ids == [child.pk]

    def test_whoever_has_an_alert_comes_first_and_each_child_has_one_control(
        self, group, child, teacher
    ):
        first = PupilFactory(school=group.school, class_group=group, last_name="Aaron")
        for text in ("One", "Two", "Three"):
            helps(first, text)
        helps(child, "Four")
        alert(child)
        response = client_of(teacher).get(url(group))
        shown, html = text_of(response), response.content.decode()
        assert shown.index("Ring 999") < shown.index("Aaron")
        assert html.count("Tried today") == 2 and html.count("It worked") == 4
        assert "What is in place" in shown

    def test_two_buttons_above_the_table_and_the_rest_in_quiet_links(self, group, child, teacher):
        helps(child)
        html = client_of(teacher).get(url(group)).content.decode()
        actions = html.split("ay-head__actions")[1].split("<table")[0]
        assert actions.count('class="govuk-button ') == 2
        assert "Print all passports" in actions and "For a supply teacher" in actions

    def test_an_lsa_sees_only_the_children_they_support(self, group, child):
        other = PupilFactory(school=group.school, class_group=group)
        helps(child, "For mine")
        helps(other, "For another")
        shown = text_of(client_of(supporter_of(child)).get(url(group)))
        assert "For mine" in shown
        assert "For another" not in shown

    def test_sensitive_text_only_for_whoever_may_and_never_on_paper(self, group, child, teacher):
        helps(child, "Sealed", sensitivity=Sensitivity.SENSITIVE)
        sendco = member(group.school)
        assert "Sealed" not in text_of(client_of(teacher).get(url(group)))
        assert "Sealed" in text_of(client_of(sendco).get(url(group)))
        access = client_of(sendco).get(url(group)).wsgi_request.access
        assert class_sheet(access, group, is_paper=True).children == ()

    def test_another_teachers_class_is_not_there(self, group, child):
        other = teacher_of(ClassGroupFactory(school=group.school, name="Elm"))
        assert client_of(other).get(url(group)).status_code == 404

    def test_as_many_statements_for_thirty_as_for_three(self, group, teacher):
        client = client_of(teacher)
        for _ in range(3):
            helps(PupilFactory(school=group.school, class_group=group))
        few = statements(client, url(group))
        for _ in range(27):
            helps(PupilFactory(school=group.school, class_group=group))
        assert len(statements(client, url(group))) == len(few)
        assert len(few) <= OF_EVERY_REQUEST + 8

    def test_on_paper(self, group, child, teacher):
        helps(child)
        answer = client_of(teacher).get(url(group), {"as": "pdf"})
        assert answer.content[:5] == b"%PDF-"
        assert AuditEvent.objects.get(action=Action.PRINT).pupil_ids == [child.pk]

    def test_a_governor_is_refused(self, group, child):
        governor = client_of(member(group.school, Role.GOVERNOR))
        assert governor.get(url(group)).status_code == 403


class TestTried:
    def tap(self, user, group, row, answer):
        return client_of(user).post(url(group, "tried/"), {"tried": f"{row.pk}:{answer}"})

    def test_a_tap_counts_once_and_can_be_taken_back(self, group, child, teacher):
        row = helps(child)
        for _ in range(2):
            assert self.tap(teacher, group, row, "worked").status_code == 302
        assert StrategyTry.objects.count() == 1
        assert "Worked 1 of 1" in text_of(client_of(teacher).get(url(group)))
        self.tap(teacher, group, row, "undone")
        self.tap(teacher, group, row, "undone")
        assert StrategyTry.objects.count() == 2
        assert tallies(group.school, [row.pk], today=TODAY)[row.pk].words == ""

    def test_the_last_answer_of_a_day_counts_and_each_person_apart(self, group, child, teacher):
        row = helps(child)
        note_try(strategy=row, answer=Tried.WORKED, on=TODAY, by=teacher)
        note_try(strategy=row, answer=Tried.DID_NOT, on=TODAY, by=teacher)
        note_try(strategy=row, answer=Tried.WORKED, on=TODAY, by=supporter_of(child))
        tally = tallies(group.school, [row.pk], today=TODAY, user=teacher)[row.pk]
        assert (tally.worked, tally.did_not, tally.mine) == (1, 1, Tried.DID_NOT)

    @pytest.mark.parametrize(("ago", "counts"), [(6 * WEEK, True), (6 * WEEK + DAY, False)])
    def test_only_the_last_six_weeks_count(self, group, child, teacher, ago, counts):
        row = helps(child, since_on=TODAY - 10 * WEEK)
        note_try(strategy=row, answer=Tried.WORKED, on=TODAY - ago, by=teacher)
        assert bool(tallies(group.school, [row.pk], today=TODAY)) is counts

    @pytest.mark.parametrize("tried", ["", "x:worked", "{}:invented"])
    def test_what_is_no_answer_is_not_there(self, group, child, teacher, tried):
        data = {"tried": tried.format(helps(child).pk)}
        assert client_of(teacher).post(url(group, "tried/"), data).status_code == 404

    def test_a_strategy_out_of_reach_is_not_there(self, group, child):
        other = PupilFactory(school=group.school, class_group=group)
        assert self.tap(supporter_of(child), group, helps(other), "worked").status_code == 404
        assert not StrategyTry.objects.exists()
