"""Evidence bundles as pages show them: a child's, and one with what goes in."""

from dataclasses import dataclass
from uuid import UUID

from aylsham.access.current import Access
from aylsham.jobs.codes import JobState
from aylsham.models import Job
from ehcp.models import EhcPlan, NeedsAssessment
from pupils.models import Document, DocumentVersion, Pupil
from pupils.selectors.approval_page import Waiting
from reports.bundle_codes import KINDS, BundleAim
from reports.bundles.choosing import Contents, Decided, contents_of
from reports.bundles.evidence import Found, Scope
from reports.models import BundleChoice, BundlePart, EvidenceBundle
from reports.selectors.bundles.leaving import waiting_bundle

#: What a page does not need: the files themselves, and what few pages show.
HEAVY = ("found", "manifest")


@dataclass(frozen=True)
class PartLine:
    """A file of a bundle."""

    number: int
    first_page: int
    last_page: int
    size: int
    digest: str

    @property
    def size_words(self) -> str:
        """`4.2 MB`."""
        return f"{max(self.size / 1_000_000, 0.1):.1f} MB"


@dataclass(frozen=True)
class BundlePage:
    """A bundle: what goes in, what waits, what was made."""

    bundle: EvidenceBundle
    contents: Contents
    parts: tuple[PartLine, ...]
    #: The newest work on it, while it is not done.
    job: Job | None
    #: The second look; None while it is not made.
    look: Waiting | None = None

    @property
    def is_looking(self) -> bool:
        """The record is being looked through."""
        return self.bundle.looked_at is None

    @property
    def kind_words(self) -> str:
        """The chosen kinds."""
        return ", ".join(label for kind, label in KINDS.items() if kind in self.bundle.kinds)

    @property
    def limit_words(self) -> str:
        return f"{self.bundle.most_mb} MB a file" if self.bundle.most_mb else "No limit"

    @property
    def days_words(self) -> str:
        return scope_of(self.bundle).words

    @property
    def is_failed(self) -> bool:
        """The newest work ended without a result."""
        return self.job is not None and self.job.state == JobState.FAILED

    @property
    def is_look_told(self) -> bool:
        """Whether somebody looks at it first, or has."""
        if self.look is None:
            return False
        return bool(self.look.look) or (self.look.needs_look and not self.bundle.is_sent)

    @property
    def may_go(self) -> bool:
        """Whether nobody has to look at it any more before it is sent."""
        return self.look is not None and self.look.may_go

    @property
    def can_be_made(self) -> bool:
        bundle, contents = self.bundle, self.contents
        is_free = not bundle.is_sent and not (self.job and self.job.is_open)
        return is_free and not self.is_looking and not contents.open and bool(contents.going_in)


def bundles_of(access: Access, pupil: Pupil) -> list[EvidenceBundle]:
    """A child's bundles, the newest first; one statement."""
    rows = EvidenceBundle.objects.filter(school=access.school, pupil=pupil).defer(*HEAVY)
    return list(rows.select_related("started_by", "made_by", "sent_by"))


def bundle_of(access: Access, pupil: Pupil, pk: UUID) -> EvidenceBundle | None:
    """One bundle of the child."""
    rows = EvidenceBundle.objects.filter(school=access.school, pupil=pupil, pk=pk)
    found = rows.select_related("started_by", "made_by", "sent_by").first()
    if found:
        found.school, found.pupil = access.school, pupil
    return found


def bundle_page(bundle: EvidenceBundle) -> BundlePage:
    """Everything about one bundle; five statements."""
    parts = BundlePart.objects.filter(school_id=bundle.school_id, bundle=bundle)
    names = ("number", "first_page", "last_page", "size", "digest")
    job = Job.objects.filter(pk=bundle.job_id).first() if bundle.job_id else None
    return BundlePage(
        bundle,
        contents_now(bundle),
        tuple(PartLine(**row) for row in parts.values(*names)),
        job if job and job.state != JobState.DONE else None,
        waiting_bundle(bundle),
    )


def contents_now(bundle: EvidenceBundle) -> Contents:
    """What becomes of everything that was found; one statement."""
    return contents_of(map(Found.from_json, bundle.found), decided_of(bundle))


def decided_of(bundle: EvidenceBundle) -> dict[str, Decided]:
    """What people said, by piece of evidence; one statement."""
    rows = BundleChoice.objects.filter(school_id=bundle.school_id, bundle=bundle)
    return {
        row.item: Decided(row.digest, row.is_in, row.reason, row.by.name if row.by else "")
        for row in rows.select_related("by")
    }


def part_of(bundle: EvidenceBundle, number: int) -> BundlePart | None:
    """One file, with its bytes."""
    rows = BundlePart.objects.filter(school_id=bundle.school_id, bundle=bundle, number=number)
    return rows.first()


def attached_files(bundle: EvidenceBundle) -> list[tuple[str, str]]:
    """(name, digest) of the files that come beside a bundle and are still on the record."""
    wanted = [item for item in bundle.manifest["items"] if item["attached"]]
    on_record = Document.objects.on_record().filter(
        school_id=bundle.school_id, pupil_id=bundle.pupil_id
    )
    kept = set(
        DocumentVersion.objects.filter(
            school_id=bundle.school_id,
            document__in=on_record,
            digest__in=[item["sha256"] for item in wanted],
        ).values_list("digest", flat=True)
    )
    return [(item["attached"], item["sha256"]) for item in wanted if item["sha256"] in kept]


def scope_of(bundle: EvidenceBundle) -> Scope:
    """Which days and kinds a bundle is about."""
    return Scope(tuple(bundle.kinds), bundle.starts_on, bundle.ends_on)


def bundle_to_make(school, pk: str) -> EvidenceBundle | None:
    """A bundle that was not sent, for a worker."""
    rows = EvidenceBundle.objects.filter(school=school, pk=pk, sent_on=None)
    return rows.select_related("pupil", "school").first()


def first_facts(access: Access, pupil: Pupil) -> dict:
    """What a new bundle most likely is for; two statements."""
    own = {"school": access.school, "pupil": pupil}
    asked = NeedsAssessment.objects.filter(**own).first()
    plan = EhcPlan.objects.filter(**own, ended_on=None).order_by("-made_on").first()
    if plan is not None:
        return {"aim": BundleAim.REVIEW, "council": plan.local_authority}
    return {
        "aim": BundleAim.ASSESSMENT,
        "council": asked.local_authority if asked else "",
    }
