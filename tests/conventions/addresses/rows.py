"""The register of rows: each module of this package puts its own into it."""

from collections.abc import Callable

RowMaker = Callable[..., object]
#: A row of a school for each name in an address; a test fails for a name without one.
ROWS: dict[str, RowMaker] = {}


def row(name: str):
    """Registers what stands for <name> in addresses: called with a `SchoolWorld`."""

    def register(make: RowMaker) -> RowMaker:
        if name in ROWS:
            raise ValueError(f"<{name}> stands for something already")
        ROWS[name] = make
        return make

    return register
