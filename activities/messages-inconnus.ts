import { enChiffres } from '../domain/calendrier/dates';
import { dateLocale, fuseau } from '../domain/calendrier/fuseaux';
import type { Numero } from '../domain/dossier/numero';
import { nomLisible } from '../domain/parcours/lire-message';
import { deposerTache, lireDossier, type Registre, tracer } from '../registre';

/** A message under a name that a workflow does not listen to; what it said is not kept. */
export interface MessageInconnu {
  /** The dossier that the workflow is about; null when it is about none alone. */
  numero: Numero | null;
  /** Id of the workflow. */
  workflow: string;
  nom: string;
  /** UTC instant, ISO 8601. */
  recuLe: string;
}

export interface ActivitesMessages {
  /** Says that a message was refused: to the counsellor when it concerns a dossier, to the operators otherwise. Twice is once. */
  refuserMessage(message: MessageInconnu): Promise<void>;
}

export interface DepsMessages {
  registre: Registre;
  /** Told of each refusal. */
  alerter?: (message: MessageInconnu) => void;
}

export const creerActivitesMessages = ({ registre, alerter = () => undefined }: DepsMessages): ActivitesMessages => ({
  async refuserMessage(recu) {
    const { numero, workflow } = recu;
    const nom = nomLisible(recu.nom);
    const le = new Date(recu.recuLe);
    alerter({ ...recu, nom });
    const inscrit = numero === null ? null : await lireDossier(registre, numero);
    if (inscrit === null) {
      const cle = `MESSAGE_INCONNU/${workflow}/${nom}`;
      await tracer(
        registre,
        { cle, numero: null, auteur: 'jalon', acte: 'MESSAGE_INCONNU', details: { workflow, nom } },
        le,
      );
      return;
    }
    const echeance = dateLocale(le, fuseau(inscrit.dossier.residence));
    const libelle = `Un message nommé « ${nom} » est arrivé le ${enChiffres(echeance)} là où aucun de ce nom n’est attendu : il n’a rien changé. S’il disait un fait, le consigner au dossier.`;
    const cle = `${inscrit.numero}/MESSAGE_REFUSE/${workflow}/${nom}`;
    await deposerTache(registre, { cle, numero: inscrit.numero, type: 'MESSAGE_REFUSE', libelle, echeance }, le);
  },
});
