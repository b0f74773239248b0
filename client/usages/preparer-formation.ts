import { lireDate } from '../../domain/calendrier/dates';
import { motifTropLong, tropLong } from '../../domain/dossier/limite';
import { codeDeFaute, lireTextes } from '../../domain/dossier/valeurs';
import { phrase } from '../../domain/faits/erreurs';
import { estIdentifiantNeuf } from '../../domain/faits/identifiant-neuf';
import { estFinancement } from '../../domain/parcours/demarches';
import {
  abandonnerFormation,
  type ContenuFormation,
  changerFormation,
  type DossierInscrit,
  formationsDe,
  inscrireFormation,
  type Registre,
  toutOuRien,
} from '../../registre';
import { Refus } from './commun/refus';
import { type QuiAgit, redeposerTache } from './commun/taches-formation';

/** A training that a person prepares, as it is typed: the day is ISO 8601; a route that is not chosen is empty. */
export interface SaisieFormation {
  intitule: string;
  organisme: string;
  entreePrevue: string;
  financement: string;
}

/** Characters of the name of a training, and of who gives it. */
export const INTITULE_MAX = 200;

/**
 * Writes down a training that the person prepares, and leaves its first step in the week of who follows her.
 * @param id drawn with the form: sent twice, it is one training
 * @throws Refus IDENTIFIANT_INVALIDE, CARACTERE_INTERDIT; CHAMP_MANQUANT, CHAMP_INVALIDE or DATE_INVALIDE of a field
 */
export async function preparerFormation(
  registre: Registre,
  inscrit: DossierInscrit,
  { id, ...saisie }: SaisieFormation & { id: string },
  { auteur, aujourdhui, maintenant }: QuiAgit,
): Promise<void> {
  if (!estIdentifiantNeuf(id) || lireTextes({ id }).fautes.length > 0) throw Refus.de('IDENTIFIANT_INVALIDE');
  const contenu = lireFormation(saisie);
  const { numero } = inscrit;
  await toutOuRien(registre, async (tx) => {
    if (await inscrireFormation(tx, { numero, id, auteur, le: aujourdhui, ...contenu }, maintenant))
      await redeposerTache(tx, inscrit, id, maintenant);
  });
}

/**
 * Changes what a training says; another route begins its own steps anew.
 * @param version what the author had under her eyes
 * @throws Refus FORMATION_INCONNUE, FORMATION_CHANGEE, and those of `preparerFormation`
 */
export async function changerLaFormation(
  registre: Registre,
  inscrit: DossierInscrit,
  { id, version, ...saisie }: SaisieFormation & { id: string; version: string },
  { auteur, aujourdhui, maintenant }: QuiAgit,
): Promise<void> {
  if (!/^\d{1,9}$/.test(version)) throw Refus.de('FORMATION_CHANGEE');
  const contenu = lireFormation(saisie);
  const { numero } = inscrit;
  const actuelle = (await formationsDe(registre, numero)).find((formation) => formation.id === id);
  if (actuelle === undefined || actuelle.abandonneeLe !== null) throw Refus.de('FORMATION_INCONNUE');
  // Sent twice: it says so already.
  if (memeContenu(actuelle, contenu)) return;
  const vue = { numero, id, auteur, le: aujourdhui, version: Number(version) };
  await toutOuRien(registre, async (tx) => {
    if (!(await changerFormation(tx, { ...vue, ...contenu }, maintenant))) throw Refus.de('FORMATION_CHANGEE');
    await redeposerTache(tx, inscrit, id, maintenant);
  });
}

/** Gives a training up, with the reason that others will read; given up already, it stays so. @throws Refus CHAMP_MANQUANT:motif, CHAMP_INVALIDE:motif, FORMATION_INCONNUE */
export async function abandonnerLaFormation(
  registre: Registre,
  inscrit: DossierInscrit,
  saisie: { id: string; motif: string },
  { auteur, aujourdhui, maintenant }: QuiAgit,
): Promise<void> {
  const { valeur, fautes } = lireTextes({ id: saisie.id, motif: saisie.motif });
  if (fautes.length > 0) throw Refus.de(...fautes.map(codeDeFaute));
  const { id, motif } = valeur;
  if (motif === '') throw refuser('CHAMP_MANQUANT:motif', 'Dites pourquoi cette formation est abandonnée.');
  const long = motifTropLong(motif);
  if (long !== null) throw refuser('CHAMP_INVALIDE:motif', long);
  const { numero } = inscrit;
  await toutOuRien(registre, async (tx) => {
    if (await abandonnerFormation(tx, { numero, id, auteur, le: aujourdhui, motif }, maintenant))
      return redeposerTache(tx, inscrit, id, maintenant);
    if (!(await formationsDe(tx, numero)).some((formation) => formation.id === id))
      throw Refus.de('FORMATION_INCONNUE');
  });
}

const refuser = (code: string, dite: string): Refus => new Refus([{ code, phrase: dite }]);

const memeContenu = (une: ContenuFormation, autre: ContenuFormation): boolean =>
  une.intitule === autre.intitule &&
  une.organisme === autre.organisme &&
  une.entreePrevue === autre.entreePrevue &&
  une.financement === autre.financement;

/** @throws Refus of every field that does not fit */
function lireFormation({ intitule, organisme, entreePrevue, financement }: SaisieFormation): ContenuFormation {
  const { valeur, fautes } = lireTextes({ intitule, organisme, entreePrevue, financement });
  if (fautes.length > 0) throw Refus.de(...fautes.map(codeDeFaute));
  const refus: { code: string; phrase: string }[] = [];
  const jour = lireDate(valeur.entreePrevue);
  const choisi = estFinancement(valeur.financement) ? valeur.financement : null;
  if (valeur.intitule === '')
    refus.push({ code: 'CHAMP_MANQUANT:intitule', phrase: 'Écrivez quelle est la formation.' });
  for (const nom of ['intitule', 'organisme'] as const) {
    const long = tropLong(valeur[nom], INTITULE_MAX);
    if (long !== null) refus.push({ code: `CHAMP_INVALIDE:${nom}`, phrase: `C’est trop long : ${long}.` });
  }
  if (valeur.entreePrevue !== '' && jour === null)
    refus.push({ code: 'DATE_INVALIDE:entreePrevue', phrase: phrase(`DATE_INVALIDE:${valeur.entreePrevue}`) });
  if (valeur.financement !== '' && choisi === null)
    refus.push({ code: 'CHAMP_INVALIDE:financement', phrase: 'Ce financement n’est pas un de ceux de la liste.' });
  if (refus.length > 0) throw new Refus(refus);
  return {
    ...{ intitule: valeur.intitule, organisme: valeur.organisme === '' ? null : valeur.organisme },
    ...{ entreePrevue: jour, financement: choisi },
  };
}
