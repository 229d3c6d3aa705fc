"""A suite of tests that pytest runs, with the plugin and the stand-in of the framework."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parent / "src"
PLUGINS = ("pytest_topo_gc.plugin", "topology.pytest.plugin")
TIMEOUT_S = 120


class Run:
    """One that is over."""

    def __init__(self, status, output):
        self.status = status
        self.output = output

    def __repr__(self):
        return f"status {self.status}\n{self.output}"


class Suite:
    """A folder of test modules, run as often as one likes."""

    def __init__(self, folder, mark, command):
        folder.mkdir()
        self.folder = folder
        self._mark = mark
        self._command = command
        self._trace = folder / "trace"
        self._trace.touch()

    def write(self, name, content):
        """A module; ``MARK`` is defined in it."""
        head = f'MARK = "{self._mark}"\n'
        (self.folder / name).write_text(head + textwrap.dedent(content))
        return self

    def start(self, *args, env=None, plugins=PLUGINS, has_command=False, prefix=()):
        """A run that goes on; its output is one."""
        plugin_args = [word for plugin in plugins for word in ("-p", plugin)]
        ours = ("TOPO_GC_", "PYTEST_")
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        path = os.environ["PATH"]
        environment = {
            **inherited,
            "PYTHONPATH": os.pathsep.join([str(SOURCES), str(HERE / "stand_in")]),
            "PATH": f"{self._command}{os.pathsep}{path}" if has_command else path,
            "TOPO_GC_TEST_IMAGE": os.environ["TOPO_GC_TEST_IMAGE"],
            "PYTHONDONTWRITEBYTECODE": "1",
            "STAND_IN_TRACE": str(self._trace),
            **(env or {}),
        }
        return subprocess.Popen(
            [*prefix, sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *plugin_args, *args],
            cwd=self.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def traced(self, event):
        """What the framework's own ``event`` was called for: ``start``, ``stop``, ``destroy``."""
        lines = [line.split() for line in self._trace.read_text().splitlines()]
        return [line[1:] for line in lines if line[0] == event]

    def links(self):
        """Links of its nodes that are still there."""
        pids = {pid for _, pid in self.traced("start")}
        return [pid for pid in pids if os.path.lexists(f"/var/run/netns/{pid}")]

    def remove_links(self):
        for pid in self.links():
            os.unlink(f"/var/run/netns/{pid}")

    def run(self, *args, **options):
        process = self.start(*args, **options)
        output, _ = process.communicate(timeout=TIMEOUT_S)
        return Run(process.returncode, output)

    def deferred(self, agent, *args, env=None, **options):
        """With the flag, at an agent."""
        environment = {**agent.environment, **(env or {})}
        return self.run("--topology-deferred-unbuild", *args, env=environment, **options)
