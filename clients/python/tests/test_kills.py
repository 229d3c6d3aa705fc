"""pytest killed at any moment of a build: whatever it was making, the drain leaves nothing. The long form is `npm run framework -- --kills 100`."""

import random
import signal
import time

import pytest

from eventually import eventually
from running_agent import RunningAgent

KILLS = 6
BEYOND = 1.1

MODULE = """
    TOPOLOGY = {f"a-{MARK}": {}, f"b-{MARK}": {}}
    open("building", "w").close()

    def test_built(topology):
        import time
        open("built", "w").close()
        time.sleep(300)
"""


@pytest.fixture
def kill(suite, command, tmp_path):
    """Kills a pytest that long after it began to build, or once it has built, and drains at once."""
    suite.write("test_kills.py", MODULE)
    building, built = suite.folder / "building", suite.folder / "built"

    def kill_one(name, number, after=None):
        for file in (building, built):
            file.unlink(missing_ok=True)
        with RunningAgent(command / "topo-gc", tmp_path / name) as agent:
            run = suite.start(
                "--topology-deferred-unbuild", "--topology-gc-stop-timeout=1s", env=agent.environment
            )
            eventually(building.exists)
            began = time.monotonic()
            if after is None:
                eventually(built.exists)
            else:
                time.sleep(after)
            run.send_signal(number)
            run.communicate()
            took = time.monotonic() - began
        return took

    return kill_one


def test_nothing_is_left_of_a_pytest_that_is_killed_in_mid_build(suite, kill, traces):
    whole = kill("whole", signal.SIGKILL)
    for number in range(KILLS):
        after = random.uniform(0, whole * BEYOND)
        kill(f"kill-{number}", (signal.SIGKILL, signal.SIGTERM)[number % 2], after)
        assert (traces.all(), suite.links()) == ([], []), f"killed {after:.3f} s after the build began"
