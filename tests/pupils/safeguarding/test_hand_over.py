"""Telling the safeguarding lead: one press, sealed words nowhere else, gone once entered."""

import datetime as dt
from functools import cache
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import connection

from aylsham.access.permissions import Permission
from aylsham.access.roles import Role
from aylsham.changes import TransitionNotAllowed
from aylsham.models import Deadline, OutgoingMail
from pupils.handed_texts import SEALED, texts
from pupils.models import Concern, HandOver, SafeguardingLead, Talk, Voice
from pupils.services.actions import NewAction, Owner, add_action
from pupils.services.concerns.raising import raise_concern
from pupils.services.contributions.voices import record_voice
from pupils.services.papers import ask_for_paper
from pupils.services.safeguarding import (
    enter_hand_over,
    give_back_hand_over,
    hand_over,
    hand_over_text,
    name_safeguarding_lead,
    see_hand_over,
)
from pupils.services.talks import log_talk
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
SECRET = "quarkle"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield", live_from=dt.date(2026, 11, 2))


@pytest.fixture
def lead(school):
    return member(school, Role.SAFEGUARDING_LEAD)


@pytest.fixture
def group(school):
    return ClassGroupFactory(school=school)


@pytest.fixture
def child(group, lead):
    return PupilFactory(school=group.school, class_group=group)


@pytest.fixture
def teacher(group):
    return teacher_of(group)


def talk_with_secret(child, by):
    facts = {"on": TODAY, "how": "phone", "outcome": "held", "who": "Ann"}
    return log_talk(pupil=child, key=uuid4(), by=by, agreed=f"He said {SECRET}", **facts)


def concern_with_secret(child, by):
    facts = {"area": "CI", "english": "N", "parents_spoken_on": TODAY}
    said = {n: f"{SECRET} {n}" for n in ("seen_words", "parents_said", "parent_view", "child_view")}
    return raise_concern(pupil=child, key=uuid4(), by=by, **facts, **said)


def voice_with_secret(child, by):
    return record_voice(
        pupil=child,
        kind="pupil_views",
        given_on=TODAY,
        given_how="in_person",
        said_by="Him",
        answers=[{"question": "What is hard?", "answer": f"At home {SECRET}"}],
        by=by,
    )


def tables_with(words: str) -> list[str]:
    """Every table in which the words stand, history included."""
    with connection.cursor() as cursor:
        cursor.execute(_where(), {"words": f"%{words}%"})
        return sorted(table for (table,) in cursor.fetchall())


@cache
def _where() -> str:
    """One statement for all tables, since some tests ask it a hundred times."""
    tables = {model._meta.db_table for model in apps.get_models()}
    return " UNION ALL ".join(
        f"SELECT '{table}' WHERE EXISTS (SELECT 1 FROM \"{table}\" t WHERE t::text LIKE %(words)s)"
        for table in sorted(tables & set(connection.introspection.table_names()))
    )


class TestSealing:
    def test_a_paper_that_waits_for_its_asker_goes(self, child, teacher):
        talk = talk_with_secret(child, teacher)
        ask_for_paper(
            pupil=child,
            kind="timeline",
            html=f"<p>{SECRET}</p>",
            of_on=TODAY,
            permission=Permission.EXPORT,
            by=teacher,
        )
        hand_over_text(pupil=child, kind=texts()["talk"], row=talk, seal=True, by=teacher)
        assert tables_with(SECRET) == ["pupils_handover"]

    @pytest.mark.parametrize(
        ("key", "make"),
        [
            ("talk", talk_with_secret),
            ("concern", concern_with_secret),
            ("voice", voice_with_secret),
        ],
    )
    def test_sealed_words_stand_nowhere_but_with_the_lead(self, key, make, child, teacher):
        row = make(child, teacher)
        row.save()  # another row in its history
        assert len(tables_with(SECRET)) > 1
        told = hand_over_text(pupil=child, kind=texts()[key], row=row, seal=True, by=teacher)
        assert tables_with(SECRET) == ["pupils_handover"]
        assert SECRET in told.words
        enter_hand_over(hand_over=told, on=TODAY, number="7", by=teacher)
        assert tables_with(SECRET) == []

    def test_given_back_it_stands_there_as_before(self, child, teacher, lead):
        row = talk_with_secret(child, teacher)
        told = hand_over_text(pupil=child, kind=texts()["talk"], row=row, seal=True, by=teacher)
        row.refresh_from_db()
        assert row.agreed == SEALED
        give_back_hand_over(hand_over=told, by=lead)
        row.refresh_from_db()
        assert row.agreed == f"He said {SECRET}"
        assert HandOver.objects.get().words == ""

    def test_of_several_texts_only_the_ticked_one_goes(self, child, teacher, lead):
        facts = {"area": "CI", "english": "N", "parents_spoken_on": TODAY}
        said = {"seen_words": SECRET, "parents_said": "He sleeps badly since the summer"}
        row = raise_concern(pupil=child, by=teacher, key=uuid4(), **facts, **said)
        client = client_of(teacher)
        at = f"/oakfield/children/{child.pk}/tell/concern/{row.pk}/"
        page = text_of(client.get(at))
        assert SECRET in page
        assert "He sleeps badly since the summer" in page
        assert "Tick at least one text" in text_of(client.post(at, {"seal": "on"}))
        sent = client.post(at, {"seal": "on", "fields_chosen": ["seen_words"]})
        assert sent.status_code == 302
        row.refresh_from_db()
        assert row.seen_words == SEALED
        assert row.parents_said == "He sleeps badly since the summer"
        told = HandOver.objects.get()
        assert "sleeps badly" not in told.words
        assert tables_with(SECRET) == ["pupils_handover"]
        # The other text can still follow while the first is open.
        assert client.post(at, {"more": ""}).status_code == 302
        assert HandOver.objects.count() == 2
        give_back_hand_over(hand_over=told, by=lead)
        row.refresh_from_db()
        assert row.seen_words == SECRET

    def test_the_page_says_what_else_goes_before_it_is_pressed(self, child, teacher):
        talk = talk_with_secret(child, teacher)
        add_action(
            pupil=child,
            action=NewAction("Ring the clinic", Owner(user=teacher), TODAY),
            agreed_on=TODAY,
            by=teacher,
            source="contact",
            source_id=talk.pk,
        )
        page = text_of(
            client_of(teacher).get(f"/oakfield/children/{child.pk}/tell/talk/{talk.pk}/")
        )
        assert "Goes with it when you take it out of the record" in page
        assert "Ring the clinic" in page

    def test_not_sealed_stays_where_it_is(self, child, teacher):
        row = talk_with_secret(child, teacher)
        hand_over_text(pupil=child, kind=texts()["talk"], row=row, seal=False, by=teacher)
        row.refresh_from_db()
        assert SECRET in row.agreed

    def test_the_same_words_are_not_handed_over_twice_while_open(self, child, teacher):
        row = talk_with_secret(child, teacher)
        hand_over_text(pupil=child, kind=texts()["talk"], row=row, seal=False, by=teacher)
        with pytest.raises(TransitionNotAllowed, match="already"):
            hand_over_text(pupil=child, kind=texts()["talk"], row=row, seal=True, by=teacher)

    def test_no_page_shows_sealed_words_to_anybody_but_the_lead(self, school, child, teacher, lead):
        row = concern_with_secret(child, teacher)
        hand_over_text(pupil=child, kind=texts()["concern"], row=row, seal=True, by=teacher)
        base = f"/oakfield/children/{child.pk}/"
        head, sendco = member(school, Role.HEAD), member(school)
        pages = [f"{base}concerns/{row.pk}/", f"{base}history/", f"{base}timeline/", f"{base}tell/"]
        for user in (teacher, head, sendco):
            for page in pages:
                assert SECRET not in client_of(user).get(page).content.decode(), page
        one = f"/oakfield/safeguarding/{HandOver.objects.get().pk}/"
        assert SECRET in client_of(lead).get(one).content.decode()
        for user in (teacher, head, sendco):
            assert client_of(user).get(one).status_code == 403


class TestTelling:
    def test_one_press_in_a_form_hands_the_words_over_and_logs_nothing(self, child, teacher):
        client = client_of(teacher)
        page = client.get(f"/oakfield/children/{child.pk}/family/log/add/")
        form = page.context["form"]
        assert f'formaction="/oakfield/children/{child.pk}/tell/"' in page.content.decode()
        data = {"key": str(form.initial["key"]), "contact": "else", "who": "Ann", "how": "phone"}
        data |= {"outcome": "held", "on": "today", "agreed": f"{SECRET} at home", "action": ""}
        data |= {"instead": "agreed action"}
        for _ in range(2):
            response = client.post(f"/oakfield/children/{child.pk}/tell/", data)
            assert response.url == f"/oakfield/children/{child.pk}/tell/"
        assert not Talk.objects.exists()
        assert HandOver.objects.get().words == f"{SECRET} at home"
        kept = text_of(client.get(response.url))
        assert "Not read yet" in kept
        assert SECRET not in kept

    def test_an_lsa_may_tell_about_a_child_they_support_and_of_no_other(self, child, group, lead):
        lsa = supporter_of(child)
        other = PupilFactory(school=group.school)
        data = {"key": str(uuid4()), "words": "A bruise"}
        client = client_of(lsa)
        assert client.post(f"/oakfield/children/{child.pk}/tell/", data).status_code == 302
        assert client.post(f"/oakfield/children/{other.pk}/tell/", data).status_code == 404
        assert HandOver.objects.count() == 1

    def test_own_words_about_a_child_of_a_group_go_and_nothing_else_opens(self, child, group, lead):
        lsa = supporter_of(PupilFactory(school=group.school))
        mine, hers = talk_with_secret(child, lsa), talk_with_secret(child, lead)
        client, url = client_of(lsa), f"/oakfield/children/{child.pk}/tell/talk"
        assert client.get(f"/oakfield/children/{child.pk}/").status_code == 404
        assert client.get(f"{url}/{hers.pk}/").status_code == 404
        page = client.get(f"{url}/{mine.pk}/")
        assert SECRET in text_of(page)
        assert child.first_name not in text_of(page)
        assert client.post(f"{url}/{mine.pk}/", {"seal": "yes"}).url == "/oakfield/"
        assert SECRET in HandOver.objects.get().words

    def test_the_childs_own_words_are_handed_over_by_whoever_reads_them(self, child, lead):
        voice, lsa = voice_with_secret(child, lead), supporter_of(child)
        url = f"/oakfield/children/{child.pk}/tell/voice/{voice.pk}/"
        assert SECRET in text_of(client_of(lsa).get(url))
        Voice.objects.filter(pk=voice.pk).update(kind="parent_views")
        assert client_of(lsa).get(url).status_code == 404

    def test_sensitive_words_cannot_be_handed_over_by_who_may_not_read_them(self, child, teacher):
        talk = talk_with_secret(child, None)
        Talk.objects.filter(pk=talk.pk).update(sensitivity=2)
        url = f"/oakfield/children/{child.pk}/tell/talk/{talk.pk}/"
        assert client_of(teacher).get(url).status_code == 404
        Talk.objects.filter(pk=talk.pk).update(logged_by=teacher)
        assert SECRET in text_of(client_of(teacher).get(url))

    def test_no_words_no_hand_over(self, child, teacher):
        data = {"key": str(uuid4()), "instead": "agreed", "agreed": "  "}
        response = client_of(teacher).post(f"/oakfield/children/{child.pk}/tell/", data)
        assert "Write what you saw or heard" in text_of(response)
        assert not HandOver.objects.exists()

    def test_nobody_is_named_nothing_is_handed_over(self, teacher, group):
        from aylsham.models import Membership

        Membership.objects.filter(role=Role.SAFEGUARDING_LEAD).delete()
        child = PupilFactory(school=group.school, class_group=group)
        talk = talk_with_secret(child, teacher)
        with pytest.raises(TransitionNotAllowed, match="head teacher now"):
            hand_over_text(pupil=child, kind=texts()["talk"], row=talk, seal=True, by=teacher)
        talk.refresh_from_db()
        assert SECRET in talk.agreed


class TestWhoIsTold:
    def name(self, school, lead, **more):
        facts = {"deputy": None, "away_from": None, "away_until": None, "version": "new"}
        return name_safeguarding_lead(school=school, lead=lead, by=lead, **facts | more)

    def told(self, child, by):
        hand_over(pupil=child, words="Something", key=uuid4(), by=by)
        return set(
            OutgoingMail.objects.filter(kind="handed_over").values_list("recipient", flat=True)
        )

    def test_the_lead_alone_when_there(self, school, child, teacher, lead):
        deputy = member(school, Role.SAFEGUARDING_LEAD)
        self.name(school, lead, deputy=deputy)
        assert self.told(child, teacher) == {lead.pk}

    @pytest.mark.parametrize(
        ("first", "last", "is_away"),
        [
            (TODAY, TODAY, True),
            (TODAY - dt.timedelta(days=3), TODAY - dt.timedelta(days=1), False),
            (TODAY + dt.timedelta(days=1), TODAY + dt.timedelta(days=3), False),
        ],
        ids=["today", "until_yesterday", "from_tomorrow"],
    )
    def test_the_deputy_while_the_lead_is_away(
        self, school, child, teacher, lead, first, last, is_away
    ):
        deputy = member(school, Role.SAFEGUARDING_LEAD)
        self.name(school, lead, deputy=deputy, away_from=first, away_until=last)
        assert self.told(child, teacher) == {deputy.pk if is_away else lead.pk}

    def test_away_without_a_deputy_everybody_with_the_role(self, school, child, teacher, lead):
        other = member(school, Role.SAFEGUARDING_LEAD)
        self.name(school, lead, away_from=TODAY, away_until=TODAY)
        assert self.told(child, teacher) == {lead.pk, other.pk}

    def test_a_lead_who_has_left_is_not_told(self, school, child, teacher, lead):
        from aylsham.models import Membership

        other = member(school, Role.SAFEGUARDING_LEAD)
        self.name(school, lead, deputy=other)
        Membership.objects.filter(user=lead).update(ends_on=TODAY - dt.timedelta(days=1))
        assert self.told(child, teacher) == {other.pk}

    def test_the_mail_names_no_child_and_no_word(self, school, child, teacher, lead):
        from aylsham.mail.compose import compose

        hand_over(pupil=child, words=f"{SECRET} happened", key=uuid4(), by=teacher)
        message = compose(OutgoingMail.objects.get(kind="handed_over"))
        said = message.subject + message.body
        for word in (child.first_name, child.last_name, SECRET, str(child.pk)):
            assert word not in said
        assert f"/oakfield/safeguarding/{HandOver.objects.get().pk}/" in message.body

    def test_the_page_names_them_and_refuses_a_stale_save(self, school, lead):
        head, deputy = member(school, Role.HEAD), member(school, Role.SAFEGUARDING_LEAD)
        client = client_of(head)
        url = "/oakfield/safeguarding/lead/"
        version = client.get(url).context["form"].initial["version"]
        data = {"lead": lead.pk, "deputy": deputy.pk, "version": version}
        assert client.post(url, data).status_code == 302
        again = client.post(url, data | {"deputy": ""})
        assert again.status_code == 200
        assert SafeguardingLead.objects.get().deputy == deputy
        assert client_of(member(school)).get(url).status_code == 403


class TestTheLeadsPage:
    def test_due_on_the_day_and_seen_only_by_the_lead(self, school, child, teacher, lead):
        row = hand_over(pupil=child, words="A bruise", key=uuid4(), by=teacher)
        due = Deadline.objects.get(kind="hand_over")
        assert (due.due_on, due.do_by) == (TODAY, TODAY)
        assert due.permission == "receive_hand_overs"
        see_hand_over(hand_over=row, by=lead)
        assert "Enter" in Deadline.objects.get(kind="hand_over").title
        enter_hand_over(hand_over=row, on=TODAY, number="", by=lead)
        assert not Deadline.objects.filter(kind="hand_over").exists()

    def test_entered_by_form_the_words_are_gone(self, child, teacher, lead):
        row = hand_over(pupil=child, words=f"{SECRET} today", key=uuid4(), by=teacher)
        client, url = client_of(lead), f"/oakfield/safeguarding/{row.pk}/"
        assert client.post(f"{url}seen/").status_code == 302
        assert client.post(url, {"on": "today", "number": "A12"}).status_code == 302
        assert SECRET not in client.get(url).content.decode()
        row.refresh_from_db()
        assert (row.words, row.entered_number, row.entered_by) == ("", "A12", lead)
        assert client.post(f"{url}back/", follow=True).status_code == 200
        row.refresh_from_db()
        assert row.returned_on is None

    def test_it_cannot_be_entered_before_it_came(self, child, teacher, lead):
        row = hand_over(pupil=child, words="Something", key=uuid4(), by=teacher)
        with pytest.raises(TransitionNotAllowed):
            enter_hand_over(hand_over=row, on=TODAY - dt.timedelta(days=1), number="", by=lead)

    def test_as_many_statements_for_many_as_for_few(self, school, child, teacher, lead):
        def fill(many):
            for _ in range(many):
                pupil = PupilFactory(school=school)
                hand_over(pupil=pupil, words="Something", key=uuid4(), by=teacher)

        client = client_of(lead)
        fill(3)
        few = len(statements(client, "/oakfield/safeguarding/"))
        fill(9)
        assert len(statements(client, "/oakfield/safeguarding/")) == few
        assert few <= OF_EVERY_REQUEST + 8

    def test_another_school_finds_nothing(self, child, teacher, lead):
        row = hand_over(pupil=child, words="Something", key=uuid4(), by=teacher)
        other = SchoolFactory(slug="elmfield")
        there = client_of(member(other, Role.SAFEGUARDING_LEAD))
        assert there.get(f"/elmfield/safeguarding/{row.pk}/").status_code == 404
        assert there.get(f"/oakfield/safeguarding/{row.pk}/").status_code == 404


def test_a_refusal_leaves_no_row_and_no_trace(child, teacher):
    from aylsham.models import AuditEvent

    talk = talk_with_secret(child, teacher)
    Talk.objects.filter(pk=talk.pk).update(agreed="")
    with pytest.raises(TransitionNotAllowed, match="no words"):
        hand_over_text(pupil=child, kind=texts()["talk"], row=talk, seal=True, by=teacher)
    assert not AuditEvent.objects.filter(action="hand_over").exists()
    assert Concern.objects.count() == HandOver.objects.count() == 0
