import { dateLocale, fuseau } from '../../domain/calendrier/fuseaux';
import { ajouterBilan, bilanNul, type PartEffacee } from '../../domain/dossier/effacement';
import type { Numero } from '../../domain/dossier/numero';
import type { DureesConservation, LimitesConservation, RapportConservation } from '../../domain/flotte/conservation';
import { limitesDe } from '../../domain/flotte/limites-conservation';
import {
  compterPasses,
  dossiersPasses,
  effacementsAAchever,
  jeterPasses,
  lireEffacement,
  tracer,
} from '../../registre';
import { jeterJours, joursAvant } from '../canaux/effacer-fichiers';
import { type DepsEffacement, effacerUn, PAR_PART } from './effacer-un';

/** What is past its time, and whether the night may purge it. */
export interface ReleveConservation {
  /** The settings let the Schedule purge: otherwise it only says what it would. */
  active: boolean;
  limites: LimitesConservation;
  rapport: RapportConservation;
}

export interface ActivitesConservation {
  /** Looks at what is past its time; changes nothing. */
  releverConservation(): Promise<ReleveConservation>;
  /** Erases some of the dossiers that are past their time. */
  effacerPasses(demande: { apres: Numero }): Promise<PartEffacee>;
  /** Takes up erasures that something away had stopped, some at a time. */
  acheverEffacements(demande: { apres: Numero }): Promise<PartEffacee>;
  /** Throws away the rest of what is past its time, and traces what the night did. */
  jeterPasses(demande: { dossiers: number }): Promise<Pick<RapportConservation, 'POINTS' | 'SORTIES' | 'ENTREES'>>;
}

export interface DepsConservation extends DepsEffacement {
  durees: DureesConservation;
  active: boolean;
}

export function creerActivitesConservation(deps: DepsConservation): ActivitesConservation {
  const { registre, sorties, durees, active } = deps;
  const limites = () => limitesDe(durees, dateLocale(new Date(), fuseau('metropole')));
  const desSorties = async (avant: LimitesConservation) =>
    Promise.all(sorties.map(async (racine) => ({ racine, jours: await joursAvant(racine, avant.SORTIES) })));
  return {
    async releverConservation() {
      const avant = limites();
      const jours = (await desSorties(avant)).reduce((somme, { jours }) => somme + jours.length, 0);
      return { active, limites: avant, rapport: { ...(await compterPasses(registre, avant)), SORTIES: jours } };
    },
    async effacerPasses({ apres }) {
      return parPart(await dossiersPasses(registre, limites(), apres, PAR_PART), (numero) =>
        effacerUn(deps, { numero, auteur: 'jalon', motif: 'FIN_DE_CONSERVATION', rejoue: false }, new Date()),
      );
    },
    async acheverEffacements({ apres }) {
      return parPart(await effacementsAAchever(registre, apres, PAR_PART), async (numero) => {
        const { motif, confirmePar } = (await lireEffacement(registre, numero))!;
        return effacerUn(deps, { numero, auteur: confirmePar ?? 'jalon', motif, rejoue: false }, new Date());
      });
    },
    async jeterPasses({ dossiers }) {
      const avant = limites();
      const auRegistre = await jeterPasses(registre, avant);
      let SORTIES = 0;
      for (const { racine, jours } of await desSorties(avant)) {
        await jeterJours(racine, jours);
        SORTIES += jours.length;
      }
      const jetes = { ...auRegistre, SORTIES };
      const trace = { numero: null, auteur: 'jalon', acte: 'CONSERVATION', details: { dossiers, ...jetes } };
      await tracer(registre, trace, new Date());
      return jetes;
    },
  };
}

async function parPart(
  part: readonly Numero[],
  effacer: (numero: Numero) => ReturnType<typeof effacerUn>,
): Promise<PartEffacee> {
  let bilan = bilanNul();
  for (const numero of part) bilan = ajouterBilan(bilan, await effacer(numero));
  return { bilan, apres: part.length < PAR_PART ? null : part.at(-1)! };
}
