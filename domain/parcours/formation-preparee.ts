import { ajouterJours, type DateCivile } from '../calendrier/dates';
import { ajouterJoursOuvres } from '../calendrier/jours-ouvres';
import { type Demarche, demarchesDe, type Financement } from './demarches';
import { DELAI_JOURS } from './pieces';
import type { Situation } from './situation';

/** A training that a person prepares: no date of the CSP depends on it before it is recorded as a fact. */
export interface FormationPreparee {
  id: string;
  /** Planned day of entry, when it is known. */
  entreePrevue: DateCivile | null;
  financement: Financement | null;
  /** Day on which someone last said something of it. */
  suivieLe: DateCivile;
  abandonneeLe: DateCivile | null;
  /** What is done, of whatever route. */
  faites: readonly { code: string; le: DateCivile }[];
}

/** The next step of a training, and by when. */
export interface ProchaineDemarche {
  demarche: Demarche;
  pourLe: DateCivile;
  /** French, why that day; null for the entry's own. Every other one is ours, to confirm. */
  selon: string | null;
}

/**
 * The first step that is not done: asked about after a week and a day, sooner where the entry comes soon. Null once all are, or given up.
 * @param residence zone of R2 where the person lives, for its holidays
 */
export function prochaineDemarche(formation: FormationPreparee, residence: string): ProchaineDemarche | null {
  const { abandonneeLe, financement, entreePrevue, suivieLe, faites } = formation;
  const demarche = demarchesDe(financement).find(({ code }) => faites.every((faite) => faite.code !== code));
  if (abandonneeLe !== null || demarche === undefined) return null;
  if (entreePrevue !== null && demarche.code === 'ENTREE') return { demarche, pourLe: entreePrevue, selon: null };
  const relance = ajouterJours(suivieLe, DELAI_JOURS);
  const { avantEntree } = demarche;
  if (entreePrevue !== null && avantEntree !== undefined) {
    const { jours, ouvres, selon } = avantEntree;
    const limite = ouvres ? ajouterJoursOuvres(entreePrevue, -jours, residence) : ajouterJours(entreePrevue, -jours);
    if (limite < relance) return { demarche, pourLe: limite, selon };
  }
  return { demarche, pourLe: relance, selon: 'huit jours après la dernière nouvelle' };
}

interface TacheFormation {
  cle: string;
  type: 'FORMATION_A_SUIVRE';
  libelle: string;
  echeance: DateCivile;
}

export const cleFormationASuivre = (numero: string, id: string, demarche: string): string =>
  `${numero}/FORMATION_A_SUIVRE/${id}/${demarche}`;

/** Whether the person is still on her way to a training of the CSP. */
export const prepareUneFormation = ({ etat, decesSignale }: Pick<Situation, 'etat' | 'decesSignale'>): boolean =>
  !decesSignale && (etat === 'ACCEPTE' || etat === 'EN_CSP' || etat === 'SUSPENDU');

/** The next step of each training, for the week of who follows the person; none once the CSP is over. */
export const tachesDesFormations = (
  numero: string,
  formations: readonly FormationPreparee[],
  situation: Pick<Situation, 'etat' | 'decesSignale'>,
  residence: string,
): TacheFormation[] =>
  !prepareUneFormation(situation)
    ? []
    : formations.flatMap((formation) => {
        const prochaine = prochaineDemarche(formation, residence);
        if (prochaine === null) return [];
        const { demarche, pourLe } = prochaine;
        return [
          {
            ...{ cle: cleFormationASuivre(numero, formation.id, demarche.code), type: 'FORMATION_A_SUIVRE' as const },
            ...{ libelle: demarche.aFaire, echeance: pourLe },
          },
        ];
      });
