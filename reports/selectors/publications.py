"""What a school publishes, as pages, paper and lists show it."""

from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.changes import version_of
from aylsham.components import Progress
from aylsham.jobs.codes import JobState
from aylsham.jobs.selectors import job_progress, jobs_in_reach
from aylsham.models import School
from pupils.models import Pupil
from pupils.rules.anonymous import Names, name_parts, still_named
from reports.codes import Duty
from reports.models import Publication
from reports.publication_codes import OUT, SHOWN, PublicationState
from reports.publications.headings import SEN_INFORMATION, Heading


@dataclass(frozen=True)
class PaperPart:
    """A heading as people read it: the record's sentences, then the school's words."""

    heading: Heading
    said: tuple[str, ...]
    words: str
    #: Sentences that the last published one did not have, and such that it had and this has not.
    fresh: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.said or self.words)

    @property
    def is_changed(self) -> bool:
        return bool(self.fresh or self.gone)


@dataclass(frozen=True)
class Paper:
    """The whole document as page, PDF, Word and HTML show it."""

    publication: Publication
    school: str
    parts: tuple[PaperPart, ...]

    @property
    def title(self) -> str:
        return self.publication.get_kind_display()


@dataclass(frozen=True)
class PublicationPage:
    """A document with what the asker may do next."""

    publication: Publication
    paper: Paper
    #: Names of children of the school that stand in the words; a person looks at each.
    names: tuple[str, ...]
    work: Progress | None
    has_pdf: bool
    may_edit: bool
    may_decide: bool
    may_withdraw: bool

    @property
    def empty(self) -> tuple[PaperPart, ...]:
        """Headings that say nothing yet."""
        return tuple(part for part in self.paper.parts if part.is_empty)

    @property
    def changed(self) -> tuple[PaperPart, ...]:
        """Headings of which the record says something else than in the last one."""
        return tuple(part for part in self.paper.parts if part.is_changed)


@dataclass(frozen=True)
class PublicationLine:
    """A document in a list."""

    publication: Publication
    shown: str


def publications_of(access: Access, school: School) -> list[PublicationLine]:
    """What was published, the newest first; drafts too for whoever prepares or publishes them."""
    rows = Publication.objects.filter(school=school, kind=Duty.SEN_REPORT)
    if not sees_drafts(access):
        rows = rows.filter(state__in=OUT)
    rows = rows.select_related("published_by").defer("content", "words")
    return [PublicationLine(row, SHOWN[PublicationState(row.state)]) for row in rows]


def sees_drafts(access: Access) -> bool:
    """Whether the asker writes what the school publishes, or decides on it."""
    return access.can(Permission.PREPARE_REPORTS) or access.can(Permission.PUBLISH_REPORTS)


def publication_of(access: Access, school: School, pk: UUID) -> Publication | None:
    """One of them that the asker may read."""
    rows = Publication.objects.select_related("sent_by", "published_by", "withdrawn_by")
    found = rows.filter(school=school, pk=pk).first()
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
    """The document as it reads, every heading in the order of the law."""
    was = before.content if before else None
    return Paper(
        publication=publication,
        school=publication.school.name,
        parts=tuple(_part(heading, publication, was) for heading in SEN_INFORMATION),
    )


def empty_headings(publication: Publication) -> list[Heading]:
    """Headings under which neither the record nor the school says anything."""
    return [part.heading for part in paper_of(publication).parts if part.is_empty]


def names_in_words(publication: Publication) -> tuple[str, ...]:
    """Names of children of the school that stand in the school's words."""
    words = "\n".join(publication.words.values())
    if not words:
        return ()
    columns = ("first_name", "preferred_first_name", "last_name")
    rows = Pupil.objects.filter(school=publication.school_id).values_list(*columns)
    names = name_parts(*(f"{first} {last}" for *firsts, last in rows for first in firsts if first))
    return tuple(still_named(words, Names(child=names)))


def mark_of_words(publication: Publication) -> str:
    """The version that a form of its words starts from."""
    return version_of(publication, ("words",))


def _part(heading: Heading, publication: Publication, was: dict | None) -> PaperPart:
    said = tuple(publication.content.get(heading.key, ()))
    before = tuple(was.get(heading.key, ())) if was is not None else said
    return PaperPart(
        heading,
        said,
        publication.words.get(heading.key, ""),
        fresh=tuple(each for each in said if each not in before),
        gone=tuple(each for each in before if each not in said),
    )


def _work(access: Access, publication: Publication) -> Progress | None:
    if publication.job_id is None:
        return None
    jobs = jobs_in_reach(access).filter(pk=publication.job_id).exclude(state=JobState.DONE)
    job = jobs.first()
    return job_progress(job, access) if job else None
