import { dateCivile } from '../calendrier/dates';
import { erreurADire } from './erreur-a-dire';
import type { CourrierSitue, StatutCourrier } from './situation';

const lettre = (statut: StatutCourrier, destinataire: CourrierSitue['destinataire'] = 'BENEFICIAIRE') =>
  ({ code: 'C01', destinataire, date: dateCivile('2025-03-03'), statut }) as CourrierSitue;
const taches = (...courriers: CourrierSitue[]) =>
  erreurADire('n', { id: 'f1', le: dateCivile('2025-03-12') }, { courriers }, (code) => `Titre de ${code}`);

it('une lettre partie d’un dossier ouvert par erreur laisse à quelqu’un de le dire à qui la tient', () => {
  expect(taches(lettre('PARTI'), lettre('A_VENIR'))).toEqual([
    {
      cle: 'n/ERREUR_A_DIRE/f1/1',
      type: 'ERREUR_A_DIRE',
      libelle:
        'Dossier ouvert par erreur, et un courrier était déjà parti : « Titre de C01 » (au bénéficiaire, prévu le 03/03/2025). Dire à qui les a reçus de n’en tenir aucun compte ; Jalon ne lui écrira pas.',
      echeance: '2025-03-12',
    },
  ]);
});

it('rectifiée depuis, ou peut-être partie, elle compte aussi : la tâche est entière, sous une autre clé', () => {
  const [tache] = taches(lettre('RECTIFIE'), lettre('INCERTAIN', 'EMPLOYEUR'));
  expect(tache?.cle).toBe('n/ERREUR_A_DIRE/f1/2');
  expect(tache?.libelle).toContain(
    'et 2 courriers étaient déjà partis : « Titre de C01 » (au bénéficiaire, prévu le 03/03/2025), « Titre de C01 » (à l’employeur,',
  );
});

it('ce qui n’est parti à personne, ou au conseiller seul, n’est à dire à personne', () => {
  const muets = (['A_REPRENDRE', 'RETENU', 'PERIME', 'EN_TACHE', 'ANNULE', 'REPRIS'] as const).map((s) => lettre(s));
  expect(taches(...muets, lettre('PARTI', 'CONSEILLER'))).toEqual([]);
});
