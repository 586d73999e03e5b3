"""Looks at a class: ticks of what is in place, for those who lead it, never a league table."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.identifiers import uuid7
from aylsham.models import AuditEvent, Deadline
from pupils.models import ClassroomAudit, ClassroomMark
from pupils.rules.classrooms import change_of
from pupils.selectors.concerns.classrooms import audit_page, audits_of, offers_of
from pupils.services.concerns.classrooms import Mark, record_classroom_audit
from pupils.services.concerns.ordinary import write_ordinary_provision
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    supporter_of,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)
INSTRUCTIONS = "Short instructions, one at a time, in the order in which they are done"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", live_from=dt.date(2026, 9, 1))


@pytest.fixture
def group(school):
    return ClassGroupFactory(school=school, name="Oak", year_groups=["1"])


@pytest.fixture
def teacher(group):
    return teacher_of(group)


def look(group, *, seen="partly", on=TODAY, key=None, **more):
    marks = [Mark("CI", INSTRUCTIONS, seen, "On the board")]
    facts = {"marks": marks, "by": None} | more
    return record_classroom_audit(class_group=group, key=key or uuid7(), on=on, **facts)


def url(group, rest="") -> str:
    return f"/{group.school.slug}/classes/{group.pk}/ordinarily-available/{rest}"


def due() -> list:
    return list(Deadline.objects.filter(kind="classroom").values_list("title", "due_on"))


class TestRules:
    @pytest.mark.parametrize(
        ("before", "now", "change"),
        [
            ("not_seen", "partly", "more"),
            ("in_place", "not_seen", "less"),
            ("partly", "partly", ""),
            ("not_for_us", "in_place", ""),
            ("", "in_place", ""),
        ],
    )
    def test_more_or_less_in_place(self, before, now, change):
        assert change_of(before, now) == change


class TestRecording:
    def test_pressing_twice_leaves_one(self, group):
        key = uuid7()
        assert look(group, key=key) == look(group, key=key)
        assert ClassroomMark.objects.count() == 1
        assert AuditEvent.objects.filter(action=Action.AUDIT_CLASSROOM).count() == 1

    @pytest.mark.parametrize(
        ("facts", "why"),
        [
            ({"marks": []}, "at least one line"),
            ({"on": TODAY + DAY}, "in the future"),
            ({"next_on": TODAY}, "later day"),
            ({"on": TODAY - 9 * DAY, "next_on": TODAY - DAY}, "later day"),
        ],
    )
    def test_refused_it_leaves_nothing_behind(self, group, facts, why):
        with pytest.raises(TransitionNotAllowed, match=why):
            look(group, **facts)
        assert not ClassroomAudit.objects.exists()
        assert not AuditEvent.objects.filter(action=Action.AUDIT_CLASSROOM).exists()


class TestDue:
    def test_nothing_on_day_one_then_the_agreed_day_until_the_next_look(self, group):
        look(group, on=TODAY - 30 * DAY)
        assert due() == []
        look(group, on=TODAY - 20 * DAY, next_on=TODAY + 40 * DAY)
        assert due() == [("Look again at what is in place in Oak", TODAY + 40 * DAY)]
        look(group)
        assert due() == []

    def test_it_lapses_with_the_class_and_waits_for_the_school_to_be_live(self, group, school):
        look(group, next_on=TODAY + DAY)
        assert Deadline.objects.get(kind="classroom").lapses_on == dt.date(2027, 8, 31)
        school.live_from = None
        school.save()
        look(group, next_on=TODAY + 2 * DAY)
        assert due() == []


class TestPage:
    def test_ticked_compared_and_shown_to_the_class_teacher(self, group, teacher, school):
        look(group, seen="not_seen", on=TODAY - 30 * DAY)
        client = client_of(member(school))
        form = client.get(url(group, "look/")).context["form"]
        sent = {name: form[name].value() for name in ("key", "lines")} | {
            "on": "today",
            "next_on": "12 Feb 2027",
            "seen_0": "in_place",
            "word_0": "Every lesson",
        }
        for _ in range(2):
            assert client.post(url(group, "look/"), sent).url == url(group)
        assert ClassroomAudit.objects.count() == 2
        page = text_of(client_of(teacher).get(url(group)))
        assert "In place" in page and "was not seen" in page and "Every lesson" in page
        assert "1 more in place, 0 less" in page and "Fri 12 Feb 2027" in page

    def test_the_lines_of_the_class_are_those_of_its_years(self, school):
        mixed = ClassGroupFactory(school=school, year_groups=["2", "3"])
        facts = {"school": school, "area": "CI", "version": "", "by": None}
        for stage in ("KS1", "KS2", "EY"):
            write_ordinary_provision(stage=stage, text=f"Same\n{stage}", **facts)
        offered = [offer.what for offer in offers_of(mixed) if offer.area == "CI"]
        assert offered == ["Same", "KS1", "KS2"]

    def test_ticks_of_lines_that_were_edited_meanwhile_are_refused(self, group, teacher, school):
        client = client_of(teacher)
        form = client.get(url(group, "look/")).context["form"]
        sent = {name: form[name].value() for name in ("key", "lines")} | {"on": "today"}
        write_ordinary_provision(
            school=school, area="CI", stage="KS1", text="Songs", version="", by=None
        )
        page = text_of(client.post(url(group, "look/"), sent | {"seen_0": "partly"}))
        assert "Open the page again." in page and not ClassroomAudit.objects.exists()

    def test_who_may_look(self, group, teacher, school):
        child = PupilFactory(school=school, class_group=group, year_group="1")
        audit = look(group)
        pages = [url(group), url(group, "look/"), url(group, f"{audit.pk}/")]
        other = teacher_of(ClassGroupFactory(school=school, name="Elm"))
        leads = member(school, Role.PHASE_LEADER, year_groups=["1"])
        elsewhere = member(school, Role.PHASE_LEADER, year_groups=["5"])
        for person, status in (
            (teacher, 200),
            (leads, 200),
            (member(school), 200),
            (other, 404),
            (elsewhere, 404),
            (supporter_of(child), 403),
            (member(school, Role.GOVERNOR), 403),
            (member(school, Role.FEDERATION_SEND_LEAD), 403),
        ):
            client = client_of(person)
            assert [client.get(page).status_code for page in pages] == [status] * 3, person

    def test_another_classs_look_is_not_there(self, group, teacher, school):
        audit = look(ClassGroupFactory(school=school, name="Elm"))
        assert client_of(teacher).get(url(group, f"{audit.pk}/")).status_code == 404

    def test_on_paper(self, group, teacher):
        audit = look(group)
        answer = client_of(teacher).get(url(group, f"{audit.pk}/"), {"as": "pdf"})
        assert answer.content[:5] == b"%PDF-"
        assert AuditEvent.objects.filter(action=Action.PRINT).exists()

    def test_as_many_statements_for_thirty_looks_as_for_three(self, group, teacher):
        client = client_of(teacher)
        for ago in range(3):
            look(group, on=TODAY - ago * DAY)
        few = len(statements(client, url(group)))
        for ago in range(27):
            look(group, on=TODAY - ago * DAY)
        assert len(statements(client, url(group))) == few <= OF_EVERY_REQUEST + 8

    def test_the_statement_names_classes_by_name_without_a_count(self, group, school):
        look(group, seen="not_seen")
        ClassGroupFactory(school=school, name="Ash", academic_year=group.academic_year)
        page = text_of(client_of(member(school)).get("/oakfield/ordinarily-available/"))
        section = page[page.index("class by class") :]
        assert section.index("Ash") < section.index("Oak")
        assert "no look yet" in section and "last look Mon 23 Nov" in section
        assert "Not seen" not in section


class TestConcern:
    @pytest.fixture
    def form(self, group, school):
        child = PupilFactory(school=school, class_group=group, year_group="1")
        look(group)

        def opened(person) -> str:
            client = client_of(person or supporter_of(child))
            begin = f"/oakfield/children/{child.pk}/concerns/add/"
            return text_of(client.get(client.post(begin, {"spoken": "no", "area": "CI"}).url))

        return opened

    def test_the_form_shows_what_the_last_look_saw(self, form, teacher):
        assert "Partly in class on Mon 23 Nov" in form(teacher)

    def test_but_not_to_whoever_may_not_read_it(self, form):
        assert "in class on" not in form(None)


def test_the_page_compares_with_the_look_before_that_one(group):
    first = look(group, seen="not_seen", on=TODAY - 2 * DAY)
    second = look(group, seen="partly", on=TODAY - DAY)
    look(group, seen="in_place")
    page = audit_page(audits_of(group), second.pk)
    assert page is not None and page.before == first
    assert page.areas[0][1][0].change == "more"
