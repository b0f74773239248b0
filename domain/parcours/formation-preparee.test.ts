import { dateCivile } from '../calendrier/dates';
import { demarches, demarchesDe, estFinancement, financements } from './demarches';
import { type FormationPreparee, prochaineDemarche, tachesDesFormations } from './formation-preparee';

const formation = (reste: Partial<FormationPreparee> = {}): FormationPreparee => ({
  ...{ id: 'f', entreePrevue: null, financement: null, suivieLe: dateCivile('2025-07-01') },
  ...{ abandonneeLe: null, faites: [], ...reste },
});
const faites = (...codes: string[]) => codes.map((code) => ({ code, le: dateCivile('2025-07-01') }));
const prochaine = (reste: Partial<FormationPreparee>) => {
  const trouvee = prochaineDemarche(formation(reste), 'metropole');
  return trouvee && [trouvee.demarche.code, trouvee.pourLe, trouvee.selon];
};
const HUIT = 'huit jours après la dernière nouvelle';
const debut = faites('ORGANISMES', 'DEVIS');

it('chaque démarche a un code, une fois ; toute voie commence par les organismes et finit par la formation consignée', () => {
  const codes = demarches.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const financement of financements) {
    const voie = demarchesDe(financement).map(({ code }) => code);
    expect([voie[0], voie.at(-1)]).toEqual(['ORGANISMES', 'ENTREE']);
    expect(codes).toEqual(expect.arrayContaining(voie));
  }
});

it('un financement est l’une des voies, et rien d’autre', () => {
  expect([...financements, 'PSE', ''].filter(estFinancement)).toEqual(financements);
});

it('sans financement choisi, les démarches vont jusqu’à ce choix', () => {
  expect(prochaine({})).toEqual(['ORGANISMES', '2025-07-09', HUIT]);
  expect(prochaine({ faites: faites('ORGANISMES') })).toEqual(['DEVIS', '2025-07-09', HUIT]);
  expect(prochaine({ faites: debut })).toEqual(['FINANCEMENT', '2025-07-09', HUIT]);
});

it('l’AIF passe par le devis Kairos, au plus tard quinze jours avant l’entrée', () => {
  const aif = { financement: 'AIF', faites: debut } as const;
  expect(prochaine(aif)).toEqual(['AIF_DEVIS', '2025-07-09', HUIT]);
  expect(prochaine({ ...aif, entreePrevue: dateCivile('2025-07-20') })).toEqual([
    'AIF_DEVIS',
    '2025-07-05',
    expect.stringContaining('quinze jours avant l’entrée'),
  ]);
  expect(prochaine({ ...aif, entreePrevue: dateCivile('2025-09-01') })).toEqual(['AIF_DEVIS', '2025-07-09', HUIT]);
});

it('le CPF compte onze jours ouvrés avant l’entrée, le 14 juillet n’en étant pas un', () => {
  const entreePrevue = dateCivile('2025-07-21');
  expect(prochaine({ financement: 'CPF', faites: debut, entreePrevue })).toEqual([
    'CPF_DEVIS',
    '2025-07-03',
    expect.stringContaining('onze jours ouvrés avant l’entrée'),
  ]);
});

it('la dernière attend le jour prévu de l’entrée ; faite, ou la formation abandonnée, plus rien ne reste', () => {
  const avant = faites('ORGANISMES', 'DEVIS', 'REGION_DEMANDE', 'REGION_ACCORD');
  const region = { financement: 'REGION', faites: avant, entreePrevue: dateCivile('2025-09-01') } as const;
  expect(prochaine(region)).toEqual(['ENTREE', '2025-09-01', null]);
  expect(prochaine({ ...region, entreePrevue: null })).toEqual(['ENTREE', '2025-07-09', HUIT]);
  expect(prochaine({ ...region, faites: [...avant, ...faites('ENTREE')] })).toBeNull();
  expect(prochaine({ ...region, abandonneeLe: dateCivile('2025-07-02') })).toBeNull();
});

it('un autre financement recommence ses propres démarches', () => {
  const refusee = faites('ORGANISMES', 'DEVIS', 'REGION_DEMANDE');
  expect(prochaine({ financement: 'POEI', faites: refusee })).toEqual(['POEI_DEMANDE', '2025-07-09', HUIT]);
});

describe('les tâches', () => {
  const taches = (etat: Parameters<typeof tachesDesFormations>[2]['etat'], decesSignale = false) =>
    tachesDesFormations('n', [formation()], { etat, decesSignale }, 'metropole');

  it('disent la prochaine démarche sans nommer la formation', () => {
    expect(taches('EN_CSP')).toEqual([
      {
        cle: 'n/FORMATION_A_SUIVRE/f/ORGANISMES',
        type: 'FORMATION_A_SUIVRE',
        libelle: 'Formation : s’assurer que plusieurs organismes sont sollicités.',
        echeance: '2025-07-09',
      },
    ]);
  });
  it('cessent avec le CSP, ou quand un décès est signalé', () => {
    expect([taches('SUSPENDU'), taches('ACCEPTE')].map((t) => t.length)).toEqual([1, 1]);
    expect([taches('EN_REFLEXION'), taches('SUIVI_EMPLOI'), taches('TERMINE'), taches('EN_CSP', true)].flat()).toEqual(
      [],
    );
  });
});
