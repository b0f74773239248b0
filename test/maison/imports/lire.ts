import { type Module, parseSync } from '@swc/core';

/** One import as it is written, whatever its form. */
export interface Import {
  /** What stands between the quotes. */
  readonly specificateur: string;
  /** False for what disappears before running: `import type`, `export type … from`, `import('x').Y` in a type. */
  readonly valeur: boolean;
}

type Noeud = Readonly<Record<string, unknown>>;

/**
 * Reads every import of a source: `import`, `export … from`, `import()`, `require()`, `import x = require()`, and the types
 * `import('x').Y` and `typeof import('x')`.
 *
 * The parser is the one that the tests are already compiled with: a regular expression sees imports in strings and in JSX
 * text, and misses those that span lines.
 *
 * @param chemin decides the syntax only: `.tsx` reads JSX
 */
export function lireImports(chemin: string, source: string): Import[] {
  const arbre = parseSync(source, { syntax: 'typescript', tsx: chemin.endsWith('x'), target: 'es2022' });
  const imports = enTete(arbre);
  if (/\b(import|require)(\.resolve)?\s*\(/.test(source)) parcourir(arbre as unknown as Noeud, imports);
  return imports;
}

function enTete(arbre: Module): Import[] {
  return arbre.body.flatMap((noeud): Import[] => {
    if (noeud.type === 'ImportDeclaration' || noeud.type === 'ExportAllDeclaration')
      return [{ specificateur: noeud.source.value, valeur: !typeSeul(noeud) }];
    if (noeud.type === 'ExportNamedDeclaration' && noeud.source)
      return [{ specificateur: noeud.source.value, valeur: !typeSeul(noeud) }];
    return [];
  });
}

function typeSeul(noeud: object): boolean {
  return 'typeOnly' in noeud && noeud.typeOnly === true;
}

function parcourir(noeud: unknown, imports: Import[]): void {
  if (Array.isArray(noeud)) for (const enfant of noeud) parcourir(enfant, imports);
  else if (typeof noeud === 'object' && noeud !== null) {
    const trouve = appel(noeud as Noeud);
    if (trouve) imports.push(trouve);
    for (const enfant of Object.values(noeud)) if (typeof enfant === 'object') parcourir(enfant, imports);
  }
}

function appel(noeud: Noeud): Import | undefined {
  if (noeud.type === 'TsImportType') return texte(noeud.argument, false);
  if (noeud.type === 'TsExternalModuleReference') return texte(noeud.expression, true);
  if (noeud.type === 'CallExpression' && appelle(noeud.callee as Noeud))
    return texte((noeud.arguments as { expression: unknown }[])[0]?.expression, true);
  return undefined;
}

function appelle(appele: Noeud): boolean {
  if (appele.type === 'MemberExpression') return appelle(appele.object as Noeud);
  return appele.type === 'Import' || (appele.type === 'Identifier' && appele.value === 'require');
}

function texte(noeud: unknown, valeur: boolean): Import | undefined {
  const { type, value } = (noeud ?? {}) as Noeud;
  return type === 'StringLiteral' ? { specificateur: String(value), valeur } : undefined;
}
