"""Surveys of the demonstration: families and pupils last summer, and families again this term."""

import datetime as dt

from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from reports.models import SurveyAnswer, SurveyInvitee, SurveyRound, SurveyWords
from reports.services.surveys.answering import answer_by_link
from reports.services.surveys.rounds import start_round
from reports.services.surveys.sending import invite_all
from reports.services.surveys.words import sort_words
from reports.survey_codes import Group, WordsState
from reports.surveys.statements import Asked, current

OPENED_ON = dt.date(2026, 11, 9)
CLOSES_ON = dt.date(2026, 12, 4)
#: Of 26 families, in the order of the statements: how many said 4, 3, 2, 1 and 0.
FAMILIES = (
    (9, 9, 4, 2, 2),
    (6, 9, 7, 3, 1),
    (5, 8, 8, 4, 1),
    (14, 9, 2, 1, 0),
    (7, 9, 4, 2, 4),
    (8, 10, 5, 2, 1),
)
#: Of 21 children: how many said 3, 2 and 1.
PUPILS = ((12, 6, 3), (11, 7, 3), (8, 7, 6), (5, 9, 7), (13, 5, 3))
WORDS = {
    "Tell us before September who will help. Not in October.": WordsState.QUOTED,
    "The coffee mornings are good. One in the evening, please.": WordsState.QUOTED,
    "Plans are full of words I have to look up.": WordsState.QUOTED,
    "Mrs Dale in Oak was kind when it was hard.": WordsState.OUT,
    "All fine.": WordsState.READ,
}
PUPIL_WORDS = {
    "A quiet place at lunch.": WordsState.QUOTED,
    "More time to finish.": WordsState.QUOTED,
    "Not always the same table.": "",
}
#: Of those who are asked now, so many have answered.
ANSWERED = 4


def load_surveys(school: School, people: dict[str, User]) -> None:
    """Two rounds of last summer with what came of them; one that is open to families."""
    by = people["sendco@demo.example"]
    with school_transaction(school):
        _past(school, Asked.FAMILIES, asked_count=41, spread=FAMILIES, words=WORDS, by=by)
        _past(school, Asked.PUPILS, asked_count=24, spread=PUPILS, words=PUPIL_WORDS, by=by)
        round = _running(school, by)
        invitees = SurveyInvitee.objects.filter(school=school, round=round)
        for invitee in invitees.select_related("round__school")[:ANSWERED]:
            ticks = {each.key: "3" for each in current(Asked.FAMILIES)}
            answer_by_link(invitee=invitee, ticks=ticks)


def _past(school: School, asked: Asked, *, asked_count: int, spread, words, by: User) -> None:
    """A round of last summer, as if it had been answered then: answers know no day anyway."""
    round = SurveyRound.objects.create(
        school=school,
        audience=asked.value,
        term="2025-summer",
        opens_on=dt.date(2026, 6, 8),
        closes_on=dt.date(2026, 6, 26),
        keys=[each.key for each in current(asked)],
        asked_count=asked_count,
        sent_on=dt.date(2026, 6, 8) if asked is Asked.FAMILIES else None,
    )
    SurveyAnswer.objects.bulk_create(
        SurveyAnswer(school=school, round=round, group=_group(asked, n), ticks=ticks)
        for n, ticks in enumerate(_ticks(asked, spread))
    )
    rows = SurveyWords.objects.bulk_create(
        SurveyWords(school=school, round=round, words=said) for said in words
    )
    sort_words(round=round, decided={row.pk: words[row.words] for row in rows}, by=by)


def _running(school: School, by: User) -> SurveyRound:
    """This term's round, with one sentence of the school's own."""
    round = start_round(
        school=school,
        by=by,
        audience=Asked.FAMILIES.value,
        opens_on=OPENED_ON,
        closes_on=CLOSES_ON,
        years=[],
        keys=[each.key for each in current(Asked.FAMILIES)],
        own=["Nothing my child wanted to do was closed to them."],
        asks_for_words=True,
    )
    round.sent_on = OPENED_ON
    round.save(update_fields=["sent_on"])
    for _ in invite_all(round):
        pass
    return round


def _ticks(asked: Asked, spread) -> list[dict[str, str]]:
    """Answers whose sums are `spread`; each statement begins with another person."""
    steps = ("4", "3", "2", "1", "0") if asked is Asked.FAMILIES else ("3", "2", "1")
    columns = []
    for place, counts in enumerate(spread):
        said = [step for step, many in zip(steps, counts, strict=True) for _ in range(many)]
        columns.append(said[place * 3 :] + said[: place * 3])
    keys = [each.key for each in current(asked)]
    return [dict(zip(keys, row, strict=True)) for row in zip(*columns, strict=True)]


def _group(asked: Asked, number: int) -> str:
    if asked is Asked.PUPILS:
        return ""
    return Group.PLAN if number % 3 == 0 else Group.SUPPORT
