import type { DepartReel } from '../../domain/parcours/depart';
import type { Situation } from '../../domain/parcours/situation';
import type { CourrierAvecEnvois, EnvoiInscrit } from '../../registre';
import { instantEnClair, libellesCanal, libellesStatutCourrier, statutCourrierDit, titreCourrier } from './libelles';

type Envoye = Pick<EnvoiInscrit, 'canal' | 'statut' | 'acheveLe'>;
type Lettre = Pick<CourrierAvecEnvois, 'cle' | 'base' | 'destinataire' | 'statut' | 'partiLe'>;

/** What became of a channel that has not taken a letter. */
const SORTS = {
  EN_REMISE: 'en cours',
  ECHEC: 'pas parti',
  REJETE: 'refusé',
  INCERTAIN: 'à vérifier',
} as const;

/**
 * "par courrier (10/03/2025 à 16 h 07) ; e-mail pas parti, nouvel essai le 10/03/2025 à 16 h 25": which channels took a letter, which did not. One
 * that left by all of its channels is dated as a whole: "par courrier, e-mail".
 * @param essai its next attempt, as its journey plans it; null when the journey has planned none yet, and still tries
 */
export function parOu(
  { statut, envois }: { statut: CourrierAvecEnvois['statut']; envois: readonly Envoye[] },
  essai: DepartReel | null,
  fuseau: string,
): string {
  const partis = envois.filter((envoi) => envoi.statut === 'PARTI');
  const autres = envois.flatMap(({ canal, statut }) => (statut === 'PARTI' ? [] : [{ canal, statut }]));
  const noms = partis.map(({ canal, acheveLe }) =>
    autres.length === 0 || acheveLe === null
      ? libellesCanal[canal]
      : `${libellesCanal[canal]} (${instantEnClair(acheveLe, fuseau)})`,
  );
  const encore = statut === 'A_REPRENDRE' ? `, ${essaiDit(essai, fuseau)}` : '';
  return [
    ...(noms.length === 0 ? [] : [`par ${noms.join(', ')}`]),
    ...autres.map(({ canal, statut }) => `${libellesCanal[canal]} ${SORTS[statut]}${statut === 'ECHEC' ? encore : ''}`),
  ].join(' ; ');
}

function essaiDit(essai: DepartReel | null, fuseau: string): string {
  if (essai === null || essai.immediat) return 'nouvel essai dans les minutes qui viennent';
  return essai.quand === null ? 'nouvel essai retenu' : `nouvel essai le ${instantEnClair(essai.quand, fuseau)}`;
}

/** What became of a letter of the register: one that left by a channel of two is not simply to come. */
export const statutInscritDit = (lettre: Lettre, situation: Situation | null): string => {
  const { statut, partiLe } = lettre;
  if (statut === 'A_REPRENDRE' && partiLe !== null) return 'parti en partie';
  return statut === 'ANNULE' ? annuleDit(lettre, situation) : libellesStatutCourrier[statut];
};

/** Why a letter was cancelled, as far as its journey knows. */
function annuleDit({ cle, base, destinataire }: Lettre, situation: Situation | null): string {
  const annule = libellesStatutCourrier.ANNULE;
  const situe = situation?.courriers.find((c) => c.cle === cle);
  if (situation === null || situe === undefined) return annule;
  if (situe.ailleurs) {
    const porteuse = situation.courriers.find((c) => c.annonce === base && c.destinataire === destinataire);
    return porteuse ? `dit dans « ${titreCourrier(porteuse.code, true)} »` : statutCourrierDit(situe);
  }
  const deces = situation.decesSignale && destinataire === 'BENEFICIAIRE' ? 'un décès est signalé, ou ' : '';
  return `${annule} : ${deces}ce qu’il disait a changé avant son départ`;
}
