import { dateLocale, fuseau } from '../../domain/calendrier/fuseaux';
import { type BilanEffacement, bilanNul, type MotifEffacement } from '../../domain/dossier/effacement';
import type { Numero } from '../../domain/dossier/numero';
import { acheverEffacement, effacerAuRegistre, lireEffacement, type Registre } from '../../registre';
import { effacerFichiers } from '../canaux/effacer-fichiers';
import type { ListeEffacements } from './liste';
import type { MoteurQuiOublie } from './moteur';

export interface DepsEffacement {
  registre: Registre;
  moteur: MoteurQuiOublie;
  /** The list of erasures outside of the register. */
  liste: ListeEffacements;
  /** Outboxes of post and text messages. */
  sorties: readonly string[];
}

/** Erased by one activity: a second each at most, well within its time. */
export const PAR_PART = 20;

/**
 * Erases a person: the register first, so that nothing may be started again from it, then the list outside, the outboxes, and every run of
 * the engine. Cut anywhere, it is done again from the beginning, and finds less.
 * @param auteur account, or `jalon`
 */
export async function effacerUn(
  { registre, moteur, liste, sorties }: DepsEffacement,
  { numero, auteur, motif, rejoue }: { numero: Numero; auteur: string; motif: MotifEffacement; rejoue: boolean },
  maintenant: Date,
): Promise<BilanEffacement> {
  const { effaceLe = null } = (await lireEffacement(registre, numero)) ?? {};
  const ordre = { numero, auteur, motif, rejoue: rejoue || effaceLe !== null };
  const auRegistre = await effacerAuRegistre(registre, ordre, maintenant);
  if (auRegistre.suite === 'VIVANT') return { ...bilanNul(), vivants: [numero] };
  const { rendezVous = [] } = (await lireEffacement(registre, numero)) ?? {};
  await liste.ajouter(numero, dateLocale(effaceLe ?? maintenant, fuseau('metropole')));
  let fichiers = 0;
  for (const racine of sorties) fichiers += await effacerFichiers(racine, numero);
  const executions = await moteur.oublier(numero, rendezVous);
  await acheverEffacement(registre, numero, maintenant);
  const { contenus, points } = auRegistre.suite === 'EFFACE' ? auRegistre : { contenus: 0, points: 0 };
  return { effaces: [numero], vivants: [], contenus, points, fichiers, executions };
}
