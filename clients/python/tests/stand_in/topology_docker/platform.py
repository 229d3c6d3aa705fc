"""Stand-in for topology_docker.platform, whose ``destroy()`` fails where the framework's does."""

import logging
import os
from collections import OrderedDict
from traceback import format_exc

from docker import APIClient
from topology.platforms.platform import BasePlatform

from .networks import create_docker_network, create_platform_network
from .node import HostNode
from .utils import privileged_cmd, trace

log = logging.getLogger(__name__)


class DockerPlatform(BasePlatform):
    """Builds nodes of ``available_node_types``."""

    available_node_types = {"host": HostNode}

    def __init__(self, timestamp, nmlmanager, **kwargs):
        self.nmlnode_node_map = OrderedDict()
        privileged_cmd("mkdir -p /var/run/netns")

    def pre_build(self):
        """Nothing to be done."""

    def add_node(self, node):
        attributes = dict(node.metadata)
        enode = self.available_node_types[attributes.pop("type", "host")](node.identifier, **attributes)
        self.nmlnode_node_map[node.identifier] = enode
        enode.start()
        privileged_cmd("ln -s /proc/{pid}/ns/net /var/run/netns/{pid}", pid=enode._pid)
        handlers = {"docker": create_docker_network, "platform": create_platform_network}
        for category, config in enode._get_network_config()["mapping"].items():
            handlers[config["managed_by"]](enode, category, config)
        return enode

    def post_build(self):
        for enode in self.nmlnode_node_map.values():
            enode.notify_post_build()

    def destroy(self):
        trace("destroy")
        for enode in self.nmlnode_node_map.values():
            try:
                enode.stop()
            except Exception:
                log.error(format_exc())
        for enode in self.nmlnode_node_map.values():
            try:
                privileged_cmd("rm /var/run/netns/{pid}", pid=enode._pid)
            except Exception:
                log.error(format_exc())
        networks = set()
        for enode in self.nmlnode_node_map.values():
            for category, config in enode._get_network_config()["mapping"].items():
                if config["managed_by"] == "docker":
                    own = f"{enode._container_name}_{category}"
                    networks.add(config.get("connect_to") or own)
        client = APIClient(base_url=os.environ["DOCKER_HOST"], version="auto")
        for name in networks:
            client.remove_network(net_id=name)

    def rollback(self, stage, enodes, exception):
        self.destroy()


PLATFORMS = {"docker": DockerPlatform}
