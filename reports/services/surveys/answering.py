"""Answers to a survey, kept so that nobody can tell whose they are.

Nothing is written to the audit here: an event has a moment, and the moment of an answer beside the
day on which a link was used would be the beginning of a name.
"""

from collections.abc import Mapping
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import F

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from reports.models import SurveyAnswer, SurveyInvitee, SurveyRound, SurveyWords
from reports.selectors.surveys.scope import count_children
from reports.services.surveys.rounds import OVER, locked_round
from reports.survey_codes import LONGEST_WORDS
from reports.surveys.statements import SCALES, Asked

EVERYBODY = "Every child on the list has answered. Ask the SENDCo if one is still to come."


@transaction.atomic
def answer_by_link(*, invitee: SurveyInvitee, ticks: Mapping[str, str], words: str = "") -> bool:
    """Keep the answer of a family; False when this link was used before."""
    round = _locked_open(invitee.round)
    rows = SurveyInvitee.objects.select_for_update(no_key=True)
    found = rows.get(school_id=invitee.school_id, pk=invitee.pk)
    if found.used_on is not None:
        return False
    SurveyAnswer.objects.create(
        school=round.school, round=round, group=found.group, ticks=_clean(round, ticks)
    )
    _keep_words(round, words)
    found.used_on = clock.today()
    found.save(update_fields=["used_on"])
    _mix(round)
    return True


@transaction.atomic
def answer_as_pupil(
    *, round: SurveyRound, key: UUID, ticks: Mapping[str, str], words: str = ""
) -> bool:
    """Keep the answer of a child; `key` comes with the page, so that pressing twice counts once."""
    round = _locked_open(round)
    if round.is_of_families:
        raise TransitionNotAllowed("This survey is for families.")
    answers = SurveyAnswer.objects.filter(school=round.school_id, round=round)
    pk = uuid5(round.pk, str(key))
    if answers.filter(pk=pk).exists():
        return False
    if answers.count() >= max(round.asked_count or 0, count_children(round)):
        raise TransitionNotAllowed(EVERYBODY)
    SurveyAnswer.objects.create(pk=pk, school=round.school, round=round, ticks=_clean(round, ticks))
    _keep_words(round, words)
    _mix(round)
    return True


def _locked_open(round: SurveyRound) -> SurveyRound:
    found, today = locked_round(round), clock.today()
    if found.is_over(today):
        raise TransitionNotAllowed(OVER)
    if not found.is_open(today):
        raise TransitionNotAllowed("This survey has not opened yet.")
    return found


def _clean(round: SurveyRound, ticks: Mapping[str, str]) -> dict[str, str]:
    scale = SCALES[Asked(round.audience)]
    keys = {each.key for each in round.statements}
    return {key: str(scale(tick)) for key, tick in ticks.items() if key in keys and tick}


def _keep_words(round: SurveyRound, words: str) -> None:
    if round.asks_for_words and words.strip():
        SurveyWords.objects.create(
            school=round.school, round=round, words=words.strip()[:LONGEST_WORDS]
        )


def _mix(round: SurveyRound) -> None:
    """Write every row of the round anew, so that not even the database's own marks pair them.

    PostgreSQL keeps with each row the transaction that wrote it: a used link and its answer would
    have the same. After this all rows of the round have that of the newest answer.
    """
    own = {"school": round.school_id, "round": round}
    SurveyInvitee.objects.filter(**own).update(used_on=F("used_on"))
    SurveyAnswer.objects.filter(**own).update(ticks=F("ticks"))
    SurveyWords.objects.filter(**own).update(words=F("words"))
