import type { FC } from 'hono/jsx';
import { formulaires } from '../../../../domain/formulaires';
import { champsCaches, champsDe, type EnTeteActe, type Saisie } from '../../formulaires/acte';
import { ChampSaisi } from '../../formulaires/champ';
import { nomSaisi } from '../../formulaires/lire';
import { Avis, Page } from '../../gabarit';
import { EnTeteDossier, type VueDossier } from './en-tete';

interface Props {
  vue: VueDossier;
  enTete: EnTeteActe;
  saisie: Saisie;
  erreurs: Record<string, string>;
  /** The fact being corrected or cancelled, in one line. */
  cible: string | null;
}

/** The form of an act, made from the metadata of its event; it leads to the preview. */
export const PageFormulaire: FC<Props> = ({ vue, enTete, saisie, erreurs, cible }) => {
  const titre = titreActe(enTete);
  const fautes = Object.keys(erreurs).length;
  return (
    <Page titre={titre} menu="dossiers" boite={vue.boite}>
      <EnTeteDossier vue={vue} titre={titre} />
      {enTete.type ? <p>{formulaires[enTete.type].aide}</p> : null}
      {cible ? (
        <p>
          {enTete.acte === 'annuler' ? 'Ne comptera plus' : 'À la place de'} : <strong>{cible}</strong>
        </p>
      ) : null}
      {fautes > 0 ? (
        <Avis genre="alerte">
          <p>
            {erreurs[''] ?? (fautes === 1 ? 'Un champ est à revoir.' : `${fautes} champs sont à revoir.`)} Rien n’a été
            enregistré.
          </p>
        </Avis>
      ) : null}
      <form
        class="saisie"
        method="post"
        action={`/dossiers/${vue.numero}/evenement/apercu`}
        novalidate={fautes > 0 ? true : undefined}
      >
        {champsCaches(enTete).map(([nom, valeur]) => (
          <input type="hidden" name={nom} value={valeur} />
        ))}
        {champsDe(enTete).map((champ) => (
          <ChampSaisi champ={champ} valeur={saisie[nomSaisi(champ.nom)]} erreur={erreurs[champ.nom]} />
        ))}
        <label for="_motif">
          {enTete.acte === 'consigner' ? 'Remarque' : 'Motif'} <span class="discret">(facultatif)</span>
        </label>
        <input id="_motif" name="_motif" value={enTete.motif} maxlength={500} aria-describedby="_motif-aide" />
        <small id="_motif-aide">Gardé au journal du dossier. N’y écrivez rien qui relève du secret médical.</small>
        <div class="actions">
          <button type="submit">Voir ce que cela change</button>
          <a href={`/dossiers/${vue.numero}`}>Abandonner</a>
        </div>
      </form>
    </Page>
  );
};

/** What the page is about, in the words of the act. */
export function titreActe({ acte, type }: EnTeteActe): string {
  switch (acte) {
    case 'annuler':
      return 'Annuler un événement';
    case 'rectifierDossier':
      return 'Rectifier le dossier';
    case 'corriger':
      return `Corriger : ${formulaires[type!].libelle}`;
    case 'consigner':
      return formulaires[type!].libelle;
  }
}
