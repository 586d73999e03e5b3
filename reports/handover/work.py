"""Parts of the handover pack about people and work: duties, provision, quality, contacts, places."""

from collections import Counter
from collections.abc import Iterator

from django.db.models import Count

from aylsham.access.current import Access
from aylsham.access.permissions import Permission
from aylsham.calendars import calendar_of
from aylsham.dates import DAY
from aylsham.datewords import day_words, full_day_words
from aylsham.navigation import entries
from aylsham.together import read_rows
from ehcp.models import EhcPlan
from provision.provision_codes import LegalWeight
from provision.selectors.quality import half_term_of, quality_queue
from provision.selectors.unplanned import live_promises_on_roll, serving, unplanned
from pupils.selectors.providers import providers_of
from pupils.selectors.services import listed_services
from reports.handover.children import WEEKS
from reports.handover.sections import Row
from staff.duty_codes import HeldDuty
from staff.rules.duties import Because
from staff.selectors.duties import NAMES_SHOWN, team_of
from staff.selectors.senco import senco_posts
from staff.selectors.training import runs_out


def duties(access: Access) -> Iterator[Row]:
    """In whose hands each duty is."""
    team = team_of(access.school, access.today)
    for duty in HeldDuty:
        hands = team.all_hands[duty]
        if len(hands) > NAMES_SHOWN and all(hand.because is Because.ROLE for hand in hands):
            words = f"{len(hands)} people by role"
        else:
            words = ", ".join(_hand(team, hand, access) for hand in hands)
        missing = not hands
        yield Row(
            duty.label,
            words,
            state="due_soon" if missing else "",
            state_words="Nobody" if missing else "",
        )


def _hand(team, hand, access: Access) -> str:
    until = f" until {day_words(hand.until, today=access.today)}" if hand.until else ""
    return team.name(hand.person) + until


def provision(access: Access) -> Iterator[Row]:
    """What is promised by how it binds, and what of it nobody has planned."""
    promises, served = read_rows(live_promises_on_roll(access), serving(access))
    counted = Counter(row.weight for row in promises)
    for weight in LegalWeight:
        if counted[weight]:
            yield Row(str(weight.label), f"{counted[weight]} promised")
    for line in unplanned(promises, served, access.today).lines:
        pupil = line.promise.pupil
        yield Row(
            line.line.source_words,
            f"{line.line.amount}, {line.missing} minutes a week are not planned",
            name=pupil.full_name,
            pupil=pupil.pk,
            state="overdue" if line.is_council else "due_soon",
            state_words="The council must secure it" if line.is_council else "Not planned in full",
        )


def quality(access: Access) -> Iterator[Row]:
    """How far this half-term's sample is, and what is often weak; no names."""
    begun = half_term_of(calendar_of(access.school), access.today)
    queue = quality_queue(access, access.school, begun)
    for year, looked, drawn in queue.progress:
        yield Row(year, f"{looked} of {drawn} papers looked at this half-term")
    for year, kind, pattern in queue.often_weak:
        if pattern.is_enough:
            yield Row(
                pattern.point.title,
                f"{year}, {kind.lower()}: weak in {pattern.weak} of {pattern.looked}",
            )


def training(access: Access) -> Iterator[Row]:
    """SENCOs who have to qualify, and trainings that run out in twelve weeks or have."""
    today = access.today
    for post in senco_posts(access.school):
        if post.ends_on is None and not post.qualified_on:
            words = f"SENCO since {full_day_words(post.became_senco_on)}, not qualified yet"
            yield Row(post.user.name, words, state="due_soon", state_words="To qualify")
    for row in sorted(runs_out(access.school), key=lambda row: row.ends_on):
        if row.ends_on > today + WEEKS * 7 * DAY:
            continue
        who = row.user.name if row.user else row.member.name
        is_over = row.ends_on < today
        yield Row(
            f"{who}: {row.title}",
            f"valid until {full_day_words(row.ends_on)}",
            state="overdue" if is_over else "due_soon",
            state_words="Has run out" if is_over else "Runs out",
        )


def contacts(access: Access) -> Iterator[Row]:
    """Councils with their coordinators, services and providers with how to reach them."""
    if access.can(Permission.VIEW_PLANS):
        plans = EhcPlan.objects.filter(school=access.school).maintained()
        named = plans.values_list("local_authority", "coordinator").annotate(n=Count("pk"))
        for council, coordinator, n in named.order_by("local_authority", "coordinator"):
            words = f"{n} plan{'' if n == 1 else 's'}"
            yield Row(council, f"{coordinator}, {words}" if coordinator else words)
    if access.can(Permission.VIEW_PROVIDERS):
        for line in providers_of(access):
            yield Row(f"{line.name}: {line.does}", ", ".join(line.contact))
    if access.can(Permission.VIEW_REFERRALS):
        for service in listed_services(access):
            yield Row(service.name, " · ".join(filter(None, (service.how, service.contact))))


def places(access: Access) -> Iterator[Row]:
    """Where things stand in the product: every entry that the reader's roles open."""
    found: dict[str, list[str]] = {}
    for entry in entries():
        if entry.place not in ("main", "menu") or entry.level == "federation":
            continue
        if entry.permission is None or access.can(entry.permission):
            where = "Row at the top" if entry.place == "main" else f"Your menu: {entry.group}"
            found.setdefault(where, []).append(entry.label)
    for where, labels in found.items():
        yield Row(where, " · ".join(labels))
