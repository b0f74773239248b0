import { chercherDoublons } from '../../client/usages/chercher-doublons';
import { dateCivile } from '../../domain/calendrier/dates';
import type { Evenement } from '../../domain/faits/evenements';
import {
  compterDossiers,
  creerRendezVous,
  faitsDuPoint,
  lireDossier,
  listerDossiers,
  listerRendezVous,
  listerTaches,
  resume,
  tracesDuDossier,
} from '../../registre';
import { personnesInventees } from '../outils/ouvertures';
import { type Banc, champsDuFormulaire, lirePage, ouvrirBanc, texteDe } from './banc';

const accord: Evenement = { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' };

let banc: Banc;
beforeAll(async () => {
  banc = await ouvrirBanc();
});
afterAll(() => banc?.fermer());
afterEach(() => expect(banc.erreurs).toEqual([]));

const lire = (adresse: string) => lirePage(banc, adresse);
const demanderApercu = async (numero: string, motif: string) => {
  const action = `/dossiers/${numero}/evenement/apercu`;
  const { html } = await lire(`/dossiers/${numero}/erreur`);
  const reponse = await banc.poster(action, { ...champsDuFormulaire(html, action), _motif: motif });
  const page = await reponse.text();
  return { statut: reponse.status, html: page, texte: texteDe(page).replace(/[\u00a0\u202f]/g, ' ') };
};
const confirmer = async (numero: string, html: string) => {
  const action = `/dossiers/${numero}/evenement`;
  const reponse = await banc.poster(action, champsDuFormulaire(html, action));
  return lire(reponse.headers.get('location')!);
};
const rendezVous = (numero: string, id: string, debut: string) =>
  creerRendezVous(
    banc.registre,
    {
      ...{ id, numero, sorte: 'SUIVI', mode: 'TELEPHONE', debut, dureeMinutes: 30 },
      ...{ lieu: null, lien: null, intitule: null },
    },
    'conseillere-1',
    new Date('2025-07-01T09:00:00Z'),
  );

it('sans motif, rien n’est fermé : le formulaire le redemande', async () => {
  const numero = await banc.ouvrir('sans-motif', [accord]);
  const { statut, texte } = await demanderApercu(numero, ' ');
  expect([statut, texte.includes('Dites pourquoi ce dossier n’aurait pas dû être ouvert.')]).toEqual([400, true]);
  expect((await lireDossier(banc.registre, numero))!.etat).toBe('EN_CSP');
});

it('l’aperçu dit ce qui s’arrête ; confirmé, le dossier est fermé partout comme ouvert par erreur', async () => {
  const { registre } = banc;
  const bon = await banc.ouvrir('bon', [accord]);
  const numero = await banc.ouvrir('erreur', [accord]);
  await rendezVous(numero, 'aaaaaaaaaaaaaaa1', '2025-07-15T07:30:00.000Z');
  await rendezVous(numero, 'aaaaaaaaaaaaaaa2', '2025-07-08T07:30:00.000Z');
  const avant = await compterDossiers(registre);
  expect((await chercherDoublons(registre)).flat().map((d) => d.numero)).toContain(numero);

  const page = await lire(`/dossiers/${numero}`);
  expect(page.html).toContain(`href="/dossiers/${numero}/erreur"`);
  const apercu = await demanderApercu(numero, 'Homonyme, voir l’autre dossier');
  expect(apercu.statut).toBe(200);
  expect(apercu.texte).toMatch(/Ces rendez-vous seront annulés .* le 15\/07\/2025 à 9 h 30/);
  expect(apercu.texte).toContain('Ouvert par erreur, et fermé comme tel le 10/07/2025.');
  expect((await lireDossier(registre, numero))!.etat).toBe('EN_CSP');

  const { texte, html } = await confirmer(numero, apercu.html);
  expect(texte).toContain('Le dossier est fermé, comme ouvert par erreur.');
  expect(texte).toContain('Motif : Homonyme, voir l’autre dossier');
  expect(html).not.toContain(`href="/dossiers/${numero}/evenement`);
  expect(html.match(/\/annulation\?entree=/g)).toHaveLength(1);

  const inscrit = (await lireDossier(registre, numero))!;
  expect(inscrit).toMatchObject({ etat: 'OUVERT_PAR_ERREUR', prochaineEcheance: null, terme: null, alertes: 0 });
  expect((await listerRendezVous(registre, numero)).map((r) => r.statut)).toEqual(['ANNULE', 'ANNULE']);
  expect(await listerTaches(registre, { numero, statut: 'A_FAIRE' })).toEqual([]);
  expect((await tracesDuDossier(registre, numero)).map((t) => t.acte)).toContain('FERMER_PAR_ERREUR');

  expect(await compterDossiers(registre)).toBe(avant - 1);
  expect((await resume(registre)).dossiers).toMatchObject({ total: avant - 1 });
  expect((await listerDossiers(registre)).map((d) => d.numero)).not.toContain(numero);
  expect((await listerDossiers(registre, { recherche: numero })).map((d) => d.numero)).toEqual([numero]);
  expect((await lire(`/dossiers?etape=OUVERT_PAR_ERREUR`)).texte).toContain(`${numero} Ouvert par erreur`);
  expect((await chercherDoublons(registre)).flat().map((d) => d.numero)).not.toContain(numero);
  const periode = { jour: dateCivile('2025-07-10'), fin: dateCivile('2025-07-17'), depuis: new Date('2025-07-01') };
  const point = await faitsDuPoint(registre, personnesInventees.referent.id, periode);
  expect(point.map((f) => f.numero)).toContain(bon);
  expect(point.map((f) => f.numero)).not.toContain(numero);

  const refuse = await banc.envoyer(numero, 'consigner', { id: 'tard', auteur: 'x', evenement: accord });
  expect(refuse).toMatchObject({ statut: 'REFUSE', code: 'DOSSIER_OUVERT_PAR_ERREUR' });
  const taches = await listerTaches(registre, { numero, statut: 'A_FAIRE' });
  expect(taches.map((t) => t.type)).toEqual(['MESSAGE_REFUSE']);
});

it('fermé à tort, il reprend par l’annulation de sa fermeture', async () => {
  const numero = await banc.ouvrir('a-tort', [accord]);
  await banc.envoyer(numero, 'fermerParErreur', { id: 'f1', auteur: 'x', motif: 'double' });
  expect((await lireDossier(banc.registre, numero))!.etat).toBe('OUVERT_PAR_ERREUR');
  await banc.envoyer(numero, 'annuler', { id: 'a1', auteur: 'x', annule: 'f1' });
  expect(await lireDossier(banc.registre, numero)).toMatchObject({ etat: 'EN_CSP', terme: '2026-03-24' });
});
