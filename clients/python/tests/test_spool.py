"""An agent that does not answer: its spool takes what is handed over."""

import os
import pwd
import time

import pytest

from eventually import eventually
from topo_gc.agent_client import PATIENCE_S
from topo_gc.spool import spool

MODULE = """
    import os, signal
    TOPOLOGY = {f"a-{MARK}": {}, f"b-{MARK}": {}}

    def test_suspended(topology):
        os.kill(int(os.environ["AGENT_PID"]), signal.SIGSTOP)
"""


def test_a_topology_is_spooled_and_taken_from_there(suite, agent, traces):
    suite.write("test_one.py", MODULE)
    pid = agent.pid
    run = suite.deferred(agent, "--topology-gc-stop-timeout=1s", env={"AGENT_PID": str(pid)})
    (spooled,) = agent.spooled()
    agent.resume(pid)
    assert run.status == 0, run
    # A name of a pid is soon another's, and the agent may take its time.
    assert suite.links() == []
    assert len(spooled["containers"]) == 2
    assert spooled["submittedAt"].endswith("Z")
    eventually(lambda: agent.spooled() == [])
    eventually(lambda: [topology["id"] for topology in agent.topologies()] == [spooled["id"]])
    agent.client.collect()
    assert traces.all() == []
    assert agent.drain()["rejected"] == []


def seconds(suite, agent, env):
    """How long the tests of a suite take."""
    begin = time.monotonic()
    run = suite.deferred(agent, env=env)
    assert run.status == 0, run
    return time.monotonic() - begin


def test_a_lease_costs_the_patience_for_a_hanging_agent_once(suite, agent, traces):
    suite.write("test_one.py", MODULE.replace("def test_suspended(topology):", "def test_suspended():"))
    suite.write("test_two.py", MODULE.replace("os.kill", "print"))
    pid = agent.pid
    hanging = seconds(suite, agent, {"AGENT_PID": str(pid)})
    agent.resume(pid)
    # The same with an agent that answers. Each of two topologies has two nodes, and each node is announced twice.
    suite.write("test_one.py", MODULE.replace("os.kill", "print"))
    answering = seconds(suite, agent, {"AGENT_PID": str(pid)})
    assert hanging - answering < 6 * PATIENCE_S
    eventually(lambda: agent.topologies() != [])


def test_a_file_is_whole_and_the_folder_owners(tmp_path):
    nobody = pwd.getpwnam("nobody")
    os.chown(tmp_path, nobody.pw_uid, nobody.pw_gid)
    spool(str(tmp_path), {"id": "lab", "containers": ["a"]})
    (file,) = tmp_path.iterdir()
    assert file.suffix == ".json"
    status = file.stat()
    assert (status.st_uid, status.st_gid, status.st_mode & 0o777) == (nobody.pw_uid, nobody.pw_gid, 0o600)


def test_nothing_comes_into_another_folder_by_a_link_in_the_place_of_the_spool(tmp_path):
    (tmp_path / "system").mkdir()
    (tmp_path / "spool").symlink_to(tmp_path / "system")
    with pytest.raises(NotADirectoryError):
        spool(str(tmp_path / "spool"), {"id": "lab"})
    assert list((tmp_path / "system").iterdir()) == []


def test_what_comes_into_a_spool_that_is_closed_meanwhile_is_refused(tmp_path, monkeypatch):
    (tmp_path / "spool").mkdir()
    rename = os.rename

    def closing(source, target, **folders):
        rename(source, target, **folders)
        rename(tmp_path / "spool", tmp_path / "spool.closed")

    monkeypatch.setattr(os, "rename", closing)
    with pytest.raises(FileNotFoundError):
        spool(str(tmp_path / "spool"), {"id": "lab"})
    assert list((tmp_path / "spool.closed").iterdir()) == []


def test_a_spool_that_is_gone_leaves_nothing_behind(tmp_path):
    with pytest.raises(FileNotFoundError):
        spool(str(tmp_path / "spool"), {"id": "lab"})
    assert list(tmp_path.iterdir()) == []
