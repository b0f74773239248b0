import { randomUUID } from 'node:crypto';
import type { Champ } from '../../../domain/dossier/champs';
import { champsDossier, completer, type Dossier } from '../../../domain/dossier/dossier';
import { phrase } from '../../../domain/faits/erreurs';
import { estTypeEvenement, type TypeEvenement, verifierForme } from '../../../domain/faits/evenements';
import { formulaires } from '../../../domain/faits/formulaires';
import type { EntreeJournal } from '../../../domain/faits/journal';
import { resoudreJournal } from '../../../domain/faits/resoudre-journal';
import { enTexte, lireSaisie, nomSaisi } from '../../saisie/formulaire';
import type { ContenuActe } from '../../usages/ouvrir';
import { champsAdoption, lireAdoption } from './adoption';

/** The acts that pages do. */
export const actesSaisis = [
  'consigner',
  'corriger',
  'annuler',
  'rectifierDossier',
  'adopterReglement',
  'confirmerSilence',
  'confirmer',
] as const;
export type ActeSaisi = (typeof actesSaisis)[number];

/** What a form sends: texts by field name. */
export type Saisie = Readonly<Record<string, string>>;

/** What a form says of the act itself, beside the fields of the event. */
export interface EnTeteActe {
  acte: ActeSaisi;
  /** Type of the event, for `consigner` and `corriger`. */
  type: TypeEvenement | null;
  /** Entry of the journal that is corrected, cancelled or confirmed. */
  entree: string | null;
  /** Drawn with the form and kept to the end: sent twice, the act counts once. */
  id: string;
  /** Version of the dossier under the author's eyes, and how many entries its journal had then. */
  versionVue: number;
  entreesVues: number;
  motif: string;
}

interface Vu {
  dossier: Dossier;
  journal: readonly EntreeJournal[];
  version: number;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Until accounts exist, who confirms says so: it is what tells the second person from the first. */
const CHAMPS_CONFIRMATION: readonly Champ[] = [
  {
    nom: 'auteur',
    libelle: 'Identifiant de la seconde personne',
    aide: 'Gardé au journal : celui d’une autre personne que celle qui a consigné le fait.',
    genre: 'texte',
    obligatoire: true,
  },
];
const AUTEUR_MAX = 100;

/** Acts on an entry of the journal. */
const SUR_ENTREE: readonly string[] = ['corriger', 'annuler', 'confirmer'];

export const nouvelEnTete = (acte: ActeSaisi, vu: Vu, plus: Partial<EnTeteActe> = {}): EnTeteActe => ({
  acte,
  type: null,
  entree: null,
  id: randomUUID(),
  versionVue: vu.version,
  entreesVues: vu.journal.length,
  motif: '',
  ...plus,
});

/** Reads back the head that `champsCaches` wrote; null when it is not one of our forms. */
export function lireEnTete(saisie: Saisie): EnTeteActe | null {
  const {
    _acte: acte = '',
    _type: type = '',
    _entree: entree = '',
    _id: id = '',
    _version: version = '',
    _vues: vues = '',
    _motif: motif = '',
  } = saisie;
  if (
    !(actesSaisis as readonly string[]).includes(acte) ||
    !UUID.test(id) ||
    ![version, vues].every((n) => /^\d{1,9}$/.test(n))
  )
    return null;
  if ((acte === 'consigner' || acte === 'corriger') !== estTypeEvenement(type)) return null;
  if (SUR_ENTREE.includes(acte) !== (entree !== '')) return null;
  return {
    acte: acte as ActeSaisi,
    type: estTypeEvenement(type) ? type : null,
    entree: entree === '' ? null : entree,
    id,
    versionVue: Number(version),
    entreesVues: Number(vues),
    motif: motif.trim().slice(0, 500),
  };
}

/** The head as hidden fields; `motif` is a field that people see, unless the page only confirms. */
export const champsCaches = (e: EnTeteActe): [string, string][] => [
  ['_acte', e.acte],
  ['_type', e.type ?? ''],
  ['_entree', e.entree ?? ''],
  ['_id', e.id],
  ['_version', String(e.versionVue)],
  ['_vues', String(e.entreesVues)],
];

/** Fields that the form of an act asks for. */
export function champsDe({ acte, type }: Pick<EnTeteActe, 'acte' | 'type'>): readonly Champ[] {
  if (acte === 'rectifierDossier') return champsDossier;
  if (acte === 'adopterReglement') return champsAdoption;
  if (acte === 'confirmer') return CHAMPS_CONFIRMATION;
  return type === null ? [] : formulaires[type].champs;
}

/** Texts with which the form of a correction or of a rectification opens: what is recorded now. */
export function saisieInitiale(enTete: EnTeteActe, vu: Vu): Saisie {
  const resolu = resoudreJournal(vu.dossier, vu.journal);
  const valeurs: Readonly<Record<string, unknown>> =
    enTete.acte === 'rectifierDossier'
      ? { ...completer(resolu.dossier) }
      : { ...(enTete.entree === null ? {} : resolu.vivants.get(enTete.entree)?.evenement) };
  return Object.fromEntries(champsDe(enTete).map((c) => [nomSaisi(c.nom), enTexte(valeurs[c.nom])]));
}

/** The content of an act, under the name of who did it. */
export type ContenuSigne = ContenuActe & { auteur: string };

export type ActeLu =
  | { ok: true; contenu: ContenuSigne }
  /** Sentences by field name; under '' what concerns the whole form. */
  | { ok: false; erreurs: Record<string, string> };

/** Turns a form into the content of an act; what is wrong with its form is said field by field and kept nowhere. */
export function lireActe(enTete: EnTeteActe, saisie: Saisie, vu: Vu, auteur: string): ActeLu {
  const { id, versionVue, motif, entree, type, acte } = enTete;
  const enveloppe = { id, auteur, versionVue, ...(motif === '' ? {} : { motif }) };
  if (acte === 'annuler') return { ok: true, contenu: { ...enveloppe, annule: entree! } };
  if (acte === 'confirmerSilence') return { ok: true, contenu: enveloppe };
  if (acte === 'adopterReglement') {
    const lue = lireAdoption(saisie);
    return lue.ok ? { ok: true, contenu: { ...enveloppe, reglement: lue.adoption } } : lue;
  }
  const { valeurs, erreurs } = lireSaisie(champsDe(enTete), saisie);
  if (Object.keys(erreurs).length > 0) return { ok: false, erreurs };
  if (acte === 'confirmer') {
    const seconde = String(valeurs.auteur);
    const erreur = refusSecondePersonne(seconde, vu.journal.find(({ id: i }) => i === entree)?.auteur);
    if (erreur !== null) return { ok: false, erreurs: { auteur: erreur } };
    return { ok: true, contenu: { ...enveloppe, auteur: seconde, confirme: entree! } };
  }
  if (acte === 'rectifierDossier') {
    const champs = champsRectifies(valeurs, resoudreJournal(vu.dossier, vu.journal).dossier);
    if (Object.keys(champs).length === 0) return { ok: false, erreurs: { '': phrase('RECTIFICATION_VIDE') } };
    return { ok: true, contenu: { ...enveloppe, champs } };
  }
  const forme = verifierForme({ type, ...valeurs });
  if (!forme.ok) return { ok: false, erreurs: { '': phrase(forme.code) } };
  return {
    ok: true,
    contenu: { ...enveloppe, evenement: forme.evenement, ...(entree === null ? {} : { remplace: entree }) },
  };
}

/** Why someone cannot confirm what `premiere` recorded; a capital letter does not make another person. */
function refusSecondePersonne(seconde: string, premiere: string | undefined): string | null {
  if (seconde.length > AUTEUR_MAX) return `${AUTEUR_MAX} caractères au plus.`;
  const meme = seconde.toLowerCase() === premiere?.trim().toLowerCase();
  return meme ? `${phrase('CONFIRMATION_MEME_PERSONNE')} Ici, « ${premiere} » l’a consigné.` : null;
}

/** Only what changes: an emptied field is sent as null, which the rules read as absent. */
function champsRectifies(valeurs: Record<string, unknown>, actuel: Dossier): Record<string, unknown> {
  const avant: Readonly<Record<string, unknown>> = { ...completer(actuel) };
  return Object.fromEntries(
    champsDossier
      .map(({ nom, genre }) => [nom, genre === 'booleen' ? valeurs[nom] === true : (valeurs[nom] ?? null)] as const)
      .filter(([nom, valeur]) => valeur !== (avant[nom] ?? null)),
  );
}
