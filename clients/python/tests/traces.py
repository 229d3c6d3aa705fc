"""What nodes with a mark in their names have left on the engine and on the host."""

import shutil
from pathlib import Path

FOLDERS = Path("/tmp/topology/docker")


class Traces:
    def __init__(self, engine, mark):
        self._engine = engine
        self._mark = mark

    def containers(self):
        """Names, running or not."""
        found = self._engine.containers(all=True, filters={"name": self._mark})
        return sorted(container["Names"][0].lstrip("/") for container in found)

    def states(self):
        """``running``, ``paused``, … by name."""
        found = self._engine.containers(all=True, filters={"name": self._mark})
        return {container["Names"][0].lstrip("/"): container["State"] for container in found}

    def networks(self):
        return sorted(network["Name"] for network in self._engine.networks() if self._mark in network["Name"])

    def folders(self):
        return sorted(path.name for path in FOLDERS.glob(f"*{self._mark}*"))

    def all(self):
        return [*self.containers(), *self.networks(), *self.folders()]

    def remove(self):
        for name in self.containers():
            self._engine.remove_container(name, force=True)
        for name in self.networks():
            self._engine.remove_network(name)
        for name in self.folders():
            shutil.rmtree(FOLDERS / name)
