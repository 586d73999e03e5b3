"""The eleven parts of a personal education plan: what they ask, of whom, and which come first.

After the statutory guidance of 2018 and virtual schools' standards; about no child.
"""

from dataclasses import dataclass

from lac.pep_codes import PartOwner, PepKind, Whose


@dataclass(frozen=True)
class PartQuestion:
    """One question of a part, and in whose words its answer usually is."""

    key: str
    label: str
    hint: str = ""
    whose: Whose = Whose.ADULT
    #: Not asked in a support plan.
    is_for_pep_only: bool = False


@dataclass(frozen=True)
class Part:
    """One part of the plan; `facts` names what the record says beside it."""

    key: str
    number: int
    title: str
    hint: str
    owner: PartOwner
    questions: tuple[PartQuestion, ...]
    facts: str = ""
    #: Not there in a support plan: it is the social worker's.
    is_for_pep_only: bool = False

    def asked(self, kind: str) -> tuple[PartQuestion, ...]:
        """The questions of a plan of this kind."""
        is_pep = kind == PepKind.PEP
        return tuple(each for each in self.questions if is_pep or not each.is_for_pep_only)


_Q = PartQuestion
PARTS: tuple[Part, ...] = (
    Part(
        "identity",
        1,
        "Identity and care",
        "Who looks after the child, and who decides. The facts stand in the record: check them.",
        PartOwner.SOCIAL_WORKER,
        (
            _Q("changes", "What has changed since the last plan?"),
            _Q("know", "What does the school need to know of the care plan?"),
        ),
        facts="care",
        is_for_pep_only=True,
    ),
    Part(
        "child",
        2,
        "What the child says",
        "Ask first, and write the child’s own words, not a summary.",
        PartOwner.CHILD,
        (
            _Q("well", "What is going well at school?", whose=Whose.CHILD),
            _Q("proud", "What are you proud of?", whose=Whose.CHILD),
            _Q("hard", "What is hard, or worries you?", whose=Whose.CHILD),
            _Q("helps", "Who and what helps you?", whose=Whose.CHILD),
            _Q("wish", "What do you want to do next, and when you are older?", whose=Whose.CHILD),
        ),
    ),
    Part(
        "carer",
        3,
        "What the carer or parent says",
        "In their words. Ask by a link or write down what they say.",
        PartOwner.CARER,
        (
            _Q("well", "What is going well?", whose=Whose.CARER),
            _Q("hard", "What is hard at the moment?", whose=Whose.CARER),
            _Q("home", "How do reading and homework go?", whose=Whose.CARER),
            _Q("next", "What would you like to happen next?", whose=Whose.CARER),
        ),
    ),
    Part(
        "history",
        4,
        "Schools, attendance and exclusions",
        "What the record says stands beside; write what it means.",
        PartOwner.DESIGNATED,
        (
            _Q("schools", "Schools before this one, and gaps"),
            _Q("attendance", "What helps or hinders attendance?"),
        ),
        facts="attendance",
    ),
    Part(
        "progress",
        5,
        "Attainment and progress",
        "Where the child was, is now, and is to be.",
        PartOwner.TEACHER,
        (
            _Q("reading", "Reading: where now, and progress since the last plan"),
            _Q("writing", "Writing: where now, and progress since the last plan"),
            _Q("maths", "Maths: where now, and progress since the last plan"),
            _Q("more", "Other subjects, early years or phonics"),
        ),
        facts="attainment",
    ),
    Part(
        "sen",
        6,
        "Special educational needs",
        "Status and review day stand in the record. Say what help is given.",
        PartOwner.DESIGNATED,
        (_Q("help", "What help is given for these needs, and does it work?"),),
        facts="sen",
    ),
    Part(
        "wellbeing",
        7,
        "Feelings, friends and strengths",
        "Total scores only: the questionnaire itself is not kept.",
        PartOwner.TEACHER,
        (
            _Q("strengths", "Strengths and interests"),
            _Q("feelings", "Feelings, friends and behaviour"),
            _Q("sdq", "SDQ: what the total says to you, in your words"),
        ),
        facts="wellbeing",
    ),
    Part(
        "targets",
        8,
        "Targets",
        "Written once and shared with the child’s other plans. Choose or add them below.",
        PartOwner.TEACHER,
        (_Q("who", "Who does what, besides the targets?"),),
        facts="targets",
    ),
    Part(
        "money",
        9,
        "Pupil premium plus",
        "What it pays for, for which target, and what it is to change.",
        PartOwner.DESIGNATED,
        (
            _Q("use", "What is paid for, at what cost, for which target?"),
            _Q("impact", "What did it change since the last plan?"),
        ),
        facts="money",
    ),
    Part(
        "transition",
        10,
        "What comes next",
        "Moves of class, school or home that can be seen coming, and who prepares them.",
        PartOwner.DESIGNATED,
        (_Q("next", "What comes next, and who prepares it?"),),
    ),
    Part(
        "review",
        11,
        "Review, who came, and who agrees",
        "After the meeting. Sign-offs are recorded on the plan’s page.",
        PartOwner.DESIGNATED,
        (
            _Q("came", "Who came, and who sent apologies"),
            _Q("next", "When is the next meeting?"),
            _Q("officer", "When does the reviewing officer get it?", is_for_pep_only=True),
        ),
    ),
)
BY_KEY = {part.key: part for part in PARTS}
KEYS = [(part.key, part.title) for part in PARTS]
#: The child is asked first, whatever the number of the part.
OPENS_FIRST = "child"
PARTS_IN_ORDER_OF_WORK = sorted(PARTS, key=lambda part: (part.key != OPENS_FIRST, part.number))


def parts_of(kind: str) -> tuple[Part, ...]:
    """The parts of a plan of this kind, by their numbers."""
    return tuple(part for part in PARTS if kind == PepKind.PEP or not part.is_for_pep_only)


#: A set of quality criteria with which a school can begin: general, after the guidance of 2018.
#: A virtual school's own take its place.
CRITERIA = (
    "The child’s own words are there, and what was asked for is answered.",
    "The carer’s or parent’s view is there.",
    "Attainment says where the child was, is now and is to be.",
    "Attendance and any exclusion are named, with what is done about them.",
    "Every target is clear, can be measured, and has a day and somebody who helps.",
    "Targets of the last plan were reviewed.",
    "Money is tied to a target, and what it changed is said.",
    "Special needs, feelings and friendships are covered.",
    "Coming moves are prepared.",
    "Everybody who has to sign has been asked.",
)
#: The order in which an ePEP often asks: (part, heading). A virtual school's own takes its place.
ORDER = (
    ("identity", "Section 1: Personal and care details"),
    ("child", "Section 2: Pupil’s views"),
    ("carer", "Section 3: Carer’s views"),
    ("history", "Section 4: School history and attendance"),
    ("progress", "Section 5: Attainment and progress"),
    ("sen", "Section 6: SEND"),
    ("wellbeing", "Section 7: Social, emotional and mental health"),
    ("targets", "Section 8: Targets"),
    ("money", "Section 9: Pupil premium plus"),
    ("transition", "Section 10: Transition"),
    ("review", "Section 11: Review and agreement"),
)
