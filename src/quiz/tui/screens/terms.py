"""What hard words mean: over a question or the passage, and free to look at."""

from abc import abstractmethod
from collections.abc import Collection, Iterable
from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.session import Session
from quiz.engine.terms import NOT_YET, explained, named_in, texts_of
from quiz.model.quiz import Term
from quiz.tui.screens.base import QuizModal, QuizScreen

Result = TypeVar("Result")


class TermsScreen(QuizModal[None]):
    """Lists terms with what they mean, but for those that may answer a question that is open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,w", "dismiss", "Close", id="terms.close", show=False),
    ]

    def __init__(self, session: Session, terms: Collection[Term]) -> None:
        super().__init__()
        self.session = session
        self.terms = terms
        """What is explained."""

    def body(self) -> Iterable[Widget]:
        """Yield the terms."""
        yield Static("Hard words", classes="title", markup=False)
        told = explained(self.session)
        for term in self.terms:
            head = Content.styled(f"{term.term}: ", "bold")
            if term in told:
                source = Content.styled(f"\nSource: {term.source}", "$muted")
                yield Static(Content.assemble(head, term.means, source))
            else:
                yield Static(head + Content.styled(NOT_YET, "$muted"))


class SessionScreen(QuizScreen[Result]):
    """A screen of an attempt, on which hard words are one key or one click away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "explain", "Hard words", id="attempt.explain"),
    ]

    @property
    @abstractmethod
    def session(self) -> Session:
        """The attempt."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer hard words where the quiz explains some."""
        del parameters
        return action != "explain" or bool(self.session.quiz.glossary)

    def action_explain(self, index: int | None = None) -> None:
        """Show what one term of the glossary means, or all, those in the question first."""
        glossary = self.session.quiz.glossary
        here = named_in(glossary, *texts_of(self.session.current.public))
        listed = sorted(glossary, key=lambda term: term not in here)
        terms = listed if index is None else glossary[index : index + 1]
        self.app.push_screen(TermsScreen(self.session, terms))
