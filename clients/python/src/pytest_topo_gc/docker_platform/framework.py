"""The classes of topology and topology_docker that are wrapped."""

from __future__ import annotations

from importlib.util import find_spec
from typing import NamedTuple, Optional


class Framework(NamedTuple):
    manager: type
    platform: type
    node: type


def find_framework() -> Optional[Framework]:
    """``None`` where they are not installed."""
    if find_spec("topology") is None or find_spec("topology_docker") is None:
        return None
    from topology.manager import TopologyManager
    from topology_docker.node import DockerNode
    from topology_docker.platform import DockerPlatform

    return Framework(TopologyManager, DockerPlatform, DockerNode)
