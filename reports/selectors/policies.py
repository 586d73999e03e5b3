"""The register of policies, checks of them, and what was sent round with who has read it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.roles import Role
from aylsham.models import School, User
from pupils.selectors.adults import Adult, adults_at
from reports.models import Circular, CircularReader, Policy, PolicyCheck
from reports.policy_codes import Inclusion

#: A review is due soon within so many days.
SOON = dt.timedelta(days=28)


@dataclass(frozen=True)
class PolicyLine:
    """A policy as the register shows it."""

    policy: Policy
    check: PolicyCheck | None
    today: dt.date

    @property
    def shown(self) -> str:
        """A key of STATES."""
        if self.policy.ended_on:
            return "closed"
        if self.policy.review_on < self.today:
            return "overdue"
        return "due_soon" if self.policy.review_on <= self.today + SOON else "on_track"

    @property
    def words(self) -> str:
        """The same in words."""
        return {
            "closed": "Ended",
            "overdue": "Review late",
            "due_soon": "Review due soon",
            "on_track": "In date",
        }[self.shown]

    @property
    def lacking(self) -> tuple[Inclusion, ...]:
        """What the last check found lacking."""
        return lacking_in(self.check) if self.check else ()

    @property
    def is_check_older(self) -> bool:
        """The policy was adopted again after it was checked."""
        return bool(
            self.check and self.policy.adopted_on and self.check.held_on < self.policy.adopted_on
        )


@dataclass(frozen=True)
class CheckLine:
    """A check as a page shows it."""

    check: PolicyCheck
    lacking: tuple[Inclusion, ...]


@dataclass(frozen=True)
class PoliciesPage:
    """The register of a school, and what was sent round."""

    lines: tuple[PolicyLine, ...]
    ended: tuple[PolicyLine, ...]
    circulars: tuple[Circular, ...]


def policies_page(access: Access, school: School) -> PoliciesPage:
    """Policies with the last check of each, and what was sent round; three statements."""
    checks: dict[UUID, PolicyCheck] = {}
    for check in PolicyCheck.objects.filter(school=school):
        checks.setdefault(check.policy_id, check)
    rows = Policy.objects.filter(school=school)
    lines = [PolicyLine(row, checks.get(row.pk), access.today) for row in rows]
    return PoliciesPage(
        lines=tuple(each for each in lines if not each.policy.ended_on),
        ended=tuple(each for each in lines if each.policy.ended_on),
        circulars=tuple(circulars_of(school)),
    )


def policies_in_force(school: School) -> QuerySet[Policy]:
    """The policies that hold, by name."""
    return Policy.objects.current().filter(school=school)


def circulars_of(school: School) -> Iterable[Circular]:
    """What was sent round, the newest first, with how many were asked and have read it."""
    rows = Circular.objects.filter(school=school)
    return rows.annotate(
        asked=Count("readers"), have_read=Count("readers", filter=Q(readers__read_on__isnull=False))
    )


def policy_of(school: School, pk: UUID) -> Policy | None:
    """One policy of the school."""
    return Policy.objects.filter(school=school, pk=pk).select_related("school").first()


def checks_of(policy: Policy) -> list[CheckLine]:
    """The checks of a policy, the newest first."""
    rows = PolicyCheck.objects.filter(school=policy.school_id, policy=policy)
    return [CheckLine(row, lacking_in(row)) for row in rows.select_related("recorded_by")]


def lacking_in(check: PolicyCheck) -> tuple[Inclusion, ...]:
    """What a check found lacking."""
    return tuple(each for each in Inclusion if each.value not in check.met)


def circular_of(school: School, pk: UUID) -> Circular | None:
    """One thing that was sent round at the school."""
    rows = Circular.objects.filter(school=school, pk=pk)
    return rows.select_related("school", "policy", "sent_by").first()


def reader_of(circular: Circular, user: User) -> CircularReader | None:
    """Whether somebody is asked to read it."""
    rows = CircularReader.objects.filter(school=circular.school_id, circular=circular, user=user)
    return rows.first()


def readers_of(circular: Circular) -> list[CircularReader]:
    """Everybody who is asked to read it: who has not read it first, by name."""
    rows = CircularReader.objects.filter(school=circular.school_id, circular=circular)
    found = rows.select_related("user").order_by("user__name")
    return sorted(found, key=lambda row: row.read_on is not None)


def roles_held(school: School, today: dt.date) -> list[Role]:
    """The roles that somebody has at the school now, in the order of the roles."""
    held = {adult.role for adult in people_at(school, today)}
    return [role for role in Role if role in held]


def people_at(school: School, today: dt.date, roles: Iterable[str] = tuple(Role)) -> list[Adult]:
    """Everybody with one of these roles at the school now."""
    return adults_at(school, today=today, roles=tuple(roles))


def not_asked(circular: Circular, today: dt.date) -> list[User]:
    """Who came to one of its roles since it was sent, by name."""
    asked = set(
        CircularReader.objects.filter(school=circular.school_id, circular=circular).values_list(
            "user_id", flat=True
        )
    )
    found = {each.user.pk: each.user for each in people_at(circular.school, today, circular.roles)}
    return [user for pk, user in found.items() if pk not in asked]
