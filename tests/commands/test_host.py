"""A class in browsers as a command: what it takes, where it is reached, how it ends and goes on."""

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

import httpx
import pytest

from quiz.commands.output import FINE, FOUND, USAGE
from quiz.engine.lesson import Lesson
from quiz.engine.selection import QuestionFilter, select
from quiz.model.answer import Answer
from quiz.model.class_settings import Explanations, Names, Pace
from quiz.quizfile.reader import read
from quiz.service import Service
from quiz.service.classes import Classes
from quiz.start import Start
from tests.engine.test_lesson import known
from tests.support.answers import right_answer, wrong_answer
from tests.support.files import BEES
from tests.support.ports import free_port
from tests.support.terminal import ENTER, QUIZ, Terminal
from tests.web.browser import as_form

from .conftest import Run

NAME = str(BEES)
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
FEW = ("--kind", "choice", "--kind", "statement", "--count", "2", "--seed", "1")


class Program:
    """The command, run without a screen as on a server."""

    def __init__(self, folder: Path, *argv: str) -> None:
        command = [sys.executable, "-m", "quiz", "host", "--no-screen", "--bind", "127.0.0.1"]
        self.process = subprocess.Popen(
            [*command, *argv],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, self.process.communicate()[1]
        self.where: dict[str, str] = json.loads(line)
        self.browsers: list[httpx.Client] = []

    def browser(self) -> httpx.Client:
        """Return a browser that has been nowhere."""
        browser = httpx.Client(
            base_url=self.where["learners"],
            follow_redirects=True,
            timeout=30,
            verify=False,  # there is no TLS, and its certificates would be read each time
        )
        self.browsers.append(browser)
        return browser

    def learner(self, name: str) -> httpx.Client:
        """Return the browser of a learner who has joined."""
        browser = self.browser()
        joined = browser.post("/join", data={"code": self.where["code"].lower(), "name": name})
        assert joined.status_code == 200, joined.text
        return browser

    def teacher(self) -> httpx.Client:
        """Return the browser of the teacher."""
        browser = self.browser()
        assert browser.get(self.where["teacher"]).status_code == 200
        return browser

    def end(self, number: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        """End it, and return its exit code and what it said."""
        self.process.send_signal(number)
        out, err = self.process.communicate(timeout=60)
        assert out == ""
        return self.process.returncode, err


Serve = Callable[..., Program]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Return what runs the command in a folder of this test."""
    programs: list[Program] = []

    def run(*argv: str) -> Program:
        programs.append(Program(tmp_path, *argv))
        return programs[-1]

    yield run
    for program in programs:
        for browser in program.browsers:
            browser.close()
        if program.process.poll() is None:
            program.process.kill()
            program.process.communicate()


def step(teacher: httpx.Client, name: str) -> None:
    """Press a button of the teacher's page."""
    version = teacher.get("/teach").text.partition('name="version" value="')[2].partition('"')[0]
    done = teacher.post("/teach", data={"step": name, "version": version})
    assert done.status_code == 200, done.text


def send(learner: httpx.Client, position: int, answer: Answer) -> None:
    """Answer a question as a page without a script does."""
    fields = {"position": str(position), "round": "1", **as_form(answer)}
    saved = learner.post("/answer", data=fields)
    assert "Saved." in saved.text


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    """Return the two questions that the classes of this file ask."""
    quiz, wanted = read(BEES), QuestionFilter(kinds=frozenset({"choice", "statement"}), count=2)
    return Lesson(quiz, select(quiz, wanted, Random(1)))


def right(lesson: Lesson, position: int) -> Answer:
    """Return the right answer by the places that are shown."""
    answer = known(right_answer(lesson.question(position), lesson.quiz))
    return lesson.written(position, answer)


def wrong(lesson: Lesson, position: int) -> Answer:
    """Return a wrong answer by the places that are shown."""
    return lesson.written(position, known(wrong_answer(lesson.question(position), lesson.quiz)))


def test_a_class_from_the_code_to_the_report(
    serve: Serve, lesson: Lesson, tmp_path: Path, run: Run
) -> None:
    program = serve(NAME, "--own-names", "--results", "class results", *FEW)
    teacher = program.teacher()
    learners = {name: program.learner(name) for name in ("Ana", "Ben", "Cleo")}
    step(teacher, "begin")
    for position in range(2):
        step(teacher, "open")
        for name, learner in learners.items():
            send(learner, position, (wrong if name == "Ana" else right)(lesson, position))
        step(teacher, "close")
        step(teacher, "show")
        step(teacher, "end" if position else "next")
    code, said = program.end()
    assert code == FINE
    assert "The results are in 'class results'" in said
    assert f"To see them: quiz report 'class results' --quiz {NAME}" in said
    ran = run("report", str(tmp_path / "class results"), "--quiz", NAME, "--json")
    assert ran.code == FINE, ran.err
    (form,) = json.loads(ran.out)["forms"]
    assert {one["submission"]["learner"]: one["points"] for one in form["learners"]} == {
        "Ana": 0,
        "Ben": 2,
        "Cleo": 2,
    }


def test_a_killed_class_goes_on_where_it_stood(serve: Serve, lesson: Lesson) -> None:
    port = str(free_port())
    first = serve(NAME, "--port", port, *FEW)
    learner, teacher = first.learner(""), first.teacher()
    step(teacher, "begin")
    step(teacher, "open")
    send(learner, 0, right(lesson, 0))
    first.end(signal.SIGKILL)
    second = serve("--resume", first.where["code"].lower(), "--port", port)
    assert second.where["code"] == first.where["code"]
    assert second.where["teacher"] != first.where["teacher"]
    assert "Saved. You can change it" in learner.get("/").text
    code, said = second.end(signal.SIGINT)
    assert code == FINE
    assert f"quiz host --resume {first.where['code']}" in said


def test_a_class_that_runs_is_not_taken_up_twice(serve: Serve, run: Run) -> None:
    code = serve(NAME, *FEW).where["code"]
    ran = run("host", "--no-screen", "--resume", code)
    assert ran.code == FOUND
    assert "runs in another window or program" in ran.err


def test_a_code_of_no_class_names_those_there_are(serve: Serve, run: Run) -> None:
    code = serve(NAME, *FEW).where["code"]
    ran = run("host", "--no-screen", "--resume", "XXXXXX")
    assert ran.code == USAGE
    assert code in ran.err


def test_results_that_cannot_be_written_are_said_and_the_class_is_kept(
    serve: Serve, lesson: Lesson, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    program = serve(NAME, "--results", "file/results", *FEW)
    learner, teacher = program.learner(""), program.teacher()
    for name in ("begin", "open"):
        step(teacher, name)
    send(learner, 0, right(lesson, 0))
    step(teacher, "end")
    code, said = program.end()
    assert code == FOUND
    assert "file" in said
    assert f"quiz host --resume {program.where['code']}" in said
    again = serve("--resume", program.where["code"], "--results", "results")
    assert again.end()[0] == FINE
    assert len([*(tmp_path / "results").glob("*.json")]) == 1


def test_only_who_is_on_the_roster_joins(serve: Serve, tmp_path: Path) -> None:
    (tmp_path / "class.txt").write_text("Ana Lopez\nBen Okafor\n")
    program = serve(NAME, "--roster", "class.txt", *FEW)
    program.learner("ana lopez")
    browser = program.browser()
    refused = browser.post("/join", data={"code": program.where["code"], "name": "Zoe"})
    assert refused.status_code == 422
    assert "Ben" not in refused.text


def test_behind_a_proxy_the_address_is_the_one_that_learners_open(serve: Serve) -> None:
    program = serve(NAME, "--url", "https://quiz.school.example", *FEW)
    assert program.where["learners"] == "https://quiz.school.example/"
    assert program.where["teacher"].startswith("https://quiz.school.example/teach/")


def test_a_port_that_is_taken_is_said(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ran = run("host", NAME, "--no-screen", "--bind", "127.0.0.1", "--port", port)
    assert ran.code == USAGE
    assert f"port {port}" in ran.err
    assert "Try another --port." in ran.err
    assert Classes(Service.at_home().folder).unfinished() == ()


@posix
def test_at_a_terminal_the_code_is_shown_and_the_address_answers() -> None:
    program = Terminal(*QUIZ, "host", NAME, "--bind", "127.0.0.1", *FEW)
    program.wait_for("http://127.0.0.1:")
    program.settle()
    port = re.search(rb"http://127\.0\.0\.1:(\d+)/", program.output)
    assert port
    answer = httpx.get(f"http://127.0.0.1:{int(port[1])}/check")
    assert answer.text == "You have reached the class.\n"
    program.answer("\x1b", "Leave the class now?")
    program.settle()
    program.type(ENTER)
    assert program.end() == FINE
    assert program.has_said("To go on with this class: quiz host --resume")


REFUSED: Mapping[str, Sequence[tuple[str, ...]]] = {
    "Name the quiz to take, or the class to go on with": [(), (NAME, "--resume", "K7M2PX")],
    "--pace is for a new class": [("--resume", "K7M2PX", "--pace", "own")],
    "--keep-names is for a new class": [("--resume", "K7M2PX", "--keep-names")],
    "--count is for a new class": [("--resume", "K7M2PX", "--count", "2")],
    "is over already": [(NAME, "--until", "2020-01-01")],
    "--explain is for --pace own": [(NAME, "--explain", "at-once")],
    "--seconds is for the teacher's pace": [(NAME, "--pace", "own", "--seconds", "5")],
    "Write --url as https://quiz.school.example/, without a path.": [
        (NAME, "--url", url)
        for url in ("quiz.school.example", "ftp://a.b", "https://", "https://a.b/c", "https://a?b")
    ],
    "can't be served at 203.0.113.9": [(NAME, "--bind", "203.0.113.9")],
}


@pytest.mark.parametrize(
    ("said", "argv"), [(said, argv) for said, lines in REFUSED.items() for argv in lines]
)
def test_what_cannot_be_asked_for_is_refused_in_words(
    run: Run, said: str, argv: tuple[str, ...]
) -> None:
    ran = run("host", "--no-screen", *argv)
    assert (ran.code, ran.out) == (USAGE, "")
    assert said in ran.err
    assert Classes(Service.at_home().folder).unfinished() == ()


@pytest.mark.parametrize(
    "argv",
    [("--port", "0"), ("--port", "70000"), ("--own-names", "--roster", "x"), ("--pace", "x")],
)
def test_what_no_class_can_have_is_wrong_usage(run: Run, argv: tuple[str, ...]) -> None:
    assert run("host", NAME, "--no-screen", *argv).code == USAGE


def test_without_a_terminal_the_screen_is_not_opened(run: Run) -> None:
    ran = run("host", NAME)
    assert (ran.code, "--no-screen" in ran.err) == (USAGE, True)


def test_a_draft_is_not_hosted(run: Run, tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    draft.write_text(BEES.read_text().replace("\ntopics:", "\ndraft: true\ntopics:"))
    ran = run("host", str(draft), "--no-screen")
    assert ran.code == USAGE
    assert "draft" in ran.err


@pytest.mark.parametrize("missing", ["starlette", "uvicorn", "segno"])
def test_without_its_packages_it_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    for name in [name for name in sys.modules if name.startswith(("quiz.web", missing))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "quiz.commands.hosting", raising=False)
    monkeypatch.setitem(sys.modules, missing, None)
    ran = run("host", NAME, "--no-screen")
    assert ran.code == USAGE
    assert f"needs {missing}, which is not installed" in ran.err
    assert "pip install 'article-quiz[host]'" in ran.err


def test_the_choices_reach_the_class(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    starts: list[Start] = []

    def note(_: Service, start: Start) -> int:
        starts.append(start)
        return FINE

    monkeypatch.setattr("quiz.tui.app.run", note)
    monkeypatch.setattr("quiz.commands.hosting.has_terminal", lambda: True)
    until = "2990-12-04T10:30:00+00:00"
    ran = run(
        *("host", NAME, "--pace", "own", "--explain", "when-shown", "--until", until),
        *("--certainty", "--own-names", "--keep-names", "--count", "3", "--bind", "127.0.0.1"),
    )
    assert ran.code == FINE
    hosted = starts[0].hosted
    assert hosted
    settings = hosted.room.settings
    assert (settings.pace, settings.explanations) == (Pace.OWN, Explanations.WHEN_SHOWN)
    assert (settings.names, settings.keep_names, settings.certainty) == (Names.OWN, True, True)
    assert settings.until
    assert settings.until.isoformat() == until
    assert len(hosted.room.lesson.asked) == 3
    assert hosted.address.startswith("http://127.0.0.1:")
    assert hosted.teacher.startswith(f"{hosted.address}teach/")
    assert f"quiz host --resume {hosted.room.code}" in ran.err
