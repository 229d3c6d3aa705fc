"""A topology that is in use: leased while it grows, and handed over in the end."""

from __future__ import annotations

from datetime import datetime, timezone
from types import TracebackType
from typing import TYPE_CHECKING, Callable, Mapping, Optional, Type

from .agent_client import AgentClient
from .description import describe, new_id
from .errors import AgentRefused, HandOverFailed, NoAgent
from .members import MemberLists, Members, TopologyFields
from .process_lease import ProcessLease
from .submitted import Submitted

if TYPE_CHECKING:
    from typing_extensions import Unpack

_NOT_TAKEN = ("closed", "journal-failed")
"""Codes of an agent that takes nothing at all, whatever it is given."""


class Topology:
    """The agent takes it when this process is gone, or when its time is over; a ``with`` block hands it over at its end."""

    def __init__(
        self,
        find_client: Callable[[], AgentClient],
        hand_over: Callable[[Mapping[str, object]], Submitted],
        fields: TopologyFields,
        ttl: Optional[str] = None,
        otherwise: Optional[Callable[[], object]] = None,
    ) -> None:
        """:param find_client: raises ``NoAgent``; where there is ``otherwise``, that is no error"""
        self._find_client = find_client
        self._hand_over = hand_over
        self._ttl = ttl
        self._otherwise = otherwise
        self._members = Members.named(fields)
        self._name = fields.get("name")
        self._stop_timeout = fields.get("stop_timeout")
        self._metadata = fields.get("metadata")
        self.id: str = fields.get("id") or new_id(self._name)
        """It is known by this id to the agent."""
        self.ends_at: Optional[datetime] = None
        """When its time is over, unless it is renewed; ``None`` without a ``ttl``."""
        self._process_lease: Optional[ProcessLease] = None
        self._is_leased = False
        self._is_over = False

    def announce(self) -> "Topology":
        """Leases what is named so far, which may be nothing but the id of a lease. Raises as ``add``."""
        self._lease(self._members)
        return self

    def add(self, **members: "Unpack[MemberLists]") -> None:
        """Leases more members, and begins a ``ttl`` anew.

        :raises AgentRefused: the agent's own reasons: these members are not the topology's. It is too late where the
            ``code`` is ``already-submitted``.
        :raises AgentUnreachable: they are handed over in the end, but by nobody if this process is killed before.
        """
        more = Members.named(members)
        fresh = more.without(self._members)
        self._members.update(fresh)
        try:
            self._lease(more)
        except AgentRefused:
            self._members = self._members.without(fresh)
            raise

    def renew(self) -> None:
        """Begins its ``ttl`` anew. What is made after the last renewal may be somebody else's to the agent.

        :raises ValueError: without a ``ttl``, as it lasts as long as this process anyway.
        :raises AgentRefused: with the ``code`` ``already-submitted`` where it comes too late.
        :raises AgentUnreachable: no agent answers; a new one begins the ``ttl`` anew.
        """
        if self._ttl is None:
            raise ValueError(f"{self.id} has no ttl: it lasts as long as this process")
        self._lease(Members())

    def submit(self, **members: "Unpack[MemberLists]") -> Submitted:
        """Hands it over now, with any members that are named only here. Raises as ``topo_gc.submit``."""
        self._members.update(Members.named(members))
        submitted = self._hand_over(self._describe(self._members))
        self._end()
        return submitted

    def drop(self) -> None:
        """Gives it back: nothing of it is touched.

        :raises AgentRefused: ``not-found`` if it was never leased, ``already-submitted`` if it is too late.
        :raises AgentUnreachable: no agent answers.
        """
        self._find_client().drop_lease(self.id)
        self._end()

    def __enter__(self) -> "Topology":
        if self._members:
            self.announce()
        return self

    def __exit__(
        self,
        error_type: Optional[Type[BaseException]],
        error: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        """Hands it over, also where the block has failed. An error of that has the block's own error as its context."""
        if self._is_over or not (self._members or self._is_leased):
            return
        try:
            self.submit()
        except (NoAgent, HandOverFailed, AgentRefused) as refused:
            is_about_it = isinstance(refused, AgentRefused) and refused.code not in _NOT_TAKEN
            if self._otherwise is None or is_about_it:
                raise
            self._otherwise()
            self._end()

    def _lease(self, members: Members) -> None:
        try:
            client = self._find_client()
        except NoAgent:
            if self._otherwise is None:
                raise
            return
        topology = self._describe(members)
        if self._ttl is not None:
            answer = client.lease(topology, ttl=self._ttl)
            self.ends_at = datetime.fromtimestamp(answer.get("leaseEndsAt", 0) / 1000, timezone.utc)
        else:
            if self._process_lease is None:
                self._process_lease = ProcessLease(client)
            self._process_lease.announce(topology)
        self._is_leased = True

    def _describe(self, members: Members) -> Mapping[str, object]:
        return describe(members, self.id, self._name, self._stop_timeout, self._metadata)

    def _end(self) -> None:
        self._is_over = True
        if self._process_lease is not None:
            self._process_lease.close()
