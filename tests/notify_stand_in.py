"""GOV.UK Notify's API for e-mail on this machine, as its documentation describes it.

It takes only a request signed with the service's key, for the template it knows, and answers as the
service does; it can fail, or take a message and hang up.
"""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import SHUT_RDWR
from threading import Thread
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import jwt

SERVICE, SECRET = str(uuid4()), str(uuid4())
API_KEY = f"tests-{SERVICE}-{SECRET}"
TEMPLATE = str(uuid4())


class NotifyStandIn:
    """What it took is in `taken`; `fails_with` is a status, `hangs_up` takes and says nothing."""

    def __init__(self):
        self.taken = []
        self.fails_with = 0
        self.hangs_up = False
        stand_in = self

        class Handler(_Handler):
            notify = stand_in

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self):
        Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if fault := self._fault(asked):
            return self._answer(*fault)
        made = {"id": str(uuid4()), **asked}
        self.notify.taken.append(made)
        if self.notify.hangs_up:
            self.close_connection = True
            return self.connection.shutdown(SHUT_RDWR)
        return self._answer(201, {"id": made["id"], "reference": asked.get("reference")})

    def do_GET(self):
        if not self._is_signed():
            return self._answer(403, _error("AuthError", "Invalid token"))
        (reference,) = parse_qs(urlsplit(self.path).query)["reference"]
        found = [one for one in self.notify.taken if one["reference"] == reference]
        return self._answer(200, {"notifications": found, "links": {}})

    def _fault(self, asked):
        if not self._is_signed():
            return 403, _error("AuthError", "Invalid token: signature, api token not found")
        if self.notify.fails_with:
            return self.notify.fails_with, _error("Exception", "Internal server error")
        if asked.get("template_id") != TEMPLATE:
            return 400, _error("BadRequestError", "Template not found")
        if missing := {"subject", "body"} - asked["personalisation"].keys():
            return 400, _error("BadRequestError", f"Missing personalisation: {missing}")
        if "@" not in asked["email_address"] or asked["email_address"].endswith("@gone.example"):
            return 400, _error("ValidationError", "email_address Not a valid email address")
        return None

    def _is_signed(self):
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        try:
            said = jwt.decode(token, SECRET, algorithms=["HS256"], options={"require": ["iat"]})
        except jwt.PyJWTError:
            return False
        return said["iss"] == SERVICE

    def _answer(self, status, body):
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        """Say nothing: what it was asked is in `taken`."""


def _error(kind, message):
    return {"status_code": 400, "errors": [{"error": kind, "message": message}]}
