import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Arrets } from '../../../client/local/arrets';
import { racine } from '../../../commun/racine';
import { dateLocale } from '../../../domain/calendrier/fuseaux';
import type { Etape } from '../grappe/rapport';
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
  const etape = async <T>(nom: string, travail: () => Promise<readonly [vu: string, rendu: T]>): Promise<T> => {
    const debut = Date.now();
    console.log(`${nom}…`);
    const [vu, rendu] = await travail();
    etapes.push({ nom, secondes: Math.round((Date.now() - debut) / 1_000), vu });
    console.log(`  ${vu}`);
    return rendu;
  };
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
  const date = new Date().toISOString().slice(0, 10);
  const rapport = `docs/epreuves/${date}-montee.md`;
  mkdirSync(join(racine, 'docs/epreuves'), { recursive: true });
  const tete = {
    ...{ date, moteur, parcours: combien },
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: racine, encoding: 'utf8' }).trim(),
    commande: ['npm run epreuve -- montee', ...arguments_].join(' '),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'processeur inconnu'}, Node ${process.versions.node}`,
  };
  writeFileSync(join(racine, rapport), rediger(etapes, fautes, tete));
  console.log(`${fautes.length} faute(s) ; rapport : ${rapport}`);
  if (fautes.length > 0) throw new Error(fautes.join('\n'));
}
