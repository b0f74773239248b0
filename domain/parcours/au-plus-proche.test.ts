import { ajouterJours, dateCivile } from '../calendrier/dates';
import type { Evenement } from '../faits/evenements';
import type { EntreeJournal } from '../faits/journal';
import { accord, entree, parcours, partie } from './de-test/parcours';
import type { EtatParcours } from './parcours';
import { situer } from './situer';

const fait = (id: string, evenement: object) => entree(id, { evenement: evenement as Evenement });

/** A trial broken after the 6th month: the term is 3 May 2026, or 24 March (R16). */
const ESSAI = [
  fait('cdi', { type: 'REPRISE_EMPLOI', contratId: 'c', nature: 'CDI', debut: '2025-11-03' }),
  fait('fin', { type: 'FIN_CONTRAT', contratId: 'c', date: '2025-12-12', motif: 'RUPTURE_ESSAI' }),
];
/** The same over a few days: 26 March, or 24. */
const COURT = [
  fait('cdi', { type: 'REPRISE_EMPLOI', contratId: 'c', nature: 'CDI', debut: '2025-11-03' }),
  fait('fin', { type: 'FIN_CONTRAT', contratId: 'c', date: '2025-11-04', motif: 'RUPTURE_ESSAI' }),
];

function demander(jour: string, faits: EntreeJournal[], etat: Partial<EtatParcours> = {}) {
  const courant = { ...parcours([accord, ...faits]), ...etat };
  return situer({ etat: courant, enCours: [], maintenant: `${jour}T09:00:00.000Z` }, { envoi: 'immediat' });
}

const lettres = (code: string, jour: string, faits: EntreeJournal[], etat: Partial<EtatParcours> = {}) =>
  demander(jour, faits, etat)
    .situation.courriers.filter((c) => c.code === code)
    .map((c) => `${c.base} ${c.date} ${c.statut}`);

describe('un terme en doute se prépare à la date la plus proche (§9)', () => {
  it('la lettre de fin part avant chacune de deux fins éloignées', () => {
    expect(demander('2026-01-15', ESSAI).situation.resultat.terme).toBe('2026-05-03');
    expect(lettres('C13_FIN_CSP', '2026-01-15', ESSAI)).toEqual([
      '2026-03-17 2026-03-17 A_VENIR',
      '2026-04-26 2026-04-24 A_VENIR',
    ]);
  });
  it('la première ne part plus une fois sa fin passée, et reste dite si elle est partie', () => {
    expect(lettres('C13_FIN_CSP', '2026-03-25', ESSAI)).toEqual(['2026-04-26 2026-04-24 A_VENIR']);
    const courriers = partie('C13_FIN_CSP', '2026-03-17');
    expect(lettres('C13_FIN_CSP', '2026-03-25', ESSAI, { courriers, version: 4 })).toEqual([
      '2026-03-17 2026-03-17 PARTI',
      '2026-04-26 2026-04-24 A_VENIR',
    ]);
    expect(lettres('RECTIFICATION', '2026-03-25', ESSAI, { courriers, version: 4 })).toEqual([]);
  });
  it('deux fins proches ont une lettre, dont la clé ne bouge pas', () => {
    expect(demander('2026-01-15', COURT).situation.resultat.terme).toBe('2026-03-26');
    expect(lettres('C13_FIN_CSP', '2026-01-15', COURT)).toEqual(['2026-03-19 2026-03-17 A_VENIR']);
  });
  it('à sept jours l’une de l’autre, deux fins n’ont encore qu’une lettre ; au jour de la première, celle-ci peut encore partir', () => {
    const semaine = [
      COURT[0]!,
      fait('fin', { type: 'FIN_CONTRAT', contratId: 'c', date: '2025-11-09', motif: 'RUPTURE_ESSAI' }),
    ];
    expect(demander('2026-01-15', semaine).situation.resultat.terme).toBe('2026-03-31');
    expect(lettres('C13_FIN_CSP', '2026-01-15', semaine)).toEqual(['2026-03-24 2026-03-17 A_VENIR']);
    expect(lettres('C13_FIN_CSP', '2026-03-24', ESSAI)).toHaveLength(2);
  });
  it('la formation qui continue suit la lettre de fin ; les autres lettres ne bougent pas', () => {
    const formation = fait('f', { type: 'FORMATION', debut: '2026-02-02', fin: '2026-06-30' });
    const jours = lettres('C18_FORMATION_POURSUITE', '2026-01-15', [...ESSAI, formation]).map((l) => l.slice(0, 21));
    expect(jours).toEqual(['2026-03-17 2026-03-17', '2026-04-26 2026-04-24']);
    expect(lettres('C14_CESSATION_INSCRIPTION', '2026-01-15', COURT)).toEqual(['2026-03-27 2026-03-27 A_VENIR']);
  });
  it('les rappels de réinscription partent avant le dernier jour le plus proche, tant qu’il vient après la fin', () => {
    // Last day by the nearest reading: 29 March. The link is open on the 28th at the latest.
    expect(lettres('C15_RAPPEL_REINSCRIPTION', '2026-01-15', COURT)).toEqual([
      '2026-03-26+3 2026-03-28 A_VENIR',
      '2026-03-26+5 2026-03-29 A_VENIR',
    ]);
    expect(lettres('C15_RAPPEL_REINSCRIPTION', '2026-01-15', ESSAI)).toEqual([
      '2026-05-03+3 2026-05-06 A_VENIR',
      '2026-05-03+5 2026-05-08 A_VENIR',
    ]);
  });
  it('une lettre par jour : deux rappels que l’avance réunit n’en font qu’un', () => {
    const trois = [
      COURT[0]!,
      fait('fin', { type: 'FIN_CONTRAT', contratId: 'c', date: '2025-11-05', motif: 'RUPTURE_ESSAI' }),
    ];
    expect(lettres('C15_RAPPEL_REINSCRIPTION', '2026-01-15', trois)).toEqual(['2026-03-27+5 2026-03-29 A_VENIR']);
  });
  it('le bilan se demande avant la fenêtre la plus proche quand aucun jour ne convient aux deux', () => {
    const ajpp = fait('ajpp', { type: 'AJPP', debut: '2025-06-01', fin: '2025-10-31' });
    const { resultat } = demander('2025-11-15', [ajpp]).situation;
    expect(resultat.terme).toBe('2026-08-24');
    expect(lettres('C09_CONVOCATION_BILAN', '2025-11-15', [ajpp])).toEqual(['2026-06-15 2026-01-13 A_VENIR']);
    expect(lettres('C09_CONVOCATION_BILAN', '2026-01-15', ESSAI)).toEqual(['2026-02-22 2026-02-20 A_VENIR']);
  });
  it('sans doute, chaque lettre garde le jour des règles', () => {
    const arret = fait('am', { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-10' });
    for (const { code, destinataire, date } of demander('2025-06-11', [arret]).situation.resultat.courriers!)
      expect(
        demander('2025-06-11', [arret]).situation.courriers.find(
          (c) => c.code === code && c.destinataire === destinataire && c.date === date,
        ),
      ).toBeDefined();
  });
  it('la lettre de la fin vient sept jours au moins avant la lecture la plus proche, si elle est connue à temps', () => {
    for (let jours = 0; jours < 60; jours += 1) {
      const debut = ajouterJours(dateCivile('2025-11-03'), jours);
      const faits = [
        fait('cdi', { type: 'REPRISE_EMPLOI', contratId: 'c', nature: 'CDI', debut }),
        fait('fin', { type: 'FIN_CONTRAT', contratId: 'c', date: ajouterJours(debut, jours), motif: 'RUPTURE_ESSAI' }),
      ];
      const [premiere] = demander('2026-03-10', faits).situation.courriers.filter((c) => c.code === 'C13_FIN_CSP');
      expect([jours, premiere!.date <= '2026-03-17']).toEqual([jours, true]);
    }
  });
});
