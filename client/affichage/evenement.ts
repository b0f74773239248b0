import { enChiffres, lireDate } from '../../domain/calendrier/dates';
import type { Champ } from '../../domain/dossier/champs';
import { champsDossier, completer, type Dossier } from '../../domain/dossier/dossier';
import type { NomParametre } from '../../domain/dossier/parametres';
import { libellesParametres } from '../../domain/droit/expliquer/libelles';
import { minuscule } from '../../domain/droit/expliquer/mots';
import { definitions, type Evenement } from '../../domain/faits/evenements';
import { type EntreeJournal, evenementDe, type Issue } from '../../domain/faits/journal';
import { phraseSurChamps } from '../../domain/faits/phrase-sur-champs';
import { resoudreJournal } from '../../domain/faits/resoudre-journal';
import type { Definition } from '../../domain/faits/types/definition';

/** A value as people read it: dates in figures, choices by their label. */
export function valeurEnClair(champ: Champ, valeur: unknown): string {
  if (valeur === undefined || valeur === null || valeur === '') return '–';
  if (champ.genre === 'booleen') return valeur === true ? 'oui' : 'non';
  const date = champ.genre === 'date' ? lireDate(valeur) : null;
  if (date !== null) return enChiffres(date);
  return champ.choix?.find((c) => c.valeur === valeur)?.libelle ?? String(valeur);
}

/**
 * "Arrêt maladie du 02/06/2025 au 11/06/2025": a fact in one line. A contract is named by the job that brought it, never by its id.
 * @param journal where that job was recorded
 */
export function evenementEnClair(evenement: Evenement, journal: readonly EntreeJournal[] = []): string {
  const { libelle, champs }: Definition = definitions[evenement.type];
  const valeurs = evenement as unknown as Record<string, unknown>;
  const { date, debut, fin } = {
    date: lireDate(valeurs.date),
    debut: lireDate(valeurs.debut),
    fin: lireDate(valeurs.fin),
  };
  const quand = date
    ? ` le ${enChiffres(date)}`
    : debut && fin
      ? ` du ${enChiffres(debut)} au ${enChiffres(fin)}`
      : debut
        ? ` à partir du ${enChiffres(debut)}`
        : '';
  const autres = champs.filter((c) => !DITS_A_PART.includes(c.nom) && valeurs[c.nom] !== undefined);
  const contrat = contratDit(evenement, journal);
  const choisis = autres.filter((c) => c.genre === 'choix').map((c) => valeurEnClair(c, valeurs[c.nom]));
  const dits = autres
    .filter((c) => c.genre !== 'choix')
    .map((c) => `${c.libelle.toLowerCase()} : ${valeurEnClair(c, valeurs[c.nom])}`);
  const details = [...choisis, ...dits, ...(contrat === null ? [] : [contrat])];
  return `${libelle}${quand}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
}

const DITS_A_PART: readonly string[] = ['date', 'debut', 'fin', 'contratId'];

/** "contrat : reprise d’emploi à partir du 15/09/2026 (CDI)", of a fact about a contract that the journal knows. */
function contratDit(evenement: Evenement, journal: readonly EntreeJournal[]): string | null {
  if (evenement.type === 'REPRISE_EMPLOI' || !('contratId' in evenement)) return null;
  const { contratId } = evenement;
  const emploi = journal
    .map(evenementDe)
    .findLast((fait) => fait?.type === 'REPRISE_EMPLOI' && fait.contratId === contratId);
  return emploi ? `contrat : ${minuscule(evenementEnClair(emploi))}` : null;
}

/**
 * An entry of the journal in one line, whatever its act.
 * @param ouverture what the dossier was opened with: a rectification then says what it changed each value from
 */
export function entreeEnClair(entree: EntreeJournal, journal: readonly EntreeJournal[], ouverture?: Dossier): string {
  const cible = (id: string) => {
    const visee = journal.find((e) => e.id === id);
    const fait = evenementDe(visee);
    return fait ? `« ${evenementEnClair(fait, journal)} »` : 'l’entrée antérieure';
  };
  switch (entree.acte) {
    case 'consigner':
      return evenementEnClair(entree.evenement, journal);
    case 'corriger':
      return `${evenementEnClair(entree.evenement, journal)}, à la place de ${cible(entree.remplace)}`;
    case 'annuler':
      return `Annulation : ${cible(entree.annule)}`;
    case 'confirmer':
      return `Confirmation par une seconde personne : ${cible(entree.confirme)}`;
    case 'confirmerSilence':
      return 'Absence de réponse confirmée';
    case 'fermerParErreur':
      return 'Dossier fermé, comme ouvert par erreur';
    case 'rectifierDossier': {
      const avant = ouverture === undefined ? null : valeursAvant(entree, journal, ouverture);
      const champs = Object.entries(entree.rectification).map(([nom, valeur]) => {
        const champ = champsDossier.find((c) => c.nom === nom);
        if (champ === undefined) return nom;
        const ancienne = avant === null ? '' : `${valeurEnClair(champ, avant[nom])} → `;
        return `${champ.libelle} : ${ancienne}${valeurEnClair(champ, valeur)}`;
      });
      return `Rectification du dossier (${champs.join(' ; ')})`;
    }
    case 'adopterReglement': {
      const { surcharge, source } = entree.reglement;
      const parametres = Object.entries(surcharge).map(
        ([nom, valeur]) => `${libellesParametres[nom as NomParametre]} : ${JSON.stringify(valeur)}`,
      );
      return `Autres paramètres adoptés (${parametres.join(' ; ')}), d’après « ${source} »`;
    }
  }
}

/** The fields of the dossier as they were before an entry; one that is not in the journal yet comes after all of it. */
function valeursAvant(
  entree: EntreeJournal,
  journal: readonly EntreeJournal[],
  ouverture: Dossier,
): Readonly<Record<string, unknown>> {
  const rang = journal.findIndex(({ id }) => id === entree.id);
  const precedent = rang === -1 ? journal : journal.slice(0, rang);
  return { ...completer(resoudreJournal(ouverture, precedent).dossier) };
}

/** Why a fact would count for nothing, with the fields of its form that this speaks of. */
export function phraseIssue({ code, phrase }: Pick<Issue, 'code' | 'phrase'>, entree: EntreeJournal | null): string {
  const fait = evenementDe(entree);
  return code !== null && fait ? phraseSurChamps(code, definitions[fait.type].champs) : (phrase ?? '');
}
