/**
 * What a span says of what it times: nothing that a log could not say, and no free text. Names are OpenTelemetry's where it has one.
 */
export interface Dits {
  'jalon.numero'?: string;
  'jalon.workflow'?: string;
  'jalon.essai'?: number;
  'http.request.method'?: string;
  'http.route'?: string;
  'http.response.status_code'?: number;
}

/** Where one is in what a gesture brought about. */
export interface Repere {
  traceId: string;
  spanId: string;
}

/** What follows a gesture from the click to the letter, and sends what it saw to a collector. */
export interface Sillage {
  span<R>(nom: string, dits: Dits, faire: (dire: (dits: Dits) => void) => Promise<R>, parent?: Repere): Promise<R>;
  ici(): Repere | null;
}

let ouvert: Sillage | null = null;

/** Once per process, by `ouvrirSillage`; null: nothing is followed any more. */
export const poserSillage = (sillage: Sillage | null): void => {
  ouvert = sillage;
};

/**
 * Does something as one span of what is being followed; does it and no more where nothing is.
 * @param nom made of our own words: no person, no address, no number of a dossier
 * @param faire is lent what adds to `dits` once it is known
 * @param parent where it comes from, when that was another process; by default what is being followed here
 */
export function suivre<R>(
  nom: string,
  dits: Dits,
  faire: (dire: (dits: Dits) => void) => Promise<R>,
  parent?: Repere | null,
): Promise<R> {
  return ouvert === null ? faire(() => undefined) : ouvert.span(nom, dits, faire, parent ?? undefined);
}

/** Where one is; null outside of anything that is followed. */
export const repereIci = (): Repere | null => ouvert?.ici() ?? null;

/** The same as a line of a log writes it, under OpenTelemetry's names. */
export const dansLeJournal = (repere: Repere | null = repereIci()): { trace_id?: string; span_id?: string } =>
  repere === null ? {} : { trace_id: repere.traceId, span_id: repere.spanId };
