"""A lease by this process: what is announced goes when the process is gone."""

from __future__ import annotations

from typing import Any, List, Mapping

from .agent_client import AgentClient, HeldLease
from .errors import AgentRefused
from .process_identity import identify_this_process


class ProcessLease:
    """Lasts as long as this process and a connection of its; only as that where the agent can't see the process.

    By the process a lease outlives its agent. The connection tells the agent at once when the process ends, so that
    all that was made until then is known to be the process's own.
    """

    def __init__(self, client: AgentClient) -> None:
        self._client = client
        self._held: List[HeldLease] = []
        self._has_owner = True

    def announce(self, topology: Mapping[str, Any]) -> None:
        """Announces a topology, or more members of it.

        :raises AgentRefused: for its members.
        :raises AgentUnreachable: nobody removes them if this process is killed.
        """
        if not self._held or not self._has_owner:
            self._held.append(self._client.hold_lease(topology))
            # Its members are named by now.
            topology = {"id": topology["id"]}
        if not self._has_owner:
            return
        try:
            self._client.lease(topology, identify_this_process())
        except AgentRefused as refused:
            if not any(fault.field.startswith("owner") for fault in refused.faults):
                raise
            self._has_owner = False

    def close(self) -> None:
        """Lets go of the connections, once the topology is submitted."""
        for held in self._held:
            held.close()
        self._held.clear()
