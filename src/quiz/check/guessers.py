"""Guessers: whether the quiz can be passed without reading the passage."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from quiz.check.clues import absolutes
from quiz.check.context import ItemContext, QuizContext
from quiz.check.figures import figures
from quiz.check.finding import Level, Violation, listed
from quiz.check.rule import rule
from quiz.model.proportion import wilson
from quiz.model.question import VERDICTS
from quiz.model.words import content

ENOUGH = 10
"""Questions with one right option that a quiz needs before a guesser can fail it."""
LIMIT = 0.15
"""How far over chance a guesser may be."""

Strategy = Callable[[ItemContext], frozenset[int]]
"""Picks options of a question; where it picks several it takes one of them by lot."""


@dataclass(frozen=True, slots=True)
class Guesser:
    """What one strategy gets of the questions with one right option."""

    name: str
    """What it does, to follow “a guesser who”."""
    share: float
    """The share that it gets right, from 0 to 1."""
    chance: float
    """The share that blind chance gets right."""
    low: float
    """The lower end of the 99 % interval about the share, which holds for all guessers at once."""
    high: float
    """The upper end."""
    questions: int
    """How many questions it answered."""
    gave_away: tuple[str, ...]
    """The ids of the questions that it got right better than by chance, sorted."""

    @property
    def passes(self) -> bool:
        """Whether it does too well, and better than the luckiest of all tricks does by chance."""
        over = round(self.share - self.chance, 9)
        return self.questions >= ENOUGH and over > LIMIT and self.low > self.chance


def guessers(context: QuizContext) -> tuple[Guesser, ...]:
    """Return what each strategy gets, in a fixed order; none where no question has options."""
    items = [item for item in context.items if item.key is not None]
    if not items:
        return ()
    strategies: dict[str, Strategy] = {
        **_BLIND,
        "picks the most frequent position": _position(items),
        "matches words against the passage": _match_words(context),
    }
    places = max(len(item.options) for item in items)
    level = 1 - 0.01 / (
        len(strategies) - 1 + places
    )  # Bonferroni; each place is a trick of its own
    return tuple(_guess(name, pick, items, level) for name, pick in strategies.items())


def _guess(name: str, strategy: Strategy, items: list[ItemContext], level: float) -> Guesser:
    picks = [strategy(item) for item in items]
    scores = [(item.key in picked) / len(picked) for item, picked in zip(items, picks, strict=True)]
    chances = [1 / len(item.options) for item in items]
    right = sum(scores)
    low, high = wilson(right / len(items), len(items), level)
    gave_away = sorted(
        item.question.id
        for item, score, chance in zip(items, scores, chances, strict=True)
        if score > chance
    )
    count = len(items)
    return Guesser(name, right / count, sum(chances) / count, low, high, count, tuple(gave_away))


def _most(values: Iterable[float]) -> frozenset[int]:
    """Return the indices of the largest values."""
    listed = list(values)
    top = max(listed)
    return frozenset(index for index, value in enumerate(listed) if value == top)


def _any(item: ItemContext) -> frozenset[int]:
    return frozenset(range(len(item.options)))


def _most_shared(item: ItemContext) -> frozenset[int]:
    counts = Counter(word for found in item.option_words for word in found)
    return _most(sum(counts[word] - 1 for word in found) for found in item.option_words)


def _middle_number(item: ItemContext) -> frozenset[int]:
    numbers = figures(tuple(option.text for option in item.options))
    if numbers is None:
        return _any(item)
    middle = median(numbers)
    return _most(-abs(number - middle) for number in numbers)


def _only_number(item: ItemContext) -> frozenset[int]:
    numbered = [any(map(str.isdigit, option.text)) for option in item.options]
    return _most(numbered) if sum(numbered) == 1 else _any(item)


_BLIND: dict[str, Strategy] = {
    "picks the longest option": lambda item: _most(len(each.text) for each in item.options),
    "picks the shortest option": lambda item: _most(-len(each.text) for each in item.options),
    "picks the option with most words of the question": lambda item: _most(
        len(found & item.stem_words) for found in item.option_words
    ),
    "picks the option that shares most words with the others": _most_shared,
    "picks the option with fewest absolute words": lambda item: _most(
        -len(absolutes(each.text)) for each in item.options
    ),
    "picks the middle number": _middle_number,
    "picks the only option with a number": _only_number,
}
"""Strategies that see the question alone."""


def positions(items: Iterable[ItemContext]) -> Counter[int]:
    """Return how often the right option stands in each place of the file, from 0."""
    return Counter(item.key for item in items if item.key is not None)


def _position(items: list[ItemContext]) -> Strategy:
    """Return the strategy of the commonest place; a shuffled question it can only guess at."""
    kept = positions(item for item in items if item.keeps_places)
    commonest = min(kept, key=lambda place: (-kept[place], place), default=0)

    def pick(item: ItemContext) -> frozenset[int]:
        fixed = item.keeps_places and commonest < len(item.options)
        return frozenset({commonest}) if fixed else _any(item)

    return pick


_COMMON = 30


def _match_words(context: QuizContext) -> Strategy:
    """Return the strategy that looks for the sentence with most words of question and option.

    It is the sliding window of Richardson et al. (2013), sentence by sentence: a word weighs
    the less, the more sentences it stands in.
    """
    standing: dict[str, list[int]] = {}
    for index, sentence in enumerate(context.quiz.sentences):
        for word in content(sentence):
            standing.setdefault(word, []).append(index)

    def weight(found: frozenset[str]) -> float:
        sums: dict[int, float] = {}
        for word in found:
            places = standing.get(word, ())
            for place in places if len(places) <= _COMMON else ():
                sums[place] = sums.get(place, 0) + 1 / len(places)
        return round(max(sums.values(), default=0), 9)

    return lambda item: _most(weight(item.stem_words | found) for found in item.option_words)


@rule("guessable", Level.ERROR)
def guessable(context: QuizContext) -> Iterator[Violation]:
    """A guesser who has not read the passage gets more right than luck explains.

    ## Why it matters

    Then a part of every score is luck with the form of the options, and not reading.

    Source: Tarrant et al. (2006); Richardson et al. (2013) for the matching of words

    ## How to mend it

    Change the questions that are named: other lengths, other words, wrong options that share words
    with the passage too. Then look from the other end as well.

    Weak:

    ```yaml
    kind: choice
    ask: What do vets use it for?    # and 17 more questions of which the longest option is right
    options:
    - {text: To keep animals calm while they are treated, correct: true}
    - {text: To feed them}
    - {text: To wake them}
    ```

    Better:

    ```yaml
    kind: choice
    ask: What do vets use it for?
    options:
    - {text: To calm animals, correct: true}
    - {text: To keep animals awake}
    - {text: To feed animals}
    ```

    ## Known traps

    It must be more than .15 over chance, and the lower end of its 99 % interval above chance: that
    one allows for all the tricks that are tried, of which one is always lucky. Below 10 questions
    with one right option nothing fails: the shares are shown. Places are judged only where options
    keep their order, since others are shuffled. Strategies that meet no case, such as the middle of
    numbers, guess.
    """
    for guesser in guessers(context):
        if guesser.passes:
            yield Violation(
                ("questions",),
                f"A guesser who {guesser.name} gets {guesser.share:.0%} of {guesser.questions} "
                f"questions right (chance {guesser.chance:.0%}): {listed(guesser.gave_away)}.",
            )


def verdicts(context: QuizContext) -> Counter[str]:
    """Return how many statements are true, false and not stated."""
    keys = Counter(item.kind.key(item.question) for item in context.items if item.kind.judges)
    return Counter({verdict: keys[text] for verdict, text in VERDICTS.items()})


_FEWEST_STATEMENTS = 6
_FEWEST_ALIKE = 4
_MOST_OF_ONE = 0.6


@rule("verdicts-out-of-balance", Level.WARNING)
def verdicts_out_of_balance(context: QuizContext) -> Iterator[Violation]:
    """Of six statements or more one verdict is right for over 60 %, or for none.

    Of four or five it is found where one verdict is right for all.

    ## Why it matters

    A reader who always says the same verdict passes, and one who sees that “not stated” never comes
    chooses between two.

    Source: Haladyna, Downing & Rodriguez (2002), guideline 20 (vary where the key is)

    ## How to mend it

    Turn some statements, so that each verdict is right about as often.

    Weak:

    ```yaml
    kind: statement
    ask: Vets use ketamine.    # and five more that are true
    answer: true
    ```

    Better:

    ```yaml
    kind: statement
    ask: Vets use ketamine.    # two true, two false, two not stated
    answer: true
    ```

    ## Known traps

    Below four statements nothing is said, and of four or five only that all are alike.
    """
    counts = verdicts(context)
    total, most = counts.total(), max(counts.values())
    uneven = most > _MOST_OF_ONE * total or not min(counts.values())
    if total >= (_FEWEST_ALIKE if most == total else _FEWEST_STATEMENTS) and uneven:
        said = ", ".join(f"{count} {verdict}" for verdict, count in counts.items())
        yield Violation(("questions",), f"Of {total} statements there are {said}.")
