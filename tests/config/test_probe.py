"""What a container's health check asks."""

import os
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from config import probe


@pytest.fixture
def server(monkeypatch):
    """Return what a server on this machine was asked; `answers` is what it says."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        answers = 200

        def do_GET(self):
            asked.append(dict(self.headers))
            self.send_response(Handler.answers)
            self.end_headers()

        def log_message(self, *_args):
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        monkeypatch.setattr(probe, "WEB", f"http://127.0.0.1:{running.server_port}/healthz")
        yield Handler, asked
        running.shutdown()


@pytest.mark.parametrize(
    ("hosts", "host"),
    [
        ("concordat.example,other", "concordat.example"),
        (".concordat.example", "concordat.example"),
        ("*", "localhost"),
        ("", "localhost"),
    ],
)
def test_the_web_is_asked_under_a_host_that_it_answers_to(server, monkeypatch, hosts, host):
    monkeypatch.setenv("ALLOWED_HOSTS", hosts)
    assert probe.main(["web"]) == 0
    (headers,) = server[1]
    assert (headers["Host"], headers["X-Forwarded-Proto"]) == (host, "https")


def test_a_web_that_answers_with_a_fault_is_not_well(server):
    server[0].answers = 500
    assert probe.main(["web"]) == 1


def test_a_web_that_does_not_answer_is_not_well(monkeypatch):
    monkeypatch.setattr(probe, "WEB", "http://127.0.0.1:1/healthz")
    assert probe.main(["web"]) == 1


def test_beat_is_well_while_it_writes_its_schedule(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    assert probe.main(["beat"]) == 1
    schedule = tmp_path / "beat-schedule"
    schedule.touch()
    assert probe.main(["beat"]) == 0
    os.utime(schedule, (0, 0))
    assert probe.main(["beat"]) == 1


@pytest.mark.parametrize("arguments", [[], ["worker"], ["web", "beat"]])
def test_it_says_what_it_can_be_asked(arguments, capsys):
    assert probe.main(arguments) == 2
    assert "web or beat" in capsys.readouterr().err
