"""Methods of classes that are not ours, wrapped, and put back."""

from __future__ import annotations

import functools
from typing import Any, Callable, List, Tuple


class Patches:
    """What was wrapped, in order."""

    def __init__(self) -> None:
        self._stock: List[Tuple[type, str, Any]] = []

    def wrap(self, owner: type, name: str, wrapper: Callable[..., Any]) -> None:
        """Replaces a class's own method: ``wrapper(stock, self, …)`` is called in its place."""
        stock = owner.__dict__[name]

        @functools.wraps(stock)
        def method(self: Any, *args: Any, **kwargs: Any) -> Any:
            return wrapper(stock, self, *args, **kwargs)

        self._stock.append((owner, name, stock))
        setattr(owner, name, method)

    def remove(self) -> None:
        while self._stock:
            owner, name, stock = self._stock.pop()
            setattr(owner, name, stock)
