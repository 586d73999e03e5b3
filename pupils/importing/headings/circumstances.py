"""Headings of what brings money or care, of languages and attendance."""

from pupils.importing.headings.fields import Fields

CIRCUMSTANCES: Fields = {
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
}
