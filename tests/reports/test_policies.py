"""Policies: registered, reviewed, checked, ended; what is sent round and who has read it."""

import pytest

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.deadlines.services import find_changes
from aylsham.models import Deadline
from reports.models import Circular, CircularReader, Policy, PolicyCheck
from reports.policy_codes import Inclusion
from reports.services.policies import (
    POLICY_FIELDS,
    change_policy,
    check_policy,
    close_circular,
    end_policy,
    say_read,
    send_on,
    send_round,
)
from tests.factories import TODAY, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.reports.objective_makers import CIRCULAR, DAY, POLICY, a_circular, a_policy
from tests.school_years import school_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
LIST = "/oakfield/policies/"


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield")
    school_year(school)
    return school


@pytest.fixture
def sendco(school):
    return client_of(member(school, Role.SENDCO))


def sent(record=None, **values) -> dict[str, str]:
    said = {**POLICY, "version": version_of(record, POLICY_FIELDS), **values}
    return {name: str(value) for name, value in said.items()}


def due(school) -> list[Deadline]:
    return list(Deadline.objects.filter(school=school, kind="policy"))


class TestRegister:
    def test_it_is_registered_once_though_pressed_twice(self, school, sendco):
        for _ in range(2):
            page = sendco.post(f"{LIST}add/", sent())
        assert "registered already" in text_of(page)
        assert Policy.objects.count() == 1

    def test_its_review_is_due_and_moves_on(self, school):
        policy = a_policy(school, adopted_on=TODAY - 300 * DAY)
        (row,) = due(school)
        assert (row.due_on, row.title) == (POLICY["review_on"], "Review the policy: SEND policy")
        change_policy(
            policy=policy,
            version=version_of(policy, POLICY_FIELDS),
            by=None,
            adopted_on=TODAY,
            review_on=TODAY + 365 * DAY,
        )
        assert [row.due_on for row in due(school)] == [TODAY + 365 * DAY]
        assert not find_changes(school)
        end_policy(policy=policy, by=None)
        assert due(school) == []

    @pytest.mark.parametrize(
        ("adopted", "review", "is_good"), [(0, 1, True), (0, 0, False), (1, 2, False)]
    )
    def test_days_follow_one_another(self, school, adopted, review, is_good):
        days = {"adopted_on": TODAY + adopted * DAY, "review_on": TODAY + review * DAY}
        if is_good:
            assert a_policy(school, **days)
            return
        with pytest.raises(TransitionNotAllowed):
            a_policy(school, **days)

    @pytest.mark.parametrize(
        ("ahead", "words"),
        [(-1, "Review late"), (0, "due soon"), (28, "due soon"), (29, "In date")],
    )
    def test_its_state_follows_the_day(self, school, sendco, ahead, words):
        a_policy(school, review_on=TODAY + ahead * DAY)
        assert words in text_of(sendco.get(LIST))

    def test_the_second_editor_sees_both(self, school, sendco):
        policy = a_policy(school)
        mine = sent(policy, keeper="Head")
        change_policy(policy=policy, version=mine["version"], by=None, keeper="Bursar")
        page = text_of(sendco.post(f"{LIST}{policy.pk}/change/", mine))
        assert "The record now says: Bursar" in page
        with pytest.raises(StaleSave):
            change_policy(policy=policy, version=mine["version"], by=None)

    def test_what_ended_is_not_changed_and_its_name_is_free(self, school, sendco):
        policy = a_policy(school)
        sendco.post(f"{LIST}{policy.pk}/end/")
        policy.refresh_from_db()
        assert policy.ended_on == TODAY
        with pytest.raises(TransitionNotAllowed):
            check_policy(policy=policy, held_on=TODAY, met=[], words="x", by=None)
        assert a_policy(school)
        assert "No longer holding" in text_of(sendco.get(LIST))

    @pytest.mark.parametrize("role", [Role.GOVERNOR, Role.CLASS_TEACHER])
    def test_others_do_not_open_it(self, school, role):
        policy = a_policy(school)
        client = client_of(member(school, role))
        for url in (LIST, f"{LIST}{policy.pk}/", f"{LIST}sent-round/send/"):
            assert client.get(url).status_code == 403

    def test_the_page_asks_as_few_statements_for_many(self, school, sendco):
        a_policy(school), a_circular(school)
        sendco.get(LIST)
        few = len(statements(sendco, LIST))
        for number in range(5):
            policy = a_policy(school, name=f"Policy {number}")
            check_policy(policy=policy, held_on=TODAY, met=[], words="All.", by=None)
        assert len(statements(sendco, LIST)) == few
        assert few - OF_EVERY_REQUEST <= 4


class TestChecks:
    def test_what_lacks_needs_an_answer(self, school, sendco):
        policy = a_policy(school)
        url = f"{LIST}{policy.pk}/check/"
        said = {"held_on": TODAY.isoformat(), "met": ["take", "plain"], "words": ""}
        assert "Say what is done" in text_of(sendco.post(url, said))
        sendco.post(url, said | {"words": "Ask families in spring"})
        assert Inclusion.ASKED.label in text_of(sendco.get(f"{LIST}{policy.pk}/"))
        assert "To improve 4" in text_of(sendco.get(LIST))
        assert "recorded already" in text_of(sendco.post(url, said | {"words": "Again"}))

    def test_all_ticked_needs_no_words(self, school, sendco):
        policy = a_policy(school)
        said = {"held_on": TODAY.isoformat(), "met": Inclusion.values, "words": ""}
        assert sendco.post(f"{LIST}{policy.pk}/check/", said).status_code == 302
        assert "Includes everybody" in text_of(sendco.get(LIST))
        assert PolicyCheck.objects.count() == 1

    def test_a_new_text_has_not_been_checked(self, school, sendco):
        policy = a_policy(school, adopted_on=TODAY)
        check_policy(policy=policy, held_on=TODAY - DAY, met=Inclusion.values, words="", by=None)
        assert "Checked before the new text" in text_of(sendco.get(LIST))
        with pytest.raises(TransitionNotAllowed):
            check_policy(policy=policy, held_on=TODAY + DAY, met=[], words="x", by=None)


class TestSentRound:
    def test_those_of_the_roles_are_asked_and_say_that_they_read_it(self, school, sendco):
        teacher, lsa = member(school, Role.CLASS_TEACHER), member(school, Role.LSA)
        form = {**CIRCULAR, "read_by": str(CIRCULAR["read_by"]), "policy": "", "web_address": ""}
        for _ in range(2):
            page = sendco.post(f"{LIST}sent-round/send/", form)
        assert "went round already" in text_of(page)
        circular = Circular.objects.get()
        url = f"{LIST}sent-round/{circular.pk}/"
        reader, other = client_of(teacher), client_of(lsa)
        assert "Read what was sent round" in text_of(reader.get("/oakfield/asks/"))
        assert circular.words in text_of(reader.get(url))
        assert other.get(url).status_code == 404
        assert other.post(url).status_code == 404
        for _ in range(2):
            assert reader.post(url).status_code == 302
        assert CircularReader.objects.get().read_on == TODAY
        assert "Read what was sent round" not in text_of(reader.get("/oakfield/asks/"))
        assert "1 of 1" in text_of(sendco.get(LIST))
        assert reader.get(f"{url}readers/").status_code == 403

    def test_whoever_comes_later_is_asked_when_it_is_sent_on(self, school, sendco):
        circular = a_circular(school)
        with pytest.raises(TransitionNotAllowed, match="Nobody has come"):
            send_on(circular=circular, by=None)
        late = member(school, Role.CLASS_TEACHER)
        url = f"{LIST}sent-round/{circular.pk}/"
        assert late.name in text_of(sendco.get(f"{url}readers/"))
        sendco.post(f"{url}send-on/")
        assert CircularReader.objects.filter(user=late).exists()

    def test_whoever_sends_it_is_not_asked(self, school):
        by = member(school, Role.SENDCO)
        with pytest.raises(TransitionNotAllowed, match="Nobody else"):
            send_round(school=school, by=by, **(CIRCULAR | {"roles": [Role.SENDCO.value]}))

    def test_it_is_read_from_today_on(self, school):
        a_circular(school, read_by=TODAY)
        with pytest.raises(TransitionNotAllowed, match="past"):
            a_circular(school, title="Other", read_by=TODAY - DAY)

    def test_once_closed_nobody_is_asked(self, school, sendco):
        circular = a_circular(school)
        reader = CircularReader.objects.get()
        sendco.post(f"{LIST}sent-round/{circular.pk}/close/")
        asks = text_of(client_of(reader.user).get("/oakfield/asks/"))
        assert "Read what was sent round" not in asks
        with pytest.raises(TransitionNotAllowed):
            close_circular(circular=circular, by=None)
        assert say_read(reader=reader, by=reader.user).read_on == TODAY

    def test_another_schools_rows_are_not_found(self, school, sendco):
        other = SchoolFactory(federation=school.federation)
        policy, circular = a_policy(other), a_circular(other)
        for path in (f"{policy.pk}/", f"{policy.pk}/change/", f"sent-round/{circular.pk}/"):
            assert sendco.get(f"{LIST}{path}").status_code == 404
        page = sendco.get(f"{LIST}sent-round/send/?policy={policy.pk}")
        assert page.status_code == 200 and policy.name not in text_of(page)

    def test_a_policy_fills_the_form(self, school, sendco):
        policy = a_policy(school)
        page = sendco.get(f"{LIST}sent-round/send/?policy={policy.pk}").content.decode()
        assert 'value="SEND policy"' in page
        assert sendco.get(f"{LIST}sent-round/send/?policy=nonsense").status_code == 200
