"""A topology from its first container on until it is handed over."""

from __future__ import annotations

import logging
import os
from typing import Any, Callable, Dict, List, Optional

from topo_gc import TopoGc
from topo_gc.description import describe, new_id
from topo_gc.errors import AgentRefused, AgentUnreachable, TopoGcError
from topo_gc.members import Members
from topo_gc.process_lease import ProcessLease

from .nodes import leftovers

log = logging.getLogger(__name__)


class TopologyInUse:
    """The nodes of one build, leased as they come."""

    def __init__(self, topo_gc: TopoGc, stop_timeout: Optional[str]) -> None:
        # Such as "test_vlan.py::test_ping (setup)"; another one by the time that the topology is unbuilt.
        self.name = os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" ")[0] or "topology"
        self.id = new_id(self.name)
        self.nodes: List[Any] = []
        self.left_alone = Members()
        """What the agent refuses, and a topology can do without."""
        self._topo_gc = topo_gc
        self._stop_timeout = stop_timeout
        self._lease = ProcessLease(topo_gc.client)
        self._is_given_up = False
        self._leased = Members()
        self._engine_id: Optional[str] = None

    def add(self, node: Any) -> None:
        if not any(node is other for other in self.nodes):
            self.nodes.append(node)

    def announce(self) -> None:
        """Leases what its nodes have that is not leased yet. Never raises: that would be no test's fault."""
        # An agent that hangs takes its time at every node of a topology otherwise.
        if self._is_given_up:
            return
        # A link is the agent's to remove only beside its container, so a node is named as a whole.
        members = Members(
            entry for node in self.nodes if leftovers(node).without(self._leased) for entry in leftovers(node)
        )
        try:
            # Each member counts: one that can't be leased is no reason to leave the rest without.
            self._offer(members, self._lease.announce, lambda field, ref: True)
        except AgentUnreachable as error:
            self._is_given_up = True
            log.warning("%s: nobody removes %s if this process is killed", error, self.id)
        except Exception as error:
            log.warning("%s is not leased: %s", self.id, error)
        else:
            self._leased.update(members)

    def is_there(self, folder: str) -> None:
        """Has a folder that was announced before it was made announced once more.

        Only now can it be told from another one of its name.
        """
        self._leased = self._leased.without(Members([("paths", os.path.normpath(folder))]))

    def hand_over(self) -> None:
        """Hands all of it over; its lease ends with that. Raises as ``TopoGc.submit`` does."""
        self._offer(self._members(), self._topo_gc.hand_over, _is_dispensable)
        self._lease.close()

    def give_back(self) -> None:
        """Ends its lease, as somebody else has unbuilt it. Never raises."""
        try:
            self._topo_gc.client.drop_lease(self.id)
        except TopoGcError as error:
            log.info("the lease %s could not be given back: %s", self.id, error)
        self._lease.close()

    def shares(self, network: str) -> bool:
        """Whether its nodes join a network by a name that others may join too."""
        return {"name": network, "shared": True} in self._members().body().get("networks", [])

    @property
    def links(self) -> List[str]:
        """Names of the links to its nodes."""
        return self._members().body().get("netns", [])

    def _members(self) -> Members:
        return Members(entry for node in self.nodes for entry in leftovers(node))

    def _offer(
        self, members: Members, send: Callable[[Dict[str, Any]], None], may_lack: Callable[[str, Any], bool]
    ) -> None:
        """Sends them, and once more without those that the agent refuses and that it may lack."""
        offered = members.without(self.left_alone)
        if not offered:
            return
        try:
            send(self._describe(offered))
        except AgentRefused as refused:
            foreign = offered.named_by(refused.faults)
            if not foreign or not all(may_lack(field, ref) for field, ref in foreign):
                raise
            log.info("%s goes without %s: %s", self.id, foreign.body(), refused)
            self.left_alone.update(Members(entry for entry in foreign if _is_dispensable(*entry)))
            rest = offered.without(foreign)
            if rest:
                send(self._describe(rest))

    def _describe(self, members: Members) -> Dict[str, Any]:
        worker = os.environ.get("PYTEST_XDIST_WORKER")
        metadata = {"client": "pytest", "framework": "topology_docker", **({"worker": worker} if worker else {})}
        topology = describe(members, self.id, self.name, self._stop_timeout, metadata)
        engine_id = self._find_engine_id()
        return {**topology, **({"engine": engine_id} if engine_id else {})}

    def _find_engine_id(self) -> Optional[str]:
        """Of the engine that its nodes are on: an agent refuses what is on another one than its own."""
        client = next((node._client for node in self.nodes if hasattr(node, "_client")), None)
        if self._engine_id is None and client is not None:
            try:
                self._engine_id = client.info()["ID"]
            except Exception as error:
                log.warning("the engine does not say who it is: %s", error)
        return self._engine_id


def _is_dispensable(field: str, ref: Any) -> bool:
    """Stock leaves folders, pytest itself removes links, a network joined by name may be somebody else's."""
    return field in ("netns", "paths") or (field == "networks" and ref.get("shared", False))
