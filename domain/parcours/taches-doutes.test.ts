import { dateCivile } from '../calendrier/dates';
import type { Dossier } from '../dossier/dossier';
import { evaluer } from '../droit/calculer';
import { type CodeDoute, doutes } from '../droit/doutes';
import { doutesDuParcours } from '../droit/doutes-du-parcours';
import { ACCEPTATION, OUVERTURE, sortie } from '../droit/regles/de-test/scenario';
import type { Evenement } from '../faits/evenements';
import { ACCORD, absence, CAS, type Cas, NOEL } from './de-test/douteux';
import { tachesDesDoutes } from './taches-doutes';

const taches = (jour: string, { dossier = {}, evenements = [ACCEPTATION], dateReprise }: Cas = {}) => {
  const complet = { ...OUVERTURE, ...dossier } as unknown as Dossier;
  const faits = evenements as Evenement[];
  return tachesDesDoutes({
    numero: 'N',
    dateReprise: dateReprise === undefined ? null : dateCivile(dateReprise),
    residence: complet.residence,
    evaluation: evaluer(complet, faits, { dateObservation: dateCivile(jour) }),
    doutes: doutesDuParcours(evaluer(complet, faits)),
    jour: dateCivile(jour),
  });
};
const aFaire = (Object.keys(doutes) as CodeDoute[]).filter((code) => doutes[code].tache !== null);

describe('ce qui est douteux se fait confirmer (§9)', () => {
  it.each(aFaire)('%s : une tâche le demande', (code) => {
    const [jour, cas] = CAS[code]!;
    const demandees = taches(jour, cas);
    expect(demandees.filter(({ libelle }) => libelle.includes(doutes[code].tache!))).toHaveLength(1);
    for (const { type, libelle } of demandees) {
      expect(type).toBe('DATE_A_CONFIRMER');
      expect(libelle).toContain('Interroger France Travail');
    }
  });
  it('le terme, avant que la lettre de fin ne parte selon la plus proche, avec les deux dates', () => {
    const [jour, cas] = CAS.ESSAI_ROMPU!;
    expect(taches(jour, cas)).toEqual([
      {
        cle: 'N/DATE_A_CONFIRMER/ESSAI_ROMPU/2026-05-03',
        type: 'DATE_A_CONFIRMER',
        libelle:
          'Le terme compte les jours d’un emploi dont l’essai a été rompu : le faire confirmer. Jalon compte jusqu’au 03/05/2026 ; l’autre lecture donne le 24/03/2026. Interroger France Travail et dire sa réponse à la personne.',
        echeance: '2026-03-16',
      },
    ]);
  });
  it('aucune phrase ne nomme une cause d’absence : elles passent par le moteur', () => {
    for (const code of aFaire) expect(doutes[code].tache).not.toMatch(/maladie|maternité|parental|aidant|AJPP/i);
  });
  it('le début, de l’acceptation à l’échéance du pré-bilan', () => {
    const cas = { dossier: NOEL, evenements: [ACCORD] };
    const qui = (jour: string, plus: Cas = {}) => taches(jour, { ...cas, ...plus }).map(({ echeance }) => echeance);
    expect(qui('2026-12-09')).toEqual([]);
    expect(qui('2026-12-10')).toEqual(['2026-12-26']);
    expect([qui('2027-01-03'), qui('2027-01-04')]).toEqual([['2026-12-26'], []]);
    expect([
      qui('2026-12-30', { dateReprise: '2026-12-26' }),
      qui('2026-12-30', { dateReprise: '2026-12-27' }),
    ]).toEqual([['2026-12-26'], []]);
    expect(taches('2026-12-09', { dossier: NOEL, evenements: [] })).toEqual([]);
  });
  it('plus rien une fois le CSP fini', () => {
    const evenements = [ACCEPTATION, absence('AJPP', '2025-06-01', '2025-06-10')];
    expect(taches('2026-04-04', { evenements })).toEqual([]);
    expect(taches('2025-07-01', { evenements: [...evenements, sortie('2025-06-20', 'ABANDON')] })).toEqual([]);
  });
});
