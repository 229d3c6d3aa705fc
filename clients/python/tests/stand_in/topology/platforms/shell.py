"""Stand-in for topology.platforms.shell: shells on a terminal, held by pexpect."""

from collections import OrderedDict

from pexpect import spawn


class PExpectShell:
    """Connects at the first command, and keeps what pexpect has spawned in ``_connections``."""

    def __init__(self):
        self._connections = OrderedDict()

    def _get_connect_command(self):
        raise NotImplementedError

    def send_command(self, command, connection="0"):
        if connection not in self._connections:
            self._connections[connection] = spawn(self._get_connect_command(), echo=False)
        terminal = self._connections[connection]
        terminal.sendline(command + "; echo DONE-$((6*7))")
        terminal.expect("DONE-42")
        return terminal.before.decode()
