import type { FC } from 'hono/jsx';
import { champsDossier, completer } from '../../../domain/dossier/dossier';
import { resoudreJournal } from '../../../domain/faits/resoudre-journal';
import { valeurEnClair } from '../../affichage/evenement';
import { EnTeteDossier } from '../commun/en-tete';
import { Page } from '../commun/gabarit';
import type { DossierTrouve } from '../commun/trouver-dossier';

/** In the address of a rectification, for all its fields at once. */
export const PLUSIEURS = 'plusieurs';

/** What the dossier says now, field by field: one is rectified at a time, unless they go together. */
export const PageRectification: FC<{ trouve: DossierTrouve }> = ({ trouve: { vue, inscrit } }) => {
  const actuel: Readonly<Record<string, unknown>> = {
    ...completer(resoudreJournal(inscrit.dossier, inscrit.journal).dossier),
  };
  const base = `/dossiers/${vue.numero}/rectification`;
  return (
    <Page titre="Rectifier le dossier" menu="dossiers" boite={vue.boite}>
      <EnTeteDossier vue={vue} titre="Rectifier le dossier" />
      <p>
        Que faut-il rectifier ? Rien n’est enregistré avant l’aperçu et votre confirmation. Des champs qui vont ensemble
        se rectifient <a href={`${base}?champ=${PLUSIEURS}`}>à la fois</a>.
      </p>
      <table class="cartes">
        <thead>
          <tr>
            <th scope="col">Champ</th>
            <th scope="col">Aujourd’hui</th>
            <th scope="col">Action</th>
          </tr>
        </thead>
        <tbody>
          {champsDossier.map((champ) => (
            <tr>
              <th scope="row">{champ.libelle}</th>
              <td data-titre="Aujourd’hui">{valeurEnClair(champ, actuel[champ.nom])}</td>
              <td data-titre="Action">
                <a href={`${base}?champ=${champ.nom}`} aria-label={`Rectifier : ${champ.libelle}`}>
                  Rectifier
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Page>
  );
};
