import { ajouterJours, comparer, type DateCivile } from '../../calendrier/dates';
import type { Etat, MotifFin, Resultat } from '../../dossier/resultat';
import type { Reflexion } from './reflexion';

type Chronologie = NonNullable<Resultat['chronologie']>;

/** The journey from the start of the CSP on, as its états see it. */
export interface ParcoursDate {
  debutCsp: DateCivile;
  dateFinCsp: DateCivile;
  motifFin: MotifFin;
  suspensions: NonNullable<Resultat['suspensions']>;
  suiviEmploi: NonNullable<Resultat['suiviEmploi']> | null;
  reinscription: NonNullable<Resultat['reinscription']>;
}

const entree = (date: DateCivile, etat: Etat, cause: string | null = null): Chronologie[number] => ({
  date,
  etat,
  cause,
});

/** The dated états of a journey up to the day of observation. @see REGLES §6, F35–F39 */
export function chronologie(
  dateRemise: DateCivile,
  reflexion: Reflexion,
  parcours: ParcoursDate | null,
  dateObservation: DateCivile | null,
): Chronologie {
  const entrees = [...etatsReflexion(dateRemise, reflexion), ...(parcours === null ? [] : etatsParcours(parcours))];
  entrees.sort((a, b) => comparer(a.date, b.date));
  if (dateObservation === null) return entrees;
  const vues = entrees.filter(({ date }) => date <= dateObservation);
  return vues.length > 0 ? vues : [entree(dateRemise, 'EN_REFLEXION')];
}

/** @see F35 */
function etatsReflexion(
  dateRemise: DateCivile,
  { decision, dateDecision, finReflexionToleree }: Reflexion,
): Chronologie {
  const debut = entree(dateRemise, 'EN_REFLEXION');
  if (dateDecision === null) return [debut];
  switch (decision) {
    case 'ACCEPTATION':
      return [debut, entree(dateDecision, 'ACCEPTE')];
    case 'AUTORISATION_REFUSEE':
      return [debut, entree(dateDecision, 'SANS_SUITE', decision)];
    case 'REFUS':
    case 'REFUS_TACITE':
      return finReflexionToleree === null
        ? [debut]
        : [debut, entree(ajouterJours(finReflexionToleree, 1), 'REFUSE', decision)];
    case 'EN_ATTENTE':
      return [debut];
  }
}

/** In the order that settles ties on one day: the CSP, its end, NON_REINSCRIT, REINSCRIT. @see F36, F37, F38 */
function etatsParcours(c: ParcoursDate): Chronologie {
  const { requise, limite, dateDemande, statut } = c.reinscription;
  const etats = [...etatsCsp(c), ...etatsFin(c)];
  const manquee = requise && (dateDemande === null || dateDemande > limite);
  if (manquee) etats.push(entree(ajouterJours(limite, 1), 'NON_REINSCRIT'));
  if (dateDemande === null) return etats;
  const jusque = etats.filter(({ etat, date }) => etat !== 'CLOS' || date <= dateDemande);
  return [...jusque, entree(dateDemande, 'REINSCRIT', statut)];
}

/** @see F36 */
function etatsCsp({ debutCsp, dateFinCsp, suspensions }: ParcoursDate): Chronologie {
  if (dateFinCsp < debutCsp) return [];
  const etats = [entree(debutCsp, 'EN_CSP')];
  suspensions.forEach(({ debut, fin, cause }, i) => {
    etats.push(entree(debut, 'SUSPENDU', cause));
    const retour = ajouterJours(fin, 1);
    if (fin < dateFinCsp && suspensions[i + 1]?.debut !== retour) etats.push(entree(retour, 'EN_CSP'));
  });
  return etats;
}

/** @see F37 */
function etatsFin({ dateFinCsp, motifFin, suiviEmploi }: ParcoursDate): Chronologie {
  const lendemain = ajouterJours(dateFinCsp, 1);
  if (motifFin === 'TERME') return [entree(lendemain, 'TERMINE', motifFin)];
  if (suiviEmploi !== null) {
    return [entree(lendemain, 'SUIVI_EMPLOI', motifFin), entree(ajouterJours(suiviEmploi.fin, 1), 'CLOS')];
  }
  const rompu = entree(lendemain, 'ROMPU', motifFin);
  return motifFin === 'RETRAITE' || motifFin === 'DECES' ? [rompu, entree(lendemain, 'CLOS', motifFin)] : [rompu];
}
