"""Three questions a governor might ask, chosen by rules from what is shown; pure.

Each rule is a function that reads the report and asks its question, with the figure that raised
it, or has nothing to ask. The rules stand in the order of their weight; one question a topic.
"""

from collections.abc import Callable, Iterator

from aylsham.datewords import full_day_words
from reports.governor.report import DutyLine, Line, Question, Report
from reports.governor.sentences import most_common
from reports.governor.words import children, lower, share

HOW_MANY = 3
#: Percentage points from which a share that differs from England's is worth a question.
SUPPORT_GAP, PLANS_GAP = 3.0, 1.5
#: Points of attendance from which a gap is worth a question.
ATTENDANCE_GAP = 2.0
#: A year group whose share is so many times the school's stands out.
STANDS_OUT = 1.4
#: The share of one area from which teaching for it concerns every class.
MOST_COMMON = 35.0
#: Children more or fewer on the register than at the start of the trend.
GROWTH = 5

Asked = Question | None
_RULES: list[Callable[[Report], Asked]] = []


def rule(function: Callable[[Report], Asked]) -> Callable[[Report], Asked]:
    """Add a rule; the first ones weigh most."""
    _RULES.append(function)
    return function


def choose_questions(report: Report) -> tuple[Question, ...]:
    """Exactly three, on three topics, the weightiest first."""
    chosen: dict[str, Question] = {}
    for question in _asked(report):
        chosen.setdefault(question.topic, question)
        if len(chosen) == HOW_MANY:
            break
    return tuple(chosen.values())


def _asked(report: Report) -> Iterator[Question]:
    for each in _RULES:
        if question := each(report):
            yield question


@rule
def reviews_before_a_move(report: Report) -> Asked:
    """A child who moves on next September has not had the review that names the school."""
    coming = report.coming
    if not coming.is_any_waiting:
        return None
    count = "At least one" if coming.waiting is None else f"{coming.waiting:,}"
    return Question(
        "reviews_before_a_move",
        "transfer",
        f"When will each review be held for the children who move on in September {coming.september}?",
        f"{count} of these reviews had not been held on {full_day_words(report.day)}; the council "
        f"must name the new schools by {full_day_words(coming.named_by)}.",
        "A date for each child, and what the council has said about those that are late.",
    )


@rule
def our_own_dates(report: Report) -> Asked:
    """We missed a legal day of our own."""
    line = _worst(report.promises.ours, but="Phase-transfer")
    if line is None:
        return None
    return Question(
        "our_own_dates",
        "our promises",
        "What stopped us from keeping our own legal dates, and what has changed since?",
        f"{line.label}: {line.not_in_time:,} of {line.all:,} were late or are still open.",
        "A reason that can be put right, such as time for paperwork, and who checks it now.",
    )


@rule
def the_councils_dates(report: Report) -> Asked:
    """The council was late, and children wait for its decision."""
    promises = report.promises
    line = _worst((*promises.councils, *(each for each in promises.assessments if each.code)))
    if line is None:
        return None
    return Question(
        "the_councils_dates",
        "council",
        "What do we do when the council is late, and what do we tell the parents meanwhile?",
        f"{line.label}: {line.not_in_time:,} of {line.all:,} were late or are still open.",
        "Letters to the council with dates, and parents who know what happens next.",
    )


@rule
def attendance_gap(report: Report) -> Asked:
    """Children with SEN miss more of school than others."""
    groups = {line.label: line for line in report.attendance.groups}
    if "With SEN" not in groups:
        return None
    ours, others = groups["With SEN"], groups["Without SEN"]
    if (others.percent or 0) - (ours.percent or 0) < ATTENDANCE_GAP:
        return None
    return Question(
        "attendance_gap",
        "attendance",
        "Why do children with SEN miss more of school, and what helps them to come?",
        f"They attended {ours.percent:.1f}% of sessions; other children {others.percent:.1f}%.",
        "Reasons child by child: health, worry, or a timetable that does not fit.",
    )


@rule
def no_plans(report: Report) -> Asked:
    """Children are on the register and none has a plan."""
    if report.level("E").count != 0 or not report.register:
        return None
    return Question(
        "no_plans",
        "plans",
        "How do we decide when to ask the council to assess a child for an EHC plan?",
        f"{children(report.register).capitalize()} on the register, and none with an EHC plan.",
        "A clear test, the last case that was talked through, and what the parents said.",
    )


@rule
def share_of_plans(report: Report) -> Asked:
    """Far more, or far fewer, children have a plan than in England."""
    return _against_england(
        report.level("E"),
        report,
        PLANS_GAP,
        "share_of_plans",
        "plans",
        (
            "Do staff have the time and the training for as many EHC plans as we have?",
            "Adults and hours beside what the plans promise, week by week.",
        ),
        (
            "Are there children who need an EHC plan and have none?",
            "Children with high needs, named to the head, and why no plan was asked for.",
        ),
    )


@rule
def share_of_support(report: Report) -> Asked:
    """Far more, or far fewer, children have SEN support than in England."""
    return _against_england(
        report.level("K"),
        report,
        SUPPORT_GAP,
        "share_of_support",
        "support",
        (
            "Is our SEN support for needs that good teaching alone cannot meet?",
            "How a child comes on the register, and how often places on it are looked at again.",
        ),
        (
            "Are we finding children’s needs early enough?",
            "How teachers raise a concern, and how long it takes until something happens.",
        ),
    )


@rule
def growth(report: Report) -> Asked:
    """The register has grown or shrunk by several children."""
    points = [(p.label, p.register) for p in report.trend.points if p.register is not None]
    if not report.trend.is_whole or len(points) < 2:
        return None
    (term, before), (_, now) = points[0], points[-1]
    if abs(now - before) < GROWTH:
        return None
    way = "grown" if now > before else "become shorter"
    return Question(
        "growth",
        "trend",
        f"Why has the register {way}, and do adults’ hours follow?",
        f"{children(before).capitalize()} at the end of {term}, {now:,} now.",
        "What has changed: the children, how needs are found, or how the register is kept.",
    )


@rule
def one_year_group(report: Report) -> Asked:
    """One year group has a much larger share than the school."""
    lines = [line for line in report.years if line.percent is not None]
    top = max(lines, key=lambda line: line.percent or 0, default=None)
    if top is None or not report.register_percent:
        return None
    if (top.percent or 0) < STANDS_OUT * report.register_percent:
        return None
    return Question(
        "one_year_group",
        "year groups",
        f"What extra does {top.label} get, and is it enough?",
        f"{top.count:,} of {top.base:,} children there are on the register{share(top.percent)}.",
        "Adults, rooms and training that follow the children, not the habit of last year.",
    )


@rule
def nobody_came_off(report: Report) -> Asked:
    """Children came on, and nobody came off."""
    changes = report.changes
    if not changes.on or changes.off != 0 or changes.known_from:
        return None
    return Question(
        "nobody_came_off",
        "changes",
        "How do we know when support has done its work and a child can come off the register?",
        f"{children(changes.on).capitalize()} came on since {full_day_words(changes.since)}, "
        "and no child came off.",
        "A review with the parents at which coming off is a real choice.",
    )


@rule
def most_common_need(report: Report) -> Asked:
    """One area is the main need of many children."""
    top = most_common(report)
    if top is None or (top.percent or 0) < MOST_COMMON:
        return None
    return Question(
        "most_common_need",
        "needs",
        f"What does every class do for {lower(top.label)}, before anything extra?",
        f"It is the main need of {top.count:,} of {children(report.register or 0)} on the register"
        f"{share(top.percent)}.",
        "Things one can see in any lesson, and the training that all adults have had.",
    )


@rule
def attendance_is_not_known(report: Report) -> Asked:
    """The figures say nothing about attendance."""
    if report.attendance.as_of is not None or report.known_from:
        return None
    return Question(
        "attendance_is_not_known",
        "attendance",
        "How do we know whether children with SEN come as often as the others?",
        "The roll does not say attendance, so this report cannot compare it.",
        "Somebody who looks every week, and what was done for the last child who stayed away.",
    )


@rule
def parents_met(report: Report) -> Asked:
    """Always worth asking: the Code of Practice wants three meetings a year (6.65)."""
    return Question(
        "parents_met",
        "parents",
        "Have the parents of every child with SEN met a teacher three times this year?",
        _so_many(report),
        "A list with dates, and what was done for families who could not come.",
    )


@rule
def support_works(report: Report) -> Asked:
    """Always worth asking."""
    return Question(
        "support_works",
        "impact",
        "Which support made the most difference last term, and which did we stop?",
        _so_many(report),
        "Where children began and where they are now, and one thing that did not work.",
    )


@rule
def childrens_own_words(report: Report) -> Asked:
    """Always worth asking."""
    return Question(
        "childrens_own_words",
        "children",
        "What do the children themselves say about their support?",
        _so_many(report),
        "Their own words, and something that was changed because of them.",
    )


def _so_many(report: Report) -> str:
    if report.register is None:
        return "There are children on the SEND register; how many is not printed."
    return f"{children(report.register).capitalize()} on the SEND register."


def _worst(lines: tuple[DutyLine, ...], but: str = "") -> DutyLine | None:
    """The kind of promise that was missed most often."""
    missed = [
        line for line in lines if line.not_in_time and line.all and not (but and but in line.label)
    ]
    return max(missed, key=lambda line: (line.not_in_time or 0, line.all or 0), default=None)


def _against_england(
    line: Line, report: Report, gap: float, name: str, topic: str, more: tuple, fewer: tuple
) -> Asked:
    if line.percent is None or line.national is None or abs(line.percent - line.national) < gap:
        return None
    ask, listen_for = more if line.percent > line.national else fewer
    because = (
        f"{line.label}: {line.percent:.1f}% here; {line.national:.1f}% in all schools in England in "
        f"{report.national.when}."
    )
    return Question(name, topic, ask, because, listen_for)
