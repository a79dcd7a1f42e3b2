"""The page for a projector: it changes with each learner and each answer, and names no one."""

from pathlib import Path

from quiz.model.class_settings import ClassSettings
from quiz.quizfile.reader import read_bytes
from tests.service.live import OPENED, SOURCE, classes, right
from tests.web.browser import PIECE, Class, answer, shown
from tests.web.conftest import OpenClass


async def test_it_is_another_page_with_each_learner_and_each_answer(open_class: OpenClass) -> None:
    of = open_class(*OPENED)
    screen, seen = of.browser(), set()
    learner = None
    for _ in range(3):
        piece = await screen.get("/screen", headers=PIECE)
        at = piece.text.split('name="at" value="')[1].split('"')[0]
        same = await screen.get("/screen", params={"at": at}, headers=PIECE)
        assert same.status_code == 204
        seen.add(at)
        if learner is None:
            learner = await of.learner()
        else:
            await answer(learner, right(of.room))
    assert len(seen) == 3
    assert "1 of 1 answered" in shown(await screen.get("/screen"))


async def test_words_of_a_quiz_in_another_language_are_marked_as_such(tmp_path: Path) -> None:
    source = SOURCE.replace("language: en", "language: fr", 1)
    quiz = read_bytes(source.encode(), "bees")
    assert quiz.language == "fr"
    room = classes(tmp_path).begin(quiz, source, ClassSettings(), seed=1)
    of = Class(room)
    of.step(*OPENED)
    for browser, path in ((await of.learner(), "/"), (of.browser(), "/screen")):
        page = (await browser.get(path)).text
        assert '<html lang="en">' in page
        assert 'lang="fr" dir="ltr"' in page
    room.close()
