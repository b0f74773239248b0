import { ajouterJours, type DateCivile } from '../../calendrier/dates';
import { ouvreSuivantOuEgal } from '../../calendrier/jours-ouvres';
import type { Parametres } from '../../dossier/parametres';
import type { MotifFin, Resultat } from '../../dossier/resultat';
import { parDatePuisArrivee, type Recus, type Rejets } from './recus';

type Reinscription = NonNullable<Resultat['reinscription']>;

const MOTIFS_REQUERANT: readonly MotifFin[] = [
  'TERME',
  'ABANDON',
  'MANQUEMENT',
  'FAUSSE_DECLARATION',
  'CONTRAT_TROP_COURT',
  'CUMUL_ACTIVITE_DEPASSE',
];

/** Re-registration after the CSP: in the five days, it takes effect the day after the CSP; later, on its own date. @see R25, R26, F30 */
export function reinscrire(
  recus: Recus,
  { dateFinCsp, motifFin }: { dateFinCsp: DateCivile; motifFin: MotifFin },
  residence: string,
  { reinscriptionJours, reportReinscription }: Parametres,
  dateObservation: DateCivile | null,
  rejets: Rejets,
): Reinscription {
  const echeance = ajouterJours(dateFinCsp, reinscriptionJours);
  const limite = reportReinscription === 'OUVRE_SUIVANT' ? ouvreSuivantOuEgal(echeance, residence) : echeance;
  const requise = MOTIFS_REQUERANT.includes(motifFin);
  const dateDemande = admettreDemande(recus, dateFinCsp, motifFin, rejets);
  if (dateDemande !== null) {
    const aTemps = dateDemande <= limite;
    return {
      requise,
      limite,
      dateDemande,
      dateEffet: aTemps ? ajouterJours(dateFinCsp, 1) : dateDemande,
      statut: aTemps ? 'A_TEMPS' : 'TARDIVE',
    };
  }
  const attendue = dateObservation !== null && dateObservation <= limite;
  const statut = requise ? (attendue ? 'ATTENDUE' : 'NON_FAITE') : 'SANS_OBJET';
  return { requise, limite, dateDemande: null, dateEffet: null, statut };
}

function admettreDemande(recus: Recus, dateFinCsp: DateCivile, motifFin: MotifFin, rejets: Rejets): DateCivile | null {
  let admise: DateCivile | null = null;
  for (const demande of recus.pour('REINSCRIPTION').sort(parDatePuisArrivee((e) => e.date))) {
    if (demande.date <= dateFinCsp) rejets.rejeter(demande, 'REINSCRIPTION_PREMATUREE');
    else if (motifFin === 'DECES') rejets.rejeter(demande, 'HORS_CSP');
    else if (admise !== null) rejets.rejeter(demande, 'REINSCRIPTION_EN_DOUBLE');
    else admise = demande.date;
  }
  return admise;
}
