"""A real agent, a real engine, and suites that pytest runs in a process of its own."""

import os
import shutil
import stat
import subprocess
import uuid
from pathlib import Path

import docker
import pytest

from running_agent import RunningAgent
from suite import Suite
from traces import Traces

REPOSITORY = Path(__file__).resolve().parents[3]
CLI = REPOSITORY / "dist/cli/index.js"


@pytest.fixture(scope="session")
def engine():
    """The engine of ``DOCKER_HOST``, by docker-py."""
    client = docker.APIClient(base_url=os.environ["DOCKER_HOST"], version="auto")
    yield client
    client.close()


@pytest.fixture(scope="session")
def command(tmp_path_factory):
    """A folder with the command topo-gc, on the Node 24 of ``TOPO_GC_TEST_NODE``, else of the PATH."""
    node = os.environ.get("TOPO_GC_TEST_NODE") or shutil.which("node")
    folder = tmp_path_factory.mktemp("bin")
    script = folder / "topo-gc"
    script.write_text(f'#!/bin/sh\nexec "{node}" "{CLI}" "$@"\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    return folder


@pytest.fixture
def agent(command, tmp_path):
    """An agent whose thresholds are off."""
    with RunningAgent(command / "topo-gc", tmp_path / "state") as running:
        yield running


@pytest.fixture
def mark():
    """Part of the names of all that a test builds, and of nothing else."""
    return f"tgc{uuid.uuid4().hex[:8]}"


@pytest.fixture
def traces(engine, mark):
    """What a test's nodes have left; it is removed in the end."""
    found = Traces(engine, mark)
    yield found
    found.remove()


@pytest.fixture
def suite(tmp_path, mark, command):
    """Suites of tests, which know the mark as ``MARK``."""
    made = Suite(tmp_path / "suite", mark, command)
    yield made
    made.remove_links()


def pytest_report_header():
    version = subprocess.run(["docker", "--version"], capture_output=True, text=True, check=False).stdout
    return f"engine: {os.environ.get('DOCKER_HOST')}, {version.strip()}"
