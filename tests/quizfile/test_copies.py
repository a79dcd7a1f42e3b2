"""The compiled copies of quizzes, and what may happen to them."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from errno import ENOSPC
from pathlib import Path
from random import Random

import pytest

import quiz
from quiz.model.problem import UnreadableQuiz
from quiz.model.question import Gap
from quiz.model.quiz import Quiz
from quiz.quizfile import compiled, copies, opening, reader
from quiz.quizfile.compiled import Compiled
from quiz.quizfile.opening import open_quiz
from quiz.quizfile.packing import pack
from quiz.quizfile.shelf import shipped

KETAMINE = shipped() / "ketamine.yaml"
AS_ROOT = os.name != "posix" or os.getuid() == 0
Harm = Callable[[Path], None]


@pytest.fixture(scope="module")
def whole() -> Quiz:
    """Return the quiz as the reader reads it."""
    return reader.read(KETAMINE)


def folder(home: Path) -> Path:
    return home / "cache" / "quiz" / "quizzes"


def the_copy(home: Path) -> Path:
    (path,) = folder(home).iterdir()
    return path


def same(quiz: Quiz, whole: Quiz) -> bool:
    return repr(replace(quiz, questions=tuple(quiz.questions))) == repr(whole)


def test_the_second_time_a_quiz_comes_from_its_copy(
    file: Path, whole: Quiz, reads: list[str]
) -> None:
    first, second = open_quiz(file), open_quiz(file)
    assert isinstance(second.questions, Compiled)
    assert not isinstance(first.questions, Compiled)
    assert same(second, whole)
    assert len(reads) == 1


def test_the_questions_are_a_sequence_like_any_other(file: Path, whole: Quiz) -> None:
    open_quiz(file)
    quiz = open_quiz(file)
    there, here = quiz.questions, whole.questions
    assert len(there) == len(here)
    assert there[0] == here[0]
    assert there[-1] == here[-1]
    assert there[2:9:3] == here[2:9:3]
    assert here[3] in there
    assert there.index(here[3]) == 3
    with pytest.raises(IndexError):
        there[len(here)]
    assert quiz.at([5, 1]) == (here[5], here[1])
    assert quiz.scored == whole.scored
    assert quiz.longest_attempt == whole.longest_attempt
    assert quiz.minutes == whole.minutes
    assert quiz.question(here[4].id) == here[4]
    assert quiz.question("nothing") is None
    assert quiz == open_quiz(file)
    assert quiz == whole
    assert whole == quiz
    assert there != here[1:]


def test_a_field_of_all_questions_is_that_of_each(file: Path, whole: Quiz) -> None:
    open_quiz(file)
    quiz = open_quiz(file)
    for field in compiled.DRAWN:
        assert list(quiz.each(field)) == list(whole.each(field))


def test_a_quiz_that_was_edited_is_read_anew(file: Path, reads: list[str]) -> None:
    open_quiz(file)
    file.write_text(file.read_text().replace("title: What is", "title: What was", 1))
    assert open_quiz(file).title.startswith("What was")
    assert len(reads) == 2


def test_a_copy_serves_the_same_bytes_under_any_name(
    file: Path, tmp_path: Path, reads: list[str]
) -> None:
    open_quiz(file)
    open_quiz(Path(shutil.copy(file, tmp_path / "other.yaml")))
    assert len(reads) == 1


def test_another_reader_has_copies_of_its_own(
    file: Path, reads: list[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_quiz(file)
    monkeypatch.setattr(copies, "_reader", lambda: "of-another-day")
    open_quiz(file)
    open_quiz(file)
    assert len(reads) == 2
    assert len(list(folder(home).iterdir())) == 2


def test_the_reader_is_another_one_where_its_code_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "quiz"
    for part in ("model", "quiz"):
        (package / part).mkdir(parents=True)
    (package / "quiz" / "rules.py").write_text("1")
    marks = {copies._mark_of(str(package))}
    (package / "quiz" / "rules.py").write_text("12")
    marks.add(copies._mark_of(str(package)))
    (package / "model" / "quiz.py").write_text("1")
    marks.add(copies._mark_of(str(package)))
    monkeypatch.setattr(quiz, "__version__", "99")
    marks.add(copies._mark_of(str(package)))
    shutil.rmtree(package / "model")
    marks.add(copies._mark_of(str(package)))
    (package / "quiz" / "rules.py").write_text("123")
    marks.add(copies._mark_of(str(package)))
    shutil.rmtree(package)
    marks.add(copies._mark_of(str(package)))
    assert len(marks) == 7


def test_a_quiz_with_faults_has_no_copy(tmp_path: Path, home: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("schema: 1\n")
    with pytest.raises(UnreadableQuiz):
        open_quiz(bad)
    with pytest.raises(UnreadableQuiz, match="no such file"):
        open_quiz(tmp_path / "none.yaml")
    assert not folder(home).exists()


def test_copies_are_for_the_user_alone(file: Path, home: Path) -> None:
    open_quiz(file)
    assert folder(home).stat().st_mode & 0o777 == 0o700
    assert the_copy(home).stat().st_mode & 0o777 == 0o600


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def text(path: Path) -> None:
    path.write_text("no database\n" * 9_000)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def to_nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("nowhere"))


def with_bytes(before: bytes, after: bytes) -> Harm:
    def harm(path: Path) -> None:
        data = path.read_bytes()
        assert before in data
        path.write_bytes(data.replace(before, after))

    return harm


def with_head(change: Callable[[bytes], bytes], more: int = 0) -> Harm:
    """Return what gives a copy another head, under a seal that holds, and more questions."""

    def harm(path: Path) -> None:
        data = path.read_bytes()
        size = compiled._PREAMBLE.size
        magic, count, start, length, _ = compiled._PREAMBLE.unpack(data[:size])
        head, count = change(data[start : start + length]), count + more
        seal = compiled._seal(head, count, start)
        preamble = compiled._PREAMBLE.pack(magic, count, start, len(head), seal)
        path.write_bytes(preamble + data[size:start] + head)

    return harm


def with_entry(change: Callable[[int, int, int], tuple[int, int, int]]) -> Harm:
    """Return what gives the question at place 3 another entry."""

    def harm(path: Path) -> None:
        data = path.read_bytes()
        _, count, start, _, _ = compiled._PREAMBLE.unpack(data[: compiled._PREAMBLE.size])
        at = start - (count - 3) * compiled._ENTRY.size
        end = at + compiled._ENTRY.size
        entry = compiled._ENTRY.pack(*change(*compiled._ENTRY.unpack(data[at:end])))
        path.write_bytes(data[:at] + entry + data[end:])

    return harm


def with_two_in_place_of_each_other(path: Path) -> None:
    data = path.read_bytes()
    _, count, start, _, _ = compiled._PREAMBLE.unpack(data[: compiled._PREAMBLE.size])
    size = compiled._ENTRY.size
    at = start - count * size
    one, two = data[at : at + size], data[at + size : at + 2 * size]
    path.write_bytes(data[:at] + two + one + data[at + 2 * size :])


HARMS: dict[str, Harm] = {
    "empty": empty,
    "cut in half": cut,
    "zeros": zeros,
    "text": text,
    "a folder": a_folder,
    "a link to nowhere": to_nowhere,
    "another program's": with_bytes(b"quiz copy", b"some copy"),
    "with other words": with_bytes(b"What is ketamine", b"What is caffeine"),
    "with other fields": with_bytes(b"\x1fuses\x1f", b"\x1frisk\x1f"),
    "with bytes for text": with_head(lambda head: b"\xff" + head),
    "with no head": with_head(lambda _: b""),
    "with too few fields": with_head(lambda head: head.rpartition(b"\x1e")[0]),
    "with another value": with_head(lambda head: b"\x1e".join((b"i1", *head.split(b"\x1e")[1:]))),
    "with another class": with_head(
        lambda head: b"\x1e".join((pack(Gap(accept=("x",))).encode(), *head.split(b"\x1e")[1:]))
    ),
    "with more questions than there are": with_head(lambda head: head, 10**6),
    "with a question cut off": with_entry(lambda at, length, seal: (at, length - 1, seal)),
    "with a question beyond the end": with_entry(lambda _, length, seal: (2**40, length, seal)),
    "with a question without end": with_entry(lambda at, _, seal: (at, 2**32 - 1, seal)),
    "with another seal": with_entry(lambda at, length, seal: (at, length, seal ^ 1)),
    "with questions in place of each other": with_two_in_place_of_each_other,
    "with another question": with_bytes(b"\x1fid\x1f'", b"\x1fid\x1f'x"),
}


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_a_copy_that_was_harmed_is_no_copy(
    harm: Harm, file: Path, home: Path, whole: Quiz, reads: list[str]
) -> None:
    open_quiz(file)
    harm(the_copy(home))
    assert same(open_quiz(file), whole)
    assert len(reads) == 2


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_a_copy_that_is_harmed_while_it_is_open_is_left(
    harm: Harm, file: Path, home: Path, whole: Quiz
) -> None:
    open_quiz(file)
    quiz = open_quiz(file)
    harm(the_copy(home))
    assert quiz.questions[3] == whole.questions[3]
    assert tuple(quiz.questions) == tuple(whole.questions)


def test_a_copy_with_a_text_without_end_is_no_copy(
    file: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_quiz(file)
    monkeypatch.setattr(compiled, "_LONGEST", 1000)
    open_quiz(file)
    assert len(reads) == 2


def test_a_copy_with_a_wrong_byte_anywhere_never_shows_it(
    file: Path, home: Path, whole: Quiz
) -> None:
    open_quiz(file)
    path = the_copy(home)
    sound, rng = path.read_bytes(), Random(1)
    for _ in range(150):
        at = rng.randrange(len(sound))
        path.write_bytes(sound[:at] + bytes([sound[at] ^ rng.randrange(1, 256)]) + sound[at + 1 :])
        assert same(open_quiz(file), whole), at


def test_a_copy_that_was_harmed_is_made_anew(file: Path, home: Path, reads: list[str]) -> None:
    open_quiz(file)
    empty(the_copy(home))
    open_quiz(file)
    open_quiz(file)
    assert len(reads) == 2


def test_a_copy_that_is_gone_and_a_quiz_that_was_edited_meanwhile(file: Path, home: Path) -> None:
    open_quiz(file)
    quiz = open_quiz(file)
    the_copy(home).unlink()
    file.write_text(file.read_text() + "\n")
    with pytest.raises(UnreadableQuiz) as caught:
        quiz.questions[0]
    said = "the file was changed while it was open: open it again"
    assert str(caught.value) == f"{file}:1:1: {said}"


def test_without_a_place_for_copies_a_quiz_opens_all_the_same(
    file: Path, home: Path, whole: Quiz, reads: list[str]
) -> None:
    (home / "cache").write_text("a file where the folder should be")
    assert same(open_quiz(file), whole)
    assert same(open_quiz(file), whole)
    assert len(reads) == 2


@pytest.mark.skipif(AS_ROOT, reason="nothing is read-only to the superuser")
def test_where_nothing_can_be_written(file: Path, home: Path, whole: Quiz) -> None:
    folder(home).mkdir(parents=True)
    folder(home).chmod(0o500)
    assert same(open_quiz(file), whole)
    assert same(open_quiz(file), whole)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_a_folder_that_others_can_write_in_is_not_used(
    file: Path, home: Path, reads: list[str]
) -> None:
    open_quiz(file)
    folder(home).chmod(0o777)
    open_quiz(file)
    open_quiz(file)
    assert len(reads) == 3


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_a_folder_that_others_can_only_look_into_is_used(
    file: Path, home: Path, reads: list[str]
) -> None:
    open_quiz(file)
    folder(home).chmod(0o755)
    open_quiz(file)
    assert len(reads) == 1


def test_a_link_in_place_of_the_folder_is_not_used(
    file: Path, home: Path, tmp_path: Path, reads: list[str]
) -> None:
    (home / "cache" / "quiz").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    folder(home).symlink_to(tmp_path / "elsewhere")
    open_quiz(file)
    open_quiz(file)
    assert len(reads) == 2
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_write_that_fails_leaves_nothing(
    file: Path, home: Path, whole: Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: str, quiz: Quiz) -> None:
        Path(path).write_text("half of it")
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(compiled, "write", full)
    assert same(open_quiz(file), whole)
    assert not list(folder(home).iterdir())


def test_a_quiz_that_can_not_be_packed_has_no_copy(home: Path, whole: Quiz) -> None:
    copies.keep(b"", replace(whole, title="a\x1fb"))
    assert not list(folder(home).iterdir())


def test_the_oldest_copies_give_way(
    file: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_quiz(file)
    oldest = the_copy(home)
    os.utime(oldest, (1, 1))
    monkeypatch.setattr(copies, "ROOM", 2 * oldest.stat().st_size + 4096)
    for number in range(2):
        file.write_text(file.read_text() + f"# {number}\n")
        open_quiz(file)
    left = sorted(folder(home).iterdir())
    assert len(left) == 2
    assert oldest not in left


def test_a_draft_of_a_program_that_was_killed_gives_way_too(
    file: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder(home).mkdir(parents=True, mode=0o700)
    draft = folder(home) / "abc.1-2.draft"
    draft.write_bytes(bytes(1_000_000))
    os.utime(draft, (1, 1))
    monkeypatch.setattr(copies, "ROOM", 900_000)
    open_quiz(file)
    assert not draft.exists()


def test_nothing_of_the_reader_is_needed_for_a_copy(file: Path) -> None:
    assert "reader" not in vars(opening)
    open_quiz(file)
    assert copies.find(file) is not None


def test_two_quizzes_are_not_the_same_because_both_have_copies(tmp_path: Path) -> None:
    text = (shipped() / "ketamine.yaml").read_text(encoding="utf-8")
    opened = []
    for name, ask in (("one", "Which"), ("other", "What")):
        path = tmp_path / f"{name}.yaml"
        path.write_text(text.replace("ask: Which", f"ask: {ask}"), encoding="utf-8")
        open_quiz(path)
        opened.append(open_quiz(path).questions)
    assert all(isinstance(questions, Compiled) for questions in opened)
    assert opened[0] == opened[0]
    assert opened[0] != opened[1]
