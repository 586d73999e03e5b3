"""What a school publishes, as pages, paper and lists show it."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.changes import version_of
from aylsham.components import Progress
from aylsham.dates import months_beginning_with
from aylsham.datewords import full_day_words
from aylsham.jobs.codes import JobState
from aylsham.jobs.selectors import job_progress, jobs_in_reach
from aylsham.models import School
from reports.models import Publication
from reports.publication_codes import OUT, SHOWN, PublicationState
from reports.publications.headings import Heading
from reports.publications.kind import Kind, Table
from reports.publications.kinds import kind_of
from reports.selectors.child_names import names_of_children_in


@dataclass(frozen=True)
class PaperPart:
    """A heading as people read it: the record's sentences and tables, then the school's words."""

    heading: Heading
    said: tuple[str, ...]
    words: str
    tables: tuple[Table, ...] = ()
    #: Sentences that the last published one did not have, and such that it had and this has not.
    fresh: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    #: A table says something else than in the last published one.
    has_other_tables: bool = False

    @property
    def is_empty(self) -> bool:
        """Nothing stands here, or nothing of the record where that has to say something."""
        of_record = self.said or self.tables
        return not (of_record or (self.words and not self.heading.is_from_record))

    @property
    def is_missing(self) -> bool:
        """It is empty, and may not be."""
        return self.is_empty and not self.heading.is_optional

    @property
    def is_shown(self) -> bool:
        """Readers see it: not a heading that may stay empty and is."""
        return bool(self.said or self.tables or self.words) or not self.heading.is_optional

    @property
    def is_changed(self) -> bool:
        return bool(self.fresh or self.gone or self.has_other_tables)


@dataclass(frozen=True)
class Paper:
    """The whole document as page, PDF, Word and HTML show it."""

    publication: Publication
    kind: Kind
    school: str
    parts: tuple[PaperPart, ...]
    #: Lines of the cover: what it is, and what is so.
    cover: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        return self.kind.name

    @property
    def asked(self) -> tuple[PaperPart, ...]:
        """The headings that have to say something."""
        return tuple(part for part in self.parts if not part.heading.is_optional)

    @property
    def shown(self) -> tuple[PaperPart, ...]:
        """The headings that its readers see."""
        return tuple(part for part in self.parts if part.is_shown)


@dataclass(frozen=True)
class PublicationPage:
    """A document with what the asker may do next."""

    publication: Publication
    paper: Paper
    #: Names of children of the school that stand in the words; a person looks at each.
    names: tuple[str, ...]
    #: What it lacks besides filled headings.
    lacking: tuple[str, ...]
    work: Progress | None
    has_pdf: bool
    may_edit: bool
    may_decide: bool
    may_withdraw: bool

    @property
    def empty(self) -> tuple[PaperPart, ...]:
        """Headings that say nothing yet, and have to."""
        return tuple(part for part in self.paper.parts if part.is_missing)

    @property
    def changed(self) -> tuple[PaperPart, ...]:
        """Headings of which the record says something else than in the last one."""
        return tuple(part for part in self.paper.parts if part.is_changed)


@dataclass(frozen=True)
class PublicationLine:
    """A document in a list."""

    publication: Publication
    shown: str


def publications_of(access: Access, school: School, kind: Kind) -> list[PublicationLine]:
    """What was published, the newest first; drafts too for whoever prepares or publishes them."""
    rows = Publication.objects.filter(school=school, kind=kind.duty)
    if not sees_drafts(access):
        rows = rows.filter(state__in=OUT)
    rows = rows.select_related("published_by").defer("content", "cover", "words")
    return [PublicationLine(row, SHOWN[PublicationState(row.state)]) for row in rows]


def sees_drafts(access: Access) -> bool:
    """Whether the asker writes what the school publishes, or decides on it."""
    return access.can(Permission.PREPARE_REPORTS) or access.can(Permission.PUBLISH_REPORTS)


def publication_of(access: Access, school: School, kind: Kind, pk: UUID) -> Publication | None:
    """One of them that the asker may read."""
    rows = Publication.objects.select_related("sent_by", "published_by", "withdrawn_by")
    found = rows.filter(school=school, kind=kind.duty, pk=pk).first()
    if found is None or not (found.is_out or sees_drafts(access)):
        return None
    found.school = school
    return found


def publication_page(access: Access, publication: Publication) -> PublicationPage:
    """Everything on its page."""
    return PublicationPage(
        publication=publication,
        paper=paper_of(publication, before=published_before(publication)),
        names=() if publication.is_out else names_in_words(publication),
        lacking=still_lacking(publication, access.today) if publication.is_draft else (),
        work=_work(access, publication),
        has_pdf=publication.files.exists(),
        may_edit=access.can(Permission.PREPARE_REPORTS) and publication.is_draft,
        may_decide=access.can(Permission.PUBLISH_REPORTS) and publication.is_with_head,
        may_withdraw=access.can(Permission.PUBLISH_REPORTS) and publication.is_published,
    )


def published_before(publication: Publication) -> Publication | None:
    """The one that was out before it."""
    rows = Publication.objects.filter(school=publication.school_id, kind=publication.kind)
    return rows.filter(state__in=OUT, pk__lt=publication.pk).first()


def paper_of(publication: Publication, before: Publication | None = None) -> Paper:
    """The document as it reads, every heading in its order."""
    kind, was = kind_of(publication.kind), before.content if before else None
    return Paper(
        publication=publication,
        kind=kind,
        school=publication.school.name,
        parts=tuple(_part(heading, publication, was) for heading in kind.headings),
        cover=(
            *_period(kind, publication),
            *_published(kind, publication),
            *((what, words) for what, words in publication.cover),
        ),
    )


def empty_headings(publication: Publication) -> list[Heading]:
    """Headings that have to say something and do not."""
    return [part.heading for part in paper_of(publication).parts if part.is_missing]


def still_lacking(publication: Publication, today: dt.date) -> tuple[str, ...]:
    """What keeps a draft from going to the head, besides empty headings."""
    kind = kind_of(publication.kind)
    return kind.still_lacking(publication.school, today, publication.words)


def names_in_words(publication: Publication) -> tuple[str, ...]:
    """Names of children of the school that stand in the school's words, or in a table."""
    paper = paper_of(publication)
    cells = (
        cell for part in paper.parts for table in part.tables for row in table.rows for cell in row
    )
    return names_of_children_in(publication.school_id, [*publication.words.values(), *cells])


def said_under(publication: Publication, heading: Heading) -> tuple[str, ...]:
    """The sentences of the record under a heading; tables are read on the page."""
    return _read_back(publication.content, heading)[0]


def first_day_before(publication: Publication) -> dt.date | None:
    """The first day of the one that is out: a newer text of the same plan keeps it."""
    rows = Publication.objects.filter(school=publication.school_id, kind=publication.kind)
    return rows.filter(state="published").values_list("starts_on", flat=True).first()


def mark_of_words(publication: Publication) -> str:
    """The version that a form of its words starts from."""
    return version_of(publication, ("words",))


def _part(heading: Heading, publication: Publication, was: dict | None) -> PaperPart:
    said, tables = _read_back(publication.content, heading)
    before, tables_before = (said, tables) if was is None else _read_back(was, heading)
    return PaperPart(
        heading,
        said,
        publication.words.get(heading.key, ""),
        tables,
        fresh=tuple(each for each in said if each not in before),
        gone=tuple(each for each in before if each not in said),
        has_other_tables=tables != tables_before,
    )


def _read_back(content: dict, heading: Heading) -> tuple[tuple[str, ...], tuple[Table, ...]]:
    """The sentences and the tables that a document keeps under a heading."""
    kept = content.get(heading.key, ())
    tables = (
        Table(each["title"], tuple(each["columns"]), tuple(map(tuple, each["rows"])))
        for each in kept
        if isinstance(each, dict)
    )
    return tuple(each for each in kept if isinstance(each, str)), tuple(tables)


def _period(kind: Kind, publication: Publication) -> tuple[tuple[str, str], ...]:
    first = publication.starts_on
    if first is None:
        return ()
    last = months_beginning_with(first, kind.months)
    return (("It runs", f"from {full_day_words(first)} to {full_day_words(last)}"),)


def _published(kind: Kind, publication: Publication) -> tuple[tuple[str, str], ...]:
    if not (kind.tells_when_published and publication.published_at):
        return ()
    return (("Published", full_day_words(timezone.localdate(publication.published_at))),)


def _work(access: Access, publication: Publication) -> Progress | None:
    if publication.job_id is None:
        return None
    jobs = jobs_in_reach(access).filter(pk=publication.job_id).exclude(state=JobState.DONE)
    job = jobs.first()
    return job_progress(job, access) if job else None
