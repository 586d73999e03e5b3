"""What a family or a child said, taken over into a cycle as it was said."""

from django.db import transaction

from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.models import User
from provision.codes import CycleState
from provision.models import Cycle, CycleText
from provision.rules.cycle_sections import question_for
from provision.services.cycles import TEXT_FIELDS, write_text
from pupils.models import Voice
from pupils.services.recording import lock, lock_pupil


@transaction.atomic
def take_words(*, cycle: Cycle, voice: Voice, by: User) -> CycleText:
    """Put somebody's views under the question that asks for them, below what stands there.

    While the plan is written under the first question, while it runs under that of the review.
    What only a few may read stays so: the whole answer is then for the few.
    """
    lock_pupil(cycle.pupil)
    cycle = lock(cycle)
    key = question_for(voice.kind, in_review=cycle.state == CycleState.RUNNING)
    answer = CycleText.objects.filter(
        school_id=cycle.school_id, cycle=cycle, section=key or None
    ).first()
    if answer is None or cycle.section(key) is None:
        raise TransitionNotAllowed("This cycle does not ask for their words.")
    words = words_of(voice)
    if words in answer.text:
        raise TransitionNotAllowed("Their words stand there already.")
    answer.cycle = cycle
    return write_text(
        answer=answer,
        version=version_of(answer, TEXT_FIELDS),
        by=by,
        text=f"{answer.text.rstrip()}\n\n{words}".strip(),
        sensitivity=max(answer.sensitivity, voice.sensitivity),
    )


def words_of(voice: Voice) -> str:
    """`Ada Mum, 3 Nov 2026:` and each answer that is not empty, as it was written."""
    said = [each["answer"].strip() for each in voice.answers if each["answer"].strip()]
    head = f"{voice.said_by}, {voice.given_on:%-d %b %Y}:"
    return "\n".join([head, *said])
