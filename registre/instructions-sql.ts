/** The statements of a file of SQL that holds neither a string nor a body with a semicolon at the end of a line, comments left out. */
export const instructions = (sql: string): string[] =>
  sql
    .replace(/^\s*--.*$/gm, '')
    .split(/;\s*(?:\n|$)/)
    .map((instruction) => instruction.trim())
    .filter((instruction) => instruction !== '');
