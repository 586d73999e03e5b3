"""What an answer to a consultation must say before a head can sign it (pure)."""

from collections.abc import Iterable, Mapping, Sequence

#: How long a consultation is kept that led to no place: the rule, as certificates name it.
KEPT_CODE, KEPT_VERSION = "ours.consultations", "1"
KEPT_BY = "Our own rule: one year after it came"
#: The answer by which a school objects; any other needs no ground.
OBJECTS = "objects"
NO_GROUND = (
    "An objection needs a ground of the law. Being full, or having no experience of a need, is none "
    "by itself."
)


def stands_against(*, is_open: bool) -> list[str]:
    """Why a consultation cannot be deleted now, in words; [] when nothing stands against it."""
    return ["It is not answered. Send the answer, or say why none is needed."] if is_open else []


def faults_of(
    answer: str,
    grounds: Sequence[str],
    reasons: Mapping[str, str],
    steps: str,
    needing_steps: Iterable[str],
) -> list[str]:
    """What is missing, in sentences; an objection rests on the grounds of s.39(4) and no other."""
    if not answer:
        return ["Choose what the school answers."]
    if answer != OBJECTS:
        if grounds:
            return ["Grounds belong to an objection only. Take them off, or object."]
        return []
    if not grounds:
        return [NO_GROUND]
    found = [
        "Give the facts for each ground that you tick."
        for key in grounds
        if not reasons[key].strip()
    ]
    unticked = [key for key, words in reasons.items() if words.strip() and key not in grounds]
    if unticked:
        found.append("Reasons stand under a ground that is not ticked. Tick it, or take them off.")
    if set(grounds) & set(needing_steps) and not steps.strip():
        found.append(
            "Say which steps you looked at and why none is reasonable: without that the ground fails "
            "(s.39(4)(b) with s.33 and Code of Practice 9.90 to 9.94)."
        )
    return list(dict.fromkeys(found))
