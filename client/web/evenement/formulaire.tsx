import type { FC } from 'hono/jsx';
import type { Champ } from '../../../domain/dossier/champs';
import { MOTIF_MAX } from '../../../domain/dossier/limite';
import type { Parametres } from '../../../domain/dossier/parametres';
import { definitions } from '../../../domain/faits/evenements';
import { nomSaisi, type Saisie } from '../../saisie/formulaire';
import { ChampSaisi } from '../commun/champ';
import { EnTeteDossier, type VueDossier } from '../commun/en-tete';
import { Faute } from '../commun/faute';
import { Page } from '../commun/gabarit';
import { Qui } from '../commun/qui';
import { MOTIF } from './acte';
import { ChampLong } from './champ-long';
import { champsCaches, type EnTeteActe } from './en-tete-acte';
import { Fautes } from './fautes';

interface Props {
  vue: VueDossier;
  enTete: EnTeteActe;
  champs: readonly Champ[];
  saisie: Saisie;
  erreurs: Record<string, string>;
  /** Stable code of what concerns the whole form. */
  code: string | null;
  /** The fact being corrected or cancelled, in one line. */
  cible: string | null;
  /** Who recorded it and when. */
  consigne: { par: string; le: string } | null;
  /** Under which the help says what the fact changes. */
  parametres: Parametres;
}

/** The form of an act, made from the metadata of its event; it leads to the preview. */
export const PageFormulaire: FC<Props> = ({
  vue,
  enTete,
  champs,
  saisie,
  erreurs,
  code,
  cible,
  consigne,
  parametres,
}) => {
  const titre = titreActe(enTete);
  const fautes = Object.keys(erreurs).length;
  const motive = enTete.acte === 'fermerParErreur';
  // A journey refuses a confirmation for what no field can mend: confirmed, cancelled or corrected since.
  const sansIssue = enTete.acte === 'confirmer' && code !== null;
  return (
    <Page titre={titre} menu="dossiers" boite={vue.boite}>
      <EnTeteDossier vue={vue} titre={titre} />
      {enTete.type ? <p>{definitions[enTete.type].aide(parametres)}</p> : null}
      {enTete.acte === 'adopterReglement' ? (
        <p>
          Ce dossier suivra d’autres paramètres que ceux de son règlement. L’aperçu dit d’abord ce qui bouge ; rien
          n’est enregistré avant votre confirmation, et l’acte s’annule comme un autre.
        </p>
      ) : null}
      {enTete.acte === 'fermerParErreur' ? (
        <p>
          Pour un dossier qui ne devait pas exister : personne prise pour une autre, double, essai. Plus rien n’en
          partira, ses rendez-vous sont annulés, et il n’est plus compté. L’aperçu dit d’abord ce qui s’arrête ; l’acte
          s’annule comme un autre.
        </p>
      ) : null}
      {cible ? (
        <p>
          {CIBLES[enTete.acte] ?? 'À la place de'} : <strong>{cible}</strong>
        </p>
      ) : null}
      {enTete.acte === 'confirmer' && consigne ? (
        <p>
          Consigné le {consigne.le} par{' '}
          <strong>
            <Qui id={consigne.par} />
          </strong>
          . Une autre personne doit l’avoir vérifié : votre compte sera gardé au journal comme celui de qui confirme.
        </p>
      ) : null}
      {fautes > 0 ? <Fautes champs={champs} erreurs={erreurs} code={code} /> : null}
      <form
        class="saisie"
        method="post"
        action={`/dossiers/${vue.numero}/evenement/apercu`}
        novalidate={fautes > 0 ? true : undefined}
        enctype={enTete.acte === 'adopterReglement' ? 'multipart/form-data' : undefined}
      >
        {champsCaches(enTete).map(([nom, valeur]) => (
          <input type="hidden" name={nom} value={valeur} />
        ))}
        {champs.map((champ) => {
          const Saisie = champ.nom === 'jeu' ? ChampLong : ChampSaisi;
          return <Saisie champ={champ} valeur={saisie[nomSaisi(champ.nom)]} erreur={erreurs[champ.nom]} />;
        })}
        <label for="_motif">
          {enTete.acte === 'consigner' ? 'Remarque' : 'Motif'}
          {motive ? null : <span class="discret"> (facultatif)</span>}
        </label>
        <input
          id="_motif"
          name="_motif"
          value={enTete.motif}
          maxlength={MOTIF_MAX}
          required={motive}
          aria-invalid={erreurs[MOTIF] ? 'true' : undefined}
          aria-describedby={erreurs[MOTIF] ? '_motif-aide _motif-faute' : '_motif-aide'}
        />
        <Faute id="_motif-faute" phrase={erreurs[MOTIF] ?? null} />
        <small id="_motif-aide">
          {enTete.acte === 'consigner' ? 'Gardée' : 'Gardé'} au journal du dossier. N’y écrivez rien qui relève du
          secret médical.
        </small>
        <div class="actions">
          {sansIssue ? null : <button type="submit">Voir ce que cela change</button>}
          <a href={`/dossiers/${vue.numero}`}>Abandonner</a>
        </div>
      </form>
    </Page>
  );
};

/** What becomes of the entry that the act is about. */
const CIBLES: Partial<Record<EnTeteActe['acte'], string>> = {
  annuler: 'Ne comptera plus',
  confirmer: 'À confirmer',
};

/** What the page is about, in the words of the act. */
export function titreActe({ acte, type }: EnTeteActe): string {
  switch (acte) {
    case 'annuler':
      return 'Annuler un événement';
    case 'rectifierDossier':
      return 'Rectifier le dossier';
    case 'adopterReglement':
      return 'Adopter d’autres paramètres';
    case 'confirmerSilence':
      return 'Confirmer qu’aucune réponse n’est arrivée';
    case 'confirmer':
      return 'Confirmer en seconde personne';
    case 'fermerParErreur':
      return 'Fermer un dossier ouvert par erreur';
    case 'corriger':
      return `Corriger : ${definitions[type!].libelle}`;
    case 'consigner':
      return definitions[type!].libelle;
  }
}
