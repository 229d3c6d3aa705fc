"""The engine runs out of addresses during a build: one collection is requested, and the build tried again."""

# Real pools hold 31 networks, of all who use the engine; these hold two, of the mark only.
CONFTEST = """
    import docker

    ROOM = 2
    WORDS = "{words}"
    stock = docker.APIClient.create_network

    def create_network(self, name, **kwargs):
        if sum(MARK in network["Name"] for network in self.networks()) >= ROOM:
            answer = type("Answer", (), dict(status_code=500, url="/networks/create", reason="Error"))
            raise docker.errors.APIError("500 Server Error", response=answer, explanation=WORDS)
        return stock(self, name, **kwargs)

    docker.APIClient.create_network = create_network
"""

BEFORE_25 = (
    "could not find an available, non-overlapping IPv4 address pool among the defaults to assign to the network"
)
SINCE_25 = "all predefined address pools have been fully subnetted"

MODULE = """
    TOPOLOGY = {f"a-{MARK}": {}, f"b-{MARK}": {}}

    def test_nothing(topology):
        pass
"""


def run_two_modules(suite, agent, words, *args):
    suite.write("conftest.py", CONFTEST.replace("{words}", words))
    suite.write("test_one.py", MODULE).write("test_two.py", MODULE.replace("a-{MARK}", "c-{MARK}"))
    return suite.deferred(agent, "--topology-gc-stop-timeout=1s", *args)


def collections(agent):
    return agent.drain()["collections"]


def test_the_build_is_tried_again_after_a_collection(suite, agent, traces):
    for words in (BEFORE_25, SINCE_25):
        run = run_two_modules(suite, agent, words)
        assert run.status == 0, run
        agent.client.collect()
    assert traces.all() == []
    # Of each run, one by the plugin and the one above.
    assert [record["trigger"] for record in collections(agent)].count("request") == 4


def test_another_error_is_not_waited_for(suite, agent, traces):
    run = run_two_modules(suite, agent, "the engine is tired")
    assert run.status == 1
    assert "the engine is tired" in run.output
    # Only that of the drain itself.
    assert [record["trigger"] for record in collections(agent)] == ["drain"]


def test_where_there_is_nothing_to_collect_the_error_is_seen(suite, agent, traces):
    suite.write("conftest.py", CONFTEST.replace("{words}", SINCE_25).replace("ROOM = 2", "ROOM = 0"))
    suite.write("test_one.py", MODULE)
    run = suite.deferred(agent, "--topology-gc-stop-timeout=1s", "--topology-build-retries=1")
    assert run.status == 1
    assert SINCE_25 in run.output
    # Each try of the framework's own is one of ours as well.
    assert len(agent.topologies()) == 4


def test_an_agent_that_does_not_answer_is_told_of(suite, agent, traces):
    suite.write("conftest.py", CONFTEST.replace("{words}", SINCE_25).replace("ROOM = 2", "ROOM = 0"))
    suite.write("test_one.py", MODULE)
    run = suite.deferred(agent, f"--topology-gc-socket={suite.folder}/none")
    assert run.status == 1
    assert SINCE_25 in run.output
    assert "ran out, and nothing could be collected: no agent answers" in run.output
