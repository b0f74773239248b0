import { inscrirePasse } from '../../activities/inscription';
import { dateCivile } from '../../domain/calendrier/dates';
import { appliquer } from '../../domain/parcours/appliquer';
import { situer } from '../../domain/parcours/situer';
import {
  enregistrerSituation,
  etatParcours,
  inscrireOuverture,
  inscrirePiece,
  lireDossier,
  listerTaches,
} from '../../registre';
import { ouverture } from '../outils/ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';

let banc: RegistreDeTest;
beforeAll(async () => {
  banc = await ouvrirRegistreDeTest();
});
afterAll(() => banc?.fermer());

const faits = [
  { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' },
  { type: 'ARRET_MALADIE', debut: '2025-06-02', fin: '2025-06-10' },
];

const maintenant = new Date('2025-06-03T09:00:00Z');

/** A journey whose facts were just recorded, and what the law says of it. */
async function interroger(empreinte: string) {
  const { numero } = await inscrireOuverture(banc.registre, ouverture(empreinte), maintenant);
  const etat = etatParcours((await lireDossier(banc.registre, numero))!);
  etat.recus = faits.map((evenement, rang) => {
    const id = `f${rang}`;
    return { id, acte: 'consigner' as const, contenu: { id, evenement }, recuLe: maintenant.toISOString() };
  });
  const demande = { etat, enCours: [], maintenant: maintenant.toISOString() };
  const { reponse, situation } = situer(demande, { envoi: 'immediat' });
  appliquer(etat, reponse, etat.recus.length);
  return { etat, situation, taches: reponse.taches };
}

const ouvertes = async (numero: string, voulu: string) =>
  (await listerTaches(banc.registre, { numero, statut: 'A_FAIRE' }))
    .filter(({ type }) => type === voulu)
    .map(({ libelle }) => libelle);

it('les tâches d’un parcours s’écrivent avec sa situation, ou rien ne s’écrit', async () => {
  const { registre } = banc;
  const { etat, situation } = await interroger('taches');
  const { numero } = etat;
  const ecrire = (version: number, ...noms: string[]) => {
    const dues = noms.map((libelle) => ({
      cle: `${numero}/${libelle}`,
      numero,
      type: 'SUIVIE',
      libelle,
      echeance: null,
    }));
    const point = { dues, vivantes: [], suivies: { parmi: ['SUIVIE'] } };
    return enregistrerSituation(registre, { ...etat, version }, situation, maintenant, point);
  };
  const tenues = () => ouvertes(numero, 'SUIVIE');
  expect(await ecrire(2, 'a', 'b')).toMatchObject({ deposees: [`${numero}/a`, `${numero}/b`] });
  expect(await ecrire(1, 'c')).toEqual({ suite: 'DEPASSEE' });
  expect(await tenues()).toEqual(['a', 'b']);
  expect(await ecrire(3, 'b', 'c')).toMatchObject({ deposees: [`${numero}/c`] });
  expect(await tenues()).toEqual(['b', 'c']);
  await expect(ecrire(4, 'illisible\u0000')).rejects.toThrow();
  expect([(await lireDossier(registre, numero))?.version, await tenues()]).toEqual([3, ['b', 'c']]);
});

it('une pièce arrivée pendant que les règles étaient interrogées n’est pas demandée', async () => {
  const { registre } = banc;
  const { etat, ...dit } = await interroger('piece');
  const { numero } = etat;
  const passer = (version: number) =>
    inscrirePasse(registre, {
      ...{ ...dit, etat: { ...etat, version }, memoires: {}, le: maintenant },
      connu: { recues: [], formations: [] },
    });
  await passer(1);
  expect(await ouvertes(numero, 'PIECE_ATTENDUE')).toHaveLength(1);
  const piece = { cle: 'ARRET_TRAVAIL/f1', recueLe: dateCivile('2025-06-03'), auteur: 'essai' };
  await inscrirePiece(registre, { ...piece, numero }, maintenant);
  await passer(2);
  expect(await ouvertes(numero, 'PIECE_ATTENDUE')).toEqual([]);
});
