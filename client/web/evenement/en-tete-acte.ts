import { randomUUID } from 'node:crypto';
import { champsDossier } from '../../../domain/dossier/dossier';
import { type ActeJournal, actes, estActe } from '../../../domain/faits/actes';
import { estTypeEvenement, type TypeEvenement } from '../../../domain/faits/evenements';
import type { Saisie } from '../../saisie/formulaire';
import type { ApercuVu } from '../../usages/agir-sur-un-dossier';
import { type Reserve, toutesReserves } from '../../usages/previsualiser-un-acte';

/** What a form says of the act itself, beside the fields of the event. */
export interface EnTeteActe {
  acte: ActeJournal;
  /** Type of the event, for `consigner` and `corriger`. */
  type: TypeEvenement | null;
  /** Entry of the journal that is corrected, cancelled or confirmed. */
  entree: string | null;
  /** The one field that a rectification is about; null when it is about several. */
  champ: string | null;
  /** Drawn with the form and kept to the end: sent twice, the act counts once. */
  id: string;
  /** Version of the dossier under the author's eyes. */
  versionVue: number;
  motif: string;
}

/** Whether a name is that of a field of an opening. */
export const estChampDossier = (nom: string): boolean => champsDossier.some((champ) => champ.nom === nom);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NOMBRE = /^\d{1,9}$/;

export const nouvelEnTete = (
  acte: ActeJournal,
  vu: { version: number },
  plus: Partial<EnTeteActe> = {},
): EnTeteActe => ({
  acte,
  type: null,
  entree: null,
  champ: null,
  id: randomUUID(),
  versionVue: vu.version,
  motif: '',
  ...plus,
});

/** Reads back the head that `champsCaches` wrote; null when it is not one of our forms. */
export function lireEnTete(saisie: Saisie): EnTeteActe | null {
  const {
    _acte: acte = '',
    _type: type = '',
    _entree: entree = '',
    _champ: champ = '',
    _id: id = '',
    _version: version = '',
    _motif: motif = '',
  } = saisie;
  if (!estActe(acte) || !UUID.test(id) || !NOMBRE.test(version)) return null;
  if ((acte === 'consigner' || acte === 'corriger') !== estTypeEvenement(type)) return null;
  if (actes[acte].surEntree !== (entree !== '')) return null;
  return {
    acte,
    type: estTypeEvenement(type) ? type : null,
    entree: entree === '' ? null : entree,
    champ: estChampDossier(champ) ? champ : null,
    id,
    versionVue: Number(version),
    motif: motif.trim(),
  };
}

/** The head as hidden fields; `motif` is a field that people see, unless the page only confirms. */
export const champsCaches = (e: EnTeteActe): [string, string][] => [
  ['_acte', e.acte],
  ['_type', e.type ?? ''],
  ['_entree', e.entree ?? ''],
  ['_champ', e.champ ?? ''],
  ['_id', e.id],
  ['_version', String(e.versionVue)],
];

/** The preview that a page shows, as hidden fields of its confirmation. */
export const champsApercu = ({ version, reserves }: ApercuVu): [string, string][] => [
  ['_apercu', String(version)],
  ['_reserves', reserves.join(' ')],
];

/** Reads back what `champsApercu` wrote; null when no preview was seen. */
export function lireApercuVu({ _apercu: version = '', _reserves: reserves = '' }: Saisie): ApercuVu | null {
  if (!NOMBRE.test(version)) return null;
  return { version: Number(version), reserves: toutesReserves.filter((r) => reserves.split(' ').includes(r)) };
}

/** The version that the author had under her eyes last: that of a preview, else that of the form. */
export const versionVueDe = (enTete: EnTeteActe, saisie: Saisie): number =>
  lireApercuVu(saisie)?.version ?? enTete.versionVue;

/** What its author accepts by confirming: that a fact counts for nothing, by the button; that others no longer count, by a box to tick. */
export const accepteDe = ({ _repousse }: Saisie, vu: ApercuVu | null): Reserve[] =>
  toutesReserves.filter((r) => (r === 'REPOUSSE' ? _repousse === 'oui' : vu?.reserves.includes(r)));
