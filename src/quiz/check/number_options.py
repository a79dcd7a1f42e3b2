"""Options that are numbers: out of order, or like the number of a row."""

from collections.abc import Iterator
from itertools import pairwise

from quiz.check.catch_all_options import catches_all
from quiz.check.context import ItemContext
from quiz.check.figures import figures
from quiz.check.finding import Level, Violation
from quiz.check.rule import each, rule
from quiz.model.span import Span


@rule("numbers-out-of-order", Level.WARNING)
@each
def numbers_out_of_order(item: ItemContext) -> Iterator[Violation]:
    """Options that are numbers do not stand from small to large, or large to small.

    ## Why it matters

    The reader spends care on finding a number in the list, and not on the question.

    Source: Haladyna, Downing & Rodriguez (2002), guideline 21; NBME Item-Writing Guide

    ## How to mend it

    Sort the options by size and write `shuffle: false` under the question.

    Weak:

    ```yaml
    kind: choice
    ask: In which year was it approved in the United States?
    options:
    - {text: "2022"}
    - {text: "2019", correct: true}
    - {text: "2020"}
    ```

    Better:

    ```yaml
    kind: choice
    ask: In which year was it approved in the United States?
    shuffle: false
    options:
    - {text: "2019", correct: true}
    - {text: "2020"}
    - {text: "2022"}
    ```

    ## Known traps

    1.3 million is more than 900,000; −5 is less than 3; a range counts by its lower end. Options in
    different units, pairs, times of day, powers and dates with a month are left alone. “None of
    these” may stand beside numbers.
    """
    texts = (option.text for option in item.options)
    numbers = figures(tuple(text for text in texts if not catches_all(text)))
    if not numbers or len(set(numbers)) < 2:
        return
    steps = [later - earlier for earlier, later in pairwise(numbers)]
    if not (all(step >= 0 for step in steps) or all(step <= 0 for step in steps)):
        yield Violation(item.at("options"), "The numbers are not in order.")
    elif not item.keeps_places:
        yield Violation(
            item.at("options"), "The numbers are in order here, and shuffled when shown."
        )


@rule("options-like-row-numbers", Level.WARNING)
@each
def options_like_row_numbers(item: ItemContext) -> Iterator[Violation]:
    """An option is a bare number that is also the number of another row.

    ## Why it matters

    Who types 3 may mean the third row or the answer 3. The quiz asks which is meant where lines are
    typed; on the whole screen the key 3 picks the third row, and a learner in haste is marked wrong
    for knowing the answer.

    Source: Our own rule: what is marked wrong must be wrong

    ## How to mend it

    Write with each number what it counts, as in “3 hours”; or ask with a number field.

    Weak:

    ```yaml
    kind: choice
    ask: For how many hours does it last?
    shuffle: false
    options:
    - {text: "2", correct: true}
    - {text: "3"}
    - {text: "4"}
    ```

    Better:

    ```yaml
    kind: choice
    ask: For how long does it last?
    shuffle: false
    options:
    - {text: 2 hours, correct: true}
    - {text: 3 hours}
    - {text: 4 hours}
    ```

    ## Known traps

    Numbers above the number of rows are left alone, and so are options that always stand in the row
    of their own number.
    """
    for index, option in enumerate(item.options):
        number = option.text.strip().rstrip(".")
        rows = {str(row) for row in range(1, len(item.options) + 1)}
        if number in rows - ({str(index + 1)} if item.keeps_places else set()):
            message = f"The answer {number} can stand in another row than row {number}."
            yield Violation(item.at("options", index, "text"), message, Span(0, len(option.text)))
