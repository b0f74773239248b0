/** Whether what names a dossier is a number, and not a file: `-` is the standard input. */
export const estUnNumero = (saisi: string): boolean => /^[\d\s-]{2,}$/.test(saisi);

/** A number has no dot and no slash: what has one, or `-`, is a file. For where a badly typed number is said to be one. */
export const estUnFichier = (saisi: string): boolean => saisi === '-' || /[./\\]/.test(saisi);
