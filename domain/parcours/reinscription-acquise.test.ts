import type { Dossier } from '../dossier/dossier';
import { evaluer } from '../droit/calculer';
import { ACCEPTATION, cdd, le, maladie, OUVERTURE } from '../droit/regles/de-test/scenario';
import type { Evenement } from '../faits/evenements';
import type { Issue } from '../faits/journal';
import type { Fait } from '../faits/resoudre-journal';
import { CODE_REINSCRIPTION_EFFECTIVE, faitsContraires } from './reinscription-acquise';

const fait = (id: string, evenement: object): Fait => ({ id, evenement: evenement as Evenement });
const issue = (id: string, reste: Partial<Issue> = {}): [string, Issue] => [
  id,
  { id, statut: 'RETENU', code: null, phrase: null, version: 1, ...reste },
];
const connues = (...ids: string[]) => ids.map((id) => issue(id));

const accord = fait('accord', ACCEPTATION);
/** The CSP ends on 24 March 2026; asked for by the 29th, the re-registration takes effect on the 25th. */
const demande = fait('demande', le('DEMANDE_REINSCRIPTION', '2026-03-26'));
const arretTardif = fait('arret', maladie('2025-06-01', '2025-06-10'));
const bilanTardif = fait('bilan', le('BILAN_REALISE', '2026-03-20'));

const contraires = (issues: [string, Issue][], ...faits: Fait[]) => [
  ...faitsContraires(Object.fromEntries(issues), faits, (retenus) =>
    evaluer(
      OUVERTURE as unknown as Dossier,
      retenus.map(({ evenement }) => evenement),
    ),
  ),
];

describe('une réinscription acceptée à temps ne se défait pas (R28)', () => {
  it('un arrêt connu plus tard, qui repousserait le terme au-delà de la demande, ne compte pas', () => {
    expect(contraires(connues('accord', 'demande'), accord, demande, arretTardif)).toEqual(['arret']);
    expect(contraires(connues('accord', 'demande'), accord, arretTardif, demande)).toEqual(['arret']);
  });
  it('un fait tardif qui ne la défait pas compte, seul ou avec celui qui la défait', () => {
    expect(contraires(connues('accord', 'demande'), accord, demande, bilanTardif)).toEqual([]);
    expect(contraires(connues('accord', 'demande'), accord, demande, arretTardif, bilanTardif)).toEqual(['arret']);
    expect(contraires(connues('accord', 'demande'), accord, demande, bilanTardif, arretTardif)).toEqual(['arret']);
  });
  it('deux faits qui la déferaient chacun sont tous deux écartés', () => {
    const autre = fait('autre', maladie('2025-07-01', '2025-07-10'));
    expect(contraires(connues('accord', 'demande'), accord, demande, arretTardif, autre)).toEqual(['arret', 'autre']);
  });
  it('chaque fait est essayé avec ceux déjà gardés : le premier arrivé l’emporte', () => {
    // One day more each: the request, made the day after the end, bears none; made two days after, it bears the first.
    const veille = fait('a', maladie('2025-06-01', '2025-06-01'));
    const lendemain = fait('b', maladie('2025-06-02', '2025-06-02'));
    expect(contraires(connues('accord', 'demande'), accord, demande, veille, lendemain)).toEqual(['b']);
  });
  it('sans demande, ou si elle n’est pas retenue, tout compte', () => {
    expect(contraires(connues('accord'), accord, arretTardif)).toEqual([]);
    expect(contraires(connues('accord'), accord, demande, arretTardif)).toEqual([]);
    const ecartee = [...connues('accord'), issue('demande', { statut: 'ECARTE', code: 'REINSCRIPTION_PREMATUREE' })];
    expect(contraires(ecartee, accord, demande, arretTardif)).toEqual([]);
  });
  it('une demande tardive ne protège rien : ce qui la suit compte', () => {
    const tardive = fait('demande', le('DEMANDE_REINSCRIPTION', '2026-03-30'));
    expect(contraires(connues('accord', 'demande'), accord, tardive, arretTardif)).toEqual([]);
  });
  it('sans ce qui ouvre le CSP il n’y a rien à protéger', () => {
    expect(contraires(connues('demande'), accord, demande, arretTardif)).toEqual([]);
  });
  it('un fait connu avant elle compte toujours, quoi qu’il fasse', () => {
    expect(contraires(connues('accord', 'demande', 'arret'), accord, demande, arretTardif)).toEqual([]);
  });
  it('un fait écarté pour elle le reste, jusqu’à ce qu’il ne la défasse plus', () => {
    const ecarte = issue('arret', { statut: 'ECARTE', code: CODE_REINSCRIPTION_EFFECTIVE });
    const issues = [...connues('accord', 'demande'), ecarte];
    expect(contraires(issues, accord, demande, arretTardif)).toEqual(['arret']);
    const corrige = fait('arret', maladie('2025-06-01', '2025-06-01'));
    expect(contraires(issues, accord, demande, corrige)).toEqual([]);
  });
  it('un fait écarté pour une autre raison n’est pas de ceux-là', () => {
    const horsCsp = issue('arret', { statut: 'ECARTE', code: 'HORS_CSP' });
    expect(contraires([...connues('accord', 'demande'), horsCsp], accord, demande, arretTardif)).toEqual([]);
  });
  it('un contrat qui finirait le CSP plus tôt, demande à temps rendue tardive, ne compte pas', () => {
    const cumul = [
      fait('c1', cdd('2025-06-01', '2025-09-03', { contratId: 'c1' })),
      fait('c2', cdd('2025-10-01', '2026-01-14', { contratId: 'c2' })),
    ];
    expect(contraires(connues('accord', 'demande'), accord, demande, ...cumul)).toEqual(['c2']);
  });
});
