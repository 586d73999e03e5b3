"""An objective of the demonstration's federation: on track at one school, behind at another."""

import datetime as dt

from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from demo.objectives import OBJECTIVES
from reports.models import Objective
from reports.objective_codes import PlanKind
from reports.services.federation_objectives import add_federation_objective
from reports.services.objectives import add_step, record_objective_review


def load_federation_objectives(schools: dict[str, School], people: dict[str, User]) -> None:
    """What Bure Valley had written down already is worded for all three; each goes its own way."""
    by = people["sendco@demo.example"]
    words = next(each for each in OBJECTIVES if each[0] == PlanKind.FEDERATION)
    _, what, basis, sign, lead, ends_on, first_look_on, _ = words
    home, *others = schools.values()
    with school_transaction(*schools.values()):
        shared = add_federation_objective(
            federation=home.federation,
            by=by,
            what=what,
            basis=basis,
            sign=sign,
            lead=lead,
            first_look_on=first_look_on,
            ends_on=ends_on,
        )
        for school, (rag, words, who) in zip(others, AT_SISTERS, strict=False):
            mine = Objective.objects.get(school=school, shared=shared)
            add_step(
                school=school,
                objective=mine,
                by=by,
                what="Put the one form in place of our own",
                who=who,
                due_on=dt.date(2026, 11, 20),
                is_milestone=True,
            )
            if rag:
                record_objective_review(
                    objective=mine,
                    held_on=dt.date(2026, 11, 17),
                    rag=rag,
                    words=words,
                    next_on=dt.date(2027, 1, 19),
                    by=by,
                )


#: At the schools after the first: how it stands, what was seen, who does the step.
AT_SISTERS = (
    ("amber", "Two teachers of five still write in the old form.", "Deputy head"),
    ("", "", "SENDCo"),
)
