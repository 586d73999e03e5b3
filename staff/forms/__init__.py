"""Forms about staff."""

from staff.forms.senco import SencoForm
from staff.forms.training import TrainingForm

__all__ = ["SencoForm", "TrainingForm"]
