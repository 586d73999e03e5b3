"""Pages of care: opened, filled in, refused."""

import datetime as dt
import io

import openpyxl
import pytest

from aylsham.access.roles import Role
from aylsham.deadlines.services import rebuilt_once
from aylsham.models import AuditEvent
from lac.models import (
    CareDeclaration,
    CarePeriod,
    CarePerson,
    CarePlacement,
    CareReview,
    CareView,
    Delegation,
    SocialWorkPeriod,
)
from lac.selectors.listing import LIST_HEADINGS
from lac.services.people import change_person
from lac.services.social_work import add_social_work
from pupils.services.details import add_contact, remove_contact
from pupils.services.family import add_home, record_order
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    UserFactory,
    behind_the_wall,
    member,
    teacher_of,
)
from tests.lac.makers import ENTERED, a_person, a_placement, in_care, was_in_care
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def pupil(school):
    return PupilFactory(school=school, class_group=ClassGroupFactory(school=school))


@pytest.fixture
def url(pupil):
    return f"/oakfield/children/{pupil.pk}/care/"


@pytest.fixture
def teacher(school, client):
    """The designated teacher, signed in."""
    user = member(school, Role.DESIGNATED_TEACHER)
    client.force_login(user)
    return user


def sent(page, **changed) -> dict[str, str]:
    """What a browser would send of a form, untouched but for `changed`."""
    form = page.context["form"]
    said = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in (said | changed).items()}


class TestTheTab:
    def test_it_says_how_to_begin(self, client, teacher, url):
        page = text_of(client.get(url))
        assert "Nothing is recorded of care" in page
        assert "Came into care" in page

    def test_everything_in_one_place(self, client, teacher, school, pupil, url):
        in_care(pupil, legal_status="interim", legal_since=ENTERED)
        a_person(pupil)
        mother = add_contact(
            pupil=pupil, by=None, name="Ida Moss", relationship="Mother", priority=1,
            has_parental_responsibility=True,
        )  # fmt: skip
        record_order(
            contact=mother, by=None, kind="no_contact", starts_on=ENTERED, evidence="Safe",
        )  # fmt: skip
        a_placement(pupil, is_out_of_area=True)
        page = text_of(client.get(url))
        for words in (
            "Looked after by Norfolk since Mon 12 Oct",
            "Interim care order (Children Act 1989 s.38)",
            "Ada Lane", "01603 000000", "Mr and Mrs Hall", "Out of area",
            "Ida Moss (mother)", "Norfolk . The council shares it", "s.33(3)",
            "Ida Moss: No contact with the child",
            "Hold the first review of the care plan", "Social care",
            "Nobody has said",
        ):  # fmt: skip
            assert words in page, words

    def test_a_day_that_nobody_knows_is_said(self, client, teacher, pupil, url):
        in_care(pupil, None, known_since=ENTERED)
        page = text_of(client.get(url))
        assert "The day is not known" in page
        assert "counted from the day the school knew" in page

    def test_reading_is_written_down_with_the_child(self, client, school, pupil, url):
        head = member(school, Role.HEAD)
        client_of(head).get(url)
        event = AuditEvent.objects.get(action="view_care")
        assert (event.actor_id, event.pupil_ids) == (head.pk, [pupil.pk])

    def test_who_sees_the_status_alone(self, school, pupil, url):
        in_care(pupil)
        a_person(pupil), a_placement(pupil)
        page = text_of(client_of(member(school, Role.ASSISTANT_SENDCO)).get(url))
        assert "Looked after since Mon 12 Oct" in page
        assert "Hold the first review" in page
        for kept in ("Norfolk", "care order", "Ada Lane", "Hall", "Who may say yes", "Change"):
            assert kept not in page, kept

    def test_a_withheld_home_is_no_name_to_those_who_may_not_know_it(self, school, pupil, url):
        in_care(pupil)
        home = add_home(
            pupil=pupil, by=None, name="Hidden House", address="9 Secret Row",
            child_is_there="", withheld="everybody", withheld_why="Police letter",
        )  # fmt: skip
        a_placement(pupil, home=home)
        page = text_of(client_of(member(school, Role.DESIGNATED_TEACHER)).get(url))
        assert "Hidden House: 9 Secret Row" in page  # reads sensitive text
        assert CarePlacement.objects.get().home == home

    def test_the_same_number_of_statements_whatever_is_kept(self, school, pupil, url):
        client = client_of(member(school, Role.HEAD))
        in_care(pupil)
        before = len(statements(client, url))
        with rebuilt_once():
            for number in range(30):
                a_person(pupil, role="carer", name=f"Carer {number}")
        assert len(statements(client, url)) == before
        assert before <= OF_EVERY_REQUEST + 4


class TestWhoOpens:
    FORMS = ("", "came/", "before/", "people/add/", "who-decides/", "known-to/add/")

    @pytest.mark.parametrize("role", [r for r in Role if r not in (Role.DESIGNATED_TEACHER,)])
    def test_only_the_designated_teacher_writes(self, school, pupil, url, role):
        client = client_of(member(school, role))
        for form in self.FORMS[1:]:
            assert client.get(f"{url}{form}").status_code == 403, form

    @pytest.mark.parametrize("form", FORMS)
    def test_another_school_knows_of_no_such_child(self, client, teacher, form):
        other = PupilFactory(school=SchoolFactory(slug="elsewhere"))
        in_care(other)
        for path in (f"/oakfield/children/{other.pk}/", f"/elsewhere/children/{other.pk}/"):
            assert client.get(f"{path}care/{form}").status_code == 404

    def test_rows_of_another_child_are_not_found(self, client, teacher, school, url):
        other = PupilFactory(school=school)
        period, person = in_care(other), a_person(other)
        assert client.get(f"{url}times/{period.pk}/change/").status_code == 404
        assert client.post(f"{url}people/{person.pk}/remove/").status_code == 404
        assert CarePerson.objects.filter(pk=person.pk).exists()

    def test_the_tab_stands_only_with_those_who_may(self, school, pupil):
        path = f"/oakfield/children/{pupil.pk}/"
        for role in (Role.HEAD, Role.ASSISTANT_SENDCO):
            assert f"{path}care/" in client_of(member(school, role)).get(path).content.decode()
        for role in (Role.SEND_ADMINISTRATOR, Role.OFFICE):
            assert "/care/" not in client_of(member(school, role)).get(path).content.decode()


class TestForms:
    def test_a_child_comes_into_care_once(self, client, teacher, pupil, url):
        page = client.get(f"{url}came/")
        facts = sent(
            page, starts_on="12 Oct 2026", known_since="12 Oct 2026", legal_status="agreed"
        )
        assert client.post(f"{url}came/", facts)["Location"] == url
        assert client.post(f"{url}came/", facts)["Location"] == url  # pressed twice
        assert CarePeriod.objects.get().legal_status == "agreed"

    def test_a_refusal_is_said_on_the_form(self, client, teacher, pupil, url):
        in_care(pupil)
        facts = sent(client.get(f"{url}came/"), known_since="23 Nov 2026", starts_on="")
        page = client.post(f"{url}came/", facts)
        assert "looked after already" in text_of(page)

    def test_a_status_day_without_a_status(self, client, teacher, url):
        page = client.post(f"{url}came/", {"known_since": "today", "legal_since": "today"})
        assert "Say which legal status began" in text_of(page)

    def test_left_through_adoption(self, client, teacher, pupil, url):
        period = in_care(pupil)
        facts = {"last_day": "20 Nov 2026", "through": "A"}
        assert client.post(f"{url}times/{period.pk}/left/", facts).status_code == 302
        assert CarePeriod.objects.live(TODAY).get().left_care_through == "A"
        page = text_of(client.post(f"{url}times/{period.pk}/left/", facts))
        assert "ended already" in page

    def test_corrected_with_a_reason_or_not_at_all(self, client, teacher, pupil, url):
        path = f"{url}times/{in_care(pupil).pk}/change/"
        said = sent(client.get(path), legal_status="placement")
        assert "Fill this in" in text_of(client.post(path, said))
        assert client.post(path, said | {"corrected_why": "The court decided"}).status_code == 302
        assert CarePeriod.objects.get().legal_status == "placement"

    def test_a_stale_correction_shows_both(self, client, teacher, pupil, url):
        period = in_care(pupil)
        path = f"{url}times/{period.pk}/change/"
        stale = sent(client.get(path), legal_status="full", corrected_why="A")
        CarePeriod.objects.update(legal_status="interim")
        page = text_of(client.post(path, stale))
        assert "The record now says: Interim care order" in page

    def test_first_pep(self, client, teacher, pupil, url):
        path = f"{url}times/{in_care(pupil).pk}/first-pep/"
        assert (
            client.post(path, sent(client.get(path), first_pep_on="20 Oct 2026")).status_code == 302
        )
        assert CarePeriod.objects.get().first_pep_on == dt.date(2026, 10, 20)

    def test_before_and_declared(self, client, teacher, school, pupil, url):
        facts = sent(client.get(f"{url}before/"), left_care_through="G")
        assert client.post(f"{url}before/", facts).status_code == 302
        path = f"{url}times/{CarePeriod.objects.get().pk}/declared/"
        said = sent(
            client.get(path), declared_on="today", declared_by="Mrs Hall", care_was="elsewhere",
            evidence="certificate", seen_on="today", seen_by=teacher.pk,
        )  # fmt: skip
        assert client.post(path, said).status_code == 302
        assert client.post(path, said).status_code == 302  # pressed twice
        assert CareDeclaration.objects.get().seen_by == teacher
        page = text_of(client.get(url))
        assert "not for pupil premium plus" in page
        assert "No copy is kept" in page

    def test_no_longer_to_be_recorded(self, client, teacher, pupil, url):
        path = f"{url}times/{was_in_care(pupil).pk}/end/"
        assert client.post(path, {"last_day": "today"}).status_code == 302
        assert CarePeriod.objects.get().ends_on == TODAY

    def test_never_true(self, client, teacher, pupil, url):
        path = f"{url}times/{in_care(pupil).pk}/remove/"
        assert "Take this away?" in text_of(client.get(path))
        assert client.post(path).status_code == 302
        assert not CarePeriod.objects.exists()

    def test_people(self, client, teacher, pupil, url):
        said = sent(client.get(f"{url}people/add/"), role="virtual", name="Sunita <b>Rao</b>")
        for _ in range(2):
            assert client.post(f"{url}people/add/", said).status_code == 302
        person = CarePerson.objects.get()
        assert "Sunita &lt;b&gt;Rao" in client.get(url).content.decode()
        path = f"{url}people/{person.pk}/change/"
        stale = sent(client.get(path), phone="2")
        change_person(person=person, version=None, by=None, phone="1")
        assert "The record now says: 1" in text_of(client.post(path, stale))
        assert client.post(f"{url}people/{person.pk}/remove/").status_code == 302
        assert not CarePerson.objects.exists()

    def test_placements(self, client, teacher, pupil, url):
        in_care(pupil)
        path = f"{url}placements/add/"
        first = sent(client.get(path), kind="foster", with_whom="Hall", starts_on="12 Oct 2026")
        assert "moved_why" not in first
        assert client.post(path, first).status_code == 302
        said = sent(client.get(path), kind="home", with_whom="The Elms", moved_why="Nearer")
        assert client.post(path, said).status_code == 302
        assert CarePlacement.objects.get(kind="foster").ended_why == "Nearer"
        assert "with whom" in text_of(client.post(path, {"kind": "home", "starts_on": "today"}))
        row = CarePlacement.objects.get(kind="home")
        change = f"{url}placements/{row.pk}/change/"
        assert client.post(change, sent(client.get(change), kind="other")).status_code == 302
        assert client.post(f"{url}placements/{row.pk}/remove/").status_code == 302
        assert CarePlacement.objects.count() == 1

    def test_a_contact_or_words_not_both(self, client, teacher, pupil, url):
        in_care(pupil)
        aunt = add_contact(pupil=pupil, by=None, name="Aunt May", priority=1)
        path = f"{url}placements/add/"
        said = sent(client.get(path), kind="kinship", contact=aunt.pk, with_whom="Aunt")
        assert "not both" in text_of(client.post(path, said))
        assert client.post(path, said | {"with_whom": ""}).status_code == 302
        assert "Aunt May" in text_of(client.get(url))
        remove_contact(contact=aunt, by=teacher)
        assert "no longer among the contacts" in text_of(client.get(url))

    def test_who_decides(self, client, teacher, pupil, url):
        in_care(pupil)
        path = f"{url}who-decides/"
        said = sent(client.get(path), forms_decider="carer", forms_note="Signs all")
        stale = dict(said)
        assert client.post(path, said).status_code == 302
        assert client.post(path, said).status_code == 302  # pressed twice
        assert Delegation.objects.get().note == "Signs all"
        page = text_of(client.post(path, stale | {"forms_decider": "worker"}))
        assert "The record now says: Carer" in page
        alone = {"since": "today", "forms_note": "?"}
        assert "Say who decides: pep and school forms" in text_of(client.post(path, alone))

    def test_reviews(self, client, teacher, pupil, url):
        assert client.get(f"{url}reviews/add/").status_code == 404  # never in care
        in_care(pupil)
        said = sent(client.get(f"{url}reviews/add/"), held_on="30 Oct 2026", decisions="Stays")
        for _ in range(2):
            assert client.post(f"{url}reviews/add/", said).status_code == 302
        row = CareReview.objects.get()
        path = f"{url}reviews/{row.pk}/change/"
        assert client.post(path, sent(client.get(path), decisions="Moves")).status_code == 302
        assert "Moves" in text_of(client.get(url))
        assert client.post(f"{url}reviews/{row.pk}/remove/").status_code == 302
        assert not CareReview.objects.exists()

    def test_one_press_lets_the_class_teacher_know(self, client, teacher, pupil, url):
        in_care(pupil)
        told = teacher_of(pupil.class_group)
        page = client.get(url)
        assert f"Let {told.name} know" in text_of(page)
        [(user, key)] = page.context["to_tell"]
        said = {
            "key": key, "user": user.pk, "starts_on": "2026-11-23", "ends_on": "2027-08-31",
            "to_write": page.context["usual"],
        }  # fmt: skip
        for _ in range(2):
            assert client.post(f"{url}known-to/add/", said).status_code == 302
        view = CareView.objects.get()
        assert (view.user, view.given_by, view.ends_on) == (told, teacher, dt.date(2027, 8, 31))
        page = text_of(client.get(url))
        assert f"Let {told.name} know" not in page
        end = f"{url}known-to/{view.pk}/end/"
        assert client.get(end).status_code == 405
        for _ in range(2):
            assert client.post(end).status_code == 302
        assert CareView.objects.get().ended_at is not None


class TestSocialWork:
    def protected(self, pupil) -> SocialWorkPeriod:
        facts = {"kind": "protection", "council": "Norfolk", "starts_on": ENTERED, "ends_on": None}
        return add_social_work(pupil=pupil, by=None, **facts)

    def test_kinds_that_could_tell_look_alike(self, client, teacher, school, url, pupil):
        self.protected(pupil)
        facts = {"council": "", "starts_on": ENTERED, "ends_on": None}
        add_social_work(pupil=pupil, by=None, kind="in_need", **facts)
        page = text_of(client.get(url))
        assert page.count("Has a social worker") == 2
        assert "protection" not in page.lower()
        assert "Child in need" not in page
        page = text_of(client_of(member(school, Role.SENDCO)).get(url))
        assert "Child protection plan" in page
        assert "Child in need" in page

    def test_a_teacher_without_the_permission_neither_chooses_nor_reads_it(
        self, client, teacher, pupil, url
    ):
        page = client.get(f"{url}social-work/add/")
        assert "protection" not in text_of(page).lower()
        said = sent(page, kind="protection")
        assert "Choose one of the list" in text_of(client.post(f"{url}social-work/add/", said))
        row = self.protected(pupil)
        path = f"{url}social-work/{row.pk}/change/"
        page = client.get(path)
        assert "protection" not in page.content.decode().lower()
        assert client.post(path, sent(page, ends_on="today")).status_code == 302
        row.refresh_from_db()
        assert (row.kind, row.ends_on) == ("protection", TODAY)

    def test_whoever_may_know_chooses_it(self, school, pupil, url):
        user = member(school, Role.SENDCO)
        MembershipFactory(user=user, school=school, role=Role.DESIGNATED_TEACHER)
        client = client_of(user)
        said = sent(client.get(f"{url}social-work/add/"), kind="protection")
        assert client.post(f"{url}social-work/add/", said).status_code == 302
        assert SocialWorkPeriod.objects.get().kind == "protection"
        assert client.post(
            f"{url}social-work/{SocialWorkPeriod.objects.get().pk}/remove/"
        ).status_code == 302  # fmt: skip


class TestTheList:
    def test_empty(self, client, teacher):
        page = text_of(client.get("/oakfield/care/"))
        assert "No child here is recorded as in care" in page
        assert "say when the child came into care" in page

    def test_a_row_for_each_child_with_the_next_day_and_who_owes_it(
        self, client, teacher, school, pupil
    ):
        in_care(pupil)
        was_in_care(PupilFactory(school=school, last_name="Before"))
        facts = {"kind": "protection", "council": "", "starts_on": ENTERED, "ends_on": None}
        add_social_work(pupil=PupilFactory(school=school, last_name="Social"), by=None, **facts)
        PupilFactory(school=school, last_name="Nothing")
        page = text_of(client.get("/oakfield/care/"))
        assert "Looked after since Mon 12 Oct" in page
        assert "Start the PEP and 2 more" in page
        assert "Social care" in page
        assert page.index(pupil.last_name) < page.index("Before") < page.index("Social Year 4")
        assert "Has a social worker" in page
        assert "protection" not in page
        assert "Nothing" not in page

    def test_the_council_is_for_those_who_read_the_whole(self, school, pupil):
        in_care(pupil)
        page = text_of(client_of(member(school, Role.ASSISTANT_SENDCO)).get("/oakfield/care/"))
        assert "Looked after" in page
        assert "Norfolk" not in page

    def three_kinds(self, school, pupil):
        in_care(pupil)
        was_in_care(PupilFactory(school=school, last_name="Before"))
        facts = {"kind": "in_need", "council": "", "starts_on": ENTERED, "ends_on": None}
        add_social_work(pupil=PupilFactory(school=school, last_name="Social"), by=None, **facts)

    @pytest.mark.parametrize(
        ("care", "shown"),
        [
            ("", {"Own", "Before", "Social"}),
            ("looked_after", {"Own"}),
            ("previously", {"Before"}),
            ("social_worker", {"Own", "Social"}),
            ("nonsense", {"Own", "Before", "Social"}),
        ],
    )
    def test_one_kind_on_the_page_and_in_the_file(
        self, client, teacher, school, pupil, care, shown
    ):
        pupil.last_name = "Own"
        pupil.save()
        self.three_kinds(school, pupil)
        for page in ("/oakfield/care/", "/federation/care/"):
            rows = client.get(f"{page}?care={care}").context["rows"]
            assert {row.name.split()[-1] for row in rows} == shown
            answer = client.get(f"{page}list/?care={care}")
            sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
            heading, *lines = sheet.iter_rows(values_only=True)
            assert heading == LIST_HEADINGS
            assert {line[0].split()[-1] for line in lines} == shown
        event = AuditEvent.objects.filter(action="export_list").latest("at")
        assert (len(event.pupil_ids), event.detail["list"]) == (len(shown), "care")

    def test_none_of_a_kind(self, client, teacher, pupil):
        in_care(pupil)
        page = text_of(client.get("/oakfield/care/?care=previously"))
        assert "No child here is of that kind" in page
        assert "Download" not in page

    def test_only_whoever_reads_the_whole_takes_the_list_out(self, school, pupil):
        in_care(pupil)
        client = client_of(member(school, Role.ASSISTANT_SENDCO))
        assert "Download" not in text_of(client.get("/oakfield/care/"))
        for page in ("/oakfield/care/list/", "/federation/care/list/"):
            assert client.get(page).status_code == 403

    def test_three_schools_in_the_same_number_of_statements(self):
        schools = [SchoolFactory(slug="one")]
        federation = schools[0].federation
        schools += [SchoolFactory(slug=s, federation=federation) for s in ("two", "three")]
        user = UserFactory()
        for school in schools:
            MembershipFactory(user=user, school=school, role=Role.DESIGNATED_TEACHER)
        behind_the_wall(*schools)
        client = client_of(user)
        in_care(PupilFactory(school=schools[0]))
        few = len(statements(client, "/federation/care/"))
        for school in schools:
            behind_the_wall(*schools)
            with rebuilt_once():
                for _ in range(10):
                    in_care(PupilFactory(school=school))
        assert len(statements(client, "/federation/care/")) == few
        assert few <= OF_EVERY_REQUEST + 4
        events = AuditEvent.objects.filter(action="view_care")
        behind_the_wall(*schools)
        assert sorted(len(e.pupil_ids) for e in events)[-3:] == [10, 10, 11]

    def test_a_teacher_does_not_open_it(self, school):
        client = client_of(member(school, Role.CLASS_TEACHER))
        assert client.get("/oakfield/care/").status_code == 403
        assert client.get("/federation/care/").status_code == 403
