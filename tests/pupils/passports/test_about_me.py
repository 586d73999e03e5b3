"""About me: pictures, exact words and a voice clip, as the child gave them."""

import datetime as dt

import pytest
from django.apps import apps
from django.utils import timezone

from aylsham.access.roles import Role
from aylsham.changes import StaleSave, TransitionNotAllowed, version_of
from aylsham.codes import Sensitivity
from aylsham.documents import keeping
from aylsham.documents.checks.refusal import FileRefused
from aylsham.models import AuditEvent
from pupils.codes import VOICE_CLIP, AboutMe
from pupils.models import Document, Voice, VoiceClip
from pupils.selectors.passports.printing import printed_passports
from pupils.services.contributions.about_me import MOST_PICTURES, answer_about_me
from pupils.services.contributions.voices import correct_voice
from pupils.services.details import record_leaving
from pupils.services.documents.binning import empty_bin, restore_document, sweep_files
from pupils.services.documents.clips import (
    CLIP_FIELDS,
    keep_clip,
    take_back_clip,
    write_clip_words,
)
from pupils.services.documents.filing import change_document, replace_document
from pupils.symbols import SYMBOLS
from tests.documents.making import pdf, upload
from tests.documents.sounds import PLACE, mp3, wav
from tests.factories import (
    ClassGroupFactory,
    PupilFactory,
    SchoolFactory,
    member,
    supporter_of,
    teacher_of,
)
from tests.pages import OF_EVERY_REQUEST, client_of, statements, text_of
from tests.pupils.passports.makers import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
SAID = "i like trains AND i dont like the bell"


@pytest.fixture
def group():
    return ClassGroupFactory(school=SchoolFactory())


@pytest.fixture
def teacher(group):
    return teacher_of(group)


@pytest.fixture
def child(group, teacher):
    child = PupilFactory(school=group.school, class_group=group, on_register=["SLCN"])
    published(child, by=teacher)
    return child


@pytest.fixture
def lsa(child):
    return supporter_of(child)


def clip_for(child, by, *, seconds=2, **more):
    sent = upload("clip.wav", wav(seconds))
    return keep_clip(pupil=child, upload=sent, by=by, **more)


def url(child, rest: str = "about-me/") -> str:
    return f"/{child.school.slug}/children/{child.pk}/{rest}"


def actions(child) -> list[str]:
    return list(
        AuditEvent.objects.about_one(child.pk).order_by("pk").values_list("action", flat=True)
    )


def answer(child, by, question=AboutMe.LIKES, pictures=("train",), words=SAID) -> None:
    answer_about_me(pupil=child, question=question, pictures=pictures, words=words, by=by)


class TestAnswers:
    def test_an_lsa_asks_one_question_after_the_other_and_each_word_is_kept(self, child, lsa):
        client = client_of(lsa)
        page = client.get(url(child))
        assert "SLCN" not in page.content.decode()
        assert "SEN support" not in text_of(page)
        asked = client.get(url(child, "about-me/ask/"))
        assert "What do you like?" in text_of(asked)
        words = f"  {SAID}\n\n(he laughs) "
        at = url(child, "about-me/ask/?q=likes")
        sent = client.post(at, {"pictures": ["train", "dog"], "words": words})
        assert sent.headers["Location"].endswith("?q=matters")
        last = client.post(url(child, "about-me/ask/?q=how"), {"pictures": ["wave"], "words": ""})
        assert last.headers["Location"] == url(child)
        sitting = Voice.objects.get(pupil=child)
        assert [each["answer"] for each in sitting.answers] == [
            words.replace("\n", "\r\n"),
            "",
        ] or [each["answer"] for each in sitting.answers] == [words, ""]
        assert sitting.answers[0]["pictures"] == ["train", "dog"]
        assert (sitting.helper, sitting.given_how) == (lsa.name, "pictures")
        for place in (url(child), url(child, "passport/"), url(child, "passport/symbols/")):
            shown = text_of(client.get(place))
            assert "i like trains AND i dont" in shown
            assert f"written down by {lsa.name}" in shown
        assert "symbols/wave" in client.get(url(child, "passport/")).content.decode()

    def test_another_day_is_another_sitting_and_the_latest_is_shown(
        self, child, teacher, time_machine
    ):
        answer(child, teacher)
        answer(child, teacher, AboutMe.HARD, ["ear"], "bells")
        time_machine.move_to(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC))
        answer(child, teacher, words="dinosaurs now", pictures=["dinosaur"])
        assert Voice.objects.filter(pupil=child).count() == 2
        shown = text_of(client_of(teacher).get(url(child)))
        assert "dinosaurs now" in shown
        assert "bells" in shown
        assert SAID not in shown
        assert Voice.objects.filter(pupil=child, answers__0__answer=SAID).exists()

    def test_day_and_writer_are_said_once_where_they_are_the_same(
        self, child, teacher, lsa, time_machine
    ):
        for question in (AboutMe.LIKES, AboutMe.HARD, AboutMe.HOW):
            answer(child, teacher, question)
        for place in (url(child), url(child, "passport/")):
            shown = text_of(client_of(lsa).get(place))
            assert shown.count(f"written down by {teacher.name}") == 1
        time_machine.move_to(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC))
        answer(child, lsa, AboutMe.HARD)
        shown = text_of(client_of(lsa).get(url(child)))
        assert shown.count("written down by") == 3

    def test_two_adults_on_one_day_do_not_write_over_each_other(self, child, teacher, lsa):
        answer(child, teacher)
        answer(child, lsa, words="lego")
        assert Voice.objects.filter(pupil=child).count() == 2

    def test_an_empty_answer_takes_back_what_was_said_today(self, child, teacher):
        answer(child, teacher)
        answer(child, teacher, pictures=[], words="")
        assert not Voice.objects.filter(pupil=child).exists()

    @pytest.mark.parametrize(
        "pictures", [["nonsense"], list(SYMBOLS)[: MOST_PICTURES + 1]], ids=["foreign", "too-many"]
    )
    def test_pictures_that_cannot_be(self, child, teacher, pictures):
        with pytest.raises(TransitionNotAllowed):
            answer(child, teacher, pictures=pictures)
        at = url(child, "about-me/ask/?q=likes")
        sent = client_of(teacher).post(at, {"pictures": pictures, "words": SAID})
        assert sent.status_code == 200
        assert SAID in sent.content.decode()
        assert not Voice.objects.exists()

    def test_marked_sensitive_it_is_for_few_and_never_on_paper(self, child, teacher, lsa):
        answer(child, teacher)
        voice = Voice.objects.get(pupil=child)
        facts = {
            f: getattr(voice, f) for f in ("given_on", "given_how", "said_by", "role", "helper")
        }
        version = version_of(
            voice, ("given_on", "given_how", "said_by", "role", "helper", "sensitivity")
        )
        correct_voice(
            voice=voice, version=version, by=teacher, sensitivity=Sensitivity.SENSITIVE, **facts
        )
        assert SAID not in text_of(client_of(lsa).get(url(child)))
        sendco = member(child.school)
        assert SAID in text_of(client_of(sendco).get(url(child)))


class TestClip:
    def test_recorded_heard_and_each_listening_written_down_once(self, child, lsa, teacher):
        client = client_of(lsa)
        asked = client.get(url(child, "about-me/voice/"))
        assert "microphone=(self)" in asked.headers["Permissions-Policy"]
        assert "media-src 'self'" in asked.headers["Content-Security-Policy"]
        assert "microphone=()" in client.get(url(child)).headers["Permissions-Policy"]
        sent = {"file": _file("clip.wav", wav(3)), "words": SAID, "agreed": "on"}
        assert client.post(url(child, "about-me/voice/"), sent).status_code == 302
        clip = VoiceClip.objects.get()
        assert (float(clip.seconds), clip.words, clip.written_by) == (3.0, SAID, lsa)
        document = clip.document
        assert (document.kind, document.filed_by, document.pupil) == (VOICE_CLIP, lsa, child)
        kept = keeping.read(child.school_id, document.versions.get().digest)
        assert PLACE not in kept
        listener = client_of(teacher)
        page = text_of(listener.get(url(child, "passport/")))
        assert "3 seconds, recorded Mon 23 Nov" in page
        assert SAID in page
        before = len(actions(child))
        at = url(child, f"about-me/voice/{clip.pk}/")
        heard = listener.get(at)
        assert (heard.status_code, heard.headers["Content-Type"]) == (200, "audio/wav")
        assert heard.content == kept
        part = listener.get(at, headers={"Range": "bytes=10-19"})
        assert (part.status_code, part.content) == (206, kept[10:20])
        assert part.headers["Content-Range"] == f"bytes 10-19/{len(kept)}"
        beyond = listener.get(at, headers={"Range": f"bytes={len(kept)}-"})
        assert beyond.status_code == 416
        assert actions(child)[before:] == ["hear_voice"]
        client.get(at)
        assert actions(child)[before:] == ["hear_voice", "hear_voice"]
        openers = text_of(
            client_of(member(child.school)).get(url(child, f"documents/{document.pk}/"))
        )
        assert teacher.name in openers

    def test_without_the_childs_yes_it_is_not_kept(self, child, teacher):
        sent = {"file": _file("clip.wav", wav()), "words": SAID}
        page = client_of(teacher).post(url(child, "about-me/voice/"), sent)
        assert "Ask the child first" in text_of(page)
        assert not VoiceClip.objects.exists()

    @pytest.mark.parametrize(
        ("name", "data"),
        [("clip.wav", pdf()), ("clip.mp3", mp3(70)), ("clip.webm", wav()), ("clip.wav", b"")],
        ids=["disguised", "long", "foreign", "empty"],
    )
    def test_a_bad_file_is_refused_in_the_form_and_leaves_nothing(self, child, teacher, name, data):
        sent = {"file": _file(name, data), "agreed": "on"}
        page = client_of(teacher).post(url(child, "about-me/voice/"), sent)
        assert page.status_code == 200
        assert "There is a problem" in page.content.decode()
        assert not Document.objects.exists()
        assert "file_document" not in actions(child)

    def test_a_new_one_puts_the_one_before_in_the_bin(self, child, teacher):
        first = clip_for(child, teacher)
        second = clip_for(child, teacher, seconds=3)
        first.document.refresh_from_db()
        assert first.document.bin_reason == "Recorded again."
        page = client_of(teacher).get(url(child)).content.decode()
        assert str(second.pk) in page
        assert str(first.pk) not in page
        with pytest.raises(TransitionNotAllowed, match="very file"):
            clip_for(child, teacher, seconds=3)

    def test_taken_back_by_the_child_it_goes_for_good_words_and_history_too(
        self, child, lsa, teacher
    ):
        clip = clip_for(child, lsa, words=SAID)
        client = client_of(lsa)
        page = client.post(url(child, f"about-me/voice/{clip.pk}/take-back/"), follow=True)
        assert "deleted for good after 30 days" in page.content.decode()
        assert client.get(url(child, f"about-me/voice/{clip.pk}/")).status_code == 404
        assert SAID not in text_of(client_of(teacher).get(url(child, "passport/")))
        (printed,) = printed_passports(child.school, [child.pk])
        assert all(SAID not in part.lines for part in printed.parts)
        clip.document.refresh_from_db()
        with pytest.raises(TransitionNotAllowed):
            take_back_clip(clip=clip, by=lsa)
        restore_document(document=clip.document, by=teacher)
        take_back_clip(clip=VoiceClip.objects.get(), by=lsa)
        digest = clip.document.versions.get().digest
        later = timezone.now() + dt.timedelta(days=31)
        assert empty_bin(school=child.school, now=later) == 1
        assert not VoiceClip.objects.exists()
        assert not apps.get_model("pupils", "VoiceClipEvent").objects.exists()
        assert sweep_files(school=child.school, now=later) == 1
        with pytest.raises(OSError):
            keeping.read(child.school_id, digest)

    def test_its_words_are_written_down_later_by_whom_and_never_over_a_colleagues(
        self, child, lsa, teacher
    ):
        clip = clip_for(child, lsa)
        client = client_of(teacher)
        at = url(child, f"about-me/voice/{clip.pk}/words/")
        version = version_of(clip, CLIP_FIELDS)
        assert client.post(at, {"words": SAID, "version": version}).status_code == 302
        clip.refresh_from_db()
        assert (clip.words, clip.written_by) == (SAID, teacher)
        stale = client.post(at, {"words": "other", "version": version})
        assert "The record now says" in text_of(stale)
        with pytest.raises(StaleSave):
            write_clip_words(clip=clip, words="other", version=version, by=lsa)
        write_clip_words(clip=clip, words="", version=version_of(clip, CLIP_FIELDS), by=lsa)
        clip.refresh_from_db()
        assert (clip.words, clip.written_by, clip.written_on) == ("", None, None)

    def test_paper_says_the_exact_words_and_that_a_clip_exists(self, child, teacher):
        clip = clip_for(child, teacher, words=SAID)
        (printed,) = printed_passports(child.school, [child.pk])
        part = next(part for part in printed.parts if part.code == "words")
        assert part.lines == (SAID,)
        assert part.note == "Said aloud on 23 November 2026: ask to hear the voice clip."
        change_document(
            document=clip.document,
            changes={"sensitivity": Sensitivity.SENSITIVE},
            version=version_of(clip.document, _facts()),
            by=teacher,
        )
        (printed,) = printed_passports(child.school, [child.pk])
        assert all(part.code != "words" for part in printed.parts)

    def test_a_sensitive_one_is_heard_by_few(self, child, lsa):
        sendco = member(child.school)
        clip = clip_for(child, sendco, words=SAID, sensitivity=Sensitivity.SENSITIVE)
        at = url(child, f"about-me/voice/{clip.pk}/")
        assert client_of(lsa).get(at).status_code == 404
        assert SAID not in text_of(client_of(lsa).get(url(child, "passport/")))
        assert client_of(sendco).get(at).status_code == 200

    def test_another_schools_clip_is_no_clip_and_a_governor_hears_none(self, child, teacher):
        other = PupilFactory(school=SchoolFactory())
        theirs = clip_for(other, member(other.school))
        client = client_of(teacher)
        assert client.get(url(other, f"about-me/voice/{theirs.pk}/")).status_code == 404
        assert client.get(url(child, f"about-me/voice/{theirs.pk}/")).status_code == 404
        mine = clip_for(child, teacher)
        governor = client_of(member(child.school, Role.GOVERNOR))
        assert governor.get(url(child, f"about-me/voice/{mine.pk}/")).status_code in (403, 404)
        cover = client_of(member(child.school, Role.SAFEGUARDING_LEAD))
        assert cover.get(url(child, f"about-me/voice/{mine.pk}/")).status_code == 200
        assert cover.get(url(child, "about-me/voice/")).status_code == 403

    def test_it_stays_a_recording(self, child, teacher):
        document = clip_for(child, teacher).document
        with pytest.raises(TransitionNotAllowed, match="stays as it is"):
            replace_document(document=document, upload=upload("a.pdf", pdf()), by=teacher)
        with pytest.raises(TransitionNotAllowed, match="stays as it is"):
            change_document(
                document=document,
                changes={"kind": "work"},
                version=version_of(document, _facts()),
                by=teacher,
            )
        client = client_of(member(child.school))
        form = client.get(url(child, "documents/add/")).content.decode()
        assert 'value="voice"' not in form

    def test_a_failed_recording_leaves_no_row_and_the_one_before(self, child, teacher, monkeypatch):
        first = clip_for(child, teacher)
        monkeypatch.setattr("pupils.services.documents.clips.bin_document", _refuse, raising=True)
        with pytest.raises(TransitionNotAllowed):
            clip_for(child, teacher, seconds=3)
        assert VoiceClip.objects.get() == first
        with pytest.raises(FileRefused):
            keep_clip(pupil=child, upload=upload("a.wav", pdf()), by=teacher)
        assert actions(child).count("file_document") == 1


def test_the_passport_asks_no_more_statements_for_them(child, teacher):
    client = client_of(teacher)
    pages = (url(child, "passport/"), url(child), url(child, "passport/symbols/"))
    few = [len(statements(client, page)) for page in pages]
    clip_for(child, teacher, words=SAID)
    for question in AboutMe:
        answer(child, teacher, question)
    assert [len(statements(client, page)) for page in pages] == few
    assert max(few) <= OF_EVERY_REQUEST + 8


def test_nobody_records_a_child_who_has_left(child, teacher):
    record_leaving(pupil=child, last_day=dt.date(2026, 11, 20), by=teacher)
    page = client_of(member(child.school)).get(url(child))
    assert "Record my voice" not in text_of(page)
    sendco = client_of(member(child.school))
    sent = {"file": _file("clip.wav", wav()), "agreed": "on", "words": SAID}
    assert sendco.post(url(child, "about-me/voice/"), sent).status_code == 404
    assert sendco.post(url(child, "about-me/ask/?q=likes"), {"words": SAID}).status_code == 404
    assert not VoiceClip.objects.exists()


def _facts():
    from pupils.services.documents.filing import DOCUMENT_FIELDS

    return DOCUMENT_FIELDS


def _refuse(**_):
    raise TransitionNotAllowed("No.")


def _file(name: str, data: bytes):
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile(name, data)
