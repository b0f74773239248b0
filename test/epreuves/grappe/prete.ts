import type { Client } from '@temporalio/client';
import type { Arrets } from '../../../client/local/arrets';
import { connecter } from '../../../client/temporal';
import { urlRegistre } from '../../../commun/registre-local';
import type { Reglages } from '../../../commun/reglages';
import { ouvrirRegistre, type Registre } from '../../../registre';
import type { Compose } from '../../outils/compose';
import { type Grappe, monterGrappe } from './grappe';

export interface GrappePrete {
  grappe: Grappe;
  reglages: Reglages;
  registre: Registre;
  client: Client;
}

/**
 * A cluster with its tables, its namespace and its attributes, and what speaks to it.
 * @param enQuatre its engine as four processes instead of one
 * @param avant what is done to its empty folder
 */
export async function monterGrappePrete(
  compose: Compose,
  programmes: string,
  arrets: Arrets,
  { enQuatre, avant }: { enQuatre: boolean; avant?: (dossier: string) => void },
): Promise<GrappePrete> {
  const grappe = await monterGrappe(compose, programmes, arrets, avant);
  await grappe.poserLesTables();
  await grappe.demarrer('UN');
  await grappe.installer();
  if (enQuatre) {
    // Four at once would fight over what the first start of a cluster writes.
    await grappe.arreter();
    await grappe.demarrer('QUATRE');
  }
  const reglages = grappe.reglages();
  const registre = ouvrirRegistre(urlRegistre(reglages));
  arrets.ajouter('Registre', () => registre.fermer());
  const client = await connecter(reglages);
  arrets.ajouter('Client', () => client.connection.close());
  return { grappe, reglages, registre, client };
}
