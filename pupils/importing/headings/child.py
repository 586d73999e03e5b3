"""Headings of who the child is, and of the time on roll."""

from pupils.importing.headings.fields import Fields

CHILD: Fields = {
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
}
