"""Answers to asks about what somebody gives: last week's sessions, a word before a review."""

from aylsham.changes import TransitionNotAllowed
from aylsham.forms import Form
from provision.rules.delivery import Came
from provision.rules.standing_marks import SessionAt
from provision.selectors.log_card import bare_card
from provision.services.giver_words import Saying, say_how_it_goes
from provision.services.sessions import MarkFacts
from provision.services.week_log import ToLog, log_week
from reports.answering.asked import Asked
from reports.forms.asks import HadForm, WordsForm


def words_form(asked: Asked) -> list[Form]:
    """A box for each child; nothing where no session was logged of which a word can be said."""
    form = WordsForm(asked.data, prefix=asked.prefix, children=asked.facts.unsaid)
    return [form] if form.children else []


def say(asked: Asked, form: WordsForm) -> None:
    """Keep each word with the last session of its child."""
    provision = form.said[0][0].last.log.session.provision
    provision.school = asked.request.school
    say_how_it_goes(
        provision=provision,
        sayings=[Saying(child.pupil, child.last, word) for child, word in form.said],
        by=asked.request.user,
        key=form.cleaned_data["key"],
    )


def had_form(asked: Asked) -> list[Form]:
    """The days of last week without a log; nothing where none of them can be logged."""
    week = asked.facts.week
    if week is None or not week.sessions:
        return []
    return [HadForm(asked.data, prefix=asked.prefix, week=week)]


def log_had(asked: Asked, form: HadForm) -> None:
    """Log that everybody had it on each of these days."""
    log_week(
        school=asked.request.school,
        sessions=[_had(asked, at) for at in form.cleaned_data["days"]],
        by=asked.request.user,
        key=form.cleaned_data["key"],
    )


def _had(asked: Asked, at: SessionAt) -> ToLog:
    card = bare_card(asked.request.access, asked.line.ask.subject, at)
    if card is None or not card.children:
        raise TransitionNotAllowed(f"No child whom you see was in it on {at.on:%-d %B}.")
    marks = tuple(MarkFacts(row.pupil, Came.HAD) for row in card.children)
    return ToLog(card.provision, at, marks, 0, card.given_for)
