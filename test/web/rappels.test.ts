import { rassemblerDonnees } from '../../client/usages/rassembler-donnees';
import { dateCivile } from '../../domain/calendrier/dates';
import type { Evenement } from '../../domain/faits/evenements';
import {
  blocagesRappelsEnCours,
  formationsDe,
  listerNotes,
  listerTaches,
  piecesRecues,
  tracesDuDossier,
} from '../../registre';
import { type Banc, champsDuFormulaire, lirePage, MAINTENANT, ouvrirBanc, texteDe } from './banc';

let banc: Banc;
beforeAll(async () => {
  banc = await ouvrirBanc();
});
afterAll(() => banc?.fermer());
afterEach(() => expect(banc.erreurs).toEqual([]));

const bloquer = (numero: string, jusquau: string, motif: string) =>
  banc.poster(`/dossiers/${numero}/rappels`, { 'champ.jusquau': jusquau, 'champ.motif': motif });
const enCours = (numero: string) => blocagesRappelsEnCours(banc.registre, MAINTENANT, numero);
const lire = (adresse: string) => lirePage(banc, adresse);

it('les rappels à une personne s’arrêtent : qui, pourquoi, jusqu’à quand se lisent sur son dossier', async () => {
  const numero = await banc.ouvrir('rappels');
  expect((await lire(`/dossiers/${numero}`)).html).toContain(`href="/dossiers/${numero}/rappels"`);
  const reponse = await bloquer(numero, '31/07/2025', ' Hospitalisée ');
  expect(reponse.headers.get('location')).toBe(`/dossiers/${numero}?rdv=rappelsBloques`);
  expect(await enCours(numero)).toMatchObject([
    { numero, jusquau: '2025-07-31', motif: 'Hospitalisée', par: 'conseillere-1' },
  ]);
  const { texte } = await lire(`/dossiers/${numero}?rdv=rappelsBloques`);
  expect(texte).toContain('Les rappels à la personne sont bloqués.');
  expect(texte).toContain('jusqu’au 31/07/2025 inclus, par Compte conseillere-1 : Hospitalisée');
  const actes = (await tracesDuDossier(banc.registre, numero)).map(({ acte }) => acte);
  expect(actes.filter((acte) => acte !== 'VOIR')).toEqual(['BLOQUER_RAPPELS']);

  await bloquer(numero, '2025-08-15', 'Prolongée');
  expect((await enCours(numero)).map((b) => b.jusquau)).toEqual(['2025-08-15']);
  const page = await lire(`/dossiers/${numero}/rappels`);
  expect(page.texte).toContain('Bloqués jusqu’au 15/08/2025 inclus par Compte conseillere-1');
  const libres = await banc.poster(`/dossiers/${numero}/rappels/debloquer`, {});
  expect(libres.headers.get('location')).toBe(`/dossiers/${numero}?rdv=rappelsLibres`);
  expect(await enCours(numero)).toEqual([]);
  expect((await banc.poster(`/dossiers/${numero}/rappels/debloquer`, {})).status).toBe(400);
});

it.each([
  ['un jour passé', '2025-07-09', 'x', 'Le dernier jour sans rappel est déjà passé.'],
  ['un jour qui n’existe pas', '2025-02-30', 'x', 'Cette date n’existe pas : il n’y a pas de 30 en février 2025'],
  ['aucun motif', '2025-07-31', '  ', 'Dites pourquoi les rappels s’arrêtent.'],
  ['un motif trop long', '2025-07-31', 'm'.repeat(612), 'Le motif est trop long : 500 caractères au plus, 612 ici.'],
])('%s : la phrase est à son champ, rien n’est enregistré', async (_, jusquau, motif, attendu) => {
  const numero = await banc.ouvrir(`refus-${attendu}`);
  const reponse = await bloquer(numero, jusquau, motif);
  const html = await reponse.text();
  expect([reponse.status, texteDe(html).replace(/[\u00a0\u202f]/g, ' ')]).toEqual([
    400,
    expect.stringContaining(attendu),
  ]);
  expect(html).toContain('aria-invalid="true"');
  expect(await enCours(numero)).toEqual([]);
});

const accord: Evenement = { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' };
const partie = (html: string, id: string): string =>
  new RegExp(`<section aria-labelledby="${id}-titre".*?</section>`, 's').exec(html)?.[0] ?? '';
const tracees = async (numero: string) =>
  (await tracesDuDossier(banc.registre, numero)).flatMap(({ acte, details }) =>
    acte === 'VOIR' ? [] : [{ acte, details }],
  );

describe('les pièces attendues', () => {
  const arret: Evenement = { type: 'ARRET_MALADIE', debut: dateCivile('2025-07-01'), fin: dateCivile('2025-07-04') };
  const taches = async (numero: string) =>
    (await listerTaches(banc.registre, { numero, statut: 'A_FAIRE' }))
      .filter(({ type }) => type.startsWith('PIECE'))
      .map(({ libelle }) => libelle);

  it('ce qui manque est une tâche, que la pièce reçue ferme ; dite pas reçue, elle se redemande', async () => {
    const numero = await banc.ouvrir('pieces', [accord, arret]);
    const action = `/dossiers/${numero}/pieces`;
    const [, justificatif] = await taches(numero);
    expect(justificatif).toBe('Demander le justificatif de l’absence du 01/07/2025 au 04/07/2025.');
    const avant = partie((await lire(`/dossiers/${numero}`)).html, 'pieces');
    expect(texteDe(avant)).toContain('Pièces 5 manquantes');
    const [cle] = /ARRET_TRAVAIL\/[^"]+/.exec(avant)!;
    const refus = await banc.poster(action, { _formulaire: 'piece', cle, le: '11/7/25' });
    const page = await refus.text();
    expect([refus.status, texteDe(partie(page, 'pieces'))]).toEqual([
      400,
      expect.stringMatching(/ne l’est pas dans l’avenir\. Rien n’a été enregistré\..*ne l’est pas dans l’avenir/),
    ]);
    expect(page).toMatch(/value="11\/07\/2025" aria-invalid="true" aria-describedby="faute-piece"/);
    expect(await piecesRecues(banc.registre, numero)).toEqual([]);

    const recue = () => banc.poster(action, { _formulaire: 'piece', cle, le: '9/7/25' });
    expect((await recue()).headers.get('location')).toBe(`/dossiers/${numero}?rdv=piece#pieces`);
    await recue();
    expect(await piecesRecues(banc.registre, numero)).toEqual([
      { cle, recueLe: '2025-07-09', auteur: 'conseillere-1' },
    ]);
    expect(await taches(numero)).toHaveLength(1);
    const apres = partie((await lire(`/dossiers/${numero}`)).html, 'pieces');
    expect(texteDe(apres)).toMatch(/4 manquantes .*reçue le 09\/07\/2025 par Compte conseillere-1/);
    await banc.poster(`${action}/retirer`, champsDuFormulaire(apres, `${action}/retirer`));
    expect(await taches(numero)).toHaveLength(2);
    expect((await banc.poster(action, { _formulaire: 'piece', cle: 'KBIS/x', le: '9/7/25' })).status).toBe(400);
    expect(await tracees(numero)).toEqual([
      { acte: 'PIECE_RECUE', details: { piece: cle, le: '2025-07-09' } },
      { acte: 'PIECE_RETIREE', details: { piece: cle } },
    ]);
  });

  it('les quatre du début reçues, leur tâche est faite ; un fait annulé n’en demande plus', async () => {
    const numero = await banc.ouvrir('pieces-debut', [accord, arret]);
    for (const sorte of ['BULLETIN_ACCEPTATION', 'PIECE_IDENTITE', 'ATTESTATION_EMPLOYEUR', 'DEMANDE_ASP'])
      await banc.poster(`/dossiers/${numero}/pieces`, { cle: `${sorte}/ACCEPTATION`, le: '20/3/25' });
    expect(await taches(numero)).toEqual([expect.stringContaining('justificatif')]);
    await banc.envoyer(numero, 'annuler', { id: 'annulation', auteur: 'conseillere-1', annule: 'ouverture-2' });
    expect(await taches(numero)).toEqual([]);
  });
});

describe('les notes de contact', () => {
  it('restent à l’agence, datées, dans aucun courrier ; retirées, elles ne se montrent plus', async () => {
    const numero = await banc.ouvrir('notes', [accord]);
    const action = `/dossiers/${numero}/notes`;
    const ouvrir = async () => champsDuFormulaire((await lire(`/dossiers/${numero}`)).html, action);
    const saisie: Record<string, string> = {
      ...(await ouvrir()),
      le: '8/7/25',
      texte: 'Rappellera lundi.\nCherche un stage.',
    };
    const vide = await banc.poster(action, { ...saisie, texte: '  ', le: '31/6/25' });
    const page = await vide.text();
    expect([vide.status, texteDe(page)]).toEqual([
      400,
      expect.stringMatching(/il n’y a pas de 31 en juin 2025.* Écrivez ce qui s’est dit\..*Rien n’a été enregistré/),
    ]);
    expect(champsDuFormulaire(page, action)).toMatchObject({ id: saisie.id, le: '31/6/25' });
    expect((await banc.poster(action, saisie)).headers.get('location')).toBe(`/dossiers/${numero}?rdv=note#notes`);
    await banc.poster(action, saisie);
    const [note, ...reste] = await listerNotes(banc.registre, numero, 'agence-inventee');
    expect([note, reste]).toMatchObject([
      { le: '2025-07-08', texte: 'Rappellera lundi.\nCherche un stage.', auteur: 'conseillere-1', retireeLe: null },
      [],
    ]);
    expect((await lire(`/dossiers/${numero}`)).texte).toContain('1 note, la dernière du 08/07/2025');

    const retirer = (motif: string) =>
      banc.poster(`${action}/retirer`, { _formulaire: 'retrait', id: note!.id, motif });
    const sansMotif = await retirer(' ');
    expect([sansMotif.status, texteDe(await sansMotif.text())]).toEqual([
      400,
      expect.stringContaining('Dites pourquoi cette note est retirée.'),
    ]);
    await retirer('Écrite dans le mauvais dossier');
    const { texte } = await lire(`/dossiers/${numero}`);
    expect(texte).not.toContain('Rappellera');
    expect(texte).toMatch(
      /Note du 08\/07\/2025 retirée le .* par Compte conseillere-1 : Écrite dans le mauvais dossier/,
    );
    expect(await tracees(numero)).toEqual([
      { acte: 'NOTE_AJOUTER', details: { note: note!.id } },
      { acte: 'NOTE_RETIRER', details: { note: note!.id } },
    ]);
  });

  it('une autre agence ne les lit pas, même à qui le dossier est confié', async () => {
    expect(await listerNotes(banc.registre, await banc.ouvrir('notes-ailleurs', [accord]), 'ailleurs')).toEqual([]);
  });
});

describe('les formations qui se préparent', () => {
  const ouvrir = async (empreinte: string) => {
    const numero = await banc.ouvrir(empreinte, [accord]);
    const base = `/dossiers/${numero}/formations`;
    const saisie = {
      ...champsDuFormulaire((await lire(`${base}/preparer`)).html, `${base}/preparer`),
      ...{ intitule: 'Menuiserie', entreePrevue: '1/9/25', financement: '' },
    } as Record<string, string>;
    const preparer = (plus = {}) => banc.poster(`${base}/preparer`, { ...saisie, ...plus });
    const formation = saisie.id!;
    return {
      ...{ numero, base, formation, preparer },
      faire: (demarche: string, le = '8/7/25') =>
        banc.poster(`${base}/demarche`, { _formulaire: 'demarche', formation, demarche, le }),
      page: async () => partie((await lire(`/dossiers/${numero}`)).html, 'formations'),
      taches: async () =>
        (await listerTaches(banc.registre, { numero, statut: 'A_FAIRE' }))
          .filter(({ type }) => type === 'FORMATION_A_SUIVRE')
          .map(({ libelle, echeance }) => `${libelle} ${echeance}`),
    };
  };

  it('vont démarche par démarche : la prochaine est une tâche, datée ; le financement choisi en ouvre d’autres', async () => {
    const { numero, base, formation, preparer, faire, page, taches } = await ouvrir('formations');
    const refus = await preparer({ intitule: ' ', entreePrevue: '31/6/25' });
    const refusee = await refus.text();
    expect([refus.status, texteDe(refusee)]).toEqual([
      400,
      expect.stringMatching(/Écrivez quelle est la formation\..*pas de 31 en juin 2025.*Rien n’a été enregistré/),
    ]);
    expect(champsDuFormulaire(refusee, `${base}/preparer`)).toMatchObject({ id: formation, entreePrevue: '31/6/25' });
    expect(await taches()).toEqual([]);
    for (let fois = 0; fois < 2; fois++)
      expect((await preparer()).headers.get('location')).toBe(`/dossiers/${numero}?rdv=formation#formations`);
    expect(await taches()).toEqual(['Formation : s’assurer que plusieurs organismes sont sollicités. 2025-07-18']);
    expect((await lire('/')).texte).toContain('Formation : s’assurer que plusieurs organismes');

    await faire('ORGANISMES');
    await faire('DEVIS');
    expect(await taches()).toEqual(['Formation : déterminer le financement retenu. 2025-07-18']);
    expect(texteDe(await page())).toContain('financement à déterminer Choisir le financement');
    const { html } = await lire(`${base}/preparer?formation=${formation}`);
    const changement = { ...champsDuFormulaire(html, `${base}/changer`), financement: 'AIF', entreePrevue: '28/7/25' };
    expect((await banc.poster(`${base}/changer`, changement)).status).toBe(303);
    expect(await taches()).toEqual([
      'Formation, AIF : s’assurer que l’organisme a créé le devis dans Kairos. 2025-07-13',
    ]);
    const depasse = await banc.poster(`${base}/changer`, { ...changement, financement: 'CPF' });
    expect([depasse.status, texteDe(await depasse.text())]).toEqual([
      400,
      expect.stringMatching(
        /a changé depuis que vous l’avez vue.*La formation dit : Menuiserie, entrée prévue le 28\/07/,
      ),
    ]);

    const demain = await faire('AIF_DEVIS', '11/7/25');
    expect([demain.status, texteDe(partie(await demain.text(), 'formations'))]).toEqual([
      400,
      expect.stringContaining('Une démarche faite ne l’est pas dans l’avenir.'),
    ]);
    expect((await faire('CPF_DEVIS')).status).toBe(400);
    await faire('AIF_DEVIS');
    expect(texteDe(await page())).toMatch(
      /Créer le devis dans Kairos l’organisme faite le 08\/07\/2025 par Compte conseillere-1 .*Valider le devis Kairos .* la personne à faire, pour le 13\/07\/2025 \(quinze jours avant l’entrée.* ; à confirmer\)/,
    );
    const retirer = { formation, demarche: 'AIF_DEVIS' };
    await banc.poster(`${base}/demarche/retirer`, retirer);
    expect(await taches()).toEqual([expect.stringContaining('a créé le devis dans Kairos')]);
    expect(await formationsDe(banc.registre, numero)).toMatchObject([
      { intitule: 'Menuiserie', organisme: null, entreePrevue: '2025-07-28', financement: 'AIF', version: 2 },
    ]);
    const traces = (await tracees(numero)).map(({ acte }) => acte);
    expect([...new Set(traces)]).toEqual([
      ...['FORMATION_PREPARER', 'DEMARCHE_FAITE', 'FORMATION_CHANGER', 'DEMARCHE_RETIRER'],
    ]);
    expect(JSON.stringify(await tracees(numero))).not.toContain('Menuiserie');
  });

  it('cessent d’être une tâche avec le CSP ou abandonnées ; la personne retrouve tout dans ses données', async () => {
    const { numero, base, formation, preparer, taches } = await ouvrir('formations-fin');
    await preparer();
    const evenement = { type: 'SORTIE', date: '2025-07-09', motif: 'ABANDON' };
    await banc.envoyer(numero, 'consigner', { id: 'sortie', auteur: 'conseillere-1', evenement });
    expect(await taches()).toEqual([]);
    await banc.envoyer(numero, 'annuler', { id: 'retour', auteur: 'conseillere-1', annule: 'sortie' });
    expect(await taches()).toHaveLength(1);
    const abandonner = (motif: string) => banc.poster(`${base}/abandonner`, { id: formation, motif });
    expect((await abandonner(' ')).status).toBe(400);
    for (let fois = 0; fois < 2; fois++) expect((await abandonner('Trop loin de chez elle')).status).toBe(303);
    expect(await taches()).toEqual([]);
    expect((await lire(`/dossiers/${numero}`)).texte).toContain(
      'Menuiserie : abandonnée le 10/07/2025 par Compte conseillere-1 : Trop loin de chez elle',
    );
    expect((await lire(`${base}/preparer?formation=${formation}`)).statut).toBe(404);
    const { json } = await rassemblerDonnees(banc.registre, { numero, auteur: 'responsable' }, MAINTENANT);
    expect(JSON.parse(json).formationsPreparees).toMatchObject([
      { intitule: 'Menuiserie', abandonMotif: 'Trop loin de chez elle' },
    ]);
  });
});
