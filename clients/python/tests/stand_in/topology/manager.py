"""Stand-in for topology.manager: the life of a topology, its quirks included."""

import logging
from collections import OrderedDict

log = logging.getLogger(__name__)


class Node:
    """A node as a topology describes it."""

    def __init__(self, identifier, **metadata):
        self.identifier = identifier
        self.metadata = metadata


class TopologyManager:
    """Builds what ``load()`` has described on a platform, and has it destroyed."""

    def __init__(self, engine="docker"):
        self.engine = engine
        self.nodes = OrderedDict()
        self._described = []
        self._platform = None
        self._built = False
        self._resolved = False

    @property
    def platform(self):
        return self._platform

    def load(self, topology):
        """Takes the attributes of each node by its identifier."""
        self._described = [Node(identifier, **attributes) for identifier, attributes in topology.items()]

    def is_built(self):
        return self._built

    def resolve(self):
        from topology_docker.platform import PLATFORMS

        self._platform = PLATFORMS[self.engine]("2026-11-25T00:00:00", self)
        self._resolved = True

    def build(self):
        if self._built:
            raise RuntimeError("built already")
        if not self._resolved:
            self.resolve()
        stage = "pre_build"
        try:
            self._platform.pre_build()
            stage = "add_node"
            for node in self._described:
                self.nodes[node.identifier] = self._platform.add_node(node)
            stage = "post_build"
            self._platform.post_build()
        except (Exception, KeyboardInterrupt) as error:
            log.critical('Build failed at stage "%s" with "%s"', stage, error)
            # What this raises hides the error that made the build fail.
            self._platform.rollback(stage, self.nodes, error)
            raise
        self._built = True

    def unbuild(self):
        if not self._built:
            raise RuntimeError("never built")
        self.nodes = OrderedDict()
        self._platform.destroy()
        # is_built() stays true, as it does in the framework.
        self._platform = None

    def get(self, identifier):
        return self.nodes.get(identifier)
