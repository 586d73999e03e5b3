"""Whether a print fits one side: measured by a worker, kept with what was measured."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from aylsham import clock
from aylsham.codes import Sensitivity
from aylsham.documents.fitting import Fitted
from aylsham.jobs.services import start_job
from aylsham.models import Job, User
from pupils.models import PrintFit, Pupil
from pupils.paper_codes import FitKind

MEASURE_JOB = "measure_print"


@transaction.atomic
def ask_to_measure(
    *,
    pupil: Pupil,
    kind: FitKind,
    by: User,
    levels: Collection[int] = (Sensitivity.EVERYONE,),
    plan: UUID | None = None,
) -> Job:
    """Start measuring a child's print as it is by then; `plan` is that of a transition passport."""
    arguments = {
        "pupil": str(pupil.pk),
        "kind": FitKind(kind).value,
        "levels": sorted(int(level) for level in levels),
        "plan": str(plan) if plan else "",
    }
    return start_job(MEASURE_JOB, school=pupil.school, by=by, arguments=arguments)


def keep_fit(*, pupil: Pupil, kind: FitKind, mark: str, fitted: Fitted) -> None:
    """Keep what was measured, in the place of what was before."""
    PrintFit.objects.update_or_create(
        school=pupil.school,
        pupil=pupil,
        kind=kind,
        defaults={
            "mark": mark,
            "too_long": [list(box) for box in fitted.too_long],
            "measured_at": clock.moment(),
        },
    )
