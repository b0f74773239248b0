import { dateCivile } from '../../domain/calendrier/dates';
import { phrase } from '../../domain/faits/erreurs';
import type { Evenement } from '../../domain/faits/evenements';
import { creerRendezVous, lireDossier, listerTaches, tracesDuDossier } from '../../registre';
import { ouverture } from '../outils/ouvertures';
import { type Banc, champsDuFormulaire, lirePage, ouvrirBanc, texteDe } from './banc';

const accord: Evenement = { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' };
const SANS_LIEU = { lieu: null, lien: null, intitule: null };
const reprise = { dateReprise: dateCivile('2025-07-10') };

let banc: Banc;
beforeAll(async () => {
  banc = await ouvrirBanc();
});
afterAll(() => banc?.fermer());
afterEach(() => expect(banc.erreurs).toEqual([]));

const lire = (adresse: string) => lirePage(banc, adresse);
const resultat = async (numero: string) => (await lireDossier(banc.registre, numero))!.situation!.resultat;
/** Confirms what a preview shows, and reads where it leads. */
const confirmer = async (numero: string, html: string, qui: Pick<Banc, 'poster'> = banc) => {
  const action = `/dossiers/${numero}/evenement`;
  const reponse = await qui.poster(action, champsDuFormulaire(html, action));
  expect(reponse.status).toBe(303);
  return lire(reponse.headers.get('location')!);
};

describe('adopter d’autres paramètres', () => {
  const apercu = (numero: string) => `/dossiers/${numero}/evenement/apercu`;
  const saisir = async (numero: string, champs: Record<string, string>) => {
    const { html } = await lire(`/dossiers/${numero}/parametres`);
    return banc.poster(apercu(numero), { ...champsDuFormulaire(html, apercu(numero)), ...champs });
  };

  it('montre ce qui bouge, puis entre au journal avec qui et d’après quoi', async () => {
    const numero = await banc.ouvrir('adopter', [accord], reprise);
    const reponse = await saisir(numero, {
      'champ.jeu': '{"parametres": {"dureeMois": 13}, "source": "avenant n° 12"}',
      'champ.source': '',
    });
    const html = await reponse.text();
    const texte = texteDe(html);
    expect(reponse.status).toBe(200);
    expect(texte).toMatch(/Dernier jour du CSP : 24\/03\/2026 24\/04\/2026/);
    expect(texte).toContain('Adopté par Compte conseillere-1');
    expect(texte).toContain('Autres paramètres adoptés (Durée du dispositif, en mois : 13)');
    expect((await resultat(numero)).terme).toBe('2026-03-24');

    const suite = await confirmer(numero, html);
    expect(suite.texte).toContain('Les paramètres sont adoptés. Le dernier jour du CSP est le 24/04/2026.');
    expect((await lireDossier(banc.registre, numero))!.journal.at(-1)).toMatchObject({
      auteur: 'conseillere-1',
      reglement: { surcharge: { dureeMois: 13 }, source: 'avenant n° 12' },
    });
  });

  it('prend un fichier, et la source écrite avant celle du document', async () => {
    const numero = await banc.ouvrir('adopter-fichier', [accord], reprise);
    const { html } = await lire(`/dossiers/${numero}/parametres`);
    const corps = new FormData();
    for (const [nom, valeur] of Object.entries(champsDuFormulaire(html, apercu(numero)))) {
      if (!nom.startsWith('fichier.')) corps.set(nom, valeur);
    }
    corps.set('champ.source', 'arrêté du 3 juin');
    corps.set('fichier.jeu', new File(['{"preBilanJours": 10}'], 'jeu.json', { type: 'application/json' }));
    const reponse = await banc.app.request(`http://127.0.0.1:3000${apercu(numero)}`, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://127.0.0.1:3000' },
      body: corps,
    });
    const { statut, texte } = await lire(reponse.headers.get('location')!);
    expect([reponse.status, statut]).toEqual([303, 200]);
    expect(texte).toContain('(Délai du pré-bilan, en jours : 10), d’après « arrêté du 3 juin »');
  });

  it.each([
    ['', 'À remplir'],
    ['{"dureeMois":', 'DOCUMENT_ILLISIBLE'],
    ['{"dureeAns": 1}', 'SURCHARGE_INCONNUE:dureeAns'],
    ['{"dureeMois": 13}', 'CHAMP_MANQUANT:source'],
    ['{"reglement": "crp-2009", "parametres": {"dureeMois": 13}, "source": "s"}', 'REGLEMENT_DIFFERENT'],
  ])('%j est refusé, et rien n’est gardé', async (jeu, attendu) => {
    const numero = await banc.ouvrir(`adopter-${attendu}`, [accord], reprise);
    const reponse = await saisir(numero, { 'champ.jeu': jeu });
    expect(reponse.status).toBe(400);
    const html = await reponse.text();
    expect(texteDe(html)).toContain(attendu === 'À remplir' ? attendu : phrase(attendu));
    expect((await lireDossier(banc.registre, numero))!.journal).toHaveLength(1);
  });
});

describe('confirmer le silence', () => {
  it('la tâche mène à ce qui suivra, puis la tâche se ferme', async () => {
    // The reflection ends on 10 July, the day of the tests.
    const dossier = { ...ouverture('modele').dossier, dateRemise: dateCivile('2025-06-19') };
    const numero = await banc.ouvrir('silence', [], { dossier });
    const { html: page, texte } = await lire(`/dossiers/${numero}`);
    expect(texte).toContain('Bulletin d’acceptation reçu ?');
    expect(page).toContain(`href="/dossiers/${numero}/silence"`);
    const apercu = await lire(`/dossiers/${numero}/silence`);
    expect(apercu.texte).toContain('n’attendront alors plus les deux jours ouvrés');
    expect(apercu.texte).toContain('rouvrira le dossier');
    expect((await lireDossier(banc.registre, numero))!.journal).toEqual([]);
    const suite = await confirmer(numero, apercu.html);
    expect(suite.texte).toContain('L’absence de réponse est confirmée.');
    expect((await lireDossier(banc.registre, numero))!.journal).toMatchObject([{ acte: 'confirmerSilence' }]);
    const ouvertes = await listerTaches(banc.registre, { numero, statut: 'A_FAIRE' });
    expect(ouvertes.map((t) => t.type)).not.toContain('BULLETIN_RECU');
  });
});

describe('une sortie qui se décide à deux', () => {
  const sortie = { type: 'SORTIE' as const, date: dateCivile('2025-07-09'), motif: 'MANQUEMENT' as const };
  const voir = async (qui: Pick<Banc, 'poster'>, numero: string, html: string) => {
    const action = `/dossiers/${numero}/evenement/apercu`;
    const reponse = await qui.poster(action, champsDuFormulaire(html, action));
    const page = await reponse.text();
    return { statut: reponse.status, html: page, texte: texteDe(page) };
  };
  let directrice: Pick<Banc, 'app' | 'poster'>;
  beforeAll(async () => {
    directrice = await banc.comme({ role: 'RESPONSABLE', id: 'directrice-1' });
  });
  const consignee = async (empreinte: string, auteur: string) => {
    const numero = await banc.ouvrir(empreinte, [accord], reprise);
    const contenu = { id: 'sortie-1', auteur, motif: 'deux offres refusées', evenement: sortie };
    await banc.envoyer(numero, 'consigner', contenu);
    return numero;
  };

  it('attend, se montre avec qui et quand, et ne compte qu’une fois confirmée par une autre personne', async () => {
    const numero = await consignee('deux', 'conseiller-2');
    const { texte, html } = await lire(`/dossiers/${numero}`);
    expect(texte).toContain('à confirmer par une seconde personne');
    expect((await resultat(numero)).motifFin).toBe('TERME');
    const lien = `/dossiers/${numero}/confirmation?entree=sortie-1`;
    expect(html.split(`href="${lien}"`)).toHaveLength(3);
    // Only the confirmation, or the cancellation of the fact, sees to the task.
    expect(html.split('Voir et confirmer')[1]!.split('</div>')[0]).not.toContain('C’est fait');

    const formulaire = await lirePage(directrice, lien);
    expect(formulaire.texte).toContain('Consigné le 10/07/2025 à 11 h par conseiller-2');
    const apercu = await voir(directrice, numero, formulaire.html);
    expect(apercu.statut).toBe(200);
    expect(apercu.texte).toContain('Consigné le 10/07/2025 à 11 h par conseiller-2 (motif : deux offres refusées)');
    expect(apercu.texte).toContain('Confirmé par Compte directrice-1');
    expect(apercu.texte).toMatch(/Dernier jour du CSP : 24\/03\/2026 09\/07\/2025/);
    const suite = await confirmer(numero, apercu.html, directrice);
    expect(suite.texte).toContain('La confirmation est prise en compte.');
    expect((await resultat(numero)).motifFin).toBe('MANQUEMENT');
    expect(suite.html).not.toContain(lien);
    expect((await lireDossier(banc.registre, numero))!.journal.at(-1)).toMatchObject({
      auteur: 'directrice-1',
      confirme: 'sortie-1',
    });
    const trace = (await tracesDuDossier(banc.registre, numero)).find((t) => t.acte === 'CONFIRMER');
    expect(trace).toMatchObject({ auteur: 'directrice-1' });
    const confirme = await lire(lien);
    expect([confirme.statut, confirme.texte.includes('n’attend aucune confirmation')]).toEqual([404, true]);
  });

  it('les faits que l’auteur retient se tapent sur plusieurs lignes, et la seconde personne les lit', async () => {
    const numero = await banc.ouvrir('deux-faits', [accord], reprise);
    const action = `/dossiers/${numero}/evenement`;
    const { html } = await lire(`${action}?type=SORTIE`);
    expect(html).toContain('<textarea id="champ.faits"');
    const reponse = await banc.poster(`${action}/apercu`, {
      ...champsDuFormulaire(html, `${action}/apercu`),
      'champ.date': '2025-07-09',
      'champ.motif': 'MANQUEMENT',
      'champ.faits': 'Absence le 2 juin.\r\nRefus d’une offre le 9 juin.',
    });
    const suite = await confirmer(numero, await reponse.text());
    expect(suite.texte).toContain('une seconde personne doit le confirmer');
    const { journal } = (await lireDossier(banc.registre, numero))!;
    expect(journal.at(-1)).toMatchObject({
      evenement: { motif: 'MANQUEMENT', faits: 'Absence le 2 juin.\nRefus d’une offre le 9 juin.' },
    });
    const page = await lire(`/dossiers/${numero}/confirmation?entree=${journal.at(-1)!.id}`);
    expect(page.texte).toMatch(/faits retenus : Absence le 2 juin\.\s+Refus d’une offre le 9 juin\./);
  });

  it('n’offre plus de bouton quand le fait a été annulé entre-temps', async () => {
    const numero = await consignee('annulee', 'conseiller-2');
    const { html } = await lirePage(directrice, `/dossiers/${numero}/confirmation?entree=sortie-1`);
    await banc.envoyer(numero, 'annuler', { auteur: 'conseiller-2', annule: 'sortie-1' });
    const suite = await voir(directrice, numero, html);
    expect(suite.html).toContain('title="FAIT_INCONNU"');
    expect(suite.html.split('class="saisie"')[1]).not.toContain('<button');
  });

  it.each(['conseillere-1', ' Conseillere-1 '])(
    'consignée par « %s », conseillere-1 ne la confirme pas',
    async (premiere) => {
      const numero = await consignee(`meme-${premiere}`, premiere);
      const page = await lire(`/dossiers/${numero}/confirmation?entree=sortie-1`);
      expect(page.texte).toContain('La confirmation doit venir d’une autre personne');
      expect(page.html.split('class="saisie"')[1]).not.toContain('<button');
      const { statut, texte } = await voir(banc, numero, page.html);
      expect([statut, texte]).toEqual([400, expect.stringContaining('Ici, c’est vous')]);
      expect((await resultat(numero)).motifFin).toBe('TERME');
    },
  );

  it('dit à qui la consigne qu’elle attendra une seconde personne', async () => {
    const numero = await banc.ouvrir('deux-consigner', [accord], reprise);
    const action = `/dossiers/${numero}/evenement`;
    const debut = '2025-07-15T07:30:00.000Z';
    await creerRendezVous(
      banc.registre,
      {
        ...{ id: 'aaaaaaaaaaaaaaa1', numero, sorte: 'SUIVI', mode: 'TELEPHONE', debut, dureeMinutes: 30 },
        ...SANS_LIEU,
      },
      'conseillere-1',
      new Date('2025-07-09T09:00:00Z'),
    );
    const { html } = await lire(`${action}?type=SORTIE`);
    const saisie = { 'champ.date': '2025-07-09', 'champ.motif': 'DECES' };
    const apercu = await banc.poster(`${action}/apercu`, {
      ...champsDuFormulaire(html, `${action}/apercu`),
      ...saisie,
    });
    const page = await apercu.text();
    expect(texteDe(page)).toContain('Cet événement attendra une seconde personne.');
    expect(texteDe(page)).toMatch(/Plus rien ne partira pour ces rendez-vous.*le 15\/07\/2025 à 9 h 30/);
    const suite = await confirmer(numero, page);
    expect(suite.texte).toContain('une seconde personne doit le confirmer');
    expect(suite.texte).toContain('retenu : décès signalé, à confirmer par une seconde personne');
    const { situation } = (await lireDossier(banc.registre, numero))!;
    const tenus = situation!.courriers.filter((c) => c.statut === 'RETENU');
    expect(tenus.length).toBeGreaterThan(0);
    for (const { cle } of tenus) {
      expect(suite.html).not.toContain(`value="${cle}"`);
      const reponse = await banc.poster(`/dossiers/${numero}/courriers/retenir`, { cle, motif: 'deux fois' });
      expect(reponse.status).toBe(400);
    }
  });
});
