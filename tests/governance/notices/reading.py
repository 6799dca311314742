"""A PDF as a reader, a validator or a program meets it."""

import subprocess

import page

PROFILES = ("ua1", "3a")


def faults(content):
    """Return what an independent validator finds wrong with a file that claims both profiles."""
    reports = [page.validate_pdf_bytes(content, profile=profile) for profile in PROFILES]
    return [str(fault) for report in reports for fault in report.failures]


def text_of(content):
    """Return the text as drawn from top to bottom, each run of white space as one space."""
    command = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    done = subprocess.run(command, input=content, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())
