"""The room of one session of a draft, chosen by hand."""

from django.db import transaction

from aylsham.changes import TransitionNotAllowed
from aylsham.models import User
from staff.models import PlanSession, Room
from staff.selectors.weeks.instances import monday_of, week_of_plan
from staff.selectors.weeks.room_choice import asked_room, in_a_room_then, why_not
from staff.services.weeks.moving import kept, locked_session, require_unlocked
from staff.services.weeks.plans import locked_draft
from staff.services.weeks.steps import Step, copy_of


@transaction.atomic
def choose_room(*, session: PlanSession, room: Room | None, version: str, by: User) -> Step:
    """Another room, or none of its own; refused where it is taken or too small."""
    plan = locked_draft(session.plan)
    row = locked_session(session, version)
    require_unlocked([row])
    if asked := asked_room(row.demand):
        raise TransitionNotAllowed(f"It asks for {asked.name}. Change that where it is planned.")
    if room is not None:
        demand = week_of_plan(plan, monday_of(plan)).instance.demands.get(str(row.demand_id))
        is_taken = in_a_room_then(plan, row).filter(room=room).exists()
        children = len(demand.children) if demand else 0
        if words := why_not(room, is_taken=is_taken, children=children):
            raise TransitionNotAllowed(f"Not possible: {room.name}: {words}.")
    after = copy_of(row)
    after.room_id = room.pk if room else None
    return kept(plan, [row], [after], by, "given a room" if room else "without a room")
