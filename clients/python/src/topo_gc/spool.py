"""Submissions for an agent that can't be reached."""

from __future__ import annotations

import errno
import json
import os
import uuid
from datetime import datetime, timezone
from typing import Any, Mapping


def spool(folder: str, topology: Mapping[str, Any]) -> None:
    """Leaves a topology in the spool: when this returns it is on disk, whole, and the folder's owner's.

    All is done in the very folder that was there at the beginning, so that root gives away no file in another one.

    :raises OSError: ``ENOENT`` where there is no spool any more, ``ENOSPC`` where the disk is full.
    """
    submitted_at = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    content = json.dumps({**topology, "submittedAt": submitted_at}).encode()
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        _leave(handle, str(uuid.uuid4()), content, folder)
    finally:
        os.close(handle)


def _leave(handle: int, name: str, content: bytes, folder: str) -> None:
    owner = os.fstat(handle)
    try:
        _write(name + ".tmp", content, handle, owner)
        os.rename(name + ".tmp", name + ".json", src_dir_fd=handle, dst_dir_fd=handle)
        os.fsync(handle)
    except BaseException:
        _remove(name + ".tmp", handle)
        raise
    # One that was closed meanwhile may have been read for the last time.
    if not _is_still(folder, owner):
        _remove(name + ".json", handle)
        raise FileNotFoundError(errno.ENOENT, "the spool is closed", folder)


def _write(name: str, content: bytes, handle: int, owner: os.stat_result) -> None:
    with open(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600, dir_fd=handle), "wb") as file:
        file.write(content)
        file.flush()
        # What root leaves there, its owner's agent could not read.
        if os.geteuid() == 0:
            os.fchown(file.fileno(), owner.st_uid, owner.st_gid)
        os.fsync(file.fileno())


def _remove(name: str, handle: int) -> None:
    try:
        os.unlink(name, dir_fd=handle)
    except FileNotFoundError:
        pass


def _is_still(folder: str, owner: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.lstat(folder), owner)
    except FileNotFoundError:
        return False
