"""On without an agent, where the command topo-gc is found: one of the session's own."""

import re
import signal

from eventually import eventually
from running_agent import THRESHOLDS_OFF
from topo_gc.agent_client import AgentClient
from topo_gc import AgentUnreachable

MODULE = """
    import os
    TOPOLOGY = {f"a-{MARK}": {}, f"b-{MARK}": {}}

    def test_socket(topology):
        print("socket:", os.environ["TOPO_GC_SOCKET"])
        open("socket", "w").write(os.environ["TOPO_GC_SOCKET"])
"""

DEFERRED = ("--topology-deferred-unbuild", "--topology-gc-stop-timeout=1s")
OFF = [f"--topology-gc-input={name}=off" for name in THRESHOLDS_OFF]


def is_gone(suite):
    try:
        AgentClient((suite.folder / "socket").read_text()).status()
    except AgentUnreachable:
        return True
    return False


def test_it_is_started_and_drained(suite, traces, tmp_path):
    suite.write("test_one.py", MODULE)
    run = suite.run("-s", *DEFERRED, *OFF, has_command=True, env=state(tmp_path))
    assert run.status == 0, run
    assert "topo-gc: deferred unbuild is on, by an agent of this session's own at " in run.output
    assert re.search(r"2 containers, 2 networks, .*of 1 topology removed", run.output), run
    assert suite.traced("destroy") == []
    assert traces.all() == []
    assert is_gone(suite)


def test_workers_share_it(suite, traces, tmp_path):
    for name in ("one", "two"):
        suite.write(f"test_{name}.py", MODULE.replace("a-{MARK}", f"{name}-{{MARK}}"))
    run = suite.run("-n2", *DEFERRED, *OFF, has_command=True, env=state(tmp_path))
    assert run.status == 0, run
    assert "of 2 topologies removed" in run.output
    assert traces.all() == []


def test_a_leak_fails_the_session(suite, traces, engine, tmp_path):
    suite.write(
        "conftest.py",
        """
        import os, docker, pytest

        @pytest.fixture
        def used():
            client = docker.APIClient(base_url=os.environ["DOCKER_HOST"], version="auto")
            name = f"used-{MARK}"
            client.create_network(name)
            user = client.create_container(os.environ["TOPO_GC_TEST_IMAGE"], "sleep 600", name=f"user-{MARK}")
            client.connect_container_to_network(user, name)
            client.start(user)
            return name
        """,
    )
    suite.write(
        "test_leak.py",
        """
        def test_leak(used, topo_gc):
            topo_gc.submit(networks=[used])
        """,
    )
    # Told also to those who want to hear little.
    run = suite.run("-q", *OFF, "--topology-gc-input=drain-timeout=10s", has_command=True, env=state(tmp_path))
    assert run.status == 70, run
    assert "leak: " in run.output


def test_a_pytest_that_is_killed_takes_its_agent_with_it(suite, traces, tmp_path):
    suite.write("test_hangs.py", MODULE + "\n        __import__('time').sleep(300)\n")
    pytest = suite.start(*DEFERRED, *OFF, has_command=True, env=state(tmp_path))
    eventually(lambda: (suite.folder / "socket").exists() and (suite.folder / "socket").read_text() != "")
    pytest.send_signal(signal.SIGKILL)
    pytest.communicate()
    eventually(lambda: is_gone(suite))
    assert traces.all() == []
    assert suite.links() == []


def test_an_input_that_is_wrong_is_told_in_the_agents_words(suite, traces, tmp_path):
    suite.write("test_one.py", MODULE.replace('os.environ["TOPO_GC_SOCKET"]', '"none"'))
    wrong = ("--topology-gc-input=container-threshold=many", "--topology-gc-fallback=error")
    run = suite.run(*DEFERRED, *wrong, has_command=True, env=state(tmp_path))
    assert run.status == 4, run
    assert "--topology-gc-input: " in run.output and "container-threshold" in run.output


def state(tmp_path):
    """Where the agent keeps its journal."""
    return {"TOPO_GC_STATE": str(tmp_path / "state")}


def test_a_typo_in_an_input_is_a_usage_error(suite):
    suite.write("test_one.py", "def test_nothing(): pass")
    typo = "--topology-gc-input=container-treshold=20"
    run = suite.run("--topology-deferred-unbuild", typo, has_command=True)
    assert run.status == 4, run
    assert "--topology-gc-input: " in run.output and "container-treshold" in run.output
