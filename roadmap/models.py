"""Index of the models, so that Django finds them. Nothing else belongs here."""

from roadmap.business_cases.models import BusinessCase, CaseItem, Option
from roadmap.contracts.models import Contract, ContractDuty, CoveredCouncil, Extension, Licence
from roadmap.dashboards.models import Dashboard, DashboardFile
from roadmap.funding.models import (
    Benefit,
    BenefitFigure,
    Cost,
    CostSplit,
    FundingSource,
    Purpose,
    Share,
)
from roadmap.items.drafts import RowDraft
from roadmap.items.models import Item, Rollout, Theme
from roadmap.items.parts import Dependency, GateDuty, Milestone, PhaseGate
from roadmap.saved_views.models import SavedView
from roadmap.spreadsheets.models import PendingImport
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
from roadmap.transactions.models import Recheck, RecheckDuty, Service, Transaction

__all__ = [
    "Adoption",
    "Benefit",
    "BenefitFigure",
    "BusinessCase",
    "CaseItem",
    "Contract",
    "ContractDuty",
    "Cost",
    "CostSplit",
    "CoveredCouncil",
    "Dashboard",
    "DashboardFile",
    "Dependency",
    "EarlierStrategy",
    "Extension",
    "Function",
    "FundingSource",
    "GateDuty",
    "GlossaryTerm",
    "Item",
    "Licence",
    "ListEntry",
    "Milestone",
    "Option",
    "OrderedList",
    "PendingImport",
    "PhaseGate",
    "Principle",
    "Priority",
    "Purpose",
    "Recheck",
    "RecheckDuty",
    "Rollout",
    "RowDraft",
    "SavedView",
    "Section",
    "Service",
    "Share",
    "Strategy",
    "StrategyFile",
    "StrategyVersion",
    "System",
    "SystemUse",
    "Theme",
    "Transaction",
]
