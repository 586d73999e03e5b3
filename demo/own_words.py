"""What two children of the demonstration say about themselves, one of them aloud."""

import io
import math
import struct
import wave

from aylsham.documents.inspecting import Upload
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.codes import AboutMe, PassportState
from pupils.models import Passport
from pupils.services.contributions.about_me import answer_about_me
from pupils.services.documents.clips import keep_clip

ANSWERS: tuple[dict[AboutMe, tuple[list[str], str]], ...] = (
    {
        AboutMe.LIKES: (["train", "brick", "dog"], "Trains. And my dog Biscuit he is fast"),
        AboutMe.MATTERS: (["calendar", "family"], "I want to know whats next"),
        AboutMe.HELPS: (["headphone", "timer"], "the blue ear things"),
        AboutMe.HARD: (["loudspeaker", "crowd"], "the bell hurts my ears"),
        AboutMe.HOW: (["show-me", "shush"], "dont shout it just show me"),
    },
    {
        AboutMe.LIKES: (["art", "rabbit"], "drawing rabits"),
        AboutMe.HARD: (["question", "clock"], "when its too quick"),
    },
)
ALOUD = (
    "Hello it's me. When the bell goes I need my ears on. Please tell me first. "
    "(A tune stands in for the voice in this demonstration.)"
)
_NOTES = (523, 587, 659, 523, 659, 784)


def load_own_words(school: School, people: dict[str, User]) -> None:
    """Ask two children with a published passport, and record one."""
    teacher = people["teacher@demo.example"]
    with school_transaction(school):
        rows = Passport.objects.filter(
            school=school, state=PassportState.PUBLISHED, pupil__class_group__name="Oak"
        ).select_related("pupil__school")
        pupils = [row.pupil for row in rows.order_by("pupil__last_name", "pk")[: len(ANSWERS)]]
        for pupil, answers in zip(pupils, ANSWERS, strict=True):
            for question, (pictures, words) in answers.items():
                answer_about_me(
                    pupil=pupil, question=question, pictures=pictures, words=words, by=teacher
                )
        sent = Upload("clip.wav", _tune())
        keep_clip(pupil=pupils[0], upload=sent, words=ALOUD, by=teacher)


def _tune(hertz: int = 8000) -> bytes:
    samples = (
        round(7000 * math.sin(2 * math.pi * note * n / hertz) * (1 - n / hertz))
        for note in _NOTES
        for n in range(hertz // 2)
    )
    into = io.BytesIO()
    with wave.open(into, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(hertz)
        sound.writeframes(b"".join(struct.pack("<h", each) for each in samples))
    return into.getvalue()
