import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { racine } from '../../commun/racine';
import type { Reglages } from '../../commun/reglages';
import { courriersEnAttente, listerAgences, type Registre, resume } from '../../registre';
import { organisationExemple } from '../saisie/organisation';
import { enregistrerOrganisation } from '../usages/enregistrer-organisation';
import { analyserPortefeuille, importerPortefeuille } from '../usages/importer';
import type { Pile } from './pile';
import { avecProgression } from './progression';

const PORTEFEUILLE = join(racine, 'exemples', 'portefeuille.csv');
/** Who opens the example dossiers, in their journal. */
const AUTEUR = 'jalon-exemples';

/** The invented agencies and counsellors, in a register that knows none. */
export async function assurerOrganisationExemple(registre: Registre): Promise<void> {
  if ((await listerAgences(registre)).length > 0) return;
  await enregistrerOrganisation(registre, organisationExemple());
}

export interface Ouverture {
  ouverts: number;
  /** One French line per row that was refused. */
  refus: string[];
}

/** Opens the fictional portfolio, its dates counted from today. Opening it twice opens nothing twice. */
export async function ouvrirPortefeuille(
  { registre, temporal }: Pile,
  { envoi }: Pick<Reglages, 'envoi'>,
  maintenant: Date,
): Promise<Ouverture> {
  const texte = { texte: readFileSync(PORTEFEUILLE, 'utf8'), codage: 'UTF-8' } as const;
  const analyse = await analyserPortefeuille({ registre, envoi, maintenant, auteur: AUTEUR }, texte, {
    datesRelatives: true,
  });
  const refus = analyse.lignes
    .filter((l) => l.statut === 'REFUSEE')
    .map((l) => `ligne ${l.ligne} : ${l.erreurs.map((e) => e.phrase).join(' ')}`);
  const importees = await avecProgression('Ouverture du portefeuille', (avancer) =>
    importerPortefeuille({ registre, temporal, envoi }, analyse, maintenant, { avancement: avancer }),
  );
  const echecs = importees.flatMap((l) => (l.erreur === null ? [] : [`ligne ${l.ligne} : ${l.erreur.phrase}`]));
  const ouverts = importees.length - echecs.length;
  return { ouverts, refus: [...analyse.erreurs.map((e) => e.phrase), ...refus, ...echecs] };
}

/** Long enough for the slowest first letters on two cores; the launcher goes on anyway. */
const PATIENCE_MS = 60_000;
const CALME_MS = 1_500;

/**
 * Waits until every journey knows where it stands and, for a moment, no letter is due.
 * @param maintenant the clock that letters leave by
 */
export async function attendreCalme(
  registre: Registre,
  signal: AbortSignal,
  maintenant = () => new Date(),
): Promise<void> {
  await avecProgression('Premiers courriers', async (avancer) => {
    const limite = Date.now() + PATIENCE_MS;
    let depuis = Date.now();
    while (Date.now() < limite && !signal.aborted) {
      const [{ dossiers }, dus] = await Promise.all([resume(registre), courriersEnAttente(registre, maintenant())]);
      const situes = Object.values(dossiers.parEtat).reduce((somme, nombre) => somme + nombre, 0);
      avancer(situes, dossiers.total);
      if (situes < dossiers.total || dus.nombre > 0) depuis = Date.now();
      else if (Date.now() - depuis > CALME_MS) return;
      await attendre(250);
    }
  });
}
