import type { FC } from 'hono/jsx';
import type { Colonne } from '../../saisie/colonnes';
import { nomSaisi } from '../../saisie/formulaire';
import { champsCoordonnees, type Textes } from '../../usages/changer-coordonnees';
import { ChampSaisi } from '../commun/champ';
import { EnTeteDossier, type VueDossier } from '../commun/en-tete';
import { Page } from '../commun/gabarit';
import { ChampsRefuses, champsRefuses, Refuse } from '../commun/refuse';
import { Caches } from '../rendez-vous/champs';

interface Props {
  vue: VueDossier;
  textes: Textes;
  /** What the dossier says now: what is left as it is changes nothing, whoever changed it meanwhile. */
  connus: Textes;
  /** French sentences, by field. */
  erreurs?: Readonly<Record<string, string>>;
}

/** Name of the field that carries what the form showed. */
export const nomVu = (nom: string): string => `vu.${nom}`;

const GROUPES = [
  { racine: 'identite.', titre: 'La personne' },
  { racine: 'employeur.', titre: 'L’ancien employeur' },
];

/** Who the people of a dossier are and where to reach them, in one form. */
export const PageCoordonnees: FC<Props> = ({ vue, textes, connus, erreurs = {} }) => (
  <Page titre={`Coordonnées, dossier ${vue.numero}`} menu="dossiers" boite={vue.boite}>
    <EnTeteDossier vue={vue} titre="Coordonnées" />
    {Object.keys(erreurs).length > 0 ? (
      <Refuse>
        <p>Rien n’est enregistré : corrigez ce qui est signalé.</p>
        <ChampsRefuses champs={champsRefuses(champsCoordonnees, erreurs)} />
      </Refuse>
    ) : null}
    <form method="post" action={`/dossiers/${vue.numero}/coordonnees`}>
      <Caches champs={Object.fromEntries(champsCoordonnees.map(({ nom }) => [nomVu(nom), connus[nom] ?? '']))} />
      {GROUPES.map(({ racine, titre }) => (
        <section>
          <h2>{titre}</h2>
          {champsCoordonnees
            .filter(({ nom }) => nom.startsWith(racine))
            .map((champ) => (
              <SaisieCoordonnee champ={champ} valeur={textes[champ.nom] ?? ''} erreur={erreurs[champ.nom]} />
            ))}
        </section>
      ))}
      <div class="actions">
        <button type="submit">Enregistrer</button>
        <a href={`/dossiers/${vue.numero}`}>Ne rien changer</a>
      </div>
    </form>
  </Page>
);

/** The lines of an address are typed one under the other. */
const SaisieCoordonnee: FC<{ champ: Colonne; valeur: string; erreur: string | undefined }> = ({
  champ,
  valeur,
  erreur,
}) => {
  if (champ.genre !== 'lignes') {
    const simple = { ...champ, genre: champ.genre === 'choix' ? ('choix' as const) : ('texte' as const) };
    return <ChampSaisi champ={simple} valeur={valeur} {...(erreur ? { erreur } : {})} />;
  }
  const nom = nomSaisi(champ.nom);
  return (
    <fieldset>
      <label for={nom}>
        {champ.libelle} <span class="discret">(facultatif)</span>
      </label>
      <textarea
        id={nom}
        name={nom}
        rows={4}
        aria-describedby={`${nom}-aide${erreur ? ` ${nom}-erreur` : ''}`}
        aria-invalid={erreur ? 'true' : undefined}
      >
        {valeur.split(' | ').join('\n')}
      </textarea>
      <small id={`${nom}-aide`}>Quatre lignes au plus, sans le code postal ni la ville.</small>
      {erreur ? <small id={`${nom}-erreur`}>{erreur}</small> : null}
    </fieldset>
  );
};
