import { lireDossier, listerDossiers, listerTaches, tracesDuDossier } from '../../registre';
import { attendreQue, monterPileDeTest, type PileDeTest } from '../outils/pile';
import { exemple, lancer } from './jalon';

let pile: PileDeTest;
let numeros: string[];
beforeAll(async () => {
  pile = await monterPileDeTest({ JALON_JOURNAL: 'silent' });
  await pile.lancerWorker();
  await jalon('agences', exemple('organisation.json'));
  await jalon('importer', exemple('portefeuille.csv'), '--dates-relatives', '--oui');
  // A list goes by dates, which the first passes of the journeys are still changing.
  numeros = (await listerDossiers(pile.registre)).map((d) => d.numero).sort();
});
afterAll(() => pile?.fermer());

const jalon = (...ligne: string[]) => lancer(ligne, { env: pile.env });
const enUneLigne = (texte: string) => texte.replace(/\s+/g, ' ');

it('doublons : aucun dans l’exemple', async () => {
  expect((await jalon('doublons')).texte).toContain('Aucun double.');
  expect(JSON.parse((await jalon('doublons', '--json')).texte)).toEqual([]);
});

it('referent : des dossiers changent de mains ; un inconnu, ou rien à confier, est dit', async () => {
  const [un, deux] = numeros;
  const faits = await jalon('referent', 'l-vasseur', un!, deux!, '--auteur', 'responsable');
  expect([faits.statut, faits.texte]).toEqual([0, expect.stringMatching(/dossiers? confiés? à l-vasseur/)]);
  expect((await lireDossier(pile.registre, un!))!.referent).toBe('l-vasseur');
  expect((await jalon('referent', 'l-vasseur', un!, deux!)).texte).toContain('Rien à changer');
  const json = JSON.parse((await jalon('referent', 'l-vasseur', un!, '--json')).texte);
  expect(json).toEqual({ referent: 'l-vasseur', numeros: [] });
  expect(await jalon('referent', 'personne', un!)).toMatchObject({
    statut: 1,
    erreurs: expect.stringContaining('Le référent « personne » n’est pas connu de Jalon.'),
  });
  expect(await jalon('referent', 'l-vasseur')).toMatchObject({
    statut: 2,
    erreurs: expect.stringContaining('Donnez des numéros de dossiers, ou --de'),
  });
});

it('les filtres du moteur disent le nouveau référent sans rien attendre, pour un dossier comme pour tous ceux d’un autre', async () => {
  const publie = async (numero: string) => {
    const { searchAttributes } = await pile.client.workflow.getHandle(`csp-${numero}`).describe();
    return `${searchAttributes.referent?.[0]}, ${searchAttributes.agence?.[0]}`;
  };
  const lire = async () => (await listerDossiers(pile.registre)).filter((d) => d.etat !== null);
  const suivis = async (qui: Awaited<ReturnType<typeof lire>>) =>
    attendreQue(
      'les filtres disent ce que dit le registre',
      async () => {
        const connus = new Map((await lire()).map((d) => [d.numero, `${d.referent}, ${d.agence}`]));
        const publies = await Promise.all(qui.map(async ({ numero }) => [await publie(numero), connus.get(numero)]));
        return publies.every(([dit, connu]) => dit === connu);
      },
      30_000,
    );
  const autre = (await lire()).find((d) => d.referent !== 'l-vasseur')!;
  await suivis([autre]);
  await jalon('referent', 'l-vasseur', autre.numero);
  expect((await lireDossier(pile.registre, autre.numero))!.referent).toBe('l-vasseur');
  await suivis([autre]);
  const siens = (await lire()).filter((d) => d.referent === 'l-vasseur');
  expect(siens.length).toBeGreaterThan(2);
  await jalon('referent', autre.referent, '--de', 'l-vasseur');
  expect((await lire()).filter((d) => d.referent === 'l-vasseur')).toEqual([]);
  await suivis(siens);
});

it('rappels : bloqués jusqu’à un jour, listés, débloqués ; ce qui ne va pas est nommé', async () => {
  const [numero] = numeros;
  expect((await jalon('rappels', 'liste')).texte).toContain('Aucun rappel n’est bloqué.');
  const motif = ['--motif', 'Hospitalisée'];
  const faits = await jalon('rappels', 'bloquer', numero!, '--jusquau', '31/12/2099', ...motif, '--auteur', 'c-1');
  expect([faits.statut, faits.texte]).toEqual([0, expect.stringContaining('jusqu’au 31/12/2099 inclus')]);
  expect(enUneLigne((await jalon('rappels', 'liste')).texte)).toContain(`${numero} 31/12/2099 c-1 Hospitalisée`);
  expect(JSON.parse((await jalon('rappels', 'liste', '--json')).texte)).toMatchObject([
    { numero, jusquau: '2099-12-31', par: 'c-1', motif: 'Hospitalisée' },
  ]);
  expect((await jalon('rappels', 'debloquer', numero!)).statut).toBe(0);
  expect((await jalon('rappels', 'debloquer', numero!)).erreurs).toContain('RAPPELS_NON_BLOQUES');
  const passe = await jalon('rappels', 'bloquer', numero!, '--jusquau', '2020-01-01', ...motif);
  expect([passe.statut, passe.erreurs]).toEqual([1, expect.stringContaining('RAPPELS_JUSQUAU_PASSE')]);
  const long = await jalon('rappels', 'bloquer', numero!, '--jusquau', '2099-12-31', '--motif', 'm'.repeat(501));
  expect(long.erreurs).toContain('500 caractères au plus, 501 ici');
});

it('fermer-par-erreur : avec un motif, le dossier est fermé, et se rouvre par l’annulation', async () => {
  const numero = numeros.at(-1)!;
  await attendreQue('le dossier', async () => (await lireDossier(pile.registre, numero))?.situation ?? null, 30_000);
  const sans = await jalon('fermer-par-erreur', numero);
  expect([sans.statut, sans.erreurs]).toEqual([1, expect.stringContaining('CHAMP_MANQUANT:motif')]);
  const faits = await jalon('fermer-par-erreur', numero, '--motif', 'Saisi deux fois', '--id', 'erreur-1');
  expect([faits.statut, faits.erreurs]).toEqual([0, '']);
  expect(faits.texte).toContain('Pris en compte sous erreur-1.');
  await attendreQue(
    'la fermeture',
    async () => (await lireDossier(pile.registre, numero))?.etat === 'OUVERT_PAR_ERREUR',
    30_000,
  );
  expect((await jalon('voir', numero)).texte).toContain('Ouvert par erreur, et fermé comme tel le');
  const taches = await listerTaches(pile.registre, { numero, statut: 'A_FAIRE' });
  expect(taches.every((t) => t.type === 'ERREUR_A_DIRE')).toBe(true);
  expect((await jalon('liste')).texte).not.toContain(numero);
  expect((await jalon('liste', '--etape', 'OUVERT_PAR_ERREUR')).texte).toContain(numero);
  expect((await tracesDuDossier(pile.registre, numero)).map((t) => t.acte)).toContain('FERMER_PAR_ERREUR');
  const encore = await jalon('importer', exemple('portefeuille.csv'), '--dates-relatives', '--oui');
  expect(enUneLigne(encore.texte)).toContain(`Cette ouverture est celle du dossier ${numero}, fermé depuis`);

  expect((await jalon('annuler', numero, 'erreur-1')).statut).toBe(0);
  await attendreQue(
    'la reprise',
    async () => (await lireDossier(pile.registre, numero))?.etat !== 'OUVERT_PAR_ERREUR',
    30_000,
  );
});

it('plan : une action s’ajoute une fois, se change, se dit faite, se retire ; ce qui ne va pas est nommé', async () => {
  const numero = numeros[1]!;
  const plan = async (...ligne: string[]) => {
    const { statut, texte, erreurs } = await jalon('plan', ...ligne);
    return statut === 0 ? enUneLigne(texte) : erreurs;
  };
  const avant = JSON.parse((await jalon('plan', 'liste', numero, '--json')).texte).length;
  for (let fois = 0; fois < 2; fois++)
    await plan('ajouter', numero, '--quoi', ' Envoyer trois CV ', '--pour-le', '20/07/2099', '--id', 'cv');
  expect(JSON.parse((await jalon('plan', 'liste', numero, '--json')).texte)).toHaveLength(avant + 1);
  expect(await plan('liste', numero)).toContain('cv Envoyer trois CV 20/07/2099 –');
  expect(await plan('changer', numero, 'cv', '--quoi', 'Envoyer cinq CV')).toContain('cv Envoyer cinq CV 20/07/2099');
  expect(await plan('changer', numero, 'cv', '--pour-le', '')).toContain('cv Envoyer cinq CV – –');
  expect(await plan('faite', numero, 'cv', '--le', '01/06/2025')).toContain('cv Envoyer cinq CV – 01/06/2025');
  expect(await plan('retirer', numero, 'cv')).not.toContain('Envoyer cinq CV');
  for (const geste of ['retirer', 'faite']) expect(await plan(geste, numero, 'cv')).toContain('ACTION_INCONNUE');
  expect(await plan('ajouter', numero, '--quoi', '  ')).toContain('CHAMP_INVALIDE:quoi');
  expect(await plan('ajouter', numero, '--quoi', 'x', '--pour-le', '31/02/2099')).toContain('DATE_INVALIDE:pourLe');
  expect(await plan('ajouter', numero, '--quoi', 'x', '--id', ' cv')).toContain('IDENTIFIANT_INVALIDE');
  expect(await plan('ajouter', '2020-000001-70', '--quoi', 'x')).toContain('DOSSIER_INCONNU');
  expect((await jalon('plan', 'changer', numero, 'cv')).statut).toBe(2);
});

it('formation : elle se prépare, se change, va démarche par démarche ; ce qui ne va pas est nommé', async () => {
  const numero = numeros[1]!;
  const formation = async (...ligne: string[]) => {
    const { statut, texte, erreurs } = await jalon('formation', ...ligne);
    return statut === 0 ? enUneLigne(texte) : erreurs;
  };
  expect(await formation('preparer', numero, '--intitule', 'Menuiserie', '--id', 'bois')).toMatch(
    /bois Menuiserie ORGANISMES/,
  );
  expect(await formation('changer', numero, 'bois', '--financement', 'CPF')).toContain('CPF_VALIDATION');
  expect(await formation('faite', numero, 'bois', 'ORGANISMES', '--le', '01/06/2025')).toContain('faite le 01/06/2025');
  expect(await formation('defaire', numero, 'bois', 'ORGANISMES')).not.toContain('faite le');
  expect(await formation('faite', numero, 'bois', 'AIF_DEVIS')).toContain('CHAMP_INVALIDE:demarche');
  expect(await formation('changer', numero, 'autre', '--financement', 'CPF')).toContain('FORMATION_INCONNUE');
  expect(await formation('abandonner', numero, 'bois', '--motif', 'Trop loin')).toContain('abandonnée');
});
