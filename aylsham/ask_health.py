"""Asks this container's own web server how it is: `python -m aylsham.ask_health /healthz`."""

import http.client
import os
import sys


def main(path: str) -> int:
    """0 if the server answers 200; the host and scheme are those that it accepts."""
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0]
    connection = http.client.HTTPConnection("127.0.0.1", 8000, timeout=4)
    try:
        connection.request("GET", path, headers={"Host": host, "X-Forwarded-Proto": "https"})
        return 0 if connection.getresponse().status == 200 else 1
    except OSError:
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
