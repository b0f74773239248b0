import { ajouterMois, type DateCivile } from '../calendrier/dates';
import {
  conservations,
  type DureesConservation,
  type GenreConservation,
  genresConservation,
  type LimitesConservation,
} from './conservation';

/** The day before which each kind goes. */
export const limitesDe = (durees: DureesConservation, aujourdhui: DateCivile): LimitesConservation =>
  Object.fromEntries(
    genresConservation.map((genre) => [genre, ajouterMois(aujourdhui, -(durees[genre] ?? conservations[genre].mois))]),
  ) as Record<GenreConservation, DateCivile>;
