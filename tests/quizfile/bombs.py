"""Files that are meant to take all the time or memory there is, or to end the process.

As a program it reads them all under limits, and says of each the first words of its refusal.
"""

import sys
from collections.abc import Callable, Iterator
from itertools import pairwise

CPU = 60
"""Seconds for all of them together."""
MEMORY = 2 * 1024**3
"""Bytes of address space."""


def _aliases() -> str:
    lines = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    lines += [f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]" for old, new in pairwise("abcdefghi")]
    return "\n".join(lines)


def _quiz(questions: str, passage: str = "Cats purr.", more: str = "") -> str:
    return (
        "schema: 1\nid: a\ntitle: T\ntopics: {t: T}\n"
        f"passage: {{title: P, source: S, text: '{passage}'}}\n{more}questions:\n{questions}"
    )


def _question(number: int, fields: str) -> str:
    return (
        f"- {{id: q{number}, kind: short, topic: t, skill: access, ask: Q, explain: E, "
        f"accept: [a], {fields}}}\n"
    )


def _nearly(words: str, number: int, count: int) -> str:
    """Return names that are alike, so that the nearest is hard to find."""
    return ",".join(f"{words * 8}{number}-{n}" for n in range(count))


def _unlisted_claims() -> str:
    claims = "".join(
        f"  {'claim-' * 8}{n}: {{says: x, status: ok, basis: b}}\n" for n in range(1_000)
    )
    questions = (
        _question(n, f"evidence: Cats purr, claims: [{_nearly('klaim-', n, 900)}]")
        for n in range(3)
    )
    return _quiz("".join(questions), more=f"claims:\n{claims}")


def _lost_quotes() -> str:
    passage = " ".join(f"Word{n} is here." for n in range(3_000))
    quotes = ",".join([passage[10:1_900].replace("Word", "Wird")] * 20)
    return _quiz("".join(_question(n, f"evidence: [{quotes}]") for n in range(50)), passage)


def _nearly_found_quotes() -> str:
    passage, quote = "Word " + "a b " * 12_000, "Wrod " + "a b " * 480
    quotes = [",".join(f"{quote}{n}{m}" for m in range(15)) for n in range(4)]
    return _quiz(
        "".join(_question(n, f"evidence: [{all_}]") for n, all_ in enumerate(quotes)),
        f"{passage}.",
    )


def _found_quotes() -> str:
    passage = "Word is here. " * 3_400 + "The end"
    quotes = ",".join(["The end"] * 20)
    questions = [_question(n, f"evidence: [{quotes}]") for n in range(1_500)]
    return _quiz("".join([*questions, "- {}"]), passage)


BOMBS: dict[str, Callable[[], bytes]] = {
    name: (lambda make=make: make().encode(errors="surrogatepass"))  # type: ignore[misc]
    for name, make in (
        ("aliases", _aliases),
        ("recursion", lambda: "&a [*a]"),
        ("anchors", lambda: "[" + "&a b," * 300_000 + "]"),
        ("python object", lambda: "!!python/object/apply:os.system ['true']"),
        ("long number", lambda: "version: " + "9" * 5_000),
        ("long sexagesimal", lambda: "version: " + ":".join(["1"] * 300_000)),
        ("many keys", lambda: "topics: x\n" + "\n".join(f"k{n}: x" for n in range(20_000))),
        (
            "many keys in a question",
            lambda: _question(0, ",".join(f"k{n}: x" for n in range(20_000))),
        ),
        (
            "keys in many options",
            lambda: _quiz(
                "- {id: a, kind: choice, options: ["
                + ",".join(["{" + ",".join(f"k{n}: 1" for n in range(200)) + "}"] * 100)
                + "]}"
            ),
        ),
        ("the same key", lambda: "a: x\n" * 20_000),
        ("the same key in a row", lambda: "a: {" + "b: 1," * 200_000 + "}"),
        ("long key", lambda: "k" * 1_000_000 + ": x"),
        ("long text", lambda: "title: " + "x" * 5_000_000),
        ("long text of escapes", lambda: 'title: "' + "\\x41" * 2_000_000 + '"'),
        ("many documents", lambda: "---\n" * 100_000),
        ("tag directives", lambda: "%TAG ! tag:example.org:\n---\n!a {}"),
        ("comments", lambda: "#\n" * 1_000_000),
        ("lone surrogate", lambda: 'title: "\\ud800"'),
        ("beyond Unicode", lambda: 'title: "\\UFFFFFFFF"'),
        ("many values", lambda: "[" + "a," * 100_000 + "]"),
        ("many kinds", lambda: _quiz("- {kind: choicer}\n" * 10_000)),
        ("null byte escape", lambda: 'title: "\\0"'),
        ("no-break key", lambda: "\u00a0a: b"),
        ("quote over and over", lambda: "questions:\n" + "- {kind: choice}\n" * 5_000),
        ("hyphens before a colon", lambda: "a: b\n " + "-" * 1_000_000 + ": c\n"),
        ("hyphens without a colon", lambda: "a: b\n" + "-" * 1_000_000 + "\n - : c: d"),
        ("spaces before a colon", lambda: "a: b\n " + " " * 1_000_000 + "{: c\n"),
        ("lines before a fault", lambda: "\n" * 5_000_000 + "a: b: c\n"),
        ("lines before hidden ones", lambda: ("\n" * 200_000 + "\x01") * 20),
        ("hidden ones in a long line", lambda: "a: " + "x" * 2_000_000 + "\x01" * 30),
        ("a list never closed", lambda: "a: [" + "x,\n" * 30_000),
        ("colons in every line", lambda: "k: b: c\n" * 20_000),
        ("a mark in every line", lambda: "questions:\n" + '- a: "\n' * 20_000),
        ("lists in every line", lambda: "- [\n" * 30_000),
        ("faults far within", lambda: ("- " * 11 + "a: b: c\n") * 5_000),
        ("levels and a fault", lambda: "a: " + "[" * 150_000 + "b: c: d"),
        ("no hyphens", lambda: "questions:\n- id: q\n" + "  id: q\n" * 20_000),
        ("special spaces", lambda: "questions:\n" + "- id: q\n\u00a0\u00a0a: b\n" * 6_000),
        ("claims that are not listed", _unlisted_claims),
        (
            "ids that no question has",
            lambda: _quiz(
                "".join(_question(n, "evidence: Cats purr") for n in range(1_500)),
                more=f"forms: {{pre: [{_nearly('form-', 0, 300)}], post: [q1]}}\n",
            ),
        ),
        ("quotes that are not there", _lost_quotes),
        ("quotes that are nearly there", _nearly_found_quotes),
        ("quotes that are there", _found_quotes),
        ("a passage of points", lambda: _quiz(_question(0, "evidence: z"), "." * 49_000)),
        ("a passage of brackets", lambda: _quiz(_question(0, "evidence: z"), "(" * 49_000)),
        (
            "a passage of addresses",
            lambda: _quiz(_question(0, "evidence: z"), "http://a.b/" * 4_000),
        ),
    )
}
"""What makes each, by its name."""


def refusals() -> Iterator[str]:
    """Yield the name of each, and the first line of what is said of it."""
    from quiz.model.problem import UnreadableQuiz
    from quiz.quizfile.reader import read_bytes

    for name, make in BOMBS.items():
        try:
            read_bytes(make(), "quiz.yaml")
        except UnreadableQuiz as error:
            yield f"{name}: {error.problems[0]}"


def main() -> None:
    """Read all of them within the limits."""
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (CPU, CPU))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for line in refusals():
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
