"""Plans that people were asked about; papers for a psychologist, sent, and for a therapist, not yet."""

import datetime as dt

from aylsham.changes import version_of
from aylsham.codes import Sensitivity
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.agreeing.registry import AgreedKind, Shown, kind_of
from pupils.agreement_codes import Asked
from pupils.codes import SafetyPlanKind
from pupils.models import AgreementAsk, Contact, Document, Pupil, SafetyPlan
from pupils.selectors.approvals import share_leaving
from pupils.selectors.documents import versions_of
from pupils.selectors.going_out import going_out
from pupils.selectors.safety import plan_text
from pupils.services.agreements.answering import answer_by_link, record_answer
from pupils.services.agreements.asking import ToAsk, ask_to_agree
from pupils.services.approvals import ask_approval
from pupils.services.details import CONTACT_FIELDS, change_contact
from pupils.services.shares.sharing import Chosen, share_papers

DUE = dt.date(2026, 12, 4)


def load_agreements(school: School, people: dict[str, User]) -> None:
    """Add to a school whose plans, families and papers are there; deterministic."""
    sendco, teacher = people["sendco@demo.example"], people["teacher@demo.example"]
    with school_transaction(school):
        plans = SafetyPlan.objects.filter(school=school, ended_on=None).select_related("pupil")
        for plan in plans.order_by("kind"):
            plan.pupil.school = plan.school = school
            if plan.kind == SafetyPlanKind.HEALTHCARE:
                _agreed(plan, sendco, teacher)
                _share(plan, sendco)
                _wait(plan, sendco, people["head@demo.example"])
            else:
                _to_talk_about(plan, sendco)


def _agreed(plan: SafetyPlan, by: User, teacher: User) -> None:
    """One parent signed the sheet, the nurse rang; the teacher has not answered yet."""
    people = [
        *_parents(plan.pupil, by)[:1],
        ToAsk(Asked.PROFESSIONAL, "Grace Mensah", "School nurse"),
        ToAsk(Asked.STAFF, teacher.name, user=teacher),
    ]
    first, *_, nurse, _colleague = _ask(plan, people, by)
    _say(first, "agree", "", "paper", dt.date(2026, 11, 19), by)
    _say(nurse, "agree", "", "phone", dt.date(2026, 11, 20), by)


def _to_talk_about(plan: SafetyPlan, by: User) -> None:
    """One parent agrees with changes; the child said what they think."""
    asks = _ask(plan, [*_parents(plan.pupil, by)[:2], ToAsk(Asked.CHILD, "The child")], by)
    answer_by_link(
        ask=asks[0],
        choice="changes",
        words="Please ring me before anybody leaves the room with him. I can be there in ten "
        "minutes.",
        seen=asks[0].text.digest,
    )
    _say(asks[-1], "agree", "I like the tent. Not the hall.", "tablet", dt.date(2026, 11, 20), by)


def _share(plan: SafetyPlan, by: User) -> None:
    """The psychologist prepares a visit: the plan as a marked copy, a report as it is."""
    pupil = plan.pupil
    papers = [Chosen(SafetyPlanKind(plan.kind).label, parts=tuple(plan_text(plan)))]
    report = Document.objects.filter(school=pupil.school, pupil=pupil, kind="slt").first()
    if report:
        label = f"Speech and language therapy report, {report.of_on:%-d %B %Y}"
        papers.append(Chosen(label, versions_of(report)[0], gives_original=True))
    share_papers(
        pupil=pupil,
        papers=papers,
        by=by,
        name="Dr Fiona Okonkwo",
        profession="Educational psychologist",
        organisation="Norfolk County Council",
        email="f.okonkwo@council.example",
        purpose="Preparing the visit on 2 December",
        basis="assess",
        ends_on=dt.date(2026, 12, 21),
    )


def _wait(plan: SafetyPlan, by: User, head: User) -> None:
    """A therapist is to have a sensitive text; the head has been asked to look at it first."""
    share = share_papers(
        pupil=plan.pupil,
        papers=[
            Chosen(
                SafetyPlanKind(plan.kind).label,
                parts=tuple(plan_text(plan)),
                sensitivity=Sensitivity.SENSITIVE,
            )
        ],
        by=by,
        name="Priya Nair",
        profession="Occupational therapist",
        organisation="Norfolk Community Health",
        email="p.nair@health.example",
        purpose="Advice on seating and breaks",
        basis="health",
        ends_on=dt.date(2026, 12, 18),
    )
    ask_approval(
        leaving=share_leaving(share, plan.pupil, going_out(share)),
        approver=head,
        due_on=dt.date(2026, 11, 25),
        note="Does she need the medical part?",
        by=by,
    )


def _parents(pupil: Pupil, by: User) -> list[ToAsk]:
    """The first two people of the roll, of whom the office has said that they are the parents."""
    found = Contact.objects.filter(school_id=pupil.school_id, pupil=pupil)
    contacts = list(found.order_by("pk")[:2])
    for contact in contacts:
        contact.pupil = pupil
        facts = {name: getattr(contact, name) for name in CONTACT_FIELDS}
        change_contact(
            contact=contact,
            version=version_of(contact, CONTACT_FIELDS),
            by=by,
            **facts | {"has_parental_responsibility": True},
        )
    return [
        ToAsk(Asked.PARENT, each.name, each.relationship, each.email, contact=each)
        for each in contacts
    ]


def _ask(plan: SafetyPlan, people: list[ToAsk], by: User) -> list[AgreementAsk]:
    kind = kind_of("safety")
    assert isinstance(kind, AgreedKind)
    shown = Shown(SafetyPlanKind(plan.kind).label, tuple(plan_text(plan)), owner=plan.owner)
    return ask_to_agree(
        pupil=plan.pupil,
        kind=kind,
        subject_id=plan.pk,
        shown=shown,
        people=people,
        due_on=DUE,
        is_checked=True,
        by=by,
    )


def _say(ask: AgreementAsk, choice: str, words: str, how: str, on: dt.date, by: User) -> None:
    record_answer(
        ask=ask, choice=choice, words=words, how=how, given_on=on, seen=ask.text.digest, by=by
    )
