"""Rounds of surveys as their pages show them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from aylsham import clock
from aylsham.access.current import Access
from aylsham.dates import academic_year
from aylsham.models import School
from aylsham.suppression.settings import SMALL
from reports.governor.terms import TermKey
from reports.models import SurveyAnswer, SurveyInvitee, SurveyRound, SurveyWords
from reports.selectors.surveys.scope import count_children, count_unreached
from reports.survey_codes import WordsState
from reports.surveys.sentences import Voice, voice_of
from reports.surveys.statements import Asked
from reports.surveys.tally import Answer, Results, tally

#: A round feeds reports for so long after its last day.
FRESH_FOR = dt.timedelta(days=366)


@dataclass(frozen=True)
class RoundLine:
    """A round as a list shows it."""

    round: SurveyRound
    answered: int
    today: dt.date

    @property
    def term(self) -> str:
        return TermKey.parse(self.round.term).label

    @property
    def shown(self) -> str:
        """A key of STATES."""
        if self.round.is_over(self.today):
            return "closed"
        return "on_track" if self.round.is_open(self.today) else "waiting"

    @property
    def words(self) -> str:
        """The same in words."""
        if self.round.is_over(self.today):
            return "Closed"
        return "Open" if self.round.is_open(self.today) else "Not open yet"

    @property
    def told(self) -> str:
        """How many answered, of how many; once it is over no number below five."""
        asked = self.round.asked_count
        if asked is None:
            return "nobody asked yet"
        few = self.round.is_over(self.today) and self.answered < SMALL
        return f"{f'fewer than {SMALL}' if few else self.answered} of {asked}"

    @property
    def whom(self) -> str:
        return Asked(self.round.audience).label


@dataclass(frozen=True)
class RoundPage:
    """One round: who was asked, what they say once it is over."""

    line: RoundLine
    #: Asked by e-mail; by a printed slip, and of those not yet used.
    by_mail: int
    by_slip: int
    slips_left: int
    #: Children whom it is about today.
    children: int
    #: Of families who were sent links: children for whom nobody may be asked.
    unreached: int
    results: Results | None
    words: int
    unread: int

    @property
    def has_begun(self) -> bool:
        return self.line.round.sent_on is not None or self.line.answered > 0


def rounds_of(school: School, today: dt.date) -> list[RoundLine]:
    """Every round, the newest first; one statement."""
    return [RoundLine(row, row.answered, today) for row in _rounds(school)]


def round_of(school: School, pk: UUID) -> SurveyRound | None:
    """One round of the school."""
    row = _rounds(school).filter(pk=pk).first()
    if row is not None:
        row.school = school
    return row


def round_page(round: SurveyRound, today: dt.date) -> RoundPage:
    """A round with what it says: results only once it is over, so that none shows by a difference."""
    is_slip, is_left = Q(contact=None), Q(used_on=None)
    asked = SurveyInvitee.objects.filter(school=round.school_id, round=round).aggregate(
        mail=Count("pk", filter=~is_slip),
        slip=Count("pk", filter=is_slip),
        left=Count("pk", filter=is_slip & is_left),
    )
    is_over = round.is_over(today)
    words = words_of(round) if is_over else []
    results = results_of(round) if is_over else None
    shows = results is not None and results.is_shown
    return RoundPage(
        RoundLine(round, round.answered, today),
        by_mail=asked["mail"],
        by_slip=asked["slip"],
        slips_left=asked["left"],
        children=count_children(round),
        unreached=count_unreached(round) if round.sent_on and not is_over else 0,
        results=results,
        words=len(words) if shows else 0,
        unread=sum(not row.state for row in words) if shows else 0,
    )


def open_for_pupils(school: School, today: dt.date) -> list[RoundLine]:
    """Rounds that children can answer today."""
    rows = _rounds(school).filter(audience=Asked.PUPILS)
    return [RoundLine(row, row.answered, today) for row in rows if row.is_open(today)]


def results_of(round: SurveyRound) -> Results:
    """What a round that is over says, beside the one before it; two statements or three."""
    before = _before(round)
    return _tally(round, _tally(before) if before else None)


def words_of(round: SurveyRound) -> list[SurveyWords]:
    """What was written, in no order: keys are random."""
    return list(SurveyWords.objects.filter(school=round.school_id, round=round))


def voices_of(school: School, day: dt.date) -> tuple[Voice, ...]:
    """What the newest rounds of the last year say, for reports as of a day."""
    rows = list(_rounds(school).over(day).filter(opens_on__lte=day, closes_on__gt=day - FRESH_FOR))
    newest: dict[str, SurveyRound] = {}
    for row in rows:
        newest.setdefault(row.audience, row)
    found = (_voice(school, row) for row in sorted(newest.values(), key=lambda r: r.audience))
    return tuple(voice for voice in found if voice)


def is_survey_due(access: Access) -> bool:
    """Whether the school of this page has asked no family since its school year began."""
    if access.school is None:
        return False
    first = dt.date(academic_year(access.today), 9, 1)
    rows = SurveyRound.objects.filter(school=access.school, audience=Asked.FAMILIES)
    return not rows.filter(opens_on__gte=first).exists()


def _voice(school: School, round: SurveyRound) -> Voice | None:
    before = _before(round)
    quotes = SurveyWords.objects.filter(
        school=school, round=round, state=WordsState.QUOTED
    ).values_list("words", flat=True)
    return voice_of(
        _tally(round),
        _tally(before) if before else None,
        school=school.name,
        asked=Asked(round.audience),
        term=TermKey.parse(round.term).label,
        quotes=quotes,
    )


def _tally(round: SurveyRound, before: Results | None = None) -> Results:
    rows = SurveyAnswer.objects.filter(school=round.school_id, round=round)
    answers = [Answer(row.group, row.ticks) for row in rows]
    return tally(
        Asked(round.audience),
        round.statements,
        answers,
        asked_count=_asked(round, answers),
        before=before,
    )


def _asked(round: SurveyRound, answers: Iterable[Answer]) -> int:
    """A family that was taken off the record since has answered all the same."""
    return max(round.asked_count or 0, len(list(answers)))


def _before(round: SurveyRound) -> SurveyRound | None:
    rows = SurveyRound.objects.filter(school=round.school_id, audience=round.audience)
    rows = rows.over(clock.today()).filter(opens_on__lt=round.opens_on)
    return rows.order_by("-opens_on").first()


def _rounds(school: School) -> QuerySet[SurveyRound]:
    answers = SurveyAnswer.objects.filter(school=OuterRef("school"), round=OuterRef("pk"))
    counted = answers.order_by().values("round").annotate(n=Count("pk")).values("n")
    rows = SurveyRound.objects.filter(school=school)
    rows = rows.annotate(answered=Coalesce(Subquery(counted), 0))
    return rows.order_by(F("opens_on").desc(), "audience")
