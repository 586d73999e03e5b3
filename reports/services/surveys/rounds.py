"""Rounds of surveys: set up, changed, closed, discarded."""

import datetime as dt
from typing import Any

from django.db import transaction

from aylsham import clock
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed, require_version
from aylsham.models import School, User
from reports.models import SurveyAnswer, SurveyInvitee, SurveyLink, SurveyRound
from reports.selectors.surveys.scope import count_children, term_on
from reports.services.working_off import lock_school
from reports.survey_codes import LINKS_KEPT
from reports.surveys.statements import MOST_OWN, STATEMENTS, Asked

#: What an edit starts from.
ROUND_FIELDS = ("opens_on", "closes_on", "years", "keys", "own", "asks_for_words")
OVER = "This survey is closed."
BEGUN = "It has begun, so only its last day can still be changed."


@transaction.atomic
def start_round(*, school: School, by: User | None, **values: Any) -> SurveyRound:
    """Set up a round; nobody is asked yet. One a term for families, and one for pupils."""
    lock_school(school.pk)
    round = SurveyRound(school=school, **values)
    round.term = term_on(school, round.opens_on)
    _require_good(round)
    if not round.is_of_families:
        round.asked_count = count_children(round)
    round.save(force_insert=True)
    record_survey(round, by, "set up")
    return round


@transaction.atomic
def change_round(
    *, round: SurveyRound, version: str, by: User | None, **values: Any
) -> SurveyRound:
    """Change a round; once it has begun only its last day. StaleSave for the second editor."""
    found = locked_round(round)
    _require_not_over(found)
    require_version(found, ROUND_FIELDS, version)
    changed = {name for name in values if getattr(found, name) != values[name]}
    if has_begun(found) and changed - {"closes_on"}:
        raise TransitionNotAllowed(BEGUN)
    for name in ROUND_FIELDS:
        setattr(found, name, values.get(name, getattr(found, name)))
    found.term = term_on(found.school, found.opens_on)
    _require_good(found)
    if not found.is_of_families:
        found.asked_count = count_children(found)
    found.save()
    links_of(found).update(expires_on=found.closes_on + LINKS_KEPT)
    record_survey(found, by, "changed")
    return found


@transaction.atomic
def close_round(*, round: SurveyRound, by: User | None) -> SurveyRound:
    """Take no more answers from now on; closed twice changes nothing."""
    found = locked_round(round)
    if not has_begun(found):
        raise TransitionNotAllowed("Nobody was asked yet. Discard it instead.")
    if not found.is_over(clock.today()):
        found.closed_on = clock.today()
        found.save(update_fields=["closed_on"])
        record_survey(found, by, "closed")
    return found


@transaction.atomic
def discard_round(*, round: SurveyRound, by: User | None) -> None:
    """Take back a round before anybody was asked."""
    found = locked_round(round)
    if has_begun(found):
        raise TransitionNotAllowed("It has begun. Close it instead.")
    record_survey(found, by, "discarded")
    found.delete()


@transaction.atomic
def forget_invitees(*, school: School, today: dt.date) -> int:
    """A month after a round nobody knows any more who was asked; how many rows went."""
    before = today - LINKS_KEPT
    rounds = SurveyRound.objects.filter(school=school)
    gone = rounds.filter(closes_on__lt=before) | rounds.filter(closed_on__lt=before)
    links, _ = SurveyLink.objects.filter(school=school, expires_on__lt=today).delete()
    for round in gone.distinct():
        more, _ = links_of(round).delete()
        links += more
    invitees, _ = SurveyInvitee.objects.filter(school=school, round__in=gone).delete()
    return links + invitees


def has_begun(round: SurveyRound) -> bool:
    """Whether anybody was asked, or has answered."""
    answers = SurveyAnswer.objects.filter(school=round.school_id, round=round)
    return round.sent_on is not None or answers.exists()


def links_of(round: SurveyRound):
    """The secret addresses of everybody who was asked in a round."""
    invitees = SurveyInvitee.objects.filter(school=round.school_id, round=round)
    return SurveyLink.objects.filter(school=round.school_id, invitee_id__in=invitees.values("pk"))


def locked_round(round: SurveyRound) -> SurveyRound:
    """The round as it is now, locked: whoever answers waits here, one after the other."""
    rows = SurveyRound.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("school").get(school_id=round.school_id, pk=round.pk)


def record_survey(round: SurveyRound, by: User | None, step: str) -> None:
    """Write down what was done with a round; never who answered, nor when."""
    detail = {"audience": round.audience, "step": step}
    record_event(Action.RUN_SURVEY, school=round.school, by=by, subject=round, detail=detail)


def _require_not_over(round: SurveyRound) -> None:
    if round.is_over(clock.today()):
        raise TransitionNotAllowed(OVER)


def _require_good(round: SurveyRound) -> None:
    if round.closes_on <= round.opens_on:
        raise TransitionNotAllowed("The last day comes after the first.")
    if round.closes_on < clock.today():
        raise TransitionNotAllowed("The last day has passed already.")
    asked = Asked(round.audience)
    strange = [k for k in round.keys if k not in STATEMENTS or STATEMENTS[k].asked is not asked]
    if strange or len(round.own) > MOST_OWN:
        raise TransitionNotAllowed("Choose from the statements, and add two of your own at most.")
    if not round.keys and not round.own:
        raise TransitionNotAllowed("Ask at least one thing.")
    same = SurveyRound.objects.filter(school=round.school, audience=round.audience, term=round.term)
    if same.exclude(pk=round.pk).exists():
        raise TransitionNotAllowed("There is a survey for them this term already.")
