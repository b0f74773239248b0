import { ajouterJours, comparer, type DateCivile } from '../../domain/calendrier/dates';
import { fuseau } from '../../domain/calendrier/fuseaux';
import { entreeCatalogue } from '../../domain/catalogue/catalogue';
import { phrase } from '../../domain/faits/erreurs';
import {
  initiales,
  JOURS_ANNONCES,
  type LignePoint,
  type MatierePoint,
  type Rubrique,
  rubriques,
} from '../../domain/flotte/point-du-matin';
import { momentCivil } from '../../domain/rendez-vous/heure';
import { libellesSorte, type SorteRendezVous } from '../../domain/rendez-vous/rendez-vous';
import type { FaitDuPoint } from '../../registre';

/** Puts the facts of a portfolio into words, each in its part of the digest, the oldest or nearest first. */
export function mettreEnMots(faits: readonly FaitDuPoint[], jour: DateCivile, residence: string): MatierePoint {
  const matiere = Object.fromEntries(rubriques.map((r) => [r, []])) as unknown as MatierePoint;
  const fin = ajouterJours(jour, JOURS_ANNONCES - 1);
  for (const fait of faits) {
    const [rubrique, quoi, date] = dire(fait, jour, residence);
    // The register is asked for a day more at both ends: the zone decides.
    if (rubrique === 'SEMAINE' && date !== null && (date < jour || date > fin)) continue;
    matiere[rubrique].push({
      numero: fait.numero,
      initiales: initiales(fait.prenom ?? '', fait.nom ?? ''),
      quoi,
      date,
    });
  }
  for (const r of rubriques) matiere[r].sort(parDate);
  return matiere;
}

function dire(fait: FaitDuPoint, jour: DateCivile, residence: string): [Rubrique, string, DateCivile | null] {
  switch (fait.sorte) {
    case 'TACHE':
      return [fait.date !== null && fait.date < jour ? 'EN_RETARD' : 'TACHES', fait.libelle, fait.date];
    case 'ECHEANCE':
      return ['SEMAINE', fait.libelle, fait.date];
    case 'RENDEZ_VOUS': {
      const moment = momentCivil(fait.debut, fuseau(residence));
      const heure = moment.heure.replace(':', ' h ').replace(/^0/, '');
      return ['SEMAINE', `${libellesSorte[fait.libelle as SorteRendezVous]} à ${heure}`, moment.jour];
    }
    case 'ALERTE':
      return ['ALERTES', phrase(fait.code), null];
    case 'REVENU':
      return ['REVENUS', `« ${entreeCatalogue(fait.code).titre} » n’a pas pu être distribué`, null];
    case 'NOUVEAU':
      return ['NOUVEAUX', 'Dossier ouvert', null];
  }
}

const parDate = (a: LignePoint, b: LignePoint): number =>
  comparer(a.date ?? '9999', b.date ?? '9999') || comparer(a.numero, b.numero);
