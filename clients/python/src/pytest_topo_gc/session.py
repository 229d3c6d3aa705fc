"""One session of pytest: from the agent that it finds to the drain of one of its own."""

from __future__ import annotations

import subprocess
import sys
from typing import Any, Iterator, List, Optional

import pytest

from topo_gc import TopoGc
from topo_gc.errors import BadInput, NoAgent

from .agent_access import AgentAccess
from .docker_platform.deferral import Deferral
from .docker_platform.framework import find_framework
from .notes import Notes
from .own_agent import LEAK
from .settings import Settings

_WORKER_NOTES = "topo_gc_notes"


class Session:
    """The hooks that need to know the session's agent, what is deferred, and what there is to tell."""

    def __init__(self, config: pytest.Config, settings: Settings) -> None:
        self._config = config
        self._settings = settings
        self._notes = Notes()
        self._access: Optional[AgentAccess] = None
        self._topo_gc: Optional[TopoGc] = None
        self._deferral: Optional[Deferral] = None
        self._session: Optional[pytest.Session] = None
        self._header = "deferred unbuild is off"

    def topo_gc(self) -> TopoGc:
        """:raises NoAgent: where there is none, and none can be started."""
        if self._topo_gc is None:
            access = self._access = AgentAccess.open(self._settings)
            self._topo_gc = TopoGc(lambda: access.hand_over, self._settings.stop_timeout, self._notes.say)
            is_worker = hasattr(self._config, "workerinput")
            if self._settings.agent_inputs and self._access.own_agent is None and not is_worker:
                self._notes.say("--topology-gc-input is for an agent that the plugin starts: it changes nothing")
        return self._topo_gc

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionstart(self, session: pytest.Session) -> None:
        self._session = session
        if self._settings.deferred and not self._config.getoption("collectonly", False):
            self._defer()

    def pytest_report_header(self) -> str:
        return f"topo-gc: {self._header}"

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self) -> None:
        output = getattr(self._config, "workeroutput", None)
        if output is not None:
            output[_WORKER_NOTES] = self._notes.take()

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        self._notes.extend(getattr(node, "workeroutput", {}).get(_WORKER_NOTES, []))

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        notes = self._notes.take()
        if notes:
            terminalreporter.section("topo-gc")
            for note in notes:
                terminalreporter.line(note)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_unconfigure(self) -> Iterator[None]:
        # In there the framework unbuilds the last topology.
        yield
        if self._deferral is not None:
            self._deferral.remove()
        self._drain()
        for note in self._notes.take():
            print(f"topo-gc: {note}", file=sys.stderr)

    def _defer(self) -> None:
        framework = find_framework()
        try:
            topo_gc = self.topo_gc()
        except BadInput as error:
            raise pytest.UsageError(f"--topology-gc-input: {error}") from None
        except NoAgent as error:
            if self._settings.fallback == "error":
                raise pytest.UsageError(f"topo-gc: {error}") from None
            self._header = f"deferred unbuild is not possible, topologies are unbuilt as stock does: {error}"
            return
        if framework is None:
            self._header = "deferred unbuild has nothing to do, as topology_docker is not installed"
            return
        self._deferral = Deferral(framework, topo_gc, self._settings, self._notes)
        self._deferral.install()
        self._header = f"deferred unbuild is on, by {self._access.describe()}"

    def _drain(self) -> None:
        if self._access is None:
            return
        own_agent = self._access.own_agent
        self._access.close()
        if own_agent is None:
            return
        try:
            status = own_agent.drain()
        except (subprocess.TimeoutExpired, KeyboardInterrupt):
            print("topo-gc: the agent is still draining, and goes on by itself", file=sys.stderr)
            return
        if status != 0 or self._config.getoption("verbose") >= 0:
            self._tell(own_agent.read_log())
        if status != 0 and self._session is not None and self._session.exitstatus == pytest.ExitCode.OK:
            self._session.exitstatus = LEAK if status == LEAK else pytest.ExitCode.INTERNAL_ERROR

    def _tell(self, lines: List[str]) -> None:
        reporter = self._config.pluginmanager.get_plugin("terminalreporter")
        if reporter is None:
            return
        for line in lines:
            reporter.write_line(line)
