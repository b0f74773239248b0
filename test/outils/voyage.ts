import { type Banc, monterBanc, type OptionsBanc } from '../../client/local/banc';
import { ouvrirParcours } from '../../client/usages/ouvrir';
import type { DateCivile } from '../../domain/calendrier/dates';
import { fuseau, instantMinuit } from '../../domain/calendrier/fuseaux';
import type { Acte } from '../../domain/faits/actes';
import { courriersDuDossier, lireDossier } from '../../registre';
import * as messages from '../../workflows/parcours/messages';
import { dossierInvente, personnesInventees } from './ouvertures';
import { attendreQue } from './pile';
import { ouvrirRegistreDeTest } from './registre';

/** Nine in the morning of a civil day, in Paris. */
export const a9h = (jour: string): Date =>
  new Date(instantMinuit(jour as DateCivile, fuseau('metropole')).getTime() + 9 * 3_600_000);

export interface Voyage {
  banc: Banc;
  /** Opens the invented dossier, some fields replaced. */
  ouvrir(reste?: { dossier?: object; identite?: object; evenements?: object[]; dateReprise?: string }): Promise<string>;
  /** Lets time run to nine o'clock of a day, then sends an act and lets what it brings be done. */
  agir(numero: string, jour: string, acte: Acte, contenu: object): Promise<void>;
  consigner(numero: string, jour: string, evenement: object, id?: string): Promise<void>;
  vue(numero: string): Promise<messages.VueParcours>;
  /** The registered letters, as `CODE destinataire date statut`, by day and by name: two of one moment are written in either order. */
  lettres(numero: string): Promise<string[]>;
  situation(numero: string): Promise<NonNullable<Awaited<ReturnType<typeof lireDossier>>>['situation']>;
  fin(numero: string): Promise<void>;
  fermer(): Promise<void>;
}

/** A bench on the time-skipping server with its own register, starting at nine o'clock of a day. */
export async function voyager(depart: string, options: Partial<OptionsBanc> = {}): Promise<Voyage> {
  const base = await ouvrirRegistreDeTest();
  const banc = await monterBanc({ registre: base.registre, depart: a9h(depart), ...options });
  const { client, registre } = banc;
  const poignee = (numero: string) => client.workflow.getHandle(messages.idParcours(numero));
  const voyage: Voyage = {
    banc,
    async ouvrir({ dossier = {}, identite = {}, evenements = [], dateReprise } = {}) {
      const { numero } = await ouvrirParcours(
        { registre, temporal: client, envoi: 'immediat' },
        {
          dossier: { ...dossierInvente, ...dossier },
          personnes: { ...personnesInventees, identite: { ...personnesInventees.identite, ...identite } },
          dateReprise: (dateReprise as DateCivile) ?? null,
          evenements,
          auteur: 'essai',
        },
        await banc.maintenant(),
      );
      await banc.calme();
      return numero;
    },
    async agir(numero, jour, acte, contenu) {
      await banc.avancer(a9h(jour));
      await poignee(numero).signal(acte, { auteur: 'essai', ...contenu });
      // A busy machine may take long to begin: the message is judged first, then what it brings is done.
      await attendreQue('le message jugé', async () => (await voyage.vue(numero)).recus.length === 0, 30_000);
      await banc.calme();
    },
    consigner: (numero, jour, evenement, id) =>
      voyage.agir(numero, jour, 'consigner', { evenement, ...(id === undefined ? {} : { id }) }),
    vue: (numero) => poignee(numero).query(messages.situation),
    async lettres(numero) {
      const lettres = await courriersDuDossier(registre, numero);
      const cle = ({ datePrevue, code, destinataire }: (typeof lettres)[number]) =>
        `${datePrevue} ${code} ${destinataire}`;
      return lettres
        .sort((a, b) => (cle(a) < cle(b) ? -1 : 1))
        .map((l) => `${l.code} ${l.destinataire} ${l.datePrevue} ${l.statut}`);
    },
    situation: async (numero) => (await lireDossier(registre, numero))!.situation,
    fin: (numero) => poignee(numero).result(),
    async fermer() {
      await banc.fermer();
      await base.fermer();
    },
  };
  return voyage;
}
