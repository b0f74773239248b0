import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { hasard } from '../../outils/rafale';
import { PAR_BANC } from '../../outils/registre-absent';
import { rendreCompte, teteDe } from '../deroulement';
import { vie } from '../vies/tirage';
import { type BilanDuLot, vivreUnLot } from './lot';
import { ajouter, RIEN, rediger } from './rapport';

/**
 * `npm run epreuve -- endurance [--vies 10000] [--graine 1]`: random lives on the engine whose time jumps, to their end, the workers killed and
 * the register's connections cut on the way. Writes `docs/epreuves/AAAA-MM-JJ-endurance.md`.
 * @throws Error when a life does not end as `calculer` says of its journal, a fact or a letter is lost, or one is doubled without saying so
 */
export async function eprouverLEndurance(arguments_: string[]): Promise<void> {
  const { values } = parseArgs({
    args: arguments_,
    options: { vies: { type: 'string', default: '10000' }, graine: { type: 'string', default: '1' } },
  });
  const [combien, graine] = [Number(values.vies), Number(values.graine)];
  if (!Number.isInteger(combien) || combien < 1) throw new Error('--vies attend un nombre entier, 1 au moins.');
  if (!Number.isInteger(graine)) throw new Error('--graine attend un nombre entier.');
  const debut = Date.now();
  const tirer = hasard(graine);
  const vies = fc.sample(vie, { numRuns: combien, seed: graine });
  let bilan: BilanDuLot = RIEN;
  for (let rang = 0; rang < combien; rang += PAR_BANC) {
    bilan = ajouter(bilan, await vivreUnLot({ vies: vies.slice(rang, rang + PAR_BANC), tirer }));
    console.log(`${bilan.vies} vies sur ${combien}, ${bilan.fautes.length} faute(s)`);
  }
  const tete = teteDe(`npm run epreuve -- endurance --vies ${combien} --graine ${graine}`);
  const minutes = (Date.now() - debut) / 60_000;
  rendreCompte('endurance', tete, rediger(bilan, { ...tete, minutes }), bilan.fautes);
}
