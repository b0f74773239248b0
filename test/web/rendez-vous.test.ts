import { previsualiserUnActe } from '../../client/usages/previsualiser-un-acte';
import { dateCivile } from '../../domain/calendrier/dates';
import type { Evenement } from '../../domain/faits/evenements';
import { lireDossier, listerActions, listerRendezVous, listerTaches, tracesDuDossier } from '../../registre';
import { type Banc, champsDuFormulaire, lirePage, MAINTENANT, ouvrirBanc, texteDe } from './banc';

const evenements: Evenement[] = [
  { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' },
  { type: 'PRE_BILAN_REALISE', date: dateCivile('2025-03-31') },
  { type: 'PSP_VALIDE', date: dateCivile('2025-04-15') },
];

let banc: Banc;
let maintenant = MAINTENANT;
let prevenus: string[] = [];
beforeAll(async () => {
  banc = await ouvrirBanc({ maintenant: () => maintenant });
  banc.deps.actes.prevenir = async ({ id }) => {
    prevenus.push(id);
  };
});
afterAll(() => banc?.fermer());
beforeEach(() => {
  maintenant = MAINTENANT;
  prevenus = [];
});
afterEach(() => expect(banc.erreurs).toEqual([]));

const lire = (adresse: string) => lirePage(banc, adresse);
const ouvrir = (nom: string) => banc.ouvrir(nom, evenements, { dateReprise: dateCivile('2025-07-10') });

/** The form of a page with what a person changes; selects are not inputs, and a browser sends them too. */
async function saisir(numero: string, champs: Record<string, string>, adresse = 'nouveau', action = '') {
  const { html, texte } = await lire(`/dossiers/${numero}/rendez-vous/${adresse}`);
  const selects = [...html.matchAll(/<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs)].map(([, nom, corps]) => [
    nom!,
    /<option value="([^"]*)" selected/.exec(corps!)?.[1] ?? '',
  ]);
  const base = `/dossiers/${numero}/rendez-vous${action}`;
  return {
    texte,
    base,
    champs: { ...champsDuFormulaire(html, `${base}/apercu`), ...Object.fromEntries(selects), ...champs },
  };
}

async function planifier(numero: string, champs: Record<string, string>): Promise<string> {
  const { base, champs: saisie } = await saisir(numero, champs);
  const apercu = await (await banc.poster(`${base}/apercu`, saisie)).text();
  const reponse = await banc.poster(base, champsDuFormulaire(apercu, base));
  expect(reponse.status).toBe(303);
  return (await listerRendezVous(banc.registre, numero)).at(-1)!.id;
}

const suivi = { sorte: 'SUIVI', jour: '2025-07-29', heure: '09:30' };

describe('planifier', () => {
  it('un jour et une heure suffisent ; l’aperçu dit ce qui partira, puis tout est enregistré une fois', async () => {
    const numero = await ouvrir('planifier');
    expect((await lire(`/dossiers/${numero}`)).texte).toContain(
      'Entretien de point d’étape, du 25/06/2025 au 24/07/2025 (règle R13, point d’étape)',
    );
    const { texte, base, champs } = await saisir(numero, { jour: '2025-07-21', heure: '09:30' });
    expect(texte).toContain('Entretien de point d’étape : du 25/06/2025 au 24/07/2025 (règle R13, point d’étape).');
    expect(champs).toMatchObject({ sorte: 'POINT_ETAPE', mode: 'PRESENTIEL' });
    expect(champs.lieu).toContain('1 place du Marché');
    const apercu = await banc.poster(`${base}/apercu`, champs);
    expect(apercu.status).toBe(200);
    const html = await apercu.text();
    const vu = texteDe(html);
    expect(vu).toContain('Entretien de point d’étape, lundi 21 juillet 2025 à 9 h 30');
    expect(vu).toContain('45 minutes');
    expect(vu).toMatch(/Convocation à un rendez-vous : partira le 10\/07\/2025/i);
    expect(vu).not.toContain('quand même');
    expect(await listerRendezVous(banc.registre, numero)).toEqual([]);

    const confirme = champsDuFormulaire(html, base);
    for (let fois = 0; fois < 2; fois++) expect((await banc.poster(base, confirme)).status).toBe(303);
    expect(await listerRendezVous(banc.registre, numero)).toMatchObject([
      { sorte: 'POINT_ETAPE', debut: '2025-07-21T07:30:00.000Z', dureeMinutes: 45, statut: 'PREVU', sequence: 0 },
    ]);
    const page = await lire(`/dossiers/${numero}?rdv=planifie`);
    expect(page.texte).toContain('Le rendez-vous est planifié.');
    expect(page.texte).toContain('lundi 21 juillet 2025 à 9 h 30 : Entretien de point d’étape');
    expect(page.texte).not.toContain('Entretien de point d’étape, du 25/06/2025');
    expect((await tracesDuDossier(banc.registre, numero)).filter((t) => t.acte === 'RDV_PLANIFIER')).toHaveLength(1);
    expect(prevenus).toHaveLength(2);
  });

  it('les fautes sont dites champ par champ, rien n’est gardé, la saisie revient', async () => {
    const numero = await ouvrir('fautes');
    const { base, champs } = await saisir(numero, { ...suivi, heure: '25h', mode: 'VISIO', lien: 'visio.example.org' });
    const reponse = await banc.poster(`${base}/apercu`, champs);
    const html = await reponse.text();
    expect(reponse.status).toBe(400);
    expect(texteDe(html)).toContain('L’heure n’existe pas');
    expect(texteDe(html)).toContain('Le lien doit commencer par https://');
    expect(html).toMatch(/id="heure"[^>]*aria-invalid="true"/);
    expect(html).toContain('value="visio.example.org"');
    const passe = await banc.poster(base, {
      ...champs,
      ...suivi,
      jour: '09/07/2025',
      mode: 'PRESENTIEL',
      _confirme: 'oui',
    });
    expect(texteDe(await passe.text())).toContain('La date du rendez-vous est passée.');
    expect(await listerRendezVous(banc.registre, numero)).toEqual([]);
  });

  it('ce qui mérite un regard se confirme : férié, chevauchement, référent occupé', async () => {
    const [numero, autre] = [await ouvrir('regard'), await ouvrir('regard-autre')];
    await planifier(autre, suivi);
    await planifier(numero, { ...suivi, heure: '10:30' });
    const { base, champs } = await saisir(numero, { ...suivi, heure: '10:15', duree: '30' });
    const { _vus, ...sans } = champs;
    const seul = await banc.poster(base, sans);
    expect(seul.status).toBe(400);
    expect(texteDe(await seul.text())).toContain('La personne a déjà un autre rendez-vous à cette heure.');
    const ferie = await saisir(numero, { ...suivi, jour: '2025-08-15' });
    const apercu = await (await banc.poster(`${base}/apercu`, ferie.champs)).text();
    expect(texteDe(apercu)).toContain('samedi, un dimanche ou un jour férié');
    expect(texteDe(apercu)).toContain('Enregistrer quand même');
    const occupe = await saisir(numero, { ...suivi, heure: '9h45', duree: '15' });
    expect(await (await banc.poster(`${base}/apercu`, occupe.champs)).text()).toContain('title="RDV_REFERENT_OCCUPE"');
    expect(await listerRendezVous(banc.registre, numero)).toHaveLength(1);
  });

  it('une demande venue d’ailleurs n’enregistre rien', async () => {
    const numero = await ouvrir('ailleurs');
    const reponse = await banc.app.request(`http://127.0.0.1:3000/dossiers/${numero}/rendez-vous`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'https://ailleurs.example.org' },
      body: new URLSearchParams({ ...suivi, _id: '0123456789abcdef', _confirme: 'oui' }).toString(),
    });
    expect(reponse.status).toBe(403);
    expect((await banc.poster(`/dossiers/${numero}/rendez-vous`, { ...suivi, _id: 'x' })).status).toBe(400);
    expect(await listerRendezVous(banc.registre, numero)).toEqual([]);
  });
});

describe('déplacer, annuler', () => {
  it('déplacer garde la sorte, dit l’ancienne date, et refuse ce qui a changé entre-temps', async () => {
    const numero = await ouvrir('deplacer');
    const id = await planifier(numero, suivi);
    const { texte, base, champs } = await saisir(numero, { jour: '2025-07-30' }, `${id}/deplacer`, `/${id}/deplacer`);
    expect(texte).toContain('À la place de : Rendez-vous de suivi, mardi 29 juillet 2025 à 9 h 30');
    const html = await (await banc.poster(`${base}/apercu`, champs)).text();
    const confirme = champsDuFormulaire(html, base);
    expect((await banc.poster(base, confirme)).status).toBe(303);
    expect(await listerRendezVous(banc.registre, numero)).toMatchObject([
      { sorte: 'SUIVI', debut: '2025-07-30T07:30:00.000Z', sequence: 1 },
    ]);
    const depasse = await banc.poster(base, { ...confirme, jour: '2025-07-31' });
    expect(depasse.status).toBe(400);
    expect(texteDe(await depasse.text())).toContain('a changé depuis que vous l’avez vu');
  });

  it('annuler dit d’abord ce qui partira', async () => {
    const numero = await ouvrir('annuler');
    const id = await planifier(numero, suivi);
    const adresse = `/dossiers/${numero}/rendez-vous/${id}/annuler`;
    const { html, texte } = await lire(adresse);
    expect(texte).toContain('Aucun courrier ne partira.');
    expect((await banc.poster(adresse, champsDuFormulaire(html, adresse))).status).toBe(303);
    expect(await listerRendezVous(banc.registre, numero)).toMatchObject([{ statut: 'ANNULE', sequence: 1 }]);
    expect((await lire(`/dossiers/${numero}?rdv=annule`)).texte).toContain('Rendez-vous passés ou annulés (1)');
    const autre = await ouvrir('annuler-autre');
    expect((await lire(`/dossiers/${autre}/rendez-vous/${id}/annuler`)).statut).toBe(404);
  });
});

it('ses courriers à venir se retiennent comme les autres', async () => {
  const numero = await ouvrir('retenir');
  const id = await planifier(numero, suivi);
  const cle = `${numero}/RDV_CONVOCATION/BENEFICIAIRE/2025-07-29-${id}-0`;
  const retenir = (champs: Record<string, string>) => banc.poster(`/dossiers/${numero}/courriers/retenir`, champs);
  expect((await retenir({ cle: cle.replace(id, 'autre'), motif: 'À relire' })).status).toBe(400);
  const reponse = await retenir({ cle, motif: 'À relire' });
  expect(reponse.status).toBe(303);
  expect((await lire(reponse.headers.get('location')!.split('#')[0]!)).texte).toContain('Le courrier est retenu');
});

describe('une fois l’heure passée', () => {
  it('tenu : compte rendu, plan d’action et fait du parcours', async () => {
    const numero = await ouvrir('tenu');
    const id = await planifier(numero, { sorte: 'POINT_ETAPE', jour: '2025-07-21', heure: '9h' });
    const adresse = `/dossiers/${numero}/rendez-vous/${id}/tenu`;
    const trop = await banc.poster(adresse, { le: '2025-07-21' });
    expect(texteDe(await trop.text())).toContain('Ce rendez-vous n’a pas encore commencé.');
    maintenant = new Date('2025-07-21T09:00:00Z');
    expect((await lire(`/dossiers/${numero}`)).texte).toContain('tenu ou manqué ?');
    const { html } = await lire(adresse);
    const sansTexte = await banc.poster(adresse, { ...champsDuFormulaire(html, adresse), 'pour-0': '2025-08-10' });
    expect(texteDe(await sansTexte.text())).toContain('Une action du plan a une date mais ne dit pas quoi faire');
    const reponse = await banc.poster(adresse, {
      ...champsDuFormulaire(html, adresse),
      notes: 'Projet confirmé <b>en menuiserie</b>.',
      'quoi-0': 'Envoyer trois CV',
      'pour-0': '2025-08-10',
    });
    expect(reponse.status).toBe(303);
    const page = await lire(reponse.headers.get('location')!);
    expect(page.texte).toContain('Le rendez-vous est noté comme tenu.');
    expect(page.texte).toContain('L’événement est pris en compte.');
    expect(page.html).toContain('Projet confirmé &lt;b&gt;en menuiserie&lt;/b&gt;.');
    expect(page.texte).toContain('Envoyer trois CV pour le 10/08/2025');
    const { journal } = (await lireDossier(banc.registre, numero))!;
    expect(journal.at(-1)).toMatchObject({
      id: `rdv-${id}`,
      evenement: { type: 'POINT_ETAPE_REALISE', date: '2025-07-21' },
    });
  });

  it('le Work Café d’accueil garde ses deux réponses, l’adhésion ses trois textes', async () => {
    const numero = await ouvrir('cafe');
    const [cafe, adhesion] = [
      await planifier(numero, { ...suivi, sorte: 'WORK_CAFE_ACCUEIL' }),
      await planifier(numero, { ...suivi, sorte: 'ADHESION', jour: '2025-07-30' }),
    ];
    maintenant = new Date('2025-07-31T09:00:00Z');
    const base = `/dossiers/${numero}/rendez-vous`;
    await banc.poster(`${base}/${cafe}/tenu`, { 'reponse-communaute': 'oui', 'reponse-projet': 'non' });
    await banc.poster(`${base}/${adhesion}/tenu`, {
      parcours: 'Dix ans d’atelier',
      competences: 'Plans',
      souhaits: 'CFA',
    });
    const { texte } = await lire(`/dossiers/${numero}`);
    expect(texte).toMatch(/Je m’inscris à la communauté de pairs\s+oui/);
    expect(texte).toMatch(/Je m’inscris au Work Café Projet\s+non/);
    expect(texte).toMatch(/Souhaits\s+CFA/);
  });

  it('manqué : se replanifie d’après l’ancien', async () => {
    const numero = await ouvrir('manque');
    const id = await planifier(numero, { ...suivi, mode: 'VISIO', lien: 'https://visio.example.org/salle' });
    maintenant = new Date('2025-07-29T10:00:00Z');
    const adresse = `/dossiers/${numero}/rendez-vous/${id}/manque`;
    const { html, texte } = await lire(adresse);
    expect(texte).toContain('une absence ne met pas fin au CSP');
    expect((await banc.poster(adresse, champsDuFormulaire(html, adresse))).status).toBe(303);
    const { html: dossier } = await lire(`/dossiers/${numero}`);
    expect(dossier).toContain(`/rendez-vous/nouveau?depuis=${id}`);
    const { champs } = await saisir(numero, {}, `nouveau?depuis=${id}`);
    expect(champs).toMatchObject({ sorte: 'SUIVI', mode: 'VISIO', lien: 'https://visio.example.org/salle', jour: '' });
  });
});

describe('un arrêt pendant lequel tombe un rendez-vous', () => {
  const arret = { type: 'ARRET_MALADIE', debut: '2025-07-28', fin: '2025-08-03' };
  const consigner = (numero: string, evenement: object) =>
    banc.envoyer(numero, 'consigner', { auteur: 'conseillere-1', evenement });
  const aDeplacer = async (numero: string) =>
    (await listerTaches(banc.registre, { numero })).filter((t) => t.type === 'RDV_A_DEPLACER');

  it('l’aperçu de l’arrêt le nomme, une tâche le demande, et l’arrêt annulé la range', async () => {
    const numero = await ouvrir('arret');
    const id = await planifier(numero, suivi);
    const acte = { acte: 'consigner', contenu: { id: 'arret', auteur: 'conseillere-1', evenement: arret } } as const;
    const inscrit = (await lireDossier(banc.registre, numero))!;
    const apercu = await previsualiserUnActe(banc.deps.actes, inscrit, acte, MAINTENANT);
    expect(apercu.rendezVousTouches).toMatchObject([{ id, jour: '2025-07-29', sorte: 'SUIVI' }]);
    const formulaire = await lire(`/dossiers/${numero}/evenement?type=ARRET_MALADIE`);
    const page = await banc.poster(`/dossiers/${numero}/evenement/apercu`, {
      ...champsDuFormulaire(formulaire.html, `/dossiers/${numero}/evenement/apercu`),
      ...{ 'champ.debut': arret.debut, 'champ.fin': arret.fin },
    });
    expect(texteDe(await page.text())).toContain('Rendez-vous à déplacer : Rendez-vous de suivi du 29/07/2025.');
    expect(await aDeplacer(numero)).toEqual([]);
    await consigner(numero, arret);
    expect(await aDeplacer(numero)).toMatchObject([
      { cle: `${numero}/RDV_A_DEPLACER/${id}/0`, echeance: '2025-07-28', statut: 'A_FAIRE' },
    ]);
    const { journal } = (await lireDossier(banc.registre, numero))!;
    await banc.envoyer(numero, 'annuler', { auteur: 'conseillere-1', annule: journal.at(-1)!.id, motif: 'x' });
    expect(await aDeplacer(numero)).toMatchObject([{ statut: 'FAITE', faitePar: 'jalon' }]);
  });

  it('planifier pendant l’arrêt demande un mot de plus ; noter manqué aussi', async () => {
    const numero = await ouvrir('arret-manque');
    await consigner(numero, arret);
    const { base, champs } = await saisir(numero, suivi);
    expect(await (await banc.poster(`${base}/apercu`, champs)).text()).toContain('RDV_PENDANT_SUSPENSION');
    const id = await planifier(numero, suivi);
    maintenant = new Date('2025-07-29T10:00:00Z');
    const adresse = `/dossiers/${numero}/rendez-vous/${id}/manque`;
    expect((await banc.poster(adresse, {})).status).toBe(400);
    const { html, texte } = await lire(adresse);
    expect(texte).toMatch(/Le CSP était suspendu ce jour-là.*aucun courrier ne partira\./);
    expect((await banc.poster(adresse, champsDuFormulaire(html, adresse))).status).toBe(303);
    expect(await listerRendezVous(banc.registre, numero)).toMatchObject([{ statut: 'MANQUE' }]);
  });
});

describe('plan d’action et actualisations', () => {
  it('une action s’ajoute une fois, puis se coche', async () => {
    const numero = await ouvrir('plan');
    const action = `/dossiers/${numero}/actions`;
    const { html } = await lire(`/dossiers/${numero}`);
    const champs = { ...champsDuFormulaire(html, action), quoi: 'Appeler le CFA', pourLe: '2025-07-01' };
    for (let fois = 0; fois < 2; fois++) expect((await banc.poster(action, champs)).status).toBe(303);
    const page = await lire(`/dossiers/${numero}`);
    expect(page.texte).toContain('Appeler le CFA pour le 01/07/2025');
    expect((await banc.poster(`${action}/faite`, champsDuFormulaire(page.html, `${action}/faite`))).status).toBe(303);
    expect(await listerActions(banc.registre, numero)).toMatchObject([
      { quoi: 'Appeler le CFA', faiteLe: '2025-07-10' },
    ]);
    expect((await banc.poster(action, { ...champs, id: '00000000000000ff', quoi: ' ' })).status).toBe(400);
    const saisie = { ...champs, id: '00000000000000ff', quoi: 'Relancer le CFA', pourLe: '2025-02-31' };
    const refusee = await banc.poster(action, saisie);
    const corps = await refusee.text();
    expect([refusee.status, texteDe(corps)]).toEqual([
      400,
      expect.stringContaining('il n’y a pas de 31 en février 2025'),
    ]);
    const { id, quoi, pourLe } = saisie;
    expect(champsDuFormulaire(corps, action)).toMatchObject({ id, quoi, pourLe });
    expect((await banc.poster(`${action}/faite`, { id: 'inconnue' })).status).toBe(404);
  });

  it('une actualisation s’enregistre, se corrige, se refuse avec une phrase', async () => {
    const numero = await ouvrir('actualisation');
    const adresse = `/dossiers/${numero}/actualisations`;
    expect((await lire(`/dossiers/${numero}`)).texte).toMatch(/juin 2025 du 28\/06\/2025 au 15\/07\/2025\s+attendue/);
    expect((await banc.poster(adresse, { mois: '2025-06', le: '2025-06-30' })).status).toBe(303);
    expect((await banc.poster(adresse, { mois: '2025-06', le: '01/07/2025' })).status).toBe(303);
    expect((await lire(`/dossiers/${numero}`)).texte).toContain('faite le 01/07/2025');
    const tapee = { _formulaire: 'actualisation', mois: '2025-06', le: '2025-06-27' };
    const refus = await banc.poster(adresse, tapee);
    expect(refus.status).toBe(400);
    const html = await refus.text();
    expect(texteDe(html)).toContain('n’ouvre que le 28/06/2025. Rien n’a été enregistré.');
    expect(html).toMatch(
      /value="27\/06\/2025" aria-invalid="true" aria-describedby="faute-actualisation" aria-label="Actualisation de juin 2025, faite le"/,
    );
  });
});
