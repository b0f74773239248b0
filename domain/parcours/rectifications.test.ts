import type { DateCivile } from '../calendrier/dates';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import type { Resultat } from '../dossier/resultat';
import { parcours } from './de-test/parcours';
import type { MemoireCourrier } from './parcours';
import { ditAujourdhui, ditVrai, situerRectifications } from './rectifications';

const resultat = { finContrat: '2025-03-24', debutCsp: '2025-03-25' } as Resultat;
const NUMERO = '2025-000001-32';

const memoire = (code: string, reste: Partial<MemoireCourrier> = {}): MemoireCourrier => ({
  ...{ code, destinataire: 'BENEFICIAIRE', base: 'b', date: '2025-03-10' as DateCivile },
  ...{ statut: 'PARTI', le: '2025-03-10T08:00:00.000Z', tentatives: 1 },
  ...reste,
});

const cle = ({ code, destinataire, base }: Pick<MemoireCourrier, 'code' | 'destinataire' | 'base'>) =>
  `${NUMERO}/${code}/${destinataire}/${base}`;

interface Cas {
  memoires: MemoireCourrier[];
  voulus?: CourrierPrevu[];
  vrai?: Resultat;
}

function rectifier({ memoires, voulus = [], vrai = resultat }: Cas) {
  const courriers = Object.fromEntries(memoires.map((m) => [cle(m), m]));
  return situerRectifications({
    etat: { ...parcours([]), courriers, version: 4 },
    voulus: new Map(voulus.map((v) => [cle(v), v])),
    resultat: vrai,
    jour: '2025-06-02' as DateCivile,
  });
}

const annonce: CourrierPrevu = {
  ...{ code: 'PROLONGATION', destinataire: 'BENEFICIAIRE', base: '2025-06-02-v5' },
  date: '2025-06-02' as DateCivile,
};

describe('ce qu’un courrier affirme', () => {
  it('tient en une ligne, vide quand sa clé dit tout, absente quand il ne fait que rappeler', () => {
    expect(ditAujourdhui('C04_ADHESION', resultat)).toBe('2025-03-24|2025-03-25');
    expect(ditAujourdhui('C04_ADHESION', {} as Resultat)).toBe('|');
    expect(ditAujourdhui('C13_FIN_CSP', resultat)).toBe('');
    expect(ditAujourdhui('C15_RAPPEL_REINSCRIPTION', resultat)).toBeNull();
  });
  it.each([
    ['les mêmes dates', '2025-03-24|2025-03-25', true],
    ['une seule des deux a bougé', '2025-03-24|2025-03-26', false],
    ['inconnues alors', '|', true],
    ['l’une inconnue, l’autre la même', '|2025-03-25', true],
  ])('reste vrai ou non : %s', (_cas, dit, vrai) => {
    expect(ditVrai(memoire('C04_ADHESION', { dit }), true, resultat)).toBe(vrai);
    expect(ditVrai(memoire('C04_ADHESION', { dit }), false, resultat)).toBe(false);
  });
  it('un rappel ou un courrier d’avant cette règle n’affirme rien de plus que sa clé', () => {
    expect(ditVrai(memoire('C15_RAPPEL_REINSCRIPTION', { dit: '' }), true, resultat)).toBe(true);
    expect(ditVrai(memoire('C04_ADHESION'), true, resultat)).toBe(true);
  });
});

describe('la rectification', () => {
  it('naît une fois, garde sa base, et sa date quand elle est partie', () => {
    const neuve = rectifier({ memoires: [memoire('C14_CESSATION_INSCRIPTION')] });
    expect(neuve.nouvelles).toEqual({ [cle(memoire('C14_CESSATION_INSCRIPTION'))]: 'C14_CESSATION_INSCRIPTION_b_v5' });
    expect(neuve.courriers).toEqual([
      {
        code: 'RECTIFICATION',
        destinataire: 'BENEFICIAIRE',
        base: 'C14_CESSATION_INSCRIPTION_b_v5',
        date: '2025-06-02',
      },
    ]);
    const faux = memoire('C14_CESSATION_INSCRIPTION', { statut: 'RECTIFIE', rectification: 'ancienne_v2' });
    const partie = memoire('RECTIFICATION', { base: 'ancienne_v2', date: '2025-04-01' as DateCivile });
    const suite = rectifier({ memoires: [faux, partie] });
    expect(suite.nouvelles).toEqual({});
    expect(suite.courriers).toEqual([
      { code: 'RECTIFICATION', destinataire: 'BENEFICIAIRE', base: 'ancienne_v2', date: '2025-04-01' },
    ]);
  });
  it('ne concerne ni le conseiller, ni ce qui n’est pas parti, ni ce qu’un autre courrier a déjà démenti', () => {
    const sans = (m: MemoireCourrier) => rectifier({ memoires: [m] }).courriers;
    expect(sans(memoire('C14_CESSATION_INSCRIPTION', { destinataire: 'CONSEILLER' }))).toEqual([]);
    expect(sans(memoire('C14_CESSATION_INSCRIPTION', { statut: 'ANNULE' }))).toEqual([]);
    expect(sans(memoire('C14_CESSATION_INSCRIPTION', { statut: 'RETENU' }))).toEqual([]);
    expect(sans(memoire('C14_CESSATION_INSCRIPTION', { statut: 'RECTIFIE' }))).toEqual([]);
    expect(sans(memoire('C15_RAPPEL_REINSCRIPTION'))).toEqual([]);
  });
  it('ce qui attend un second canal se rectifie s’il n’est plus voulu, et continue s’il l’est', () => {
    const partiel = memoire('C14_CESSATION_INSCRIPTION', { statut: 'A_REPRENDRE', partiel: true });
    expect(rectifier({ memoires: [partiel] }).courriers).toHaveLength(1);
    const voulu = { code: partiel.code, destinataire: partiel.destinataire, base: 'b', date: partiel.date };
    expect(rectifier({ memoires: [partiel], voulus: [voulu] }).courriers).toEqual([]);
  });
  it('s’efface devant le même courrier redit ce jour, à la même personne, et lui seul', () => {
    const ancien = memoire('C14_CESSATION_INSCRIPTION');
    const redit = { code: ancien.code, destinataire: ancien.destinataire, base: 'c', date: '2025-06-02' as DateCivile };
    const avec = (voulu: CourrierPrevu, ...autres: MemoireCourrier[]) =>
      rectifier({ memoires: [ancien, ...autres], voulus: [voulu] }).courriers.length;
    expect(avec(redit)).toBe(0);
    expect(avec({ ...redit, date: '2025-06-03' as DateCivile })).toBe(1);
    expect(avec({ ...redit, code: 'C13_FIN_CSP' })).toBe(1);
    expect(avec({ ...redit, destinataire: 'EMPLOYEUR' })).toBe(1);
    expect(avec(redit, memoire(ancien.code, { base: 'c' }))).toBe(1);
  });
  it('un nouveau terme annoncé suffit aux courriers qui parlaient de l’ancien, à la personne seulement', () => {
    const avec = (code: string, voulus: CourrierPrevu[], destinataire: 'BENEFICIAIRE' | 'EMPLOYEUR') =>
      rectifier({ memoires: [memoire(code, { destinataire })], voulus }).courriers.length;
    for (const code of ['C09_CONVOCATION_BILAN', 'C13_FIN_CSP', 'C18_FORMATION_POURSUITE']) {
      expect([avec(code, [annonce], 'BENEFICIAIRE'), avec(code, [], 'BENEFICIAIRE')]).toEqual([0, 1]);
      expect(avec(code, [annonce], 'EMPLOYEUR')).toBe(1);
    }
    expect(avec('C14_CESSATION_INSCRIPTION', [annonce], 'BENEFICIAIRE')).toBe(1);
  });
  it('une fin avant le terme suffit à ce qui était à venir, point d’étape compris : sa lettre, ou celle de la réinscription', () => {
    const fin = (code: string): CourrierPrevu => ({
      ...{ code, destinataire: 'BENEFICIAIRE', base: '2025-06-01', date: '2025-06-02' as DateCivile },
    });
    const vrai = { ...resultat, bilan: { fin: '2025-07-01' }, dateFinCsp: '2025-06-01' } as unknown as Resultat;
    for (const code of ['C08_CONVOCATION_POINT_ETAPE', 'C09_CONVOCATION_BILAN', 'C13_FIN_CSP']) {
      const faux = memoire(code);
      for (const lettre of ['FIN_POUR_EMPLOI', 'FIN_POUR_RETRAITE', 'SORTIE_DECIDEE', 'C14_CESSATION_INSCRIPTION'])
        expect(rectifier({ memoires: [faux], voulus: [fin(lettre)], vrai }).remplacements).toEqual({
          [cle(faux)]: cle(fin(lettre)),
        });
      const deux = [fin('C14_CESSATION_INSCRIPTION'), fin('C09_CONVOCATION_BILAN'), fin('SORTIE_DECIDEE')];
      expect(rectifier({ memoires: [faux], voulus: deux, vrai }).remplacements).toEqual({
        [cle(faux)]: cle(fin('SORTIE_DECIDEE')),
      });
    }
  });
  it('le retour d’une absence, dès que la personne est revenue, dit celle que l’on croyait plus longue', () => {
    const suspension = memoire('SUSPENSION', { base: '2025-05-05_2025-06-30' });
    const retour = (base: string): CourrierPrevu => ({
      ...{ code: 'RETOUR', destinataire: 'BENEFICIAIRE', base, date: '2025-06-03' as DateCivile },
    });
    const par = (base: string) => rectifier({ memoires: [suspension], voulus: [retour(base)] }).remplacements;
    expect(par('2025-06-02')).toEqual({ [cle(suspension)]: cle(retour('2025-06-02')) });
    expect(par('2025-06-03')).toEqual({});
  });
  it('celui qui le remplace est retenu par sa clé, tant qu’il doit partir ou qu’il est parti', () => {
    const ancien = memoire('C01_PROPOSITION', { base: '2025-03-01' });
    const neuf = { ...ancien, base: '2025-03-05', date: '2025-06-02' as DateCivile };
    expect(rectifier({ memoires: [ancien], voulus: [neuf] }).remplacements).toEqual({ [cle(ancien)]: cle(neuf) });
    const remplace = { ...ancien, statut: 'RECTIFIE' as const, remplacePar: cle(neuf) };
    const rien = { courriers: [], nouvelles: {}, remplacements: {} };
    expect(rectifier({ memoires: [remplace], voulus: [neuf] })).toEqual(rien);
    expect(
      rectifier({ memoires: [remplace, memoire('C01_PROPOSITION', { base: '2025-03-05' })], voulus: [neuf] }),
    ).toEqual(rien);
  });
  it.each(['ANNULE', 'PERIME', null] as const)(
    'celui qui devait le remplacer et n’est pas parti (%s) laisse place à une rectification',
    (statut) => {
      const ancien = memoire('C01_PROPOSITION', { base: '2025-03-01', statut: 'RECTIFIE' });
      const neuf = memoire('C01_PROPOSITION', { base: '2025-03-05' });
      const remplace = { ...ancien, remplacePar: cle(neuf) };
      const memoires = statut === null ? [remplace] : [remplace, { ...neuf, statut }];
      expect(rectifier({ memoires }).nouvelles).toEqual({ [cle(ancien)]: 'C01_PROPOSITION_2025-03-01_v5' });
    },
  );
  it('un courrier redit trop tard pour servir ne remplace rien', () => {
    const ancien = memoire('C04_ADHESION');
    const neuf = { ...ancien, base: 'c', date: '2025-03-20' as DateCivile };
    expect(rectifier({ memoires: [ancien], voulus: [neuf] })).toMatchObject({ remplacements: {}, courriers: [{}] });
  });
});
