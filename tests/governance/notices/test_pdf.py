"""The printed notice: valid, the same every time, and all that was published is in it."""

import copy
import hashlib
import io
import json
import os
import subprocess
import sys
import zlib

import pikepdf
import pytest

from governance.notices.packing import DOUBTFUL, pack
from governance.notices.pdf import notice_pdf
from governance.notices.snapshot import canonical
from tests.governance.notices.printed_examples import NAMES
from tests.governance.notices.reading import faults, text_of

pytestmark = pytest.mark.django_db
IN_ANOTHER_PROCESS = """
import django, hashlib, json, sys
django.setup()
from governance.notices.packing import DOUBTFUL, pack
from governance.notices.pdf import notice_pdf
print(hashlib.sha256(notice_pdf(json.load(sys.stdin))).hexdigest())
"""


@pytest.fixture
def boston(pdfs):
    return pdfs["boston"]


@pytest.fixture(autouse=True)
def nothing_is_warned_of(caplog):
    yield
    talkers = ("weasyprint", "fontTools", "pikepdf")
    said = [
        record.getMessage() for record in caplog.records if record.name.split(".")[0] in talkers
    ]
    assert not said


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_notice_is_valid_pdf_a_3a_and_pdf_ua_1(pdfs, name):
    assert faults(pdfs[name]) == []


def test_the_validator_finds_a_missing_language(boston):
    with pikepdf.open(io.BytesIO(boston)) as pdf:
        del pdf.Root.Lang
        broken = io.BytesIO()
        pdf.save(broken)
    assert faults(broken.getvalue())


def test_the_same_snapshot_gives_the_same_bytes(printed, boston):
    assert notice_pdf(copy.deepcopy(printed["boston"])) == boston


def test_the_same_snapshot_gives_the_same_bytes_in_another_process(printed, boston):
    done = subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_PROCESS],
        input=json.dumps(printed["boston"]),
        env=os.environ | {"PYTHONHASHSEED": "4711", "DJANGO_SETTINGS_MODULE": "config.settings"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(boston).hexdigest()


def test_another_snapshot_gives_other_bytes(printed, boston):
    assert notice_pdf(printed["boston"] | {"version": 2}) != boston


def test_the_attached_data_are_the_bytes_of_the_fingerprint(printed, boston):
    with pikepdf.open(io.BytesIO(boston)) as pdf:
        attached = pdf.attachments["notice.json"]
        assert attached.get_file().read_bytes() == canonical(printed["boston"])
        assert attached.relationship == pikepdf.Name.Data


def test_the_file_has_a_title_a_language_and_bookmarks(boston):
    with pikepdf.open(io.BytesIO(boston)) as pdf, pdf.open_outline() as outline:
        assert str(pdf.docinfo.Title) == (
            "Notice of decisions: Cabinet, Wednesday 12 April 2023 – Boston Borough Council"
        )
        assert pdf.Root.Lang == "en-GB"
        [heading] = outline.root
        assert heading.children[0].title == "What was decided"


@pytest.mark.parametrize(
    "said",
    [
        "Deadline for call-in: end of Friday 21 April 2023",
        "Published Friday 14 April 2023.",
        "the decision takes effect on Saturday 22 April 2023",
        "1. Approve the South & East Lincolnshire Councils Partnership Digital Strategy",
        "ICT Roadmap**",
        "2. Note the findings of the Joint Scrutiny Task Group",
        "The LGA Peer Review asked for one approach.",
        "Do nothing: each council would keep its own approach.",
        "None declared. No dispensations.",
        "Councillors Richard Austin BEM, Martin Griggs and Jonathan Noble",
        "What did the work of SOCITM cost?",
        "60 Recommendations from Overview and Scrutiny*",
        "Saturday 15 April 2023 No Weekend",
        "Friday 21 April 2023 Day 5 Last day to call in",
        "Version 1, published Friday 14 April 2023",
    ],
)
def test_the_text_holds_what_was_published(boston, said):
    assert said in text_of(boston)


def test_what_is_missing_is_printed_as_a_list_with_the_reason(pdfs):
    text = text_of(pdfs["with gaps"])
    assert (
        "Published without • Reasons for the decision • Alternatives considered and rejected"
        in text
    )
    assert "Not known in 2023." in text


def test_a_restricted_decision_prints_the_paragraph_and_none_of_its_text(pdfs):
    text = text_of(pdfs["restricted"])
    assert "Restricted: paragraph 3, financial or business affairs" in text
    assert "The LGA Peer Review asked" not in text


def test_a_joint_body_prints_the_deadline_and_the_count_of_each_council(pdfs):
    text = text_of(pdfs["joint"])
    assert "Deadline for call-in at Boston: end of Friday 21 April 2023" in text
    assert "Deadline for call-in at East Lindsey: 5pm on Friday 21 April 2023" in text
    assert "How the deadline was counted at East Lindsey" in text


def test_the_reader_learns_whom_a_limb_delegates_to(printed):
    snapshot = copy.deepcopy(printed["boston"])
    snapshot["decisions"][0]["resolutions"][0] |= {
        "delegated_to": "the Deputy Chief Executive",
        "in_consultation_with": "the portfolio holder",
    }
    assert (
        "Delegated to the Deputy Chief Executive, in consultation with the portfolio holder"
        in text_of(notice_pdf(snapshot))
    )


def test_a_stream_that_ends_in_doubt_is_written_another_way():
    """The last byte of a compressed stream is of its checksum: any text may end so."""
    doubtful = next(
        text
        for text in (f"% {number}".encode() for number in range(10_000))
        if zlib.compress(text).endswith(b"\r")
    )
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.pages[0].Contents = pdf.make_stream(doubtful)
    written = pack(pdf)
    assert DOUBTFUL not in written
    with pikepdf.open(io.BytesIO(written)) as again:
        assert again.pages[0].Contents.read_bytes() == doubtful
