import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ouvrirParcours } from '../../client/usages/ouvrir';
import { ajouterJours, ajouterMois, type DateCivile, dateCivile, moisDe } from '../../domain/calendrier/dates';
import { dateLocale } from '../../domain/calendrier/fuseaux';
import { estOuvre } from '../../domain/calendrier/jours-ouvres';
import { courriersDuDossier, lireDossier } from '../../registre';
import { dossierInvente, personnesInventees } from '../outils/ouvertures';
import { attendreQue, monterPileDeTest, type PileDeTest } from '../outils/pile';
import { lancer, largeur, type OptionsJalon } from './jalon';

let pile: PileDeTest;
let dossier: string;
let aujourdhui: DateCivile;
let numero: string;
beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'jalon-rdv-'));
  pile = await monterPileDeTest({ JALON_JOURNAL: 'silent', JALON_RETENUE_MINUTES: '0' });
  await pile.lancerWorker();
  aujourdhui = dateLocale(new Date(), 'Europe/Paris');
  const dateRemise = ajouterMois(aujourdhui, -3);
  numero = (
    await ouvrirParcours(
      { registre: pile.registre, temporal: pile.client, envoi: 'immediat' },
      {
        dossier: { ...dossierInvente, dateRemise },
        personnes: personnesInventees,
        dateReprise: aujourdhui,
        evenements: [{ type: 'REPONSE_SALARIE', date: ajouterJours(dateRemise, 5), reponse: 'ACCEPTATION' }],
        auteur: 'essai',
      },
    )
  ).numero;
  await attendreQue('le parcours', async () => (await lireDossier(pile.registre, numero))?.situation, 30_000);
});
afterAll(async () => {
  await pile?.fermer();
  rmSync(dossier, { recursive: true, force: true });
});

const jalon = (ligne: string[], options: OptionsJalon = {}) =>
  lancer(ligne, { ...options, env: { ...pile.env, ...options.env } });
const json = async <T>(ligne: string[]): Promise<T> => JSON.parse((await jalon([...ligne, '--json'])).texte) as T;

/** A working day far enough for both reminders. */
function jourOuvre(dans: number): DateCivile {
  let jour = ajouterJours(aujourdhui, dans);
  while (!estOuvre(jour, 'metropole')) jour = ajouterJours(jour, 1);
  return jour;
}

describe('jalon rdv', () => {
  it('planifie, et la convocation part avec son invitation', async () => {
    const ligne = ['rdv', 'planifier', numero, '--sorte', 'SUIVI', '--jour', jourOuvre(20), '--heure', '9h30'];
    const { statut, texte, erreurs } = await jalon([...ligne, '--id', 'aaaa000000000001']);
    expect([statut, erreurs]).toEqual([0, '']);
    expect(texte).toContain('à 9 h 30, prévu.');
    expect(texte).toContain('Identifiant : aaaa000000000001');
    expect(texte.match(/partira le/g)).toHaveLength(3);
    const [convocation] = await attendreQue(
      'la convocation',
      async () => {
        const partis = (await courriersDuDossier(pile.registre, numero)).filter(
          (c) => c.code === 'RDV_CONVOCATION' && c.statut === 'PARTI',
        );
        return partis.length > 0 && partis;
      },
      30_000,
    );
    expect(convocation!.envois.at(-1)!.icsSha256).toMatch(/^[0-9a-f]{64}$/);
    // The same one again plans nothing more.
    expect((await jalon([...ligne, '--id', 'aaaa000000000001'])).statut).toBe(0);
    const liste = await jalon(['rdv', 'liste', numero]);
    expect(liste.texte).toMatch(/Rendez-vous de suivi\s+Sur place\s+prévu\s+aaaa000000000001/);
    expect(largeur(liste.texte)).toBeLessThanOrEqual(100);
  });

  it('déplace ce qui change, garde le reste, puis annule : la personne est prévenue deux fois', async () => {
    const id = 'aaaa000000000001';
    const deplace = await json<{ sequence: number; lieu: string; dureeMinutes: number }>([
      ...['rdv', 'deplacer', numero, id, '--heure', '14h'],
    ]);
    expect(deplace).toMatchObject({
      sequence: 1,
      dureeMinutes: 30,
      lieu: expect.stringContaining('1 place du Marché'),
    });
    const partis = (code: string) =>
      attendreQue(
        code,
        async () =>
          (await courriersDuDossier(pile.registre, numero)).some((c) => c.code === code && c.statut === 'PARTI'),
        30_000,
      );
    await partis('RDV_DEPLACE');
    expect(await json(['rdv', 'annuler', numero, id])).toMatchObject({ statut: 'ANNULE', sequence: 2 });
    await partis('RDV_ANNULE');
    const encore = await jalon(['rdv', 'deplacer', numero, id, '--heure', '15h']);
    expect([encore.statut, encore.erreurs]).toEqual([1, expect.stringContaining('(RDV_CLOS)')]);
  });

  it('refuse avec un code et une phrase, et demande un mot de plus quand il le faut', async () => {
    const planifier = (...reste: string[]) =>
      jalon(['rdv', 'planifier', numero, '--heure', '9h', '--sorte', 'SUIVI', ...reste]);
    const passe = await planifier('--jour', ajouterJours(aujourdhui, -1));
    expect([passe.statut, passe.erreurs]).toEqual([1, expect.stringContaining('(RDV_PASSE)')]);
    const visio = await planifier('--jour', jourOuvre(20), '--mode', 'VISIO');
    expect(visio.erreurs).toContain('(RDV_LIEN_MANQUANT)');
    let dimanche = ajouterJours(aujourdhui, 10);
    while (new Date(dimanche).getUTCDay() !== 0) dimanche = ajouterJours(dimanche, 1);
    const chome = await planifier('--jour', dimanche);
    expect([chome.statut, chome.erreurs]).toEqual([
      1,
      expect.stringMatching(/--confirmer l.accepte\.\s+\(RDV_JOUR_NON_OUVRE\)/),
    ]);
    expect((await planifier('--jour', dimanche, '--confirmer')).statut).toBe(0);
    const { erreurs } = await jalon(['rdv', 'tenu', numero, 'inconnu']);
    expect(erreurs).toContain('(RDV_INCONNU)');
    expect((await jalon(['rdv', 'planifier', numero])).statut).toBe(2);
  });

  it('ce qui n’a pas commencé ne se dit ni tenu ni manqué', async () => {
    const { id } = await json<{ id: string }>([
      ...['rdv', 'planifier', numero, '--sorte', 'PSP', '--jour', jourOuvre(21), '--heure', '10h', '--confirmer'],
    ]);
    for (const geste of ['tenu', 'manque'])
      expect((await jalon(['rdv', geste, numero, id])).erreurs).toContain('(RDV_PAS_COMMENCE)');
  });
});

describe('jalon actualiser', () => {
  it('une à une : enregistrée, déjà enregistrée, refusée', async () => {
    const mois = moisDe(ajouterMois(aujourdhui, -2));
    const le = dateCivile(`${moisDe(ajouterMois(aujourdhui, -1))}-02`);
    const ligne = ['actualiser', numero, '--mois', mois, '--le', le];
    expect((await jalon(ligne)).texte).toContain(': enregistrée.');
    expect((await jalon(ligne)).texte).toContain(': déjà enregistrée.');
    const refus = await jalon(['actualiser', numero, '--mois', '2001-01', '--le', le]);
    expect([refus.statut, refus.erreurs]).toEqual([1, expect.stringContaining('(ACTUALISATION_SANS_OBJET)')]);
    expect((await jalon(['actualiser', numero])).statut).toBe(2);
  });

  it('par liste : chaque ligne fautive est dite, les autres comptent', async () => {
    const mois = moisDe(ajouterMois(aujourdhui, -2));
    const date = dateCivile(`${moisDe(ajouterMois(aujourdhui, -1))}-03`)
      .split('-')
      .reverse()
      .join('/');
    const fichier = join(dossier, 'liste.csv');
    writeFileSync(
      fichier,
      ['numero;mois;date', `${numero};${mois};${date}`, `2020-000001-70;${mois};${date}`, `12;${mois};${date}`].join(
        '\r\n',
      ),
    );
    const { statut, texte } = await jalon(['actualiser', '--fichier', fichier]);
    expect(statut).toBe(1);
    expect(texte).toContain('3 lignes : 0 enregistrée, 1 corrigée, 0 déjà enregistrée, 2 refusées.');
    expect(texte).toMatch(/3\s+2020-000001-70\s+.*\(DOSSIER_INCONNU\)/);
    expect(largeur(texte)).toBeLessThanOrEqual(100);
    const sans = await jalon(['actualiser', '--fichier', '-'], { entree: 'numero;mois\n' });
    expect([sans.statut, sans.erreurs]).toEqual([1, expect.stringContaining('(COLONNE_MANQUANTE:date)')]);
    expect((await jalon(['actualiser', numero, '--fichier', fichier])).statut).toBe(2);
  });
});
