import type { Numero } from '../../domain/dossier/numero';
import type { CourrierRendezVous } from '../../domain/rendez-vous/agenda';
import { estLegale, faitsDesEntretiens } from '../../domain/rendez-vous/controle';
import { type RemarqueRendezVous, remarque } from '../../domain/rendez-vous/saisie';
import { cleTacheAClore } from '../../domain/rendez-vous/taches';
import { lireTenue, type SaisieTenue } from '../../domain/rendez-vous/tenue';
import {
  annulerRendezVous,
  manquerRendezVous,
  type RendezVousInscrit,
  tenirRendezVous,
  terminerTache,
} from '../../registre';
import {
  type ContexteRendezVous,
  courriersDe,
  type DepsContexte,
  jourDe,
  lireContexte,
  momentDe,
  tombeEnSuspension,
} from './rendez-vous/contexte';
import { type Auteur, type DepsRendezVous, refuse, type SuiteActe, suivre } from './rendez-vous/suite';

/** Cancels an appointment; the person is told, if she had been told of it. @throws Refus when the dossier is unknown */
export async function annuler(
  deps: DepsRendezVous,
  numero: Numero,
  id: string,
  { auteur, sequenceVue }: Auteur,
  maintenant: Date,
): Promise<SuiteActe> {
  const vise = await viser(deps, numero, id);
  if ('statut' in vise) return vise;
  const { actuel } = vise;
  if (actuel.statut === 'PREVU' && sequenceVue !== undefined && sequenceVue !== actuel.sequence)
    return refuse('RDV_CHANGE');
  const suite = await suivre(deps, await annulerRendezVous(deps.registre, id, auteur, maintenant));
  return rangerTache(deps, suite, auteur, maintenant);
}

/** What cancelling an appointment would send. */
export function courriersDeLAnnulation(
  deps: DepsContexte,
  contexte: ContexteRendezVous,
  actuel: RendezVousInscrit,
  maintenant: Date,
): CourrierRendezVous[] {
  const annule = { statut: 'ANNULE', sequence: actuel.sequence + 1, closLe: maintenant.toISOString() } as const;
  return courriersDe(deps, contexte, { ...actuel, ...annule }, maintenant);
}

/** What deserves a second look before saying that the person did not come. */
export const avertissementsDuManque = (
  contexte: ContexteRendezVous,
  actuel: RendezVousInscrit,
): RemarqueRendezVous[] =>
  tombeEnSuspension(contexte, actuel)
    ? [
        remarque('RDV_PENDANT_SUSPENSION', {
          phrase: 'Le CSP était suspendu ce jour-là : la personne n’était pas attendue, et aucun courrier ne partira.',
        }),
      ]
    : [];

/** Records that the person did not come. @throws Refus when the dossier is unknown */
export async function manquer(
  deps: DepsRendezVous,
  numero: Numero,
  id: string,
  { auteur, confirme = false }: Auteur,
  maintenant: Date,
): Promise<SuiteActe> {
  const vise = await viser(deps, numero, id);
  if ('statut' in vise) return vise;
  const { actuel, contexte } = vise;
  if (actuel.debut > maintenant.toISOString()) return refuse('RDV_PAS_COMMENCE');
  const avertissements = actuel.statut === 'PREVU' ? avertissementsDuManque(contexte, actuel) : [];
  if (avertissements.length > 0 && !confirme) return { statut: 'A_CONFIRMER', avertissements };
  const suite = await suivre(deps, await manquerRendezVous(deps.registre, id, auteur, maintenant));
  return rangerTache(deps, suite, auteur, maintenant);
}

/**
 * Records that it was held, what was said and agreed. An interview that the law wants also leaves its fact in the journal, under an
 * id that derives from the appointment's: recorded twice, it counts once.
 * @throws Refus when the dossier is unknown
 * @see R11, R12, R13, R22
 */
export async function tenir(
  deps: DepsRendezVous,
  numero: Numero,
  id: string,
  saisie: SaisieTenue,
  { auteur }: Auteur,
  maintenant: Date,
): Promise<SuiteActe> {
  const vise = await viser(deps, numero, id);
  if ('statut' in vise) return vise;
  const { actuel, contexte } = vise;
  if (actuel.debut > maintenant.toISOString()) return refuse('RDV_PAS_COMMENCE');
  const jours = { prevuLe: momentDe(contexte, actuel).jour, aujourdhui: jourDe(contexte, maintenant) };
  const lue = lireTenue(actuel.sorte, saisie, jours);
  if (!lue.ok) return { statut: 'REFUSE', refus: lue.refus };
  const { le, compteRendu, planValide } = lue.tenue;
  const actions = lue.tenue.actions.map((action, rang) => ({
    id: `${id}-${String(rang + 1).padStart(2, '0')}`,
    ...action,
  }));
  const suite = await suivre(
    deps,
    await tenirRendezVous(deps.registre, id, { compteRendu, actions }, auteur, maintenant),
  );
  if (suite.statut !== 'FAIT') return suite;
  await rangerTache(deps, suite, auteur, maintenant);
  const { sorte } = actuel;
  if (!estLegale(sorte) || (sorte === 'PSP' && !planValide)) return suite;
  const evenement = { type: faitsDesEntretiens[sorte], date: le };
  return { ...suite, fait: await deps.agir(numero, 'consigner', { id: `rdv-${id}`, auteur, evenement }) };
}

type Vise = { actuel: RendezVousInscrit; contexte: ContexteRendezVous };

async function viser(deps: DepsContexte, numero: Numero, id: string): Promise<Vise | ReturnType<typeof refuse>> {
  const contexte = await lireContexte(deps, numero);
  const actuel = contexte.rendezVous.find((r) => r.id === id);
  return actuel ? { actuel, contexte } : refuse('RDV_INCONNU');
}

/** Nobody needs to be asked any more what became of it. */
async function rangerTache(deps: DepsContexte, suite: SuiteActe, auteur: string, maintenant: Date): Promise<SuiteActe> {
  if (suite.statut === 'FAIT') await terminerTache(deps.registre, cleTacheAClore(suite.rendezVous), auteur, maintenant);
  return suite;
}
