"""Stand-in for topology_docker.utils."""

import os
from shlex import split
from subprocess import check_call


def ensure_dir(path):
    os.makedirs(path, exist_ok=True)


def privileged_cmd(command, **kwargs):
    check_call(split(command.format(**kwargs)))


def trace(*words):
    """Tells tests what the framework's own methods have done."""
    with open(os.environ["STAND_IN_TRACE"], "a") as file:
        file.write(" ".join(map(str, words)) + "\n")
