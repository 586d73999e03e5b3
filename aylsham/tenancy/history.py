"""Field history by trigger: bulk updates and plain SQL are caught too."""

import functools

import pghistory


def track_history(model=None, *, exclude: tuple[str, ...] = ()):
    """Class decorator: every insert, update and delete leaves a row in `<Model>Event`.

    `exclude` names what the database works out from other columns.
    """
    if model is None:
        return functools.partial(track_history, exclude=exclude)
    events = pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()
    return pghistory.track(*events, exclude=exclude or None)(model)
