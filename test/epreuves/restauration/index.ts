import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Arrets } from '../../../client/local/arrets';
import { racine } from '../../../commun/racine';
import { lireCompose } from '../../outils/compose';
import { deroulerDans, type Etape, rendreCompte, teteDe } from '../deroulement';
import { obtenirGrappe, versionDuMoteur } from '../grappe/obtenir';
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
  const etape = deroulerDans(etapes);
  try {
    const dehors = await monterDehors(compose, outils, programmes, arrets);
    await vivreUneRestauration({ dehors, arrets, etape, fautes });
  } finally {
    await arrets.tous(console.error);
  }
  const serveurs = `Temporal ${version}, construit par Go à la version de \`docker-compose.yml\` ; deux PostgreSQL (${postgres}) sous les réglages de ce fichier`;
  const tete = { ...teteDe('npm run epreuve -- restauration'), serveurs };
  rendreCompte('restauration', tete, rediger(etapes, fautes, tete), fautes);
}
