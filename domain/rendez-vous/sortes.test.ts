import { entretiensLegaux } from '../faits/entretiens';
import { definitions } from '../faits/types';
import { sortes, sortesRendezVous, surInscription } from './sortes';

it('les quatre entretiens de la loi sont des sortes de rendez-vous, tenues seul à seul et obligatoires', () => {
  for (const cle of Object.keys(entretiensLegaux) as (keyof typeof entretiensLegaux)[])
    expect(sortes[cle]).toMatchObject({ collectif: false, obligatoire: true });
});

it('chaque entretien de la loi laisse au journal l’événement qui le compte', () => {
  const comptes = Object.values(definitions).filter(({ effet }) => effet.regle === 'ENTRETIEN');
  expect(Object.values(entretiensLegaux).map(({ fait }) => fait)).toEqual(comptes.map(({ type }) => type));
});

it('on ne s’inscrit qu’à ce qui se tient à plusieurs', () => {
  expect(surInscription).toEqual(['ATELIER', 'WEBINAIRE', 'SESSION_DMA']);
  expect(surInscription.filter((sorte) => !sortes[sorte].collectif)).toEqual([]);
});

it('seuls l’entretien d’adhésion et le suivi se tiennent avant l’acceptation', () => {
  expect(sortesRendezVous.filter((sorte) => sortes[sorte].avantAcceptation)).toEqual(['ADHESION', 'SUIVI']);
});
