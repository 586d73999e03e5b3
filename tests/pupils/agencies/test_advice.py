"""Recommendations: written down, decided with a reason, one entry among what helps, looked at again."""

import datetime as dt

import pytest

from aylsham.access.roles import Role
from aylsham.audit.codes import Action
from aylsham.changes import StaleSave, TransitionNotAllowed
from aylsham.models import AuditEvent, Deadline
from pupils.forms.advice import RecommendationsForm
from pupils.models import Recommendation, Strategy
from pupils.services.advice import (
    HelpsAs,
    decide_again,
    decline_advice,
    follow_advice,
    review_advice,
    write_recommendations,
)
from pupils.services.documents.binning import bin_document, restore_document
from pupils.services.documents.misfiled import BreachNote, move_document
from pupils.services.referrals.following import receive_report
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.agencies.makers import advised, open_page, report_on, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
LATER = TODAY + dt.timedelta(days=30)
TEXT = "Show a picture with each instruction"


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


@pytest.fixture
def advice(child):
    return advised(child, TEXT, "Review in six months")[0]


def follow(row, by, **more):
    facts = {"owner": by, "review_on": LATER, "helps": HelpsAs()} | more
    return follow_advice(recommendation=row, version=open_page(row), by=by, **facts)


def due() -> list:
    rows = Deadline.objects.filter(kind="advice").order_by("due_on", "title")
    return list(rows.values_list("title", "due_on", "permission"))


class TestWriting:
    def test_one_on_each_line_without_bullets_and_numbers(self):
        form = RecommendationsForm(
            {"texts": "1. Sit in front\n\n • Use 2 pictures\n2) Ask\n3 times"}
        )
        assert form.is_valid()
        assert form.lines == ["Sit in front", "Use 2 pictures", "Ask", "3 times"]

    def test_each_once_and_due_in_three_weeks(self, child, sendco):
        document = report_on(child)
        for _ in range(2):
            write_recommendations(document=document, texts=["A", "B", "A", " "], by=sendco)
        assert list(Recommendation.objects.values_list("place", "text")) == [(1, "A"), (2, "B")]
        title = "Decide on a professional's recommendation"
        assert due() == [(title, TODAY + dt.timedelta(days=21), "view_referrals")] * 2

    def test_a_sensitive_report_is_due_for_few(self, child):
        advised(child, "A", kind="mental")
        assert [permission for *_, permission in due()] == ["view_sensitive"]


class TestDeciding:
    def test_adopted_it_is_one_strategy_linked_both_ways(self, advice, sendco):
        row = follow(advice, sendco)
        strategy = Strategy.objects.get()
        assert (strategy.text, strategy.tier) == (TEXT, "T")
        assert row.strategy == strategy and strategy.recommendations.get() == row
        assert row.state == "adopted" and row.decided_on == TODAY
        assert ("Look at a professional's recommendation again", LATER, "view_referrals") in due()

    def test_adapted_the_strategy_has_our_words(self, advice, sendco):
        row = follow(advice, sendco, words="Pictures on the desk")
        assert row.state == "adapted"
        assert Strategy.objects.get().text == "Pictures on the desk"

    def test_something_to_be_done_is_no_strategy(self, advice, sendco):
        assert follow(advice, sendco, helps=None).state == "adopted"
        assert not Strategy.objects.exists()

    def test_declined_needs_a_reason(self, advice, sendco):
        facts = {"owner": sendco, "review_on": None, "by": sendco}
        with pytest.raises(TransitionNotAllowed, match="why it is not followed"):
            decline_advice(recommendation=advice, reason=" ", version=open_page(advice), **facts)
        row = decline_advice(
            recommendation=advice, reason="No room", version=open_page(advice), **facts
        )
        assert (row.state, row.reason) == ("declined", "No room")

    def test_twice_is_refused_and_leaves_one_strategy(self, advice, sendco):
        version = open_page(advice)
        follow(advice, sendco)
        before = AuditEvent.objects.count()
        with pytest.raises(StaleSave):
            follow_advice(
                recommendation=advice,
                owner=sendco,
                review_on=LATER,
                helps=HelpsAs(),
                version=version,
                by=sendco,
            )
        assert Strategy.objects.count() == 1 and AuditEvent.objects.count() == before

    def test_a_refusal_leaves_no_trace(self, advice, sendco):
        with pytest.raises(TransitionNotAllowed):
            follow(advice, sendco, review_on=TODAY)
        assert not Strategy.objects.exists()
        events = AuditEvent.objects.filter(action=Action.DECIDE_ADVICE)
        assert events.count() == 1  # written down

    def test_taken_back_the_strategy_ends(self, advice, sendco):
        row = follow(advice, sendco)
        row = decide_again(recommendation=row, version=open_page(row), by=sendco)
        assert (row.state, row.strategy) == ("undecided", None)
        assert Strategy.objects.get().ended_on == TODAY

    def test_looked_at_again_with_and_without_a_next_day(self, advice, sendco):
        row = follow(advice, sendco)
        facts = {"found": "Done daily", "by": sendco}
        next_on = LATER + dt.timedelta(days=30)
        row = review_advice(recommendation=row, next_on=next_on, version=open_page(row), **facts)
        assert (row.review_on, row.reviewed_on) == (next_on, TODAY)
        row = review_advice(recommendation=row, next_on=None, version=open_page(row), **facts)
        assert row.review_on is None
        assert [title for title, *_ in due()] == ["Decide on a professional's recommendation"]


class TestTheReport:
    def test_in_the_bin_nothing_is_due(self, advice, sendco):
        bin_document(document=advice.document, reason="Twice", by=sendco)
        assert due() == []
        restore_document(document=advice.document, by=sendco)
        assert len(due()) == 2

    def test_moved_to_another_child_it_helps_the_wrong_one_no_more(self, advice, child, sendco):
        row = follow(advice, sendco)
        referral = sent(child, by=sendco)
        receive_report(referral=referral, document=row.document, by=sendco)
        other = PupilFactory(school=child.school)
        note = BreachNote("Mixed up", "Moved", dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC))
        move_document(document=row.document, to=other, note=note, by=sendco)
        row.refresh_from_db()
        referral.refresh_from_db()
        assert (row.pupil, row.state, row.strategy) == (other, "undecided", None)
        assert referral.report is None
        assert Strategy.objects.get().ended_on == TODAY
        assert set(Deadline.objects.filter(kind="advice").values_list("pupil_id", flat=True)) == {
            other.pk
        }


class TestPages:
    def url(self, child, *parts) -> str:
        return "/".join(["/oakfield/children", str(child.pk), *map(str, parts), ""])

    def test_decided_by_the_form_and_seen_by_the_class_teacher(
        self, advice, child, sendco, teacher
    ):
        client = client_of(sendco)
        address = self.url(child, "advice", advice.pk, "decide")
        form = client.get(address).context["form"]
        said = {
            "state": "adapted",
            "words": "Pictures on the desk",
            "owner_choice": str(teacher.pk),
            "review_on": "11 Jan 2027",
            "is_strategy": "on",
            "setting": "class",
            "tier": "U",
            "sensitivity": "1",
            "version": form.initial["version"],
        }
        assert "Write what you do instead" in text_of(client.post(address, said | {"words": ""}))
        assert client.post(address, said).url == self.url(child, "advice")
        page = text_of(client_of(teacher).get(self.url(child, "advice")))
        assert "Pictures on the desk" in page and "Among what helps" in page
        passport = text_of(client_of(teacher).get(self.url(child, "passport")))
        assert "Pictures on the desk" in passport
        strategy = Strategy.objects.get()
        more = text_of(client_of(teacher).get(self.url(child, "strategies", strategy.pk)))
        assert "Adapted from a report" in more

    def test_a_teacher_reads_but_does_not_decide(self, advice, child, teacher):
        client = client_of(teacher)
        assert TEXT in text_of(client.get(self.url(child, "advice")))
        for part in ("decide", "review"):
            assert client.get(self.url(child, "advice", advice.pk, part)).status_code == 403
        assert client.get("/oakfield/advice/").status_code == 403

    def test_what_a_sensitive_report_recommends_is_for_few(self, child, sendco, teacher):
        advised(child, "Talk about the accident", kind="mental", title="Mind report")
        address = self.url(child, "advice")
        assert "accident" in text_of(client_of(sendco).get(address))
        page = text_of(client_of(teacher).get(address))
        assert "accident" not in page and "Mind report" not in page

    def test_the_office_and_the_lsa_do_not_see_it(self, child, school):
        for role in (Role.OFFICE, Role.GOVERNOR):
            assert client_of(member(school, role)).get(self.url(child, "advice")).status_code == 403

    def test_as_many_statements_for_three_as_for_thirty(self, child, school, sendco):
        client = client_of(sendco)
        advised(child, *"ABC")
        pages = ("/oakfield/advice/", self.url(child, "advice"))
        few = [len(statements(client, page)) for page in pages]
        for number in range(5):
            pupil = PupilFactory(school=school)
            advised(pupil, *(f"{n}" for n in range(6)), words=f"{number}")
            advised(child, *(f"{n}" for n in range(6)), words=f"mine {number}")
        assert [len(statements(client, page)) for page in pages] == few
        assert max(few) <= OF_EVERY_REQUEST + 8

    def test_section_k_as_a_sheet_with_formulas_made_harmless(self, child, sendco, teacher):
        report_on(child, title="=cmd", source="Clinic", of_on=dt.date(2026, 5, 4))
        address = self.url(child, "documents", "advice", "export")
        sheet = client_of(sendco).get(address).content.decode("utf-8-sig").splitlines()
        assert sheet[0].startswith("No.,Advice,Type,Author,Profession,Date,Source")
        assert sheet[1].startswith("1,'=cmd,Speech and language therapy report,Priya Nair,Speech")
        assert '2026-05-04,Clinic,"PDF' in sheet[1]
        assert client_of(teacher).get(address).status_code == 403
        assert AuditEvent.objects.filter(action=Action.EXPORT_LIST).exists()
