import { lireSource, listerMessages } from '../../client/local/boite';
import { ouvrirParcours } from '../../client/usages/ouvrir';
import { ajouterJours } from '../../domain/calendrier/dates';
import { dateLocale } from '../../domain/calendrier/fuseaux';
import { type CourrierAvecEnvois, courriersDuDossier } from '../../registre';
import { dossierInvente, personnesInventees } from './ouvertures';
import { attendreQue, type PileDeTest } from './pile';
import { lirePoste } from './sorties';

export interface Rafale {
  lettres: number;
  morts: number;
  /** Seeds the moments at which workers are killed. */
  graine: number;
}

export interface ReleveRafale {
  lettres: CourrierAvecEnvois[];
  /** How many times each Message-ID reached the mailbox. */
  recus: Map<string, number>;
  /** How many lines the mail room has for each key. */
  postes: Map<string, number>;
}

export interface BilanRafale extends ReleveRafale {
  /** Life of each worker killed, in milliseconds after it was ready. */
  vies: number[];
  secondes: number;
}

/** Mulberry32: the same seed, the same deaths. @returns numbers from 0 to 1 */
export function hasard(graine: number): () => number {
  let etat = graine >>> 0;
  return () => {
    etat = (etat + 0x6d2b79f5) >>> 0;
    let t = Math.imul(etat ^ (etat >>> 15), 1 | etat);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const compter = (cles: readonly string[]): Map<string, number> => {
  const comptes = new Map<string, number>();
  for (const cle of cles) comptes.set(cle, (comptes.get(cle) ?? 0) + 1);
  return comptes;
};

/**
 * Journeys whose first letter, by post and by e-mail, is due at once.
 * @param apres how many were opened before: the same person twice would be one journey
 */
export async function ouvrirRafale(pile: PileDeTest, combien: number, apres = 0): Promise<string[]> {
  const aujourdhui = dateLocale(new Date(), 'Europe/Paris');
  const deps = { registre: pile.registre, temporal: pile.client, envoi: 'immediat' as const };
  const numeros: string[] = [];
  for (let rang = apres; rang < apres + combien; rang += 1) {
    const identite = {
      ...personnesInventees.identite,
      prenom: `Zéphyrine${rang}`,
      email: `zephyrine${rang}@example.org`,
    };
    const { numero } = await ouvrirParcours(deps, {
      dossier: { ...dossierInvente, dateRemise: ajouterJours(aujourdhui, -1) },
      personnes: { ...personnesInventees, identite },
      dateReprise: null,
      evenements: [],
      auteur: 'essai',
    });
    numeros.push(numero);
  }
  return numeros;
}

/**
 * A burst of letters, one per journey, by post and by e-mail, opened while no worker lives; then workers are killed one after the
 * other at random moments, and a last one finishes.
 */
export async function vivreRafale(pile: PileDeTest, { lettres: combien, morts, graine }: Rafale): Promise<BilanRafale> {
  const debut = Date.now();
  const numeros = await ouvrirRafale(pile, combien);
  const tirer = hasard(graine);
  const vies: number[] = [];
  for (let mort = 0; mort < morts; mort += 1) {
    const worker = await pile.lancerWorker();
    const vie = 50 + Math.floor(tirer() * 2_000);
    await new Promise((suite) => setTimeout(suite, vie));
    await pile.tuer(worker);
    vies.push(vie);
  }
  await pile.lancerWorker();
  // Attempts that died are tried again some seconds after, and there is one of them at most per death.
  const lettres = await attendreRafale(pile, numeros, 240_000 + combien * 500);
  return {
    ...(await releverRafale(pile, lettres)),
    vies,
    secondes: Math.round((Date.now() - debut) / 1000),
  };
}

/**
 * Waits until the letters of these journeys have left.
 * @param attendus how many they are; one of each journey by default
 */
export const attendreRafale = (
  pile: PileDeTest,
  numeros: readonly string[],
  limiteMs: number,
  attendus = numeros.length,
): Promise<CourrierAvecEnvois[]> =>
  attendreQue(
    'tous les courriers sont partis',
    async () => {
      const { rows } = await pile.registre.pool.query<{ tous: number; partis: number }>(
        "select count(*)::int as tous, count(*) filter (where statut = 'PARTI')::int as partis from courriers where numero = any($1)",
        [numeros],
      );
      const { tous, partis } = rows[0]!;
      if (tous !== attendus || partis !== tous) return null;
      // One after the other: all at once, the last of them would wait for a connection longer than the register lets anyone wait.
      const lettres: CourrierAvecEnvois[] = [];
      for (const numero of numeros) lettres.push(...(await courriersDuDossier(pile.registre, numero)));
      return lettres;
    },
    limiteMs,
  );

/** What reached the mailbox and the mail room, beside what the register says. */
export const releverRafale = async (
  { boite, reglages }: { boite: string; reglages: { poste: string } },
  lettres: CourrierAvecEnvois[],
): Promise<ReleveRafale> => ({
  lettres,
  recus: await recusParId(boite),
  postes: compter(lirePoste(reglages.poste).map(({ cle }) => cle)),
});

/** How many times each Message-ID has reached the mailbox so far. */
export async function recusParId(boite: string): Promise<Map<string, number>> {
  const ids: string[] = [];
  for (const { id } of await listerMessages(boite)) {
    const source = (await lireSource(boite, id))!.toString('latin1');
    ids.push(/^Message-ID: (<[^>]+>)/im.exec(source)![1]!);
  }
  return compter(ids);
}

/** What is wrong with a burst: a letter missing, twice without being marked, or unknown to the register. Empty: all is accounted for. */
export function fautesDeRafale({ lettres, recus, postes }: ReleveRafale): string[] {
  const fautes: string[] = [];
  for (const { cle, incertain, envois } of lettres) {
    const courriels = envois.filter((e) => e.canal === 'EMAIL');
    const id = courriels[0]?.messageId ?? '';
    const [parEmail, parPoste] = [recus.get(id) ?? 0, postes.get(cle) ?? 0];
    const doutes = courriels.filter((e) => e.statut === 'INCERTAIN').length;
    if (parEmail === 0) fautes.push(`${cle} : jamais reçu`);
    if (parEmail > 1 + doutes) fautes.push(`${cle} : reçu ${parEmail} fois pour ${doutes} envoi(s) incertain(s)`);
    if (doutes > 0 && !incertain) fautes.push(`${cle} : incertain sans être marqué`);
    if (parPoste !== 1) fautes.push(`${cle} : ${parPoste} ligne(s) à la poste`);
    if (courriels.filter((e) => e.statut === 'PARTI').length !== 1)
      fautes.push(`${cle} : l’e-mail n’est pas parti une fois`);
  }
  const connus = new Set(lettres.flatMap((l) => l.envois.map((e) => e.messageId)));
  for (const id of recus.keys()) if (!connus.has(id)) fautes.push(`${id} : reçu sans être au registre`);
  return fautes;
}
