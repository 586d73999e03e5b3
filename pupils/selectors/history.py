"""The child's story on the register: levels, needs and diagnoses, now and before."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from aylsham.access.current import Access
from pupils.codes import EvidenceOf, SenStatus, Source, StatusReason
from pupils.models import Diagnosis, Need, Pupil, StatusPeriod
from pupils.rules.documents import paper_named
from pupils.selectors.documents import papers_of
from pupils.selectors.evidence import Evidence
from pupils.selectors.transfers.authors import Writers, writers_of
from pupils.words import area_words, need_words

#: What stands behind each decision about a child.
type Behind = Mapping[tuple[str, UUID], Evidence]


@dataclass(frozen=True)
class StatusLine:
    """One stretch on the register, with why it began and ended and who was told."""

    id: UUID
    level: str
    starts_on: dt.date
    reason: str
    note: str
    evidence: str
    told: str
    told_on: dt.date | None
    to_tell_on: dt.date | None
    by: str
    is_open: bool
    ends_on: dt.date | None
    end_reason: str
    end_note: str
    end_told: str
    end_told_on: dt.date | None
    ended_by: str
    is_from_roll: bool
    #: Support that the parents have not been told of, as far as the record says.
    needs_telling: bool
    #: The document that the evidence names, for those who may read it.
    paper_id: UUID | None = None
    end_paper_id: UUID | None = None
    #: What was chosen as evidence, of the beginning and of the end.
    behind: Evidence | None = None
    end_behind: Evidence | None = None


@dataclass(frozen=True)
class NeedLine:
    """A need in words, with its area."""

    id: UUID
    label: str
    code: str
    area: str
    rank: int
    in_words: str
    impact: str
    known_from: str
    level: str
    level_rated_on: dt.date | None
    since_on: dt.date | None
    ended_on: dt.date | None
    is_from_roll: bool


def status_history(pupil: Pupil, writers: Writers | None = None) -> list[StatusLine]:
    """Every stretch on the register, the latest first; one statement, two without `writers`."""
    rows = StatusPeriod.objects.filter(school_id=pupil.school_id, pupil=pupil)
    writers = writers or writers_of(pupil)
    return [_status_line(row, writers) for row in rows.select_related("started_by", "ended_by")]


def with_papers(
    access: Access, pupil: Pupil, lines: list[StatusLine], behind: Behind
) -> list[StatusLine]:
    """The stretches with what was chosen as evidence, and the documents that their words name.

    One statement, or none where nothing is said.
    """
    said = any(line.evidence or line.end_note for line in lines)
    papers = papers_of(access, pupil) if said else []
    return [
        replace(
            line,
            paper_id=paper_named(line.evidence, papers),
            end_paper_id=paper_named(line.end_note, papers),
            behind=behind.get((EvidenceOf.STATUS, line.id)),
            end_behind=behind.get((EvidenceOf.STATUS_END, line.id)),
        )
        for line in lines
    ]


def need_history(pupil: Pupil) -> list[NeedLine]:
    """Open needs by rank, then ended ones; one statement."""
    rows = Need.objects.filter(school_id=pupil.school_id, pupil=pupil)
    lines = [
        NeedLine(
            id=row.pk,
            label=need_words(row.need_type),
            code=row.need_type,
            area=area_words(row.need_type),
            rank=row.rank,
            in_words=row.in_words,
            impact=row.impact,
            known_from=row.get_known_from_display(),
            level=row.get_level_display() if row.level else "",
            level_rated_on=row.level_rated_on,
            since_on=row.since_on,
            ended_on=row.ended_on,
            is_from_roll=row.source == Source.ROLL,
        )
        for row in rows
    ]
    return sorted(lines, key=lambda n: (n.ended_on is not None, n.rank))


def open_needs_of(pupil: Pupil) -> list[Need]:
    """Needs that have not ended, by rank; one statement."""
    rows = Need.objects.filter(school_id=pupil.school_id, pupil=pupil, ended_on=None)
    return list(rows.order_by("rank"))


def diagnoses_of(pupil: Pupil, behind: Behind) -> list[tuple[Diagnosis, Evidence | None]]:
    """Diagnoses that stand, each with what was chosen as evidence; one statement."""
    rows = Diagnosis.objects.filter(school_id=pupil.school_id, pupil=pupil, ended_on=None)
    of = EvidenceOf.DIAGNOSIS
    return [(row, behind.get((of, row.pk))) for row in rows.order_by("made_on", "pk")]


def period_of(pupil: Pupil, pk: UUID) -> StatusPeriod | None:
    """One stretch of this child."""
    return _one(StatusPeriod, pupil, pk)


def need_of(pupil: Pupil, pk: UUID) -> Need | None:
    """One need of this child."""
    return _one(Need, pupil, pk)


def diagnosis_of(pupil: Pupil, pk: UUID) -> Diagnosis | None:
    """One diagnosis of this child."""
    return _one(Diagnosis, pupil, pk)


def _one(model, pupil: Pupil, pk: UUID):
    return model.objects.filter(school_id=pupil.school_id, pupil=pupil, pk=pk).first()


def _status_line(row: StatusPeriod, writers: Writers) -> StatusLine:
    return StatusLine(
        id=row.pk,
        level=SenStatus(row.status).label,
        starts_on=row.starts_on,
        reason=StatusReason(row.reason).label,
        note=row.note,
        evidence=row.evidence,
        told=row.get_parent_told_how_display() if row.parent_told_how else "",
        told_on=row.parent_told_on,
        to_tell_on=row.parent_to_tell_on,
        by=writers.at(row.pk, "started_by") or (row.started_by.name if row.started_by else ""),
        is_open=row.ends_on is None,
        ends_on=row.ends_on,
        end_reason=StatusReason(row.end_reason).label if row.end_reason else "",
        end_note=row.end_note,
        end_told=row.get_end_told_how_display() if row.end_told_how else "",
        end_told_on=row.end_told_on,
        ended_by=writers.at(row.pk, "ended_by") or (row.ended_by.name if row.ended_by else ""),
        is_from_roll=row.source == Source.ROLL,
        needs_telling=is_untold(row),
    )


def is_untold(row: StatusPeriod) -> bool:
    """Open SEN support, begun here, without a day on which the parents were told."""
    is_ours = row.status == SenStatus.SUPPORT and row.source == Source.HERE
    return is_ours and not row.ends_on and not row.parent_told_on
