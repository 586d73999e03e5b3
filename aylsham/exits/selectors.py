"""What was taken out of a school, for its page."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from aylsham import clock
from aylsham.access.current import Access
from aylsham.components import Progress
from aylsham.exits.codes import Scope
from aylsham.exits.services import can_be_fetched
from aylsham.jobs.selectors import job_progress
from aylsham.models import ApiKey, Job, School, SchoolExport

#: Files shown; the log has them all.
SHOWN = 20


@dataclass(frozen=True)
class ExportLine:
    """One file of the school."""

    export: SchoolExport
    can_be_fetched: bool

    @property
    def megabytes(self) -> str:
        """Its size as people say it."""
        return f"{max(self.export.size / 1_000_000, 0.1):,.1f} MB"

    @property
    def rows(self) -> str:
        """How many, as people write it."""
        return f"{self.export.rows:,}"

    @property
    def last_day(self) -> dt.date | None:
        """The day on which it expires, by the clock of the school."""
        at = self.export.expires_at
        return timezone.localdate(at) if at else None

    @property
    def state_words(self) -> str:
        if self.can_be_fetched:
            return "Ready"
        return "Expired" if self.export.made_at else "Not made"

    @property
    def state_key(self) -> str:
        return "on_track" if self.can_be_fetched else "closed"


def exports_of(school: School) -> list[ExportLine]:
    """The newest files of a school, those in the making included."""
    now = clock.moment()
    rows = SchoolExport.objects.filter(school=school).select_related("asked_by")[:SHOWN]
    return [ExportLine(row, can_be_fetched(row, now)) for row in rows]


def work_on(lines: list[ExportLine], access: Access) -> Progress | None:
    """How far the newest file is, while it is being made or has failed."""
    if not lines or lines[0].export.made_at:
        return None
    job = Job.objects.select_related("school").filter(pk=lines[0].export.job_id).first()
    return job_progress(job, access) if job else None


def export_of(school: School, pk: UUID) -> SchoolExport:
    """One of the school's files; 404 for any other."""
    found = SchoolExport.objects.select_related("school").filter(school=school, pk=pk).first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True)
class KeyLine:
    """One key of the school."""

    key: ApiKey
    is_live: bool

    @property
    def scope_words(self) -> str:
        """What it opens, in short."""
        return ", ".join(Scope(each).label.partition(":")[0] for each in self.key.scopes)

    @property
    def state_words(self) -> str:
        if self.is_live:
            return "Works"
        return "Ended" if self.key.revoked_at else "Its time is over"

    @property
    def state_key(self) -> str:
        return "on_track" if self.is_live else "closed"


def keys_of(school: School) -> list[KeyLine]:
    """Every key of a school, the newest first."""
    today = clock.today()
    rows = ApiKey.objects.filter(school=school).select_related("made_by")
    return [KeyLine(row, row.revoked_at is None and row.ends_on >= today) for row in rows]


def key_of(school: School, pk: str) -> ApiKey | None:
    """One of the school's keys, by an id from a form."""
    try:
        return ApiKey.objects.select_related("school").filter(school=school, pk=UUID(pk)).first()
    except ValueError:
        return None
