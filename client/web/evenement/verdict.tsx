import type { FC } from 'hono/jsx';
import { actes } from '../../../domain/faits/actes';
import type { EntreeJournal } from '../../../domain/faits/journal';
import type { Apercu } from '../../../domain/rendez-vous/previsualiser';
import { phraseIssue } from '../../affichage/evenement';
import { instantEnClair } from '../../affichage/libelles';
import { Dit } from '../commun/dit';
import { Avis } from '../commun/gabarit';
import { Qui } from '../commun/qui';
import type { EnTeteActe } from './en-tete-acte';

interface PropsCirconstances {
  enTete: EnTeteActe;
  /** The entry that the act confirms. */
  cible: EntreeJournal | null;
  /** Id of the account that confirms. */
  auteur: string;
  fuseau: string;
}

/** What one should know before confirming what another person recorded, or what people did not. */
export const Circonstances: FC<PropsCirconstances> = ({ enTete, cible, auteur, fuseau }) => {
  if (enTete.acte === 'confirmer' && cible) {
    return (
      <p>
        Consigné le {instantEnClair(cible.enregistreLe, fuseau)} par{' '}
        <strong>
          <Qui id={cible.auteur} />
        </strong>
        {cible.motif ? ` (motif : ${cible.motif})` : ''}. Confirmé par{' '}
        <strong>
          <Qui id={auteur} />
        </strong>
        , seconde personne. Une confirmation ne s’annule pas ; le fait lui-même s’annule.
      </p>
    );
  }
  if (enTete.acte === 'confirmerSilence') {
    return (
      <p>
        Vous confirmez qu’aucun bulletin n’est arrivé. Le silence ne vaut refus qu’une fois le délai de réflexion
        terminé ; les courriers de refus n’attendront alors plus les deux jours ouvrés prévus pour une réponse en
        chemin. Une acceptation datée dans le délai et arrivée plus tard rouvrira le dossier.
      </p>
    );
  }
  if (enTete.acte === 'fermerParErreur') {
    return (
      <p>
        Plus aucun courrier ni rappel ne partira de ce dossier. Si des courriers sont déjà partis, une tâche dira
        lesquels : il faudra dire à qui les a reçus de n’en tenir aucun compte.
      </p>
    );
  }
  if (enTete.acte === 'adopterReglement') {
    return (
      <p>
        Adopté par{' '}
        <strong>
          <Qui id={auteur} />
        </strong>
        , pour ce seul dossier. L’acte s’annule au journal comme un autre.
      </p>
    );
  }
  return null;
};

/** What would become of the act itself. */
export const Verdict: FC<{ apercu: Apercu; enTete: EnTeteActe }> = ({ apercu: { issue, entree }, enTete }) => {
  if (issue.statut === 'A_CONFIRMER') {
    return (
      <Avis genre="attention">
        <p>
          <strong>Cet événement attendra une seconde personne.</strong> <Dit code={issue.code} phrase={issue.phrase} />{' '}
          D’ici là il ne compte pour rien ; une tâche le rappelle.
        </p>
      </Avis>
    );
  }
  return issue.statut === 'ECARTE' ? (
    <Avis genre="attention">
      <p>
        <strong>Cet événement serait écarté.</strong> <Dit code={issue.code} phrase={phraseIssue(issue, entree)} />
      </p>
      <p>
        Vous pouvez le retirer, ou le verser quand même au journal : il ne comptera pour rien, sera réexaminé à chaque
        changement, et une tâche vous préviendra s’il devient valide.
      </p>
    </Avis>
  ) : (
    <Avis genre="fait">
      <p>{actes[enTete.acte].promesse}</p>
    </Avis>
  );
};
