"""Methods and functions that are not ours, wrapped, and put back."""

from __future__ import annotations

import functools
from types import ModuleType
from typing import Any, Callable, List, Tuple, Union


class Patches:
    """What was wrapped, in order."""

    def __init__(self) -> None:
        self._wrapped: List[Tuple[Union[type, ModuleType], str, Any, Any]] = []
        self._is_removed = False

    def wrap(self, owner: Union[type, ModuleType], name: str, wrapper: Callable[..., Any]) -> None:
        """Replaces a class's own method, or a function of a module.

        ``wrapper(stock, first argument, …)`` is called in its place; a method's first argument is ``self``.
        """
        stock = owner.__dict__[name]

        @functools.wraps(stock)
        def method(self: Any, *args: Any, **kwargs: Any) -> Any:
            if patches._is_removed:
                return stock(self, *args, **kwargs)
            return wrapper(stock, self, *args, **kwargs)

        patches = self
        self._wrapped.append((owner, name, stock, method))
        setattr(owner, name, method)

    def remove(self) -> None:
        """Puts back what nobody else has wrapped since; of the rest, only stock is called."""
        self._is_removed = True
        while self._wrapped:
            owner, name, stock, method = self._wrapped.pop()
            if owner.__dict__[name] is method:
                setattr(owner, name, stock)
