"""Everything that somebody may be allowed to do, in words a head teacher can read."""

from aylsham.labelled import Labelled


class Permission(Labelled):
    """One thing that a role may do; the label completes "may …"."""

    # Children
    VIEW_PUPILS = "view_pupils", "see names, classes and contacts of the children in reach"
    VIEW_NEEDS = "view_needs", "see SEN status, needs and what helps"
    VIEW_REGISTER = "view_register", "open the SEND register and the census check"
    EDIT_REGISTER = "edit_register", "change SEN status and needs, with a reason"
    CHOOSE_LAYERS = (
        "choose_layers",
        "decide whether the school keeps the layers of support proposed in 2026",
    )
    DRAW_MODERATION = "draw_moderation", "draw needs whose level other schools rate blind"
    MODERATE_LEVELS = (
        "moderate_levels",
        "rate, without knowing the child, the level of a need that another school describes",
    )
    RAISE_CONCERNS = "raise_concerns", "raise a concern about a child and say what they see"
    TRIAGE_CONCERNS = (
        "triage_concerns",
        "decide what follows a concern, and write what is ordinarily available",
    )
    AUDIT_CLASSROOMS = (
        "audit_classrooms",
        "look at what is ordinarily available in a class in reach, and write down what they saw",
    )
    EDIT_PASSPORTS = "edit_passports", "write passports and what helps"
    RECORD_VOICE = (
        "record_voice",
        "write down what a child says about themselves, and record the child's voice",
    )
    CHECK_PASSPORTS = "check_passports", "check passports, send them back and publish them"
    WRITE_CYCLES = (
        "write_cycles",
        "write outcomes, targets and assess-plan-do-review cycles of the children in reach",
    )
    RECORD_PROGRESS = (
        "record_progress",
        "log sessions, and write down how a child gets on with a target",
    )
    VIEW_SESSIONS = (
        "view_sessions",
        "read the session log of the children in reach, and of what they give themselves",
    )
    CHECK_CYCLES = "check_cycles", "check cycles, send them back and unlock them"
    EDIT_PROVISION = (
        "edit_provision",
        "plan what is given to children, write what is owed to them, and keep the catalogue",
    )
    RELEASE_DELIVERY = (
        "release_delivery",
        "release to parents how much of what was promised was given",
    )
    VIEW_COSTS = "view_costs", "see what provision costs, by rates of roles"
    KEEP_RATES = "keep_rates", "say what an hour of each role costs, and of each person"
    SHARE_CLASS_SHEET = "share_class_sheet", "give a supply teacher the class sheet by a link"
    FILL_FIELDS = "fill_fields", "fill in extra fields of the children in reach"
    MANAGE_FIELDS = "manage_fields", "define the school's own extra fields"
    SET_FEDERATION_FIELDS = (
        "set_federation_fields",
        "define extra fields that are the same in every school of the federation",
    )
    SHARE_LISTS = "share_lists", "save lists of children for colleagues"
    MANAGE_STRATEGIES = "manage_strategies", "keep the library of strategies"
    EDIT_PUPILS = "edit_pupils", "correct a child's details, class and contacts"
    EDIT_SAFETY = "edit_safety", "write medical alerts, safety plans and adjustments"
    EDIT_ARRANGEMENTS = (
        "edit_arrangements",
        "decide access arrangements in national tests, and keep their dates and rooms",
    )
    SIGN_ARRANGEMENTS = "sign_arrangements", "sign the list of access arrangements"
    EDIT_ASSESSMENTS = "edit_assessments", "record specialist assessments and their scores"
    EDIT_ABSENCE = "edit_absence", "record suspensions, part-time timetables, learning elsewhere"
    VIEW_FAMILY_LOG = (
        "view_family_log",
        "read the contact log, meetings, agreed actions and parents' views",
    )
    LOG_CONTACT = "log_contact", "log contact with families, hold meetings and agree actions"
    ASK_FOR_VIEWS = (
        "ask_for_views",
        "ask families and professionals for views and advice, and invite people from outside",
    )
    WRITE_LETTERS = (
        "write_letters",
        "write letters from templates, send them, and read the register",
    )
    KEEP_LETTERS = (
        "keep_letters",
        "keep the templates of letters, how councils' forms are filled, and the school's letterhead",
    )
    APPROVE_SHARING = (
        "approve_sharing",
        "be asked to approve what leaves the school, and say what has to be approved",
    )
    VIEW_REFERRALS = (
        "view_referrals",
        "see referrals to services, what professionals recommend and what came of it",
    )
    EDIT_REFERRALS = "edit_referrals", "refer, chase, and keep the list of services and providers"
    DECIDE_ADVICE = "decide_advice", "decide what is done with professionals' recommendations"
    VIEW_PROVIDERS = "view_providers", "see providers, their days and what they cost"
    VIEW_WAITS = "view_waits", "see how long services let children wait"
    PLAN_MOVES = "plan_moves", "plan moves to another class or school, and say how they went"
    MOVE_RECORDS = (
        "move_records",
        "approve and send a child's record to another school, and take one in",
    )
    RECORD_ORDERS = "record_orders", "record court orders and read what they say"
    EXPORT = "export", "take lists out of the system as files"
    # Compartments
    VIEW_CARE = "view_care", "see that a child is or was in care"
    READ_CARE = (
        "read_care",
        "open what is kept about care: legal status, people, placement, who decides",
    )
    EDIT_CARE = "edit_care", "record care status, and let a colleague know of it"
    VIEW_SET_APART = (
        "view_set_apart",
        "find and open a record that was set apart after an adoption",
    )
    VIEW_PREMIUM = (
        "view_premium",
        "see what pupil premium plus pays for children who are or were in care",
    )
    KEEP_PREMIUM = "keep_premium", "plan pupil premium plus, and account for every pound of it"
    VIEW_CHILD_PROTECTION = "view_child_protection", "see child protection flags"
    VIEW_SENSITIVE = "view_sensitive", "read text marked sensitive and diagnoses"
    KEEP_DISAGREEMENTS = (
        "keep_disagreements",
        "read and keep the trail of disagreements with families",
    )
    # Requests for records
    ANSWER_REQUESTS = (
        "answer_requests",
        "answer requests for records, which opens everything kept about a child",
    )
    # Safeguarding
    RECEIVE_HAND_OVERS = (
        "receive_hand_overs",
        "read what is handed over to the safeguarding lead, and say what became of it",
    )
    NAME_SAFEGUARDING_LEAD = (
        "name_safeguarding_lead",
        "say who the safeguarding lead and the deputy are, and when the lead is away",
    )
    # Documents
    VIEW_DOCUMENTS = (
        "view_documents",
        "open the documents that they may read, and those that they filed",
    )
    ADD_DOCUMENTS = "add_documents", "file documents on a child, and the child's photo"
    EDIT_DOCUMENTS = "edit_documents", "refile and replace documents, and put them in the bin"
    SEAL_DOCUMENTS = (
        "seal_documents",
        "move or seal a document that is on the wrong child, and keep the breach register",
    )
    SHARE_OUTSIDE = (
        "share_outside",
        "share papers with a named professional outside for a time, and see what they opened",
    )
    REVIEW_RETENTION = (
        "review_retention",
        "see whose record reaches the end of its time, and say what becomes of it",
    )
    CONFIRM_DELETION = "confirm_deletion", "confirm that records are deleted for good"
    # Plans
    VIEW_PLANS = (
        "view_plans",
        "see EHC plans, their dates and reviews, and needs assessments with the legal test",
    )
    EDIT_PLANS = "edit_plans", "record EHC plan dates, reviews and decisions"
    ANSWER_CONSULTATIONS = (
        "answer_consultations",
        "read and answer what a council asks before it names the school in a plan",
    )
    SIGN_CONSULTATIONS = "sign_consultations", "sign the school's answer to such a consultation"
    MAKE_BUNDLES = (
        "make_bundles",
        "put evidence about a child together for a council, fill its forms, and say when they went",
    )
    VIEW_DUE = "view_due", "see everything that is due"
    EDIT_DUTIES = "edit_duties", "record what the school published, sent and who is SENCO"
    VIEW_STAFF = (
        "view_staff",
        "see who works with children: contracts without rates, days, training; and the school day",
    )
    KEEP_STAFF = (
        "keep_staff",
        "keep contracts, working days and pairings of staff, the bells, rooms and lessons",
    )
    KEEP_TRAINING = "keep_training", "see who had which training, and record it"
    LEAD_TEACHING = (
        "lead_teaching",
        "see every coaching and visit to a lesson, and keep the checklist of adaptive teaching",
    )
    LEAD_SUBJECT = (
        "lead_subject",
        "see what stands in the way in each class, without names, and keep the actions of a subject",
    )
    # Data in
    IMPORT_FILES = "import_files", "import files of their own work, and undo an import"
    IMPORT_ROLL = "import_roll", "import a roll and undo the import"
    IMPORT_PLANS = "import_plans", "import the EHC plan tracker"
    IMPORT_PASSPORTS = "import_passports", "take in existing passports from files"
    # Reports
    PREPARE_REPORTS = "prepare_reports", "prepare governor reports and see drafts"
    PUBLISH_REPORTS = "publish_reports", "publish a governor report"
    READ_REPORTS = "read_reports", "read published governor reports"
    COMPARE_SCHOOLS = (
        "compare_schools",
        "see the schools of the federation side by side, as counts without names",
    )
    # Everybody
    OPEN_TODAY = "open_today", "open the front page made for their role"
    WORK_OUT_DATES = "work_out_dates", "work out legal dates with the date calculator"
    # School
    MANAGE_CALENDAR = "manage_calendar", "change terms, INSET days and closures"
    MANAGE_CLASSES = "manage_classes", "say which adults work with which class and child"
    MANAGE_PEOPLE = "manage_people", "invite people, give and end roles"
    MANAGE_DEVICES = "manage_devices", "register shared tablets"
    # Oversight
    VIEW_AUDIT = "view_audit", "see who looked at and changed what"
    GRANT_ACCESS = "grant_access", "give a named person access to a named child until a day"
    BREAK_GLASS = "break_glass", "open a child's record in an emergency, with a reason"
    REVIEW_BREAK_GLASS = "review_break_glass", "be told of emergency access and review it"
    TAKE_OUT_SCHOOL = (
        "take_out_school",
        "take out everything a school keeps as one file, and give other systems keys to read it",
    )
    VIEW_JOBS = "view_jobs", "see background work and what e-mails were sent"
