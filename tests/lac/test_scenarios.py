"""Adoption, separated families, restricted contact: what must not be found is found nowhere.

Each scenario is a row in `scenes/`: what was recorded, where who looks, what is never found and
what is. They go through the real pages, files, e-mails, feeds, links and packs.
"""

import pytest

from tests.lac.scenes import adoption, restricted, separated, steps  # noqa: F401 (registers)
from tests.lac.scenes.tables import Look
from tests.lac.scenes.world import PLACES, STEPS, World

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today", "rendered_as_on_the_site")]
KINDS = {"adoption": adoption, "separated": separated, "restricted": restricted}
ALL = [(kind, scene) for kind, module in KINDS.items() for scene in module.SCENES]


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "scene"), ALL, ids=lambda part: str(part))
def test_nothing_leaks(kind, scene, caplog):
    caplog.set_level("CRITICAL")  # refusals are written with where they were raised: slow
    world = World()
    for words in scene.recorded:
        STEPS[words](world)
    seen = {look: PLACES[look[0]](world, *look[1:]) for look in scene.looks}
    leaks = [
        (mark, str(look)) for look, said in seen.items() for mark in scene.never if mark in said
    ]
    assert leaks == []
    together = "\n".join(seen.values())
    assert [mark for mark in scene.found if mark not in together] == []


#: The same with the careful step left out, or looked at by the person themselves: it is found.
PLANTED = {
    "the old name, when nothing was set apart": (
        ("a child in care with a life at school", "the child was adopted"),
        Look("search", "sendco", "Quillmark"),
        "Zephyrine",
    ),
    "the mother’s address, on her own sheet": (
        ("mother at Heronmark, father at Gullmark", "letters are begun to the family"),
        Look("kept", "letter of mother"),
        "Heronmark",
    ),
    "the child, on a page that no order closed": (
        ("mother at Heronmark, father at Gullmark", "pages are sent to both"),
        Look("parent page", "father"),
        "Zephyrine",
    ),
    "the questions, behind a link that nothing ended": (
        ("mother at Heronmark, father at Gullmark", "views are asked of the father by link"),
        Look("link", "link of father"),
        "<textarea",
    ),
    "what is kept of care, by whom it is for": (
        ("the child is in care: Carermark, Workermark, Councilmark",),
        Look("record", "sendco"),
        "Workermark",
    ),
}


@pytest.mark.parametrize("name", PLANTED)
def test_the_places_are_read(name):
    """A mark that may be found is found: an empty place proves nothing."""
    recorded, look, mark = PLANTED[name]
    world = World()
    for words in recorded:
        STEPS[words](world)
    assert mark in PLACES[look[0]](world, *look[1:])


def test_there_are_forty_and_more():
    counts = {kind: len(module.SCENES) for kind, module in KINDS.items()}
    assert counts["adoption"] >= 14
    assert counts["separated"] >= 13
    assert counts["restricted"] >= 13
    names = [scene.name for _, scene in ALL]
    assert len(names) == len(set(names))


def test_every_step_is_used():
    used = {words for _, scene in ALL for words in scene.recorded}
    assert used == set(STEPS)
