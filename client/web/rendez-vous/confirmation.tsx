import type { Child, FC } from 'hono/jsx';
import { EnTeteDossier, type VueDossier } from '../commun/en-tete';
import { Page } from '../commun/gabarit';
import { Refuse } from '../commun/refuse';
import { Caches } from './champs';

interface Props {
  vue: VueDossier;
  titre: string;
  /** The appointment, in clear. */
  lequel: string;
  action: string;
  bouton: string;
  champs: Readonly<Record<string, string>>;
  refus: string | null;
  children?: Child;
}

/** One act on one appointment, said in full before it is done: cancel, missed. */
export const PageConfirmation: FC<Props> = ({ vue, titre, lequel, action, bouton, champs, refus, children }) => (
  <Page titre={titre} menu="dossiers" boite={vue.boite}>
    <EnTeteDossier vue={vue} titre={titre} />
    <p class="phrase">{lequel}</p>
    {refus ? (
      <Refuse>
        <p>{refus} Rien n’a été enregistré.</p>
      </Refuse>
    ) : null}
    {children}
    <form method="post" action={action}>
      <Caches champs={champs} />
      <div class="actions">
        <button type="submit">{bouton}</button>
        <a href={`/dossiers/${vue.numero}`}>Revenir au dossier</a>
      </div>
    </form>
  </Page>
);
