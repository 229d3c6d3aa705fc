"""A lease: a topology is announced while it is in use, and goes when this process is gone."""

from __future__ import annotations

import logging
from typing import Any, List, Mapping

from .agent_client import AgentClient, HeldLease
from .errors import AgentRefused, AgentUnreachable
from .process_identity import identify_this_process

log = logging.getLogger(__name__)


class Lease:
    """Lasts as long as this process and a connection of its; only as that where the agent can't see the process.

    By the process a lease outlives its agent. The connection tells the agent at once when the process ends, so that
    all that was made until then is known to be the process's own.
    """

    def __init__(self, client: AgentClient) -> None:
        self._client = client
        self._held: List[HeldLease] = []
        self._is_given_up = False
        self._has_owner = True

    def announce(self, topology: Mapping[str, Any]) -> None:
        """Announces a topology, or more members of it. One that can't be announced is in use all the same.

        :raises AgentRefused: for its members.
        """
        # An agent that hangs takes its time at every node of a topology otherwise.
        if self._is_given_up:
            return
        try:
            self._send(topology)
        except AgentUnreachable as error:
            self._is_given_up = True
            log.warning("%s: nobody removes %s if this process is killed", error, topology.get("id"))

    def close(self) -> None:
        """Lets go of the connections, once the topology is submitted."""
        for held in self._held:
            held.close()
        self._held.clear()

    def _send(self, topology: Mapping[str, Any]) -> None:
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
