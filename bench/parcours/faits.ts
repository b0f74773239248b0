import { envoyerActe } from '../../client/usages/commun/moteur';
import { ajouterJours, type DateCivile } from '../../domain/calendrier/dates';
import type { Numero } from '../../domain/dossier/numero';
import { lireDossier } from '../../registre';
import type { Place } from './place';
import { recu, signal } from './plancher';

/** Days off, each time others: a fact that a journey takes in without writing to anybody. */
const conges = (aujourdhui: DateCivile, fois: number) => ({
  type: 'CONGES' as const,
  debut: ajouterJours(aujourdhui, 7 * fois),
  fin: ajouterJours(aujourdhui, 7 * fois + 2),
});

/** Records a fact on a journey as the tool does, and waits until it is judged. @returns milliseconds on a clock */
export async function consignerUnFait(
  { registre, client }: Place,
  numero: Numero,
  { aujourdhui, fois }: { aujourdhui: DateCivile; fois: number },
): Promise<number> {
  const inscrit = (await lireDossier(registre, numero))!;
  const debut = performance.now();
  const contenu = { auteur: 'bench', evenement: conges(aujourdhui, fois) };
  const issue = await envoyerActe({ registre, temporal: client }, inscrit, 'consigner', contenu);
  if (issue === 'EN_COURS' || issue.statut !== 'RETENU') throw new Error(`${numero} : ${JSON.stringify(issue)}`);
  return performance.now() - debut;
}

/** The same of the floor: a message, and the answer that it was received. @returns milliseconds on a clock */
export async function signalerAuDormeur({ clientNu }: Place, id: string, fois: number): Promise<number> {
  const dormeur = clientNu.workflow.getHandle(id);
  const debut = performance.now();
  await dormeur.signal(signal);
  await dormeur.executeUpdate(recu, { args: [fois] });
  return performance.now() - debut;
}
