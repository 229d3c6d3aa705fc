"""Without the flag, stock is all there is."""

MODULE = """
    from topology.manager import TopologyManager
    from topology_docker.node import DockerNode
    from topology_docker.platform import DockerPlatform

    TOPOLOGY = {f"a-{MARK}": {"create_container_kwargs": {"stop_signal": "SIGKILL"}}}

    def test_methods(topology):
        methods = [
            TopologyManager.build, DockerPlatform.add_node, DockerPlatform.rollback, DockerPlatform.destroy,
            DockerNode.__init__, DockerNode.stop,
        ]
        print("wrapped:", [method.__qualname__ for method in methods if hasattr(method, "__wrapped__")])
"""


def test_off_by_default_even_where_an_agent_is_at_hand(suite, agent, traces):
    suite.write("test_off.py", MODULE)
    run = suite.run("-s", env=agent.environment)
    assert run.status == 0, run
    assert "topo-gc: deferred unbuild is off" in run.output
    assert "wrapped: []" in run.output
    assert suite.traced("destroy") == [[]]
    assert len(suite.traced("stop")) == 1
    # What stock does not remove either.
    assert len(traces.all()) == len(traces.folders()) == 1
    assert agent.topologies() == []


def test_on_the_methods_are_wrapped_and_put_back(suite, agent, traces):
    suite.write("test_on.py", MODULE)
    suite.write(
        "conftest.py",
        """
        import pytest

        @pytest.hookimpl(hookwrapper=True, tryfirst=True)
        def pytest_unconfigure(config):
            yield
            from topology_docker.platform import DockerPlatform
            print("destroy afterwards:", hasattr(DockerPlatform.destroy, "__wrapped__"))
        """,
    )
    run = suite.deferred(agent, "-s")
    assert run.status == 0, run
    assert "'DockerPlatform.destroy'" in run.output
    assert "'DockerNode.stop'" not in run.output
    assert "destroy afterwards: False" in run.output


def test_a_platform_that_destroys_in_its_own_way_is_left_to_it(suite, agent, traces):
    suite.write(
        "conftest.py",
        """
        from topology_docker import platform
        from topology_docker.utils import trace

        class Keeping(platform.DockerPlatform):
            def destroy(self):
                trace("own")
                super().destroy()

        platform.PLATFORMS["keeping"] = Keeping
        """,
    )
    suite.write("test_own.py", MODULE)
    run = suite.deferred(agent, "--topology-platform=keeping")
    assert run.status == 0, run
    assert suite.traced("own") == suite.traced("destroy") == [[]]
    assert len(suite.traced("stop")) == 1
    assert agent.topologies() == []


def test_only_collecting_tests_starts_nothing(suite, agent):
    suite.write("test_off.py", MODULE)
    run = suite.run("--collect-only", "--topology-deferred-unbuild", has_command=True)
    assert run.status == 0, run
    assert "deferred unbuild is off" in run.output
