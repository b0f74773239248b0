import { dateCivile } from '../calendrier/dates';
import type { Position } from './position';
import { prochainReveil } from './reveils';
import type { Echeance } from './situation';

const MAINTENANT = '2025-04-01T08:00:00.000Z';
const a = (quand: string, libelle: string) => ({ quand, libelle });
const position = (reste: Partial<Position> = {}) =>
  ({
    ...{ zone: 'Europe/Paris', observe: { resultat: { decision: 'ACCEPTATION' } }, echeances: [], aVenir: [] },
    ...{ dernier: { etat: 'EN_CSP' }, ecouteJusquau: null },
    ...reste,
  }) as unknown as Position;
const reveil = (reste: Partial<Position>, aVenir: { quand: string; libelle: string }[] = []) =>
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
