"""What the week's plan, and the day itself, say of who gives provision, for the floor that keeps it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, JSONObject

from aylsham.models import User
from provision.givers import Giving, Source, register_givers
from staff.codes import WeekPlanState
from staff.models import Absence, PlanDemand, PlanSession, StaffMember, Swap
from staff.selectors.effective import Stands, by_number, stand
from staff.selectors.planned import Planned
from staff.services.weeks.taking_over import take_over


def register_own() -> None:
    """Called once, when the floor is loaded."""
    register_givers(Source(planned_sessions, taken_sessions, givings_of, take_over))


def planned_sessions(provision: str, first: dt.date, last: dt.date) -> QuerySet:
    """Sessions of the outer query's provision in what people go by between two days."""
    rows = PlanSession.objects.filter(
        Q(plan__ends_on=None) | Q(plan__ends_on__gte=first),
        Q(member__left_on=None) | Q(member__left_on__gte=first),
        school_id=OuterRef("school_id"),
        demand__provision_id=OuterRef(provision),
        plan__starts_on__lte=last,
        plan__state=WeekPlanState.PUBLISHED,
    )
    return rows.order_by("weekday", "starts", "pk").annotate(
        giver=F("member__user_id"),
        facts=JSONObject(
            session="pk",
            provision="demand__provision_id",
            weekday="weekday",
            starts="starts",
            ends="ends",
            holds_from="plan__starts_on",
            holds_until="plan__ends_on",
            member=_person("member"),
            out=ArraySubquery(_absences("member_id", first, last)),
            swaps=ArraySubquery(_swaps("session_id", first, last)),
            left=ArraySubquery(_swaps("leaves_id", first, last)),
        ),
    )


def _person(path: str) -> JSONObject:
    account = f"{path}__user_id"
    return JSONObject(
        pk=f"{path}__pk",
        user=account,
        name=f"{path}__name",
        account=f"{path}__user__name",
    )


def _absences(member: str, first: dt.date, last: dt.date) -> QuerySet:
    rows = Absence.objects.filter(
        school_id=OuterRef("school_id"),
        member_id=OuterRef(member),
        taken_back_at=None,
        starts_on__lte=last,
        ends_on__gte=first,
    )
    names = ("member_id", "starts_on", "starts", "ends_on", "ends")
    return rows.order_by("starts_on").values(data=JSONObject(**{name: name for name in names}))


def _swaps(of: str, first: dt.date, last: dt.date) -> QuerySet:
    days = (first, last)
    rows = Swap.objects.filter(
        Q(on__range=days) | Q(moved_on__range=days),
        school_id=OuterRef("school_id"),
        undone_at=None,
        **{of.removesuffix("_id"): OuterRef("pk")},
    )
    names = ("session_id", "on", "kind", "moved_on", "moved_to", "leaves_id")
    return rows.order_by("on").values(
        data=JSONObject(
            **{name: name for name in names},
            member=_person("member"),
            out=ArraySubquery(_absences("member_id", first, last)),
        )
    )


def taken_sessions(provision: str, first: dt.date, last: dt.date) -> QuerySet:
    """What somebody took over of the outer query's provision for one of these days."""
    rows = Swap.objects.filter(
        school_id=OuterRef("school_id"),
        session__demand__provision_id=OuterRef(provision),
        undone_at=None,
    ).annotate(giver=F("member__user_id"), given_on=Coalesce("moved_on", "on"))
    return rows.filter(given_on__range=(first, last))


def givings_of(said: Iterable[dict], on: dt.date) -> list[Giving]:
    """What becomes of the sessions of a day, by their numbers; asks for nothing."""
    rows, absences, swaps = [], [], []
    names: dict[UUID, str | None] = {}
    for each in said:
        people = (each["member"], *(row["member"] for row in each["swaps"]))
        names |= {UUID(person["pk"]): person["account"] for person in people if person["pk"]}
        swapped = [_swap(row) for row in each["swaps"]]
        days = {swap.on for swap in swapped if swap.moved_on == on} | {on}
        rows += [_planned(each, day) for day in days if _is_planned(each, day)]
        swaps += [*swapped, *(_swap(row) for row in each["left"])]
        outs = [*each["out"], *(out for row in each["swaps"] for out in row["out"])]
        absences += [_absence(row) for row in outs]
    stands = stand(rows, absences, swaps)
    return [_giving(each, on, names) for each in by_number(stands, on)]


def _is_planned(said: dict, day: dt.date) -> bool:
    is_held = said["holds_from"] <= day.isoformat() <= (said["holds_until"] or day.isoformat())
    return is_held and said["weekday"] == day.weekday()


def _planned(said: dict, day: dt.date) -> Planned:
    member = _member(said["member"])
    demand = PlanDemand(provision_id=UUID(said["provision"]))
    names = ("weekday", "starts", "ends")
    session = PlanSession(
        pk=UUID(said["session"]), demand=demand, member=member, **{n: said[n] for n in names}
    )
    return Planned(session, day, member, None, "", "", ())


def _member(said: dict) -> StaffMember:
    user = UUID(said["user"]) if said["user"] else None
    return StaffMember(pk=UUID(said["pk"]), user_id=user, name=said["name"])


def _absence(said: dict) -> Absence:
    days = {name: _day(said[name]) for name in ("starts_on", "ends_on")}
    minutes = {name: said[name] for name in ("starts", "ends")}
    return Absence(member_id=UUID(said["member_id"]), **days, **minutes)


def _swap(said: dict) -> Swap:
    leaves = UUID(said["leaves_id"]) if said["leaves_id"] else None
    return Swap(
        session_id=UUID(said["session_id"]),
        on=_day(said["on"]),
        kind=said["kind"],
        member=_member(said["member"]) if said["member"]["pk"] else None,
        moved_on=_day(said["moved_on"]),
        moved_to=said["moved_to"],
        leaves_id=leaves,
    )


def _day(said: str | None) -> dt.date | None:
    return dt.date.fromisoformat(said) if said else None


def _giving(each: Stands, on: dt.date, names: Mapping[UUID, str | None]) -> Giving:
    who, is_here = each.member or each.planned.member, each.on == on
    return Giving(
        User(pk=who.user_id, name=names.get(who.pk) or who.name),
        each.starts_at if is_here else each.planned.starts_at,
        each.change,
        is_given=each.is_given or each.is_open,
        is_moved_away=not is_here,
    )
