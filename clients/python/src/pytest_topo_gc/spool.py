"""Submissions for an agent that can't be reached."""

from __future__ import annotations

import json
import os
import uuid
from datetime import datetime, timezone
from typing import Any, Mapping


def spool(folder: str, topology: Mapping[str, Any]) -> None:
    """Leaves a topology in the spool: when this returns it is on disk, whole, and the folder's owner's.

    :raises OSError: ``ENOENT`` where there is no spool any more, ``ENOSPC`` where the disk is full.
    """
    name = os.path.join(folder, str(uuid.uuid4()))
    submitted_at = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    content = json.dumps({**topology, "submittedAt": submitted_at}).encode()
    try:
        _write(name + ".tmp", content, os.stat(folder))
        os.rename(name + ".tmp", name + ".json")
    except BaseException:
        _remove(name + ".tmp")
        raise
    _sync_folder(folder)


def _write(path: str, content: bytes, owner: os.stat_result) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        # What root leaves there, its owner's agent could not read.
        if os.geteuid() == 0:
            os.fchown(file.fileno(), owner.st_uid, owner.st_gid)
        os.fsync(file.fileno())


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass


def _sync_folder(folder: str) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
