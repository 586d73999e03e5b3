"""Answers to asks about a paper that stands there to be read: a plan to check, papers to read."""

from aylsham.changes import TransitionNotAllowed
from aylsham.forms import Form
from provision.forms.quality import LookForm
from provision.selectors.quality import paper_of
from provision.services.cycle_checks import check_cycle, send_back
from provision.services.quality import look_at
from pupils.paper_codes import FitKind
from pupils.selectors.safety import find_plan
from pupils.services.passports.checking import confirm_whole, publish_passport
from pupils.services.passports.checking import send_back as send_passport_back
from pupils.services.passports.measuring import ask_to_measure
from pupils.services.passports.reading import confirm_passport_read
from pupils.services.safety import confirm_read
from reports.answering.asked import Asked
from reports.answering.cycles import cycle_asked
from reports.forms.asks import CheckForm, CheckPassportForm, ReadForm


def check_form(asked: Asked) -> list[Form]:
    """What is found of the plan; nothing where it cannot be shown."""
    plan = asked.facts.plan
    if plan is None:
        return []
    return [CheckForm(asked.data, prefix=asked.prefix, initial={"seen": plan.mark})]


def check(asked: Asked, form: CheckForm) -> None:
    """Let the cycle run, or send it back with what should change."""
    cycle, seen = cycle_asked(asked), form.cleaned_data["seen"]
    if form.is_good:
        check_cycle(cycle=cycle, by=asked.request.user, seen=seen)
    else:
        send_back(cycle=cycle, note=form.cleaned_data["note"], by=asked.request.user, seen=seen)


def passport_check_form(asked: Asked) -> list[Form]:
    """What is found of the passport; nothing where it cannot be shown."""
    passport = asked.facts.passport
    if passport is None or not passport.lines:
        return []
    initial = {"seen": passport.mark}
    return [CheckPassportForm(asked.data, prefix=asked.prefix, initial=initial)]


def check_passport(asked: Asked, form: CheckPassportForm) -> None:
    """Publish the passport, or send it back with what should change."""
    told = {"pupil": asked.pupil, "seen": form.cleaned_data["seen"], "by": asked.request.user}
    if not form.is_good:
        send_passport_back(comments={"": form.cleaned_data["note"]}, **told)
        return
    publish_passport(on=asked.request.access.today, **told)
    ask_to_measure(pupil=told["pupil"], kind=FitKind.PASSPORT, by=told["by"])


def look_form(asked: Asked) -> list[Form]:
    """What is found of a paper of the sample; nothing where it cannot be shown."""
    look = asked.facts.look
    if look is None or not look.words:
        return []
    return [LookForm(asked.data, prefix=asked.prefix, paper=look.paper, adults=())]


def look(asked: Asked, form: LookForm) -> None:
    """Keep what was found, and tell whoever hears of it."""
    paper = paper_of(asked.pupil, asked.line.ask.subject)
    if paper is None:
        raise TransitionNotAllowed("This is no longer there.")
    look_at(
        paper=paper,
        marks=form.marks,
        feedback=form.cleaned_data["feedback"],
        hears=form.hears,
        on=asked.request.access.today,
        by=asked.request.user,
    )


def read_form(asked: Asked) -> list[Form]:
    """That it was read; nothing where nothing can be shown."""
    paper = asked.facts.paper
    if paper is None or not paper.lines:
        return []
    return [ReadForm(asked.data, prefix=asked.prefix, initial={"shown": paper.shown})]


def read_passport(asked: Asked, form: ReadForm) -> None:
    """The passport was read as it stood on the page."""
    shown = form.cleaned_data["shown"]
    confirm_passport_read(pupil=asked.pupil, shown=shown, by=asked.request.user)


def read_plan(asked: Asked, form: ReadForm) -> None:
    """The safety plan was read as it stood on the page."""
    plan = find_plan(asked.request.access, asked.pupil, asked.line.ask.subject)
    if plan is None:
        raise TransitionNotAllowed("This plan is no longer there.")
    confirm_read(plan=plan, shown=form.cleaned_data["shown"], by=asked.request.user)


def confirm(asked: Asked, form: Form) -> None:
    """Every line of the passport is still true."""
    confirm_whole(pupil=asked.pupil, on=asked.request.access.today, by=asked.request.user)
