"""What nodes with a mark in their names have left on the engine and on the host."""

import os
import shutil
from pathlib import Path

FOLDERS = Path("/tmp/topology/docker")
LINKS = Path("/var/run/netns")


class Traces:
    def __init__(self, engine, mark):
        self._engine = engine
        self._mark = mark

    def containers(self):
        """Names, running or not."""
        found = self._engine.containers(all=True, filters={"name": self._mark})
        return sorted(container["Names"][0].lstrip("/") for container in found)

    def running(self):
        found = self._engine.containers(filters={"name": self._mark})
        return sorted(container["Names"][0].lstrip("/") for container in found)

    def networks(self):
        return sorted(network["Name"] for network in self._engine.networks() if self._mark in network["Name"])

    def folders(self):
        return sorted(path.name for path in FOLDERS.glob(f"*{self._mark}*"))

    def links(self):
        """Those to processes that are gone, or to a container of the mark."""
        pids = self._pids()
        return sorted(path.name for path in LINKS.glob("*") if path.is_symlink() and path.name in pids)

    def all(self):
        return [*self.containers(), *self.networks(), *self.folders()]

    def remove(self):
        for link in self.links():
            (LINKS / link).unlink()
        for name in self.containers():
            self._engine.remove_container(name, force=True)
        for name in self.networks():
            self._engine.remove_network(name)
        for name in self.folders():
            shutil.rmtree(FOLDERS / name)

    def _pids(self):
        found = self._engine.containers(filters={"name": self._mark})
        return {str(self._engine.inspect_container(container["Id"])["State"]["Pid"]) for container in found}
