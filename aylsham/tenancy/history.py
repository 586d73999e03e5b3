"""Field history by trigger: bulk updates and plain SQL are caught too."""

import pghistory


def track_history(model):
    """Class decorator: every insert, update and delete leaves a row in `<Model>Event`."""
    events = pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()
    return pghistory.track(*events)(model)
