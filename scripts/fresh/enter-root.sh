#!/bin/sh
# Runs a command in a root of its own, as `unshare --mount --pid --fork --kill-child` starts it:
#   enter-root.sh ROOT FOLDER [NAME=VALUE…] COMMAND [ARGS…]
# All that the command starts, and all that it mounts, goes with this process.
set -eu
root=$1 folder=$2
shift 2

mount --make-rprivate /
mount --bind "$root" "$root"
cd "$root"
mount -t proc proc proc
mount --rbind /sys sys
mount --rbind /dev dev
# Not chroot: an engine in a chroot can't import an image.
pivot_root . .
umount -l .
cd "$folder"

# As the first process here it is sent no signal that it does not catch, and takes in the processes that have lost their parent.
exec /usr/bin/env -i /bin/sh -c '
  trap "kill -TERM \$child" TERM
  env "$@" &
  child=$!
  wait $child && status=0 || status=$?
  while kill -0 $child 2>/dev/null; do wait $child && status=0 || status=$?; done
  exit $status
' sh "$@"
