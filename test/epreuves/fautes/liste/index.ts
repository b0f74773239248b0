import type { Faute } from '../faute';
import { pannesDesBases } from './bases';
import { copieRendue } from './copie';
import { disquesPleins } from './disque';
import { sautsDHorloge } from './horloge';
import { pannesDuMoteur } from './moteur';
import { poison } from './poison';
import { relaisMuet } from './relais-muet';
import { reseauCoupe } from './reseau';
import { webTue } from './web';
import { pannesDuWorker } from './worker';

/** In the order in which they are tried. */
export const toutesLesFautes: readonly Faute[] = [
  ...pannesDuWorker,
  webTue,
  ...pannesDuMoteur,
  ...pannesDesBases,
  reseauCoupe,
  ...disquesPleins,
  relaisMuet,
  ...sautsDHorloge,
  poison,
  copieRendue,
];
