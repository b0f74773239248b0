import type { EtatParcours, MessageRecu } from './parcours';

/** Fields that say who sends and what she saw, not what is said: a message sent again may differ by them. */
const ENVELOPPE: readonly string[] = ['id', 'auteur', 'versionVue'];

/**
 * What a message says, as a few characters: two messages under one id are the same one delivered twice, or not. Workflows run it, and
 * replay it for years: it never changes.
 */
export function empreinteDuMessage({ acte, nom, contenu }: Pick<MessageRecu, 'acte' | 'nom' | 'contenu'>): string {
  const champs = typeof contenu === 'object' && contenu !== null ? Object.entries(contenu) : [['', contenu] as const];
  const dits = champs.filter(([champ]) => !ENVELOPPE.includes(champ));
  return condenser(canonique([acte, nom, Object.fromEntries(dits)]));
}

const EMPREINTE = /^[0-9a-f]{16}$/;

/** The id under which another message is refused, that came under one already taken. */
export const idDuRefus = (id: string, empreinte: string): string => `${id}/${empreinte}`;

/**
 * True when another message than the first was refused under this id, or is about to be: a system that sends again and dates each time
 * anew says one thing wrong, however often. Workflows run it too: it never changes.
 */
export const estRefuseSous = ({ issues, recus }: Pick<EtatParcours, 'issues' | 'recus'>, id: string): boolean => {
  const sien = (autre: string) => autre.startsWith(`${id}/`) && EMPREINTE.test(autre.slice(id.length + 1));
  const refuses = Object.values(issues).filter(({ code }) => code === 'IDENTIFIANT_DEJA_PRIS');
  return (
    refuses.some((issue) => sien(issue.id)) ||
    recus.some((recu) => recu.refus === 'IDENTIFIANT_DEJA_PRIS' && sien(recu.id))
  );
};

/** JSON whose fields stand in one order, whoever wrote it. */
const canonique = (valeur: unknown): string =>
  JSON.stringify(valeur, (_cle, v: unknown) =>
    typeof v === 'object' && v !== null && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );

/** cyrb53, twice 32 bits mixed: no cryptography, which workflows lack, against accidents only. */
export function condenser(texte: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let rang = 0; rang < texte.length; rang += 1) {
    const lettre = texte.charCodeAt(rang);
    a = Math.imul(a ^ lettre, 2_654_435_761);
    b = Math.imul(b ^ lettre, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (b >>> 0).toString(16).padStart(8, '0') + (a >>> 0).toString(16).padStart(8, '0');
}
