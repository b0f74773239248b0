import { z } from 'zod';
import { type DateCivile, lireDate } from '../calendrier/dates';
import { tropLong } from '../dossier/limite';
import { codeDeFaute, type FauteDeTexte, lireTextes } from '../dossier/valeurs/textes';
import { phrase } from '../faits/erreurs';
import { phraseDeFaute } from '../faits/phrase-de-faute';
import { type Heure, lireHeure } from './heure';
import { type ModeRendezVous, modesRendezVous } from './rendez-vous';
import { type SorteRendezVous, sortesRendezVous } from './sortes';

/** Why an appointment is refused, or deserves a word more: a stable code, its French sentence, the field when there is one. */
export interface RemarqueRendezVous {
  code: string;
  phrase: string;
  champ?: keyof SaisieRendezVous;
}

export const remarque = (code: string, reste: Partial<RemarqueRendezVous> = {}): RemarqueRendezVous => ({
  code,
  phrase: phrase(code),
  ...reste,
});

/** An appointment as a form or a command line gives it: texts, the clock being that of the appointment. */
export interface SaisieRendezVous {
  sorte: string;
  mode: string;
  jour: string;
  heure: string;
  duree: string;
  lieu?: string;
  lien?: string;
  intitule?: string;
}

/** The same once read. */
export interface DemandeRendezVous {
  sorte: SorteRendezVous;
  mode: ModeRendezVous;
  jour: DateCivile;
  heure: Heure;
  dureeMinutes: number;
  lieu: string | null;
  lien: string | null;
  intitule: string | null;
}

const LONGUEUR = { lieu: 200, lien: 500, intitule: 120 } as const;
const [DUREE_MIN, DUREE_MAX] = [5, 600];

const facultatif = (champ: keyof typeof LONGUEUR) =>
  z
    .string()
    .max(LONGUEUR[champ], { error: `CHAMP_INVALIDE:${champ}` })
    .optional()
    .transform((texte) => texte || null);

/** @param vide code of a text that is missing, when it is not that of one that cannot be read */
const lisible = <T>(lire: (texte: string) => T | null, code: string, vide = code) =>
  z.string({ error: vide }).transform((texte, contexte) => {
    const lu = lire(texte);
    if (lu !== null) return lu;
    contexte.addIssue({ code: 'custom', message: texte === '' ? vide : code });
    return z.NEVER;
  });

function lireDuree(texte: string): number | null {
  const minutes = /^\d{1,3}$/.test(texte) ? Number(texte) : Number.NaN;
  return minutes >= DUREE_MIN && minutes <= DUREE_MAX ? minutes : null;
}

/** A journey lives two years: so far away, the year was mistyped, and no calendar that it is put in could hold it. */
const TROP_LOIN = '2200-01-01';

/** Messages are codes of the catalogue. */
const schemaSaisie = z.object({
  sorte: z.enum(sortesRendezVous, { error: 'CHAMP_INVALIDE:sorte' }),
  mode: z.enum(modesRendezVous, { error: 'CHAMP_INVALIDE:mode' }),
  jour: lisible(lireDate, 'DATE_INVALIDE:jour', 'CHAMP_MANQUANT:jour').refine((jour) => jour < TROP_LOIN, {
    error: 'RDV_TROP_LOIN',
  }),
  heure: lisible(lireHeure, 'RDV_HEURE_INVALIDE', 'CHAMP_MANQUANT:heure'),
  duree: lisible(lireDuree, 'RDV_DUREE_INVALIDE'),
  lieu: facultatif('lieu'),
  lien: facultatif('lien'),
  intitule: facultatif('intitule'),
});

/** The sentence of a text that passes its limit. @param limite with what was given (`tropLong`) */
export const direTropLong = (champ: string, limite: string): string =>
  phraseDeFaute({ code: 'TEXTE_TROP_LONG', champ, limite });

/** The sentence of a limit, with what was given. */
function limiteDite(champ: keyof SaisieRendezVous, code: string, saisie: SaisieRendezVous): { phrase?: string } {
  const recu = saisie[champ] ?? '';
  if (code === 'RDV_DUREE_INVALIDE') {
    const attendu = `La durée est un nombre de minutes, entre ${DUREE_MIN} et ${DUREE_MAX}`;
    return { phrase: recu === '' ? `${attendu}.` : `${attendu}, et non « ${recu} ».` };
  }
  const long = champ in LONGUEUR ? tropLong(recu, LONGUEUR[champ as keyof typeof LONGUEUR]) : null;
  return long === null ? {} : { phrase: direTropLong(champ, long) };
}

/** Why a text cannot be kept, at its field. */
export const refusDeTexte = ({ code, champ }: FauteDeTexte): RemarqueRendezVous => {
  const nom = champ.slice(champ.lastIndexOf('.') + 1);
  return remarque(codeDeFaute({ code, champ: nom }), nom === '' ? {} : { champ: nom as keyof SaisieRendezVous });
};

/** What its mode needs, whatever else is wrong with it; its texts have passed the door that trims them. */
function motifsDuMode({ mode, lieu = '', lien = '' }: SaisieRendezVous): RemarqueRendezVous[] {
  if (mode === 'PRESENTIEL' && lieu === '') return [remarque('RDV_LIEU_MANQUANT', { champ: 'lieu' })];
  if (mode !== 'VISIO') return [];
  if (lien === '') return [remarque('RDV_LIEN_MANQUANT', { champ: 'lien' })];
  return /^https:\/\/\S+$/.test(lien) ? [] : [remarque('RDV_LIEN_INVALIDE', { champ: 'lien' })];
}

/** Reads an appointment; what its mode has no use for is dropped. */
export function lireSaisieRendezVous(
  saisie: SaisieRendezVous,
): { ok: true; demande: DemandeRendezVous } | { ok: false; refus: RemarqueRendezVous[] } {
  const { valeur, fautes } = lireTextes(saisie);
  const interdits = fautes.map(refusDeTexte);
  const lue = schemaSaisie.safeParse(valeur);
  const motifs = motifsDuMode(valeur);
  if (!lue.success || motifs.length > 0 || interdits.length > 0) {
    const illisibles = (lue.error?.issues ?? []).map(({ message, path }) => {
      const champ = path[0] as keyof SaisieRendezVous;
      return remarque(message, { champ, ...limiteDite(champ, message, valeur) });
    });
    const dits = interdits.map(({ champ }) => champ);
    return {
      ok: false,
      refus: [...interdits, ...[...illisibles, ...motifs].filter(({ champ }) => !dits.includes(champ))],
    };
  }
  const { duree, lieu, lien, ...reste } = lue.data;
  return {
    ok: true,
    demande: {
      ...reste,
      dureeMinutes: duree,
      lieu: reste.mode === 'PRESENTIEL' ? lieu : null,
      lien: reste.mode === 'VISIO' ? lien : null,
    },
  };
}
