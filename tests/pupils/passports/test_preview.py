"""What would they see? The preview says what that very person gets by their own path."""

import re
import subprocess
from html import unescape

import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.codes import Sensitivity
from aylsham.documents.fitting import Fitted
from aylsham.models import AuditEvent
from pupils.codes import AboutMe, PassportPart
from pupils.kept import KEPT
from pupils.models import Contact, PassportText
from pupils.services.classes import assign_adult
from pupils.services.contributions.about_me import answer_about_me
from pupils.services.family import record_order
from pupils.services.grants import grant_access
from pupils.services.kept import add_record
from pupils.services.strategies import add_strategy
from pupils.services.supply import make_supply_link
from tests.factories import (
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
    supporter_of,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.family.invited import Guest, ask_parent, deliver, secret_in
from tests.pupils.family.test_sharing import SCENARIOS, build
from tests.pupils.passports.makers import DAY, TODAY, published, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def group():
    return ClassGroupFactory(school=SchoolFactory())


@pytest.fixture
def teacher(group):
    return teacher_of(group)


@pytest.fixture
def child(group, teacher):
    """A child with words at every sensitivity in every place that a reader could reach."""
    child = PupilFactory(school=group.school, class_group=group, on_register=["SLCN"])
    sendco = member(child.school)
    for part in PassportPart:
        write(child, part.value, f"Open words of {part.value}.", by=teacher)
    write(child, "hard.2", "Closed words of hard.", by=sendco)
    for level, words in ((1, "Sits in front"), (2, "Closed strategy")):
        add_strategy(
            pupil=child, text=words, since_on=TODAY, by=sendco, sensitivity=Sensitivity(level)
        )
    published(child, by=teacher)
    return child


@pytest.fixture
def mother(child):
    return Contact.objects.create(
        school=child.school,
        pupil=child,
        name="Ann Example",
        relationship="Mother",
        email="parent@home.example",
        has_parental_responsibility=True,
    )


def url(child, rest: str = "") -> str:
    return f"/{child.school.slug}/children/{child.pk}/passport/{rest}"


def preview(user, child, key) -> str:
    return client_of(user).get(url(child, f"seen-by/?as={key}")).content.decode()


def sheet(html: str) -> str:
    """The passport on a page, tags and all."""
    found = re.search(r'<div class="ay-passport">.*?</div></div>', html, re.S)
    assert found, html
    return found.group()


def words(html: str) -> list[str]:
    return unescape(re.sub(r"<[^>]+>", " ", html)).split()


class TestByAnAccount:
    @pytest.mark.parametrize("asker", [Role.SENDCO, "teacher"])
    def test_an_lsa_gets_the_very_sheet(self, child, teacher, asker):
        user = teacher if asker == "teacher" else member(child.school, asker)
        theirs = client_of(supporter_of(child)).get(url(child)).content.decode()
        assert sheet(preview(user, child, "lsa")) == sheet(theirs)
        assert "Open words of hard." in theirs
        assert "Closed" not in sheet(theirs)

    def test_so_does_whoever_signs_in_for_a_day(self, child, group):
        cover = member(group.school, Role.COVER, ends_on=TODAY)
        day = {"starts_on": TODAY, "ends_on": TODAY}
        assign_adult(class_group=group, user=cover, role=Role.COVER, by=None, **day)
        theirs = client_of(cover).get(url(child)).content.decode()
        assert sheet(preview(member(child.school), child, "lsa")) == sheet(theirs)

    def test_so_does_a_professional_with_a_grant(self, child):
        guest = member(child.school, Role.GOVERNOR)
        grant_access(
            pupil=child,
            user=guest,
            reason="Therapist",
            starts_on=TODAY,
            ends_on=TODAY + DAY,
            by=member(child.school),
        )
        theirs = client_of(guest).get(url(child)).content.decode()
        assert sheet(preview(member(child.school), child, "guest")) == sheet(theirs)

    def test_before_publication_they_see_what_helps_alone(self, group, teacher):
        child = PupilFactory(school=group.school, class_group=group)
        write(child, "hard", "Not yet to be read", by=teacher)
        add_strategy(pupil=child, text="Sits in front", since_on=TODAY, by=teacher)
        theirs = client_of(supporter_of(child)).get(url(child)).content.decode()
        shown = preview(teacher, child, "lsa")
        assert sheet(shown) == sheet(theirs)
        assert "Sits in front" in shown
        assert "Not yet to be read" not in shown
        assert "they see what helps, and none of the rest" in shown
        about_me = {"question": AboutMe.LIKES, "pictures": [], "words": "I like trains"}
        answer_about_me(pupil=child, by=teacher, **about_me)
        shown = preview(teacher, child, "lsa")
        assert "I like trains" in shown
        assert "what helps and the child's own words, and none of the rest" in shown


class TestBySupplyLink:
    def test_the_line_of_the_class_sheet(self, child, teacher, group):
        facts = {"kind": "emergency", "what": "Asthma", "action": "Inhaler", "starts_on": TODAY}
        add_record(kind=KEPT["alert"], pupil=child, facts=facts, by=None)
        html = preview(teacher, child, "supply")
        seen = words(re.search(r"<div data-seen>(.*?)</div></div>", html, re.S).group(1))
        _, secret = make_supply_link(class_group=group, expires_on=TODAY, today=TODAY, by=teacher)
        behind_the_wall()
        theirs = client_of(teacher).get(f"/supply/{secret}/").content.decode()
        shown = words(re.search(r"<main.*</main>", theirs, re.S).group())
        start = shown.index("copy")  # after "do not copy or pass on."
        assert [w for w in shown[start + 4 :] if w not in ("Medical", "alerts")] == seen
        assert "Sits" in seen
        assert "Closed" not in seen
        assert child.last_name not in seen

    def test_nothing_written_down(self, group, teacher):
        child = PupilFactory(school=group.school, class_group=group)
        assert "Nothing: no alert" in preview(teacher, child, "supply")


def ordered(contact, kind: str) -> None:
    facts = {"kind": kind, "starts_on": TODAY, "evidence": "Seen in the office"}
    record_order(contact=contact, by=None, **facts)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[s.name for s in SCENARIOS])
def test_separated_parents_are_handed_what_the_preview_says(scenario, monkeypatch):
    """Each of the scenarios of separated parents: previewed, handed over, and nothing more."""
    them, by = build(SchoolFactory(slug="oakfield"), scenario)
    child = them.pupil
    published(child, by=by, text="My week: swimming at the Tide on Tuesdays.")
    handed = []

    def set_it(passport, school, *, today):
        handed.append(passport)
        return Fitted(1, pdf=b"%PDF-")

    monkeypatch.setattr("pupils.views.printing.one_side", set_it)
    shown = preview(by, child, them.pk)
    answer = client_of(by).get(url(child, f"print/{them.pk}/"))
    # What the child says may be known exactly to whom the child's other views may.
    expected = "child's views" in scenario.sees
    assert ("swimming at the Tide" in shown) == expected
    assert (answer["Content-Type"] == "application/pdf") == expected
    assert len(handed) == expected


class TestByTheFamily:
    def test_each_is_called_a_parent_or_family_and_nobody_is_said(self, child, teacher):
        assert "Parents: nobody is recorded yet." in preview(teacher, child, "lsa")
        own = {"school": child.school, "pupil": child}
        Contact.objects.create(name="Liam Example", **own)
        Contact.objects.create(name="Ann Example", relationship="Mother", **own)
        shown = preview(teacher, child, "lsa")
        assert ">Liam Example, family</a>" in shown
        assert ">Ann Example, mother</a>" in shown
        assert "nobody is recorded" not in shown

    def test_whoever_may_goes_on_to_their_page_by_a_link(self, child, teacher, mother):
        page = f"/parents/{mother.pk}/preview/"
        assert page in preview(member(child.school), child, mother.pk)
        assert page not in preview(teacher, child, mother.pk)

    def test_the_print_says_what_the_preview_says(self, child, teacher, mother):
        shown = re.search(r"data-seen>(.*?)</div></div>", preview(teacher, child, mother.pk), re.S)
        answer = client_of(teacher).get(url(child, f"print/{mother.pk}/"))
        assert answer["Content-Type"] == "application/pdf"
        printed = subprocess.run(
            ["pdftotext", "-", "-"], input=answer.content, capture_output=True, check=True
        ).stdout.decode()
        body = [w for w in printed.split() if w != "•"]
        seen = words(shown.group(1))
        start = next(n for n in range(len(body)) if body[n : n + len(seen)] == seen)
        assert start < 20, "only name, class and the foot stand before it"
        assert "Closed" not in printed
        event = AuditEvent.objects.filter(action=Action.SHARE_SHEET).get()
        assert event.detail == {"contact": str(mother.pk), "format": "pdf"}

    def test_an_order_refuses_preview_and_print_alike(self, child, teacher, mother):
        ordered(mother, "no_information")
        shown = preview(teacher, child, mother.pk)
        assert "May not have it" in shown
        assert "Open words" not in shown
        answer = client_of(teacher).get(url(child, f"print/{mother.pk}/"), follow=True)
        assert answer["Content-Type"].startswith("text/html")
        assert "told nothing about the child" in text_of(answer)

    def test_where_whereabouts_must_stay_out_nothing_is_printed(self, child, teacher, mother):
        ordered(mother, "no_contact")
        shown = preview(teacher, child, mother.pk)
        assert "Not as it is" in shown
        assert "Open words" not in shown
        answer = client_of(teacher).get(url(child, f"print/{mother.pk}/"))
        assert answer.status_code == 302

    def test_not_before_it_is_published(self, group, teacher):
        child = PupilFactory(school=group.school, class_group=group)
        write(child, "hard", "Not yet to be read", by=teacher)
        mother = Contact.objects.create(
            school=child.school, pupil=child, name="Ann", has_parental_responsibility=True
        )
        assert "not published" in preview(teacher, child, mother.pk)
        assert client_of(teacher).get(url(child, f"print/{mother.pk}/")).status_code == 302

    def test_another_childs_contact_is_nobody(self, child, teacher, mother):
        other = PupilFactory(school=child.school, class_group=child.class_group)
        client = client_of(teacher)
        assert client.get(url(other, f"seen-by/?as={mother.pk}")).status_code == 404
        assert client.get(url(other, f"print/{mother.pk}/")).status_code == 404
        assert client.get(url(child, "seen-by/?as=nobody")).status_code == 404

    def test_whoever_does_not_know_the_family_names_nobody(self, child, mother):
        client = client_of(supporter_of(child))
        assert mother.name not in client.get(url(child, "seen-by/")).content.decode()
        assert client.get(url(child, f"seen-by/?as={mother.pk}")).status_code == 403
        assert client.get(url(child, f"print/{mother.pk}/")).status_code == 403


def test_a_request_by_link_shows_no_line_of_the_passport(child, teacher, mother):
    assert "Nothing of the passport" in preview(teacher, child, "link")
    ask_parent(mother, member(child.school))
    guest = Guest(secret_in(deliver()[-1])).open()
    shown = guest.get("answer/").content.decode()
    for text in PassportText.objects.values_list("text", flat=True):
        assert text not in shown


def test_the_page_is_written_down_and_costs_the_same_for_thirty_lines(child, teacher):
    client = client_of(teacher)
    few = len(statements(client, url(child, "seen-by/")))
    for number in range(30):
        add_strategy(pupil=child, text=f"Help {number}", since_on=TODAY, by=teacher)
    assert len(statements(client, url(child, "seen-by/"))) == few <= 8 + OF_EVERY_REQUEST
    event = AuditEvent.objects.filter(action=Action.PREVIEW_SHARING).first()
    assert event.pupil_ids == [child.pk]
