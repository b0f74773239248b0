import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../../commun/racine';
import { compterDossiers, personnesConnues } from '../../../registre';
import { exemple, lancer } from '../../cli/jalon';
import { monterPileDeTest } from '../../outils/pile';
import { portefeuilleDeTerrain } from '../../terrain/portefeuille';
import type { Rapport } from '../../terrain/rapport';
import { machine } from '../deroulement';
import { type BilanImport, fautesDImport, rediger } from './bilan';

const LIGNES = 2_000;
const FAUTES = 60;
/** The day after the hand-over that the rows tell of. */
const MAINTENANT = new Date('2026-11-26T10:00:00Z');

/**
 * `npm run epreuve -- import`: a portfolio of 2,000 rows of which 60 carry the faults of the field goes through the command line, twice,
 * into a real register and a real engine. Writes `docs/epreuves/AAAA-MM-JJ-import.md`.
 * @throws Error when a row is not opened, opened twice, opened under another name, or refused for another reason than its own
 */
export async function eprouverLImport(): Promise<void> {
  const date = new Date().toISOString().slice(0, 10);
  const pile = await monterPileDeTest({ JALON_JOURNAL: 'silent' });
  try {
    const jalon = (...ligne: string[]) => lancer(ligne, { env: pile.env, maintenant: MAINTENANT });
    const importer = async (): Promise<Rapport> =>
      JSON.parse((await jalon('importer', fichier, '--oui', '--json')).texte) as Rapport;
    const { csv, refus } = portefeuilleDeTerrain(LIGNES, FAUTES);
    const fichier = join(pile.reglages.donnees, 'deux-mille.csv');
    writeFileSync(fichier, csv);
    await jalon('agences', exemple('organisation.json'));
    const debut = Date.now();
    const premiere = await importer();
    const secondes = Math.round((Date.now() - debut) / 1_000);
    const seconde = await importer();
    const connues = await personnesConnues(pile.registre);
    const bilan: BilanImport = {
      refus,
      premiere,
      seconde,
      inscrits: await compterDossiers(pile.registre),
      noms: connues.map(({ identite: { prenom, nom } }) => `${prenom} ${nom}`),
      secondes,
    };
    const fautes = fautesDImport(bilan, LIGNES);
    mkdirSync(join(racine, 'docs/epreuves'), { recursive: true });
    writeFileSync(
      join(racine, 'docs/epreuves', `${date}-import.md`),
      rediger(bilan, fautes, { date, machine: machine() }),
    );
    console.log(`${fautes.length} faute(s) ; rapport : docs/epreuves/${date}-import.md`);
    if (fautes.length > 0) throw new Error(fautes.join('\n'));
  } finally {
    await pile.fermer();
  }
}
