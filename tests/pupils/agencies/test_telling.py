"""Parents told of a step of a referral: plain words, whoever may know, logged once."""

import datetime as dt
import re
from uuid import uuid4

import pytest

from aylsham.changes import TransitionNotAllowed
from aylsham.codes import Sensitivity
from aylsham.models import AuditEvent, Deadline
from pupils.family_codes import AskKind
from pupils.models import ContributionRequest, ReferralStep, Talk, Voice
from pupils.rules.telling import StepFacts, message_of
from pupils.services.contributions.reminding import remind_school
from pupils.services.details import add_contact
from pupils.services.family import record_order
from pupils.services.referrals.following import add_appointment
from pupils.services.referrals.telling import Told, tell_of_step
from tests.factories import TODAY, PupilFactory, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.agencies.makers import CAMHS, sent, step
from tests.pupils.family.invited import Guest, deliver, secret_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", live_from=dt.date(2026, 9, 1))


@pytest.fixture
def child(school):
    return PupilFactory(school=school, first_name="Zephyrine", last_name="Quillmark")


@pytest.fixture
def by(school):
    return member(school)


def parent(child, by, name="Mia Reed", **more):
    facts = {"email": "mia@home.example", "relationship": "Mother"}
    facts |= {"has_parental_responsibility": True}
    return add_contact(pupil=child, by=by, name=name, **facts | more)


def last(referral, kind) -> ReferralStep:
    found = ReferralStep.objects.filter(referral=referral, kind=kind).order_by("-id").first()
    found.referral = referral
    return found


def tell(found, *told, by, **more):
    facts = {"message": "We asked the clinic.", "key": uuid4()} | more
    return tell_of_step(step=found, told=told, by=by, **facts)


def url(child, referral, found) -> str:
    return f"/oakfield/children/{child.pk}/referrals/{referral.pk}/tell/{found.pk}/"


class TestWords:
    @pytest.mark.parametrize(
        ("kind", "more", "said"),
        [
            ("sent", {"usual_weeks": 18}, "about 18 weeks"),
            ("sent", {"usual_weeks": 1}, "about 1 week until"),
            ("accepted", {}, "will help Zoë"),
            ("declined", {"words": "No room."}, "They told us: No room."),
            ("declined", {}, "They cannot do so now."),
            ("appointment", {"appointment_on": dt.date(2026, 12, 4)}, "Friday 4 December 2026."),
            (
                "appointment",
                {"appointment_on": dt.date(2026, 11, 16), "appointment_state": "missed"},
                "Nobody came.",
            ),
            ("report", {}, "When can you come?"),
            ("closed", {"outcome": "Speaks clearly."}, "What came of it: Speaks clearly."),
            ("reopened", {}, "There is news about Zoë"),
        ],
        ids=lambda each: each if isinstance(each, str) else "",
    )
    def test_each_step_begins_with_plain_words(self, kind, more, said):
        facts = StepFacts(kind, TODAY, "Zoë", "The clinic", **more)
        message = message_of(facts)
        assert said in message
        assert message.startswith("Hello,")
        assert "  " not in message and "None" not in message


class TestTelling:
    def test_by_e_mail_the_words_stand_behind_a_link_and_in_the_log(self, school, child, by):
        mother, referral = parent(child, by), sent(child, by=by)
        found = last(referral, "sent")
        (talk,) = tell(found, Told(mother, "email"), by=by)
        assert (talk.how, talk.contact, talk.agreed) == ("email", mother, "We asked the clinic.")
        found.refresh_from_db()
        assert (found.told_on, found.told_how) == (TODAY, "email")
        (message,) = deliver()
        for hidden in ("Zephyrine", "Quillmark", "clinic", "speech"):
            assert hidden not in message.subject + message.body
        assert "news for you" in message.subject
        guest = Guest(secret_in(message)).open()
        page = text_of(guest.get("answer/"))
        assert "We asked the clinic." in page
        assert "You need not answer" in page

    def test_nobody_is_reminded_of_news_and_nobody_owes_an_answer(self, school, child, by):
        referral = sent(child, by=by)
        tell(last(referral, "sent"), Told(parent(child, by), "email"), by=by)
        assert not Deadline.objects.filter(kind="contribution").exists()
        due_on = ContributionRequest.objects.get(kind=AskKind.NEWS).due_on
        assert remind_school(school, today=due_on) == 0

    def test_what_they_write_back_are_the_parents_views(self, school, child, by):
        tell(last(sent(child, by=by), "sent"), Told(parent(child, by), "email"), by=by)
        guest = Guest(secret_in(deliver()[-1])).open()
        form = guest.get("answer/").context["form"]
        answer = next(name for name in form.fields if name not in ("files", "helper"))
        guest.post("answer/", {answer: "Thank you. When?"})
        assert Voice.objects.get().kind == AskKind.PARENT_VIEWS

    def test_twice_pressed_is_told_once(self, child, by):
        mother, referral, key = parent(child, by), sent(child, by=by), uuid4()
        for _ in range(2):
            tell(last(referral, "sent"), Told(mother, "email"), by=by, key=key)
        assert Talk.objects.count() == ContributionRequest.objects.count() == 1

    def test_who_may_not_know_is_refused_and_nothing_is_left(self, child, by):
        mother, father = parent(child, by), parent(child, by, name="Ed Reed")
        facts = {"starts_on": TODAY, "says": "Nothing", "evidence": "Order"}
        record_order(contact=father, by=by, kind="no_information", **facts)
        found = last(sent(child, by=by), "sent")
        events = AuditEvent.objects.count()
        with pytest.raises(TransitionNotAllowed, match="Ed Reed"):
            tell(found, Told(mother, "phone"), Told(father, "phone"), by=by)
        assert not Talk.objects.exists()
        assert AuditEvent.objects.count() == events
        found.refresh_from_db()
        assert found.told_on is None

    def test_a_sealed_referral_is_told_to_nobody(self, child, by):
        referral = sent(child, by=by)
        referral.sensitivity = Sensitivity.SAFEGUARDING
        referral.save()
        with pytest.raises(TransitionNotAllowed, match="safeguarding lead"):
            tell(last(referral, "sent"), Told(parent(child, by), "phone"), by=by)

    def test_a_sensitive_referral_is_logged_as_sensitive(self, child, by):
        referral = sent(child, by=by, **CAMHS)
        (talk,) = tell(last(referral, "sent"), Told(parent(child, by), "phone"), by=by)
        assert talk.sensitivity == Sensitivity.SENSITIVE

    @pytest.mark.parametrize(
        ("message", "way", "said"), [("  ", "phone", "Write what"), ("Hello", "email", "no e-mail")]
    )
    def test_without_words_or_address_nothing_happens(self, child, by, message, way, said):
        contact = parent(child, by, email="")
        with pytest.raises(TransitionNotAllowed, match=said):
            tell(last(sent(child, by=by), "sent"), Told(contact, way), by=by, message=message)
        assert not Talk.objects.exists()


class TestPage:
    def test_one_press_tells_by_the_way_they_prefer(self, child, by):
        mother = parent(child, by, preferred_channel="letter")
        referral = sent(child, by=by)
        found = last(referral, "sent")
        client = client_of(by)
        page = client.get(f"/oakfield/children/{child.pk}/referrals/{referral.pk}/")
        assert url(child, referral, found) in page.content.decode()
        form = client.get(url(child, referral, found)).context["form"]
        data = {n: form[n].value() for n in form.fields if form[n].value() is not None}
        assert data[f"way-{mother.pk}"] == "letter"
        assert "NHS speech therapy" in data["message"]
        response = client.post(url(child, referral, found), data)
        assert response.url == f"/oakfield/children/{child.pk}/family/log/"
        talk = Talk.objects.get()
        letter = client.get(f"{response.url}{talk.pk}/letter/")
        assert letter.content.startswith(b"%PDF-")
        assert "Zephyrine" not in letter["Content-Disposition"]
        assert "Letter with Mia Reed" in text_of(client.get(response.url))

    def test_the_appointment_and_its_place_are_for_those_who_may_know_where(self, child, by):
        referral = sent(child, by=by)
        facts = {"on": TODAY + dt.timedelta(days=9), "state": "offered", "place": "Elm clinic"}
        add_appointment(referral=referral, by=by, **facts)
        father = parent(child, by, name="Ed Reed")
        order = {"starts_on": TODAY, "says": "Nothing", "evidence": "Order"}
        record_order(contact=father, by=by, kind="no_contact", **order)
        found = last(referral, "appointment")
        client = client_of(by)
        page = client.get(url(child, referral, found))
        form = page.context["form"]
        assert "Elm clinic" in form["message"].value()
        assert form[f"way-{father.pk}"].value() == ""
        data = {"key": str(uuid4()), "message": "At Elm clinic", f"way-{father.pk}": "phone"}
        refused = text_of(client.post(url(child, referral, found), data))
        assert "Keep out of the message" in refused
        assert not Talk.objects.exists()
        client.post(url(child, referral, found), data | {"is_checked": "on"})
        assert Talk.objects.count() == 1

    def test_who_is_not_told_is_named_with_the_reason(self, child, by):
        parent(child, by, name="Gran", has_parental_responsibility=False)
        referral = sent(child, by=by)
        page = text_of(client_of(by).get(url(child, referral, last(referral, "sent"))))
        assert "Gran" in page and "This person has no parental responsibility" in page
        assert "Nobody may be told" in page

    def test_of_another_school_nothing_is_found(self, child, by):
        referral = sent(child, by=by)
        there = client_of(member(SchoolFactory(slug="elmfield")))
        path = url(child, referral, last(referral, "sent"))
        assert there.get(path.replace("oakfield", "elmfield")).status_code == 404

    def test_as_many_statements_for_thirty_contacts_as_for_three(self, child, by):
        referral = sent(child, by=by)
        path = url(child, referral, last(referral, "sent"))
        client, counts = client_of(by), []
        for many in (3, 27):
            for number in range(many):
                parent(child, by, name=f"Contact {number}", email=f"{number}@home.example")
            counts.append(len(statements(client, path)))
        assert counts[0] == counts[1] <= OF_EVERY_REQUEST + 8


class TestOverAllSchools:
    @pytest.fixture
    def schools(self, school):
        return [school, SchoolFactory(slug="elmfield", federation=school.federation)]

    @pytest.fixture
    def sendco(self, schools):
        from tests.factories import MembershipFactory

        user = member(schools[0])
        MembershipFactory(user=user, school=schools[1], role="sendco")
        return user

    def test_every_school_with_filters_and_weeks(self, schools, sendco):
        here = PupilFactory(school=schools[0], last_name="Here")
        there = PupilFactory(school=schools[1], last_name="There")
        sent(here, by=sendco, on=TODAY - dt.timedelta(weeks=3))
        step(sent(there, by=sendco, **CAMHS), "declined", by=sendco)
        client = client_of(sendco)
        page = text_of(client.get("/federation/referrals/"))
        assert "Here" in page and "3 weeks" in page and "1 waiting" in page
        assert "There" not in page  # declined: over
        page = text_of(client.get("/federation/referrals/?state=declined&school=elmfield"))
        assert "There" in page and "Here" not in re.sub("Nowhere", "", page)
        assert "Here" in text_of(client.get("/federation/referrals/?kind=speech&show=all"))
        event = AuditEvent.objects.filter(action="view_referrals", school=schools[1]).first()
        assert event.pupil_ids == [there.pk]

    def test_costs_the_same_for_three_and_thirty(self, schools, sendco):
        client, counts = client_of(sendco), []
        for many in (3, 27):
            for _ in range(many):
                sent(PupilFactory(school=schools[1]), by=sendco)
            counts.append(len(statements(client, "/federation/referrals/")))
        assert counts[0] == counts[1] <= OF_EVERY_REQUEST + 8

    def test_the_timeline_tells_each_step_to_those_who_may_read_it(self, child, by):
        from aylsham.access.roles import Role

        sent(child, by=by)
        sent(child, by=by, **CAMHS)
        path = f"/oakfield/children/{child.pk}/timeline/"
        page = text_of(client_of(by).get(path))
        assert "NHS speech therapy: sent" in page and "Mind clinic: sent" in page
        lead = text_of(client_of(member(child.school, Role.SUBJECT_LEADER)).get(path))
        assert "Mind clinic" not in lead


def test_a_letter_is_not_printed_for_somebody_who_is_told_nothing_by_now(child, by):
    mother = parent(child, by, preferred_channel="letter")
    found = last(sent(child, by=by), "sent")
    [talk] = tell(found, Told(mother, "letter"), by=by)
    page = f"/oakfield/children/{child.pk}/family/log/{talk.pk}/letter/"
    client = client_of(by)
    assert client.get(page)["Content-Type"] == "application/pdf"
    record_order(
        contact=mother, kind="no_contact", stops_information=True, starts_on=TODAY,
        evidence="Seen", by=by,
    )  # fmt: skip
    answer = client.get(page, follow=True)
    assert answer["Content-Type"].startswith("text/html")
    assert "told nothing about the child" in answer.content.decode()
