import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dossierRegistre } from '../../commun/registre-local';
import { ErreurReglage, type Reglages } from '../../commun/reglages';
import type { Variable } from '../../commun/variables';
import { exigerPortLibre } from './ports';
import { cheminBase } from './postgres/donnees';

interface PortVoulu {
  port: number;
  variable: Variable;
  quoi: string;
  voulu: boolean;
}

/** The ports of a start, but for those that a server left by an earlier one may hold: it will be adopted. */
function portsVoulus({ port, donnees, embarques, smtp, registre, temporal }: Reglages): PortVoulu[] {
  const moteur = embarques.moteur && !existsSync(join(donnees, 'temporal.pid'));
  const laisse = existsSync(join(cheminBase(dossierRegistre({ donnees })), 'postmaster.pid'));
  return [
    { port, variable: 'JALON_PORT', quoi: 'le serveur web', voulu: true },
    { port: smtp.port, variable: 'JALON_SMTP_PORT', quoi: 'la boîte aux lettres locale', voulu: embarques.boite },
    {
      port: registre.port,
      variable: 'JALON_REGISTRE_PORT',
      quoi: 'le registre (PostgreSQL)',
      voulu: embarques.registre && !laisse,
    },
    { port: temporal.port, variable: 'JALON_TEMPORAL_PORT', quoi: 'le moteur Temporal', voulu: moteur },
    { port: temporal.portUi, variable: 'JALON_TEMPORAL_UI_PORT', quoi: 'l’interface de Temporal', voulu: moteur },
  ];
}

/**
 * Before anything is started: whoever must change one port learns at once of the others.
 * @throws ErreurReglage with a sentence for each port that cannot be had
 */
export async function exigerPortsLibres(reglages: Reglages): Promise<void> {
  const fautes: string[] = [];
  for (const { port, variable, quoi, voulu } of portsVoulus(reglages)) {
    if (!voulu) continue;
    await exigerPortLibre(port, variable, quoi).catch((erreur: Error) => fautes.push(erreur.message));
  }
  if (fautes.length > 0) throw new ErreurReglage(fautes.join('\n'));
}
