import type { BlockList } from 'node:net';
import type { PayloadCodec } from '@temporalio/common';
import type { Coffre } from '../../commun/coffre';
import type { DateCivile } from '../../domain/calendrier/dates';
import { jourChez } from '../../domain/calendrier/fuseaux';
import type { Fenetre, Registre } from '../../registre';
import type { Cadence } from '../usages/commun/cadence';
import type { DepsCourriers } from '../usages/commun/courriers';
import type { Tentatives } from '../usages/commun/tentatives';
import type { DepsConfier } from '../usages/confier';
import type { Fournisseur } from '../usages/identite/fournisseur';
import type { DepsRendezVous } from '../usages/rendez-vous/suite';
import type { Sonde } from '../usages/sante/examiner';
import type { Bloques } from '../usages/sante/parcours-bloques';
import type { ReleveSante } from '../usages/sante/releve';
import type { Brouillons } from './commun/brouillons';

/** What the door of the tool is told. */
export interface Porte {
  /** True behind TLS: the browser then sends its session on nothing else. */
  tls: boolean;
  /** The proxies that hold TLS in front of it: they are believed when they say whom they speak for. */
  mandataires: Pick<BlockList, 'check'>;
  /** Names under which the tool answers; the last is the one to give people. */
  hotes: readonly string[];
  /** The token of the address that signs in the demonstration's accounts; null where there are none. */
  demonstration: string | null;
  /** Where people prove who they are; null when they enter by password alone. */
  fournisseur: Fournisseur | null;
  /** Whether an address and a password do. */
  motsDePasse: boolean;
  /** An administrator gives her account a second factor before anything else. */
  secondFacteurExige: boolean;
  /** Where secrets of second factors are closed. */
  coffre: Coffre;
  tentatives: Tentatives;
  /** Searches, by account. */
  recherches: Cadence;
}

/** Everything the pages need; nothing is opened here. */
export interface DependancesWeb {
  registre: Registre;
  /** What the acts on dossiers and on appointments need. */
  actes: DepsRendezVous;
  /** What holding letters back and letting them go needs. */
  courriers: DepsCourriers;
  /** What giving dossiers to another counsellor needs. */
  confier: DepsConfier;
  sondes: Record<string, Sonde>;
  /** What does not go on, asked of register and engine; null where there is no engine to ask. */
  relever: (() => Promise<ReleveSante>) | null;
  /** Every journey that does not go on, window by window; null likewise. */
  listerBloques: ((fenetre: Fenetre) => Promise<Bloques>) | null;
  /** Folder of the local mailbox; null outside the local profile. */
  boite: string | null;
  /** What the Temporal UI decodes with; null where no UI was named. `sansSession`: this machine's own, which cannot send one. */
  codec: { decodeur: PayloadCodec; originesUi: string[]; sansSession: boolean } | null;
  /** Address of a namespace in the Temporal UI, for who reads histories; null where no UI was named. */
  interfaceMoteur: string | null;
  /** What signing in needs. */
  porte: Porte;
  /** What was typed and is not confirmed yet. */
  brouillons: Brouillons;
  /** What was looked for, whose words no address says. */
  recherches: Brouillons;
  maintenant(): Date;
  /** Told of what no page expected. */
  signaler(erreur: unknown): void;
}

/** The day that it is where someone lives. @see jourChez */
export const aujourdhuiA = (deps: Pick<DependancesWeb, 'maintenant'>, residence: string): DateCivile =>
  jourChez(residence, deps.maintenant());
