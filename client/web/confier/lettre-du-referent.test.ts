import { dateCivile } from '../../../domain/calendrier/dates';
import type { CourrierAPartir } from '../../../domain/parcours/previsualiser';
import { lettreDuReferentDite } from './lettre-du-referent';

const date = dateCivile('2026-11-27');
const part: CourrierAPartir = {
  ...{ cle: 'c', code: 'NOUVEAU_REFERENT', destinataire: 'BENEFICIAIRE', base: 'b', statut: 'A_VENIR', le: null },
  ...{ date, depart: '2026-11-30T08:12:00.000Z', utileJusquau: null },
  reel: { quand: '2026-11-30T08:12:00.000Z', jour: dateCivile('2026-11-30'), immediat: false, raison: 'SURSIS' },
};
const fuseau = 'Europe/Paris';

it('dit quand la lettre part, et pourquoi ce n’est pas le jour même', () => {
  expect(lettreDuReferentDite({ part, retiree: false, fuseau }).replace(/[\u00a0\u202f]/g, ' ')).toBe(
    '« Nouveau référent » partira le 30/11/2026 à 9 h 12 (prévu le 27/11/2026 : un délai est laissé pour reprendre une erreur de saisie)',
  );
});

it.each([
  ['la lettre qui annonçait un autre référent ne partira pas', true],
  ['aucune lettre', false],
])('%s', (dit, retiree) => {
  expect(lettreDuReferentDite({ part: null, retiree, fuseau })).toBe(dit);
});
