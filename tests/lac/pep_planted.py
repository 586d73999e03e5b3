"""Markers in every field of a plan, for the test of who sees what of care."""

import datetime as dt

from aylsham.access.roles import Role as R
from aylsham.codes import TermName
from aylsham.models import User
from lac.models import CarePerson, Pep, PepAction, PepPart, PepSignature, VirtualSchool
from lac.selectors.pep_content import content_of
from lac.selectors.pep_marks import mark_of_answers, mark_of_checks
from lac.services.pep_parts import give_part, leave_part_out, save_answers, set_checks
from lac.services.pep_starting import start_pep
from pupils.models import Pupil
from tests.lac.pep_makers import part
from tests.provision.aims import a_target

WHOLE = {R.DESIGNATED_TEACHER, R.SENDCO, R.HEAD, R.DEPUTY, R.SAFEGUARDING_LEAD}
STATUS = WHOLE | {R.ASSISTANT_SENDCO, R.FEDERATION_SEND_LEAD}

EXPECTED_OF_PLANS: dict[str, tuple[str, set]] = {
    "plan for": ("Before a review of the care plan", WHOLE),
    "plan of a term": ("Summer term 2026", STATUS),
    "plan’s state": ("Returned with feedback", STATUS),
    "plan’s meeting": ("Sun 7 Jun", WHOLE),
    "plan sent": ("Sun 21 Jun", STATUS),
    "plan with the officer": ("Sun 28 Jun", WHOLE),
    "plan signed": ("Sun 19 Jul", WHOLE),
    "plan’s grade": ("Needs to be better", WHOLE),
    "feedback": ("Markfeedback", WHOLE),
    "feedback on": ("Sun 5 Jul", WHOLE),
    "why it was opened again": ("Markreopened", WHOLE),
    "support plan": ("Parents choose what is written here", WHOLE),
    "parents agree to": ("Markagreed", WHOLE),
    "parents agreed on": ("Sun 12 Jul", WHOLE),
    "words as they were signed": ("Marksigned", WHOLE),
    "part’s owner": ("Virtual school: Markowner", WHOLE),
    "part not needed because": ("Markneedless", WHOLE),
    "part asked for by": ("Sun 29 Nov", STATUS | {"told"}),
    "the child’s words": ("Markchild", WHOLE),
    "who said them": ("Marksaid", WHOLE),
    "target in the plan": ("Study support, long-term", WHOLE),
    "signature": ("Marksigner", WHOLE),
    "signature on": ("Sun 26 Jul", WHOLE),
    "check’s criterion": ("Markcriterion", WHOLE),
    "check’s note": ("Markcheck", WHOLE),
    "check’s answer": ("Partly", WHOLE),
    "action": ("Markaction", WHOLE),
    "action by": ("Sun 13 Dec", STATUS),
    "virtual school": ("Planvirtual", WHOLE),
    "virtual school’s contact": ("Plancontact", WHOLE),
    "virtual school’s e-mail": ("markvs@", WHOLE),
    "virtual school’s phone": ("01999 333444", WHOLE),
}
FIELDS_OF_PLANS = {
    "pep.kind": "support plan",
    "pep.academic_year": "plan of a term",
    "pep.term": "plan of a term",
    "pep.why": "plan for",
    "pep.council": "council",
    "pep.meeting_on": "plan’s meeting",
    "pep.state": "plan’s state",
    "pep.sent_on": "plan sent",
    "pep.officer_on": "plan with the officer",
    "pep.signed_on": "plan signed",
    "pep.grade": "plan’s grade",
    "pep.feedback": "feedback",
    "pep.feedback_on": "feedback on",
    "pep.step_why": "why it was opened again",
    "pep.consents_to": "parents agree to",
    "pep.consents_on": "parents agreed on",
    "pep.snapshot": "words as they were signed",
    "peppart.owner": "part’s owner",
    "peppart.owner_person": "part’s owner",
    "peppart.not_needed_why": "part not needed because",
    "peppart.due_on": "part asked for by",
    "pepanswer.text": "the child’s words",
    "pepanswer.said_by": "who said them",
    "peptarget.sort": "target in the plan",
    "peptarget.term": "target in the plan",
    "pepsignature.name": "signature",
    "pepsignature.signed_on": "signature on",
    "pepcheck.criterion": "check’s criterion",
    "pepcheck.note": "check’s note",
    "pepcheck.met": "check’s answer",
    "pepaction.what": "action",
    "pepaction.due_on": "action by",
    "virtualschool.council": "virtual school",
    "virtualschool.email": "virtual school’s e-mail",
    "virtualschool.phone": "virtual school’s phone",
}
#: Fields of plans that say nothing by themselves, each with the reason.
QUIET_FIELDS = {
    "pep.started_on": "puts plans in order",
    "pep.lead": "a colleague, who leads it",
    "pep.sent_how": "the same three ways for every child",
    "pep.completed_on": "the day of the feedback",
    "peppart.pep": "which plan it belongs to",
    "peppart.key": "the same eleven parts for every child",
    "peppart.owner_user": "the colleague, who writes it",
    "peppart.owner_contact": "stands among the contacts",
    "peppart.state": "the same four words for every child",
    "peppart.done_on": "a day of work",
    "peppart.done_by": "the colleague, who wrote it",
    "peppart.ask": "a key",
    "pepanswer.part": "which part it belongs to",
    "pepanswer.question": "the same questions for every child",
    "pepanswer.whose": "the same four for every child",
    "pepanswer.said_on": "a day of work",
    "pepanswer.sensitivity": "who may read it",
    "pepanswer.written_by": "the colleague, who wrote it",
    "peptarget.pep": "which plan it belongs to",
    "peptarget.target": "stands among the targets",
    "pepsignature.pep": "which plan it belongs to",
    "pepsignature.whose": "the same five for every child",
    "pepsignature.recorded_by": "the colleague",
    "pepcheck.pep": "which plan it belongs to",
    "pepaction.pep": "which plan it belongs to",
    "pepaction.done_on": "a day of work",
    "pepaction.added_by": "the colleague",
    "virtualschool.federation": "about no child",
    "virtualschool.criteria": "about no child",
    "virtualschool.order": "about no child",
    "cutoff.federation": "about no child",
    "cutoff.virtual_school": "about no child",
    "cutoff.academic_year": "about no child",
    "cutoff.term": "about no child",
    "cutoff.on": "about no child",
}


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def plant_plans(child: Pupil, other: Pupil, told: User) -> None:
    """A plan that was returned and one that is written, and a support plan of the other child."""
    _returned(child)
    _written(child, told)
    support = start_pep(pupil=other, academic_year=2026, term=TermName.AUTUMN, why="term", by=None)
    agreed = {"consents_on": day("2026-07-12"), "consents_to": "Markagreed"}
    Pep.objects.filter(pk=support.pk).update(**agreed)
    VirtualSchool.objects.create(
        federation=child.school.federation, council="Planvirtual", contact="Plancontact",
        email="markvs@council.example", phone="01999 333444",
    )  # fmt: skip


def _say(row: PepPart, key: str, text: str, whose: str, said_by: str = "") -> None:
    mark = mark_of_answers(row.answers.all())
    save_answers(part=row, said={key: (text, whose)}, said_by=said_by, version=mark, by=None)


def _returned(child: Pupil) -> None:
    pep = start_pep(pupil=child, academic_year=2025, term=TermName.SUMMER, why="review", by=None)
    _say(part(pep, "sen"), "help", "Marksigned", "adult")
    PepSignature.objects.create(
        school=child.school, pep=pep, whose="carer", name="Marksigner",
        signed_on=day("2026-07-26"),
    )  # fmt: skip
    said = {"Markcriterion": ("partly", "Markcheck")}
    set_checks(pep=pep, said=said, version=mark_of_checks([]), by=None)
    PepAction.objects.create(
        school=child.school, pep=pep, what="Markaction", due_on=day("2026-12-13")
    )
    pep.school, pep.pupil = child.school, child
    facts = {
        "state": "returned", "started_on": day("2026-06-01"), "meeting_on": day("2026-06-07"),
        "sent_on": day("2026-06-21"), "sent_how": "mail", "officer_on": day("2026-06-28"),
        "signed_on": day("2026-07-19"), "grade": "improve", "feedback": "Markfeedback",
        "feedback_on": day("2026-07-05"), "step_why": "Markreopened",
        "snapshot": content_of(pep, day("2026-07-19")),
    }  # fmt: skip
    Pep.objects.filter(pk=pep.pk).update(**facts)
    part(pep, "sen").answers.all().delete()  # what was signed is in the snapshot alone


def _written(child: Pupil, told: User) -> None:
    target = a_target(child)
    pep = start_pep(pupil=child, academic_year=2026, term=TermName.AUTUMN, why="term", by=None)
    pep.targets.filter(target=target).update(sort="study", term="long")
    _say(part(pep, "child"), "well", "Markchild", "child", said_by="Marksaid")
    leave_part_out(part=part(pep, "transition"), why="Markneedless", by=None)
    give_part(
        part=part(pep, "progress"), owner="teacher", user=told, due_on=day("2026-11-29"), by=None
    )
    owner = CarePerson.objects.create(
        school=child.school, pupil=child, role="virtual", name="Markowner",
        starts_on=day("2026-04-05"), ends_on=day("2026-04-06"),
    )  # fmt: skip
    pep.parts.filter(key="money").update(owner="virtual", owner_person=owner)


def pages_of_plans(children: list[Pupil]) -> list[str]:
    """Every page about these plans that is opened with a GET."""
    found = ["/oakfield/care/virtual-schools/"]
    for child in children:
        home = f"/oakfield/children/{child.pk}/"
        found.append(f"{home}your-parts/")
        for pep in Pep.objects.filter(pupil=child):
            one = f"{home}care/pep/{pep.pk}/"
            found += [one, *(f"{one}{name}/" for name in ("about", "check", "targets", "paste"))]
            for row in pep.parts.all():
                found.append(f"{home}care/pep/parts/{row.pk}/")
                found.append(f"{home}your-parts/{row.pk}/")
    return found
