"""Forms of a child's record: saved, refused, stale, and closed to those who may not edit."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import version_of
from aylsham.codes import Sensitivity
from pupils.models import ClassAdult, ClassGroup, Contact, Diagnosis, Need, PupilAdult, StatusPeriod
from pupils.services.classes import ADULT_FIELDS, assign_supporter
from pupils.services.details import PUPIL_FIELDS
from pupils.services.documents.filing import file_document
from pupils.services.needs import LEVEL_FIELDS, NEED_FIELDS, add_need
from tests.documents.making import pdf, upload
from tests.factories import (
    SEPTEMBER,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
    put_on_register,
    teacher_of,
)
from tests.pages import client_of, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def child(school):
    return PupilFactory(school=school)


@pytest.fixture
def client(school):
    return client_of(member(school))


def url(child, part: str) -> str:
    return f"/oakfield/children/{child.pk}/{part}"


class TestStatus:
    facts = {"status": "K", "starts_on": "2 Nov 2026", "reason": "concern"}

    def test_on_the_register_with_the_parents_told(self, client, child):
        told = {"told_on": "3/11/2026", "told_how": "meeting", "primary_need": "SEMH"}
        response = client.post(url(child, "register/start/"), self.facts | told)
        assert response.url == url(child, "register/")
        period = StatusPeriod.objects.get()
        assert (period.status, period.parent_told_on) == ("K", dt.date(2026, 11, 3))
        assert Need.objects.get().need_type == "SEMH"

    def test_evidence_that_names_a_document_leads_to_it(self, client, school, child):
        def filed(title, pupil=child, **more):
            facts = {"kind": "ep", "by": None, "upload": upload("a.pdf", pdf(title))}
            return file_document(pupil=pupil, title=title, **facts | more)

        mine = filed("EP report, June")
        hidden = filed("Nurse's advice", sensitivity=Sensitivity.SENSITIVE)
        other = filed("Talk notes", PupilFactory(school=school))
        said = {"evidence": "the EP report,  June: page 3; Nurse's advice; Talk notes"}
        said |= {"told_on": "3/11/2026", "told_how": "meeting"}
        client.post(url(child, "register/start/"), self.facts | said)
        page = url(child, "register/")
        assert url(child, f"documents/{mine.pk}/") in client.get(page).content.decode()
        StatusPeriod.objects.update(evidence="Nurse's advice, Talk notes")
        shown = client.get(page).content.decode()
        assert url(child, f"documents/{hidden.pk}/") in shown
        assert str(other.pk) not in shown
        left = {
            "ends_on": "20 Nov 2026",
            "reason": "progress",
            "note": "As the EP report, June says",
        }
        client.post(
            url(child, "register/end/"), left | {"told_on": "20/11/2026", "told_how": "letter"}
        )
        assert url(child, f"documents/{mine.pk}/") in client.get(page).content.decode()
        lead = client_of(member(school, Role.PHASE_LEADER)).get(page)
        assert str(hidden.pk) not in lead.content.decode()

    def test_not_in_silence(self, client, child):
        response = client.post(url(child, "register/start/"), self.facts)
        assert "not yet told" in text_of(response)
        assert not StatusPeriod.objects.exists()
        response = client.post(url(child, "register/start/"), self.facts | {"not_yet": "on"})
        assert "Say on which day you will tell them." in text_of(response)
        plan = {"not_yet": "on", "to_tell_on": "1 Dec 2026"}
        client.post(url(child, "register/start/"), self.facts | plan)
        assert StatusPeriod.objects.get().parent_to_tell_on == dt.date(2026, 12, 1)

    def test_not_in_the_future(self, client, child):
        response = client.post(
            url(child, "register/start/"), self.facts | {"starts_on": "1 Dec 2026"}
        )
        assert "cannot be in the future" in text_of(response)

    def test_up_told_corrected_and_off(self, client, child):
        period = put_on_register(child)
        assert client.get(url(child, "register/change/")).status_code == 200
        client.post(
            url(child, "register/change/"),
            {"status": "E", "starts_on": "2 Nov 2026", "reason": "plan_made"},
        )
        period.refresh_from_db()
        assert period.ends_on == dt.date(2026, 11, 1)
        plan = StatusPeriod.objects.get(ends_on=None)
        client.post(url(child, f"register/{plan.pk}/told/"), {"on": "4 Nov 2026", "how": "letter"})
        plan.refresh_from_db()
        assert plan.parent_told_how == "letter"
        client.post(
            url(child, "register/end/"), {"ends_on": "20 Nov 2026", "reason": "plan_ceased"}
        )
        assert not StatusPeriod.objects.filter(ends_on=None).exists()

    def test_a_refused_step_is_an_error_of_the_form(self, client, child):
        put_on_register(child)
        told = {"told_on": "3 Nov 2026", "told_how": "meeting"}
        response = client.post(url(child, "register/start/"), self.facts | told)
        assert response.status_code == 200
        assert "already has SEN support" in text_of(response)


class TestStaleSaves:
    def test_both_texts_are_shown_and_then_mine_can_be_kept(self, client, child):
        need = add_need(pupil=child, need_type="SLCN", in_words="First words", by=None)
        page = url(child, f"needs/{need.pk}/")
        started = version_of(need, NEED_FIELDS)
        Need.objects.filter(pk=need.pk).update(in_words="Words of somebody else")
        mine = {"need_type": "SLCN", "in_words": "My words", "impact": "", "since_on": ""}
        response = client.post(page, mine | {"version": started})
        text = text_of(response)
        assert "Somebody else changed this" in text
        assert "The record now says: Words of somebody else" in text
        assert "My words" in response.content.decode()
        now = response.context["form"].data["version"]
        assert client.post(page, mine | {"version": now}).status_code == 302
        need.refresh_from_db()
        assert need.in_words == "My words"

    def test_a_form_without_a_version_is_stale(self, client, child):
        facts = {"first_name": "Zoë", "last_name": "Burton", "born_on": "14 Mar 2018"}
        response = client.post(url(child, "details/"), facts | {"year_group": "4"})
        assert "Somebody else changed this" in text_of(response)


class TestNeeds:
    def test_where_it_is_known_from_and_its_level_stand_on_the_page(self, client, child):
        need = add_need(pupil=child, need_type="SLCN", known_from="report", by=None)
        page = url(child, f"needs/{need.pk}/level/")
        version = version_of(need, LEVEL_FIELDS)
        assert client.post(page, {"level": "9", "version": version}).status_code == 200
        assert client.post(page, {"level": "3", "version": version}).status_code == 302
        shown = text_of(client.get(url(child, "register/")))
        assert "Known from: a specialist" in shown
        assert "High: adapted work or an adult for much of the day" in shown
        assert "Somebody else changed this" in text_of(client.post(page, {"version": version}))


class TestDetails:
    def facts(self, child, **more):
        return {
            "first_name": child.first_name,
            "last_name": child.last_name,
            "born_on": "14 Mar 2018",
            "upn": child.upn,
            "year_group": "4",
            "version": version_of(child, PUPIL_FIELDS),
        } | more

    def test_details_are_corrected(self, client, child):
        response = client.post(url(child, "details/"), self.facts(child, first_name="Zoë"))
        assert response.status_code == 302
        child.refresh_from_db()
        assert (child.first_name, child.kept_fields) == ("Zoë", ["first_name"])

    def test_a_wrong_upn_and_one_that_is_taken(self, client, child):
        other = PupilFactory(school=child.school)
        for upn, words in (("A201100018042", "should be R"), (other.upn, "Another child")):
            response = client.post(url(child, "details/"), self.facts(child, upn=upn))
            assert words in text_of(response)

    def test_a_class_of_another_school_is_none_to_choose(self, client, child):
        group = ClassGroupFactory(school=SchoolFactory())
        response = client.post(url(child, "details/"), self.facts(child, class_group=group.pk))
        assert response.status_code == 200
        behind_the_wall(child.school)
        child.refresh_from_db()
        assert child.class_group_id is None

    def test_family(self, client, child):
        client.post(url(child, "family/add/"), {"name": "Ms Doe", "priority": "1"})
        contact = Contact.objects.get()
        assert "Ms Doe" in text_of(client.get(url(child, "family/")))
        page = url(child, f"family/{contact.pk}/remove/")
        assert "Remove this contact?" in text_of(client.get(page))
        assert client.post(page).status_code == 302
        assert not Contact.objects.exists()

    def test_leaving_and_coming_back(self, client, child):
        client.post(url(child, "leaving/"), {"last_day": "20 Nov 2026"})
        assert "Has left" in client.get(url(child, "")).content.decode()
        client.post(url(child, "returning/"), {"last_day": "23 Nov 2026"})
        assert "Has left" not in client.get(url(child, "")).content.decode()


def test_needs_move_up_and_end(client, child):
    first = add_need(pupil=child, need_type="SLCN", by=None)
    second = add_need(pupil=child, need_type="SEMH", by=None)
    client.post(url(child, "needs/order/"), {"up": str(second.pk)})
    second.refresh_from_db()
    assert second.rank == 1
    assert client.post(url(child, "needs/order/"), {"up": "nonsense"}).status_code == 404
    client.post(url(child, f"needs/{first.pk}/end/"), {"ended_on": "20 Nov 2026"})
    first.refresh_from_db()
    assert first.ended_on == dt.date(2026, 11, 20)


def test_diagnoses(client, child):
    client.post(url(child, "diagnoses/add/"), {"name": "Autism"})
    found = Diagnosis.objects.get()
    client.post(url(child, f"diagnoses/{found.pk}/end/"), {"ended_on": "20 Nov 2026"})
    assert "Autism" not in text_of(client.get(url(child, "register/")))


@pytest.mark.parametrize(
    "part", ["register/start/", "needs/add/", "diagnoses/add/", "details/", "family/add/"]
)
def test_a_teacher_reads_and_does_not_edit(school, part):
    group = ClassGroupFactory(school=school)
    child = PupilFactory(school=school, class_group=group)
    teacher = client_of(teacher_of(group))
    assert teacher.get(url(child, part)).status_code == 403
    assert teacher.post(url(child, part), {}).status_code == 403


class TestClasses:
    def test_the_page_names_classes_adults_and_children(self, school, client):
        group = ClassGroupFactory(school=school, name="Oak")
        child = PupilFactory(school=school, class_group=group, last_name="Burton")
        teacher_of(group)
        lsa = member(school, Role.LSA)
        assign_supporter(pupil=child, user=lsa, starts_on=SEPTEMBER, by=None)
        text = text_of(client.get("/oakfield/classes/"))
        for words in ("Oak", "Class teacher", "Burton", lsa.name):
            assert words in text, words

    def test_a_job_share_is_given_and_ended(self, school, client):
        group = ClassGroupFactory(school=school)
        ann = member(school, Role.CLASS_TEACHER)
        facts = {"post": f"{ann.pk}:class_teacher", "weekdays": ["1", "2"]}
        page = f"/oakfield/classes/{group.pk}/adults/add/"
        client.post(page, facts | {"starts_on": "1 Sep 2026"})
        adult = ClassAdult.objects.get()
        assert (adult.user, adult.weekdays) == (ann, [1, 2])
        assert "already" in text_of(client.post(page, facts | {"starts_on": "1 Oct 2026"}))
        share = {"version": version_of(adult, ADULT_FIELDS), "weekdays": ["3", "4", "5"]}
        days = f"/oakfield/classes/adults/{adult.pk}/"
        client.post(days, share)
        adult.refresh_from_db()
        assert adult.weekdays == [3, 4, 5]
        assert "Somebody else changed this" in text_of(client.post(days, share))
        client.post(f"/oakfield/classes/adults/{adult.pk}/end/", {"last_day": "20 Nov 2026"})
        adult.refresh_from_db()
        assert adult.ends_on == dt.date(2026, 11, 20)

    def test_a_class_is_added_and_changed(self, school, client):
        client.post("/oakfield/classes/add/", {"name": "Oak", "year_groups": ["3", "4"]})
        group = ClassGroup.objects.get()
        assert (group.name, group.year_groups, group.academic_year) == ("Oak", ["3", "4"], 2026)
        assert client.get(f"/oakfield/classes/{group.pk}/").status_code == 200

    def test_a_child_is_given_an_adult(self, school, client, child):
        lsa = member(school, Role.LSA)
        facts = {"person": str(lsa.pk), "starts_on": "1 Sep 2026"}
        client.post(url(child, "adults/add/"), facts)
        support = PupilAdult.objects.get()
        client.post(url(child, f"adults/{support.pk}/end/"), {"last_day": "20 Nov 2026"})
        support.refresh_from_db()
        assert support.ends_on == dt.date(2026, 11, 20)

    def test_only_who_manages_classes(self, school):
        assert client_of(member(school, Role.OFFICE)).get("/oakfield/classes/").status_code == 403
