import { type DateCivile, lireDate } from '../../domain/calendrier/dates';
import { motifTropLong, tropLong } from '../../domain/dossier/limite';
import { codeDeFaute, lireTextes } from '../../domain/dossier/valeurs';
import { phrase } from '../../domain/faits/erreurs';
import { estIdentifiantNeuf } from '../../domain/faits/identifiant-neuf';
import { ajouterNote, type DossierInscrit, type Registre, retirerNote } from '../../registre';
import { Refus } from './commun/refus';

/** A note of a contact, as it is typed: `le` is ISO 8601. */
export interface SaisieNote {
  /** Drawn with the form: sent twice, the note counts once. */
  id: string;
  le: string;
  texte: string;
}

/** Characters of a note: what was said on the phone, not a report. */
export const NOTE_MAX = 2_000;

type Dossier = Pick<DossierInscrit, 'numero' | 'agence'>;

/**
 * Notes a contact, for the agency of its author alone: no letter, no document, no list says a word of it.
 * @param aujourdhui where the person lives
 * @throws Refus IDENTIFIANT_INVALIDE, CARACTERE_INTERDIT; CHAMP_MANQUANT, CHAMP_INVALIDE or DATE_INVALIDE of `le` and `texte`
 */
export async function noter(
  registre: Registre,
  { numero, agence }: Dossier,
  { id, ...saisie }: SaisieNote,
  auteur: string,
  aujourdhui: DateCivile,
  maintenant: Date,
): Promise<void> {
  if (!estIdentifiantNeuf(id)) throw Refus.de('IDENTIFIANT_INVALIDE');
  const { valeur, fautes } = lireTextes({ id, le: saisie.le, texte: saisie.texte });
  if (fautes.length > 0) throw Refus.de(...fautes.map(codeDeFaute));
  const { texte } = valeur;
  const le = lireDate(valeur.le);
  const refus = [...fautesDuJour(valeur.le, le, aujourdhui), ...fautesDuTexte(texte)];
  if (le === null || refus.length > 0) throw new Refus(refus);
  await ajouterNote(registre, { id, numero, agence, le, texte, auteur }, maintenant);
}

/** Withdraws a note of the agency, with the reason that others will read. @throws Refus CHAMP_MANQUANT:motif, CHAMP_INVALIDE:motif, CHAMP_INVALIDE:id */
export async function retirerUneNote(
  registre: Registre,
  { numero, agence }: Dossier,
  saisie: { id: string; motif: string },
  auteur: string,
  maintenant: Date,
): Promise<void> {
  const { valeur, fautes } = lireTextes({ id: saisie.id, motif: saisie.motif });
  if (fautes.length > 0) throw Refus.de(...fautes.map(codeDeFaute));
  const { id, motif } = valeur;
  if (motif === '') throw refuser('CHAMP_MANQUANT:motif', 'Dites pourquoi cette note est retirée.');
  const long = motifTropLong(motif);
  if (long !== null) throw refuser('CHAMP_INVALIDE:motif', long);
  if (!(await retirerNote(registre, { numero, agence, id, auteur, motif }, maintenant)))
    throw refuser('CHAMP_INVALIDE:id', 'Cette note n’est pas de ce dossier.');
}

const refuser = (code: string, dite: string): Refus => new Refus([{ code, phrase: dite }]);

function fautesDuJour(tape: string, le: DateCivile | null, aujourdhui: DateCivile) {
  if (tape === '') return [{ code: 'CHAMP_MANQUANT:le', phrase: 'Dites quel jour vous avez eu ce contact.' }];
  if (le === null) return [{ code: 'DATE_INVALIDE:le', phrase: phrase(`DATE_INVALIDE:${tape}`) }];
  return le > aujourdhui
    ? [{ code: 'CHAMP_INVALIDE:le', phrase: 'Un contact noté n’est pas dans l’avenir : planifiez un rendez-vous.' }]
    : [];
}

function fautesDuTexte(texte: string) {
  if (texte === '') return [{ code: 'CHAMP_MANQUANT:texte', phrase: 'Écrivez ce qui s’est dit.' }];
  const long = tropLong(texte, NOTE_MAX);
  return long === null ? [] : [{ code: 'CHAMP_INVALIDE:texte', phrase: `La note est trop longue : ${long}.` }];
}
