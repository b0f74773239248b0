import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { racine } from '../../../commun/racine';
import {
  ABSENCE_HEURES,
  type BilanAbsence,
  fautesDAbsence,
  PAR_BANC,
  vivreSansRegistre,
} from '../../outils/registre-absent';

/**
 * `npm run epreuve -- registre-absent [--parcours 500]`: as many journeys, and the register away for a week-end. Writes
 * `docs/epreuves/AAAA-MM-JJ-registre-absent.md`.
 * @throws Error when a journey died, a fact was lost, or a history grew
 */
export async function eprouverSansRegistre(arguments_: string[]): Promise<void> {
  const { values } = parseArgs({ args: arguments_, options: { parcours: { type: 'string', default: '500' } } });
  const date = new Date().toISOString().slice(0, 10);
  const bilan = await vivreSansRegistre(Number(values.parcours));
  const fautes = fautesDAbsence(bilan);
  mkdirSync(join(racine, 'docs/epreuves'), { recursive: true });
  writeFileSync(join(racine, 'docs/epreuves', `${date}-registre-absent.md`), rapport(bilan, fautes, date));
  console.log(`${fautes.length} faute(s) ; rapport : docs/epreuves/${date}-registre-absent.md`);
  if (fautes.length > 0) throw new Error(fautes.join('\n'));
}

function rapport({ pendant, apres, secondes }: BilanAbsence, fautes: readonly string[], date: string): string {
  const ajoutes = pendant.map((p) => p.ajoutes);
  const essais = pendant.map((p) => p.essais);
  return `# Registre absent, ${date}

\`npm run epreuve -- registre-absent --parcours ${apres.length}\`, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}:
${secondes.ouverture} s to open the journeys, ${secondes.absence} s for the absence, ${secondes.reprise} s to go on.

${apres.length} journeys that wait for an answer and the mail of one appointment, ${PAR_BANC} at most on each server that skips time, over one register; PostgreSQL stopped for ${ABSENCE_HEURES}
simulated hours, a Friday evening to a Monday morning. Each journey is sent the person's acceptance meanwhile, on the Saturday. Then PostgreSQL is back.

| | |
|---|---|
| workflows running at the end of the absence | ${pendant.filter(({ statut }) => statut === 'RUNNING').length} of ${pendant.length} |
| events added to a history by the absence | ${Math.min(...ajoutes)} to ${Math.max(...ajoutes)} |
| tries of the activity that waits | ${Math.min(...essais)} to ${Math.max(...essais)} |
| acceptances taken in, once the register is back | ${apres.filter(({ fait }) => fait === 'RETENU').length} |
| register and journey at the same version | ${apres.filter(({ accord }) => accord).length} |
| letters of adhesion that left, two a journey | ${apres.flatMap((a) => a.adhesions).filter((s) => s === 'PARTI').length} |
| events of a history in all | ${Math.min(...apres.map((a) => a.evenements))} to ${Math.max(...apres.map((a) => a.evenements))} |

${fautes.length === 0 ? 'None died, none lost a fact.' : fautes.map((f) => `- ${f}`).join('\n')}
`;
}
