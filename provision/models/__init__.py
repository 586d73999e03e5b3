"""Models about what is done for a child, and what comes of it."""

from provision.models.bank import BankEntry, FederationBankTarget, SchoolBankTarget
from provision.models.catalogue import (
    CatalogueItem,
    FederationIntervention,
    SchoolIntervention,
)
from provision.models.cycles import Cycle, CycleNote, CycleTarget, CycleText
from provision.models.measures import EntryExit, SchoolTest
from provision.models.outcomes import Measurement, Outcome, Target, TeachingChange
from provision.models.owed import EarlierShape, MakeUp, ReleasedDelivery, SpareTime
from provision.models.promises import Promise
from provision.models.provisions import Place, Provision, ProvisionReader, ServedPromise
from provision.models.quality import SampledPaper
from provision.models.questions import FederationQuestions, QuestionSet, SchoolQuestions
from provision.models.rates import RateCard, RoleRate
from provision.models.sessions import Session, SessionLog, SessionMark

__all__ = [
    "BankEntry",
    "CatalogueItem",
    "Cycle",
    "CycleNote",
    "CycleTarget",
    "CycleText",
    "EarlierShape",
    "EntryExit",
    "FederationBankTarget",
    "FederationIntervention",
    "FederationQuestions",
    "MakeUp",
    "Measurement",
    "Outcome",
    "Place",
    "Promise",
    "Provision",
    "ProvisionReader",
    "QuestionSet",
    "RateCard",
    "ReleasedDelivery",
    "RoleRate",
    "SampledPaper",
    "SchoolBankTarget",
    "SchoolIntervention",
    "SchoolQuestions",
    "SchoolTest",
    "ServedPromise",
    "Session",
    "SessionLog",
    "SessionMark",
    "SpareTime",
    "Target",
    "TeachingChange",
]
