import type { DateCivile } from '../calendrier/dates';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import type { Resultat } from '../dossier/resultat';
import { evaluer } from '../droit/calculer';
import { OUVERTURE } from '../droit/regles/de-test/scenario';
import { parcours } from './de-test/parcours';
import type { MemoireCourrier } from './parcours';
import { type Connu, ditAujourdhui, ditVrai, resteRectifie, situerRectifications } from './rectifications';

const { parametres } = evaluer(OUVERTURE as never, [], {});
const rienDeTenu = { preBilan: null, psp: null, pointEtape: null, bilan: null };
const savoir = (resultat: object, tenus: Partial<Connu['entretiens']> = {}): Connu => ({
  ...{ resultat: resultat as Resultat, parametres, doutes: [] },
  entretiens: { ...rienDeTenu, ...tenus },
});
const connu = savoir({ finContrat: '2025-03-24', debutCsp: '2025-03-25' });
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
  decidees?: string[];
  enCours?: string[];
  /** What is known today. */
  sait?: Connu;
}

function rectifier({ memoires, voulus = [], decidees = [], enCours = [], sait = connu }: Cas) {
  const courriers = Object.fromEntries(memoires.map((m) => [cle(m), m]));
  return situerRectifications({
    etat: { ...parcours([]), courriers, version: 4 },
    voulus: new Map(voulus.map((v) => [cle(v), v])),
    connu: sait,
    jour: '2025-06-02' as DateCivile,
    ...{ enCours, decidees: new Set(decidees) },
  });
}

const annonce: CourrierPrevu = {
  ...{ code: 'PROLONGATION', destinataire: 'BENEFICIAIRE', base: '2025-06-02-v5' },
  date: '2025-06-02' as DateCivile,
};

describe('ce qu’un courrier affirme', () => {
  it('tient en une ligne, vide quand sa clé dit tout, absente quand il ne fait que rappeler', () => {
    expect(ditAujourdhui('C04_ADHESION', connu)).toBe('2025-03-24|2025-03-25');
    expect(ditAujourdhui('C04_ADHESION', savoir({}))).toBe('|');
    expect(ditAujourdhui('C13_FIN_CSP', connu)).toBe('');
    expect(ditAujourdhui('C15_RAPPEL_REINSCRIPTION', connu)).toBeNull();
  });
  it.each([
    ['les mêmes dates', '2025-03-24|2025-03-25', true],
    ['une seule des deux a bougé', '2025-03-24|2025-03-26', false],
    ['inconnues alors', '|', true],
    ['l’une inconnue, l’autre la même', '|2025-03-25', true],
  ])('reste vrai ou non : %s', (_cas, dit, vrai) => {
    expect(ditVrai(memoire('C04_ADHESION', { dit }), true, connu)).toBe(vrai);
    expect(ditVrai(memoire('C04_ADHESION', { dit }), false, connu)).toBe(false);
  });
  it('un rappel ou un courrier d’avant cette règle n’affirme rien de plus que sa clé', () => {
    expect(ditVrai(memoire('C15_RAPPEL_REINSCRIPTION', { dit: '' }), true, connu)).toBe(true);
    expect(ditVrai(memoire('C04_ADHESION'), true, connu)).toBe(true);
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
    expect(avec({ ...redit, code: 'C15_RAPPEL_REINSCRIPTION' })).toBe(1);
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
  });
  it('ce qui part d’autre ce jour, et dit où l’on en est, nomme ce que rien d’autre ne dit : ni un rappel, ni une décision', () => {
    const faux = memoire('C14_CESSATION_INSCRIPTION');
    const [premiere, retour] = [{ ...annonce }, { ...annonce, code: 'RETOUR', base: '2025-06-02' }];
    const par = (voulus: CourrierPrevu[], decidees: string[] = [], enCours: string[] = []) =>
      Object.values(rectifier({ memoires: [faux], voulus, decidees, enCours }).remplacements);
    expect(par([premiere])).toEqual([cle(premiere)]);
    expect(par([premiere, retour])).toEqual([cle(retour)]);
    expect(par([premiere], [], [cle(premiere)])).toEqual([]);
    expect(par([{ ...annonce, code: 'C15_RAPPEL_REINSCRIPTION' }])).toEqual([]);
    const sortie = { ...annonce, code: 'SORTIE_DECIDEE', base: '2025-06-01' };
    const suspension = memoire('SUSPENSION', { base: '2025-05-05_2025-05-20' });
    const selon = (decidees: string[]) =>
      Object.values(rectifier({ memoires: [suspension], voulus: [sortie], decidees }).remplacements);
    expect([selon([]), selon(['SORTIE_DECIDEE'])]).toEqual([[cle(sortie)], []]);
  });
  it('sans rien d’autre qui parte, une seule rectification nomme tout ce qui est devenu faux, pour chaque lecteur', () => {
    const faux = [
      memoire('SUSPENSION', { base: '2025-05-05_2025-05-20' }),
      memoire('C14_CESSATION_INSCRIPTION'),
      memoire('C10_CONTRIBUTION', { destinataire: 'EMPLOYEUR' }),
    ];
    const { nouvelles, remplacements, courriers } = rectifier({ memoires: faux });
    const [suspension, cessation, contribution] = faux.map(cle) as [string, string, string];
    expect(Object.keys(nouvelles)).toEqual([suspension, contribution]);
    expect(remplacements).toEqual({
      [cessation]: `${NUMERO}/RECTIFICATION/BENEFICIAIRE/SUSPENSION_2025-05-05_2025-05-20_v5`,
    });
    expect(courriers).toHaveLength(2);
  });
  it('ce que dit une rectification à partir le reste ; si elle n’est plus voulue, une autre le dit', () => {
    const dite = { code: 'RECTIFICATION', destinataire: 'BENEFICIAIRE' as const, base: 'SUSPENSION_s_v3' };
    const second = memoire('C14_CESSATION_INSCRIPTION', { statut: 'RECTIFIE', remplacePar: cle(dite) });
    const premier = memoire('SUSPENSION', { base: 's', statut: 'RECTIFIE', rectification: dite.base });
    expect(rectifier({ memoires: [premier, second] })).toMatchObject({ nouvelles: {}, remplacements: {} });
    expect(Object.keys(rectifier({ memoires: [second] }).nouvelles)).toEqual([cle(second)]);
  });
  it('une fin avant le terme suffit à ce qui était à venir, point d’étape compris : sa lettre, ou celle de la réinscription', () => {
    const fin = (code: string): CourrierPrevu => ({
      ...{ code, destinataire: 'BENEFICIAIRE', base: '2025-06-01', date: '2025-06-02' as DateCivile },
    });
    const sait = savoir({ ...connu.resultat, bilan: { fin: '2025-07-01' }, dateFinCsp: '2025-06-01' });
    for (const code of ['C08_CONVOCATION_POINT_ETAPE', 'C09_CONVOCATION_BILAN', 'C13_FIN_CSP']) {
      const faux = memoire(code);
      for (const lettre of ['FIN_POUR_EMPLOI', 'FIN_POUR_RETRAITE', 'SORTIE_DECIDEE', 'C14_CESSATION_INSCRIPTION'])
        expect(rectifier({ memoires: [faux], voulus: [fin(lettre)], sait }).remplacements).toEqual({
          [cle(faux)]: cle(fin(lettre)),
        });
      const deux = [fin('C14_CESSATION_INSCRIPTION'), fin('C09_CONVOCATION_BILAN'), fin('SORTIE_DECIDEE')];
      expect(rectifier({ memoires: [faux], voulus: deux, sait }).remplacements).toEqual({
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
  it('le retour d’une absence ne dit rien d’une autre, qui devait venir après', () => {
    const retour: CourrierPrevu = {
      ...{ code: 'RETOUR', destinataire: 'BENEFICIAIRE', base: '2025-06-01', date: '2025-06-02' as DateCivile },
    };
    const par = (base: string) =>
      Object.values(rectifier({ memoires: [memoire('SUSPENSION', { base })], voulus: [retour] }).remplacements);
    expect(par('2025-05-05_2025-06-30')).toEqual([cle(retour)]);
    expect([par('2025-06-01_2025-06-10'), par('2025-06-23_2025-07-06')]).toEqual([[], []]);
    const redite: CourrierPrevu = { ...retour, code: 'SUSPENSION', base: '2025-06-23_2025-06-30' };
    const sait = savoir({ suspensions: [{ debut: '2025-06-23', fin: '2025-06-30', cause: 'ARRET_MALADIE' }] });
    const faux = memoire('SUSPENSION', { base: '2025-06-23_2025-07-06' });
    expect(rectifier({ memoires: [faux], voulus: [retour, redite], sait }).remplacements).toEqual({
      [cle(faux)]: cle(redite),
    });
  });
  it('celui qui le remplace est retenu par sa clé, tant qu’il doit partir ou qu’il est parti', () => {
    const ancien = memoire('C14_CESSATION_INSCRIPTION', { base: '2025-03-01' });
    const neuf = { ...ancien, base: '2025-03-05', date: '2025-06-02' as DateCivile };
    expect(rectifier({ memoires: [ancien], voulus: [neuf] }).remplacements).toEqual({ [cle(ancien)]: cle(neuf) });
    const remplace = { ...ancien, statut: 'RECTIFIE' as const, remplacePar: cle(neuf) };
    const rien = { courriers: [], nouvelles: {}, remplacements: {} };
    expect(rectifier({ memoires: [remplace], voulus: [neuf] })).toEqual(rien);
    expect(
      rectifier({ memoires: [remplace, memoire('C14_CESSATION_INSCRIPTION', { base: '2025-03-05' })], voulus: [neuf] }),
    ).toEqual(rien);
  });
  it.each(['ANNULE', 'PERIME', null] as const)(
    'celui qui devait le remplacer et n’est pas parti (%s) laisse place à une rectification',
    (statut) => {
      const ancien = memoire('C14_CESSATION_INSCRIPTION', { base: '2025-03-01', statut: 'RECTIFIE' });
      const neuf = memoire('C14_CESSATION_INSCRIPTION', { base: '2025-03-05' });
      const remplace = { ...ancien, remplacePar: cle(neuf) };
      const memoires = statut === null ? [remplace] : [remplace, { ...neuf, statut }];
      expect(rectifier({ memoires }).nouvelles).toEqual({ [cle(ancien)]: 'C14_CESSATION_INSCRIPTION_2025-03-01_v5' });
    },
  );
  it('un courrier en retard, dont l’objet est atteint, ne part pas : il ne dit rien d’un autre', () => {
    const adhesion = memoire('C04_ADHESION', { dit: '2025-03-21|2025-03-22' });
    const proposition: CourrierPrevu = { ...annonce, code: 'C01_PROPOSITION', base: '2025-05-20' };
    const acceptee = savoir({ ...connu.resultat, finReflexion: '2025-06-10', decision: 'ACCEPTATION' });
    const par = (date: string, sait: Connu, ...autres: CourrierPrevu[]) =>
      Object.values(
        rectifier({
          ...{ memoires: [adhesion], sait },
          voulus: [{ ...proposition, date: date as DateCivile }, ...autres],
        }).remplacements,
      );
    expect(par('2025-05-20', acceptee)).toEqual([]);
    expect(par('2025-05-20', acceptee, annonce)).toEqual([cle(annonce)]);
    const attendue = savoir({ ...acceptee.resultat, decision: 'EN_ATTENTE' });
    expect([par('2025-06-02', acceptee), par('2025-05-20', attendue)]).toEqual([
      [cle(proposition)],
      [cle(proposition)],
    ]);
  });
  it('un courrier redit trop tard pour servir ne remplace rien', () => {
    const ancien = memoire('C04_ADHESION');
    const neuf = { ...ancien, base: 'c', date: '2025-03-20' as DateCivile };
    expect(rectifier({ memoires: [ancien], voulus: [neuf] })).toMatchObject({ remplacements: {}, courriers: [{}] });
  });
});

describe('un courrier qui demande quelque chose pour un jour', () => {
  const PSP = 'C07_CONVOCATION_PSP';
  const psp = memoire(PSP, { base: '2025-05-22', dit: '2025-06-01' });
  const fixe = (jour: string, tenus: Partial<Connu['entretiens']> = {}) => savoir({ echeancePsp: jour }, tenus);
  const redit = (date: string): CourrierPrevu => ({
    ...{ code: PSP, destinataire: 'BENEFICIAIRE', base: 'c', date: date as DateCivile },
  });
  const rien = { courriers: [], nouvelles: {}, remplacements: {} };

  it('promet ce jour, et lui seul', () => {
    const resultat = { echeancePreBilan: '2025-04-02', echeancePsp: '2025-05-02', finDixiemeMois: '2026-01-24' };
    const dit = (code: string, plus: object = {}) => ditAujourdhui(code, savoir({ ...resultat, ...plus }));
    expect(dit('C06_CONVOCATION_PRE_BILAN')).toBe('2025-04-02');
    expect(dit(PSP)).toBe('2025-05-02');
    expect(dit('PRIME_DERNIER_MOIS')).toBe('2026-01-24');
    expect(dit('PRIME_DERNIER_MOIS', { totalProlongationJours: 10 })).toBe('2026-02-03');
  });
  it('dont le jour bouge est redit par le même, qui sait lequel il remplace, à son jour s’il vient plus tard', () => {
    for (const date of ['2025-05-16', '2025-06-20']) {
      const cas = { memoires: [psp], voulus: [redit(date)], sait: fixe('2025-07-01') };
      expect(rectifier(cas)).toEqual({ ...rien, remplacements: { [cle(psp)]: cle(redit(date)) } });
    }
  });
  it('que rien ne redit a sa rectification', () => {
    expect(rectifier({ memoires: [psp], sait: fixe('2025-07-01') }).courriers).toHaveLength(1);
  });
  it('n’a rien à rectifier une fois fait, ou quand il n’est plus à faire le même jour : il est superflu', () => {
    const sait = fixe('2025-07-01', { psp: '2025-06-01' as DateCivile });
    expect(rectifier({ memoires: [psp], voulus: [redit('2025-06-02')], sait })).toEqual(rien);
    expect(rectifier({ memoires: [psp], sait: fixe('2025-06-01') })).toEqual(rien);
    const prime = memoire('PRIME_DERNIER_MOIS', { dit: '2026-01-24' });
    const partie = { finDixiemeMois: '2026-01-24', totalProlongationJours: 10, motifFin: 'EMPLOI_DURABLE' };
    expect(rectifier({ memoires: [prime], sait: savoir(partie) })).toEqual(rien);
    expect(rectifier({ memoires: [prime], sait: savoir({ ...partie, motifFin: 'TERME' }) }).courriers).toHaveLength(1);
  });
  it('nommé par une autre lettre, partie, il reste rectifié une fois fait', () => {
    const sait = fixe('2025-07-01', { psp: '2025-06-01' as DateCivile });
    const autre = memoire('PROLONGATION', { base: 'p' });
    const faux = { ...psp, statut: 'RECTIFIE' as const, remplacePar: cle(autre) };
    const reste = (statut: MemoireCourrier['statut']) =>
      resteRectifie(faux, {
        etat: { ...parcours([]), courriers: { [cle(autre)]: { ...autre, statut } } },
        connu: sait,
      });
    expect([reste('PARTI'), reste('ANNULE')]).toEqual([true, false]);
  });
  it('fait une fois sa rectification partie, il la laisse vraie ; celle qui attendait encore ne part plus', () => {
    const faux = { ...psp, statut: 'RECTIFIE' as const, rectification: 'ancienne_v2' };
    const sait = fixe('2025-07-01', { psp: '2025-06-01' as DateCivile });
    const avec = (statut: MemoireCourrier['statut']) =>
      rectifier({ memoires: [faux, memoire('RECTIFICATION', { base: 'ancienne_v2', statut })], sait }).courriers;
    expect([avec('PARTI').length, avec('A_REPRENDRE').length]).toEqual([1, 0]);
  });
  it('superflu d’abord, il est démenti si son jour bouge ensuite', () => {
    const superflu = { ...psp, statut: 'RECTIFIE' as const };
    expect(rectifier({ memoires: [superflu], sait: fixe('2025-06-01') })).toEqual(rien);
    const { remplacements } = rectifier({
      memoires: [superflu],
      voulus: [redit('2025-06-02')],
      sait: fixe('2025-07-01'),
    });
    expect(remplacements).toEqual({ [cle(psp)]: cle(redit('2025-06-02')) });
  });
  it('parti sous d’anciennes règles, qui ne retenaient pas ce jour, n’est démenti par personne', () => {
    const { dit: _, ...ancien } = psp;
    expect(rectifier({ memoires: [ancien], voulus: [redit('2025-06-02')], sait: fixe('2025-07-01') })).toEqual(rien);
  });
  it('n’a plus d’objet quand l’adhésion s’efface : la lettre de refus le dit, et celle d’une nouvelle fin dit l’embauche', () => {
    const refus: CourrierPrevu = { code: 'C05_REFUS', destinataire: 'BENEFICIAIRE', base: 'd', date: annonce.date };
    expect(rectifier({ memoires: [psp], voulus: [refus], sait: savoir({}) }).courriers).toEqual([]);
    const prime = memoire('PRIME_DERNIER_MOIS', { dit: '2026-01-24' });
    const sait = savoir({ finDixiemeMois: '2026-01-24', totalProlongationJours: 10, motifFin: 'TERME' });
    expect(rectifier({ memoires: [prime], voulus: [annonce], sait }).remplacements).toEqual({
      [cle(prime)]: cle(annonce),
    });
  });
});
