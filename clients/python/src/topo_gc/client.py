"""What a program has in hand: the functions of ``topo_gc``, and the object behind the fixture of that name."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Mapping, Optional

from .agent_client import COLLECTION_S, AgentClient
from .answers import Answer, TopologyAnswer
from .description import describe, new_id
from .errors import AgentRefused, CleanupFailed
from .hand_over import HandOver
from .leased_topology import Topology
from .members import Members, TopologyFields
from .submitted import Submitted

if TYPE_CHECKING:
    from typing_extensions import Unpack

_POLL_S = 0.1


def _tell_nobody(note: str) -> None:
    pass


class TopoGc:
    """Hands topologies over to an agent, and knows which it has handed over."""

    def __init__(
        self,
        find: Callable[[], HandOver],
        stop_timeout: Optional[str] = None,
        tell: Callable[[str], None] = _tell_nobody,
    ) -> None:
        """
        :param find: called for each request; raises ``NoAgent``
        :param tell: is given a sentence for each member that could not be looked up, and for what matches nothing
        """
        self._find_hand_over = find
        self._stop_timeout = stop_timeout
        self._tell = tell
        self._taken: Dict[str, bool] = {}
        """By id, whether the agent is known to have it: else it may be in the spool still."""

    @property
    def client(self) -> AgentClient:
        """Every other route of the agent's API.

        :raises NoAgent: where no agent is named.
        """
        return self._find_hand_over().client

    def submit(self, **topology: "Unpack[TopologyFields]") -> Submitted:
        """Hands a topology over and returns its id at once; its containers are asked to stop.

        The id has ``errors`` and ``warnings``, what of it the agent could not look up and which selectors match nothing.
        All arguments are keywords: ``containers``, ``networks``, ``volumes``, ``services``, ``configs``, ``secrets``,
        ``selectors``, ``stacks``, ``netns``, ``paths``, each a list; ``id``, ``name``, ``stop_timeout`` (``"2s"``),
        ``metadata``, ``engine``. ``selectors`` are ``label=KEY=VALUE``. All else is as in docs/api.md.

        :raises AgentRefused: the agent's own reasons; nothing of it was taken.
        :raises HandOverFailed: neither the agent nor its spool takes it.
        :raises NoAgent: no agent is named.
        """
        name = topology.get("name")
        return self.hand_over(
            describe(
                Members.named(topology),
                topology.get("id") or new_id(name),
                name,
                topology.get("stop_timeout") or self._stop_timeout,
                topology.get("metadata"),
                topology.get("engine"),
            )
        )

    def topology(
        self,
        *,
        ttl: Optional[str] = None,
        otherwise: Optional[Callable[[], object]] = None,
        **topology: "Unpack[TopologyFields]",
    ) -> Topology:
        """A topology for a ``with`` block, which hands it over at its end, however that comes.

        Meanwhile it is leased: the agent takes it also if this process is killed. Members that come later are named by
        its ``add``.

        :param ttl: ``"30m"``: the agent takes it that long after the last ``add`` or ``renew``, whether this process lives or not
        :param otherwise: takes it down where there is no agent, or where neither the agent nor its spool takes anything
        """
        fields = self._with_defaults(topology)
        return Topology(lambda: self.client, self.hand_over, fields, ttl, otherwise)

    def lease(self, *, ttl: Optional[str] = None, **topology: "Unpack[TopologyFields]") -> Topology:
        """Leases a topology while it is in use; by an ``id`` that is leased already, it adds to that and renews it.

        Without a ``ttl`` the lease lasts as long as this process. It ends by ``submit`` or ``drop`` of what is returned.

        :raises AgentRefused: the agent's own reasons; nothing of it was taken.
        :raises AgentUnreachable: no agent answers; a lease never goes to the spool.
        :raises NoAgent: no agent is named.
        """
        fields = self._with_defaults(topology)
        return Topology(lambda: self.client, self.hand_over, fields, ttl).announce()

    def hand_over(self, topology: Mapping[str, Any]) -> Submitted:
        """Hands over a topology as the API takes it, which has an id. Raises as ``submit`` does."""
        answer = self._find_hand_over().submit(topology)
        self._taken[topology["id"]] = answer is not None
        submitted = Submitted.of(topology["id"], answer)
        name = topology.get("name", submitted)
        for fault in submitted.errors:
            self._tell(f"{name}: not taken yet, and looked at again until the drain: {fault}")
        for fault in submitted.warnings:
            self._tell(f"{name}: {fault}")
        return submitted

    def status(self) -> Answer:
        """Readings beside thresholds, and counts.

        :raises AgentUnreachable: where no agent answers.
        """
        return self.client.status()

    def collect(self, timeout: float = COLLECTION_S) -> Answer:
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

    def _with_defaults(self, topology: TopologyFields) -> TopologyFields:
        fields = topology.copy()
        fields["stop_timeout"] = topology.get("stop_timeout") or self._stop_timeout
        return fields

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
        topology = self._find(topology_id)
        return [
            f"{member['kind']} {member['name']} ({member.get('error')})"
            for member in (topology["members"] if topology else [])
            if member["state"] == "failed"
        ]

    def _is_removed(self, topology_id: str) -> bool:
        topology = self._find(topology_id)
        if topology is None:
            # An agent forgets in the end what it has removed.
            return self._taken[topology_id]
        return topology["state"] in ("removed", "absent")

    def _find(self, topology_id: str) -> Optional[TopologyAnswer]:
        try:
            topology = self.client.topology(topology_id)
        except AgentRefused as refused:
            if refused.code != "not-found":
                raise
            return None
        self._taken[topology_id] = True
        return topology
