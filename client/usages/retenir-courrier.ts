import type { Client } from '@temporalio/client';
import { lireRebond } from '../../commun/rebond';
import { lireBaseRendezVous } from '../../domain/catalogue/bases-courrier';
import { entreeCatalogue, estCodeCourrier } from '../../domain/catalogue/catalogue';
import type { Numero } from '../../domain/dossier/numero';
import {
  type CourrierTenu,
  courriersTenus,
  inscrireRebond,
  liberer,
  lireCourrier,
  lireDossier,
  listerAgences,
  type PorteeSuspension,
  type Registre,
  reprendreCourriers,
  retenir,
  type SuiteRebond,
  suspendreCourriers,
} from '../../registre';
import { idRendezVous, rendezVousChange } from '../../workflows/rendez-vous/messages';
import { departRenvoi, typeRenvoi } from '../../workflows/renvoi/messages';
import { Refus } from './ouvrir';
import { relancer } from './relancer';

export interface DepsCourriers {
  registre: Registre;
  temporal: Client;
}

/** Whoever holds a letter, or lets it go. */
export interface Decision {
  auteur: string;
  motif: string;
}

/** Parts of a key, `<numero>/<code>/<destinataire>/<base>`; null when it is not written so. */
function lireCle(cle: string): { numero: Numero; code: string; base: string } | null {
  const [, numero, code, base] = /^([^/]+)\/([^/]+)\/[A-Z]+\/(.+)$/.exec(cle) ?? [];
  return numero !== undefined && estCodeCourrier(code!) ? { numero: numero as Numero, code: code!, base: base! } : null;
}

const A_ENVOYER = ['A_VENIR', 'A_REPRENDRE', 'RETENU', 'EN_REMISE'];

/**
 * Holds one letter back until someone lets it go; it is asked about again meanwhile, and lapses as any other.
 * @returns false when someone holds it already
 * @throws Refus COURRIER_INCONNU, COURRIER_DEJA_TRAITE
 */
export async function retenirCourrier(
  { registre }: Pick<DepsCourriers, 'registre'>,
  cle: string,
  { auteur, motif }: Decision,
  maintenant: Date,
): Promise<boolean> {
  const lue = lireCle(cle);
  const inscrit = lue && (await lireDossier(registre, lue.numero));
  if (!lue || !inscrit) throw Refus.de('COURRIER_INCONNU');
  const courrier = await lireCourrier(registre, cle);
  const statut = courrier?.statut ?? inscrit.situation?.courriers.find((c) => c.cle === cle)?.statut;
  const horsParcours = ['RENDEZ_VOUS', 'FLOTTE'].includes(entreeCatalogue(lue.code).origine);
  if (statut === undefined && !horsParcours) throw Refus.de('COURRIER_INCONNU');
  if (statut !== undefined && !A_ENVOYER.includes(statut)) throw Refus.de('COURRIER_DEJA_TRAITE');
  return retenir(registre, { cle, numero: lue.numero, motif, par: auteur }, maintenant);
}

/** Lets a held letter go; it leaves at once when its time has come. @throws Refus COURRIER_NON_RETENU */
export async function libererCourrier(
  { registre, temporal }: DepsCourriers,
  cle: string,
  { auteur }: Pick<Decision, 'auteur'>,
  maintenant: Date,
): Promise<void> {
  const lue = lireCle(cle);
  if (!lue || !(await liberer(registre, cle, auteur, maintenant))) throw Refus.de('COURRIER_NON_RETENU');
  await prevenir(temporal, [{ cle, ...lue }]);
}

async function verifierPortee(registre: Registre, { code, agence }: PorteeSuspension): Promise<void> {
  if (code !== null && !estCodeCourrier(code)) throw Refus.de('CODE_COURRIER_INCONNU');
  if (agence !== null && !(await listerAgences(registre)).some(({ id }) => id === agence)) {
    throw Refus.de(`AGENCE_INCONNUE:${agence}`);
  }
}

/**
 * Holds back the letters of a code, of an agency, of both, or all of them: obeyed just before every hand-off.
 * @returns false when they are held already
 * @throws Refus CODE_COURRIER_INCONNU, AGENCE_INCONNUE
 */
export async function suspendre(
  { registre }: Pick<DepsCourriers, 'registre'>,
  portee: PorteeSuspension,
  { auteur, motif }: Decision,
  maintenant: Date,
): Promise<boolean> {
  await verifierPortee(registre, portee);
  return suspendreCourriers(registre, { ...portee, motif, par: auteur }, maintenant);
}

/**
 * Lifts a suspension; the letters that it held leave at once when their time has come.
 * @returns how many letters waited
 * @throws Refus SUSPENSION_INCONNUE
 */
export async function reprendre(
  { registre, temporal }: DepsCourriers,
  portee: PorteeSuspension,
  { auteur, motif }: Decision,
  maintenant: Date,
): Promise<number> {
  if (!(await reprendreCourriers(registre, { ...portee, motif, par: auteur }, maintenant))) {
    throw Refus.de('SUSPENSION_INCONNUE');
  }
  const tenus = await courriersTenus(registre, portee);
  await prevenir(temporal, tenus);
  return tenus.length;
}

/** Tells whoever waits to send these letters: the journeys, or the mail of the appointments. */
async function prevenir(temporal: Client, tenus: readonly CourrierTenu[]): Promise<void> {
  const origine = ({ code }: CourrierTenu) => entreeCatalogue(code).origine;
  const parcours = tenus.filter((c) => origine(c) === 'REGLES' || origine(c) === 'PARCOURS');
  await relancer(temporal, new Set(parcours.map(({ numero }) => numero)));
  const rendezVous = tenus.flatMap((c) => lireBaseRendezVous(c.code, c.base)?.id ?? []);
  for (const id of new Set(rendezVous)) {
    const poignee = temporal.workflow.getHandle(idRendezVous(id));
    await poignee.signal(rendezVousChange).catch((erreur: Error) => {
      if (erreur.name !== 'WorkflowNotFoundError') throw erreur;
    });
  }
}

/**
 * Takes a message that came back from the mail relay. Only what speaks of one of our letters counts: an out-of-office answer, a reply
 * are ignored.
 */
export async function recevoirRebond(
  { registre, temporal }: DepsCourriers,
  source: Buffer,
  maintenant: Date,
): Promise<SuiteRebond | { suite: 'IGNORE' }> {
  const rebond = await lireRebond(source);
  if (!rebond) return { suite: 'IGNORE' };
  const suite = await inscrireRebond(registre, rebond, maintenant);
  if (suite.suite === 'REJETE' && suite.aRenvoyer) {
    const { numero, aRenvoyer: courrier } = suite;
    await temporal.workflow.start(typeRenvoi, departRenvoi({ numero, courrier }));
  }
  return suite;
}
