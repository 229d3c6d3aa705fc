"""The way of a topology to an agent: by its socket, else by its spool."""

from __future__ import annotations

import logging
import os
from typing import Any, Mapping, Optional

from .agent_client import AgentClient
from .answers import TopologyAnswer
from .errors import AgentRefused, AgentUnreachable, HandOverFailed, NoAgent, TopoGcError
from .spool import spool

log = logging.getLogger(__name__)


class HandOver:
    """Takes topologies for one agent."""

    def __init__(self, client: AgentClient, spool_folder: Optional[str]) -> None:
        self.client = client
        self._spool_folder = spool_folder

    @classmethod
    def to(cls, socket_path: str, environment: Mapping[str, str] = os.environ) -> "HandOver":
        """The agent at a socket. Its spool is beside that, unless ``TOPO_GC_SPOOL`` is of the same agent."""
        given = environment.get("TOPO_GC_SPOOL")
        is_given = bool(given) and environment.get("TOPO_GC_SOCKET", socket_path) == socket_path
        beside = os.path.join(os.path.dirname(socket_path), "spool")
        return cls(AgentClient(socket_path), given if is_given else beside)

    @classmethod
    def from_environment(cls) -> "HandOver":
        """The agent of ``TOPO_GC_SOCKET``.

        :raises NoAgent: where that is not set.
        """
        socket_path = os.environ.get("TOPO_GC_SOCKET")
        if not socket_path:
            raise NoAgent(
                "no agent: TOPO_GC_SOCKET is not set; start one by the action, or by `topo-gc run -- COMMAND`"
            )
        return cls.to(socket_path)

    def submit(self, topology: Mapping[str, Any]) -> Optional[TopologyAnswer]:
        """Hands a topology over; it has an id, so that an agent that took it too late takes it once.

        :returns: the agent's answer; ``None`` where it is in the spool, from where an agent will take it.
        :raises AgentRefused: the agent's own reasons; nothing of it was taken.
        :raises HandOverFailed: neither the agent nor its spool takes it.
        """
        try:
            return self.client.submit(topology)
        except AgentUnreachable as error:
            self._spool(topology, error)
            return None
        except AgentRefused as error:
            # It has no room at this moment, and took nothing.
            if error.code != "overloaded":
                raise
            self._spool(topology, error)
            return None

    def _spool(self, topology: Mapping[str, Any], why: TopoGcError) -> None:
        if not self._spool_folder:
            raise HandOverFailed(f"{why}, and there is no spool") from why
        try:
            spool(self._spool_folder, topology)
        except OSError as error:
            raise HandOverFailed(f"{why}, and its spool takes nothing ({error})") from error
        log.warning("%s: %s is in the spool, from where it will be taken", why, topology.get("id"))
