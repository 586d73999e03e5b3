"""New versions of what a cycle asks; cycles that were begun keep theirs."""

from collections.abc import Sequence

from django.db import transaction

from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import StaleSave, TransitionNotAllowed, require_version, version_of
from aylsham.models import Federation, School, User
from provision.codes import CycleSpan
from provision.models import CycleLength, FederationQuestions, QuestionSet, SchoolQuestions
from provision.rules.cycle_sections import Section, problem_of_questions
from provision.selectors.questions import FEDERATION, SCHOOL, rows_of, versions_of

LENGTH_FIELDS = ("span", "weeks")


@transaction.atomic
def save_questions(
    *,
    school: School,
    sections: Sequence[Section],
    base: str,
    by: User | None,
    is_shared: bool = False,
) -> QuestionSet:
    """Make a version of the school's questions, or of the federation's, the newest.

    `base` is `Versions.base` as the form saw it. The same questions sent twice make one version.
    """
    if why := problem_of_questions(sections):
        raise TransitionNotAllowed(why)
    return _add(school, rows_of(sections), base, by, is_shared=is_shared)


@transaction.atomic
def follow_again(*, school: School, base: str, by: User | None, is_shared: bool = False):
    """Ask again what the federation asks (for a school), or what comes with Aylsham."""
    now = versions_of(school).asked.of
    if now != (FEDERATION if is_shared else SCHOOL):
        raise TransitionNotAllowed("There is no version of your own that is asked.")
    return _add(school, [], base, by, is_shared=is_shared)


@transaction.atomic
def set_cycle_length(
    *, school: School, version: str, span: str, weeks: int | None, by: User
) -> CycleLength:
    """Say for how long the school's cycles usually last; those that were begun keep their days."""
    School.objects.select_for_update(of=("self",), no_key=True).get(pk=school.pk)
    row = CycleLength.objects.filter(school=school).first()
    if row:
        require_version(row, LENGTH_FIELDS, version)
    elif version != (now := version_of(None, ())):
        raise StaleSave([], now)
    if (span == CycleSpan.WEEKS) != (weeks is not None):
        raise TransitionNotAllowed("Say how many weeks, or choose a half-term or a term.")
    row = row or CycleLength(school=school)
    row.span, row.weeks = span, weeks
    row.save()
    detail = {"step": "length"}
    record_event(Action.CHANGE_QUESTIONS, school=school, by=by, subject=row, detail=detail)
    return row


def _add(school: School, rows: list, base: str, by: User | None, *, is_shared: bool) -> QuestionSet:
    Federation.objects.select_for_update(no_key=True).get(pk=school.federation_id)
    versions = versions_of(school)
    made = versions.of_federation if is_shared else versions.of_school
    if made and made[0].questions == rows:
        return made[0]
    if base != versions.base:
        raise TransitionNotAllowed("Somebody saved a newer version. Open the page again.")
    owner = {"federation_id": school.federation_id} if is_shared else {"school": school}
    model = FederationQuestions if is_shared else SchoolQuestions
    number = made[0].number + 1 if made else 1
    row = model.objects.create(**owner, number=number, questions=rows, made_by=by)
    detail = {"step": "questions for all" if is_shared else "questions", "version": number}
    record_event(Action.CHANGE_QUESTIONS, school=school, by=by, subject=row, detail=detail)
    return row
