"""Stand-in for topology_docker.shell."""

import os

from topology.platforms.shell import PExpectShell


class DockerShell(PExpectShell):
    """``docker exec`` on a terminal."""

    def __init__(self, container, command):
        super().__init__()
        self._container = container
        self._command = command

    def _get_connect_command(self):
        return f"docker --host {os.environ['DOCKER_HOST']} exec -i -t {self._container} {self._command}"
