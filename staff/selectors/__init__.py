"""What is known of the people of a school."""

from staff.selectors.senco import senco_post, senco_posts
from staff.selectors.training import subjects_held, training_of, training_page, trainings_of

__all__ = [
    "senco_post",
    "senco_posts",
    "subjects_held",
    "training_of",
    "training_page",
    "trainings_of",
]
