import { Client } from '@temporalio/client';
import { lireConnu } from '../../client/usages/commun/lire-connu';
import { envoyerActe } from '../../client/usages/commun/moteur';
import { convertisseur } from '../../commun/data-converter';
import { lireTrousseau } from '../../commun/trousseau';
import { listerTaches } from '../../registre';
import { idParcours } from '../../workflows/parcours/messages';
import { type Voyage, voyager } from '../outils/voyage';

const acceptation = { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' };
const octets = (texte: string) => Buffer.from(texte);

describe('un message qui ne peut pas être lu', () => {
  let voyage: Voyage;
  beforeEach(async () => {
    voyage = await voyager('2025-03-03');
  });
  afterEach(() => voyage?.fermer());

  /** A signal as anyone who reaches the engine may send it. */
  async function signalerBrut(numero: string, nom: string, encodage: string, corps: string): Promise<void> {
    const { client } = voyage.banc;
    await client.workflowService.signalWorkflowExecution({
      namespace: 'default',
      workflowExecution: { workflowId: idParcours(numero) },
      signalName: nom,
      input: { payloads: [{ metadata: { encoding: octets(encodage) }, data: octets(corps) }] },
      requestId: `${nom}-${corps.length}-${encodage}`,
    });
  }

  /** Codes of the outcomes, with how many messages had it together, and how many of them are someone's task. */
  async function issues(numero: string): Promise<{ codes: string[]; taches: number }> {
    const vue = await voyage.vue(numero);
    const taches = await listerTaches(voyage.banc.registre, { numero });
    return {
      codes: Object.values(vue.issues)
        .map(({ code, statut, memes }) => `${code ?? statut}${memes && memes.nombre > 1 ? ` × ${memes.nombre}` : ''}`)
        .sort(),
      taches: taches.filter(({ type }) => type === 'MESSAGE_REFUSE').length,
    };
  }

  it('est refusé, devient une tâche, ceux qui sont pareils une seule, et le parcours continue', async () => {
    const numero = await voyage.ouvrir();
    await voyage.banc.avancer(new Date('2025-03-04T08:00:00Z'));
    const { client } = voyage.banc;
    const autreCle = lireTrousseau(`perdue:${Buffer.alloc(32, 9).toString('base64')}`);
    const etranger = new Client({ connection: client.connection, dataConverter: convertisseur(autreCle) });
    await etranger.workflow.getHandle(idParcours(numero)).signal('consigner', { id: 'perdu', evenement: acceptation });
    await signalerBrut(numero, 'consigner', 'json/plain', '{"id": "coupe"');
    await signalerBrut(numero, 'consigner', 'binary/inconnu', 'x');
    const profond = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    await signalerBrut(numero, 'consigner', 'json/plain', `{"id": "profond", "evenement": ${profond}}`);
    await signalerBrut(numero, 'arretMaladi', 'json/plain', '{}');
    await signalerBrut(numero, '__temporal_invente', 'json/plain', '{}');
    await signalerBrut(numero, 'consigner', 'json/plain', '"bonjour"');
    for (const id of ['__proto__', 'toString', 'constructor', 'x'.repeat(101)])
      await voyage.agir(numero, '2025-03-05', 'consigner', { id, evenement: acceptation });
    // With an id of its own too: its author may never ask.
    const contrat = { type: 'DEMANDE_PRIME', date: '2025-03-05', contratId: 'c\u0000' };
    await voyage.agir(numero, '2025-03-05', 'consigner', { id: 'nul', evenement: contrat });
    await voyage.agir(numero, '2025-03-05', 'consigner', { id: 'motif', motif: 'a\u0000', evenement: acceptation });
    await voyage.consigner(numero, '2025-03-10', acceptation, 'accord');
    await voyage.banc.avancer(new Date('2025-03-11T08:00:00Z'));

    expect(await issues(numero)).toEqual({
      codes: [
        'CARACTERE_INTERDIT:contratId',
        'CARACTERE_INTERDIT:motif',
        'IDENTIFIANT_INVALIDE × 4',
        'MESSAGE_ILLISIBLE',
        'MESSAGE_ILLISIBLE',
        'MESSAGE_INCONNU:arretMaladi',
        'MESSAGE_INCONNU:temporal_invente',
        'MESSAGE_INDECHIFFRABLE × 3',
        'RETENU',
      ],
      taches: 8,
    });
    expect((await voyage.situation(numero))!.etat).toBe('ACCEPTE');
  });

  it('chiffré d’une clé que les workers n’ont pas encore, est dit tel à son auteur, aussitôt', async () => {
    const numero = await voyage.ouvrir();
    await voyage.banc.avancer(new Date('2025-03-04T08:00:00Z'));
    const { client, registre } = voyage.banc;
    const cle = (nom: string, octet: number) => `${nom}:${Buffer.alloc(32, octet).toString('base64')}`;
    // The client has both keys, the new one first; the workers of the bench have theirs only.
    const enAvance = lireTrousseau(`${cle('neuve', 9)},${cle('banc', 7)}`);
    const temporal = new Client({ connection: client.connection, dataConverter: convertisseur(enAvance) });
    const contenu = { id: 'accord', evenement: acceptation };
    const inscrit = await lireConnu(registre, numero);
    expect(await envoyerActe({ registre, temporal }, inscrit, 'consigner', contenu)).toMatchObject({
      statut: 'REFUSE',
      code: 'MESSAGE_INDECHIFFRABLE',
    });
    expect(await envoyerActe({ registre, temporal: client }, inscrit, 'consigner', contenu)).toMatchObject({
      statut: 'RETENU',
    });
    expect(await issues(numero)).toEqual({ codes: ['MESSAGE_INDECHIFFRABLE', 'RETENU'], taches: 1 });
  });

  it('s’il passe la porte et que PostgreSQL n’en veut pas, est refusé seul, et les autres comptent', async () => {
    const numero = await voyage.ouvrir();
    await voyage.banc.avancer(new Date('2025-03-04T08:00:00Z'));
    const { pool } = voyage.banc.registre;
    await pool.query(`ALTER TABLE dossiers ADD CONSTRAINT essai CHECK (journal::text NOT LIKE '%poison%')`);
    const prime = { type: 'DEMANDE_PRIME', date: '2025-03-10', contratId: 'poison' };
    await voyage.consigner(numero, '2025-03-10', prime, 'mauvais');
    await voyage.consigner(numero, '2025-03-10', acceptation, 'accord');
    await voyage.banc.avancer(new Date('2025-03-11T08:00:00Z'));
    expect(await issues(numero)).toEqual({ codes: ['DONNEES_REFUSEES', 'RETENU'], taches: 1 });
    expect((await voyage.situation(numero))!.etat).toBe('ACCEPTE');
  });
});
