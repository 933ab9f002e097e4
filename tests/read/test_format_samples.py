"""Every format has a sample that `kg doctor` reads, and what is missing is named."""

from __future__ import annotations

import pytest

from kg.read.formats import FORMATS, Format, check
from kg.read.formats.samples import SAMPLES


@pytest.mark.parametrize("format", FORMATS, ids=[format.name for format in FORMATS])
def test_every_format_has_a_sample_that_is_read(format: Format) -> None:
    assert format.name in SAMPLES
    if format.installed:
        assert check.fault_of(format) is None


def test_samples_are_the_same_each_time() -> None:
    assert [make() for _, make in SAMPLES.values()] == [make() for _, make in SAMPLES.values()]


def test_faults_are_told_on_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {
        "plain text": b"",
        "Markdown": b"\x00\x01" * 99,
        "web page": b"<p>x",
        "CSV": b"title,text\nA,A harbour.\n",
    }
    for name, content in broken.items():
        monkeypatch.setitem(SAMPLES, name, (SAMPLES[name][0], lambda content=content: content))  # type: ignore[arg-type]
    found = check.faults()
    assert set(found) == set(broken)
    assert all("\n" not in fault and "sample" not in fault for fault in found.values())
    assert "another text" in found["CSV"]


@pytest.mark.parametrize(
    ("fault", "package"),
    [
        (
            "lxml.html.clean module is now a separate project lxml_html_clean. Install lxml[html_clean]",
            "lxml_html_clean",
        ),
        ("ModuleNotFoundError: No module named 'docx.opc'", "python-docx"),
        ("ModuleNotFoundError: No module named 'pypdfium2'", "pypdfium2"),
        ("another text came out of it: ''", "--force-reinstall kg"),
    ],
)
def test_what_mends_it(fault: str, package: str) -> None:
    assert check.remedy_of(fault) == package
