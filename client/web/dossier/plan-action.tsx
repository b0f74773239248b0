import type { FC } from 'hono/jsx';
import { type DateCivile, enChiffres } from '../../../domain/calendrier/dates';
import type { ActionInscrite } from '../../../registre';
import { Faute, fauteDe, fautif } from '../commun/faute';
import { Pastille } from '../commun/gabarit';
import { Jour } from '../commun/jour';
import { FormulaireRefuse } from '../commun/refuse';
import { lecteurPeut, Pour } from '../porte/pour';
import type { Partie } from './partie';
import type { SaisieRefusee } from './refusee';

interface Props {
  numero: string;
  actions: ActionInscrite[];
  aujourdhui: DateCivile;
  /** Drawn with the page: a line sent twice is one line. */
  idNeuf: string;
  /** A line that was refused, as it was typed. */
  refusee: SaisieRefusee | null;
}

/** The shared action plan. */
export function partiePlan(props: Props): Partie {
  const aFaire = props.actions.filter((a) => a.faiteLe === null).length;
  const vide = props.actions.length === 0;
  const ajoute = lecteurPeut('ajouter-au-plan');
  return {
    ...{ id: 'plan-action', titre: 'Plan d’action', ouverte: aFaire > 0 || props.refusee !== null },
    dit: !vide ? `${aFaire} à faire` : ajoute ? 'aucune action : en ajouter une' : 'aucune action',
    contenu: vide && !ajoute ? null : <PlanAction {...props} />,
  };
}

/** What is to be done first, then what is done, and a line to add. */
const PlanAction: FC<Props> = ({ numero, actions, aujourdhui, ...reste }) => {
  const ajout = { numero, ...reste };
  const aFaire = actions.filter((a) => a.faiteLe === null);
  const faites = actions.filter((a) => a.faiteLe !== null);
  return (
    <>
      {aFaire.map((a) => (
        <div class="actions">
          <span>
            {a.quoi} {a.pourLe ? <Echeance pourLe={a.pourLe} enRetard={a.pourLe < aujourdhui} /> : null}
          </span>
          <Pour usage="faire-une-action">
            <form method="post" action={`/dossiers/${numero}/actions/faite`}>
              <input type="hidden" name="id" value={a.id} />
              <button type="submit" class="secondary outline" aria-label={`Fait : ${a.quoi}`}>
                Fait
              </button>
            </form>
          </Pour>
          <Modifier numero={numero} action={a} />
        </div>
      ))}
      {faites.length > 0 ? (
        <details>
          <summary>Actions faites ({faites.length})</summary>
          <ul>
            {faites.map((a) => (
              <li>
                {a.quoi} <small class="discret">(le {enChiffres(a.faiteLe!)})</small>{' '}
                <Modifier numero={numero} action={a} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <Pour usage="ajouter-au-plan">
        {actions.length === 0 ? (
          <Ajout {...ajout} />
        ) : (
          <details open={ajout.refusee !== null}>
            <summary>Ajouter une action</summary>
            <Ajout {...ajout} />
          </details>
        )}
      </Pour>
    </>
  );
};

type PropsAjout = Pick<Props, 'numero' | 'idNeuf' | 'refusee'>;

const Ajout: FC<PropsAjout> = ({ numero, idNeuf, refusee }) => {
  const quoi = { id: 'faute-quoi', phrase: fauteDe(refusee?.refus ?? [], 'quoi') };
  const pourLe = { id: 'faute-pour-le', phrase: fauteDe(refusee?.refus ?? [], 'pourLe') };
  return (
    <>
      <FormulaireRefuse refusee={refusee} />
      <form method="post" action={`/dossiers/${numero}/actions`} class="filtres">
        <input type="hidden" name="id" value={refusee?.saisie.id ?? idNeuf} />
        <label>
          Quoi
          <input name="quoi" required maxlength={300} value={refusee?.saisie.quoi} {...fautif(quoi)} />
          <Faute {...quoi} />
        </label>
        <div>
          <label for="pour-le">Pour le</label>
          <Jour id="pour-le" nom="pourLe" libelle="Pour le" valeur={refusee?.saisie.pourLe} {...fautif(pourLe)} />
          <Faute {...pourLe} />
        </div>
        <button type="submit" class="secondary">
          Ajouter
        </button>
      </form>
    </>
  );
};

/** The way to where a line is rewritten or taken out. */
const Modifier: FC<{ numero: string; action: ActionInscrite }> = ({ numero, action: { id, quoi } }) => (
  <Pour usage="changer-le-plan">
    <a href={`/dossiers/${numero}/actions/modifier?action=${encodeURIComponent(id)}`} aria-label={`Modifier : ${quoi}`}>
      Modifier
    </a>
  </Pour>
);

const Echeance: FC<{ pourLe: DateCivile; enRetard: boolean }> = ({ pourLe, enRetard }) => (
  <Pastille genre={enRetard ? 'attention' : undefined}>pour le {enChiffres(pourLe)}</Pastille>
);
