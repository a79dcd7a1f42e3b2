from collections.abc import Hashable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.check.finding import Finding, Level
from quiz.check.inspection import Inspection, inspect
from quiz.check.report.checked import Checked
from quiz.check.report.data import to_json
from quiz.check.report.lines import lines
from quiz.check.report.tables import coverage_lines, table_lines
from quiz.check.report.tally import tally
from quiz.check.rules import RULES
from quiz.model.quiz import Quiz
from quiz.model.text import first_forbidden
from quiz.report.check_page import to_page
from tests.check.build import TODAY, build_quiz, choice
from tests.support.made_up import weak_quizzes


def written(inspection: Inspection) -> list[str]:
    """Return the report in every form."""
    checked = Checked("a.yaml", inspection)
    texts = [to_json([checked]), to_page([checked])]
    texts += lines(checked)
    texts += coverage_lines(inspection)
    return [*texts, *table_lines(checked)]


@settings(max_examples=30)
@given(weak_quizzes())
def test_no_quiz_breaks_a_check_or_a_report(quiz: Quiz) -> None:
    inspection = inspect(quiz, TODAY, min_coverage=1)
    assert {each.rule for each in inspection.findings} <= set(RULES)
    assert all(first_forbidden(text) is None for text in written(inspection))


def known(finding: Finding) -> Hashable:
    """Return all of a finding but where in the file it stands."""
    within = finding.path[2:] if finding.question else finding.path
    return (finding.rule, finding.question, within, finding.message, finding.span, finding.waived)


@settings(max_examples=30)
@given(st.data())
def test_the_order_of_questions_does_not_change_the_findings(data: st.DataObject) -> None:
    quiz = data.draw(weak_quizzes())
    shuffled = replace(quiz, questions=tuple(data.draw(st.permutations(quiz.questions))))
    one, other = (inspect(each, TODAY, min_coverage=1).findings for each in (quiz, shuffled))
    assert sorted(map(repr, map(known, one))) == sorted(map(repr, map(known, other)))


@settings(max_examples=30)
@given(weak_quizzes())
def test_a_waived_finding_is_never_lost(quiz: Quiz) -> None:
    unwaived = replace(quiz, questions=tuple(replace(each, waive={}) for each in quiz.questions))
    inspection = inspect(quiz, TODAY, set(RULES) - {"unused-waiver"})
    before = inspect(unwaived, TODAY, set(RULES) - {"unused-waiver"}).findings
    stripped = [replace(each, waived=None) for each in inspection.findings]
    assert stripped == list(before)
    counted = tally([Checked("a.yaml", inspection)])
    assert counted.errors + counted.warnings + counted.notes + counted.waived == len(before)
    data = to_json([Checked("a.yaml", inspection)])
    assert data.count('"waived": null') == len(before) - counted.waived


@settings(max_examples=30)
@given(weak_quizzes())
def test_findings_stand_where_they_say(quiz: Quiz) -> None:
    for finding in inspect(quiz, TODAY).findings:
        value: object = quiz
        for step in finding.path:
            value = value[step] if hasattr(value, "__getitem__") else getattr(value, str(step))
        if finding.span:
            assert finding.text == value
            assert 0 <= finding.span.start < finding.span.end <= len(finding.text)


def test_findings_come_in_the_order_of_the_file() -> None:
    weak = choice("Which is NOT so?", "A walk", "None of these", "Care", difficulty=None)
    inspection = inspect(build_quiz(weak, weak, topics={"uses": "U", "never": "N"}), TODAY)
    assert [each.question for each in inspection.findings][:1] == [None]
    asked = [each.question for each in inspection.findings if each.question]
    assert asked == sorted(asked)


def test_only_the_wanted_rules_are_heard() -> None:
    weak = choice("Which is NOT so?", "A walk", "None of these", "Care")
    found = inspect(build_quiz(weak), TODAY, {"negative-stem"})
    assert [each.rule for each in found.findings] == ["negative-stem"]
    assert len(found.of(Level.WARNING)) == 1
    assert not found.of(Level.ERROR)


def test_what_marks_no_words_has_no_text() -> None:
    weak = choice("How many?", "5", "3", "9", shuffle=False)
    (finding,) = inspect(build_quiz(weak), TODAY, {"numbers-out-of-order"}).findings
    assert (finding.text, finding.span) == ("", None)


def test_places_are_counted_from_the_first() -> None:
    last = choice("What is it?", "A walk", "Sun", "Care", key=2)
    keys = inspect(build_quiz(last, last, choice("What?", "A walk", "Sun")), TODAY).keys
    assert list(keys["place"].items()) == [("1", 1), ("3", 2)]


def test_rules_that_know_english_are_named_where_they_were_not_heard() -> None:
    names = {"negative-stem", "long-key"}
    assert inspect(build_quiz(language="de"), TODAY, names).skipped == ("negative-stem",)
    assert inspect(build_quiz(language="en-US"), TODAY, names).skipped == ()
