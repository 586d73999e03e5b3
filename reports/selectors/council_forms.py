"""The answers of a child's record to what councils' forms ask, and what a person wrote instead.

What only a few may read is never filled in by itself: a person writes it.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from aylsham.access.current import Access
from aylsham.access.narrowed import narrowed
from aylsham.dates import academic_year
from aylsham.datewords import full_day_words
from aylsham.together import Reads, at_once, read, rows_read
from ehcp.assessment_codes import AssessDecision
from ehcp.models import FormAnswer, NeedsAssessment
from provision.models import Outcome
from provision.rules.money import in_pounds
from provision.selectors.top_up import ChildCosts, child_costs
from pupils.codes import Source
from pupils.family_codes import AskKind
from pupils.handed_texts import SEALED
from pupils.models import Contact, Pupil
from pupils.selectors.assessments import Result, results_read
from pupils.selectors.contributions import voice_rows
from pupils.selectors.documents import documents_read
from pupils.selectors.identity import Child
from pupils.words import year_words
from reports.bundles.evidence import Evidence, paragraphs
from reports.council_forms.mapping import Answer
from reports.council_forms.questions import QUESTIONS
from reports.selectors.bundles import papers, support
from reports.selectors.bundles.gathering import APART, voices

#: So many of the newest are told of: a form's boxes are small.
NEWEST_CYCLES, NEWEST_VOICES = 3, 2


@dataclass(frozen=True)
class Said:
    """What the record says, and which record."""

    text: str = ""
    source: str = ""


@dataclass
class Record:
    """A child's record as far as everybody near the child may read it; read once for all answers."""

    #: The asker without what only a few may read.
    plain: Access
    child: Child
    parents: list[Contact]
    outcomes: list[Outcome]
    #: The newest first.
    cycles: list[Evidence]
    results: list[Result]
    voices: list[Evidence]
    documents: list[Evidence]

    @cached_property
    def costs(self) -> ChildCosts:
        year = academic_year(self.child.today)
        return child_costs(self.plain, self.child.pupil, year, goes_out=True, with_reviewed=False)


def answers_of(access: Access, child: Child) -> dict[str, Answer]:
    """Every answer as it stands for the open request: a person's words before the record's.

    Nine statements, however much stands on the record.
    """
    record, own, requests = read(_record_read(narrowed(access, APART), child))
    said = {key: _READERS[key](record) if key in _READERS else Said() for key in QUESTIONS}
    words = _of_request(own, next(iter(requests), None))
    return {key: _answer(key, said[key], words.get(key)) for key in QUESTIONS}


def _record_read(
    plain: Access, child: Child
) -> Reads[tuple[Record, list[FormAnswer], list[NeedsAssessment]]]:
    """The record, what people wrote instead, and the requests that are open."""
    mine = {"school_id": child.pupil.school_id, "pupil": child.pupil}
    outcomes = Outcome.objects.filter(**mine, ended_on=None)
    (parents, aims, requests, own, said), cycles, results, documents = yield from at_once(
        rows_read(
            Contact.objects.filter(**mine, has_parental_responsibility=True),
            outcomes.readable_by(plain),
            _open_requests(child.pupil),
            _own_rows(child.pupil),
            voice_rows(plain, child.pupil),
        ),
        support.open_cycles_read(plain, child),
        results_read(plain, child.pupil),
        documents_read(plain, child.pupil),
    )
    record = Record(
        plain,
        child,
        parents,
        aims,
        cycles=sorted(cycles, key=lambda each: each.of_on or child.today, reverse=True),
        results=results,
        voices=list(voices(said)),
        documents=list(papers.titles(documents)),
    )
    return record, own, requests


def _answer(key: str, said: Said, own: FormAnswer | None) -> Answer:
    if own is None:
        return Answer(key, said.text, said.source)
    by = own.written_by.name if own.written_by else ""
    return Answer(
        key,
        own.text,
        source=f"Written here, {full_day_words(own.written_at.date())}",
        is_own=True,
        record=said.text,
        is_behind=bool(said.text) and own.record_digest != digest_of(said.text),
        by=by,
        own_id=own.pk,
    )


def open_request(pupil: Pupil) -> NeedsAssessment | None:
    """The request that is under way; one statement."""
    return _open_requests(pupil).first()


def _open_requests(pupil: Pupil) -> QuerySet[NeedsAssessment]:
    rows = NeedsAssessment.objects.filter(school_id=pupil.school_id, pupil=pupil)
    rows = rows.filter(final_plan_on=None, no_plan_on=None, withdrawn_on=None)
    return rows.exclude(decision=AssessDecision.REFUSE)


def own_answers(pupil: Pupil, request: NeedsAssessment | None) -> dict[str, FormAnswer]:
    """What people wrote for this request, or before one was recorded; one statement."""
    return _of_request(_own_rows(pupil), request)


def _own_rows(pupil: Pupil) -> QuerySet[FormAnswer]:
    rows = FormAnswer.objects.filter(school_id=pupil.school_id, pupil=pupil)
    return rows.select_related("written_by").order_by("pk")


def _of_request(
    rows: Iterable[FormAnswer], request: NeedsAssessment | None
) -> dict[str, FormAnswer]:
    found: dict[str, FormAnswer] = {}
    for row in rows:
        if row.assessment_id is None:
            found.setdefault(row.question, row)
        elif request and row.assessment_id == request.pk:
            found[row.question] = row
    return {key: row for key, row in found.items() if row.text != SEALED}


def own_answer(pupil: Pupil, question: str) -> FormAnswer | None:
    """What a person wrote for the request that is under way."""
    return own_answers(pupil, open_request(pupil)).get(question)


def digest_of(text: str) -> str:
    """SHA-256 in hex of what the record said."""
    return hashlib.sha256(text.encode()).hexdigest()


def _needs(record: Record) -> Said:
    lines = [f"{need.label}. {_kept(need.in_words)}".strip() for need in record.child.needs]
    return Said(paragraphs(lines), "SEND register")


def _impact(record: Record) -> Said:
    lines = [f"{n.label}: {_kept(n.impact)}" for n in record.child.needs if _kept(n.impact)]
    return Said(paragraphs(lines), "SEND register")


def _parents(record: Record) -> Said:
    return Said(", ".join(row.name for row in record.parents), "Family page")


def _since(record: Record) -> Said:
    child = record.child
    if not child.status or child.status_since is None:
        return Said()
    since = full_day_words(child.status_since)
    why = child.reason_words if child.source == Source.HERE else ""  # a roll gives no reason
    return Said(f"{child.status_words} since {since}. {why}".strip(), "SEND register")


def _tried(record: Record) -> Said:
    told, names = [], []
    for cycle in record.cycles[:NEWEST_CYCLES]:
        lines = [cycle.title]
        for block in cycle.blocks:
            rows = [
                f"{row[0]} (from {row[1]} to {row[2]}): {row[3] or 'running'}" for row in block.rows
            ]
            lines += rows or ([f"{block.heading}: {block.text}"] if block.text else [])
        told.append("\n".join(lines))
        names.append(cycle.title.partition(":")[0])
    return Said("\n\n".join(told), ", ".join(names))


def _strengths(record: Record) -> Said:
    for cycle in record.cycles:
        for block in cycle.blocks:
            if block.heading == "What is going well" and block.text:
                return Said(block.text, cycle.title.partition(":")[0])
    return Said()


def _provision(record: Record) -> Said:
    lines = [f"{line.line.provision.name}: {line.how}. {line.words}" for line in record.costs.lines]
    return Said(paragraphs(lines), f"Provision and session log, {record.costs.year_words}")


def _cost(record: Record) -> Said:
    if not record.costs.lines:
        return Said()
    lines = [
        f"{line.line.provision.name}: {in_pounds(line.amount.planned)}"
        for line in record.costs.lines
    ]
    words = paragraphs([*record.costs.in_short(record.child.today), *lines])
    return Said(words, f"Rates and session log, {record.costs.year_words}")


def _attainment(record: Record) -> Said:
    known = {each.id for each in record.results}
    found = support.tests_from(record.results, known, record.child)
    lines = [
        ", ".join(
            filter(
                None,
                [row[0], row[1], row[2] and f"score {row[2]}", row[4] and f"percentile {row[4]}"],
            )
        )
        for each in found
        for block in each.blocks
        for row in block.rows
    ]
    return Said(paragraphs(lines), "Specialist tests")


def _advice(record: Record) -> Said:
    rows = [e for e in (*record.documents, *record.voices) if e.kind == "advice"]
    rows.sort(key=lambda each: each.of_on or record.child.today, reverse=True)
    lines = [f"{e.title}, {e.source}, {full_day_words(e.of_on)}" for e in rows if e.of_on]
    return Said(paragraphs(lines), "Documents, views and advice")


def _views(kind: AskKind) -> Callable[[Record], Said]:
    def read(record: Record) -> Said:
        mine = [v for v in record.voices if v.title.startswith(f"{kind.label}:")][:NEWEST_VOICES]
        words = [f"“{block.text}”" for voice in mine for block in voice.blocks if block.text]
        days = ", ".join(full_day_words(v.of_on) for v in mine if v.of_on)
        return Said(paragraphs(words), f"Views of {days}" if days else "")

    return read


def _outcomes(record: Record) -> Said:
    return Said(paragraphs(row.text for row in record.outcomes), "Outcomes")


def _kept(text: str) -> str:
    return "" if text == SEALED else text


def _place(record: Record) -> Said:
    pupil = record.child.pupil
    group = pupil.class_group.name if pupil.class_group else ""
    return Said(", ".join(filter(None, [year_words(pupil.year_group), group])), "Roll")


_READERS: dict[str, Callable[[Record], Said]] = {
    "child_name": lambda r: Said(r.child.pupil.full_name, "Roll"),
    "born_on": lambda r: Said(full_day_words(r.child.pupil.born_on), "Roll"),
    "year": _place,
    "language": lambda r: Said(r.child.language, "Roll"),
    "school": lambda r: Said(r.child.school.name, "School"),
    "parents": _parents,
    "needs": _needs,
    "impact": _impact,
    "strengths": _strengths,
    "since": _since,
    "tried": _tried,
    "provision": _provision,
    "cost": _cost,
    "attainment": _attainment,
    "advice": _advice,
    "child_views": _views(AskKind.PUPIL_VIEWS),
    "parent_views": _views(AskKind.PARENT_VIEWS),
    "outcomes": _outcomes,
}
