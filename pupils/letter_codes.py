"""Codes of letters: to whom they go, how far they are, how they went."""

from django.db import models


class LetterTo(models.TextChoices):
    """Whom a template is for."""

    PARENTS = "parents", "Parents and carers"
    COUNCIL = "council", "The council"
    SETTING = "setting", "Another school or setting"
    PROFESSIONAL = "professional", "A professional or service"
    ASKER = "asker", "Whoever wrote to us"


class LetterThing(models.TextChoices):
    """What the sharing rules are asked about a letter."""

    LETTER = "letter", "A letter about the child"
    NOTICE = "report", "A notice that the law requires: everybody with parental responsibility"
    INVITATION = "invitation", "An invitation, with a place and a time"
    REQUEST = "request", "A question"


class LetterState(models.TextChoices):
    """How far a letter is."""

    DRAFT = "draft", "Being written"
    SENT = "sent", "Sent"
    DROPPED = "dropped", "Not sent"


class SentHow(models.TextChoices):
    """How a letter went."""

    POST = "post", "Printed and posted"
    HAND = "hand", "Printed and given by hand"
    EMAIL = "email", "By e-mail, with a link to the words"


class Translation(models.TextChoices):
    """Languages in which a family can read a letter; without a font of ours none is offered."""

    NONE = "", "English only"
    ARABIC = "ar", "Arabic"
    BENGALI = "bn", "Bengali"
    BULGARIAN = "bg", "Bulgarian"
    CZECH = "cs", "Czech"
    FRENCH = "fr", "French"
    GERMAN = "de", "German"
    GREEK = "el", "Greek"
    GUJARATI = "gu", "Gujarati"
    HEBREW = "he", "Hebrew"
    HINDI = "hi", "Hindi"
    HUNGARIAN = "hu", "Hungarian"
    ITALIAN = "it", "Italian"
    KURDISH = "ku", "Kurdish (Kurmanji)"
    SORANI = "ckb", "Kurdish (Sorani)"
    LATVIAN = "lv", "Latvian"
    LITHUANIAN = "lt", "Lithuanian"
    NEPALI = "ne", "Nepali"
    PANJABI = "pa", "Panjabi"
    PASHTO = "ps", "Pashto"
    PERSIAN = "fa", "Persian (Farsi, Dari)"
    POLISH = "pl", "Polish"
    PORTUGUESE = "pt", "Portuguese"
    ROMANIAN = "ro", "Romanian"
    RUSSIAN = "ru", "Russian"
    SLOVAK = "sk", "Slovak"
    SOMALI = "so", "Somali"
    SPANISH = "es", "Spanish"
    TAMIL = "ta", "Tamil"
    TURKISH = "tr", "Turkish"
    UKRAINIAN = "uk", "Ukrainian"
    URDU = "ur", "Urdu"
    VIETNAMESE = "vi", "Vietnamese"
    WELSH = "cy", "Welsh"


#: Written from right to left.
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "he", "ps", "ur"})
