"""Who holds which duty: by role, named, handed over and back, covered; what is due follows."""

import datetime as dt
from uuid import uuid4

import pytest
import time_machine

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.models import AuditEvent, OutgoingMail
from staff.duty_codes import HeldDuty
from staff.models import Away, Delegation, DutyHolder
from staff.selectors.duties import team_of
from staff.services.duties import (
    DELEGATION_FIELDS,
    be_back,
    change_delegation,
    end_holder,
    hand_back,
    name_holder,
    say_away,
    tell_of_ends,
)
from tests.factories import TODAY, SchoolFactory, member
from tests.lac.test_pages import sent
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.staff.duty_makers import DAY, handed, team

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/who-holds-what/"


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def people(school):
    return team(school)


def has(school, duty="plans", day=TODAY) -> list[str]:
    """Who has a duty on a day, by name."""
    found = team_of(school, day)
    return [found.name(hand.person) for hand in found.hands(HeldDuty(duty))]


class TestWhoHasIt:
    def test_by_role_the_first_that_anybody_holds(self, school, people):
        assert has(school) == [people["assistant"].name]
        assert has(school, "records") == [people["sendco"].name]  # no SEND administrator here
        assert has(school, "quality") == [people["sendco"].name]  # no phase leader either

    def test_named_goes_before_the_role_from_that_day(self, school, people):
        name_holder(
            school=school, duty="plans", user=people["sendco"], starts_on=TODAY + DAY, by=None
        )
        assert has(school) == [people["assistant"].name]
        assert has(school, day=TODAY + DAY) == [people["sendco"].name]

    def test_the_day_after_the_last_one_the_role_holds_it_again(self, school, people):
        row = name_holder(
            school=school, duty="plans", user=people["sendco"], starts_on=TODAY, by=None
        )
        end_holder(holder=row, ends_on=TODAY + DAY, by=people["head"])
        assert has(school, day=TODAY + DAY) == [people["sendco"].name]
        assert has(school, day=TODAY + 2 * DAY) == [people["assistant"].name]

    def test_nobody_is_named_whose_roles_do_not_allow_it(self, school, people):
        with pytest.raises(TransitionNotAllowed):
            name_holder(
                school=school, duty="plans", user=people["teacher"], starts_on=TODAY, by=None
            )
        assert not DutyHolder.objects.exists()


class TestHandedOver:
    def test_from_the_first_to_the_last_day_and_back_by_itself(self, school, people):
        row = handed(
            school,
            people["assistant"],
            people["sendco"],
            starts_on=TODAY + DAY,
            ends_on=TODAY + 3 * DAY,
        )
        who = {n: has(school, day=TODAY + n * DAY)[0] for n in range(5)}
        taker, giver = people["sendco"].name, people["assistant"].name
        assert who == {0: giver, 1: taker, 2: taker, 3: taker, 4: giver}
        assert row.back_on is None

    def test_handed_back_counts_from_that_day(self, school, people):
        row = handed(school, people["assistant"], people["sendco"])
        hand_back(delegation=row, by=people["sendco"])
        assert has(school) == [people["assistant"].name]
        with pytest.raises(TransitionNotAllowed):
            hand_back(delegation=row, by=people["sendco"])

    def test_both_are_told_at_each_step(self, school, people):
        row = handed(school, people["assistant"], people["sendco"])
        hand_back(delegation=row, by=people["assistant"])
        told = OutgoingMail.objects.filter(kind="duty_handed")
        steps = {(mail.recipient_id, mail.context["step"]) for mail in told}
        pair = (people["assistant"].pk, people["sendco"].pk)
        assert steps == {(pk, step) for pk in pair for step in ("given", "back")}

    def test_that_it_ended_by_itself_is_said_once_the_day_after(self, school, people):
        row = handed(school, people["assistant"], people["sendco"], ends_on=TODAY)
        assert tell_of_ends(school=school, today=TODAY) == 0
        assert tell_of_ends(school=school, today=TODAY + DAY) == 1
        assert tell_of_ends(school=school, today=TODAY + DAY) == 0
        told = OutgoingMail.objects.filter(context__step="ended")
        assert {mail.recipient_id for mail in told} == {row.giver_id, row.taker_id}

    def test_never_to_somebody_whose_roles_do_not_allow_it(self, school, people):
        with pytest.raises(TransitionNotAllowed):
            handed(school, people["assistant"], people["teacher"])

    def test_only_by_somebody_who_holds_it(self, school, people):
        with pytest.raises(TransitionNotAllowed):
            handed(school, people["sendco"], people["head"])

    def test_one_at_a_time(self, school, people):
        handed(school, people["assistant"], people["sendco"])
        with pytest.raises(TransitionNotAllowed):
            handed(school, people["assistant"], people["sendco"])

    def test_pressed_twice(self, school, people):
        key = uuid4()
        handed(school, people["assistant"], people["sendco"], key=key)
        handed(school, people["assistant"], people["sendco"], key=key)
        assert Delegation.objects.count() == 1

    @pytest.mark.parametrize(
        "days",
        [
            {"ends_on": TODAY - DAY},
            {"starts_on": TODAY + 2 * DAY, "ends_on": TODAY + DAY},
            {"ends_on": TODAY + 401 * DAY},
        ],
    )
    def test_days_that_cannot_be(self, school, people, days):
        with pytest.raises(TransitionNotAllowed):
            handed(school, people["assistant"], people["sendco"], **days)

    def test_a_second_editor_sees_both_texts(self, school, people):
        row = handed(school, people["assistant"], people["sendco"], note="First")
        version = version_of(row, DELEGATION_FIELDS)
        facts = {"starts_on": row.starts_on, "ends_on": row.ends_on}
        by = people["sendco"]
        change_delegation(delegation=row, version=version, by=by, note="Second", **facts)
        with pytest.raises(StaleSave):
            change_delegation(delegation=row, version=version, by=by, note="Third", **facts)

    def test_a_refusal_leaves_no_trace(self, school, people):
        before = AuditEvent.objects.count()
        with pytest.raises(TransitionNotAllowed):
            handed(school, people["assistant"], people["teacher"])
        assert AuditEvent.objects.count() == before


class TestAway:
    def away(self, school, user, cover, **more) -> Away:
        facts = {"starts_on": TODAY, "ends_on": TODAY + 4 * DAY, "by": user} | more
        return say_away(school=school, user=user, cover=cover, **facts)

    def test_who_covers_has_it_in_these_days(self, school, people):
        row = self.away(school, people["assistant"], people["sendco"])
        assert has(school) == [people["sendco"].name]
        assert has(school, day=TODAY + 5 * DAY) == [people["assistant"].name]
        be_back(away=row, by=people["assistant"])
        assert has(school) == [people["assistant"].name]

    def test_a_cover_who_may_not_do_it_gets_nothing_more(self, school, people):
        self.away(school, people["assistant"], people["teacher"])
        [hand] = team_of(school, TODAY).hands(HeldDuty.PLANS)
        assert hand.person == people["assistant"].pk
        assert hand.is_uncovered
        page = text_of(client_of(people["head"]).get(URL))
        assert "away, and the cover may not do this" in page

    def test_handed_over_and_the_taker_is_away(self, school, people):
        handed(school, people["assistant"], people["sendco"])
        self.away(school, people["sendco"], people["head"])
        # The head may not edit plans: it stays with the SENDCo, and says so.
        [hand] = team_of(school, TODAY).hands(HeldDuty.PLANS)
        assert (hand.person, hand.is_uncovered) == (people["sendco"].pk, True)

    def test_a_circle_stays_with_the_holder(self, school, people):
        self.away(school, people["assistant"], people["sendco"])
        self.away(school, people["sendco"], people["assistant"])
        assert has(school) == [people["assistant"].name]
        assert has(school, "strategy") == [people["sendco"].name]

    def test_both_are_told_and_no_reason_is_kept(self, school, people):
        row = self.away(school, people["assistant"], people["sendco"])
        told = OutgoingMail.objects.filter(kind="away_covered")
        assert {mail.recipient_id for mail in told} == {row.user_id, row.cover_id}
        assert not {f.name for f in Away._meta.fields} & {"reason", "why", "kind"}


class TestPages:
    def test_handed_over_on_the_page_and_back(self, school, people):
        client = client_of(people["assistant"])
        address = f"{URL}hand-over/?duty=plans"
        form = sent(client.get(address), taker=people["sendco"].pk, ends_on="5 Dec 2026", note="x")
        client.post(address, form), client.post(address, form)
        row = Delegation.objects.get()
        page = text_of(client.get(URL))
        assert f"handed over by {people['assistant'].name} until Sat 5 Dec" in page
        client.post(f"{URL}handed/{row.pk}/back/")
        assert "Ended in the last two weeks: 1" in text_of(client.get(URL))

    def test_the_form_offers_nobody_who_may_not(self, school, people):
        page = client_of(people["assistant"]).get(f"{URL}hand-over/?duty=plans").content.decode()
        assert people["sendco"].name in page
        assert people["teacher"].name not in page

    def test_a_colleagues_duty_only_by_who_keeps_duties(self, school, people):
        teacher = client_of(people["teacher"])
        page = text_of(teacher.get(f"{URL}hand-over/?duty=plans"))
        assert "There is nothing to hand over" in page
        assert teacher.get(f"{URL}hand-over/?duty=cycles").status_code == 200
        assert teacher.get(f"{URL}name/").status_code == 403

    def test_notes_are_for_the_two_and_who_keeps_duties(self, school, people):
        row = handed(school, people["assistant"], people["sendco"], note="The blue folder")
        for name, sees in (("assistant", True), ("head", True), ("teacher", False)):
            client = client_of(people[name])
            assert ("The blue folder" in text_of(client.get(URL))) is sees, name
            status = client.get(f"{URL}handed/{row.pk}/").status_code
            assert status == (200 if sees else 404), name

    def test_nasty_text_is_words(self, school, people):
        handed(school, people["assistant"], people["sendco"], note="<script>x</script>")
        html = client_of(people["head"]).get(URL).content.decode()
        assert "<script>x" not in html

    def test_of_another_school_there_is_nothing(self, school, people):
        other = SchoolFactory(slug="ashfield")
        strangers = team(other)
        row = handed(other, strangers["assistant"], strangers["sendco"])
        client = client_of(people["sendco"])
        assert client.get(f"{URL}handed/{row.pk}/").status_code == 404
        assert client.post(f"{URL}handed/{row.pk}/back/").status_code == 404
        assert strangers["assistant"].name not in text_of(client.get(URL))

    @pytest.mark.parametrize("role", [Role.GOVERNOR, Role.FEDERATION_ADMINISTRATOR])
    def test_not_for_who_works_with_no_child(self, school, role):
        assert client_of(member(school, role)).get(URL).status_code == 403

    def test_the_same_statements_for_3_and_30(self, school, people):
        client = client_of(people["head"])
        client.get(URL)
        few = len(statements(client, URL))
        for n in range(20):
            member(school, Role.CLASS_TEACHER)
            with time_machine.travel(dt.datetime(2026, 11, 23, 9)):
                first = TODAY + (20 + n * 5) * DAY
                handed(
                    school,
                    people["assistant"],
                    people["sendco"],
                    starts_on=first,
                    ends_on=first + DAY,
                )
        assert len(statements(client, URL)) == few
        assert few <= OF_EVERY_REQUEST + 8
