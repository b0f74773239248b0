import type { Evenement } from '../../domain/faits/evenements';
import type { EntreeJournal } from '../../domain/faits/journal';
import type { MessageEnAttente } from '../../registre';
import { dossierInvente } from '../../test/outils/ouvertures';
import { enCoursDit } from './en-cours';

const maintenant = new Date('2025-06-02T09:00:00Z');
const arret: Evenement = { type: 'ARRET_MALADIE', debut: '2025-06-02', fin: '2025-06-11' } as Evenement;
const message = (ilYA: number, reste: Partial<MessageEnAttente> = {}): MessageEnAttente => ({
  ...{ numero: '2025-000001-32' as MessageEnAttente['numero'], id: 'a', acte: 'consigner', auteur: 'essai' },
  ...{ contenu: { id: 'a', evenement: arret }, recuLe: new Date(maintenant.getTime() - ilYA * 1_000), renvois: 0 },
  ...reste,
});
const dire = (messages: MessageEnAttente[], journal: EntreeJournal[] = []) =>
  enCoursDit(messages, { dossier: dossierInvente, journal }, maintenant);

it('rien n’attend, rien n’est dit', () => {
  expect(dire([])).toBeNull();
});

it('un fait qui attend se dit comme le journal le dira, et depuis quand', () => {
  const fait = 'Arrêt maladie du 02/06/2025 au 11/06/2025';
  expect(dire([message(150)])).toBe(`1 fait en cours de prise en compte depuis 2 min : ${fait}`);
  // The clock of the register may be ahead.
  expect(dire([message(-3)])).toBe(`1 fait en cours de prise en compte depuis 0 s : ${fait}`);
});

it('plusieurs : depuis le plus ancien ; une annulation nomme ce qu’elle annule', () => {
  const journal = [{ id: 'a', auteur: 'x', enregistreLe: '2025-06-02T08:00:00Z', acte: 'consigner', evenement: arret }];
  const annuler = (id: string, annule: string) => message(10, { id, acte: 'annuler', contenu: { id, annule } });
  expect(dire([message(99, { id: 'b' }), annuler('c', 'a')], journal as EntreeJournal[])).toBe(
    '2 faits en cours de prise en compte, le plus ancien depuis 99 s : Arrêt maladie du 02/06/2025 au 11/06/2025 ; Annulation : « Arrêt maladie du 02/06/2025 au 11/06/2025 »',
  );
});

it('ce que le journal d’aujourd’hui ne comprend pas se dit par son acte', () => {
  expect(dire([message(10, { acte: 'annuler', contenu: { id: 'b', annule: 'inconnu' } })])).toMatch(
    /: Annuler un fait déjà consigné$/,
  );
  // Without the names of its fields.
  expect(dire([message(10, { acte: 'arretMaladie', contenu: {} })])).toMatch(/ : Arrêt maladie$/);
});
