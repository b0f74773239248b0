import { setTimeout as attendre } from 'node:timers/promises';
import { ajouterJours } from '../../domain/calendrier/dates';
import { dateLocale } from '../../domain/calendrier/fuseaux';
import { courriersDuDossier, lireDossier } from '../../registre';
import { idParcours, situation } from '../../workflows/parcours/messages';
import { lettresParties, mettreEnRoute } from '../outils/en-route';
import { attendreQue, monterPileDeTest, type PileDeTest } from '../outils/pile';

const aujourdhui = dateLocale(new Date(), 'Europe/Paris');
const hier = ajouterJours(aujourdhui, -1);
/** `ESSAI` gives its one try five seconds; a second more, and the journey waits in its activity. */
const ESSAI_PASSE_MS = 6_000;

describe('un message qui arrive pendant une passe', () => {
  let pile: PileDeTest;
  beforeAll(async () => {
    pile = await monterPileDeTest();
    await pile.lancerWorker();
  });
  afterAll(() => pile?.fermer());

  const poignee = (numero: string) => pile.client.workflow.getHandle(idParcours(numero));

  const ouvrir = (nom: string) => mettreEnRoute(pile, nom);
  const vue = (numero: string) => poignee(numero).query(situation);
  const partis = (numero: string) => lettresParties(pile, numero);
  const consigner = (numero: string, id: string, evenement: object) =>
    poignee(numero).signal('consigner', { id, auteur: 'essai', evenement });
  const accord = { type: 'REPONSE_SALARIE', date: hier, reponse: 'ACCEPTATION' };
  const declarer = (numero: string, id: string, jours: number) =>
    consigner(numero, id, { type: 'ARRET_MALADIE', debut: aujourdhui, fin: ajouterJours(aujourdhui, jours) });

  /** Meanwhile, no pass can write this dossier. */
  async function dossierTenu(numero: string, faire: () => Promise<void>): Promise<void> {
    const connexion = await pile.registre.pool.connect();
    try {
      await connexion.query('begin');
      await connexion.query('select from dossiers where numero = $1 for update', [numero]);
      await faire();
    } finally {
      await connexion.query('rollback');
      connexion.release();
    }
  }

  /** Each fact once, in the order it came, the same in the register; and its letters once. */
  async function verifier(numero: string, ids: string[]): Promise<void> {
    await attendreQue(
      'tout est pris en compte et les lettres sont parties',
      async () => {
        const { issues, courriers } = await vue(numero);
        const tues = Object.values(courriers).filter(({ statut }) => statut === 'A_REPRENDRE').length;
        const adhesions = (await partis(numero)).filter(({ code }) => code === 'C04_ADHESION').length;
        return ids.every((id) => Object.hasOwn(issues, id)) && adhesions === 2 && tues === 0;
      },
      60_000,
    );
    const { journal, issues, recus } = await vue(numero);
    expect(journal.map(({ id }) => id)).toEqual(ids);
    expect([Object.keys(issues).sort(), recus]).toEqual([[...ids].sort(), []]);
    // What becomes of letters may still be coming in: versions are waited for, not compared at one moment.
    const inscrit = await attendreQue(
      'le registre en sait autant que le parcours',
      async () => {
        const lu = (await lireDossier(pile.registre, numero))!;
        return lu.version === (await vue(numero)).version && lu;
      },
      30_000,
    );
    expect(inscrit.journal).toEqual(journal);
    const envois = (await courriersDuDossier(pile.registre, numero)).flatMap((lettre) => lettre.envois);
    expect(envois.filter(({ statut }) => statut !== 'PARTI')).toEqual([]);
  }

  it('pendant son premier essai, attend la suivante, et compte une fois', async () => {
    const numero = await ouvrir('Essayée');
    await dossierTenu(numero, async () => {
      await consigner(numero, 'accord', accord);
      await attendre(1_000);
      await declarer(numero, 'arret', 3);
      // Delivered again while the pass that examines it goes on.
      await consigner(numero, 'accord', accord);
      await attendre(1_000);
    });
    await verifier(numero, ['accord', 'arret']);
  });

  it('avant et après que cet essai expire, pendant que le registre est attendu, compte une fois', async () => {
    const numero = await ouvrir('Expirée');
    await dossierTenu(numero, async () => {
      await consigner(numero, 'accord', accord);
      await attendre(1_000);
      await declarer(numero, 'pendant', 3);
      await attendre(ESSAI_PASSE_MS);
      await declarer(numero, 'apres', 9);
      await consigner(numero, 'accord', accord);
      const { raw } = await poignee(numero).describe();
      expect(raw.pendingActivities?.map(({ activityType }) => activityType?.name)).toEqual(['situer']);
      await attendre(500);
    });
    // The try that expired and the activity that waits then write one after the other.
    await verifier(numero, ['accord', 'pendant', 'apres']);
  });
});
