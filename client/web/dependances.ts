import type { PayloadCodec } from '@temporalio/common';
import type { DateCivile } from '../../domain/calendrier/dates';
import { dateLocale } from '../../domain/calendrier/fuseaux';
import type { Numero } from '../../domain/dossier/numero';
import type { Issue } from '../../domain/faits/journal';
import type { Acte } from '../../domain/parcours/parcours';
import type { Apercu } from '../../domain/rendez-vous/previsualiser';
import type { Registre } from '../../registre';
import type { ContenuActe } from '../usages/ouvrir';
import type { DepsRendezVous } from '../usages/rendez-vous';

/** Acts on a journey, as `client/usages/ouvrir.ts` does them. */
export interface Actes {
  agir(numero: Numero, acte: Acte, contenu: ContenuActe): Promise<Issue | 'EN_COURS'>;
  previsualiser(numero: Numero, acte: Acte, contenu: ContenuActe, maintenant: Date): Promise<Apercu>;
  /** Holds one letter; one that is held already stays so, under its first motive. */
  retenirCourrier(cle: string, motif: string, maintenant: Date): Promise<void>;
  /** Lets a held letter go, and tells the journey that it may leave. */
  libererCourrier(cle: string, maintenant: Date): Promise<void>;
}

/** A part of Jalon that `GET /sante` asks: true when it answers. */
export type Sonde = () => Promise<boolean>;

/** Everything the pages need; nothing is opened here. */
export interface DependancesWeb {
  registre: Registre;
  actes: Actes;
  /** What the acts on appointments need. */
  rendezVous: DepsRendezVous;
  sondes: Record<string, Sonde>;
  /** Folder of the local mailbox; null outside the local profile. */
  boite: string | null;
  /** What the Temporal UI decodes with; null outside the local profile. */
  codec: { decodeur: PayloadCodec; originesUi: string[] } | null;
  /** Id under which acts are recorded until accounts exist. */
  auteur: string;
  maintenant(): Date;
  /** Told of what no page expected. */
  signaler(erreur: unknown): void;
}

/** Today for lists; a dossier's own pages use the day of its zone. */
export const aujourdhuiA = (deps: Pick<DependancesWeb, 'maintenant'>, fuseau = 'Europe/Paris'): DateCivile =>
  dateLocale(deps.maintenant(), fuseau);
