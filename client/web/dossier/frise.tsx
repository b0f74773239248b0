import type { FC } from 'hono/jsx';
import { abscisse, graduations, largeur, milieu } from '../../affichage/frise/echelle';
import { type Frise, friseEnToutesLettres, type Repere } from '../../affichage/frise/frise';
import type { LignePeriodes } from '../../affichage/frise/periodes';
import type { FormePoint, LignePoints, RendezVousVu } from '../../affichage/frise/points';
import type { VueRendezVous } from './lire-suivi';

/** Heights in pixels: text keeps its size on a phone and on paper, widths alone follow the page. */
const LIGNE_TEXTE = 18;
const RANGEE = 32;
const BARRE = 10;
const AXE = 24;
const RAYON = 5;

/** An appointment as the picture shows it. */
export const versFrise = ({ rendezVous: { sorte, statut }, jour }: VueRendezVous): RendezVousVu => ({
  sorte,
  statut,
  jour,
});

interface Props {
  frise: Frise;
  /** Tells the pictures of a page apart. */
  id: string;
  titre: string;
}

/** A journey as a picture, and the same in words. */
export const FriseDuParcours: FC<Props> = ({ frise, id, titre }) => {
  const lettres = friseEnToutesLettres(frise);
  const haut = frise.reperes.length * LIGNE_TEXTE + 4;
  const bas = haut + (frise.periodes.length + frise.points.length) * RANGEE;
  return (
    <figure class="frise">
      <svg width="100%" height={bas + AXE} role="img" aria-labelledby={`${id}-titre ${id}-texte`}>
        <title id={`${id}-titre`}>{titre}</title>
        <desc id={`${id}-texte`}>{lettres.join(' ')}</desc>
        <Axe frise={frise} y={bas} />
        {frise.reperes.map((repere, rang) => (
          <Trait frise={frise} repere={repere} haut={rang * LIGNE_TEXTE} bas={bas} />
        ))}
        {frise.periodes.map((ligne, rang) => (
          <Barres frise={frise} ligne={ligne} y={haut + rang * RANGEE} />
        ))}
        {frise.points.map((ligne, rang) => (
          <Points frise={frise} ligne={ligne} y={haut + (frise.periodes.length + rang) * RANGEE} />
        ))}
      </svg>
      <figcaption>
        <details>
          <summary>{titre}, en toutes lettres</summary>
          <ul>
            {lettres.map((phrase) => (
              <li>{phrase}</li>
            ))}
          </ul>
        </details>
      </figcaption>
    </figure>
  );
};

const pc = (centiemes: number): string => `${centiemes}%`;

/** A text beside a day: it never leaves the picture. */
const ancre = (x: number): 'start' | 'middle' | 'end' => (x < 25 ? 'start' : x > 75 ? 'end' : 'middle');

const Axe: FC<{ frise: Frise; y: number }> = ({ frise, y }) => (
  <g class="axe">
    <line x1="0" x2="100%" y1={y} y2={y} />
    {graduations(frise).map(({ date, nom }) => {
      const x = abscisse(frise, date);
      return (
        <>
          <line x1={pc(x)} x2={pc(x)} y1={y} y2={y + 5} />
          <text x={pc(x)} y={y + LIGNE_TEXTE} text-anchor={x > 94 ? 'end' : x < 6 ? 'start' : 'middle'}>
            {nom}
          </text>
        </>
      );
    })}
  </g>
);

const TRAITS: Record<Repere['genre'], string> = {
  AUJOURDHUI: 'aujourdhui',
  FIN: 'fin',
  FIN_AVANT: 'fin-avant',
};

const Trait: FC<{ frise: Frise; repere: Repere; haut: number; bas: number }> = ({ frise, repere, haut, bas }) => {
  const x = milieu(frise, repere.date);
  return (
    <g class={TRAITS[repere.genre]}>
      <line x1={pc(x)} x2={pc(x)} y1={haut + LIGNE_TEXTE - 2} y2={bas} />
      <text x={pc(x)} y={haut + 13} text-anchor={ancre(x)}>
        {repere.nom}
      </text>
    </g>
  );
};

const Barres: FC<{ frise: Frise; ligne: LignePeriodes; y: number }> = ({ frise, ligne, y }) => (
  <g class={`barres ${ligne.genre.toLowerCase().replace('_', '-')}`}>
    {ligne.periodes.map((periode) => (
      <rect
        x={pc(abscisse(frise, periode.debut))}
        y={y + LIGNE_TEXTE}
        width={pc(largeur(frise, periode))}
        height={BARRE}
      />
    ))}
    <Nom de={ligne} y={y} x={abscisse(frise, ligne.periodes[0]!.debut)} />
  </g>
);

/** The name of a row, above where it begins. */
const Nom: FC<{ de: { nom: string }; x: number; y: number }> = ({ de, x, y }) => (
  <text x={pc(x)} y={y + 12} text-anchor={x > 60 ? 'end' : 'start'}>
    {de.nom}
  </text>
);

const Points: FC<{ frise: Frise; ligne: LignePoints; y: number }> = ({ frise, ligne, y }) => (
  <g class="points">
    {ligne.points.map(({ date, forme }) => (
      <Point forme={forme} x={milieu(frise, date)} y={y + LIGNE_TEXTE + BARRE / 2} />
    ))}
    <Nom de={ligne} x={0} y={y} />
  </g>
);

/** A full disc: held; a hollow one: to come; a square: missed. The form says it, not a colour. */
const Point: FC<{ forme: FormePoint; x: number; y: number }> = ({ forme, x, y }) =>
  forme === 'MANQUE' ? (
    <rect
      x={pc(x)}
      y={y - RAYON}
      width={2 * RAYON}
      height={2 * RAYON}
      transform={`translate(-${RAYON})`}
      class="manque"
    />
  ) : (
    <circle cx={pc(x)} cy={y} r={RAYON} class={forme === 'FAIT' ? 'fait' : 'prevu'} />
  );
