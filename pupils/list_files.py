"""The lists about children and families as files."""

from typing import Any

from aylsham.list_files import Cell, ListFile


def _with_words(path: str, hidden: str = "fewer than 5") -> Cell:
    """A figure that is kept back where it would name a child."""
    name, figure = path.split(".")

    def words(line: Any) -> object:
        found = getattr(line, name)
        return hidden if found is None else getattr(found, figure)

    return words


PARENTS_NOT_MET = ListFile(
    "Parents not met",
    {
        "Child": "name",
        "Year and class": "place",
        "Met this year": "this_year",
        "Last met": "last_on",
        "Next by": "due_on",
        "Late": "is_late",
    },
    children="pupil_id",
    school="school",
)
REFERRALS = ListFile(
    "Referrals",
    {
        "Child": "name",
        "Year and class": "place",
        "Service": "service",
        "State": "state_words",
        "Sent": "sent_on",
        "Weeks waited": "weeks",
        "Longer than usual": "is_long",
        "Ask again": "nudge_on",
        "Late": "is_late",
        "Sensitive": "is_sensitive",
    },
    children="pupil_id",
    school="school_slug",
)
WAITING_TIMES = ListFile(
    "Waiting times",
    {
        "Service": "service",
        "Waiting now": _with_words("waiting.number"),
        "Middle wait so far, weeks": _with_words("waiting.middle", "not shown"),
        "Longest so far, weeks": _with_words("waiting.longest", "not shown"),
        "Seen in 12 months": _with_words("seen.number"),
        "Middle wait, weeks": _with_words("seen.middle", "not shown"),
        "Longest, weeks": _with_words("seen.longest", "not shown"),
    },
)
#: A line is what the passport waits for, and the row.
PASSPORTS = ListFile(
    "Passports to look after",
    {
        "Child": "1.name",
        "Year and class": "1.place",
        "How it stands": "0",
        "Day": "1.on",
        "Whom it waits for": lambda line: line[1].by or (line[1].words if not line[1].on else ""),
    },
    children=lambda line: line[1].pupil_id,
    school=lambda line: line[1].school,
)
FIELDS = ListFile(
    "Extra fields",
    {
        "Field": "field.name",
        "What it is for": "field.help_text",
        "Kind of answer": "field.get_kind_display",
        "Answers": "field.options",
        "Who may read it": "readers",
        "Where it appears": "places",
        "No longer used": "field.is_retired",
    },
)
OWN_MODERATION = ListFile(
    "Levels of need to moderate",
    {
        "Child": "name",
        "Year and class": "place",
        "Need": "need",
        "Our rating": "own",
        "Rated blind": "blind",
        "Second": "second",
        "After": "settled",
        "Where it stands": "state_words",
        "By": "by_day",
        "Late": "is_late",
    },
    children="pupil_id",
)
MODERATION_ROUND = ListFile(
    "Round of moderation",
    {
        "School": "school",
        "Drawn": "drawn",
        "To describe": "to_describe",
        "Being rated": "away",
        "To settle": "to_settle",
        "Settled": "settled",
        "Left out": "left_out",
    },
)
RECORDS_REQUESTS = ListFile(
    "Requests for records",
    {
        "Answer by": "due_on",
        "What": "case.get_kind_display",
        "Child": "child",
        "Received": "case.received_on",
        "State": "state_words",
    },
    children="case.pupil_id",
)
DISAGREEMENTS = ListFile(
    "Disagreements",
    {
        "Next by": "next_on",
        "About": "about",
        "Child": "pupil.full_name",
        "Raised": "raised_on",
        "Route": "get_route_display",
        "Who has the next step": lambda row: "" if row.closed_on else row.holder,
        "Closed": "closed_on",
        "Result": "get_result_display",
    },
    children="pupil_id",
)
SHARES = ListFile(
    "Shared outside",
    {
        "With": "share.name",
        "Profession": "share.profession",
        "Organisation": "share.organisation",
        "Child": "share.pupil.full_name",
        "Ends": "share.ends_on",
        "Not sent yet": "waits",
        "Opened, times": "opened",
        "Last opened": "last_at",
    },
    children="share.pupil_id",
)
ACTIONS = ListFile(
    "Agreed actions",
    {
        "By": "due_on",
        "What": "what",
        "Child": "pupil.full_name",
        "Who": "owner_name",
    },
    children="pupil_id",
)
REQUESTS = ListFile(
    "Views and advice awaited",
    {
        "Answer by": "due_on",
        "What": "get_kind_display",
        "Child": "pupil.full_name",
        "Who is asked": "name",
        "Role": "role",
        "Locked": lambda ask: bool(ask.locked_at),
    },
    children="pupil_id",
)
LETTERS = ListFile(
    "Letters",
    {
        "Letter": "letter.template_title",
        "Child": "pupil.full_name",
        "To": "letter.to_name",
        "Date": "letter.on",
        "How far": "state_words",
        "Sent": "gone_on",
    },
    children=lambda line: line.pupil.pk,
)
APPROVALS = ListFile(
    "To approve",
    {
        "By": "due_on",
        "What": "get_kind_display",
        "Note": "note",
        "Child": "pupil.full_name",
        "Asked by": "asked_by.name",
        "Who looks": "approver.name",
    },
    children="pupil_id",
)
PARENTS_PAGES = ListFile(
    "Parents’ pages",
    {
        "Child": "page.pupil.full_name",
        "Who": "page.contact.name",
        "Sent": "page.sent_on",
        "Last opened": "page.last_read_at",
        "Ends": "page.expires_on",
        "Booking only": lambda line: not line.page.is_whole,
    },
    children="page.pupil_id",
)
MEETING_ROUNDS = ListFile(
    "Rounds of parents’ meetings",
    {
        "What": "round.title",
        "Who leads": "round.chair.name",
        "First day": "first_on",
        "Book by": "round.book_by",
        "Families booked": "booked",
        "Families asked": "children",
        "Closed": "round.closed_on",
    },
)
#: A line is what the concern waits for, and the line of the page.
CONCERNS = ListFile(
    "Concerns",
    {
        "Child": "1.name",
        "Year and class": "1.place",
        "Waits for": "0",
        "By": "1.by",
        "Late": "1.is_late",
        "Area": "1.area",
        "Raised": "1.raised_on",
        "Answered": "1.answered",
        "Asked": "1.asked",
        "State": "1.state",
    },
    children=lambda line: line[1].pupil_id,
)
#: A line is the area of need and the service.
SERVICES = ListFile(
    "Services to refer to",
    {
        "Service": "1.name",
        "Area": "0",
        "Whose": "1.owed_by_words",
        "Usual wait, weeks": "1.usual_weeks",
        "How to refer": "1.how",
        "Phone or e-mail": "1.contact",
        "No longer offered": "1.is_retired",
    },
)
UNDECIDED_ADVICE = ListFile(
    "Recommendations to decide",
    {
        "By": "line.decide_by",
        "Child": "name",
        "Year and class": "place",
        "Recommendation": "line.text",
        "Report": "report",
        "Of": "report_on",
        "Late": "line.is_late",
    },
    children="pupil_id",
)
BREACHES = ListFile(
    "Register of breaches",
    {
        "Found": "breach.found_at",
        "What happened": "breach.happened",
        "Children": "children",
        "ICO told": "breach.reported_at",
        "State": "state_words",
    },
    children=lambda line: [line.breach.pupil_id, line.breach.about_id],
)
