"""With the flag, topologies are handed over and not unbuilt."""

MODULE = """
    TOPOLOGY = {f"a-{MARK}": {}, f"b-{MARK}": {}}

    def test_shell(topology):
        assert "hello" in topology.get(f"a-{MARK}")("echo hello")
"""


def test_nothing_is_left_and_nothing_of_stock_was_run(suite, agent, traces):
    suite.write("test_one.py", MODULE).write("test_two.py", MODULE)
    run = suite.deferred(agent, "--topology-gc-stop-timeout=1s")
    assert run.status == 0, run
    socket = agent.environment["TOPO_GC_SOCKET"]
    assert f"topo-gc: deferred unbuild is on, by the agent at {socket}" in run.output
    # Links go at once, as the kernel gives a pid again.
    assert suite.links() == []
    assert suite.traced("stop") == suite.traced("destroy") == []
    agent.client.collect()
    assert traces.all() == []
    one, two = agent.topologies()
    assert (one["name"], two["name"]) == ("test_one.py::test_shell", "test_two.py::test_shell")
    kinds = sorted(member["kind"] for member in one["members"])
    assert kinds == ["container"] * 2 + ["netns"] * 2 + ["network"] * 2 + ["path"] * 2


def test_containers_stop_while_the_next_module_runs(suite, agent, traces):
    suite.write("test_one.py", MODULE)
    suite.write(
        "test_two.py",
        """
        import os, time
        from topo_gc.agent_client import AgentClient

        TOPOLOGY = {f"c-{MARK}": {}}

        def test_the_other_topology_stops_meanwhile(topology):
            client = AgentClient(os.environ["TOPO_GC_SOCKET"])
            (other,) = [entry for entry in client._ask("GET", "/v1/topologies") if entry["state"] != "leased"]
            while client.topology(other["id"])["state"] == "stopping":
                time.sleep(0.05)
            assert client.topology(other["id"])["state"] == "stopped"
        """,
    )
    run = suite.deferred(agent, "--topology-gc-stop-timeout=1s")
    assert run.status == 0, run


def test_a_topology_that_modules_share_is_handed_over_once(suite, agent, traces):
    suite.write("test_one.py", MODULE).write("test_two.py", MODULE)
    run = suite.deferred(agent, "--topology-group-by-topology", "--topology-gc-stop-timeout=1s")
    assert run.status == 0, run
    assert len(agent.topologies()) == 1
    assert len(suite.traced("start")) == 2
    agent.client.collect()
    assert traces.all() == []


def test_the_manager_says_the_same_of_itself_as_with_stock(suite, agent, traces):
    suite.write(
        "test_manager.py",
        """
        from topology.manager import TopologyManager

        def test_is_built():
            manager = TopologyManager()
            manager.load({f"a-{MARK}": {"create_container_kwargs": {"stop_signal": "SIGKILL"}}})
            states = [manager.is_built()]
            manager.build()
            states.append(manager.is_built())
            manager.unbuild()
            states.append(manager.is_built())
            assert (states, manager.platform) == ([False, True, True], None)
        """,
    )
    assert suite.run().status == 0
    assert suite.deferred(agent).status == 0
    agent.client.collect()
    assert traces.containers() == []


def test_a_platform_that_is_destroyed_twice_is_handed_over_once(suite, agent, traces):
    suite.write(
        "test_platform.py",
        """
        from topology.manager import Node
        from topology_docker.platform import DockerPlatform

        def test_destroy():
            platform = DockerPlatform(None, None)
            platform.pre_build()
            platform.add_node(Node(f"a-{MARK}"))
            platform.destroy()
            platform.destroy()
        """,
    )
    run = suite.deferred(agent, "--topology-gc-stop-timeout=1s")
    assert run.status == 0, run
    assert len(agent.topologies()) == 1
    agent.client.collect()
    assert traces.all() == []
