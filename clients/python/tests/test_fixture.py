"""The fixture topo_gc, for any suite that uses Docker."""

SUITE = """
    import os
    import docker, pytest

    @pytest.fixture
    def client():
        return docker.APIClient(base_url=os.environ["DOCKER_HOST"], version="auto")

    @pytest.fixture
    def container(client):
        def start(name, **kwargs):
            kwargs = {"labels": {"suite": MARK}, **kwargs}
            image = os.environ["TOPO_GC_TEST_IMAGE"]
            made = client.create_container(image, "sleep 600", name=f"{name}-{MARK}", **kwargs)
            client.start(made)
            return made["Id"]
        return start
"""


def run(suite, agent, content):
    suite.write("conftest.py", SUITE)
    suite.write("test_suite.py", content)
    # Without topology and its plugin.
    return suite.run(env=agent.environment, plugins=("pytest_topo_gc.plugin",))


def test_submit_pending_and_cleanup(suite, agent, traces):
    ended = run(
        suite,
        agent,
        """
        def test_cleanup(topo_gc, client, container):
            network = f"net-{MARK}"
            client.create_network(network)
            members = {"containers": [container("a")], "networks": [network]}
            first = topo_gc.submit(**members, name="the shop", stop_timeout="1s")
            labelled = [f"label=suite={MARK}"]
            second = topo_gc.submit(selectors=labelled, id=f"mine-{MARK}", metadata={"suite": "shop"})
            container("b")
            assert first.startswith("the_shop-")
            assert second == f"mine-{MARK}"
            assert topo_gc.pending == [first, second]
            topo_gc.cleanup()
            assert topo_gc.pending == []
            names = [name for entry in client.containers(all=True) for name in entry["Names"] if MARK in name]
            assert names == [f"/b-{MARK}"]
            topo_gc.submit(containers=[f"b-{MARK}"], stop_timeout="1s")
        """,
    )
    assert ended.status == 0, ended
    agent.client.collect()
    assert traces.all() == []


def test_collect_is_for_all_that_is_pending(suite, agent, traces):
    ended = run(
        suite,
        agent,
        """
        def test_collect(topo_gc, container):
            topo_gc.submit(containers=[container("a")], stop_timeout="1s")
            assert topo_gc.collect()["removed"]["containers"] == 1
            assert topo_gc.pending == []
        """,
    )
    assert ended.status == 0, ended
    assert traces.all() == []


def test_what_is_refused_is_an_error_and_nothing_of_it_is_touched(suite, agent, traces, mark):
    ended = run(
        suite,
        agent,
        """
        import pytest
        from topo_gc import AgentRefused

        def test_refused(topo_gc, container):
            mine, other = container("a"), container("b", labels={"topo-gc.session": "another"})
            with pytest.raises(AgentRefused, match="the label of another session") as refused:
                topo_gc.submit(containers=[mine, other])
            assert [fault.field for fault in refused.value.faults] == ["containers[1]"]
            assert topo_gc.pending == []
        """,
    )
    assert ended.status == 0, ended
    assert list(traces.states().values()) == ["running", "running"]


def test_cleanup_names_what_could_not_be_removed(suite, agent, traces):
    ended = run(
        suite,
        agent,
        """
        import pytest
        from topo_gc import CleanupFailed

        def test_failed(topo_gc, client, container):
            network = f"net-{MARK}"
            client.create_network(network)
            client.connect_container_to_network(container("user"), network)
            topo_gc.submit(networks=[network])
            with pytest.raises(CleanupFailed, match="held by user-"):
                topo_gc.cleanup()
        """,
    )
    assert ended.status == 0, ended


def test_without_an_agent_and_without_the_command_it_says_what_to_do(suite):
    suite.write("test_suite.py", "def test_nothing(topo_gc):\n    pass\n")
    ended = suite.run(plugins=("pytest_topo_gc.plugin",))
    assert ended.status == 1
    assert "NoAgent: no agent: TOPO_GC_SOCKET is not set" in ended.output


def test_what_can_not_be_looked_up_and_what_matches_nothing_is_told(suite, agent, traces):
    ended = run(
        suite,
        agent,
        """
        import socket

        def stall(client, container):
            "Keeps the container's lock: whoever inspects it waits."
            held = socket.socket(socket.AF_UNIX)
            held.connect(os.environ["DOCKER_HOST"].replace("unix://", ""))
            head = f"PUT /containers/{container}/archive?path=/ HTTP/1.1", "Host: docker", "Transfer-Encoding: chunked"
            held.sendall("\\r\\n".join([*head, "Content-Type: application/x-tar", "", ""]).encode())
            quick = docker.APIClient(base_url=os.environ["DOCKER_HOST"], version="auto", timeout=2)
            while True:
                try:
                    quick.inspect_container(container)
                except Exception:
                    return held

        def test_told(topo_gc, client, container):
            # What is named by its id needs no look where the agent has inspected it before.
            well, ill = container("well"), f"ill-{MARK}"
            container("ill")
            whole = topo_gc.submit(containers=[well], stop_timeout="1s")
            assert (whole.errors, whole.warnings) == ([], [])
            with stall(client, ill):
                submitted = topo_gc.submit(
                    containers=[well, ill], selectors=["label=nobody=has-it"], name="shop", stop_timeout="1s"
                )
            (error,) = submitted.errors
            assert (error.field, error.value) == ("containers[1]", ill)
            (warning,) = submitted.warnings
            assert warning.field == "selectors[0]"
        """.replace("import socket\n", "import socket, os, docker\n"),
    )
    assert ended.status == 0, ended
    summary = ended.output[ended.output.index("= topo-gc =") :]
    assert "shop: not taken yet, and looked at again until the drain: containers[1]" in summary
    assert "shop: selectors[0]" in summary
    assert agent.drain()["leaks"] == []
    assert traces.all() == []
