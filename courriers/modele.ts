import type { CodeCourrier, DestinataireDe } from '../domain/catalogue';
import type { Contenu } from './contenu';
import type { Contexte } from './contexte';

/** Writes one letter for one reader. */
export type Redaction = (c: Contexte) => Contenu;

/** A template: one text for each reader of the catalogue, and a version that grows when what it says changes. */
export type Modele<C extends CodeCourrier> = { version: number } & Record<DestinataireDe<C>, Redaction>;
