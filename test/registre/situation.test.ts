import { dateCivile } from '../../domain/calendrier/dates';
import { etatInitial } from '../../domain/parcours/etat-initial';
import type { EtatParcours } from '../../domain/parcours/parcours';
import type { Echeance, Situation } from '../../domain/parcours/situation';
import {
  compterDossiers,
  enregistrerCoordonnees,
  enregistrerSituation,
  etatParcours,
  inscrireOuverture,
  lireDossier,
  listerDossiers,
  migrer,
  resume,
  retards,
} from '../../registre';
import { dossierInvente, ouverture, personnesInventees } from '../outils/ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';

const maintenant = new Date('2026-01-12T08:00:00Z');
const plusTard = new Date('2026-01-13T08:00:00Z');
let banc: RegistreDeTest;
beforeAll(async () => {
  banc = await ouvrirRegistreDeTest();
});
afterAll(() => banc?.fermer());

function situation(numero: string, le: string, alertes: string[] = []): Situation {
  const date = dateCivile(le);
  const prochaine: Echeance = {
    cle: 'PSP',
    libelle: 'Plan de sécurisation professionnelle',
    debut: null,
    date,
    dernierJourUtile: date,
    statut: 'A_VENIR',
    faiteLe: null,
    regle: 'R12',
    pourquoi: 'Essai.',
  };
  return {
    numero,
    versionDomaine: 'essai',
    observeLe: dateCivile('2026-01-12'),
    etat: 'EN_CSP',
    cause: null,
    phase: 'PHASE_1',
    enUnePhrase: 'En CSP, plan d’action à valider.',
    resultat: { valide: true, erreurs: [], terme: dateCivile('2026-12-31') },
    echeances: [prochaine],
    prochaine,
    courriers: [],
    faits: [],
    alertes,
    attente: null,
    decesSignale: false,
    ecouteJusquau: null,
  };
}

function etat(numero: string, version: number, reste: Partial<EtatParcours> = {}): EtatParcours {
  const suivi = { agence: 'agence-inventee', referent: 'referente-inventee' };
  const ouvert = etatInitial({ numero, ...suivi, dossier: dossierInvente, dateReprise: null, journal: [] });
  return { ...ouvert, version, ...reste };
}

async function ouvrir(empreinte: string, nom = 'Inventé'): Promise<string> {
  const identite = { ...personnesInventees.identite, nom };
  const personnes = { ...personnesInventees, identite };
  return (await inscrireOuverture(banc.registre, ouverture(empreinte, { personnes }), maintenant)).numero;
}

describe('situation d’un dossier', () => {
  it('s’applique si sa version est plus grande, jamais sinon', async () => {
    const { registre } = banc;
    const numero = await ouvrir('a');
    const ecrire = (version: number, le: string) =>
      enregistrerSituation(registre, etat(numero, version), situation(numero, le), plusTard);
    const suivi = { agence: 'agence-inventee', referent: 'referente-inventee' };
    const appliquee = { suite: 'APPLIQUEE', suivi, connu: { recues: [], formations: [] }, deposees: [] };
    expect(await ecrire(2, '2026-02-20')).toEqual(appliquee);
    expect(await ecrire(2, '2026-02-21')).toEqual({ suite: 'DEPASSEE' });
    expect(await ecrire(1, '2026-02-22')).toEqual({ suite: 'DEPASSEE' });
    expect(await lireDossier(registre, numero)).toMatchObject({
      version: 2,
      etat: 'EN_CSP',
      prochaineEcheance: '2026-02-20',
      prochaineLibelle: 'Plan de sécurisation professionnelle',
      terme: '2026-12-31',
      majLe: plusTard,
    });
    expect(await ecrire(3, '2026-03-01')).toEqual(appliquee);
    expect((await lireDossier(registre, numero))?.situation).toEqual(situation(numero, '2026-03-01'));
  });

  it('garde la plus récente de versions écrites en même temps', async () => {
    const { registre } = banc;
    const numero = await ouvrir('b');
    await Promise.all(
      [3, 9, 1, 7, 5].map((version) =>
        enregistrerSituation(registre, etat(numero, version), situation(numero, `2026-02-0${version}`), plusTard),
      ),
    );
    expect(await lireDossier(registre, numero)).toMatchObject({ version: 9, prochaineEcheance: '2026-02-09' });
  });

  it('d’un dossier effacé ne s’écrit nulle part', async () => {
    const numero = '2026-999999-01';
    const vue = situation(numero, '2026-02-01');
    expect(await enregistrerSituation(banc.registre, etat(numero, 1), vue, plusTard)).toEqual({ suite: 'INCONNU' });
    expect(await lireDossier(banc.registre, numero)).toBeNull();
  });
});

describe('état d’un parcours', () => {
  it('se reprend du registre tel que le parcours l’y a laissé', async () => {
    const { registre } = banc;
    const numero = await ouvrir('reprise');
    const vierge = await lireDossier(registre, numero);
    expect(vierge && etatParcours(vierge)).toEqual(etat(numero, 0));
    const laisse = etat(numero, 4, {
      journal: [
        { id: 'f1', acte: 'annuler', auteur: 'conseillere-1', enregistreLe: '2026-01-12T08:00:00Z', annule: 'f0' },
      ],
      issues: { f1: { id: 'f1', statut: 'RETENU', code: null, phrase: null, version: 4 } },
      termeAnnonce: dateCivile('2026-12-31'),
      changements: { x: { termeAvant: dateCivile('2026-12-31'), termeApres: dateCivile('2027-01-05') } },
    });
    await enregistrerSituation(registre, laisse, situation(numero, '2026-02-20'), plusTard);
    const inscrit = await lireDossier(registre, numero);
    expect(inscrit?.statut).toBe('OUVERT');
    expect(inscrit && etatParcours(inscrit)).toEqual(laisse);
  });
});

describe('liste des dossiers', () => {
  it('va de l’échéance la plus proche à la plus lointaine, filtre et cherche sans se tromper de %', async () => {
    const { registre } = banc;
    const noms = ['Cherché 100 % Lin', 'Cherchée Prune', 'Autre'];
    const numeros = await Promise.all(noms.map((nom, i) => ouvrir(`liste-${i}`, nom)));
    const dates = ['2026-06-01', '2026-05-01', '2026-04-01'];
    for (const [i, numero] of numeros.entries()) {
      const vue = situation(numero, dates[i] as string, i === 0 ? ['PSP_EN_RETARD'] : []);
      await enregistrerSituation(registre, etat(numero, 1), vue, plusTard);
    }
    const trouver = async (recherche: string) => (await listerDossiers(registre, { recherche })).map((l) => l.nom);
    expect(await trouver('cherché')).toEqual(['Cherchée Prune', 'Cherché 100 % Lin']);
    expect(await trouver('100 %')).toEqual(['Cherché 100 % Lin']);
    expect(await trouver('_')).toEqual([]);
    expect(await trouver(numeros[2] as string)).toEqual(['Autre']);
    const [enAlerte] = await listerDossiers(registre, { enAlerte: true, recherche: 'cherché' });
    expect(enAlerte).toMatchObject({
      alertes: 1,
      enUnePhrase: 'En CSP, plan d’action à valider.',
      terme: '2026-12-31',
    });
    expect(await compterDossiers(registre, { recherche: 'cherché', limite: 1 })).toBe(2);
    expect(await listerDossiers(registre, { recherche: 'cherché', limite: 1, decalage: 1 })).toHaveLength(1);
    expect(await compterDossiers(registre, { etat: 'TERMINE' })).toBe(0);
    expect(await compterDossiers(registre, { agence: 'agence-inventee', referent: 'referente-inventee' })).toBe(
      await compterDossiers(registre),
    );
  });

  it('se résume en nombres', async () => {
    const { dossiers } = await resume(banc.registre);
    expect(dossiers.total).toBe(await compterDossiers(banc.registre));
    expect(dossiers).toMatchObject({ parEtat: { EN_CSP: 6 }, enAlerte: 1, enOuverture: 0 });
    const enRetard = async (le: string) => (await retards(banc.registre, new Date(le))).echeances;
    expect([await enRetard('2026-05-01T20:00:00Z'), await enRetard('2026-05-02T02:00:00Z')]).toEqual([4, 5]);
  });

  it('trouve un nom comme on le tape, ligatures, lettres barrées et alphabets compris', async () => {
    const noms = ['Lœtitia Đạt', 'ŁUKASZ Jørgensen', 'Strauß-Işıl', 'Коваль'];
    for (const [i, nom] of noms.entries()) await ouvrir(`lettres-${i}`, nom);
    const trouver = async (recherche: string) => (await listerDossiers(banc.registre, { recherche })).map((l) => l.nom);
    for (const [i, tapes] of [
      ['loetitia', 'LŒTITIA', 'dat', 'Đạt'],
      ['lukasz', 'jorgensen', 'Jørgen'],
      ['strauss', 'isil'],
      ['коваль', 'Коваль'],
    ].entries())
      for (const tape of tapes) expect([tape, await trouver(tape)]).toEqual([tape, [noms[i]]]);
  });
});

describe('la recherche', () => {
  const chercher = async (recherche: string) =>
    (await listerDossiers(banc.registre, { recherche })).map((d) => d.numero);

  it('trouve la personne par ses noms dans tous les ordres, son e-mail et son entreprise, dès deux lettres', async () => {
    const identite = {
      ...personnesInventees.identite,
      prenom: 'Zoé-Ünal',
      nom: 'Quéré de Xhin',
      email: 'zq@essai.example.org',
    };
    const employeur = { nom: 'Tuilerie Wéry & Fils' };
    const o = ouverture('recherche', { personnes: { ...personnesInventees, identite, employeur } });
    const { numero } = await inscrireOuverture(banc.registre, o, maintenant);
    for (const tape of [
      'quéré zoé',
      'UNAL Quere',
      'xh',
      'qu zo',
      'wery',
      'tuilerie fils',
      'zq@essai.example.org',
      'uilerie',
    ])
      expect([tape, await chercher(tape)]).toEqual([tape, [numero]]);
    for (const tape of ['hi zo', 'zoe tuilerie absente', '%', '& _'])
      expect([tape, await chercher(tape)]).toEqual([tape, []]);
    for (const tape of [numero, numero.replaceAll('-', ' '), numero.slice(0, 11), numero.slice(5, 11)])
      expect([tape, await chercher(tape)]).toEqual([tape, [numero]]);
  });

  it('suit la personne dont le nom, le téléphone ou l’entreprise change', async () => {
    const numero = await ouvrir('change', 'Avantxyz');
    const { personnes } = ouverture('change');
    const identite = { ...personnes.identite, nom: 'Aprèsxyz', telephone: '06 39 98 77 55' };
    const reste = { employeur: { nom: 'Forge Neuvexyz' }, champs: ['nom'], auteur: 'conseillere-1' };
    await enregistrerCoordonnees(banc.registre, numero, { identite, ...reste }, plusTard);
    for (const tape of ['apresxyz', '06.39.98.77.55', 'neuvexyz']) expect(await chercher(tape)).toEqual([numero]);
    expect(await chercher('avantxyz')).toEqual([]);
  });

  it('trouve aussi les dossiers d’avant, repliés au démarrage suivant, par un index', async () => {
    const numero = await ouvrir('ancien', 'Ancienxyz');
    await banc.registre.pool.query('UPDATE identites SET recherche = NULL');
    expect(await chercher('ancienxyz')).toEqual([]);
    expect(await chercher(numero)).toEqual([numero]);
    await migrer(banc.url);
    expect(await chercher('ancienxyz')).toEqual([numero]);
    const { rows } = await banc.registre.pool.query(`SELECT 1 FROM pg_indexes WHERE indexname = 'identites_recherche'`);
    expect(rows).toHaveLength(1);
  });
});

describe('une réponse perdue', () => {
  it('la même version, dite plus tard, prend la place de celle dont la réponse s’est perdue', async () => {
    const { registre } = banc;
    const numero = await ouvrir('redite');
    const ecrire = async (jour: string, le: Date) =>
      (await enregistrerSituation(registre, etat(numero, 2), situation(numero, jour), le)).suite;
    expect(await ecrire('2026-02-20', plusTard)).toBe('APPLIQUEE');
    expect(await ecrire('2026-02-21', new Date(plusTard.getTime() + 1))).toBe('APPLIQUEE');
    expect(await ecrire('2026-02-22', plusTard)).toBe('DEPASSEE');
    expect((await lireDossier(registre, numero))?.prochaineEcheance).toBe('2026-02-21');
  });
});
