import { assurerOrganisationExemple, attendreCalme, ouvrirPortefeuille } from '../../../client/local/portefeuille';
import type { Reglages } from '../../../commun/reglages';
import { courriersEnAttente, resume } from '../../../registre';
import { typeParcours } from '../../../workflows/parcours/messages';
import type { PileDeTest } from '../../outils/pile';

/** A busy machine sends a portfolio's first letters more slowly than `npm start` is willing to wait. */
const PATIENCE = 10;

/** Opens the portfolio of `npm start`, and says what is not there once all is quiet. */
export async function ouvrirLePortefeuille(
  { registre, client }: Pick<PileDeTest, 'registre' | 'client'>,
  reglages: Reglages,
): Promise<{ vu: string; fautes: string[] }> {
  const fautes: string[] = [];
  await assurerOrganisationExemple(registre);
  const { ouverts, refus } = await ouvrirPortefeuille({ registre, temporal: client }, reglages, new Date());
  fautes.push(...refus);
  const jamais = new AbortController().signal;
  let dus = Number.POSITIVE_INFINITY;
  for (let tour = 0; tour < PATIENCE && dus > 0; tour++) {
    await attendreCalme(registre, jamais);
    dus = (await courriersEnAttente(registre, new Date())).nombre;
  }
  if (dus > 0) fautes.push(`${dus} courriers attendent encore`);
  const { dossiers, courriers } = await resume(registre);
  const { PARTI = 0 } = courriers.parStatut;
  const query = `WorkflowType = "${typeParcours}" AND ExecutionStatus = "Running"`;
  const { count } = await client.workflow.count(query);
  if (dossiers.total !== ouverts || count !== ouverts)
    fautes.push(`${ouverts} parcours ouverts, ${dossiers.total} au registre, ${count} au moteur`);
  if (courriers.incertains > 0) fautes.push(`${courriers.incertains} courriers incertains`);
  return { vu: `${ouverts} parcours ouverts, ${count} vivants au moteur, ${PARTI} courriers partis`, fautes };
}
