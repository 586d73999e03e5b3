"""A folder as the broker of a demonstration, whose messages are whole from the first moment."""

import os
import uuid
from pathlib import Path
from time import monotonic_ns

from kombu.transport import filesystem
from kombu.utils.json import dumps


class Channel(filesystem.Channel):
    """Kombu's, but a reader can never meet a message that is still being written."""

    def _put(self, queue, payload, **kwargs):
        folder = Path(self.data_folder_out)
        # Kombu writes in place: a worker that reads an empty file gives up altogether.
        draft = folder / f".{uuid.uuid4()}.draft"
        draft.write_text(dumps(payload))
        os.replace(draft, folder / f"{monotonic_ns() // 1_000_000}_{uuid.uuid4()}.{queue}.msg")


class Transport(filesystem.Transport):
    """`filesystem://` in this product."""

    Channel = Channel
