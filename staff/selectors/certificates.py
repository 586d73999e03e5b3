"""Who opens whose certificate: oneself, the line manager, whoever leads training at the school."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from staff.models import StaffMember, TrainingCertificate, TrainingRecord
from staff.selectors.training import TrainingLine


def leads_training(access: Access) -> bool:
    """SENDCo and head: who keeps the training of all who work at the school."""
    return access.can(Permission.KEEP_TRAINING) and access.can(Permission.VIEW_STAFF)


def training_to_show(access: Access, pk: UUID) -> TrainingRecord | None:
    """A training whose certificate the asker may bring or take out: their own, or as its keeper."""
    rows = TrainingRecord.objects.filter(school=access.school, pk=pk)
    if not leads_training(access):
        rows = rows.filter(Q(user=access.user) | Q(member__user=access.user))
    return rows.select_related("school", "user", "member", "topic").first()


def certificate_of(access: Access, pk: UUID) -> TrainingCertificate | None:
    """The file of a training, if the asker may open it."""
    found = _readable(access).filter(record=pk)
    return found.select_related("record__school").first()


def papers_of(access: Access, lines: Iterable[TrainingLine]) -> set[UUID]:
    """Trainings among these whose certificate the asker may open; one statement."""
    records = [line.row.pk for line in lines]
    return set(_readable(access).filter(record__in=records).values_list("record_id", flat=True))


def _readable(access: Access) -> QuerySet[TrainingCertificate]:
    rows = TrainingCertificate.objects.filter(school=access.school)
    if leads_training(access):
        return rows
    managed = StaffMember.objects.filter(school=access.school, line_manager=access.user)
    managed = managed.here_on(access.today)
    accounts = managed.filter(user__isnull=False).values("user")
    return rows.filter(
        Q(record__user=access.user)
        | Q(record__member__user=access.user)
        | Q(record__member__in=managed)
        | Q(record__user__in=accounts)
    )
