"""What a refusal of the board may say aloud."""

from aylsham.access.current import Access
from staff.models import Room, StaffMember, TrainingTopic, WeekPlan
from staff.selectors.weeks.board_rows import demands_of
from staff.selectors.weeks.reading import demand_words


class Spoken(dict[str, str]):
    """Names for a notice, which a class may see: no child is among them."""

    def get(self, key: str, default: str | None = None) -> str:  # type: ignore[override]
        """What is not named is a child, or support that only some may read of."""
        return super().get(key, "A child")


def spoken_names(access: Access, plan: WeekPlan) -> Spoken:
    """What a refusal may name: adults, rooms, trainings, provision."""
    found = Spoken()
    for model in (StaffMember, Room):
        rows = model.objects.filter(school=access.school)
        found |= {str(pk): name for pk, name in rows.values_list("pk", "name")}
    topics = TrainingTopic.objects.filter(federation_id=access.school.federation_id)
    found |= {str(pk): name for pk, name in topics.values_list("pk", "name")}
    for key, each in demand_words(access, list(demands_of(access, plan))).items():
        found[str(key)] = each.what if each.demand.provision_id else "other support"
    return found
