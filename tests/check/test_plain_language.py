import pytest

from quiz.check.context import QuizContext
from quiz.check.plain_language import parts
from tests.check.build import TODAY, build_quiz, found, words

HARD = (
    "Pharmacological interventions characterised by dissociative properties necessitate "
    "comprehensive interdisciplinary supervision, notwithstanding considerable heterogeneity. "
) * 8


def test_a_passage_that_is_too_hard() -> None:
    passage = {"title": "A", "source": "B", "text": f"{HARD} It is so."}
    (finding,) = found("hard-to-read", {"evidence": "It is so"}, passage=passage)
    assert finding.where == "passage.text"
    assert "The passage is at grade" in finding.message


def test_explanations_that_are_too_hard() -> None:
    (finding,) = found("hard-to-read", {"explain": HARD})
    assert "The explanations are at grade" in finding.message
    assert finding.where == "questions"


@pytest.mark.parametrize(("easy", "hard", "hit"), [(10, 6, True), (9, 5, False)])
def test_the_highest_grade_is_8(easy: int, hard: int, hit: bool) -> None:
    text = "The doctor will follow the patient over many quiet days. " * easy
    text += "Every doctor will follow the patient over several quiet days. " * hard
    question = {"kind": "short", "accept": ["anesthetic"], "explain": text}
    assert bool(found("hard-to-read", question)) is hit


def test_questions_that_are_too_hard() -> None:
    (finding,) = found("hard-to-read", {"ask": HARD})
    assert "The questions are at grade" in finding.message
    assert finding.where == "questions"


def test_a_text_too_short_for_the_formula_is_not_judged() -> None:
    passage = {"title": "A", "source": "B", "text": f"{HARD[:170]}. It is so."}
    assert not found("hard-to-read", {"evidence": "It is so"}, passage=passage)


def test_terms_count_as_familiar() -> None:
    names = sorted(set(HARD.replace(",", "").replace(".", "").lower().split()))
    assert not found("hard-to-read", {"explain": HARD.replace(". ", ". It is. ")}, terms=names)


def test_each_measure_is_given_twice_or_refused() -> None:
    passage, questions, explanations = parts(QuizContext(build_quiz(terms=["ketamine"]), TODAY))
    assert passage.grade.plain is not None
    assert passage.grade.familiar is not None
    assert passage.grade.familiar < passage.grade.plain
    assert not passage.grade.refusal
    assert "30 sentences" in passage.smog.refusal
    assert questions.grade.plain is None
    assert "100 words" in explanations.grade.refusal
    assert len(passage.longest) == len(passage.hardest) == 3


def test_the_longest_and_the_hardest_sentences_of_the_passage_stand_in_it() -> None:
    passage, _, _ = parts(QuizContext(build_quiz(), TODAY))
    for one in (*passage.longest, *passage.hardest):
        assert one.path == ("passage", "text")


def test_the_longest_sentences_know_where_they_stand() -> None:
    passage, questions, _ = parts(
        QuizContext(build_quiz({"ask": "It is. What\n is so long\nhere?"}), TODAY)
    )
    for one in (*passage.longest, *questions.longest):
        assert one.text[one.start :].startswith(one.sentence)
    assert questions.longest[0].sentence == "What is so long here?"
    assert questions.longest[0].path == ("questions", 0, "ask")


def test_other_languages_are_not_measured() -> None:
    assert parts(QuizContext(build_quiz(language="fr"), TODAY)) == ()
    assert not found("hard-to-read", {"explain": HARD}, language="fr")


LONG = (
    "One two three four five six seven eight nine ten eleven twelve thirteen so it goes on and on"
)


@pytest.mark.parametrize(
    ("sentence", "hit"),
    [
        (f"{LONG} and on and on to six.", False),
        (f"{LONG} and on and on to the six.", True),
        (f"{LONG}. {LONG}.", False),
    ],
)
def test_a_long_sentence(sentence: str, hit: bool) -> None:
    text = f"It is so. {sentence} It is."
    findings = found("long-sentence", {"explain": text})
    assert [words(finding) for finding in findings] == [sentence] * hit


SEVEN_AND_TWENTY = f"{LONG} and on and on to the six."


def test_a_text_of_one_long_sentence() -> None:
    (finding,) = found("long-sentence", {"explain": SEVEN_AND_TWENTY})
    assert finding.message == "The sentence has 26 words."


def test_a_long_sentence_that_stands_twice_is_found_twice() -> None:
    text = f"It is so. {SEVEN_AND_TWENTY} It is. {SEVEN_AND_TWENTY} So it is."
    first, second = found("long-sentence", {"explain": text})
    assert words(first) == words(second) == SEVEN_AND_TWENTY
    assert first.span
    assert second.span
    assert first.span.end < second.span.start
