import { type DateCivile, lireDate } from '../../calendrier/dates';
import { champsDossier } from '../../dossier/dossier';
import type { ContexteExplication } from './contexte';
import { expliquerErreur } from './erreurs';
import type { Famille } from './expliqueur';
import { le } from './mots';
import { CARNET, CONTRAT_DE_CALCUL, GUIDE } from './sources';

type Cles = 'valide' | 'erreurs' | 'reglement' | 'regimeAsp';

const ANCIENNETE_ASP_75_MOIS = 12;

/** The day that chooses the règlement, when it can be read. @see R3, F2 */
const jourEngagement = ({ champs }: ContexteExplication): DateCivile | null =>
  lireDate(champs.dateEngagementProcedure ?? champs.dateRemise);

function choixDuReglement(c: ContexteExplication): string {
  const { libelle, parametres } = c.reglement;
  if (typeof c.champs.reglement === 'string') return `Le dossier impose ce règlement : ${libelle}.`;
  const jour = jourEngagement(c);
  if (jour === null) return `Règlement par défaut, la date d’engagement n’étant pas lisible : ${libelle}.`;
  const date =
    c.champs.dateEngagementProcedure === undefined
      ? `Procédure engagée, à défaut d’autre date, le jour de la remise, le ${le(jour)}`
      : `Procédure engagée le ${le(jour)}`;
  const echu = jour > parametres.finValidite ? `, dernier jour connu le ${le(parametres.finValidite)}` : '';
  return `${date} : le règlement en vigueur ce jour-là, gardé pour toute la vie du dossier, est ${libelle}${echu}.`;
}

/** The opening: what allows or refuses it, under which règlement. @see R3, R4, R31 */
export const ouverture: Famille<Cles> = {
  valide: (valide, c) => ({
    regle: 'R4',
    phrase: valide
      ? 'Toutes les conditions d’ouverture sont remplies.'
      : `L’ouverture est refusée (${c.resultat.erreurs.join(', ')}).`,
    dossier: valide ? champsDossier.filter((champ) => champ.obligatoire).map(({ nom }) => nom) : [],
    fondements: [GUIDE],
  }),
  erreurs: (codes, c) => codes.map((code) => expliquerErreur(code, c)),
  reglement: (_, c) => ({
    regle: 'R3',
    phrase: choixDuReglement(c),
    dossier: ['dateEngagementProcedure', 'dateRemise', 'reglement'],
    parametres: ['debutValidite', 'finValidite'],
    fondements: [c.champs.reglement === undefined ? c.convention('art. 31') : CONTRAT_DE_CALCUL],
  }),
  regimeAsp: (regime, c) => {
    const { ancienneteMois } = c.dossier;
    return {
      regle: 'R31',
      phrase:
        regime === 'ASP_75'
          ? `Ancienneté de ${ancienneteMois} mois, ${ANCIENNETE_ASP_75_MOIS} au moins : ${c.mots.allocation.sigle} à 75 % du salaire de référence, jamais sous l’ARE.`
          : `Ancienneté de ${ancienneteMois} mois, moins de ${ANCIENNETE_ASP_75_MOIS} : ${c.mots.allocation.sigle} égale à l’ARE en montant et en durée.`,
      dossier: ['ancienneteMois'],
      fondements: [CARNET, GUIDE],
      doute:
        regime === 'ASP_75'
          ? 'Le guide de l’employeur dit « salaire net » là où le carnet de suivi dit brut : le brut est retenu.'
          : null,
    };
  },
};
