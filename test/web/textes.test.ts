import { champsCoordonnees } from '../../client/usages/changer-coordonnees';
import { dateCivile } from '../../domain/calendrier/dates';
import { champsDossier } from '../../domain/dossier/dossier';
import type { Evenement } from '../../domain/faits/evenements';
import { lireDossier, lirePersonnes, listerActions, listerRendezVous, retenuesEnCours } from '../../registre';
import { type Banc, champsDuFormulaire, lirePage, ouvrirBanc, texteDe } from './banc';

const accord: Evenement = { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' };

let banc: Banc;
let numero: string;
let rdv: string;
beforeAll(async () => {
  banc = await ouvrirBanc();
  numero = await banc.ouvrir('textes', [accord]);
  const adresse = `/dossiers/${numero}/rendez-vous`;
  const { html } = await lirePage(banc, `${adresse}/nouveau?sorte=SUIVI`);
  const passe = { sorte: 'SUIVI', mode: 'TELEPHONE', jour: '2025-07-15', heure: '9h30' };
  await banc.poster(adresse, { ...champsDuFormulaire(html, `${adresse}/apercu`), ...passe, _vus: '' });
  rdv = (await listerRendezVous(banc.registre, numero))[0]!.id;
});
afterAll(() => banc?.fermer());
afterEach(() => expect(banc.erreurs).toEqual([]));

const INTERDITS = ['\u0000', '\u0007'];
const REFUS = 'contient un caractère invisible ou illisible, qui ne peut pas être enregistré';

describe.each(INTERDITS)('un caractère %j', (interdit) => {
  const code = encodeURIComponent(`a${interdit}`);

  it('dans une adresse est refusé en nommant ce qui était demandé', async () => {
    for (const [page, noms] of [
      ['/', ['q', 'referent', 'etape', 'alerte', 'page']],
      ['/boite', ['q']],
      [`/dossiers/${numero}`, ['acte', 'rdv', 'tache', 'fin', 'courrier']],
      [`/dossiers/${numero}/evenement`, ['type', 'corrige']],
      [`/dossiers/${numero}/annulation`, ['entree']],
      [`/dossiers/${numero}/rendez-vous/nouveau`, ['sorte', 'depuis']],
    ] as const)
      for (const nom of noms) {
        const { statut, texte } = await lirePage(banc, `${page}?${nom}=${code}`);
        expect([page, nom, statut, texte]).toEqual([
          page,
          nom,
          400,
          expect.stringContaining(`Le champ « ${nom} » ${REFUS}`),
        ]);
      }
  });

  it('dans le chemin ne mène nulle part', async () => {
    for (const chemin of [
      `/dossiers/${code}`,
      `/boite/${code}`,
      `/boite/${code}/html`,
      `/dossiers/${numero}/rendez-vous/${code}/deplacer`,
      `/dossiers/${numero}/contenus/${code}`,
      `/dossiers/${numero}/documents/${code}`,
    ]) {
      expect([chemin, (await lirePage(banc, chemin)).statut]).toEqual([chemin, 404]);
    }
  });

  it('dans un formulaire est refusé, et rien ne change', async () => {
    const avant = await etat();
    const refus = async (adresse: string, champs: Record<string, string>, dit = REFUS) => {
      const reponse = await banc.poster(adresse, champs);
      const page = texteDe(await reponse.text());
      expect([adresse, champs, reponse.status, page]).toEqual([adresse, champs, 400, expect.stringContaining(dit)]);
    };
    const base = `/dossiers/${numero}`;
    const texte = `a${interdit}`;
    await refus(`${base}/actions`, { id: '0123456789abcdef', quoi: texte, pourLe: '' });
    await refus(`${base}/actions`, { id: '0123456789abcdef', quoi: 'Appeler', pourLe: texte });
    await refus(`${base}/actions/faite`, { id: texte });
    await refus(`${base}/actualisations`, { mois: texte, le: '2025-07-01' });
    await refus(`${base}/courriers/retenir`, { cle: texte, motif: 'essai' });
    await refus(`${base}/courriers/retenir`, { cle: 'x', motif: texte });
    await refus(`${base}/taches`, { cle: texte });
    for (const { nom, libelle } of champsCoordonnees)
      await refus(`${base}/coordonnees`, { [`champ.${nom}`]: texte }, `Le champ « ${libelle} » ${REFUS}`);
    const { html } = await lirePage(banc, `${base}/rendez-vous/nouveau?sorte=SUIVI`);
    const rendezVous = champsDuFormulaire(html, `${base}/rendez-vous/apercu`);
    for (const nom of ['sorte', 'mode', 'jour', 'heure', 'duree', 'lieu', 'lien', 'intitule'])
      await refus(`${base}/rendez-vous/apercu`, { ...rendezVous, [nom]: texte });
    const rectification = await lirePage(banc, `${base}/rectification?champ=plusieurs`);
    const tout = champsDuFormulaire(rectification.html, `${base}/evenement/apercu`);
    for (const { nom, libelle } of champsDossier)
      await refus(`${base}/evenement/apercu`, { ...tout, [`champ.${nom}`]: texte }, `Le champ « ${libelle} » ${REFUS}`);
    expect(await etat()).toEqual(avant);
  });
});

it('un compte rendu s’écrit sur plusieurs lignes, ses accents recomposés ; un caractère de contrôle y est refusé', async () => {
  await banc.registre.pool.query(`UPDATE rendez_vous SET debut = '2025-07-09T07:30:00Z' WHERE id = $1`, [rdv]);
  const adresse = `/dossiers/${numero}/rendez-vous/${rdv}/tenu`;
  const refus = await banc.poster(adresse, { le: '2025-07-09', notes: 'a\u0007' });
  expect([refus.status, texteDe(await refus.text())]).toEqual([
    400,
    expect.stringContaining(`Le champ « notes » ${REFUS}`),
  ]);
  await banc.poster(adresse, { le: '2025-07-09', notes: 'E\u0301crit\r\nici', 'quoi-0': 'E\u0301crire' });
  expect((await listerRendezVous(banc.registre, numero))[0]).toMatchObject({ compteRendu: { notes: 'Écrit\nici' } });
  expect(await listerActions(banc.registre, numero)).toMatchObject([{ quoi: 'Écrire' }]);
});

it('une recherche tapée en accents décomposés trouve', async () => {
  const { identite } = (await lirePersonnes(banc.registre, numero))!;
  const { texte } = await lirePage(banc, `/dossiers?q=${encodeURIComponent(` ${identite.nom.normalize('NFD')} `)}`);
  expect(texte).toContain(identite.nom);
});

async function etat() {
  const inscrit = (await lireDossier(banc.registre, numero))!;
  return [
    inscrit.journal,
    await lirePersonnes(banc.registre, numero),
    await listerActions(banc.registre, numero),
    await listerRendezVous(banc.registre, numero),
    await retenuesEnCours(banc.registre, numero),
  ];
}
