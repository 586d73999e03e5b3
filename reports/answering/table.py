"""Which kinds of asks are answered on the page, and carrying an answer out.

What is not named here has a page of its own, to which the ask leads.
"""

from functools import partial

from aylsham.access.permissions import Permission
from aylsham.editing import carried_out
from provision.forms.review_grid import RowForm
from reports.answering import cycles, others, papers, sessions
from reports.answering.asked import Answer, Asked, Shown


def shown(asked: Asked) -> Shown:
    """The line with what answers it here, for those who may."""
    answer = ANSWERS.get(asked.line.code)
    if answer is None or not asked.request.access.can(answer.permission):
        return Shown(asked.line)
    forms = tuple(answer.make(asked))
    return Shown(asked.line, answer, forms) if forms else Shown(asked.line)


def answered(asked: Asked) -> Shown:
    """Carry out the answer of a line that has one here; it comes back with its errors, if any."""
    found = shown(asked)
    sent = [form for form in found.forms if not isinstance(form, RowForm) or form.is_filled]
    if not sent:
        found.forms[0].is_valid()
        found.forms[0].add_error(None, "Fill in at least one row.")
    for form in sent:
        carried_out(form, partial(found.answer.act, asked, form))
    return found


ANSWERS: dict[str, Answer] = {
    "review": Answer(
        Permission.WRITE_CYCLES, "Save the review", "It is reviewed.",
        cycles.reviews, cycles.review,
    ),
    "close": Answer(
        Permission.WRITE_CYCLES, "Close the cycle", "The cycle is closed.",
        cycles.finish_form, cycles.finish,
    ),
    "next_cycle": Answer(
        Permission.WRITE_CYCLES, "Begin it", "The next cycle has begun.",
        cycles.begin_form, cycles.begin,
    ),
    "give": Answer(
        Permission.WRITE_CYCLES, "They have it", "It is written down.",
        cycles.given_form, cycles.give,
    ),
    "check_cycle": Answer(
        Permission.CHECK_CYCLES, "Save what you found", "Its writer sees what you found.",
        papers.check_form, papers.check,
    ),
    "check_passport": Answer(
        Permission.CHECK_PASSPORTS, "Save what you found", "Its writer sees what you found.",
        papers.passport_check_form, papers.check_passport,
    ),
    "sample": Answer(
        Permission.CHECK_CYCLES, "Keep it", "It is kept.",
        papers.look_form, papers.look,
    ),
    "look_again": Answer(
        Permission.CHECK_CYCLES, "Seen: close it", "It is closed.",
        others.plain, others.close, is_folded=False,
    ),
    "concern": Answer(
        Permission.RAISE_CONCERNS, "Send", "Thank you. The SENDCo sees it.",
        others.concern_form, others.answer_concern_asked,
    ),
    "action": Answer(
        Permission.VIEW_FAMILY_LOG, "Done", "It is done.",
        others.plain, others.complete, is_folded=False,
    ),
    "still_true": Answer(
        Permission.EDIT_PASSPORTS, "It is all still true", "The passport counts as true today.",
        others.plain, papers.confirm,
    ),
    "read_passport": Answer(
        Permission.VIEW_NEEDS, "I have read it", "It is recorded that you have read it.",
        papers.read_form, papers.read_passport,
    ),
    "safety_plan": Answer(
        Permission.VIEW_NEEDS, "I have read it", "It is recorded that you have read it.",
        papers.read_form, papers.read_plan,
    ),
    "feedback": Answer(
        Permission.VIEW_NEEDS, "I have read it", "Your phase leader sees it.",
        others.improved_form, others.improve,
    ),
    "word": Answer(
        Permission.RECORD_PROGRESS, "Say it", "It stands with the last session.",
        sessions.words_form, sessions.say,
    ),
    "sessions": Answer(
        Permission.RECORD_PROGRESS, "All had it", "It is logged.",
        sessions.had_form, sessions.log_had,
    ),
    "plan_step": Answer(
        Permission.OPEN_TODAY, "It is done", "It is done.",
        others.evidence_form, others.finish_step,
    ),
    "invitation": Answer(
        Permission.OPEN_TODAY, "Answer", "Your answer is kept.",
        others.reply_form, others.reply,
    ),
}  # fmt: skip
