import type { FC } from 'hono/jsx';

/** What every page of the recording says of its dossier. */
export interface VueDossier {
  numero: string;
  nom: string;
  enUnePhrase: string;
  boite: boolean;
}

export const EnTeteDossier: FC<{ vue: VueDossier; titre: string }> = ({ vue, titre }) => (
  <>
    <p>
      <a href={`/dossiers/${vue.numero}`}>
        ← {vue.nom}, dossier {vue.numero}
      </a>
    </p>
    <h1>{titre}</h1>
    <p class="discret">{vue.enUnePhrase}</p>
  </>
);
