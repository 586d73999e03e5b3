"""A plan in words, and what a hand with the pen does to it: reductions, and layout alone."""

import random
import re

from ehcp.rules.comparing import CompareLine

SECTIONS = {
    "A": ("Zoe likes horses and drawing.", "Her parents hope that she will make friends."),
    "B": (
        "Zoe has a severe speech sound disorder, so that strangers understand one word in three.",
        "She finds it hard to stay with a task for longer than five minutes without an adult.",
        "She reads at the level of a child two years younger.",
    ),
    "E": (
        "By the end of Year 6 Zoe will be understood by an adult who does not know her.",
        "By the end of Year 6 Zoe will work on her own for fifteen minutes.",
    ),
    "F": (
        "A speech and language therapist will see Zoe for 45 minutes each week in school.",
        (
            "Zoe will have 15 hours of 1:1 support a week from a teaching assistant trained in speech "
            "sound disorder."
        ),
        "A trained teaching assistant must carry out the speech programme daily for 20 minutes.",
        (
            "A specialist teacher will teach Zoe reading three times a week for 30 minutes, in a group "
            "of no more than 3 pupils."
        ),
        "Zoe will have a movement break of 10 minutes every morning and a named adult will lead it.",
        "All lessons will be adapted by a qualified teacher, who meets the therapist twice a term.",
        (
            "An educational psychologist will train all staff who work with Zoe for at least 6 hours "
            "each year."
        ),
        "Zoe will be taught social skills weekly by an ELSA for 40 minutes, for 12 weeks each term.",
        (
            "A higher level teaching assistant shall pre-teach the words of each topic for 15 minutes, "
            "4 times a week, and check them the day after."
        ),
    ),
    "G": ("An NHS physiotherapist will review Zoe's walking every half term for 60 minutes.",),
    "I": ("A mainstream primary school.",),
}


def sheet(sections=SECTIONS) -> list[CompareLine]:
    """A plan as lines, numbered."""
    return [
        CompareLine(section, f"{section}{n}", text)
        for section, texts in sections.items()
        for n, text in enumerate(texts, 1)
    ]


#: What somebody who wants to give less changes: what stood there → what stands there now.
SWAPS = {
    "hours": [("15 hours", "12 hours"), ("15 hours", "ten hours"), ("at least 6 hours", "at least 4 hours")],
    "minutes": [
        ("45 minutes", "30 minutes"), ("20 minutes", "15 minutes"), ("40 minutes", "half an hour"),
        ("60 minutes", "45 minutes"), ("10 minutes", "five minutes"),
    ],
    "sessions": [("three times a week", "twice a week"), ("4 times", "3 times"), ("twice a term", "once a term")],
    "frequency": [
        ("each week", "each fortnight"), ("daily", "weekly"), ("every morning", "every week"),
        ("weekly", "monthly"), ("every half term", "every term"), ("a week", "a fortnight"),
    ],
    "duty": [
        ("will see", "may see"), ("must carry out", "should carry out"), ("will teach", "could teach"),
        ("will have", "should have"), ("shall", "can"), ("will be adapted", "might be adapted"),
    ],
    "where possible": [
        ("in school.", "in school where possible."), ("each week", "each week, as appropriate,"),
        ("All lessons will", "All lessons will, where practicable,"), ("for 15 minutes", "for up to 15 minutes"),
        ("daily", "regularly"), ("at least 6 hours", "up to 6 hours"),
    ],
    "qualification": [
        ("A speech and language therapist", "A therapy assistant"), ("a teaching assistant trained", "an adult trained"),
        ("A specialist teacher", "A teaching assistant"), ("a qualified teacher", "a teaching assistant"),
        ("An educational psychologist", "The SENDCo"), ("an ELSA", "a member of staff"),
        ("A higher level teaching assistant", "A teaching assistant"), ("An NHS physiotherapist", "An NHS nurse"),
    ],
    "ratio": [("1:1 support", "small group support"), ("1:1 support", "support in class"), ("no more than 3", "no more than 6")],
    "specialist": [
        ("A specialist teacher", "A teacher"), ("A trained teaching assistant", "A teaching assistant"),
        ("a named adult", "an adult"), (" trained in speech sound disorder", ""), ("a qualified teacher", "a teacher"),
    ],
    "clause": [
        (", and check them the day after", ""), (", who meets the therapist twice a term", ""),
        (", in a group of no more than 3 pupils", ""), ("All lessons", "Some lessons"),
        ("12 weeks each term", "6 weeks each term"), ("at least ", ""),
    ],
}  # fmt: skip
KINDS = (*SWAPS, "deleted")


def reduced(
    plan: list[CompareLine], kind: str, rng: random.Random
) -> tuple[list[CompareLine], str]:
    """The plan with one reduction of a kind, and the section and number of the line."""
    if kind == "deleted":
        gone = rng.choice([x for x in plan if x.section in "FG"])
        return [x for x in plan if x is not gone], gone.number
    chosen = [
        (place, before, after)
        for place, line in enumerate(plan)
        for before, after in SWAPS[kind]
        if line.section in "FG" and before in line.text
    ]
    place, before, after = rng.choice(chosen)
    line = plan[place]
    text = line.text.replace(before, after, 1)
    return [
        *plan[:place],
        CompareLine(line.section, line.number, text),
        *plan[place + 1 :],
    ], line.number


# Layout

NUMBERS = {
    "15": "fifteen",
    "20": "twenty",
    "6": "six",
    "12": "twelve",
    "30": "thirty",
    "3": "three",
}


def _spaces(text, rng):
    return re.sub(" ", lambda _: rng.choice([" ", "  ", "\u00a0 "]), text) + rng.choice(
        ["", " ", "\n"]
    )


def _wrapped(text, rng):
    words = text.split()
    at = rng.randrange(1, len(words))
    return " ".join(words[:at]) + "\n" + " ".join(words[at:])


def _signs(text, rng):
    return text.replace(",", rng.choice([",", ";", " –"])).replace("'", "’").rstrip(
        "."
    ) + rng.choice("; .")


def _units(text, rng):
    return text.replace(" minutes", rng.choice([" mins", " min", "-minutes"])).replace(
        " hours", " hrs"
    )


def _written(text, rng):
    for figure, word in NUMBERS.items():
        text = re.sub(rf"(?<![\d:]){figure}(?![\d:])", word, text)
    return text


def _one_to_one(text, rng):
    return text.replace("1:1", rng.choice(["1-1", "one-to-one", "1 to 1", "one to one", "1 : 1"]))


def _capitals(text, rng):
    return text.upper()


def _bulleted(text, rng):
    return rng.choice(["• ", "- ", "1. ", "(a) ", "iv) ", "F7 ", "Provision 3: ", "2.4. "]) + text


def _table(text, rng):
    words = text.split()
    at = rng.randrange(1, len(words))
    return " ".join(words[:at]) + rng.choice([" | ", "\t"]) + " ".join(words[at:])


NOISE = (_spaces, _wrapped, _signs, _units, _written, _one_to_one, _capitals, _table, _bulleted)


def re_set(plan: list[CompareLine], rng: random.Random) -> list[CompareLine]:
    """The same plan in another layout: order, numbers, cells, capitals, lines cut and joined."""
    lines = []
    for section in dict.fromkeys(line.section for line in plan):
        texts = [line.text for line in plan if line.section == section]
        rng.shuffle(texts)
        if len(texts) > 1 and rng.random() < 0.5:
            end = rng.choice([".", ";", ""])
            texts[:2] = [f"{texts[0].rstrip('.')}{end} {texts[1]}"]
        for change in sorted(rng.sample(NOISE, 5), key=NOISE.index):
            texts = [change(text, rng) if rng.random() < 0.5 else text for text in texts]
        lines += [CompareLine(section, str(n), text) for n, text in enumerate(texts, 11)]
    return lines
