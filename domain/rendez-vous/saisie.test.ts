import { phrase } from '../faits/erreurs';
import { lireSaisieRendezVous, refusDeTexte, type SaisieRendezVous } from './saisie';

const saisie: SaisieRendezVous = {
  sorte: 'SUIVI',
  mode: 'PRESENTIEL',
  jour: '2025-07-29',
  heure: '9h30',
  duree: '30',
  lieu: ' 1 place du Marché ',
};
const codes = (reste: Partial<SaisieRendezVous>) => {
  const lue = lireSaisieRendezVous({ ...saisie, ...reste });
  return lue.ok ? [] : lue.refus.map((r) => [r.code, r.champ]);
};

it('lit un rendez-vous tel qu’il se saisit', () => {
  expect(lireSaisieRendezVous(saisie)).toEqual({
    ok: true,
    demande: {
      sorte: 'SUIVI',
      mode: 'PRESENTIEL',
      jour: '2025-07-29',
      heure: '09:30',
      dureeMinutes: 30,
      lieu: '1 place du Marché',
      lien: null,
      intitule: null,
    },
  });
});

it('oublie ce que son mode n’utilise pas', () => {
  const lue = lireSaisieRendezVous({ ...saisie, mode: 'VISIO', lien: 'https://visio.example.org/a', intitule: '  ' });
  expect(lue).toMatchObject({ demande: { lieu: null, lien: 'https://visio.example.org/a', intitule: null } });
  const appel = { ...saisie, mode: 'TELEPHONE', lien: 'https://visio.example.org/a' };
  expect(lireSaisieRendezVous(appel)).toMatchObject({ demande: { lieu: null, lien: null } });
});

it('au téléphone, ni lieu ni lien ne sont demandés', () => {
  const { lieu: _, ...sansLieu } = saisie;
  expect(lireSaisieRendezVous({ ...sansLieu, mode: 'TELEPHONE' }).ok).toBe(true);
  expect(lireSaisieRendezVous(sansLieu)).toMatchObject({ refus: [{ code: 'RDV_LIEU_MANQUANT' }] });
});

it('les espaces autour d’une saisie ne comptent pas', () => {
  const espaces = { jour: ' 2025-07-29 ', heure: ' 9h30', duree: '30 ', lien: ' https://visio.example.org/a ' };
  expect(lireSaisieRendezVous({ ...saisie, mode: 'VISIO', ...espaces })).toMatchObject({
    demande: { jour: '2025-07-29', heure: '09:30', dureeMinutes: 30, lien: 'https://visio.example.org/a' },
  });
});

it.each([5, 600])('une durée de %i minutes est admise', (minutes) => {
  expect(lireSaisieRendezVous({ ...saisie, duree: String(minutes) })).toMatchObject({
    demande: { dureeMinutes: minutes },
  });
});

it('un rendez-vous se fixe jusqu’en 2199', () => {
  expect(codes({ jour: '2199-12-31' })).toEqual([]);
  expect(codes({ jour: '2200-01-01' })).toEqual([['RDV_TROP_LOIN', 'jour']]);
});

it.each<[Partial<SaisieRendezVous>, string, string]>([
  [{ sorte: 'CAFE' }, 'CHAMP_INVALIDE:sorte', 'sorte'],
  [{ mode: '' }, 'CHAMP_INVALIDE:mode', 'mode'],
  [{ jour: '2025-02-30' }, 'DATE_INVALIDE:jour', 'jour'],
  [{ heure: '25h' }, 'RDV_HEURE_INVALIDE', 'heure'],
  [{ jour: '9999-12-31' }, 'RDV_TROP_LOIN', 'jour'],
  [{ jour: ' ' }, 'CHAMP_MANQUANT:jour', 'jour'],
  [{ heure: '' }, 'CHAMP_MANQUANT:heure', 'heure'],
  [{ duree: '4' }, 'RDV_DUREE_INVALIDE', 'duree'],
  [{ duree: '601' }, 'RDV_DUREE_INVALIDE', 'duree'],
  [{ duree: 'une heure' }, 'RDV_DUREE_INVALIDE', 'duree'],
  [{ duree: '30.5' }, 'RDV_DUREE_INVALIDE', 'duree'],
  [{ duree: '1e2' }, 'RDV_DUREE_INVALIDE', 'duree'],
  [{ lieu: ' ' }, 'RDV_LIEU_MANQUANT', 'lieu'],
  [{ mode: 'VISIO' }, 'RDV_LIEN_MANQUANT', 'lien'],
  [{ mode: 'VISIO', lien: ' ' }, 'RDV_LIEN_MANQUANT', 'lien'],
  [{ mode: 'VISIO', lien: 'voir https://visio.example.org' }, 'RDV_LIEN_INVALIDE', 'lien'],
  [{ mode: 'VISIO', lien: 'https://visio.example.org salle 2' }, 'RDV_LIEN_INVALIDE', 'lien'],
  [{ mode: 'VISIO', lien: 'http://visio.example.org' }, 'RDV_LIEN_INVALIDE', 'lien'],
  [{ mode: 'VISIO', lien: 'javascript:alert(1)' }, 'RDV_LIEN_INVALIDE', 'lien'],
  [{ intitule: 'x'.repeat(121) }, 'CHAMP_INVALIDE:intitule', 'intitule'],
])('%j : %s', (reste, code, champ) => expect(codes(reste)).toEqual([[code, champ]]));

it('dit toutes les fautes à la fois', () => {
  expect(codes({ jour: '', heure: '' })).toEqual([
    ['CHAMP_MANQUANT:jour', 'jour'],
    ['CHAMP_MANQUANT:heure', 'heure'],
  ]);
});

describe('une limite se dit avec ce qui a été donné', () => {
  const phrases = (reste: Partial<SaisieRendezVous>) => {
    const lue = lireSaisieRendezVous({ ...saisie, ...reste });
    return lue.ok ? [] : lue.refus.map((r) => r.phrase);
  };
  it.each<[Partial<SaisieRendezVous>, string]>([
    [{ duree: '601' }, 'La durée est un nombre de minutes, entre 5 et 600, et non « 601 ».'],
    [{ duree: '' }, 'La durée est un nombre de minutes, entre 5 et 600.'],
    [{ duree: undefined as never }, 'La durée est un nombre de minutes, entre 5 et 600.'],
    [{ intitule: 'x'.repeat(121) }, 'Le champ « intitule » est trop long : 120 caractères au plus, 121 ici.'],
    [{ lieu: 'x'.repeat(201) }, 'Le champ « lieu » est trop long : 200 caractères au plus, 201 ici.'],
  ])('%#', (reste, dite) => expect(phrases(reste)).toEqual([dite]));

  it('à la limite, rien n’est dit ; une autre faute garde sa phrase', () => {
    expect(phrases({ intitule: 'x'.repeat(120), lieu: 'x'.repeat(200) })).toEqual([]);
    expect(phrases({ heure: '25h', sorte: 'CAFE' })).toEqual([
      phrase('CHAMP_INVALIDE:sorte'),
      phrase('RDV_HEURE_INVALIDE'),
    ]);
  });
});

describe('un texte qui ne peut pas être gardé', () => {
  it('est refusé même là où tout texte convient', () => {
    expect(codes({ lieu: 'salle\u0007' })).toEqual([['CARACTERE_INTERDIT:lieu', 'lieu']]);
  });
  it('n’a que ce refus : on ne lui reproche pas aussi de ne pas se lire', () => {
    expect(codes({ jour: '2025-07-29\u0000', heure: '25h' })).toEqual([
      ['CARACTERE_INTERDIT:jour', 'jour'],
      ['RDV_HEURE_INVALIDE', 'heure'],
    ]);
  });
  it('se nomme par son champ, où qu’il soit, et sans champ quand il n’en a pas', () => {
    expect(refusDeTexte({ code: 'CARACTERE_INTERDIT', champ: 'actions.quoi' })).toMatchObject({
      code: 'CARACTERE_INTERDIT:quoi',
      champ: 'quoi',
    });
    expect(refusDeTexte({ code: 'MESSAGE_ILLISIBLE', champ: '' })).toStrictEqual({
      code: 'MESSAGE_ILLISIBLE',
      phrase: expect.any(String),
    });
  });
});
