"""Cuts the power after every change on disk, in every way, and says how it went: `make power`."""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from tests.power.disk import Cut
from tests.power.scenes import scenes


def main() -> int:
    """Go through all scenes, and return 1 where something was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.power")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--times", type=int, default=3, help="how often each cut is made")
    args = parser.parse_args()
    began, cuts, lost = time.monotonic(), Counter[str](), []
    with tempfile.TemporaryDirectory() as home:
        for scene in scenes(Path(home)):
            rng = Random(f"{args.seed} {scene.name}")
            for point in scene.points():
                for cut in (*Cut, *(Cut.PREFIX, Cut.TORN) * args.times):
                    cuts[scene.name] += 1
                    try:
                        scene.cut(point, cut, rng)
                    except AssertionError as error:
                        lost.append(f"{error.__notes__}: {error}")
    report = {
        "seed": args.seed,
        "minutes": round((time.monotonic() - began) / 60, 1),
        "cuts": dict(cuts),
        "lost": lost,
    }
    sys.stdout.write(json.dumps(report, indent=2) + "\n")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
