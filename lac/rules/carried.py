"""What may not stand on the sheet for a new record after an adoption.

Designated teacher guidance 2018 (previously looked-after children), and the new UPN that a child
gets on adoption: the new record is begun without anything that leads to the old one.
"""

import re

CITATION = "Adoption and Children Act 2002 s.67; designated teacher guidance 2018"
#: Words about care: none of them goes along.
_CARE = re.compile(
    r"\b(adopt\w*|foster\w*|looked[- ]after|LAC|PLAC|in care|into care|care orders?|care plans?"
    r"|carers?|placements?|social workers?|social care|birth (?:famil(?:y|ies)|mum|dad|mother"
    r"|father|parents?)|virtual schools?|PEPs?|pupil premium plus|contact (?:visits?|sessions?)"
    r"|children[’']s homes?|court orders?|guardian(?:s|ship)?|IRO)\b",
    re.I,
)
_ADDRESS = re.compile(
    r"\S+@\S+|https?://\S+|www\.\S+"
    r"|\b[A-Z]\d{12}\b|\b[A-Z]\d{11}[A-Z]\b"  # UPN
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"  # postcode
    r"|\b0\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b",  # phone
    re.I,
)


def care_words(text: str) -> list[str]:
    """Words that tell of care, addresses and numbers of a text, each once, in its order."""
    spots = [
        (m.start(), m.group()) for pattern in (_ADDRESS, _CARE) for m in pattern.finditer(text)
    ]
    return list(dict.fromkeys(word for _, word in sorted(spots)))
