"""Meeting mode line by line: what of the plan stays, changes, ends or is new."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from ehcp.models import PlanLine, ReviewNote
from ehcp.paper_codes import PaperKind
from ehcp.selectors.meeting_record import meeting_record
from ehcp.selectors.papers.filling import fill_paper
from ehcp.services.sections import LineFacts, add_lines, mark_of
from ehcp.services.versions import add_version, check_version
from tests.access import access_of
from tests.ehcp.makers import make_plan, planned
from tests.ehcp.review_makers import everybody, set_up
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
SECTIONS = {
    "B": ["Finds it hard to listen in a group."],
    "E": ["Tells a friend what happened."],
    "F": ["Two hours a week of speech work.", "A quiet place.", "Weekly swimming."],
}


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def row(school, by):
    pupil = PupilFactory(school=school, year_group="4")
    plan = make_plan("2026-02-01", pupil=pupil)
    version = add_version(
        plan=plan, by=None, kind="final", served_on=dt.date(2026, 2, 1), local_authority="Norfolk"
    )
    lines = {code: [LineFacts(text) for text in texts] for code, texts in SECTIONS.items()}
    add_lines(version=version, lines=lines, mark=mark_of([]), by=None)
    check_version(version=version, by=None)
    return everybody(set_up(planned(plan, TODAY.isoformat()), by), by)


@pytest.fixture
def url(row):
    return f"/oakfield/reviews/{row.review_id}/meeting/"


@pytest.fixture
def client(by):
    return client_of(by)


def boxes(client, url) -> dict:
    """What stands in the boxes of the page."""
    form = client.get(url).context["form"]
    return {name: form[name].value() or "" for name in form.fields if "sensitive" not in name}


def line(text: str) -> str:
    """The box of a line of Section B or F; of a line of E, that of the outcome."""
    found = PlanLine.objects.get(text=text)
    return f"{'l' if found.section == 'E' else 'p'}{found.pk}"


def report(row, by, school) -> dict[str, list[str]]:
    filled = fill_paper(access_of(by, school), row.review, PaperKind.REPORT)
    return {key: [each.text for each in lines] for key, lines in filled.items()}


def test_every_line_of_b_and_f_has_its_box(client, url):
    said = text_of(client.get(url))
    for text in (*SECTIONS["B"], *SECTIONS["F"]):
        assert said.count(text) == 1
    assert said.count(SECTIONS["E"][0]) == 1


def test_nothing_is_kept_of_lines_that_are_left_alone(client, url):
    assert client.post(url, boxes(client, url)).status_code == 302
    assert not ReviewNote.objects.exists()


def test_change_end_and_a_new_line_with_old_and_new_words(client, url, row, by, school):
    change, end, stay = (line(text) for text in SECTIONS["F"])
    data = boxes(client, url)
    new = data["added"].split()[2]
    data |= {
        f"onward-{change}": "change", f"text-{change}": "Three hours a week.",
        f"onward-{end}": "end", f"text-{end}": "He works at his table now.",
        f"onward-{stay}": "keep",
        f"text-n{new}": "A visual timetable every day.",
    }  # fmt: skip
    assert client.post(url, data).status_code == 302
    said = meeting_record(access_of(by, school), row.review)
    assert [(each.title, each.old, each.text) for each in said.lines] == [
        ("F1, to change", SECTIONS["F"][0], "Three hours a week."),
        ("F2, to end", SECTIONS["F"][1], "He works at his table now."),
        ("F3, stays", SECTIONS["F"][2], ""),
        ("Section F, new line", "", "A visual timetable every day."),
    ]
    assert report(row, by, school)["agreed"] == [
        f"F1, to change: “{SECTIONS['F'][0]}”",
        "New words: “Three hours a week.”",
        f"F2, to end: “{SECTIONS['F'][1]}”",
        "He works at his table now.",
        f"F3, stays: “{SECTIONS['F'][2]}”",
        "Section F, new line: “A visual timetable every day.”",
    ]
    desk = text_of(client.get(f"/oakfield/reviews/{row.review_id}/"))
    assert SECTIONS["F"][0] in desk
    assert "New words: Three hours a week." in desk


def test_new_words_alone_are_a_change(client, url):
    client.post(url, boxes(client, url) | {f"text-{line(SECTIONS['B'][0])}": "Listens to one."})
    note = ReviewNote.objects.get()
    assert (note.section, note.onward, note.title) == ("B", "change", SECTIONS["B"][0])


def test_an_outcome_has_new_words_of_its_own(client, url, row, by, school):
    box = line(SECTIONS["E"][0])
    client.post(
        url,
        boxes(client, url) | {f"text-{box}": "Often.", f"wording-{box}": "Tells a group."},
    )
    note = ReviewNote.objects.get()
    assert (note.kind, note.onward, note.wording) == ("outcome", "change", "Tells a group.")
    assert report(row, by, school)["outcomes"] == [
        SECTIONS["E"][0],
        "Change it. Often.",
        "New words: “Tells a group.”",
    ]


def test_a_new_line_is_one_row_however_often_it_is_kept_and_goes_when_emptied(client, url):
    data = boxes(client, url)
    name = f"text-n{data['added'].split()[0]}"
    for words in ("A need", "A new need"):
        assert client.post(f"{url}draft/", data | {name: words}).status_code == 204
    note = ReviewNote.objects.get()
    assert (note.kind, note.section, note.text, note.line) == ("line", "B", "A new need", None)
    assert client.post(f"{url}draft/", data | {name: ""}).status_code == 204
    assert not ReviewNote.objects.exists()


def test_a_second_editor_of_a_line_sees_both_texts(client, url):
    box = line(SECTIONS["F"][0])
    mine, theirs = boxes(client, url), boxes(client, url)
    client.post(url, mine | {f"text-{box}": "Three hours."})
    late = theirs | {f"text-{box}": "Four hours.", f"text-{line(SECTIONS['F'][1])}": "A room."}
    assert client.post(f"{url}draft/", late).status_code == 409
    page = client.post(url, late).content.decode()
    assert "It now says, by" in page and "Three hours." in page
    assert sorted(ReviewNote.objects.values_list("text", flat=True)) == ["A room.", "Three hours."]


def test_a_difference_says_whose_and_about_which_line(client, url, row, by, school):
    found = PlanLine.objects.get(text=SECTIONS["F"][0])
    data = boxes(client, url)
    key = data["begun"].split()[0]
    data |= {f"whose-d{key}": "Mia Reed", f"about-d{key}": str(found.pk), f"text-d{key}": "Four."}
    assert client.post(url, data).status_code == 302
    assert report(row, by, school)["differences"] == ["Mia Reed about F1: Four."]
    # The line itself can still be changed: a difference does not take its place.
    client.post(url, boxes(client, url) | {f"text-p{found.pk}": "Three hours."})
    assert set(ReviewNote.objects.values_list("kind", flat=True)) == {"difference", "line"}


def test_nobody_makes_a_difference_about_another_childs_line(client, url, school):
    other = add_version(
        plan=make_plan("2026-02-01", school=school),
        by=None, kind="final", served_on=dt.date(2026, 2, 1), local_authority="Norfolk",
    )  # fmt: skip
    add_lines(version=other, lines={"F": [LineFacts("Theirs.")]}, mark=mark_of([]), by=None)
    data = boxes(client, url)
    key = data["begun"].split()[0]
    about = str(PlanLine.objects.get(text="Theirs.").pk)
    data |= {f"whose-d{key}": "Mia", f"about-d{key}": about, f"text-d{key}": "Four."}
    assert client.post(url, data).status_code == 200
    assert not ReviewNote.objects.exists()


def test_what_was_agreed_stands_when_the_plan_is_written_anew(client, url, row, by, school):
    client.post(url, boxes(client, url) | {f"text-{line(SECTIONS['F'][0])}": "Three hours."})
    PlanLine.objects.all().delete()
    (said,) = meeting_record(access_of(by, school), row.review).lines
    assert (said.title, said.old) == ("Section F, to change", SECTIONS["F"][0])
    assert client.get(url).status_code == 200


def test_a_marked_line_is_cut_for_those_who_may_not_read_it(client, url, row, by, school):
    PlanLine.objects.filter(text=SECTIONS["F"][0]).update(sensitivity=2)
    client.post(url, boxes(client, url) | {f"text-{line(SECTIONS['F'][0])}": "Three hours."})
    few = access_of(member(school, Role.PHASE_LEADER), school)
    said = meeting_record(few, row.review)
    assert said.lines == () and said.is_cut
    assert report(row, by, school)["agreed"] == []  # it would go to everybody invited


def test_the_page_asks_as_often_for_three_lines_as_for_thirty(client, url, row):
    few = len(statements(client, url))
    version = row.review.plan.versions.get()
    more = PlanLine.objects.filter(version=version, section="F")
    for number in range(4, 31):
        made = more.first()
        made.pk, made.position, made.text = None, number, f"Line {number}"
        made._state.adding = True
        made.save()
    assert len(statements(client, url)) == few <= 8 + OF_EVERY_REQUEST
