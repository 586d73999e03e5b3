"""The name that a file came with: only its ending is believed, and only if the name is honest."""

import re
import unicodedata

from aylsham.documents.checks.refusal import FileRefused

LONGEST = 255
#: Endings that start a program when somebody opens the file.
PROGRAMS = frozenset({
    "ade", "adp", "app", "apk", "bat", "bin", "cab", "chm", "cmd", "com", "cpl", "dll", "dmg",
    "exe", "gadget", "hta", "hlp", "inf", "ins", "iso", "jar", "js", "jse", "lnk", "msc", "msi",
    "msp", "mst", "pif", "ps1", "psm1", "py", "rb", "reg", "rgs", "scr", "sct", "sh", "shb",
    "shs", "sys", "url", "vb", "vbe", "vbs", "wsc", "wsf", "wsh", "xll", "docm", "dotm", "xlsm",
    "xltm", "xlam", "pptm", "potm", "ppam", "ppsm", "sldm", "html", "htm", "xhtml", "mht",
    "mhtml", "svg", "svgz", "xml", "xsl", "php", "asp", "aspx", "jsp", "swf", "one",
})  # fmt: skip
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.I)


def extension_of(name: str) -> str:
    """The ending in small letters, without its dot; FileRefused for a name that hides something."""
    if not name or len(name) > LONGEST:
        raise FileRefused("The file's name is empty or too long. Give it a short name.")
    if any(unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs") for c in name):
        raise FileRefused("The file's name has hidden characters. Give it a plain name.")
    if re.search(r"[/\\:]", name) or ".." in name or _DEVICES.match(name):
        raise FileRefused("The file's name is a path. Give it a plain name.")
    if name != name.strip() or name.endswith("."):
        raise FileRefused("The file's name ends in a space or a dot. Give it a plain name.")
    stem, dot, extension = name.rpartition(".")
    if not dot or not stem:
        raise FileRefused("The file's name has no ending such as .pdf, so nobody can open it.")
    inner = [part.strip().lower() for part in stem.split(".")[1:]]
    if PROGRAMS.intersection(inner):
        raise FileRefused("The file's name has two endings, one of them a program's.")
    return extension.lower()


def stem_of(name: str) -> str:
    """The name without its ending, in words: a suggestion for a title."""
    stem = name.rpartition(".")[0] or name
    return " ".join(re.sub(r"[_\-.]+", " ", stem).split())
