import type { Personnes } from '../../domain/dossier/personnes';
import type { ActeJournal } from '../../domain/faits/actes';
import { residenceDe } from '../../domain/faits/residence-de';
import { clesConnues } from '../../domain/parcours/deja-regle';
import type { MessageRecu } from '../../domain/parcours/parcours';
import { type Apercu, previsualiser } from '../../domain/rendez-vous/previsualiser';
import { avecJour, type RendezVousPrevu } from '../../domain/rendez-vous/suspension';
import {
  type DossierInscrit,
  etatParcours,
  lirePersonnes,
  type Registre,
  rendezVousPrevus,
  retourInterruption,
} from '../../registre';
import { lireTenus } from './commun/a-partir';
import type { ContenuSigne } from './commun/acte';
import { lireOptions } from './commun/circonstances';
import type { DepsApercu } from './commun/deps';

/**
 * What a preview may warn of, and that its author must accept before the act is recorded. ECARTE: a rule sets the fact aside, it
 * would be kept in the journal and count for nothing. REPOUSSE: facts that count today no longer would.
 */
export const toutesReserves = ['ECARTE', 'REPOUSSE'] as const;
export type Reserve = (typeof toutesReserves)[number];

/** What an author must accept before the act is recorded. */
export const reservesDe = ({ issue, faitsRepousses }: Apercu): Reserve[] => [
  ...(issue.statut === 'ECARTE' ? (['ECARTE'] as const) : []),
  ...(faitsRepousses.length > 0 ? (['REPOUSSE'] as const) : []),
];

/** An act as the journey will receive it. */
export const messageDe = (acte: ActeJournal, contenu: ContenuSigne, maintenant: Date): MessageRecu => ({
  id: contenu.id,
  acte,
  contenu,
  recuLe: maintenant.toISOString(),
});

/**
 * What an act would change, nothing being recorded.
 * @param inscrit the dossier as the caller read it
 */
export async function previsualiserUnActe(
  { registre, envoi, sursisMinutes = 0 }: DepsApercu,
  inscrit: DossierInscrit,
  { acte, contenu }: { acte: ActeJournal; contenu: ContenuSigne },
  maintenant: Date,
): Promise<Apercu> {
  const personnes = await lirePersonnes(registre, inscrit.numero);
  const [prevus, circonstances, tenu, revenuLe] = await Promise.all([
    rendezVousDe(registre, inscrit, personnes),
    lireOptions(registre, inscrit.numero),
    lireTenus(registre, inscrit),
    retourInterruption(registre, maintenant),
  ]);
  const message = messageDe(acte, contenu, maintenant);
  const options = {
    ...{ envoi, sursisMinutes, dejaVoulus: clesConnues(inscrit.situation), revenuLe: revenuLe?.toISOString() ?? null },
    ...circonstances,
    tenu,
  };
  return previsualiser(etatParcours(inscrit), message, maintenant.toISOString(), options, prevus);
}

async function rendezVousDe(
  registre: Registre,
  { numero, dossier, journal }: DossierInscrit,
  personnes: Personnes | null,
): Promise<RendezVousPrevu[]> {
  const prevus = await rendezVousPrevus(registre, numero);
  return personnes ? avecJour(prevus, residenceDe({ dossier, journal }), personnes.agence) : [];
}
