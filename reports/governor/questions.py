"""Three questions a governor might ask, chosen by rules from what is shown; pure.

Each rule is a function that reads the report and asks its question, with the figure that raised
it, or has nothing to ask. The rules stand in the order of their weight; one question a topic.
"""

from collections.abc import Callable, Iterator

from aylsham.datewords import full_day_words
from reports.governor.questions_of_law import (
    our_own_dates,
    reviews_before_a_move,
    the_councils_dates,
)
from reports.governor.questions_of_support import (
    childrens_own_words,
    parents_met,
    passports_not_read,
    plans_past_their_day,
    support_works,
)
from reports.governor.report import Line, Question, Report
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


#: The weightiest first.
_RULES: tuple[Callable[[Report], Asked], ...] = (
    reviews_before_a_move,
    our_own_dates,
    the_councils_dates,
    attendance_gap,
    plans_past_their_day,
    no_plans,
    share_of_plans,
    share_of_support,
    passports_not_read,
    growth,
    one_year_group,
    nobody_came_off,
    most_common_need,
    attendance_is_not_known,
    parents_met,
    support_works,
    childrens_own_words,
)
