"""A child says what they like: pictures pressed on a tablet, a voice clip recorded and heard."""

import pytest

from aylsham.models import School
from aylsham.tenancy.row_security import school_transaction
from pupils.models import Passport, Voice, VoiceClip
from tests.documents.sounds import wav


def children_not_asked_yet() -> list:
    with school_transaction(*School.objects.filter(slug="bure-valley")):
        asked = Voice.objects.filter(given_how="pictures").values("pupil")
        rows = Passport.objects.filter(state="published", pupil__class_group__name="Oak")
        return [row.pupil_id for row in rows.exclude(pupil__in=asked).order_by("pk")]


def clips_of(pupil_id) -> list[VoiceClip]:
    with school_transaction(*School.objects.filter(slug="bure-valley")):
        rows = VoiceClip.objects.filter(document__pupil=pupil_id, document__binned_at=None)
        return list(rows)


def comes_true(page, said: str) -> None:
    """Wait until it is; the pages' rules do not let Playwright wait in them."""
    for _ in range(100):
        if page.evaluate(said):
            return
        page.wait_for_timeout(100)
    raise AssertionError(said)


def test_pictures_then_a_voice_clip_with_the_microphone(open_person):
    child = children_not_asked_yet()[0]
    teacher = open_person(width=820, height=1180).come_back_as("teacher@demo.example")
    teacher.go(f"/bure-valley/children/{child}/passport/").follow("About me")
    page = teacher.page
    assert teacher.violations() == []
    teacher.follow("Begin")
    page.locator("label.ay-pick", has_text="Dogs").click()
    page.locator("label.ay-pick", has_text="Drawing").click()
    page.get_by_label("In the child's own words").fill("my dog cud do tricks")
    assert teacher.violations() == []
    assert not teacher.is_too_wide()
    teacher.press("Next")
    assert "What matters to you?" in teacher.text
    teacher.follow("Stop here")
    assert "my dog cud do tricks" in teacher.text
    teacher.follow("Record my voice")
    assert teacher.violations() == []
    page.get_by_role("button", name="Record", exact=True).click()
    comes_true(page, "document.querySelector('progress').value > 1.2")
    page.get_by_role("button", name="Stop").click()
    page.get_by_text("Recorded. Listen to it together").wait_for()
    page.get_by_role("button", name="Listen").click()
    page.get_by_role("button", name="Try again").click()
    comes_true(page, "document.querySelector('progress').value > 1.2")
    page.get_by_role("button", name="Stop").click()
    page.get_by_text("Recorded. Listen to it together").wait_for()
    page.get_by_label("Every word of it").fill("beep its me")
    page.get_by_label("The child has heard it").check()
    assert teacher.violations() == []
    assert not teacher.is_too_wide()
    teacher.press("Keep it")
    assert "The voice clip is kept." in teacher.text
    (clip,) = clips_of(child)
    assert 1 <= clip.seconds <= 5
    teacher.follow("Back to the passport")
    player = page.locator("audio")
    player.evaluate("e => e.play()")
    comes_true(page, "document.querySelector('audio').currentTime > 0.3")
    assert player.evaluate("e => e.duration") == pytest.approx(float(clip.seconds), abs=0.3)
    assert "beep its me" in teacher.text
    assert teacher.violations() == []
    page.go_back()
    teacher.go(f"/bure-valley/children/{child}/about-me/")
    # A child's thumb on the page does not delete it.
    assert page.get_by_role("button", name="Delete the clip").is_hidden()
    page.get_by_text("The child wants it back").click()
    teacher.press("Delete the clip")
    assert "taken back" in teacher.text
    assert clips_of(child) == []
    assert teacher.faults == []


def test_without_script_a_recording_is_chosen_as_a_file(open_person):
    child = children_not_asked_yet()[-1]
    teacher = open_person(width=360, height=740, script=False).come_back_as("teacher@demo.example")
    teacher.go(f"/bure-valley/children/{child}/about-me/voice/")
    page = teacher.page
    assert page.locator("[data-recorder-panel]").is_hidden()
    sent = {"name": "memo.wav", "mimeType": "audio/wav", "buffer": wav(2)}
    page.get_by_label("Or choose a recording").set_input_files(sent)
    page.get_by_label("The child has heard it").check()
    teacher.press("Keep it")
    (clip,) = clips_of(child)
    assert float(clip.seconds) == 2
