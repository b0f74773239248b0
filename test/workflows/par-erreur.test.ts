import { listerTaches } from '../../registre';
import { type Voyage, voyager } from '../outils/voyage';

let v: Voyage;
beforeAll(async () => {
  v = await voyager('2025-03-03');
});
afterAll(() => v?.fermer());

const acceptation = { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' };
const executions = async (numero: string) =>
  (await v.banc.client.workflow.getHandle(`csp-${numero}`).describe()).status;

it('un dossier ouvert par erreur ne vit plus : aucun courrier ne part, une tâche dit ce qui était parti', async () => {
  const numero = await v.ouvrir();
  await v.consigner(numero, '2025-03-10', acceptation);
  const avant = await v.lettres(numero);
  const partis = avant.filter((l) => l.endsWith('PARTI') && !l.includes('CONSEILLER')).length;
  expect(partis).toBeGreaterThan(1);
  await v.agir(numero, '2025-03-12', 'fermerParErreur', { id: 'f1', motif: 'Homonyme' });
  await v.fin(numero);
  expect((await executions(numero)).name).toBe('COMPLETED');
  await v.banc.avancer(new Date('2025-06-30T07:00:00Z'));
  const apres = await v.lettres(numero);
  expect(apres).toHaveLength(avant.length);
  expect(apres.filter((l) => l.endsWith('A_VENIR') || l.endsWith('PARTI'))).toEqual([]);
  expect(await v.situation(numero)).toMatchObject({ etat: 'OUVERT_PAR_ERREUR', echeances: [] });
  const taches = await listerTaches(v.banc.registre, { numero, statut: 'A_FAIRE' });
  expect(taches.map((t) => t.cle)).toEqual([`${numero}/ERREUR_A_DIRE/f1/${partis}`]);
});
