"""Headings of the contacts."""

from pupils.importing.headings.fields import Fields

CONTACTS: Fields = {
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
