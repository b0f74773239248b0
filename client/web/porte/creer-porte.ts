import { BlockList } from 'node:net';
import { Cadence } from '../../usages/commun/cadence';
import { Tentatives } from '../../usages/commun/tentatives';
import type { Porte } from '../dependances';

/** One search a second for a minute: nobody types that fast, and a list of names is not read off that way. */
const RECHERCHES = { max: 60, fenetreMs: 60_000 };

/** The door, with nothing remembered of anybody yet. */
export const creerPorte = (
  dit: Pick<Porte, 'coffre'> & Partial<Omit<Porte, 'coffre' | 'tentatives' | 'recherches'>>,
): Porte => ({
  ...{ tls: false, hotes: ['[::1]', 'localhost', '127.0.0.1'], demonstration: null, secondFacteurExige: false },
  ...{ fournisseur: null, motsDePasse: true, mandataires: new BlockList() },
  ...dit,
  tentatives: new Tentatives(),
  recherches: new Cadence(RECHERCHES),
});
