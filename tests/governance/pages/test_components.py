"""Components are valid markup, show what was typed as text, and say in words what they draw."""

from datetime import date, datetime, time, timedelta

import pytest
from django.template import engines

from governance.pages.shapes import SHAPES
from tests.governance.pages.markup import of_class, parsed, text_of

WEDNESDAY = date(2023, 4, 12)


def shown(template, **context):
    return engines["django"].from_string(template).render(context)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_status_is_a_shape_and_words(shape):
    tree = parsed(shown('{% status shape "Open for call-in" strong=True %}', shape=shape))
    (status,) = of_class(tree, "app-status--strong")
    assert next(status.iter("svg")).get("aria-hidden") == "true"


def test_words_of_a_status_are_escaped_when_they_come_from_a_record():
    assert "&lt;b&gt;" in shown("{% status 'open' words %}", words="<b>")


def test_a_verdict_says_one_sentence():
    html = shown(
        '{% verdict "open" "Open for call-in" say %}<p>2 days left</p>{% endverdict %}',
        say="Call-in closes <soon>",
    )
    tree = parsed(html)
    assert text_of(next(tree.iter("h2"))) == "Call-in closes <soon>"
    assert text_of(next(tree.iter("p"))) == "2 days left"


def test_details_and_aside_keep_what_stands_in_them():
    parsed(shown("{% details summary %}<p>{{ inside }}</p>{% enddetails %}", summary="A & B"))
    tree = parsed(shown('{% aside "this" "This notice" %}<p>Version 1</p>{% endaside %}'))
    assert next(tree.iter("section")).get("aria-labelledby") == "this"


@pytest.mark.parametrize(
    ("offset", "column"), list(enumerate(["wed", "thu", "fri", "sat", "sun", "mon", "tue"]))
)
def test_the_strip_begins_under_its_weekday(offset, column):
    first = WEDNESDAY + timedelta(days=offset)
    days = [
        {"date": first, "label": "Published", "note": "not counted", "kind": "plain"},
        {"date": first + timedelta(1), "label": "Day 1", "note": "", "kind": "last", "today": True},
    ]
    tree = parsed(shown('{% include "components/count.html" %}', days=days))
    strip = next(tree.iter("ol"))
    assert strip.get("class") == f"app-count app-count--{column}"
    one, two = strip.iter("li")
    assert one.get("class") == "app-count__day"
    assert two.get("class") == "app-count__day app-count__day--last"
    assert [text_of(day) for day in of_class(tree, "app-count__today")] == ["Today"]


def test_a_summary_list_takes_one_value_or_several():
    tree = parsed(
        shown(
            '{% include "components/summary_list.html" %}',
            rows=[("Made by", "Cabinet"), ("Present", ["A", "<b>B</b>"])],
        )
    )
    assert [text_of(value) for value in tree.iter("dd")] == ["Cabinet", "A<b>B</b>"]


def test_markup_in_a_minute_is_shown_as_text_in_paragraphs():
    html = shown("{{ text|paragraphs }}", text="<script>x</script>\r\nnext line\r\n\r\nשלום\n")
    tree = parsed(html)
    first, second = tree.iter("p")
    assert "<script>x</script>" in text_of(first)
    assert len(list(first.iter("br"))) == 1
    assert second.get("dir") == "auto"
    assert not list(tree.iter("script"))


@pytest.mark.parametrize("nothing", [None, "", "  \n "])
def test_no_text_is_no_paragraph(nothing):
    assert shown("{{ text|paragraphs }}", text=nothing) == ""


def test_dates_and_counts_in_words():
    at = datetime.fromisoformat("2023-04-14T10:05:00+01:00")
    words = shown(
        "{{ at|day }}/{{ at|plain_day }}/{{ at|short_day }}/{{ at|day_and_month }}/{{ at|clock }}/"
        "{{ at|moment }}/{{ midnight|clock }}/{{ n|pluralise:'body,bodies' }}/{{ names|listed }}",
        at=at, midnight=time(0), n=2, names=["A", "B", "C"],
    )  # fmt: skip
    assert words == (
        "Friday 14 April 2023/14 April 2023/Fri 14 Apr 2023/Friday 14 April/10.05am/"
        "Friday 14 April 2023, 10.05am/midnight/2 bodies/A, B and C"
    )


@pytest.mark.parametrize(
    "name", ["day", "plain_day", "short_day", "day_and_month", "clock", "moment"]
)
def test_a_date_that_is_not_known_is_shown_as_nothing(name):
    assert shown(f"{{{{ nothing|{name} }}}}", nothing=None) == ""
