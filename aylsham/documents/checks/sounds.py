"""Recordings of a voice: the sound is kept; who made it, where, when and with what is not."""

import io
import struct
import wave
from dataclasses import dataclass

from aylsham.documents.checks import signatures
from aylsham.documents.checks.kinds import SOUNDS, SOUNDS_IN_WORDS
from aylsham.documents.checks.mp3 import frames_of_mp3
from aylsham.documents.checks.mp4 import sound_of_mp4
from aylsham.documents.checks.names import extension_of
from aylsham.documents.checks.refusal import BROKEN_SOUND, FileRefused

MOST_SECONDS = 60
#: A recorder stops a little late.
SLACK = 1.5
#: A minute in stereo as a phone records it without compression.
MOST_BYTES = 12_000_000
SHORTEST = 0.5


@dataclass(frozen=True)
class Sound:
    """A recording that may be kept: its bytes, what they are, how long it is."""

    data: bytes
    media_type: str
    extension: str
    seconds: float


def examine_sound(data: bytes, name: str) -> Sound:
    """The recording as it will be kept; FileRefused says why not."""
    extension = extension_of(name)
    require_sound_size(len(data))
    signatures.refuse_test_virus(data)
    if extension not in SOUNDS:
        raise FileRefused(f"This is no recording that we take. Taken are: {SOUNDS_IN_WORDS}.")
    signatures.refuse_programs(data)
    signatures.refuse_two_in_one(data, but="sound")
    try:
        kept, seconds = _CLEANED[extension](data)
    except (struct.error, LookupError, OverflowError, ZeroDivisionError):
        raise FileRefused(BROKEN_SOUND) from None
    if seconds > MOST_SECONDS + SLACK:
        raise FileRefused(
            f"The recording is {seconds:.0f} seconds long. At most {MOST_SECONDS} are kept: "
            "record what matters most."
        )
    if seconds < SHORTEST:
        raise FileRefused("The recording is too short to hear anything. Record it again.")
    return Sound(kept, SOUNDS[extension], extension, round(seconds, 1))


def require_sound_size(size: int) -> None:
    """Refused by its size before it is read any further."""
    if not size:
        raise FileRefused("The file is empty.")
    if size > MOST_BYTES:
        raise FileRefused(
            f"The recording is {size / 1_000_000:,.0f} MB. At most {MOST_BYTES // 1_000_000} MB "
            "are taken: record at most a minute."
        )


def _wav(data: bytes) -> tuple[bytes, float]:
    """Written anew from its samples alone."""
    try:
        with wave.open(io.BytesIO(data)) as sound:
            facts, said = sound.getparams(), sound.getnframes()
            samples = sound.readframes(said)
    except (wave.Error, EOFError, RuntimeError):
        raise FileRefused(BROKEN_SOUND) from None
    if facts.sampwidth not in (1, 2, 3, 4) or facts.nchannels not in (1, 2):
        raise FileRefused(BROKEN_SOUND)
    if not 8000 <= facts.framerate <= 96_000:
        raise FileRefused(BROKEN_SOUND)
    if len(samples) != said * facts.nchannels * facts.sampwidth or not samples:
        raise FileRefused(BROKEN_SOUND)
    if samples.count(samples[:1]) == len(samples):
        raise FileRefused("Nothing can be heard: the microphone was off. Record it again.")
    into = io.BytesIO()
    with wave.open(into, "wb") as clean:
        clean.setnchannels(facts.nchannels)
        clean.setsampwidth(facts.sampwidth)
        clean.setframerate(facts.framerate)
        clean.writeframes(samples)
    return into.getvalue(), said / facts.framerate


_CLEANED = {"wav": _wav, "mp3": frames_of_mp3, "m4a": sound_of_mp4}
