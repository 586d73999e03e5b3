"""Codes of documents, and of the breach register."""

from dataclasses import dataclass

from django.db import models

from aylsham.codes import Sensitivity


@dataclass(frozen=True)
class DocumentType:
    """What a document on a child is: its words, and what follows when nobody says otherwise."""

    code: str
    label: str
    #: Advice and information for an EHC plan, Section K (SEND Regs 2014, reg 12(1)(k)).
    is_advice: bool = False
    sensitivity: Sensitivity = Sensitivity.EVERYONE
    profession: str = ""
    #: Stands in the care compartment.
    is_care: bool = False
    #: Recorded on the page of the child's own words, never filed as a paper.
    is_recording: bool = False


DOCUMENT_TYPES: dict[str, DocumentType] = {
    d.code: d
    for d in (
        DocumentType("ep", "Educational psychology report", True, profession="Educational psychologist"),
        DocumentType("slt", "Speech and language therapy report", True, profession="Speech and language therapist"),
        DocumentType("ot", "Occupational therapy or physiotherapy report", True, profession="Occupational therapist"),
        DocumentType("medical", "Medical report or letter", True, Sensitivity.SENSITIVE, "Paediatrician"),
        DocumentType("mental", "Mental health (CAMHS) report", True, Sensitivity.SENSITIVE, "Mental health practitioner"),
        DocumentType("sensory", "Hearing or vision report", True, profession="Teacher of the deaf or vision impaired"),
        DocumentType("teacher", "Specialist teacher's report", True, profession="Specialist teacher"),
        DocumentType("social", "Social care or early help paper", True, Sensitivity.SENSITIVE, "Social worker"),
        DocumentType("school", "School's advice or report", True, profession="SENDCo"),
        DocumentType("parents", "Parents' views", True),
        DocumentType("child", "Child's views", True),
        DocumentType("test", "Test or assessment result", True),
        DocumentType("ehcp", "EHC plan"),
        DocumentType("ehcp_paper", "EHC plan: letter, decision or draft"),
        DocumentType("review", "Annual review paper"),
        DocumentType("pep", "PEP or care paper", sensitivity=Sensitivity.SENSITIVE, is_care=True),
        DocumentType("plan", "SEN support plan or passport"),
        DocumentType("before", "Record from a previous school or nursery"),
        DocumentType("health_plan", "Healthcare plan or consent", sensitivity=Sensitivity.SENSITIVE),
        DocumentType("court", "Court order or family paper", sensitivity=Sensitivity.SENSITIVE),
        DocumentType("meeting", "Notes of a meeting"),
        DocumentType("letter", "Letter or e-mail"),
        DocumentType("voice", "Voice clip of the child", is_recording=True),
        DocumentType("work", "Child's work"),
        DocumentType("other", "Something else"),
    )
}  # fmt: skip

CARE_DOCUMENTS = frozenset(d.code for d in DOCUMENT_TYPES.values() if d.is_care)

VOICE_CLIP = "voice"

DOCUMENT_TYPE_CHOICES = [(d.code, d.label) for d in DOCUMENT_TYPES.values()]


class WordsState(models.TextChoices):
    """How far a document's words are ready for the search."""

    WAITING = "waiting", "Being read for the search"
    READ = "read", "Found by the search"
    NONE = "none", "No words in it: a picture or a scan"
    FAILED = "failed", "Could not be read for the search"


class BreachRisk(models.TextChoices):
    """What the school decided about telling the ICO (UK GDPR art 33)."""

    OPEN = "open", "Not decided yet"
    UNLIKELY = "unlikely", "Risk to people unlikely: kept in this register only"
    REPORTED = "reported", "Reported to the ICO"


class FamiliesTold(models.TextChoices):
    """What the school decided about telling the people concerned (UK GDPR art 34)."""

    OPEN = "open", "Not decided yet"
    NOT_NEEDED = "no", "A high risk to them is unlikely: not told"
    TOLD = "told", "Told"
