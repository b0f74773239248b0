import type { DateCivile } from '../../domain/calendrier/dates';
import type { Personnes } from '../../domain/dossier/personnes';
import { jourLong } from '../contexte';
import { propre, type Texte, t } from '../texte';
import type { Bloc } from './bloc';
import { rendrePdfDocument } from './pdf/rendu-document';

/** A part of a statement: words, named values, or rows. */
export type SectionReleve = { titre: string } & (
  | { genre: 'texte'; points: readonly string[] }
  | { genre: 'fiche'; champs: readonly (readonly [libelle: string, valeur: string])[] }
  | { genre: 'tableau'; colonnes: readonly { titre: string; part: number }[]; rangees: readonly (readonly string[])[] }
);

/** What is said of everything held on a person. */
export interface Releve {
  titre: string;
  jour: DateCivile;
  numero: string;
  personnes: Personnes;
  sections: readonly SectionReleve[];
}

/** A statement as an accessible PDF (PDF/UA-1): same statement, same bytes. */
export function rendreReleve({ titre, jour, numero, personnes, sections }: Releve): Uint8Array {
  const { prenom, nom } = personnes.identite;
  const beneficiaire = propre(`${prenom} ${nom}`);
  return rendrePdfDocument(
    { beneficiaire, numero, personnes, jour },
    {
      titre,
      sousTitre: `${beneficiaire}, dossier ${numero}, au ${jourLong(jour).replace(/^\S+ /, '')}`,
      couverture: false,
      unePage: false,
      blocs: sections.flatMap((section): Bloc[] => [
        { genre: 'partie', titre: section.titre, nouvellePage: false },
        corps(section),
      ]),
    },
  );
}

function corps(section: SectionReleve): Bloc {
  if (section.genre === 'texte') return { genre: 'liste', numerotee: false, points: section.points.map(enTexte) };
  if (section.genre === 'fiche') {
    const champs = section.champs.map(([libelle, valeur]) => ({ libelle, valeur: enTexte(valeur) }));
    return { genre: 'fiche', champs };
  }
  if (section.rangees.length === 0) return { genre: 'paragraphe', texte: t`Rien n’est enregistré.` };
  return {
    genre: 'tableau',
    colonnes: [...section.colonnes],
    rangees: section.rangees.map((rangee) => rangee.map((cellule) => [enTexte(cellule)])),
    vides: 0,
  };
}

const enTexte = (valeur: string): Texte => t`${valeur === '' ? '–' : valeur}`;
