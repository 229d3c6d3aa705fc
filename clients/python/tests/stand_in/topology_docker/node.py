"""Stand-in for topology_docker.node."""

import os
from abc import ABCMeta, abstractmethod
from datetime import datetime

from docker import APIClient
from topology.platforms.node import CommonNode

from .shell import DockerShell
from .utils import ensure_dir, trace


class DockerNode(CommonNode, metaclass=ABCMeta):
    """A container, from its constructor on."""

    @abstractmethod
    def __init__(self, identifier, image=None, command="sh", tty=True, network_mode="none",
                 shared_dir_base="/tmp/topology/docker/", create_container_kwargs=None, **kwargs):
        super().__init__(identifier, **kwargs)
        self._pid = None
        self._image = image or os.environ["TOPO_GC_TEST_IMAGE"]
        self._client = APIClient(base_url=os.environ["DOCKER_HOST"], version="auto")
        timestamp = datetime.now().isoformat().replace(":", "-")
        self._container_name = f"{identifier}_{os.getpid()}_{timestamp}"
        self._shared_dir = os.path.join(shared_dir_base, self._container_name)
        ensure_dir(self._shared_dir)
        host_config = self._client.create_host_config(
            network_mode=network_mode, binds=[f"{self._shared_dir}:/var/topology"]
        )
        call = {"image": self._image, "command": command, "name": self._container_name, "detach": True,
                "tty": tty, "host_config": host_config}
        call.update(create_container_kwargs or {})
        self._container_id = self._client.create_container(**call)["Id"]

    @property
    def container_id(self):
        return self._container_id

    @property
    def container_name(self):
        return self._container_name

    @property
    def shared_dir(self):
        return self._shared_dir

    def _get_network_config(self):
        return {
            "default_category": "front_panel",
            "mapping": {
                "oobm": {"netns": None, "managed_by": "docker", "prefix": ""},
                "front_panel": {"netns": "front_panel", "managed_by": "platform", "prefix": ""},
            },
        }

    def notify_post_build(self):
        """Nothing to be done."""

    def start(self):
        self._client.start(self._container_id)
        self._pid = self._client.inspect_container(self._container_id)["State"]["Pid"]
        trace("start", self.identifier, self._pid)

    def stop(self):
        trace("stop", self.identifier)
        self._client.stop(self._container_id)
        self._client.wait(self._container_id)
        self._client.remove_container(self._container_id)

    def disable(self):
        self._client.pause(self._container_id)

    def enable(self):
        self._client.unpause(self._container_id)


class HostNode(DockerNode):
    """A node with a shell."""

    def __init__(self, identifier, **kwargs):
        super().__init__(identifier, **kwargs)
        self._register_shell("sh", DockerShell(self.container_id, "sh"))
