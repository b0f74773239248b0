import type { DateCivile } from '../../domain/calendrier/dates';
import { fuseau } from '../../domain/calendrier/fuseaux';
import type { Numero } from '../../domain/dossier/numero';
import { residenceDe } from '../../domain/faits/residence-de';
import { attributsDe } from '../../domain/parcours/attributs';
import type { ReponseSituer, Suivi } from '../../domain/parcours/parcours';
import {
  courriersNonInscrits,
  type EtatVivant,
  etatsVivants,
  lireDossier,
  lireSuiveurs,
  type Registre,
  restaurerCourrier,
} from '../../registre';
import { type Constat, traiter } from './constat';
import { isoler } from './isoler';
import type { MoteurDesParcours } from './moteur';
import { rouvrirSansParcours } from './rouvrir';

/** Dossiers looked at in one go: some megabytes read, one list asked of the engine. */
const PAGE = 500;
/** A hand-off that fails takes ten minutes to say so: beyond an hour, nothing is under way. */
const RETARD_MS = 60 * 60_000;
/** Spent in vain on journeys that do not answer, ten seconds each: beyond, the others of the part are not asked, and it ends in time. */
const MUETS_MS = 120_000;

/** A part of the fleet, looked at. */
export interface PageDeCoherence {
  constats: Constat[];
  /** How many dossiers were looked at. */
  dossiers: number;
  /** Where to go on from; null after the last one. */
  apres: Numero | null;
}

/**
 * Compares what the register and the engine say of the journeys that live, from a number on. The engine is asked for lists, and for one
 * journey only when something about it differs.
 * @param muetsMs how long journeys that do not answer may take in all
 */
export async function verifierPage(
  registre: Registre,
  moteur: MoteurDesParcours,
  { apres, reparer }: { apres: Numero; reparer: boolean },
  maintenant: Date,
  muetsMs = MUETS_MS,
): Promise<PageDeCoherence> {
  const jour = maintenant.toISOString().slice(0, 10) as DateCivile;
  const vivants = await etatsVivants(registre, jour, apres, PAGE);
  const suite = vivants.length < PAGE ? null : vivants.at(-1)!.etat.numero;
  const courants = await moteur.courants(apres, suite);
  const constats: Constat[] = [];
  const noter = (...trouves: (Constat | null)[]) => constats.push(...trouves.filter((c) => c !== null));
  const isolement = { registre, reparer, maintenant };
  const illisibles = new Set<Numero>();
  let enVainMs = 0;
  for (const vivant of vivants) {
    const { numero } = vivant.etat;
    const publies = courants.get(numero);
    courants.delete(numero);
    if (vivant.statut !== 'OUVERT') continue;
    const trouves = await isoler(isolement, numero, async () =>
      publies === undefined
        ? [await rouvrirSansParcours(registre, moteur, numero, reparer, maintenant)]
        : [(await comparer(vivant, publies)) ?? (await suivre(vivant, publies)), await relancerEnRetard(vivant)],
    );
    if (trouves.some(({ sorte }) => sorte === 'ILLISIBLE')) illisibles.add(numero);
    noter(...trouves);
  }
  for (const numero of courants.keys()) {
    if ((await lireDossier(registre, numero)) === null) noter({ sorte: 'SANS_DOSSIER', numero, suite: 'A_VOIR' });
  }
  for (const lettre of await courriersNonInscrits(
    registre,
    vivants.map(({ etat }) => etat).filter(({ numero }) => !illisibles.has(numero)),
  )) {
    const constat = { sorte: 'COURRIER_PERDU' as const, numero: lettre.numero, detail: lettre.cle };
    noter(await traiter(constat, reparer, () => restaurerCourrier(registre, lettre, maintenant)));
  }
  return { constats, dossiers: vivants.length, apres: suite };

  async function connaitre(numero: Numero): ReturnType<MoteurDesParcours['connait']> {
    if (enVainMs > muetsMs) return null;
    const debut = Date.now();
    const connu = await moteur.connait(numero);
    if (connu === null) enVainMs += Date.now() - debut;
    return connu;
  }

  async function comparer(vivant: EtatVivant, publies: Partial<ReponseSituer['attributs']>): Promise<Constat | null> {
    const { numero } = vivant.etat;
    if (!different(vivant, publies)) return null;
    const connu = await connaitre(numero);
    if (connu === null) return { sorte: 'SANS_REPONSE', numero, suite: 'A_VOIR' };
    // Read again: it may have moved meanwhile, or the list was late.
    const inscrit = await lireDossier(registre, numero);
    if (inscrit === null || inscrit.version === connu.version) return null;
    const detail = `registre ${inscrit.version}, parcours ${connu.version}`;
    return traiter({ sorte: 'VERSIONS_DIFFERENTES', numero, detail }, reparer, () => moteur.relancer(numero));
  }

  /** Who follows the person is the register's to say: a journey that was not told, the engine being away, asks again. */
  async function suivre({ etat }: EtatVivant, publies: Partial<ReponseSituer['attributs']>): Promise<Constat | null> {
    const { numero } = etat;
    if (memeSuivi(etat, publies)) return null;
    const connu = await connaitre(numero);
    if (connu === null) return { sorte: 'SANS_REPONSE', numero, suite: 'A_VOIR' };
    // Read again: it may just have changed hands, or the list was late.
    const suivi = await lireSuiveurs(registre, numero);
    if (suivi === null || memeSuivi(suivi, connu.suivi)) return null;
    return traiter({ sorte: 'SUIVI_DIFFERENT', numero }, reparer, () => moteur.relancer(numero));
  }

  async function relancerEnRetard({ etat: { numero }, situation, majLe }: EtatVivant): Promise<Constat | null> {
    const limite = new Date(maintenant.getTime() - RETARD_MS).toISOString();
    const retard = situation?.courriers.find(({ statut, depart }) => statut === 'A_VENIR' && depart < limite);
    // Just asked, the journey hands over what was late.
    if (retard === undefined || majLe.toISOString() >= limite) return null;
    const constat = { sorte: 'COURRIER_EN_RETARD' as const, numero, detail: retard.cle };
    return traiter(constat, reparer, () => moteur.relancer(numero));
  }
}

/** What was not published yet, or by a run that does not say it, differs in nothing. */
const memeSuivi = (suivi: Suivi, publie: Partial<Suivi> | null | undefined): boolean =>
  (publie?.agence ?? suivi.agence) === suivi.agence && (publie?.referent ?? suivi.referent) === suivi.referent;

/** The journey publishes something else than what the register holds of it. */
function different({ etat, situation }: EtatVivant, publies: Partial<ReponseSituer['attributs']>): boolean {
  if (situation === null) return true;
  const zone = fuseau(residenceDe(etat));
  const inscrits = attributsDe(situation, zone);
  const noms = Object.keys(inscrits) as (keyof ReponseSituer['attributs'])[];
  return noms.some((nom) => (publies[nom] ?? null) !== inscrits[nom]);
}
