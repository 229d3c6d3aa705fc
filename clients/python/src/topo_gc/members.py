"""The members of a topology, as a submission names them."""

from __future__ import annotations

import re
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Optional, Tuple, TypedDict, Union

from .errors import Fault

Ref = Union[str, Mapping[str, Any]]
"""A name, an id, ``{"id": …}`` or ``{"name": …}``; of networks and volumes with ``"shared": True``, of several engines
with ``"engine": "NAME"``."""

Selector = Union[str, Mapping[str, Any]]
"""``"label=KEY=VALUE"``, or ``{"label": "KEY=VALUE", "kinds": […], "engine": "NAME"}``."""

Stack = Union[str, Mapping[str, Any]]
"""The name of a stack of a Swarm, or ``{"name": …, "volumes": True}``."""


class MemberLists(TypedDict, total=False):
    """The fields of a submission that name members."""

    containers: Iterable[Ref]
    networks: Iterable[Ref]
    volumes: Iterable[Ref]
    services: Iterable[Ref]
    configs: Iterable[Ref]
    secrets: Iterable[Ref]
    selectors: Iterable[Selector]
    stacks: Iterable[Stack]
    netns: Iterable[Ref]
    paths: Iterable[Ref]


class TopologyFields(MemberLists, total=False):
    """The fields of a submission."""

    id: Optional[str]
    name: Optional[str]
    stop_timeout: Optional[str]
    metadata: Optional[Mapping[str, str]]
    engine: Optional[str]


FIELDS: Tuple[str, ...] = tuple(MemberLists.__annotations__)
_OTHERS = tuple(name for name in TopologyFields.__annotations__ if name not in FIELDS)


class Members:
    """Lists of references by field; each is in there once."""

    def __init__(self, refs: Iterable[Tuple[str, Ref]] = ()) -> None:
        self._refs: Dict[str, List[Ref]] = {field: [] for field in FIELDS}
        for field, ref in refs:
            self.add(field, ref)

    @classmethod
    def named(cls, fields: Mapping[str, Any]) -> "Members":
        """Those of keyword arguments.

        :raises TypeError: for a field that is unknown, or that is a text where it takes a list of them.
        """
        members = cls()
        for field, refs in fields.items():
            if field in _OTHERS:
                continue
            if field not in FIELDS:
                raise TypeError(f"{field} is unknown; known are {', '.join((*FIELDS, *_OTHERS))}")
            # Each of its letters would be a name.
            if isinstance(refs, (str, bytes, Mapping)):
                raise TypeError(f"{field} {refs!r}: takes a list, such as [{refs!r}]")
            for ref in refs:
                members.add(field, ref)
        return members

    def add(self, field: str, ref: Ref) -> None:
        if ref not in self._refs[field]:
            self._refs[field].append(ref)

    def update(self, others: "Members") -> None:
        for field, ref in others:
            self.add(field, ref)

    def __iter__(self) -> Iterator[Tuple[str, Ref]]:
        return ((field, ref) for field, refs in self._refs.items() for ref in refs)

    def __bool__(self) -> bool:
        return any(self._refs.values())

    def body(self) -> Dict[str, List[Ref]]:
        """The fields of a submission that are not empty."""
        return {field: list(refs) for field, refs in self._refs.items() if refs}

    def named_by(self, faults: Iterable[Fault]) -> Optional["Members"]:
        """Those that a refusal names; ``None`` where it is about something else too."""
        named = Members()
        for fault in faults:
            field, index = _position(fault.field)
            if index >= len(self._refs.get(field, ())):
                return None
            named.add(field, self._refs[field][index])
        return named

    def without(self, others: "Members") -> "Members":
        left_out = list(others)
        return Members(entry for entry in self if entry not in left_out)


_NOWHERE = ("", 0)


def _position(field: str) -> Tuple[str, int]:
    """``paths[2]`` is the third of the paths."""
    match = re.match(r"(\w+)\[(\d+)\]$", field)
    return (match.group(1), int(match.group(2))) if match else _NOWHERE
