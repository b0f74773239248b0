import { dateCivile } from '../../domain/calendrier/dates';
import { lireNumero } from '../../domain/dossier/numero';
import { situer } from '../../domain/parcours/situer';
import {
  battre,
  blocagesEnCours,
  dossiersEnOuverture,
  enregistrerSituation,
  etatParcours,
  inscrireOuverture,
  lireDossier,
  lirePersonnes,
  listerAgences,
  numeroDeLEmpreinte,
  ouvrirRegistre,
  preparerPoint,
  resume,
} from '../../registre';
import { dossierInvente, ouverture, personnesInventees } from '../outils/ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';
import { administrer, adresseBase } from '../outils/serveur-registre';

const maintenant = new Date('2026-01-12T08:00:00Z');
let banc: RegistreDeTest;
beforeAll(async () => {
  banc = await ouvrirRegistreDeTest();
});
afterAll(() => banc?.fermer());

describe('ouverture d’un dossier au registre', () => {
  it('donne un numéro à clé juste et garde dossier, personnes et date de reprise tels quels', async () => {
    const { registre } = banc;
    const dateReprise = dateCivile('2025-12-01');
    const { numero, nouveau } = await inscrireOuverture(registre, ouverture('a', { dateReprise }), maintenant);
    expect(nouveau).toBe(true);
    expect(numero).toMatch(/^2026-/);
    expect(lireNumero(numero)).toEqual({ ok: true, numero });
    const inscrit = await lireDossier(registre, numero);
    expect(inscrit).toMatchObject({
      statut: 'OUVERTURE',
      version: 0,
      dossier: dossierInvente,
      journal: [],
      situation: null,
      creeLe: maintenant,
    });
    // A civil date comes back as the string it is, never moved by a zone.
    expect(inscrit?.dateReprise).toBe('2025-12-01');
    expect(await lirePersonnes(registre, numero)).toEqual(personnesInventees);
  });

  it('deux fois la même empreinte ouvre une fois, même avec un autre contenu', async () => {
    const { registre } = banc;
    const premiere = await inscrireOuverture(registre, ouverture('b'), maintenant);
    const autre = ouverture('b', { dossier: { ...dossierInvente, residence: 'martinique' } });
    expect(await inscrireOuverture(registre, autre, maintenant)).toEqual({ ...premiere, nouveau: false });
    expect(await numeroDeLEmpreinte(registre, 'b')).toBe(premiere.numero);
    expect((await lireDossier(registre, premiere.numero))?.dossier.residence).toBe('metropole');
  });

  it('des ouvertures simultanées reçoivent des numéros distincts et qui se suivent', async () => {
    const { registre } = banc;
    const avant = (await resume(registre)).dossiers.total;
    const ouvertures = Array.from({ length: 24 }, (_, i) =>
      inscrireOuverture(registre, ouverture(`c${i}`), maintenant),
    );
    const numeros = (await Promise.all(ouvertures)).map((o) => o.numero);
    const rangs = numeros.map((n) => Number(n.slice(5, 11))).sort((a, b) => a - b);
    expect(rangs).toEqual(Array.from({ length: 24 }, (_, i) => avant + 1 + i));
  });

  it('la même empreinte ouverte en même temps par plusieurs n’ouvre qu’un dossier', async () => {
    const { registre } = banc;
    const avant = (await resume(registre)).dossiers.total;
    const ensemble = Array.from({ length: 8 }, () => inscrireOuverture(registre, ouverture('d'), maintenant));
    const issues = await Promise.all(ensemble);
    expect(new Set(issues.map((i) => i.numero)).size).toBe(1);
    expect(issues.filter((i) => i.nouveau)).toHaveLength(1);
    expect((await resume(registre)).dossiers.total).toBe(avant + 1);
    // The numbers given back leave no hole.
    const { numero } = await inscrireOuverture(registre, ouverture('e'), maintenant);
    expect(Number(numero.slice(5, 11))).toBe(avant + 2);
  });

  it('chaque année recommence à 1', async () => {
    const { numero } = await inscrireOuverture(banc.registre, ouverture('f'), new Date('2027-01-04T08:00:00Z'));
    expect(numero).toMatch(/^2027-000001-\d\d$/);
  });

  it('reste à démarrer tant que le parcours n’a pas dit qu’il vit', async () => {
    const { registre } = banc;
    const { numero } = await inscrireOuverture(registre, ouverture('g'), maintenant);
    const enAttente = async () => (await dossiersEnOuverture(registre, 100)).map((d) => d.numero);
    expect(await enAttente()).toContain(numero);
    const etat = etatParcours((await lireDossier(registre, numero))!);
    const { situation } = situer({ etat, enCours: [], maintenant: maintenant.toISOString() }, { envoi: 'immediat' });
    await enregistrerSituation(registre, { ...etat, version: 1 }, situation, maintenant);
    expect(await enAttente()).not.toContain(numero);
    expect(await lireDossier(registre, numero)).toMatchObject({ statut: 'OUVERT', majLe: maintenant });
  });

  it('une ouverture ne change pas ce qui est connu de l’agence', async () => {
    const { registre } = banc;
    const agence = { ...personnesInventees.agence, nom: 'Un autre nom' };
    const personnes = { ...personnesInventees, agence };
    await inscrireOuverture(registre, ouverture('h', { personnes }), maintenant);
    expect((await listerAgences(registre)).map((a) => a.nom)).toEqual(['Agence inventée']);
    expect(await lirePersonnes(registre, 'inconnu')).toBeNull();
  });
});

describe('un registre revenu d’une copie', () => {
  it('retient tous les courriers une fois, et ne redonne pas un numéro donné depuis', async () => {
    const origine = await ouvrirRegistreDeTest();
    const calme = { interruption: false, copie: false };
    for (let fois = 0; fois < 2; fois++) expect(await battre(origine.registre, maintenant)).toEqual(calme);
    await inscrireOuverture(origine.registre, ouverture('a'), maintenant);
    await origine.registre.fermer();
    const base = new URL(origine.url).pathname.slice(1);
    await administrer(banc.url, `CREATE DATABASE ${base}_copie TEMPLATE ${base}`);
    const serveur = origine.url.replace(base, 'jalon');
    const copie = ouvrirRegistre(adresseBase(serveur, `${base}_copie`));
    expect(await battre(copie, maintenant)).toEqual({ ...calme, copie: true });
    expect(await battre(copie, maintenant)).toEqual(calme);
    expect(await blocagesEnCours(copie)).toMatchObject([{ code: null, agence: null, par: 'jalon' }]);
    const point = { referent: personnesInventees.referent.id, agence: personnesInventees.agence.id };
    const matin = { ...point, jour: dateCivile('2026-01-12'), lecteur: null, adresse: 'x@example.org' };
    const mots = { messageId: '<x@y>', objet: 'o', gabarit: 'g', texte: 't', html: 'h' };
    expect(await preparerPoint(copie, { ...matin, ...mots }, maintenant)).toEqual({ suite: 'RETENU' });
    expect((await inscrireOuverture(copie, ouverture('b'), maintenant)).numero).toMatch(/^2026-010002-/);
    await copie.fermer();
    await administrer(banc.url, `DROP DATABASE ${base}_copie`);
    await origine.fermer();
  });
});
