"""A sensitive line with a named reader: read where the passport is shown, never changed, until a day."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.models import AuditEvent
from pupils.models import LineReader, PassportText, Strategy
from pupils.services.classes import assign_adult
from pupils.services.passports.marking import mark_line
from pupils.services.passports.naming import end_reader, name_reader
from pupils.services.strategies import add_strategy
from tests.factories import (
    SEPTEMBER,
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.passports.makers import DAY, line, published, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
CLOSED, HELP = "Mum is in hospital again.", "Ring Gran before a trip"
WHY = "Takes the child home on Fridays and has to know."


@pytest.fixture
def group():
    return ClassGroupFactory(school=SchoolFactory(slug="oakfield"))


@pytest.fixture
def sendco(group):
    return member(group.school)


@pytest.fixture
def child(group, sendco):
    found = PupilFactory(school=group.school, class_group=group, on_register=True)
    published(found, by=sendco)
    write(found, "hard.2", CLOSED, by=sendco)
    add_strategy(pupil=found, text=HELP, since_on=TODAY, by=sendco, sensitivity=2)
    return found


@pytest.fixture
def teacher(group):
    return teacher_of(group)


@pytest.fixture
def lsa(group):
    user = member(group.school, Role.HIGHER_LEVEL_ASSISTANT)
    assign_adult(
        class_group=group,
        user=user,
        role=Role.HIGHER_LEVEL_ASSISTANT,
        starts_on=SEPTEMBER,
        by=None,
    )
    return user


def name(child, row, user, by, **more):
    facts = {"reason": WHY, "ends_on": TODAY + 10 * DAY, "today": TODAY} | more
    return name_reader(pupil=child, line=row, user=user, by=by, **facts)


def passport(child) -> str:
    return f"/oakfield/children/{child.pk}/passport/"


class TestWhoReads:
    def test_every_view_shows_it_to_the_named_and_to_nobody_else(self, child, group, lsa, sendco):
        views = (
            passport(child),
            f"/oakfield/children/{child.pk}/",
            f"/oakfield/classes/{group.pk}/who-needs-what/",
        )
        named, other = client_of(lsa), client_of(teacher_of(group))
        assert not any(HELP in text_of(named.get(view)) for view in views)
        name(child, Strategy.objects.get(), lsa, sendco)
        assert [HELP in text_of(named.get(view)) for view in views] == [True] * 3
        assert not any(HELP in text_of(other.get(view)) for view in views)
        # The other sensitive line is not for them.
        assert CLOSED not in text_of(named.get(passport(child)))
        behind_the_wall(child.school)
        name(child, PassportText.objects.get(sensitivity=2), lsa, sendco)
        page = text_of(named.get(passport(child)))
        assert CLOSED in page
        assert f"Also for {lsa.name} until 3 Dec 2026" in page
        assert f"Also for {lsa.name}" in text_of(client_of(sendco).get(passport(child)))

    def test_paper_search_versions_and_easy_read_stay_as_they_were(self, child, group, lsa, sendco):
        name(child, Strategy.objects.get(), lsa, sendco)
        name(child, PassportText.objects.get(sensitivity=2), lsa, sendco)
        client = client_of(lsa)
        assert client.get(f"{passport(child)}print/?sensitive").status_code == 403
        closed = (
            f"{passport(child)}print/",
            f"{passport(child)}versions/",
            f"{passport(child)}symbols/",
            f"/oakfield/children/{child.pk}/timeline/",
            f"/oakfield/children/{child.pk}/history/",
        )
        for address in closed:
            response = client.get(address)
            assert response.status_code in (200, 403), address
            assert CLOSED not in text_of(response), address
            assert HELP not in text_of(response), address

    @pytest.mark.parametrize(("days", "reads"), [(0, True), (10, True), (11, False)])
    def test_until_its_last_day_and_not_after(self, child, lsa, sendco, days, reads, time_machine):
        name(child, Strategy.objects.get(), lsa, sendco)
        time_machine.move_to(dt.datetime.combine(TODAY + days * DAY, dt.time(9)))
        assert (HELP in text_of(client_of(lsa).get(passport(child)))) is reads

    def test_a_named_writer_reads_it_and_does_not_change_it(self, child, teacher, sendco):
        row = Strategy.objects.get()
        name(child, row, teacher, sendco)
        name(child, PassportText.objects.get(sensitivity=2), teacher, sendco)
        client = client_of(teacher)
        page = client.get(passport(child)).content.decode()
        assert "You are named to read it." in page
        assert f'name="text:helps.{row.pk}"' not in page
        assert 'name="text:hard.2"' not in page
        one = f"/oakfield/children/{child.pk}/strategies/{row.pk}/"
        assert client.get(one).status_code == 404
        assert client.post(f"{one}end/", {"ended_on": "today"}).status_code == 404
        for key in ("hard.2", f"helps.{row.pk}"):
            sent = {"line": key, "text": "x", "revision": "1", "sitting": str(row.sitting)}
            assert client.post(f"{passport(child)}line/", sent).status_code == 404
        mark = {"step": f"open:helps.{row.pk}", "sitting": str(row.sitting)}
        client.post(f"{passport(child)}save/", mark)
        row.refresh_from_db()
        assert (row.text, row.sensitivity) == (HELP, 2)

    def test_no_more_statements_than_before(self, child, lsa, sendco):
        client = client_of(lsa)
        views = (passport(child), f"/oakfield/children/{child.pk}/")
        before = [len(statements(client, view)) for view in views]
        behind_the_wall(child.school)
        name(child, Strategy.objects.get(), lsa, sendco)
        assert [len(statements(client, view)) for view in views] == before


class TestNaming:
    def test_refused(self, child, lsa, sendco):
        row = Strategy.objects.get()
        stranger = member(SchoolFactory())
        behind_the_wall(child.school)
        for user in (stranger, sendco, member(child.school, Role.OFFICE)):
            with pytest.raises(TransitionNotAllowed, match="works at this school"):
                name(child, row, user, sendco)
        for day in (TODAY - DAY, TODAY + 367 * DAY):
            with pytest.raises(TransitionNotAllowed, match="a year from now"):
                name(child, row, lsa, sendco, ends_on=day)
        open_row = PassportText.objects.get(part="admire")
        with pytest.raises(TransitionNotAllowed, match="marked sensitive"):
            name(child, open_row, lsa, sendco)
        name(child, row, lsa, sendco)
        with pytest.raises(TransitionNotAllowed, match="already"):
            name(child, row, lsa, sendco)
        assert AuditEvent.objects.filter(action=Action.NAME_READER).count() == 1

    def test_ends_with_the_line(self, child, lsa, sendco):
        row = Strategy.objects.get()
        name(child, row, lsa, sendco)
        text = PassportText.objects.get(sensitivity=2)
        name(child, text, lsa, sendco)
        facts = {"pupil": child, "on": TODAY, "by": sendco}
        for key in (f"helps.{row.pk}", "hard.2"):
            mark_line(line=line(key), sensitivity=Sensitivity.EVERYONE, **facts)
        assert not LineReader.objects.live(TODAY).exists()
        # Closed again, the line is for nobody who was named before.
        mark_line(line=line(f"helps.{row.pk}"), sensitivity=Sensitivity.SENSITIVE, **facts)
        write(child, "hard.2", "Something new", by=sendco, revision=99)
        page = text_of(client_of(lsa).get(passport(child)))
        assert HELP not in page
        assert "Something new" not in page

    def test_named_previewed_and_ended_on_the_pages(self, child, lsa, sendco):
        row = Strategy.objects.get()
        client = client_of(sendco)
        page = text_of(client.get(f"{passport(child)}readers/"))
        assert CLOSED in page
        assert "Nobody is named" in page
        add = f"{passport(child)}readers/add/?line=helps.{row.pk}"
        assert HELP in text_of(client.get(add))
        sent = {"person": str(lsa.pk), "reason": WHY, "ends_on": "3 Dec 2026"}
        assert "over already" in text_of(client.post(add, sent | {"ends_on": "20 Nov 2026"}))
        assert client.post(add, sent).status_code == 302
        page = text_of(client.get(f"{passport(child)}readers/"))
        assert WHY in page
        preview_of = f"{passport(child)}seen-by/?as=reader.{lsa.pk}"
        for address in (f"{passport(child)}readers/", add, preview_of):
            assert len(statements(client, address)) <= OF_EVERY_REQUEST + 8, address
        preview = text_of(client.get(f"{passport(child)}seen-by/?as=reader.{lsa.pk}"))
        assert HELP in preview
        assert CLOSED not in preview
        # An LSA in general is not that person.
        assert HELP not in text_of(client.get(f"{passport(child)}seen-by/?as=lsa"))
        assert client.get(f"{passport(child)}seen-by/?as=reader.{sendco.pk}").status_code == 404
        behind_the_wall(child.school)
        reader = LineReader.objects.get()
        assert client.post(f"{passport(child)}readers/{reader.pk}/end/").status_code == 302
        assert HELP not in text_of(client_of(lsa).get(passport(child)))
        behind_the_wall(child.school)
        with pytest.raises(TransitionNotAllowed, match="ended already"):
            end_reader(reader=reader, today=TODAY, by=sendco)

    def test_who_may_name(self, child, teacher):
        client = client_of(teacher)
        assert client.get(f"{passport(child)}readers/").status_code == 403
        assert client.get(f"{passport(child)}seen-by/?as=reader.{teacher.pk}").status_code == 403
        unknown = client_of(member(child.school))
        for key in ("admire", "hard", "nonsense", "", "helps.x"):
            assert unknown.get(f"{passport(child)}readers/add/?line={key}").status_code == 404, key

    def test_a_person_without_the_child_sees_nothing(self, child, sendco):
        cover = member(child.school, Role.LSA)
        name(child, Strategy.objects.get(), cover, sendco)
        assert client_of(cover).get(passport(child)).status_code in (403, 404)
        seen = client_of(sendco).get(f"{passport(child)}seen-by/?as=reader.{cover.pk}")
        assert "does not work with this child" in text_of(seen)
