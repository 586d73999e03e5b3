"""What changes about the people of a school."""

from staff.services.senco import SENCO_FIELDS, change_senco, record_senco
from staff.services.training import TRAINING_FIELDS, add_training, change_training, remove_training

__all__ = [
    "SENCO_FIELDS",
    "TRAINING_FIELDS",
    "add_training",
    "change_senco",
    "change_training",
    "record_senco",
    "remove_training",
]
