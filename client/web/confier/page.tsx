import type { FC } from 'hono/jsx';
import type { Agence, Referent } from '../../../domain/dossier/personnes';
import type { Brouillon } from '../commun/brouillons';
import { EnTeteDossier, type VueDossier } from '../commun/en-tete';
import { Page } from '../commun/gabarit';
import { ChoixReferent } from './choix';

interface Props {
  vue: VueDossier;
  /** Who follows the person today. */
  actuel: string;
  /** To whom the dossier may be given. */
  referents: readonly Referent[];
  agences: readonly Agence[];
  /** What was chosen before, and why it was refused if it was. */
  refusee: Pick<Brouillon, 'saisie' | 'refus'> | null;
}

/** Who follows a person from now on: the agency is that of the new counsellor. */
export const PageConfier: FC<Props> = ({ vue, actuel, referents, agences, refusee }) => (
  <Page titre={`Référent, dossier ${vue.numero}`} menu="dossiers" boite={vue.boite}>
    <EnTeteDossier vue={vue} titre="Changer de référent" />
    <p>
      Suivi aujourd’hui par <strong>{actuel}</strong>. Le dossier passe à l’agence du nouveau référent ; le point du
      matin, les tâches et les prochains courriers le suivent, l’ancien ne reçoit plus rien.
    </p>
    <form class="saisie" method="post" action={`/dossiers/${vue.numero}/referent/apercu`}>
      <ChoixReferent
        libelle="Nouveau référent"
        referents={referents}
        agences={agences}
        choisi={refusee?.saisie.a}
        refus={refusee?.refus}
      />
      <div class="actions">
        <button type="submit">Voir avant de confier</button>
        <a href={`/dossiers/${vue.numero}`}>Ne rien changer</a>
      </div>
    </form>
  </Page>
);
