import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { RendezVous } from '../../../domain/rendez-vous/rendez-vous';
import { libellesSorte } from '../../../domain/rendez-vous/sortes';
import { type ContexteRendezVous, contexteDe, momentDe } from '../../usages/rendez-vous/contexte';
import type { SuiteGeste } from '../../usages/rendez-vous/suite';
import { type DossierTrouve, trouverDossier } from '../commun/trouver-dossier';
import type { DependancesWeb } from '../dependances';
import { quandEnClair, type SuiteRdv } from '../dossier/rendez-vous';
import { auteurDe } from '../porte/compte-courant';

/** A dossier with its appointments, and the one that the address names. */
export interface Vise {
  trouve: DossierTrouve;
  contexte: ContexteRendezVous;
  actuel: ContexteRendezVous['rendezVous'][number];
}

/** A dossier with its appointments. @throws Refus while its journey has not started */
export async function ouvrir(deps: DependancesWeb, c: Context): Promise<Omit<Vise, 'actuel'>> {
  const trouve = await trouverDossier(deps, c);
  return { trouve, contexte: await contexteDe(deps, trouve.inscrit, trouve.personnes) };
}

/** The appointment of an address; one of another dossier is not found. */
export async function viser(deps: DependancesWeb, c: Context): Promise<Vise> {
  const { trouve, contexte } = await ouvrir(deps, c);
  const actuel = contexte.rendezVous.find((r) => r.id === c.req.param('id'));
  if (!actuel) throw new HTTPException(404, { message: 'Ce rendez-vous n’est pas de ce dossier.' });
  return { trouve, contexte, actuel };
}

/** "Rendez-vous de suivi, mardi 29 juillet 2025 à 9 h 30". */
export const enClair = (contexte: ContexteRendezVous, rendezVous: RendezVous): string =>
  `${libellesSorte[rendezVous.sorte]}, ${quandEnClair(momentDe(contexte, rendezVous))}`;

/** Who acts from a page, and what she saw of the appointment. */
export const acteur = (c: Context, confirme: boolean | readonly string[], sequence = '') => ({
  auteur: auteurDe(c),
  confirme,
  ...(sequence === '' ? {} : { sequenceVue: Number(sequence) }),
});

/** Back to the dossier, which says what was done, and what became of the fact that it left in the journal. */
export function revenir(c: Context, { vue }: DossierTrouve, suite: SuiteGeste & { statut: 'FAIT' }, rdv: SuiteRdv) {
  const acte = suite.fait === null ? null : `rdv-${suite.rendezVous.id}`;
  return c.redirect(`/dossiers/${vue.numero}?${new URLSearchParams({ rdv, ...(acte ? { acte } : {}) })}`, 303);
}
