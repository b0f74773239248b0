import { dateCivile } from '../calendrier/dates';
import type { Position } from './position';
import { prochainReveil } from './reveils';
import type { Echeance } from './situation';

const MAINTENANT = '2025-04-01T08:00:00.000Z';
const a = (quand: string, libelle: string) => ({ quand, libelle });
type Vue = Parameters<typeof prochainReveil>[2];
const position = (reste: Partial<Vue> = {}) =>
  ({
    ...{ zone: 'Europe/Paris', observe: { resultat: { decision: 'ACCEPTATION' } }, echeances: [], aVenir: [] },
    ...{ dernier: { etat: 'EN_CSP' }, ecouteJusquau: null, doutes: [], pieceLe: null },
    ...reste,
  }) as unknown as Vue;
const reveil = (reste: Partial<Vue>, aVenir: { quand: string; libelle: string }[] = []) =>
  prochainReveil(MAINTENANT, 'metropole', position(reste), { aVenir });
const echeance = (date: string, statut: Echeance['statut'] = 'A_VENIR', cle = 'TERME') =>
  ({ cle, libelle: 'Terme du CSP', date: dateCivile(date), statut }) as Echeance;

it('rien ne réveille un parcours qui n’attend rien, ni un dossier ouvert par erreur', () => {
  expect(reveil({})).toBeNull();
  const ferme = { dernier: { etat: 'OUVERT_PAR_ERREUR' } } as Partial<Position>;
  expect(reveil({ ...ferme, ecouteJusquau: dateCivile('2025-05-01') })).toBeNull();
});

it('le plus proche réveille, et du même instant le premier par son nom', () => {
  const [tot, tard] = ['2025-04-02T08:00:00.000Z', '2025-04-03T08:00:00.000Z'];
  expect(reveil({}, [a(tard, 'a'), a(tot, 'c'), a(tot, 'b')])).toEqual(a(tot, 'b'));
});

it('l’instant même n’est plus à attendre', () => {
  const apres = '2025-04-01T08:00:00.001Z';
  expect(reveil({}, [a(MAINTENANT, 'maintenant'), a(apres, 'ensuite')])).toEqual(a(apres, 'ensuite'));
});

it('une échéance passée ou tenue n’est plus à voir passer', () => {
  expect(reveil({ echeances: [echeance('2025-04-03', 'FAITE'), echeance('2025-04-05')] })).toEqual(
    a('2025-04-05T22:00:00.000Z', 'Terme du CSP : au plus tard le 05/04/2025'),
  );
  expect(reveil({ echeances: [echeance('2025-04-03', 'PASSEE')] })).toBeNull();
});

it('une pièce à demander réveille le jour dit, un doute sur le début le lendemain du dernier jour où il pèse', () => {
  expect(reveil({ pieceLe: dateCivile('2025-05-01') })).toEqual(a('2025-04-30T22:00:00.000Z', 'Pièce à demander'));
  const resultat = { decision: 'ACCEPTATION', echeancePreBilan: '2025-04-22' };
  const doute = (sur: string) => reveil({ observe: { resultat }, doutes: [{ sur }] } as unknown as Partial<Vue>);
  expect(doute('DEBUT')).toEqual(a('2025-04-22T22:00:00.000Z', 'Date à confirmer jusqu’au 22/04/2025'));
  expect(doute('TERME')).toBeNull();
});
