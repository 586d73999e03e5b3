"""Rounds of surveys, families who are asked, and their answers, for tests."""

import re

from django.core import mail

from aylsham.jobs.runner import run_job
from aylsham.models import Job
from pupils.models import Contact
from reports.models import SurveyInvitee, SurveyLink, SurveyRound
from reports.services.surveys.answering import answer_by_link
from reports.services.surveys.rounds import start_round
from reports.services.surveys.sending import send_links
from reports.surveys.statements import Asked, current
from tests.factories import TODAY, PupilFactory, member
from tests.reports.objective_makers import DAY


def a_round(school, asked: Asked = Asked.FAMILIES, **values) -> SurveyRound:
    usual = {
        "audience": asked.value,
        "opens_on": TODAY,
        "closes_on": TODAY + 14 * DAY,
        "years": [],
        "keys": [each.key for each in current(asked)],
        "own": [],
        "asks_for_words": True,
    }
    return start_round(school=school, by=None, **usual | values)


def a_family(school, email: str = "", **child) -> Contact:
    """A child on the register with one parent."""
    number = Contact.objects.count()
    pupil = PupilFactory(school=school, **{"on_register": True} | child)
    return Contact.objects.create(
        school=school,
        pupil=pupil,
        name="Nell Hallamby",
        relationship="Mother",
        has_parental_responsibility=True,
        email=f"family{number}@home.example" if email == "" else email.strip(),
    )


def do_jobs() -> list:
    """Do the work that waits, e-mails included; the new messages."""
    before = len(mail.outbox)
    while job := Job.objects.filter(state="waiting").order_by("pk").first():
        run_job(job.pk)
    return mail.outbox[before:]


def sent(round: SurveyRound) -> list:
    """Ask everybody; the messages."""
    send_links(round=round, by=member(round.school))
    messages = do_jobs()
    round.refresh_from_db()
    return messages


def link_in(message) -> str:
    """The path in an e-mail."""
    return re.search(r"/contribute/survey/[\w-]+/", message.body).group()


def answered(round: SurveyRound, many: int, tick: str = "3", words: str = "") -> None:
    """So many families with a link say the same to everything."""
    rows = SurveyInvitee.objects.filter(round=round, used_on=None).select_related("round__school")
    ticks = {each.key: tick for each in round.statements}
    for invitee in rows[:many]:
        assert answer_by_link(invitee=invitee, ticks=ticks, words=words)


def ended(round: SurveyRound) -> SurveyRound:
    """The same round as if its last day were yesterday."""
    rows = SurveyRound.objects.filter(pk=round.pk)
    rows.update(opens_on=TODAY - 15 * DAY, closes_on=TODAY - DAY)
    SurveyLink.objects.update(expires_on=TODAY + 29 * DAY)
    round.refresh_from_db()
    return round
