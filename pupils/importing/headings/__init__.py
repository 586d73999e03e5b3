"""The words schools put above a column, field by field.

Compared without case, spaces and punctuation, after words that say nothing ("pupil",
"current") are left out. Words before the bar are preferred: when a file has "Legal surname" and
"Surname", the first is used.
"""

from pupils.importing.headings.child import CHILD
from pupils.importing.headings.circumstances import CIRCUMSTANCES
from pupils.importing.headings.contacts import CONTACTS
from pupils.importing.headings.fields import Fields
from pupils.importing.headings.register import REGISTER
from pupils.importing.headings.words import NOISE, SAME_WORD, SAYS_WHICH

#: Of two fields with the same heading the first is meant.
FIELDS: Fields = CHILD | REGISTER | CIRCUMSTANCES | CONTACTS

__all__ = ["FIELDS", "NOISE", "SAME_WORD", "SAYS_WHICH"]
