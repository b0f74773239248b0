import type { CodeCourrier } from '../domain/catalogue/catalogue';
import type { LigneDate } from './contenu';
import { type ContexteCourrier, exige, jourLong } from './contexte';
import { fort, type Texte, t } from './texte';

/** What the answer to the proposal has become: an acceptance dated in time and known late, or one withdrawn as an error (R8, R28). */
export type ReponseChangee = 'ACCEPTE' | 'REFUSE';

/** The letter of one answer that takes the place of the letter of the other. */
export function reponseChangee(ancien: CodeCourrier, nouveau: CodeCourrier): ReponseChangee | null {
  if (ancien === 'C05_REFUS' && nouveau === 'C04_ADHESION') return 'ACCEPTE';
  return ancien === 'C04_ADHESION' && nouveau === 'C05_REFUS' ? 'REFUSE' : null;
}

/** The answer as the letter had it, and as it is. @param lignes of that letter, which may give its day */
export function ligneReponse(c: ContexteCourrier, reponse: ReponseChangee, lignes: LigneDate[] = []): LigneDate {
  const libelle = c.destinataire === 'EMPLOYEUR' ? 'Réponse' : 'Votre réponse';
  const dite = lignes.find((ligne) => ligne.libelle === libelle)?.valeur;
  return reponse === 'ACCEPTE'
    ? {
        libelle,
        valeur: `acceptation du ${jourLong(exige(c.resultat.dateDecision, 'dateDecision'))}`,
        avant: dite ?? 'refus',
      }
    : { libelle, valeur: 'refus', avant: dite ?? 'acceptation' };
}

/** An employer who was told of a refusal was told to go on. */
export const arreterLaProcedure = (c: ContexteCourrier): Texte[] =>
  c.destinataire !== 'EMPLOYEUR' || c.contratDejaRompu
    ? []
    : [
        t`${fort('Ne poursuivez pas la procédure de licenciement')} : le contrat prend fin par l'acceptation ${c.v.du}. La lettre recommandée, si vous l'avez envoyée, ne vaut pas licenciement.`,
      ];
