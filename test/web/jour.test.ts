import { dateCivile } from '../../domain/calendrier/dates';
import { creerRendezVous, deposerTache } from '../../registre';
import { dossierInvente, personnesInventees } from '../outils/ouvertures';
import { type Banc, lirePage, MAINTENANT, ouvrirBanc, texteDe } from './banc';

/** Thursday the 10th in Paris and in the Antilles, Friday the 11th in La Réunion. */
const SOIR = new Date('2025-07-10T20:30:00Z');
const accord = { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' } as const;

let banc: Banc;
let maintenant = MAINTENANT;
const dossiers: Record<string, string> = {};
beforeAll(async () => {
  banc = await ouvrirBanc({ maintenant: () => maintenant });
  for (const residence of ['metropole', 'guadeloupe', 'la-reunion']) {
    const identite = { ...personnesInventees.identite, nom: residence.toUpperCase() };
    const reste = { dossier: { ...dossierInvente, residence }, personnes: { ...personnesInventees, identite } };
    const numero = await banc.ouvrir(residence, [accord], reste);
    const tache = { cle: `${numero}/ESSAI`, numero, type: 'ESSAI', libelle: `Tâche de ${residence}.` };
    await deposerTache(banc.registre, { ...tache, echeance: dateCivile('2025-07-11') }, MAINTENANT);
    dossiers[residence] = numero;
  }
  maintenant = SOIR;
});
afterAll(() => banc?.fermer());
afterEach(() => expect(banc.erreurs).toEqual([]));

const section = (html: string, ancre: string): string =>
  texteDe(new RegExp(`<section aria-labelledby="${ancre}">.*?</section>`, 's').exec(html)?.[0] ?? '');
const dans = (texte: string, apres: string): string =>
  /(?:en retard|aujourd’hui|demain|dans|il y a)[^).,]*/.exec(texte.slice(texte.indexOf(apres)))?.[0]?.trim() ?? 'rien';

it('le jour est celui de la personne, dans sa semaine comme dans son dossier', async () => {
  const { html } = await lirePage(banc, '/');
  expect(section(html, 'aujourdhui')).toContain('Tâche de la-reunion.');
  for (const residence of ['metropole', 'guadeloupe'])
    expect(section(html, 'cette-semaine')).toContain(`Tâche de ${residence}.`);
  expect(section(html, 'cette-semaine')).not.toContain('Tâche de la-reunion.');
  for (const [residence, attendu] of [
    ['metropole', 'demain'],
    ['guadeloupe', 'demain'],
    ['la-reunion', 'aujourd’hui'],
  ] as const) {
    const { texte } = await lirePage(banc, `/dossiers/${dossiers[residence]}`);
    expect([residence, dans(texte, `Tâche de ${residence}.`)]).toEqual([residence, attendu]);
  }
});

it('et dans la liste, où le retard compte les mêmes jours que dans le dossier', async () => {
  for (const [residence, jours] of [
    ['metropole', 99],
    ['guadeloupe', 99],
    ['la-reunion', 100],
  ] as const)
    for (const adresse of [`/dossiers?q=${dossiers[residence]}`, `/dossiers/${dossiers[residence]}`])
      expect([adresse, (await lirePage(banc, adresse)).texte]).toEqual([
        adresse,
        expect.stringMatching(new RegExp(`en\\sretard\\sde\\s${jours}\\sjours`)),
      ]);
});

it('une résidence rectifiée change l’horloge de ses rendez-vous', async () => {
  const numero = dossiers.metropole!;
  const rdv = { id: 'aaaaaaaaaaaaaaaa', numero, sorte: 'SUIVI', mode: 'TELEPHONE', dureeMinutes: 30 } as const;
  // Monday the 14th at 23:00 in Paris, Tuesday in La Réunion.
  const reste = { lieu: null, lien: null, intitule: null, debut: '2025-07-14T21:00:00.000Z' };
  await creerRendezVous(banc.registre, { ...rdv, ...reste }, 'conseillere-1', SOIR);
  const semaine = async () => section((await lirePage(banc, '/')).html, 'semaine-prochaine');
  expect(await semaine()).toMatch(/14\/07\/2025.*de\ssuivi\sà\s23\sh/);
  const champs = { residence: 'la-reunion' };
  await banc.envoyer(numero, 'rectifierDossier', { id: 'r1', auteur: 'conseillere-1', champs });
  expect(await semaine()).toMatch(/15\/07\/2025.*de\ssuivi\sà\s1\sh/);
});
