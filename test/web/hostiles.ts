import fc from 'fast-check';

/** A value that nobody types in good faith, as a form or an address carries it: percent-encoded bytes. */
export interface Hostile {
  nom: string;
  code: string;
}

/** What would be seen if a page wrote a value as it came. */
export const FUITE = '<b data-fuite>';

const ecrire = (nom: string, texte: string): Hostile => ({ nom, code: encodeURIComponent(texte) });

/** Never taken, whatever the field. */
export const refuses: readonly Hostile[] = [
  ecrire('NUL', 'a\u0000b'),
  ecrire('sonnerie', 'a\u0007b'),
  ecrire('séquence de terminal', 'a\u001b[31mb'),
  ecrire('contrôle C1', 'a\u009bb'),
  { nom: 'octets qui ne sont pas de l’UTF-8', code: 'a%FF%FEb' },
  { nom: 'UTF-8 trop long', code: 'a%C0%AFb' },
  { nom: 'demi-caractère', code: 'a%ED%A0%80b' },
  { nom: 'demi-octet', code: 'a%E9' },
];

/** Too long for any field, and short enough for the form. */
export const long: Hostile = ecrire('soixante mille caractères', 'x'.repeat(60_000));

/** Strange, and perhaps somebody's: taken or refused, never a fault. */
export const etranges: readonly Hostile[] = [
  ecrire('balise', `"'>${FUITE}<script>alert(1)</script>`),
  ecrire('de droite à gauche', 'مرحبا \u202eevil\u202c'),
  ecrire('accents empilés', `e${'\u0301'.repeat(150)}`),
  ecrire('émoji', '👩‍👩‍👧‍👦'),
  ecrire('guillemet SQL', "x'; DROP TABLE dossiers; --"),
  ecrire('prototype', '__proto__'),
  ecrire('constructeur', 'constructor'),
  ecrire('nombre négatif', '-1'),
  ecrire('nombre démesuré', '1e309'),
  ecrire('entier trop grand', '99999999999999999999'),
  ecrire('hexadécimal', '0x10'),
  ecrire('pas un nombre', 'NaN'),
  ecrire('jour zéro', '0000-00-00'),
  ecrire('jour qui n’existe pas', '2025-02-30'),
  ecrire('jour lointain', '9999-12-31'),
  ecrire('jour hors du calendrier', '+275760-09-14'),
  ecrire('en-tête', 'x\r\nSet-Cookie: session=volee'),
  ecrire('chemin', '../../../etc/passwd'),
  ecrire('adresse d’ailleurs', '//malveillant.example.org'),
  ecrire('objet', '{"a":{"b":[1,2]}}'),
  ecrire('listes emboîtées', '['.repeat(20_000)),
  ecrire('joker', '%_*?'),
  ecrire('rien', ''),
  ecrire('blancs', ' \u00a0\t\n'),
];

/** Any text at all, the same at every run. */
export const auHasard = (nombre: number): Hostile[] =>
  fc
    .sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), { seed: 20250710, numRuns: nombre })
    .map((texte) => ecrire(`au hasard : ${JSON.stringify(texte)}`, texte));

/** The text of a value, or its bytes as they are written when it is none. */
export function decodee(code: string): string {
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}

/** Some of a list for each rank, all of them in turn, the same at every run. */
export const tour = <T>(liste: readonly T[], rang: number, nombre: number): T[] =>
  Array.from({ length: nombre }, (_, i) => liste[(rang * nombre + i) % liste.length]!);
