"""The page: whole, safe, and open to everyone."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from random import Random

import pytest

from quiz.analysis.anonymous import anonymous
from quiz.analysis.class_report import ClassReport, report
from quiz.model.answer import ChoiceAnswer, TeachBackAnswer
from quiz.model.notice import DISCLAIMER
from quiz.model.quiz import Quiz
from quiz.report.page import to_page

from ..analysis.build import took
from ..paper.build import BANK
from .build import HOSTILE, hostile, small, twice, whole

VOID = {"meta", "br", "rect", "line"}
KNOWN = frozenset(
    str.split(
        "html head meta title style body a svg defs pattern rect line text header h1 h2 h3 h4 p "
        "nav ul li main section article figure figcaption table caption thead tbody tr th td b br "
        "span bdi div q dl dt dd footer"
    )
)


class Page(HTMLParser):
    """What stands in a page: its tags with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def all(self, *names: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in names]


@pytest.fixture(scope="module", params=["small", "hostile", "whole", "large", "twice", "none"])
def made(request: pytest.FixtureRequest, ketamine: Quiz) -> ClassReport:
    match request.param:
        case "small":
            return small()
        case "hostile":
            return hostile()
        case "whole":
            return whole(ketamine)
        case "large":
            return whole(ketamine, 110)
        case "twice":
            return twice(ketamine)
    return report(BANK, [])


@pytest.fixture(scope="module")
def page(made: ClassReport) -> Page:
    return Page(to_page(made, date(2026, 11, 28)))


def test_every_tag_is_closed_and_known(page: Page) -> None:
    assert page.open == []
    assert {tag for tag, _ in page.tags} <= KNOWN


def test_it_runs_and_loads_nothing(page: Page) -> None:
    for tag, attributes in page.tags:
        assert not any(name.startswith("on") for name in attributes), tag
        assert not {"src", "srcset", "action", "data"} & attributes.keys()
        assert (attributes.get("href") or "#").startswith("#")
    policy = next(each for each in page.all("meta") if each.get("http-equiv"))
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    (style,) = re.findall(r"<style>(.*?)</style>", to_page(small()), re.DOTALL)
    assert "@import" not in style
    assert set(re.findall(r"url\(([^)]*)\)", style)) == {"#stripes"}


def test_ids_are_unique_and_links_lead_somewhere(page: Page) -> None:
    ids = Counter(one["id"] for _, one in page.tags if "id" in one)
    assert not ids or max(ids.values()) == 1
    for _, attributes in page.tags:
        target = attributes.get("href") or attributes.get("aria-labelledby")
        if target:
            assert target.removeprefix("#") in ids


def test_headings_go_down_one_at_a_time(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_landmarks(page: Page) -> None:
    for name in ("header", "nav", "main", "footer"):
        assert len(page.all(name)) == 1
    assert page.all("html")[0]["lang"] == "en"
    regions = [one["aria-label"] for one in page.all("div") if one.get("role") == "region"]
    assert len(set(regions)) == len(regions)
    assert all(one.get("tabindex") == "0" for one in page.all("div") if one.get("role") == "region")


def test_tables_have_captions_and_scopes(page: Page) -> None:
    assert len(page.all("table")) == len(page.all("caption"))
    assert all(each.get("scope") in {"col", "row"} for each in page.all("th"))


def test_pictures_say_what_they_show_or_are_decoration(page: Page) -> None:
    for picture in page.all("svg"):
        if picture.get("aria-hidden") != "true":
            assert picture["role"] == "img"
            assert picture["aria-label"]


def test_it_says_what_it_is_not(page: Page) -> None:
    assert DISCLAIMER in page.text
    assert "This report names learners." in page.text


def test_names_and_answers_are_text_alone() -> None:
    page = Page(to_page(hostile()))
    assert "<submission>alert(1)</submission>" in page.text
    assert "x]]><img src=x onerror=alert(1)>" in page.text
    raw = to_page(hostile())
    assert "<submission" not in raw
    assert "<img" not in raw
    for name in HOSTILE:
        if re.search(r"[\x00-\x08\x0b-\x1f\u202e\ud800]", name):
            assert name not in raw
    raw.encode()  # no half of a character is left


def test_a_learner_s_words_turn_nothing_around_them() -> None:
    assert re.search(r"<bdi>[^<]*gnp\.exe</bdi>", to_page(hostile()))


def test_what_proves_the_key_stands_by_each_question(ketamine: Quiz) -> None:
    page = Page(to_page(whole(ketamine)))
    for form in whole(ketamine).forms:
        for each in form.questions:
            assert each.question.ask in page.text
            assert each.key in page.text or not each.scored
            for sentence in each.proof:
                assert sentence in page.text


def test_a_small_class_has_what_describes_it_and_says_what_it_takes(ketamine: Quiz) -> None:
    page = Page(to_page(whole(ketamine, 6)))
    assert "Below 10 learners the figures describe this class alone." in page.text
    few = "it takes 10 learners, and this is about 6."
    assert page.text.count(f"None here: {few}") == 3  # of the class
    assert page.text.count(f"effective weight: none. {few.capitalize()}") == 1  # of all questions
    for name in ("Mean score", "Median score", "Standard deviation", "Skewness", "Kurtosis"):
        assert re.search(rf"{name} -?[\d.]+%?", page.text), name
    assert re.search(r"Facility \d+% \(\d+% to \d+%\)", page.text)


def test_it_begins_with_what_a_teacher_needs(ketamine: Quiz) -> None:
    page = Page(to_page(small()))
    start = page.text.index("How the class did")
    assert page.text[start:].startswith(
        "How the class did 4 learners earned 44% of the points on average, half of them 38% or "
        "more, from 25% to 75%. What was not understood “What falls?” (1 of 4 right); “Which "
        "one?” (2 of 4 right); “It rains.” (2 of 4 right) Who to talk to Ben (1 of 4 points); "
        "Cleo (1 of 4 points); Zoe Late (no result) This report names learners."
    )
    both = Page(to_page(twice(ketamine))).text
    assert both.index("Posttest How the class did") < both.index("Pretest How the class did")


def test_a_question_that_was_not_understood_leads_to_itself(ketamine: Quiz) -> None:
    for made in (small(), twice(ketamine)):
        html = to_page(made)
        links = re.findall(r'<a href="#(f\d-q\d+)">“([^<]*)”</a>', html)
        assert len(links) == len(made.forms) * 3
        for target, ask in links:
            assert re.search(rf'<h4 id="{target}">\d+\. {re.escape(ask)}</h4>', html)


def test_a_learner_called_as_a_question_is_no_link() -> None:
    made = report(BANK, [took(BANK, "c", {"c": ChoiceAnswer(frozenset({1}))})])
    assert "<bdi>c</bdi> (0 of 2 points)" in to_page(made)


def test_no_sentence_ends_twice(ketamine: Quiz) -> None:
    for made in (small(), whole(ketamine, 6), whole(ketamine), twice(ketamine)):
        assert ".." not in Page(to_page(made)).text


def test_figures_lead_to_their_meaning(ketamine: Quiz) -> None:
    page = Page(to_page(whole(ketamine)))
    assert "Unstable: below 100 learners" in page.text
    assert page.text.count("How far apart the scores are.") == 1
    assert page.text.count("Below 0 learners who did well on some questions did badly on") == 1
    assert {"#means-mean-score", "#means-facility"} <= {one.get("href") for one in page.all("a")}
    assert "95% interval" in page.text
    steady = Page(to_page(whole(ketamine, 110)))
    assert "Unstable" not in steady.text


def test_words_of_another_language_are_marked() -> None:
    arabic = replace(BANK, language="ar", title="مطر")
    html = to_page(report(arabic, small().submissions))
    assert '<span lang="ar" dir="rtl">مطر</span>' in html
    assert '<span lang="ar" dir="rtl">Which one?</span>' in html
    assert "<html lang=" in html
    assert 'dir="rtl"' not in to_page(small())


def test_the_colors_can_be_read() -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", to_page(small()), re.DOTALL)
    themes = [dict(re.findall(r"--(\w+):(#\w+)", block)) for block in style.split(":root{")[1:]]
    light, dark, print_ = themes[0], {**themes[0], **themes[1]}, {**themes[0], **themes[2]}
    for theme in (light, dark, print_):
        for ink in ("ink", "quiet", "good", "bad", "link"):
            for ground in ("paper", "wash"):
                assert contrast(theme[ink], theme[ground]) >= 4.5, (ink, ground)
        for shape in ("fill", "good", "bad"):
            assert contrast(theme[shape], theme["track"]) >= 3, shape


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(color: str) -> float:
    digits = color[1:] if len(color) == 7 else "".join(digit * 2 for digit in color[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_what_was_written_is_on_the_page_in_full_with_who_wrote_it() -> None:
    written = "It rained. " * 1000 + "The end."
    made = report(BANK, [took(BANK, "Ada B.", {"t": TeachBackAnswer(written)})])
    for named, who in ((made, "By Ada B."), (anonymous(made, Random(1)), "By Learner 01")):
        text = Page(to_page(named)).text
        assert written in text
        assert who in text
        assert ("Ada" in text) is (named is made)
