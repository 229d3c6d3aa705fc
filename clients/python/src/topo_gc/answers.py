"""What the agent answers, as docs/openapi.yaml has it. Times are in ms since the epoch."""

from __future__ import annotations

from typing import Any, List, Mapping, TypedDict


class _Fault(TypedDict):
    field: str
    detail: str


class FaultAnswer(_Fault, total=False):
    value: str


class _Member(TypedDict):
    kind: str
    id: str
    name: str
    state: str


class MemberAnswer(_Member, total=False):
    """A member of a topology; an answer may have more fields."""

    submittedAt: float
    stoppedAt: float
    removedAt: float
    image: str
    shared: bool
    error: str
    cause: str


class _Topology(TypedDict):
    id: str
    name: str
    state: str
    submittedAt: float
    metadata: Mapping[str, str]
    members: List[MemberAnswer]


class TopologyAnswer(_Topology, total=False):
    """A topology that was submitted or leased."""

    leaseEndsAt: float
    errors: List[FaultAnswer]
    warnings: List[FaultAnswer]


Answer = Mapping[str, Any]
"""Of another route: a status, a collection's record, a report."""
