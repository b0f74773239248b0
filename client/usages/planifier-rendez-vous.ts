import type { Numero } from '../../domain/dossier/numero';
import type { CourrierRendezVous } from '../../domain/rendez-vous/agenda';
import { instantCivil } from '../../domain/rendez-vous/heure';
import {
  type DemandeRendezVous,
  lireSaisieRendezVous,
  type RemarqueRendezVous,
  remarque,
  type SaisieRendezVous,
} from '../../domain/rendez-vous/saisie';
import { type CadreRendezVous, creerRendezVous, deplacerRendezVous } from '../../registre';
import {
  type ContexteRendezVous,
  controler,
  courriersDe,
  type DepsContexte,
  lireContexte,
  type Projet,
  zoneDe,
} from './rendez-vous/contexte';
import { type Auteur, type DepsRendezVous, refuse, type SuiteActe, suivre } from './rendez-vous/suite';

/** What an act on an appointment would do, nothing being recorded. */
export interface ApercuRendezVous {
  refus: RemarqueRendezVous[];
  avertissements: RemarqueRendezVous[];
  /** The appointment as it would be; null when it cannot even be read. */
  projet: Projet | null;
  /** Letters that have left or would leave. */
  courriers: CourrierRendezVous[];
}

function cadreDe(contexte: ContexteRendezVous, demande: DemandeRendezVous): CadreRendezVous {
  const { mode, jour, heure, dureeMinutes, lieu, lien, intitule } = demande;
  const debut = instantCivil(jour, heure, zoneDe(contexte, mode)).toISOString();
  return { debut, dureeMinutes, mode, lieu, lien, intitule };
}

async function juger(
  deps: DepsContexte,
  contexte: ContexteRendezVous,
  projet: Projet,
  maintenant: Date,
): Promise<ApercuRendezVous> {
  const controle = await controler(deps, contexte, projet, maintenant);
  return { ...controle, projet, courriers: courriersDe(deps, contexte, projet, maintenant) };
}

const illisible = (refus: RemarqueRendezVous[]): ApercuRendezVous => ({
  refus,
  avertissements: [],
  projet: null,
  courriers: [],
});

/** What planning an appointment would do. @throws Refus when the dossier cannot have one */
export async function previsualiserRendezVous(
  deps: DepsContexte,
  numero: Numero,
  { id, saisie }: { id: string; saisie: SaisieRendezVous },
  maintenant: Date,
): Promise<ApercuRendezVous> {
  const contexte = await lireContexte(deps, numero);
  const lue = lireSaisieRendezVous(saisie);
  if (!lue.ok) return illisible(lue.refus);
  const cadre = cadreDe(contexte, lue.demande);
  const neuf = {
    statut: 'PREVU',
    sequence: 0,
    compteRendu: null,
    fixeLe: maintenant.toISOString(),
    closLe: null,
  } as const;
  return juger(deps, contexte, { id, numero, sorte: lue.demande.sorte, ...cadre, ...neuf }, maintenant);
}

/** Plans an appointment; the same id twice plans one. @throws Refus when the dossier cannot have one */
export async function planifierRendezVous(
  deps: DepsRendezVous,
  numero: Numero,
  { id, saisie }: { id: string; saisie: SaisieRendezVous },
  { auteur, confirme = false }: Auteur,
  maintenant: Date,
): Promise<SuiteActe> {
  const { rendezVous: connus } = await lireContexte(deps, numero);
  const deja = connus.find((r) => r.id === id);
  if (deja) return suivre(deps, { suite: 'DEJA_FAIT', rendezVous: deja });
  const { refus, avertissements, projet } = await previsualiserRendezVous(deps, numero, { id, saisie }, maintenant);
  if (projet === null || refus.length > 0) return { statut: 'REFUSE', refus };
  if (avertissements.length > 0 && !confirme) return { statut: 'A_CONFIRMER', avertissements };
  const { sorte, debut, dureeMinutes, mode, lieu, lien, intitule } = projet;
  const nouveau = { id, numero, sorte, debut, dureeMinutes, mode, lieu, lien, intitule };
  return suivre(deps, await creerRendezVous(deps.registre, nouveau, auteur, maintenant));
}

/** What is given of an appointment that moves: its kind stays. */
export type SaisieDeplacement = Omit<SaisieRendezVous, 'sorte'>;

/** What moving an appointment would do. @throws Refus when the dossier is unknown */
export async function previsualiserDeplacement(
  deps: DepsContexte,
  numero: Numero,
  { id, saisie }: { id: string; saisie: SaisieDeplacement },
  maintenant: Date,
): Promise<ApercuRendezVous> {
  const contexte = await lireContexte(deps, numero);
  const actuel = contexte.rendezVous.find((r) => r.id === id);
  if (!actuel) return illisible([remarque('RDV_INCONNU')]);
  if (actuel.statut !== 'PREVU') return illisible([remarque('RDV_CLOS')]);
  const lue = lireSaisieRendezVous({ ...saisie, sorte: actuel.sorte });
  if (!lue.ok) return illisible(lue.refus);
  const cadre = cadreDe(contexte, lue.demande);
  const projet = { ...actuel, ...cadre, sequence: actuel.sequence + 1, fixeLe: maintenant.toISOString() };
  return juger(deps, contexte, projet, maintenant);
}

/** Gives another day, place or mode to an appointment. @throws Refus when the dossier is unknown */
export async function deplacer(
  deps: DepsRendezVous,
  numero: Numero,
  { id, saisie }: { id: string; saisie: SaisieDeplacement },
  { auteur, confirme = false, sequenceVue }: Auteur,
  maintenant: Date,
): Promise<SuiteActe> {
  const { projet, refus, avertissements } = await previsualiserDeplacement(deps, numero, { id, saisie }, maintenant);
  if (projet === null || refus.length > 0) return { statut: 'REFUSE', refus };
  const { debut, dureeMinutes, mode, lieu, lien, intitule } = projet;
  const cadre = { debut, dureeMinutes, mode, lieu, lien, intitule };
  const actuel = (await lireContexte(deps, numero)).rendezVous.find((r) => r.id === id)!;
  // Sent twice: it is there already.
  const deja = (Object.keys(cadre) as (keyof CadreRendezVous)[]).every((champ) => cadre[champ] === actuel[champ]);
  if (!deja && sequenceVue !== undefined && sequenceVue !== actuel.sequence) return refuse('RDV_CHANGE');
  if (!deja && avertissements.length > 0 && !confirme) return { statut: 'A_CONFIRMER', avertissements };
  return suivre(deps, await deplacerRendezVous(deps.registre, id, cadre, auteur, maintenant));
}
