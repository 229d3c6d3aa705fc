#!/bin/sh
# Runs a command of another suite of the distribution, as root:
#   enter-suite.sh FOLDER NAMESPACE COMMAND [ARGS…]
# FOLDER holds the suite's files in `root`, and an empty `new`. The command sees programs and libraries of the suite, and
# everything else of this machine under its own paths. Its mounts are its own and go with it. Where NAMESPACE is a path, they
# are kept there until it is unmounted, and the next command enters them: containers that live on need the same mounts.
set -eu
suite=$1 namespace=$2
shift 2
# What is on this machine's PATH comes after what the suite has.
PATH=/usr/sbin:/usr/bin:/sbin:/bin:$PATH
export PATH

if [ -n "$namespace" ] && [ -e "$namespace/mounts" ]; then
  exec nsenter --mount="$namespace/mounts" -- "$@"
fi
if [ -n "$namespace" ]; then
  # A namespace can only be kept on a mount that nobody shares.
  mkdir "$namespace"
  mount --bind "$namespace" "$namespace"
  mount --make-private "$namespace"
  : >"$namespace/mounts"
fi

exec unshare --mount${namespace:+=$namespace/mounts} --propagation slave -- sh -c '
set -eu
suite=$1
shift
new=$suite/new
mount -t tmpfs -o mode=755 topo-gc "$new"
for entry in /*; do
  at=$new$entry
  case $entry in
    /usr)
      mkdir "$at"
      # Files of this machine that the suite does not have are there too, where the kernel can lay one over the other.
      mount -t overlay -o "lowerdir=$suite/root/usr:/usr" topo-gc "$at" 2>/dev/null ||
        mount --bind "$suite/root/usr" "$at"
      mount --rbind /usr/local "$at/local" ;;
    /bin | /sbin | /lib*) ln -s "usr$entry" "$at" ;;
    /etc)
      cp -a /etc "$at"
      # It lists the libraries of this machine.
      rm -f "$at/ld.so.cache"
      cp -a "$suite/root/etc/." "$at" ;;
    *)
      if [ -L "$entry" ]; then
        cp -P "$entry" "$at"
      elif [ -d "$entry" ]; then
        mkdir "$at"
        mount --rbind "$entry" "$at"
      fi ;;
  esac
done
cd "$new"
# Not chroot: an engine in a chroot can not import an image.
pivot_root . .
umount -l .
cd /
exec "$@"
' sh "$suite" "$@"
