import { dateCivile } from '../../../domain/calendrier/dates';
import type { FaitVecu } from './faits-vecus';
import { deTrop, envoisParActe, eprouverUneLettre } from './une-lettre';

const fait = (le: string, evenement: FaitVecu['evenement']): FaitVecu => ({ le: dateCivile(le), evenement });
const accord = fait('2025-03-10', { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' });
const annee = [
  accord,
  fait('2025-03-31', { type: 'PRE_BILAN_REALISE', date: '2025-03-31' }),
  fait('2025-04-28', { type: 'PSP_VALIDE', date: '2025-04-28' }),
];

it('ce qu’un acte change pour un lecteur, un jour, est une lettre', () => {
  expect(() => eprouverUneLettre(60, 20261130)).not.toThrow();
});

it('deux lettres que rien ne dit être deux se voient', () => {
  const envoi = { acte: accord, lecteur: 'EMPLOYEUR' as const };
  expect(deTrop({ ...envoi, codes: ['C04_ADHESION', 'C10_CONTRIBUTION'] })).toEqual([
    'C04_ADHESION et C10_CONTRIBUTION',
  ]);
  expect(deTrop({ ...envoi, codes: ['DECISION_INSPECTION', 'C05_REFUS'] })).toEqual([]);
});

const cas: [string, FaitVecu[], FaitVecu, Record<string, string[]>][] = [
  [
    'une remise corrigée au quatrième mois',
    annee,
    {
      ...fait('2025-07-17', { type: 'OUVERTURE' }),
      rectification: { dateRemise: '2025-02-26' },
    },
    { BENEFICIAIRE: ['PROLONGATION'], EMPLOYEUR: ['RECTIFICATION'] },
  ],
  [
    'un arrêt connu une fois la fin annoncée et passée',
    annee,
    fait('2026-03-26', { type: 'ARRET_MALADIE', debut: '2026-03-09', fin: '2026-03-20' }),
    { BENEFICIAIRE: ['RETOUR'], EMPLOYEUR: [] },
  ],
  [
    'un arrêt qui dure encore, connu une fois la fin annoncée et passée',
    annee,
    fait('2026-03-26', { type: 'ARRET_MALADIE', debut: '2026-03-16', fin: '2026-03-31' }),
    { BENEFICIAIRE: ['SUSPENSION'], EMPLOYEUR: [] },
  ],
  [
    'une exclusion connue après son jour',
    annee,
    fait('2025-09-10', { type: 'SORTIE', motif: 'MANQUEMENT', date: '2025-09-05' }),
    { BENEFICIAIRE: ['SORTIE_DECIDEE'], EMPLOYEUR: [] },
  ],
  [
    'une acceptation connue une fois le CSP commencé',
    [],
    fait('2025-04-02', { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' }),
    { BENEFICIAIRE: ['C04_ADHESION'], EMPLOYEUR: ['C04_ADHESION'] },
  ],
];

it.each(cas)('%s : une lettre pour chacun', (_cas, avant, acte, lettres) => {
  const envois = envoisParActe([...avant, acte]).filter((envoi) => envoi.acte === acte);
  expect(Object.fromEntries(envois.map(({ lecteur, codes }) => [lecteur, codes]))).toEqual(lettres);
});
