"""Where status and layer do not fit together, case by case."""

import pytest

from pupils.rules.layers import is_missing, misfit_of


@pytest.mark.parametrize(
    ("status", "layer", "level", "said"),
    [
        ("N", "", 4, None),
        ("N", "universal", None, None),
        ("N", "targeted", None, "Not on the register, but the layer says targeted"),
        ("N", "specialist", None, "Not on the register, but the layer says more than targeted"),
        ("K", "universal", None, "SEN support, but the layer says universal"),
        ("K", "targeted", 2, None),
        ("K", "targeted", 3, "A need is rated high, but the layer says universal or targeted"),
        ("K", "plus", 4, None),
        ("K", "specialist", 4, "SEN support, but the layer says specialist"),
        ("E", "universal", None, "EHC plan, but the layer says universal"),
        ("E", "targeted", 4, "EHC plan, but the layer says targeted"),
        ("E", "plus", None, None),
        ("E", "specialist", 1, None),
    ],
)
def test_what_does_not_fit(status, layer, level, said):
    found = misfit_of(status, layer, level)
    assert (found and found.what) == said
    assert found is None or found.to_do


def test_only_a_child_on_the_register_misses_a_layer():
    assert is_missing("K", "")
    assert is_missing("E", "")
    assert not is_missing("N", "")
    assert not is_missing("K", "targeted")
