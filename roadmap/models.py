"""Index of the models, so that Django finds them. Nothing else belongs here."""

from roadmap.contracts.models import (
    Contract,
    ContractDuty,
    CoveredCouncil,
    Extension,
    Licence,
)
from roadmap.systems.models import Function, System, SystemUse

__all__ = [
    "Contract",
    "ContractDuty",
    "CoveredCouncil",
    "Extension",
    "Function",
    "Licence",
    "System",
    "SystemUse",
]
