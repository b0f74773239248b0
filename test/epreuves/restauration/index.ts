import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { Arrets } from '../../../client/local/arrets';
import { racine } from '../../../commun/racine';
import { lireCompose } from '../../outils/compose';
import { obtenirGrappe, versionDuMoteur } from '../grappe/obtenir';
import type { Etape } from '../grappe/rapport';
import { monterDehors } from './machine';
import { trouverPostgres } from './postgres';
import { rediger } from './rapport';
import { vivreUneRestauration } from './vie';

/**
 * `npm run epreuve -- restauration`: journeys on a real cluster, a copy of both stores, more life, a disaster that takes the machine, and the
 * page of `docs/exploitation.md` followed on an empty one. Writes `docs/epreuves/AAAA-MM-JJ-restauration.md`.
 * @throws Error when a letter leaves twice or not at all, a fact is lost that could be known, or the erased person comes back
 */
export async function eprouverLaRestauration(): Promise<void> {
  const compose = lireCompose();
  const version = versionDuMoteur(compose);
  const programmes = await obtenirGrappe(join(racine, '.cache'), version);
  const outils = trouverPostgres();
  const postgres = execFileSync(join(outils, 'pg_basebackup'), ['--version'], { encoding: 'utf8' }).trim();
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
  try {
    const dehors = await monterDehors(compose, outils, programmes, arrets);
    await vivreUneRestauration({ dehors, arrets, etape, fautes });
  } finally {
    await arrets.tous(console.error);
  }
  const date = new Date().toISOString().slice(0, 10);
  const rapport = `docs/epreuves/${date}-restauration.md`;
  mkdirSync(join(racine, 'docs/epreuves'), { recursive: true });
  const tete = {
    date,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: racine, encoding: 'utf8' }).trim(),
    commande: 'npm run epreuve -- restauration',
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'processeur inconnu'}, Node ${process.versions.node}`,
    serveurs: `Temporal ${version}, construit par Go à la version de \`docker-compose.yml\` ; deux PostgreSQL (${postgres}) sous les réglages de ce fichier`,
  };
  writeFileSync(join(racine, rapport), rediger(etapes, fautes, tete));
  console.log(`${fautes.length} faute(s) ; rapport : ${rapport}`);
  if (fautes.length > 0) throw new Error(fautes.join('\n'));
}
