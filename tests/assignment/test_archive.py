"""A zip of results: what a learning platform gives is read, what could do harm is left out."""

import io
import stat
import struct
import warnings
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile, ZipInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.assignment import archive
from quiz.assignment.collecting import Found, collect
from quiz.assignment.submission_data import to_text
from quiz.model.submission import Submission
from tests.assignment.build import submission

Fill = Callable[[ZipFile], object]


def result(learner: str = "Ada") -> bytes:
    return to_text(submission(learner)).encode()


def zipped(*fills: Fill) -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as zip_, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a name that stands twice
        for fill in fills:
            fill(zip_)
    return made.getvalue()


def holds(name: str, data: bytes | str) -> Fill:
    return lambda zip_: zip_.writestr(name, data)


def found_in(path: Path) -> list[Found]:
    return list(collect([path]))


def by_name(path: Path, fill: Fill) -> dict[str, str]:
    """Return whose result each entry of a zip is, or why it was left out."""
    path.write_bytes(zipped(fill))
    return {
        str(one.path.relative_to(path)): (
            one.holds.learner if isinstance(one.holds, Submission) else str(one.holds)
        )
        for one in found_in(path)
    }


def from_platform(zip_: ZipFile) -> None:
    zip_.mkdir("Ada B_101_assignsubmission_file/")
    zip_.writestr("Ada B_101_assignsubmission_file/bees-ada (1).json", result("Ada"))
    zip_.writestr("Bo C_102_assignsubmission_file/bees_bo.json.txt", result("Bo"))
    zip_.writestr("Cy_103/result", b"\xef\xbb\xbf" + result("Cy"))
    zip_.writestr("Cy_103/photo.jpg", b"\xff\xd8" * 5000)
    zip_.writestr("Cy_103/onlinetext.html", "<p>Here it is</p>")
    zip_.writestr("__MACOSX/Ada B_101_assignsubmission_file/._bees-ada (1).json", b"\0\5\26\7")
    zip_.writestr("Ada B_101_assignsubmission_file/.DS_Store", b"\0")
    zip_.writestr("Dee_104/all.zip", zipped(holds("d.json", result("Dee"))))


def test_a_zip_of_a_learning_platform_is_read(tmp_path: Path) -> None:
    (tmp_path / "7b.zip").touch()
    before = sorted(one.name for one in tmp_path.iterdir())
    assert by_name(tmp_path / "7b.zip", from_platform) == {
        "Ada B_101_assignsubmission_file/bees-ada (1).json": "Ada",
        "Bo C_102_assignsubmission_file/bees_bo.json.txt": "Bo",
        "Cy_103/result": "Cy",
        "Dee_104/all.zip/d.json": "Dee",
    }
    assert sorted(one.name for one in tmp_path.iterdir()) == before


def test_a_folder_may_hold_results_and_zips(tmp_path: Path) -> None:
    (tmp_path / "eve.json").write_bytes(result("Eve"))
    (tmp_path / "late.ZIP").write_bytes(zipped(holds("a.json", result("Ada"))))
    (tmp_path / "letter.docx").write_bytes(zipped(holds("a.xml", "<a/>")))
    held = {one.path.name: one.holds for one in found_in(tmp_path)}
    assert held == {"eve.json": submission("Eve"), "a.json": submission("Ada")}


def test_a_zip_that_is_named_may_be_called_anything(tmp_path: Path) -> None:
    path = tmp_path / "download"
    assert by_name(path, holds("a.json", result())) == {"a.json": "Ada"}


def link(zip_: ZipFile) -> None:
    info = ZipInfo("x.json")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    zip_.writestr(info, "/etc/passwd")


def named(name: str) -> Fill:
    return holds(name, result())


def packed(way: int) -> Fill:
    return lambda zip_: zip_.writestr("x.json", result(), way)


OUT = "Its name leads out of the zip."
PACKED = "It is packed in a way that is not read: unpack the zip, and name the folder."
LEFT_OUT: list[tuple[str, Fill, str]] = [
    ("up", named("../x.json"), OUT),
    ("up within", named("a/../../x.json"), OUT),
    ("up, hidden", named("a/.../../x.json"), OUT),
    ("absolute", named("/etc/x.json"), OUT),
    ("a drive", named("C:/x.json"), OUT),
    ("backslashes", named("..\\x.json"), OUT),
    ("another computer", named("\\\\host\\share\\x.json"), OUT),
    ("a link", link, "It is a link to another file, and was not followed."),
    ("bzip2", packed(ZIP_BZIP2), PACKED),
    ("lzma", packed(ZIP_LZMA), PACKED),
    ("text", holds("x.json", "hello"), "the file is cut off or damaged"),
    ("large", holds("x.json", b" " * 3_000_000), "The file is too large"),
]


@pytest.mark.parametrize(
    ("fill", "reason"), [r[1:] for r in LEFT_OUT], ids=[r[0] for r in LEFT_OUT]
)
def test_what_is_left_out_is_said_with_its_reason(tmp_path: Path, fill: Fill, reason: str) -> None:
    path = tmp_path / "7b.zip"
    path.write_bytes(zipped(fill, holds("ok.json", result("Bo"))))
    left_out, ok = found_in(path)
    assert reason in str(left_out.holds)
    assert ok.holds == submission("Bo")


def test_of_two_entries_of_one_name_both_are_read(tmp_path: Path) -> None:
    path = tmp_path / "7b.zip"

    def twice(zip_: ZipFile) -> None:
        zip_.writestr("x.json", result("Ada"))
        zip_.writestr("x.json", result("Bo"))

    path.write_bytes(zipped(twice))
    assert [one.holds for one in found_in(path)] == [submission("Ada"), submission("Bo")]


def encrypted(data: bytes) -> bytes:
    """Return a zip that says of its entry that it has a password."""
    directory = data.index(b"PK\x01\x02")
    made = bytearray(data)
    made[6] |= 1
    made[directory + 8] |= 1
    return bytes(made)


def lying(data: bytes, size: int) -> bytes:
    """Return a zip whose directory says another size of its entry."""
    at = data.index(b"PK\x01\x02") + 24
    return data[:at] + struct.pack("<I", size) + data[at + 4 :]


ONE = zipped(named("x.json"))
BOMB = zipped(holds("x.json", b'{"format": "quiz result"' + b" " * 10**8))
DEEP = zipped(holds("2.zip", zipped(holds("3.zip", ONE))))
WHOLE: list[tuple[str, bytes, str]] = [
    ("a password", encrypted(ONE), "It is locked with a password"),
    ("a bomb", BOMB, "The file is too large"),
    ("a bomb that lies", lying(BOMB, 1000), "the zip is damaged"),
    ("zips in zips", DEEP, "The zip stands too deep in others."),
    ("cut off", ONE[:-30], "It is no zip, or is cut off or damaged."),
    ("no zip", b"Ada: 7 points", "It is no zip, or is cut off or damaged."),
    ("nothing", b"", "It is no zip, or is cut off or damaged."),
    ("empty", zipped(lambda _: None), "There is no result in this zip."),
    ("photos", zipped(holds("a.jpg", b"\xff")), "There is no result in this zip."),
    ("damaged", ONE.replace(ONE[60:70], b"\xff" * 10), "It can't be unpacked: the zip is damaged."),
]


@pytest.mark.parametrize(("data", "reason"), [row[1:] for row in WHOLE], ids=[r[0] for r in WHOLE])
def test_a_zip_that_can_t_be_read_is_said_with_its_reason(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    path = tmp_path / "7b.zip"
    path.write_bytes(data)
    found = found_in(path)
    assert [type(one.holds) for one in found] == [str]
    assert reason in str(found[0].holds)


def test_files_in_a_zip_end_somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "7b.zip"
    path.write_bytes(zipped(*(holds(f"{n}.json", result(f"L{n}")) for n in range(9))))
    monkeypatch.setattr(archive, "MOST", 8)
    assert [one.holds for one in found_in(path)] == [
        "The zip holds too many files: 8 are the most."
    ]


def test_so_do_the_bytes_that_are_unpacked_of_all_of_them(tmp_path: Path) -> None:
    fill = b" " * (2 * 1024 * 1024 - 1)
    inner = zipped(*(holds(f"{n}.json", fill) for n in range(90)))
    path = tmp_path / "7b.zip"
    path.write_bytes(zipped(holds("in.zip", inner), holds("x.json", fill)))
    said = [str(one.holds) for one in found_in(path)]
    assert len(said) < 40
    assert said[-3:] == ["The zip holds too much: 67,108,864 bytes are the most."] * 3


@pytest.mark.parametrize("name", ["\x1b]52;c;eA==\x07.json", "a\u202eb.json", "x" * 5000 + ".json"])
def test_a_name_in_a_zip_can_write_nothing_to_the_screen(tmp_path: Path, name: str) -> None:
    path = tmp_path / "7b.zip"
    path.write_bytes(zipped(named(name)))
    (one,) = found_in(path)
    assert one.holds == submission()
    assert one.source.isprintable()


@settings(max_examples=150, deadline=None)
@given(cut=st.integers(0, len(ONE)), at=st.integers(0, len(ONE) - 1), byte=st.integers(0, 255))
def test_no_damage_to_a_zip_is_a_fault_of_the_program(
    tmp_path_factory: pytest.TempPathFactory, cut: int, at: int, byte: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.zip"
    made = bytearray(zipped(from_platform)[:-cut] if cut % 3 == 0 and cut else ONE)
    made[at % len(made)] = byte
    path.write_bytes(made)
    for one in found_in(path):
        assert isinstance(one.holds, str | Submission)
