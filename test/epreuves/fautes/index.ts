import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Arrets } from '../../../client/local/arrets';
import { racine } from '../../../commun/racine';
import { lireCompose } from '../../outils/compose';
import { cheminDuRapport, ecrireRapport, rendreCompte, teteDe } from '../deroulement';
import { obtenirGrappe, versionDuMoteur } from '../grappe/obtenir';
import { peutMonter } from './disques';
import type { Faute } from './faute';
import { toutesLesFautes } from './liste';
import { rediger } from './rapport';
import { monterScene } from './scene';
import { type Bilan, subir } from './subir';

/** Those that are asked for. @throws Error in French, with the names, when one is unknown */
export function choisir(noms: readonly string[], toutes: readonly Faute[] = toutesLesFautes): readonly Faute[] {
  const connus = toutes.map(({ nom }) => nom);
  const inconnu = noms.find((nom) => !connus.includes(nom));
  if (inconnu !== undefined) throw new Error(`Aucune panne ne se nomme « ${inconnu} » : ${connus.join(', ')}.`);
  return noms.length === 0 ? toutes : toutes.filter(({ nom }) => noms.includes(nom));
}

/**
 * `npm run epreuve -- fautes [--seule nom]… [--parcours 8]`: each fault on a cluster of its own, with journeys to which things happen before,
 * meanwhile and after. Writes `docs/epreuves/AAAA-MM-JJ-fautes.md`.
 * @throws Error when something is lost, doubled without being uncertain, or not said
 */
export async function eprouverLesFautes(arguments_: string[]): Promise<void> {
  const { values } = parseArgs({
    args: arguments_,
    options: { seule: { type: 'string', multiple: true, default: [] }, parcours: { type: 'string', default: '8' } },
  });
  const parcours = Number(values.parcours);
  if (!Number.isInteger(parcours) || parcours < 2) throw new Error('--parcours attend un nombre entier, 2 au moins.');
  const choisies = choisir(values.seule);
  const compose = lireCompose();
  const version = versionDuMoteur(compose);
  const programmes = await obtenirGrappe(join(racine, '.cache'), version);
  const bilans: Bilan[] = [];
  const fautes: string[] = [];
  const ecartees: string[] = [];
  const tentees: string[] = [];
  const tete = { ...teteDe(['npm run epreuve -- fautes', ...arguments_].join(' ')), version, parcours, ecartees };
  const rapport = join(racine, cheminDuRapport('fautes', tete));
  const avant = existsSync(rapport) ? readFileSync(rapport, 'utf8') : '';
  const ordre = toutesLesFautes.map(({ nom }) => nom);
  const dire = () => rediger(bilans, fautes, tete, { avant, tentees, ordre });
  const deLEnvironnement = { ...process.env };
  for (const faute of choisies) {
    if (faute.surDisques && !peutMonter()) {
      ecartees.push(`\`${faute.nom}\` n’a pas été essayée : il faut être root sous Linux pour monter un disque`);
      continue;
    }
    console.log(`${faute.nom} : ${faute.quoi}…`);
    tentees.push(faute.nom);
    const arrets = new Arrets();
    try {
      const scene = await monterScene(faute, { compose, programmes, parcours }, arrets);
      const bilan = await subir(scene, faute);
      bilans.push(bilan);
      fautes.push(...bilan.fautes.map((dite) => `\`${faute.nom}\` : ${dite}`));
      console.log(`  ${JSON.stringify(bilan)}`);
    } catch (erreur) {
      fautes.push(`\`${faute.nom}\` n’est pas allée au bout : ${(erreur as Error).message}`);
      console.error(erreur);
    } finally {
      await arrets.tous(console.error);
      // The next cluster is told by the same environment.
      for (const nom of Object.keys(process.env)) if (!(nom in deLEnvironnement)) delete process.env[nom];
      Object.assign(process.env, deLEnvironnement);
    }
    // Hours of proof are not lost with a last one that is cut.
    ecrireRapport('fautes', tete, dire());
  }
  rendreCompte('fautes', tete, dire(), fautes);
}
