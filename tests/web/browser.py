"""Browsers without a window: they keep cookies, send forms, and know what came back."""

from collections.abc import Mapping, Sequence
from html import unescape
from re import findall, search

from httpx import ASGITransport, AsyncClient, Response

from quiz.engine.live_class import Step
from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)
from quiz.service.live_class import LiveClass
from quiz.web.address import ClassAddress
from quiz.web.app import make_app

HOME = "http://class.test/"
TOKEN = "the-teacher's-own"
PIECE = {"HX-Request": "true"}
"""The header by which a page that is there asks for a piece of it."""


def as_form(answer: Answer) -> Mapping[str, str | Sequence[str]]:
    """Return the fields that give an answer by the places that are shown."""
    match answer:
        case ChoiceAnswer(options):
            return {"pick": [str(option) for option in sorted(options)]}
        case TypedAnswer(texts):
            return {f"text{n}": text for n, text in enumerate(texts)}
        case OrderAnswer(items):
            return {"item": list(map(str, items))}
        case MatchAnswer(rights):
            chosen = ("" if right is None else str(right) for right in rights)
            return {f"pair{n}": right for n, right in enumerate(chosen)}
        case LocateAnswer(sentence):
            return {"sentence": str(sentence)}
        case TeachBackAnswer(text):
            return {"text": text}


class Class:
    """The pages of a class, and the browsers that open them."""

    def __init__(self, room: LiveClass) -> None:
        self.room = room
        self.app, self.look, _ = make_app(room, ClassAddress(learners=HOME, token=TOKEN))

    def browser(self) -> AsyncClient:
        """Return a browser that has been nowhere."""
        transport = ASGITransport(self.app, raise_app_exceptions=False)
        return AsyncClient(transport=transport, base_url=HOME, verify=False)

    async def learner(self) -> AsyncClient:
        """Return the browser of a learner who has joined."""
        browser = self.browser()
        response = await browser.post("/join", data={"code": self.room.code, "name": "Ada"})
        assert response.status_code == 303, response.text
        return browser

    async def teacher(self) -> AsyncClient:
        """Return the browser of the teacher."""
        browser = self.browser()
        assert (await browser.get(f"/teach/{TOKEN}")).status_code == 303
        return browser

    def step(self, *steps: Step) -> None:
        """Take steps."""
        for step in steps:
            assert step in self.room.state.steps
            self.room.step(step)


async def answer(
    browser: AsyncClient, answer: Answer, position: int = 0, round_: int = 1, **more: str
) -> Response:
    """Send an answer as a page without a script does."""
    fields = {"position": str(position), "round": str(round_), **as_form(answer), **more}
    return await browser.post("/answer", data=fields)


def shown(response: Response) -> str:
    """Return the words of a page."""
    text = search(r"(?s)<main.*</main>", response.text)
    plain = " ".join(findall(r">([^<]*)<", text[0] if text else response.text))
    return " ".join(unescape(plain).split())
