import { z } from 'zod';
import { type DateCivile, lireDate } from '../calendrier/dates';
import { limitePassee, tropLong } from '../dossier/limite';
import { lireTextes } from '../dossier/valeurs/textes';
import { type CompteRendu, questionsWorkCafe } from './rendez-vous';
import { direTropLong, type RemarqueRendezVous, refusDeTexte, remarque } from './saisie';
import type { SorteRendezVous } from './sortes';

/** What is told of an appointment that was held, as texts. */
export interface SaisieTenue {
  /** Day it was held, when it is not the day that was planned. */
  le?: string;
  notes?: string;
  /** Entretien d’adhésion. */
  parcours?: string;
  competences?: string;
  souhaits?: string;
  /** Work Café d’accueil: `oui` or `non` by key of `questionsWorkCafe`; absent when not answered. */
  reponses?: Readonly<Record<string, string>>;
  /** PSP: the plan was validated, which is a fact of the journey. */
  planValide?: boolean;
  actions: readonly { quoi: string; pourLe: string }[];
}

export interface TenueLue {
  le: DateCivile;
  compteRendu: CompteRendu;
  planValide: boolean;
  actions: { quoi: string; pourLe: DateCivile | null }[];
}

const NOTES_MAX = 4000;
export const ACTION_MAX = 300;
export const ACTIONS_MAX = 20;

const texte = (champ: string) =>
  z
    .string()
    .max(NOTES_MAX, { error: `CHAMP_INVALIDE:${champ}` })
    .optional()
    .transform((t) => t || undefined);

const schemaTextes = z.object({
  notes: texte('notes'),
  parcours: texte('parcours'),
  competences: texte('competences'),
  souhaits: texte('souhaits'),
});

/** Reads what is told of an appointment; lines of the plan left empty are dropped, texts that its kind does not ask for too. */
export function lireTenue(
  sorte: SorteRendezVous,
  brute: SaisieTenue,
  { prevuLe, aujourdhui }: { prevuLe: DateCivile; aujourdhui: DateCivile },
): { ok: true; tenue: TenueLue } | { ok: false; refus: RemarqueRendezVous[] } {
  const { valeur: saisie, fautes } = lireTextes(brute);
  const refus: RemarqueRendezVous[] = fautes.map(refusDeTexte);
  const le = saisie.le ? lireDate(saisie.le) : prevuLe;
  if (le === null || le > aujourdhui) refus.push(remarque('RDV_TENU_LE_INVALIDE'));
  const textes = schemaTextes.safeParse(saisie);
  for (const { message, path } of textes.error?.issues ?? []) {
    const champ = path[0] as keyof typeof schemaTextes.shape;
    const long = tropLong(saisie[champ] ?? '', NOTES_MAX);
    refus.push(remarque(message, long === null ? {} : { phrase: direTropLong(champ, long) }));
  }
  const actions = saisie.actions.filter(({ quoi, pourLe }) => quoi !== '' || pourLe !== '');
  const lues = actions.map(({ quoi, pourLe }) => ({
    quoi,
    pourLe: lireDate(pourLe),
    ecrite: pourLe,
  }));
  const faute = fauteDesActions(lues.map(({ quoi }) => quoi));
  if (faute !== null) refus.push(remarque('CHAMP_INVALIDE:actions', { phrase: faute }));
  if (lues.some(({ pourLe, ecrite }) => ecrite !== '' && pourLe === null))
    refus.push(remarque('DATE_INVALIDE:pourLe', { phrase: 'La date d’une action du plan n’existe pas.' }));
  if (refus.length > 0 || le === null || !textes.success) return { ok: false, refus };
  return {
    ok: true,
    tenue: {
      le,
      compteRendu: compteRendu(sorte, textes.data, saisie.reponses ?? {}),
      planValide: sorte === 'PSP' && saisie.planValide === true,
      actions: lues.map(({ quoi, pourLe }) => ({ quoi, pourLe })),
    },
  };
}

/** What is wrong with the lines of the plan, in words for the person who wrote them. */
function fauteDesActions(actions: readonly string[]): string | null {
  if (actions.length > ACTIONS_MAX)
    return `Un rendez-vous n’ajoute pas tant d’actions au plan : ${limitePassee(ACTIONS_MAX, actions.length, 'actions')}.`;
  if (actions.includes(''))
    return 'Une action du plan a une date mais ne dit pas quoi faire : écrivez-le, ou ôtez la date.';
  const long = actions.map((quoi) => tropLong(quoi, ACTION_MAX)).find((dit) => dit !== null);
  return long === undefined ? null : `Une action du plan est trop longue : ${long}.`;
}

function compteRendu(
  sorte: SorteRendezVous,
  { notes, ...adhesion }: z.infer<typeof schemaTextes>,
  reponses: Readonly<Record<string, string>>,
): CompteRendu {
  const repondues = questionsWorkCafe
    .filter(({ cle }) => reponses[cle] === 'oui' || reponses[cle] === 'non')
    .map(({ cle, question }) => ({ question, oui: reponses[cle] === 'oui' }));
  const complet = {
    notes,
    ...(sorte === 'ADHESION' ? adhesion : {}),
    ...(sorte === 'WORK_CAFE_ACCUEIL' && repondues.length > 0 ? { reponses: repondues } : {}),
  };
  return Object.fromEntries(Object.entries(complet).filter(([, valeur]) => valeur !== undefined));
}
