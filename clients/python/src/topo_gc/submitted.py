"""What came of a submission."""

from __future__ import annotations

from typing import Optional, Sequence

from .answers import TopologyAnswer
from .errors import Fault, faults_of


class Submitted(str):
    """The id of a topology that was handed over, and what came of that."""

    errors: Sequence[Fault] = ()
    """Members that could not be looked up: the agent looks again, and what is left of them is a leak. Empty where spooled."""
    warnings: Sequence[Fault] = ()
    """Selectors that match nothing."""
    is_spooled: bool = False
    """Whether it is in the spool, from where an agent will take it: none has answered in time."""

    @classmethod
    def of(cls, topology_id: str, answer: Optional[TopologyAnswer]) -> "Submitted":
        """:param answer: the agent's; ``None`` where the topology is spooled"""
        submitted = cls(topology_id)
        if answer is None:
            submitted.is_spooled = True
        else:
            submitted.errors = faults_of(answer.get("errors"))
            submitted.warnings = faults_of(answer.get("warnings"))
        return submitted
