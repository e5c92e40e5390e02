#!/usr/bin/env bash
# unshare --mount contained.sh APP JAVA_HOME MODELS SECRETS COMMAND…: runs COMMAND as a container of the image would, where
# there is no engine: as the image's user, without a capability, on a file system in which /tmp alone, in memory and
# without programs, can be written. It needs root, and becomes COMMAND itself.
set -euo pipefail

app=$1 java=$2 models=$3 secrets=$4
shift 4
root=$(mktemp -d --tmpdir janua-contained-XXXXXX)
mount -t tmpfs -o mode=755 tmpfs "$root"

# show SOURCE TARGET
show() {
  mkdir -p "$root$2"
  mount --bind "$1" "$root$2"
  mount -o remount,bind,ro "$root$2"
}

show /usr /usr
show /etc /etc
show /sys /sys
for name in bin lib lib64; do
  if [ -L "/$name" ]; then cp -d "/$name" "$root"; elif [ -d "/$name" ]; then show "/$name" "/$name"; fi
done
show "$app" /app
show "$java" /opt/java
show "$models" /models
show "$secrets" /run/secrets
mkdir "$root/proc" "$root/dev" "$root/tmp"
mount --bind /proc "$root/proc"
mount --rbind /dev "$root/dev"
mount -t tmpfs -o size=512m,mode=1777,noexec,nosuid,nodev tmpfs "$root/tmp"
mount -o remount,ro "$root"

exec chroot "$root" /usr/bin/env --chdir=/app PATH=/opt/java/bin:/usr/bin /usr/bin/setpriv --reuid=10001 --regid=0 \
  --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all -- "$@"
