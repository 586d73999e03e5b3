"""Recordings from outside: real sound of at most a minute, with nothing in it but the sound."""

import io
import wave

import pytest

from aylsham.documents.checks.refusal import FileRefused
from aylsham.documents.checks.signatures import EICAR
from aylsham.documents.checks.sounds import MOST_BYTES, examine_sound
from aylsham.documents.inspecting import Upload, check_file, check_voice
from tests.documents.making import pdf
from tests.documents.sounds import PLACE, m4a, mp3, wav

GOOD = {"wav": wav, "mp3": mp3, "m4a": m4a}
MEDIA = {"wav": "audio/wav", "mp3": "audio/mpeg", "m4a": "audio/mp4"}


@pytest.mark.parametrize("ending", GOOD)
def test_a_recording_is_kept_without_what_stands_beside_the_sound(ending):
    sent = GOOD[ending]()
    assert PLACE in sent
    kept = examine_sound(sent, f"Zoë's memo.{ending}")
    assert PLACE not in kept.data
    assert (kept.media_type, kept.extension) == (MEDIA[ending], ending)
    assert kept.seconds == pytest.approx(2, abs=0.1)
    again = examine_sound(kept.data, f"clip.{ending}")
    assert again == kept


def test_the_sound_itself_is_untouched():
    sent = wav(1)
    with (
        wave.open(io.BytesIO(sent)) as before,
        wave.open(io.BytesIO(examine_sound(sent, "a.wav").data)) as after,
    ):
        assert before.readframes(16_000) == after.readframes(16_000)
    kept = examine_sound(m4a(1), "a.m4a").data
    assert b"\x21" * 40 * 5 in kept
    assert kept.index(b"\x21" * 40) == m4a(1).index(b"\x21" * 40)


@pytest.mark.parametrize("ending", GOOD)
@pytest.mark.parametrize(("seconds", "is_taken"), [(60, True), (61, True), (62, False)])
def test_a_minute_and_no_longer(ending, seconds, is_taken):
    data = GOOD[ending](seconds)
    if is_taken:
        assert examine_sound(data, f"clip.{ending}").seconds == pytest.approx(seconds, abs=0.1)
    else:
        with pytest.raises(FileRefused, match="At most 60"):
            examine_sound(data, f"clip.{ending}")


_AVI = b"RIFF\x24\0\0\0AVI LIST" + b"\0" * 40
BAD = {
    "empty.wav": b"",
    "disguised.wav": pdf(),
    "disguised.mp3": pdf(),
    "disguised.m4a": pdf(),
    "page.mp3": b"<html><script>alert(1)</script></html>" + mp3(),
    "program.m4a": b"MZ" + m4a(),
    "film.wav": _AVI,
    "virus.wav": wav(note=EICAR),
    "cut.wav": wav()[:600] + b"",
    "head.wav": wav()[:44],
    "short.wav": wav(0.2),
    "silent.wav": wav(is_loud=False),
    "bomb.wav": wav()[:40] + b"\xff\xff\xff\x7f" + wav()[44:],
    "rest.mp3": mp3(behind=b"PK\x05\x06 something else of some length"),
    "few.mp3": mp3(0.1),
    "video.m4a": m4a(handler=b"vide"),
    "codec.m4a": m4a(codec=b"avc1"),
    "two.m4a": m4a(extra=m4a()[len(m4a()) - 700 :]),
    "cut.m4a": m4a()[:-30],
    "moov.m4a": m4a().replace(b"moov", b"muuv"),
    "outside.m4a": m4a().replace(b"stco", b"stcx"),
    "other.ogg": b"OggS" + b"\0" * 400,
    "other.webm": b"\x1a\x45\xdf\xa3" + b"\0" * 400,
    "../path.wav": wav(),
    "clip.exe.wav": wav(),
}


@pytest.mark.parametrize("name", BAD)
def test_whatever_else_is_refused_with_a_sentence(name):
    with pytest.raises(FileRefused) as refused:
        examine_sound(BAD[name], name)
    assert str(refused.value).endswith(".")


def test_one_too_large_is_not_read():
    with pytest.raises(FileRefused, match="12 MB"):
        check_voice(Upload("clip.wav", bytes(MOST_BYTES + 1)))


def test_it_is_looked_into_beside_the_server_and_never_filed_as_a_paper():
    kept = check_voice(Upload("clip.wav", wav()))
    assert kept.seconds == 2
    with pytest.raises(FileRefused):
        check_voice(Upload("clip.wav", pdf()))
    with pytest.raises(FileRefused):
        check_file(Upload("clip.wav", wav()))


def test_no_damage_breaks_the_check():
    """Each byte of the heads is spoilt in turn: taken or refused, never anything else."""
    for ending, make in GOOD.items():
        sent = make(0.6)
        # The heads of an m4a stand behind its sound.
        places = [*range(min(300, len(sent))), *range(max(0, len(sent) - 900), len(sent))]
        for at in places:
            spoilt = bytearray(sent)
            spoilt[at] ^= 0xFF
            try:
                kept = examine_sound(bytes(spoilt), f"clip.{ending}")
            except FileRefused:
                continue
            assert kept.seconds <= 62
