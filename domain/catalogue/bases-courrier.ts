import { type CodeCourrier, codesCourrier } from './catalogue';

/** What the base of a letter on an appointment says: `<AAAA-MM-JJ>-<id>-<sequence>`, then `-7` or `-1` for a reminder. */
export interface BaseRendezVous {
  id: string;
  sequence: number;
}

/** Reads the base of a letter whose origin is RENDEZ_VOUS; null when it is not written so. */
export function lireBaseRendezVous(code: string, base: string): BaseRendezVous | null {
  const motif = code === 'RDV_RAPPEL' ? /^\d{4}-\d{2}-\d{2}-(.+)-(\d+)-[71]$/ : /^\d{4}-\d{2}-\d{2}-(.+)-(\d+)$/;
  const [, id, sequence] = motif.exec(base) ?? [];
  return id === undefined ? null : { id, sequence: Number(sequence) };
}

/** The letter that a RECTIFICATION corrects. */
export interface BaseRectification {
  code: CodeCourrier;
  base: string;
}

/** Reads the base of a RECTIFICATION, `<code>_<base of the false letter>_v<n>`; null when it is not written so. */
export function lireBaseRectification(ecrite: string): BaseRectification | null {
  const [, corps] = /^(.+)_v\d+$/.exec(ecrite) ?? [];
  const code = codesCourrier.find((c) => corps?.startsWith(`${c}_`));
  return corps === undefined || code === undefined ? null : { code, base: corps.slice(code.length + 1) };
}
