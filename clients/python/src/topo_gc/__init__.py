"""Hands what a program has built on a Docker engine over to a topo-gc agent, which removes it.

The functions speak to the agent of ``TOPO_GC_SOCKET``, which the action and ``topo-gc run`` set; ``connect`` names another
one. They need the standard library only, and raise the errors of ``topo_gc.errors``.

>>> with topo_gc.topology(name="shop") as shop:
...     shop.add(containers=[start_web()])
...     check()
"""

from __future__ import annotations

from typing import List

from .client import TopoGc
from .errors import (
    AgentRefused,
    AgentUnreachable,
    CleanupFailed,
    Fault,
    HandOverFailed,
    NoAgent,
    TopoGcError,
)
from .hand_over import HandOver
from .leased_topology import Topology
from .submitted import Submitted

__all__ = [
    "AgentRefused",
    "AgentUnreachable",
    "CleanupFailed",
    "Fault",
    "HandOverFailed",
    "NoAgent",
    "Submitted",
    "TopoGc",
    "TopoGcError",
    "Topology",
    "cleanup",
    "collect",
    "connect",
    "lease",
    "pending",
    "status",
    "submit",
    "topology",
]

_here = TopoGc(HandOver.from_environment)

submit = _here.submit
topology = _here.topology
lease = _here.lease
collect = _here.collect
cleanup = _here.cleanup
status = _here.status


def pending() -> List[str]:
    """Ids of the topologies that this process has handed over by ``submit`` and that are not removed yet.

    :raises AgentUnreachable: where no agent answers.
    :raises NoAgent: where no agent is named.
    """
    return _here.pending


def connect(socket: str) -> TopoGc:
    """The same for the agent at that socket. It is asked only once there is something to ask."""
    hand_over = HandOver.to(socket)
    return TopoGc(lambda: hand_over)
