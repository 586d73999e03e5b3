"""Which role may do what: one table that a head teacher can read and a test pins."""

from dataclasses import dataclass
from enum import IntEnum

from django.db import models

from aylsham.access.permissions import Permission as P


class Role(models.TextChoices):
    """What somebody is at a school."""

    SENDCO = "sendco", "SENDCo"
    ASSISTANT_SENDCO = "assistant_sendco", "Assistant SENDCo"
    DESIGNATED_TEACHER = "designated_teacher", "Designated teacher"
    HEAD = "head", "Head teacher"
    DEPUTY = "deputy", "Deputy head"
    PHASE_LEADER = "phase_leader", "Phase leader"
    CLASS_TEACHER = "class_teacher", "Class teacher"
    SUBJECT_LEADER = "subject_leader", "Subject leader"
    KEY_PERSON = "key_person", "Nursery key person"
    LSA = "lsa", "LSA"
    HIGHER_LEVEL_ASSISTANT = "higher_level_assistant", "Higher-level assistant"
    COVER = "cover", "Cover teacher"
    TRAINEE = "trainee", "Trainee"
    SEND_ADMINISTRATOR = "send_administrator", "SEND administrator"
    GOVERNOR = "governor", "Governor"
    SAFEGUARDING_LEAD = "safeguarding_lead", "Designated safeguarding lead"
    OFFICE = "office", "School office"
    FEDERATION_SEND_LEAD = "federation_send_lead", "Federation SEND lead"
    FEDERATION_ADMINISTRATOR = "federation_administrator", "Federation administrator"


#: Roles that always have a last day.
ENDS = frozenset({Role.COVER, Role.TRAINEE})
#: Roles whose turn on a shared device begins with the session log, not with a class.
LOGS_FIRST = frozenset({Role.LSA})


class Reach(IntEnum):
    """Whose records a role opens; a wider reach includes the narrower ones."""

    NOBODY = 0
    OWN_PUPILS = 1  # children the person is assigned to
    OWN_CLASSES = 2  # children of the classes the person works with
    YEAR_GROUPS = 3  # children of the year groups on the membership (none named: all)
    WHOLE_SCHOOL = 4

    @property
    def words(self) -> str:
        """Completes "reaches …"."""
        return {
            Reach.NOBODY: "no child's record",
            Reach.OWN_PUPILS: "the children they are assigned to",
            Reach.OWN_CLASSES: "the children of their own classes, and those assigned to them",
            Reach.YEAR_GROUPS: "the children of the year groups they lead",
            Reach.WHOLE_SCHOOL: "every child of the school",
        }[self]


@dataclass(frozen=True)
class RoleRule:
    """What a role may do, for whom."""

    reach: Reach
    permissions: frozenset[P]

    @property
    def needs_second_factor(self) -> bool:
        """Whoever sees more than their own class signs in with a second factor."""
        return self.reach > Reach.OWN_CLASSES or P.MANAGE_PEOPLE in self.permissions


#: What anybody with a role may do.
_EVERYBODY = {P.OPEN_TODAY, P.WORK_OUT_DATES}
_SENDCO = {
    P.VIEW_PUPILS, P.VIEW_NEEDS, P.VIEW_REGISTER, P.EDIT_REGISTER, P.EDIT_PUPILS, P.EXPORT,
    P.CHOOSE_LAYERS, P.MODERATE_LEVELS,
    P.EDIT_PASSPORTS, P.CHECK_PASSPORTS, P.MANAGE_STRATEGIES, P.SHARE_CLASS_SHEET, P.RECORD_VOICE,
    P.VIEW_CARE, P.READ_CARE, P.VIEW_PREMIUM, P.VIEW_CHILD_PROTECTION, P.VIEW_SENSITIVE, P.VIEW_PLANS,
    P.EDIT_PLANS, P.VIEW_DUE,
    P.IMPORT_FILES, P.IMPORT_ROLL, P.IMPORT_PLANS, P.IMPORT_PASSPORTS,
    P.PREPARE_REPORTS, P.READ_REPORTS, P.MANAGE_CALENDAR,
    P.EDIT_SAFETY, P.EDIT_ABSENCE, P.MANAGE_CLASSES, P.GRANT_ACCESS, P.BREAK_GLASS, P.VIEW_JOBS,
    P.MANAGE_DEVICES, P.VIEW_AUDIT, P.VIEW_FAMILY_LOG, P.LOG_CONTACT, P.ASK_FOR_VIEWS,
    P.RECORD_ORDERS, P.EDIT_DUTIES,
    P.VIEW_DOCUMENTS, P.ADD_DOCUMENTS, P.EDIT_DOCUMENTS, P.SEAL_DOCUMENTS, P.ANSWER_REQUESTS,
    P.KEEP_DISAGREEMENTS, P.SHARE_OUTSIDE,
    P.RAISE_CONCERNS, P.TRIAGE_CONCERNS, P.AUDIT_CLASSROOMS, P.EDIT_ARRANGEMENTS, P.EDIT_ASSESSMENTS,
    P.VIEW_REFERRALS, P.EDIT_REFERRALS, P.DECIDE_ADVICE, P.VIEW_PROVIDERS, P.VIEW_WAITS,
    P.PLAN_MOVES, P.MOVE_RECORDS, P.REVIEW_RETENTION,
    P.FILL_FIELDS, P.MANAGE_FIELDS, P.SHARE_LISTS,
    P.WRITE_LETTERS, P.KEEP_LETTERS, P.APPROVE_SHARING,
    P.WRITE_CYCLES, P.RECORD_PROGRESS, P.VIEW_SESSIONS, P.CHECK_CYCLES,
    P.EDIT_PROVISION, P.VIEW_COSTS, P.KEEP_RATES, P.ANSWER_CONSULTATIONS, P.MAKE_BUNDLES,
    P.KEEP_TRAINING, P.VIEW_STAFF, P.KEEP_STAFF, P.LEAD_TEACHING, P.LEAD_SUBJECT,
}  # fmt: skip
_HEAD = (
    _SENDCO
    - {P.EDIT_REGISTER, P.EDIT_PLANS, P.TRIAGE_CONCERNS, P.DECIDE_ADVICE}
    - {P.EDIT_PASSPORTS, P.CHECK_PASSPORTS, P.IMPORT_PASSPORTS, P.MANAGE_STRATEGIES}
    - {P.WRITE_CYCLES, P.RECORD_PROGRESS, P.CHECK_CYCLES, P.EDIT_PROVISION}
) | {
    P.PUBLISH_REPORTS, P.MANAGE_PEOPLE, P.REVIEW_BREAK_GLASS, P.NAME_SAFEGUARDING_LEAD,
    P.SIGN_ARRANGEMENTS, P.CONFIRM_DELETION, P.RELEASE_DELIVERY, P.SIGN_CONSULTATIONS,
    P.VIEW_SET_APART, P.TAKE_OUT_SCHOOL,
}  # fmt: skip
_TEACHER = {
    P.VIEW_PUPILS, P.VIEW_NEEDS, P.EDIT_SAFETY, P.BREAK_GLASS, P.VIEW_FAMILY_LOG, P.LOG_CONTACT,
    P.VIEW_DOCUMENTS, P.ADD_DOCUMENTS, P.RAISE_CONCERNS, P.VIEW_REFERRALS,
    P.RECORD_VOICE, P.RECORD_PROGRESS, P.VIEW_SESSIONS,
}  # fmt: skip
#: Whoever has the class writes its passports.
_OWNER = _TEACHER | {
    P.EDIT_PASSPORTS, P.SHARE_CLASS_SHEET, P.PLAN_MOVES, P.AUDIT_CLASSROOMS, P.FILL_FIELDS,
    P.WRITE_CYCLES,
}  # fmt: skip

ROLES: dict[Role, RoleRule] = {
    role: RoleRule(reach, frozenset(permissions | _EVERYBODY))
    for role, reach, permissions in (
        (Role.SENDCO, Reach.WHOLE_SCHOOL, _SENDCO),
        (
            Role.ASSISTANT_SENDCO,
            Reach.WHOLE_SCHOOL,
            _SENDCO
            - {P.GRANT_ACCESS, P.VIEW_AUDIT, P.VIEW_CHILD_PROTECTION, P.MANAGE_DEVICES}
            - {P.SEAL_DOCUMENTS, P.ANSWER_REQUESTS, P.MOVE_RECORDS, P.REVIEW_RETENTION}
            - {P.CHOOSE_LAYERS, P.APPROVE_SHARING, P.READ_CARE, P.VIEW_PREMIUM, P.KEEP_TRAINING}
            - {P.LEAD_TEACHING},
        ),
        (
            Role.DESIGNATED_TEACHER,
            Reach.WHOLE_SCHOOL,
            {
                P.VIEW_PUPILS,
                P.VIEW_NEEDS,
                P.VIEW_CARE,
                P.READ_CARE,
                P.EDIT_CARE,
                P.IMPORT_FILES,
                P.VIEW_SET_APART,
                P.VIEW_PREMIUM,
                P.KEEP_PREMIUM,
                P.KEEP_TRAINING,
                P.VIEW_DUE,
                P.VIEW_SENSITIVE,
                P.RECORD_VOICE,
                P.VIEW_REFERRALS,
                P.VIEW_WAITS,
                P.RAISE_CONCERNS,
                P.VIEW_FAMILY_LOG,
                P.LOG_CONTACT,
                P.ASK_FOR_VIEWS,
                P.VIEW_DOCUMENTS,
                P.ADD_DOCUMENTS,
            },
        ),
        (Role.HEAD, Reach.WHOLE_SCHOOL, _HEAD),
        (
            Role.DEPUTY,
            Reach.WHOLE_SCHOOL,
            _HEAD - {P.MANAGE_PEOPLE, P.SIGN_CONSULTATIONS, P.VIEW_SET_APART, P.TAKE_OUT_SCHOOL},
        ),
        (
            Role.PHASE_LEADER,
            Reach.YEAR_GROUPS,
            _OWNER
            | {P.CHECK_PASSPORTS, P.CHECK_CYCLES, P.VIEW_REGISTER, P.VIEW_PLANS, P.READ_REPORTS}
            | {P.MODERATE_LEVELS, P.VIEW_STAFF},
        ),
        (Role.CLASS_TEACHER, Reach.OWN_CLASSES, _OWNER),
        (Role.SUBJECT_LEADER, Reach.OWN_CLASSES, _TEACHER | {P.LEAD_SUBJECT}),
        (Role.KEY_PERSON, Reach.OWN_CLASSES, _OWNER),
        (
            Role.LSA,
            Reach.OWN_PUPILS,
            {P.VIEW_PUPILS, P.VIEW_NEEDS, P.RAISE_CONCERNS, P.RECORD_VOICE, P.RECORD_PROGRESS}
            | {P.VIEW_SESSIONS},
        ),
        (
            Role.HIGHER_LEVEL_ASSISTANT,
            Reach.OWN_CLASSES,
            {P.VIEW_PUPILS, P.VIEW_NEEDS, P.RAISE_CONCERNS, P.RECORD_VOICE, P.RECORD_PROGRESS}
            | {P.VIEW_SESSIONS},
        ),
        (Role.COVER, Reach.OWN_CLASSES, {P.VIEW_PUPILS, P.VIEW_NEEDS}),
        (Role.TRAINEE, Reach.OWN_CLASSES, {P.VIEW_PUPILS, P.VIEW_NEEDS}),
        (
            Role.SEND_ADMINISTRATOR,
            Reach.WHOLE_SCHOOL,
            {
                P.VIEW_PUPILS,
                P.VIEW_PLANS,
                P.VIEW_DUE,
                P.EDIT_PUPILS,
                P.VIEW_FAMILY_LOG,
                P.LOG_CONTACT,
                P.ASK_FOR_VIEWS,
                P.VIEW_DOCUMENTS,
                P.ADD_DOCUMENTS,
            },
        ),
        (Role.GOVERNOR, Reach.NOBODY, {P.READ_REPORTS, P.VIEW_WAITS}),
        (
            Role.SAFEGUARDING_LEAD,
            Reach.WHOLE_SCHOOL,
            {
                P.VIEW_PUPILS,
                P.VIEW_NEEDS,
                P.VIEW_CARE,
                P.READ_CARE,
                P.VIEW_CHILD_PROTECTION,
                P.VIEW_SENSITIVE,
                P.VIEW_AUDIT,
                P.BREAK_GLASS,
                P.VIEW_REFERRALS,
                P.RECEIVE_HAND_OVERS,
                P.VIEW_DUE,
                P.NAME_SAFEGUARDING_LEAD,
                P.VIEW_FAMILY_LOG,
                P.LOG_CONTACT,
                P.RECORD_ORDERS,
                P.VIEW_DOCUMENTS,
                P.ADD_DOCUMENTS,
            },
        ),
        (
            Role.OFFICE,
            Reach.WHOLE_SCHOOL,
            {
                P.VIEW_DOCUMENTS,
                P.ADD_DOCUMENTS,
                P.VIEW_PUPILS,
                P.EDIT_PUPILS,
                P.IMPORT_FILES,
                P.IMPORT_ROLL,
                P.MANAGE_CALENDAR,
            },
        ),
        (
            Role.FEDERATION_SEND_LEAD,
            Reach.WHOLE_SCHOOL,
            _SENDCO
            - {
                P.KEEP_STAFF,
                P.KEEP_TRAINING,
                P.LEAD_TEACHING,
                P.READ_CARE,
                P.EDIT_REGISTER,
                P.EDIT_PLANS,
                P.RAISE_CONCERNS,
                P.TRIAGE_CONCERNS,
                P.AUDIT_CLASSROOMS,
                P.EDIT_PUPILS,
                P.EDIT_SAFETY,
                P.EDIT_ARRANGEMENTS,
                P.EDIT_ASSESSMENTS,
                P.EDIT_ABSENCE,
                P.MANAGE_DEVICES,
                P.VIEW_PREMIUM,
                P.LOG_CONTACT,
                P.ASK_FOR_VIEWS,
                P.PLAN_MOVES,
                P.MOVE_RECORDS,
                P.RECORD_ORDERS,
                P.EDIT_PASSPORTS,
                P.CHECK_PASSPORTS,
                P.IMPORT_PASSPORTS,
                P.SHARE_CLASS_SHEET,
                P.RECORD_VOICE,
                P.EDIT_REFERRALS,
                P.DECIDE_ADVICE,
                P.ADD_DOCUMENTS,
                P.EDIT_DOCUMENTS,
                P.SEAL_DOCUMENTS,
                P.ANSWER_REQUESTS,
                P.KEEP_DISAGREEMENTS,
                P.SHARE_OUTSIDE,
                P.REVIEW_RETENTION,
                P.FILL_FIELDS,
                P.MANAGE_FIELDS,
                P.MODERATE_LEVELS,
                P.WRITE_LETTERS,
                P.APPROVE_SHARING,
                P.WRITE_CYCLES,
                P.RECORD_PROGRESS,
                P.CHECK_CYCLES,
                P.EDIT_PROVISION,
                P.KEEP_RATES,
                P.ANSWER_CONSULTATIONS,
                P.MAKE_BUNDLES,
            }
            | {P.SET_FEDERATION_FIELDS, P.DRAW_MODERATION, P.COMPARE_SCHOOLS},
        ),
        (
            Role.FEDERATION_ADMINISTRATOR,
            Reach.NOBODY,
            {
                P.MANAGE_PEOPLE,
                P.MANAGE_CALENDAR,
                P.MANAGE_DEVICES,
                P.VIEW_JOBS,
                P.BREAK_GLASS,
                P.SET_FEDERATION_FIELDS,
                P.COMPARE_SCHOOLS,
            },
        ),
    )
}
