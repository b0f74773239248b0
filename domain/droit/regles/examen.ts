import { ajouterJours, type DateCivile, FIN_DES_TEMPS } from '../../calendrier/dates';
import type { Periode } from '../../calendrier/intervalles';
import { contient, niemeJour, reunir } from '../../calendrier/intervalles';
import type { Parametres } from '../../dossier/parametres';
import type { MotifFin } from '../../dossier/resultat';
import type { CodeRejet } from '../../faits/erreurs';
import type { Candidat, FaitAdmis } from './candidats';
import { type Contrat, classer } from './contrats';
import { attribuer, calculerTerme, type Decompte, type FaitProlongeant } from './prolongations';

/** What ended the CSP before its term. */
export interface Sortie {
  /** Arrival of the event that caused it. */
  index: number;
  motif: MotifFin;
  dernierJour: DateCivile;
}

/** A job that ended the CSP, or that did not because its trial was broken (`reintegre`). */
export interface Emploi {
  contrat: Contrat;
  reintegre: boolean;
}

const prolongeant = (fait: FaitAdmis): fait is FaitAdmis & FaitProlongeant => fait.nature !== 'SUSPENSION';

/** The days that kept facts add to the term, once attributed. */
export const decompter = (
  faits: readonly FaitAdmis[],
  debutCsp: DateCivile,
  p: Parametres,
  deborde = false,
): Decompte => attribuer(faits.filter(prolongeant), debutCsp, p, deborde);

/** Days of activité, as a set; those of a broken trial are not among them. @see R14, R16 */
export const activites = (faits: readonly FaitAdmis[]): Periode[] =>
  reunir(faits.filter(({ nature }) => nature === 'ACTIVITE'));

/** One pass over the facts, each examined against those kept before it. @see F16 */
export class Examen {
  readonly admis: FaitAdmis[] = [];
  readonly emplois: Emploi[] = [];
  sortie: Sortie | null = null;
  reintegrationImpossible = false;
  /** The days of the facts kept so far, and the term with them, uncut. */
  decompte: Decompte;
  terme: DateCivile;
  readonly #debutCsp: DateCivile;
  readonly #parametres: Parametres;

  constructor(debutCsp: DateCivile, parametres: Parametres) {
    this.#debutCsp = debutCsp;
    this.#parametres = parametres;
    this.decompte = this.#decompter([]);
    this.terme = this.#termeAvec(this.decompte);
  }

  /** Null when the fact is accepted. */
  examiner(candidat: Candidat): CodeRejet | null {
    const dernier = this.sortie?.dernierJour ?? this.terme;
    switch (candidat.genre) {
      case 'SORTIE':
        return this.#sortir(candidat, dernier);
      case 'FAIT':
        if (candidat.fait.fin < this.#debutCsp) return 'AVANT_CSP';
        if (candidat.debut > dernier) return 'HORS_CSP';
        this.#admettre(candidat.fait);
        return null;
      case 'CONTRAT':
      case 'ENTREPRISE':
        if (candidat.debut < this.#debutCsp) return 'AVANT_CSP';
        if (candidat.debut > dernier) return 'HORS_CSP';
        if (this.#dejaEnEmploi(candidat.debut)) return 'EMPLOI_EN_COURS';
        if (candidat.genre === 'CONTRAT') this.#embaucher(candidat.contrat);
        else this.#finirLaVeille(candidat, 'CREATION_ENTREPRISE');
        return null;
    }
  }

  #sortir({ index, date, motif }: Candidat & { genre: 'SORTIE' }, dernier: DateCivile): CodeRejet | null {
    if (date < this.#debutCsp) return 'AVANT_CSP';
    if (date > dernier || (this.sortie !== null && date >= this.sortie.dernierJour)) return 'HORS_CSP';
    this.sortie = { index, motif, dernierJour: date };
    return null;
  }

  #dejaEnEmploi(debut: DateCivile): boolean {
    return this.emplois.some(
      ({ contrat, reintegre }) => reintegre && contient({ debut: contrat.debut, fin: contrat.finReelle }, debut),
    );
  }

  #embaucher(contrat: Contrat): void {
    const classe = classer(contrat, this.#parametres);
    if (classe === 'ACTIVITE') this.#travailler(contrat);
    else if (classe === 'EMPLOI_DURABLE' && this.#reintegrer(contrat)) this.emplois.push({ contrat, reintegre: true });
    else {
      this.#finirLaVeille(contrat, classe);
      if (classe !== 'CONTRAT_TROP_COURT') this.emplois.push({ contrat, reintegre: false });
    }
  }

  /** A broken trial brings the person back the day after, if the CSP still runs by then. @see R16 */
  #reintegrer(contrat: Contrat): boolean {
    const { essaiRompuReintegre, essaiRompuProlonge } = this.#parametres;
    if (!contrat.essaiRompu || !essaiRompuReintegre) return false;
    const fait = this.#jours(contrat, 'EMPLOI_REINTEGRE', essaiRompuProlonge);
    const terme = this.#termeAvec(this.#decompter([...this.admis, fait]));
    if (ajouterJours(contrat.finReelle, 1) > terme) {
      this.reintegrationImpossible = true;
      return false;
    }
    this.#admettre(fait);
    return true;
  }

  /** An activité suspends; its day 188 would end the CSP the day before. @see R14 */
  #travailler(contrat: Contrat): void {
    this.#admettre(this.#jours(contrat, 'ACTIVITE', true));
    const { activiteCumulMaxJours } = this.#parametres;
    if (activiteCumulMaxJours === null) return;
    const depassement = niemeJour(activites(this.admis), activiteCumulMaxJours + 1);
    const limite = this.sortie?.dernierJour ?? FIN_DES_TEMPS;
    if (depassement === null || depassement > this.terme || depassement > limite) return;
    this.sortie = {
      index: contrat.index,
      motif: 'CUMUL_ACTIVITE_DEPASSE',
      dernierJour: ajouterJours(depassement, -1),
    };
  }

  #jours(contrat: Contrat, nature: FaitAdmis['nature'], prolonge: boolean): FaitAdmis {
    const { index, debut, finReelle } = contrat;
    return { index, nature, cause: 'ACTIVITE', debut, fin: finReelle, dureeLegaleJours: null, prolonge };
  }

  #finirLaVeille({ index, debut }: { index: number; debut: DateCivile }, motif: MotifFin): void {
    this.sortie = { index, motif, dernierJour: ajouterJours(debut, -1) };
  }

  #admettre(fait: FaitAdmis): void {
    this.admis.push(fait);
    if (!prolongeant(fait)) return;
    this.decompte = this.#decompter(this.admis);
    this.terme = this.#termeAvec(this.decompte);
  }

  #decompter(faits: readonly FaitAdmis[]): Decompte {
    return decompter(faits, this.#debutCsp, this.#parametres);
  }

  #termeAvec(decompte: Decompte): DateCivile {
    return calculerTerme(decompte, this.#debutCsp, this.#parametres);
  }
}
