"""Which agent a session talks to: the one that is named, or one of its own."""

from __future__ import annotations

import os
import shutil
from typing import Dict, Optional

from topo_gc.errors import NoAgent, TopoGcError
from topo_gc.hand_over import HandOver

from .own_agent import OwnAgent
from .settings import Settings

COMMAND = "topo-gc"


class AgentAccess:
    """The agent of ``settings.socket``, else one that is started for this session and drained at its end."""

    def __init__(self, hand_over: HandOver, own_agent: Optional[OwnAgent]) -> None:
        self.hand_over = hand_over
        self.own_agent = own_agent
        self._outer: Dict[str, Optional[str]] = {}

    @classmethod
    def open(cls, settings: Settings) -> "AgentAccess":
        """:raises NoAgent: where none is named and none can be started."""
        if settings.socket:
            return cls(HandOver.to(settings.socket), None)
        command = shutil.which(COMMAND)
        if command is None:
            raise NoAgent("no agent: TOPO_GC_SOCKET is not set, and there is no command topo-gc on the PATH")
        own_agent = OwnAgent.start(command, settings.agent_inputs)
        access = cls(HandOver.to(own_agent.environment["TOPO_GC_SOCKET"], own_agent.environment), own_agent)
        access._export(own_agent.environment)
        return access

    def describe(self) -> str:
        """Which agent that is, in words."""
        socket = self.hand_over.client.socket_path
        whose = "an agent of this session's own" if self.own_agent else "the agent"
        try:
            status = self.hand_over.client.status()
        except TopoGcError as error:
            return f"{whose} at {socket}, which does not answer now: {error}"
        return f"{whose} at {socket}, version {status['version']}, pid {status['pid']}"

    def close(self) -> None:
        """Takes back what was put into the environment."""
        for name, value in self._outer.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        self._outer.clear()

    def _export(self, environment: Dict[str, str]) -> None:
        """For what tests start, and for the workers of pytest-xdist."""
        self._outer = {name: os.environ.get(name) for name in environment}
        os.environ.update(environment)
