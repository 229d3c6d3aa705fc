"""Stand-in for topology_docker.utils."""

from shlex import split
from subprocess import check_call


def privileged_cmd(command, **kwargs):
    check_call(split(command.format(**kwargs)))
