"""Feeds what it makes up to the program for as long as it is told, guided by what code is reached.

    make fuzz                                  every target; minutes each: MINUTES=60
    python -m tests.fuzz reader --minutes 60   one of them

It needs atheris (the dependency group `fuzz`). What it finds is put into a folder, each find once;
it goes on until the time is over. It says what it did on the standard output, as JSON.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
SEEDS = (*ROOT.glob("tests/banks/*/*.yaml"), *ROOT.glob("tests/tui/quizzes/*.yaml"))
LARGEST = 20_000
"""Bytes of the largest input."""
SLOW = 5.0
"""Seconds of CPU that no input of that size may take, with the instruments in it."""
TARGETS = ("reader", "program", "answers")


def main() -> int:
    """Fuzz one target and say what came of it; return 1 where something was found."""
    args, rest = _parser().parse_known_args()
    if args.child:
        _fuzz(args.target, Path(args.finds), rest)
        return 0
    finds = Path(args.finds).resolve()
    finds.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as corpus:
        for path in SEEDS:
            (Path(corpus) / path.name).write_bytes(path.read_bytes()[:LARGEST])
        log = _run(args, finds, Path(corpus))
    found = sorted(path.name for path in finds.glob(f"{args.target}-*.txt"))
    report = _report(args, log, time.monotonic() - began, found)
    sys.stdout.write(json.dumps(report, indent=2) + "\n")
    return 1 if found else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", allow_abbrev=False)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--finds", default="finds", help="the folder for what is found")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    return parser


def _run(args: argparse.Namespace, finds: Path, corpus: Path) -> str:
    """Run libFuzzer, which never returns, in a process of its own; return what it said."""
    command = [
        *(sys.executable, "-m", "tests.fuzz", args.target, "--child", f"--finds={finds}"),
        *(f"-seed={args.seed}", f"-max_total_time={round(args.minutes * 60)}"),
        *(f"-max_len={LARGEST}", "-timeout=60", "-rss_limit_mb=2048", "-print_final_stats=1"),
        *(f"-artifact_prefix={finds}/{args.target}-", str(corpus)),
    ]
    log = finds / f"{args.target}.log"
    with log.open("wb") as file:
        subprocess.run(command, cwd=ROOT, stdout=file, stderr=file, check=False)
    return log.read_text(errors="replace")


def _report(
    args: argparse.Namespace, log: str, seconds: float, finds: list[str]
) -> dict[str, object]:
    stats = dict(re.findall(r"stat::(\w+):\s+(\d+)", log))
    reached = re.findall(r"cov: (\d+) ft: (\d+) corp: (\d+)", log)
    return {
        "target": args.target,
        "seed": args.seed,
        "minutes": round(seconds / 60, 1),
        "inputs": int(stats.get("number_of_executed_units", 0)),
        "edges": int(reached[-1][0]) if reached else 0,
        "kept": int(reached[-1][2]) if reached else 0,
        "slowest_seconds": int(stats.get("slowest_unit_time_sec", 0)),
        "peak_mb": int(stats.get("peak_rss_mb", 0)),
        "finds": finds,
    }


def _fuzz(target: str, finds: Path, arguments: list[str]) -> None:
    import atheris  # noqa: PLC0415  only the child needs it

    with atheris.instrument_imports(include=["quiz", "yaml"]):
        from tests.fuzz import oracle  # noqa: F401, PLC0415
    from tests.fuzz.mutation import mutated  # noqa: PLC0415

    seeds = [path.read_bytes() for path in SEEDS]
    judge = _judge(target)
    seen: set[str] = set()

    def one(data: bytes) -> None:
        began = time.process_time()
        try:
            judge(data)
            assert time.process_time() - began < SLOW, "too slow"
        except Exception as error:
            _keep(error, data, finds / target, seen)

    def change(data: bytes, most: int, seed: int) -> bytes:
        rng = Random(seed)
        if target == "answers" or rng.random() < 0.2:
            return bytes(atheris.Mutate(data, len(data) + 64))[:most]
        return mutated(data, rng, seeds)[:most]

    atheris.Setup([sys.argv[0], *arguments], one, custom_mutator=change)
    atheris.Fuzz()


def _judge(target: str) -> Callable[[bytes], None]:
    """Return what looks at an input."""
    from quiz.engine.selection import Presented, QuestionFilter, select  # noqa: PLC0415
    from quiz.model.quiz import Quiz  # noqa: PLC0415
    from quiz.quizfile.reader import read  # noqa: PLC0415
    from tests.fuzz import oracle  # noqa: PLC0415

    bees = read(ROOT / "tests/tui/quizzes/bees.yaml")
    questions: tuple[Presented, ...] = select(bees, QuestionFilter(), Random(1))

    def reader(data: bytes) -> None:
        oracle.verdict(data)

    def program(data: bytes) -> None:
        found = oracle.verdict(data)
        if isinstance(found, Quiz) and len(found.questions) < 30:
            oracle.take(found, Random(len(data)))
            oracle.look_over(found)

    def answers(data: bytes) -> None:
        line = data[1:].decode(errors="replace")
        oracle.hear(line[:2_000], questions[sum(data[:1]) % len(questions)], bees)

    return {"reader": reader, "program": program, "answers": answers}[target]


def _keep(error: Exception, data: bytes, prefix: Path, seen: set[str]) -> None:
    """Write a find down, unless one of the same place was."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__}-{Path(last.filename).stem}-{last.lineno}"
    if place in seen:
        return
    seen.add(place)
    name = f"{prefix}-{place}-{hashlib.sha256(data).hexdigest()[:8]}"
    Path(f"{name}.input").write_bytes(data)
    Path(f"{name}.txt").write_text("".join(traceback.format_exception(error)), errors="replace")


if __name__ == "__main__":
    sys.exit(main())
