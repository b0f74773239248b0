import type { DateCivile } from '../calendrier/dates';
import { evaluer } from '../droit/calculer';
import type { EntreeJournal } from '../faits/journal';
import { evenementDe } from '../faits/journal';
import { accord, entree, parcours } from './de-test/parcours';
import { type Evaluer, evaluerUneFois } from './evaluations';
import type { EtatParcours } from './parcours';
import { previsualiserParcours } from './previsualiser';
import { situer } from './situer';

const MAINTENANT = '2025-06-02T09:00:00.000Z';
const arret = entree('am', {
  evenement: { type: 'ARRET_MALADIE', debut: '2025-06-01' as DateCivile, fin: '2025-06-10' as DateCivile },
  enregistreLe: MAINTENANT,
});
const message = {
  id: 'am',
  acte: 'consigner' as const,
  contenu: { evenement: evenementDe(arret) },
  recuLe: MAINTENANT,
};

/** The rules, and how many times they were asked. */
function compter(): { loi: Evaluer; fois: () => number } {
  let fois = 0;
  return {
    loi: (...question) => {
      fois += 1;
      return evaluer(...question);
    },
    fois: () => fois,
  };
}

/** Evaluations of one pass of the loop. */
function passe(etat: EtatParcours): number {
  const { loi, fois } = compter();
  situer({ etat, enCours: [], maintenant: MAINTENANT }, { envoi: 'fenetre', sursisMinutes: 60, loi });
  return fois();
}

const vecu = (journal: EntreeJournal[]): EtatParcours => ({ ...parcours(journal), version: 4 });

describe('la loi est interrogée une fois par question', () => {
  it('une passe sans rien de frais : ce jour-là, et ce qui est à venir', () => {
    expect(passe(vecu([accord]))).toBe(2);
  });

  it('un fait frais : une fois de plus, pour ce que l’on voulait sans lui', () => {
    expect(passe({ ...vecu([accord]), recus: [message] })).toBe(3);
  });

  it('un aperçu : ce que l’on voulait sans le fait est ce qui était déjà à venir', () => {
    const { loi, fois } = compter();
    previsualiserParcours(vecu([accord]), message, MAINTENANT, { envoi: 'fenetre', sursisMinutes: 60, loi });
    expect(fois()).toBe(4);
  });

  it('une réinscription acquise : chaque partie des faits est essayée une fois', () => {
    const demande = entree('dr', {
      evenement: { type: 'DEMANDE_REINSCRIPTION', date: '2025-05-30' as DateCivile },
    });
    const etat = vecu([accord, demande]);
    etat.issues = {
      accord: { id: 'accord', statut: 'RETENU', code: null, phrase: null, version: 1 },
      dr: { id: 'dr', statut: 'RETENU', code: null, phrase: null, version: 2 },
    };
    expect(passe({ ...etat, recus: [message] })).toBeLessThanOrEqual(4);
  });

  it('une réponse vaut pour les mêmes faits, le même jour et les mêmes paramètres, pas pour d’autres', () => {
    const { loi, fois } = compter();
    const demander = evaluerUneFois(loi);
    const { dossier } = parcours();
    const faits = [evenementDe(accord)!];
    const premiere = demander(dossier, faits, { surcharge: {} });
    expect(demander({ ...dossier }, [{ ...faits[0]! }])).toBe(premiere);
    expect(fois()).toBe(1);
    demander(dossier, []);
    demander(dossier, faits, { surcharge: { preBilanJours: 10 } });
    demander(dossier, faits, { dateObservation: '2025-06-02' as DateCivile });
    expect(fois()).toBe(4);
  });
});
