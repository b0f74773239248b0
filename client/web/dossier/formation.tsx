import type { FC } from 'hono/jsx';
import { enChiffres } from '../../../domain/calendrier/dates';
import { MOTIF_MAX } from '../../../domain/dossier/limite';
import { libellesFinancement } from '../../../domain/parcours/demarches';
import type { FormationInscrite } from '../../../registre';
import type { Saisie } from '../../saisie/formulaire';
import { INTITULE_MAX } from '../../usages/preparer-formation';
import type { RefusDeSaisie } from '../commun/brouillons';
import { EnTeteDossier, type VueDossier } from '../commun/en-tete';
import { fauteDe } from '../commun/faute';
import { Page } from '../commun/gabarit';
import { Refuse } from '../commun/refuse';
import { Caches, Choix, Ligne, LigneJour } from '../rendez-vous/champs';

interface Props {
  vue: VueDossier;
  id: string;
  /** As it is now; null for one to write down. */
  actuelle: FormationInscrite | null;
  saisie: Saisie;
  refus: readonly RefusDeSaisie[];
}

/** A training that is prepared: to write down, to change, or to give up. */
export const PageFormation: FC<Props> = ({ vue, id, actuelle, saisie, refus }) => {
  const base = `/dossiers/${vue.numero}/formations`;
  const titre = actuelle === null ? 'Préparer une formation' : 'Changer une formation';
  const champ = (nom: string) => ({ nom, valeur: saisie[nom], erreur: fauteDe(refus, nom) ?? undefined });
  return (
    <Page titre={titre} menu="dossiers" boite={vue.boite}>
      <EnTeteDossier vue={vue} titre={titre} />
      {refus.length > 0 ? (
        <Refuse>
          {refus.map(({ phrase }) => (
            <p>{phrase}</p>
          ))}
          <p>Rien n’a été enregistré.{actuelle === null ? '' : ` La formation dit : ${enClair(actuelle)}.`}</p>
        </Refuse>
      ) : null}
      <form class="saisie" method="post" action={actuelle === null ? `${base}/preparer` : `${base}/changer`}>
        <Caches champs={actuelle === null ? { id } : { id, version: String(actuelle.version) }} />
        <Ligne {...champ('intitule')} libelle="Formation" max={INTITULE_MAX} obligatoire />
        <Ligne {...champ('organisme')} libelle="Organisme de formation" max={INTITULE_MAX} />
        <LigneJour {...champ('entreePrevue')} libelle="Entrée prévue le" />
        <Choix
          {...champ('financement')}
          libelle="Financement"
          aide="Selon le carnet de suivi : le CPF d’abord, si la formation est éligible ; sinon l’AIF."
          choix={{ '': 'À déterminer', ...libellesFinancement }}
        />
        <div class="actions">
          <button type="submit">Enregistrer</button>
          <a href={`/dossiers/${vue.numero}#formations`}>Revenir au dossier</a>
        </div>
      </form>
      {actuelle === null ? null : (
        <form class="saisie" method="post" action={`${base}/abandonner`}>
          <Caches champs={{ id }} />
          <Ligne {...champ('motif')} libelle="Pourquoi elle est abandonnée" max={MOTIF_MAX} obligatoire />
          <div class="actions">
            <button type="submit" class="secondary outline">
              Abandonner cette formation
            </button>
          </div>
        </form>
      )}
    </Page>
  );
};

const enClair = ({ intitule, organisme, entreePrevue, financement }: FormationInscrite): string =>
  [
    intitule,
    organisme,
    entreePrevue === null ? null : `entrée prévue le ${enChiffres(entreePrevue)}`,
    financement === null ? 'financement à déterminer' : libellesFinancement[financement],
  ]
    .filter((dit) => dit !== null)
    .join(', ');
