"""Pictures for passports: a small choice of OpenMoji's (CC BY-SA 4.0; see static/symbols/LICENCE.txt)."""

import re
from collections.abc import Iterable
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
    ("dog", "Dogs, animals", _ME, r"dogs?|animals?|pets?"),
    ("cat", "Cats", _ME, r"cats?|kittens?"),
    ("rabbit", "Rabbits", _ME, r"rabbits?|hamsters?|guinea pigs?"),
    ("horse", "Horses", _ME, r"horses?|pon(?:y|ies)|unicorns?"),
    ("dinosaur", "Dinosaurs", _ME, r"dinosaurs?|dinos?"),
    ("fish", "Fish, the sea", _ME, r"fish\w*|sea|sharks?"),
    ("ball", "Ball games", _ME, r"football|ball|pe|sport\w*"),
    ("run", "Run, move", _BODY, r"run\w*|mov\w*|jump\w*|active|walk"),
    ("swim", "Water", _BODY, r"swim\w*|water|drink\w*"),
    ("food", "Food", _BODY, r"eat\w*|food|lunch|snack|dinner"),
    ("toilet", "Toilet", _BODY, r"toilet"),
    ("train", "Trains", _ME, r"trains?|bus"),
    ("car", "Cars", _ME, r"cars?|lorr(?:y|ies)|tractors?"),
    ("bike", "Bikes, scooters", _ME, r"bikes?|bicycles?|scooters?"),
    ("plane", "Planes", _ME, r"planes?|flying"),
    ("rocket", "Space", _ME, r"rockets?|planets?|stars"),
    ("robot", "Robots, how things work", _ME, r"robots?|machines?"),
    ("television", "Films, television", _ME, r"tv|television|films?|cartoons?|youtube"),
    ("tree", "Trees, the woods", _ME, r"trees?|woods|forest\w*|climb\w*"),
    ("flower", "Plants, flowers", _ME, r"plants?|flowers?|grow\w*"),
    ("cooking", "Cooking, baking", _ME, r"cook\w*|bak(?:e|ing)"),
    ("making", "Making things", _ME, r"mak(?:e|ing) things|craft\w*|cutting"),
    ("brick", "Building", _ME, r"build\w*|bricks?|blocks?|construct\w*"),
    ("teddy", "My toy", _ME, r"tedd(?:y|ies)|toys?|dolls?|cuddly"),
    ("acting", "Dressing up, acting", _ME, r"dress\w* up|act(?:ing)?|pretend\w*"),
    ("baby", "Little ones", _ME, r"bab(?:y|ies)|little (?:brother|sister)"),
    ("swimming", "Swimming", _ME, r"swimming pool|pool"),
    ("alone", "On my own", _ME, r"alone|on my own|by myself"),
    ("crowd", "Lots of people", _FEEL, r"lots of people|busy|too many"),
    ("bed", "Sleep, lie down", _BODY, r"bed|lie down"),
    ("drink", "A drink", _BODY, r"drinks?|thirsty|juice"),
    ("pizza", "Favourite food", _BODY, r"pizza|crisps|chips|pasta"),
    ("cake", "Cake, birthday", _ME, r"cakes?|birthday|party|parties"),
    ("walk", "A walk", _BODY, r"walks"),
    ("smell", "Smells", _BODY, r"smell\w*"),
    ("light", "Bright light", _BODY, r"bright|lights?"),
    ("cold", "Too cold, too hot", _BODY, r"cold|hot|freezing"),
    ("clothes", "Clothes, labels", _BODY, r"clothes|labels?|itchy|uniform|shoes|socks"),
    ("sun", "Sunny days", _ME, r"sunny|summer|holidays?"),
    ("rain", "Rain, wet play", _ME, r"rain\w*|wet|puddles?"),
    ("show-me", "Show me", _HELP, r"show me|look closely"),
    ("question", "Questions", _SCHOOL, r"questions?|don't understand"),
    ("think", "Time to think", _HELP, r"think\w*"),
    ("loudspeaker", "Shouting, alarms", _BODY, r"alarms?|fire drill|hand dryers?"),
    ("tablet", "Phone, tablet", _ME, r"phone|apps?"),
    ("space", "My own space", _HELP, r"space|den|tent|hide\w*"),
    ("sand-timer", "Count down", _HELP, r"sand timer|count down"),
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


def pictures_of(codes: Iterable[str]) -> list[Symbol]:
    """The pictures with these codes; one that is no longer ours is passed over."""
    return [SYMBOLS[code] for code in codes or () if code in SYMBOLS]


def suggested(text: str) -> Symbol | None:
    """The picture for the first telling word of a sentence."""
    found = [(m.start(), code) for code, words in _WORDS.items() if (m := words.search(text))]
    return SYMBOLS[min(found, key=lambda each: each[0])[1]] if found else None
