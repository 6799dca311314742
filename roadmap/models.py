"""Index of the models, so that Django finds them. Nothing else belongs here."""

from roadmap.business_cases.models import BusinessCase, Option
from roadmap.contracts.models import Contract, ContractDuty, CoveredCouncil, Extension, Licence
from roadmap.funding.models import (
    Benefit,
    BenefitFigure,
    Cost,
    CostSplit,
    FundingSource,
    Purpose,
    Share,
)
from roadmap.strategies.models import (
    Adoption,
    EarlierStrategy,
    GlossaryTerm,
    ListEntry,
    OrderedList,
    Principle,
    Priority,
    Section,
    Strategy,
    StrategyFile,
    StrategyVersion,
)
from roadmap.systems.models import Function, System, SystemUse

__all__ = [
    "Adoption",
    "Benefit",
    "BenefitFigure",
    "BusinessCase",
    "Contract",
    "ContractDuty",
    "Cost",
    "CostSplit",
    "CoveredCouncil",
    "EarlierStrategy",
    "Extension",
    "Function",
    "FundingSource",
    "GlossaryTerm",
    "Licence",
    "ListEntry",
    "Option",
    "OrderedList",
    "Principle",
    "Priority",
    "Purpose",
    "Section",
    "Share",
    "Strategy",
    "StrategyFile",
    "StrategyVersion",
    "System",
    "SystemUse",
]
