"""How old a reader must be for a text: Flesch-Kincaid, which needs no list of words."""

import re

_SENTENCES = re.compile(r"[.?!:;]+(?:\s|$)|\n")
_WORDS = re.compile(r"[A-Za-z']+")
_SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^aeioutd])ed$")
_VOWELS = re.compile(r"[aeiouy]+")


def syllables(word: str) -> int:
    """About how many syllables: groups of vowels, without a silent e."""
    return max(1, len(_VOWELS.findall(_SILENT.sub("", word.lower()))))


def reading_age(text: str) -> float:
    """The age in years at which most children can read a text; 0.0 for a text without words.

    The grade of Kincaid and others (1975) and five years, as a child begins grade 1 at six.
    """
    sentences = [part for part in _SENTENCES.split(text) if re.search(r"[A-Za-z]{2}", part)]
    words = _WORDS.findall(text)
    if not words or not sentences:
        return 0.0
    per_sentence = len(words) / len(sentences)
    per_word = sum(map(syllables, words)) / len(words)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59 + 5
