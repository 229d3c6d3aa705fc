"""What a build asks the engine to make: announced before, and labelled, as pytest may be killed in the middle of it."""

from __future__ import annotations

import logging
import sys
from typing import Any, Callable, Dict, Optional

from topo_gc import TopoGc
from topo_gc.errors import TopoGcError

from .labels import SESSION_LABEL, SHARED_LABEL, call_with_labels
from .patches import Patches
from .topology_in_use import TopologyInUse

log = logging.getLogger(__name__)

_MAKE_FOLDER = "ensure_dir"
"""The function by which a node makes its shared folder."""


class Creations:
    """Wraps the calls by which topology_docker makes containers and networks, of docker-py, and folders, its own."""

    def __init__(
        self, topo_gc: TopoGc, node: type, find_topology: Callable[[], Optional[TopologyInUse]]
    ) -> None:
        """
        :param node: the framework's class of nodes
        :param find_topology: the one that is being built; ``None`` where that is not deferred
        """
        self._node_module = sys.modules[node.__module__]
        self._topo_gc = topo_gc
        self._find_topology = find_topology
        self._session: Optional[str] = None

    def watch(self, patches: Patches) -> None:
        from docker.api.container import ContainerApiMixin
        from docker.api.network import NetworkApiMixin

        patches.wrap(ContainerApiMixin, "create_container", self._create_container)
        patches.wrap(NetworkApiMixin, "create_network", self._create_network)
        if callable(getattr(self._node_module, _MAKE_FOLDER, None)):
            patches.wrap(self._node_module, _MAKE_FOLDER, self._make_folder)
        else:
            log.info("%s has no %s: a shared folder is announced with its container", self._node_module, _MAKE_FOLDER)

    def _make_folder(self, stock: Callable[..., Any], path: str, *args: Any, **kwargs: Any) -> Any:
        topology = self._find_topology()
        if topology is None:
            return stock(path, *args, **kwargs)
        # It carries no label, so it has to be known of before it is there.
        topology.announce()
        try:
            return stock(path, *args, **kwargs)
        finally:
            topology.is_there(path)

    def _create_container(self, stock: Callable[..., Any], client: Any, *args: Any, **kwargs: Any) -> Any:
        topology = self._find_topology()
        if topology is None:
            return stock(client, *args, **kwargs)
        # By its name, as it has no id yet: the engine goes on making it where its client is gone.
        topology.announce()
        return call_with_labels(stock, self._labels(), client, *args, **kwargs)

    def _create_network(self, stock: Callable[..., Any], client: Any, name: str, *args: Any, **kwargs: Any) -> Any:
        topology = self._find_topology()
        if topology is None:
            return stock(client, name, *args, **kwargs)
        labels = self._labels()
        if labels and topology.shares(name):
            labels[SHARED_LABEL] = "true"
        return call_with_labels(stock, labels, client, name, *args, **kwargs)

    def _labels(self) -> Dict[str, str]:
        """Empty where the agent does not say which session it is of; it is asked until it does."""
        if self._session is None:
            try:
                self._session = self._topo_gc.client.status()["session"]
            except TopoGcError as error:
                log.warning("%s: what is built carries no label of a session", error)
        return {SESSION_LABEL: self._session} if self._session else {}
