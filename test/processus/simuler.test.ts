import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simuler } from '../../client/local/simuler';
import { Refus } from '../../client/usages/commun/refus';
import { racine } from '../../commun/racine';
import { lireReglages } from '../../commun/reglages';
import { entreeCatalogue } from '../../domain/catalogue/catalogue';
import { calculer } from '../../domain/droit/calculer';

let sortie: string;
beforeEach(() => {
  sortie = mkdtempSync(join(tmpdir(), 'jalon-simuler-'));
});
afterEach(() => rmSync(sortie, { recursive: true }));

const exemple = (nom: string) =>
  JSON.parse(readFileSync(join(racine, 'exemples', 'dossiers', `${nom}.json`), 'utf8')) as Record<string, unknown>;

it('l’année simulée envoie ce que la loi calcule, aux jours qu’elle calcule, et range les lettres dans l’ordre', async () => {
  const document = exemple('annee-nominale');
  const { courriers, issues, moments } = await simuler({ document, sortie, reglages: lireReglages() });
  expect(issues.map((issue) => issue.statut)).toEqual(issues.map(() => 'RETENU'));

  const { evenements, ...dossier } = document;
  const voulus = (calculer({ dossier, evenements }).courriers ?? []).filter((c) => c.destinataire !== 'CONSEILLER');
  const cle = (c: { code: string; destinataire: string; date: string }) => `${c.date} ${c.code} ${c.destinataire}`;
  // Those that the rules want; the journey has a few of its own besides.
  const duCalcul = ({ code }: { code: string }) => entreeCatalogue(code).origine === 'REGLES';
  const partis = courriers.filter((c) => c.statut === 'PARTI' && duCalcul(c));
  expect(partis.map(cle).sort()).toEqual(voulus.map(cle).sort());

  const fichiers = readdirSync(sortie).sort();
  expect(fichiers[0]).toBe('01-2026-03-03-C01_PROPOSITION-beneficiaire.eml');
  expect(fichiers).toEqual(courriers.flatMap((c) => c.fichiers).sort());
  const premier = readFileSync(join(sortie, fichiers[0]!), 'utf8');
  expect(premier).toContain('X-Jalon-Courrier');
  expect(readFileSync(join(sortie, fichiers[1]!)).subarray(0, 5).toString()).toBe('%PDF-');
  expect(moments.map((m) => m.date)).toEqual([...moments.map((m) => m.date)].sort());
});

it('une cause se lit avant son effet, et une étape apprise après coup dit depuis quand', async () => {
  const document = {
    ...exemple('annee-nominale'),
    evenements: [
      { type: 'REPONSE_SALARIE', date: '2026-03-10', reponse: 'ACCEPTATION' },
      { type: 'ARRET_MALADIE', debut: '2026-06-01', fin: '2026-06-10', enregistreLe: '2026-06-03' },
      { type: 'SORTIE', date: '2026-09-30', motif: 'MANQUEMENT', enregistreLe: '2026-09-21' },
    ],
  };
  const { moments } = await simuler({ document, sortie, reglages: lireReglages() });
  const lignes = moments
    .filter(({ genre }) => genre === 'ETAPE' || genre === 'FAIT')
    .map(({ date, genre, texte }) => `${date} ${genre} ${texte}`);
  expect(lignes.slice(0, 10)).toEqual([
    '2026-03-03 ETAPE En réflexion',
    '2026-03-10 FAIT Réponse du salarié le 10/03/2026 (Accepte le CSP)',
    '2026-03-10 ETAPE Accepté (CSP à venir)',
    '2026-03-25 ETAPE En CSP',
    '2026-06-03 FAIT Arrêt maladie du 01/06/2026 au 10/06/2026',
    '2026-06-03 ETAPE CSP suspendu (arrêt maladie), depuis le 01/06/2026',
    '2026-06-11 ETAPE En CSP',
    expect.stringMatching(/^2026-09-21 FAIT Sortie du CSP le 30\/09\/2026/),
    expect.stringMatching(/^2026-09-21 FAIT Confirmation par une seconde personne/),
    '2026-10-01 ETAPE CSP rompu (manquement)',
  ]);
});

it('un dossier refusé l’est avant que rien ne démarre, avec toutes ses raisons', async () => {
  const document = { ...exemple('annee-nominale'), motifRupture: 'FAUTE', residence: 'ailleurs' };
  const erreur: Refus = await simuler({ document, sortie, reglages: lireReglages() }).catch((e) => e);
  expect(erreur).toBeInstanceOf(Refus);
  expect(erreur.erreurs.length).toBeGreaterThanOrEqual(2);
});
