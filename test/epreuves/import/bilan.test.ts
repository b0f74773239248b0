import type { Rapport } from '../../terrain/rapport';
import { type BilanImport, fautesDImport, rediger } from './bilan';

const ligne = (numero: number, nom: string, code?: string): Rapport['lignes'][number] => ({
  ligne: numero,
  nom,
  statut: code === undefined ? 'A_OUVRIR' : 'REFUSEE',
  erreurs: code === undefined ? [] : [{ code, phrase: 'Non.' }],
  avertissements: [],
});
const ouverte = (numero: number, nouveau: boolean): Rapport['importees'][number] => ({
  ...{ ligne: numero, numero: '2026-000001-05', nouveau, erreur: null, reprises: [] },
});
const lignes = [ligne(2, 'Alix Un'), ligne(4, 'Alix Deux', 'REFERENCE_AUTRE_PERSONNE:T-1')];
const bilan: BilanImport = {
  refus: new Map([[4, 'REFERENCE_AUTRE_PERSONNE']]),
  premiere: { lignes, importees: [ouverte(2, true)] },
  seconde: { lignes, importees: [ouverte(2, false)] },
  inscrits: 1,
  noms: ['Alix Un'],
  secondes: 3,
};

it('tout est en ordre : rien à redire, et le rapport compte', () => {
  expect(fautesDImport(bilan, 2)).toEqual([]);
  const texte = rediger(bilan, [], { date: '2026-11-29', machine: 'une machine' });
  expect(texte).toContain('**1 parcours ouverts et 1 lignes refusées sur 2**');
  expect(texte).toContain('| REFERENCE_AUTRE_PERSONNE | 1 | Non. |');
});

it.each<[string, Partial<BilanImport>, string]>([
  ['une raison qui n’est pas la sienne', { refus: new Map([[4, 'LIGNE_EN_DOUBLE']]) }, 'au lieu de LIGNE_EN_DOUBLE'],
  ['un nom perdu', { noms: ['Alix U'] }, '« Alix Un » n’est pas au registre'],
  ['un dossier de trop', { inscrits: 2 }, '2 dossiers au registre au lieu de 1'],
  ['une ouverture de plus au second passage', { seconde: bilan.premiere }, '1 ouvertures de plus'],
  [
    'un refus à tort',
    { premiere: { ...bilan.premiere, lignes: [ligne(2, 'Alix Un', 'X'), lignes[1]!] } },
    'ligne 2 : refusée à tort, X',
  ],
])('%s est dit', (_, change, attendu) => {
  expect(fautesDImport({ ...bilan, ...change }, 2)).toContainEqual(expect.stringContaining(attendu));
});
