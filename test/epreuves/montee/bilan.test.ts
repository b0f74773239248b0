import { ecarts, fautesDesRemises, redites } from './bilan';

const lettre = (code: string, base: string, destinataire = 'BENEFICIAIRE') => ({
  ...{ numero: '2026-000001-05', code, destinataire: destinataire as 'BENEFICIAIRE' },
  cle: `2026-000001-05/${code}/${destinataire}/${base}`,
});

it('une lettre qui change de clé ne se dit pas deux fois ; un rappel se répète', () => {
  const rappels = [lettre('C02_RAPPEL_REFLEXION', '2026-12-01-7'), lettre('C02_RAPPEL_REFLEXION', '2026-12-01-2')];
  const adhesions = [lettre('C04_ADHESION', '2026-11-20'), lettre('C04_ADHESION', '2026-11-20', 'EMPLOYEUR')];
  expect(redites([...rappels, ...adhesions])).toEqual([]);
  expect(redites([lettre('C07_CONVOCATION_PSP', '2026-11-20'), lettre('C07_CONVOCATION_PSP', '2026-11-10')])).toEqual([
    '2026-000001-05/C07_CONVOCATION_PSP/BENEFICIAIRE/2026-11-10 : partie deux fois',
  ]);
});

it('ce qui part est ce qui était annoncé, et rien de parti ne s’oublie', () => {
  const de = (...cles: string[]) => new Set(cles);
  expect(ecarts({ avant: de('a'), apres: de('a', 'b'), annoncees: de('b') })).toEqual([]);
  expect(ecarts({ avant: de('a'), apres: de('c'), annoncees: de('b') })).toEqual([
    'c : partie sans avoir été annoncée',
    'b : annoncée, et non partie',
    'a : partie, et oubliée',
  ]);
});

it('la boîte et la poste ont chaque lettre une fois', () => {
  const envoi = (canal: string, messageId: string) => ({ canal, statut: 'PARTI', messageId });
  const lettres = [{ cle: 'k', envois: [envoi('EMAIL', '<1>'), envoi('COURRIER', '')] }] as never;
  expect(fautesDesRemises({ lettres, recus: new Map([['<1>', 1]]), postes: new Map([['k', 1]]) })).toEqual([]);
  expect(
    fautesDesRemises({
      lettres,
      recus: new Map([
        ['<1>', 2],
        ['<2>', 1],
      ]),
      postes: new Map(),
    }),
  ).toEqual(['k : 2 fois par EMAIL', 'k : 0 fois par COURRIER', '<2> : reçu sans être au registre']);
});
