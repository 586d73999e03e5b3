"""The headings that schools write over a passport, and the box that each of them means: pure."""

import re
import unicodedata
from collections.abc import Iterator

#: Stand for what is no box of a passport.
HELPS, ELSEWHERE, FACTS = "helps", "elsewhere", "facts"
#: A heading is short; a sentence that begins like one is not one.
MOST_WORDS = 14

#: Box → wordings, matched whole after `folded`.
_WORDINGS: dict[str, tuple[str, ...]] = {
    "admire": (
        r"what (?:do )?(people|others|my friends|my family|adults|everyone) (like|likes|love|loves|appreciate|appreciates|admire|admires|value|values|say)s?( (and|or) (like|admire|appreciate|love|value)s?)? about (me|\w+)",
        r"what (do )?(people|others) like and admire( about (me|\w+))?",
        r"(what we|we) (like|love|admire)( and admire)? about (me|\w+)", r"like and admire",
        r"(great|good|special|amazing|positive) things about (me|\w+)", r"what(s| is) great about (me|\w+)",
        r"(my|\w+s) strengths( and (interests|talents|skills|likes))?", r"strengths( and interests)?",
        r"(things |what )?(i am|im|ive been told i am) (really )?good at", r"my (talents|skills|superpowers?)",
        r"(things )?i (can )?do well", r"what i do well", r"why (people|others) like me",
        r"appreciations?", r"all about me", r"about me", r"proud of",  r"(things )?i am proud of",
    ),
    "matters": (
        r"what(s| is)? (most |really |also )?(important|matters)( most)? to (me|\w+)( now)?",
        r"what matters( (to|for) (me|\w+))?", r"(things that are |things )?important to me( now)?",
        r"important (to|for) \w+", r"(my |i )?likes?( and (interests|hobbies))?", r"(things|what) i (like|love|enjoy)( doing)?",
        r"i (like|love|enjoy)", r"my (interests|hobbies|favourite things|passions)( and (interests|hobbies|likes))?",
        r"what makes me (happy|smile|feel safe|calm)", r"(things that )?make me happy", r"interests( and hobbies)?",
        r"my (good|perfect) day", r"a good day( for me)?",
    ),
    "support": (
        r"how (best )?(to|can you|you can|people can|adults can|others can|we can|should you) (best )?(support|help) (me|\w+)( best| well| in (class|school)| at school| to learn)?",
        r"how (i|id) (like|want|need)( to be| you to)? (supported|helped|support me|help me)", r"how best to support( me)?",
        r"(what|things) (you|adults|people|staff|teachers|grown ups) (can|need to|should|must) (do|know)( to (help|support) me)?( about me)?",
        r"what (would|will) help you to help me", r"how (do )?i learn( best)?", r"i learn best( when| by)?",
        r"i work best (when|with|if)", r"how to support \w+", r"support(ing me)?( i need)?( (in class|at school))?", r"help i need",
        r"the (help|support) (that )?i need", r"(you|adults|people|staff|teachers|grown ups) (can|could) (best )?(help|support) (me|\w+)( best)?( by| when)?", r"what i need( from (you|adults))?",
        r"(how|what) (to|you should) (know|communicate with me)", r"how i communicate", r"communication",
    ),
    "hard": (
        r"(what|things)( that)?( are| is|s)?( i find| i think are)? (hard|difficult|tricky|challenging)( for me| to do| at school)*",
        r"(what|things|times) (i|\w+) (find|finds|struggle|struggles)( with)?( hard| difficult| tricky| challenging)?( at school| in (class|school))?",
        r"(i|\w+) (find|finds) (it )?(these things )?(hard|difficult|tricky|challenging)( to| when| at school)?",
        r"i (find|have) (difficulty|difficulties|trouble)( with)?", r"i (struggle|need help|may need help|might need help) (with|to|when)",
        r"(my|\w+s) (difficulties|challenges|struggles|barriers|areas of (difficulty|need))( to learning)?", r"barriers( to (my )?learning)?",
        r"(areas of |what are my )?(difficulty|difficulties)", r"challenges", r"what (makes|can make) (school|learning|me|things) (hard|difficult|anxious|worried|upset|cross|angry)( for me)?",
        r"(my )?(triggers|worries)", r"(things|what) (that )?(worry|worries|upset|upsets) me", r"a bad day( for me)?",
        r"how (my|\w+s) (needs?|difficulties|sen|send) affects? (me|my learning|them)( in class)?",
    ),
    HELPS: (
        r"(helpful |useful |effective |agreed |class(room)? |support |learning |teaching |key |my |quality first )*strategies( (that|which) (help|work|support)( me| best)?| to (try|use|support( me)?|help( me)?)| for (me|staff|teachers|adults|support|the classroom|class|\w+)| used| in (class|place))*",
        r"what (helps|works|has helped|has worked)( me| best| well| for me| in class| at school| to learn| learn)*",
        r"(things|people|stuff) that (help|helps|work|works)( me| well| for me| to learn| in class)*", r"this helps( me)?", r"it helps( me)?( if| when)?( you| i| adults)?",
        r"i (find it helpful|am helped|like it)( when| if)( you)?", r"(reasonable |classroom |agreed )?adjustments( for me)?",
        r"(in class )?(support|provision|help)( (already )?in place)", r"my (support|provision|toolkit|tool kit|resources|equipment)( in class)?",
        r"(resources|equipment)( (that help|i use|i need))?", r"(i will|ill) (do|try)( to)?( to help myself)?", r"how i (can )?help myself",
    ),
    "do": (r"please( do)?", r"dos?", r"please do (this|these)( things)?", r"do please", r"please remember( to)?", r"please (help|support) me by",
           r"i (would like|want|need) you to", r"always"),
    "dont": (r"(please )?(do not|dont|donts)( do( this)?)?", r"please avoid", r"avoid", r"never", r"please never",
             r"(what|things that|this) (does not|doesnt|do not|dont) (help|work)( me| for me)?", r"(things|what) (to avoid|not to do)",
             r"(things )?i (dont|do not) like( it when)?( you)?", r"(my )?dislikes", r"(what|things) (i )?(dislike|hate|dont like)", r"unhelpful( things)?"),
    "aims": (r"(my|\w+s) (aims?|targets?|goals?|hopes?|dreams?|aspirations?|outcomes?|next steps?|ambitions?)( and (aims?|dreams?|targets?|goals?|wishes|aspirations))*( for (the future|this (year|term)))?",
             r"(aims?|targets?|goals?|outcomes?|aspirations?|hopes and dreams|next steps?)( (for this (term|year)|this (term|year)))?", r"i (want|would like|am working on|hope)( to)?( learn| be able to| get better at)*",
             r"what (i|id) (want|like|would like|am working on)( to)?( learn| get better at| be able to do| achieve| work on| improve)*", r"in the future( i (want|would like))?( to)?", r"when i grow up"),
    "who": (r"(people )?who (helps|can help|supports|help|support)s? (me|\w+)( (at|in) school)?", r"(the )?people (who|that) (help|support|are there for|work with) (me|\w+)( (at|in) school)?",
            r"(my )?(key|important|trusted|safe) (adults?|people|persons?|workers?|staff)( (to|for) me)?", r"(adults|people|staff) who (help|support|know me)( me)?( well)?",
            r"my (team|support (network|team)|helpers|circle|network)", r"(people )?(most )?important people( to me| in my life)?", r"my (family|family and friends)"),
    "words": (r"in my (own )?words", r"(my|pupils?|childs?|the childs) (own )?(words|views?|voice|comments?)", r"(pupil|child|student) (voice|view|views|comment|comments)", r"what i (say|think|want to say|would like to say|want you to know)( about (school|me))?",
              r"(i would like|id like|i want) you to know( that)?", r"message from me"),
    "scribe": (r"(written|completed|filled in|made|created|produced|updated|prepared|scribed|drawn up) (by|with)( and with)?", r"who (wrote|helped (me )?(write|make)|made) this( down| profile| passport)?",
               r"(this|passport|profile) (was )?(written|completed|made|created)( by| with)?", r"author", r"contributors?"),
    ELSEWHERE: (r"(my |other |any )*(medical|health|diagnos[ei]s|medication|medicines?|allerg(y|ies))( (and|or) (medical|health|medication|care|diagnos[ei]s|conditions?))*( (needs?|information|conditions?|issues|notes|details|alerts?|plan))*",
                r"(area|areas|type|primary area) of need", r"(sen|send|special educational) (needs?|status|support|information|register)( (and|or) \w+)*", r"(my )?needs?", r"(primary|secondary) needs?", r"(current )?(attainment|assessments?|data|levels?|results|scores?)( (data|information|levels?))*",
                r"(reading|spelling) (age|test|score)s?", r"(external|outside|other) (agenc(y|ies)|professionals?)( (involved|involvement))?", r"agenc(y|ies) involved", r"(access|exam|test) arrangements", r"(emergency |parents? |home )?contacts?( (details|numbers?))?",
                r"(parents?|carers?|family|home)( (and|or) (carers?|parents?))? (views?|voice|comments?|contributions?)", r"attendance", r"(safeguarding|social care|cla|lac|looked after)( (information|status|notes))?", r"(interventions?|provision map)( (and|or) \w+)*", r"background( information)?", r"(signed|signature|signatures)", r"(behaviour|risk)( (plan|assessment))",
                r"(home|first) language"),
    FACTS: (r"(childs |pupils? |my |full |first |sur|last |preferred |known as )*names?", r"name of (child|pupil)", r"(date of birth|dob|d o b|birthday|born)", r"(my )?(class|year|year group|form|teacher|class teacher|age|upn|school|key stage|date|photo|picture)( (and|or) (class|year|teacher))*", r"(review|start|next review) date", r"(date )?(of )?(next )?(review|reviewed|written|completed|updated)( on)?",
            r"(date|last) (completed|written|of review|reviewed|updated|created)",
            r"(one page|pupil|my|childs?|learning|student|learner|send|sen|personal)* ?(profile|passport|one page profile)( (for|of) .*)?", r"this is me", r"i am"),
}  # fmt: skip
_COMPILED = {box: re.compile(f"(?:{'|'.join(said)})") for box, said in _WORDINGS.items()}
#: Asked in this order: what is said more exactly comes first.
_ORDER = ("dont", "do", "who", "words", "scribe", "hard", "admire", "support", HELPS, "aims", "matters", ELSEWHERE, FACTS)  # fmt: skip
_BULLET = re.compile(
    r"^(?:[\s•·▪●○◦■□✓✔➢➤\-–—*»>]+|\uf0b7|\uf0a7|o (?=[A-Za-z])|\(?\d{1,2}[.)]\s)\s*"
)


def folded(text: str) -> str:
    """Small letters, without marks and accents: as headings are compared."""
    plain = unicodedata.normalize("NFKD", text.replace("&", " and ").lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"['’‘`]", "", plain)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain).split())


def box_of(heading: str) -> str | None:
    """The box that a line means, if the whole of it is a heading that schools use."""
    said = re.sub(r"^\d+ ", "", folded(heading))
    if not said or len(said.split()) > MOST_WORDS:
        return None
    return next((box for box in _ORDER if _COMPILED[box].fullmatch(said)), None)


def split_heading(line: str) -> tuple[str, str] | None:
    """(box, the rest) of "Heading: the rest", or of a line that is a heading alone."""
    if box := box_of(line):
        return box, ""
    head, colon, rest = line.partition(":")
    if colon and (box := box_of(head)):
        return box, rest.strip()
    return None


def without_bullet(line: str) -> str:
    """The line without the mark of a list."""
    return _BULLET.sub("", line).strip()


def sentences(lines: list[str]) -> Iterator[str]:
    """Lines of a list, each with what a narrow column has broken off joined to it again."""
    current = ""
    for line in lines:
        if current and (_BULLET.match(line) or not _goes_on(current, line)):
            yield current
            current = ""
        current = f"{current} {without_bullet(line)}".strip()
    if current:
        yield current


def _goes_on(before: str, line: str) -> bool:
    """A line that begins small goes on with the one before, unless that one has ended."""
    return line[:1].islower() and not before.endswith((".", "!", "?", ";"))
