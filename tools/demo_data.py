"""What the demo does to its data before the processes start, in one Django process to save time."""

import hashlib
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command, get_commands

# Extensions of htmx that no page uses; they import a module that is not shipped beside them.
UNUSED = ["django_htmx/ext/*"]


def main() -> None:
    django.setup()
    call_command("migrate", interactive=False, verbosity=1)
    call_command("load_example")
    folder = Path(settings.DATA_DIR)
    collect_static_files(folder / "static.fingerprint")
    if "demo_sign_ins" in get_commands():
        with (folder / "sign-ins.txt").open("w") as sign_ins:
            call_command("demo_sign_ins", stdout=sign_ins)
    ask_for_a_sign_of_life()


def collect_static_files(known: Path) -> None:
    """Hashing and compressing takes seconds, so it is done only when a file changed."""
    fingerprint = _fingerprint()
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if manifest.exists() and known.exists() and known.read_text() == fingerprint:
        return
    call_command(
        "collectstatic", interactive=False, clear=True, verbosity=0, ignore_patterns=UNUSED
    )
    known.write_text(fingerprint)


def ask_for_a_sign_of_life() -> None:
    """Queue what beat asks for only after a while: the sign that /readyz wants, and mail."""
    from config.celery import note_worker
    from governance.tasks import remind

    note_worker.delay()
    remind.delay()


def _fingerprint() -> str:
    """Of our own files by name, size and time; of those in packages by the lock file."""
    digest = hashlib.sha256(Path("requirements/dev.lock").read_bytes())
    for folder in settings.STATICFILES_DIRS:
        for path in sorted(Path(folder).rglob("*")):
            facts = path.stat()
            digest.update(f"{path} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


if __name__ == "__main__":
    main()
