import { dateCivile } from '../../../domain/calendrier/dates';
import { eprouverDementis } from './dementis';
import { vivre } from './vies';

it('tout courrier parti et devenu faux est nommé par un autre, envoyé ensuite à la même personne, avec ce qui change', () => {
  expect(() => eprouverDementis(40, 20261129)).not.toThrow();
});

it('une remise corrigée pendant la réflexion : la seconde proposition remplace la première, et le sait', () => {
  const evenement = { type: 'OUVERTURE' };
  const { etat, parties } = vivre([
    { le: dateCivile('2025-03-06'), evenement, rectification: { dateRemise: '2025-02-28' } },
  ]);
  const propositions = parties.filter(({ du }) => du.code === 'C01_PROPOSITION').map(({ du }) => du);
  const [premiere, seconde] = propositions;
  expect(propositions).toMatchObject([{ base: '2025-03-03' }, { base: '2025-02-28', remplace: [premiere!.cle] }]);
  expect(etat.courriers[premiere!.cle]).toMatchObject({
    ...{ statut: 'RECTIFIE', dit: '2025-03-24', remplacePar: seconde!.cle },
  });
});
