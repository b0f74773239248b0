import type { FC } from 'hono/jsx';
import { type DateCivile, enChiffres } from '../../../domain/calendrier/dates';
import type { PieceAttendue } from '../../../domain/parcours/pieces';
import type { PieceRecue } from '../../../registre';
import { compte } from '../../affichage/libelles';
import { Faute, fautif } from '../commun/faute';
import { Pastille } from '../commun/gabarit';
import { Jour } from '../commun/jour';
import { Qui } from '../commun/qui';
import { FormulaireRefuse } from '../commun/refuse';
import { Pour } from '../porte/pour';
import type { Partie } from './partie';
import { FORMULAIRE, type SaisieRefusee } from './refusee';

interface Props {
  numero: string;
  attendues: readonly PieceAttendue[];
  recues: readonly PieceRecue[];
  aujourdhui: DateCivile;
  /** A day that was just refused. */
  refusee: SaisieRefusee | null;
}

/** The papers that the facts of a dossier ask for, there or not. */
export function partiePieces(props: Props): Partie {
  const { attendues, recues, aujourdhui } = props;
  const manquantes = attendues.filter(({ cle }) => recues.every((recue) => recue.cle !== cle));
  const dit =
    attendues.length === 0
      ? 'aucune n’est attendue'
      : manquantes.length === 0
        ? compte(attendues.length, 'reçue')
        : compte(manquantes.length, 'manquante');
  return {
    ...{ id: 'pieces', titre: 'Pièces', dit },
    ouverte: manquantes.some(({ pourLe }) => pourLe <= aujourdhui) || props.refusee !== null,
    contenu: attendues.length === 0 ? null : <Pieces {...props} />,
  };
}

/** Each with the fact that it proves, and the day on which it came. */
const Pieces: FC<Props> = ({ attendues, recues, refusee, ...commun }) => (
  <>
    <FormulaireRefuse refusee={refusee} />
    <table class="cartes">
      <thead>
        <tr>
          <th scope="col">Pièce</th>
          <th scope="col">État</th>
          <Pour usage="recevoir-piece">
            <th scope="col">Reçue le</th>
          </Pour>
        </tr>
      </thead>
      <tbody>
        {attendues.map((piece) => (
          <Ligne
            {...commun}
            piece={piece}
            recue={recues.find(({ cle }) => cle === piece.cle)}
            refusee={refusee?.saisie.cle === piece.cle ? refusee : null}
          />
        ))}
      </tbody>
    </table>
    <p class="discret">
      Selon le carnet de suivi, la personne remet « au plus tôt » ce qui justifie un arrêt, un contrat ou une création
      d’entreprise. Le jour auquel Jalon rappelle de les demander est à confirmer.
    </p>
  </>
);

interface PropsLigne extends Pick<Props, 'numero' | 'aujourdhui' | 'refusee'> {
  piece: PieceAttendue;
  recue: PieceRecue | undefined;
}

const Ligne: FC<PropsLigne> = ({ numero, aujourdhui, refusee, piece, recue }) => {
  const base = `/dossiers/${numero}/pieces`;
  const faute = { id: 'faute-piece', phrase: refusee?.phrase ?? null };
  const libelle = `Reçue le : ${piece.libelle}`;
  return (
    <tr>
      <th scope="row">{piece.libelle}</th>
      <td data-titre="État">
        {recue ? (
          <>
            <Pastille genre="fait">reçue le {enChiffres(recue.recueLe)}</Pastille>
            <br />
            <small>
              par <Qui id={recue.auteur} />
            </small>
          </>
        ) : (
          <Pastille genre={piece.pourLe < aujourdhui ? 'alerte' : 'attention'}>
            manque, à demander le {enChiffres(piece.pourLe)}
          </Pastille>
        )}
      </td>
      <Pour usage="recevoir-piece">
        <td data-titre="Reçue le">
          {recue ? (
            <form method="post" action={`${base}/retirer`} class="actions">
              <input type="hidden" name={FORMULAIRE} value="piece" />
              <input type="hidden" name="cle" value={piece.cle} />
              <button type="submit" class="secondary outline" aria-label={`Pas reçue : ${piece.libelle}`}>
                Pas reçue
              </button>
            </form>
          ) : (
            <form method="post" action={base} class="actions">
              <input type="hidden" name={FORMULAIRE} value="piece" />
              <input type="hidden" name="cle" value={piece.cle} />
              <Jour
                nom="le"
                libelle={libelle}
                max={aujourdhui}
                valeur={refusee?.saisie.le ?? aujourdhui}
                {...fautif(faute)}
                aria-label={libelle}
              />
              <button type="submit" class="secondary outline" aria-label={`Reçue : ${piece.libelle}`}>
                Reçue
              </button>
              <Faute {...faute} />
            </form>
          )}
        </td>
      </Pour>
    </tr>
  );
};
