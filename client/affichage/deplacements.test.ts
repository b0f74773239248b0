import type { DateCivile } from '../../domain/calendrier/dates';
import { evenementDe } from '../../domain/faits/journal';
import { accord, entree, parcours, partie } from '../../domain/parcours/de-test/parcours';
import { previsualiser } from '../../domain/rendez-vous/previsualiser';
import {
  courriersParDepart,
  phrasesCorrections,
  rendezVousTouchesEnClair,
  sansEffet,
  suspensionsEnClair,
} from './deplacements';

const MAINTENANT = '2025-07-10T08:00:00.000Z';
const arret = (fin: string) =>
  entree('arret', { evenement: { type: 'ARRET_MALADIE', debut: '2025-06-01', fin } as never });

const apercevoir = (journal: Parameters<typeof parcours>[0], acte: 'consigner' | 'annuler', contenu: object) =>
  previsualiser(
    parcours(journal),
    { id: 'x', acte, contenu: { auteur: 'ref', ...contenu }, recuLe: MAINTENANT },
    MAINTENANT,
    { envoi: 'immediat' },
  );

it('un arrêt dit les jours suspendus, son annulation ceux qui ne le sont plus', () => {
  const consigne = apercevoir([accord], 'consigner', { evenement: evenementDe(arret('2025-06-10')) });
  expect(suspensionsEnClair(consigne)).toEqual(['Suspendu du 01/06/2025 au 10/06/2025 (arrêt maladie).']);
  const annule = apercevoir([accord, arret('2025-06-10')], 'annuler', { annule: 'arret' });
  expect(suspensionsEnClair(annule)).toEqual(['N’est plus suspendu du 01/06/2025 au 10/06/2025 (arrêt maladie).']);
  expect(sansEffet(annule)).toBe(false);
});

it('ce qui ne suspend rien n’en dit rien', () => {
  const formation = { type: 'FORMATION', debut: '2025-08-04', fin: '2025-08-08' };
  const apercu = apercevoir([accord, arret('2025-06-10')], 'consigner', { evenement: formation });
  expect([suspensionsEnClair(apercu), sansEffet(apercu)]).toEqual([[], true]);
});

it('les rendez-vous qu’une suspension atteint se nomment', () => {
  const touche = { id: 'a1', debut: '2026-12-03T08:00:00.000Z', jour: '2026-12-03' as DateCivile };
  const rendezVousTouches = [
    { ...touche, sorte: 'POINT_ETAPE' as const },
    { ...touche, sorte: 'SUIVI' as const },
  ];
  expect(rendezVousTouchesEnClair({ rendezVousTouches })).toBe(
    'Rendez-vous à déplacer : Entretien de point d’étape du 03/12/2026, Rendez-vous de suivi du 03/12/2026.',
  );
  expect(rendezVousTouchesEnClair({ rendezVousTouches: [] })).toBeNull();
});

it('les courriers se lisent en trois groupes : partent aujourd’hui, plus tard, ne partent plus', () => {
  const arrete = apercevoir([accord], 'consigner', { evenement: evenementDe(arret('2025-09-30')) });
  const trouves = Object.fromEntries(
    courriersParDepart(arrete).map(({ titre, courriers }) => [titre, courriers.map(({ code }) => code)]),
  );
  expect(Object.keys(trouves)).toEqual(['Partent aujourd’hui', 'Partent plus tard']);
  expect(trouves['Partent aujourd’hui']).toContain('SUSPENSION');
  expect(trouves['Partent plus tard']).toContain('RETOUR');
  const sortie = { type: 'SORTIE', date: '2025-07-10', motif: 'ABANDON' };
  const fin = apercevoir([accord], 'consigner', { evenement: sortie });
  expect(courriersParDepart(fin).at(-1)!.titre).toBe('Ne partent plus');
});

describe('un courrier parti et devenu faux', () => {
  const dire = (courriers: ReturnType<typeof partie>, evenement: object, le: string) =>
    phrasesCorrections(
      previsualiser(
        { ...parcours([accord]), courriers, version: 1 },
        { id: 'x', acte: 'consigner', contenu: { auteur: 'ref', evenement }, recuLe: le },
        le,
        { envoi: 'immediat' },
      ),
    );

  it('se redit : l’aperçu annonce que la seconde lettre nomme la première', () => {
    const adhesion = partie('C04_ADHESION', '2025-03-10', { dit: '2025-03-24|2025-03-25' });
    const psp = { ...partie('C07_CONVOCATION_PSP', '2025-04-22', { dit: '2025-05-02' }), ...adhesion };
    const preBilan = { type: 'PRE_BILAN_REALISE', date: '2025-03-27' };
    expect(dire(psp, preBilan, '2025-04-25T08:00:00.000Z')).toEqual([
      '«\u202fConvocation à l’entretien du plan d’action (PSP)\u202f» part de nouveau (bénéficiaire)\u00a0: la lettre dit laquelle elle remplace, et ce qui change.',
    ]);
  });
  it('ou se corrige : l’aperçu annonce quelle lettre le fait', () => {
    const point = partie('C08_CONVOCATION_POINT_ETAPE', '2025-06-15');
    const corriges = dire(
      point,
      { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-10' },
      '2025-06-16T08:00:00.000Z',
    );
    expect(corriges).toEqual([
      expect.stringMatching(/^«\u202fConvocation au point d’étape\u202f» \(bénéficiaire\) sera corrigée par «\u202f/),
    ]);
  });
});
