import type { FC } from 'hono/jsx';
import { type DateCivile, deMois, enChiffres, moisEnLettres } from '../../../domain/calendrier/dates';
import type { Agence } from '../../../domain/dossier/personnes';
import { estManquee, type MoisActualisation } from '../../../domain/flotte/actualisations';
import { compte } from '../../affichage/libelles';
import { Faute, fautif } from '../commun/faute';
import { Pastille } from '../commun/gabarit';
import { Jour } from '../commun/jour';
import { FormulaireRefuse } from '../commun/refuse';
import { Pour } from '../porte/pour';
import type { Partie } from './partie';
import { FORMULAIRE, type SaisieRefusee } from './refusee';

interface Props {
  numero: string;
  mois: MoisActualisation[];
  aujourdhui: DateCivile;
  /** A date that was just refused. */
  refusee: SaisieRefusee | null;
}

interface PropsSection extends Props {
  agence: Pick<Agence, 'nom' | 'rappelsActualisation'>;
}

/** Months shown at once; the older ones are folded. */
const RECENTS = 3;

/** The months that the person declares. */
export function partieActualisations(props: PropsSection): Partie {
  const { mois, aujourdhui, refusee } = props;
  const manquees = mois.filter((m) => estManquee(m, aujourdhui)).length;
  const attendue = mois.find((m) => m.statut === 'OUVERTE' && m.le === null);
  const dits = [
    ...(attendue === undefined ? [] : [`${moisEnLettres(attendue.mois)} attendue`]),
    ...(manquees === 0 ? [] : [compte(manquees, 'manquée')]),
  ];
  return {
    ...{ id: 'actualisations', titre: 'Actualisations', ouverte: dits.length > 0 || refusee !== null },
    dit: mois.length === 0 ? 'aucune n’est à faire' : dits.join(', '),
    contenu: mois.length === 0 ? null : <Actualisations {...props} />,
  };
}

/** Month by month: when it could be done, when it was, and a form for what France Travail says. */
const Actualisations: FC<PropsSection> = ({ numero, mois, agence, ...commun }) => {
  const { refusee } = commun;
  const anciens = mois.slice(RECENTS);
  return (
    <>
      <FormulaireRefuse refusee={refusee} />
      <Tableau numero={numero} mois={mois.slice(0, RECENTS)} {...commun} />
      {anciens.length > 0 ? (
        <details open={anciens.some((m) => m.mois === refusee?.saisie.mois)}>
          <summary>Mois précédents ({anciens.length})</summary>
          <Tableau numero={numero} mois={anciens} {...commun} />
        </details>
      ) : null}
      <Rappels numero={numero} agence={agence} />
    </>
  );
};

/** What the agency does of those that nobody recorded: for all its people, and not for this one alone. */
const Rappels: FC<Pick<PropsSection, 'numero' | 'agence'>> = ({ numero, agence }) => {
  const rappelees = agence.rappelsActualisation !== false;
  return (
    <details>
      <summary>Rappels de l’agence : {rappelees ? 'en service' : 'arrêtés'}</summary>
      <p>
        {rappelees
          ? `${agence.nom} : chaque personne dont l’actualisation n’est pas enregistrée en reçoit le rappel, puis une tâche le dit. Si l’agence n’en enregistre aucune, arrêtez ces rappels.`
          : `${agence.nom} n’enregistre pas les actualisations : leur ouverture est annoncée chaque mois, rien n’est rappelé ensuite.`}
      </p>
      <Pour usage="regler-rappels-actualisation">
        <form method="post" action={`/dossiers/${numero}/actualisations/rappels`} class="actions">
          <button type="submit" name="rappels" value={rappelees ? 'non' : 'oui'} class="secondary outline">
            {rappelees ? 'Arrêter les rappels pour toute l’agence' : 'Remettre les rappels pour toute l’agence'}
          </button>
        </form>
      </Pour>
    </details>
  );
};

const Tableau: FC<Props> = ({ numero, mois, aujourdhui, refusee }) => (
  <table class="cartes">
    <thead>
      <tr>
        <th scope="col">Mois</th>
        <th scope="col">Période</th>
        <th scope="col">État</th>
        <Pour usage="declarer-actualisation">
          <th scope="col">Faite le</th>
        </Pour>
      </tr>
    </thead>
    <tbody>
      {mois.map((m) => (
        <tr>
          <th scope="row">{moisEnLettres(m.mois)}</th>
          <td data-titre="Période">
            du <span class="date">{enChiffres(m.ouverture)}</span> au <span class="date">{enChiffres(m.cloture)}</span>
          </td>
          <td data-titre="État">
            <Etat mois={m} aujourdhui={aujourdhui} />
          </td>
          <Pour usage="declarer-actualisation">
            <td data-titre="Faite le">
              {m.statut === 'A_VENIR' ? (
                ''
              ) : (
                <Saisie
                  numero={numero}
                  mois={m}
                  aujourdhui={aujourdhui}
                  refusee={refusee?.saisie.mois === m.mois ? refusee : null}
                />
              )}
            </td>
          </Pour>
        </tr>
      ))}
    </tbody>
  </table>
);

const Etat: FC<{ mois: MoisActualisation; aujourdhui: DateCivile }> = ({ mois, aujourdhui }) => {
  if (mois.le !== null) {
    const tardive = mois.le > mois.cloture;
    return (
      <Pastille genre={tardive ? 'attention' : 'fait'}>
        faite le {enChiffres(mois.le)}
        {tardive ? ', après la période' : ''}
      </Pastille>
    );
  }
  if (mois.statut === 'A_VENIR') return <Pastille>à venir</Pastille>;
  if (mois.statut === 'OUVERTE') return <Pastille genre="attention">attendue</Pastille>;
  return estManquee(mois, aujourdhui) ? (
    <Pastille genre="alerte">manquée</Pastille>
  ) : (
    <Pastille>pas encore connue</Pastille>
  );
};

interface PropsSaisie {
  numero: string;
  mois: MoisActualisation;
  aujourdhui: DateCivile;
  /** What was typed and refused. */
  refusee: SaisieRefusee | null;
}

const Saisie: FC<PropsSaisie> = ({ numero, mois, aujourdhui, refusee }) => {
  const faute = { id: 'faute-actualisation', phrase: refusee?.phrase ?? null };
  const libelle = `Actualisation ${deMois(mois.mois)}, faite le`;
  return (
    <form method="post" action={`/dossiers/${numero}/actualisations`} class="actions">
      <input type="hidden" name={FORMULAIRE} value="actualisation" />
      <input type="hidden" name="mois" value={mois.mois} />
      <Jour
        nom="le"
        libelle={libelle}
        min={mois.ouverture}
        max={aujourdhui}
        valeur={refusee?.saisie.le ?? mois.le ?? ''}
        {...fautif(faute)}
        aria-label={libelle}
      />
      <button type="submit" class="secondary outline">
        {mois.le === null ? 'Enregistrer' : 'Corriger'}
      </button>
      <Faute {...faute} />
    </form>
  );
};
