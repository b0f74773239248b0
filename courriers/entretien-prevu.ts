import type { DateCivile } from '../domain/calendrier/dates';
import type { CodeCourrier } from '../domain/catalogue/codes-courrier';
import type { RendezVous } from '../domain/rendez-vous/rendez-vous';
import type { SorteRendezVous } from '../domain/rendez-vous/sortes';
import type { LigneDate } from './contenu';
import { appeler, type ContexteCourrier, jourLong } from './contexte';
import type { DonneesCourrier } from './donnees';
import { lienSms, lieu, modeCourt, moment, ou, quand } from './rendez-vous';
import { fort, type Texte, t, typographie } from './texte';

/** The letters that do nothing else than ask for an interview, and which. */
export const CONVOCATIONS = {
  C06_CONVOCATION_PRE_BILAN: 'PRE_BILAN',
  C07_CONVOCATION_PSP: 'PSP',
  C08_CONVOCATION_POINT_ETAPE: 'POINT_ETAPE',
  C09_CONVOCATION_BILAN: 'BILAN',
} as const satisfies Partial<Record<CodeCourrier, SorteRendezVous>>;

/** When the appointment that each of them asks for was last fixed, by its code. @param parSorte by kind of appointment: UTC instants */
export const fixesParConvocation = (parSorte: ReadonlyMap<SorteRendezVous, string>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(CONVOCATIONS).flatMap(([code, sorte]) => {
      const fixeLe = parSorte.get(sorte);
      return fixeLe === undefined ? [] : [[code, fixeLe] as const];
    }),
  );

/** Whoever comes back is told of the next one, whatever it is for. */
const AU_RETOUR: readonly SorteRendezVous[] = ['PRE_BILAN', 'PSP', 'POINT_ETAPE', 'BILAN', 'SUIVI'];

/** The letters that ask for an interview, and which: with an appointment made, they announce it instead. */
const ENTRETIENS: Partial<Record<string, readonly SorteRendezVous[]>> = {
  ...Object.fromEntries(Object.entries(CONVOCATIONS).map(([code, sorte]) => [code, [sorte]])),
  FIN_POUR_EMPLOI: ['BILAN'],
  FIN_POUR_RETRAITE: ['BILAN'],
  C14_CESSATION_INSCRIPTION: ['BILAN'],
  RETOUR: AU_RETOUR,
  REINTEGRATION: AU_RETOUR,
};

/** Whether a letter may announce an appointment beside what it tells. */
export const peutAnnoncerUnEntretien = (code: string): boolean => Object.hasOwn(ENTRETIENS, code);

/** Of an appointment, what a letter is to know: that for an interview that it asks for, and no other. */
export const sien = (code: CodeCourrier, rdv: RendezVous | undefined): Pick<DonneesCourrier, 'rendezVous'> =>
  rdv !== undefined && ENTRETIENS[code]?.includes(rdv.sorte) ? { rendezVous: rdv } : {};

/** The appointment to come that a letter asks for; null when it asks for none, or none is made. @param prevus by date */
export const entretienPrevu = (
  code: CodeCourrier,
  prevus: readonly RendezVous[],
  maintenant: string,
): RendezVous | null =>
  prevus.find(({ sorte, debut }) => ENTRETIENS[code]?.includes(sorte) && debut > maintenant) ?? null;

/** What a letter says of the appointment already made, in place of asking for one. */
export interface EntretienFixe {
  /** "22 avril 2025", for a subject. */
  jour: DateCivile;
  quand: string;
  /** The appointment, where it takes place, and why it stands when it comes after the law's last day. */
  accroche: Texte[];
  dates: LigneDate[];
}

/** @param limite the law's last day for this interview; null when there is none */
export function entretienFixe(c: ContexteCourrier, limite: DateCivile | null): EntretienFixe | null {
  const rdv = c.rendezVous;
  if (!rdv) return null;
  const { jour } = moment(c, rdv);
  return {
    jour,
    quand: quand(c, rdv),
    accroche: [
      t`Votre rendez-vous est fixé le ${fort(quand(c, rdv))}.`,
      ou(c, rdv),
      ...(limite !== null && jour > limite
        ? [
            t`C'est après la date prévue, le ${jourLong(limite)} : le rendez-vous est maintenu, car l'entretien reste nécessaire. Si vous pouvez venir plus tôt, dites-le à ${c.qui}.`,
          ]
        : []),
    ],
    dates: [{ libelle: typographie('Votre rendez-vous'), valeur: quand(c, rdv) }],
  };
}

/** What to do of it: nothing but to come, or to fix one. */
export const prendreDate = (c: ContexteCourrier): Texte =>
  c.rendezVous
    ? t`Si vous ne pouvez pas venir, ${appeler(c)} dès que vous le savez : une autre date peut être trouvée.`
    : t`Si vous n'avez pas encore de date, ${appeler(c)}.`;

/** The appointment in a text message; null when none is made. */
export function entretienFixeSms(c: ContexteCourrier, court: boolean): Texte | null {
  const rdv = c.rendezVous;
  if (!rdv) return null;
  const lien = lienSms(rdv);
  const precision = court ? null : rdv.mode === 'PRESENTIEL' ? lieu(c, rdv) : lien;
  const mode = modeCourt[rdv.mode];
  return t`le ${quand(c, rdv)}, ${precision === null ? mode : `${mode} (${precision})`}. Si vous ne pouvez pas venir, prévenez avant.`;
}
