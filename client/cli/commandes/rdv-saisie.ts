import type { RendezVous } from '../../../domain/rendez-vous/rendez-vous';
import type { SaisieRendezVous } from '../../../domain/rendez-vous/saisie';
import { estSorte, sortes } from '../../../domain/rendez-vous/sortes';
import type { SaisieTenue } from '../../../domain/rendez-vous/tenue';
import { dateSaisie } from '../../saisie/date';
import { type ContexteRendezVous, lieuUsuel, momentDe } from '../../usages/rendez-vous/contexte';

export interface OptionsActe {
  auteur: string;
  confirmer?: boolean;
  sequenceVue?: string;
  json?: boolean;
}
export interface OptionsCadre extends OptionsActe {
  sorte: string;
  mode?: string;
  jour?: string;
  heure?: string;
  duree?: string;
  lieu?: string;
  lien?: string;
  intitule?: string;
  id?: string;
}
export interface OptionsTenue extends OptionsActe {
  le?: string;
  notes?: string;
  parcours?: string;
  competences?: string;
  souhaits?: string;
  communaute?: string;
  projet?: string;
  planValide?: boolean;
  action: string[];
}

/** What is not given stays as it was, or is what is usual. */
export function saisie(contexte: ContexteRendezVous, o: OptionsCadre, actuel: RendezVous | null): SaisieRendezVous {
  const moment = actuel === null ? null : momentDe(contexte, actuel);
  const duree = actuel?.dureeMinutes ?? (estSorte(o.sorte) ? sortes[o.sorte].dureeUsuelle : '');
  return {
    sorte: o.sorte,
    mode: o.mode ?? actuel?.mode ?? 'PRESENTIEL',
    jour: o.jour === undefined ? (moment?.jour ?? '') : dateSaisie(o.jour),
    heure: o.heure ?? moment?.heure ?? '',
    duree: o.duree ?? String(duree),
    lieu: o.lieu ?? actuel?.lieu ?? lieuUsuel(contexte),
    lien: o.lien ?? actuel?.lien ?? '',
    intitule: o.intitule ?? actuel?.intitule ?? '',
  };
}

export function tenue(o: OptionsTenue): SaisieTenue {
  const { notes, parcours, competences, souhaits, communaute, projet } = o;
  const textes = { notes, parcours, competences, souhaits };
  const reponses = { communaute: communaute ?? '', projet: projet ?? '' };
  return {
    ...Object.fromEntries(Object.entries(textes).filter(([, texte]) => texte !== undefined)),
    ...(o.le === undefined ? {} : { le: dateSaisie(o.le) }),
    reponses,
    planValide: o.planValide === true,
    actions: o.action.map((action) => {
      const [, quoi = action, pourLe = ''] = /^(.*)@([\d/-]+)$/.exec(action) ?? [];
      return { quoi, pourLe: dateSaisie(pourLe) };
    }),
  };
}
