import { COUPEE_APRES_MS, RENVOI_TENTATIVES } from '../../domain/parcours/tentatives';
import type { envois } from '../schema';

/** An attempt made before, as the register holds it. */
export type Anterieur = Pick<
  typeof envois.$inferSelect,
  'rang' | 'canal' | 'adresse' | 'messageId' | 'statut' | 'tort' | 'tentatives' | 'tenteLe' | 'acheveLe'
>;

/**
 * SEUL: the engine runs one attempt of a letter at a time, so one without outcome died. CONCURRENT: passes may meet, each serving what
 * waits by one channel only; one without outcome may be under way until its time is over.
 */
export type Cadre = 'SEUL' | 'CONCURRENT';

type Vise = Pick<Anterieur, 'canal' | 'adresse'>;

/**
 * The attempt that makes another useless: it left on this channel, or this address refused it for good. One that came back by our
 * fault goes again, as often as any letter that came back is tried.
 */
export function reglePar(anterieurs: readonly Anterieur[], { canal, adresse }: Vise): Anterieur | undefined {
  const surCeCanal = anterieurs.filter((e) => e.canal === canal);
  return (
    surCeCanal.find((e) => e.statut === 'PARTI') ??
    surCeCanal
      .filter((e) => e.statut === 'REJETE' && e.adresse === adresse)
      .find((e, rang) => e.tort !== 'NOUS' || rang + 1 >= RENVOI_TENTATIVES)
  );
}

/** The attempt to make, and those that it shows to have died on the way: INCERTAIN, each keeps its own contents. */
export interface Essai {
  rang: number;
  /** How many times this envoi was tried, this one included. */
  tentative: number;
  interrompus: number[];
}

/** @returns null when one may still be under way elsewhere */
export function essaiSuivant(
  anterieurs: readonly Anterieur[],
  canal: Anterieur['canal'],
  cadre: Cadre,
  maintenant: Date,
): Essai | null {
  const surCeCanal = anterieurs.filter((e) => e.canal === canal);
  const ouverts = (cadre === 'SEUL' ? surCeCanal.slice(-1) : anterieurs).filter((e) => e.statut === 'EN_REMISE');
  if (cadre === 'CONCURRENT' && ouverts.some((e) => maintenant.getTime() - e.tenteLe.getTime() < COUPEE_APRES_MS))
    return null;
  const dernier = surCeCanal.at(-1);
  const echec = dernier?.statut === 'ECHEC' ? dernier : undefined;
  return {
    rang: echec?.rang ?? anterieurs.length + 1,
    tentative: (echec?.tentatives ?? 0) + 1,
    interrompus: ouverts.map((e) => e.rang),
  };
}
