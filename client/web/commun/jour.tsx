import type { FC } from 'hono/jsx';
import { type DateCivile, enChiffres } from '../../../domain/calendrier/dates';
import { deuxJours, lireDateEcrite } from '../../saisie/date';
import type { Saisie } from '../../saisie/formulaire';

interface Props {
  nom: string;
  /** What day it is, for who hears the calendar and does not see what stands above it. */
  libelle: string;
  valeur?: string | undefined;
  id?: string;
  /** The only days that the calendar offers. */
  min?: DateCivile;
  max?: DateCivile;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: 'true' | undefined;
  'aria-label'?: string;
}

const CALENDRIER = 'calendrier:';
/** Carried without being shown, as its first sign says. */
const MONTRE = '_montre:';

/** A day as a field shows it: in French order when it can be read, else as it was typed. */
const jourMontre = (texte: string): string => {
  const jour = lireDateEcrite(texte);
  return jour === null ? texte : enChiffres(jour);
};

/**
 * A day, typed in French order or taken from the browser's calendar beside it. The order in which a browser reads its own date field is that of
 * its language, and a year of two figures typed there is of the first century: what is typed has a field of its own. The keyboard goes from field to
 * field without the calendar, which gives nothing more.
 */
export const Jour: FC<Props> = ({ nom, libelle, valeur = '', min, max, ...attributs }) => {
  const montre = jourMontre(valeur);
  return (
    <span class="jour">
      <input
        name={nom}
        inputmode="numeric"
        placeholder="jj/mm/aaaa"
        autocomplete="off"
        maxlength={JOUR_MAX}
        value={montre}
        {...attributs}
      />
      <input
        type="date"
        name={`${CALENDRIER}${nom}`}
        aria-label={`${libelle}, au calendrier`}
        tabindex={-1}
        min={min}
        max={max}
        value={lireDateEcrite(valeur) ?? ''}
      />
      <input type="hidden" name={`${MONTRE}${nom}`} value={montre} />
    </span>
  );
};

/** Two days, and room to take one out. */
const JOUR_MAX = 40;

/** What a form sends, each day in one text: the one that was typed or the one taken from the calendar, whichever differs from what was shown. */
export function avecUnSeulJour(saisie: Saisie): Saisie {
  const lue: Record<string, string> = {};
  for (const [nom, valeur] of Object.entries(saisie)) {
    if (nom.startsWith(CALENDRIER) || nom.startsWith(MONTRE)) continue;
    lue[nom] = valeur;
  }
  for (const [nom, choisi] of Object.entries(saisie)) {
    if (!nom.startsWith(CALENDRIER) || choisi === '') continue;
    const vise = nom.slice(CALENDRIER.length);
    lue[vise] = entre(lue[vise] ?? '', choisi, saisie[`${MONTRE}${vise}`] ?? '');
  }
  return lue;
}

function entre(tape: string, choisi: string, montre: string): string {
  const memeJour = (texte: string) => (lireDateEcrite(texte) ?? texte) === (lireDateEcrite(choisi) ?? choisi);
  if (memeJour(montre) || memeJour(tape)) return tape;
  return tape === montre || tape === '' ? choisi : deuxJours(tape, jourMontre(choisi));
}
