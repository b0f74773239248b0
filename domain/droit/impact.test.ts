import type { DateCivile } from '../calendrier/dates';
import type { Resultat } from '../dossier/resultat';
import { calculer } from './calculer';
import { datesDeplacees, etudier } from './impact';
import { ACCEPTATION, cdi, maladie, OUVERTURE } from './regles/de-test/scenario';

const jeu = (parametres: object, reglement: 'csp-2011' | null = null) => ({ reglement, parametres, source: null });
const scenario = (...evenements: object[]) => ({ dossier: OUVERTURE, evenements: [ACCEPTATION, ...evenements] });
const lignes = (etude: ReturnType<typeof etudier>) =>
  etude.statut === 'ETUDIE'
    ? Object.fromEntries(etude.deplacements.map((d) => [d.cle, [d.avant, d.apres, d.ecartJours]]))
    : etude.statut;

describe('etudier', () => {
  it('dit chaque date qui bouge, de combien, et elles seules', () => {
    expect(lignes(etudier(scenario(), jeu({ preBilanJours: 10 })))).toEqual({
      echeancePreBilan: ['2025-04-02', '2025-04-04', 2],
      dernierJourUtilePreBilan: ['2025-04-02', '2025-04-04', 2],
      echeancePsp: ['2025-05-02', '2025-05-04', 2],
      'courriers.C07_CONVOCATION_PSP.BENEFICIAIRE': ['2025-04-22', '2025-04-24', 2],
    });
  });

  it('pose les paramètres étudiés sur ceux du scénario', () => {
    const sien = { ...scenario(), surcharge: { preBilanJours: 10, dureeMois: 6 } };
    expect(lignes(etudier(sien, jeu({ preBilanJours: 10 })))).toEqual({});
    expect(lignes(etudier(sien, jeu({ dureeMois: 7 })))).toMatchObject({ terme: ['2025-09-24', '2025-10-24', 30] });
  });

  it('nomme chaque membre d’une liste par ce qui le distingue', () => {
    const moinsLong = lignes(etudier(scenario(maladie('2025-06-01', '2025-06-10')), jeu({ prolongations: {} })));
    expect(moinsLong).toMatchObject({
      'courriers.C13_FIN_CSP.BENEFICIAIRE': ['2026-03-27', '2026-03-17', -10],
      'courriers.C15_RAPPEL_REINSCRIPTION.BENEFICIAIRE.2': ['2026-04-08', '2026-03-29', -10],
      'chronologie.TERMINE': ['2026-04-04', '2026-03-25', -10],
      'actualisations.2026-04.ouverture': ['2026-04-28', null, null],
    });
    expect(moinsLong).not.toHaveProperty(['chronologie.EN_CSP']);
    const prime = lignes(etudier(scenario(cdi('2025-09-01')), jeu({ primeDemandeJours: 31 })));
    expect(prime).toMatchObject({ 'primes.c.limiteDemande': ['2025-10-01', '2025-10-02', 1] });
  });

  it('nomme ce qui s’ajoute ou se retire au bout d’une liste, le reste ne bougeant pas', () => {
    const jalons = (suiviJalonsMois: number[]) =>
      lignes(etudier(scenario(cdi('2025-09-01')), jeu({ suiviJalonsMois })));
    expect(jalons([1, 3, 6, 9])).toEqual({
      'suiviEmploi.jalons.4': [null, '2026-06-01', null],
      'courriers.C17_SUIVI_EMPLOI.CONSEILLER.4': [null, '2026-06-01', null],
    });
    expect(jalons([1, 3])).toEqual({
      'suiviEmploi.jalons.3': ['2026-03-01', null, null],
      'courriers.C17_SUIVI_EMPLOI.CONSEILLER.3': ['2026-02-27', null, null],
    });
    expect(jalons([2, 3, 6])).toMatchObject({ 'suiviEmploi.jalons.1': ['2025-10-01', '2025-11-01', 31] });
    expect(jalons([])).toMatchObject({ 'suiviEmploi.jalons.1': ['2025-10-01', null, null] });
    expect(jalons([2, 4, 7])).toMatchObject({
      'suiviEmploi.jalons.1': ['2025-10-01', '2025-11-01', 31],
      'suiviEmploi.jalons.2': ['2025-12-01', '2026-01-01', 31],
      'suiviEmploi.jalons.3': ['2026-03-01', '2026-04-01', 31],
    });
  });

  it('compte sous un même nom ce qui n’est propre qu’à un parcours', () => {
    const familles = (evenement: object, parametres: object) => {
      const etude = etudier(scenario(evenement), jeu(parametres));
      return etude.statut === 'ETUDIE' ? etude.deplacements.map((d) => d.famille) : [];
    };
    expect(familles(cdi('2025-09-01'), { primeDemandeJours: 31 })).toContain('primes.limiteDemande');
    const plusCourt = familles(maladie('2025-06-01', '2025-06-10'), { dureeMois: 5 });
    expect(plusCourt).toContain('actualisations.ouverture');
    expect(plusCourt).toContain('courriers.C13_FIN_CSP.BENEFICIAIRE');
  });

  it('dit qui cesse d’être éligible, ses dates disparaissant', () => {
    const etude = etudier(scenario(), jeu({ residences: ['mayotte'] }));
    expect(etude).toMatchObject({ statut: 'ETUDIE', eligible: { avant: true, apres: false } });
    expect(lignes(etude)).toMatchObject({
      terme: ['2026-03-24', null, null],
      'pointEtape.debut': ['2025-06-25', null, null],
      'courriers.C01_PROPOSITION.BENEFICIAIRE': ['2025-03-03', null, null],
      'actualisations.2025-03.ouverture': ['2025-03-28', null, null],
      'chronologie.EN_REFLEXION': ['2025-03-03', null, null],
    });
    // The other way round, they appear.
    const ferme = { ...scenario(), surcharge: { residences: ['mayotte'] } };
    const ouvert = etudier(ferme, jeu({ residences: ['metropole'] }));
    expect(ouvert).toMatchObject({ eligible: { avant: false, apres: true } });
    expect(lignes(ouvert)).toMatchObject({ 'courriers.C01_PROPOSITION.BENEFICIAIRE': [null, '2025-03-03', null] });
  });

  it('suit un membre qui change de place, et nomme les homonymes par leur rang', () => {
    const silence = { dossier: OUVERTURE, evenements: [] };
    const etude = etudier(silence, jeu({ rappelReflexionJours: [14, 7, 2] }));
    // Of reminders all alike, the ones that follow a new first one move; a third one comes.
    expect(lignes(etude)).toEqual({
      'courriers.C02_RAPPEL_REFLEXION.BENEFICIAIRE': ['2025-03-17', '2025-03-10', -7],
      'courriers.C02_RAPPEL_REFLEXION.BENEFICIAIRE.2': ['2025-03-21', '2025-03-17', -4],
      'courriers.C02_RAPPEL_REFLEXION.BENEFICIAIRE.3': [null, '2025-03-21', null],
    });
    expect(etude.statut === 'ETUDIE' && new Set(etude.deplacements.map((d) => d.famille))).toEqual(
      new Set(['courriers.C02_RAPPEL_REFLEXION.BENEFICIAIRE']),
    );
  });

  it('laisse les parcours d’un autre règlement, et ce qui n’est pas un scénario', () => {
    expect(etudier(scenario(), jeu({ dureeMois: 6 }, 'csp-2011'))).toEqual({ statut: 'AUTRE_REGLEMENT' });
    const ancien = { dossier: { ...OUVERTURE, dateRemise: '2013-03-04' }, evenements: [] };
    expect(etudier(ancien, jeu({ delaiReflexionJours: 22 }, 'csp-2011')).statut).toBe('ETUDIE');
    for (const autre of [null, 3, [], {}, { dossier: { ...OUVERTURE, reglement: 'x' } }])
      expect(etudier(autre, jeu({ dureeMois: 6 }))).toEqual({ statut: 'ILLISIBLE' });
  });

  it('ne prend pas pour une date l’identifiant d’un contrat', () => {
    const embauche = (contratId: string) => calculer(scenario({ ...cdi('2025-09-01'), contratId }));
    const cles = datesDeplacees(embauche('2025-01-01'), embauche('2025-01-02')).map((d) => d.cle);
    expect(cles).toContain('primes.2025-01-01.limiteDemande');
    expect(cles.filter((cle) => cle.endsWith('contratId'))).toEqual([]);
  });

  it('dit le membre unique d’une liste qu’un autre, en tout différent, remplace', () => {
    const absence = (type: string, debut: string, fin: string) => calculer(scenario({ type, debut, fin }));
    const deplacees = datesDeplacees(
      absence('ARRET_MALADIE', '2025-06-01', '2025-06-10'),
      absence('AJPP', '2025-07-01', '2025-07-12'),
    ).map(({ cle, avant, apres }) => [cle, avant, apres]);
    expect(deplacees.filter(([cle]) => cle?.startsWith('suspensions'))).toEqual([
      ['suspensions.MALADIE.debut', '2025-06-01', null],
      ['suspensions.MALADIE.fin', '2025-06-10', null],
      ['suspensions.AJPP.debut', null, '2025-07-01'],
      ['suspensions.AJPP.fin', null, '2025-07-12'],
    ]);
  });

  it('sait que deux résultats égaux n’ont rien déplacé', () => {
    const r = calculer(scenario(cdi('2025-09-01'), maladie('2025-06-01', '2025-06-10')));
    expect(datesDeplacees(r, structuredClone(r))).toEqual([]);
    const suivi = { valide: true, erreurs: [], terme: '2025-01-01' as DateCivile } satisfies Resultat;
    expect(datesDeplacees(suivi, { ...suivi, terme: null })).toEqual([
      { cle: 'terme', famille: 'terme', avant: '2025-01-01', apres: null, ecartJours: null },
    ]);
  });
});
