import type { Champ } from '../../../domain/dossier/champs';
import { champsDossier, completer, type Dossier } from '../../../domain/dossier/dossier';
import { motifTropLong } from '../../../domain/dossier/limite';
import { phrase } from '../../../domain/faits/erreurs';
import { definitions, verifierForme } from '../../../domain/faits/evenements';
import { evenementDe } from '../../../domain/faits/journal';
import { resoudreJournal } from '../../../domain/faits/resoudre-journal';
import { cheminDe } from '../../saisie/erreur';
import { enTexte, lireSaisie, nomSaisi, type Saisie } from '../../saisie/formulaire';
import { jugerRectification } from '../../saisie/rectification';
import type { ContenuSigne } from '../../usages/commun/acte';
import { champsAdoption, lireAdoption } from './adoption';
import { champsAvecContrat, contratDe, type Vu } from './contrats';
import { champsAvecDuree, sansDuree } from './duree';
import type { EnTeteActe } from './en-tete-acte';

/** Fields that the form of an act asks for. */
export function champsDe({ acte, type, champ }: Pick<EnTeteActe, 'acte' | 'type' | 'champ'>, vu: Vu): readonly Champ[] {
  if (acte === 'rectifierDossier') return champsDossier.filter(({ nom }) => champ === null || nom === champ);
  if (acte === 'adopterReglement') return champsAdoption;
  return type === null ? [] : champsAvecDuree(type, champsAvecContrat(type, definitions[type].champs, vu));
}

/** Texts with which the form of a correction or of a rectification opens: what is recorded now. */
export function saisieInitiale(enTete: EnTeteActe, vu: Vu): Saisie {
  const resolu = resoudreJournal(vu.dossier, vu.journal);
  const valeurs: Readonly<Record<string, unknown>> =
    enTete.acte === 'rectifierDossier'
      ? { ...completer(resolu.dossier) }
      : { ...(enTete.entree === null ? {} : evenementDe(resolu.vivants.get(enTete.entree))) };
  return Object.fromEntries(champsDe(enTete, vu).map((c) => [nomSaisi(c.nom), enTexte(valeurs[c.nom])]));
}

/** Name of the field where an act says why. */
export const MOTIF = '_motif';

export type ActeLu =
  | { ok: true; contenu: ContenuSigne }
  /** Sentences by field name; under '' what concerns the whole form. */
  | { ok: false; erreurs: Record<string, string> };

/** Turns a form into the content of an act; what is wrong with its form is said field by field and kept nowhere. */
export function lireActe(enTete: EnTeteActe, saisie: Saisie, vu: Vu, auteur: string): ActeLu {
  const { id, versionVue, motif, entree, type, acte } = enTete;
  const enveloppe = { id, auteur, versionVue, ...(motif === '' ? {} : { motif }) };
  const long = motifTropLong(motif);
  if (long !== null) return { ok: false, erreurs: { [MOTIF]: long } };
  if (acte === 'annuler') return { ok: true, contenu: { ...enveloppe, annule: entree! } };
  if (acte === 'confirmer') {
    const refus = refusSecondePersonne(auteur, vu, entree!);
    return refus === null
      ? { ok: true, contenu: { ...enveloppe, confirme: entree! } }
      : { ok: false, erreurs: { '': refus } };
  }
  if (acte === 'confirmerSilence') return { ok: true, contenu: enveloppe };
  if (acte === 'fermerParErreur') {
    const erreurs = { [MOTIF]: 'Dites pourquoi ce dossier n’aurait pas dû être ouvert.' };
    return motif === '' ? { ok: false, erreurs } : { ok: true, contenu: enveloppe };
  }
  if (acte === 'adopterReglement') {
    const lue = lireAdoption(saisie);
    return lue.ok ? { ok: true, contenu: { ...enveloppe, reglement: lue.adoption } } : lue;
  }
  const { valeurs, erreurs } = lireSaisie(champsDe(enTete, vu), saisie);
  if (Object.keys(erreurs).length > 0) return { ok: false, erreurs };
  if (acte === 'rectifierDossier') {
    const { dossier } = resoudreJournal(vu.dossier, vu.journal);
    const champs = champsRectifies(champsDe(enTete, vu), valeurs, dossier);
    if (Object.keys(champs).length === 0) return { ok: false, erreurs: { '': phrase('RECTIFICATION_VIDE') } };
    const fautes = jugerRectification(champs, dossier).map(({ code, phrase: dite }) => [cheminDe(code), dite]);
    if (fautes.length > 0) return { ok: false, erreurs: Object.fromEntries(fautes) };
    return { ok: true, contenu: { ...enveloppe, champs } };
  }
  const datees = sansDuree(type, valeurs);
  if (!datees.ok) return datees;
  const contratId = type === 'REPRISE_EMPLOI' ? contratDe(valeurs, enTete, vu) : undefined;
  const forme = verifierForme({ type, ...datees.valeurs, ...(contratId === undefined ? {} : { contratId }) });
  if (!forme.ok) return { ok: false, erreurs: erreursDuRefus(champsDe(enTete, vu), phrase(forme.code), forme.champs) };
  return {
    ok: true,
    contenu: { ...enveloppe, evenement: forme.evenement, ...(entree === null ? {} : { remplace: entree }) },
  };
}

/** A refusal by the fields of the form that it speaks of; under '' when the form has none of them. */
export function erreursDuRefus(
  champs: readonly Champ[],
  dite: string,
  noms: readonly string[],
): Record<string, string> {
  const vises = champs.filter(({ nom }) => noms.includes(nom));
  return Object.fromEntries((vises.length > 0 ? vises.map(({ nom }) => nom) : ['']).map((nom) => [nom, dite]));
}

/** Why an account cannot confirm an entry, when it is its own; the command line may have written its id in capitals. */
export function refusSecondePersonne(compte: string, { journal }: Pick<Vu, 'journal'>, entree: string): string | null {
  const premiere = journal.find(({ id }) => id === entree)?.auteur;
  const meme = compte.toLowerCase() === premiere?.trim().toLowerCase();
  return meme ? `${phrase('CONFIRMATION_MEME_PERSONNE')} Ici, c’est vous, « ${premiere} ».` : null;
}

/** Only what changes: an emptied field is sent as null, which the rules read as absent. */
function champsRectifies(
  champs: readonly Champ[],
  valeurs: Record<string, unknown>,
  actuel: Dossier,
): Record<string, unknown> {
  const avant: Readonly<Record<string, unknown>> = { ...completer(actuel) };
  return Object.fromEntries(
    champs
      .map(({ nom, genre }) => [nom, genre === 'booleen' ? valeurs[nom] === true : (valeurs[nom] ?? null)] as const)
      .filter(([nom, valeur]) => valeur !== (avant[nom] ?? null)),
  );
}
