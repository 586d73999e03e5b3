"""Which records of staff have a readable history, and for whom."""

from aylsham.access.permissions import Permission as P
from aylsham.audit.tracked import Tracked, register_tracked
from staff import models as own


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for kind in (
        Tracked(own.SencoPost, "the record of a SENCO", P.VIEW_DUE, pupil_lookup=""),
        Tracked(
            own.TrainingRecord,
            "a training",
            P.KEEP_TRAINING,
            pupil_lookup="",
            left_out=frozenset({"member"}),
        ),
        Tracked(
            own.StaffMember,
            "a member of staff",
            P.VIEW_STAFF,
            pupil_lookup="",
            title=lambda values: values["name"],
        ),
        Tracked(
            own.Contract,
            "a contract",
            P.VIEW_STAFF,
            pupil_lookup="",
            guarded={"pence_an_hour": P.KEEP_RATES},
            left_out=frozenset({"member"}),
        ),
        Tracked(
            own.WorkingDay,
            "a working day",
            P.VIEW_STAFF,
            pupil_lookup="",
            left_out=frozenset({"contract"}),
        ),
        Tracked(
            own.DirectedTask,
            "a directed task",
            P.VIEW_STAFF,
            pupil_lookup="",
            title=lambda values: values["name"],
            left_out=frozenset({"contract"}),
        ),
        Tracked(own.SchoolDay, "a school day", P.VIEW_STAFF, pupil_lookup=""),
        Tracked(own.Period, "a period", P.VIEW_STAFF, pupil_lookup="", left_out=frozenset({"day"})),
        Tracked(own.Room, "a room", P.VIEW_STAFF, pupil_lookup=""),
        Tracked(
            own.ProtectedLesson,
            "a protected lesson",
            P.VIEW_STAFF,
            pupil_lookup="",
            left_out=frozenset({"class_group"}),
        ),
        Tracked(
            own.Pairing,
            "a pairing with an adult",
            P.VIEW_STAFF,
            guarded={"reason": P.VIEW_SENSITIVE},
            left_out=frozenset({"member", "written_by"}),
        ),
        Tracked(
            own.TimeNeed,
            "what time is needed for",
            P.VIEW_STAFF,
            title=lambda values: values["name"],
        ),
        Tracked(
            own.ProvisionPlanning,
            "how a provision is planned",
            P.VIEW_STAFF,
            pupil_lookup="",
            left_out=frozenset({"provision"}),
        ),
        Tracked(
            own.ProvisionWindow,
            "a time for a provision",
            P.VIEW_STAFF,
            pupil_lookup="",
            left_out=frozenset({"provision", "written_by"}),
        ),
        Tracked(own.CarefulHandover, "a careful handover to new adults", P.VIEW_STAFF),
        Tracked(
            own.Handover,
            "a handover to an adult",
            P.VIEW_STAFF,
            left_out=frozenset({"member", "written_by"}),
        ),
        Tracked(
            own.WeekPlan,
            "a plan of the week",
            P.VIEW_STAFF,
            pupil_lookup="",
            title=lambda values: values["name"],
            left_out=frozenset({"answer", "changes", "weights", "written_by", "based_on"}),
        ),
        Tracked(
            own.PlanDemand,
            "what a plan covers",
            P.VIEW_STAFF,
            pupil_lookup="",
            left_out=frozenset({"plan", "provision", "promise", "need", "remedies"}),
        ),
        Tracked(
            own.PlanSession,
            "a planned session",
            P.VIEW_STAFF,
            pupil_lookup="",
            left_out=frozenset({"plan", "demand", "member"}),
        ),
        Tracked(
            own.Absence,
            "a time that somebody is out",
            P.VIEW_STAFF,
            pupil_lookup="",
            left_out=frozenset({"member", "said_by", "taken_back_by"}),
        ),
        Tracked(
            own.Swap,
            "a decision about a session that falls",
            P.VIEW_STAFF,
            pupil_lookup="",
            left_out=frozenset(
                {"absence", "session", "member", "leaves", "decided_by", "undone_by"}
            ),
        ),
    ):
        register_tracked(kind)
