"""The demo's mail server: it keeps what is sent in a folder and passes nothing on.

`python -m demo.mail_server PORT FOLDER`
"""

import sys
import time
from pathlib import Path
from threading import Event
from typing import Any

from aiosmtpd.controller import Controller


class Keeper:
    """Writes each message to a file of its own, whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        name = self._folder / str(time.time_ns())
        name.with_suffix(".part").write_bytes(envelope.content)
        name.with_suffix(".part").rename(name.with_suffix(".eml"))
        return "250 kept, and sent to nobody"


def main(port: str, folder: str) -> None:
    Controller(Keeper(Path(folder)), hostname="127.0.0.1", port=int(port)).start()
    Event().wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
