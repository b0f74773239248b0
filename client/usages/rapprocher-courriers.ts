import { messageIdDe, nomDuCourrier } from '../../commun/noms-des-remises';
import { adressage } from '../../domain/catalogue/canaux';
import { entreeCatalogue } from '../../domain/catalogue/catalogue';
import { titreCourrier } from '../../domain/catalogue/titres';
import type { Canal } from '../../domain/dossier/personnes';
import { clePoint, type PointDuJour } from '../../domain/flotte/point-du-matin';
import {
  type CourrierAvecEnvois,
  clesPartiesDepuis,
  courriersARapprocher,
  courriersEnAttente,
  lirePersonnes,
  messageIdsConnus,
  noterDepartRetrouve,
  noterPointRetrouve,
  type Registre,
} from '../../registre';
import type { DepsCourriers } from './commun/courriers';
import { pointsPossibles, pointsRetrouves } from './rapprochement/points';
import { empreinteDe, lirePrises, type Prise, type Prises } from './rapprochement/prises';
import { lireLesSources, type Sources } from './rapprochement/sources';

/** A letter that waits here, or a digest that may leave again, and that a log or an index says was taken. */
export interface Retrouve extends Prise {
  cle: string;
  canal: Canal;
}

/** Something of ours that left, and that nobody here knows or awaits. */
export interface Inconnu extends Prise {
  /** Message-ID, or name in an outbox. */
  nom: string;
}

export interface BilanRapprochement {
  /** Letters that wait. */
  compares: number;
  /** Due, and not yet asked for by their journeys: those are not compared. */
  pasDemandes: number;
  retrouves: Retrouve[];
  /** Of which nothing says that they left: they will. */
  sansPrise: string[];
  inconnus: Inconnu[];
}

export interface DemandeRapprochement extends Sources {
  /** Writes what is found; otherwise nothing is changed. */
  appliquer: boolean;
  auteur: string;
  /** Domain of our Message-IDs. */
  domaine: string;
}

/**
 * Compares what waits to leave with what the relay's log and the outboxes say was taken: after a copy of the register was brought back,
 * which has forgotten the letters that left since. What is found is written as gone, and is not sent again.
 */
export async function rapprocherCourriers(
  { registre, prevenir }: DepsCourriers,
  { appliquer, auteur, domaine, ...sources }: DemandeRapprochement,
  maintenant: Date,
): Promise<BilanRapprochement> {
  const prises = await lirePrises(lireLesSources(sources), maintenant);
  const { nombre: dus } = await courriersEnAttente(registre, maintenant);
  const enAttente = await courriersARapprocher(registre);
  const trouves = enAttente.flatMap((courrier) =>
    canaux.flatMap((canal) => {
      const prise = priseDe(courrier, canal, prises);
      return prise === null ? [] : [{ courrier, canal, ...prise }];
    }),
  );
  const possibles = await pointsPossibles(registre, sources.depuis, maintenant);
  const points = await pointsRetrouves(registre, prises, sources.depuis, possibles);
  const dits = new Set(trouves.map(({ courrier }) => courrier.cle));
  const bilan: BilanRapprochement = {
    compares: enAttente.length,
    pasDemandes: Math.max(0, dus - enAttente.filter(({ statut }) => statut !== 'RETENU').length),
    retrouves: [
      ...trouves.map(({ courrier: { cle }, canal, le, jourSeul, source }) => ({ cle, canal, le, jourSeul, source })),
      ...points.map(({ le, source, ...point }) => ({ cle: clePoint(point), canal: 'EMAIL' as const, le, source })),
    ],
    sansPrise: enAttente.filter(({ cle, partiLe }) => partiLe === null && !dits.has(cle)).map(({ cle }) => cle),
    inconnus: await inconnusDe(registre, prises, { ...sources, domaine, enAttente, possibles }),
  };
  if (!appliquer) return bilan;
  for (const { courrier, canal, le, source } of trouves) {
    const { numero, cle, code, destinataire } = courrier;
    const personnes = await lirePersonnes(registre, numero);
    const depart = {
      ...{ courrier, canal, le, source, objet: titreCourrier(code), messageId: messageIdDe(cle, domaine) },
      adresse: (personnes && adressage(destinataire, personnes).adresses[canal]) ?? '',
      // A tour has one channel a letter, and asks again by itself.
      reste: entreeCatalogue(code).origine !== 'FLOTTE',
    };
    await noterDepartRetrouve(registre, depart, auteur, maintenant);
  }
  for (const { referent, jour, ...prise } of points)
    await noterPointRetrouve(registre, { referent, jour }, prise, auteur, maintenant);
  await prevenir(trouves.map(({ courrier }) => courrier));
  return bilan;
}

const canaux = ['EMAIL', 'SMS', 'COURRIER'] as const satisfies readonly Canal[];

const depotDe = (cle: string, canal: 'SMS' | 'COURRIER'): string =>
  `${nomDuCourrier(cle)}.${canal === 'SMS' ? 'txt' : 'pdf'}`;

/** What says that this channel took the letter; null when nothing does, or only of an attempt whose outcome is known. */
function priseDe({ cle, envois }: CourrierAvecEnvois, canal: Canal, { emails, fichiers }: Prises): Prise | null {
  const prise = canal === 'EMAIL' ? emails.get(empreinteDe(cle)) : fichiers.get(depotDe(cle, canal));
  const siens = envois.filter((envoi) => envoi.canal === canal);
  if (prise === undefined || siens.some(({ statut }) => statut === 'PARTI')) return null;
  const refuses = siens.filter(({ statut }) => statut === 'ECHEC' || statut === 'REJETE');
  return refuses.some(({ tenteLe }) => tenteLe >= prise.le) ? null : prise;
}

/** What left since the copy and is neither known as gone, nor waits. */
async function inconnusDe(
  registre: Registre,
  { emails, fichiers }: Prises,
  {
    depuis,
    domaine,
    enAttente,
    possibles,
  }: Pick<DemandeRapprochement, 'depuis' | 'domaine'> & {
    enAttente: readonly CourrierAvecEnvois[];
    possibles: readonly PointDuJour[];
  },
): Promise<Inconnu[]> {
  const debut = new Date(`${depuis}T00:00:00Z`);
  const attendus = enAttente.map(({ cle }) => cle);
  const deposes = [...attendus, ...(await clesPartiesDepuis(registre, new Date(debut.getTime() - JOUR_MS)))];
  const depots = new Set(deposes.flatMap((cle) => [depotDe(cle, 'SMS'), depotDe(cle, 'COURRIER')]));
  const connues = new Set([...attendus, ...possibles.map(clePoint)].map(empreinteDe));
  const notres = [...emails].filter(
    ([empreinte, prise]) => prise.domaine === domaine && prise.le >= debut && !connues.has(empreinte),
  );
  const ids = await messageIdsConnus(
    registre,
    notres.map(([empreinte]) => `<${empreinte}@${domaine}>`),
  );
  return [
    ...notres.map(([empreinte, { le, source }]) => ({ nom: `<${empreinte}@${domaine}>`, le, source })),
    ...[...fichiers].filter(([nom, { le }]) => le >= debut && !depots.has(nom)).map(([nom, t]) => ({ nom, ...t })),
  ].filter(({ nom }) => !ids.has(nom));
}

const JOUR_MS = 86_400_000;
