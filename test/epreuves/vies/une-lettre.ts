import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { ajouterJours, type DateCivile, dateCivile } from '../../../domain/calendrier/dates';
import { dateLocale, fuseau } from '../../../domain/calendrier/fuseaux';
import { codesAnnoncesDeFin } from '../../../domain/catalogue/annonces-de-fin';
import type { CodeCourrier } from '../../../domain/catalogue/codes-courrier';
import { enOrdre, type FaitVecu } from './faits-vecus';
import { vie } from './tirage';
import { type Vue, vivre } from './vies';

/** Letters that leave by themselves beside another of the same act, each for its reason. */
const SEULES: Partial<Record<CodeCourrier, string>> = {
  REJET: 'répond à une déclaration, par ses faits et son motif : une réponse pour chacune',
  SUSPENSION: 'dit une période d’absence, par ses jours et ce qu’elle demande : un acte qui en coupe une en fait deux',
  CONGES_ENREGISTRES: 'dit une période de congés, avec ce qu’il en reste',
  C16_CONFIRMATION_REINSCRIPTION: 'confirme une inscription, que la personne garde pour elle-même',
  PRIME_DERNIER_MOIS: 'ne dit que le dernier jour d’une embauche, que rien d’autre ne dit ce jour',
};

/**
 * What asks for an interview leaves by the first channel that works, and by itself, unless a letter of the day gives the dates of the CSP
 * or its new end: that one asks for it.
 */
const CONVOCATIONS: readonly string[] = [
  'C06_CONVOCATION_PRE_BILAN',
  'C07_CONVOCATION_PSP',
  'C08_CONVOCATION_POINT_ETAPE',
  'C09_CONVOCATION_BILAN',
];
const CONVOQUENT: readonly string[] = ['C04_ADHESION', 'DECISION_INSPECTION', 'PROLONGATION'];

const convoqueSeule = (convocation: string, autre: string): boolean =>
  CONVOCATIONS.includes(convocation) && !CONVOQUENT.includes(autre);

/** Pairs that are two on purpose, each for its reason. */
const DEUX: readonly (readonly [CodeCourrier, CodeCourrier, string])[] = [
  [
    'C05_REFUS',
    'DECISION_INSPECTION',
    'la décision de l’inspection du travail et la réponse à la proposition sont de deux auteurs, et la première part aussi par SMS',
  ],
  [
    'PROLONGATION',
    'RECTIFICATION',
    'une réponse qui change se dit en tête de sa propre lettre, jamais sous le titre d’une nouvelle fin',
  ],
  ['C13_FIN_CSP', 'RECTIFICATION', 'de même, quand la réponse retrouvée ouvre un CSP dont la fin est proche'],
  ['RECTIFICATION', 'RETOUR', 'le retour d’une absence ne dit rien d’une autre, qui devait venir après'],
  ...(['DECISION_INSPECTION', 'C04_ADHESION'] as const).flatMap((ouvre) =>
    [...codesAnnoncesDeFin, 'REINTEGRATION' as const].map(
      (ensuite) =>
        [
          ouvre,
          ensuite,
          'ce qui ouvre un CSP connu tard, et ce qui l’a déjà fini : des démarches pour chacun',
        ] as const,
    ),
  ),
  ['DECISION_INSPECTION', 'RETOUR', 'la décision donne les dates du CSP, le retour une période, comme la suspension'],
];

const estADeux = (un: string, autre: string): boolean =>
  [un, autre].some((code) => Object.hasOwn(SEULES, code)) ||
  convoqueSeule(un, autre) ||
  convoqueSeule(autre, un) ||
  DEUX.some(([a, b]) => (a === un && b === autre) || (a === autre && b === un));

/** What one act makes one reader get the day it is recorded. */
export interface Envoi {
  acte: FaitVecu;
  lecteur: 'BENEFICIAIRE' | 'EMPLOYEUR';
  codes: string[];
}

const jourDe = (quand: string): DateCivile => dateLocale(new Date(quand), fuseau('metropole'));

/** What was to leave that day whatever is recorded. */
const attenduesLe = (jour: DateCivile, avant: Vue | undefined): ReadonlySet<string> =>
  new Set(
    avant?.situation.courriers.filter((c) => c.statut === 'A_VENIR' && jourDe(c.depart) === jour).map((c) => c.cle),
  );

/** The letters that each act alone on its day brings that day, by reader; what a death holds, then lets go, is of several acts. */
export function envoisParActe(faits: readonly FaitVecu[]): Envoi[] {
  const { parties, vues } = vivre(faits);
  return vues.flatMap((vue, rang) => {
    const jour = jourDe(vue.quand);
    const [acte, ...autres] = faits.filter(({ le }) => le === jour);
    if (!vue.informee || acte === undefined || autres.length > 0) return [];
    const avant = vues[rang - 1];
    if (avant?.situation.decesSignale || vue.situation.decesSignale) return [];
    const attendues = attenduesLe(jour, avant);
    return (['BENEFICIAIRE', 'EMPLOYEUR'] as const).map((lecteur) => ({
      ...{ acte, lecteur },
      codes: parties
        .filter(({ du, quand }) => jourDe(quand) === jour && quand >= vue.quand && du.destinataire === lecteur)
        .flatMap(({ du }) => (attendues.has(du.cle) ? [] : [du.code])),
    }));
  });
}

/** Pairs of letters of one act for one reader that nothing says to be two. */
export const deTrop = ({ codes }: Envoi): string[] =>
  codes.flatMap((un, rang) =>
    codes.slice(rang + 1).flatMap((autre) => (estADeux(un, autre) ? [] : [[un, autre].sort().join(' et ')])),
  );

/** A hand-over corrected by a few days, while the person reflects or once her CSP goes on. */
const remiseCorrigee = fc.tuple(fc.integer({ min: 1, max: 420 }), fc.integer({ min: -10, max: 10 })).map(
  ([n, ecart]): FaitVecu => ({
    le: ajouterJours(dateCivile('2025-03-03'), n),
    evenement: { type: 'OUVERTURE' },
    rectification: { dateRemise: ajouterJours(dateCivile('2025-03-03'), ecart) },
  }),
);

/**
 * Random lives, facts known late, corrected or cancelled, and a hand-over corrected: what one act changes for one reader on one day is one
 * letter, but for those that are two on purpose.
 * @throws the smallest life that shows two
 */
export function eprouverUneLettre(numRuns: number, seed: number): void {
  fc.assert(
    fc.property(vie, fc.array(remiseCorrigee, { maxLength: 1 }), (faits, remises) => {
      deepStrictEqual(envoisParActe(enOrdre([...faits, ...remises])).flatMap(deTrop), []);
    }),
    { numRuns, seed, endOnFailure: true },
  );
}
