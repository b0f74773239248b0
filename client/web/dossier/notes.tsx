import type { FC } from 'hono/jsx';
import { type DateCivile, enChiffres } from '../../../domain/calendrier/dates';
import type { Note } from '../../../registre';
import { compte, instantEnClair } from '../../affichage/libelles';
import { NOTE_MAX } from '../../usages/noter';
import { ChampMotif } from '../commun/champ-motif';
import { Faute, fauteDe, fautif } from '../commun/faute';
import { Jour } from '../commun/jour';
import { Qui } from '../commun/qui';
import { FormulaireRefuse } from '../commun/refuse';
import { lecteurPeut, Pour } from '../porte/pour';
import type { Partie } from './partie';
import { FORMULAIRE, type SaisieRefusee } from './refusee';

interface Props {
  numero: string;
  /** Those of the agency, the latest contact first. */
  notes: readonly Note[];
  aujourdhui: DateCivile;
  fuseau: string;
  /** Drawn with the page: a note sent twice is one note. */
  idNeuf: string;
  /** A note that was refused, or the reason of a withdrawal, as it was typed. */
  refusee: SaisieRefusee | null;
}

/** What the agency noted of its contacts with the person. */
export function partieNotes(props: Props): Partie {
  const visibles = props.notes.filter(({ retireeLe }) => retireeLe === null);
  const derniere = visibles[0];
  return {
    ...{ id: 'notes', titre: 'Notes de contact', ouverte: props.refusee !== null },
    dit:
      derniere === undefined
        ? lecteurPeut('noter')
          ? 'aucune : en écrire une'
          : 'aucune'
        : `${compte(visibles.length, 'note')}, la dernière du ${enChiffres(derniere.le)}`,
    contenu: props.notes.length > 0 || lecteurPeut('noter') ? <Notes {...props} /> : null,
  };
}

const Notes: FC<Props> = ({ notes, ...commun }) => {
  const { numero, refusee, fuseau } = commun;
  return (
    <>
      <FormulaireRefuse refusee={refusee} />
      <Pour usage="noter">
        <Ecrire {...commun} refusee={refusee?.formulaire === 'note' ? refusee : null} />
      </Pour>
      {notes.map((note) =>
        note.retireeLe === null ? (
          <Ecrite numero={numero} note={note} refusee={refusee?.saisie.id === note.id ? refusee : null} />
        ) : (
          <p class="discret">
            Note du {enChiffres(note.le)} retirée le {instantEnClair(note.retireeLe, fuseau)} par{' '}
            <Qui id={note.retireePar} /> : {note.retraitMotif}
          </p>
        ),
      )}
    </>
  );
};

const Ecrire: FC<Omit<Props, 'notes' | 'fuseau'>> = ({ numero, aujourdhui, idNeuf, refusee }) => {
  const saisie = refusee?.saisie ?? {};
  const le = { id: 'faute-note-le', phrase: fauteDe(refusee?.refus ?? [], 'le') };
  const texte = { id: 'faute-note', phrase: fauteDe(refusee?.refus ?? [], 'texte') };
  return (
    <form method="post" action={`/dossiers/${numero}/notes`} class="saisie">
      <input type="hidden" name={FORMULAIRE} value="note" />
      <input type="hidden" name="id" value={saisie.id ?? idNeuf} />
      <label for="note-le">Jour du contact</label>
      <Jour
        id="note-le"
        nom="le"
        libelle="Jour du contact"
        max={aujourdhui}
        valeur={saisie.le ?? aujourdhui}
        {...fautif(le)}
      />
      <Faute {...le} />
      <label for="note-texte">Ce qui s’est dit</label>
      <textarea
        id="note-texte"
        name="texte"
        rows={3}
        required
        maxlength={NOTE_MAX}
        {...{ 'aria-describedby': 'note-aide', ...fautif(texte) }}
      >
        {saisie.texte ?? ''}
      </textarea>
      <Faute {...texte} />
      <small id="note-aide">
        Pour l’agence seule, jamais dans un courrier. N’y écrivez rien qui relève du secret médical ; la personne peut
        demander à la lire.
      </small>
      <div class="actions">
        <button type="submit" class="secondary">
          Garder cette note
        </button>
      </div>
    </form>
  );
};

const Ecrite: FC<{ numero: string; note: Note; refusee: SaisieRefusee | null }> = ({ numero, note, refusee }) => (
  <article class="note" aria-label={`Note du ${enChiffres(note.le)}`}>
    <p>
      <strong>{enChiffres(note.le)}</strong>{' '}
      <span class="discret">
        par <Qui id={note.auteur} />
      </span>
    </p>
    <p class="texte">{note.texte}</p>
    <Pour usage="noter">
      <details class="retenir" open={refusee !== null}>
        <summary aria-label={`Retirer la note du ${enChiffres(note.le)}`}>Retirer…</summary>
        <form method="post" action={`/dossiers/${numero}/notes/retirer`} class="actions">
          <input type="hidden" name={FORMULAIRE} value="retrait" />
          <input type="hidden" name="id" value={note.id} />
          <ChampMotif libelle="Pourquoi" faute={`faute-retrait-${note.id}`} refusee={refusee} />
          <button type="submit" class="secondary outline">
            Ne plus la montrer
          </button>
        </form>
      </details>
    </Pour>
  </article>
);
