"""What the audit log can say, in plain English."""

from aylsham.labelled import Labelled


class Kind(Labelled):
    """The few kinds of thing that a reader of the log filters by."""

    READ = "read", "Looked at"
    CHANGE = "change", "Changed"
    TAKE_OUT = "take_out", "Printed, exported or downloaded"
    REFUSED = "refused", "Refused"
    ACCESS = "access", "Gave, opened or ended access"
    WORK = "work", "Work of the system"


class Action(Labelled):
    """One thing that somebody did; the label completes "Ms A …"."""

    def __init__(self, value: str, kind: Kind, label: str) -> None:
        self.kind = kind

    # Looked at. One row per page; a list has the ids of all children shown.
    VIEW_PUPIL = "view_pupil", Kind.READ, "opened the record"
    VIEW_PUPILS = "view_pupils", Kind.READ, "saw a list of children"
    VIEW_REGISTER = "view_register", Kind.READ, "saw the SEND register"
    VIEW_LAYERS = "view_layers", Kind.READ, "saw SEN status and proposed layers side by side"
    VIEW_MODERATION = "view_moderation", Kind.READ, "saw levels of need being moderated"
    VIEW_CENSUS_CHECK = "view_census_check", Kind.READ, "saw the census check"
    VIEW_CLASS = "view_class", Kind.READ, "saw a class"
    VIEW_TIMELINE = "view_timeline", Kind.READ, "saw the timeline"
    VIEW_PASSPORT = "view_passport", Kind.READ, "read the passport"
    VIEW_PASSPORTS = "view_passports", Kind.READ, "saw how passports stand"
    VIEW_STAFF = "view_staff", Kind.READ, "saw who works with children"
    VIEW_WEEK = "view_week", Kind.READ, "saw who is with whom in a week"
    VIEW_COACHING = "view_coaching", Kind.READ, "saw coaching and visits to lessons"
    VIEW_TEAM = "view_team", Kind.READ, "saw what is due by who holds the duty"
    VIEW_SCHOOLS = "view_schools", Kind.READ, "saw schools side by side"
    VIEW_HANDOVER_PACK = "view_handover_pack", Kind.READ, "opened the handover pack"
    VIEW_FAMILY = "view_family", Kind.READ, "saw the family and contacts"
    VIEW_FAMILY_LOG = "view_family_log", Kind.READ, "read the contact log"
    VIEW_VOICE = "view_voice", Kind.READ, "read views or advice"
    VIEW_ACTIONS = "view_actions", Kind.READ, "saw agreed actions"
    VIEW_CONCERN = "view_concern", Kind.READ, "read a concern"
    VIEW_CONCERNS = "view_concerns", Kind.READ, "saw the list of concerns"
    VIEW_MEETINGS = "view_meetings", Kind.READ, "saw meetings about children"
    VIEW_MEETING = "view_meeting", Kind.READ, "opened a meeting"
    VIEW_HELP_PLAN = "view_help_plan", Kind.READ, "read an early-help plan"
    VIEW_TARGETS = "view_targets", Kind.READ, "opened outcomes, targets and their graphs"
    VIEW_CYCLE = "view_cycle", Kind.READ, "read an assess-plan-do-review cycle"
    VIEW_SUPPORT_PLAN = "view_support_plan", Kind.READ, "opened the proposed support plan"
    VIEW_CYCLES = "view_cycles", Kind.READ, "opened the list of cycles"
    VIEW_QUALITY = "view_quality", Kind.READ, "checked a sample of papers"
    VIEW_ASKS = "view_asks", Kind.READ, "opened what is asked of them"
    VIEW_PROVISION = "view_provision", Kind.READ, "saw what is given to children"
    VIEW_SESSIONS = "view_sessions", Kind.READ, "opened the session log"
    VIEW_IMPACT = "view_impact", Kind.READ, "saw the children behind a figure of impact"
    VIEW_INDES = "view_indes", Kind.READ, "saw what INDES says of children"
    VIEW_COSTS = "view_costs", Kind.READ, "saw what provision costs"
    VIEW_PREMIUM = "view_premium", Kind.READ, "saw what pupil premium plus pays for"
    VIEW_REFERRALS = "view_referrals", Kind.READ, "saw referrals to services"
    VIEW_REFERRAL = "view_referral", Kind.READ, "read a referral"
    VIEW_RECOMMENDATIONS = (
        "view_recommendations",
        Kind.READ,
        "saw what professionals recommend",
    )
    VIEW_PROVIDER = "view_provider", Kind.READ, "saw which children a provider met"
    VIEW_NOT_MET = "view_not_met", Kind.READ, "saw which parents were not met"
    VIEW_REQUESTS = "view_requests", Kind.READ, "saw what was asked for"
    PREVIEW_SHARING = "preview_sharing", Kind.READ, "looked at what a person would be shown"
    OPEN_LINK = "open_link", Kind.READ, "let an invited person answer by link"
    VIEW_AGREEMENTS = "view_agreements", Kind.READ, "saw who agreed to plans"
    VIEW_SHARES = "view_shares", Kind.READ, "saw what is shared outside"
    OPEN_SHARED = "open_shared", Kind.TAKE_OUT, "let a professional open a shared paper"
    READ_PARENT_PAGE = "read_parent_page", Kind.READ, "let a parent read their page by link"
    VIEW_PARENT_PAGES = "view_parent_pages", Kind.READ, "saw who has a parents' page"
    OPEN_SUPPLY_SHEET = "open_supply_sheet", Kind.READ, "opened the supply sheet of a class by link"
    SHOW_UPN = "show_upn", Kind.READ, "asked to see the UPN"
    VIEW_SENSITIVE = "view_sensitive", Kind.READ, "opened sensitive notes"
    VIEW_CARE = "view_care", Kind.READ, "saw care status"
    VIEW_HISTORY = "view_history", Kind.READ, "read the history of changes"
    VIEW_PLANS = "view_plans", Kind.READ, "saw EHC plans"
    VIEW_PLAN = "view_plan", Kind.READ, "opened an EHC plan"
    VIEW_REVIEW_PAPER = "view_review_paper", Kind.READ, "read a paper of an annual review"
    VIEW_NEEDS_ASSESSMENT = "view_needs_assessment", Kind.READ, "opened a needs assessment"
    VIEW_CONSULTATIONS = "view_consultations", Kind.READ, "saw consultations of a council"
    VIEW_CASE_STUDY = "view_case_study", Kind.READ, "read case studies"
    VIEW_BUNDLE = "view_bundle", Kind.READ, "saw evidence put together for a council"
    VIEW_COUNCIL_FORM = "view_council_form", Kind.READ, "saw a council’s form filled in"
    VIEW_DUE = "view_due", Kind.READ, "saw what is due"
    VIEW_IMPORT = "view_import", Kind.READ, "saw the preview of an import"
    SEARCH = "search", Kind.READ, "searched for a child"
    VIEW_AUDIT = "view_audit", Kind.READ, "read the audit log"
    VIEW_ACCESS = "view_access", Kind.READ, "looked at who has access"
    VIEW_EMERGENCIES = "view_emergencies", Kind.READ, "looked at what was opened in an emergency"
    VIEW_WHO_LOOKED = "view_who_looked", Kind.READ, "asked who has looked at a child"
    VIEW_SAFETY = "view_safety", Kind.READ, "saw alerts, safety plans and adjustments"
    VIEW_ABSENCE = "view_absence", Kind.READ, "saw suspensions and part-time timetables"
    VIEW_ARRANGEMENTS = "view_arrangements", Kind.READ, "saw access arrangements in tests"
    VIEW_ADJUSTMENTS = "view_adjustments", Kind.READ, "saw the list of reasonable adjustments"
    VIEW_ASSESSMENTS = "view_assessments", Kind.READ, "saw specialist assessments"
    VIEW_DOCUMENTS = "view_documents", Kind.READ, "saw a child's documents"
    VIEW_DOCUMENT = "view_document", Kind.READ, "saw what is known of a document"
    VIEW_ADVICE = "view_advice", Kind.READ, "saw the list of advice (Section K)"
    HEAR_VOICE = "hear_voice", Kind.READ, "listened to a child's voice clip"
    VIEW_PHOTO = "view_photo", Kind.READ, "saw the photo"
    VIEW_INCOMING = "view_incoming", Kind.READ, "saw records from other schools"
    VIEW_MOVES = "view_moves", Kind.READ, "saw plans for moves"
    VIEW_RETENTION = "view_retention", Kind.READ, "saw which records reach the end of their time"
    VIEW_BREACHES = "view_breaches", Kind.READ, "saw the breach register"
    VIEW_REPORT = "view_report", Kind.READ, "opened a report"
    VIEW_DISAGREEMENTS = "view_disagreements", Kind.READ, "read about disagreements"
    VIEW_RECORDS_REQUEST = "view_records_request", Kind.READ, "saw a request for records"
    VIEW_LETTERS = "view_letters", Kind.READ, "saw letters about children"
    VIEW_LETTER = "view_letter", Kind.READ, "read a letter"
    VIEW_APPROVALS = "view_approvals", Kind.READ, "saw what waits to be approved"
    VIEW_APPROVAL = "view_approval", Kind.READ, "looked at what is to leave the school"
    VIEW_HAND_OVERS = "view_hand_overs", Kind.READ, "saw what was handed over for safeguarding"

    # Taken out of the system.
    EXPORT_REGISTER = "export_register", Kind.TAKE_OUT, "exported the SEND register"
    EXPORT_LIST = "export_list", Kind.TAKE_OUT, "exported a list"
    EXPORT_PREMIUM = (
        "export_premium",
        Kind.TAKE_OUT,
        "exported what the virtual school is told of its money",
    )
    EXPORT_PEP = "export_pep", Kind.TAKE_OUT, "printed or exported a plan of a child in care"
    EXPORT_CARE = "export_care", Kind.TAKE_OUT, "printed or exported what is kept about care"
    SHARE_SHEET = "share_sheet", Kind.TAKE_OUT, "printed or exported what a person may be given"
    EXPORT_TIMELINE = "export_timeline", Kind.TAKE_OUT, "printed the timeline"
    EXPORT_SUPPORT_PLAN = (
        "export_support_plan",
        Kind.TAKE_OUT,
        "took out the proposed support plan",
    )
    EXPORT_AUDIT = "export_audit", Kind.TAKE_OUT, "exported the audit log"
    PRINT = "print", Kind.TAKE_OUT, "printed a page"
    DOWNLOAD = "download", Kind.TAKE_OUT, "downloaded a file"
    OPEN_DOCUMENT = "open_document", Kind.TAKE_OUT, "opened a document"
    TAKE_BUNDLE = "take_bundle", Kind.TAKE_OUT, "downloaded the records for a request"
    TAKE_EVIDENCE = "take_evidence", Kind.TAKE_OUT, "downloaded an evidence bundle"
    TAKE_COUNCIL_FORM = "take_council_form", Kind.TAKE_OUT, "took out a council’s form filled in"
    ASK_FOR_SCHOOL = "ask_for_school", Kind.TAKE_OUT, "asked for the whole school as a file"
    TAKE_OUT_SCHOOL = "take_out_school", Kind.TAKE_OUT, "took out the whole school as a file"
    READ_BY_KEY = "read_by_key", Kind.TAKE_OUT, "read by a key of another system"
    DOWNLOAD_REPORT = "download_report", Kind.TAKE_OUT, "downloaded a report"
    DOWNLOAD_CHANGE_SHEET = "download_change_sheet", Kind.TAKE_OUT, "downloaded a change sheet"

    # Changed: the child.
    ADD_PUPIL = "add_pupil", Kind.CHANGE, "added a child"
    CHANGE_PUPIL = "change_pupil", Kind.CHANGE, "changed a child's details"
    CHANGE_CONTACT = "change_contact", Kind.CHANGE, "changed a contact"
    CHANGE_HOME = "change_home", Kind.CHANGE, "changed a home"
    CHANGE_ORDER = "change_order", Kind.CHANGE, "changed a court order"
    WRITE_LETTER = "write_letter", Kind.CHANGE, "wrote in a letter"
    SEND_LETTER = "send_letter", Kind.CHANGE, "sent a letter"
    CHANGE_MAP = "change_map", Kind.CHANGE, "changed how a council’s form is filled"
    CHANGE_LETTERS = "change_letters", Kind.CHANGE, "changed the templates of letters"
    ASK_APPROVAL = "ask_approval", Kind.CHANGE, "asked for a second look before something leaves"
    ANSWER_APPROVAL = "answer_approval", Kind.CHANGE, "answered whether something may leave"
    CHANGE_APPROVAL_RULES = (
        "change_approval_rules",
        Kind.CHANGE,
        "changed what has to be approved before it leaves",
    )
    LOG_CONTACT = "log_contact", Kind.CHANGE, "logged contact with the family"
    CHANGE_MEETING = "change_meeting", Kind.CHANGE, "planned, changed or minuted a meeting"
    CHANGE_HELP_PLAN = "change_help_plan", Kind.CHANGE, "changed an early-help plan"
    CHANGE_TARGETS = "change_targets", Kind.CHANGE, "changed outcomes or targets"
    RECORD_PROGRESS = "record_progress", Kind.CHANGE, "wrote down progress towards a target"
    CHANGE_CYCLE = "change_cycle", Kind.CHANGE, "changed an assess-plan-do-review cycle"
    CHECK_QUALITY = "check_quality", Kind.CHANGE, "checked quality"
    CHANGE_PROMISE = "change_promise", Kind.CHANGE, "changed what is owed to a child"
    CHANGE_PROVISION = "change_provision", Kind.CHANGE, "planned or changed provision"
    LOG_SESSION = "log_session", Kind.CHANGE, "logged what children had of a session"
    PLAN_MAKE_UP = "plan_make_up", Kind.CHANGE, "planned or cancelled what makes up for a session"
    CHANGE_SPARE_TIME = "change_spare_time", Kind.CHANGE, "changed who has time for what is owed"
    RELEASE_DELIVERY = (
        "release_delivery",
        Kind.CHANGE,
        "released to parents what was given of what was promised, or took it back",
    )
    VIEW_OWED = "view_owed", Kind.READ, "saw what children are owed"
    CHANGE_CATALOGUE = "change_catalogue", Kind.CHANGE, "changed the catalogue of interventions"
    CHANGE_TARGET_BANK = "change_target_bank", Kind.CHANGE, "changed the target bank"
    CHANGE_QUESTIONS = "change_questions", Kind.CHANGE, "changed what a cycle asks"
    CHANGE_RATES = "change_rates", Kind.CHANGE, "changed what an hour of a role costs"
    CHANGE_COUNCIL_MAP = (
        "change_council_map",
        Kind.CHANGE,
        "changed the graduated provision map or its moderation",
    )
    CHANGE_INDES = "change_indes", Kind.CHANGE, "wrote or changed an INDES record"
    CHANGE_PREMIUM = "change_premium", Kind.CHANGE, "changed what pupil premium plus pays for"
    CHANGE_ELEMENT_3 = "change_element_3", Kind.CHANGE, "changed what element 3 gives"
    CHANGE_FUNDING = "change_funding", Kind.CHANGE, "wrote down or put right a sum received"
    CHANGE_EVALUATION = "change_evaluation", Kind.CHANGE, "changed the self-evaluation"
    CHANGE_ACTION = "change_action", Kind.CHANGE, "changed an agreed action"
    ASK_FOR_VIEWS = "ask_for_views", Kind.CHANGE, "asked for views or advice"
    SEND_PARENT_PAGE = "send_parent_page", Kind.CHANGE, "sent or changed a parent's page"
    BOOK_MEETING = "book_meeting", Kind.CHANGE, "booked or cancelled a time with parents"
    RECEIVE_VIEWS = "receive_views", Kind.CHANGE, "received views or advice"
    ASK_TO_AGREE = "ask_to_agree", Kind.CHANGE, "asked people to agree to a plan"
    RECORD_AGREEMENT = "record_agreement", Kind.CHANGE, "recorded an answer to a plan"
    CHANGE_CONCERN = "change_concern", Kind.CHANGE, "raised, answered or decided a concern"
    CHANGE_REFERRAL = "change_referral", Kind.CHANGE, "wrote in a referral"
    DECIDE_ADVICE = "decide_advice", Kind.CHANGE, "wrote down or decided recommendations"
    CHANGE_STATUS = "change_status", Kind.CHANGE, "changed the SEN status"
    CHANGE_LAYER = "change_layer", Kind.CHANGE, "set the layer of support proposed in 2026"
    MODERATE_LEVELS = "moderate_levels", Kind.CHANGE, "worked on moderating levels of need"
    CHANGE_NEEDS = "change_needs", Kind.CHANGE, "changed the needs"
    TRY_STRATEGY = "try_strategy", Kind.CHANGE, "said how something that helps went"
    CHANGE_STRATEGY = "change_strategy", Kind.CHANGE, "changed what helps"
    WRITE_PASSPORT = "write_passport", Kind.CHANGE, "wrote in a passport"
    MARK_PASSPORT = "mark_passport", Kind.CHANGE, "changed who may read a line of a passport"
    CHECK_PASSPORT = "check_passport", Kind.CHANGE, "moved a passport through its check"
    CONFIRM_PASSPORT = "confirm_passport", Kind.CHANGE, "found a passport still true"
    CHANGE_DIAGNOSIS = "change_diagnosis", Kind.CHANGE, "changed a diagnosis"
    CHANGE_FACT = "change_fact", Kind.CHANGE, "changed a dated fact"
    FILL_FIELDS = "fill_fields", Kind.CHANGE, "filled in extra fields"
    CHANGE_SAFETY = "change_safety", Kind.CHANGE, "changed alerts, safety plans or adjustments"
    AGREE_SAFETY_PLAN = "agree_safety_plan", Kind.CHANGE, "recorded an agreed safety plan"
    CONFIRM_READ = "confirm_read", Kind.CHANGE, "confirmed having read a plan or passport"
    CHANGE_ARRANGEMENT = "change_arrangement", Kind.CHANGE, "changed an access arrangement"
    SIGN_ARRANGEMENTS = "sign_arrangements", Kind.CHANGE, "signed the list of access arrangements"
    CHANGE_ASSESSMENT = "change_assessment", Kind.CHANGE, "changed a specialist assessment"
    CHANGE_ABSENCE = "change_absence", Kind.CHANGE, "changed suspensions or timetables"
    CHANGE_CARE = "change_care", Kind.CHANGE, "changed the care status"
    SET_APART = "set_apart", Kind.CHANGE, "set a record apart, or put it back"
    CHANGE_VIRTUAL_SCHOOL = (
        "change_virtual_school",
        Kind.CHANGE,
        "changed what a virtual school asks for",
    )
    CHANGE_PLAN = "change_plan", Kind.CHANGE, "changed an EHC plan"
    CHANGE_NEEDS_ASSESSMENT = (
        "change_needs_assessment",
        Kind.CHANGE,
        "changed a needs assessment",
    )
    CHANGE_CONSULTATION = "change_consultation", Kind.CHANGE, "wrote in a consultation"
    SIGN_CONSULTATION = "sign_consultation", Kind.CHANGE, "signed the answer to a consultation"
    SEND_CONSULTATION = "send_consultation", Kind.CHANGE, "sent the answer to a consultation"
    CHANGE_BUNDLE = "change_bundle", Kind.CHANGE, "put evidence together for a council"
    WRITE_CASE_STUDY = "write_case_study", Kind.CHANGE, "wrote a case study, or took it back"
    SEND_BUNDLE = "send_bundle", Kind.CHANGE, "sent an evidence bundle"
    ANSWER_COUNCIL_FORM = "answer_council_form", Kind.CHANGE, "wrote in a council’s form"
    RECORD_REVIEW = "record_review", Kind.CHANGE, "recorded an annual review"
    WRITE_REVIEW_PAPER = "write_review_paper", Kind.CHANGE, "worked on a paper of an annual review"
    PLAN_CALENDAR = "plan_calendar", Kind.CHANGE, "planned the calendar of annual reviews"
    PLAN_WEEK = "plan_week", Kind.CHANGE, "planned who is with whom in a week"
    PUBLISH_WEEK = "publish_week", Kind.CHANGE, "published who is with whom in a week"
    KEEP_TIME_NEEDS = "keep_time_needs", Kind.CHANGE, "changed what people's time is needed for"
    RECORD_DECISION = "record_decision", Kind.CHANGE, "recorded a council's decision"
    FILE_DOCUMENT = "file_document", Kind.CHANGE, "filed a document"
    REPLACE_DOCUMENT = "replace_document", Kind.CHANGE, "filed a new version of a document"
    CHANGE_DOCUMENT = "change_document", Kind.CHANGE, "changed what is said of a document"
    BIN_DOCUMENT = "bin_document", Kind.CHANGE, "put a document in the bin"
    RESTORE_DOCUMENT = "restore_document", Kind.CHANGE, "took a document out of the bin"
    DECIDE_RETENTION = "decide_retention", Kind.CHANGE, "decided how long a record is kept"
    DELETE_RECORD = "delete_record", Kind.CHANGE, "deleted a record at the end of its time"
    MOVE_DOCUMENT = "move_document", Kind.CHANGE, "moved a document to another child"
    SEAL_DOCUMENT = "seal_document", Kind.CHANGE, "sealed a document"
    UNSEAL_DOCUMENT = "unseal_document", Kind.CHANGE, "opened a sealed document again"
    DELETE_DOCUMENT = "delete_document", Kind.CHANGE, "deleted a document for good"
    SEND_RECORD = "send_record", Kind.TAKE_OUT, "sent a record to another school"
    TAKE_IN_RECORD = "take_in_record", Kind.CHANGE, "took in a record from another school"
    CLOSE_RECORD = "close_record", Kind.CHANGE, "closed a record that moved to another school"
    CHANGE_MOVE = "change_move", Kind.CHANGE, "changed the plan for a move"
    CHANGE_PHOTO = "change_photo", Kind.CHANGE, "changed the photo"

    CHANGE_DISAGREEMENT = "change_disagreement", Kind.CHANGE, "wrote about a disagreement"
    ANSWER_REQUEST = "answer_request", Kind.CHANGE, "worked on a request for records"
    HAND_OVER = "hand_over", Kind.CHANGE, "told the safeguarding lead"
    SETTLE_HAND_OVER = "settle_hand_over", Kind.CHANGE, "dealt with what was handed over"

    # Changed: the school.
    NAME_SAFEGUARDING_LEAD = (
        "name_safeguarding_lead",
        Kind.CHANGE,
        "said who the safeguarding lead is",
    )
    RECORD_BREACH = "record_breach", Kind.CHANGE, "wrote in the breach register"
    IMPORT_ROLL = "import_roll", Kind.CHANGE, "imported a roll"
    IMPORT_PLANS = "import_plans", Kind.CHANGE, "imported an EHC plan tracker"
    IMPORT_PROVISION = "import_provision", Kind.CHANGE, "imported a provision map"
    IMPORT_MARKS = "import_marks", Kind.CHANGE, "imported attainment and behaviour"
    IMPORT_WEEKS = "import_weeks", Kind.CHANGE, "imported weeks of attendance for children in care"
    IMPORT_SUMS = "import_sums", Kind.CHANGE, "imported sums of pupil premium plus"
    DROP_PASSPORTS = "drop_passports", Kind.CHANGE, "dropped files of existing passports"
    DECIDE_PASSPORT = "decide_passport", Kind.CHANGE, "decided about a file of an existing passport"
    TAKE_IN_PASSPORT = "take_in_passport", Kind.CHANGE, "took in an existing passport"
    DISCARD_PASSPORTS = "discard_passports", Kind.CHANGE, "forgot files of existing passports"
    UNDO_IMPORT = "undo_import", Kind.CHANGE, "undid an import"
    RESOLVE_DIFFERENCE = "resolve_difference", Kind.CHANGE, "settled a difference with the roll"
    CHANGE_CALENDAR = "change_calendar", Kind.CHANGE, "changed terms or closures"
    CHANGE_CLASS = "change_class", Kind.CHANGE, "changed a class"
    AUDIT_CLASSROOM = "audit_classroom", Kind.CHANGE, "looked at what a class has in place"
    CHANGE_AGENDAS = "change_agendas", Kind.CHANGE, "changed the agendas of meetings"
    CHANGE_ROUND = "change_round", Kind.CHANGE, "offered times for meetings with parents"
    CHANGE_TEST_WEEK = "change_test_week", Kind.CHANGE, "changed dates or rooms of tests"
    CHANGE_TESTS = "change_tests", Kind.CHANGE, "changed the list of specialist tests"
    CHANGE_LIBRARY = "change_library", Kind.CHANGE, "changed the library of strategies"
    DEFINE_FIELDS = "define_fields", Kind.CHANGE, "defined or changed an extra field"
    CHANGE_LISTS = "change_lists", Kind.CHANGE, "saved or changed a list"
    CHANGE_SERVICES = "change_services", Kind.CHANGE, "changed the list of services"
    CHANGE_PROVIDER = "change_provider", Kind.CHANGE, "wrote about a provider"
    CHANGE_COVER = "change_cover", Kind.CHANGE, "chose who covers the holidays"
    CHANGE_SCHOOL = "change_school", Kind.CHANGE, "changed the school's details"
    RECORD_DUTY = "record_duty", Kind.CHANGE, "recorded a duty of the school"
    RECORD_OBJECTIVE = "record_objective", Kind.CHANGE, "changed an objective or a step towards it"
    KEEP_SUBJECTS = "keep_subjects", Kind.CHANGE, "said who leads a subject"
    CHANGE_POLICIES = "change_policies", Kind.CHANGE, "changed a policy or sent something round"
    READ_CIRCULAR = "read_circular", Kind.CHANGE, "said that they had read what was sent round"
    RUN_SURVEY = "run_survey", Kind.CHANGE, "started, sent or closed a survey"
    READ_SURVEY = "read_survey", Kind.READ, "read what a survey says"
    WRITE_BRIEF = "write_brief", Kind.CHANGE, "wrote the brief for a meeting of the leaders"
    CHANGE_SENCO = "change_senco", Kind.CHANGE, "recorded who is SENCO and their qualification"
    CHANGE_STAFF = "change_staff", Kind.CHANGE, "changed what is kept of a member of staff"
    CHANGE_SCHOOL_DAY = "change_school_day", Kind.CHANGE, "changed the school day"
    IMPORT_STAFF = "import_staff", Kind.CHANGE, "imported a list of staff"
    CHANGE_HELD_DUTY = (
        "change_held_duty",
        Kind.CHANGE,
        "changed who holds a duty, hands it over or covers",
    )
    FORGET_TIME = (
        "forget_time",
        Kind.CHANGE,
        "deleted what was kept of people’s time, at the end of its time",
    )
    KEEP_SUPERVISION = "keep_supervision", Kind.CHANGE, "kept something between two about practice"
    CHANGE_COACHING = "change_coaching", Kind.CHANGE, "recorded coaching or a visit to a lesson"
    CHANGE_TRAINING = "change_training", Kind.CHANGE, "recorded a training"
    PLAN_TRAINING = "plan_training", Kind.CHANGE, "changed the plan or the catalogue of training"
    GIVE_UNTRAINED = (
        "give_untrained",
        Kind.CHANGE,
        "let somebody give a programme without a training that it asks for",
    )
    CHANGE_CARDS = "change_cards", Kind.CHANGE, "changed the cards of adaptive teaching"
    PREPARE_REPORT = "prepare_report", Kind.CHANGE, "prepared a report"
    PUBLISH_REPORT = "publish_report", Kind.CHANGE, "published a report"
    WITHDRAW_REPORT = "withdraw_report", Kind.CHANGE, "withdrew a report"

    # Access.
    INVITE = "invite", Kind.ACCESS, "invited somebody"
    WITHDRAW_INVITATION = "withdraw_invitation", Kind.ACCESS, "withdrew an invitation"
    CHANGE_ROLE = "change_role", Kind.ACCESS, "changed a role"
    GIVE_ROLE = "give_role", Kind.ACCESS, "gave a role"
    CHANGE_SITES = "change_sites", Kind.ACCESS, "changed who is at which school on which weekday"
    END_ROLE = "end_role", Kind.ACCESS, "ended a role"
    ASSIGN_ADULT = "assign_adult", Kind.ACCESS, "assigned an adult to a class or child"
    END_ASSIGNMENT = "end_assignment", Kind.ACCESS, "ended an assignment"
    MAKE_FEED = "make_feed", Kind.ACCESS, "made a secret calendar address"
    END_FEED = "end_feed", Kind.ACCESS, "ended a secret calendar address"
    SEND_RECORDS_CODE = (
        "send_records_code",
        Kind.ACCESS,
        "sent the code for a link to records",
    )
    REFUSE_RECORDS_CODE = (
        "refuse_records_code",
        Kind.ACCESS,
        "refused a wrong code for a link to records",
    )
    LOCK_RECORDS_LINK = (
        "lock_records_link",
        Kind.ACCESS,
        "ended a link to records after five wrong codes",
    )
    MAKE_SUPPLY_LINK = "make_supply_link", Kind.ACCESS, "made a link to a class's supply sheet"
    END_SUPPLY_LINK = "end_supply_link", Kind.ACCESS, "ended a link to a class's supply sheet"
    REGISTER_DEVICE = "register_device", Kind.ACCESS, "registered a shared tablet"
    REMOVE_DEVICE = "remove_device", Kind.ACCESS, "removed a shared tablet"
    SHARE_OUTSIDE = "share_outside", Kind.ACCESS, "shared papers with a professional outside"
    STOP_SHARE = "stop_share", Kind.ACCESS, "stopped sharing papers outside"
    GRANT_ACCESS = "grant_access", Kind.ACCESS, "gave a person access to a child"
    NAME_READER = "name_reader", Kind.ACCESS, "named who may read a sensitive line of a passport"
    END_READER = "end_reader", Kind.ACCESS, "ended who may read a sensitive line of a passport"
    GIVE_CARE_VIEW = "give_care_view", Kind.ACCESS, "let a colleague know of care"
    END_CARE_VIEW = "end_care_view", Kind.ACCESS, "took back that a colleague knows of care"
    END_GRANT = "end_grant", Kind.ACCESS, "ended a person's access to a child"
    OPEN_EMERGENCY = "open_emergency", Kind.ACCESS, "opened a record in an emergency"
    CLOSE_EMERGENCY = "close_emergency", Kind.ACCESS, "closed a record opened in an emergency"
    REVIEW_EMERGENCY = "review_emergency", Kind.ACCESS, "reviewed an emergency access"
    MAKE_KEY = "make_key", Kind.ACCESS, "made a key for another system"
    END_KEY = "end_key", Kind.ACCESS, "ended a key of another system"

    # Refused; written after the rollback.
    REFUSED = "refused", Kind.REFUSED, "was refused"
    OUT_OF_REACH = "out_of_reach", Kind.REFUSED, "asked for a child out of reach"
    WRONG_SCHOOL = "wrong_school", Kind.REFUSED, "asked for a page of this school from outside"
    EMERGENCY_NOT_FOUND = (
        "emergency_not_found",
        Kind.REFUSED,
        "asked in an emergency for a child who was not found",
    )

    # Work of the system.
    COUNT_SCHOOL = "count_school", Kind.WORK, "had the school counted anew"
    SEND_DIGEST = "send_digest", Kind.WORK, "was sent a digest"
    START_JOB = "start_job", Kind.WORK, "started background work"
    TAKE_IN_SCHOOL = "take_in_school", Kind.WORK, "took in a whole school from its file"
    EMPTY_SCHOOL = "empty_school", Kind.WORK, "deleted a school that had been taken out whole"
    CANCEL_JOB = "cancel_job", Kind.WORK, "cancelled background work"

    @classmethod
    def of_kind(cls, kind: Kind) -> list["Action"]:
        """All actions of one kind."""
        return [action for action in cls if action.kind == kind]
