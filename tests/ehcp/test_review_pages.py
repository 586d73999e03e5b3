"""The pages of one review: who may, what they say, forms by hand, equal for 3 and 30 people."""

import datetime as dt
import re

import pytest
from django.test import Client

from aylsham.access.roles import Role
from ehcp.models import AnnualReview, ReviewInvitee, ReviewMeeting, ReviewNote
from ehcp.review_codes import LawRole
from ehcp.services.meetings import record_report_sent
from ehcp.services.review_attendance import hold_with
from pupils.models import Meeting, Voice
from pupils.services.meetings.inviting import Guest, new_link
from tests.ehcp.makers import make_plan, planned
from tests.ehcp.review_makers import (
    everybody,
    invited,
    of_parent,
    outside,
    parent_of,
    person,
    set_up,
)
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.pages import client_of, statements, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = dt.timedelta(days=1)


@pytest.fixture
def school():
    return SchoolFactory(slug="oakfield")


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def client(by):
    return client_of(by)


@pytest.fixture
def pupil(school):
    group = ClassGroupFactory(school=school)
    return PupilFactory(school=school, class_group=group, last_name="Quillon")


@pytest.fixture
def review(pupil, school):
    return planned(make_plan("2026-02-01", school=school, pupil=pupil), "2027-01-20")


@pytest.fixture
def url(review):
    return f"/oakfield/reviews/{review.pk}/"


def test_a_day_that_is_set_leads_to_its_tasks(client, school, pupil):
    plan = make_plan("2026-02-01", school=school, pupil=pupil)
    answer = client.post(
        f"/oakfield/plans/{plan.pk}/meeting/", {"meeting_on": "20 Jan 2027", "kind": "annual"}
    )
    review = AnnualReview.objects.get(plan=plan)
    assert answer["Location"] == f"/oakfield/reviews/{review.pk}/"
    said = text_of(client.get(answer["Location"]))
    for words in ("Invite everybody whom the law names", "Wed 6 Jan 2027", "Wed 3 Feb 2027"):
        assert words in said


def test_the_way_from_nothing_to_everybody_invited(client, url, review):
    parent = parent_of(review.plan.pupil)
    empty = text_of(client.get(url))
    assert "Nobody is invited yet" in empty
    form = client.get(f"{url}set-up/").context["form"]
    facts = {"key": form.initial["key"], "starts_at": "9.30", "length": "60", "place": "Hall"}
    client.post(f"{url}set-up/", facts | {"chair": form.initial["chair"]})
    page = client.get(f"{url}invite/").context["form"]
    by_role = {row.suggested.role: row for row in page.rows[:-2]}
    assert by_role[LawRole.PARENT].suggested.name == "Mia Reed"
    assert {LawRole.COUNCIL, LawRole.HEALTH, LawRole.CARE} <= set(by_role)
    data = {"asks_views": "on", "views_on": "30 Dec 2026", "invited_on": "23 Nov 2026"}
    for row in page.rows:
        told, name = row.suggested, row.prefix
        data |= {f"{name}-who": told.who, f"{name}-role": told.role, f"{name}-route": "letter"}
        if told.who == f"contact:{parent.pk}":
            data |= {f"{name}-chosen": "on", f"{name}-route": "email"}
        elif told.role in (LawRole.COUNCIL, LawRole.HEALTH, LawRole.CARE):
            data |= {f"{name}-chosen": "on", f"{name}-name": f"Olu {told.role}"}
    answer = client.post(f"{url}invite/", data)
    assert answer.status_code == 302, answer.context["form"].errors
    review.refresh_from_db()
    assert review.invited_on == TODAY
    said = text_of(client.get(url))
    assert "Everybody whom the law names is invited" in said
    assert "Olu health" in said


def test_a_ticked_row_without_a_name_says_so(client, url, review, by):
    set_up(review, by)
    page = client.get(f"{url}invite/").context["form"]
    last = page.rows[-1].prefix
    data = {"views_on": "30 Dec 2026", "invited_on": "23 Nov 2026"}
    for row in page.rows:
        data |= {f"{row.prefix}-role": row.suggested.role, f"{row.prefix}-route": "letter"}
    bad = client.post(f"{url}invite/", data | {f"{last}-chosen": "on"})
    assert "Write the name" in bad.content.decode()
    mail = {f"{last}-chosen": "on", f"{last}-name": "Olu", f"{last}-route": "email"}
    bad = client.post(f"{url}invite/", data | mail)
    assert "Write the e-mail address, or choose another way" in bad.content.decode()
    none = client.post(f"{url}invite/", data)
    assert "Tick at least one person" in none.content.decode()


def test_without_time_and_place_nobody_is_invited(client, url):
    assert client.get(f"{url}invite/")["Location"] == f"{url}set-up/"
    assert client.get(f"{url}meeting/")["Location"] == f"{url}set-up/"


def test_answers_advice_and_telling(client, url, review, by):
    row = everybody(set_up(review, by), by)
    one = f"/oakfield/reviews/invited/{person(row, 'Olu Grant').pk}/"
    client.post(f"{one}answer/", {"answer": "report", "note": "By video next time"})
    client.post(f"{one}received/", {"received_on": "23 Nov 2026"})
    client.post(f"{one}told/", {"route": "phone", "invited_on": "20 Nov 2026"})
    said = text_of(client.get(url))
    assert "Report instead" in said
    assert "By video next time" in said
    kept = person(row, "Olu Grant")
    assert (kept.route, kept.invited_on) == ("phone", TODAY - 3 * DAY)
    client.post(f"{one}remove/")
    assert "Still to be invited by law" in text_of(client.get(url))


def test_a_colleague_who_was_asked_writes_advice(client, url, review, by, school, pupil):
    teacher = teacher_of(pupil.class_group)
    row = set_up(review, by)
    invitation = outside("x", LawRole.OTHER)
    asked = Guest(user=teacher, role="Class teacher", asks_views=True)
    invited(row, by, type(invitation)(asked, LawRole.OTHER, invitation.route))
    mine = ReviewInvitee.objects.get(guest__user=teacher)
    own = client_of(teacher)
    assert (
        f"/oakfield/reviews/invited/{mine.pk}/advice/"
        in own.get("/oakfield/asks/").content.decode()
    )
    address = f"/oakfield/reviews/invited/{mine.pk}/advice/"
    assert own.get(address).status_code == 200
    assert own.post(address, {"seen": "He reads to others."}).status_code == 302
    assert Voice.objects.get(school=school).answers[0]["answer"] == "He reads to others."
    mine.refresh_from_db()
    assert mine.advice_received_on == TODAY
    assert client.get(address).status_code == 404


class TestMeetingMode:
    @pytest.fixture
    def review(self, pupil, school):
        return planned(make_plan("2026-02-01", school=school, pupil=pupil), TODAY.isoformat())

    def boxes(self, client, url) -> dict:
        form = client.get(f"{url}meeting/").context["form"]
        return {name: form[name].value() or "" for name in form.fields if "sensitive" not in name}

    def test_kept_as_one_types_and_saved_by_hand(self, client, url, review, by):
        set_up(review, by)
        data = self.boxes(client, url) | {"text-sF": "Three hours"}
        assert client.post(f"{url}meeting/draft/", data).status_code == 204
        assert ReviewNote.objects.get().text == "Three hours"
        first = data["begun"].split()[0]
        data |= {f"whose-d{first}": "Mia Reed", f"text-d{first}": "A base"}
        assert client.post(f"{url}meeting/draft/", data).status_code == 204
        assert client.post(f"{url}meeting/", data).status_code == 302
        assert ReviewNote.objects.filter(kind="difference").count() == 1

    def test_a_second_editor_sees_both_texts(self, client, url, review, by, school):
        set_up(review, by)
        mine, theirs = self.boxes(client, url), self.boxes(client, url)
        client.post(f"{url}meeting/", mine | {"text-sF": "Three hours"})
        late = theirs | {"text-sF": "Four hours", "text-sI": "A base"}
        assert client.post(f"{url}meeting/draft/", late).status_code == 409
        page = client.post(f"{url}meeting/", late)
        assert "It now says" in page.content.decode()
        assert ReviewNote.objects.get(section="F").text == "Three hours"
        assert ReviewNote.objects.get(section="I").text == "A base"

    def test_an_action_is_agreed_with_the_same_press(self, client, url, review, by):
        set_up(review, by)
        data = self.boxes(client, url)
        action = {"action-what": "Ring the base", "action-due_on": "4 Dec 2026"}
        bad = client.post(f"{url}meeting/", data | action)
        assert bad.status_code == 200
        action |= {"action-owner_choice": str(by.pk), "action-key": data["sitting"]}
        assert client.post(f"{url}meeting/", data | action).status_code == 302
        assert "Ring the base" in text_of(client.get(f"{url}meeting/"))

    def test_who_came_then_the_recommendation(self, client, url, review, by):
        row = everybody(set_up(review, by), by)
        form = client.get(f"{url}came/").context["form"]
        version = form.initial["version"]
        facts = {"meeting_on": "23 Nov 2026", "kind": "annual", "version": version}
        came = client.post(f"{url}came/", facts | {"came": [str(person(row, "Mia Reed").pk)]})
        assert came["Location"] == f"{url}meeting/"
        assert (
            "Choose one"
            in client.post(f"{url}meeting/finish/", {"recommendation": ""}).content.decode()
        )
        client.post(f"{url}meeting/finish/", {"recommendation": "amend"})
        assert ReviewMeeting.objects.get().recommendation == "amend"
        assert "The meeting recommends: amend the plan" in text_of(client.get(url))

    def test_after_the_report_the_desk_shows_what_was_sent(self, client, url, review, by):
        row = everybody(set_up(review, by), by)
        held = hold_with(
            meeting=row, meeting_on=TODAY, came=set(), kind="annual", version=None, by=by
        )
        record_report_sent(review=held, report_sent_on=TODAY, by=by)
        assert client.get(f"{url}meeting/")["Location"] == f"{url}#said"

    def test_nasty_words_are_shown_as_words(self, client, url, review, by):
        set_up(review, by)
        nasty = "<script>alert(1)</script>"
        client.post(f"{url}meeting/", self.boxes(client, url) | {"text-sF": nasty})
        assert nasty not in client.get(url).content.decode()


def test_a_planned_meeting_is_recorded_as_held_by_its_own_form(client, school, pupil):
    plain = planned(make_plan("2026-02-01", school=school, pupil=pupil), TODAY.isoformat())
    page = f"/oakfield/reviews/{plain.pk}/held/"
    version = client.get(page).context["form"].initial["version"]
    facts = {"meeting_on": "20 Nov 2026", "kind": "annual", "version": version}
    assert client.post(page, facts).status_code == 302
    plain.refresh_from_db()
    assert (plain.is_held, plain.meeting_on) == (True, TODAY - 3 * DAY)
    other = planned(make_plan("2026-02-01", school=school), TODAY.isoformat())
    stale = f"/oakfield/reviews/{other.pk}/held/"
    assert (
        "Somebody else changed this"
        in client.post(stale, facts | {"version": "of before"}).content.decode()
    )


def test_the_meeting_on_the_childs_page_leads_to_the_review(client, url, review, by, pupil):
    row = set_up(review, by)
    own = f"/oakfield/children/{pupil.pk}/meetings/{row.meeting_id}/"
    page = client.get(own).content.decode()
    assert f'href="{url}"' in page
    assert f"{own}change/" not in page
    refused = client.post(f"{own}off/", {"why": "no"})
    assert "the annual review" in refused.content.decode()
    assert Meeting.objects.get(pk=row.meeting_id).state == "planned"


def test_an_invited_person_reads_what_it_is_and_no_name(review, by, pupil):
    row = set_up(review, by)
    invited(row, by, of_parent(parent_of(pupil)))
    secret = new_link(person(row, "Mia Reed").guest, row.meeting)
    page = Client().get(f"/contribute/meeting/{secret}/").content.decode()
    assert "yearly review of an education, health and care plan" in page
    assert "Quillon" not in page


class TestWho:
    @pytest.mark.parametrize(
        ("role", "status"),
        [(Role.SEND_ADMINISTRATOR, 200), (Role.PHASE_LEADER, 200), (Role.CLASS_TEACHER, 403)],
    )
    def test_reading(self, url, review, by, school, role, status):
        everybody(set_up(review, by), by)
        reader = client_of(member(school, role))
        page = reader.get(url)
        assert page.status_code == status
        if status == 200:
            assert "/invite/" not in page.content.decode()
            assert reader.post(f"{url}invite/").status_code == 403

    def test_another_school_knows_of_none(self, url, review):
        stranger = client_of(member(SchoolFactory(slug="elm")))
        assert stranger.get(url.replace("oakfield", "elm")).status_code == 404
        assert stranger.get(url).status_code == 404


def test_the_same_statements_for_three_and_for_thirty(client, url, review, by):
    row = everybody(set_up(review, by), by)
    few = len(statements(client, url))
    invited(row, by, *(outside(f"Person {n}", LawRole.OTHER) for n in range(30)))
    assert len(statements(client, url)) == few
    meeting = len(statements(client, f"{url}meeting/"))
    assert meeting < 40
    assert re.search("Person 29", client.get(url).content.decode())
