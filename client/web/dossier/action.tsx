import type { FC } from 'hono/jsx';
import { ACTION_MAX } from '../../../domain/rendez-vous/tenue';
import type { RefusDeSaisie } from '../commun/brouillons';
import { EnTeteDossier, type VueDossier } from '../commun/en-tete';
import { Page } from '../commun/gabarit';
import { Refuse } from '../commun/refuse';
import { Caches, Ligne, LigneJour } from '../rendez-vous/champs';

interface Props {
  vue: VueDossier;
  id: string;
  /** The line as the plan says it now. */
  actuelle: { quoi: string; pourLe: string };
  saisie: { quoi: string; pourLe: string };
  refus: readonly RefusDeSaisie[];
}

/** A line of the shared plan, to rewrite or to take out. */
export const PageAction: FC<Props> = ({ vue, id, actuelle, saisie, refus }) => {
  const base = `/dossiers/${vue.numero}/actions`;
  const erreur = (champ: string) => refus.find((r) => r.champ === champ || r.code.endsWith(`:${champ}`))?.phrase;
  return (
    <Page titre="Changer une action du plan" menu="dossiers" boite={vue.boite}>
      <EnTeteDossier vue={vue} titre="Changer une action du plan" />
      {refus.length > 0 ? (
        <Refuse>
          {refus.map(({ phrase }) => (
            <p>{phrase}</p>
          ))}
          <p>Rien n’a été enregistré. Le plan dit : {actuelle.quoi}.</p>
        </Refuse>
      ) : null}
      <form class="saisie" method="post" action={`${base}/modifier`}>
        <Caches champs={{ id, vuQuoi: actuelle.quoi, vuPourLe: actuelle.pourLe }} />
        <Ligne nom="quoi" libelle="Quoi" valeur={saisie.quoi} max={ACTION_MAX} erreur={erreur('quoi')} obligatoire />
        <LigneJour nom="pourLe" libelle="Pour le" valeur={saisie.pourLe} erreur={erreur('pourLe')} />
        <div class="actions">
          <button type="submit">Enregistrer</button>
          <button type="submit" class="secondary outline" formaction={`${base}/retirer`} formnovalidate>
            Retirer du plan
          </button>
          <a href={`/dossiers/${vue.numero}#plan-action`}>Abandonner</a>
        </div>
      </form>
    </Page>
  );
};
