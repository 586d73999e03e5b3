"""Pages that the search box finds by their name."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from aylsham.access.current import Access
from aylsham.access.permissions import Permission as P


@dataclass(frozen=True)
class Page:
    """A page with the words that people use for it; one of a school, one over all, or both."""

    label: str
    words: str
    permission: P | None
    school: str = ""
    federation: str = ""

    def url_for(self, access: Access) -> str | None:
        """Where it is for this person on this page; None where it is not."""
        if self.permission and not access.can(self.permission):
            return None
        name = self.school if access.school else self.federation
        args = [access.school.slug] if access.school else []
        try:
            return reverse(name, args=args) if name else None
        except NoReverseMatch:
            return None


PAGES = (
    Page("What is due", "today deadlines overdue dashboard", P.VIEW_DUE, "due", "federation_due"),
    Page(
        "Schools side by side",
        "compare federation trust dashboard like for like rates",
        P.COMPARE_SCHOOLS,
        federation="compared",
    ),
    Page("Children", "pupils roll list class", P.VIEW_PUPILS, "children", "federation_children"),
    Page(
        "SEND register", "sen k e support list", P.VIEW_REGISTER, "register", "federation_register"
    ),
    Page(
        "Health and safety",
        "medical alerts allergies healthcare plan medicine behaviour risk assessment evacuation",
        P.VIEW_NEEDS,
        "school_safety",
    ),
    Page(
        "Reasonable adjustments",
        "accessibility plan equality act disability needs strands",
        P.VIEW_NEEDS,
        "school_adjustments",
    ),
    Page(
        "Access arrangements in tests",
        "sats ks2 phonics mtc extra time reader scribe sta head sign rooms test week",
        P.VIEW_NEEDS,
        "arrangements",
    ),
    Page(
        "Specialist tests",
        "assessments standardised scores catalogue yarc wiat bas educational psychologist",
        P.VIEW_NEEDS,
        "specialist_tests",
    ),
    Page(
        "Saved lists",
        "filters register children columns",
        P.VIEW_PUPILS,
        "saved_lists",
        "federation_saved_lists",
    ),
    Page("Census check", "sen2 school census dfe faults", P.VIEW_REGISTER, "census_check"),
    Page(
        "What the school must do",
        "duties publish sen information report inclusion strategy accessibility plan senco governor",
        P.VIEW_DUE,
        "duties",
    ),
    Page(
        "Accessibility plan: actions",
        "equality act disability curriculum environment information strands barriers",
        P.PREPARE_REPORTS,
        "access_plan",
    ),
    Page(
        "Inclusion strategy: barriers, activities, outcomes",
        "principles mainstream fund imf budget costs website december",
        P.PREPARE_REPORTS,
        "strategy",
    ),
    Page(
        "Funding",
        "notional budget element 2 3 pupil premium imf senif daf bridging money council moderation",
        P.VIEW_COSTS,
        "funding",
        "federation_funding",
    ),
    Page(
        "Inspection folder",
        "ofsted evidence themes visitor inspector quality identification impact statutory",
        P.PREPARE_REPORTS,
        "inspection",
    ),
    Page(
        "Objectives",
        "improvement plan federation equality actions milestones rag red amber green",
        P.PREPARE_REPORTS,
        "objectives",
        "federation_objectives",
    ),
    Page(
        "Policies",
        "register review inclusion check code circular sent round read receipts",
        P.PREPARE_REPORTS,
        "policies",
    ),
    Page(
        "Surveys of families and pupils",
        "questionnaire views parents voice feedback co-production",
        P.PREPARE_REPORTS,
        "surveys",
    ),
    Page(
        "Survey with children",
        "questionnaire pupil voice pictures tablet",
        P.RECORD_VOICE,
        "surveys_with_children",
    ),
    Page("Briefs for leaders", "slt meeting decisions actions", P.PREPARE_REPORTS, "briefs"),
    Page(
        "Subjects",
        "my subject leader curriculum barriers adaptations mathematics english reading actions",
        P.LEAD_SUBJECT,
        "subjects",
    ),
    Page(
        "Case studies",
        "journey of a child story anonymous example inspection visitor",
        P.MAKE_BUNDLES,
        "case_studies",
    ),
    Page("Classes and adults", "lsa teacher ta assign job share ppa", P.MANAGE_CLASSES, "classes"),
    Page("EHC plans", "ehcp annual reviews plans", P.VIEW_PLANS, "plans", "federation_plans"),
    Page(
        "Who has not been met",
        "parents meetings contact three a year",
        P.VIEW_FAMILY_LOG,
        "parents_not_met",
        "federation_parents_not_met",
    ),
    Page("Concerns", "early identification triage monitoring", P.TRIAGE_CONCERNS, "concerns"),
    Page(
        "Is promised support delivered?",
        "hours planned delivered deployed governors",
        P.READ_REPORTS,
        "delivered_governors",
    ),
    Page("Who is out", "absence away ill cover swap today", P.VIEW_STAFF, "away"),
    Page("What is asked of you", "weekly ask tasks owe my week to do", P.OPEN_TODAY, "my_asks"),
    Page(
        "Checking quality",
        "sample checklist plans passports sessions moderation",
        P.CHECK_CYCLES,
        "quality",
    ),
    Page("Who owes what", "chase late colleagues asked", P.CHECK_CYCLES, "who_owes"),
    Page(
        "What is ordinarily available",
        "oap universal quality first teaching provision",
        P.VIEW_NEEDS,
        "ordinary_provision",
    ),
    Page(
        "Meetings",
        "team around the child person-centred review parents minutes invitations agenda",
        P.VIEW_FAMILY_LOG,
        "meetings",
    ),
    Page("Agendas of meetings", "template items wording", P.ASK_FOR_VIEWS, "agendas"),
    Page("Referrals", "waiting chase camhs speech agencies", P.VIEW_REFERRALS, "referrals"),
    Page("Services to refer to", "agencies catalogue local", P.VIEW_REFERRALS, "outside_services"),
    Page("Advice to decide on", "recommendations reports", P.DECIDE_ADVICE, "undecided_advice"),
    Page(
        "Waiting times of services",
        "weeks median longest",
        P.VIEW_WAITS,
        "waiting_times",
        "federation_waiting_times",
    ),
    Page("Providers", "bought in voluntary days visits cost", P.VIEW_PROVIDERS, "providers"),
    Page("Agreed actions", "my tasks to do agreed", P.VIEW_FAMILY_LOG, "actions"),
    Page("Parents’ pages", "portal link family stages news", P.VIEW_FAMILY_LOG, "parents_pages"),
    Page("Times for parents", "parents evening book slots", P.VIEW_FAMILY_LOG, "rounds"),
    Page("Views and advice asked for", "requests links unanswered", P.VIEW_FAMILY_LOG, "requests"),
    Page(
        "Passports",
        "one-page profiles check stale missing",
        P.CHECK_PASSPORTS,
        "passports",
        "federation_passports",
    ),
    Page(
        "Print centre",
        "bulk print many passports support plans peps pdf pile",
        P.VIEW_NEEDS,
        "print_centre",
    ),
    Page(
        "Library of strategies",
        "what helps sentences pick",
        P.MANAGE_STRATEGIES,
        "strategy_library",
    ),
    Page("Extra fields", "custom own pupil", P.MANAGE_FIELDS, "extra_fields"),
    Page(
        "Fields of every school",
        "extra custom trust federation pupil",
        P.SET_FEDERATION_FIELDS,
        "",
        "federation_fields",
    ),
    Page("Totals of extra fields", "counts trust federation", P.READ_REPORTS, "", "field_counts"),
    Page("Date calculator", "clock timescales deadline law what if", None, "", "date_calculator"),
    Page(
        "Import a file",
        "roll upload mis csv ctf arbor sims bromcom attendance week premium sums",
        P.IMPORT_FILES,
        "imports",
    ),
    Page(
        "Where the roll differs",
        "differences change sheet drift mis keep",
        P.IMPORT_ROLL,
        "differences",
    ),
    Page("Term dates", "calendar inset closures holidays", P.MANAGE_CALENDAR, "calendar"),
    Page(
        "People and roles",
        "invite staff users access",
        P.MANAGE_PEOPLE,
        "people",
        "federation_people",
    ),
    Page("Governor reports", "pdf termly report", P.READ_REPORTS, "reports", "federation_reports"),
    Page("Audit log", "who looked history events", P.VIEW_AUDIT, "audit_log"),
    Page("Background work", "jobs e-mails sent", P.VIEW_JOBS, "jobs", "federation_jobs"),
)


def find_pages(access: Access, words: str) -> list[tuple[str, str]]:
    """Label and address of the pages whose name or other words begin with every word asked."""
    asked = words.lower().split()
    if not asked:
        return []
    return [
        (page.label, url) for page in PAGES if _fits(page, asked) and (url := page.url_for(access))
    ]


def _fits(page: Page, asked: list[str]) -> bool:
    known = f"{page.label} {page.words}".lower().split()
    return all(any(word.startswith(each) for word in known) for each in asked)
