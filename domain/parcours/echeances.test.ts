import type { DateCivile } from '../calendrier/dates';
import { completer, type Dossier } from '../dossier/dossier';
import { evaluer } from '../droit/calculer';
import { ACCEPTATION, cdi, finContrat, le, OUVERTURE, sortie } from '../droit/regles/de-test/scenario';
import type { Evenement } from '../faits/evenements';
import { echeances } from './echeances';

function liste(
  evenements: object[],
  jour: string,
  { dossier = {}, surcharge = {}, reprise }: { dossier?: object; surcharge?: object; reprise?: string } = {},
) {
  const complet = completer({ ...OUVERTURE, ...dossier } as unknown as Dossier);
  const evaluation = evaluer(complet, evenements as Evenement[], { surcharge });
  return echeances(complet, evaluation, jour as DateCivile, (reprise as DateCivile | undefined) ?? null);
}
const trouver = (l: ReturnType<typeof liste>, cle: string) => l.find((e) => e.cle === cle);
const cles = (l: ReturnType<typeof liste>) => l.map((e) => e.cle);

describe('les échéances d’un CSP qui court', () => {
  const jour = '2025-04-10';

  it('vont par date, chacune avec sa règle et sa raison', () => {
    const enCours = liste([ACCEPTATION, le('PRE_BILAN_REALISE', '2025-04-01')], jour);
    expect(enCours.map((e) => [e.cle, e.debut, e.date, e.dernierJourUtile, e.statut, e.faiteLe])).toEqual([
      ['FIN_REFLEXION', null, '2025-03-24', null, 'FAITE', '2025-03-10'],
      ['PRE_BILAN', '2025-03-25', '2025-04-02', '2025-04-02', 'FAITE', '2025-04-01'],
      ['PSP', '2025-03-25', '2025-05-01', '2025-04-30', 'A_VENIR', null],
      ['POINT_ETAPE', '2025-06-25', '2025-07-24', '2025-07-24', 'A_VENIR', null],
      ['BILAN', '2026-01-25', '2026-03-24', '2026-03-24', 'A_VENIR', null],
      ['FIN_CSP', null, '2026-03-24', null, 'A_VENIR', null],
      ['REINSCRIPTION', '2026-03-25', '2026-03-29', null, 'A_VENIR', null],
    ]);
    for (const { libelle, regle, pourquoi } of enCours)
      expect([libelle, regle, pourquoi]).toEqual([
        expect.stringMatching(/\S/),
        expect.stringMatching(/^R\d+/),
        expect.stringMatching(/\S/),
      ]);
    expect(trouver(enCours, 'FIN_CSP')?.libelle).toBe('Terme du CSP (dernier jour)');
  });
  it('passent le lendemain de leur date', () => {
    const statuts = (j: string) => trouver(liste([ACCEPTATION], j), 'PRE_BILAN')?.statut;
    expect([statuts('2025-04-02'), statuts('2025-04-03')]).toEqual(['A_VENIR', 'PASSEE']);
  });
  it('datées d’avant la reprise, elles appartiennent au passé', () => {
    const statuts = (reprise: string) => trouver(liste([ACCEPTATION], '2025-04-10', { reprise }), 'PRE_BILAN')?.statut;
    expect([statuts('2025-04-02'), statuts('2025-04-03')]).toEqual(['PASSEE', 'REPRISE']);
    expect(trouver(liste([ACCEPTATION], '2025-04-10', { reprise: '2026-01-01' }), 'PSP')?.statut).toBe('A_VENIR');
  });
  it('sont faites le jour où l’entretien se tient, la réinscription le jour où elle se demande', () => {
    const faits = [
      le('PSP_VALIDE', '2025-05-01'),
      le('POINT_ETAPE_REALISE', '2025-07-01'),
      le('BILAN_REALISE', '2026-03-01'),
    ];
    const l = liste([ACCEPTATION, ...faits, le('DEMANDE_REINSCRIPTION', '2026-03-26')], jour);
    expect(['PSP', 'POINT_ETAPE', 'BILAN', 'REINSCRIPTION'].map((c) => trouver(l, c)?.faiteLe)).toEqual([
      '2025-05-01',
      '2025-07-01',
      '2026-03-01',
      '2026-03-26',
    ]);
  });
});

describe('les échéances d’une réflexion', () => {
  it('une réponse la finit, le silence non', () => {
    const fin = (evenements: object[]) => trouver(liste(evenements, '2025-03-12'), 'FIN_REFLEXION');
    expect(fin([ACCEPTATION])?.faiteLe).toBe('2025-03-10');
    expect(fin([{ ...ACCEPTATION, reponse: 'REFUS' }])).toMatchObject({ statut: 'FAITE', faiteLe: '2025-03-10' });
    expect(fin([])).toMatchObject({ statut: 'A_VENIR', faiteLe: null });
    expect(cles(liste([], '2025-03-12'))).toEqual(['FIN_REFLEXION']);
  });
  it('dit jusqu’à quand une réponse compte encore, quand elle finit un jour chômé, et alors seulement', () => {
    const raison = (remise: string) =>
      trouver(liste([], '2025-03-04', { dossier: { dateRemise: remise } }), 'FIN_REFLEXION')!.pourquoi;
    const admise = 'une réponse est admise jusqu’au jour ouvré suivant';
    // 21 days on: Saturday 22 March; Monday 24 March.
    expect(raison('2025-03-01')).toContain(admise);
    expect(raison('2025-03-01')).toContain('21 jours après la remise');
    expect(raison('2025-03-03')).not.toContain(admise);
  });
  it('n’en ont aucune tant que sa fin est inconnue', () => {
    expect(liste([], '2025-03-12', { dossier: { salarieProtege: true } })).toEqual([]);
  });
});

describe('les échéances d’une fin anticipée', () => {
  it('un emploi durable ouvre un suivi, sans réinscription', () => {
    const l = liste([ACCEPTATION, cdi('2025-06-01')], '2025-06-02');
    expect(cles(l)).toEqual(expect.arrayContaining(['FIN_CSP', 'SUIVI_1', 'SUIVI_2', 'SUIVI_3']));
    expect(cles(l)).not.toContain('REINSCRIPTION');
    expect(cles(l)).not.toContain('POINT_ETAPE');
    expect(trouver(l, 'SUIVI_2')).toMatchObject({ date: '2025-09-01', debut: null, faiteLe: null });
    expect(trouver(l, 'FIN_CSP')?.libelle).toBe('Fin anticipée du CSP (dernier jour)');
  });
  it('un abandon demande une réinscription', () => {
    expect(trouver(liste([ACCEPTATION, sortie('2025-05-31', 'ABANDON')], '2025-06-02'), 'REINSCRIPTION')).toMatchObject(
      {
        debut: '2025-06-01',
        date: '2025-06-05',
      },
    );
  });
  it('un décès n’a pas de bilan', () => {
    const apres = (motif: string) => cles(liste([ACCEPTATION, sortie('2025-05-31', motif)], '2025-06-02'));
    expect(apres('DECES')).not.toContain('BILAN');
    expect(apres('ABANDON')).toContain('BILAN');
  });
  it('ce qui serait dû après elle n’a plus d’objet, sauf s’il s’est tenu', () => {
    const premiers = (fin: string, tenus: object[] = []) =>
      cles(liste([ACCEPTATION, ...tenus, sortie(fin, 'ABANDON')], '2025-06-02')).filter((cle) =>
        /PRE_BILAN|PSP/.test(cle),
      );
    expect([premiers('2025-05-02'), premiers('2025-05-01')]).toEqual([['PRE_BILAN', 'PSP'], ['PRE_BILAN']]);
    expect([premiers('2025-04-02'), premiers('2025-04-01')]).toEqual([['PRE_BILAN'], []]);
    const tenus = [le('PRE_BILAN_REALISE', '2025-03-26'), le('PSP_VALIDE', '2025-03-27')];
    expect(premiers('2025-03-31', tenus)).toEqual(['PRE_BILAN', 'PSP']);
  });
});

describe('une date qui repose sur un doute (§9)', () => {
  const douteuses = (...args: Parameters<typeof liste>) =>
    cles(liste(...args).filter(({ aConfirmer }) => aConfirmer === true));
  const essaiRompu = [ACCEPTATION, cdi('2025-11-03'), finContrat('2025-12-12')];

  it('se compte du terme : la fin, le bilan et la réinscription sont à confirmer', () => {
    expect(douteuses(essaiRompu, '2025-12-20')).toEqual(['BILAN', 'FIN_CSP', 'REINSCRIPTION']);
    expect(douteuses([ACCEPTATION], '2025-12-20')).toEqual([]);
    expect(trouver(liste(essaiRompu, '2025-12-20'), 'FIN_CSP')?.pourquoi).toMatch(
      /À confirmer par France Travail : .+ ; autre lecture \(le 24\/03\/2026\) : .+\.$/,
    );
  });
  it('une fois tenue, n’est plus à confirmer', () => {
    expect(douteuses([...essaiRompu, le('BILAN_REALISE', '2026-04-10')], '2026-04-20')).toEqual([
      'FIN_CSP',
      'REINSCRIPTION',
    ]);
  });
  it('se compte du début : tout ce qui le suit, jusqu’au jour où le pré-bilan est dû', () => {
    const dossier = { dateRemise: '2026-12-04' };
    const accord = { ...ACCEPTATION, date: '2026-12-10' };
    const toutes = ['PRE_BILAN', 'PSP', 'POINT_ETAPE', 'BILAN', 'FIN_CSP', 'REINSCRIPTION'];
    expect(douteuses([accord], '2026-12-26', { dossier })).toEqual(toutes);
    expect(douteuses([accord], '2027-01-03', { dossier })).toEqual(toutes);
    expect(douteuses([accord], '2027-01-04', { dossier })).toEqual([]);
  });
  it('d’un règlement échu : toutes, la réponse comprise, mais pas l’actualisation', () => {
    const dossier = { dateRemise: '2027-02-02' };
    expect(douteuses([], '2027-02-03', { dossier })).toEqual(['FIN_REFLEXION']);
    const accord = { ...ACCEPTATION, date: '2027-02-10' };
    expect(douteuses([accord], '2027-03-30', { dossier })).not.toContain('ACTUALISATION_2027-03');
    expect(douteuses([accord], '2027-03-30', { dossier })).toContain('PSP');
  });
});
