import { nouvelId } from '../../client/usages/planifier-rendez-vous';
import { dateCivile } from '../../domain/calendrier/dates';
import type { Evenement } from '../../domain/faits/evenements';
import { blocagesRappelsEnCours, lireDossier, lirePersonnes, listerActions, listerRendezVous } from '../../registre';
import { type Banc, champsDuFormulaire, lirePage, MAINTENANT, ouvrirBanc, texteDe } from './banc';

/** What files of the field hold, typed in the forms that take the same values. */
let banc: Banc;
beforeAll(async () => {
  banc = await ouvrirBanc();
});
afterAll(() => banc?.fermer());
afterEach(() => expect(banc.erreurs).toEqual([]));

const accord: Evenement = { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' };
const enTexte = async (reponse: Response) => texteDe(await reponse.text()).replace(/[\u00a0\u202f]/g, ' ');

describe('les coordonnées', () => {
  const poster = (numero: string, champs: Record<string, string>) =>
    banc.poster(
      `/dossiers/${numero}/coordonnees`,
      Object.fromEntries(Object.entries(champs).map(([nom, valeur]) => [`champ.${nom}`, valeur])),
    );

  it.each<[string, string, string, string]>([
    ['telephones', 'identite.telephone', '639980101', 'vouliez-vous écrire'],
    ['telephones', 'identite.telephone', '33639980102', 'vouliez-vous écrire'],
    ['telephones', 'identite.telephone', '0000000000', '« 0000000000 »'],
    ['telephones', 'identite.telephone', '06 39 98 01 1', '« 06 39 98 01 1 »'],
    ['codes-postaux', 'identite.codePostal', '1000', 'vouliez-vous écrire 01000'],
    ['codes-postaux', 'identite.codePostal', '1000,0', 'vouliez-vous écrire 01000'],
    ['codes-postaux', 'employeur.codePostal', '590000', 'n’est pas un code postal'],
    ['domaine-accentue', 'identite.email', 'éloïse@example.org', 'a un accent avant « @ »'],
    ['utf8-lu-deux-fois', 'identite.prenom', 'HÃ©lÃ¨ne', '« HÃ©lÃ¨ne »'],
    ['cp1252', 'identite.nom', 'Le C\u009cur', 'Nom'],
    ['caractere-nul', 'identite.nom', 'Mi\u0000lieu', 'Le champ « Nom » contient un caractère invisible'],
    ['limite', 'identite.nom', 'n'.repeat(107), '100 caractères au plus, 107 ici'],
  ])('%s : %s « %s » est refusé et dit à son champ', async (fichier, nom, valeur, attendu) => {
    const numero = await banc.ouvrir(`${fichier}-${JSON.stringify(valeur)}`);
    const avant = await lirePersonnes(banc.registre, numero);
    const reponse = await poster(numero, { [nom]: valeur });
    expect([reponse.status, await enTexte(reponse)]).toEqual([400, expect.stringContaining(attendu)]);
    expect(await lirePersonnes(banc.registre, numero)).toEqual(avant);
  });

  it.each<[string, Record<string, string>, object]>([
    [
      'un téléphone aux espaces insécables',
      { 'identite.telephone': '06\u00a039\u00a098\u00a001\u00a003' },
      { telephone: '06 39 98 01 03' },
    ],
    [
      'un domaine accentué',
      { 'identite.email': 'alix@société-exemple.fr' },
      { email: 'alix@xn--socit-exemple-ehbb.fr' },
    ],
    [
      'une adresse sur deux lignes',
      { 'identite.adresse': 'Bâtiment B\r\n12 rue des Lilas', 'identite.codePostal': '59 000' },
      { adresse: expect.objectContaining({ lignes: ['Bâtiment B', '12 rue des Lilas'], codePostal: '59000' }) },
    ],
  ])('%s est pris sous sa bonne forme', async (quoi, champs, attendu) => {
    const numero = await banc.ouvrir(quoi);
    expect((await poster(numero, champs)).status).toBe(303);
    expect((await lirePersonnes(banc.registre, numero))!.identite).toMatchObject(attendu);
  });

  it('un mobile de La Réunion prend l’indicatif de la résidence du dossier', async () => {
    const { dossier } = (await lireDossier(banc.registre, await banc.ouvrir('modele')))!;
    const numero = await banc.ouvrir('reunion', [], { dossier: { ...dossier, residence: 'la-reunion' } });
    expect((await poster(numero, { 'identite.telephone': '0692 00 12 12' })).status).toBe(303);
    expect((await lirePersonnes(banc.registre, numero))!.identite.telephone).toBe('+262 692 00 12 12');
  });
});

describe('la rectification', () => {
  const CHOISIS = {
    'champ.modeProposition': 'ENTRETIEN_PREALABLE',
    'champ.motifRupture': 'LICENCIEMENT_ECONOMIQUE',
    'champ.residence': 'metropole',
  };

  it.each([
    ['effectif-mille', 'effectifEntreprise', '1.240', 'se lit de deux façons'],
    ['effectif-mille', 'effectifEntreprise', '48,5', 'nombre entier de salariés'],
    ['naissances', 'dateNaissance', '01/01/2030', 'n’est pas avant la remise du'],
    ['naissances', 'dateNaissance', '01/01/2015', 'donne 10 ans à la remise du'],
    ['naissances', 'dateNaissance', '01/01/1900', 'donne 125 ans à la remise du'],
    ['utf8-lu-deux-fois', 'bassinEmploi', 'BÃ©thune', '« BÃ©thune »'],
  ])('%s : %s « %s » est refusé et dit', async (_, nom, valeur, attendu) => {
    const numero = await banc.ouvrir(`rectifier-${valeur}`, [accord]);
    const action = `/dossiers/${numero}/evenement/apercu`;
    const { html } = await lirePage(banc, `/dossiers/${numero}/rectification?champ=plusieurs`);
    const saisie = { ...champsDuFormulaire(html, action), ...CHOISIS, [`champ.${nom}`]: valeur };
    const reponse = await banc.poster(action, saisie);
    expect([reponse.status, await enTexte(reponse)]).toEqual([400, expect.stringContaining(attendu)]);
    expect((await lireDossier(banc.registre, numero))!.journal).toHaveLength(1);
  });
});

describe('un caractère nul', () => {
  it('dans un rendez-vous, une action, un motif ou une recherche est refusé, et n’est pas gardé', async () => {
    const { registre } = banc;
    const numero = await banc.ouvrir('nul', [accord]);
    const rdv = {
      _id: nouvelId(),
      _sequence: '',
      _vus: '',
      sorte: 'SUIVI',
      mode: 'PRESENTIEL',
      jour: '2025-07-21',
      heure: '9h30',
    };
    const refuse = async (reponse: Response) =>
      expect([reponse.status, await enTexte(reponse)]).toEqual([
        400,
        expect.stringContaining('un caractère invisible'),
      ]);
    const saisie = { ...rdv, duree: '30', lieu: 'Salle\u0000 B', intitule: '', lien: '' };
    await refuse(await banc.poster(`/dossiers/${numero}/rendez-vous`, saisie));
    const sain = { ...saisie, lieu: 'Salle B\n2e étage' };
    expect((await banc.poster(`/dossiers/${numero}/rendez-vous`, sain)).status).toBe(303);
    expect((await listerRendezVous(registre, numero)).map((r) => r.lieu)).toEqual(['Salle B 2e étage']);
    const action = { id: nouvelId(), quoi: 'Refaire\u0000 le CV', pourLe: '' };
    await refuse(await banc.poster(`/dossiers/${numero}/actions`, action));
    expect(await listerActions(registre, numero)).toEqual([]);
    const rappels = { 'champ.jusquau': '2025-07-31', 'champ.motif': 'Hospita\u0000lisée' };
    await refuse(await banc.poster(`/dossiers/${numero}/rappels`, rappels));
    expect(await blocagesRappelsEnCours(registre, MAINTENANT, numero)).toEqual([]);
    const recherche = await lirePage(banc, `/?q=${encodeURIComponent('Nul\u0000')}`);
    expect([recherche.statut, recherche.texte]).toEqual([400, expect.stringContaining('un caractère invisible')]);
    await refuse(await banc.poster(`/dossiers/${numero}/taches`, { cle: `${numero}/\u0000` }));
    await refuse(await banc.poster('/confier', { a: 'x\u0000' }));
  });
});
