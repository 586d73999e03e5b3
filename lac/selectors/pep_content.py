"""The whole of a plan as plain data: what it reads now, or as it was signed; cut to the reader."""

import datetime as dt
from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.access.sensitivity import readable
from aylsham.datewords import full_day_words
from aylsham.together import Together
from lac.models import Pep, PepAnswer, PepPart, PepSignature, PepTarget
from lac.pep_codes import PART_SETTLED, PartState, TargetSort, TargetTerm, Whose
from lac.pep_parts import BY_KEY
from lac.selectors.pep_facts import facts_for
from lac.selectors.virtual_schools import order_from, virtual_school_for
from provision.selectors.targets import value_words


@dataclass(frozen=True)
class Said:
    """One answer on paper."""

    question: str
    text: str
    #: In whose words, and who said it; empty for an adult of the school.
    source: str


@dataclass(frozen=True)
class Section:
    """One part on paper, in the order of an ePEP."""

    key: str
    heading: str
    facts: list[tuple[str, str]]
    said: list[Said]
    targets: list[dict[str, str]]
    #: Why there is nothing, or what is open.
    note: str = ""

    @property
    def as_text(self) -> str:
        """To be pasted into one box of a portal."""
        lines = [f"{label}: {value}" for label, value in self.facts]
        for each in self.said:
            source = f" ({each.source})" if each.source else ""
            lines += ["", f"{each.question}{source}", each.text]
        for each in self.targets:
            lines += ["", *(f"{label}: {value}" for label, value in each.items() if value)]
        return "\n".join([*lines, self.note] if self.note else lines).strip()


@dataclass(frozen=True)
class Paper:
    """A plan to be read, printed, typed or pasted."""

    title: str
    school: str
    child: str
    born_on: str
    term: str
    lead: str
    meeting: str
    #: The day on which the facts stood so.
    on: dt.date
    is_signed: bool
    sections: list[Section]
    signatures: list[tuple[str, str, str]]
    consent: str


def content_of(pep: Pep, today: dt.date) -> dict[str, Any]:
    """Facts, words, targets and signatures as they are now, for everybody who may read any."""
    parts, answers, targets, signed = _WHOLE.rows(school=pep.school_id, pep=pep.pk)
    facts = facts_for(pep, today)
    return {
        "on": today.isoformat(),
        "parts": {
            row.key: _part(row, [a for a in answers if a.part_id == row.pk], facts, pep)
            for row in parts
        },
        "targets": [_target(row) for row in targets],
        "signatures": [
            [row.get_whose_display(), row.name, row.signed_on.isoformat()] for row in signed
        ],
    }


def _whole(school: UUID, pep: UUID) -> list[QuerySet]:
    own = {"school_id": school, "pep_id": pep}
    return [
        PepPart.objects.filter(**own),
        PepAnswer.objects.filter(school_id=school, part__pep_id=pep),
        PepTarget.objects.filter(**own).select_related("target"),
        PepSignature.objects.filter(**own),
    ]


_WHOLE = Together(_whole, school=UUID, pep=UUID)


def _part(row: PepPart, answers: list[PepAnswer], facts, pep: Pep) -> dict[str, Any]:
    said = {each.question: each for each in answers}
    part = BY_KEY[row.key]
    return {
        "state": row.state,
        "why": row.not_needed_why,
        "facts": [asdict(fact) for fact in facts.get(part.facts, ())],
        "said": [
            {
                "question": question.label,
                "text": said[question.key].text,
                "whose": said[question.key].whose,
                "by": said[question.key].said_by,
                "level": int(said[question.key].sensitivity),
            }
            for question in part.asked(pep.kind)
            if question.key in said
        ],
    }


#: What a plan says of a target, in the order of reading.
TARGET_LABELS = ("Target", "Kind", "Now", "Goal", "By", "Who helps")


def _target(row: PepTarget) -> dict[str, Any]:
    target = row.target
    return {
        "Target": target.text,
        "Kind": f"{TargetSort(row.sort).label}, {TargetTerm(row.term).label.lower()}",
        "Now": value_words(target, target.baseline),
        "Goal": value_words(target, target.goal),
        "By": full_day_words(target.by_on),
        "Who helps": target.who,
        "level": int(target.sensitivity),
    }


def paper_of(access: Access, pep: Pep) -> Paper:
    """A plan for whoever may read it: as it was signed, else as it is; cut to the reader."""
    content = pep.snapshot if pep.is_frozen else content_of(pep, access.today)
    levels = readable(access.permissions_at(pep.school))
    pupil = pep.pupil
    return Paper(
        title=pep.get_kind_display(),
        school=pep.school.name,
        child=pupil.full_name,
        born_on=full_day_words(pupil.born_on),
        term=term_words(pep),
        lead=pep.lead.name if pep.lead else "",
        meeting=full_day_words(pep.meeting_on) if pep.meeting_on else "",
        on=dt.date.fromisoformat(content["on"]),
        is_signed=pep.is_frozen,
        sections=_sections(access, pep, content, levels),
        signatures=[
            (label, name, full_day_words(dt.date.fromisoformat(day)))
            for label, name, day in content["signatures"]
        ],
        consent=pep.consents_to,
    )


def _sections(
    access: Access, pep: Pep, content: dict[str, Any], levels: Collection[int]
) -> list[Section]:
    parts = content["parts"]
    order = order_from(virtual_school_for(pep))
    return [
        _section(access, pep, key, heading, content, levels)
        for key, heading in order
        if key in parts
    ]


def _section(access: Access, pep: Pep, key: str, heading: str, content, levels) -> Section:
    data = content["parts"][key]
    # What was signed comes back from the database in no order of ours.
    targets = [
        {label: each[label] for label in TARGET_LABELS if label in each}
        for each in content["targets"]
        if each["level"] in levels
    ]
    return Section(
        key=key,
        heading=heading,
        facts=[
            (each["label"], each["value"])
            for each in data["facts"]
            if not each["needs"] or each["needs"] in access.permissions_at(pep.school)
        ],
        said=[
            Said(each["question"], each["text"], _source(each))
            for each in data["said"]
            if each["level"] in levels
        ],
        targets=targets if BY_KEY[key].facts == "targets" else [],
        note=_note(data),
    )


def _source(each: dict[str, Any]) -> str:
    if each["whose"] == Whose.ADULT:
        return ""
    label = str(Whose(each["whose"]).label)
    return f"{label}: {each['by']}" if each["by"] else label


def _note(data: dict[str, Any]) -> str:
    if data["state"] == PartState.NOT_NEEDED:
        return f"Not needed: {data['why']}"
    return "" if data["state"] in PART_SETTLED else "This part is still open."


def term_words(pep: Pep) -> str:
    """`Autumn term 2026`: the calendar year in which the term lies."""
    year = pep.academic_year + (pep.term != "autumn")
    return f"{pep.get_term_display()} term {year}"
