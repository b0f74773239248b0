import { PassThrough } from 'node:stream';
import type { DateCivile } from '../../domain/calendrier/dates';
import { accord, entree, parcours } from '../../domain/parcours/de-test/parcours';
import { previsualiser } from '../../domain/rendez-vous/previsualiser';
import { apercuEnJson, direApercu } from './dire-apercu';

const maintenant = '2026-01-05T08:00:00.000Z';
const evenement = { type: 'ARRET_MALADIE', debut: '2026-01-12', fin: '2026-01-16' };
const prevu = {
  ...{ id: 'a1', numero: '2025-000001-32', sorte: 'SUIVI' as const, sequence: 0 },
  ...{ debut: '2026-01-14T08:00:00.000Z', jour: '2026-01-14' as DateCivile },
};

it('l’aperçu d’un arrêt nomme les rendez-vous à déplacer', () => {
  const message = { id: 'x', acte: 'consigner' as const, contenu: { auteur: 'ref', evenement }, recuLe: maintenant };
  const apercu = previsualiser(parcours([accord]), message, maintenant, { envoi: 'immediat' }, [prevu]);
  const sortie = new PassThrough({ encoding: 'utf8' });
  const console = { entree: sortie, sortie, erreurs: sortie, env: {}, maintenant: () => new Date(maintenant) };
  direApercu(console, apercu, []);
  const texte = String(sortie.read()).replace(/\s+/g, ' ');
  expect(texte).toContain('(arrêt maladie). Rendez-vous à déplacer : Rendez-vous de suivi du 14/01/2026.');
  const { debut, id, jour, sorte } = prevu;
  expect(apercuEnJson(apercu)).toMatchObject({ rendezVousTouches: [{ id, debut, jour, sorte }] });
});

it('l’aperçu d’un arrêt qui en recouvre un autre nomme l’entrée à corriger', () => {
  const journal = [accord, entree('am-1', { evenement: evenement as never })];
  const second = { ...evenement, debut: '2026-01-14' };
  const message = {
    ...{ id: 'x', acte: 'consigner' as const, recuLe: maintenant },
    contenu: { auteur: 'ref', evenement: second },
  };
  const apercu = previsualiser(parcours(journal), message, maintenant, { envoi: 'immediat' });
  const sortie = new PassThrough({ encoding: 'utf8' });
  const console = { entree: sortie, sortie, erreurs: sortie, env: {}, maintenant: () => new Date(maintenant) };
  direApercu(console, apercu, journal);
  expect(String(sortie.read()).replace(/\s+/g, ' ')).toContain(
    'Attention : Ces jours sont déjà couverts, en tout ou partie, par un autre événement. Le corriger plutôt ? « Arrêt maladie du 12/01/2026 au 16/01/2026 » (entrée am-1).',
  );
  const [phrase] = apercu.avertissements.map((a) => a.phrase);
  expect(apercuEnJson(apercu)).toMatchObject({ avertissements: [{ phrase, corrige: 'am-1' }] });
});
