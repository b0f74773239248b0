import type { CodeCourrier } from '../../../domain/catalogue/codes-courrier';
import type { CourrierAvecEnvois } from '../../../registre';
import type { ReleveRafale } from '../../outils/rafale';

/** A letter by what names it. */
export type Nommee = Pick<CourrierAvecEnvois, 'cle' | 'numero' | 'code' | 'destinataire'>;

/** Sent several times to one reader by the rules themselves. */
const REPETEES: readonly string[] = [
  'C02_RAPPEL_REFLEXION',
  'C15_RAPPEL_REINSCRIPTION',
  'C17_SUIVI_EMPLOI',
] satisfies CodeCourrier[];

/** Letters said twice to one reader, under one key or under two that speak of the same. */
export function redites(parties: readonly Nommee[]): string[] {
  const vues = new Set<string>();
  const fautes: string[] = [];
  for (const { cle, numero, code, destinataire } of parties) {
    const quoi = REPETEES.includes(code) ? cle : `${numero}/${code}/${destinataire}`;
    if (vues.has(quoi)) fautes.push(`${cle} : partie deux fois`);
    vues.add(quoi);
  }
  return fautes;
}

export interface Depart {
  /** Keys of the letters gone before the next release. */
  avant: ReadonlySet<string>;
  /** Those gone since, and before. */
  apres: ReadonlySet<string>;
  /** Those that it had said would leave, and those that a fact recorded meanwhile asks for. */
  annoncees: ReadonlySet<string>;
}

/** What left though nobody had said so, what was said and did not leave, what is gone and forgotten. */
export function ecarts({ avant, apres, annoncees }: Depart): string[] {
  const nouvelles = [...apres].filter((cle) => !avant.has(cle));
  return [
    ...nouvelles.filter((cle) => !annoncees.has(cle)).map((cle) => `${cle} : partie sans avoir été annoncée`),
    ...[...annoncees].filter((cle) => !apres.has(cle)).map((cle) => `${cle} : annoncée, et non partie`),
    ...[...avant].filter((cle) => !apres.has(cle)).map((cle) => `${cle} : partie, et oubliée`),
  ];
}

/** What the mailbox and the mail room have otherwise than the register says: once what left, once more for each doubt that it says. */
export function fautesDesRemises({ lettres, recus, postes }: ReleveRafale): string[] {
  const fautes: string[] = [];
  for (const { cle, incertain, envois } of lettres) {
    for (const { canal, statut, messageId } of envois) {
      const fois = canal === 'EMAIL' ? (recus.get(messageId) ?? 0) : canal === 'COURRIER' ? (postes.get(cle) ?? 0) : 1;
      const doutes = envois.filter((e) => e.messageId === messageId && e.statut === 'INCERTAIN').length;
      if (statut === 'PARTI' && (fois < 1 || fois > 1 + doutes)) fautes.push(`${cle} : ${fois} fois par ${canal}`);
      if (doutes > 0 && !incertain) fautes.push(`${cle} : incertain sans être marqué`);
    }
  }
  const connus = new Set(lettres.flatMap(({ envois }) => envois.map(({ messageId }) => messageId)));
  for (const id of recus.keys()) if (!connus.has(id)) fautes.push(`${id} : reçu sans être au registre`);
  return fautes;
}
