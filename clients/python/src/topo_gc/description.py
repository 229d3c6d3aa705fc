"""A topology as the API takes it."""

from __future__ import annotations

import re
import uuid
from typing import Any, Dict, Mapping, Optional

from .members import Members


def new_id(name: Optional[str]) -> str:
    """An id that nobody else has, and that a name can be read from."""
    readable = re.sub(r"[^A-Za-z0-9_.:@/\[\]-]", "_", name or "topology").lstrip(".:@/[]-")[:160]
    return f"{readable or 'topology'}-{uuid.uuid4().hex[:8]}"


def describe(
    members: Members,
    topology_id: str,
    name: Optional[str] = None,
    stop_timeout: Optional[str] = None,
    metadata: Optional[Mapping[str, str]] = None,
    engine: Optional[str] = None,
) -> Dict[str, Any]:
    """The body of a submission; fields that are empty are left out."""
    rest = {"name": name, "stopTimeout": stop_timeout, "metadata": dict(metadata or {}), "engine": engine}
    return {"id": topology_id, **members.body(), **{field: value for field, value in rest.items() if value}}
