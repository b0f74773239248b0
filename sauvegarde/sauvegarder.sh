#!/bin/sh
# A copy of the PostgreSQL that runs here, checked, into $SAUVEGARDES/bases/<instant of its end, UTC>. The $GARDER latest stay (7 by
# default), with the log that they need. Under docker compose: docker compose exec -T -u postgres registre sh /sauvegarde/sauvegarder.sh
set -eu
umask 077
: "${SAUVEGARDES:?dites où garder les sauvegardes : SAUVEGARDES=/chemin}"
export PGUSER="${PGUSER:-$POSTGRES_USER}"
bases="$SAUVEGARDES/bases"
neuve="$bases/.en-cours"
mkdir -p "$bases"
# Of one that was cut.
rm -rf "$neuve"
pg_basebackup --pgdata="$neuve" --wal-method=stream --checkpoint=fast --no-password
pg_verifybackup --quiet "$neuve"
sync
nom="$(date -u +%Y-%m-%dT%H%M%SZ)"
mv "$neuve" "$bases/$nom"
ls "$bases" | sort -r | tail -n "+$((${GARDER:-7} + 1))" | while read -r vieille; do rm -rf "${bases:?}/$vieille"; done
premiere="$(ls "$bases" | sort | head -n 1)"
debut="$(sed -n 's/^START WAL LOCATION: .* (file \([0-9A-F]*\))$/\1/p' "$bases/$premiere/backup_label")"
if [ -d "$SAUVEGARDES/wal" ]; then pg_archivecleanup -x .gz "$SAUVEGARDES/wal" "$debut"; fi
echo "Sauvegarde faite et vérifiée : $bases/$nom ($(du -sh "$bases/$nom" | cut -f1)). La plus ancienne gardée : $premiere."
