import { dateCivile } from '../../../domain/calendrier/dates';
import { laisseesARien } from './a-temps';
import { eprouverDementis, examiner } from './dementis';
import { vivre } from './vies';

const ACCORD = {
  le: dateCivile('2025-03-10'),
  evenement: { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' },
};

it('tout courrier parti et devenu faux est nommé par un autre, envoyé ensuite à la même personne, avec ce qui change', () => {
  expect(() => eprouverDementis(40, 20261129)).not.toThrow();
});

it.each([
  ['la décision de l’inspection, qui tient toujours, n’a pas à être redite', '2025-03-06'],
  ['la décision corrigée du même acte se dit', '2025-03-07'],
])('la remise corrigée d’une salariée protégée : %s', (_cas, date) => {
  const decision = { type: 'DECISION_AUTORISATION', date: '2025-03-06', decision: 'AUTORISE' };
  const autorisee = { le: dateCivile('2025-03-08'), evenement: decision };
  const le = dateCivile('2025-03-22');
  expect(() =>
    examiner([
      { le: dateCivile('2025-03-03'), evenement: { type: 'OUVERTURE' }, rectification: { salarieProtege: true } },
      autorisee,
      ACCORD,
      { le, evenement: { type: 'OUVERTURE' }, rectification: { dateRemise: '2025-03-04' } },
      ...(date === decision.date ? [] : [{ le, evenement: { ...decision, date }, corrige: autorisee }]),
    ]),
  ).not.toThrow();
});

it('une remise corrigée après l’acceptation n’est pas laissée à une proposition que le même passage écarte', () => {
  const le = dateCivile('2025-03-12');
  const { parties, vues } = vivre([
    ACCORD,
    { le, evenement: { type: 'OUVERTURE' }, rectification: { dateRemise: '2025-03-04' } },
  ]);
  expect(vues.flatMap(laisseesARien)).toEqual([]);
  const adhesion = parties.find(({ du }) => du.code === 'C04_ADHESION' && du.destinataire === 'BENEFICIAIRE')!.du.cle;
  expect(parties.filter(({ du }) => du.remplace?.includes(adhesion))).toMatchObject([
    { du: { code: 'PROLONGATION' }, quand: '2025-03-12T09:00:00.000Z' },
  ]);
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

it.each([
  ['C07_CONVOCATION_PSP', '2025-04-25', { evenement: { type: 'PRE_BILAN_REALISE', date: '2025-03-27' } }],
  [
    'C06_CONVOCATION_PRE_BILAN',
    '2025-03-27',
    { evenement: { type: 'OUVERTURE' }, rectification: { dateRemise: '2025-03-06' } },
  ],
])(
  '%s, dont le jour a bougé le %s : la seconde sait quelle première elle remplace, et rien ne part entre les deux',
  (code, le, fait) => {
    const { parties } = vivre([ACCORD, { le: dateCivile(le), ...fait }]);
    const siennes = parties.filter(({ du }) => du.code === code).map(({ du }) => du);
    expect(siennes).toMatchObject([{}, { remplace: [siennes[0]!.cle] }]);
    expect(parties.filter(({ du }) => du.base.startsWith(code))).toEqual([]);
  },
);

it('C06, dont le jour est déjà venu quand la remise est corrigée : la lettre de la nouvelle fin le dit, et demande le pré-bilan', () => {
  const remise = { evenement: { type: 'OUVERTURE' }, rectification: { dateRemise: '2025-02-28' } };
  const { parties } = vivre([ACCORD, { le: dateCivile('2025-03-27'), ...remise }]);
  const duJour = parties.filter(
    ({ du, quand }) => du.destinataire === 'BENEFICIAIRE' && quand.startsWith('2025-03-27'),
  );
  const parti = (code: string) =>
    parties.find(({ du }) => du.code === code && du.destinataire === 'BENEFICIAIRE')!.du.cle;
  expect(duJour.map(({ du }) => [du.code, du.remplace])).toEqual([
    ['PROLONGATION', [parti('C04_ADHESION'), parti('C06_CONVOCATION_PRE_BILAN')]],
  ]);
});
