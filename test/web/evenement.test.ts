import { creerApplication } from '../../client/web/application';
import { dateCivile } from '../../domain/calendrier/dates';
import { phrase } from '../../domain/faits/erreurs';
import type { Evenement } from '../../domain/faits/evenements';
import { evenementDe } from '../../domain/faits/journal';
import { lireDossier, tracesDuDossier } from '../../registre';
import { entrerEnTantQue } from '../outils/entrer';
import { type Banc, champsDuFormulaire, lirePage, ouvrirBanc, texteDe } from './banc';

const evenements: Evenement[] = [
  { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' },
  { type: 'PRE_BILAN_REALISE', date: dateCivile('2025-03-31') },
];

let banc: Banc;
let numero: string;
beforeAll(async () => {
  banc = await ouvrirBanc();
  numero = await banc.ouvrir('evenement', evenements, { dateReprise: dateCivile('2025-07-10') });
});
afterAll(() => banc?.fermer());
afterEach(() => expect(banc.erreurs).toEqual([]));

const lire = (adresse: string) => lirePage(banc, adresse);

describe('consigner un événement', () => {
  const action = () => `/dossiers/${numero}/evenement`;
  const saisir = async (type: string, champs: Record<string, string>) => {
    const { html } = await lire(`${action()}?type=${type}`);
    return { ...champsDuFormulaire(html, `${action()}/apercu`), ...champs };
  };

  it('propose chaque type de fait', async () => {
    const { texte } = await lire(action());
    for (const libelle of ['Arrêt maladie', 'Reprise d’emploi', 'Demande de réinscription']) {
      expect(texte).toContain(libelle);
    }
  });

  it('un arrêt maladie se prévisualise, se confirme, et repousse le terme', async () => {
    const saisie = await saisir('ARRET_MALADIE', { 'champ.debut': '1/7/25', 'champ.duree': '10' });
    const apercu = await banc.poster(`${action()}/apercu`, saisie);
    const html = await apercu.text();
    const texte = texteDe(html);
    expect(apercu.status).toBe(200);
    expect(texte).toContain('Arrêt maladie du 01/07/2025 au 10/07/2025');
    expect(html.match(/<svg [^>]*role="img"/g)).toHaveLength(2);
    expect(texte.match(/(?:Fin avant|Terme) : \d\d\/\d\d\/\d{4}/g)).toEqual(
      expect.arrayContaining(['Terme : 24/03/2026', 'Fin avant : 24/03/2026', 'Terme : 03/04/2026']),
    );
    expect(texte).toMatch(/Dernier jour du CSP : 24\/03\/2026 03\/04\/2026/);
    expect(texte).toContain('plus 10 jours d’arrêt maladie');
    expect(texte).toContain('Suspendu du 01/07/2025 au 10/07/2025 (arrêt maladie).');
    expect((await lireDossier(banc.registre, numero))!.situation!.resultat.terme).toBe('2026-03-24');

    const confirme = await banc.poster(action(), champsDuFormulaire(html, action()));
    expect(confirme.status).toBe(303);
    const suite = await lire(confirme.headers.get('location')!);
    expect(suite.texte).toContain(
      'L’événement est pris en compte. Le dernier jour du CSP passe du 24/03/2026 au 03/04/2026.',
    );
    expect((await tracesDuDossier(banc.registre, numero)).map((t) => t.acte)).toContain('CONSIGNER');
  });

  it('une fin qui repose sur un doute est dite à confirmer, dans l’aperçu et une fois enregistrée', async () => {
    const seul = await banc.ouvrir('doute', evenements, { dateReprise: dateCivile('2025-07-10') });
    const base = `/dossiers/${seul}/evenement`;
    const { html } = await lire(`${base}?type=AJPP`);
    const saisie = {
      ...champsDuFormulaire(html, `${base}/apercu`),
      'champ.debut': '2025-07-01',
      'champ.fin': '2025-07-10',
    };
    const apercu = await (await banc.poster(`${base}/apercu`, saisie)).text();
    expect(texteDe(apercu)).toMatch(
      /Dernier jour du CSP : 24\/03\/2026 03\/04\/2026 \(à confirmer par France Travail\).*autre lecture \(le 24\/03\/2026\)/,
    );
    const confirme = await banc.poster(base, champsDuFormulaire(apercu, base));
    expect((await lire(confirme.headers.get('location')!)).texte).toContain(
      'passe du 24/03/2026 au 03/04/2026 (à confirmer par France Travail).',
    );
  });

  it('envoyé deux fois, il ne compte qu’une fois', async () => {
    const saisie = await saisir('CONGES', { 'champ.debut': '2025-08-04', 'champ.fin': '2025-08-08' });
    const apercu = await (await banc.poster(`${action()}/apercu`, saisie)).text();
    const champs = champsDuFormulaire(apercu, action());
    const [premier, second] = [await banc.poster(action(), champs), await banc.poster(action(), champs)];
    expect([premier.status, second.status]).toEqual([303, 303]);
    expect(second.headers.get('location')!.split('&')[0]).toBe(premier.headers.get('location')!.split('&')[0]);
    const { journal } = (await lireDossier(banc.registre, numero))!;
    expect(journal.filter((e) => evenementDe(e)?.type === 'CONGES')).toHaveLength(1);
  });

  it('une faute de forme est dite champ par champ, et rien n’est gardé', async () => {
    const avant = (await lireDossier(banc.registre, numero))!.journal.length;
    const vide = await banc.poster(
      `${action()}/apercu`,
      await saisir('ARRET_MALADIE', { 'champ.debut': '31/02/2025' }),
    );
    expect(vide.status).toBe(400);
    const texte = texteDe(await vide.text());
    expect(texte).toContain('Un champ est à revoir. Rien n’a été enregistré.');
    expect(texte).toContain('Cette date n’existe pas');
    expect(texte).toContain('il n’y a pas de 31 en février 2025');
    const deux = { 'champ.debut': '01.07.2025', 'champ.fin': '10 7 25', 'champ.duree': '9' };
    const contredit = await banc.poster(`${action()}/apercu`, await saisir('ARRET_MALADIE', deux));
    const page = await contredit.text();
    expect([contredit.status, texteDe(page)]).toEqual([400, expect.stringContaining('mènent au 09/07/2025')]);
    expect(champsDuFormulaire(page, `${action()}/apercu`)).toMatchObject({
      'champ.debut': '01/07/2025',
      'champ.fin': '10/07/2025',
      'champ.duree': '9',
    });
    const inverse = await banc.poster(
      `${action()}/apercu`,
      await saisir('ARRET_MALADIE', { 'champ.debut': '2025-07-10', 'champ.fin': '01/07/2025' }),
    );
    expect(texteDe(await inverse.text())).toContain('La fin de la période précède son début.');
    expect((await lireDossier(banc.registre, numero))!.journal).toHaveLength(avant);
  });

  it('ce que seule la nature du contrat exige est dit à son champ, et le formulaire l’annonce', async () => {
    const { html, texte } = await lire(`${action()}?type=REPRISE_EMPLOI`);
    expect(texte).toContain('Dernier jour prévu (obligatoire pour un CDD ou un intérim)');
    const saisie = { 'champ.nature': 'CDD', 'champ.debut': '2025-07-20' };
    const refus = await banc.poster(`${action()}/apercu`, {
      ...champsDuFormulaire(html, `${action()}/apercu`),
      ...saisie,
    });
    expect(refus.status).toBe(400);
    const page = await refus.text();
    expect(page).toContain('<a href="#champ.fin">Dernier jour prévu</a>');
    expect(texteDe(page)).toContain(
      'Un champ est à revoir. Rien n’a été enregistré. Dernier jour prévu : Il manque une information obligatoire',
    );
    expect(page).toContain('value="2025-07-20"');
  });

  it('des jours déjà couverts se demandent, l’événement à corriger à un clic', async () => {
    const seul = await banc.ouvrir('double', [
      ...evenements,
      { type: 'ARRET_MALADIE', debut: dateCivile('2025-06-02'), fin: dateCivile('2025-06-10') },
    ]);
    const adresse = `/dossiers/${seul}/evenement`;
    const { html } = await lire(`${adresse}?type=ARRET_MALADIE`);
    const saisie = { 'champ.debut': '2025-06-05', 'champ.fin': '2025-06-12' };
    const vu = await banc.poster(`${adresse}/apercu`, { ...champsDuFormulaire(html, `${adresse}/apercu`), ...saisie });
    const page = await vu.text();
    expect(vu.status).toBe(200);
    expect(texteDe(page)).toContain(
      'Ces jours sont déjà couverts, en tout ou partie, par un autre événement. Corriger plutôt « Arrêt maladie du 02/06/2025 au 10/06/2025 »',
    );
    const lien = /href="([^"]+\?corrige=[^"]+)"/.exec(page)![1]!;
    expect((await lire(lien)).html).toContain('value="2025-06-10"');
  });

  it('un fait qu’une règle écarte est montré avec sa raison ; il se retire ou se verse', async () => {
    const saisie = await saisir('DEMANDE_REINSCRIPTION', { 'champ.date': '2025-07-09' });
    const html = await (await banc.poster(`${action()}/apercu`, saisie)).text();
    expect(html).toContain('title="REINSCRIPTION_PREMATUREE"');
    expect(texteDe(html)).toContain('Verser au journal quand même');
    const suite = await lire(
      (await banc.poster(action(), champsDuFormulaire(html, action()))).headers.get('location')!,
    );
    expect(suite.texte).toContain('versé au journal mais écarté');
    expect(suite.html).toContain('title="REINSCRIPTION_PREMATUREE"');
  });

  it('confirmé sur un aperçu dépassé, ce qu’il ne disait pas est demandé', async () => {
    const seul = await banc.ouvrir('depasse', evenements);
    const adresse = `/dossiers/${seul}/evenement`;
    const { html } = await lire(`${adresse}?type=CONGES`);
    const saisie = { 'champ.debut': '2025-06-16', 'champ.fin': '2025-06-20' };
    const vu = await banc.poster(`${adresse}/apercu`, { ...champsDuFormulaire(html, `${adresse}/apercu`), ...saisie });
    const champs = champsDuFormulaire(await vu.text(), adresse);
    const sortie = { type: 'SORTIE', date: '2025-06-10', motif: 'ABANDON' };
    await banc.envoyer(seul, 'consigner', { id: 'entre-temps', auteur: 'conseiller-2', evenement: sortie });
    const reponse = await banc.poster(adresse, champs);
    const page = await reponse.text();
    expect([reponse.status, texteDe(page)]).toEqual([400, expect.stringContaining('Cet événement serait écarté.')]);
    expect(texteDe(page)).toContain('Le dossier a changé depuis');
    expect((await lireDossier(banc.registre, seul))!.journal.at(-1)!.id).toBe('entre-temps');
    expect((await banc.poster(adresse, champsDuFormulaire(page, adresse))).status).toBe(303);
  });

  it('un acte que le parcours refuse laisse sa trace, comme depuis la ligne de commande', async () => {
    const seul = await banc.ouvrir('trace-refus', evenements);
    const adresse = `/dossiers/${seul}/evenement`;
    const { html } = await lire(`/dossiers/${seul}/annulation?entree=ouverture-2`);
    const champs = champsDuFormulaire(html, `${adresse}/apercu`);
    await banc.envoyer(seul, 'annuler', { id: 'entre-temps', auteur: 'conseiller-2', annule: 'ouverture-2' });
    expect((await banc.poster(adresse, champs)).status).toBe(400);
    const traces = await tracesDuDossier(banc.registre, seul);
    expect(traces.filter(({ acte }) => acte !== 'VOIR')).toMatchObject([
      { auteur: 'conseillere-1', acte: 'ANNULER', details: { id: champs._id, refus: 'FAIT_INCONNU' } },
    ]);
  });

  it('un fait qui en écarte un autre demande une confirmation', async () => {
    const seul = await banc.ouvrir('repousse', [
      ...evenements,
      { type: 'CONGES', debut: dateCivile('2025-06-16'), fin: dateCivile('2025-06-20') },
    ]);
    const adresse = `/dossiers/${seul}/evenement`;
    const { html } = await lire(`${adresse}?type=SORTIE`);
    const saisie = {
      ...champsDuFormulaire(html, `${adresse}/apercu`),
      'champ.date': '2025-06-10',
      'champ.motif': 'ABANDON',
    };
    const apercu = await (await banc.poster(`${adresse}/apercu`, saisie)).text();
    expect(texteDe(apercu)).toContain(
      'Des événements jusqu’ici pris en compte seraient écartés : Congés du 16/06/2025 au 20/06/2025',
    );
    const champs = champsDuFormulaire(apercu, adresse);
    expect((await banc.poster(adresse, champs)).status).toBe(400);
    expect((await lireDossier(banc.registre, seul))!.etat).toBe('EN_CSP');
    expect((await banc.poster(adresse, { ...champs, _repousse: 'oui' })).status).toBe(303);
    expect((await lireDossier(banc.registre, seul))!.situation).toMatchObject({
      etat: 'NON_REINSCRIT',
      resultat: { motifFin: 'ABANDON' },
    });
  });

  it('un fait consigné se corrige, puis s’annule', async () => {
    const seul = await banc.ouvrir('corrige', [
      ...evenements,
      { type: 'ARRET_MALADIE', debut: dateCivile('2025-06-02'), fin: dateCivile('2025-06-11') },
    ]);
    const adresse = `/dossiers/${seul}/evenement`;
    const corriger = await lire(`${adresse}?corrige=ouverture-3`);
    expect(corriger.html).toContain('value="2025-06-11"');
    const saisie = {
      ...champsDuFormulaire(corriger.html, `${adresse}/apercu`),
      'champ.fin': '2025-06-06',
      _motif: 'erreur de saisie',
    };
    const apercu = await (await banc.poster(`${adresse}/apercu`, saisie)).text();
    expect(texteDe(apercu)).toContain('à la place de « Arrêt maladie du 02/06/2025 au 11/06/2025 »');
    await banc.poster(adresse, champsDuFormulaire(apercu, adresse));
    expect((await lireDossier(banc.registre, seul))!.situation!.resultat.terme).toBe('2026-03-29');
    const page = await lire(`/dossiers/${seul}`);
    expect(page.texte).toContain('Motif : erreur de saisie');
    // Who recorded it, and on which version.
    expect(page.texte.match(/par Compte conseillere-1, version 2/g)).toHaveLength(1);
    expect(page.texte.match(/par import, version 1/g)).toHaveLength(evenements.length + 1);
    // An address kept from before the correction leads to what is in force now.
    expect((await lire(`${adresse}?corrige=ouverture-3`)).html).toContain('value="2025-06-06"');
    expect((await lire(`${adresse}?corrige=inconnue`)).statut).toBe(404);

    const corrige = (await lireDossier(banc.registre, seul))!.journal.at(-1)!.id;
    const annuler = await lire(`/dossiers/${seul}/annulation?entree=${corrige}`);
    const vue = await (
      await banc.poster(`${adresse}/apercu`, champsDuFormulaire(annuler.html, `${adresse}/apercu`))
    ).text();
    const suite = await lire((await banc.poster(adresse, champsDuFormulaire(vue, adresse))).headers.get('location')!);
    expect(suite.texte).toContain('L’annulation est prise en compte. Le dernier jour du CSP est le 24/03/2026.');
  });

  it('un motif qui porte un caractère invisible est refusé avec sa phrase, et rien ne change', async () => {
    const seul = await banc.ouvrir('invisible', evenements);
    const adresse = `/dossiers/${seul}/evenement`;
    const { html } = await lire(`${adresse}?type=FORMATION`);
    const dates = { 'champ.debut': '2025-09-01', 'champ.fin': '2025-09-05' };
    const saisie = { ...champsDuFormulaire(html, `${adresse}/apercu`), ...dates };
    const apercu = await (await banc.poster(`${adresse}/apercu`, saisie)).text();
    const champs = champsDuFormulaire(apercu, adresse);
    const refus = await banc.poster(adresse, { ...champs, _motif: 'erreur\u0000' });
    expect(refus.status).toBe(400);
    expect(texteDe(await refus.text())).toContain(
      'un caractère invisible ou illisible, qui ne peut pas être enregistré',
    );
    expect((await banc.poster(`${adresse}/apercu`, { ...saisie, _motif: 'a\u0000' })).status).toBe(400);
    expect((await lireDossier(banc.registre, seul))!.journal.map(({ id }) => id)).toHaveLength(evenements.length);
    expect((await banc.poster(adresse, champs)).status).toBe(303);
    // A reserved word is the id of no act.
    const page = (acte: string) => lire(`/dossiers/${seul}?acte=${acte}`);
    expect((await page('constructor')).texte).toBe((await page('inconnu')).texte);
  });

  it('l’ouverture se rectifie, un seul champ à la fois suffit', async () => {
    const seul = await banc.ouvrir('rectifie', evenements);
    const adresse = `/dossiers/${seul}/evenement`;
    const { html } = await lire(`/dossiers/${seul}/rectification?champ=plusieurs`);
    const choix = {
      'champ.modeProposition': 'ENTRETIEN_PREALABLE',
      'champ.motifRupture': 'LICENCIEMENT_ECONOMIQUE',
      'champ.residence': 'metropole',
      'champ.procedureCollective': 'AUCUNE',
      'champ.apteEmploi': 'oui',
    };
    const initiale = { ...champsDuFormulaire(html, `${adresse}/apercu`), ...choix };
    const rien = await banc.poster(`${adresse}/apercu`, initiale);
    expect([rien.status, texteDe(await rien.text())]).toEqual([
      400,
      expect.stringContaining(phrase('RECTIFICATION_VIDE')),
    ]);
    const apercu = await (
      await banc.poster(`${adresse}/apercu`, { ...initiale, 'champ.dateRemise': '2025-03-05' })
    ).text();
    expect(texteDe(apercu)).toContain(
      'Rectification du dossier (Date de remise de la proposition : 03/03/2025 → 05/03/2025)',
    );
    const suite = await lire(
      (await banc.poster(adresse, champsDuFormulaire(apercu, adresse))).headers.get('location')!,
    );
    expect(suite.texte).toContain('La rectification est prise en compte. Le dernier jour du CSP est le 26/03/2026.');
    const refus = await banc.poster(`${adresse}/apercu`, { ...initiale, 'champ.effectifEntreprise': '2000' });
    expect([refus.status, texteDe(await refus.text()).includes('congé de reclassement')]).toEqual([400, true]);
  });

  it('rectifier la remise ne demande qu’elle ; aperçu et journal disent l’ancienne date et la nouvelle', async () => {
    const seul = await banc.ouvrir('rectifie-un', evenements);
    const adresse = `/dossiers/${seul}/evenement`;
    const choix = await lire(`/dossiers/${seul}/rectification`);
    expect(choix.texte).toContain('Date de remise de la proposition 03/03/2025 Rectifier');
    const { html } = await lire(/href="([^"]+champ=dateRemise)"/.exec(choix.html)![1]!);
    expect(html.match(/name="champ\.[^"]+"/g)).toEqual(['name="champ.dateRemise"']);
    const saisie = { ...champsDuFormulaire(html, `${adresse}/apercu`), 'champ.dateRemise': '2025-03-05' };
    const apercu = await (await banc.poster(`${adresse}/apercu`, saisie)).text();
    const dite = 'Rectification du dossier (Date de remise de la proposition : 03/03/2025 → 05/03/2025)';
    expect(texteDe(apercu)).toContain(dite);
    expect((await banc.poster(adresse, champsDuFormulaire(apercu, adresse))).status).toBe(303);
    const { journal } = (await lireDossier(banc.registre, seul))!;
    expect(journal.at(-1)).toMatchObject({ rectification: { dateRemise: '2025-03-05' } });
    expect((await lire(`/dossiers/${seul}`)).texte).toContain(dite);
  });

  it('un contrat ne se tape pas : il se choisit parmi ceux du journal', async () => {
    const seul = await banc.ouvrir('contrats', evenements);
    const adresse = `/dossiers/${seul}/evenement`;
    const consigner = async (type: string, champs: Record<string, string>) => {
      const { html } = await lire(`${adresse}?type=${type}`);
      const saisie = { ...champsDuFormulaire(html, `${adresse}/apercu`), ...champs };
      const apercu = await (await banc.poster(`${adresse}/apercu`, saisie)).text();
      expect((await banc.poster(adresse, champsDuFormulaire(apercu, adresse))).status).toBe(303);
      return html;
    };
    const reprise = { 'champ.nature': 'CDD', 'champ.debut': '2025-06-02', 'champ.fin': '2025-08-29' };
    expect(await consigner('REPRISE_EMPLOI', reprise)).not.toContain('contratId');
    const rupture = { 'champ.contratId': 'cdd-2025-06-02', 'champ.date': '2025-06-20', 'champ.motif': 'FIN_ANTICIPEE' };
    const html = await consigner('FIN_CONTRAT', rupture);
    expect(html).toContain(
      '<option value="cdd-2025-06-02">Reprise d’emploi du 02/06/2025 au 29/08/2025 (CDD)</option>',
    );
    const { journal } = (await lireDossier(banc.registre, seul))!;
    expect(journal.slice(-2).map(evenementDe)).toMatchObject([
      { contratId: 'cdd-2025-06-02', nature: 'CDD' },
      { contratId: 'cdd-2025-06-02', date: '2025-06-20' },
    ]);
  });

  it('sans réponse à temps, la page dit que c’est enregistré, et mène à ce qu’il en est advenu', async () => {
    const actes = { ...banc.deps.actes, envoyer: async () => 'EN_COURS' as const };
    const nu = creerApplication({ ...banc.deps, actes });
    const qui = { role: 'CONSEILLER', id: 'conseillere-1' } as const;
    const lent = await entrerEnTantQue(nu, banc.registre, qui, banc.deps.maintenant);
    const apercu = await (
      await banc.poster(
        `${action()}/apercu`,
        await saisir('FORMATION', { 'champ.debut': '2025-09-01', 'champ.fin': '2025-09-05' }),
      )
    ).text();
    const corps = new URLSearchParams(champsDuFormulaire(apercu, action()));
    const confirme = await lent.request(`http://127.0.0.1:3000${action()}`, {
      method: 'POST',
      body: corps,
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    });
    expect(confirme.status).toBe(303);
    const adresse = confirme.headers.get('location')!;
    const { html, texte } = await lire(adresse);
    expect(texte).toContain('Enregistré, en cours de prise en compte');
    expect(html).toContain(`href="${adresse.replaceAll('&', '&amp;')}"`);
    // Whoever opens the dossier meanwhile is told too.
    const plusTard = await lire(adresse.split('?')[0]!);
    expect(plusTard.texte).toMatch(/1 fait en cours de prise en compte depuis .* du 01\/09\/2025 au 05\/09\/2025/);
  });
});
