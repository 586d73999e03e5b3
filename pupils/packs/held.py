"""Which rows of this floor are held back from a pack, and as what."""

from aylsham.codes import Sensitivity
from pupils.codes import CARE_DOCUMENTS, CARE_FACTS, SENSITIVE_PLANS, FactKind
from pupils.family_codes import ActionSource, AskKind
from pupils.packs.registry import OF_SENSITIVITY, by_sensitivity
from pupils.transfer_codes import Held


def home(row) -> Held:
    """An address is the family's, unless nothing of it is withheld."""
    return Held.NOTHING if row.withheld == "nobody" else Held.FAMILY


def fact(row) -> Held:
    """Care is held back as care, caring for somebody as sensitive."""
    if row.kind in CARE_FACTS:
        return Held.CARE
    return Held.SENSITIVE if row.kind == FactKind.YOUNG_CARER else Held.NOTHING


def action(row) -> Held:
    """As the text says; what was agreed in a talk or a meeting is the family's, as its words are."""
    of_family = row.source in (ActionSource.CONTACT, ActionSource.MEETING)
    return by_sensitivity(row) or (Held.FAMILY if of_family else Held.NOTHING)


def voice(row) -> Held:
    """As the text says; what parents said is the family's at least."""
    held = by_sensitivity(row)
    return held or (Held.FAMILY if row.kind == AskKind.PARENT_VIEWS else Held.NOTHING)


def document(row) -> Held:
    """Papers of care as care, others as they say."""
    return Held.CARE if row.kind in CARE_DOCUMENTS else by_sensitivity(row)


def voice_clip(row) -> Held:
    """As the recording."""
    return document(row.document)


def safety_plan(row) -> Held:
    """A plan that few may read."""
    return Held.SENSITIVE if row.kind in SENSITIVE_PLANS else Held.NOTHING


def advice(row) -> Held:
    """As the document that gives it."""
    return document(row.document)


def evidence(row) -> Held:
    """As the document or the assessment that it points at."""
    return document(row.document) if row.document else by_sensitivity(row.assessment)


def referral_part(row) -> Held:
    """As the referral."""
    return by_sensitivity(row.referral)


def help_review(row) -> Held:
    """As the plan."""
    return by_sensitivity(row.plan)


def agenda_item(row) -> Held:
    """As the text says; minutes are the family's at least."""
    return by_sensitivity(row) or Held.FAMILY


def version(row) -> Held:
    """As the most sensitive of its lines."""
    levels = [line.get("sensitivity", Sensitivity.EVERYONE) for line in row.content]
    return OF_SENSITIVITY[Sensitivity(max(levels, default=Sensitivity.EVERYONE))]
