import { ajouterJours, type DateCivile, dateCivile } from '../../domain/calendrier/dates';
import type { Evenement } from '../../domain/faits/evenements';
import {
  ajouterAbsence,
  creerRendezVous,
  deposerTache,
  enregistrerReferent,
  faitsDuPoint,
  lireSemaine,
  listerTaches,
  terminerTache,
} from '../../registre';
import { personnesInventees } from '../outils/ouvertures';
import { type Banc, lirePage, MAINTENANT, ouvrirBanc, texteDe } from './banc';

/** Thursday. */
const JOUR = dateCivile('2025-07-10');
const evenements: Evenement[] = [
  { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' },
  { type: 'PRE_BILAN_REALISE', date: dateCivile('2025-03-31') },
];

let banc: Banc;
let numero: string;
beforeAll(async () => {
  banc = await ouvrirBanc();
  numero = await banc.ouvrir('semaine', evenements, { dateReprise: JOUR });
  for (const { cle } of await listerTaches(banc.registre, { numero }))
    await terminerTache(banc.registre, cle, 'x', MAINTENANT);
});
afterAll(() => banc?.fermer());
afterEach(() => expect(banc.erreurs).toEqual([]));

const lire = (adresse: string) => lirePage(banc, adresse);
const deposer = async (nom: string, echeance: DateCivile | null, type = 'ESSAI') => {
  const cle = `${numero}/${type}/${nom}`;
  await deposerTache(banc.registre, { cle, numero, type, libelle: `Tâche ${nom}.`, echeance }, MAINTENANT);
  return cle;
};
const faire = (...cles: string[]) =>
  Promise.all(cles.map((cle) => terminerTache(banc.registre, cle, 'conseillere-1', MAINTENANT)));
/** The text of a section of the week. */
const section = (html: string, ancre: string): string =>
  new RegExp(`<section aria-labelledby="${ancre}">.*?</section>`, 's').exec(html)?.[0] ?? '';

it('ce qui est à faire se lit par jours, compté en tête, les filtres avant', async () => {
  const cles = await Promise.all([
    deposer('passée', ajouterJours(JOUR, -2)),
    deposer('du jour', JOUR),
    deposer('sans date', null),
    deposer('dimanche', ajouterJours(JOUR, 3)),
    deposer('lundi', ajouterJours(JOUR, 4)),
    deposer('lointaine', ajouterJours(JOUR, 30)),
  ]);
  const { statut, html, texte } = await lire('/');
  expect(statut).toBe(200);
  expect(texte).toMatch(/1 en retard 2 aujourd’hui 1 cette semaine 1 la semaine prochaine 1 plus tard/);
  for (const [ancre, nom] of [
    ['en-retard', 'passée'],
    ['aujourdhui', 'du jour'],
    ['aujourdhui', 'sans date'],
    ['cette-semaine', 'dimanche'],
    ['semaine-prochaine', 'lundi'],
    ['plus-tard', 'lointaine'],
  ] as const)
    expect([nom, section(html, ancre).includes(`Tâche ${nom}.`)]).toEqual([nom, true]);
  expect(html.indexOf('name="referent"')).toBeLessThan(html.indexOf('class="comptes"'));
  expect(section(html, 'en-retard')).toMatch(/08\/07\/2025<\/span>,\sen\sretard\sde\s2\sjours/);
  await faire(...cles);
});

it('chaque ligne porte ce qui la règle, et ce que rien ne consigne se dit fait sur place', async () => {
  const psp = `${numero}/ECHEANCE_PROCHE/PSP/2025-07-11`;
  await deposerTache(
    banc.registre,
    {
      cle: psp,
      numero,
      type: 'ECHEANCE_PROCHE',
      libelle: 'Plan d’action à valider.',
      echeance: dateCivile('2025-07-11'),
    },
    MAINTENANT,
  );
  const appeler = await deposer('appeler', JOUR);
  const { html } = await lire('/');
  const semaine = section(html, 'cette-semaine');
  expect(semaine).toContain(`href="/dossiers/${numero}/evenement?type=PSP_VALIDE"`);
  expect(semaine).toContain(`href="/dossiers/${numero}/rendez-vous/nouveau?sorte=PSP"`);
  expect(semaine).not.toContain('C’est fait');
  expect(semaine).toContain('Clore autrement…');
  expect(section(html, 'aujourdhui')).toContain('C’est fait');
  const fait = await banc.poster(`/dossiers/${numero}/taches`, { cle: appeler, retour: 'semaine' });
  expect(fait.headers.get('location')).toBe('/?tache=faite');
  const apres = await lire('/?tache=faite');
  expect(apres.texte).toContain('La tâche est marquée comme faite.');
  expect(apres.texte).not.toContain('Tâche appeler.');
  const formulaire = { _formulaire: 'tache', cle: psp, retour: 'semaine' };
  const sans = await banc.poster(`/dossiers/${numero}/taches`, { ...formulaire, motif: ' ' });
  const refuse = await sans.text();
  expect([sans.status, texteDe(refuse)]).toEqual([400, expect.stringContaining('dites pourquoi')]);
  // The form is open where it was, and still leads back to the week.
  const ouverte = refuse.slice(refuse.indexOf('<details class="retenir" open'));
  expect(ouverte.slice(0, ouverte.indexOf('</form>'))).toMatch(
    /name="retour" value="semaine".*name="motif"[^>]*value=" " aria-invalid="true" aria-describedby="faute-tache"/s,
  );
  const avec = await banc.poster(`/dossiers/${numero}/taches`, { ...formulaire, motif: 'Vu ailleurs.' });
  expect(avec.headers.get('location')).toBe('/?tache=faite');
  expect((await lire(`/dossiers/${numero}`)).texte).toContain('close par Compte conseillere-1 : Vu ailleurs.');
});

it('les rendez-vous et l’échéance la plus proche y sont, une tâche valant pour la sienne', async () => {
  const rdv = { id: 'aaaaaaaaaaaaaaaa', numero, sorte: 'SUIVI', mode: 'TELEPHONE', dureeMinutes: 30 } as const;
  const reste = { lieu: null, lien: null, intitule: null, debut: '2025-07-15T07:30:00.000Z' };
  await creerRendezVous(banc.registre, { ...rdv, ...reste }, 'conseillere-1', MAINTENANT);
  const { html, texte } = await lire('/');
  expect(section(html, 'semaine-prochaine')).toMatch(/de\ssuivi\sà\s9\sh\s30/);
  expect(section(html, 'semaine-prochaine')).toContain(`/dossiers/${numero}/rendez-vous/aaaaaaaaaaaaaaaa/deplacer`);
  // The point d'étape is due in a fortnight: no line yet.
  expect(texte).not.toContain('Entretien de point d’étape');
  const maintenant = new Date('2025-07-17T09:00:00Z');
  const lu = async () =>
    (await lireSemaine(banc.registre, { dossiers: {}, maintenant, limite: 50 })).choses.filter(
      (c) => c.sorte === 'ECHEANCE',
    );
  expect(await lu()).toMatchObject([
    { numero, cle: 'POINT_ETAPE', le: '2025-07-24', moment: 'SEMAINE_PROCHAINE', regle: 'R13' },
  ]);
  const cle = `${numero}/ECHEANCE_PROCHE/POINT_ETAPE/2025-07-24`;
  await deposerTache(
    banc.registre,
    { cle, numero, type: 'ECHEANCE_PROCHE', libelle: 'Point d’étape.', echeance: dateCivile('2025-07-24') },
    MAINTENANT,
  );
  expect(await lu()).toEqual([]);
  await faire(cle);
  expect(await lu()).toEqual([]);
});

it('ce qui passe les premières lignes est sur la page, à un clic ; au-delà, page après page', async () => {
  const cles: string[] = [];
  for (let i = 0; i < 90; i++) cles.push(await deposer(`suite-${i}`, dateCivile('2025-01-02')));
  const { html, texte } = await lire('/');
  expect(texte).toContain('90 en retard');
  const [premieres, reste] = section(html, 'en-retard').split('<details class="suite">');
  // The page has sixty lines: the other moments have one.
  expect(premieres!.match(/<li>/g)).toHaveLength(8);
  expect(reste!.match(/<li>/g)).toHaveLength(51);
  expect(texteDe(reste!)).toMatch(/^ ?et 82 autres : en retard/);
  let suite: string | undefined = /href="(\/taches\?quand=EN_RETARD)"[^>]*>[^<]*31 autres/.exec(reste!)?.[1];
  const vues = new Set<string>();
  while (suite !== undefined) {
    const page = await lire(suite.replaceAll('&amp;', '&'));
    for (const [nom] of page.html.matchAll(/Tâche suite-\d+\./g)) vues.add(nom);
    suite = /rel="next" href="(\/taches[^"]*)"/.exec(page.html)?.[1];
  }
  expect(vues.size).toBe(90);
  await faire(...cles);
});

it('elle est celle du référent choisi, dont la machine se souvient, et des seuls dossiers demandés', async () => {
  const cle = await deposer('à elle', JOUR);
  await enregistrerReferent(banc.registre, { ...personnesInventees.referent, id: 'autre', nom: 'Autre' });
  for (const [adresse, montree] of [
    ['/', true],
    ['/?referent=referente-inventee', true],
    ['/?referent=autre', false],
    ['/?q=eloise', true],
    ['/?q=personne', false],
    ['/?etape=TERMINE', false],
    ['/?alerte=oui', false],
    ['/taches?quand=AUJOURDHUI', true],
    ['/taches?quand=PLUS_TARD', false],
  ] as const)
    expect([adresse, (await lire(adresse)).texte.includes('Tâche à elle.')]).toEqual([adresse, montree]);
  const souvenir = await banc.app.request('http://127.0.0.1:3000/', { headers: { Cookie: 'referent=autre' } });
  expect(await souvenir.text()).toMatch(/portefeuille de Maude Autre(?!.*Tâche à elle)/s);
  await faire(cle);
});

describe('une tâche qu’on ne fait pas tout de suite', () => {
  const poster = (acte: string, champs: Record<string, string>) =>
    banc.poster(`/dossiers/${numero}/taches/${acte}`, { retour: 'semaine', ...champs });
  /** Those that the digest of a counsellor would tell on that day. */
  const auPoint = async (referent: string) => {
    const periode = { jour: JOUR, fin: ajouterJours(JOUR, 1), depuis: MAINTENANT };
    return (await faitsDuPoint(banc.registre, referent, periode)).flatMap((f) => ('libelle' in f ? [f.libelle] : []));
  };
  beforeAll(() => enregistrerReferent(banc.registre, { ...personnesInventees.referent, id: 'autre', nom: 'Autre' }));

  it('se reporte avec son motif, et quitte les listes jusque-là', async () => {
    const cle = await deposer('à reporter', JOUR);
    const { html } = await lire('/');
    const page = /href="(\/dossiers\/[^"]*\/tache\?cle=[^"]*)" aria-label="Reporter, confier… : Tâche à reporter/.exec(
      html,
    )![1]!;
    expect((await lire(page.replaceAll('&amp;', '&'))).texte).toContain('Tâche à reporter. échéance du 10/07/2025.');
    const refus = await (await poster('reporter', { cle, au: '', motif: '  ' })).text();
    expect(texteDe(refus)).toMatch(/Dites à quel jour la tâche revient\. Dites pourquoi cette tâche est reportée/);
    for (const au of ['2025-07-10', '2025-10-11'])
      expect(texteDe(await (await poster('reporter', { cle, au, motif: 'Absente.' })).text())).toContain(
        'Une tâche se reporte à un jour à venir, dans les 3 mois.',
      );
    expect(await auPoint('referente-inventee')).toContain('Tâche à reporter.');
    const fait = await poster('reporter', { cle, au: '2025-07-14', motif: 'Absente.' });
    expect(fait.headers.get('location')).toBe('/?tache=reportee');
    const semaine = section((await lire('/?tache=reportee')).html, 'semaine-prochaine');
    expect(texteDe(semaine)).toMatch(
      /14\/07\/2025.*Tâche à reporter\. Suivi par Maude Lescot\. Reportée ; son échéance est le 10\/07\/2025/,
    );
    expect(await auPoint('referente-inventee')).not.toContain('Tâche à reporter.');
    expect((await lire(`/dossiers/${numero}`)).texte).toContain(
      'Reportée au 14/07/2025 par Compte conseillere-1 : Absente.',
    );
    await faire(cle);
    expect((await poster('reporter', { cle, au: '2025-07-15', motif: 'Encore.' })).status).toBe(404);
  });

  it('se confie à un collègue de l’agence : elle passe dans sa semaine et dans son point du matin', async () => {
    const cle = await deposer('à confier', JOUR);
    const inconnu = await poster('confier', { cle, a: 'personne' });
    expect([inconnu.status, texteDe(await inconnu.text())]).toEqual([
      400,
      expect.stringContaining('Le référent « personne » n’est pas connu'),
    ]);
    expect((await poster('confier', { cle, a: 'autre' })).headers.get('location')).toBe('/?tache=confiee');
    const chez = async (referent: string) => (await lire(`/?referent=${referent}`)).texte.includes('Tâche à confier.');
    expect([await chez('autre'), await chez('referente-inventee')]).toEqual([true, false]);
    expect(await auPoint('autre')).toContain('Tâche à confier.');
    expect(await auPoint('referente-inventee')).not.toContain('Tâche à confier.');
    await poster('confier', { cle, a: '' });
    expect([await chez('autre'), await chez('referente-inventee')]).toEqual([false, true]);
    await faire(cle);
  });

  it('laissée trois jours ouvrés, elle va au responsable, qui voit à qui elle est', async () => {
    const cles = [await deposer('de lundi', ajouterJours(JOUR, -3)), await deposer('de mardi', ajouterJours(JOUR, -2))];
    const responsable = await banc.comme({ role: 'RESPONSABLE' });
    expect((await lirePage(responsable, '/')).html).toMatch(/href="\/taches\/laissees"[^>]*>1 à faire depuis trois/);
    const { texte } = await lirePage(responsable, '/taches/laissees');
    expect(texte).toMatch(/1 ligne.*Tâche de lundi\. Suivi par Maude Lescot/);
    expect(texte).not.toContain('Tâche de mardi');
    expect((await lire('/')).html).not.toContain('/taches/laissees');
    expect((await lire('/taches/laissees')).statut).toBe(403);
    await faire(...cles);
  });
});

it('un entretien qui a son rendez-vous n’est plus à planifier : la ligne dit son jour', async () => {
  const cle = `${numero}/ECHEANCE_PROCHE/PSP/2025-07-12`;
  const tache = {
    cle,
    numero,
    type: 'ECHEANCE_PROCHE',
    libelle: 'Plan à valider.',
    echeance: dateCivile('2025-07-11'),
  };
  await deposerTache(banc.registre, tache, MAINTENANT);
  const planifier = `/dossiers/${numero}/rendez-vous/nouveau?sorte=PSP`;
  expect((await lire('/')).html).toContain(planifier);
  const rdv = { id: 'aaaaaaaaaaaaaaab', numero, sorte: 'PSP', mode: 'TELEPHONE', dureeMinutes: 60 } as const;
  const reste = { lieu: null, lien: null, intitule: null, debut: '2025-07-16T07:30:00.000Z' };
  await creerRendezVous(banc.registre, { ...rdv, ...reste }, 'conseillere-1', MAINTENANT);
  for (const page of ['/', '/taches?quand=CETTE_SEMAINE']) {
    const { html, texte } = await lire(page);
    expect(html).not.toContain(planifier);
    expect(texte).toMatch(/Plan à valider\. Rendez-vous le 16\/07\/2025\./);
  }
  const dossier = await lire(`/dossiers/${numero}`);
  expect(dossier.html).not.toContain(planifier);
  // What the person declares is a date to come as well, on her page as in the list.
  expect(dossier.texte).toMatch(/Prochaine date.*actualisation mensuelle, que fait la personne/);
  expect((await lire('/dossiers')).texte).toMatch(/actualisation du 28\/06\/2025 au 15\/07\/2025/);
});

it('un rendez-vous passé que personne n’a clos ne cache pas « Planifier », et n’est pas celui qu’une liste nomme', async () => {
  const autre = await banc.ouvrir('rdv-passe', evenements);
  const cle = `${autre}/ECHEANCE_PROCHE/PSP/2025-07-12`;
  const tache = { cle, numero: autre, type: 'ECHEANCE_PROCHE', libelle: 'Plan de lundi.', echeance: JOUR };
  await deposerTache(banc.registre, tache, MAINTENANT);
  const planifie = (id: string, debut: string) => {
    const rdv = { id, numero: autre, sorte: 'PSP', mode: 'TELEPHONE', dureeMinutes: 60, debut } as const;
    const reste = { lieu: null, lien: null, intitule: null };
    return creerRendezVous(banc.registre, { ...rdv, ...reste }, 'conseillere-1', MAINTENANT);
  };
  const ligne = (html: string) => html.split('<li>').find((li) => li.includes('Plan de lundi.')) ?? '';
  const planifier = `/dossiers/${autre}/rendez-vous/nouveau?sorte=PSP`;
  // An hour before: nobody said yet whether it was held.
  await planifie('aaaaaaaaaaaaaaac', '2025-07-10T08:00:00.000Z');
  const avant = ligne((await lire('/')).html);
  expect([avant.includes(planifier), avant.includes('Rendez-vous le')]).toEqual([true, false]);
  const dossier = (await lire(`/dossiers/${autre}`)).html;
  expect([dossier.includes(planifier), dossier.includes('tenu ou manqué')]).toEqual([true, true]);
  // Planned again, the next one is named, and not the one before it.
  await planifie('aaaaaaaaaaaaaaad', '2025-07-17T07:30:00.000Z');
  const apres = ligne((await lire('/')).html);
  expect(apres).not.toContain(planifier);
  expect(texteDe(apres)).toContain('Rendez-vous le 17/07/2025.');
  expect((await lire(`/dossiers/${autre}`)).html).not.toContain(planifier);
});

it('qui remplace une collègue le lit sur sa semaine, et y trouve celle de l’absente', async () => {
  await enregistrerReferent(banc.registre, {
    ...personnesInventees.referent,
    id: 'relais',
    prenom: 'Rose',
    nom: 'Relais',
  });
  const absence = (debut: string, fin: string, remplacant = 'relais') => ({
    ...{ referent: 'referente-inventee', debut: dateCivile(debut), fin: dateCivile(fin) },
    remplacant,
  });
  const prevenir = /Vous remplacez Maude Lescot jusqu’au\s+16\/07\/2025\s+inclus/;
  const relais = await banc.comme({ role: 'CONSEILLER', id: 'relais' });
  await ajouterAbsence(banc.registre, absence('2025-07-28', '2025-08-01'), 'essai', MAINTENANT);
  expect((await lirePage(relais, '/')).texte).not.toContain('Vous remplacez');
  await ajouterAbsence(banc.registre, absence('2025-07-09', '2025-07-16'), 'essai', MAINTENANT);
  const { html, texte } = await lirePage(relais, '/');
  expect([texte, html]).toEqual([
    expect.stringMatching(prevenir),
    expect.stringContaining('href="/?referent=referente-inventee">sa semaine'),
  ]);
  expect((await lirePage(relais, '/?referent=referente-inventee')).html).toContain(`/dossiers/${numero}`);
  expect((await lire('/')).texte).not.toContain('Vous remplacez');
});

it('une échéance qui repose sur un doute est dite à confirmer dans la semaine, dans la liste et dans son export', async () => {
  const douteux = await banc.ouvrir('douteux', evenements, { dateReprise: JOUR });
  await banc.registre.pool.query(
    `UPDATE dossiers SET situation = jsonb_set(situation, '{prochaine,aConfirmer}', 'true'), prochaine_echeance = $1 WHERE numero = $2`,
    [JOUR, douteux],
  );
  const ligne = (html: string, balise: string) =>
    texteDe(html.split(balise).find((l) => l.includes(`>${douteux}<`)) ?? '');
  const dit = /10\/07\/2025\s*, aujourd’hui \(à confirmer par France Travail\)/;
  expect(ligne((await lire('/')).html, '<li>')).toMatch(dit);
  expect(ligne((await lire('/dossiers')).html, '<tr>')).toMatch(dit);
  const csv = await (await banc.app.request('http://127.0.0.1:3000/dossiers.csv')).text();
  expect(csv.split('\n').find((l) => l.includes(douteux))).toMatch(/;"10\/07\/2025";"oui";/);
  const sur = (await lire('/dossiers')).html.split('<tr>').find((l) => l.includes(`>${numero}<`))!;
  expect(texteDe(sur)).not.toContain('à confirmer');
});
