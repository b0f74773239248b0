import { lireBaseRendezVous } from '../catalogue/bases-courrier';
import { type CodeCourrier, entreeCatalogue } from '../catalogue/catalogue';
import type { Destinataire } from '../dossier/resultat';
import type { RendezVous } from '../rendez-vous/rendez-vous';
import type { Situation } from './situation';

/** PART: hand it over. RETENU: not now, ask again. ANNULE: nobody wants it any more. */
export type FeuVert = 'PART' | 'RETENU' | 'ANNULE';

export interface QuestionFeuVert {
  courrier: { cle: string; code: string; destinataire: Destinataire; base: string };
  /** As the register holds it now; it may know of a fact that came since the decision to send. */
  situation: Pick<Situation, 'courriers' | 'decesSignale'>;
  /** The appointment that the letter speaks of, when it speaks of one. */
  rendezVous: Pick<RendezVous, 'statut' | 'sequence'> | null;
  /** Someone holds the letter, its code, its agency or all letters. */
  tenu: boolean;
}

/** Asked just before every hand-off, of facts read in the transaction that writes the attempt. */
export function feuVert({ courrier, situation, rendezVous, tenu }: QuestionFeuVert): FeuVert {
  if (!estVoulu(courrier, situation, rendezVous)) return 'ANNULE';
  const pourLaPersonne = courrier.destinataire === 'BENEFICIAIRE';
  return tenu || (pourLaPersonne && situation.decesSignale) ? 'RETENU' : 'PART';
}

function estVoulu(
  { cle, code, base }: QuestionFeuVert['courrier'],
  { courriers }: QuestionFeuVert['situation'],
  rendezVous: QuestionFeuVert['rendezVous'],
): boolean {
  switch (entreeCatalogue(code).origine) {
    case 'REGLES':
    case 'PARCOURS': {
      const situe = courriers.find((c) => c.cle === cle);
      return situe !== undefined && !['ANNULE', 'PERIME', 'RECTIFIE'].includes(situe.statut);
    }
    case 'RENDEZ_VOUS':
      return (
        rendezVous !== null &&
        lireBaseRendezVous(code, base)?.sequence === rendezVous.sequence &&
        statutAttendu(code as CodeCourrier) === rendezVous.statut
      );
    case 'FLOTTE':
      // Its own batch reads who is concerned in the transaction that writes the key.
      return true;
  }
}

function statutAttendu(code: CodeCourrier): RendezVous['statut'] {
  if (code === 'RDV_ANNULE') return 'ANNULE';
  return code === 'RDV_MANQUE' ? 'MANQUE' : 'PREVU';
}
