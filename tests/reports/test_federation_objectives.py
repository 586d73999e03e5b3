"""Objectives of a federation: worded once, carried by each school, changed and ended everywhere."""

import pytest

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.deadlines.services import find_changes
from aylsham.models import AuditEvent
from reports.access_codes import ActionState
from reports.models import FederationObjective, Objective
from reports.services.federation_objectives import (
    FEDERATION_FIELDS,
    add_federation_objective,
    change_federation_objective,
    give_up_federation_objective,
    take_on_federation_objectives,
)
from reports.services.objectives import (
    SHARED_FIELDS,
    change_row,
    finish_row,
    give_up_row,
    record_objective_review,
    take_up_row,
)
from reports.tasks import night
from tests.factories import (
    TODAY,
    FederationFactory,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    member,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.reports.objective_makers import DAY, a_step, an_objective
from tests.school_years import school_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
LIST = "/federation/objectives/"
ONE = f"{LIST}objective/"
WORDS = {
    "what": "Every family is met three times a year",
    "basis": "Two schools of three met fewer",
    "sign": "Ninety-five of a hundred families were met",
    "lead": "Federation SEND lead",
    "first_look_on": TODAY + 30 * DAY,
    "ends_on": TODAY + 240 * DAY,
}


@pytest.fixture
def federation():
    return FederationFactory(name="Fen Trust")


@pytest.fixture
def schools(federation):
    found = [SchoolFactory(federation=federation, slug=slug) for slug in ("oakfield", "elm")]
    for school in found:
        school_year(school)
    return found


@pytest.fixture
def lead(schools):
    user = member(schools[0], Role.FEDERATION_SEND_LEAD)
    MembershipFactory(user=user, school=schools[1], role=Role.FEDERATION_SEND_LEAD)
    return client_of(user)


def worded(federation, **values) -> FederationObjective:
    return add_federation_objective(federation=federation, by=None, **(WORDS | values))


def sent(record=None, **values) -> dict[str, str]:
    said = WORDS | {"version": version_of(record, FEDERATION_FIELDS)} | values
    return {name: str(value) for name, value in said.items()}


def at(school) -> Objective:
    return Objective.objects.get(school=school)


class TestWording:
    def test_it_is_worded_once_and_each_school_has_it(self, schools, lead):
        for _ in range(2):
            page = lead.post(f"{LIST}add/", sent())
        assert "stands there already" in text_of(page)
        assert FederationObjective.objects.count() == 1
        rows = [at(school) for school in schools]
        assert {(r.what, r.lead, r.plan, r.review_on) for r in rows} == {
            (WORDS["what"], WORDS["lead"], "federation", WORDS["first_look_on"])
        }
        assert not any(find_changes(school) for school in schools)
        assert AuditEvent.objects.filter(action="record_objective").count() == 2

    def test_a_school_that_wrote_the_same_down_itself_keeps_its_row(self, federation, schools):
        own = an_objective(schools[0], plan="federation", what=WORDS["what"], lead="SENDCo")
        step = a_step(own)
        shared = worded(federation)
        own.refresh_from_db()
        assert (own.shared, own.lead, own.sign) == (shared, "SENDCo", WORDS["sign"])
        assert step in own.steps.all() and Objective.objects.count() == 2

    def test_a_new_wording_is_in_every_school_and_their_own_part_stays(
        self, federation, schools, lead
    ):
        shared = worded(federation)
        mine = at(schools[0])
        version = version_of(mine, SHARED_FIELDS)
        change_row(row=mine, version=version, by=None, lead="Jo", what="Not this")
        sooner = WORDS["first_look_on"] - 5 * DAY
        form = sent(shared, what="Every family is heard", first_look_on=sooner, ends_on=sooner)
        assert lead.post(f"{ONE}?objective={shared.pk}", form).status_code == 302
        rows = [at(school) for school in schools]
        assert {row.what for row in rows} == {"Every family is heard"}
        assert [row.lead for row in rows] == ["Jo", WORDS["lead"]]
        assert {(row.ends_on, row.review_on) for row in rows} == {(sooner, sooner)}

    def test_the_second_editor_sees_both(self, federation, schools, lead):
        shared = worded(federation)
        mine = sent(shared, what="Mine")
        change_federation_objective(
            objective=shared, version=mine["version"], by=None, what="Theirs"
        )
        assert "The record now says: Theirs" in text_of(
            lead.post(f"{ONE}?objective={shared.pk}", mine)
        )
        with pytest.raises(StaleSave):
            change_federation_objective(
                objective=shared, version=mine["version"], by=None, what="Mine"
            )
        assert {row.what for row in Objective.objects.all()} == {"Theirs"}

    def test_words_that_a_school_uses_already_change_nothing_anywhere(self, federation, schools):
        shared = worded(federation)
        an_objective(schools[1], plan="federation", what="Taken")
        with pytest.raises(TransitionNotAllowed, match="another objective with these words"):
            change_federation_objective(
                objective=shared,
                version=version_of(shared, FEDERATION_FIELDS),
                by=None,
                what="Taken",
            )
        assert at(schools[0]).what == WORDS["what"]

    def test_the_first_look_is_not_after_the_end(self, federation, schools):
        with pytest.raises(TransitionNotAllowed, match="Look at it before"):
            worded(federation, first_look_on=WORDS["ends_on"] + DAY)


class TestAtASchool:
    def test_it_changes_its_own_part_alone(self, federation, schools):
        worded(federation)
        school, mine = schools[0], at(schools[0])
        sendco = client_of(member(school, Role.SENDCO))
        url = f"/oakfield/objectives/{mine.pk}/"
        page = text_of(sendco.get(f"{url}change/"))
        assert "Who answers for it here" in page and "What it rests on" not in page
        form = {"lead": "English lead", "review_on": str(TODAY + 9 * DAY), "state": "begun"}
        form |= {"version": version_of(mine, SHARED_FIELDS), "what": "Other"}
        assert sendco.post(f"{url}change/", form).status_code == 302
        mine.refresh_from_db()
        assert (mine.lead, mine.what) == ("English lead", WORDS["what"])

    def test_it_cannot_give_it_up_but_reach_it(self, federation, schools):
        worded(federation)
        mine = at(schools[0])
        with pytest.raises(TransitionNotAllowed, match="for all schools"):
            give_up_row(row=mine, why="No time", by=None)
        finish_row(row=mine, done_on=TODAY, by=None)
        assert at(schools[1]).is_to_do

    def test_nobody_adds_one_to_the_federations_plan_at_a_school(self, schools):
        sendco = client_of(member(schools[0], Role.SENDCO))
        form = {"plan": "federation", "state": "new", "version": "new", "review_on": str(TODAY)}
        form |= {name: str(WORDS[name]) for name in ("what", "basis", "sign", "lead", "ends_on")}
        assert sendco.post("/oakfield/objectives/add/", form).status_code == 200
        assert not Objective.objects.exists()

    def test_an_older_row_of_the_federations_plan_stays_valid(self, schools):
        own = an_objective(schools[0], plan="federation")
        sendco = client_of(member(schools[0], Role.SENDCO))
        assert own.what in text_of(sendco.get("/oakfield/objectives/"))
        page = sendco.get(f"/oakfield/objectives/{own.pk}/change/")
        assert "Federation improvement plan" in text_of(page)


class TestEnding:
    def test_it_ends_in_every_school_that_has_not_reached_it(self, federation, schools, lead):
        shared = worded(federation)
        finish_row(row=at(schools[0]), done_on=TODAY, by=None)
        url = f"{ONE}give-up/?objective={shared.pk}"
        assert lead.post(url, {"why": " "}).status_code == 200
        lead.post(url, {"why": "The council does it"})
        reached, ended = (at(school) for school in schools)
        assert (reached.state, reached.given_up_why) == (ActionState.DONE, "")
        assert (ended.state, ended.given_up_why) == (ActionState.GIVEN_UP, "The council does it")
        assert "The council does it" in text_of(lead.get(LIST))
        with pytest.raises(TransitionNotAllowed, match="has given it up"):
            take_up_row(row=ended, by=None)
        with pytest.raises(TransitionNotAllowed, match="given up"):
            give_up_federation_objective(objective=shared, why="Again", by=None)
        assert worded(federation).holds

    def test_a_school_that_comes_later_has_it_from_the_next_night(self, federation, schools):
        shared, old = worded(federation), worded(federation, what="Old")
        give_up_federation_objective(objective=old, why="Over", by=None)
        late = SchoolFactory(federation=federation, slug="late")
        for _ in range(2):
            night(type("Work", (), {"school": late}))
        assert at(late).shared == shared
        assert take_on_federation_objectives(school=late) == []

    def test_the_first_look_of_one_that_comes_after_it_is_ahead(self, federation, schools):
        worded(federation, first_look_on=TODAY - 9 * DAY, ends_on=TODAY + 5 * DAY)
        assert at(schools[0]).review_on == TODAY + 5 * DAY


class TestThePage:
    def test_schools_stand_side_by_side(self, federation, schools, lead):
        worded(federation)
        mine = at(schools[0])
        a_step(mine, due_on=TODAY - DAY)
        record_objective_review(
            objective=mine,
            held_on=TODAY,
            rag="red",
            words="Late",
            next_on=TODAY + DAY,
            by=None,
        )
        page = text_of(lead.get(LIST))
        assert "Red: off track" in page and "Not judged yet" in page
        assert "1 not judged yet, 1 red: off track" in page

    def test_names_of_children_are_pointed_out(self, federation, schools, lead):
        PupilFactory(school=schools[1], first_name="Thandiwe", last_name="Okonkwo")
        worded(federation, basis="Thandiwe waits")
        assert "Look whether each means an adult" in text_of(lead.get(LIST))

    def test_who_has_one_school_sees_it_alone_and_sets_nothing(self, federation, schools):
        shared = worded(federation)
        sendco = client_of(member(schools[0], Role.SENDCO))
        page = text_of(sendco.get(LIST))
        assert schools[0].name in page and schools[1].name not in page
        assert "Add an objective" not in page
        for url in (f"{LIST}add/", f"{ONE}?objective={shared.pk}"):
            assert sendco.get(url).status_code == 403
        give_up = f"{ONE}give-up/?objective={shared.pk}"
        assert sendco.post(give_up, {"why": "Mine"}).status_code == 403
        shared.refresh_from_db()
        assert shared.holds

    @pytest.mark.parametrize("role", [Role.GOVERNOR, Role.CLASS_TEACHER])
    def test_others_do_not_open_it(self, schools, role):
        assert client_of(member(schools[0], role)).get(LIST).status_code == 403

    def test_another_federations_objective_is_not_found(self, schools, lead):
        other = SchoolFactory(federation=FederationFactory())
        school_year(other)
        shared = worded(other.federation)
        for url in (ONE, f"{ONE}give-up/"):
            for asked in (shared.pk, "x", ""):
                assert lead.get(f"{url}?objective={asked}").status_code == 404
        assert WORDS["what"] not in text_of(lead.get(LIST))

    def test_it_asks_as_few_statements_for_many(self, federation, schools, lead):
        worded(federation)
        lead.get(LIST)
        few = len(statements(lead, LIST))
        for number in range(5):
            worded(federation, what=f"Objective {number}")
        for row in Objective.objects.all():
            a_step(row)
        assert len(statements(lead, LIST)) == few
        assert few - OF_EVERY_REQUEST <= 7
