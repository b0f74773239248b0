import { calculer } from '../../domain/droit/calculer';
import { publics } from '../../domain/droit/expliquer/de-test/scenarios';
import { datesDeplacees } from '../../domain/droit/impact';
import { nommerDate } from './dates-du-resultat';

it.each([
  ['terme', 'Terme'],
  ['bilan.fin', 'Fenêtre du bilan, dernier jour'],
  ['courriers.C13_FIN_CSP.BENEFICIAIRE', 'Courrier « Fin du CSP : préparer la réinscription », bénéficiaire'],
  ['chronologie.EN_CSP', 'Étape « Début ou reprise du CSP »'],
  ['suspensions.MALADIE.debut', 'Suspension, arrêt maladie, premier jour'],
  ['suiviEmploi.jalons.0', 'Suivi dans l’emploi, points de suivi'],
])('%s se dit « %s »', (famille, nom) => expect(nommerDate(famille)).toBe(nom));

it('toute date des exemples publics a un nom français', () => {
  const familles = publics.flatMap(({ scenario }) =>
    datesDeplacees({ valide: false, erreurs: [] }, calculer(scenario)).map((d) => d.famille),
  );
  const noms = [...new Set(familles)].map(nommerDate);
  expect(noms.length).toBeGreaterThan(40);
  expect(noms.filter((nom) => /[_.]|undefined|[a-z][A-Z]/.test(nom))).toEqual([]);
});
