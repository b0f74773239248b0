import { reglements } from '../domain/droit/reglements';
import { lire } from './de-test/lecture';
import { reflexionExemple } from './exemples';

describe('les nombres viennent des paramètres', () => {
  const { parametres } = reglements['csp-2015-v2021'];
  const varie = (autres: Partial<typeof parametres>) => ({ parametres: { ...parametres, ...autres } });

  it.each([
    ['C01_PROPOSITION', { dureeMois: 9 }, 'dure 9 mois'],
    ['C08_CONVOCATION_POINT_ETAPE', { pointEtapeMois: 5 }, 'au 5e mois d’accompagnement'],
    ['C11_PRIME', { primeSecondVersementMois: 4 }, 'puis 4 mois après'],
    ['C13_FIN_CSP', { courrierCessationMaxJours: 3 }, 'Dans les 3 jours qui suivent'],
    ['C14_CESSATION_INSCRIPTION', { courrierCessationMaxJours: 3 }, 'dans les 3 jours qui suivent'],
    ['PROLONGATION', { dureeMois: 9 }, 'par rapport aux 9 mois du départ'],
    ['PROLONGATION', { activiteDebutProlongationMois: 7 }, 'reprise d’activité après le 7e mois'],
  ] as const)('%s avec %j', (code, autres, phrase) => {
    expect(lire(code, 'BENEFICIAIRE', varie(autres))).toContain(phrase);
  });

  it('C01 d’un salarié protégé dit son délai', () => {
    const protege = { ...varie({ delaiReflexionJours: 28 }), resultat: { ...reflexionExemple, finReflexion: null } };
    expect(lire('C01_PROPOSITION', undefined, protege)).toContain('dure au moins 28 jours');
  });
});
