import type { CodeCourrier, catalogue, DestinataireDe } from '../domain/catalogue/catalogue';
import type { Decision } from '../domain/dossier/personnes';
import type { Contenu } from './contenu';
import type { ContexteCourrier } from './contexte';
import type { Texte } from './texte';

/** Writes one letter for one reader: the e-mail, its HTML, the PDF and the counsellor's task are views of it. */
export type Redaction = (c: ContexteCourrier) => Contenu;

/** Writes the text message of a letter, without a name or a cause: who writes and whom to call go around it; `court` when it did not fit. */
export type RedactionSms = (c: ContexteCourrier, court: boolean) => Texte;

/** Writes the form of a letter that decides; it takes the decision's parts, so it cannot be asked for without them. */
export type RedactionDecision = (c: ContexteCourrier, d: Decision) => Contenu;

type CanauxDe<C extends CodeCourrier> = (typeof catalogue)[C]['canaux'];
type NatureDe<C extends CodeCourrier> = (typeof catalogue)[C]['nature'];

/** Required of the codes that the catalogue sends by SMS, and only of them. */
type PartSms<C extends CodeCourrier> =
  CanauxDe<C> extends `${string}S${string}` ? { sms: RedactionSms } : { sms?: never };

/** Required of the codes that may decide, and only of them. */
type PartDecision<C extends CodeCourrier> =
  NatureDe<C> extends 'INFORME_OU_DECIDE' ? { decide: RedactionDecision } : { decide?: never };

/**
 * A template: one text for each reader of the catalogue, what its other channels and its nature want, and a version that grows
 * when what it says changes. A part that lacks, or that nothing would send, does not compile.
 */
export type Modele<C extends CodeCourrier> = { version: number } & Record<DestinataireDe<C>, Redaction> &
  PartSms<C> &
  PartDecision<C>;

/** The same for any code, once the registry has checked each. */
export type ModeleQuelconque = { version: number; sms?: RedactionSms; decide?: RedactionDecision } & Partial<
  Record<'BENEFICIAIRE' | 'EMPLOYEUR' | 'CONSEILLER', Redaction>
>;
