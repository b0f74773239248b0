import { setTimeout as attendre } from 'node:timers/promises';
import { lancer } from '../../cli/jalon';
import { attendreQue } from '../../outils/pile';

/** What `jalon sante` said, asked again and again. */
export interface Guet {
  /** Seconds after which each line was said first, numbers and names of processes taken out. */
  dits: ReadonlyMap<string, number>;
  /** Waits until some line fits. @returns that line, and the seconds that it took */
  attendre(quoi: RegExp, limiteMs: number): Promise<{ ligne: string; secondes: number }>;
  finir(): Promise<void>;
}

/** Lines of a machine that is well. */
const ORDINAIRES =
  /^(Le registre, le moteur et le relais des e-mails répondent\.|Aucun courrier dû n’attend\.|\d+ courriers? dus?, le plus ancien|(\d+|Aucun) workers? (donne|donnent) signe de vie|Le worker \S+ s’est tu il y a )/;
const PAS_MS = 1_000;
/** As on a machine of one's own: the accounts of production are not what is proved here. */
const ENV = { JALON_PROFIL: 'local' };

/** A line of health, such that the same thing is said by the same words. */
export const depouiller = (ligne: string): string =>
  ligne
    .replace(/\d+@[\w.-]+/g, '…')
    .replace(/127\.0\.0\.1:\d+/g, '…')
    .replace(/depuis \d+ (s|min)\b/g, 'depuis …')
    .replace(/\d{4}-\d{6}-\d{2}/g, '…');

/** The sentences of a text that the command line folded; what it lists under them is left out. */
function phrasesDe(texte: string): string[] {
  const phrases: string[] = [];
  for (const ligne of texte.split('\n').filter((l) => l.trim() !== '' && !l.startsWith('  '))) {
    const derniere = phrases.at(-1);
    if (derniere === undefined || derniere.endsWith('.')) phrases.push(ligne);
    else phrases[phrases.length - 1] = `${derniere} ${ligne}`;
  }
  return phrases;
}

export const anormales = (texte: string): string[] =>
  phrasesDe(texte)
    .filter((phrase) => !ORDINAIRES.test(phrase))
    .map(depouiller);

/** Asks every second what is wrong, as an operator who looks. */
export function guetter(): Guet {
  const debut = Date.now();
  const dits = new Map<string, number>();
  let fini = false;
  let panne: unknown;
  const ronde = (async () => {
    while (!fini) {
      const { texte, erreurs } = await lancer(['sante'], { env: ENV });
      const secondes = Math.round((Date.now() - debut) / 1_000);
      for (const ligne of anormales(`${texte}\n${erreurs}`)) if (!dits.has(ligne)) dits.set(ligne, secondes);
      await attendre(PAS_MS);
    }
  })();
  ronde.catch((erreur: unknown) => {
    panne = erreur;
  });
  return {
    dits,
    attendre: (quoi, limiteMs) =>
      attendreQue(
        `jalon sante dit ${quoi}`,
        async () => {
          if (panne !== undefined) throw panne;
          const trouve = [...dits].find(([ligne]) => quoi.test(ligne));
          return trouve ? { ligne: trouve[0], secondes: trouve[1] } : null;
        },
        limiteMs,
      ),
    async finir() {
      fini = true;
      await ronde;
    },
  };
}
