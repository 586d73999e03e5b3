"""Pages of referrals: the draft, one tap to chase, from a concern, cut to the reader, the waits."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.changes import version_of
from aylsham.codes import Sensitivity
from aylsham.identifiers import uuid7
from pupils.models import Pupil, Referral, ReferralStep, SchoolService
from pupils.services.actions import NewAction, Owner
from pupils.services.concerns.triage import refer
from pupils.services.details import record_leaving
from pupils.services.outside_services import add_service
from pupils.services.referrals.following import add_appointment
from pupils.services.referrals.referring import STEP_FIELDS
from pupils.services.talks import log_talk
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    MembershipFactory,
    PupilFactory,
    SchoolFactory,
    behind_the_wall,
    member,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.agencies.makers import CAMHS, drafted, report_on, sent, step
from tests.pupils.concerns.makers import WORDS, concern_of, state

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
KEY = "01900000-0000-7000-8000-000000000002"
WEEK = dt.timedelta(days=7)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", live_from=dt.date(2026, 9, 1))


@pytest.fixture
def child(school):
    return PupilFactory(school=school, class_group=ClassGroupFactory(school=school))


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def teacher(child):
    return teacher_of(child.class_group)


def url(child, *parts) -> str:
    return "/".join(["/oakfield/children", str(child.pk), "referrals", *map(str, parts), ""])


class TestReferring:
    def test_from_the_list_of_services_to_sent_with_consent(self, school, child, sendco):
        facts = {"kind": "speech", "area": "CI", "owed_by": "health", "usual_weeks": 18}
        service = add_service(school=school, by=sendco, name="Talk clinic", **facts)
        client = client_of(sendco)
        said = {"key": KEY, "offered": str(service.pk), "reason": "Sounds"}
        for _ in range(2):
            assert client.post(url(child, "add"), said).url == url(child, KEY)
        page = text_of(client.get(url(child, KEY)))
        assert "Talk clinic" in page and "It cannot be sent." in page
        address = url(child, KEY, "step", "sent")
        form = {"on": "today", "version": client.get(address).context["form"].initial["version"]}
        assert "Nobody has agreed" in text_of(client.post(address, form))
        consent = client.get(url(child, KEY, "consent")).context["form"].initial["version"]
        said = {"consent_by": "Mrs Reed", "consent_on": "20 Nov 2026", "version": consent}
        page = text_of(client.post(url(child, KEY, "consent"), said))
        assert "Consent is who, when and how." in page
        client.post(url(child, KEY, "consent"), said | {"consent_how": "signed"})
        told = {"told_on": "today", "told_how": "phone"}
        assert client.post(address, form | told).url == url(child, KEY)
        page = text_of(client.get(url(child, KEY)))
        assert "Mrs Reed" in page and "Parents told Mon 23 Nov" in page
        assert "0 weeks" in page and "usual 18" in page

    @pytest.mark.parametrize(
        ("said", "error"),
        [
            ({"offered": "another"}, "Write its name."),
            ({"offered": "another", "service": "X"}, "Choose what it does."),
            ({"offered": ""}, "There is a problem"),
        ],
    )
    def test_what_is_missing_is_said(self, child, sendco, said, error):
        response = client_of(sendco).post(url(child, "add"), {"reason": "Why"} | said)
        assert error in text_of(response) and not Referral.objects.exists()

    def test_a_step_that_does_not_exist(self, child, sendco):
        row = drafted(child, by=sendco)
        assert client_of(sendco).get(url(child, row.pk, "step", "lost")).status_code == 404


class TestTwoTaps:
    def test_from_what_is_due_to_chased(self, child, sendco):
        row = sent(child, by=sendco, on=TODAY - 15 * WEEK / 7)
        client = client_of(sendco)
        due = client.get("/oakfield/due/").content.decode()
        assert url(child, row.pk) in due  # the first tap
        page = client.get(url(child, row.pk)).content.decode()
        chase = url(child, row.pk, "chase")
        assert f'action="{chase}"' in page and "Chased today" in page
        assert client.post(chase).url == url(child, row.pk)  # the second
        assert ReferralStep.objects.filter(kind="chased", by=sendco, on=TODAY).count() == 1

    def test_in_the_list_it_is_one(self, child, sendco):
        row = sent(child, by=sendco)
        client = client_of(sendco)
        chase = url(child, row.pk, "chase")
        assert f'action="{chase}"' in client.get("/oakfield/referrals/").content.decode()
        assert client.post(chase, {"from": "list"}).url == "/oakfield/referrals/"


class TestFromAConcern:
    def test_one_press_with_the_words_of_the_concern(self, child, sendco, teacher):
        concern = concern_of(child, by=teacher)
        client = client_of(sendco)
        page = f"/oakfield/children/{child.pk}/concerns/{concern.pk}/"
        assert "Begin the referral" not in text_of(client.get(page))
        version = client.get(f"{page}decide/").context["form"].initial["version"]
        said = {
            "kind": "referral",
            "reason": "Beyond what class can do",
            "referred_to": "Talk clinic",
            "referred_for": "Assess sounds",
            "referral_owed_by": "health",
            "referral_due_on": "7 Dec 2026",
            "version": version,
        }
        assert client.post(f"{page}decide/", said).status_code == 302
        assert "Begin the referral" in text_of(client.get(page))
        assert "Begin the referral" not in text_of(client_of(teacher).get(page))
        address = client.post(f"{page}refer/").url
        opened = text_of(client.get(address))
        for words in ("Talk clinic", "Assess sounds", "Beyond what class can do", WORDS):
            assert words in opened
        assert "Begin the referral" not in text_of(client.get(page))
        assert client.post(f"{page}refer/").url == page
        assert Referral.objects.count() == 1
        assert client_of(teacher).post(f"{page}refer/").status_code == 403


class TestWhoReads:
    def test_a_sensitive_one_leaves_no_gap(self, child, sendco, teacher):
        row = sent(child, by=sendco, **CAMHS)
        page = text_of(client_of(teacher).get(url(child)))
        assert "No referral yet" in page and "Mind clinic" not in page
        assert client_of(teacher).get(url(child, row.pk)).status_code == 404
        assert "Mind clinic" not in text_of(client_of(teacher).get("/oakfield/referrals/"))
        assert "Mind clinic" in text_of(client_of(sendco).get("/oakfield/referrals/"))

    def test_a_teacher_reads_those_of_the_class_and_changes_nothing(self, child, sendco, teacher):
        row = sent(child, by=sendco)
        other = sent(PupilFactory(school=child.school, last_name="Elsewhere"), by=sendco)
        client = client_of(teacher)
        page = text_of(client.get("/oakfield/referrals/"))
        assert child.full_name in page and "Elsewhere" not in page and "Chased today" not in page
        assert client.get(url(child, row.pk)).status_code == 200
        assert client.get(url(other.pupil, other.pk)).status_code == 404
        for part in ("change", "consent", "nudge", "report"):
            assert client.get(url(child, row.pk, part)).status_code == 403
        assert client.post(url(child, row.pk, "chase")).status_code == 403

    def test_a_report_that_few_may_read_is_not_named(self, child, sendco, teacher):
        row = sent(child, by=sendco)
        document = report_on(child, title="Secret title", sensitivity=Sensitivity.SENSITIVE)
        client = client_of(sendco)
        client.post(url(child, row.pk, "report"), {"document": str(document.pk)})
        assert "Secret title" in text_of(client.get(url(child, row.pk)))
        page = text_of(client_of(teacher).get(url(child, row.pk)))
        assert "Secret title" not in page and "few people read it" in page

    def test_nobody_without_children_or_needs(self, child, school, sendco):
        for role in (Role.GOVERNOR, Role.OFFICE, Role.LSA):
            client = client_of(member(school, role))
            assert client.get("/oakfield/referrals/").status_code == 403
            assert client.get("/oakfield/services/").status_code == 403

    def test_the_assistant_begins_none_from_words_they_may_not_read(self, child, school, sendco):
        concern = concern_of(child, by=sendco, sensitivity=Sensitivity.SAFEGUARDING)
        action = NewAction("Look", Owner(name="Clinic", owed_by="health"), TODAY + WEEK)
        refer(concern=concern, action=action, reason="Why", version=state(concern), by=sendco)
        client = client_of(member(school, Role.ASSISTANT_SENDCO))
        page = f"/oakfield/children/{child.pk}/concerns/{concern.pk}/"
        assert client.post(f"{page}refer/").url == page
        assert not Referral.objects.exists()
        assert client_of(sendco).post(f"{page}refer/").url != page

    def test_changed_a_referral_about_safeguarding_stays_so(self, child, sendco):
        row = drafted(child, by=sendco, sensitivity=Sensitivity.SAFEGUARDING)
        client, address = client_of(sendco), url(child, row.pk, "change")
        form = client.get(address).context["form"]
        said = {n: form[n].value() or "" for n in form.fields} | {"reason": "Better words"}
        client.post(address, said)
        row.refresh_from_db()
        assert (row.reason, row.sensitivity) == ("Better words", Sensitivity.SAFEGUARDING)


class TestList:
    def test_filters_by_what_waits(self, child, school, sendco):
        long = sent(child, by=sendco, on=TODAY - 20 * WEEK, usual_weeks=18)
        assert long.usual_weeks == 18
        short = PupilFactory(school=school, last_name="Shortwait")
        sent(short, by=sendco, usual_weeks=18)
        over = PupilFactory(school=school, last_name="Turnedaway")
        step(sent(over, by=sendco), "declined", by=sendco)
        client = client_of(sendco)

        def shown(query):
            page = text_of(client.get(f"/oakfield/referrals/{query}"))
            names = {child.last_name, "Shortwait", "Turnedaway"}
            return {name for name in names if f" {name} " in page.replace(",", " ")}

        assert shown("") == {child.last_name, "Shortwait"}
        assert shown("?show=long") == {child.last_name}
        assert shown("?show=over") == shown("?state=declined") == {"Turnedaway"}
        assert len(shown("?show=all&kind=speech")) == 3
        assert shown("?show=all&kind=camhs") == set()
        page = text_of(client.get("/oakfield/referrals/"))
        assert "20 weeks" in page and "Longer than usual" in page

    def test_as_many_statements_for_three_as_for_thirty(self, child, school, sendco):
        def more(number):
            for _ in range(number):
                sent(PupilFactory(school=school), by=sendco)
                sent(child, by=sendco)

        row = sent(child, by=sendco)
        client = client_of(sendco)
        pages = ("/oakfield/referrals/", url(child), url(child, row.pk), "/oakfield/services/")
        more(3)
        few = [len(statements(client, page)) for page in pages]
        more(12)
        for _ in range(9):
            add_appointment(referral=row, by=sendco, on=TODAY, state="attended")
        assert [len(statements(client, page)) for page in pages] == few
        assert max(few) <= OF_EVERY_REQUEST + 8


class TestServices:
    def test_filled_changed_and_no_longer_offered(self, school, child, sendco):
        client = client_of(sendco)
        assert "The list is empty" in text_of(client.get("/oakfield/services/"))
        client.post("/oakfield/services/fill/")
        page = text_of(client.get("/oakfield/services/"))
        assert "Community paediatrics" in page
        add = {"name": "Our clinic", "kind": "other", "area": "OTH", "owed_by": "health"}
        client.post("/oakfield/services/add/", add)
        own = SchoolService.objects.get()
        client.post(f"/oakfield/services/{own.pk}/retire/")
        form = client.get(url(child, "add")).context["form"]
        names = str(form.fields["offered"].choices)
        assert "Community paediatrics" in names and "Our clinic" not in names

    def test_the_federations_only_by_who_keeps_it_everywhere(self, school, sendco):
        sister = SchoolFactory(federation=school.federation)
        facts = {"kind": "speech", "area": "CI", "owed_by": "health"}
        shared = add_service(
            school=school, federation=school.federation, by=None, name="Talk", **facts
        )
        address = f"/oakfield/services/{shared.pk}/"
        assert client_of(sendco).get(address).status_code == 403
        MembershipFactory(user=sendco, school=sister)
        assert client_of(sendco).get(address).status_code == 200


class TestWaits:
    @pytest.fixture
    def waiting(self, school, sendco):
        def make(number, **more):
            for weeks in range(number):
                pupil = PupilFactory(school=school)
                sent(pupil, by=sendco, on=TODAY - (weeks + 2) * WEEK, **more)

        facts = {"kind": "speech", "area": "CI", "owed_by": "health"}
        add_service(school=school, by=sendco, name="NHS speech therapy", **facts)
        return make

    def test_counts_middle_and_longest(self, waiting, school, sendco):
        waiting(4)
        seen = sent(PupilFactory(school=school), by=sendco, on=TODAY - 30 * WEEK)
        add_appointment(referral=seen, by=sendco, on=TODAY - 10 * WEEK, state="attended")
        for page in ("/oakfield/waiting-times/", "/federation/waiting-times/"):
            words = text_of(client_of(sendco).get(page))
            assert "NHS speech therapy 4 3.5 weeks 5 weeks 1 20 weeks 20 weeks" in words

    @pytest.mark.parametrize("number", [0, 1, 4])
    def test_a_governor_gets_no_figure_on_fewer_than_five(self, waiting, school, number):
        waiting(number)
        words = text_of(client_of(member(school, Role.GOVERNOR)).get("/oakfield/waiting-times/"))
        line = words.split("NHS speech therapy")[1]
        assert line.strip().startswith("fewer than 5 not shown not shown fewer than 5")

    def test_a_governor_gets_the_figure_on_five(self, waiting, school):
        waiting(5)
        words = text_of(client_of(member(school, Role.GOVERNOR)).get("/oakfield/waiting-times/"))
        assert "NHS speech therapy 5 4 weeks 6 weeks fewer than 5" in words

    def test_children_count_once_and_unlisted_services_are_not_named(self, waiting, school, sendco):
        pupil = PupilFactory(school=school)
        for _ in range(5):
            sent(pupil, by=sendco)
        sent(pupil, by=sendco, service="Rare disease clinic")
        words = text_of(client_of(member(school, Role.GOVERNOR)).get("/oakfield/waiting-times/"))
        assert "Rare disease" not in words and "fewer than 5" in words.split("NHS speech")[1]
        assert "Rare disease" in text_of(client_of(sendco).get("/oakfield/waiting-times/"))

    def test_who_has_left_waits_no_more(self, waiting, school, child, sendco):
        waiting(2)
        gone = sent(child, by=sendco, on=TODAY - 20 * WEEK)
        client, page = client_of(sendco), "/oakfield/waiting-times/"
        assert "NHS speech therapy 3 3 weeks 20 weeks" in text_of(client.get(page))
        record_leaving(pupil=child, last_day=TODAY - dt.timedelta(days=3), by=sendco)
        assert "NHS speech therapy 2 2.5 weeks 3 weeks" in text_of(client.get(page))
        words = text_of(client.get("/oakfield/referrals/"))
        assert "2 waiting" in words
        assert "has left" not in words
        assert words.count("Chased today") == 2
        words = text_of(client.get("/oakfield/referrals/?show=over"))
        assert "has left" in words
        assert "Over: the child left" in words
        assert "19 weeks until the child left" in words
        words = text_of(client.get("/oakfield/referrals/?show=all"))
        assert words.index("Over: the child left") > words.rindex("Chased today")
        assert "Over: the child left" in text_of(client.get(url(child, gone.pk)))
        gone.refresh_from_db()
        assert gone.state == "sent"  # the school closes nothing for a service that may still see
        assert "Chased today" not in text_of(client.get(url(child, gone.pk)))

    def test_a_record_that_moved_counts_at_its_new_school(self, waiting, school, sendco):
        waiting(1)
        sister = SchoolFactory(federation=school.federation)
        MembershipFactory(user=sendco, school=sister)
        for at in (school, sister):
            seen = sent(PupilFactory(school=at), by=sendco, on=TODAY - 30 * WEEK)
            add_appointment(referral=seen, by=sendco, on=TODAY - 10 * WEEK, state="attended")
            behind_the_wall(school, sister)
        Pupil.objects.filter(referrals=seen).update(closed_on=TODAY)
        client = client_of(sendco)
        words = text_of(client.get("/federation/waiting-times/"))
        assert "NHS speech therapy 1 2 weeks 2 weeks 1 20 weeks 20 weeks" in words
        # What the school did stays in its own figures.
        assert "20 weeks" in text_of(client.get(f"/{sister.slug}/waiting-times/"))

    def test_those_of_another_federation_do_not_count(self, waiting, sendco):
        waiting(2)
        other = SchoolFactory()
        sent(PupilFactory(school=other), by=None, on=TODAY - 50 * WEEK)
        words = text_of(client_of(sendco).get("/federation/waiting-times/"))
        assert "50 weeks" not in words and "NHS speech therapy 2 " in words


def test_two_people_at_once_the_second_sees_both(child, sendco):
    row = sent(child, by=sendco)
    client, address = client_of(sendco), url(child, row.pk, "step", "accepted")
    version = version_of(row, STEP_FIELDS)
    step(row, "acknowledged", by=sendco)
    page = text_of(client.post(address, {"on": "today", "version": version}))
    assert "Somebody else changed this while you had it open" in page


class TestLocalOffer:
    def test_when_how_and_by_whom_and_not_from_a_sensitive_talk(self, child, sendco, teacher):
        facts = {"on": TODAY, "how": "phone", "outcome": "held", "who": "Mrs Reed", "agreed": "Yes"}
        log_talk(pupil=child, key=uuid7(), by=sendco, services=["Short breaks"], **facts)
        hidden = {"services": ["Family therapy"], "sensitivity": Sensitivity.SENSITIVE}
        log_talk(pupil=child, key=uuid7(), by=sendco, **hidden, **facts)
        address = f"/oakfield/children/{child.pk}/family/"
        page = text_of(client_of(teacher).get(address))
        assert f"Short breaks Mon 23 Nov, phone, {sendco.name}" in page
        assert "Family therapy" not in page
        assert "Family therapy" in text_of(client_of(sendco).get(address))


def test_written_down_after_it_was_sent_it_was_begun_that_day(child, sendco):
    row = sent(child, by=sendco, on=TODAY - 9 * WEEK)
    assert row.begun_on == TODAY - 9 * WEEK
    assert [s.kind for s in row.steps.order_by("on", "id")] == ["drafted", "sent"]
