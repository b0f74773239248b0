import { dateCivile } from '../../domain/calendrier/dates';
import type { DepartReel } from '../../domain/parcours/depart';
import { attenteDite, departDit, deplacementDit } from './departs';

const PARIS = 'Europe/Paris';
const part = (jour: string, quand: string | null, raison: DepartReel['raison'] = null) => ({
  date: dateCivile('2026-11-24'),
  reel: { quand, jour: quand === null ? null : dateCivile(jour), immediat: false, raison },
});

it('le jour et l’heure d’un départ se disent, et pourquoi ce n’est pas le jour prévu', () => {
  expect(departDit(part('2026-11-24', '2026-11-24T08:12:00.000Z'), PARIS)).toBe('24/11/2026 à 9\u00a0h\u00a012');
  const tard = part('2026-11-27', '2026-11-27T08:12:00.000Z', 'RETARD');
  expect(attenteDite(tard, PARIS)).toBe(
    'partira le 27/11/2026 à 9\u00a0h\u00a012 (prévu le 24/11/2026\u00a0: le jour prévu était déjà passé)',
  );
  const avant = part('2026-11-24', '2026-11-23T23:00:00.000Z');
  expect(deplacementDit({ avant, apres: tard }, PARIS)).toMatch(
    /^partira le 27\/11\/2026 à 9\u00a0h\u00a012 au lieu du 24\/11\/2026 \(/,
  );
  expect(deplacementDit({ avant, apres: null }, PARIS)).toBe('ne partira pas (prévu le 24/11/2026)');
});

it('celui que quelqu’un tient n’a pas de date', () => {
  const tenu = part('', null, 'BLOQUE');
  expect(attenteDite(tenu, PARIS)).toBe('attend (prévu le 24/11/2026\u00a0: un exploitant a suspendu ces courriers)');
  expect(departDit(tenu, PARIS)).toMatch(/^sans date \(prévu/);
  expect(deplacementDit({ avant: tenu, apres: null }, PARIS)).toBe('ne partira pas (prévu le 24/11/2026)');
});
