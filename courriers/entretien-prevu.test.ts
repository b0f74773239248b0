import { dateCivile } from '../domain/calendrier/dates';
import { ecrire, entretienPrevu, fixesParConvocation, rendreSms } from '.';
import { lire } from './de-test/lecture';
import { exemple } from './exemples';
import { rendezVousExemple } from './exemples-rendez-vous';
import { mesurer, SEGMENTS_MAX } from './sms';

const codes = [
  ['C06_CONVOCATION_PRE_BILAN', 'PRE_BILAN'],
  ['C07_CONVOCATION_PSP', 'PSP'],
  ['C08_CONVOCATION_POINT_ETAPE', 'POINT_ETAPE'],
  ['C09_CONVOCATION_BILAN', 'BILAN'],
] as const;
const avec = (debut = '2025-03-27T08:30:00.000Z') => ({
  rendezVous: { ...rendezVousExemple, debut },
});

describe.each(codes)('%s', (code, sorte) => {
  it('connaît le rendez-vous à venir de sa sorte, et lui seul', () => {
    const passe = { ...rendezVousExemple, sorte, debut: '2025-03-24T07:30:00.000Z' };
    const autre = { ...rendezVousExemple, sorte: 'SUIVI' as const };
    const sien = { ...rendezVousExemple, sorte };
    expect(entretienPrevu(code, [passe, autre, sien], '2025-03-25T08:00:00.000Z')).toBe(sien);
    expect(entretienPrevu(code, [passe, autre], '2025-03-25T08:00:00.000Z')).toBeNull();
  });

  it('l’annonce, au lieu de demander d’en prendre un', () => {
    const lettre = lire(code, undefined, avec());
    expect(lettre).toContain('Votre rendez-vous est fixé le jeudi 27 mars 2025 à 9 h 30.');
    expect(lettre).toContain('Sur place : Agence CSP de Valence, 14 place du Champ-de-Mars, Valence.');
    expect(lettre).toContain('- Votre rendez-vous : jeudi 27 mars 2025 à 9 h 30');
    expect(lettre).not.toContain('Si vous n’avez pas encore de date');
    expect(ecrire(exemple(code, undefined, avec())).objet).toContain('rendez-vous le 27\u00a0mars\u00a02025');
    const sms = rendreSms(exemple(code, undefined, avec()))!;
    expect(sms).toContain('le jeudi 27 mars 2025 à 9 h 30, sur place');
    expect(sms).not.toContain('Pas encore de');
    expect(mesurer(sms).segments).toBeLessThanOrEqual(SEGMENTS_MAX);
    expect(lire(code)).toContain('Si vous n’avez pas encore de date');
  });
});

it('un rendez-vous fixé après la date limite le dit, et pourquoi il est maintenu', () => {
  const tard = lire('C07_CONVOCATION_PSP', undefined, avec('2025-05-06T07:30:00.000Z'));
  expect(tard).toContain(
    'C’est après la date prévue, le vendredi 2 mai 2025 : le rendez-vous est maintenu, car l’entretien reste nécessaire.',
  );
  expect(lire('C07_CONVOCATION_PSP', undefined, avec())).not.toContain('C’est après la date');
});

it('la lettre de fin pour un emploi dit le bilan déjà fixé', () => {
  const rendezVous = { ...rendezVousExemple, debut: '2025-09-23T07:30:00.000Z' };
  expect(lire('FIN_POUR_EMPLOI', undefined, { rendezVous })).toContain(
    'l’entretien de bilan, est fixé le mardi 23 septembre 2025 à 9 h 30. Si vous ne pouvez pas venir, appelez',
  );
});

it('la lettre d’une fin qu’un contrat a amenée demande le bilan, ou dit celui qui est fixé ; au terme, elle n’en dit rien', () => {
  const { resultat } = exemple('C14_CESSATION_INSCRIPTION');
  const bilan = { type: 'SORTIE_ANTICIPEE' as const, debut: dateCivile('2025-06-10'), fin: dateCivile('2025-07-09') };
  const fini = { resultat: { ...resultat, motifFin: 'CONTRAT_TROP_COURT' as const, bilan } };
  const lettre = lire('C14_CESSATION_INSCRIPTION', undefined, fini);
  expect(lettre).toContain('l’entretien de bilan, au plus tard le mercredi 9 juillet 2025. Pour le fixer, appelez');
  expect(lettre).toContain('- Bilan, au plus tard : mercredi 9 juillet 2025');
  expect(lire('C14_CESSATION_INSCRIPTION', undefined, { ...fini, ...avec() })).toContain(
    'l’entretien de bilan, est fixé le jeudi 27 mars 2025 à 9 h 30.',
  );
  expect(lire('C14_CESSATION_INSCRIPTION', undefined, avec())).not.toContain('bilan');
});

describe.each(['RETOUR', 'REINTEGRATION'] as const)('au retour (%s)', (code) => {
  const { resultat } = exemple(code);
  const fenetre = { debut: dateCivile('2025-10-15'), fin: dateCivile('2025-11-13') };
  const jour = dateCivile('2025-10-06');
  const proche = { jour, resultat: { ...resultat, pointEtape: fenetre } };

  it('l’entretien dont la convocation est venue le même jour est demandé là, avec ce à quoi il sert', () => {
    const lettre = lire(code, undefined, proche);
    expect(lettre).toContain('VOTRE POINT D’ÉTAPE');
    expect(lettre).toContain('Avec Claire Morel, vous faites le point sur l’évolution de votre projet');
    expect(lire(code, undefined, { ...proche, jour: dateCivile('2025-10-02') })).not.toContain('VOTRE POINT D’ÉTAPE');
  });
  it('le rendez-vous déjà fixé est annoncé, au lieu d’en demander un', () => {
    const rendezVous = {
      ...rendezVousExemple,
      sorte: 'POINT_ETAPE' as const,
      debut: '2025-10-21T07:30:00.000Z',
    };
    expect(entretienPrevu(code, [rendezVous], '2025-10-06T08:00:00.000Z')).toBe(rendezVous);
    const lettre = lire(code, undefined, { ...proche, rendezVous });
    expect(lettre).toContain('Votre prochain rendez-vous obligatoire : point d’étape.');
    expect(lettre).toContain('Votre rendez-vous est fixé le mardi 21 octobre 2025 à 9 h 30.');
    expect(lettre).not.toContain('Pour fixer votre prochain rendez-vous');
  });
  it.each([
    ['PRE_BILAN', 'obligatoire : entretien de pré-bilan', true],
    ['PSP', 'obligatoire : entretien du plan d’action (PSP)', true],
    ['POINT_ETAPE', 'obligatoire : point d’étape', false],
    ['SUIVI', 'est un rendez-vous de suivi', false],
  ] as const)('un rendez-vous %s déjà fixé aussi, et l’entretien du jour reste demandé', (sorte, nom, tard) => {
    const rendezVous = { ...rendezVousExemple, sorte, debut: '2025-10-09T07:30:00.000Z' };
    expect(entretienPrevu(code, [rendezVous], '2025-10-06T08:00:00.000Z')).toBe(rendezVous);
    const seul = lire(code, undefined, { jour, resultat: { ...resultat, pointEtape: null }, rendezVous });
    expect(seul).toContain(`Votre prochain rendez-vous ${nom}.`);
    expect(seul).toContain('Votre rendez-vous est fixé le jeudi 9 octobre 2025 à 9 h 30.');
    expect(seul.includes('le rendez-vous est maintenu')).toBe(tard);
    expect(seul).not.toContain('Pour fixer votre');
    if (sorte === 'POINT_ETAPE') return;
    const deux = lire(code, undefined, { ...proche, rendezVous });
    expect(deux).toContain('Pour fixer votre point d’étape, appelez');
    expect(deux).toContain('C’est un rendez-vous obligatoire, s’il n’a pas encore eu lieu.');
  });
});

describe.each(['RETOUR', 'REINTEGRATION'] as const)(
  'au retour qui change la fin (%s), le plan d’action à demander',
  (code) => {
    const { resultat } = exemple(code);
    const jour = dateCivile('2025-10-06');
    const changement = { termeAvant: dateCivile('2026-03-24'), termeApres: dateCivile('2026-04-23') };
    const demande = {
      ...{ code: 'C07_CONVOCATION_PSP', destinataire: 'BENEFICIAIRE' as const },
      ...{ base: '2025-10-03', date: dateCivile('2025-10-03') },
    };
    const du = {
      jour,
      changement,
      resultat: { ...resultat, echeancePsp: dateCivile('2025-10-20'), courriers: [demande] },
    };
    it.each(['PRE_BILAN', 'POINT_ETAPE', 'SUIVI'] as const)('ne prend pas le rendez-vous %s pour le sien', (sorte) => {
      const rendezVous = { ...rendezVousExemple, sorte, debut: '2025-10-09T07:30:00.000Z' };
      const lettre = lire(code, undefined, { ...du, rendezVous });
      expect(lettre.split('Votre rendez-vous est fixé le')).toHaveLength(2);
      expect(lettre.split('prochain rendez-vous obligatoire').length).toBeLessThanOrEqual(2);
      const sienne = lettre.slice(lettre.indexOf('VOTRE PLAN D’ACTION (PSP)'));
      expect(sienne).toContain('Il doit être validé au plus tard le lundi 20 octobre 2025.');
      expect(sienne).toContain('Si vous n’avez pas encore de date, appelez');
    });
    it('n’est pas demandé quand son rendez-vous est celui qu’annonce la lettre', () => {
      const rendezVous = { ...rendezVousExemple, sorte: 'PSP' as const, debut: '2025-10-09T07:30:00.000Z' };
      expect(lire(code, undefined, { ...du, rendezVous })).not.toContain('VOTRE PLAN D’ACTION (PSP)');
      expect(lire(code, undefined, du)).toContain('VOTRE PLAN D’ACTION (PSP)');
    });
  },
);

it.each(['PRE_BILAN', 'PSP', 'SUIVI'] as const)('le message du retour annonce un rendez-vous %s déjà fixé', (sorte) => {
  const rendezVous = { ...rendezVousExemple, sorte, debut: '2025-10-09T07:30:00.000Z' };
  const sms = rendreSms(exemple('RETOUR', undefined, { rendezVous }))!;
  expect(sms).toContain('le jeudi 9 octobre 2025 à 9 h 30');
  expect(sms).not.toContain('Appelez pour fixer');
  expect(mesurer(sms).segments).toBeLessThanOrEqual(SEGMENTS_MAX);
});

it.each(['PRE_BILAN', 'PSP', 'POINT_ETAPE', 'SUIVI'] as const)(
  'le message du retour demande le point d’étape venu le même jour à côté d’un rendez-vous %s, sauf s’il est fixé',
  (sorte) => {
    const { resultat } = exemple('RETOUR');
    const pointEtape = { debut: dateCivile('2025-10-15'), fin: dateCivile('2025-11-13') };
    const rendezVous = { ...rendezVousExemple, sorte, debut: '2025-10-09T07:30:00.000Z' };
    const varie = { jour: dateCivile('2025-10-06'), resultat: { ...resultat, pointEtape }, rendezVous };
    const sms = rendreSms(exemple('RETOUR', undefined, varie))!;
    expect(sms).toContain('le jeudi 9 octobre 2025 à 9 h 30');
    expect(sms.includes("Appelez aussi pour fixer votre point d'étape.")).toBe(sorte !== 'POINT_ETAPE');
    expect(mesurer(sms).segments).toBeLessThanOrEqual(SEGMENTS_MAX);
  },
);

it('le message du retour demande l’entretien venu le même jour', () => {
  const { resultat } = exemple('RETOUR');
  const pointEtape = { debut: dateCivile('2025-10-15'), fin: dateCivile('2025-11-13') };
  const sms = rendreSms(
    exemple('RETOUR', undefined, { jour: dateCivile('2025-10-06'), resultat: { ...resultat, pointEtape } }),
  )!;
  expect(sms).toContain("Votre point d'étape doit avoir lieu au plus tard le jeudi 13 novembre 2025");
  expect(mesurer(sms).segments).toBeLessThanOrEqual(SEGMENTS_MAX);
});

it('chaque convocation sait quand son rendez-vous a été fixé, les autres sortes et celles qui n’en ont pas n’y sont pas', () => {
  const parSorte = new Map([
    ['PSP', '2025-04-10T08:00:00.000Z'],
    ['SUIVI', '2025-04-12T08:00:00.000Z'],
  ] as const);
  expect([...fixesParConvocation(parSorte)]).toEqual([['C07_CONVOCATION_PSP', '2025-04-10T08:00:00.000Z']]);
});
