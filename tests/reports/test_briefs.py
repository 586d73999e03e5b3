"""Briefs for leaders: begun with what the record says, written, decided, printed on one page."""

import io

import pytest

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.documents.rendering import write_pdf
from provision.models import CouncilPaper
from reports.models import LeadersBrief, PlanStep
from reports.services.briefs import BRIEF_FIELDS, read_brief_again, start_brief, write_brief
from reports.services.objectives import add_step, finish_row, record_objective_review
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.reports.objective_makers import DAY, STEP, a_brief, a_circular, a_policy, an_objective
from tests.school_years import school_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
LIST = "/oakfield/briefs/"


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield")
    school_year(school)
    return school


@pytest.fixture
def sendco(school):
    return client_of(member(school, Role.SENDCO))


def test_it_is_begun_with_what_the_record_says(school, sendco):
    PupilFactory(school=school)
    found = an_objective(school)
    record_objective_review(
        objective=found, held_on=TODAY, rag="red", words="x", next_on=TODAY + DAY, by=None
    )
    a_policy(school, review_on=TODAY - DAY)
    a_circular(school)
    for _ in range(2):
        page = sendco.post(f"{LIST}add/", {"held_on": TODAY.isoformat()})
    assert "for this day already" in text_of(page)
    facts = dict(LeadersBrief.objects.get().facts)
    assert facts["SEND register"] == "0 SEN support, 0 with an EHC plan: 0% of the roll"
    assert facts["Objectives"] == "1 red; 0 steps late"
    assert facts["Off track"] == f"{found.what} (SENDCo)"
    assert facts["Review late"].startswith("SEND policy")
    assert facts["Not read by all"].endswith("0 of 1 have read it")


def test_what_a_meeting_decided_comes_back_until_it_is_done(school, sendco):
    teacher = member(school, Role.CLASS_TEACHER)
    objective = an_objective(school)
    brief = a_brief(school, decided="Train everybody")
    form = {**STEP, "due_on": str(STEP["due_on"]), "who": "", "state": "new", "version": "new"}
    answer = sendco.post(
        f"{LIST}{brief.pk}/decide/", form | {"owner_id": teacher.pk, "objective": objective.pk}
    )
    assert answer.status_code == 302
    step = PlanStep.objects.get()
    assert (step.brief, step.objective, step.owner) == (brief, objective, teacher)
    assert step.what in text_of(sendco.get(f"/oakfield/objectives/{objective.pk}/"))
    assert step.what in text_of(client_of(teacher).get("/oakfield/asks/"))
    after = a_brief(school, held_on=TODAY + 14 * DAY)
    assert "Still open from earlier meetings" in text_of(sendco.get(f"{LIST}{after.pk}/"))
    finish_row(row=step, done_on=TODAY, by=None)
    assert "Still open" not in text_of(sendco.get(f"{LIST}{after.pk}/"))


def test_a_decision_alone_leads_back_to_its_brief(school, sendco):
    brief = a_brief(school)
    step = add_step(school=school, brief=brief, by=None, **STEP)
    page = sendco.get(f"/oakfield/objectives/steps/{step.pk}/").content.decode()
    assert f"{LIST}{brief.pk}/" in page
    with pytest.raises(TransitionNotAllowed, match="stands there already"):
        add_step(school=school, brief=brief, by=None, **STEP)


def test_another_schools_objective_is_not_offered(school, sendco):
    other = an_objective(SchoolFactory(federation=school.federation))
    brief = a_brief(school)
    form = {**STEP, "due_on": str(STEP["due_on"]), "state": "new", "version": "new"}
    page = sendco.post(f"{LIST}{brief.pk}/decide/", form | {"objective": other.pk})
    assert page.status_code == 200 and not PlanStep.objects.exists()


def test_the_record_is_read_again_until_something_is_decided(school):
    brief = a_brief(school)
    assert read_brief_again(brief=brief, facts=[("A", "b")], by=None).facts == [["A", "b"]]
    add_step(school=school, brief=brief, by=None, **STEP)
    with pytest.raises(TransitionNotAllowed, match="has decided"):
        read_brief_again(brief=brief, facts=[], by=None)


def test_the_second_editor_sees_both(school, sendco):
    brief = a_brief(school)
    version = version_of(brief, BRIEF_FIELDS)
    write_brief(brief=brief, version=version, by=None, words="Theirs")
    form = {"held_on": TODAY.isoformat(), "words": "Mine", "asks": "", "decided": ""}
    page = text_of(sendco.post(f"{LIST}{brief.pk}/write/", form | {"version": version}))
    assert "The record now says: Theirs" in page
    with pytest.raises(StaleSave):
        write_brief(brief=brief, version=version, by=None, words="Mine")


def test_it_cannot_move_to_the_day_of_another(school):
    a_brief(school)
    other = start_brief(school=school, held_on=TODAY + DAY, facts=[], by=None)
    with pytest.raises(TransitionNotAllowed):
        write_brief(brief=other, version=version_of(other, BRIEF_FIELDS), by=None, held_on=TODAY)


@pytest.mark.parametrize("role", [Role.GOVERNOR, Role.CLASS_TEACHER])
def test_others_do_not_open_it(school, role):
    brief = a_brief(school)
    client = client_of(member(school, role))
    for url in (LIST, f"{LIST}{brief.pk}/", f"{LIST}{brief.pk}/print/"):
        assert client.get(url).status_code == 403


def test_names_of_children_are_pointed_out(school, sendco):
    PupilFactory(school=school, first_name="Thandiwe", last_name="Okonkwo")
    brief = a_brief(school, words="Thandiwe waits")
    assert "Look whether each means an adult" in text_of(sendco.get(f"{LIST}{brief.pk}/"))


def test_the_page_asks_as_few_statements_for_many(school, sendco):
    brief = a_brief(school)
    url = f"{LIST}{brief.pk}/"
    add_step(school=school, brief=brief, by=None, **STEP)
    sendco.get(url)
    few = len(statements(sendco, url))
    for number in range(5):
        add_step(school=school, brief=brief, by=None, **(STEP | {"what": f"Step {number}"}))
    assert len(statements(sendco, url)) == few
    assert few - OF_EVERY_REQUEST <= 5


def test_it_prints_on_one_page_however_full(school, sendco):
    import pikepdf

    facts = [(f"Heading {n}", "Words of about eighty letters, " * 3) for n in range(14)]
    brief = start_brief(school=school, held_on=TODAY, facts=facts, by=None)
    write_brief(
        brief=brief,
        version=version_of(brief, BRIEF_FIELDS),
        by=None,
        words="What has changed. " * 50,
        asks="What we ask. " * 46,
        decided="What was decided. " * 33,
    )
    for number in range(4):
        add_step(school=school, brief=brief, by=None, **(STEP | {"what": f"Step {number}"}))
    assert sendco.post(f"{LIST}{brief.pk}/print/").status_code == 302
    data = write_pdf(CouncilPaper.objects.get(kind="brief").html)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 1
        assert pdf.Root.MarkInfo.Marked
