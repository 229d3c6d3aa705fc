"""What is done in the place of ``DockerPlatform.destroy()``, and what is watched for it."""

from __future__ import annotations

import contextlib
import contextvars
import logging
import weakref
from typing import Any, Callable, Iterator, List, Optional

from topo_gc import TopoGc
from topo_gc.errors import AgentRefused, HandOverFailed

from ..notes import Notes
from ..settings import Settings
from .address_pools import collect_when_exhausted
from .creations import Creations
from .framework import Framework
from .links import remove_links
from .nodes import overrides_stop
from .patches import Patches
from .shells import close_shells
from .topology_in_use import TopologyInUse

log = logging.getLogger(__name__)

Stock = Callable[..., Any]

_platform_being_built: "contextvars.ContextVar[Callable[[], Any]]" = contextvars.ContextVar(
    "platform_being_built", default=lambda: None
)


class Deferral:
    """Between ``install()`` and ``remove()``, topologies are handed over instead of destroyed."""

    def __init__(self, framework: Framework, topo_gc: TopoGc, settings: Settings, notes: Notes) -> None:
        self._framework = framework
        self._topo_gc = topo_gc
        self._settings = settings
        self._notes = notes
        self._patches = Patches()
        self._topologies: "weakref.WeakKeyDictionary[Any, TopologyInUse]" = weakref.WeakKeyDictionary()
        self._handed_over: "weakref.WeakSet[Any]" = weakref.WeakSet()

    def install(self) -> None:
        manager, platform, node = self._framework
        self._patches.wrap(manager, "build", self._build)
        self._patches.wrap(platform, "add_node", self._add_node)
        self._patches.wrap(node, "__init__", self._make_node)
        self._patches.wrap(platform, "rollback", self._rollback)
        self._patches.wrap(platform, "destroy", self._destroy)
        Creations(self._topo_gc, node, self._topology_being_built).watch(self._patches)

    def remove(self) -> None:
        self._patches.remove()

    def _build(self, stock: Stock, manager: Any, *args: Any, **kwargs: Any) -> Any:
        def build() -> Any:
            with _building(lambda: manager.platform):
                return stock(manager, *args, **kwargs)

        return collect_when_exhausted(build, manager, self._topo_gc, self._notes)

    def _add_node(self, stock: Stock, platform: Any, *args: Any, **kwargs: Any) -> Any:
        with _building(lambda: platform):
            try:
                return stock(platform, *args, **kwargs)
            finally:
                # Its pid is known only now.
                if self._defers(platform):
                    self._topology_of(platform).announce()

    def _make_node(self, stock: Stock, node: Any, *args: Any, **kwargs: Any) -> Any:
        topology = self._topology_being_built()
        if topology is not None:
            topology.add(node)
        try:
            return stock(node, *args, **kwargs)
        finally:
            if topology is not None:
                topology.announce()

    def _rollback(self, stock: Stock, platform: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return stock(platform, *args, **kwargs)
        except Exception as error:
            if not self._defers(platform):
                raise
            # The error that made the build fail is the one to be seen.
            log.error("what a failed build has left could not be handed over: %s", error)
            return None

    def _destroy(self, stock: Stock, platform: Any) -> Any:
        if not self._defers(platform):
            return stock(platform)
        topology = self._topologies.pop(platform, None) or self._new_topology()
        for node in platform.nmlnode_node_map.values():
            if node not in self._handed_over:
                topology.add(node)
        stopped = self._run_own_stops(topology.nodes)
        close_shells(topology.nodes)
        try:
            topology.hand_over()
        except (AgentRefused, HandOverFailed) as error:
            reason = error
        else:
            return self._handed_over_whole(topology)
        # Out of the handler, so that what fails in there is not told as a consequence of this.
        return self._fall_back(stock, platform, topology, stopped, reason)

    def _handed_over_whole(self, topology: TopologyInUse) -> None:
        self._handed_over.update(topology.nodes)
        self._tell_of_leftovers(topology, remove_links(topology.links))

    def _defers(self, platform: Any) -> bool:
        """Not for platforms of others, and not where a subclass destroys in a way of its own."""
        stock = self._framework.platform
        return isinstance(platform, stock) and type(platform).destroy is stock.destroy

    def _run_own_stops(self, nodes: List[Any]) -> List[Any]:
        """Runs the stops that are not the framework's own, as stock does."""
        own = [node for node in nodes if overrides_stop(node, self._framework.node)]
        for node in own:
            try:
                node.stop()
            except Exception:
                log.exception("%s could not be stopped in its own way", node.identifier)
        return own

    def _fall_back(
        self, stock: Stock, platform: Any, topology: TopologyInUse, stopped: List[Any], error: Exception
    ) -> Any:
        if self._settings.fallback == "error":
            raise HandOverFailed(f"the topology is not unbuilt: {error}")
        self._notes.say(f"unbuilt as stock does, not deferred: {error}")
        for node in stopped:
            node.stop = _stopped_already
        try:
            result = stock(platform)
        finally:
            for node in stopped:
                del node.stop
        # Where that fails, what is left goes when this process has ended.
        topology.give_back()
        return result

    def _tell_of_leftovers(self, topology: TopologyInUse, links: List[str]) -> None:
        for left in (links, topology.left_alone.body().get("paths")):
            if left:
                names = ", ".join(map(str, left))
                self._notes.say(f"left where they are, as they may not be removed: {names}")

    def _topology_being_built(self) -> Optional[TopologyInUse]:
        platform = _platform_being_built.get()()
        return self._topology_of(platform) if self._defers(platform) else None

    def _topology_of(self, platform: Any) -> TopologyInUse:
        return self._topologies.setdefault(platform, self._new_topology())

    def _new_topology(self) -> TopologyInUse:
        return TopologyInUse(self._topo_gc, self._settings.stop_timeout)


@contextlib.contextmanager
def _building(platform: Callable[[], Any]) -> Iterator[None]:
    token = _platform_being_built.set(platform)
    try:
        yield
    finally:
        _platform_being_built.reset(token)


def _stopped_already() -> None:
    """In the place of a stop that has run."""
