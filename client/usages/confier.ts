import type { Numero } from '../../domain/dossier/numero';
import type { Referent } from '../../domain/dossier/personnes';
import {
  confierDossiers,
  type DossiersConfies,
  type LigneDossier,
  listerDossiers,
  listerReferents,
  type Registre,
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
  const referent = (await listerReferents(registre)).find(({ id }) => id === a);
  if (referent === undefined) throw Refus.de(`REFERENT_INCONNU:${a}`);
  const vises = await listerDossiers(registre, { numeros, limite: numeros.length });
  const siens = vises.filter((vise) => vise.agence === agence);
  const inconnus = numeros.filter((numero) => !siens.some((sien) => sien.numero === numero));
  if (inconnus.length > 0) throw dossiersInconnus(inconnus);
  const deja = siens.filter((sien) => sien.referent === a);
  const changes = siens.filter((sien) => !deja.includes(sien));
  const lettres = new Map<Numero, LettreDuReferent>();
  for (const { numero } of changes) {
    const inscrit = await lireConnu(registre, numero);
    const vers = { referent: a, agence: referent.agence };
    lettres.set(numero, await previsualiserLettre(deps, inscrit, vers, maintenant));
  }
  return { referent, changes, deja, lettres };
}

/** Which dossiers nobody knows, by their numbers. */
const dossiersInconnus = (numeros: readonly Numero[]): Refus =>
  new Refus(
    Refus.de('DOSSIER_INCONNU').erreurs.map(({ code, phrase }) => ({
      code,
      phrase: `${phrase.replace(/\.$/, '')} : ${numeros.join(', ')}.`,
    })),
  );

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
  switch (suite.suite) {
    case 'CONFIES':
      return { numeros: suite.numeros, reveilles: suite.numeros.length === 0 || (await reveiller(suite.numeros)) };
    case 'REFERENT_INCONNU':
      throw Refus.de(`REFERENT_INCONNU:${suite.inconnu}`);
    case 'DOSSIER_INCONNU':
      throw dossiersInconnus(suite.inconnus);
  }
}
