"""What a school published has a readable history, for those who see what is due."""

from aylsham.access.permissions import Permission
from aylsham.audit.tracked import Tracked, register_tracked
from reports.access_codes import Strand
from reports.bundle_codes import BundleAim
from reports.case_study_codes import FIELDS, StudyState
from reports.codes import Duty, ReportState
from reports.models import (
    AccessAction,
    AccessReview,
    CaseStudy,
    Circular,
    CircularReader,
    DutyRecord,
    EvidenceBundle,
    InclusionStrategy,
    LeadersBrief,
    Objective,
    ObjectiveLink,
    ObjectiveReview,
    PlanStep,
    Policy,
    PolicyCheck,
    Publication,
    SchoolReport,
    StrategyActivity,
    StrategyBarrier,
    StrategyOutcome,
    SubjectLead,
    SurveyRound,
)
from reports.publication_codes import PublicationState


def register_own() -> None:
    """Called once, when the floor is loaded."""
    _register_strategy()
    _register_plans()
    register_tracked(
        Tracked(
            EvidenceBundle,
            "an evidence bundle",
            Permission.MAKE_BUNDLES,
            title=lambda values: BundleAim(values["aim"]).label.lower(),
            labels={"sent_on": "day on which it went"},
            left_out=frozenset(
                {"pupil", "started_by", "looked_at", "made_by", "made_at", "pages", "sent_by"}
            ),
        )
    )
    register_tracked(
        Tracked(
            CaseStudy,
            "a case study",
            Permission.MAKE_BUNDLES,
            title=lambda values: StudyState(values["state"]).label.lower(),
            left_out=frozenset({"pupil", "begun_by", "approved_by"}),
            # What it says is read on its own page.
            quiet=frozenset(FIELDS),
        )
    )
    register_tracked(
        Tracked(
            DutyRecord,
            "a record of what the school does",
            Permission.VIEW_DUE,
            pupil_lookup="",
            title=lambda values: Duty(values["duty"]).label,
            left_out=frozenset({"recorded_by", "recorded_at"}),
        )
    )
    register_tracked(
        Tracked(
            SchoolReport,
            "a governor report",
            Permission.PREPARE_REPORTS,
            pupil_lookup="",
            title=lambda values: ReportState(values["state"]).label.lower(),
            # What it counts and says is read on its own page.
            quiet=frozenset({"words"}),
        )
    )
    register_tracked(
        Tracked(
            AccessAction,
            "an action of the accessibility plan",
            Permission.READ_REPORTS,
            pupil_lookup="",
            title=lambda values: Strand(values["strand"]).label.lower(),
            labels={"cost_pence": "cost in pence"},
            left_out=frozenset({"added_at"}),
        )
    )
    register_tracked(
        Tracked(
            AccessReview,
            "a look at the accessibility plan",
            Permission.READ_REPORTS,
            pupil_lookup="",
            left_out=frozenset({"recorded_by"}),
        )
    )
    register_tracked(
        Tracked(
            Publication,
            "a document for the website",
            Permission.PREPARE_REPORTS,
            pupil_lookup="",
            title=lambda values: (
                f"{Duty(values['kind']).label}, {PublicationState(values['state']).label.lower()}"
            ),
            left_out=frozenset({"kind", "sent_by", "published_by", "withdrawn_by"}),
            # What it says is read on its own page.
            quiet=frozenset({"words"}),
        )
    )


def _register_strategy() -> None:
    """The inclusion strategy: its years, and what stands in it."""
    named = {
        InclusionStrategy: "the inclusion strategy",
        StrategyBarrier: "a barrier of the inclusion strategy",
        StrategyActivity: "an activity of the inclusion strategy",
        StrategyOutcome: "an outcome of the inclusion strategy",
    }
    for model, name in named.items():
        register_tracked(
            Tracked(
                model,
                name,
                Permission.READ_REPORTS,
                pupil_lookup="",
                labels={"pence": "budgeted cost in pence", "fund_pence": "of the fund, in pence"},
                left_out=frozenset(
                    {"added_at", "shared_item", "own_item", "training", "taken_pence"}
                ),
            )
        )


def _register_plans() -> None:
    """Objectives, policies and briefs: what is said of each."""
    named = {
        Objective: "an objective",
        PlanStep: "a step of a plan",
        ObjectiveLink: "what counts towards an objective",
        ObjectiveReview: "a look at an objective",
        Policy: "a policy",
        PolicyCheck: "an inclusion check",
        Circular: "what was sent round",
        CircularReader: "a reader of what was sent round",
        LeadersBrief: "a brief for leaders",
        SurveyRound: "a survey",
        SubjectLead: "who leads a subject",
    }
    unsaid = {"added_at", "objective", "brief", "access_action", "activity", "owner", "shared"}
    unsaid |= {"policy", "circular", "user", "recorded_by", "sent_by", "sent_at", "read_at"}
    for model, name in named.items():
        register_tracked(
            Tracked(
                model,
                name,
                Permission.PREPARE_REPORTS,
                pupil_lookup="",
                left_out=frozenset(unsaid),
                # What the record said is read on the page of the brief.
                quiet=frozenset({"facts"}),
            )
        )
