import { dateCivile } from '../../domain/calendrier/dates';
import { definitions, typesEvenement } from '../../domain/faits/evenements';
import { sortes } from '../../domain/rendez-vous/sortes';
import { listerRendezVous, listerTaches } from '../../registre';
import { codesNus } from '../outils/codes-nus';
import { type Banc, champsDuFormulaire, lirePage, ouvrirBanc, texteDe } from './banc';

let banc: Banc;
let numero: string;
beforeAll(async () => {
  banc = await ouvrirBanc();
  // A protected date, a leave too long, an exclusion that waits, facts set aside: what shows codes.
  numero = await banc.ouvrir('codes', [
    { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' },
    { type: 'CONGES', debut: dateCivile('2025-05-01'), fin: dateCivile('2025-06-20') },
  ]);
  const faits = [
    { type: 'DEMANDE_REINSCRIPTION', date: '2025-07-09' },
    { type: 'SORTIE', date: '2025-07-09', motif: 'MANQUEMENT', faits: 'Absence le 2 juin.' },
    { type: 'REPRISE_EMPLOI', nature: 'CDD', debut: '2025-07-20', fin: '2025-09-20', particulier: true },
  ];
  for (const [rang, evenement] of faits.entries())
    await banc.envoyer(numero, 'consigner', { id: `f${rang}`, auteur: 'conseillere-1', evenement });
  const reglement = { surcharge: { preBilanJours: 10 }, source: 'essai' };
  await banc.envoyer(numero, 'adopterReglement', { id: 'ad', auteur: 'conseillere-1', reglement });
  // Refused: what another tool sends makes tasks.
  await banc.envoyer(numero, 'consigner', {
    auteur: 'paie',
    evenement: { type: 'ARRET_MALADIE', debut: '2025-07-01' },
  });
  await banc.envoyer(numero, 'annuler', { auteur: 'paie', annule: 'inconnu' });
});
afterAll(() => banc?.fermer());

it('aucune page ne montre un code, une règle ou un nom de champ sans ses mots', async () => {
  const dossier = `/dossiers/${numero}`;
  const pages = [
    ...['/', '/taches', '/compte', dossier, `${dossier}/evenement`, `${dossier}/rectification`],
    ...['parametres', 'coordonnees', 'referent', 'rappels', 'erreur', 'silence'].map((page) => `${dossier}/${page}`),
    ...['f1'].flatMap((id) => [`${dossier}/confirmation?entree=${id}`, `${dossier}/annulation?entree=${id}`]),
    ...[`${dossier}/rectification?champ=plusieurs`, `${dossier}/rendez-vous/nouveau`],
    ...typesEvenement.map((type) => `${dossier}/evenement?type=${type}`),
  ];
  for (const page of pages) {
    const { statut, texte } = await lirePage(banc, page);
    expect([page, statut, codesNus(texte)]).toEqual([page, 200, []]);
  }
  const exploitation = await lirePage(await banc.comme({ role: 'EXPLOITATION' }), '/exploitation');
  expect([exploitation.statut, codesNus(exploitation.texte)]).toEqual([200, []]);
});

/** A form as a browser would send it, lists included. */
async function formulaire(adresse: string, action: string): Promise<Record<string, string>> {
  const { html } = await lirePage(banc, adresse);
  const listes = [...html.matchAll(/<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs)].map(([, nom, corps]) => [
    nom!,
    /<option value="([^"]*)" selected/.exec(corps!)?.[1] ?? /<option value="([^"]+)"/.exec(corps!)?.[1] ?? '',
  ]);
  return { ...champsDuFormulaire(html, action), ...Object.fromEntries(listes) };
}

const nusDe = async (reponse: Response) => codesNus(texteDe(await reponse.text()));

/** Days before the CSP, in it, after it, the wrong way round, and none: what rules and forms refuse. */
const JOURS = [
  ['2024-01-01', '2024-01-10'],
  ['2025-07-01', '2025-12-31'],
  ['2025-07-31', '2025-07-01'],
  ['2026-09-01', '2026-09-02'],
  ['', ''],
];

it.each(typesEvenement)('l’aperçu d’un événement non plus, ni son refus, ni ce qu’il devient : %s', async (type) => {
  const action = `/dossiers/${numero}/evenement/apercu`;
  const saisie = await formulaire(`/dossiers/${numero}/evenement?type=${type}`, action);
  const premieres = Object.fromEntries(
    definitions[type].champs.flatMap(({ nom, choix }) => (choix ? [[`champ.${nom}`, choix[0]!.valeur]] : [])),
  );
  for (const [debut, fin] of JOURS) {
    const dates = { 'champ.debut': debut!, 'champ.fin': fin!, 'champ.date': debut! };
    expect([debut, await nusDe(await banc.poster(action, { ...saisie, ...premieres, ...dates }))]).toEqual([debut, []]);
  }
});

it.each(Object.keys(sortes))('l’aperçu d’un rendez-vous non plus, ni son refus : %s', async (sorte) => {
  const base = `/dossiers/${numero}/rendez-vous`;
  const saisie = await formulaire(`${base}/nouveau`, `${base}/apercu`);
  // A Sunday, out of any window, twice the same; then in the past, and at an hour that is none.
  for (const [jour, heure] of [
    ['2025-12-21', '09:30'],
    ['2025-12-22', '09:30'],
    ['2024-01-01', '09:30'],
    ['2025-12-22', '99'],
  ]) {
    const champs = { ...saisie, sorte, jour: jour!, heure: heure!, intitule: 'Essai' };
    const reponse = await banc.poster(`${base}/apercu`, champs);
    const html = await reponse.text();
    expect([jour, heure, codesNus(texteDe(html))]).toEqual([jour, heure, []]);
    if (sorte === 'SUIVI') expect(html.includes('Enregistrer quand même')).toBe(jour === '2025-12-21');
    if (reponse.status !== 200) continue;
    await banc.poster(base, champsDuFormulaire(html, base));
    expect(await nusDe(await banc.poster(`${base}/apercu`, champs))).toEqual([]);
  }
  const [rdv] = await listerRendezVous(banc.registre, numero);
  for (const page of rdv === undefined ? [] : ['deplacer', 'annuler', 'manque', 'tenu'])
    expect([page, codesNus((await lirePage(banc, `${base}/${rdv!.id}/${page}`)).texte)]).toEqual([page, []]);
});

it('les tâches non plus, dont celles d’un message refusé', async () => {
  const libelles = (await listerTaches(banc.registre, { numero })).map(({ libelle }) => libelle);
  expect(libelles.filter((libelle) => /a été refusé/.test(libelle))).toHaveLength(2);
  expect(libelles.flatMap(codesNus)).toEqual([]);
});
