import { entreeCatalogue } from '../catalogue/catalogue';
import type { Destinataire } from '../dossier/resultat';
import type { Situation } from './situation';

/** PART: hand it over. RETENU: not now, ask again. ANNULE: nobody wants it any more. */
export type FeuVert = 'PART' | 'RETENU' | 'ANNULE';

export interface QuestionFeuVert {
  courrier: { cle: string; code: string; destinataire: Destinataire };
  /** As the register holds it now; it may know of a fact that came since the decision to send. */
  situation: Pick<Situation, 'courriers' | 'decesSignale'>;
  /** For a letter of an appointment: its appointment wants it still. @see veutEncore */
  vouluParRendezVous: boolean;
  /** For one that tells who follows the person: she still does. */
  ditLeReferent: boolean;
  /** Someone holds the letter, its code, its agency or all letters. */
  tenu: boolean;
}

/** Asked just before every hand-off, of facts read in the transaction that writes the attempt. */
export function feuVert(question: QuestionFeuVert): FeuVert {
  if (!estVoulu(question)) return 'ANNULE';
  const { courrier, situation, tenu } = question;
  const pourLaPersonne = courrier.destinataire === 'BENEFICIAIRE';
  return tenu || (pourLaPersonne && situation.decesSignale) ? 'RETENU' : 'PART';
}

function estVoulu({ courrier: { cle, code }, situation, vouluParRendezVous, ditLeReferent }: QuestionFeuVert): boolean {
  switch (entreeCatalogue(code).origine) {
    case 'REGLES':
    case 'PARCOURS': {
      const situe = situation.courriers.find((c) => c.cle === cle);
      return ditLeReferent && situe !== undefined && !['ANNULE', 'PERIME', 'RECTIFIE'].includes(situe.statut);
    }
    case 'RENDEZ_VOUS':
      return vouluParRendezVous;
    case 'FLOTTE':
      // Its own batch reads who is concerned in the transaction that writes the key.
      return true;
  }
}
