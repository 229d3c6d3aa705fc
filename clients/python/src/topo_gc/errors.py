"""What can go wrong between this program and an agent."""

from __future__ import annotations

import json
from typing import Any, Mapping, NamedTuple, Optional, Sequence

from .answers import FaultAnswer


class TopoGcError(Exception):
    """Any error of this package."""


class AgentUnreachable(TopoGcError):
    """No agent answers at the socket, or not in time."""


class NoAgent(TopoGcError):
    """There is no agent, and none could be started."""


class BadInput(TopoGcError):
    """The command topo-gc does not take what it was given."""


class HandOverFailed(TopoGcError):
    """The agent refuses a topology, or neither it nor its spool takes anything."""


class CleanupFailed(TopoGcError):
    """Something that was handed over could not be removed."""


class Fault(NamedTuple):
    """One thing that is wrong with a request: ``containers[0]``, what stood there, and why it can't be."""

    field: str
    value: str
    detail: str

    def __str__(self) -> str:
        value = f" {json.dumps(self.value)}" if self.value else ""
        return f"{self.field}{value}: {self.detail}"


def faults_of(faults: Optional[Sequence[FaultAnswer]]) -> Sequence[Fault]:
    """Those of an answer of the agent; none where it has no such field."""
    return [Fault(*(str(fault.get(name, "")) for name in Fault._fields)) for fault in faults or []]


class AgentRefused(TopoGcError):
    """The agent's own answer, a problem document (RFC 9457): ``code`` is one of docs/api.md's table."""

    def __init__(self, status: int, problem: Mapping[str, Any]) -> None:
        self.status = status
        self.code = str(problem.get("code", "internal"))
        self.faults = faults_of(problem.get("errors"))
        details = "; ".join(map(str, self.faults))
        super().__init__(details or str(problem.get("detail") or problem.get("title") or f"status {status}"))
