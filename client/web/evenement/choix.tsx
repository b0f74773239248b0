import type { FC } from 'hono/jsx';
import type { Parametres } from '../../../domain/dossier/parametres';
import { definitions, type TypeEvenement, typesEvenement } from '../../../domain/faits/evenements';
import { EnTeteDossier, type VueDossier } from '../commun/en-tete';
import { Page } from '../commun/gabarit';

const familles = [...new Set(Object.values(definitions).map((f) => f.famille))];

interface Props {
  vue: VueDossier;
  parametres: Parametres;
  /** Those that fit where the person stands, the likeliest first. */
  duMoment: readonly TypeEvenement[];
}

/** Which fact is to be recorded: those that fit first, then every other type by family, each with what it changes. */
export const PageChoix: FC<Props> = ({ vue, parametres, duMoment }) => {
  const autres = typesEvenement.filter((type) => !duMoment.includes(type));
  const groupes = [
    { titre: 'Ce qui arrive d’ordinaire à cette étape', types: duMoment },
    ...familles.map((titre) => ({ titre, types: autres.filter((type) => definitions[type].famille === titre) })),
  ];
  return (
    <Page titre="Consigner un événement" menu="dossiers" boite={vue.boite}>
      <EnTeteDossier vue={vue} titre="Consigner un événement" />
      <p>Que s’est-il passé ? Rien n’est enregistré avant l’aperçu et votre confirmation.</p>
      {groupes
        .filter(({ types }) => types.length > 0)
        .map(({ titre, types }) => (
          <section>
            <h2>{titre}</h2>
            <ul>
              {types.map((type) => (
                <li>
                  <a href={`/dossiers/${vue.numero}/evenement?type=${type}`}>{definitions[type].libelle}</a>
                  <br />
                  <small class="discret">{definitions[type].aide(parametres)}</small>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </Page>
  );
};
