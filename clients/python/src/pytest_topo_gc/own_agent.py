"""An agent for this session only, where nobody else has started one: a laptop, another CI system."""

from __future__ import annotations

import atexit
import os
import shlex
import subprocess
import tempfile
import threading
from typing import BinaryIO, Dict, List, Sequence

from topo_gc.errors import BadInput, NoAgent


READY_S = 30.0
"""How long an agent may take to be ready."""

END_S = 5.0
"""How long it may take to end once its standard output is closed."""

DRAIN_S = 300.0
"""How long its drain is waited for: 4 minutes by default, and some for its end."""

LEAK = 70
"""Exit status of the command where something could not be removed."""

USAGE = 2
"""Exit status of the command where it does not take what it was given."""

_NEEDED = ("TOPO_GC_SOCKET", "TOPO_GC_DIR", "TOPO_GC_SPOOL", "TOPO_GC_SESSION")


class OwnAgent:
    """``topo-gc agent``, which drains when this process lets go of its standard input, however it ends."""

    def __init__(self, process: "subprocess.Popen[bytes]", log: BinaryIO) -> None:
        self._process = process
        self._log = log
        self.environment: Dict[str, str] = {}
        """What clients need, ``TOPO_GC_SOCKET`` and the others."""

    @classmethod
    def start(cls, command: str, inputs: Sequence[str]) -> "OwnAgent":
        """Resolves once the agent answers.

        :param inputs: the action's, such as ``container-threshold=20``.
        :raises BadInput: with the command's own words, where it does not take one of the inputs.
        :raises NoAgent: with its words, where it does not start otherwise.
        """
        options = [f"--{given.strip()}" for given in inputs]
        log = tempfile.TemporaryFile()
        try:
            process = subprocess.Popen(
                [command, "agent", "--until-eof", *options],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                # Ctrl-C is for pytest, which still has to hand over what it has.
                start_new_session=True,
            )
        except OSError as error:
            raise NoAgent(f"{command} can't be run: {error}") from error
        agent = cls(process, log)
        atexit.register(agent.drain)
        agent._read_environment()
        return agent

    def drain(self, timeout: float = DRAIN_S) -> int:
        """Has everything removed, and waits for it.

        :returns: the exit status of the command: 0, or 70 for a leak. Of a second call, that of the first.
        :raises subprocess.TimeoutExpired: where it takes longer; it goes on by itself.
        """
        atexit.unregister(self.drain)
        if self._process.stdin and not self._process.stdin.closed:
            self._process.stdin.close()
        return self._process.wait(timeout)

    def read_log(self) -> List[str]:
        """What the command has said: its report, once it has drained."""
        # The file's position is shared with the command.
        size = os.fstat(self._log.fileno()).st_size
        return os.pread(self._log.fileno(), size, 0).decode(errors="replace").splitlines()

    def _read_environment(self) -> None:
        reader = threading.Thread(target=self._read_exports, daemon=True)
        reader.start()
        reader.join(READY_S)
        if all(name in self.environment for name in _NEEDED):
            return
        self._process.stdin.close()
        said = [line.strip() for line in self.read_log() if line.strip()]
        if self._has_refused_usage():
            raise BadInput(" ".join(said) or "topo-gc agent does not take its inputs")
        why = "; ".join(said[-5:]) or f"it was not ready after {READY_S:g} s"
        raise NoAgent(f"topo-gc agent did not start: {why}")

    def _has_refused_usage(self) -> bool:
        try:
            return self._process.wait(END_S) == USAGE
        except subprocess.TimeoutExpired:
            return False

    def _read_exports(self) -> None:
        for line in self._process.stdout:
            words = shlex.split(line.decode())
            if words[:1] == ["export"]:
                name, _, value = words[1].partition("=")
                self.environment[name] = value
            if all(name in self.environment for name in _NEEDED):
                return
