"""Models about what is done for a child, and what comes of it."""

from provision.models.bank import BankEntry, FederationBankTarget, SchoolBankTarget
from provision.models.bases import BasePlace, BaseReview, BaseStep, ProvisionBase
from provision.models.catalogue import (
    CatalogueItem,
    FederationIntervention,
    SchoolIntervention,
)
from provision.models.council_papers import CouncilPaper
from provision.models.cycles import Cycle, CycleNote, CycleTarget, CycleText
from provision.models.element_3 import FundingLetter, FundingLine
from provision.models.funding import FundingSum
from provision.models.graduated import KeptMap, MapLine, MapModeration
from provision.models.indes import IndesArea, IndesRecord
from provision.models.ipsef import Evaluation, EvaluationAction, EvaluationStatement
from provision.models.measures import EntryExit, SchoolTest
from provision.models.outcomes import Measurement, Outcome, Target, TeachingChange
from provision.models.owed import EarlierShape, MakeUp, ReleasedDelivery, SpareTime
from provision.models.promises import Promise
from provision.models.provisions import (
    Place,
    Provision,
    ProvisionReader,
    ServedPromise,
    ServedTarget,
)
from provision.models.quality import SampledPaper
from provision.models.questions import (
    CycleLength,
    FederationQuestions,
    QuestionSet,
    SchoolQuestions,
)
from provision.models.rates import RateCard, RoleRate
from provision.models.sessions import Session, SessionLog, SessionMark
from provision.models.spent import SpentPart, SpentUntil

__all__ = [
    "BankEntry",
    "BasePlace",
    "BaseReview",
    "BaseStep",
    "CatalogueItem",
    "CouncilPaper",
    "Cycle",
    "CycleLength",
    "CycleNote",
    "CycleTarget",
    "CycleText",
    "EarlierShape",
    "EntryExit",
    "Evaluation",
    "EvaluationAction",
    "EvaluationStatement",
    "FederationBankTarget",
    "FederationIntervention",
    "FederationQuestions",
    "FundingLetter",
    "FundingLine",
    "FundingSum",
    "IndesArea",
    "IndesRecord",
    "KeptMap",
    "MakeUp",
    "MapLine",
    "MapModeration",
    "Measurement",
    "Outcome",
    "Place",
    "Promise",
    "Provision",
    "ProvisionBase",
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
    "ServedTarget",
    "Session",
    "SessionLog",
    "SessionMark",
    "SpareTime",
    "SpentPart",
    "SpentUntil",
    "Target",
    "TeachingChange",
]
