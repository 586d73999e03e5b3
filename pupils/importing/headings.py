"""The words schools put above a column, field by field.

Compared without case, spaces and punctuation, after words that say nothing ("pupil",
"current") are left out. Words before the bar are preferred: when a file has "Legal surname" and
"Surname", the first is used.
"""

#: field → (what a person calls it, headings)
FIELDS: dict[str, tuple[str, str]] = {
    "upn": (
        "UPN",
        "unique pupil number; upn; unique pupil no; unique id number; upn number; pupils upn",
    ),
    "former_upn": ("former UPN", "former upn; previous upn; old upn"),
    "admission_no": (
        "admission or MIS number",
        (
            "admission number; admission no; adno; adm no; adm number; admno; admission num"
            " | arbor student id; arbor id; student id; student number; pupil id; pupil number;"
            " pupil no; mis id; sims id; bromcom id; scholarpack id; person id; roll number; id;"
            " external id; system id; child id; learner id; mis number; mis identifier; student no;"
            " child no; child number; learner number; person number"
        ),
    ),
    "full_name": (
        "whole name",
        (
            "pupil name; full name; name; student name; child name; childs name; legal full name;"
            " legal name; surname forename; surname and forename; name of child; name of pupil;"
            " pupil; child; student; surname comma forename; last name first name; forename surname;"
            " first name last name; first name surname; names"
        ),
    ),
    "surname": (
        "surname",
        (
            "legal surname; legal last name; legal family name"
            " | surname; last name; family name; lastname; second name; sur name; s name"
        ),
    ),
    "forename": (
        "first name",
        (
            "legal forename; legal first name; legal given name"
            " | forename; first name; given name; firstname; forenames; first names; christian name;"
            " fore name; f name"
        ),
    ),
    "middle_names": (
        "middle names",
        (
            "middle names; middle name; legal middle names; legal middle name; other names;"
            " middle name s"
        ),
    ),
    "preferred_forename": (
        "name they are called by",
        (
            "preferred forename; preferred first name; chosen name; chosen forename; known as;"
            " preferred name; chosen first name; likes to be called; goes by"
        ),
    ),
    "preferred_surname": (
        "surname they use",
        "preferred surname; preferred last name; chosen surname; known surname; chosen last name",
    ),
    "date_of_birth": (
        "date of birth",
        "date of birth; dob; birth date; birthdate; birthday; born; born on; d o b; dateofbirth",
    ),
    "sex": ("sex", "legal sex; sex; gender; m f; m or f; boy girl; boy or girl; sex code"),
    "year_group": (
        "year group",
        (
            "year group; year; ncy; nc year; national curriculum year; yr; yr group; yeargroup;"
            " nc year actual; ncyear; year code; curriculum year; yg; national curriculum year group;"
            " year taught in; ncy actual; actual year; yr grp"
        ),
    ),
    "class_name": (
        "class",
        (
            "registration form; registration group; reg group; reg; registration; reg form;"
            " registration class; class; form; tutor group; class name; form group; base class;"
            " base group; class group; tutor; main class; reg class; registration tutor group"
        ),
    ),
    "joined_on": (
        "date joined",
        (
            "admission date; date of admission; joined; date joined; start date at school;"
            " doa; date of entry; entry date; joining date; on roll from; enrolment date; date admitted"
        ),
    ),
    "left_on": (
        "date left",
        (
            "leaving date; date of leaving; left; date left; leave date; end date; off roll;"
            " date off roll; on roll to; dol"
        ),
    ),
    "enrolment_status": (
        "enrolment status",
        "enrolment status; enrollment status; registration status; enrolment type",
    ),
    "sen_status": (
        "SEN status",
        (
            "sen status; sen provision; sen code; sen stage; send status; sen; send; sen level;"
            " sen status code; sen provision code; sen category; sen support level; sen provision type;"
            " send code; send provision; sen k e; sen y n; sen register; special educational needs status;"
            " special educational needs; sen status description; send stage; send level;"
            " sen provision description; sen status current; senprovision; senstage; sen provision name; sen prov; send prov"
        ),
    ),
    "has_plan": (
        "EHC plan, yes or no",
        (
            "ehcp; ehc plan; ehcp y n; ehc plan y n; has ehcp; has ehc plan; has an ehcp;"
            " ehcp yes no; ehc plan yes no; education health and care plan; ehcp in place"
        ),
    ),
    "sen_since": (
        "SEN status since",
        (
            "sen status start date; sen start date; sen from; sen start; sen status date; sen since;"
            " date added to sen register; date on sen register; sen date; send start date;"
            " sen provision start date; sen status from; sen provision start; sen stage start date;"
            " send from; on register since; sen start dt; date of sen status; sen provision from;"
            " date placed on sen register; sen status since"
        ),
    ),
    "needs": (
        "needs, in one column",
        (
            "sen types; sen needs; sen type; sen need; needs; need; sen need types; sen need type;"
            " need types; need type; send needs; send need; type of need; types of need; area of need;"
            " areas of need; sen category of need; category of need; special educational needs type;"
            " all sen needs; sen needs ranked; send types; sen type code; sen type codes;"
            " sen need codes; identified needs; sen area of need"
        ),
    ),
    "need_1": (
        "first need",
        (
            "primary need; primary sen need; primary sen type; sen need 1; sen type 1; need 1;"
            " sen need rank 1; main need; first need; sen need type 1; primary area of need;"
            " main area of need; sen primary need; sen primary type; primary need type; sen rank 1;"
            " sen need primary; sen type primary; primary type; need rank 1; send need 1;"
            " primary send need; sen type rank 1; main sen need; need type 1; send primary need;"
            " 1st need; primary sen; primary sen need type; sen need type rank 1; sen type 1 rank 1;"
            " first sen need"
        ),
    ),
    "need_2": (
        "second need",
        (
            "secondary need; secondary sen need; secondary sen type; sen need 2; sen type 2; need 2;"
            " sen need rank 2; second need; sen need type 2; secondary area of need; sen rank 2;"
            " sen secondary need; sen secondary type; secondary need type; sen need secondary;"
            " secondary sen need type; sen need type rank 2; sen type 2 rank 2; second sen need;"
            " sen type secondary; secondary type; need rank 2; send need 2; secondary send need;"
            " sen type rank 2; need type 2; send secondary need; 2nd need; other need; secondary sen"
        ),
    ),
    "need_3": (
        "third need",
        (
            "sen need 3; sen type 3; need 3; sen need rank 3; third need; tertiary need;"
            " sen need type 3; tertiary sen need; need rank 3; 3rd need; send need 3; need type 3"
        ),
    ),
    "need_4": ("fourth need", "sen need 4; sen type 4; need 4; sen need rank 4; fourth need"),
    "pupil_premium": (
        "pupil premium",
        (
            "pupil premium; pupil prem; pupil premium indicator; pp; ppg; pupil premium eligible; pp eligible;"
            " pupil premium eligibility; pupil premium grant; pp indicator; deprivation pupil premium;"
            " eligible for pupil premium; in receipt of pupil premium; disadvantaged; pp y n;"
            " pupil premium recipient; pupil premium status"
        ),
    ),
    "ever_6": (
        "free meals in the last six years (Ever 6)",
        (
            "ever 6; ever 6 fsm; fsm ever 6; fsm6; ever6; ever 6 free school meals; fsm ever6;"
            " free school meals ever 6; ever6 fsm; fsm e6"
        ),
    ),
    "eypp": (
        "early years pupil premium",
        (
            "eypp; early years pupil premium; ey pupil premium; eypp eligible; early years pp;"
            " ey pp; eypp indicator"
        ),
    ),
    "free_school_meals": (
        "free school meals",
        (
            "free school meals; fsm; fsm eligible; free school meal; eligible for free school meals;"
            " fsm eligibility; free meals; free school meals eligible; fsm indicator; fsm status;"
            " free school meals eligibility; free school meal eligibility; eligible for fsm;"
            " currently eligible for fsm; fsm y n"
        ),
    ),
    "service_child": (
        "service child",
        (
            "service child; service children; service family; service child indicator; forces child;"
            " armed forces; service children in education; child of service personnel; forces family;"
            " parent in armed forces; service pupil; service premium; scie; service children indicator"
        ),
    ),
    "young_carer": ("young carer", "young carer; young carers; carer; young carer indicator"),
    "traveller": (
        "Gypsy, Roma or Traveller",
        (
            "traveller; gypsy roma traveller; grt; gypsy roma and traveller; traveller family;"
            " gypsy roma or traveller; travellers; traveller child"
        ),
    ),
    "kinship_care": (
        "kinship care",
        "kinship care; kinship; kinship carer; in kinship care; lives with kinship carer",
    ),
    "in_care": (
        "in care",
        (
            "in care; looked after; lac; cla; in lea care; currently in care; cic; child in care;"
            " children in care; looked after child; child looked after; looked after status;"
            " care status; in care indicator; in la care; lac status; looked after children;"
            " in local authority care; looked after by la; currently looked after"
        ),
    ),
    "post_looked_after": (
        "care before (post looked after)",
        (
            "post looked after arrangements; post lac; plac; previously looked after; post in care;"
            " post looked after; previously looked after children; post lac code; pla; pcla;"
            " post looked after arrangement; previously in care; prev lac; previously lac;"
            " post looked after status; adopted from care; previously looked after arrangement;"
            " previously looked after child; post cla"
        ),
    ),
    "ethnicity": (
        "ethnicity",
        (
            "ethnicity code; ethnic code; ethnicity; ethnic origin; ethnic group; ethnic background;"
            " ethnicity description; ethnic"
        ),
    ),
    "first_language": (
        "first language",
        (
            "first language; language; home language; mother tongue; language code;"
            " first language code; main language; language at home; first lang; spoken language;"
            " home lang; language spoken at home"
        ),
    ),
    "eal": (
        "English as an additional language",
        (
            "eal; english as an additional language; english additional language; eal status;"
            " english as additional language; eal indicator; speaks eal; eal y n;"
            " english as a second language; esl"
        ),
    ),
    "attendance": (
        "attendance %",
        (
            "attendance percent; percent attendance; percent attend; attendance; attend percent;"
            " attendance rate; percentage attendance; att percent; percent present; overall attendance;"
            " attendance percentage; attendance this year; year to date attendance; attendance ytd;"
            " percent att"
        ),
    ),
    "contact_1_name": (
        "first contact",
        (
            "primary guardian; contact 1; priority 1 contact; primary contact; parent; parent carer;"
            " guardian; parent 1; parent name; contact 1 name; parent carer name; primary guardian name;"
            " guardian name; main contact; priority 1 contact name; carer name; contact name;"
            " first contact; parental contact; parent guardian; parent carer 1; carer 1; guardian 1;"
            " emergency contact; emergency contact 1; mother; mum; contact; parents; parents carers"
        ),
    ),
    "contact_1_relationship": (
        "first contact's relationship",
        (
            "contact 1 relationship; relationship; priority 1 relationship; relationship to child;"
            " primary guardian relationship; relation; relationship to pupil; parent 1 relationship"
        ),
    ),
    "contact_1_phone": (
        "first contact's phone",
        (
            "contact 1 mobile; primary guardian mobile; priority 1 mobile; mobile; parent mobile;"
            " primary contact mobile; contact mobile; mobile number; mobile phone; parent 1 mobile"
            " | primary guardian phone; contact 1 phone; priority 1 telephone; phone; telephone;"
            " phone number; telephone number; contact 1 telephone; primary contact phone; parent phone;"
            " contact number; contact phone; contact telephone; tel; home phone; parent 1 phone;"
            " priority 1 phone; contact 1 number; primary guardian telephone; guardian phone;"
            " priority 1 contact telephone; contact tel; tel number; primary contact number;"
            " primary guardian phone number; parent telephone; emergency phone; emergency number"
        ),
    ),
    "contact_1_email": (
        "first contact's e-mail",
        (
            "primary guardian email; contact 1 email; priority 1 email; email; e mail; parent email;"
            " email address; contact email; primary contact email; parent carer email; guardian email;"
            " primary guardian email address; parent 1 email; home email; contact email address;"
            " contact 1 email address; priority 1 contact email; parent email address"
        ),
    ),
    "contact_2_name": (
        "second contact",
        (
            "contact 2; priority 2 contact; secondary contact; parent 2; contact 2 name;"
            " secondary guardian; second contact; guardian 2; parent carer 2; carer 2;"
            " priority 2 contact name; father; dad; emergency contact 2; secondary guardian name"
        ),
    ),
    "contact_2_relationship": (
        "second contact's relationship",
        (
            "contact 2 relationship; priority 2 relationship; secondary guardian relationship;"
            " parent 2 relationship"
        ),
    ),
    "contact_2_phone": (
        "second contact's phone",
        (
            "contact 2 mobile; priority 2 mobile; secondary guardian mobile; parent 2 mobile"
            " | contact 2 phone; priority 2 telephone; secondary guardian phone; parent 2 phone;"
            " contact 2 telephone; priority 2 phone; contact 2 number; secondary guardian telephone"
        ),
    ),
    "contact_2_email": (
        "second contact's e-mail",
        (
            "contact 2 email; priority 2 email; secondary guardian email; parent 2 email;"
            " contact 2 email address; secondary guardian email address"
        ),
    ),
}

#: Short forms and what they stand for.
SAME_WORD = {
    short: word
    for word, shorts in {
        "number": "no num nr numbers #",
        "group": "grp gp grps",
        "year": "yr yrs",
        "primary": "prim",
        "secondary": "sec",
        "first": "1st",
        "second": "2nd",
        "third": "3rd",
        "name": "names",
        "forename": "forenames fname",
        "surname": "surnames sname",
        "need": "needs",
        "type": "types",
        "eligible": "elig eligibility",
        "premium": "prem",
        "attendance": "att attend",
        "percent": "% percentage pct",
        "admission": "adm admissions",
        "and": "&",
        "telephone": "tel",
        "provision": "prov",
    }.items()
    for short in shorts.split()
}
#: Words that make it another column, also in brackets.
SAYS_WHICH = frozenset(
    [
        "previous",
        "prev",
        "previously",
        "former",
        "formerly",
        "old",
        "last",
        "past",
        "next",
        "target",
        "predicted",
        "end",
        "ended",
        "ending",
        "expiry",
        "review",
        "reviewed",
        "start",
        "from",
        "since",
        "date",
        "sibling",
        "brother",
        "sister",
        "parent",
        "mother",
        "father",
        "mum",
        "dad",
        "carer",
        "guardian",
        "contact",
        "doctor",
        "teacher",
        "tutor",
        "staff",
        "school",
        "term",
        "history",
        "notes",
        "note",
        "comments",
        "comment",
        "reason",
        "evidence",
        "source",
        "proof",
        "primary",
        "secondary",
        "1",
        "2",
        "3",
        "rank",
        "legal",
        "preferred",
        "chosen",
    ]
)
#: Words that say nothing about which column it is.
NOISE = (
    "pupils",
    "pupil",
    "students",
    "student",
    "learners",
    "learner",
    "childs",
    "child",
    "current",
    "currently",
    "latest",
    "primary record",
    "ytd",
    "today",
    "code",
    "description",
    "indicator",
    "flag",
    "status",
    "the",
)
