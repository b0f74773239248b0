#!/bin/sh
# archive_command of PostgreSQL (%p %f): keeps a file of the log once, whole, compressed, in $SAUVEGARDES/wal. The same one again is no
# error; another one under its name is, and PostgreSQL then keeps it until someone has looked.
set -eu
umask 077
wal="$SAUVEGARDES/wal"
garde="$wal/$2.gz"
mkdir -p "$wal"
if [ -f "$garde" ]; then
  gunzip -c "$garde" | cmp -s - "$1"
  exit
fi
gzip -c "$1" > "$wal/.$2.en-cours"
sync "$wal/.$2.en-cours"
mv "$wal/.$2.en-cours" "$garde"
