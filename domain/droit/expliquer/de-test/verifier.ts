import { ACCEPTATION, OUVERTURE } from '../../regles/de-test/scenario';
import type { Explication } from '..';
import { expliquerScenario } from '../scenario';

/** What every explanation owes its reader, whatever it says. */
export function verifier(e: Explication): void {
  expect([e.cle, e.phrase]).toEqual([e.cle, expect.stringMatching(/^[A-ZÀ-Ý0-9«].+\.$/)]);
  expect(e.regle).toMatch(/^([RF]\d+)(, [RF]\d+)*$/);
  expect(e.source.length).toBeGreaterThan(5);
  expect('TSGD').toContain(e.certitude);
  for (const texte of [e.phrase, e.libelle, e.source, e.doute ?? '']) {
    expect([e.cle, texte]).toEqual([e.cle, expect.not.stringMatching(/undefined|\bnull\b|NaN|Infinity|\[object/)]);
    expect([e.cle, texte]).toEqual([e.cle, expect.not.stringMatching(/\d{4}-\d{2}-\d{2}|31\/12\/9999| {2}| ,|\.\./)]);
  }
  for (const { nom, libelle } of e.entrees) expect([nom, libelle]).toEqual([nom, expect.stringMatching(/^\S/)]);
}

/** The first explanation of a key of the accepted opening with these events, which follow the acceptance: they start from 1. */
export function dire(cle: string, evenements: unknown[], dossier: object = {}, surcharge: object = {}): Explication {
  const scenario = { dossier: { ...OUVERTURE, ...dossier }, evenements: [ACCEPTATION, ...evenements], surcharge };
  return expliquerScenario(scenario, cle)[0]!;
}
