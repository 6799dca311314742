"""Run one command beside the embedded servers: `python -m config.embedded FOLDER COMMAND...`.

The command finds the servers in DATABASE_URL and REDIS_URL, and its exit status is ours.
"""

import os
import subprocess
import sys
from pathlib import Path

from config.embedded import EmbeddedError, running


def main(arguments: list[str]) -> int:
    if len(arguments) < 2:
        print("Usage: python -m config.embedded FOLDER COMMAND [ARGUMENT...]", file=sys.stderr)
        return 2
    folder, *command = arguments
    try:
        with running(Path(folder)) as servers:
            found = {"DATABASE_URL": servers.database_url, "REDIS_URL": servers.redis_url}
            return subprocess.run(command, env=os.environ | found, check=False).returncode
    except EmbeddedError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
