import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ajouterJours, type DateCivile } from '../../domain/calendrier/dates';
import { dateLocale } from '../../domain/calendrier/fuseaux';
import { deposerTache, listerDossiers } from '../../registre';
import { attendreQue, monterPileDeTest, type PileDeTest } from '../outils/pile';
import { exemple, lancer, largeur, type OptionsJalon } from './jalon';

let pile: PileDeTest;
let dossier: string;
let aujourdhui: DateCivile;
beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'jalon-cli-'));
  pile = await monterPileDeTest({ JALON_JOURNAL: 'silent' });
  await pile.lancerWorker();
  aujourdhui = dateLocale(new Date(), 'Europe/Paris');
});
afterAll(async () => {
  await pile?.fermer();
  rmSync(dossier, { recursive: true, force: true });
});

const jalon = (ligne: string[], options: OptionsJalon = {}) =>
  lancer(ligne, { ...options, env: { ...pile.env, ...options.env } });
const json = async <T>(ligne: string[], entree = ''): Promise<T> =>
  JSON.parse((await jalon([...ligne, '--json'], { entree })).texte) as T;

async function numeroDe(nom: string): Promise<string> {
  return attendreQue(
    `le dossier ${nom}`,
    async () => (await listerDossiers(pile.registre, { recherche: nom })).find((d) => d.etat)?.numero ?? null,
    30_000,
  );
}

describe('du fichier au dossier', () => {
  it('les agences d’abord', async () => {
    expect((await jalon(['agences'])).texte).toContain('Aucune agence');
    const { statut, texte } = await jalon(['agences', exemple('organisation.json')]);
    expect([statut, texte]).toEqual([0, expect.stringContaining('11 agences, 12 référents.')]);
    const faux = await jalon(['agences', '-'], { entree: '{"agences":[{"id":"Lille !"}],"referents":[]}' });
    expect([faux.statut, faux.erreurs]).toEqual([1, expect.stringContaining('CHAMP_MANQUANT:agences.0.nom')]);
  });

  it('le rapport d’un portefeuille ne change rien, --oui l’ouvre, recommencer n’ouvre rien', async () => {
    const ligne = ['importer', exemple('portefeuille.csv'), '--dates-relatives'];
    const rapport = await jalon(ligne);
    expect([rapport.statut, rapport.erreurs]).toEqual([0, '']);
    expect(rapport.texte).toContain('36 lignes : 36 à ouvrir, 0 déjà ouverte, 0 refusée.');
    expect(rapport.texte).toContain('Pour ouvrir 36 parcours : ajoutez --oui.');
    expect(largeur(rapport.texte)).toBeLessThanOrEqual(100);
    expect(await listerDossiers(pile.registre)).toHaveLength(0);

    expect((await jalon([...ligne, '--oui'])).texte).toContain('36 parcours ouverts, 0 déjà ouvert.');
    expect(await listerDossiers(pile.registre)).toHaveLength(36);
    expect((await jalon([...ligne, '--oui'])).texte).toContain('0 parcours ouvert, 36 déjà ouverts.');
    expect(await listerDossiers(pile.registre)).toHaveLength(36);
  });

  it('les lignes refusées le sont avec leurs raisons, les autres s’ouvrent', async () => {
    const tete =
      'reference;identite.prenom;identite.nom;agence;referent;dateRemise;modeProposition;motifRupture;effectifEntreprise;dateNaissance;residence;joursAffiliation';
    const rang = (reference: string, nom: string, remise: string, jours = '420') =>
      `${reference};Ida;${nom};lille;l-vasseur;${remise};ENTRETIEN_PREALABLE;LICENCIEMENT_ECONOMIQUE;48;1984-05-17;metropole;${jours}`;
    const texte = [
      tete,
      rang('A-1', 'Bonne', aujourdhui),
      rang('A-1', 'Bonne', aujourdhui),
      rang('A-2', 'Silence', ajouterJours(aujourdhui, -60)),
      rang('A-3', 'Brève', aujourdhui, '12'),
    ].join('\n');
    const fichier = join(dossier, 'mele.csv');
    writeFileSync(fichier, texte);
    const { statut, texte: dit } = await jalon(['importer', fichier, '--oui']);
    expect(statut).toBe(1);
    expect(dit).toContain('Le même dossier est déjà à la ligne 2 du fichier.');
    expect(dit).toContain('REPRISE_SANS_REPONSE');
    expect(dit).toContain('AFFILIATION_INSUFFISANTE');
    expect(dit).toContain('1 parcours ouvert, 0 déjà ouvert.');
    const machine = await json<{ lignes: { statut: string; erreurs: { code: string }[] }[] }>(['importer', fichier]);
    expect(machine.lignes.map((l) => [l.statut, l.erreurs.map((e) => e.code)])).toEqual([
      ['DEJA_OUVERT', []],
      ['REFUSEE', ['LIGNE_EN_DOUBLE']],
      ['REFUSEE', ['REPRISE_SANS_REPONSE']],
      ['REFUSEE', ['AFFILIATION_INSUFFISANTE']],
    ]);
    const sansTete = await jalon(['importer', '-'], { entree: 'nom;prenom\nx;y' });
    expect([sansTete.statut, sansTete.erreurs]).toEqual([1, expect.stringContaining('COLONNE_MANQUANTE:dateRemise')]);
    expect((await jalon(['importer', '--entete'])).texte).toContain(';dateReprise;evenements');
  });

  it('un document s’ouvre une fois, ou est refusé avec toutes ses raisons', async () => {
    const document = JSON.parse(readFileSync(exemple('dossiers', 'silence-vaut-refus.json'), 'utf8'));
    const trop = await jalon(['ouvrir', exemple('dossiers', 'silence-vaut-refus.json')]);
    expect([trop.statut, trop.erreurs]).toEqual([1, expect.stringContaining('(REPRISE_SANS_REPONSE)')]);
    const frais = { ...document, dateRemise: aujourdhui };
    const ouvert = await jalon(['ouvrir', '-'], { entree: JSON.stringify(frais) });
    expect([ouvert.statut, ouvert.texte]).toEqual([
      0,
      expect.stringMatching(/Parcours ouvert sous le numéro \d{4}-\d{6}-\d\d\.\nÉtape : En réflexion\./),
    ]);
    expect(await json(['ouvrir', '-'], JSON.stringify(frais))).toMatchObject({ nouveau: false, etat: 'EN_REFLEXION' });
    const refus = await json<{ refuse: boolean; erreurs: { code: string }[] }>(
      ['ouvrir', '-'],
      JSON.stringify({ ...frais, agence: 'x', joursAffiliation: 3, surnom: 'Ali' }),
    );
    expect(refus.refuse).toBe(true);
    expect(refus.erreurs.map((e) => e.code).sort()).toEqual([
      'AFFILIATION_INSUFFISANTE',
      'AGENCE_INCONNUE:x',
      'CHAMP_INCONNU:surnom',
    ]);
  });
});

describe('un dossier ouvert', () => {
  let numero: string;
  beforeAll(async () => {
    numero = await numeroDe('Vaillant');
  });

  it('se voit en entier, en cent colonnes', async () => {
    const { statut, texte } = await jalon(['voir', numero]);
    expect(statut).toBe(0);
    for (const partie of [
      'Quitterie Vaillant',
      'En CSP depuis le',
      '(phase 2)',
      'Prochaines échéances',
      'Entretien de point',
      '(R13)',
      'Journal',
      'ouverture-1',
    ]) {
      expect(texte.replace(/\s+/g, ' ')).toContain(partie);
    }
    expect(largeur(texte)).toBeLessThanOrEqual(100);
    expect(await json(['voir', numero])).toMatchObject({
      numero,
      situation: { etat: 'EN_CSP' },
      journal: expect.any(Array),
    });
    const inconnu = await jalon(['voir', '2020-000001-70']);
    expect([inconnu.statut, inconnu.erreurs]).toEqual([1, 'Aucun dossier ne porte ce numéro. (DOSSIER_INCONNU)\n']);
  });

  it('s’explique d’après le registre, date pour date', async () => {
    const { situation } = await json<{ situation: { resultat: Record<string, unknown> } }>(['voir', numero]);
    const [terme] = await json<{ valeur: unknown; regle: string }[]>(['expliquer', numero, 'terme']);
    expect(terme).toMatchObject({ valeur: situation.resultat.terme, regle: expect.stringMatching(/^R10/) });
    const etat = await json<{ valeur: unknown }[]>(['expliquer', numero, 'etatFinal']);
    expect(etat.map((e) => e.valeur)).toEqual([situation.resultat.etatFinal]);
    const inconnu = await jalon(['expliquer', '2020-000001-70']);
    expect([inconnu.statut, inconnu.erreurs]).toEqual([1, expect.stringContaining('DOSSIER_INCONNU')]);
  });

  it('un arrêt se prévisualise, se consigne, se corrige, s’annule', async () => {
    const arret = (jours: number) => ({
      type: 'ARRET_MALADIE',
      debut: aujourdhui,
      fin: ajouterJours(aujourdhui, jours - 1),
    });
    const fichier = join(dossier, 'arret.json');
    writeFileSync(fichier, JSON.stringify(arret(10)));
    const { situation } = await json<{ situation: { resultat: { dateFinCsp: DateCivile } } }>(['voir', numero]);
    const fin = situation.resultat.dateFinCsp;

    const vue = await jalon(['previsualiser', numero, fichier]);
    expect([vue.statut, vue.texte]).toEqual([0, expect.stringMatching(/10\s+jours\s+d/)]);
    expect(largeur(vue.texte)).toBeLessThanOrEqual(100);
    expect(await json(['previsualiser', numero, fichier])).toMatchObject({
      dateFinCsp: { avant: fin, apres: ajouterJours(fin, 10) },
    });

    const consigne = await jalon(['consigner', numero, fichier, '--id', 'arret-1', '--motif', 'certificat reçu']);
    expect([consigne.statut, consigne.texte]).toEqual([0, expect.stringContaining('Pris en compte sous arret-1.')]);
    await attendreQue(
      'le nouveau terme',
      async () => (await listerDossiers(pile.registre, { recherche: numero }))[0]?.terme === ajouterJours(fin, 10),
      10_000,
    );
    // The same id again: one fact, one answer.
    expect(await json(['consigner', numero, fichier, '--id', 'arret-1', '--motif', 'certificat reçu'])).toMatchObject({
      statut: 'RETENU',
      dateFinCsp: ajouterJours(fin, 10),
    });
    expect(
      (await json<{ journal: { id: string }[] }>(['voir', numero])).journal.filter((e) => e.id === 'arret-1'),
    ).toHaveLength(1);

    expect(await json(['corriger', numero, 'arret-1', '-', '--id', 'arret-2'], JSON.stringify(arret(5)))).toMatchObject(
      { statut: 'RETENU' },
    );
    await attendreQue(
      'le terme corrigé',
      async () => (await listerDossiers(pile.registre, { recherche: numero }))[0]?.terme === ajouterJours(fin, 5),
      10_000,
    );
    expect(await json(['annuler', numero, 'arret-2', '--id', 'annule-1'])).toMatchObject({ statut: 'RETENU' });
    await attendreQue(
      'le terme d’avant',
      async () => (await listerDossiers(pile.registre, { recherche: numero }))[0]?.terme === fin,
      10_000,
    );
    const refus = await jalon(['annuler', numero, 'arret-2']);
    expect([refus.statut, refus.erreurs]).toEqual([1, expect.stringContaining('FAIT_INCONNU')]);
  });

  it('ce qui est consigné est ce qui a été vu : la version de l’aperçu se redit, et ce qui a changé depuis se montre', async () => {
    const formation = (jours: number) => ({
      type: 'FORMATION',
      debut: ajouterJours(aujourdhui, jours),
      fin: ajouterJours(aujourdhui, jours + 2),
    });
    const texte = (jours: number) => JSON.stringify(formation(jours));
    const { version } = await json<{ version: number }>(['previsualiser', numero, '-'], texte(30));
    const vue = ['--version-vue', String(version)];
    expect(await json(['consigner', numero, '-', '--id', 'vu-1', ...vue], texte(30))).toMatchObject({
      statut: 'RETENU',
      avertissements: [],
    });
    await attendreQue(
      'le premier fait au registre',
      async () => (await json<{ journal: { id: string }[] }>(['voir', numero])).journal.some(({ id }) => id === 'vu-1'),
      10_000,
    );
    const refus = await jalon(['consigner', numero, '-', '--id', 'vu-2', ...vue], { entree: texte(60) });
    expect([refus.statut, refus.erreurs]).toEqual([
      1,
      expect.stringMatching(
        /Le dossier a changé depuis que vous l’avez vu.*Depuis : « Formation.*--version-vue \d+.*DOSSIER_CHANGE/s,
      ),
    ]);
    const nouvelle = /--version-vue (\d+)/.exec(refus.erreurs)![1]!;
    const reprise = ['consigner', numero, '-', '--id', 'vu-2', '--version-vue', nouvelle];
    expect(await json(reprise, texte(60))).toMatchObject({ statut: 'RETENU' });
    expect((await jalon(['consigner', numero, '-', '--version-vue', 'x'], { entree: texte(60) })).statut).toBe(2);
    // An external system that saw nothing is taken as of now; the warnings of a page are said all the same.
    const double = await jalon(['consigner', numero, '-', '--id', 'vu-3'], { entree: texte(30) });
    expect([double.statut, double.texte]).toEqual([
      0,
      expect.stringMatching(/Attention : Le même événement est déjà au journal\..*\(entrée vu-1\)/s),
    ]);
    for (const id of ['vu-2', 'vu-3']) expect((await jalon(['annuler', numero, id])).statut).toBe(0);
  });

  it('un fait écarté par une règle demande un mot de plus', async () => {
    const entree = JSON.stringify({ type: 'DEMANDE_REINSCRIPTION', date: aujourdhui });
    const refus = await jalon(['consigner', numero, '-'], { entree });
    expect([refus.statut, refus.erreurs]).toEqual([1, expect.stringMatching(/--verser.*\(REINSCRIPTION_PREMATUREE\)/)]);
    expect(await json(['consigner', numero, '-', '--verser'], entree)).toMatchObject({
      statut: 'ECARTE',
      code: 'REINSCRIPTION_PREMATUREE',
    });
    const forme = await jalon(['consigner', numero, '-'], { entree: '{"type":"ARRET_MALADIE","debut":"2026-02-31"}' });
    expect([forme.statut, forme.erreurs]).toEqual([1, expect.stringContaining('(DATE_INVALIDE)')]);
    const illisible = await jalon(['consigner', numero, '-'], { entree: '{"type":' });
    expect([illisible.statut, illisible.erreurs]).toEqual([2, expect.stringContaining('n’est pas du JSON bien écrit')]);
  });

  it('l’ouverture se rectifie', async () => {
    const autre = await numeroDe('Delorme');
    expect(
      await json(
        ['rectifier', autre, '-', '--motif', 'récépissé'],
        JSON.stringify({ dateRemise: ajouterJours(aujourdhui, -12) }),
      ),
    ).toMatchObject({ statut: 'RETENU' });
    const refus = await jalon(['rectifier', autre, '-'], { entree: '{"effectifEntreprise":2000}' });
    expect([refus.statut, refus.erreurs]).toEqual([1, expect.stringContaining('CONGE_DE_RECLASSEMENT')]);
  });

  it('ses courriers se lisent et s’écrivent octet pour octet', async () => {
    const autre = await numeroDe('Bonnefoy');
    const sortie = join(dossier, 'lettres');
    await attendreQue(
      'les courriers d’adhésion partis',
      async () =>
        (await json<{ courriers: { statut: string }[] }>(['courriers', autre])).courriers.filter(
          (c) => c.statut === 'PARTI',
        ).length === 2,
      30_000,
    );
    const { statut, texte } = await jalon(['courriers', autre, '--sortie', sortie]);
    expect([statut, texte]).toEqual([0, expect.stringContaining('Acceptation enregistrée')]);
    expect(
      largeur(
        texte
          .split('\n')
          .filter((l) => !l.startsWith('Écrit') && !l.includes(sortie))
          .join('\n'),
      ),
    ).toBeLessThanOrEqual(100);
    const pdf = readdirSync(sortie).filter((f) => f.endsWith('.pdf'));
    const nom = (reste: string) => `${aujourdhui}-C04_ADHESION-${reste}.pdf`;
    expect(pdf).toEqual(
      ['beneficiaire-1-email', 'beneficiaire-2-courrier', 'employeur-1-email', 'employeur-2-courrier'].map(nom),
    );
    expect(readFileSync(join(sortie, pdf[0]!)).subarray(0, 5).toString()).toBe('%PDF-');
    expect(existsSync(join(sortie, pdf[0]!.replace('.pdf', '.txt')))).toBe(true);
  });

  it('la liste montre le plus pressé d’abord, et se filtre', async () => {
    const { texte } = await jalon(['liste', '--limite', '5']);
    expect(texte).toMatch(/\d+ dossiers, 5 montrés/);
    expect(largeur(texte)).toBeLessThanOrEqual(100);
    const { dossiers } = await json<{ dossiers: { etat: string; prochaineEcheance: string | null }[] }>([
      'liste',
      '--etape',
      'SUSPENDU',
      '--referent',
      'l-vasseur',
    ]);
    expect(dossiers.map((d) => d.etat)).toEqual(['SUSPENDU', 'SUSPENDU']);
    expect((await jalon(['liste', '--cherche', 'personne'])).texte).toBe('Aucun dossier.\n');
  });

  it('une tâche se termine par sa clé', async () => {
    const cle = `${numero}/essai`;
    await deposerTache(
      pile.registre,
      { cle, numero, type: 'ECHEANCE_DEPASSEE', libelle: 'Appeler', echeance: aujourdhui },
      new Date(),
    );
    expect((await jalon(['taches', numero])).texte).toContain(`clé : ${cle}`);
    expect((await jalon(['taches', numero, '--faite', cle])).texte).not.toContain(cle);
    const psp = `${numero}/ECHEANCE_DEPASSEE/PSP/2020-01-02`;
    const tache = { cle: psp, numero, type: 'ECHEANCE_DEPASSEE', libelle: 'PSP', echeance: aujourdhui };
    await deposerTache(pile.registre, tache, new Date());
    expect((await jalon(['taches', '--faite', psp])).erreurs).toContain('TACHE_SANS_MOTIF');
    await jalon(['taches', '--faite', psp, '--motif', 'Vu ailleurs.']);
    expect(await json(['taches', numero, '--toutes'])).toContainEqual(
      expect.objectContaining({ cle: psp, statut: 'FAITE', motif: 'Vu ailleurs.' }),
    );
    expect(await json(['taches', numero, '--toutes'])).toContainEqual(
      expect.objectContaining({ cle, statut: 'FAITE', faitePar: 'cli' }),
    );
    expect((await jalon(['taches', '--faite', 'inconnue'])).erreurs).toContain('TACHE_INCONNUE');
  });

  it('une tâche se reporte et se confie par sa clé', async () => {
    const cle = `${numero}/a-reporter`;
    const tache = { cle, numero, type: 'ESSAI', libelle: 'Relancer', echeance: aujourdhui };
    await deposerTache(pile.registre, tache, new Date());
    expect((await jalon(['taches', '--reporter', cle, '--au', '2020-01-02'])).erreurs).toContain('CHAMP_INVALIDE:au');
    const demain = ajouterJours(aujourdhui, 1);
    await jalon(['taches', '--reporter', cle, '--au', demain, '--motif', 'Absente.']);
    expect((await jalon(['taches', '--confier', cle, '--a', 'personne'])).erreurs).toContain('REFERENT_INCONNU');
    expect(await json(['taches', numero])).toContainEqual(
      expect.objectContaining({ cle, reporteeAu: demain, reporteeMotif: 'Absente.', confieeA: null }),
    );
    await jalon(['taches', '--faite', cle]);
  });
});
