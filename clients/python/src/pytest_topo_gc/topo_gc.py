"""What a test suite has in hand: the object behind the fixture ``topo_gc``."""

from __future__ import annotations

import re
import time
import uuid
from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional, Sequence

from .agent_client import COLLECTION_S
from .errors import AgentRefused, CleanupFailed, Fault, faults_of
from .hand_over import HandOver
from .members import FIELDS, Members, Ref

_POLL_S = 0.1


class Submitted(str):
    """The id of a topology that was handed over, and what came of that."""

    errors: Sequence[Fault] = ()
    """Members that could not be looked up: the agent looks again, and what is left of them is a leak. Empty where spooled."""
    warnings: Sequence[Fault] = ()
    """Selectors that match nothing."""

    @classmethod
    def of(cls, topology_id: str, answer: Optional[Mapping[str, Any]]) -> "Submitted":
        """:param answer: the agent's; ``None`` where the topology is spooled"""
        submitted = cls(topology_id)
        submitted.errors = faults_of((answer or {}).get("errors"))
        submitted.warnings = faults_of((answer or {}).get("warnings"))
        return submitted


class TopoGc:
    """Hands topologies over to an agent, and knows which it has handed over."""

    def __init__(
        self,
        hand_over: HandOver,
        stop_timeout: Optional[str] = None,
        tell: Callable[[str], None] = lambda note: None,
    ) -> None:
        """:param tell: is given a sentence for each member that could not be looked up, and for what matches nothing"""
        self._hand_over = hand_over
        self._stop_timeout = stop_timeout
        self._tell = tell
        self._taken: Dict[str, bool] = {}
        """By id, whether the agent is known to have it: else it may be in the spool still."""

    @property
    def client(self):
        """Every other route of the agent's API."""
        return self._hand_over.client

    def submit(
        self,
        *,
        containers: Iterable[Ref] = (),
        networks: Iterable[Ref] = (),
        volumes: Iterable[Ref] = (),
        selectors: Iterable[str] = (),
        netns: Iterable[Ref] = (),
        paths: Iterable[Ref] = (),
        id: Optional[str] = None,  # noqa: A002 (the contract's word)
        name: Optional[str] = None,
        stop_timeout: Optional[str] = None,
        metadata: Optional[Mapping[str, str]] = None,
    ) -> Submitted:
        """Hands a topology over and returns its id at once; its containers are asked to stop.

        The id has ``errors`` and ``warnings``, what of it the agent could not look up and which selectors match nothing.

        ``selectors`` are ``label=KEY=VALUE``. All else is as in docs/api.md.

        :raises AgentRefused: the agent's own reasons; nothing of it was taken.
        :raises HandOverFailed: neither the agent nor its spool takes it.
        """
        lists = dict(zip(FIELDS, (containers, networks, volumes, selectors, netns, paths)))
        members = Members((field, ref) for field, refs in lists.items() for ref in refs)
        topology = describe(members, id or new_id(name), name, stop_timeout or self._stop_timeout, metadata)
        return self.hand_over(topology)

    def hand_over(self, topology: Mapping[str, Any]) -> Submitted:
        """Hands over a topology as the API takes it, which has an id. Raises as ``submit`` does."""
        answer = self._hand_over.submit(topology)
        self._taken[topology["id"]] = answer is not None
        submitted = Submitted.of(topology["id"], answer)
        name = topology.get("name", submitted)
        for fault in submitted.errors:
            self._tell(f"{name}: not taken yet, and looked at again until the drain: {fault}")
        for fault in submitted.warnings:
            self._tell(f"{name}: {fault}")
        return submitted

    def collect(self, timeout: float = COLLECTION_S) -> Mapping[str, Any]:
        """Has all that is pending at the agent removed, waits for it, and returns the collection's record.

        :raises AgentUnreachable: where no agent answers, or not within ``timeout`` seconds.
        """
        return self.client.collect(timeout=timeout)

    @property
    def pending(self) -> List[str]:
        """Ids of the topologies that this process has handed over and that are not removed yet.

        :raises AgentUnreachable: where no agent answers.
        """
        return [topology_id for topology_id in self._taken if not self._is_removed(topology_id)]

    def cleanup(self, timeout: float = COLLECTION_S) -> None:
        """Returns when all that this process has handed over is removed.

        :raises CleanupFailed: what could not be removed, or not within ``timeout`` seconds, with the reasons.
        :raises AgentUnreachable: where no agent answers.
        """
        deadline = time.monotonic() + timeout
        while True:
            pending = self.pending
            if not pending:
                return
            left = deadline - time.monotonic()
            if left <= 0:
                raise CleanupFailed(f"not removed after {timeout:g} s: {', '.join(pending)}")
            self._collect(pending, left)

    def _collect(self, ids: List[str], timeout: float) -> None:
        known = [topology_id for topology_id in ids if self._find(topology_id)]
        if not known:
            # In the spool, from where the agent has not taken them yet.
            time.sleep(_POLL_S)
            return
        self.client.collect(tuple(known), timeout)
        failures = [failure for topology_id in known for failure in self._failures(topology_id)]
        if failures:
            raise CleanupFailed("not removed: " + "; ".join(failures))

    def _failures(self, topology_id: str) -> List[str]:
        topology = self._find(topology_id) or {}
        return [
            f"{member['kind']} {member['name']} ({member.get('error')})"
            for member in topology.get("members", [])
            if member["state"] == "failed"
        ]

    def _is_removed(self, topology_id: str) -> bool:
        topology = self._find(topology_id)
        if topology is None:
            # An agent forgets in the end what it has removed.
            return self._taken[topology_id]
        return topology["state"] in ("removed", "absent")

    def _find(self, topology_id: str) -> Optional[Mapping[str, Any]]:
        try:
            topology = self.client.topology(topology_id)
        except AgentRefused as refused:
            if refused.code != "not-found":
                raise
            return None
        self._taken[topology_id] = True
        return topology


def new_id(name: Optional[str]) -> str:
    """An id that nobody else has, and that a name can be read from."""
    readable = re.sub(r"[^A-Za-z0-9_.:@/\[\]-]", "_", name or "topology").lstrip(".:@/[]-")[:160]
    return f"{readable or 'topology'}-{uuid.uuid4().hex[:8]}"


def describe(
    members: Members,
    topology_id: str,
    name: Optional[str],
    stop_timeout: Optional[str],
    metadata: Optional[Mapping[str, str]],
) -> Dict[str, Any]:
    """A topology as the API takes it."""
    rest = {"name": name, "stopTimeout": stop_timeout, "metadata": dict(metadata or {})}
    return {"id": topology_id, **members.body(), **{field: value for field, value in rest.items() if value}}
