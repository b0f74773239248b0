import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lirePortefeuille } from '../../../client/saisie/csv';
import { lireDocument } from '../../../client/saisie/document';
import { racine } from '../../../commun/racine';
import { type DateCivile, dateCivile } from '../../../domain/calendrier/dates';
import { fuseau, instantMinuit } from '../../../domain/calendrier/fuseaux';
import { inscrireReglement } from '../../../domain/droit/parcours-inscrit';
import type { Evenement } from '../../../domain/faits/evenements';
import { appliquer, memoriserRemise } from '../../../domain/parcours/appliquer';
import { etatInitial } from '../../../domain/parcours/etat-initial';
import { situer } from '../../../domain/parcours/situer';

/** Any day: the portfolio counts its dates from it. */
const JOUR = dateCivile('2026-11-22');
const EXEMPLES = join(racine, 'exemples');

interface Exemple {
  reference: string;
  /** As it is written in `exemples/`. */
  document: object;
  /** First day the journey is asked; its handing over by default. */
  depuis?: DateCivile;
}

/** What an example says and what the rules decide about it, each as a fingerprint. */
export interface Decision {
  exemple: string;
  decide: string;
}

const empreinte = (valeur: unknown): string =>
  createHash('sha256').update(JSON.stringify(valeur)).digest('hex').slice(0, 16);

function exemples(): Exemple[] {
  const dossiers = readdirSync(join(EXEMPLES, 'dossiers')).sort();
  const texte = { texte: readFileSync(join(EXEMPLES, 'portefeuille.csv'), 'utf8'), codage: 'UTF-8' as const };
  return [
    ...dossiers.map((nom) => {
      const document = JSON.parse(readFileSync(join(EXEMPLES, 'dossiers', nom), 'utf8'));
      return { reference: nom.replace('.json', ''), document };
    }),
    ...lirePortefeuille(texte, { relativesA: JOUR }).lignes.map(({ document }) => ({
      reference: String(document.reference),
      document,
      depuis: JOUR,
    })),
  ];
}

/** What the rules decide about each example, by its reference. */
export const deciderLesExemples = (): Record<string, Decision> =>
  Object.fromEntries(
    exemples().map((exemple) => [
      exemple.reference,
      { exemple: empreinte(exemple.document), decide: empreinte(vivre(exemple)) },
    ]),
  );

/** The journey's own loop run dry: what leaves and when, what is left out or became false, where it stands. No wording. */
function vivre({ reference, document, depuis }: Exemple): unknown[] {
  const lu = lireDocument(document);
  if (!lu.ok) throw new Error(`${reference} : ${JSON.stringify(lu.erreurs)}`);
  const { dossier, dateReprise, evenements = [] } = lu.document;
  const depart = instantMinuit(depuis ?? dossier.dateRemise, fuseau(dossier.residence)).toISOString();
  const journal = evenements.map((evenement, rang) => ({
    id: String(rang),
    acte: 'consigner' as const,
    evenement: evenement as unknown as Evenement,
    auteur: 'exemple',
    enregistreLe: depart,
  }));
  const etat = etatInitial({
    numero: reference,
    agence: '',
    referent: '',
    dossier: inscrireReglement(dossier),
    dateReprise,
    journal,
  });
  const decisions: unknown[] = [];
  for (let quand: string | null = depart; quand !== null; ) {
    const { reponse } = situer({ etat, enCours: [], maintenant: quand }, { envoi: 'fenetre' });
    const dus = reponse.dus.map(({ cle, date, remplace, changement }) => ({ cle, date, remplace, changement }));
    const sans = Object.entries(reponse.memoires).map(([cle, { statut, date }]) => ({ cle, statut, date }));
    decisions.push({ quand, etat: reponse.etat, terme: reponse.attributs.terme, dus, sans });
    appliquer(etat, reponse, 0);
    for (const courrier of reponse.dus) memoriserRemise(etat, { courrier, issue: { statut: 'PARTI', le: quand } });
    quand = reponse.clos ? null : (reponse.prochain?.quand ?? null);
  }
  return decisions;
}
