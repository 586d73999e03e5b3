"""What the columns of each kind of file may mean, by the code of the kind."""

from .columns import Vocabulary
from .headings import FIELDS
from .marks import MARK_FIELDS
from .plans import PLAN_FIELDS
from .provision_map import MAP_FIELDS
from .sums import SUM_FIELDS
from .weeks import WEEK_FIELDS

VOCABULARIES: dict[str, Vocabulary] = {
    "roll": FIELDS,
    "plans": PLAN_FIELDS,
    "marks": MARK_FIELDS,
    "map": MAP_FIELDS,
    "weeks": WEEK_FIELDS,
    "sums": SUM_FIELDS,
}
