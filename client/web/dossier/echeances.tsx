import type { FC } from 'hono/jsx';
import { type DateCivile, enChiffres, joursEntre } from '../../../domain/calendrier/dates';
import { regleDite } from '../../../domain/droit/regle-dite';
import { faiteDite } from '../../../domain/parcours/faite-dite';
import { reserveDite } from '../../../domain/parcours/reserve-dite';
import type { Echeance, Situation } from '../../../domain/parcours/situation';
import { joursRestants } from '../../affichage/libelles';
import { Pastille } from '../commun/gabarit';
import type { Partie } from './partie';

interface Props extends Pick<Situation, 'prochaine'> {
  dates: readonly Echeance[];
  aujourdhui: DateCivile;
}

/** The dates of a journey. */
export const partieEcheances = (props: Props): Partie => ({
  ...{ id: 'echeances', titre: 'Prochaines dates', ouverte: props.prochaine !== null },
  dit: props.prochaine === null ? 'aucune date n’est attendue' : '',
  contenu: props.dates.length === 0 ? null : <Echeances {...props} />,
});

/** The next dates first, each with its rule and its reason; what is done or past, folded. */
const Echeances: FC<Props> = ({ dates, prochaine, aujourdhui }) => {
  // What is late and still to do comes with what is to come.
  const attendue = (e: Echeance) => e.statut === 'A_VENIR' || (e.statut === 'PASSEE' && e.cle === prochaine?.cle);
  const aVenir = dates.filter(attendue);
  const passees = dates.filter((e) => !attendue(e));
  return (
    <>
      {aVenir.length === 0 ? null : <Tableau echeances={aVenir} aujourdhui={aujourdhui} enRetard={prochaine?.cle} />}
      {passees.length > 0 ? (
        <details>
          <summary>Dates passées ou faites ({passees.length})</summary>
          <Tableau echeances={passees} aujourdhui={aujourdhui} />
        </details>
      ) : null}
    </>
  );
};

const Tableau: FC<{ echeances: Echeance[]; aujourdhui: DateCivile; enRetard?: string }> = ({
  echeances,
  aujourdhui,
  enRetard,
}) => (
  <table class="cartes">
    <thead>
      <tr>
        <th scope="col">Échéance</th>
        <th scope="col">Date</th>
        <th scope="col">État</th>
        <th scope="col">Pourquoi cette date</th>
      </tr>
    </thead>
    <tbody>
      {echeances.map((e) => (
        <tr>
          <th scope="row">{e.libelle}</th>
          <td data-titre="Date">
            <span class={e.aConfirmer ? undefined : 'date'}>{periode(e)}</span>
            {e.dernierJourUtile && e.dernierJourUtile !== e.date ? (
              <>
                <br />
                <small>dernier jour ouvré : {enChiffres(e.dernierJourUtile)}</small>
              </>
            ) : null}
          </td>
          <td data-titre="État">
            <Etat echeance={e} aujourdhui={aujourdhui} due={e.cle === enRetard} />
          </td>
          <td data-titre="Pourquoi">
            {e.pourquoi} <small>({regleDite(e.regle)})</small>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** "24/03/2026", or "du 25/06/2025 au 24/07/2025" for a window. */
export const periode = (e: Pick<Echeance, 'debut' | 'date' | 'aConfirmer'>): string =>
  `${e.debut && e.debut !== e.date ? `du ${enChiffres(e.debut)} au ` : ''}${enChiffres(e.date)}${reserveDite(e)}`;

const Etat: FC<{ echeance: Echeance; aujourdhui: DateCivile; due: boolean }> = ({ echeance: e, aujourdhui, due }) => {
  if (e.faiteLe) return <Pastille genre="fait">{faiteDite(e.faiteLe, aujourdhui)}</Pastille>;
  if (e.statut === 'REPRISE') return <Pastille>avant la reprise</Pastille>;
  const jours = joursEntre(aujourdhui, e.date);
  if (jours < 0) return due ? <Pastille genre="alerte">{joursRestants(jours)}</Pastille> : <Pastille>passée</Pastille>;
  return <Pastille genre={jours <= 7 ? 'attention' : undefined}>{joursRestants(jours)}</Pastille>;
};
