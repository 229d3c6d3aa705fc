"""Builds that fail: what is there is handed over, and the error that is seen is that of the build."""

CONFTEST = """
    import os, signal
    from topology_docker.node import HostNode
    from topology_docker.platform import DockerPlatform

    class Unstarted(HostNode):
        def start(self):
            raise RuntimeError("the node did not start")

    class Unmade(HostNode):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            raise RuntimeError("the node was not made")

    class Impatient(HostNode):
        def start(self):
            super().start()
            os.kill(os.getpid(), signal.SIGINT)

    class Once(HostNode):
        fails = True
        def start(self):
            super().start()
            if Once.fails:
                Once.fails = False
                raise RuntimeError("the first time it fails")

    types = dict(unstarted=Unstarted, unmade=Unmade, impatient=Impatient, once=Once)
    DockerPlatform.available_node_types.update(types)
"""


def build(suite, agent, node_type, *args):
    suite.write("conftest.py", CONFTEST)
    suite.write(
        "test_build.py",
        f"""
        TOPOLOGY = {{f"a-{{MARK}}": {{}}, f"b-{{MARK}}": {{"type": "{node_type}"}}, f"c-{{MARK}}": {{}}}}

        def test_nothing(topology):
            pass
        """,
    )
    return suite.deferred(agent, "--topology-gc-stop-timeout=1s", *args)


def check_all_is_collected(suite, agent, traces):
    assert suite.links() == []
    assert suite.traced("stop") == suite.traced("destroy") == []
    assert traces.containers() != []
    agent.client.collect()
    assert traces.all() == []


def test_a_node_that_did_not_start(suite, agent, traces):
    run = build(suite, agent, "unstarted")
    assert run.status == 1
    assert "RuntimeError: the node did not start" in run.output
    # Stock fails over the network that was never made, and shows that.
    assert "NotFound" not in run.output
    check_all_is_collected(suite, agent, traces)


def test_a_node_whose_constructor_fails_after_its_container_was_made(suite, agent, traces):
    run = build(suite, agent, "unmade")
    assert "RuntimeError: the node was not made" in run.output
    check_all_is_collected(suite, agent, traces)


def test_ctrl_c_in_the_middle(suite, agent, traces):
    run = build(suite, agent, "impatient")
    assert run.status == 2
    assert "KeyboardInterrupt" in run.output
    check_all_is_collected(suite, agent, traces)


def test_a_build_that_is_tried_again(suite, agent, traces):
    run = build(suite, agent, "once", "--topology-build-retries=1")
    assert run.status == 0, run
    first, second = agent.topologies()
    assert first["id"] != second["id"]
    check_all_is_collected(suite, agent, traces)


def test_a_rollback_that_can_not_be_handed_over_hides_nothing(suite, agent, traces):
    suite.write("conftest.py", CONFTEST)
    nowhere = f"--topology-gc-socket={suite.folder}/none"
    run = build(suite, agent, "unstarted", "--topology-gc-fallback=error", nowhere)
    assert "RuntimeError: the node did not start" in run.output
