#!/bin/sh
# Lays a copy of $SAUVEGARDES into an empty $PGDATA; PostgreSQL, started there afterwards, replays the log that was archived since, to its
# end or up to an instant. Under docker compose:
#   docker compose run --rm --no-deps -u postgres --entrypoint sh registre /sauvegarde/restaurer.sh [--jusqua '2026-11-30 14:05:00+01:00']
set -eu
umask 077
: "${SAUVEGARDES:?dites où sont les sauvegardes : SAUVEGARDES=/chemin}" "${PGDATA:?dites où restaurer : PGDATA=/chemin}"
refuser() {
  echo "$1 Rien n’a été changé." >&2
  exit 1
}
jusqua=''
case "${1:-}" in
  '') ;;
  --jusqua)
    jusqua="$(date -u -d "${2:-rien}" '+%Y-%m-%d %H:%M:%S+00' 2> /dev/null)" || refuser "« ${2:-} » n’est pas un instant."
    ;;
  *) refuser "« $1 » n’est pas compris : --jusqua '2026-11-30 14:05:00+01:00', ou rien." ;;
esac
if [ -n "$(ls -A "$PGDATA" 2> /dev/null)" ]; then
  refuser "$PGDATA n’est pas vide : une restauration se fait sur une machine vide, ou dans un volume neuf."
fi
# Copies bear the instant of their end: the last one, or the last one before the instant that is wanted.
avant="$(if [ -n "$jusqua" ]; then date -u -d "$jusqua" +%Y-%m-%dT%H%M%SZ; else echo '9'; fi)"
nom="$(ls "$SAUVEGARDES/bases" | sort | awk -v avant="$avant" '$0 < avant' | tail -n 1)"
if [ -z "$nom" ]; then refuser "Aucune sauvegarde dans $SAUVEGARDES/bases${jusqua:+ qui soit finie avant $jusqua}."; fi
pg_verifybackup --quiet "$SAUVEGARDES/bases/$nom"
mkdir -p "$PGDATA"
cp -a "$SAUVEGARDES/bases/$nom/." "$PGDATA"
chmod 700 "$PGDATA"
# All of them each time: those of an earlier restoration came with the copy, and the last one said wins. Nobody comes in before the end.
cat >> "$PGDATA/postgresql.auto.conf" << FIN
restore_command = 'test -f "$SAUVEGARDES/wal/%f.gz" && gunzip -c "$SAUVEGARDES/wal/%f.gz" > "%p"'
recovery_target_time = '$jusqua'
recovery_target_action = 'promote'
hot_standby = off
FIN
touch "$PGDATA/recovery.signal"
sync
echo "Copie du $nom posée dans $PGDATA. PostgreSQL, démarré, rejouera ce qui a été archivé depuis${jusqua:+, jusqu’à $jusqua}."
