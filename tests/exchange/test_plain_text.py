import pytest

from quiz.exchange.plain_text import LONGEST, Plain, plain


@pytest.mark.parametrize(
    ("html", "text", "lost"),
    [
        ("Tea is hot.", "Tea is hot.", ()),
        ("Tea\nis  hot.", "Tea is hot.", ()),
        ("<p>Tea is&nbsp;hot.</p><p>So &amp; so.</p>", "Tea is hot.\n\nSo & so.", ()),
        ("One<br>two<br/>three", "One\ntwo\nthree", ()),
        ("<ul><li>One</li><li>Two</li></ul>", "- One\n- Two", ()),
        ("<span>1 &lt; 2</span>", "1 < 2", ()),
        ("1 < 2 & 3", "1 < 2 & 3", ()),
        ('See <img src="x.png" alt="a cup"> here', "See a cup here", ("a picture",)),
        ('Which?<img alt="a bone">It bends.', "Which? a bone It bends.", ("a picture",)),
        ("H<sub>2</sub>O", "H2O", ("a subscript",)),
        ("<b>Not</b> so, <em>not</em>", "Not so, not", ("bold letters", "slanted letters")),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "1 2", ("a table",)),
        ("<script>alert(1)</script>Tea", "Tea", ("a script",)),
        ("<svg><text>no</text></svg>Tea<svg/>", "Tea", ("a picture",)),
        (r"What is \(x^2\)?", r"What is \(x^2\)?", ("a formula",)),
        ("<audio src=x></audio>", "", ("a sound",)),
        ("te\u00ada\u202e <i", "tea <i", ()),
    ],
)
def test_html_is_read_for_its_words_and_what_else_it_had(
    html: str, text: str, lost: tuple[str, ...]
) -> None:
    assert plain(html) == Plain(text, lost)


def test_the_end_of_an_endless_text_is_told() -> None:
    assert plain("<p>" + "a" * LONGEST + "b").lost == ("the end of a long text",)


@pytest.mark.parametrize("part", ["<", "<!", "<!--", "</", "<a ", "<![", "&", "<a b='", "<div>"])
def test_hostile_html_is_read(part: str) -> None:
    assert isinstance(plain(part * (LONGEST // len(part))).text, str)
