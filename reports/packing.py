"""Bundles stay with the school that made them; what is said of them in lists of tables."""

from pupils.copies import register_copies
from pupils.handed_texts import leave_unhanded
from pupils.packs import leave_out
from pupils.packs.titles import register_title
from reports import models as own
from reports.case_study_codes import FIELDS
from reports.services.bundles.preparing import forget_unsent_of
from reports.services.case_studies import forget_voices_of

_COPY = "Is a copy of other texts; what is sealed takes an unsent bundle with it."
_ASKED = "Says only who was asked, for a month after a survey; what was answered names no child."
_STUDY = "Is worded for people outside; what is sealed takes the quoted words with it."
_NAMES = "Names, no account of the child."
_WHY = "Says why a piece of evidence goes in or stays out, not how the child is."


def register_own() -> None:
    """Called once, when the floor is loaded."""
    why = "It is a copy, made by this school for a council; the record itself goes."
    for model, title in (
        (own.EvidenceBundle, "Evidence put together for a council"),
        (own.BundleChoice, "What was decided about evidence"),
        (own.BundlePart, "Files of evidence bundles"),
    ):
        leave_out(model, why)
        register_title(model, title)
    leave_out(own.SurveyInvitee, _ASKED)
    register_title(own.SurveyInvitee, "Who was asked in surveys")
    leave_unhanded(own.SurveyInvitee, "email", "An address, no words.")
    leave_out(own.CaseStudy, "It was written by this school for its own folder; the record goes.")
    register_title(own.CaseStudy, "Case studies")
    leave_unhanded(own.CaseStudy, " ".join(FIELDS), _STUDY)
    leave_unhanded(own.CaseStudy, "taken_back_why", "Says why nobody reads it any more.")
    leave_unhanded(own.EvidenceBundle, "found manifest problem", _COPY)
    leave_unhanded(own.EvidenceBundle, "kinds council sent_to", _NAMES)
    leave_unhanded(own.BundleChoice, "item digest reason", _WHY)
    leave_unhanded(own.BundlePart, "digest", "No words.")
    register_copies(forget_unsent_of)
    register_copies(forget_voices_of)
