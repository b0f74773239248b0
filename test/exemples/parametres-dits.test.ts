import { ecrire } from '../../courriers';
import { modelesDocument, sortesDocument } from '../../courriers/documents';
import { contexteDocument } from '../../courriers/documents/contexte';
import { exempleDocument } from '../../courriers/documents/exemples';
import { exemples } from '../../courriers/exemples';
import { rendreTexte } from '../../courriers/rendu-texte';
import type { Parametres } from '../../domain/dossier/parametres';
import { tous } from '../../domain/droit/expliquer/de-test/scenarios';
import { expliquerScenario } from '../../domain/droit/expliquer/scenario';
import { reglements } from '../../domain/droit/reglements';
import { definitions } from '../../domain/faits/evenements';
import { enMots, rangEnMots } from '../../domain/faits/types/nombres';

/** A number of a règlement, by its path, and what takes its place. */
interface Nombre {
  chemin: readonly string[];
  valeur: number;
}

const estObjet = (valeur: unknown): valeur is Record<string, unknown> => typeof valeur === 'object' && valeur !== null;

/** Every number of a set of parameters, however deep. */
function nombres(valeur: unknown, chemin: readonly string[] = []): Nombre[] {
  if (typeof valeur === 'number') return [{ chemin, valeur }];
  return estObjet(valeur) ? Object.entries(valeur).flatMap(([nom, v]) => nombres(v, [...chemin, nom])) : [];
}

function changer<V>(valeur: V, [nom, ...reste]: readonly string[], n: number): V {
  if (nom === undefined) return n as V;
  const copie = (Array.isArray(valeur) ? [...valeur] : { ...valeur }) as Record<string, unknown>;
  copie[nom] = changer(copie[nom], reste, n);
  return copie as V;
}

/** Numbers that are no parameter: dates, what a law fixes otherwise, and counts of the days of this very journey. */
const AUTRES_NOMBRES: readonly RegExp[] = [
  /\d{4}-\d{2}-\d{2}|\d{2}\/\d{2}(\/\d{4})?/g,
  /\d+(er)? (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)/g,
  /\( ?\d+ heures ?\)/g,
  // The days left, gained, declared or suspended.
  /(il vous reste|soit|, dans|Vous avez|est repoussée de) \d+ jours/gi,
  /\d+ jours?( sur \d+)? (du terme initial|d’emploi|d’arrêt|d’activité|de congé d|de présence|de calendrier)/g,
  /(arrêt maladie|mois), \d+ jours/g,
  /Ancienneté de \d+ mois|\d+ jours? et \d+ heures d’affiliation/g,
  // Twelve months to contest and of IDR, three months of pay, the 25th of the second month (R9, R18).
  /12 mois (à compter de votre acceptation|après l’acceptation|au plus, jusqu’au)/g,
  /(limite|au-delà) de 3 mois( de salaire| reste)/g,
  /deuxième mois qui suit/g,
  // From the interview to the letter of dismissal.
  /dix jours au plus tôt/g,
];

const sansCalculs = (texte: string): string =>
  AUTRES_NOMBRES.reduce((lu, nombre) => lu.replace(nombre, '…'), texte.replace(/[\u00a0\u202f]/g, ' '));

/** A number with what it counts, or its rank: "4 mois", "quatre mois", "4e mois", "quatrième mois". */
const dit = (n: number): RegExp =>
  new RegExp(
    `(?<![\\d,.])(${n}|${enMots(n)}|${n}e|${rangEnMots(n)}) (premiers |derniers )?(jours?|mois|heures|ans|salariés)(?![a-z])`,
    'i',
  );

const feuilles = (valeur: unknown): string =>
  typeof valeur === 'string' ? valeur : estObjet(valeur) ? Object.values(valeur).map(feuilles).join(' ') : '';

const textes = (parametres: Parametres): string[] => [
  ...Object.values(definitions).map(({ type, aide }) => `${type} : ${aide(parametres)}`),
  ...exemples().map((e) => {
    const lettre = ecrire({ ...e, parametres });
    return `${e.code} : ${lettre.objet}\n${rendreTexte(lettre)}`;
  }),
  ...sortesDocument.map((sorte) => {
    const donnees = exempleDocument(sorte, { parametres });
    return `${sorte} : ${feuilles(modelesDocument[sorte].ecrire(contexteDocument(donnees)))}`;
  }),
  ...tous.flatMap(({ scenario }) =>
    expliquerScenario({ ...(scenario as object), surcharge: parametres }).map(
      ({ cle, phrase, doute }) => `${cle} : ${phrase} ${doute ?? ''}`,
    ),
  ),
];

const { parametres } = reglements['csp-2015-v2021'];
/** A one is written as the singular, which says nothing. */
const connus = nombres(parametres).filter(({ valeur }) => valeur > 1);
const valeurs = [...new Set(connus.map(({ valeur }) => valeur))];

it.each(valeurs)('%d, changé partout où le règlement le pose, ne se lit plus nulle part', (valeur) => {
  const autres = connus
    .filter((nombre) => nombre.valeur === valeur)
    .reduce((p, { chemin }) => changer(p, chemin, valeur + 1), parametres);
  const restes = textes(autres).flatMap((texte) => {
    const lu = sansCalculs(texte);
    const trouve = dit(valeur).exec(lu);
    return trouve === null ? [] : [lu.slice(Math.max(0, trouve.index - 60), trouve.index + 60)];
  });
  expect(restes).toEqual([]);
});

it('un nombre tapé dans un texte se verrait', () => {
  const lus = ['Quatre mois au plus.', 'le 4e mois', 'les 4 premiers mois', 'quatrième mois', 'depuis 4\u00a0mois'];
  expect(lus.map(sansCalculs).filter((texte) => dit(4).test(texte))).toHaveLength(lus.length);
  const autres = ['le 04/05/2025', '14 mois', 'il vous reste 4 jours', 'soit 4 jours plus tard'];
  expect(autres.map(sansCalculs).filter((texte) => dit(4).test(texte))).toEqual([]);
});
