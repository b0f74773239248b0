import type { ModeEnvoi } from '../../domain/parcours/parcours';
import type { Registre } from '../../registre';
import type { PortSms } from '../canaux/sms';
import type { Postier } from '../postier';

/** What the fleet mail needs from the process that runs it. */
export interface DepsFlotte {
  registre: Registre;
  postier: Postier;
  sms: PortSms;
  /** Domain of the Message-IDs. */
  domaine: string;
  envoi: ModeEnvoi;
  /** Letters a second at most, for the mail relay's sake. */
  parSeconde: number;
  /** Address of the web tool, for the links of the digest; null: no link. */
  url: string | null;
  /** The clock: the real one, or that of a simulation. */
  horloge?: (demande: { maintenant: string }) => Date;
}
