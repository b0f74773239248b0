import { dateCivile } from '../../domain/calendrier/dates';
import type { Evenement } from '../../domain/faits/evenements';
import {
  annulerRendezVous,
  completerCourrier,
  creerRendezVous,
  deposerTache,
  enregistrerReferent,
  liberer,
  listerTaches,
  preparerCourrier,
  retenir,
  terminerTache,
} from '../../registre';
import { ouverture, personnesInventees } from '../outils/ouvertures';
import { type Banc, lirePage, MAINTENANT, ouvrirBanc } from './banc';

const evenements: Evenement[] = [
  { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' },
  { type: 'PRE_BILAN_REALISE', date: dateCivile('2025-03-31') },
];

let banc: Banc;
let numero: string;
beforeAll(async () => {
  banc = await ouvrirBanc();
  numero = await banc.ouvrir('pages', evenements, { dateReprise: dateCivile('2025-07-10') });
});
afterAll(() => banc?.fermer());
afterEach(() => expect(banc.erreurs).toEqual([]));

const lire = (adresse: string) => lirePage(banc, adresse);

describe('la liste', () => {
  it('dit qui attend quoi, et pour quand', async () => {
    const { statut, texte, html } = await lire('/dossiers');
    expect(statut).toBe(200);
    expect(texte).toContain('Éloïse Œuvrard-N’Diaye');
    expect(texte).toContain('En CSP');
    expect(texte).toContain('Entretien de point d’étape 24/07/2025 , dans 14 jours');
    expect(html).toContain(`href="/dossiers/${numero}"`);
    expect(html).not.toContain('<script');
  });

  it('se cherche par nom ou numéro, se filtre, et le dit quand rien ne répond', async () => {
    expect((await lire('/dossiers?q=œuvrard')).texte).toContain('Éloïse');
    expect((await lire("/dossiers?q=ELOISE oeuvrard-n'diaye")).texte).toContain('Éloïse');
    expect((await lire(`/dossiers?q=${numero}`)).texte).toContain('Éloïse');
    expect((await lire('/dossiers?q=personne')).texte).toContain('Aucun dossier ne répond à cette recherche');
    expect((await lire('/dossiers?etape=EN_CSP&referent=referente-inventee')).texte).toContain('Éloïse');
    expect((await lire('/dossiers?etape=TERMINE')).texte).toContain('Aucun dossier ne répond');
  });

  it('chaque page a le champ qui cherche parmi tous les dossiers, quel que soit le référent choisi', async () => {
    const champs = async (adresse: string) => (await lire(adresse)).html.match(/<input type="search"/g)!.length;
    expect([await champs('/'), await champs('/?q=eloise'), await champs('/dossiers')]).toEqual([1, 2, 2]);
    for (const adresse of ['/', '/dossiers', `/dossiers/${numero}`, '/taches', '/nulle-part'])
      expect((await lire(adresse)).html).toMatch(
        /<form method="post" action="\/recherche" class="recherche"><input type="search" name="q"/,
      );
    const { statut, texte } = await lire(`/dossiers?q=${encodeURIComponent('oeuvrard ELOISE')}`);
    expect(statut).toBe(200);
    expect(texte).toContain('Éloïse Œuvrard-N’Diaye Menuiserie Inventée');
    const autre = { headers: { Cookie: 'referent=autre' } };
    await enregistrerReferent(banc.registre, { ...personnesInventees.referent, id: 'autre' });
    const demander = async (a: string) => (await banc.app.request(`http://127.0.0.1:3000${a}`, autre)).text();
    expect(await demander('/dossiers?q=menuiserie')).toContain(numero);
    expect(await demander('/dossiers')).not.toContain(numero);
  });

  it('aucune adresse ne dit qui l’on cherche : ni celle de la liste, ni ses pages, ni son export, ni ses filtres', async () => {
    const cherche = async (champs: Record<string, string>) => {
      const { status, headers } = await banc.poster('/recherche', champs);
      return [status, headers.get('location')!] as const;
    };
    const [statut, adresse] = await cherche({ q: 'oeuvrard ELOISE' });
    expect([statut, adresse]).toEqual([303, expect.stringMatching(/^\/dossiers\?recherche=[0-9a-f]{32}$/)]);
    const { html, texte } = await lire(adresse);
    expect(texte).toContain('Éloïse Œuvrard-N’Diaye');
    expect(html).toContain('value="oeuvrard ELOISE"');
    const adresses = [...html.matchAll(/(?:href|action|value)="(\/[^"]*)"/g)].map(([, a]) => decodeURIComponent(a!));
    expect(adresses.filter((a) => /oeuvrard|q=/i.test(a))).toEqual([]);
    expect(adresses).toContain(adresse.replace('/dossiers', '/dossiers.csv'));
    // Another account, and a list narrowed without a name: no token.
    const autre = await banc.comme({ role: 'CONSEILLER', id: 'conseillere-2' });
    const refus = await lirePage(autre, adresse);
    expect([refus.statut, refus.texte]).toEqual([410, expect.stringContaining('Cette recherche n’est plus gardée')]);
    const sans = { q: ' ', referent: '', etape: 'EN_CSP', alerte: '', _vers: '/' };
    expect(await cherche(sans)).toEqual([303, '/?referent=&etape=EN_CSP']);
    const ailleurs = await banc.poster('/recherche', { q: 'x', _vers: 'https://example.org/' });
    expect(ailleurs.headers.get('location')).toMatch(/^\/dossiers\?recherche=\w+&_vers=https/);
    // Refused by the list that it leads to: an address that can be reloaded.
    for (const [q, dit] of [
      ['x'.repeat(107), '100 caractères au plus, 107 ici'],
      ['Nul\u0000', 'caractère'],
    ] as const) {
      const [, suite] = await cherche({ q });
      const refusee = await lire(suite);
      expect([refusee.statut, refusee.texte]).toEqual([400, expect.stringContaining(dit)]);
    }
  });

  it('se borne par échéance, règlement et courrier revenu, et se trie', async () => {
    const nomme = (nom: string) => ({
      personnes: { ...personnesInventees, identite: { ...personnesInventees.identite, prenom: 'Trié', nom } },
    });
    const [b, a] = [
      await banc.ouvrir('tri-b', evenements, nomme('Trizéphyr')),
      await banc.ouvrir('tri-a', evenements, {
        ...nomme('Triébène'),
        dossier: { ...ouverture('tri').dossier, dateRemise: dateCivile('2025-03-10') },
      }),
    ];
    const c = await banc.ouvrir('tri-c', evenements, {
      ...nomme('Triade'),
      dossier: { ...ouverture('tri').dossier, reglement: 'csp-2015-v2025' },
      dateReprise: dateCivile('2025-07-10'),
    });
    const trouves = async (criteres: string) =>
      [...(await lire(`/dossiers?q=tri&${criteres}`)).html.matchAll(/name="dossier\.([\d-]+)"/g)].map(([, n]) => n);
    // Accents count for nothing before the next letter does.
    expect(await trouves('tri=NOM')).toEqual([c, a, b]);
    expect((await trouves('tri=TERME')).indexOf(b)).toBeLessThan((await trouves('tri=TERME')).indexOf(a));
    expect((await lire('/dossiers?q=tri&tri=TERME')).texte).toMatch(/dernier jour du CSP : \d{2}\/\d{2}\/2026/);
    expect(await trouves('reglement=csp-2015-v2025')).toEqual([c]);
    // An interview that was not held, but for the one taken up today: the next is on 24 July, in fourteen days.
    expect(await trouves('echeance=EN_RETARD&tri=NOM')).toEqual([a, b]);
    expect(await trouves('echeance=SEPT_JOURS&tri=NOM')).toEqual([a, b]);
    expect(await trouves('echeance=TRENTE_JOURS&tri=NOM')).toEqual([c, a, b]);
    const rejetee = { cle: `${b}/ADRESSE_REJETEE/EMAIL/x`, numero: b, type: 'ADRESSE_REJETEE', libelle: 'Refusée.' };
    await deposerTache(banc.registre, { ...rejetee, echeance: null }, MAINTENANT);
    expect(await trouves('courrier=REVENU')).toEqual([b]);
    await terminerTache(banc.registre, rejetee.cle, 'conseillere-1', MAINTENANT);
    expect(await trouves('courrier=REVENU')).toEqual([]);
    const retenu = {
      cle: `${c}/C13_FIN_CSP/BENEFICIAIRE/x`,
      numero: c,
      motif: 'Adresse à vérifier',
      par: 'conseillere-1',
    };
    await retenir(banc.registre, retenu, MAINTENANT);
    expect(await trouves('courrier=RETENU')).toEqual([c]);
    // The week says both, and leads there.
    const { html, texte } = await lire('/?q=tri');
    expect([html, texte]).toEqual([
      expect.stringContaining('href="/dossiers?q=tri&amp;courrier=RETENU"'),
      expect.stringMatching(/1 dossier au courrier retenu/),
    ]);
    expect(texte).not.toContain('au courrier revenu');
    await liberer(banc.registre, retenu.cle, 'conseillere-1', MAINTENANT);
    expect(await trouves('courrier=RETENU')).toEqual([]);
    const csv = await banc.app.request('http://127.0.0.1:3000/dossiers.csv?q=tri&reglement=csp-2015-v2025&tri=NOM');
    expect(await csv.text()).toContain('règlement « CSP, convention de 2015 (depuis le 1er avril 2025');
  });

  it('dit le rendez-vous qui vient avant l’échéance, et le seul prochain', async () => {
    const planifier = (id: string, debut: string) =>
      creerRendezVous(
        banc.registre,
        {
          ...{ id, numero, sorte: 'SUIVI', mode: 'TELEPHONE', debut, dureeMinutes: 30 },
          ...{ lieu: null, lien: null, intitule: null },
        },
        'conseillere-1',
        MAINTENANT,
      );
    await planifier('aaaaaaaaaaaaaaa1', '2025-07-25T07:30:00.000Z');
    expect((await lire('/dossiers')).texte).not.toContain('rendez-vous le');
    await planifier('aaaaaaaaaaaaaaa2', '2025-07-15T07:30:00.000Z');
    const { texte } = await lire('/dossiers');
    expect(texte).toContain('rendez-vous le 15/07/2025');
    expect(texte).not.toContain('rendez-vous le 25/07/2025');
    await annulerRendezVous(banc.registre, 'aaaaaaaaaaaaaaa2', 'conseillere-1', MAINTENANT);
    await annulerRendezVous(banc.registre, 'aaaaaaaaaaaaaaa1', 'conseillere-1', MAINTENANT);
  });

  it('se souvient du référent choisi, jusqu’à ce qu’on les demande tous', async () => {
    const cookieDe = async (adresse: string) =>
      (await banc.app.request(`http://127.0.0.1:3000${adresse}`)).headers.get('set-cookie');
    const choisi = await cookieDe('/?referent=referente-inventee');
    expect(choisi).toMatch(/^referent=referente-inventee; .*HttpOnly.*SameSite=Lax/);
    const avec = async (cookie: string) =>
      (await banc.app.request('http://127.0.0.1:3000/', { headers: { Cookie: cookie } })).text();
    expect(await avec('referent=referente-inventee')).toMatch(/value="referente-inventee" selected/);
    expect(await avec('referent=partie-depuis')).not.toMatch(/selected/);
    expect(await cookieDe('/?referent=')).toMatch(/^referent=; Max-Age=0/);
    expect(await cookieDe('/')).toBeNull();
  });

  it('un référent commence par les siens, jusqu’à ce qu’il les demande tous', async () => {
    const { app } = await banc.comme({ role: 'CONSEILLER', id: 'referente-inventee' });
    const demander = (chemin: string, headers = {}) => app.request(`http://127.0.0.1:3000${chemin}`, { headers });
    expect(await (await demander('/')).text()).toMatch(/value="referente-inventee" selected/);
    const tous = (await demander('/?referent=')).headers.get('set-cookie')!;
    expect(tous).toMatch(/^referent=; Max-Age=31536000/);
    expect(await (await demander('/', { Cookie: 'referent=' })).text()).not.toMatch(/selected/);
  });

  it('se feuillette au-delà de cinquante dossiers', async () => {
    for (let i = 0; i < 51; i++) {
      const identite = { ...personnesInventees.identite, nom: `Dunombre${i}` };
      await banc.ouvrir(`nombre-${i}`, evenements, { personnes: { ...personnesInventees, identite } });
    }
    const premiere = await lire('/dossiers?q=Dunombre');
    expect(premiere.texte).toContain('Page 1 sur 2');
    expect(premiere.html).toContain('href="/dossiers?q=Dunombre&amp;page=2"');
    expect((await lire('/dossiers?q=Dunombre&page=2')).texte).toContain('Page 2 sur 2');
    const tropLoin = await lire('/dossiers?q=Dunombre&page=999');
    expect(tropLoin.texte).toMatch(/51 dossiers.*La page 999 n’existe pas : il y en a 2, voici la dernière.*Dunombre/);
    expect(tropLoin.texte).not.toContain('Aucun dossier');
    expect(tropLoin.html).toContain('href="/dossiers.csv?q=Dunombre"');
  }, 60_000);
});

it('la liste s’exporte entière, avec ce qui la borne, sans qu’un nom y devienne une formule', async () => {
  const identite = { ...personnesInventees.identite, prenom: 'Ana', nom: '=1+1 Formule' };
  await banc.ouvrir('formule', evenements, { personnes: { ...personnesInventees, identite } });
  const reponse = await banc.app.request('http://127.0.0.1:3000/dossiers.csv?q=formule&etape=EN_CSP');
  expect(reponse.headers.get('content-type')).toContain('text/csv');
  expect(reponse.headers.get('content-disposition')).toContain('dossiers-2025-07-10.csv');
  const texte = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await reponse.arrayBuffer());
  const [entete, ...lignes] = texte.trimEnd().split('\r\n');
  expect(entete).toMatch(/^\ufeff"Numéro";"Nom";"Prénom"/);
  expect(lignes).toHaveLength(1);
  expect(lignes[0]).toMatch(/;"'=1\+1 Formule";"Ana";/);
  expect(lignes[0]).toMatch(/;"Maude Lescot";"Au 10\/07\/2025 : étape En CSP, recherche « formule »"$/);
  const tous = await banc.app.request('http://127.0.0.1:3000/dossiers.csv?q=Dunombre');
  expect((await tous.text()).trimEnd().split('\r\n')).toHaveLength(52);
  const { rows } = await banc.registre.pool.query(
    `SELECT auteur, details FROM audit WHERE acte = 'EXPORTER_PORTEFEUILLE' ORDER BY id DESC LIMIT 1`,
  );
  expect(rows).toEqual([{ auteur: 'conseillere-1', details: { nombre: 51 } }]);
});

describe('un dossier', () => {
  it('dit où il en est, ses prochaines dates et leurs raisons', async () => {
    const { texte } = await lire(`/dossiers/${numero}`);
    expect(texte).toContain('En CSP depuis le 25/03/2025');
    expect(texte).toContain('Terme du CSP (dernier jour)');
    expect(texte).toContain('12 mois à compter du 25/03/2025');
    expect(texte).toContain('R10');
    expect(texte).toContain('Réponse du salarié le 12/03/2025 (Accepte le CSP)');
  });

  it('se voit d’un coup d’œil, et se lit aussi sans l’image', async () => {
    const { html, texte } = await lire(`/dossiers/${numero}`);
    expect(html).toMatch(
      /<svg width="100%" height="\d+" role="img" aria-labelledby="frise-titre frise-texte"><title id="frise-titre">Le parcours d’un coup d’œil<\/title><desc id="frise-texte">Terme/,
    );
    expect(texte).toContain('CSP, phase 1 : du 25/03/2025 au');
    expect(html).not.toMatch(/<svg[^>]*style=|="NaN|NaN%/);
  });

  it('annonce une suspension qui commence dans la semaine', async () => {
    const arret = (debut: string, fin: string) =>
      banc.ouvrir(`suspension-${debut}`, [
        ...evenements,
        { type: 'ARRET_MALADIE', debut: dateCivile(debut), fin: dateCivile(fin) },
      ]);
    const proche = await lire(`/dossiers/${await arret('2025-07-14', '2025-07-18')}`);
    expect(proche.texte).toContain('Bientôt suspendu du 14/07/2025 au 18/07/2025, arrêt maladie');
    const lointain = await lire(`/dossiers/${await arret('2025-07-18', '2025-07-20')}`);
    expect(lointain.texte).not.toContain('Bientôt suspendu');
  });

  it('accepte un numéro écrit autrement, refuse un numéro mal recopié', async () => {
    expect((await lire(`/dossiers/${numero.replaceAll('-', '')}`)).statut).toBe(200);
    const faute = await lire(`/dossiers/${numero.slice(0, -1)}${(Number(numero.at(-1)) + 1) % 10}`);
    expect(faute.statut).toBe(404);
    expect(faute.texte).toContain('faute de frappe');
  });

  it('échappe ce que les gens écrivent', async () => {
    const identite = { ...personnesInventees.identite, nom: '<b>"Gras" & fils' };
    const autre = await banc.ouvrir('echappe', evenements, { personnes: { ...personnesInventees, identite } });
    const { html } = await lire(`/dossiers/${autre}`);
    expect(html).toContain('&lt;b&gt;&quot;Gras&quot; &amp; fils');
    expect(html).not.toContain('<b>"Gras"');
  });

  it('montre les courriers exactement comme ils sont partis', async () => {
    const base = '2025-06-24';
    const cle = `${numero}/C07_CONVOCATION_PSP/BENEFICIAIRE/${base}`;
    const pdf = Uint8Array.from({ length: 400 }, (_, i) => i % 256);
    const { rang } = await preparerCourrier(
      banc.registre,
      {
        cle,
        numero,
        code: 'C07_CONVOCATION_PSP',
        destinataire: 'BENEFICIAIRE',
        base,
        datePrevue: dateCivile(base),
        canal: 'EMAIL',
        adresse: 'eloise.oeuvrard@example.org',
        messageId: '<essai@example.org>',
        objet: 'Votre plan d’action',
        gabarit: 'C07_CONVOCATION_PSP@1',
        donnees: {},
        texte: 'Bonjour, voici votre convocation.',
        html: '<p>Bonjour</p><script>alert(1)</script>',
        pdf,
        nomPdf: 'convocation-psp.pdf',
      },
      MAINTENANT,
    );
    await completerCourrier(banc.registre, cle, { rang, statut: 'PARTI', reponse: '250 OK' }, MAINTENANT);
    const { html, texte } = await lire(`/dossiers/${numero}`);
    expect(texte).toContain('Votre plan d’action, par e-mail le 10/07/2025 à 11 h');
    const liens = [...html.matchAll(/href="(\/dossiers\/[^"]*\/contenus\/[0-9a-f]{64})"/g)].map((m) => m[1]!);
    expect(liens).toHaveLength(3);
    const reponses = await Promise.all(liens.map((l) => banc.app.request(`http://127.0.0.1:3000${l}`)));
    expect(reponses.map((r) => r.headers.get('content-type'))).toEqual([
      'application/pdf',
      'text/plain; charset=utf-8',
      'text/html; charset=UTF-8',
    ]);
    expect(reponses[0]!.headers.get('content-disposition')).toContain("filename*=UTF-8''convocation-psp.pdf");
    expect(new Uint8Array(await reponses[0]!.arrayBuffer())).toEqual(pdf);
    expect(await reponses[1]!.text()).toBe('Bonjour, voici votre convocation.');
    expect(reponses[2]!.headers.get('content-security-policy')).toContain('sandbox');
    const ailleurs = await banc.ouvrir('ailleurs', evenements);
    expect((await lire(liens[0]!.replace(numero, ailleurs))).statut).toBe(404);
  });

  it('tient une tâche jusqu’à ce qu’elle soit faite', async () => {
    const cle = `${numero}/essai`;
    await deposerTache(
      banc.registre,
      { cle, numero, type: 'ECHEANCE_DEPASSEE', libelle: 'Appeler Mme Œuvrard', echeance: dateCivile('2025-07-11') },
      MAINTENANT,
    );
    expect((await lire(`/dossiers/${numero}`)).texte).toContain('Appeler Mme Œuvrard (demain)');
    const fait = await banc.poster(`/dossiers/${numero}/taches`, { cle });
    expect([fait.status, fait.headers.get('location')]).toEqual([303, `/dossiers/${numero}?tache=faite`]);
    expect((await listerTaches(banc.registre, { numero })).find((t) => t.cle === cle)).toMatchObject({
      statut: 'FAITE',
      faitePar: 'conseillere-1',
    });
    expect((await banc.poster(`/dossiers/${numero}/taches`, { cle: 'inconnue' })).status).toBe(404);
  });
});
