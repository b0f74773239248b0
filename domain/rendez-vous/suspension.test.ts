import { dateCivile } from '../calendrier/dates';
import type { RendezVous } from './rendez-vous';
import { avecJour, pendantSuspension, suspenduLe } from './suspension';

const suspensions = [{ debut: dateCivile('2026-11-23'), fin: dateCivile('2026-12-06') }];

it('une suspension compte ses deux bornes', () => {
  const jours = ['2026-11-22', '2026-11-23', '2026-12-06', '2026-12-07'];
  expect(jours.map((jour) => suspenduLe(suspensions, dateCivile(jour)))).toEqual([false, true, true, false]);
});

it('un rendez-vous tombe le jour que montre son horloge, tant qu’il est à venir', () => {
  const rendezVous = {
    ...{ id: 'a1', numero: '2025-000001-07', sorte: 'SUIVI', mode: 'TELEPHONE', sequence: 0 },
    debut: '2026-12-06T23:30:00.000Z',
  } as RendezVous;
  const agence = { residence: 'metropole' } as Parameters<typeof avecJour>[2];
  const [aParis] = avecJour([rendezVous], 'metropole', agence);
  const [enGuadeloupe] = avecJour([rendezVous], 'guadeloupe', agence);
  expect([aParis!.jour, enGuadeloupe!.jour]).toEqual(['2026-12-07', '2026-12-06']);
  const touches = (maintenant: string) => pendantSuspension([aParis!, enGuadeloupe!], suspensions, maintenant);
  expect(touches('2026-12-06T23:29:00.000Z')).toEqual([enGuadeloupe]);
  expect(touches(rendezVous.debut)).toEqual([]);
});
