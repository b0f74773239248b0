import { portLibre } from '../../client/local/ports';
import type { ReleveSante } from '../../client/usages/sante/releve';
import type { Role } from '../../domain/comptes/roles';
import { ouvrirRegistre } from '../../registre';
import { type Banc, lirePage, ORIGINE_UI, ouvrirBanc } from './banc';

const releve: ReleveSante = {
  alertes: ['Tâche de workflow en échec dans 12 parcours : rien n’y avance.'],
  informations: ['Le worker 40@serveur s’est tu il y a 90 s, 41@serveur l’a remplacé depuis sur la même machine.'],
  enEchec: { nombre: 12, bloques: [{ id: 'csp-2025-000001-32', raison: 'sa tâche de workflow échoue' }] },
  enRetard: { nombre: 1, bloques: [{ id: 'csp-2025-000002-39', raison: 'il n’a pas de workflow' }] },
  workers: [{ file: 'parcours', identite: '41@serveur', silence: 12, fige: false, decalage: 0 }],
  decalageRegistre: 0,
  registrePlein: false,
  clesManquantes: [],
  courriers: { nombre: 3, depuis: new Date('2025-07-10T07:00:00Z') },
  suspendus: null,
  refus: null,
  donnees: null,
  inconnus: null,
};

describe('la page d’exploitation', () => {
  let banc: Banc;
  let demandes = 0;
  const fenetres: object[] = [];
  beforeAll(async () => {
    banc = await ouvrirBanc({
      relever: async () => {
        demandes += 1;
        return releve;
      },
      listerBloques: async (fenetre) => {
        fenetres.push(fenetre);
        return { nombre: 120, bloques: releve.enEchec.bloques };
      },
    });
  });
  afterAll(() => banc.fermer());

  it('dit ce qui n’avance pas et pourquoi, aux machines comme aux gens', async () => {
    const json = await banc.app.request('http://127.0.0.1:3000/sante');
    expect([json.status, await json.json()]).toMatchObject([
      200,
      { etat: 'attention', releve: { enEchec: { nombre: 12 }, courriers: { depuis: '2025-07-10T07:00:00.000Z' } } },
    ]);
    const exploitant = await banc.comme({ role: 'EXPLOITATION' });
    const { statut, texte } = await lirePage(exploitant, '/exploitation');
    expect(statut).toBe(200);
    expect(texte).toContain('Tâche de workflow en échec dans 12 parcours');
    expect(texte).toContain('csp-2025-000002-39 : il n’a pas de workflow');
    expect(texte).toContain('Les voir tous (13)');
    expect(texte).toContain('41@serveur l’a remplacé depuis sur la même machine.');
    expect(texte).toMatch(/3 courriers dus, le plus ancien depuis le 10\/07\/2025 à 9 h/);
    expect(demandes).toBe(1);
  });

  it('mène à tous les autres, page par page', async () => {
    const exploitant = await banc.comme({ role: 'EXPLOITATION' });
    const { html: premiere } = await lirePage(exploitant, '/exploitation');
    expect(premiere).toContain('href="/exploitation/parcours"');
    const { html, texte } = await lirePage(exploitant, '/exploitation/parcours?page=2');
    expect(fenetres).toEqual([{ limite: 50, decalage: 50 }]);
    expect(texte).toContain('120 parcours');
    expect(html).toContain('<strong>csp-2025-000001-32</strong>');
    expect(html).toContain('href="/exploitation/parcours?page=1"');
    expect(html).toContain('href="/exploitation/parcours?page=3"');
    const derniere = await lirePage(exploitant, '/exploitation/parcours?page=3');
    expect(derniere.html).not.toContain('page=4');
  });

  it('mène à l’interface de Temporal qui y lit les histoires, et nul autre', async () => {
    const liens = async (role: Role) => {
      const qui = await banc.comme({ role, id: `liens-${role.toLowerCase()}` });
      const lues = await Promise.all(['/exploitation', '/exploitation/parcours'].map((page) => lirePage(qui, page)));
      return lues.flatMap(({ html }) => [...html.matchAll(/href="(http[^"]*)"/g)].map(([, lien]) => lien));
    };
    const espace = `${ORIGINE_UI}/namespaces/essai/workflows`;
    const vus = new Set(await liens('EXPLOITATION'));
    expect([vus.has(espace), vus.has(`${espace}/csp-2025-000001-32`)]).toEqual([true, true]);
    expect(await liens('ADMINISTRATEUR')).toEqual([]);
  });
});

describe('un worker figé', () => {
  const fige = { file: 'parcours', identite: '41@serveur', silence: 50, fige: true, decalage: 0 };
  const vif = { file: 'parcours', identite: '42@serveur', silence: 3, fige: false, decalage: 0 };
  const etatAvec = async (workers: ReleveSante['workers']) => {
    const banc = await ouvrirBanc({
      relever: async () => ({ ...releve, workers }),
      sondes: { worker: async () => true },
    });
    const json = await banc.app.request('http://127.0.0.1:3000/sante');
    const { texte } = await lirePage(await banc.comme({ role: 'EXPLOITATION' }), '/exploitation');
    await banc.fermer();
    return { statut: json.status, sante: await json.json(), texte };
  };

  it('son processus vit, et pourtant il ne répond pas', async () => {
    const { statut, sante, texte } = await etatAvec([fige]);
    expect([statut, sante]).toMatchObject([503, { etat: 'en panne', parties: { worker: 'muet' } }]);
    expect(texte).toContain('Worker ne répond pas');
  });

  it('un autre le remplace sur sa file : le travail avance', async () => {
    const { statut, sante } = await etatAvec([fige, vif]);
    expect([statut, sante]).toMatchObject([200, { parties: { worker: 'repond' } }]);
  });
});

it('un processus qui vit n’est pas toujours prêt : sans registre ni moteur, rien ne peut lui être demandé', async () => {
  const repond = async () => true;
  const demander = async (sondes: Record<string, () => Promise<boolean>>, chemin: string) => {
    const banc = await ouvrirBanc({ sondes });
    const { status } = await banc.nu.request(`http://127.0.0.1:3000${chemin}`);
    await banc.fermer();
    return status;
  };
  const sansMoteur = { registre: repond, moteur: async () => false, relais: repond };
  const sansRelais = { registre: repond, moteur: repond, relais: async () => false };
  expect([await demander(sansMoteur, '/sante/vie'), await demander(sansMoteur, '/sante/pret')]).toEqual([200, 503]);
  // Letters wait for the relay; pages do not.
  expect([await demander(sansRelais, '/sante'), await demander(sansRelais, '/sante/pret')]).toEqual([503, 200]);
});

it('le registre absent, une page et la santé répondent 503 avec une phrase, sans détail', async () => {
  const absent = ouvrirRegistre(`postgresql://jalon@127.0.0.1:${await portLibre()}/jalon`);
  const banc = await ouvrirBanc({ sondes: { registre: async () => (await absent.interroger()) === true } });
  banc.deps.registre = absent;
  const { statut, texte } = await lirePage(banc, '/');
  expect(statut).toBe(503);
  expect(texte).toContain('Le registre (PostgreSQL) ne répond pas : recommencez dans un instant.');
  expect(texte).not.toMatch(/ECONNREFUSED|at .*\.ts/);
  const sante = await banc.nu.request('http://127.0.0.1:3000/sante');
  expect([sante.status, await sante.json()]).toMatchObject([503, { parties: { registre: 'muet' } }]);
  await absent.fermer();
  await banc.fermer();
});
