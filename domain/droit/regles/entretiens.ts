import { ajouterJours, ajouterMois, type DateCivile, finPeriodeMois, joursEntre, min } from '../../calendrier/dates';
import type { Periode } from '../../calendrier/intervalles';
import { contient, niemeJour, soustraire } from '../../calendrier/intervalles';
import type { Parametres } from '../../dossier/parametres';
import type { MotifFin, Resultat } from '../../dossier/resultat';
import type { CodeAlerte } from '../../faits/erreurs';
import { definitions } from '../../faits/evenements';
import type { Recus, Rejets } from './recus';
import type { Reperes } from './reperes';

/** The earliest accepted interview of each kind. @see F22 */
export interface Entretiens {
  preBilan: DateCivile | null;
  psp: DateCivile | null;
  pointEtape: DateCivile | null;
  bilan: DateCivile | null;
}

/** A bilan may be held after the CSP, the other interviews within it. @see R11, F22 */
export function lireEntretiens(recus: Recus, debutCsp: DateCivile, dateFinCsp: DateCivile, rejets: Rejets): Entretiens {
  const premiers: Entretiens = { preBilan: null, psp: null, pointEtape: null, bilan: null };
  for (const tenu of recus.pour('ENTRETIEN')) {
    const { entretien } = definitions[tenu.type].effet;
    const deja = premiers[entretien];
    if (tenu.date < debutCsp) rejets.rejeter(tenu, 'AVANT_CSP');
    else if (tenu.date > dateFinCsp && entretien !== 'bilan') rejets.rejeter(tenu, 'HORS_CSP');
    else premiers[entretien] = deja === null ? tenu.date : min(deja, tenu.date);
  }
  return premiers;
}

/** Some days after the pré-bilan (held, else due), and never beyond the first two months. @see R12 */
export function echeancePsp(
  { debutCsp, echeancePreBilan }: Reperes,
  preBilan: DateCivile | null,
  p: Parametres,
): DateCivile {
  const depart = preBilan ?? echeancePreBilan;
  const { valeur, unite } = p.pspDelai;
  const delai = unite === 'JOURS' ? ajouterJours(depart, valeur) : ajouterMois(depart, valeur);
  return p.pspPlafondMois === null ? delai : min(delai, finPeriodeMois(debutCsp, p.pspPlafondMois));
}

/**
 * The 4th month of effective accompaniment: days a+1 to b of the days that are not suspended, a and b being the lengths of the
 * first three and four calendar months. Null when the CSP is over before it.
 * @see R13, F23
 */
export function pointEtape(
  debutCsp: DateCivile,
  dateFinCsp: DateCivile,
  suspendus: Periode[],
  p: Parametres,
): Periode | null {
  if (p.pointEtapeMois === null || dateFinCsp < debutCsp) return null;
  const csp = [{ debut: debutCsp, fin: dateFinCsp }];
  const effectifs = p.pointEtapeDecaleSuspensions ? soustraire(csp, suspendus) : csp;
  const debut = niemeJour(effectifs, longueurMois(debutCsp, p.pointEtapeMois - 1) + 1);
  return debut && { debut, fin: niemeJour(effectifs, longueurMois(debutCsp, p.pointEtapeMois)) ?? dateFinCsp };
}

/** Days of the first months of the CSP. */
const longueurMois = (debutCsp: DateCivile, mois: number): number =>
  joursEntre(debutCsp, finPeriodeMois(debutCsp, mois)) + 1;

/** The last months when the CSP runs to its term, the thirty days after an early exit, none after a death. @see R22, F24 */
export function bilan(
  dateFinCsp: DateCivile,
  motifFin: MotifFin,
  p: Parametres,
): NonNullable<Resultat['bilan']> | null {
  if (motifFin === 'DECES') return null;
  if (motifFin === 'TERME') {
    const debut = ajouterJours(ajouterMois(dateFinCsp, -p.bilanFenetreMois), 1);
    return { type: 'FIN_ACCOMPAGNEMENT', debut, fin: dateFinCsp };
  }
  const fin = ajouterJours(dateFinCsp, p.bilanSortieJours);
  return { type: 'SORTIE_ANTICIPEE', debut: ajouterJours(dateFinCsp, 1), fin };
}

const horsFenetre = (tenu: DateCivile | null, fenetre: Periode | null): boolean =>
  tenu !== null && fenetre !== null && !contient(fenetre, tenu);

/** What is late or out of its window; never a rejection. @see R11, R12, R13, R22, F22 */
export function alertesEntretiens(
  tenus: Entretiens,
  attendus: { preBilan: DateCivile; psp: DateCivile; pointEtape: Periode | null; bilan: Periode | null },
): CodeAlerte[] {
  const { preBilan, psp } = tenus;
  const alertes: [boolean, CodeAlerte][] = [
    [preBilan !== null && preBilan > attendus.preBilan, 'PRE_BILAN_HORS_DELAI'],
    [psp !== null && psp > attendus.psp, 'PSP_HORS_DELAI'],
    [psp !== null && (preBilan === null || psp < preBilan), 'PSP_SANS_PRE_BILAN'],
    [horsFenetre(tenus.pointEtape, attendus.pointEtape), 'POINT_ETAPE_HORS_FENETRE'],
    [horsFenetre(tenus.bilan, attendus.bilan), 'BILAN_HORS_FENETRE'],
  ];
  return alertes.filter(([leve]) => leve).map(([, code]) => code);
}
