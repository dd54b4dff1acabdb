"""What is printed: words as they are, and nothing that acts on a terminal."""

from __future__ import annotations

import io

import pytest

from pipeline.cli import main
from pipeline.text.plain import PlainOutput, make_plain

PRINTED = [
    ("Мэр Ольга\tБелова\n", "Мэр Ольга\tБелова\n"),
    ("\x1b[31mred\x1b]0;title\x07", "\ufffd[31mred\ufffd]0;title\ufffd"),
    ("\u202etxt.exe\u2066", "\ufffdtxt.exe\ufffd"),
    ("a\rb\x00\x9b\ud800", "a\ufffdb\ufffd\ufffd\ufffd"),
]


@pytest.mark.parametrize(("text", "printed"), PRINTED)
def test_what_acts_is_replaced(text: str, printed: str) -> None:
    assert make_plain(text) == printed


def test_what_an_encoding_lacks_is_written_as_its_code() -> None:
    target = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    print("Омск", file=PlainOutput(target), flush=True)
    assert target.buffer.getvalue() == b"\\u041e\\u043c\\u0441\\u043a\n"


def test_errors_are_plain(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "\x1b[31m"]) == 2
    assert "\x1b" not in capsys.readouterr().err
