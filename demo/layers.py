"""The proposed layers of a school that has begun to look at them; a few children have none yet."""

import datetime as dt

from aylsham.models import School, User
from aylsham.tenancy.row_security import school_transaction
from pupils.codes import Layer, SenStatus
from pupils.models import StatusPeriod
from pupils.services.layers import LayerChoice, set_layers, use_layers

SET_ON = dt.date(2026, 11, 9)
#: For one child after the other; None: not looked at yet.
SUPPORT = (
    *(Layer.TARGETED, Layer.TARGETED, Layer.TARGETED_PLUS, Layer.TARGETED, None),
    *(Layer.TARGETED, Layer.TARGETED_PLUS, Layer.UNIVERSAL, Layer.TARGETED, Layer.TARGETED),
    *(Layer.TARGETED_PLUS, Layer.TARGETED, Layer.SPECIALIST, Layer.TARGETED, Layer.TARGETED_PLUS),
)
PLANS = (Layer.SPECIALIST, Layer.SPECIALIST, Layer.SPECIALIST, Layer.TARGETED, Layer.TARGETED_PLUS)
WHY = {
    Layer.UNIVERSAL: "What helps is in place for the whole class.",
    Layer.TARGETED: "A small group or a daily quarter of an hour beside ordinary teaching.",
    Layer.TARGETED_PLUS: "Adapted work or an adult for part of most days, with outside advice.",
    Layer.SPECIALIST: "What Section F provides, or as much as that.",
}
EVIDENCE = "Looked at with the class teachers, 9 November"


def load_layers(school: School, *, sendco: User) -> None:
    """Most children on the register have a layer; some do not fit, and some wait."""
    with school_transaction(school):
        use_layers(school=school, is_used=True, by=sendco)
        chosen: dict[str, list[LayerChoice]] = {}
        for status, layers in ((SenStatus.SUPPORT, SUPPORT), (SenStatus.PLAN, PLANS)):
            rows = StatusPeriod.objects.filter(school=school, ends_on=None, status=status)
            ordered = rows.order_by("pupil__last_name", "pupil__first_name", "pupil_id")
            for place, pupil in enumerate(ordered.values_list("pupil_id", flat=True)):
                if layer := layers[place % len(layers)]:
                    chosen.setdefault(layer, []).append(LayerChoice(pupil, layer, "new"))
        for layer, choices in chosen.items():
            set_layers(
                school=school,
                choices=choices,
                starts_on=SET_ON,
                reason=WHY[Layer(layer)],
                evidence=EVIDENCE,
                by=sendco,
            )
