"""Colours a council chooses are refused when text on them could not be read."""

import pytest

from governance.councils.rules import check_theme, contrast, luminance

BOSTON = {"brand": "#5a2350", "link": "#6d2a61", "surface": "#f7f0f5"}


def test_luminance_runs_from_black_to_white():
    assert luminance("#000000") == 0
    assert luminance("#ffffff") == pytest.approx(1)


def test_contrast_is_the_same_both_ways_round():
    assert contrast("#000000", "#ffffff") == contrast("#ffffff", "#000000") == pytest.approx(21)


# Ratios published with WCAG's own technique G18 and by its well-known checkers.
@pytest.mark.parametrize(
    ("colour", "ratio"), [("#767676", 4.54), ("#777777", 4.48), ("#0000ff", 8.59), ("#ff0000", 4.0)]
)
def test_contrast_on_white(colour, ratio):
    assert contrast(colour, "#ffffff") == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize(
    "colours",
    [
        BOSTON,
        {"brand": "#0b5345", "link": "#0b6353", "surface": "#ecf4f2"},
        {"brand": "#17405f", "link": "#17598c", "surface": "#eef3f7"},
    ],
)
def test_the_example_colours_may_be_used(colours):
    assert check_theme(**colours) == []


def test_a_pale_brand_is_refused():
    sentence, *_ = check_theme(**BOSTON | {"brand": "#ffdd00"})
    assert sentence.startswith("White text on the brand colour: the contrast is 1.3 to 1")
    assert sentence.endswith("must be at least 4.5 to 1. Choose a darker brand colour.")


def test_a_link_may_be_dark_enough_on_white_and_too_pale_on_the_surface():
    (sentence,) = check_theme(**BOSTON | {"link": "#767676"})
    assert sentence.startswith("Links on the surface colour: the contrast is 4 to 1")


def test_a_dark_surface_is_refused_for_all_that_stands_on_it():
    said = " ".join(check_theme(**BOSTON | {"surface": "#333333"}))
    assert "beside the surface" in said
    assert "Links on the surface" in said
    assert "Notes on the surface" in said


def test_a_ratio_just_short_is_not_rounded_up_to_enough():
    (sentence, *_) = check_theme(**BOSTON | {"link": "#777777"})
    assert "is 4.4 to 1" in sentence
