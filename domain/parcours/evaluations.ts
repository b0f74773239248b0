import { evaluer } from '../droit/calculer';

/** The rules, as a journey asks them. */
export type Evaluer = typeof evaluer;

/**
 * The rules asked once a question: the same dossier and facts, parameters and day of observation have the same answer, shared by all
 * who need it within a pass. To be thrown away with the pass.
 */
export function evaluerUneFois(loi: Evaluer = evaluer): Evaluer {
  const reponses = new Map<string, ReturnType<Evaluer>>();
  return (dossier, evenements, options = {}) => {
    const question = JSON.stringify([dossier, evenements, options.surcharge ?? {}, options.dateObservation ?? null]);
    const connue = reponses.get(question);
    if (connue !== undefined) return connue;
    const reponse = loi(dossier, evenements, options);
    reponses.set(question, reponse);
    return reponse;
  };
}
