import { dateCivile } from '../../domain/calendrier/dates';
import { formaterNumero } from '../../domain/dossier/numero';
import type { EntreeJournal } from '../../domain/faits/journal';
import { inscrireOuverture } from '../../registre';
import { ouverture } from '../outils/ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';
import { lancer } from './jalon';

const enregistre = { auteur: 'ref', enregistreLe: '2025-03-10T09:00:00.000Z' };
const journalInitial: EntreeJournal[] = [
  {
    id: 'accord',
    acte: 'consigner',
    ...enregistre,
    evenement: { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' },
  },
  {
    id: 'arret',
    acte: 'consigner',
    ...enregistre,
    evenement: { type: 'ARRET_MALADIE', debut: dateCivile('2025-06-01'), fin: dateCivile('2025-06-20') },
  },
  {
    id: 'arret-2',
    acte: 'corriger',
    ...enregistre,
    remplace: 'arret',
    evenement: { type: 'ARRET_MALADIE', debut: dateCivile('2025-06-01'), fin: dateCivile('2025-06-10') },
  },
  {
    id: 'adoption',
    acte: 'adopterReglement',
    ...enregistre,
    reglement: { surcharge: { dureeMois: 13 }, source: 'avenant n° 12' },
  },
  { id: 'rectification', acte: 'rectifierDossier', ...enregistre, rectification: { ancienneteMois: 8 } },
];

let ouvert: RegistreDeTest;
let numero: string;
beforeAll(async () => {
  ouvert = await ouvrirRegistreDeTest();
  ({ numero } = await inscrireOuverture(
    ouvert.registre,
    ouverture('par-numero', { journalInitial }),
    new Date('2025-07-10T09:00:00Z'),
  ));
});
afterAll(() => ouvert?.fermer());

const jalon = (ligne: string[], entree = '') =>
  lancer(ligne, { entree, env: { JALON_REGISTRE_URL: ouvert.url, JALON_JOURNAL: 'silent' } });
const enUneLigne = (texte: string) => texte.replace(/\s+/g, ' ');

it('expliquer lit le dossier du registre : faits corrigés, paramètres adoptés', async () => {
  const { statut, texte } = await jalon(['expliquer', numero, 'terme']);
  expect(statut).toBe(0);
  expect(enUneLigne(texte)).toContain('13 mois à compter du 25/03/2025, plus 10 jours d’arrêt maladie');
  const sansTirets = await jalon(['expliquer', numero.replaceAll('-', ' '), 'terme', '--json']);
  expect(JSON.parse(sansTirets.texte)).toMatchObject([{ cle: 'terme', valeur: '2026-05-04' }]);
});

it('droits lit le dossier du registre, rectifications comprises, et n’y écrit rien', async () => {
  const montants = JSON.stringify({ salaireJournalierReferenceCentimes: 100_01, areJournaliereCentimes: 57_00 });
  const ligne = ['droits', numero, '--montants', '-', '--date', '2025-09-15'];
  const { statut, texte } = await jalon(ligne, montants);
  expect(statut).toBe(0);
  // Less than a year's seniority: the allowance is the ARE.
  expect(enUneLigne(texte)).toMatch(/Allocation journalière 57,00 €/);
  expect(enUneLigne(texte)).toContain('Estimation au 15/09/2025');
  const json = await jalon([...ligne, '--json'], montants);
  expect(JSON.parse(json.texte)).toMatchObject({ date: '2025-09-15', reglement: 'csp-2015-v2021' });
});

it.each([['expliquer'], ['droits', '--montants', '-']])(
  '%s : un numéro inconnu ou mal recopié est refusé',
  async (commande, ...options) => {
    const inconnu = await jalon([commande, formaterNumero(2025, 999), ...options], '{}');
    expect(inconnu.erreurs).toContain('DOSSIER_INCONNU');
    expect(inconnu.statut).not.toBe(0);
    const faute = `${numero.slice(0, -1)}${(Number(numero.at(-1)) + 1) % 10}`;
    expect((await jalon([commande, faute, ...options], '{}')).erreurs).toContain('faute de frappe');
  },
);
