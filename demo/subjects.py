"""A subject leader of the demonstration with two actions, and the journey of a child."""

import datetime as dt

from aylsham import clock
from aylsham.access.current import Access, posts_of
from aylsham.changes import version_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from provision.models import Place
from pupils.selectors.identity import find_child
from reports.case_study_codes import FIELDS
from reports.journey import drafted
from reports.models import Objective
from reports.selectors.journeys import journey_of
from reports.services.case_studies import approve_study, begin_study, word_study
from reports.services.objectives import finish_row
from reports.services.subjects import add_action, choose_leads
from reports.subject_codes import Subject

#: What, for whom, by when, what came of it and since when.
ACTIONS = (
    (
        "Teach ten words of each topic, with pictures, before the topic begins",
        "Every class",
        dt.date(2026, 12, 4),
        "",
        None,
    ),
    (
        "Let children plan a text aloud with a partner before they write",
        "Years 3 and 4",
        dt.date(2026, 10, 16),
        "In eight of ten lessons in October everybody had begun to write within ten minutes.",
        dt.date(2026, 10, 14),
    ),
)
GROUP = "Narrative group"
#: What people wrote into the draft.
WORDED = {
    "noticed": "In class the child waited until others had begun. Long instructions were lost, and "
    "stories were told in single words. A speech and language therapist looked with us. What is "
    "hard lies in communication and interaction.",
    "voice": "The child: “I tell it to my partner first. Then I know what to write.”",
}


def load_subjects(school: School, people: dict[str, User]) -> None:
    """Who leads English, what is done there, and a case study without a name."""
    sendco, lead = people["sendco@demo.example"], people["subject@demo.example"]
    with school_transaction(school):
        choose_leads(
            school=school,
            subject=Subject.ENGLISH,
            user_ids=[lead.pk],
            seen=[],
            today=clock.today(),
            by=sendco,
        )
        objective = Objective.objects.to_do().filter(school=school).order_by("pk").first()
        for what, for_whom, due_on, evidence, done_on in ACTIONS:
            row = add_action(
                school=school,
                subject=Subject.ENGLISH,
                by=lead,
                what=what,
                for_whom=for_whom,
                due_on=due_on,
                owner_id=lead.pk,
                objective_id=objective.pk if objective else None,
            )
            if done_on:
                finish_row(row=row, done_on=done_on, evidence=evidence, by=lead)
        _study(school, sendco, people["head@demo.example"])


def _study(school: School, sendco: User, head: User) -> None:
    """The journey of the first child of last year's group, approved by the head."""
    today = clock.today()
    access = Access(sendco, today, posts_of(sendco, today=today), school, [school])
    places = Place.objects.filter(
        school=school, provision__name=GROUP, pupil__set_apart_on=None, pupil__closed_on=None
    )
    ids = places.order_by("pk").values_list("pupil_id", flat=True)
    child = next(filter(None, (find_child(access, pk) for pk in ids)), None)
    if child is None:
        return
    words = drafted(journey_of(access, child, is_named=False))
    study = begin_study(pupil=child.pupil, is_named=False, words=words, by=sendco)
    study = word_study(study=study, version=version_of(study, FIELDS), by=sendco, **WORDED)
    approve_study(study=study, child=child, seen=version_of(study, FIELDS), by=head)
