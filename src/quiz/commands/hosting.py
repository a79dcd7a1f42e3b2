"""The command that takes a quiz with a class in browsers: what it does."""

import asyncio
import json
import secrets
import signal
import sys
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote
from socket import socket
from urllib.parse import urlsplit

from quiz.commands.arguments import question_filter
from quiz.commands.host import NoHost
from quiz.commands.moment import in_words
from quiz.commands.output import FINE, FOUND, message
from quiz.commands.roster import read_roster
from quiz.model.class_settings import ClassSettings, Explanations, Names, Pace
from quiz.model.text import clean_line
from quiz.service import Service
from quiz.service.classes import Classes
from quiz.service.live_class import LiveClass
from quiz.start import Hosted, Start
from quiz.web.address import ClassAddress, of_this_machine, squares
from quiz.web.hosting import Hosting
from quiz.web.server import listen

_LOOPBACK = "127.0.0.1"
_EXPLANATIONS = {
    None: Explanations.AT_END,
    "at-once": Explanations.AT_ONCE,
    "at-end": Explanations.AT_END,
    "when-shown": Explanations.WHEN_SHOWN,
}
_OF_A_NEW_CLASS = (
    *("topic", "skill", "kind", "count", "form", "seed"),
    *("pace", "explain", "certainty", "seconds", "until", "own_names", "roster", "keep_names"),
)
"""What is chosen once, by the names of the options."""


def run(args: Namespace, service: Service) -> int:
    """Serve a class until it is left; return the exit code.

    Raises:
        QuizError: it can't be opened or served.
    """
    _refuse(args)
    classes = Classes(service.folder)
    classes.purge()
    with listen(args.bind, args.port) as listening:
        room = classes.resume(args.resume) if args.resume else _begin(args, service, classes)
        with closing(room):
            return _host(args, service, room, listening)


def _host(args: Namespace, service: Service, room: LiveClass, listening: socket) -> int:
    if room.notice:
        message(room.notice)
    address = ClassAddress(
        learners=_address(args, listening.getsockname()[1]), token=secrets.token_urlsafe(24)
    )
    results = Path(args.results or f"{room.quiz.id}-class-{room.code}")
    hosting = Hosting(room, address, listening, results)
    code = _without_screen(hosting) if args.no_screen else _on_screen(hosting, service)
    hosting.write_results()
    return _told(args, hosting, code)


def _refuse(args: Namespace) -> None:
    """Refuse what can't be asked for together.

    Raises:
        NoHost: it can't.
    """
    if bool(args.quiz) == bool(args.resume):
        raise NoHost("Name the quiz to take, or the class to go on with: --resume CODE.")
    chosen = [name for name in _OF_A_NEW_CLASS if getattr(args, name)] if args.resume else []
    if chosen:
        option = chosen[0].replace("_", "-")
        raise NoHost(f"--{option} is for a new class. One that goes on keeps what was chosen.")
    if args.until and args.until < datetime.now(UTC):
        raise NoHost(f"{in_words(args.until)} is over already.")
    if args.explain and args.pace != "own":
        raise NoHost("--explain is for --pace own. Else you show each explanation yourself.")
    if args.seconds and args.pace == "own":
        raise NoHost("--seconds is for the teacher's pace. At their own pace: --until")
    if args.url and not _is_address(args.url):
        raise NoHost("Write --url as https://quiz.school.example/, without a path.")
    if not args.no_screen and not has_terminal():
        raise NoHost("There is no terminal for your screen. Without one: --no-screen")


def has_terminal() -> bool:
    """Return whether there is a terminal for the teacher's screen."""
    return all(one.isatty() for one in (sys.stdin, sys.stdout))


def _is_address(url: str) -> bool:
    """Return whether a URL names a host, and nothing on it."""
    parts = urlsplit(url)
    whole = parts.scheme in {"http", "https"} and bool(parts.hostname)
    return whole and f"{parts.scheme}://{parts.netloc}" == url.rstrip("/")


def _begin(args: Namespace, service: Service, classes: Classes) -> LiveClass:
    quiz, source = service.library.open_to_copy(args.quiz)
    roster = read_roster(Path(args.roster)) if args.roster else ()
    settings = ClassSettings(
        pace=Pace(args.pace or Pace.TEACHER),
        explanations=_EXPLANATIONS[args.explain],
        names=Names.ROSTER if roster else Names.OWN if args.own_names else Names.MADE,
        certainty=args.certainty,
        form=args.form,
        seconds=args.seconds,
        until=args.until,
        keep_names=args.keep_names,
    )
    wanted = question_filter(args, quiz)
    return classes.begin(quiz, source, settings, wanted, roster=roster, seed=args.seed)


def _address(args: Namespace, port: int) -> str:
    """Return what learners open: what was said, or this machine's address on its network."""
    if args.url:
        return f"{args.url.rstrip('/')}/"
    everywhere = args.bind in {"0.0.0.0", "::"}  # noqa: S104  compared, not listened at
    host = next(iter(of_this_machine()), _LOOPBACK) if everywhere else args.bind
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def _on_screen(hosting: Hosting, service: Service) -> int:
    """Lead the class from the terminal."""
    from quiz.tui import app

    address = hosting.address
    hosted = Hosted(
        room=hosting.room,
        address=address.learners,
        teacher=address.teacher,
        code=squares(address.join(hosting.room.code)),
        teacher_code=squares(address.teacher),
        serve=hosting.serve,
        others=tuple(one for one in of_this_machine() if one not in address.host),
    )
    return app.run(service, Start(screen="host", hosted=hosted))


def _without_screen(hosting: Hosting) -> int:
    """Serve until the program is told to end; say where, in one line of JSON."""
    address = hosting.address
    where = {"learners": address.learners, "code": hosting.room.code, "teacher": address.teacher}

    def ready() -> None:
        sys.stdout.write(json.dumps(where) + "\n")
        sys.stdout.flush()

    asyncio.run(_until_told(hosting, ready))
    return FINE


async def _until_told(hosting: Hosting, ready: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows has no signals to handle in a loop
            loop.add_signal_handler(number, hosting.stop)
    await hosting.serve(ready)


def _told(args: Namespace, hosting: Hosting, code: int) -> int:
    """Say where the results are, or how to go on; return the exit code."""
    if hosting.written:
        folder, quiz = quote(clean_line(str(hosting.written))), args.quiz or hosting.room.quiz.id
        message(f"The results are in {folder}")
        message(f"To see them: quiz report {folder} --quiz {quote(clean_line(quiz))}")
        return code
    if hosting.trouble:
        message(hosting.trouble)
    message(f"To go on with this class: quiz host --resume {hosting.room.code}")
    return FOUND if hosting.trouble else code
