"""What the database refuses of money and of business cases."""

from datetime import date

from roadmap.models import (
    Benefit,
    BenefitFigure,
    BusinessCase,
    CaseItem,
    Cost,
    CostSplit,
    FundingSource,
    Option,
    Purpose,
    Share,
)

TOO_MUCH = 10**13 + 1
EARLY, LATE = date(2020, 1, 1), date(2031, 1, 1)

CHANGED = {
    "split_has_a_name": (CostSplit, [{"name": ""}]),
    "split_does_not_end_before_it_begins": (CostSplit, [{"from_on": LATE, "to_on": EARLY}]),
    "share_is_part_of_the_whole": (Share, [{"hundredths": 10_001}]),
    "purpose_has_a_name": (Purpose, [{"name": ""}]),
    "funding_kind_is_known": (FundingSource, [{"kind": "lottery"}]),
    "funding_amount_is_a_sum": (
        FundingSource, [{"amount_pence": -1}, {"amount_pence": TOO_MUCH}],
    ),
    "funding_day_is_a_date_or_words": (
        FundingSource, [{"received_on": EARLY, "received_words": "Once"}],
    ),
    "cost_says_what_for": (Cost, [{"title": ""}]),
    "cost_is_a_sum": (Cost, [{"amount_pence": TOO_MUCH}, {"amount_pence": -TOO_MUCH}]),
    "cost_is_shared_or_one_councils": (
        Cost, [{"split": None}, lambda rows: {"council": rows[Share].council}],
    ),
    "benefit_has_a_title": (Benefit, [{"title": ""}]),
    "benefit_baseline_is_a_sum": (Benefit, [{"baseline_pence": -1}, {"baseline_pence": TOO_MUCH}]),
    "figure_is_of_a_year": (BenefitFigure, [{"year": 1999}, {"year": 2101}]),
    "figure_says_something": (BenefitFigure, [{"forecast_pence": None}]),
    "figure_is_a_sum": (
        BenefitFigure, [{"forecast_pence": TOO_MUCH}, {"actual_pence": -TOO_MUCH}],
    ),
    "business_case_has_a_title": (BusinessCase, [{"title": ""}]),
    "business_case_stage_is_known": (BusinessCase, [{"stage": "dreamt"}]),
    "business_case_says_why_doing_nothing_was_rejected": (
        BusinessCase,
        [
            {"do_nothing": "rejected"},
            {"do_nothing_reason": "It costs more."},
            {"do_nothing": "perhaps"},
        ],
    ),
    "option_has_a_name": (Option, [{"name": ""}]),
    "option_costs_nothing_or_more": (
        Option, [{"once_pence": -1}, {"yearly_pence": -1}, {"once_pence": TOO_MUCH}],
    ),
}  # fmt: skip
ANOTHER = {"position": 9, "is_recommended": False, "is_do_nothing": False}
COPIED = {
    "one_split_a_name_and_day": (CostSplit, [{}]),
    "one_share_a_split_and_council": (Share, [{}]),
    "one_purpose_a_partnership_and_name": (Purpose, [{}]),
    "one_funding_source_a_partnership_and_name": (FundingSource, [{}]),
    "one_figure_a_benefit_council_and_year": (BenefitFigure, [{}]),
    "one_link_a_case_and_item": (CaseItem, [{}]),
    "one_option_a_place": (Option, [{"is_recommended": False, "is_do_nothing": False}]),
    "one_recommended_option_a_case": (Option, [ANOTHER | {"is_recommended": True}]),
    "doing_nothing_is_one_option": (Option, [ANOTHER | {"is_do_nothing": True}]),
}
