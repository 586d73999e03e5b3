"""Names that are ordinary words too, as far as every place that looks for names agrees.

Each place adds its own: a longer list for one would stop finding a child called Lily in another.
"""

NAMES_AND_WORDS = frozenset(
    [
        "april",
        "art",
        "august",
        "bill",
        "day",
        "faith",
        "grace",
        "grant",
        "harmony",
        "hope",
        "jack",
        "joy",
        "june",
        "mark",
        "may",
        "page",
        "pat",
        "ray",
        "rich",
        "rob",
        "rose",
        "sky",
        "summer",
        "sunny",
        "will",
        "young",
    ]
)
