"""A result that a teacher returned, in lines."""

from quiz.model.returned import Returned
from quiz.plain.console import Console
from quiz.plain.lines import Underlined
from quiz.plain.opening import passage
from quiz.plain.result import show_result
from quiz.service import Service
from quiz.service.attempt import attempt_of


def show_returned(console: Console, service: Service, returned: Returned) -> None:
    """Say what a learner's answers came to, with the reasons."""
    console.write([Underlined(returned.quiz.title), f"Your result, {returned.learner}"])
    console.write(passage(returned.quiz))
    show_result(console, service, attempt_of(returned))
