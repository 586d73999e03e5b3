"""What holds of papers shared with a professional outside: pure, no Django."""

import re
from datetime import date, timedelta

from aylsham.dates import DAY

#: Longest and usual time of a share, in days after the day on which it begins.
MOST_DAYS, USUAL_DAYS = 90, 28
#: Shares that end within so many days are shown as ending.
ENDS_SOON_DAYS = 7
#: How long a marked copy waits for its reader; after that a new one is made.
COPY_KEPT_FOR = timedelta(hours=1)

_BROWSERS = (
    ("Edge", r"Edg(e|A|iOS)?/"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrome/|CriOS/"),
    ("Safari", r"Safari/"),
)
_SYSTEMS = (
    ("an iPhone", r"iPhone"),
    ("an iPad", r"iPad"),
    ("Android", r"Android"),
    ("Windows", r"Windows"),
    ("a Mac", r"Macintosh|Mac OS"),
    ("Linux", r"Linux|CrOS"),
)


def last_day(shared_on: date) -> date:
    """The latest day on which a share may end."""
    return shared_on + MOST_DAYS * DAY


def usual_day(shared_on: date) -> date:
    """The day on which a share ends when nobody says otherwise."""
    return shared_on + USUAL_DAYS * DAY


def place_words(agent: str, address: str) -> str:
    """From what somebody read, in words: “Chrome on Windows, address 192.0.2.7”."""
    browser = _first(_BROWSERS, agent) or "An unknown browser"
    system = _first(_SYSTEMS, agent) or "an unknown system"
    return f"{browser} on {system}" + (f", address {address}" if address else "")


def _first(names, agent: str) -> str:
    return next((name for name, pattern in names if re.search(pattern, agent)), "")
