import type { JeuParametres } from '../../domain/droit/jeu-parametres';
import { phrase } from '../../domain/faits/erreurs';
import type { Apercu } from '../../domain/rendez-vous/previsualiser';
import { type DossierInscrit, lireDossier } from '../../registre';
import { agirSurUnDossier, type DepsActes, dejaRecu, type SuiteActe } from './agir-sur-un-dossier';
import type { ContenuSigne } from './commun/acte';
import type { DepsApercu } from './commun/deps';
import { Refus } from './commun/refus';
import { previsualiserUnActe, toutesReserves } from './previsualiser-un-acte';

/** What the act `adopterReglement` carries; `nom` is there when the set is for one règlement only. */
export interface AdoptionDemandee {
  surcharge: object;
  source: string | null;
  nom?: string;
}

/** A set of parameters as an act carries it. @param source the text it comes from, when it is said beside the set: it counts first */
export function adoptionDe({ reglement, parametres, source: duJeu }: JeuParametres, source?: string): AdoptionDemandee {
  const adoption = { surcharge: parametres, source: source ?? duJeu };
  return reglement === null ? adoption : { ...adoption, nom: reglement };
}

/** What an adoption would change in one dossier. */
export interface AdoptionPrevue {
  inscrit: DossierInscrit;
  apercu: Apercu;
}

/**
 * What an adoption would change in each dossier, nothing being recorded.
 * @throws Refus with what every one of them refuses
 */
export async function previsualiserAdoption(
  deps: DepsApercu,
  numeros: readonly string[],
  contenu: ContenuSigne,
  maintenant: Date,
): Promise<AdoptionPrevue[]> {
  const { inscrits, inconnus } = await lireTous(deps, numeros);
  const { prevues, refusees } = await prevoir(deps, inscrits, contenu, maintenant);
  refuserTout(inconnus, refusees);
  return prevues;
}

/** What became of an adoption in one dossier. */
export interface AdoptionFaite {
  numero: string;
  suite: SuiteActe;
}

/**
 * Other parameters for chosen journeys, one act of the journal for each. Every dossier is looked at before any is touched.
 * @returns what it changes in those that had not received it yet, and what became of it in each
 * @throws Refus with what every one of them refuses; nothing is then recorded in any journal
 */
export async function adopterReglement(
  deps: DepsActes,
  numeros: readonly string[],
  contenu: ContenuSigne,
  maintenant: Date,
): Promise<{ prevues: AdoptionPrevue[]; faites: AdoptionFaite[] }> {
  const { inscrits, inconnus } = await lireTous(deps, numeros);
  const neufs = inscrits.filter((inscrit) => dejaRecu(inscrit, contenu.id) === undefined);
  const { prevues, refusees } = await prevoir(deps, neufs, contenu, maintenant);
  const agir = (inscrit: DossierInscrit) =>
    agirSurUnDossier(deps, inscrit, { acte: ACTE, contenu, accepte: toutesReserves, vu: null }, maintenant);
  // Their form refuses them again: that leaves the trace of each refusal, and nothing else.
  for (const { inscrit } of refusees) await agir(inscrit);
  refuserTout(inconnus, refusees);
  const faites: AdoptionFaite[] = [];
  for (const inscrit of inscrits) faites.push({ numero: inscrit.numero, suite: await agir(inscrit) });
  return { prevues, faites };
}

const ACTE = 'adopterReglement';

async function lireTous({ registre }: DepsApercu, numeros: readonly string[]) {
  const inscrits: DossierInscrit[] = [];
  const inconnus: string[] = [];
  for (const numero of numeros) {
    const inscrit = await lireDossier(registre, numero);
    if (inscrit === null) inconnus.push(numero);
    else inscrits.push(inscrit);
  }
  return { inscrits, inconnus };
}

async function prevoir(
  deps: DepsApercu,
  inscrits: readonly DossierInscrit[],
  contenu: ContenuSigne,
  maintenant: Date,
): Promise<{ prevues: AdoptionPrevue[]; refusees: AdoptionPrevue[] }> {
  const toutes: AdoptionPrevue[] = [];
  for (const inscrit of inscrits) {
    toutes.push({ inscrit, apercu: await previsualiserUnActe(deps, inscrit, { acte: ACTE, contenu }, maintenant) });
  }
  const refusee = ({ apercu }: AdoptionPrevue) => apercu.issue.statut === 'REFUSE';
  return { prevues: toutes.filter((p) => !refusee(p)), refusees: toutes.filter(refusee) };
}

/** @throws Refus when any dossier refuses */
function refuserTout(inconnus: readonly string[], refusees: readonly AdoptionPrevue[]): void {
  const code = 'DOSSIER_INCONNU';
  const refus = [
    ...inconnus.map((numero) => ({ code, phrase: `${numero} : ${phrase(code)}` })),
    ...refusees.map(({ inscrit, apercu: { issue } }) => ({
      code: issue.code!,
      phrase: `${inscrit.numero} : ${issue.phrase}`,
    })),
  ];
  if (refus.length > 0) throw new Refus(refus);
}
