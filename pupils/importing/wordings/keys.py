"""How wordings are compared."""

import re
import unicodedata


def key(text: str) -> str:
    """Words in small letters, without accents and punctuation, single spaces."""
    text = unicodedata.normalize("NFKD", text).lower().replace("&", " and ").replace("+", " plus ")
    text = re.sub(r"['’`\u0300-\u036f]", "", text)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text).split())


def table(**codes: str) -> dict[str, str]:
    """wording → code, from code="wording; wording"."""
    return {
        key(wording): code for code, wordings in codes.items() for wording in wordings.split(";")
    }
