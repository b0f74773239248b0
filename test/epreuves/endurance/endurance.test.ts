import { dateCivile } from '../../../domain/calendrier/dates';
import { parJour } from './lot';
import { ajouter, RIEN, rediger } from './rapport';

it('les faits de toutes les vies sont donnés dans l’ordre des jours, ceux d’un jour ensemble', () => {
  const fait = (le: string) => ({ le: dateCivile(le), evenement: { type: 'BILAN_REALISE' } });
  expect(parJour([[fait('2025-03-10'), fait('2025-05-02')], [fait('2025-03-10')], [fait('2025-04-01')]])).toEqual([
    [
      '2025-03-10',
      [
        { vie: 0, rang: 0 },
        { vie: 1, rang: 0 },
      ],
    ],
    ['2025-04-01', [{ vie: 2, rang: 0 }]],
    ['2025-05-02', [{ vie: 0, rang: 1 }]],
  ]);
});

it('le rapport additionne les lots, et dit les fautes d’abord', () => {
  const lot = { ...RIEN, vies: 40, morts: 3, fautes: ['un fait perdu'] };
  const tete = { date: '2026-11-30', commit: 'abc', commande: 'c', machine: 'm', minutes: 1.25 };
  const texte = rediger(ajouter(lot, { ...RIEN, vies: 2 }), tete);
  expect(texte.indexOf('- un fait perdu')).toBeLessThan(texte.indexOf('| 42 |'));
  expect(texte).toContain('- Durée : 1,3 min');
});
