import { passer } from '../../activities/passe';
import type { EntreeJournal } from '../../domain/faits/journal';
import { appliquer } from '../../domain/parcours/appliquer';
import type { EtatParcours, MessageRecu } from '../../domain/parcours/parcours';
import {
  cleEnAttente,
  deposerTache,
  etatParcours,
  garderMessage,
  inscrireOuverture,
  lireDossier,
  listerTaches,
  messagesARenvoyer,
  messagesDuDossier,
  noterRenvoi,
  retirerMessages,
  tracesDuDossier,
} from '../../registre';
import { ouverture } from '../outils/ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';

const maintenant = new Date('2025-03-10T09:00:00Z');
const apres = (minutes: number) => new Date(maintenant.getTime() + minutes * 60_000);
const accord = { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' };
const recu = (id: string, evenement: object = accord): MessageRecu => ({
  id,
  acte: 'consigner',
  contenu: { id, evenement },
  recuLe: maintenant.toISOString(),
});

let banc: RegistreDeTest;
beforeAll(async () => {
  banc = await ouvrirRegistreDeTest();
});
afterAll(() => banc?.fermer());

const ouvrir = async (empreinte: string): Promise<string> =>
  (await inscrireOuverture(banc.registre, ouverture(empreinte), maintenant)).numero;
const etatDe = async (numero: string) => etatParcours((await lireDossier(banc.registre, numero))!);
const enAttente = async (quand: Date) => (await messagesARenvoyer(banc.registre, quand, 100)).map(({ id }) => id);
const garder = (numero: string, id: string) => {
  const message = { numero, id, acte: 'consigner', contenu: { id, evenement: accord }, auteur: 'essai' } as const;
  return garderMessage(banc.registre, message, maintenant);
};

it('un identifiant garde le premier message qui l’a porté, et le rend', async () => {
  const numero = await ouvrir('premier-message');
  const message = {
    numero,
    id: 'a',
    acte: 'consigner',
    contenu: { id: 'a', evenement: accord },
    auteur: 'essai',
  } as const;
  expect(await garderMessage(banc.registre, message, maintenant)).toEqual(message);
  const autre = { ...message, contenu: { id: 'a', evenement: { ...accord, date: '2025-03-11' } } };
  expect(await garderMessage(banc.registre, autre, maintenant)).toMatchObject(message);
  await retirerMessages(banc.registre, numero, ['a'], maintenant);
});

/** One pass of a journey, its answer taken in. */
async function unePasse(etat: EtatParcours, minutes: number, recus: MessageRecu[] = []) {
  const demande = { etat: { ...structuredClone(etat), recus }, enCours: [], maintenant: apres(minutes).toISOString() };
  const reponse = await passer(banc.registre, demande, { envoi: 'immediat' });
  const suivant = structuredClone(demande.etat);
  appliquer(suivant, reponse, recus.length);
  return { reponse, suivant };
}

describe('un fait annoncé', () => {
  it('attend dans le registre que son parcours l’ait, et se renvoie de plus en plus tard', async () => {
    const numero = await ouvrir('attente');
    await garder(numero, 'f1');
    await garder(numero, 'f1');
    expect([await enAttente(apres(1)), await enAttente(apres(3))]).toEqual([[], ['f1']]);
    await noterRenvoi(banc.registre, { numero, id: 'f1' });
    expect([await enAttente(apres(7)), await enAttente(apres(9))]).toEqual([[], ['f1']]);
    const cle = cleEnAttente(numero, 'f1');
    const tache = { cle, numero, type: 'FAIT_EN_ATTENTE', libelle: 'Un fait attend', echeance: null };
    await deposerTache(banc.registre, tache, apres(30));
    await unePasse(await etatDe(numero), 40, [recu('f1')]);
    expect(await enAttente(apres(600))).toEqual([]);
    expect(await listerTaches(banc.registre, { numero, statut: 'A_FAIRE' })).not.toContainEqual(
      expect.objectContaining({ cle }),
    );
  });

  it('dont l’auteur sait qu’il n’arrivera pas n’attend plus, ailleurs sous le même identifiant il attend encore', async () => {
    const [ici, ailleurs] = [await ouvrir('ici'), await ouvrir('ailleurs')];
    await garder(ici, 'commun');
    await garder(ailleurs, 'commun');
    await retirerMessages(banc.registre, ici, ['commun'], maintenant);
    expect((await messagesARenvoyer(banc.registre, apres(3), 100)).map(({ numero }) => numero)).toEqual([ailleurs]);
    const restent = async (numero: string) => (await messagesDuDossier(banc.registre, numero)).map(({ id }) => id);
    expect([await restent(ici), await restent(ailleurs)]).toEqual([[], ['commun']]);
    await retirerMessages(banc.registre, ailleurs, ['commun'], maintenant);
  });
});

describe('un moteur rendu plus ancien que le registre', () => {
  const ids = (journal: readonly EntreeJournal[]) => journal.map(({ id }) => id).sort();

  it.each<[string, number, MessageRecu[]]>([
    ['d’une passe', 0, []],
    ['de plusieurs passes, un fait étant renvoyé', 3, [recu('accord')]],
  ])(
    '%s : le parcours reprend ce que le registre sait avant d’aller plus loin, et aucun fait ne se perd',
    async (quoi, passes, renvoyes) => {
      const numero = await ouvrir(`retard-${quoi}`);
      const ancien = (await unePasse(await etatDe(numero), 0)).suivant;
      let { suivant: perdu } = await unePasse(ancien, 10, [recu('accord')]);
      for (let n = 1; n <= passes; n++) perdu = (await unePasse(perdu, 10 + n)).suivant;
      const conges = { type: 'CONGES', debut: '2025-06-16', fin: '2025-06-20' };
      const { reponse, suivant } = await unePasse(ancien, 60, [...renvoyes, recu('conges', conges)]);
      expect(reponse.retrouve?.version).toBe(perdu.version);
      expect(ids(suivant.journal)).toEqual(['accord', 'conges']);
      expect(suivant.version).toBe(perdu.version + 1);
      const inscrit = (await lireDossier(banc.registre, numero))!;
      expect([ids(inscrit.journal), inscrit.version, inscrit.etat]).toEqual([
        ['accord', 'conges'],
        suivant.version,
        'ACCEPTE',
      ]);
      expect(inscrit.memoire?.issues).toEqual(suivant.issues);
      expect((await tracesDuDossier(banc.registre, numero)).map(({ acte }) => acte)).toEqual(['RATTRAPER']);
      const { reponse: calme } = await unePasse(suivant, 70);
      expect(calme.retrouve).toBeUndefined();
    },
  );

  it('la même passe redite n’est pas un retard', async () => {
    const numero = await ouvrir('redite');
    const depart = await etatDe(numero);
    await unePasse(depart, 0, [recu('accord')]);
    const { reponse } = await unePasse(depart, 0, [recu('accord')]);
    expect(reponse.retrouve).toBeUndefined();
    const plus = await unePasse(depart, 5, [recu('accord'), recu('autre')]);
    expect(plus.reponse.retrouve).toBeUndefined();
    expect(ids((await lireDossier(banc.registre, numero))!.journal)).toEqual(['accord', 'autre']);
  });
});
