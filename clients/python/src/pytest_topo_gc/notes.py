"""What a user has to know at the end of a run: each is said once."""

from __future__ import annotations

import logging
from typing import Iterable, List

log = logging.getLogger(__name__)


class Notes:
    """Collects sentences, and logs each as a warning when it comes."""

    def __init__(self) -> None:
        self._said: List[str] = []
        self._shown = 0

    def say(self, note: str) -> None:
        if note not in self._said:
            self._said.append(note)
            log.warning(note)

    def take(self) -> List[str]:
        """Those that were not taken yet."""
        fresh = self._said[self._shown :]
        self._shown = len(self._said)
        return fresh

    def extend(self, notes: Iterable[str]) -> None:
        for note in notes:
            self.say(note)
