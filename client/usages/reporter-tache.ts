import { ajouterMois, type DateCivile, lireDate } from '../../domain/calendrier/dates';
import { motifTropLong } from '../../domain/dossier/limite';
import { codeDeFaute, lireTextes } from '../../domain/dossier/valeurs';
import { phrase } from '../../domain/faits/erreurs';
import { type Registre, reporterTache, tracer } from '../../registre';
import { Refus } from './commun/refus';

export interface TacheAReporter {
  cle: string;
  numero: string;
  auteur: string;
  /** The day on which it comes back, ISO 8601, as it is typed. */
  au: string;
  /** Why, as it is typed. */
  motif: string;
}

/** A task put off further is one that nobody means to do. */
const MOIS_MAX = 3;

/**
 * Puts a task off until a day, with the reason that others will read: it leaves the lists until then. What the law asks for by its own
 * date is asked for all the same: the échéance does not move.
 * @param aujourdhui where the person lives
 * @throws Refus with every field that does not fit, or TACHE_CLOSE; nothing is then changed
 */
export async function reporterUneTache(
  registre: Registre,
  { cle, numero, auteur, ...tapes }: TacheAReporter,
  aujourdhui: DateCivile,
  maintenant: Date,
): Promise<void> {
  const { valeur, fautes } = lireTextes({ au: tapes.au, motif: tapes.motif });
  if (fautes.length > 0) throw Refus.de(...fautes.map(codeDeFaute));
  const { motif } = valeur;
  const au = lireDate(valeur.au);
  const long = motifTropLong(motif);
  const refus = [
    ...fautesDuJour(valeur.au, au, aujourdhui),
    ...(motif === '' ? [{ code: 'CHAMP_MANQUANT:motif', phrase: 'Dites pourquoi cette tâche est reportée.' }] : []),
    ...(long === null ? [] : [{ code: 'CHAMP_INVALIDE:motif', phrase: long }]),
  ];
  if (au === null || refus.length > 0) throw new Refus(refus);
  if (!(await reporterTache(registre, { cle, au, motif, par: auteur }))) throw Refus.de('TACHE_CLOSE');
  await tracer(registre, { numero, auteur, acte: 'REPORTER_TACHE', details: { cle, au } }, maintenant);
}

function fautesDuJour(tape: string, au: DateCivile | null, aujourdhui: DateCivile) {
  if (tape === '') return [{ code: 'CHAMP_MANQUANT:au', phrase: 'Dites à quel jour la tâche revient.' }];
  if (au === null) return [{ code: 'DATE_INVALIDE:au', phrase: phrase(`DATE_INVALIDE:${tape}`) }];
  if (au > aujourdhui && au <= ajouterMois(aujourdhui, MOIS_MAX)) return [];
  return [{ code: 'CHAMP_INVALIDE:au', phrase: `Une tâche se reporte à un jour à venir, dans les ${MOIS_MAX} mois.` }];
}
