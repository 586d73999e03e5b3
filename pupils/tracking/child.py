"""Readable history of the child, the register, needs and concerns."""

from aylsham.access.permissions import Permission as P
from aylsham.audit.tracked import Tracked
from pupils.access import fact_permission
from pupils.codes import (
    PROPOSED,
    AreaOfNeed,
    EvidenceOf,
    FactKind,
    Layer,
    ModeratedState,
    SenStatus,
)
from pupils.models import (
    Concern,
    ConcernAnswer,
    DatedFact,
    Diagnosis,
    EvidenceLink,
    LayerPeriod,
    ModeratedNeed,
    Need,
    Pupil,
    StatusPeriod,
    Strategy,
)
from pupils.tracking.texts import OF_WRITING, text_permission
from pupils.words import need_words

TRACKED = (
    Tracked(
        Pupil,
        "the child's record",
        P.VIEW_PUPILS,
        pupil_lookup="pgh_obj_id",
        quiet=frozenset({"upn", "former_upn", "mis_id", "ethnicity"}),
        labels={"class_group": "class", "is_eal": "note on English as an additional language"},
        # An earlier name can tell of an adoption, or of a home that is kept secret.
        guarded={
            "first_name": P.READ_CARE,
            "last_name": P.READ_CARE,
            "preferred_first_name": P.READ_CARE,
            "set_apart_on": P.VIEW_SET_APART,
        },
    ),
    Tracked(
        StatusPeriod,
        "a stretch on the SEND register",
        P.VIEW_NEEDS,
        title=lambda v: SenStatus(v["status"]).label,
        labels={
            "starts_on": "first day",
            "ends_on": "last day",
            "parent_told_on": "day on which the parents were told",
            "parent_told_how": "way in which the parents were told",
            "parent_to_tell_on": "day on which the parents will be told",
            "end_told_on": "day on which the parents were told of the end",
            "end_told_how": "way in which the parents were told of the end",
            "evidence": "place of the evidence",
        },
        guarded=dict.fromkeys(("note", "end_note", "evidence"), P.VIEW_REGISTER),
        left_out=frozenset({"started_by", "ended_by"}),
    ),
    Tracked(
        EvidenceLink,
        "the evidence in the record for something",
        P.VIEW_REGISTER,
        title=lambda v: EvidenceOf(v["subject"]).label,
        left_out=frozenset({"subject_id", "document", "assessment", "linked_by", "linked_at"}),
    ),
    Tracked(
        LayerPeriod,
        f"a layer ({PROPOSED})",
        P.VIEW_NEEDS,
        title=lambda v: Layer(v["layer"]).label,
        labels={
            "starts_on": "first day",
            "ends_on": "last day",
            "evidence": "place of the evidence",
        },
        guarded=dict.fromkeys(("reason", "evidence"), P.VIEW_REGISTER),
        left_out=frozenset({"set_by", "ended_by"}),
    ),
    Tracked(
        ModeratedNeed,
        "a level of need that other schools rated",
        P.VIEW_REGISTER,
        title=lambda v: ModeratedState(v["state"]).label,
        labels={
            "own_level": "own rating",
            "seen": "words on what is seen",
            "impact": "words on what it gets in the way of",
            "helps": "words on what helps",
            "approved_on": "day on which the words were approved",
            "left_out_why": "why it was left out",
            "blind_level": "rating of another school",
            "blind_on": "day of that rating",
            "blind_why": "reason of that rating",
            "second_level": "second rating",
            "second_on": "day of the second rating",
            "second_why": "reason of the second rating",
            "settled_level": "level after moderation",
            "settled_on": "day on which it was settled",
            "settled_why": "why it was kept or changed",
        },
        left_out=frozenset(
            {"round", "need", "place", "area", "first_look", "second_look"}
            | {"approved_by", "settled_by"}
        ),
    ),
    Tracked(
        Concern,
        "a concern",
        text_permission,
        title=lambda v: AreaOfNeed(v["area"]).label,
        labels={
            "step": "decision",
            "review_on": "day of the next review",
            "reviews": "number of reviews",
            "closed_on": "last day",
        },
        quiet=frozenset({"seen_words", "parents_said", "parent_view", "child_view"}),
        left_out=frozenset({"raised_by"}),
    ),
    Tracked(
        ConcernAnswer,
        "what another adult sees",
        # What they say is as sensitive as the concern can be.
        P.VIEW_SENSITIVE,
        pupil_lookup="concern__pupil_id",
        labels={"answered_on": "day of the answer"},
        quiet=frozenset({"words", "helps", "seen"}),
        left_out=frozenset({"concern", "user", "asked_on", "answer_by"}),
    ),
    Tracked(
        Need,
        "a need",
        P.VIEW_NEEDS,
        title=lambda v: need_words(v["need_type"]),
        labels={
            "in_words": "words for it",
            "known_from": "source",
            "ended_on": "last day",
            "since_on": "first day",
        },
        left_out=frozenset({"level_rated_by"}),
    ),
    Tracked(
        Strategy,
        "something that helps",
        text_permission,
        title=lambda v: v["text"],
        labels={
            "text": "words",
            "confirmed_on": "day it was last found true",
            "since_on": "first day",
            "ended_on": "last day",
        },
        # The words before may have been for fewer people than those now.
        quiet=frozenset({"text"}),
        left_out=OF_WRITING | {"confirmed_by", "typed_into"},
    ),
    Tracked(
        Diagnosis,
        "a diagnosis",
        P.VIEW_SENSITIVE,
        title=lambda v: v["name"],
        labels={
            "evidence": "place where it is written down",
            "made_by": "person who made it",
            "made_on": "day it was made",
            "ended_on": "last day",
        },
    ),
    Tracked(
        DatedFact,
        "a fact",
        lambda v: fact_permission(v["kind"]),
        title=lambda v: FactKind(v["kind"]).label,
        labels={"starts_on": "first day", "ends_on": "last day"},
    ),
)
