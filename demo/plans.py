"""EHC plans in full: two with every section, one with an amendment notice that gives less."""

import datetime as dt

from aylsham import clock
from aylsham.changes import version_of
from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from ehcp.models import EhcPlan, PlanLine, PlanVersion
from ehcp.rules.amounts import quantity_of
from ehcp.section_codes import PlanSection, VersionKind
from ehcp.services.sections import LineFacts, add_lines, mark_of, write_section
from ehcp.services.standing import add_terms, record_move
from ehcp.services.versions import add_version, check_version
from provision.models import Outcome, Promise, Provision, ServedPromise
from provision.provision_codes import PromiseSource, ProvisionState
from provision.services.plan_promises import end_promise_of_plan
from provision.services.provisions import PROVISION_FIELDS, Members, change_provision
from pupils.models import Need

DAY = dt.timedelta(days=1)
PLANS = 2
#: When the notice was sent: nine of the fifteen days are left today.
NOTICE_BEFORE = 6 * DAY
WORDS: dict[str, tuple[str, ...]] = {
    "A": (
        "I like building things and being outside. I do not like it when everybody talks at once.",
        "My mum wants school to tell her when a day was good, not only when it was hard.",
    ),
    "B": (
        "Understands one part of an instruction at a time and loses the rest.",
        "Finds it hard to stay with a task for longer than five minutes without an adult nearby.",
        "Speaks in short phrases; people who do not know the child understand about half.",
    ),
    "C": ("Glue ear, with grommets twice; hearing is checked every six months.",),
    "D": ("No social care needs that relate to the special educational needs were found.",),
    "E": (
        "By the end of Year 6 will follow a two-step instruction in class without a prompt.",
        "By the end of Year 6 will work alone for fifteen minutes on a task at the right level.",
        "By the end of Year 6 will be understood by an adult who does not know the child.",
    ),
    "F": (
        (
            "A speech and language therapist will see the child for 45 minutes each term, set the "
            "programme and train the staff who carry it out."
        ),
        (
            "A trained teaching assistant will carry out the speech programme 3 times a week for 20 "
            "minutes, one to one."
        ),
        (
            "A teaching assistant will support the child in English and mathematics for 10 hours a "
            "week, 1:1, by breaking each task into steps."
        ),
        (
            "A specialist teacher will teach reading in a group of no more than 3 pupils, twice a week "
            "for 30 minutes."
        ),
        "The child will have regular access to a quiet space as required.",
    ),
    "G": ("The community audiologist will check hearing every six months.",),
    "H1": ("None.",),
    "H2": ("None.",),
    "I": ("A mainstream primary school.",),
    "J": ("No direct payment was asked for.",),
    "K": ("Advice of the educational psychologist.", "Advice of the school."),
}
#: What the notice would change: words of Section F → words of the proposal; empty: gone.
CHANGES = {
    "3 times a week for 20 minutes, one to one": "twice a week for 20 minutes, in a small group",
    "will support the child in English and mathematics for 10 hours a week, 1:1": (
        "may support the child in English and mathematics for up to 8 hours a week, where possible"
    ),
    "A specialist teacher will teach reading": "",
}
FOR = {1: (1, 3), 2: (3, 3), 3: (2, 2), 4: (1, 1), 5: (0, 0)}


def load_plans(school: School, people: dict[str, User]) -> None:
    """The children with most provision get the full wording of their plans."""
    sendco = people["sendco@demo.example"]
    with school_transaction(school):
        for number, plan in enumerate(_chosen(school)):
            version = _enter(plan, sendco)
            _serve(plan, version, sendco)
            facts = {"band": "Band D", "top_up_pence": 540_000, "placement": "sole", "setting": ""}
            add_terms(plan=plan, starts_on=version.served_on, by=sendco, **facts)
            if number == 0:
                _propose(plan, version, sendco)
            else:
                _move(plan, sendco)


def _chosen(school: School) -> list[EhcPlan]:
    running = Provision.objects.filter(school=school, state=ProvisionState.RUNNING)
    plans = EhcPlan.objects.filter(school=school).maintained().select_related("pupil__school")
    sizes = {
        plan: running.filter(places__pupil=plan.pupil).count() + 10 * _by_hand(plan).exists()
        for plan in plans.order_by("pk")
    }
    return sorted(sizes, key=sizes.__getitem__, reverse=True)[:PLANS]


def _by_hand(plan: EhcPlan):
    """What was written down before the wording was taken in."""
    mine = Promise.objects.filter(school_id=plan.school_id, pupil=plan.pupil, origin="")
    return mine.filter(source=PromiseSource.EHCP)


def _enter(plan: EhcPlan, by: User) -> PlanVersion:
    """The final plan: pasted, linked, checked."""
    version = add_version(
        plan=plan,
        by=by,
        kind=VersionKind.FINAL,
        served_on=max(plan.made_on, clock.today() - 300 * DAY),
        local_authority=plan.local_authority,
    )
    lines = {
        section.value: [_line(section, n, text) for n, text in enumerate(WORDS[section], 1)]
        for section in PlanSection
    }
    _link_to_record(plan, lines)
    f = lines.pop("F")
    add_lines(version=version, lines=lines, mark=mark_of([]), by=by)
    write_section(version=version, section="F", lines=_linked(version, f), mark="0", by=by)
    return check_version(version=version, by=by)


def _line(section: str, number: int, text: str) -> LineFacts:
    if section == "K":
        who = ("Dr A. Reed", "Educational psychologist") if number == 1 else ("", "School")
        return LineFacts(text, f"K{number}", author=who[0], profession=who[1])
    if section != "F":
        return LineFacts(text, "" if section[-1].isdigit() else f"{section}{number}")
    amount = quantity_of(text)
    return LineFacts(
        text,
        f"F{number}",
        page=8,
        sessions_a_week=amount and amount.sessions_a_week,
        minutes=amount and amount.minutes,
        hours_a_week=amount and amount.exact_hours,
        who=("Speech and language therapist", "Teaching assistant", "Teaching assistant",
             "Specialist teacher", "")[number - 1],
    )  # fmt: skip


def _link_to_record(plan: EhcPlan, lines: dict[str, list[LineFacts]]) -> None:
    """Lines of B and E are the child's own needs and outcomes, as far as there are any."""
    mine = {"school_id": plan.school_id, "pupil": plan.pupil}
    for section, model, name in (("B", Need, "need_id"), ("E", Outcome, "outcome_id")):
        known = list(model.objects.filter(**mine, ended_on=None)[: len(lines[section])])
        for n, row in enumerate(known):
            old = lines[section][n]
            lines[section][n] = LineFacts(old.text, old.number, **{name: row.pk})


def _linked(version: PlanVersion, lines: list[LineFacts]) -> list[LineFacts]:
    rows = PlanLine.objects.filter(school_id=version.school_id, version=version)
    keys = {(row.section, row.position): row.pk for row in rows.filter(section__in=("B", "E"))}
    found = []
    for n, line in enumerate(lines, 1):
        need, aim = FOR[n]
        links = frozenset(k for k in (keys.get(("B", need)), keys.get(("E", aim))) if k)
        found.append(
            LineFacts(**{f: getattr(line, f) for f in line.__dataclass_fields__} | {"links": links})
        )
    return found


def _serve(plan: EhcPlan, version: PlanVersion, by: User) -> None:
    """What the child is given keeps the lines; a note written by hand before gives way."""
    lines = PlanLine.objects.filter(school_id=plan.school_id, version=version, section="F")
    promises = [line.promise for line in lines.select_related("promise") if line.promise]
    for old in _by_hand(plan).select_related("pupil__school"):
        end_promise_of_plan(
            promise=old, ends_on=old.starts_on - DAY, by=by, followed_by=promises[0]
        )
    running = Provision.objects.filter(
        school_id=plan.school_id, places__pupil=plan.pupil, state=ProvisionState.RUNNING
    )
    free = running.exclude(serves__promise__pupil=plan.pupil).select_related("school")
    rest = promises[1:] if _keeps(promises[0]) else promises
    for row, promise in zip(free.order_by("name", "pk"), rest, strict=False):
        pupils = [place.pupil for place in row.places.select_related("pupil__school")]
        served = [each.promise for each in row.serves.select_related("promise")]
        change_provision(
            provision=row,
            members=Members(pupils=tuple(pupils), promises=(*served, promise)),
            version=version_of(row, PROVISION_FIELDS),
            by=by,
            **{name: getattr(row, name) for name in PROVISION_FIELDS},
        )


def _keeps(promise: Promise) -> bool:
    rows = ServedPromise.objects.filter(school_id=promise.school_id, promise=promise)
    return rows.exists()


def _propose(plan: EhcPlan, version: PlanVersion, by: User) -> None:
    """An amendment notice that reduces Section F, inside its fifteen days."""
    notice = add_version(
        plan=plan,
        by=by,
        copied_from=version,
        kind=VersionKind.AMENDED,
        served_on=clock.today() - NOTICE_BEFORE,
        local_authority=plan.local_authority,
    )
    rows = PlanLine.objects.filter(school_id=plan.school_id, version=notice, section="F")
    lines = list(rows.order_by("position"))
    kept = []
    for row in lines:
        text = row.text
        for before, after in CHANGES.items():
            if before in text:
                text = text.replace(before, after) if after else ""
        if text:
            amount = quantity_of(text)
            kept.append(
                LineFacts(
                    text,
                    row.number,
                    id=row.pk,
                    page=9,
                    sessions_a_week=amount and amount.sessions_a_week,
                    minutes=amount and amount.minutes,
                    hours_a_week=amount and amount.exact_hours,
                    who=row.who,
                    links=frozenset(row.links.values_list("to_id", flat=True)),
                )
            )
    write_section(version=notice, section="F", lines=kept, mark=mark_of(lines), by=by)
    check_version(version=notice, by=by)


def _move(plan: EhcPlan, by: User) -> None:
    """The child came from another county in the autumn."""
    moved = clock.today() - 40 * DAY
    other = "Suffolk" if plan.local_authority != "Suffolk" else "Cambridgeshire"
    facts = {"moved_on": moved, "aware_on": moved - 30 * DAY, "transferred_on": moved}
    record_move(plan=plan, mark="new", by=by, from_authority=other, **facts)
