"""The library that every school begins with. No Django."""

from pupils.rules.letters.shipped.council import TO_COUNCIL
from pupils.rules.letters.shipped.others import TO_OTHERS
from pupils.rules.letters.shipped.parents import TO_PARENTS
from pupils.rules.letters.wording import Wording

#: Which edition of the library a letter was written from.
EDITION = 1
SHIPPED: dict[str, Wording] = {
    wording.code: wording for wording in (*TO_PARENTS, *TO_COUNCIL, *TO_OTHERS)
}
