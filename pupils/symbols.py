"""Pictures for passports: a small choice of OpenMoji's (CC BY-SA 4.0; see static/symbols/LICENCE.txt)."""

import re
from dataclasses import dataclass

LICENCE = "Symbols: OpenMoji, openmoji.org, CC BY-SA 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by-sa/4.0/"


@dataclass(frozen=True)
class Symbol:
    """One picture: its file is static/symbols/<code>.svg."""

    code: str
    label: str
    group: str
    #: Words for which it is suggested.
    words: str

    @property
    def path(self) -> str:
        """Below static/."""
        return f"symbols/{self.code}.svg"


_ME, _HELP, _FEEL, _SCHOOL, _BODY = (
    "People and me",
    "Help",
    "Feelings",
    "At school",
    "Body and senses",
)
#: code, label, group, words that suggest it; the first that fits is suggested.
_TABLE = (
    ("headphone", "Ear defenders, quiet", _HELP, r"ear defenders?|headphones?|music"),
    ("ear", "Listening, noise", _BODY, r"loud|noise|noisy|bell|hear\w*|listen\w*|quiet\w*|sounds?"),
    ("eye", "Looking", _BODY, r"look\w*|eye contact|see|watch\w*|visual"),
    ("glasses", "Glasses", _BODY, r"glasses"),
    ("hand", "Touch, fidget", _BODY, r"touch\w*|hands?|fidget\w*|hold\w*"),
    ("chair", "A seat", _SCHOOL, r"seat\w*|sit\w*|chair"),
    ("door", "Leave the room", _SCHOOL, r"door|leave|exit|way out|coming in"),
    ("timer", "A timer", _HELP, r"timer|countdown|minutes?|stopwatch"),
    ("clock", "Time, waiting", _HELP, r"time|wait\w*|later|early|before|late"),
    ("calendar", "Timetable, what comes next", _HELP, r"timetable|next|chang\w*|routine|plan\w*|day|surprise\w*"),
    ("check", "A list to tick", _HELP, r"list|steps?|tick\w*|task board|one thing"),
    ("pause", "A break", _HELP, r"breaks?|rest|pause|time out|calm corner"),
    ("calm", "Calm down, breathe", _FEEL, r"calm\w*|breath\w*|relax\w*|yoga"),
    ("happy", "Happy", _FEEL, r"happy|smil\w*|kind\w*|fun|funny|laugh\w*|like"),
    ("sad", "Sad", _FEEL, r"sad|cry\w*|upset"),
    ("worried", "Worried", _FEEL, r"worr\w*|anxious|scared|afraid|nervous|crowd\w*"),
    ("angry", "Angry", _FEEL, r"angry|cross|shout\w*|temper"),
    ("tired", "Tired", _FEEL, r"tired|sleep\w*"),
    ("heart", "What I love", _FEEL, r"love\w*|matters?|important|heart"),
    ("star", "Good at, praise", _FEEL, r"good at|praise|proud|well done|star|strengths?|admire"),
    ("trophy", "Winning, reward", _FEEL, r"reward\w*|win\w*|trophy|sticker\w*"),
    ("family", "My family", _ME, r"famil\w*|mum|dad|brother|sister|nan|home"),
    ("friends", "My friends", _ME, r"friends?|partner|group|others|together"),
    ("teacher", "My teacher, an adult", _ME, r"teacher|adult|mr|mrs|miss|ms|helps me"),
    ("raise", "Ask for help", _HELP, r"ask\w*|help\w*|put up"),
    ("speech", "Talking", _ME, r"talk\w*|say\w*|tell\w*|speak\w*|words?|name|explain\w*|call"),
    ("shush", "Quiet voice", _HELP, r"whisper|quiet voice|silence"),
    ("wave", "Hello", _ME, r"hello|greet\w*|morning|goodbye"),
    ("hug", "A hug, comfort", _ME, r"hug\w*|comfort"),
    ("dog", "Animals", _ME, r"dogs?|cats?|animals?|pets?|rabbit|horse\w*"),
    ("ball", "Ball games", _ME, r"football|ball|pe|sport\w*"),
    ("run", "Run, move", _BODY, r"run\w*|mov\w*|jump\w*|active|walk"),
    ("swim", "Water", _BODY, r"swim\w*|water|drink\w*"),
    ("food", "Food", _BODY, r"eat\w*|food|lunch|snack|dinner"),
    ("toilet", "Toilet", _BODY, r"toilet"),
    ("train", "Trains", _ME, r"trains?|cars?|bus"),
    ("game", "Games", _ME, r"games?|gaming|lego|play\w*"),
    ("music", "Music", _ME, r"sing\w*|song|dance"),
    ("art", "Drawing, painting", _ME, r"draw\w*|paint\w*|art|colour\w*"),
    ("book", "Reading", _SCHOOL, r"read\w*|books?|stor\w*"),
    ("pencil", "Writing", _SCHOOL, r"writ\w*|pencil|spell\w*|handwriting"),
    ("numbers", "Maths", _SCHOOL, r"maths?|numbers?|count\w*"),
    ("laptop", "Computer, tablet", _SCHOOL, r"laptop|computer|tablet|ipad|typ\w*"),
    ("picture", "Pictures", _SCHOOL, r"pictures?|photos?|symbols?|card"),
    ("school", "School", _SCHOOL, r"school|class\w*|assembly|hall"),
    ("play", "Playground", _SCHOOL, r"playground|outside|playtime|garden"),
    ("house", "Home", _ME, r"house|bedroom"),
    ("puzzle", "Hard to do", _FEEL, r"hard|difficult|tricky|puzzle|confus\w*"),
    ("target", "My aim", _FEEL, r"aims?|targets?|goals?|want to|learn\w*"),
    ("thumbs-up", "Please do", _HELP, r"please do|yes"),
    ("thumbs-down", "Please don't", _HELP, r"please don't|don't"),
    ("stop", "Stop", _HELP, r"stop\w*|danger\w*|safe\w*"),
    ("idea", "What helps, an idea", _HELP, r"idea|helps?|works?|support\w*|best"),
    ("memo", "Who wrote this", _SCHOOL, r"wrote|written"),
)  # fmt: skip
SYMBOLS: dict[str, Symbol] = {row[0]: Symbol(*row) for row in _TABLE}
#: Beside the heading of each part as long as nobody chose another.
OF_PARTS = {
    "admire": "star", "matters": "heart", "support": "idea", "hard": "puzzle", "helps": "raise",
    "do": "thumbs-up", "dont": "thumbs-down", "aims": "target", "who": "teacher",
    "words": "speech", "scribe": "memo",
}  # fmt: skip
#: Chosen where no picture is wanted.
NO_PICTURE = "none"
_WORDS = {code: re.compile(rf"\b(?:{s.words})\b", re.I) for code, s in SYMBOLS.items()}


def suggested(text: str) -> Symbol | None:
    """The picture for the first telling word of a sentence."""
    found = [(m.start(), code) for code, words in _WORDS.items() if (m := words.search(text))]
    return SYMBOLS[min(found, key=lambda each: each[0])[1]] if found else None
