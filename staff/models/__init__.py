"""People's time and training."""

from staff.models.senco import SencoPost
from staff.models.training import TrainingRecord

__all__ = ["SencoPost", "TrainingRecord"]
