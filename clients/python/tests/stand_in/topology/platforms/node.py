"""Stand-in for topology.platforms.node."""

from collections import OrderedDict


class CommonNode:
    """A node with shells, which can be disabled."""

    def __init__(self, identifier, **kwargs):
        self.identifier = identifier
        self.metadata = kwargs
        self.ports = OrderedDict()
        self._shells = OrderedDict()
        self._enabled = True

    def _register_shell(self, name, shell):
        self._shells[name] = shell

    def __call__(self, command, shell="sh"):
        return self._shells[shell].send_command(command)
