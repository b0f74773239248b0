import type { FC } from 'hono/jsx';
import type { Parametres } from '../../../domain/dossier/parametres';
import { definitions, typesEvenement } from '../../../domain/faits/evenements';
import { EnTeteDossier, type VueDossier } from '../commun/en-tete';
import { Page } from '../commun/gabarit';

const familles = [...new Set(Object.values(definitions).map((f) => f.famille))];

/** Which fact is to be recorded: every type, by family, with what it changes. */
export const PageChoix: FC<{ vue: VueDossier; parametres: Parametres }> = ({ vue, parametres }) => (
  <Page titre="Consigner un événement" menu="dossiers" boite={vue.boite}>
    <EnTeteDossier vue={vue} titre="Consigner un événement" />
    <p>Que s’est-il passé ? Rien n’est enregistré avant l’aperçu et votre confirmation.</p>
    {familles.map((famille) => (
      <section>
        <h2>{famille}</h2>
        <ul>
          {typesEvenement
            .filter((type) => definitions[type].famille === famille)
            .map((type) => (
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
