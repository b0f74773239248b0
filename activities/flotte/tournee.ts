import { setTimeout as attendre } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import { dateLocale, fuseau } from '../../domain/calendrier/fuseaux';
import { residences } from '../../domain/calendrier/jours-feries';
import { type Acces, acces, moisVise, type Tournee } from '../../domain/flotte/flotte';
import { relanceLe } from '../../domain/parcours/tentatives';
import { bilanTournee, pageConcernes, perimerTournee, restants } from '../../registre';
import { constaterManques } from './constat';
import type { DemandeTournee, ReponseTournee } from './demandes';
import type { DepsFlotte } from './deps';
import { preparerLettres } from './lot';

/** Enough for a round trip to the register to weigh little, few enough to be redone in a second. */
const TAILLE_LOT = 200;
/** A pass is cut into activities of this length: the UI shows it moving, and a stopping worker waits for one batch only. */
const TRANCHE_MS = 4 * 60_000;
/** Well under the heartbeat's timeout (see workflows/classes.ts), even while a slow server holds a batch. */
const BATTEMENT_MS = 3_000;

/** One slice of a pass; see {@link ActivitesFlotte.tourner}. */
export async function tourner(deps: DepsFlotte, demande: DemandeTournee): Promise<ReponseTournee> {
  const depart = deps.horloge?.(demande) ?? new Date();
  const maintenant = () => (deps.horloge ? depart : new Date());
  const mois = demande.mois ?? moisVise(demande.moment, dateLocale(depart, fuseau('metropole')));
  const tournee = { moment: demande.moment, mois };
  const contexte = Context.current();
  let curseur = (contexte.info.heartbeatDetails as string | null | undefined) ?? demande.curseur;
  const battement = setInterval(() => contexte.heartbeat(curseur), BATTEMENT_MS);
  const cadence = creerCadence(deps.parSeconde);
  const finTranche = Date.now() + TRANCHE_MS;
  let enVol: Promise<void> | null = null;
  let lu = curseur;
  try {
    for (;;) {
      const zones = zonesOuvertes(tournee, maintenant(), deps);
      // One batch is read and written while the one before it leaves.
      const suivant: Lot | null = zones.length === 0 ? null : await preparerLot(deps, tournee, zones, lu, maintenant);
      if (enVol !== null) {
        await enVol;
        enVol = null;
        curseur = lu;
        contexte.heartbeat(curseur);
      }
      if (suivant === null) break;
      lu = suivant.dernier;
      enVol = suivant.remettre();
      enVol.catch(() => undefined);
      await cadence(suivant.nombre);
      if (contexte.cancellationSignal.aborted || Date.now() > finTranche) {
        await enVol;
        return { mois, curseur: lu, prochain: { quand: depart.toISOString(), libelle: 'Suite' }, bilan: {} };
      }
    }
  } finally {
    clearInterval(battement);
    // What is in the server's hands must have its outcome recorded before another attempt of this slice begins.
    await enVol?.catch(() => undefined);
  }
  return conclure(deps, tournee, demande.passes, maintenant());
}

/** Some people to serve, prepared in the register. */
interface Lot {
  dernier: string;
  nombre: number;
  remettre(): Promise<void>;
}

async function preparerLot(
  deps: DepsFlotte,
  tournee: Tournee,
  zones: string[],
  apres: string | null,
  horloge: () => Date,
): Promise<Lot | null> {
  const { moment, mois } = tournee;
  if (moment === 'CLOTURE') {
    const constates = await constaterManques(deps, mois, apres, horloge());
    return constates && { ...constates, remettre: () => Promise.resolve() };
  }
  const visee = { moment, mois };
  const page = { zones, apres, taille: TAILLE_LOT };
  const { dernier, lignes: concernes } = await pageConcernes(deps.registre, visee, page);
  if (dernier === null) return null;
  const remettre = await preparerLettres(deps, visee, concernes, horloge);
  return { dernier, nombre: concernes.length, remettre };
}

const accesA = (tournee: Tournee, zone: string, maintenant: Date, { envoi }: Pick<DepsFlotte, 'envoi'>): Acces =>
  acces(tournee, zone, maintenant, envoi);

/** Zones where it is now an hour to write; for tasks, all of them once the month has closed everywhere. */
function zonesOuvertes(tournee: Tournee, maintenant: Date, deps: DepsFlotte): string[] {
  const ouvertes = residences.filter((zone) => accesA(tournee, zone, maintenant, deps).ouvert);
  return tournee.moment === 'CLOTURE' && ouvertes.length < residences.length ? [] : ouvertes;
}

/** What is left once everyone awake was visited: who waits for an hour, who for another attempt; or the end. */
async function conclure(deps: DepsFlotte, tournee: Tournee, passes: number, maintenant: Date): Promise<ReponseTournee> {
  const { mois } = tournee;
  if (tournee.moment === 'CLOTURE') {
    const attente = prochaineZone(tournee, residences, maintenant, deps);
    return {
      mois,
      curseur: null,
      prochain: attente && dire(attente, 'la fin de la période dans toutes les zones'),
      bilan: {},
    };
  }
  const parZone = await restants(deps.registre, tournee);
  const zones = [...parZone.keys()];
  const aReprendre = zones.filter((zone) => accesA(tournee, zone, maintenant, deps).ouvert);
  const relance = aReprendre.length > 0 ? relanceLe(passes, maintenant) : null;
  const attente = prochaineZone(tournee, zones, maintenant, deps);
  const prochain =
    relance && (!attente || relance <= attente)
      ? dire(relance, 'une nouvelle tentative')
      : attente && dire(attente, 'l’heure d’ouverture d’une zone');
  if (prochain === null) await perimerTournee(deps.registre, tournee, maintenant);
  const bilan = await bilanTournee(deps.registre, tournee);
  return { mois, curseur: null, prochain, bilan };
}

/** The next opening among zones that sleep. */
function prochaineZone(tournee: Tournee, zones: readonly string[], maintenant: Date, deps: DepsFlotte): Date | null {
  const instants = zones.flatMap((zone) => {
    const a = accesA(tournee, zone, maintenant, deps);
    return a.ouvert || a.prochain === null ? [] : [a.prochain.getTime()];
  });
  return instants.length === 0 ? null : new Date(Math.max(Math.min(...instants), maintenant.getTime() + 1_000));
}

const dire = (quand: Date, quoi: string) => ({ quand: quand.toISOString(), libelle: `Attend ${quoi}` });

/** Holds a pace over the whole slice: a short batch pays for a long one. */
function creerCadence(parSeconde: number): (nombre: number) => Promise<void> {
  const debut = Date.now();
  let faits = 0;
  return async (nombre) => {
    faits += nombre;
    const avance = debut + (faits / parSeconde) * 1000 - Date.now();
    if (avance > 0) await attendre(avance);
  };
}
