"""The errors of ``topo_gc``, under the name that suites import them by."""

from topo_gc.errors import (
    AgentRefused,
    AgentUnreachable,
    BadInput,
    CleanupFailed,
    Fault,
    HandOverFailed,
    NoAgent,
    TopoGcError,
)

__all__ = [
    "AgentRefused",
    "AgentUnreachable",
    "BadInput",
    "CleanupFailed",
    "Fault",
    "HandOverFailed",
    "NoAgent",
    "TopoGcError",
]
