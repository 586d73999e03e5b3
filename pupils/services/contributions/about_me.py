"""What a child answers about themselves with pictures: written down by an adult, word for word."""

from collections.abc import Sequence

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from pupils.codes import AboutMe
from pupils.family_codes import AskKind, GivenHow
from pupils.models import Pupil, Voice
from pupils.services.passports.writing import passport_of
from pupils.services.recording import lock_pupil, record_change
from pupils.symbols import SYMBOLS

#: More than a child chooses, fewer than an adult who presses everything.
MOST_PICTURES = 12


@transaction.atomic
def answer_about_me(
    *, pupil: Pupil, question: AboutMe, pictures: Sequence[str], words: str, by: User
) -> None:
    """Keep the answer to one question, in today's sitting of this child with this adult.

    Earlier sittings stay as they are; an empty answer takes back what was said today.
    """
    chosen = list(dict.fromkeys(pictures))
    if not SYMBOLS.keys() >= set(chosen):
        raise TransitionNotAllowed("One of these pictures is not ours. Choose another.")
    if len(chosen) > MOST_PICTURES:
        raise TransitionNotAllowed(f"Choose at most {MOST_PICTURES} pictures.")
    pupil = lock_pupil(pupil)
    passport_of(pupil)
    sitting = _sitting(pupil, by)
    said = {each.get("code"): each for each in sitting.answers}
    said.pop(question, None)
    if chosen or words:
        said[question] = {
            "code": question.value,
            "question": str(question.label),
            "answer": words,
            "pictures": chosen,
        }
    sitting.answers = [said[code] for code in AboutMe.values if code in said]
    if sitting.answers:
        sitting.save()
    elif not sitting._state.adding:
        sitting.delete()
    record_change(
        Action.RECEIVE_VIEWS, pupil=pupil, by=by, subject=sitting, detail={"step": question.value}
    )


def _sitting(pupil: Pupil, by: User) -> Voice:
    """What the child said to this adult today, kept or to be kept."""
    values = {
        "pupil": pupil,
        "kind": AskKind.PUPIL_VIEWS,
        "given_how": GivenHow.PICTURES,
        "given_on": clock.today(),
        "recorded_by": by,
    }
    found = Voice.objects.filter(school=pupil.school, **values).select_for_update(of=("self",))
    return found.first() or Voice(
        school=pupil.school, said_by=pupil.known_as, role="Child", helper=by.name, **values
    )
