"""The agent's API, over its Unix socket."""

from __future__ import annotations

import json
import socket
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import Any, List, Mapping, Optional, Tuple
from urllib.parse import quote

from .answers import Answer, TopologyAnswer
from .errors import AgentRefused, AgentUnreachable

PATIENCE_S = 2.0
"""How long an agent may take to answer before its spool is used instead."""

COLLECTION_S = 300.0
"""How long a collection that is waited for may take: containers get their grace in it."""


class _UnixConnection(HTTPConnection):
    def __init__(self, path: str, timeout: float) -> None:
        super().__init__("topo-gc", timeout=timeout)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


class HeldLease:
    """A lease that lasts as long as this connection."""

    def __init__(self, connection: HTTPConnection, response: HTTPResponse) -> None:
        self._connection = connection
        self._response = response

    def close(self) -> None:
        self._response.close()
        self._connection.close()


class AgentClient:
    """Asks the agent at a socket.

    Every method raises ``AgentUnreachable`` where none answers in time, and ``AgentRefused`` with the agent's own
    reasons. Answers are as docs/api.md shows them.
    """

    def __init__(self, socket_path: str) -> None:
        self.socket_path = socket_path

    def status(self) -> Answer:
        answer: Answer = self._ask("GET", "/v1/status")
        return answer

    def submit(self, topology: Mapping[str, Any]) -> TopologyAnswer:
        answer: TopologyAnswer = self._ask("POST", "/v1/topologies", topology)
        return answer

    def topology(self, topology_id: str) -> TopologyAnswer:
        answer: TopologyAnswer = self._ask("GET", f"/v1/topologies/{quote(topology_id, safe='')}")
        return answer

    def topologies(self) -> List[TopologyAnswer]:
        """The oldest first, those that are leased too."""
        answer: List[TopologyAnswer] = self._ask("GET", "/v1/topologies")
        return answer

    def lease(
        self,
        topology: Mapping[str, Any],
        owner: Optional[Mapping[str, Any]] = None,
        ttl: Optional[str] = None,
    ) -> TopologyAnswer:
        """Leases for as long as a process lives, or for a time; one of them is needed.

        :param owner: the process's ``pid``, ``startTime`` and ``pidNamespace``
        :param ttl: ``"30m"``: how long after the last request that named it
        """
        term = {"owner": owner, "ttl": ttl}
        named = {name: value for name, value in term.items() if value is not None}
        answer: TopologyAnswer = self._ask("POST", "/v1/leases", {**topology, **named})
        return answer

    def hold_lease(self, topology: Mapping[str, Any]) -> HeldLease:
        """Leases for as long as the connection lasts."""
        connection, response = self._send("POST", "/v1/leases?hold=true", topology, PATIENCE_S)
        return HeldLease(connection, response)

    def drop_lease(self, topology_id: str) -> TopologyAnswer:
        """Gives a lease back: nothing of it is stopped or removed."""
        answer: TopologyAnswer = self._ask("DELETE", f"/v1/leases/{quote(topology_id, safe='')}")
        return answer

    def collect(
        self, topology_ids: Optional[Tuple[str, ...]] = None, timeout: float = COLLECTION_S
    ) -> Answer:
        """Collects those topologies, or all that are pending, and waits until that is over."""
        body = {} if topology_ids is None else {"topologies": list(topology_ids)}
        answer: Answer = self._ask("POST", "/v1/collections?wait=true", body, timeout)
        return answer

    def _ask(
        self, method: str, path: str, body: Optional[Mapping[str, Any]] = None, timeout: float = PATIENCE_S
    ) -> Any:
        connection, response = self._send(method, path, body, timeout)
        try:
            return json.loads(response.read())
        except (OSError, HTTPException, ValueError) as error:
            raise self._unreachable(error) from error
        finally:
            connection.close()

    def _send(
        self, method: str, path: str, body: Optional[Mapping[str, Any]], timeout: float
    ) -> Tuple[HTTPConnection, HTTPResponse]:
        connection = _UnixConnection(self.socket_path, timeout)
        try:
            connection.request(method, path, None if body is None else json.dumps(body).encode())
            response = connection.getresponse()
            if response.status < 400:
                return connection, response
            problem = json.loads(response.read())
        except (OSError, HTTPException, ValueError) as error:
            connection.close()
            raise self._unreachable(error) from error
        except BaseException:
            connection.close()
            raise
        connection.close()
        raise AgentRefused(response.status, problem if isinstance(problem, dict) else {})

    def _unreachable(self, error: Exception) -> AgentUnreachable:
        return AgentUnreachable(f"no agent answers at {self.socket_path} ({error or type(error).__name__})")
