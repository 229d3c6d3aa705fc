"""What a node of topology_docker leaves behind, read from its attributes: half-built ones lack some."""

from __future__ import annotations

import logging
import os
from typing import Any, Dict, Iterator, Tuple

from topo_gc.members import Members, Ref


log = logging.getLogger(__name__)

NETNS_FOLDER = "/var/run/netns"
"""Where ``DockerPlatform.add_node()`` puts a link to the network namespace of each node, by its pid."""


def leftovers(node: Any) -> Members:
    """Container, networks, link and shared folder of a node."""
    members = Members()
    container = getattr(node, "_container_id", None)
    name = getattr(node, "_container_name", None)
    if container or name:
        members.add("containers", container or {"name": name})
    for ref in _networks(node, name):
        members.add("networks", ref)
    # None of a node that was not started, 0 of one that has ended at once.
    pid = getattr(node, "_pid", None)
    if pid is not None:
        members.add("netns", str(pid))
    folder = getattr(node, "_shared_dir", None)
    if folder and name and os.path.basename(os.path.normpath(folder)) == name:
        members.add("paths", os.path.normpath(folder))
    return members


def _networks(node: Any, container_name: Any) -> Iterator[Ref]:
    """Those of the engine: its own ones, ``CONTAINER_CATEGORY``, and shared ones, by ``connect_to``."""
    for category, config in _docker_managed(node):
        shared = config.get("connect_to")
        if shared is not None:
            yield {"name": shared, "shared": True}
        elif container_name:
            yield {"name": f"{container_name}_{category}"}


def _docker_managed(node: Any) -> Iterator[Tuple[str, Dict[str, Any]]]:
    try:
        mapping = node._get_network_config()["mapping"]
        for category, config in mapping.items():
            if config["managed_by"] == "docker":
                yield category, config
    except Exception:
        # Of a node whose constructor failed, the configuration may need what it has not got.
        log.debug("no network configuration of %r", node, exc_info=True)


def overrides_stop(node: Any, base: type) -> bool:
    """Whether a node stops in a way of its own, by its class or by itself."""
    return getattr(node.stop, "__func__", None) is not base.stop
