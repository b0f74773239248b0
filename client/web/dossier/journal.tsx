import type { FC } from 'hono/jsx';
import type { Dossier } from '../../../domain/dossier/dossier';
import type { EntreeJournal, Issue } from '../../../domain/faits/journal';
import { evenementDe } from '../../../domain/faits/journal';
import { resoudreJournal } from '../../../domain/faits/resoudre-journal';
import type { FaitSitue } from '../../../domain/parcours/situation';
import { entreeEnClair } from '../../affichage/evenement';
import { compte, instantEnClair, libellesStatutFait } from '../../affichage/libelles';
import { Pastille } from '../commun/gabarit';
import { Qui } from '../commun/qui';
import { Pour } from '../porte/pour';
import type { Partie } from './partie';

interface Props {
  numero: string;
  dossier: Dossier;
  journal: EntreeJournal[];
  faits: FaitSitue[];
  /** What became of each message, by its id. */
  issues: Readonly<Record<string, Pick<Issue, 'version'>>>;
  fuseau: string;
}

/** What was recorded. */
export function partieJournal(props: Props): Partie {
  const { dossier, journal, faits } = props;
  const { vivants } = resoudreJournal(dossier, journal);
  const aVoir = faits.filter(({ id, statut }) => statut !== 'RETENU' && vivants.get(id)?.id === id).length;
  return {
    ...{ id: 'journal', titre: 'Journal', ouverte: aVoir > 0 },
    dit:
      journal.length === 0
        ? 'rien n’a encore été consigné'
        : `${compte(journal.length, 'entrée')}${aVoir === 0 ? '' : `, ${aVoir} à voir`}`,
    contenu: journal.length === 0 ? null : <Journal {...props} />,
  };
}

/** What was recorded, the latest first, with what the rules say of it and the way to correct it. */
const Journal: FC<Props> = ({ numero, dossier, journal, faits, issues, fuseau }) => {
  const { vivants, fermeture } = resoudreJournal(dossier, journal);
  return (
    <table class="cartes">
      <thead>
        <tr>
          <th scope="col">Ce qui a été consigné</th>
          <th scope="col">Quand</th>
          <th scope="col">Suite</th>
          <Pour usage="agir-sur-un-dossier">
            <th scope="col">Actions</th>
          </Pour>
        </tr>
      </thead>
      <tbody>
        {journal.toReversed().map((entree) => (
          <Ligne
            numero={numero}
            entree={entree}
            texte={entreeEnClair(entree, journal, dossier)}
            fait={faits.find((f) => f.id === entree.id)}
            version={issues[entree.id]?.version ?? null}
            vivante={vivants.get(entree.id)?.id === entree.id}
            figee={fermeture !== null && fermeture.id !== entree.id}
            fuseau={fuseau}
          />
        ))}
      </tbody>
    </table>
  );
};

interface LigneProps {
  numero: string;
  entree: EntreeJournal;
  texte: string;
  fait: FaitSitue | undefined;
  /** The version of the dossier that took it in; null where its journey has not answered. */
  version: number | null;
  vivante: boolean;
  /** The dossier is closed as opened by mistake: only that is to be cancelled. */
  figee: boolean;
  fuseau: string;
}

const Ligne: FC<LigneProps> = ({ numero, entree, texte, fait, version, vivante, figee, fuseau }) => {
  const enVigueur = vivante && entree.acte !== 'annuler';
  const modifiable = enVigueur && !figee;
  return (
    <tr id={`fait-${entree.id}`}>
      <th scope="row">
        {enVigueur || entree.acte === 'annuler' ? texte : <span class="avant">{texte}</span>}
        {entree.motif ? (
          <>
            <br />
            <small>Motif : {entree.motif}</small>
          </>
        ) : null}
      </th>
      <td data-titre="Quand">
        <span class="date">{instantEnClair(entree.enregistreLe, fuseau)}</span>
        <br />
        <small>
          par <Qui id={entree.auteur} />
          {version === null ? null : `, version ${version}`}
        </small>
      </td>
      <td data-titre="Suite">
        {fait && enVigueur ? (
          <>
            <Pastille genre={fait.statut === 'RETENU' ? 'fait' : 'attention'}>
              {libellesStatutFait[fait.statut]}
            </Pastille>
            {fait.phrase ? (
              <>
                <br />
                <small>
                  <span title={fait.code ?? undefined}>{fait.phrase}</span>
                </small>
              </>
            ) : null}
          </>
        ) : entree.acte !== 'annuler' && !enVigueur ? (
          <Pastille>corrigé ou annulé depuis</Pastille>
        ) : null}
      </td>
      <Pour usage="agir-sur-un-dossier">
        <td data-titre="Actions">
          {modifiable && fait?.statut === 'A_CONFIRMER' ? (
            <>
              <a href={`/dossiers/${numero}/confirmation?entree=${encodeURIComponent(entree.id)}`}>Voir et confirmer</a>
              {' · '}
            </>
          ) : null}
          {modifiable && evenementDe(entree) ? (
            <>
              <a href={`/dossiers/${numero}/evenement?corrige=${encodeURIComponent(entree.id)}`}>Corriger</a>
              {' · '}
            </>
          ) : null}
          {modifiable && entree.acte !== 'confirmer' ? (
            <a href={`/dossiers/${numero}/annulation?entree=${encodeURIComponent(entree.id)}`}>Annuler</a>
          ) : null}
        </td>
      </Pour>
    </tr>
  );
};
