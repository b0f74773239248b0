import type { Resultat } from '../../dossier/resultat';
import type { Evaluation } from '../calculer';
import { absences } from './absences';
import { accompagnement } from './accompagnement';
import { alertes } from './alertes';
import { ContexteExplication, type ScenarioExplique } from './contexte';
import { courriers } from './courriers';
import { reglementRepris, sourceAncienne } from './doutes';
import { droits } from './emploi';
import { etats } from './etats';
import type { Explication } from './explication';
import type { Expliqueur, Famille, Raison } from './expliqueur';
import { fin } from './fin';
import { libellesCles } from './libelles';
import { ouverture } from './ouverture';
import { reflexion } from './reflexion';
import { rejets } from './rejets';
import { moinsSure } from './sources';
import { reperes } from './terme';

export type { ScenarioExplique } from './contexte';
export type { Entree, Explication } from './explication';

/** One explanation per key of the result: a key without its own does not compile. In the order of REGLES §8. */
const registre: Famille<keyof Resultat> = {
  ...ouverture,
  ...alertes,
  ...rejets,
  ...reflexion,
  ...accompagnement,
  ...reperes,
  ...fin,
  ...absences,
  ...droits,
  ...courriers,
  ...etats,
};

/** The keys of a result, in the order of REGLES §8. */
export const clesExpliquees = Object.keys(libellesCles) as (keyof Resultat)[];

/**
 * Why a result is what it is: each of its keys, or the one asked for, with its rule, its inputs, its computation in one French
 * sentence, its source and what is doubtful.
 * @param scenario what was asked: the dossier as given, and the events, without which a rejected fact has no name
 * @param cle `terme`, `reinscription.limite`, `courriers.C13_FIN_CSP`: the key, or all under it, or else the one it is part of
 * @returns an empty list when the key has no meaning for the scenario
 */
export const expliquer = (evaluation: Evaluation, scenario: ScenarioExplique, cle?: string): Explication[] =>
  expliqueur(evaluation, scenario)(cle);

/** The same for several keys of one result. */
export function expliqueur(evaluation: Evaluation, scenario: ScenarioExplique): (cle?: string) => Explication[] {
  const c = new ContexteExplication(evaluation, scenario);
  return (cle) => {
    if (cle === undefined) return clesExpliquees.flatMap((racine) => expliquerRacine(racine, c));
    const racine = cle.split('.')[0] as keyof Resultat;
    return Object.hasOwn(registre, racine) ? choisir(expliquerRacine(racine, c), cle) : [];
  };
}

/** Those of a key: itself and all under it (`courriers.C13` will do for its code), else the one it is part of. */
function choisir(explications: readonly Explication[], cle: string): Explication[] {
  const dessous = explications.filter(
    (e) => e.cle === cle || e.cle.startsWith(`${cle}.`) || e.cle.startsWith(`${cle}_`),
  );
  if (dessous.length > 0) return dessous;
  return explications.filter((e) => cle.startsWith(`${e.cle}.`));
}

function expliquerRacine<K extends keyof Resultat>(cle: K, c: ContexteExplication): Explication[] {
  const valeur = c.resultat[cle];
  if (valeur === undefined) return [];
  const dire = registre[cle] as Expliqueur<K>;
  const raisons = dire(valeur as Parameters<typeof dire>[0], c);
  return (Array.isArray(raisons) ? raisons : [raisons as Raison]).map((raison) => achever(cle, valeur, raison, c));
}

/** Adds the key, the labels, the sources of the parameters, and the mark of the least certain of all. */
function achever(racine: keyof Resultat, valeur: unknown, raison: Raison, c: ContexteExplication): Explication {
  const { sous, libelle, dossier = [], cles = [], parametres = [], autres = [], doute = null } = raison;
  const fondements = [
    ...parametres.map((nom) => c.fondement(nom)),
    ...(raison.fondements ?? []).map((f) => c.emprunter(f)),
  ];
  const ancien = fondements.some((f) => f.ancien);
  const empruntes = fondements.some(({ source }) => source.startsWith('repris'));
  return {
    cle: sous === undefined ? racine : `${racine}.${sous}`,
    libelle: libelle ?? libellesCles[racine],
    valeur: 'valeur' in raison ? raison.valeur : valeur,
    regle: raison.regle,
    entrees: [
      ...dossier.map((champ) => c.champ(champ)),
      ...cles.map((nomCle) => ({ nom: nomCle, libelle: libellesCles[nomCle], valeur: c.resultat[nomCle] ?? null })),
      ...parametres.map((parametre) => c.parametre(parametre)),
      ...autres,
    ],
    phrase: raison.phrase,
    source: sansRepetition(fondements.map(({ source }) => source)).join(' ; '),
    certitude: moinsSure(fondements.map(({ certitude }) => certitude)),
    doute:
      doute ??
      (empruntes
        ? reglementRepris(c.reglement.nom)
        : ancien
          ? sourceAncienne(c.reglement.parametres.debutValidite)
          : null),
  };
}

/** Sources once each; one that another cites more fully goes. */
const sansRepetition = (sources: readonly string[]): string[] =>
  [...new Set(sources.map((source) => source.replaceAll("'", '’')))].filter(
    (source, _, toutes) => !toutes.some((autre) => autre !== source && autre.includes(source)),
  );
