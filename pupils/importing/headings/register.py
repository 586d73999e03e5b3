"""Headings of SEN status, EHC plan and needs."""

from pupils.importing.headings.fields import Fields

REGISTER: Fields = {
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
}
