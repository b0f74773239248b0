import type { Command } from 'commander';
import { type DateCivile, enChiffres } from '../../../domain/calendrier/dates';
import { reserveDite } from '../../../domain/parcours/reserve-dite';
import { ecartDit } from '../../affichage/departs';
import { compte, libelleEtape, titreCourrier } from '../../affichage/libelles';
import { avecProgression } from '../../local/progression';
import { entete } from '../../saisie/csv';
import { documentation } from '../../saisie/documentation';
import type { Erreur } from '../../saisie/erreur';
import type { TexteLu } from '../../saisie/texte';
import { Refus } from '../../usages/commun/refus';
import {
  type Analyse,
  analyserPortefeuille,
  importerPortefeuille,
  type LigneAnalysee,
  type LigneImportee,
} from '../../usages/importer';
import type { Depart } from '../../usages/previsualiser-ouverture';
import { auteurDe, avecParcours, avecRegistre, exigerAgence } from '../services';
import { type Console, dire, donner, lireTableur, MauvaisUsage, STATUT, tableau } from '../sortie';

interface Options {
  entete?: boolean;
  documentation?: boolean;
  oui?: boolean;
  coordonnees?: boolean;
  datesRelatives?: boolean;
  json?: boolean;
}

/** `importer`: a report per row, then, with `--oui`, the opening of what is accepted. */
export const importer = (commande: Command, console: Console): Command =>
  commande
    .description(
      'Lit un portefeuille CSV et dit, ligne par ligne, l’étape où sera le parcours, sa prochaine échéance et ce qui part dans les 7 jours, ou pourquoi la ligne est refusée. Rien ne s’ouvre sans --oui ; recommencer n’ouvre rien deux fois. Voir docs/import.md.',
    )
    .argument('[portefeuille]', 'fichier CSV, ou - pour l’entrée standard')
    .option('--oui', 'ouvre les parcours des lignes acceptées')
    .option(
      '--coordonnees',
      'avec --oui : un dossier déjà ouvert prend les coordonnées de sa ligne, là où elles diffèrent',
    )
    .option('--entete', 'écrit l’en-tête attendu et s’arrête')
    .option('--documentation', 'écrit la description complète du fichier (docs/import.md) et s’arrête')
    .option('--dates-relatives', 'accepte J, J-12, J+3 (jours comptés d’aujourd’hui) : pour le portefeuille d’exemple')
    .option('--json', 'réponse lisible par une machine')
    .action(async (chemin: string | undefined, options: Options) => {
      if (options.entete) return dire(console, entete());
      if (options.documentation) return void console.sortie.write(documentation());
      if (chemin === undefined)
        throw new MauvaisUsage('Il manque le fichier du portefeuille : jalon importer <portefeuille>.');
      const texte = await lireTableur(console, chemin);
      const refusees = options.oui
        ? await ouvrirTout(console, texte, options)
        : await rapporter(console, texte, options);
      if (refusees > 0) commande.parent!.setOptionValue('statut', STATUT.REFUSE);
    });

const nombreRefusees = ({ lignes }: Analyse) => lignes.filter((l) => l.statut === 'REFUSEE').length;

async function rapporter(console: Console, texte: TexteLu, options: Options): Promise<number> {
  const analyse = await avecRegistre(console, ({ registre, reglages }) =>
    analyser({ registre, envoi: reglages.envoi }, console, texte, options),
  );
  if (options.json) donner(console, enJson(analyse));
  else {
    direRapport(console, analyse);
    const aOuvrir = analyse.lignes.filter((l) => l.statut === 'A_OUVRIR').length;
    if (aOuvrir > 0)
      dire(
        console,
        `\nRien n’est encore ouvert. Pour ouvrir ${compte(aOuvrir, 'parcours', 'parcours')} : ajoutez --oui.`,
      );
  }
  return nombreRefusees(analyse);
}

async function ouvrirTout(console: Console, texte: TexteLu, options: Options): Promise<number> {
  return avecParcours(console, async (s) => {
    const analyse = await analyser(s, console, texte, options);
    if (!options.json) direRapport(console, analyse);
    const importees = await avecProgression('Ouverture des parcours', (avancer) =>
      importerPortefeuille(s, analyse, console.maintenant(), {
        coordonnees: options.coordonnees ?? false,
        avancement: avancer,
      }),
    );
    const echouees = importees.filter((i) => i.erreur !== null);
    if (options.json) donner(console, { ...enJson(analyse), importees });
    else direImport(console, importees, echouees);
    return nombreRefusees(analyse) + echouees.length;
  });
}

function direImport(console: Console, importees: LigneImportee[], echouees: LigneImportee[]): void {
  const nouveaux = importees.filter((i) => i.nouveau).length;
  const reprises = importees.filter((i) => i.reprises.length > 0);
  for (const { ligne, nom, numero, reprises: prises } of reprises)
    dire(console, `Ligne ${ligne}, ${nom} (${numero}) : ${prises.join(', ')} pris dans le fichier.`);
  if (echouees.length > 0) {
    dire(
      console,
      `\n${compte(echouees.length, 'ligne acceptée n’est pas ouverte', 'lignes acceptées ne sont pas ouvertes')} :`,
    );
    direMotifs(
      console,
      echouees.map(({ ligne, nom, erreur }) => ({ ligne, nom, erreurs: [erreur!] })),
    );
  }
  const deja = importees.length - nouveaux - echouees.length;
  const suites = [
    compte(nouveaux, 'parcours ouvert', 'parcours ouverts'),
    compte(deja, 'déjà ouvert', 'déjà ouverts'),
    ...(reprises.length > 0 ? [compte(reprises.length, 'mis à jour', 'mis à jour')] : []),
    ...(echouees.length > 0 ? [compte(echouees.length, 'en échec', 'en échec')] : []),
  ];
  dire(console, `\n${suites.join(', ')}.`);
}

type Deps = Pick<Parameters<typeof analyserPortefeuille>[0], 'registre' | 'envoi'>;

/** @throws Refus when the file as a whole is no portfolio */
async function analyser(
  { registre, envoi }: Deps,
  console: Console,
  texte: TexteLu,
  { datesRelatives }: Options,
): Promise<Analyse> {
  const deps = { registre, envoi, maintenant: console.maintenant(), auteur: auteurDe(console) };
  const analyse = await analyserPortefeuille(deps, texte, { datesRelatives });
  if (analyse.erreurs.length > 0) throw new Refus(analyse.erreurs);
  for (const { projet } of analyse.lignes)
    if (projet !== null) exigerAgence(console, projet.demande.personnes.agence.id);
  return analyse;
}

function direRapport(console: Console, { lignes, avertissements }: Analyse): void {
  for (const a of avertissements) dire(console, `Attention : ${a}`);
  const acceptees = lignes.filter((l) => l.projet !== null);
  if (acceptees.length > 0) {
    const colonnes = [
      { titre: 'Ligne', droite: true },
      { titre: 'Bénéficiaire', max: 22 },
      { titre: 'Étape', max: 16 },
      { titre: 'Prochaine échéance' },
      { titre: 'Part d’ici 7 jours' },
    ];
    dire(console, tableau(colonnes, acceptees.map(rang)));
  }
  const refusees = lignes.filter((l) => l.statut === 'REFUSEE');
  if (refusees.length > 0) {
    dire(console, `\n${compte(refusees.length, 'ligne refusée', 'lignes refusées')} :`);
    direMotifs(console, refusees);
  }
  for (const a of acceptees.flatMap(dires)) dire(console, a);
  const deja = lignes.filter((l) => l.statut === 'DEJA_OUVERT').length;
  dire(
    console,
    `\n${compte(lignes.length, 'ligne')} : ${acceptees.length - deja} à ouvrir, ${compte(deja, 'déjà ouverte', 'déjà ouvertes')}, ${compte(refusees.length, 'refusée')}.`,
  );
}

/** What a row warns of in words of its own, that the table only names. */
const dires = ({ ligne, nom, projet, ecarts }: LigneAnalysee): string[] => [
  ...projet!.avertissements
    .filter((a) => EN_TOUTES_LETTRES.has(a.code))
    .map((a) => `Ligne ${ligne}, ${nom} : ${a.phrase} (${a.code})`),
  ...(ecarts.length > 0 ? [`Pour prendre ce que dit la ligne ${ligne} : --oui --coordonnees.`] : []),
];

const EN_TOUTES_LETTRES = new Set(['PERSONNE_DEJA_CONNUE', 'COORDONNEES_DIFFERENTES', 'REFERENCE_ARRONDIE']);

/** Rows with all that is wrong with each. */
function direMotifs(console: Console, lignes: Pick<LigneAnalysee, 'ligne' | 'nom' | 'erreurs'>[]): void {
  const colonnes = [{ titre: 'Ligne', droite: true }, { titre: 'Bénéficiaire', max: 22 }, { titre: 'Pourquoi' }];
  const motifs = (erreurs: Erreur[]) => erreurs.map((e) => `${e.phrase} (${e.code})`).join('\n');
  dire(
    console,
    tableau(
      colonnes,
      lignes.map((l) => [String(l.ligne), l.nom || '–', motifs(l.erreurs)]),
    ),
  );
}

function rang({ ligne, nom, numero, projet }: LigneAnalysee): string[] {
  const { etat, phase, prochaine, departs, avertissements } = projet!;
  return [
    String(ligne),
    nom,
    libelleEtape(etat, phase),
    prochaine ? `${enChiffres(prochaine.date)}${reserveDite(prochaine)} ${prochaine.libelle}` : '–',
    [
      ...(numero ? [`déjà ouvert : ${numero}`] : departs.map((c) => `${titreCourrier(c.code)} : ${quandPart(c)}`)),
      ...avertissements.map((a) => `attention : ${EN_TOUTES_LETTRES.has(a.code) ? a.code : a.phrase}`),
    ].join('\n') || '–',
  ];
}

/** When a letter leaves: "aujourd’hui (prévu le 10/11/2026 : le jour prévu était déjà passé)", "24/11". */
export const quandPart = ({ jour, date, raison, immediat }: Depart): string =>
  `${immediat ? 'aujourd’hui' : jourMois(jour)}${ecartDit({ date, raison })}`;

const jourMois = (d: DateCivile): string => enChiffres(d).slice(0, 5);

const enJson = ({ lignes, avertissements }: Analyse) => ({
  avertissements,
  lignes: lignes.map(({ projet, ...ligne }) => ({
    ...ligne,
    etat: projet?.etat ?? null,
    phase: projet?.phase ?? null,
    prochaine: projet?.prochaine ?? null,
    departs: projet?.departs ?? [],
    avertissements: projet?.avertissements ?? [],
  })),
});
