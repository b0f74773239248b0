import { parseArgs } from 'node:util';
import { Arrets } from '../../../client/local/arrets';
import { dateLocale } from '../../../domain/calendrier/fuseaux';
import { deroulerDans, type Etape, rendreCompte, teteDe } from '../deroulement';
import { monter } from './etapes';
import { monterLieu } from './lieu';
import { rediger } from './rapport';
import { preparerSuivante } from './suivante';

/**
 * `npm run epreuve -- montee [--parcours 200]`: a release with a real change goes over live journeys of this one, workers of both at
 * work together, as `docs/exploitation.md` tells operators to do it. On the cluster of `epreuve -- grappe` where its programs are in the cache,
 * else on the dev server. Writes `docs/epreuves/AAAA-MM-JJ-montee.md`.
 * @throws Error when a letter leaves twice, is missing or was not announced, when a journey stops or a workflow task fails
 */
export async function eprouverLaMontee(arguments_: string[]): Promise<void> {
  const { values } = parseArgs({ args: arguments_, options: { parcours: { type: 'string', default: '200' } } });
  const combien = Number(values.parcours);
  if (!Number.isInteger(combien) || combien < 10) throw new Error('--parcours attend un nombre entier, 10 au moins.');
  const arrets = new Arrets();
  const etapes: Etape[] = [];
  const fautes: string[] = [];
  const etape = deroulerDans(etapes);
  let moteur: string;
  try {
    const lieu = await monterLieu(arrets);
    moteur = lieu.moteur;
    const suivante = preparerSuivante();
    arrets.ajouter('Version suivante', suivante.oublier);
    const aujourdhui = dateLocale(new Date(), 'Europe/Paris');
    await monter({ lieu, suivante, combien, aujourdhui, etape, fautes });
  } finally {
    await arrets.tous(console.error);
  }
  const tete = { ...teteDe(['npm run epreuve -- montee', ...arguments_].join(' ')), moteur, parcours: combien };
  rendreCompte('montee', tete, rediger(etapes, fautes, tete), fautes);
}
