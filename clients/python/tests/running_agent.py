"""``topo-gc agent``, as a user would start it in another shell."""

import json
import os
import shlex
import signal
import subprocess
from pathlib import Path

from topo_gc.agent_client import AgentClient

THRESHOLDS_OFF = ["disk-threshold", "memory-threshold", "container-threshold", "network-threshold", "idle-collect"]
EXPORTS = 4


class RunningAgent:
    """Started by ``with``, which also ends it."""

    def __init__(self, command, state, inputs=()):
        self._command = command
        self._state = state
        self._inputs = [f"--{name}=off" for name in THRESHOLDS_OFF] + list(inputs)
        self.environment = {}
        self._process = None

    def __enter__(self):
        self._process = subprocess.Popen(
            [self._command, "agent", "--until-eof", *self._inputs],
            env={**os.environ, "TOPO_GC_STATE": str(self._state)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(EXPORTS):
            name, _, value = shlex.split(self._process.stdout.readline().decode())[1].partition("=")
            self.environment[name] = value
        return self

    def __exit__(self, *exception):
        self._process.stdin.close()
        self._process.wait(120)
        self._process.stdout.close()

    @property
    def client(self):
        return AgentClient(self.environment["TOPO_GC_SOCKET"])

    @property
    def pid(self):
        return self.client.status()["pid"]

    def drain(self):
        """The report of a drain, after which the agent goes on."""
        connection, response = self.client._send("POST", "/v1/drain", None, 120)
        lines = response.read().splitlines()
        connection.close()
        return json.loads(lines[-1])["report"]

    def topologies(self):
        return self.client._ask("GET", "/v1/topologies")

    def spooled(self):
        """What is in the spool."""
        return [json.loads(path.read_text()) for path in sorted(self.spool.glob("*.json"))]

    @property
    def spool(self):
        return Path(self.environment["TOPO_GC_SPOOL"])

    @staticmethod
    def resume(pid):
        """After a SIGSTOP."""
        os.kill(pid, signal.SIGCONT)
