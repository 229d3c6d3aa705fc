"""The session's label on what a build makes, so that it is found whoever is killed before it was leased."""

from __future__ import annotations

import inspect
from typing import Any, Callable, Dict, Mapping

SESSION_LABEL = "topo-gc.session"
SHARED_LABEL = "topo-gc.shared"
"""``true`` on a network that others may join: it goes only when nobody uses it any more."""


def call_with_labels(stock: Callable[..., Any], own: Mapping[str, str], /, *args: Any, **kwargs: Any) -> Any:
    """Calls a method of docker-py that takes ``labels``; those that its caller gives win."""
    call = inspect.signature(stock).bind(*args, **kwargs)
    given = _as_dict(call.arguments.get("labels"))
    call.arguments["labels"] = {**own, **given}
    return stock(*call.args, **call.kwargs)


def _as_dict(labels: Any) -> Dict[str, str]:
    """docker-py takes a list of names too, for labels without a value."""
    return dict(labels) if isinstance(labels, dict) else {name: "" for name in labels or ()}
