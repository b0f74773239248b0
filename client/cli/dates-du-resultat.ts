import { estCodeCourrier } from '../../domain/catalogue/catalogue';
import { titreCourrier } from '../../domain/catalogue/titres';
import { libellesPassages } from '../../domain/dossier/etats';
import type { Destinataire, Etat, Resultat } from '../../domain/dossier/resultat';
import { libellesCles } from '../../domain/droit/expliquer/libelles';
import { estCause, nomCourtCause } from '../../domain/faits/causes';
import { libellesDestinataire } from '../affichage/libelles';

/** What the date is, when its key alone does not say. */
const PRECISIONS: Readonly<Record<string, string>> = {
  debut: 'premier jour',
  fin: 'dernier jour',
  limite: 'dernier jour pour s’inscrire',
  limiteDemande: 'dernier jour pour la demander',
  dateDemande: 'demande',
  dateEffet: 'date d’effet',
  ouverture: 'ouverture',
  cloture: 'clôture',
  premierVersement: 'premier versement',
  secondVersement: 'second versement',
  finMax: 'dernier jour possible',
  jalons: 'points de suivi',
};

/** A kind of date of a result (`terme`, `bilan.debut`, `courriers.C13_FIN_CSP.BENEFICIAIRE`), in French. */
export function nommerDate(famille: string): string {
  const [cle, ...reste] = famille.split('.') as [keyof Resultat, ...string[]];
  const [premier = '', second = ''] = reste;
  if (cle === 'courriers' && estCodeCourrier(premier)) {
    return `Courrier « ${titreCourrier(premier)} », ${libellesDestinataire[second as Destinataire]}`;
  }
  if (cle === 'chronologie') return `Étape « ${libellesPassages[premier as Etat]} »`;
  const precisions = reste.flatMap((mot) => {
    if (/^\d+$/.test(mot)) return [];
    return PRECISIONS[mot] ?? (estCause(mot) ? nomCourtCause(mot) : mot);
  });
  return [libellesCles[cle], ...precisions].join(', ');
}
