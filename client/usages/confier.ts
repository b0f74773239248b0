import type { Numero } from '../../domain/dossier/numero';
import type { Referent } from '../../domain/dossier/personnes';
import {
  confierDossiers,
  type DossiersConfies,
  type DossiersVises,
  type LigneDossier,
  listerDossiers,
  listerReferents,
  type Registre,
  viserDossiers,
} from '../../registre';
import type { DepsApercu, DepsParcours } from './commun/deps';
import { type LettreDuReferent, previsualiserLettre } from './commun/lettre-du-referent';
import { lireConnu } from './commun/lire-connu';
import { relancer } from './commun/moteur';
import { Refus } from './commun/refus';
import { peutEtreParvenu } from './commun/sort-d-un-envoi';

export interface DepsConfier {
  registre: Registre;
  /** Has these journeys ask again, so that the engine's lists show who follows them now. @returns false when the engine is away */
  reveiller(numeros: readonly Numero[]): Promise<boolean>;
}

/** Giving dossiers over, with a register and an engine. */
export const depsConfier = ({ registre, temporal }: Pick<DepsParcours, 'registre' | 'temporal'>): DepsConfier => ({
  registre,
  reveiller: (numeros) =>
    relancer(temporal, numeros).then(
      () => true,
      (erreur: unknown) => {
        if (peutEtreParvenu(erreur)) return false;
        throw erreur;
      },
    ),
});

/** What giving dossiers over would do. */
export interface ProjetConfier {
  /** Who would follow them. */
  referent: Referent;
  /** Those that would change hands, and those that are hers already. */
  changes: LigneDossier[];
  deja: LigneDossier[];
  /** What each person who changes hands would be written, by the number of her dossier. */
  lettres: ReadonlyMap<Numero, LettreDuReferent>;
}

/**
 * What giving dossiers over bears on, when everyone of it is known; nothing is changed.
 * @throws Refus REFERENT_INCONNU, DOSSIER_INCONNU, as `confier` would
 */
export async function verifierConfier(
  { registre }: Pick<DepsApercu, 'registre'>,
  { numeros }: { numeros: readonly Numero[] },
  vers: { a: string; agence: string | null },
): Promise<Extract<DossiersVises, { suite: 'VISES' }>> {
  const vises = await viserDossiers(registre, { numeros }, vers);
  if (vises.suite !== 'VISES') throw refusDe(vises);
  return vises;
}

/**
 * What `confier` would do; nothing is changed.
 * @throws Refus REFERENT_INCONNU, DOSSIER_INCONNU, as it would
 */
export async function previsualiserConfier(
  deps: DepsApercu,
  { numeros }: { numeros: readonly Numero[] },
  { a, agence }: { a: string; agence: string | null },
  maintenant: Date,
): Promise<ProjetConfier> {
  const { registre } = deps;
  const vises = await verifierConfier(deps, { numeros }, { a, agence });
  const referent = (await listerReferents(registre)).find(({ id }) => id === a)!;
  const lignes = await listerDossiers(registre, { numeros, limite: numeros.length });
  const lettres = new Map<Numero, LettreDuReferent>();
  for (const { numero } of vises.changes) {
    const inscrit = await lireConnu(registre, numero);
    const vers = { referent: a, agence: vises.agence };
    lettres.set(numero, await previsualiserLettre(deps, inscrit, vers, maintenant));
  }
  const deja = lignes.filter(({ numero }) => vises.deja.includes(numero));
  return { referent, changes: lignes.filter(({ numero }) => lettres.has(numero)), deja, lettres };
}

/** Whom or which dossiers nobody knows, as people are told. */
function refusDe(vises: Exclude<DossiersVises, { suite: 'VISES' }>): Refus {
  if (vises.suite === 'REFERENT_INCONNU') return Refus.de(`REFERENT_INCONNU:${vises.inconnu}`);
  const erreurs = Refus.de('DOSSIER_INCONNU').erreurs.map(({ code, phrase }) => ({
    code,
    phrase: `${phrase.replace(/\.$/, '')} : ${vises.inconnus.join(', ')}.`,
  }));
  return new Refus(erreurs);
}

export interface Confies {
  /** Those that changed hands. */
  numeros: Numero[];
  /** Their journeys were told. False: the engine's lists follow once it is back, `reprises` sees to it. */
  reveilles: boolean;
}

/**
 * Gives one dossier, several, or all those of a counsellor to another one, and to her agency.
 * @throws Refus REFERENT_INCONNU, DOSSIER_INCONNU; nothing is then changed
 */
export async function confier(
  { registre, reveiller }: DepsConfier,
  quoi: DossiersConfies,
  qui: { a: string; auteur: string; agence?: string | null },
  maintenant: Date,
): Promise<Confies> {
  const suite = await confierDossiers(registre, quoi, qui, maintenant);
  if (suite.suite !== 'CONFIES') throw refusDe(suite);
  const { numeros } = suite;
  return { numeros, reveilles: numeros.length === 0 || (await reveiller(numeros)) };
}
