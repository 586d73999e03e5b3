"""Case studies: drafted, worded, approved, with consent or without a name; taken back; printed."""

import datetime as dt
import io

import pikepdf
import pypdf
import pytest

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.codes import Sensitivity
from aylsham.documents.rendering import write_pdf
from aylsham.models import AuditEvent
from pupils.agreeing.registry import kind_of
from pupils.agreement_codes import Asked
from pupils.models import AgreementAsk, PrintedPaper
from pupils.selectors.identity import find_child
from pupils.services.agreements.answering import record_answer
from pupils.services.agreements.asking import ask_to_agree
from reports.case_study_codes import FIELDS, StudyState
from reports.models import CaseStudy
from reports.selectors.case_studies import KIND, consent_of, shown_study
from reports.services.case_studies import (
    WITHDRAWN,
    approve_study,
    begin_study,
    forget_voices_of,
    take_back_study,
    word_study,
)
from tests.ehcp.paper_makers import voiced
from tests.factories import TODAY, ClassGroupFactory, PupilFactory, SchoolFactory, member
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.provision.aims import a_target, running, score
from tests.provision.makers import given, measured, until
from tests.pupils.agreements.makers import MUM, parent, to_ask
from tests.pupils.test_search import access_of
from tests.school_years import school_year

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def school():
    school = SchoolFactory(slug="oakfield", name="Oakfield Primary")
    school_year(school)
    return school


@pytest.fixture
def by(school):
    return member(school)


@pytest.fixture
def pupil(school):
    """A child of whom much is known, everything with a marker that must not come out."""
    return PupilFactory(
        school=school,
        class_group=ClassGroupFactory(school=school, name="Hazelmark"),
        first_name="Zebediah",
        preferred_first_name="Zebbo",
        last_name="Quillfeather",
        on_register=["SLCN", "VI"],
    )


def url(pupil, end=""):
    return f"/oakfield/children/{pupil.pk}/case-study/{end}"


def a_study(pupil, by, *, is_named=False, **words):
    words = words or {"start": "The child found it hard to join in.", "changed": "It is better."}
    return begin_study(pupil=pupil, is_named=is_named, words=words, by=by)


def approved(study, by):
    child = find_child(access_of(by, study.school), study.pupil_id)
    return approve_study(study=study, child=child, seen=version_of(study, FIELDS), by=by)


def asked_family(study, by):
    contact = parent(study.pupil, by, "Paula Quillfeather", MUM)
    (ask,) = ask_to_agree(
        pupil=study.pupil,
        kind=kind_of(KIND),
        subject_id=study.pk,
        shown=shown_study(study),
        people=[to_ask(contact)],
        due_on=TODAY + dt.timedelta(days=14),
        by=by,
        is_checked=True,
    )
    return ask


def answers(ask, by, choice="agree", words=""):
    return record_answer(
        ask=ask,
        choice=choice,
        words=words,
        how="paper",
        given_on=TODAY,
        seen=ask.text.digest,
        by=by,
    )


class TestDraft:
    def test_the_record_is_told_without_what_points_to_the_child(self, school, by, pupil):
        sibling = PupilFactory(school=school, first_name="Otterline", last_name="Quillfeather")
        named = given(school, pupil, by=by, name="Zebbo’s reading group", starts_on=until(-60))
        measured(named, ("78", "91"))
        target = a_target(pupil, by=by, text="Zebbo says five words.")
        cycle = running(pupil, by=by)
        score(cycle, by=by, on=TODAY, next_step="met", evidence="Zebbo did it on 3 November")
        given(school, pupil, by=by, name="Told to few", is_confidential=True)
        answer = client_of(by).post(url(pupil, "begin/"))
        study = CaseStudy.objects.get(pupil=pupil)
        assert answer.headers["Location"] == url(pupil, f"{study.pk}/")
        told = "\n".join(words for _, words in study.parts)
        assert "SEN support began in autumn of Year 3." in told
        assert "had become better" in told and target.pk
        for marker in ("Zeb", "Quill", "Hazelmark", by.name, "2026", pupil.upn, "few read", "78"):
            assert marker not in told, marker
        assert sibling.first_name not in told and "Told to few" not in told
        assert "few children here have" in told  # vision impairment is rare

    def test_pressed_twice_there_is_one_and_each_kind_has_its_own(self, by, pupil):
        client = client_of(by)
        for _ in range(2):
            client.post(url(pupil, "begin/"))
            client.post(url(pupil, "begin/"), {"named": "yes"})
        assert CaseStudy.objects.filter(pupil=pupil).count() == 2
        named = CaseStudy.objects.get(pupil=pupil, is_named=True)
        assert "Zebbo is in Year 4 now." in named.start

    def test_nothing_is_told_of_a_record_set_apart(self, by, pupil):
        pupil.set_apart_on = TODAY
        pupil.save()
        with pytest.raises(TransitionNotAllowed, match="set apart"):
            a_study(pupil, by)
        assert client_of(by).post(url(pupil, "begin/")).status_code == 404


class TestWords:
    def test_the_second_editor_sees_both(self, by, pupil):
        study = a_study(pupil, by)
        version = version_of(study, FIELDS)
        word_study(study=study, version=version, by=by, start="Mine.")
        with pytest.raises(StaleSave):
            word_study(study=study, version=version, by=by, start="Yours.")
        sent = {"version": version, **dict.fromkeys(FIELDS, ""), "start": "Yours."}
        page = text_of(client_of(by).post(url(pupil, f"{study.pk}/change/"), sent))
        assert "The record now says: Mine." in page
        study.refresh_from_db()
        assert study.start == "Mine."

    def test_what_they_said_is_chosen_by_a_person_and_offered_without_names(self, by, pupil):
        voiced(pupil, "pupil_views", by, "I like it when Zebbo’s chair is by the window.")
        voiced(pupil, "parent_views", by, "At home all is well.", said_by="Paula Quillfeather")
        voiced(pupil, "parent_views", by, "A secret.", sensitivity=Sensitivity.SENSITIVE)
        voiced(pupil, "advice", by, "Keep the programme.", said_by="Dr Reed")
        study, client = a_study(pupil, by), client_of(by)
        form = client.get(url(pupil, f"{study.pk}/voices/")).context["form"]
        labels = {label: key for key, label in form.fields["keys"].choices}
        assert len(labels) == 2 and not any("Zeb" in each for each in labels)
        child = next(each for each in labels if each.startswith("The child:"))
        for _ in range(2):
            client.post(url(pupil, f"{study.pk}/voices/"), {"keys": [labels[child]]})
        study.refresh_from_db()
        assert study.voice == child and "by the window" in study.voice
        assert not client.post(url(pupil, f"{study.pk}/voices/"), {}).headers.get("Location")

    def test_what_was_quoted_goes_when_words_are_sealed(self, by, pupil):
        study = a_study(pupil, by, start="It began.", voice="The child: “So.”")
        approved(study, by)
        forget_voices_of(pupil)
        study.refresh_from_db()
        assert (study.voice, study.state, study.approved_on) == ("", StudyState.DRAFT, None)


class TestApproving:
    @pytest.mark.parametrize(
        "words",
        [
            "Then Zebbo laughed.",
            "Zebediah’s chair moved.",
            "Zebbo's chair moved.",
            "We spoke to Otterline.",
            "Otterline Marshwiggle sat there.",
            "In Hazelmark it is calm.",
            "It began on 3 November.",
        ],
    )
    def test_a_name_a_day_or_a_class_is_refused_with_its_place(self, school, by, pupil, words):
        PupilFactory(school=school, first_name="Otterline", last_name="Marshwiggle")
        study = a_study(pupil, by, start="It began.", ahead=words)
        with pytest.raises(TransitionNotAllowed, match="What comes next"):
            approved(study, by)
        page = text_of(client_of(by).get(url(pupil, f"{study.pk}/")))
        assert "must go before it is approved" in page and "Approve it" not in page
        reworded = word_study(study=study, version=version_of(study, FIELDS), by=by, ahead="More.")
        assert approved(reworded, by).state == StudyState.APPROVED

    def test_an_adult_of_the_school_is_named_nowhere(self, school, by, pupil):
        member(school, Role.LSA, user__name="Wilhelmina Brandybuck")
        study = a_study(pupil, by, start="Brandybuck helped every day.")
        with pytest.raises(TransitionNotAllowed):
            approved(study, by)

    def test_the_page_approves_what_it_showed(self, by, pupil):
        study, client = a_study(pupil, by), client_of(by)
        seen = version_of(study, FIELDS)
        way = url(pupil, f"{study.pk}/approve/")
        assert "Read it, then tick" in text_of(client.post(way, {"seen": seen}))
        word_study(study=study, version=seen, by=by, start="Changed meanwhile.")
        client.post(way, {"seen": seen, "is_read": "on"})
        study.refresh_from_db()
        assert study.state == StudyState.DRAFT
        client.post(way, {"seen": version_of(study, FIELDS), "is_read": "on"})
        study.refresh_from_db()
        assert (study.state, study.approved_by, study.approved_on) == ("approved", by, TODAY)
        assert AuditEvent.objects.filter(action="write_case_study").count() == 3

    def test_the_only_child_at_that_level_is_warned_of_and_five_are_not(self, school, by, pupil):
        study, client = a_study(pupil, by), client_of(by)
        assert "only child of the year group" in text_of(client.get(url(pupil, f"{study.pk}/")))
        for _ in range(3):
            PupilFactory(school=school, on_register=True)
        assert "Only 4 children" in text_of(client.get(url(pupil, f"{study.pk}/")))
        PupilFactory(school=school, on_register=True)
        assert "may recognise" not in text_of(client.get(url(pupil, f"{study.pk}/")))

    def test_an_approved_one_is_changed_only_when_it_is_opened_again(self, by, pupil):
        study = approved(a_study(pupil, by), by)
        with pytest.raises(TransitionNotAllowed, match="Open it again"):
            word_study(study=study, version=version_of(study, FIELDS), by=by, start="More")
        client_of(by).post(url(pupil, f"{study.pk}/reopen/"))
        study.refresh_from_db()
        assert (study.state, study.approved_by) == ("draft", None)

    def test_who_may(self, school, by, pupil):
        study = a_study(pupil, by)
        for role, status in (
            (Role.HEAD, 200),
            (Role.LSA, 403),
            (Role.SUBJECT_LEADER, 403),
            (Role.CLASS_TEACHER, 403),
            (Role.GOVERNOR, 403),
        ):
            client = client_of(member(school, role))
            assert client.get(url(pupil, f"{study.pk}/")).status_code == status, role
        assistant = client_of(member(school, Role.ASSISTANT_SENDCO))
        assert assistant.get(url(pupil, f"{study.pk}/")).status_code == 200
        assert assistant.post(url(pupil, f"{study.pk}/approve/")).status_code == 403

    def test_another_school_or_another_child_finds_nothing(self, school, by, pupil):
        study = a_study(pupil, by)
        other = PupilFactory(school=school)
        assert client_of(by).get(url(other, f"{study.pk}/")).status_code == 404
        stranger = client_of(member(SchoolFactory(slug="elsewhere")))
        assert stranger.get(url(pupil, f"{study.pk}/")).status_code == 404
        path = f"/elsewhere/children/{pupil.pk}/case-study/{study.pk}/"
        assert stranger.get(path).status_code == 404


class TestConsent:
    def test_with_the_name_the_family_agrees_to_these_words(self, by, pupil):
        study = a_study(pupil, by, is_named=True, start="Zebbo found it hard.")
        with pytest.raises(TransitionNotAllowed, match="has not been asked"):
            approved(study, by)
        ask = asked_family(study, by)
        with pytest.raises(TransitionNotAllowed, match="has not answered"):
            approved(study, by)
        answers(ask, by)
        assert approved(study, by).state == StudyState.APPROVED

    def test_other_words_are_asked_about_again(self, by, pupil):
        study = a_study(pupil, by, is_named=True, start="Zebbo found it hard.")
        answers(asked_family(study, by), by)
        study = word_study(study=study, version=version_of(study, FIELDS), by=by, ahead="More.")
        with pytest.raises(TransitionNotAllowed, match="words have changed"):
            approved(study, by)

    def test_one_no_is_no(self, by, pupil):
        study = a_study(pupil, by, is_named=True, start="Zebbo found it hard.")
        ask = asked_family(study, by)
        answers(ask, by)
        (other,) = ask_to_agree(
            pupil=pupil,
            kind=kind_of(KIND),
            subject_id=study.pk,
            shown=shown_study(study),
            people=[to_ask(parent(pupil, by, "Pat Quillfeather", "pat@home.example"))],
            due_on=TODAY + dt.timedelta(days=14),
            by=by,
            is_checked=True,
        )
        answers(other, by, "no", "Not with the name")
        assert not consent_of(study).is_given

    def test_a_colleague_cannot_agree_for_the_family(self, by, pupil):
        study = a_study(pupil, by, is_named=True, start="Zebbo found it hard.")
        ask = asked_family(study, by)
        AgreementAsk.objects.filter(pk=ask.pk).update(asked=Asked.PROFESSIONAL)
        ask.refresh_from_db()
        answers(ask, by)
        assert not consent_of(study).is_given

    def test_withdrawn_it_is_taken_back_at_once_and_says_so(self, by, pupil):
        study = a_study(pupil, by, is_named=True, start="Zebbo found it hard.")
        ask = asked_family(study, by)
        answers(ask, by)
        approved(study, by)
        client = client_of(by)
        assert "Quillfeather" in text_of(client.get("/oakfield/case-studies/"))
        answers(ask, by, "no", "Please take it down")
        study.refresh_from_db()
        assert (study.state, study.taken_back_on) == (StudyState.TAKEN_BACK, TODAY)
        assert "Quillfeather" not in text_of(client.get("/oakfield/case-studies/"))
        page = text_of(client.get(url(pupil, f"{study.pk}/")))
        assert "Taken back" in page and WITHDRAWN in page
        client.post(url(pupil, f"{study.pk}/print/"))
        assert not PrintedPaper.objects.exists()
        # A new one may be begun.
        assert a_study(pupil, by, is_named=True).pk != study.pk


class TestShown:
    def test_in_the_folder_without_a_name_alone(self, school, by, pupil):
        client = client_of(by)
        folder = "/oakfield/inspection/"
        study = a_study(pupil, by, start="A journey that is told.")
        assert "A journey that is told." not in text_of(client.get(folder))
        approved(study, by)
        named = a_study(pupil, by, is_named=True, start="Zebbo found it hard.")
        answers(asked_family(named, by), by)
        approved(named, by)
        html = client.get(folder).content.decode()
        assert "A journey that is told." in html and 'href="/oakfield/case-studies/"' in html
        assert "Zebbo" not in html and str(pupil.pk) not in html
        take_back_study(study=study, why="We tell another", by=by)
        assert "A journey that is told." not in text_of(client.get(folder))

    def test_not_of_a_record_set_apart_since(self, by, pupil):
        approved(a_study(pupil, by, start="A journey that is told."), by)
        pupil.set_apart_on = TODAY
        pupil.save()
        client = client_of(by)
        assert "A journey that is told." not in text_of(client.get("/oakfield/inspection/"))
        assert "Quillfeather" not in text_of(client.get("/oakfield/case-studies/"))

    def test_the_paper_is_tagged_and_without_the_name(self, by, pupil):
        client = client_of(by)
        study = a_study(pupil, by, start="A journey that is told.")
        client.post(url(pupil, f"{study.pk}/print/"))
        assert not PrintedPaper.objects.exists()
        approved(study, by)
        client.post(url(pupil, f"{study.pk}/print/"))
        row = PrintedPaper.objects.get(pupil=pupil)
        assert row.kind == "study" and "Zeb" not in row.html and "Quill" not in row.html
        data = write_pdf(row.html)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert pdf.Root.Lang == "en-GB" and pdf.Root.MarkInfo.Marked
        pages = pypdf.PdfReader(io.BytesIO(data)).pages
        text = " ".join(" ".join(page.extract_text() for page in pages).split())
        assert "A journey that is told." in text and "Without the name" in text
        assert client.get(url(pupil).replace("case-study/", f"papers/{row.pk}/")).status_code == 200

    def test_as_many_statements_for_30_children_as_for_3(self, school, by, pupil):
        client = client_of(by)
        approved(a_study(pupil, by), by)
        few = len(statements(client, "/oakfield/case-studies/"))
        for _ in range(5):
            approved(a_study(PupilFactory(school=school, on_register=True), by), by)
        assert len(statements(client, "/oakfield/case-studies/")) == few <= OF_EVERY_REQUEST + 8
