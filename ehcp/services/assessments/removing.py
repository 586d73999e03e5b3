"""What was entered by mistake is taken away again: its history and the trace stay."""

from django.db import transaction

from aylsham.models import User
from ehcp.models import AdviceAsked, AssessmentPaper, ClaimedException
from ehcp.services.assessments.recording import lock_assessment, record

#: What can be taken away. Talks and stated days are a log: a later line says that one was wrong.
Part = AdviceAsked | AssessmentPaper | ClaimedException
_WHAT: dict[type, str] = {
    AdviceAsked: "advice taken away",
    AssessmentPaper: "paper detached",
    ClaimedException: "exception taken away",
}


@transaction.atomic
def take_away(*, part: Part, by: User) -> None:
    """Take a part of an assessment away; pressed twice, the second time does nothing."""
    row = lock_assessment(part.assessment)
    found = (
        type(part)
        ._default_manager.filter(school_id=row.school_id, assessment=row, pk=part.pk)
        .select_for_update(no_key=True)
        .first()
    )
    if found is None:
        return
    key = found.pk
    found.delete()
    record(row, by=by, what=_WHAT[type(part)], part=str(key))
