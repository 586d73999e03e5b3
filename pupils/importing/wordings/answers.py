"""Yes, no and nothing."""

BLANK = frozenset(
    {"", "-", "--", "---", "–", "—", ".", "n/a", "na", "none", "null", "nil", "(none)"}
)

#: in a name column only these mean nothing; Na and Null are names
BLANK_NAME = frozenset({"", "-", "--", "–", "—", ".", "n/a", "(none)", "(blank)"})

YES = frozenset(
    [
        "y",
        "yes",
        "t",
        "true",
        "1",
        "tick",
        "ticked",
        "eligible",
        "claimed",
        "on",
        "✓",
        "✔",
        "☑",
        "√",
    ]
)

NO = frozenset(
    [
        *["n", "no", "f", "false", "0", "off", "✗", "✘", "☐", "never"],
        "not eligible",
        "not claimed",
        "ineligible",
    ]
)

#: asked and not answered, or never asked: neither yes nor no
NOT_KNOWN = frozenset(
    [
        *["u", "unk", "unknown", "not known", "n/k", "nk", "not known yet"],
        *["nobt", "not obtained", "not yet obtained", "information not yet obtained"],
        *["ref", "refused", "declined", "prefer not to say", "not stated", "not declared"],
    ]
)
#: means yes in a column of ticks and no beside real ticks
CROSS = frozenset({"x", "×"})

TICKS = frozenset(["✓", "✔", "☑", "√", "tick", "ticked"])
