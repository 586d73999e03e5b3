"""Words in plans and notes are found by whoever may read them, by nobody else, and at once."""

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from aylsham.access.roles import Role
from aylsham.codes import Sensitivity
from aylsham.identifiers import uuid7
from aylsham.jobs.codes import JobState
from aylsham.jobs.runner import run_job
from aylsham.models import Job
from aylsham.tenancy.row_security import school_transaction
from ehcp.models import EhcPlan, PlanLine, PlanVersion
from provision.models import (
    Cycle,
    CycleTarget,
    CycleText,
    Outcome,
    Provision,
    Session,
    SessionLog,
    SessionMark,
    Target,
)
from pupils.models import (
    AgendaItem,
    AgreedAction,
    Concern,
    Meeting,
    MeetingChild,
    Need,
    NoteWords,
    Passport,
    PassportText,
    Recommendation,
    Referral,
    SchoolWord,
    Strategy,
    Talk,
)
from pupils.searching.kinds import NOTE_KINDS
from pupils.selectors.note_search import find_notes, near_words
from pupils.services.searching import keep_search_words
from pupils.tasks.documents import keep_all_search_words
from tests.factories import (
    TODAY,
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    UserFactory,
    behind_the_wall,
    member,
    supporter_of,
    teacher_of,
)
from tests.pupils.test_document_services import filed
from tests.pupils.test_search import access_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
SOON = TODAY + dt.timedelta(days=30)
MARK = "zebrafish"


@pytest.fixture
def school():
    return SchoolFactory()


@pytest.fixture
def sendco(school):
    return member(school)


@pytest.fixture
def child(school):
    return PupilFactory(school=school, class_group=ClassGroupFactory(school=school))


def a_talk(child, **more):
    return _made(Talk, child, on=TODAY, how="phone", who="Mum", **{"agreed": MARK} | more)


def a_strategy(child, **more):
    return _made(
        Strategy, child, since_on=TODAY, confirmed_on=TODAY, **{"text": f"Shows the {MARK}"} | more
    )


def a_concern(child, **more):
    return _made(Concern, child, area="CI", raised_on=TODAY, seen_words=MARK, **more)


def an_outcome(child, **more):
    return _made(Outcome, child, text=MARK, area="CI", starts_on=TODAY, by_on=SOON, **more)


def a_target(child, **more):
    facts = {"measure": "scale", "baseline": Decimal(1), "goal": Decimal(3)} | more
    facts = {"text": MARK, "area": "CI", "starts_on": TODAY, "by_on": SOON} | facts
    return _made(Target, child, **facts)


def an_action(child, **more):
    facts = {"due_on": SOON, "agreed_on": TODAY, "outside_owner": "Mum", "owed_by": "parent"} | more
    return _made(AgreedAction, child, what=MARK, **facts)


def minutes(child, **more):
    facts = {"kind": "review", "on": TODAY, "starts_at": dt.time(9), "chair": UserFactory()}
    meeting = _made(Meeting, child, **facts)
    MeetingChild.objects.create(school=child.school, meeting=meeting, pupil=child)
    return AgendaItem.objects.create(
        school=child.school, meeting=meeting, place=1, title="News", text=MARK, **more
    )


def a_referral(child, **more):
    facts = {"service": "Speech", "kind": "health", "owed_by": "health", "begun_on": TODAY}
    return _made(Referral, child, reason=MARK, **facts | more)


def advice(child, **more):
    document = filed(child, **more)
    return _made(Recommendation, child, document=document, place=1, text=MARK, added_on=TODAY)


def a_cycle(child):
    facts = {"starts_on": TODAY, "review_on": SOON, "number": 1, "version": 1}
    return Cycle.objects.filter(pupil=child).first() or _made(Cycle, child, **facts)


def cycle_words(child, **more):
    cycle = a_cycle(child)
    return CycleText.objects.create(
        school=child.school, cycle=cycle, section="child", text=MARK, **more
    )


def a_review(child, **more):
    return CycleTarget.objects.create(
        school=child.school,
        cycle=a_cycle(child),
        target=a_target(child, text="Retells", **more),
        evidence=MARK,
    )


def a_session(child, **more):
    facts = {"starts_on": TODAY, "ends_on": SOON, "sessions_a_week": 1, "minutes": 20, "weeks": 4}
    provision = Provision.objects.create(school=child.school, name="Reading", **facts | more)
    session = Session.objects.create(school=child.school, provision=provision, on=TODAY)
    return a_mark(child, session, 1)


def a_mark(child, session, number, word=MARK):
    log = SessionLog.objects.create(
        school=child.school, session=session, number=number, logged_at="2026-11-23T10:00Z"
    )
    return SessionMark.objects.create(
        school=child.school, log=log, pupil=child, came="had", minutes=20, word=word
    )


def a_plan_line(child, **more):
    plan = _made(EhcPlan, child, made_on=TODAY, local_authority="Norfolk")
    version = PlanVersion.objects.create(
        school=child.school, plan=plan, kind="final", served_on=TODAY, local_authority="Norfolk"
    )
    return PlanLine.objects.create(
        school=child.school, version=version, section="F", position=1, text=MARK, **more
    )


def a_passport_text(child, **more):
    passport = _made(Passport, child)
    return PassportText.objects.create(
        school=child.school, passport=passport, part="likes", text=MARK, **more
    )


def a_need(child, **more):
    return _made(Need, child, need_type="SLCN", rank=1, in_words=MARK)


MAKE = {
    "need": a_need,
    "strategy": a_strategy,
    "passport": a_passport_text,
    "concern": a_concern,
    "talk": a_talk,
    "action": an_action,
    "minutes": minutes,
    "referral": a_referral,
    "advice": advice,
    "outcome": an_outcome,
    "target": a_target,
    "cycle": cycle_words,
    "review": a_review,
    "session": a_session,
    "plan": a_plan_line,
}
#: Kinds of which one row is read by fewer people than another.
CUT = sorted(MAKE.keys() - {"need", "session", "advice", "review"})


def _made(model, child, **facts):
    return model.objects.create(school=child.school, pupil=child, **facts)


def found(user, child, words=MARK) -> list[str]:
    return [each.kind_words for each in find_notes(access_of(user, child.school), words)]


def test_every_kind_of_note_is_tested():
    assert MAKE.keys() == NOTE_KINDS.keys()


@pytest.mark.parametrize("key", MAKE)
class TestEachKind:
    def test_is_found_as_soon_as_it_is_written_and_leads_to_its_page(self, child, sendco, key):
        MAKE[key](child)
        (note,) = find_notes(access_of(sendco, child.school), MARK, most=1)
        assert note.kind_words == NOTE_KINDS[key].label
        assert MARK in note.around
        assert note.url.startswith(f"/{child.school.slug}/")

    def test_is_gone_with_its_row(self, child, sendco, key):
        row = MAKE[key](child)
        # Without the rows that hang on it, of which some are never deleted by the app.
        type(row).objects.filter(pk=row.pk)._raw_delete("default")
        assert not NoteWords.objects.filter(kind=key).exists()

    def test_never_in_another_school(self, child, sendco, key):
        other = PupilFactory()
        behind_the_wall(child.school, other.school)
        MAKE[key](other)
        assert found(sendco, child) == []

    def test_not_for_who_does_not_see_the_child(self, child, school, key):
        MAKE[key](child)
        assert found(teacher_of(ClassGroupFactory(school=school)), child) == []
        assert found(member(school, Role.GOVERNOR), child) == []


@pytest.mark.parametrize("key", CUT)
def test_what_is_sensitive_is_cut_for_the_class_teacher(child, sendco, key):
    MAKE[key](child, sensitivity=Sensitivity.SAFEGUARDING)
    assert found(teacher_of(child.class_group), child) == []
    assert found(sendco, child)


def test_a_report_that_may_not_be_read_gives_no_advice_away(child, sendco):
    advice(child, kind="medical", name="m.pdf")
    assert found(teacher_of(child.class_group), child) == []
    assert found(sendco, child) == ["Advice"]


def test_what_is_confidential_is_read_by_those_who_are_named(child, sendco):
    a_session(child, is_confidential=True)
    assert found(supporter_of(child), child) == []
    assert found(sendco, child) == ["Session"]


def test_a_corrected_log_is_found_as_it_stands_now(child, sendco):
    mark = a_session(child)
    a_mark(child, mark.log.session, 2, word="giraffe")
    assert found(sendco, child) == []
    assert found(sendco, child, "giraffe") == ["Session"]


def test_changed_words_are_found_and_the_old_ones_are_not(child, sendco):
    talk = a_talk(child)
    talk.agreed = "giraffe"
    talk.save()
    assert found(sendco, child) == []
    assert found(sendco, child, "giraffe") == ["Contact with the family"]
    talk.agreed, talk.who = "", ""
    talk.save()
    assert not NoteWords.objects.exists()


def test_minutes_about_several_children_need_all_of_them(child, school, sendco):
    item = minutes(child)
    second = PupilFactory(school=school, class_group=ClassGroupFactory(school=school))
    MeetingChild.objects.create(school=school, meeting=item.meeting, pupil=second)
    assert found(teacher_of(child.class_group), child) == []
    assert found(sendco, child) == ["Minutes"]


def test_a_teacher_finds_their_own_among_a_thousand_of_the_school(child, school, monkeypatch):
    """What the database looks at is cut to the children in reach first."""
    monkeypatch.setattr("pupils.selectors.note_search.MOST", 3)
    for _ in range(4):
        a_talk(PupilFactory(school=school), agreed=f"{MARK} {MARK} {MARK}")
    a_talk(child)
    assert found(teacher_of(child.class_group), child) == ["Contact with the family"]


def test_the_copy_is_mended_by_night(child, school, sendco):
    a_talk(child)
    an_outcome(child)
    NoteWords.objects.filter(kind="talk").delete()
    NoteWords.objects.filter(kind="outcome").update(subject_id=uuid7())
    assert keep_search_words(school=school)["notes"] == 3
    assert sorted(found(sendco, child)) == ["Contact with the family", "Outcome"]
    assert keep_search_words(school=school) == {"notes": 0, "words": 0}


class TestSlips:
    def test_are_taken_for_the_word_that_is_most_like_them(self, child, school):
        a_talk(child, agreed="Dyslexia was spoken of, and her dyslexia test")
        keep_search_words(school=school)
        access_of(member(school), school)
        assert near_words("dislexia TEST") == "dyslexia test"
        assert near_words("dyslexia") == ""
        assert near_words("qqqq") == ""

    def test_words_of_what_is_gone_are_gone(self, child, school):
        talk = a_talk(child, agreed="Dyslexia 07700900123")
        keep_search_words(school=school)
        assert "dyslexia" in set(SchoolWord.objects.values_list("word", flat=True))
        assert not SchoolWord.objects.filter(word__contains="0").exists()
        talk.delete()
        keep_search_words(school=school)
        assert not SchoolWord.objects.exists()

    def test_are_said_only_where_something_readable_has_the_word(self, child, school, client):
        a_talk(child, agreed="abandonment", sensitivity=Sensitivity.SAFEGUARDING)
        keep_search_words(school=school)
        for user, shown in ((member(school), True), (teacher_of(child.class_group), False)):
            client.force_login(user)
            page = client.post(
                reverse("search", args=[school.slug]), {"q": "abandonmnet"}, follow=True
            )
            assert ("abandonment" in page.content.decode()) is shown


@pytest.mark.django_db(transaction=True)
def test_every_night_once_a_school():
    school = SchoolFactory()
    with school_transaction(school):
        a_talk(PupilFactory(school=school))
    keep_all_search_words()
    keep_all_search_words()
    job = Job.objects.get(kind="search_words")
    assert run_job(job.pk) == JobState.DONE
    with school_transaction(school):
        assert SchoolWord.objects.filter(word=MARK).exists()


def test_a_word_of_a_note_is_no_slip_of_a_name(child, school, client):
    PupilFactory(school=school, first_name="Russell", last_name="Talbot")
    client.force_login(member(school))
    address = reverse("search", args=[school.slug])
    assert "Russell" in client.post(address, {"q": "rusell"}, follow=True).content.decode()
    a_talk(child, agreed="Rusell is how she writes it")
    page = client.post(address, {"q": "rusell"}, follow=True).content.decode()
    assert "how she writes it" in page and "Russell" not in page
