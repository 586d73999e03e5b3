"""The pages of a morning and of what was delivered: who may, what they show, how dear they are."""

import datetime as dt
from uuid import uuid4

import pytest

from aylsham.access.permissions import Permission
from aylsham.access.roles import ROLES, Role
from aylsham.mail.compose import compose
from aylsham.models import Closure, OutgoingMail
from provision.models import Provision
from provision.rules.delivery import Came
from provision.rules.standing_marks import SessionAt
from provision.services.promises import add_promise
from provision.services.sessions import MarkFacts, log_session
from staff.models import Absence, PlanDemand, Swap
from staff.planning.codes import RANKS
from staff.services.cover import NOT_GIVEN, accept_best, decide, tell
from tests.factories import SchoolFactory, member
from tests.pages import client_of, statements, text_of
from tests.staff.away7_makers import MONDAY, Morning, again, morning, out, session
from tests.staff.week_makers import needed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
URL = "/oakfield/away/"
DELIVERED = "/oakfield/delivered/"
ISO = MONDAY.isoformat()


@pytest.fixture
def at() -> Morning:
    return morning(school=SchoolFactory(slug="oakfield"))


@pytest.fixture
def page(at):
    return client_of(at.sendco)


def press(client, path: str, **facts):
    return client.post(f"{URL}{path}", {"day": ISO, **facts}, follow=True)


class TestMorning:
    def test_three_presses_from_the_page_to_a_plan_that_is_told(self, at, page):
        session(at, at.child(0))
        assert "Adult 0" in text_of(page.get(URL))
        told = text_of(press(page, "tap/", member=at.adult(0).pk, key=uuid4()))
        assert "1 session to decide" in told and "1 owed by law" in told
        assert "Section F of an EHC plan" in told and "Adult 1" in told and "Adult 2" in told
        assert "Nothing is left to decide" in text_of(press(page, "best/"))
        assert "1 person has an e-mail" in text_of(press(page, "tell/"))

    def test_one_form_has_a_key_but_two_people_are_two(self, at, page):
        key = uuid4()
        for number in (0, 1, 1):
            press(page, "tap/", member=at.adult(number).pk, key=key)
        assert Absence.objects.count() == 2

    def test_one_by_one_and_undone(self, at, page):
        row = session(at, at.child(0))
        out(at.adult(0))
        press(page, "decide/", session=row.pk, choice=at.adult(1).pk)
        assert "Adult 1 instead of Adult 0" in text_of(page.get(URL))
        press(page, f"swaps/{Swap.objects.get().pk}/undo/")
        assert "1 session to decide" in text_of(page.get(URL))

    def test_nobody_says_what_will_be_owed(self, at, page):
        row = session(at, at.child(0), at.child(1))
        out(at.adult(0))
        assert "30 minutes will be owed to each of 2 children" in text_of(page.get(URL))
        told = text_of(press(page, "decide/", session=row.pk, choice=NOT_GIVEN))
        assert "Not given: Adult 0 is out" in told

    def test_a_choice_that_is_gone_is_refused_in_words(self, at, page):
        row = session(at, at.child(0))
        out(at.adult(0))
        out(at.adult(1))
        told = text_of(press(page, "decide/", session=row.pk, choice=at.adult(1).pk))
        assert "can no longer be chosen" in told and not Swap.objects.exists()

    def test_the_message_names_no_child(self, at, page):
        session(at, at.child(0))
        out(at.adult(0))
        accept_best(school=at.school, day=MONDAY, by=at.sendco)
        text = page.get(URL).context["page"].message
        assert "Adult 0 is out all day" in text and "for Adult 0" in text
        assert at.child(0).first_name not in text and "Speech" not in text

    def test_a_closed_day(self, at, page):
        session(at, at.child(0))
        Closure.objects.create(school=at.school, starts_on=MONDAY, ends_on=MONDAY, kind="closure")
        out(at.adult(0))
        assert "No school on this day" in text_of(page.get(URL))

    def test_for_longer_and_back_earlier(self, at, page):
        facts = {"member": at.adult(0).pk, "starts_on": ISO, "ends_on": "2026-11-25"}
        page.post(f"{URL}add/", {**facts, "starts_at": "10:30", "key": uuid4()})
        assert "from 10:30, until Wed 25 Nov" in text_of(page.get(URL))
        absence = Absence.objects.get()
        form = page.get(f"{URL}{absence.pk}/").context["form"]
        facts = {
            "starts_on": ISO,
            "ends_on": ISO,
            "ends_at": "12:00",
            "version": form["version"].value(),
        }
        page.post(f"{URL}{absence.pk}/", facts)
        assert "until 12:00" in text_of(page.get(URL))
        stale = page.post(f"{URL}{absence.pk}/", facts | {"ends_at": "13:00"})
        assert "Somebody changed this meanwhile" in text_of(stale)

    def test_times_that_cannot_be(self, at, page):
        facts = {"member": at.adult(0).pk, "starts_on": ISO, "ends_on": ISO, "key": uuid4()}
        told = page.post(f"{URL}add/", facts | {"starts_at": "11:00", "ends_at": "10:00"})
        assert "back before they leave" in text_of(told)

    def test_nasty_text_is_text(self, at, page):
        at.adult(0).name = "<b>Bo</b> & “Q”"
        at.adult(0).save()
        out(at.adult(0))
        assert b"&lt;b&gt;Bo&lt;/b&gt; &amp;" in page.get(URL).content


class TestWhoMay:
    @pytest.mark.parametrize(
        ("role", "reads", "decides"),
        [
            (Role.SENDCO, True, True),
            (Role.HEAD, True, True),
            (Role.PHASE_LEADER, True, False),
            (Role.CLASS_TEACHER, False, False),
            (Role.LSA, False, False),
            (Role.GOVERNOR, False, False),
            (Role.OFFICE, False, False),
        ],
    )
    def test_roles(self, at, role, reads, decides):
        client = client_of(member(at.school, role))
        assert (client.get(URL).status_code == 200) is reads
        assert (client.get(DELIVERED).status_code == 200) is reads
        assert (client.get(f"{URL}add/").status_code == 200) is decides
        assert (client.post(f"{URL}best/", {"day": ISO}).status_code == 302) is decides

    def test_who_reads_alone_has_no_buttons(self, at):
        session(at, at.child(0))
        out(at.adult(0))
        leader = member(at.school, Role.PHASE_LEADER, year_groups=["6"])
        html = client_of(leader).get(URL).content.decode()
        assert "Adult 0" in html and "/away/best/" not in html and "/away/decide/" not in html
        assert at.child(0).first_name not in html  # not of their year groups

    def test_another_schools_rows_are_not_there(self, at, page):
        other = morning(school=SchoolFactory(slug="elsewhere"))
        absence = out(other.adult(0))
        for path in (f"{absence.pk}/back/", "tap/"):
            sent = {"day": ISO, "member": other.adult(1).pk, "key": uuid4()}
            assert page.post(f"{URL}{path}", sent).status_code == 404
        assert page.get("/elsewhere/away/").status_code == 404


class TestOwnPage:
    def test_i_am_out_without_a_reason(self, at):
        mine = client_of(at.adult(0).user)
        html = mine.get(f"{URL}mine/").content.decode()
        assert "reason" not in [field.name for field in mine.get(f"{URL}mine/").context["form"]]
        assert "I’m out today" in html
        sent = {"day": ISO, "key": uuid4()}
        told = text_of(mine.post(f"{URL}mine/", sent, follow=True))
        mine.post(f"{URL}mine/", sent)
        assert "The SENDCo is told" in told and Absence.objects.count() == 1
        assert "own word" in text_of(client_of(at.sendco).get(URL))

    def test_what_is_different_for_me(self, at):
        row = session(at, at.child(0))
        out(at.adult(0))
        decide(
            school=at.school, day=MONDAY, session=row.pk, choice=str(at.adult(1).pk), by=at.sendco
        )
        mine = client_of(at.adult(1).user)
        assert "Adult 1 instead of Adult 0" in text_of(mine.get(f"{URL}mine/"))
        assert "as planned" in text_of(client_of(at.adult(2).user).get(f"{URL}mine/"))

    def test_whoever_is_not_in_the_list(self, at):
        client = client_of(member(at.school, Role.CLASS_TEACHER))
        assert "not in the list of staff" in text_of(client.get(f"{URL}mine/"))
        sent = {"day": ISO, "key": uuid4()}
        assert client.post(f"{URL}mine/", sent).status_code == 404


def test_mails_carry_no_name(at):
    session(at, at.child(0), name="Marker quokka")
    out(at.adult(0), by=at.adult(0).user)
    accept_best(school=at.school, day=MONDAY, by=at.sendco)
    tell(school=at.school, day=MONDAY, by=at.sendco)
    mails = [compose(mail) for mail in OutgoingMail.objects.all()]
    assert {mail.subject.partition(" at ")[0] for mail in mails} >= {"Somebody is out"}
    assert len(mails) == 2
    for mail in mails:
        text = mail.subject + mail.body
        names = ("quokka", at.child(0).first_name, at.child(0).last_name, "Adult")
        assert not [name for name in names if name in text]


def test_as_many_statements_for_three_sessions_as_for_thirty():
    counts = []
    for number in (3, 30):
        at = morning(adults=4, children=number, school=SchoolFactory(slug=f"s{number}"))
        for child in range(number):
            session(at, at.child(child), adult=0, starts=540 + 10 * child, minutes=10)
        out(at.adult(0))
        client = client_of(at.sendco)
        pages = (f"/s{number}/away/", f"/s{number}/delivered/", f"/s{number}/away/term/")
        counts.append([len(statements(client, url)) for url in pages])
    assert counts[0] == counts[1]


class TestDelivered:
    @pytest.fixture
    def logged(self, at):
        """Section F twice: once had, once covered and had; a plan's once, not given."""
        first = session(at, at.child(0), at.child(1))
        second = again(at, first.demand, on=1)
        third = session(at, at.child(2), starts=600, rank="plan", name="Reading")
        out(at.adult(0))
        decide(
            school=at.school, day=MONDAY, session=first.pk, choice=str(at.adult(1).pk), by=at.sendco
        )
        decide(school=at.school, day=MONDAY, session=third.pk, choice=NOT_GIVEN, by=at.sendco)
        marks = [MarkFacts(at.child(n), Came.HAD) for n in (0, 1)]
        log_session(
            provision=first.demand.provision, at=SessionAt(MONDAY), marks=marks, by=at.sendco
        )
        return first, second, third

    def test_by_weight_and_by_adult(self, page, logged):
        shown = page.get(DELIVERED).context["page"]
        assert [(r.rank, r.sums.planned, r.sums.delivered, r.sums.lost) for r in shown.ranks] == [
            ("section_f", 30, 30, 0),
            ("plan", 30, 0, 30),
        ]
        rows = {line.member.name: line.minutes for line in shown.adults}
        assert (rows["Adult 0"].planned, rows["Adult 0"].out) == (60, 60)
        assert (rows["Adult 1"].delivered, rows["Adult 1"].stood_in) == (30, 30)

    def test_what_suffered_names_no_adult(self, page, logged):
        told = text_of(page.get(f"{URL}term/"))
        assert "Reading" in told and "1 h fell, 30 min of it covered" in told
        assert "Adult" not in told.partition("What suffered while")[2]

    def test_one_week_and_one_before(self, page, logged):
        assert page.get(f"{DELIVERED}?week={ISO}").context["page"].total.planned == 60
        before = (MONDAY - dt.timedelta(days=7)).isoformat()
        assert page.get(f"{DELIVERED}?week={before}").context["page"].total.planned == 0
        assert page.get(f"{DELIVERED}?week=nonsense").status_code == 200

    def test_own_line_alone(self, at, logged):
        mine = client_of(at.adult(1).user).get(f"{DELIVERED}mine/")
        assert [line.member.name for line in mine.context["page"].adults] == ["Adult 1"]

    def test_the_workbook_names_no_adult_and_no_child(self, at, page, logged):
        from io import BytesIO

        from openpyxl import load_workbook

        data = page.get(f"{DELIVERED}export/").content
        cells = [c.value for r in load_workbook(BytesIO(data)).active.iter_rows() for c in r]
        assert "Reading" in cells and "Speech work" in cells
        assert not [c for c in cells if str(c).startswith("Adult") or c == at.child(0).first_name]

    def test_lunch_took_place_unless_its_adult_was_out(self, at, page):
        need = needed(at.school)
        demand = PlanDemand.objects.create(
            school=at.school, plan=at.plan, need=need, rank="duty", sessions=2, minutes=30
        )
        again(at, demand, adult=0, starts=12 * 60)
        shown = page.get(DELIVERED).context["page"]
        assert [(r.sums.planned, r.sums.delivered) for r in shown.ranks] == [(30, 30)]
        out(at.adult(0))
        shown = page.get(DELIVERED).context["page"]
        assert [(r.sums.planned, r.sums.delivered) for r in shown.ranks] == [(30, 0)]

    def test_what_nobody_can_log_says_whose_it_is_and_leads_to_provision(self, at, page):
        facts = {"text": "Speech help", "source": "ehcp", "weight": "council"}
        shape = {"sessions_a_week": 3, "minutes": 30, "starts_on": MONDAY}
        promise = add_promise(pupil=at.child(0), by=None, **facts, **shape)
        demand = PlanDemand.objects.create(
            school=at.school, plan=at.plan, promise=promise, rank="section_f", sessions=3,
            minutes=30,
        )  # fmt: skip
        again(at, demand)
        html = page.get(DELIVERED).content.decode()
        assert at.child(0).full_name in html
        assert f"/oakfield/provision/add/?pupil={at.child(0).pk}&amp;promise={promise.pk}" in html
        deputy = client_of(member(at.school, Role.DEPUTY)).get(DELIVERED).content.decode()
        assert ("provision/add/" in deputy) == (
            Permission.EDIT_PROVISION in ROLES[Role.DEPUTY].permissions
        )

    def test_what_has_ended_is_no_longer_planned_and_does_not_fall(self, at, page):
        row = session(at, at.child(0), name="Ended work")
        provision = row.demand.provision
        Provision.objects.filter(pk=provision.pk).update(
            starts_on=MONDAY - dt.timedelta(days=14), ends_on=MONDAY - dt.timedelta(days=3)
        )
        assert page.get(DELIVERED).context["page"].total.planned == 0
        out(at.adult(0))
        assert "Ended work" not in text_of(page.get(URL))

    def test_a_confidential_session_tells_neither_its_name_nor_its_child(self, at):
        row = session(at, at.child(0), name="Bereavement talk", is_confidential=True)
        out(row.member)
        reader = client_of(member(at.school, Role.ASSISTANT_SENDCO))
        for url in (URL, DELIVERED):
            told = reader.get(url).content.decode()
            assert "Bereavement talk" not in told
            assert at.child(0).last_name not in told

    def test_a_need_of_a_child_out_of_reach_is_told_by_its_kind(self, at):
        child = at.child(0)
        other = next(y for y in at.school.year_groups if y != child.year_group)
        need = needed(at.school, f"Care of {child.first_name}", kind="care", pupil=child)
        demand = PlanDemand.objects.create(
            school=at.school, plan=at.plan, need=need, rank="statutory", sessions=1, minutes=30
        )
        out(again(at, demand).member)
        leader = client_of(member(at.school, Role.PHASE_LEADER, year_groups=[other]))
        told = leader.get(URL).content.decode()
        assert "Intimate care" in told
        assert f"Care of {child.first_name}" not in told

    def test_too_few_to_say(self, page, logged):
        assert page.get(DELIVERED).context["page"].quality.trained is None

    def test_governors_see_no_small_group_and_no_total_beside_it(self, at, logged):
        client = client_of(member(at.school, Role.GOVERNOR))
        shown = client.get(f"{DELIVERED}governors/")
        assert [line.sums for line in shown.context["page"].lines] == [None] * len(RANKS)
        assert shown.context["page"].total is None
        html = shown.content.decode()
        assert "Too few to show" in html and "Adult" not in html and "Reading" not in html
