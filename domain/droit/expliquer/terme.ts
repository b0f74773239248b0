import { finPeriodeMois, max } from '../../calendrier/dates';
import type { Plafond } from '../../dossier/parametres';
import type { CauseProlongation } from '../../dossier/resultat';
import { deCause } from '../../faits/causes';
import type { CompteCause } from '../regles/prolongations';
import type { ContexteExplication } from './contexte';
import { arretPendantActivite, essaiRompu, plafond, quantiemeAbsent } from './doutes';
import { type Famille, type Raison, siDonne } from './expliqueur';
import { jours, le, majuscule, periodes, rang } from './mots';
import { CPC_641, DECRET_2013_639, L1233_69 } from './sources';

type Cles =
  | 'echeanceContributionEmployeur'
  | 'finSixiemeMois'
  | 'finDixiemeMois'
  | 'termeInitial'
  | 'prolongations'
  | 'totalProlongationJours'
  | 'terme';

/** "plafond 4 mois", "plafond 310 jours", "durée légale du congé". */
function plafondEnMots(plafond: Plafond): string {
  if ('mois' in plafond) return `plafond ${plafond.mois} mois`;
  return 'jours' in plafond ? `plafond ${jours(plafond.jours)}` : 'plafond : durée légale de chaque congé';
}

/** "d'emploi après le 6e mois", "d'arrêt maladie". */
const de = (cause: CauseProlongation, c: ContexteExplication): string =>
  cause === 'ACTIVITE' ? `d’emploi après le ${rang(c.parametres.activiteDebutProlongationMois)} mois` : deCause(cause);

/** "10 jours d'arrêt maladie du 01/06 au 10/06/2025 (plafond 4 mois)". */
function ajout(
  { cause, periodes: comptees, joursConstates, joursAccordes }: CompteCause,
  c: ContexteExplication,
): string {
  const limite = plafondEnMots(c.parametres.prolongations[cause]!);
  const quand = periodes(comptees);
  return joursAccordes < joursConstates
    ? `${jours(joursAccordes)} sur ${joursConstates} ${de(cause, c)} ${quand} (${limite}, atteint)`
    : `${jours(joursAccordes)} ${de(cause, c)} ${quand} (${limite})`;
}

const doutesProlongation = (causes: readonly CauseProlongation[], c: ContexteExplication): (string | null)[] => [
  ...causes.map((cause) => plafond(cause, c)),
  causes.includes('ACTIVITE') ? essaiRompu(c) : null,
  causes.includes('ACTIVITE') || causes.includes('MALADIE') ? arretPendantActivite(c) : null,
];

const enUn = (doutes: readonly (string | null)[]): string | null => doutes.filter((d) => d !== null).join(' ') || null;

/** "12 mois à compter du 25/03/2025, plus 10 jours d'arrêt maladie du 01/06 au 10/06/2025 (plafond 4 mois)." */
export function expliquerTerme(c: ContexteExplication): Raison {
  const { comptes, parametres } = c.evaluation;
  const { debutCsp, termeInitial, terme: date, motifFin } = c.resultat;
  const { dureeMois, plafondGlobalMois } = parametres;
  const base = `${dureeMois} mois à compter du ${le(debutCsp!)}`;
  const ajouts = comptes.map((compte) => `, plus ${ajout(compte, c)}`).join('');
  const limite = plafondGlobalMois === null ? null : max(termeInitial!, finPeriodeMois(debutCsp!, plafondGlobalMois));
  const borne = limite === date && comptes.length > 0 ? `, sans dépasser ${plafondGlobalMois} mois` : '';
  const sortie = motifFin === 'TERME' ? '' : `, si ${c.mots.le} n’avait pas pris fin plus tôt`;
  const causes = comptes.map(({ cause }) => cause);
  return {
    regle: comptes.length > 0 ? 'R10, R15' : 'R10',
    phrase: `${base}${ajouts}${borne}${sortie}.`,
    cles: ['debutCsp', 'termeInitial'],
    parametres: [
      'dureeMois',
      ...(comptes.length > 0 ? (['prolongations'] as const) : []),
      ...(borne === '' ? [] : (['plafondGlobalMois'] as const)),
      ...(essaiRompu(c) === null ? [] : (['essaiRompuProlonge'] as const)),
      ...(arretPendantActivite(c) === null ? [] : (['arretPendantActivite'] as const)),
    ],
    autres: faitsDe(causes, c),
    doute: enUn([quantiemeAbsent(debutCsp!, dureeMois), ...doutesProlongation(causes, c)]),
  };
}

/** The facts behind some causes. */
const faitsDe = (causes: readonly CauseProlongation[], c: ContexteExplication) =>
  c.evaluation.faits
    .filter(({ cause }) => (causes as readonly string[]).includes(cause))
    .map(({ index }) => c.fait(index));

/** A mark so many months after the start, which never moves. */
const repere = (mois: number, c: ContexteExplication): Pick<Raison, 'regle' | 'cles' | 'doute' | 'fondements'> => ({
  regle: 'R10',
  cles: ['debutCsp'],
  fondements: [CPC_641],
  doute: quantiemeAbsent(c.resultat.debutCsp!, mois),
});

/** The marks of the journey and its term. @see R9, R10, R15 */
export const reperes: Famille<Cles> = {
  echeanceContributionEmployeur: (echeance, c) =>
    echeance === null
      ? {
          regle: 'R9',
          phrase: `Ancienneté de ${c.dossier.ancienneteMois} mois, moins de 12 : l’employeur ne doit rien, l’indemnité de préavis revient à la personne.`,
          dossier: ['ancienneteMois'],
          fondements: [L1233_69],
        }
      : {
          regle: 'R9',
          phrase: `Le 25 du deuxième mois qui suit celui du début ${c.mots.du} (${le(c.resultat.debutCsp!)}).`,
          cles: ['debutCsp'],
          fondements: [DECRET_2013_639, c.convention('art. 25')],
        },
  finSixiemeMois: siDonne((_, c) => {
    const { activiteDebutProlongationMois: mois } = c.parametres;
    return {
      ...repere(mois, c),
      phrase: `Fin du ${rang(mois)} mois à compter du ${le(c.resultat.debutCsp!)} : un emploi prolonge à partir du lendemain, et ce repère ne bouge pas.`,
      parametres: ['activiteDebutProlongationMois'],
    };
  }),
  finDixiemeMois: (_, c) => {
    const { primeMois, primeProlongee } = c.parametres;
    const parametres = primeProlongee ? (['primeMois', 'primeProlongee'] as const) : (['primeMois'] as const);
    if (primeMois === null) return { regle: 'R17', phrase: 'Ce règlement ne prévoit pas de prime.', parametres };
    return {
      ...repere(primeMois, c),
      phrase: `Fin du ${rang(primeMois)} mois à compter du ${le(c.resultat.debutCsp!)} : dernier jour d’embauche ouvrant droit à la prime${primeProlongee ? ', hors prolongations, qui l’allongent d’autant ; le repère' : ', et ce repère'} ne bouge pas.`,
      parametres,
    };
  },
  termeInitial: siDonne((_, c) => ({
    ...repere(c.parametres.dureeMois, c),
    phrase: `${c.parametres.dureeMois} mois à compter du ${le(c.resultat.debutCsp!)}, avant toute prolongation.`,
    parametres: ['dureeMois'],
  })),
  prolongations: (_, c) =>
    c.evaluation.comptes.map((compte) => {
      const { periodes: _periodes, ...valeur } = compte;
      return {
        sous: compte.cause,
        libelle: `Prolongation pour ${compte.joursConstates > 1 ? 'jours' : 'jour'} ${de(compte.cause, c)}`,
        valeur,
        regle: compte.cause === 'ACTIVITE' && essaiRompu(c) ? 'R15, R16' : 'R15',
        phrase: `${majuscule(ajout(compte, c))}.`,
        cles: ['debutCsp', 'termeInitial'],
        parametres: [
          'prolongations',
          ...(compte.cause === 'ACTIVITE' ? (['activiteDebutProlongationMois'] as const) : []),
        ],
        autres: faitsDe([compte.cause], c),
        doute: enUn(doutesProlongation([compte.cause], c)),
      } satisfies Raison;
    }),
  totalProlongationJours: (total, c) => {
    const parts = c.evaluation.comptes.map(({ cause, joursAccordes }) => `${joursAccordes} ${de(cause, c)}`);
    const { termeInitial, terme: date } = c.resultat;
    return {
      regle: 'R15',
      phrase:
        total === 0
          ? `Aucun jour ne prolonge : le terme reste au ${le(date!)}.`
          : `${jours(total)} du terme initial (${le(termeInitial!)}) au terme (${le(date!)}) : ${parts.join(' + ')}.`,
      cles: ['termeInitial', 'terme', 'prolongations'],
      parametres: total === 0 ? ['dureeMois'] : ['dureeMois', 'prolongations'],
      doute: enUn(
        doutesProlongation(
          c.evaluation.comptes.map(({ cause }) => cause),
          c,
        ),
      ),
    };
  },
  terme: siDonne((_, c) => expliquerTerme(c)),
};
