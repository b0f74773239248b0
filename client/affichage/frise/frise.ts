import { comparer, type DateCivile, enChiffres, max, min } from '../../../domain/calendrier/dates';
import type { Periode } from '../../../domain/calendrier/intervalles';
import type { Dossier } from '../../../domain/dossier/dossier';
import { resoudreParcours } from '../../../domain/droit/parcours-inscrit';
import type { EntreeJournal } from '../../../domain/faits/journal';
import type { Situation } from '../../../domain/parcours/situation';
import { emplois } from './emplois';
import { type LignePeriodes, periodesDuParcours } from './periodes';
import { type LignePoints, lignesDePoints, type RendezVousVu } from './points';

/** A day that runs through every row. */
export interface Repere {
  genre: 'AUJOURDHUI' | 'FIN' | 'FIN_AVANT';
  date: DateCivile;
  nom: string;
}

/** A journey as one picture, before anything of it is drawn: days and rows, without pixels nor colours. */
export interface Frise extends Periode {
  periodes: LignePeriodes[];
  points: LignePoints[];
  reperes: Repere[];
}

/** What a picture is made from. */
export interface VueFrise {
  situation: Situation;
  /** As it was opened. */
  dossier: Dossier;
  journal: readonly EntreeJournal[];
  rendezVous: readonly RendezVousVu[];
  aujourdhui: DateCivile;
  /** Last day of the CSP before an act: shown beside the new one when it moves. */
  finAvant?: DateCivile | null;
}

/** The picture of a journey; null when it has no period to show: not eligible, or closed as opened by mistake. */
export function friseDe(vue: VueFrise): Frise | null {
  const resolu = resoudreParcours(vue.dossier, vue.journal);
  const periodes = periodesDuParcours(vue.situation.resultat, vue.situation.echeances, resolu.dossier.dateRemise);
  if (periodes.length === 0) return null;
  const points = lignesDePoints(vue.situation.echeances, vue.rendezVous, vue.situation.observeLe);
  const fins = reperesDeFin(vue);
  const jours = [
    ...periodes.flatMap((l) => l.periodes.flatMap(({ debut, fin }) => [debut, fin])),
    ...points.flatMap((l) => l.points.map(({ date }) => date)),
    ...fins.map(({ date }) => date),
  ].sort(comparer);
  const cadre = { debut: jours[0]!, fin: jours.at(-1)! };
  const travail = emplois(resolu.faits, vue.situation.faits, cadre);
  const aujourdhui: Repere = { genre: 'AUJOURDHUI', date: vue.aujourdhui, nom: 'Aujourd’hui' };
  const dedans = vue.aujourdhui >= cadre.debut && vue.aujourdhui <= cadre.fin;
  return {
    ...cadre,
    periodes: travail === null ? periodes : [...periodes, travail],
    points,
    reperes: [...(dedans ? [aujourdhui] : []), ...fins],
  };
}

function reperesDeFin({ situation: { resultat }, finAvant = null }: VueFrise): Repere[] {
  const fin = resultat.dateFinCsp ?? null;
  const nom = resultat.motifFin === 'TERME' ? 'Terme' : 'Fin du CSP';
  const reperes: Repere[] = [];
  if (finAvant !== null && finAvant !== fin)
    reperes.push({ genre: 'FIN_AVANT', date: finAvant, nom: `Fin avant : ${enChiffres(finAvant)}` });
  if (fin !== null) reperes.push({ genre: 'FIN', date: fin, nom: `${nom} : ${enChiffres(fin)}` });
  return reperes;
}

/** Two pictures whose days stand above each other. */
export function memeEchelle(a: Frise, b: Frise): [Frise, Frise] {
  const cadre = { debut: min(a.debut, b.debut), fin: max(a.fin, b.fin) };
  return [
    { ...a, ...cadre },
    { ...b, ...cadre },
  ];
}

/** All that a picture shows, in sentences. */
export const friseEnToutesLettres = ({ periodes, points, reperes }: Frise): string[] => [
  ...reperes.filter(({ genre }) => genre !== 'AUJOURDHUI').map(({ nom }) => `${nom}.`),
  ...periodes.flatMap((l) => l.dites),
  ...points.flatMap((l) => l.dites),
];
