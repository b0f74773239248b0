import { type DateCivile, dateCivile } from '../calendrier/dates';
import { agendaRendezVous, type CourrierRendezVous } from './agenda';
import type { MemoireRendezVous, QuestionRendezVous } from './question';
import { tachesRendezVous } from './taches';

const PARIS = 'Europe/Paris';
/** Thursday 10 July 2025, 9:00 in Paris. */
const T0 = '2025-07-10T07:00:00.000Z';
/** Tuesday 29 July 2025, 9:30 in Paris. */
const DEBUT = '2025-07-29T07:30:00.000Z';

type Reste = Omit<Partial<QuestionRendezVous>, 'rendezVous' | 'dossier'> & {
  rendezVous?: Partial<QuestionRendezVous['rendezVous']>;
  dossier?: Partial<QuestionRendezVous['dossier']>;
};

const question = ({ rendezVous, dossier, ...reste }: Reste = {}): QuestionRendezVous => ({
  rendezVous: {
    id: 'a1',
    numero: '2025-000001-07',
    sorte: 'SUIVI',
    mode: 'PRESENTIEL',
    debut: DEBUT,
    dureeMinutes: 30,
    lieu: '1 place du Marché',
    lien: null,
    intitule: null,
    statut: 'PREVU',
    sequence: 0,
    compteRendu: null,
    fixeLe: T0,
    closLe: null,
    ...rendezVous,
  },
  dossier: { etat: 'EN_CSP', decesSignale: false, residence: 'metropole', suspensions: [], ...dossier },
  zone: PARIS,
  courriers: {},
  enCours: [],
  maintenant: T0,
  envoi: 'fenetre',
  sursisMinutes: 60,
  relance: false,
  ...reste,
});

const cle = (code: string, base: string) => `2025-000001-07/${code}/BENEFICIAIRE/${base}`;

function memoire(
  code: string,
  base: string,
  statut: MemoireRendezVous['statut'],
  le = '2025-07-10T08:00:00.000Z',
): Record<string, MemoireRendezVous> {
  return { [cle(code, base)]: { code, base, date: '2025-07-10' as DateCivile, statut, le, tentatives: 1 } };
}
const convoque = memoire('RDV_CONVOCATION', '2025-07-29-a1-0', 'PARTI');

const enLocal = new Intl.DateTimeFormat('fr-FR', { timeZone: PARIS, dateStyle: 'short', timeStyle: 'short' });
const dire = ({ code, base, depart, statut }: CourrierRendezVous) =>
  `${code} ${base} ${enLocal.format(new Date(depart)).replace(/\s/g, ' ')} ${statut}`;
const sortir = (q: QuestionRendezVous) => agendaRendezVous(q).courriers.map(dire);
const dus = (q: QuestionRendezVous) => agendaRendezVous(q).dus.map((c) => `${c.code} ${c.base}`);

describe('un rendez-vous planifié', () => {
  it('une convocation après la retenue, puis J−7 et J−1', () => {
    const { courriers, prochain, dus: maintenant, clos } = agendaRendezVous(question());
    expect(courriers.map(dire)).toEqual([
      'RDV_CONVOCATION 2025-07-29-a1-0 10/07/2025 10:00 A_VENIR',
      expect.stringMatching(/^RDV_RAPPEL 2025-07-29-a1-0-7 22\/07\/2025 \d\d:\d\d A_VENIR$/),
      expect.stringMatching(/^RDV_RAPPEL 2025-07-29-a1-0-1 28\/07\/2025 \d\d:\d\d A_VENIR$/),
    ]);
    expect(maintenant).toEqual([]);
    expect(prochain).toEqual({
      quand: '2025-07-10T08:00:00.000Z',
      libelle: 'Convocation du rendez-vous du 29/07/2025',
    });
    expect(clos).toBe(false);
  });

  it.each(['ATELIER', 'WEBINAIRE', 'SESSION_DMA'] as const)('%s : une inscription, pas une convocation', (sorte) => {
    expect(sortir(question({ rendezVous: { sorte } }))[0]).toMatch(/^ATELIER_INSCRIPTION /);
  });

  it('la convocation part une fois la retenue finie, et une seule à la fois', () => {
    const apres = { maintenant: '2025-07-10T08:00:00.000Z' };
    expect(dus(question(apres))).toEqual(['RDV_CONVOCATION 2025-07-29-a1-0']);
    expect(dus(question({ ...apres, enCours: [cle('RDV_CONVOCATION', '2025-07-29-a1-0')] }))).toEqual([]);
    expect(dus(question({ ...apres, courriers: convoque }))).toEqual([]);
  });

  it('en fin de journée, la convocation attend 8 h du prochain jour ouvré', () => {
    const vendredi = '2025-07-11T15:30:00.000Z';
    expect(sortir(question({ rendezVous: { fixeLe: vendredi }, maintenant: vendredi }))[0]).toBe(
      'RDV_CONVOCATION 2025-07-29-a1-0 15/07/2025 08:00 A_VENIR',
    );
  });

  it('en retard d’une panne, ce qui est dû attend lui aussi l’heure d’ouverture', () => {
    const nuit = '2025-07-16T01:00:00.000Z';
    expect(sortir(question({ maintenant: nuit }))[0]).toBe('RDV_CONVOCATION 2025-07-29-a1-0 16/07/2025 08:00 A_VENIR');
  });

  it('un rendez-vous proche raccourcit la retenue', () => {
    const debut = '2025-07-10T09:30:00.000Z';
    expect(sortir(question({ rendezVous: { debut } }))[0]).toContain('10/07/2025 09:30');
    expect(sortir(question({ rendezVous: { debut: '2025-07-10T08:30:00.000Z' } }))[0]).toContain('10/07/2025 09:00');
  });

  it('un courrier qui ne peut plus arriver à temps est périmé', () => {
    const soir = { fixeLe: '2025-07-10T17:00:00.000Z', debut: '2025-07-10T17:30:00.000Z' };
    const q = question({ rendezVous: soir, maintenant: soir.fixeLe });
    expect(sortir(q)).toEqual([expect.stringMatching(/^RDV_CONVOCATION .* PERIME$/)]);
    expect(Object.values(agendaRendezVous(q).memoires)).toMatchObject([{ code: 'RDV_CONVOCATION', statut: 'PERIME' }]);
  });
});

describe('les rappels', () => {
  const rappels = (q: QuestionRendezVous) => sortir(q).filter((ligne) => ligne.startsWith('RDV_RAPPEL'));

  it('manquent quand la personne vient d’être prévenue : moins de deux jours', () => {
    const avec = (fixeLe: string) => rappels(question({ rendezVous: { fixeLe }, maintenant: fixeLe })).length;
    expect(avec('2025-07-20T07:00:00.000Z')).toBe(2);
    expect(avec('2025-07-21T07:00:00.000Z')).toBe(1);
    expect(avec('2025-07-26T07:00:00.000Z')).toBe(1);
    expect(avec('2025-07-27T07:00:00.000Z')).toBe(0);
  });

  it('manquent aussi quand l’annonce, retardée, vient de partir', () => {
    const partie = (le: string) =>
      rappels(question({ courriers: memoire('RDV_CONVOCATION', '2025-07-29-a1-0', 'PARTI', le), maintenant: le }))
        .length;
    expect([partie('2025-07-20T10:00:00.000Z'), partie('2025-07-21T10:00:00.000Z')]).toEqual([2, 1]);
  });

  it('avancent au jour ouvré', () => {
    const lundi = '2025-07-28T07:30:00.000Z';
    expect(rappels(question({ rendezVous: { debut: lundi } }))).toEqual([
      expect.stringMatching(/-7 21\/07\/2025/),
      expect.stringMatching(/-1 25\/07\/2025/),
    ]);
  });

  it('attendent que la personne ait été prévenue', () => {
    const veille = { maintenant: '2025-07-28T15:59:00.000Z' };
    expect(dus(question({ ...veille, courriers: convoque }))).toEqual(['RDV_RAPPEL 2025-07-29-a1-0-1']);
    const retenue = memoire('RDV_CONVOCATION', '2025-07-29-a1-0', 'RETENU', '2025-07-28T15:30:00.000Z');
    expect(dus(question({ ...veille, courriers: retenue }))).toEqual([]);
  });

  it('J−7 en retard laisse la parole à J−1', () => {
    const jour = (maintenant: string) => {
      const { dus: du, memoires } = agendaRendezVous(question({ maintenant, courriers: convoque }));
      return [du.map((c) => c.base), Object.values(memoires).map((m) => [m.base, m.statut])];
    };
    expect(jour('2025-07-26T21:59:00.000Z')).toEqual([[], [['2025-07-29-a1-0-7', 'PERIME']]]);
    expect(jour('2025-07-25T12:00:00.000Z')).toEqual([['2025-07-29-a1-0-7'], []]);
    expect(jour('2025-07-27T12:00:00.000Z')).toEqual([[], [['2025-07-29-a1-0-7', 'PERIME']]]);
  });
});

describe('déplacé', () => {
  const deplace = { sequence: 1, fixeLe: '2025-07-11T07:00:00.000Z' };

  it('la nouvelle date s’annonce comme telle si la première était connue', () => {
    expect(sortir(question({ rendezVous: deplace, courriers: convoque }))[0]).toMatch(/^RDV_DEPLACE 2025-07-29-a1-1 /);
    const confiee = memoire('RDV_CONVOCATION', '2025-07-29-a1-0', 'EN_TACHE');
    expect(sortir(question({ rendezVous: deplace, courriers: confiee }))[0]).toMatch(/^RDV_DEPLACE /);
  });

  it('la nouvelle date sait quelle annonce partie elle remplace, et elle seule', () => {
    const remplace = (courriers: QuestionRendezVous['courriers']) =>
      agendaRendezVous(question({ rendezVous: deplace, courriers })).courriers[0]!.remplace;
    expect(remplace(convoque)).toEqual([cle('RDV_CONVOCATION', '2025-07-29-a1-0')]);
    expect(remplace(memoire('RDV_CONVOCATION', '2025-07-29-a1-0', 'EN_TACHE'))).toBeUndefined();
  });

  it('déplacé deux fois, elle remplace la dernière annonce partie, ni un rappel ni elle-même', () => {
    const partis = [
      memoire('RDV_CONVOCATION', '2025-07-29-a1-0', 'PARTI', '2025-07-10T08:00:00.000Z'),
      memoire('RDV_DEPLACE', '2025-07-29-a1-1', 'PARTI', '2025-07-11T08:00:00.000Z'),
      memoire('RDV_RAPPEL', '2025-07-29-a1-1-7', 'PARTI', '2025-07-12T08:00:00.000Z'),
    ];
    const elle = memoire('RDV_DEPLACE', '2025-07-29-a1-2', 'PARTI', '2025-07-13T08:00:00.000Z');
    for (const connus of [partis, [...partis].reverse(), [...partis, elle], [elle, ...partis]]) {
      const courriers = Object.assign({}, ...connus) as QuestionRendezVous['courriers'];
      const rendezVous = { sequence: 2, fixeLe: '2025-07-13T07:00:00.000Z' };
      const annonce = agendaRendezVous(question({ rendezVous, courriers })).courriers[0]!;
      expect([annonce.base, annonce.remplace]).toEqual(['2025-07-29-a1-2', [cle('RDV_DEPLACE', '2025-07-29-a1-1')]]);
    }
  });

  it('un rappel ne remplace aucune annonce', () => {
    const { courriers } = agendaRendezVous(question({ courriers: convoque }));
    expect(courriers.map((c) => [c.code, c.remplace])).toEqual([
      ['RDV_CONVOCATION', undefined],
      ['RDV_RAPPEL', undefined],
      ['RDV_RAPPEL', undefined],
    ]);
  });

  it('sinon c’est toujours une convocation, et celle qui attendait est annulée', () => {
    expect(sortir(question({ rendezVous: deplace }))[0]).toMatch(/^RDV_CONVOCATION 2025-07-29-a1-1 /);
    const enAttente = memoire('RDV_CONVOCATION', '2025-07-29-a1-0', 'A_REPRENDRE');
    const { courriers, memoires } = agendaRendezVous(question({ rendezVous: deplace, courriers: enAttente }));
    expect(courriers[0]!.code).toBe('RDV_CONVOCATION');
    expect(memoires[cle('RDV_CONVOCATION', '2025-07-29-a1-0')]).toMatchObject({ statut: 'ANNULE' });
  });

  it('un rappel parti n’est pas une annonce ; une annonce dont la clé ne se lit plus en reste une', () => {
    const rappel = memoire('RDV_RAPPEL', '2025-07-29-a1-0-7', 'PARTI');
    expect(sortir(question({ rendezVous: deplace, courriers: rappel }))[0]).toMatch(/^RDV_CONVOCATION /);
    const illisible = memoire('RDV_CONVOCATION', 'illisible', 'PARTI');
    expect(sortir(question({ rendezVous: deplace, courriers: illisible }))[0]).toMatch(/^RDV_DEPLACE /);
  });

  it('une annonce déjà partie sous cette séquence n’en redevient pas une autre', () => {
    const connus = { ...convoque, ...memoire('RDV_DEPLACE', '2025-07-29-a1-1', 'PARTI') };
    expect(sortir(question({ rendezVous: deplace, courriers: connus }))[0]).toMatch(/^RDV_DEPLACE .* PARTI$/);
  });
});

describe('annulé', () => {
  const annule = { statut: 'ANNULE', sequence: 1, closLe: '2025-07-11T07:00:00.000Z' } as const;

  it('avant que rien ne soit parti : rien ne part, c’est fini', () => {
    const agenda = agendaRendezVous(question({ rendezVous: annule, maintenant: annule.closLe }));
    expect([agenda.courriers, agenda.dus, agenda.clos]).toEqual([[], [], true]);
  });

  it('après la convocation, ou si elle a pu partir : une annulation, puis c’est fini', () => {
    const apres = '2025-07-11T08:00:00.000Z';
    for (const statut of ['PARTI', 'EN_TACHE', 'A_REPRENDRE'] as const) {
      const courriers = memoire('RDV_CONVOCATION', '2025-07-29-a1-0', statut);
      expect(dus(question({ rendezVous: annule, courriers, maintenant: apres }))).toEqual([
        'RDV_ANNULE 2025-07-29-a1-1',
      ]);
    }
    const dits = { ...convoque, ...memoire('RDV_ANNULE', '2025-07-29-a1-1', 'PARTI') };
    expect(agendaRendezVous(question({ rendezVous: annule, courriers: dits, maintenant: apres })).clos).toBe(true);
  });

  it('retenue par quelqu’un, la convocation n’est pas partie : rien à annuler', () => {
    const courriers = memoire('RDV_CONVOCATION', '2025-07-29-a1-0', 'RETENU');
    expect(agendaRendezVous(question({ rendezVous: annule, courriers })).courriers).toEqual([]);
  });

  it('même après la fin du parcours, qui était convoqué est prévenu', () => {
    const q = { rendezVous: annule, courriers: convoque, dossier: { etat: 'REINSCRIT' as const } };
    expect(sortir(question(q))).toEqual([expect.stringMatching(/^RDV_ANNULE /)]);
    expect(sortir(question({ ...q, dossier: { decesSignale: true } }))).toEqual([]);
  });
});

describe('manqué, tenu, oublié', () => {
  const lendemain = '2025-07-30T07:00:00.000Z';

  it('manqué : une lettre, pendant quinze jours', () => {
    const manque = { statut: 'MANQUE', closLe: lendemain } as const;
    expect(dus(question({ rendezVous: manque, maintenant: '2025-07-30T08:00:00.000Z' }))).toEqual([
      'RDV_MANQUE 2025-07-29-a1-0',
    ]);
    expect(dus(question({ rendezVous: manque, maintenant: '2025-08-14T08:00:00.000Z' }))).toHaveLength(1);
    const tard = agendaRendezVous(question({ rendezVous: manque, maintenant: '2025-08-15T08:00:00.000Z' }));
    expect([tard.dus, tard.clos]).toEqual([[], true]);
  });

  it('manqué pendant une suspension du CSP : aucune lettre, et celle qui attendait est annulée', () => {
    const q = (debut: string, fin: string) =>
      question({
        rendezVous: { statut: 'MANQUE', closLe: lendemain },
        maintenant: '2025-07-30T08:00:00.000Z',
        courriers: memoire('RDV_MANQUE', '2025-07-29-a1-0', 'RETENU', lendemain),
        dossier: { suspensions: [{ debut: dateCivile(debut), fin: dateCivile(fin) }] },
        relance: true,
      });
    const { courriers, dus: du, memoires, clos } = agendaRendezVous(q('2025-07-29', '2025-07-29'));
    expect([courriers, du, clos]).toEqual([[], [], true]);
    expect(Object.values(memoires)).toMatchObject([{ code: 'RDV_MANQUE', statut: 'ANNULE' }]);
    expect(dus(q('2025-07-01', '2025-07-28'))).toEqual(['RDV_MANQUE 2025-07-29-a1-0']);
    expect(dus(q('2025-07-30', '2025-08-28'))).toEqual(['RDV_MANQUE 2025-07-29-a1-0']);
  });

  it('tenu : plus rien', () => {
    const tenu = { statut: 'TENU', closLe: lendemain } as const;
    expect(agendaRendezVous(question({ rendezVous: tenu, maintenant: lendemain }))).toMatchObject({
      courriers: [],
      clos: true,
      aClore: false,
    });
  });

  it('sa journée passée sans nouvelle : à clore, et plus rien ne part', () => {
    const { prochain, aClore } = agendaRendezVous(
      question({ maintenant: '2025-07-29T21:59:59.000Z', courriers: convoque }),
    );
    expect([prochain?.quand, aClore]).toEqual(['2025-07-29T22:00:00.000Z', false]);
    const apres = agendaRendezVous(question({ maintenant: '2025-07-29T22:00:00.000Z' }));
    expect(apres).toMatchObject({ aClore: true, clos: true, dus: [] });
  });
});

describe('ce qui arrête tout', () => {
  it('un décès signalé : rien ne part, on redemande chaque jour', () => {
    const agenda = agendaRendezVous(question({ dossier: { decesSignale: true }, courriers: convoque }));
    expect([agenda.courriers, agenda.dus, agenda.memoires]).toEqual([[], [], {}]);
    expect(agenda.prochain).toMatchObject({ quand: '2025-07-11T07:00:00.000Z' });
  });

  it('ce qui était retenu le reste : un décès signalé par erreur ne perd aucun courrier', () => {
    const courriers = memoire('RDV_CONVOCATION', '2025-07-29-a1-0', 'RETENU');
    expect(agendaRendezVous(question({ dossier: { decesSignale: true }, courriers })).memoires).toEqual({});
  });

  it.each(['INELIGIBLE', 'REFUSE', 'SANS_SUITE', 'CLOS', 'REINSCRIT', 'NON_REINSCRIT'] as const)('%s', (etat) => {
    expect(sortir(question({ dossier: { etat } }))).toEqual([]);
  });

  it('un CSP rompu garde son bilan', () => {
    expect(sortir(question({ dossier: { etat: 'ROMPU' }, rendezVous: { sorte: 'BILAN' } }))).toHaveLength(3);
  });
});

describe('un courrier qui n’a pas pu partir', () => {
  const maintenant = '2025-07-10T09:00:00.000Z';
  const quand = (statut: 'A_REPRENDRE' | 'RETENU', tentatives: number, relance = false) => {
    const base = '2025-07-29-a1-0';
    const courriers = memoire('RDV_CONVOCATION', base, statut, maintenant);
    courriers[cle('RDV_CONVOCATION', base)]!.tentatives = tentatives;
    return agendaRendezVous(question({ courriers, maintenant, relance })).courriers[0]!.depart.slice(11, 16);
  };

  it('se reprend après 15 minutes, une heure, puis toutes les quatre heures', () => {
    expect([0, 1, 2, 3, 9].map((n) => quand('A_REPRENDRE', n))).toEqual(['09:15', '09:15', '10:00', '13:00', '13:00']);
  });

  it('retenu, on redemande dans l’heure, ou tout de suite quand il est libéré', () => {
    expect([quand('RETENU', 1), quand('RETENU', 1, true), quand('A_REPRENDRE', 1, true)]).toEqual([
      '10:00',
      '09:00',
      '09:15',
    ]);
  });
});

it('en mode immédiat, seule la retenue fait attendre', () => {
  const q = question({ envoi: 'immediat', sursisMinutes: 0 });
  expect(sortir(q)).toEqual([
    'RDV_CONVOCATION 2025-07-29-a1-0 10/07/2025 09:00 A_VENIR',
    'RDV_RAPPEL 2025-07-29-a1-0-7 22/07/2025 00:00 A_VENIR',
    'RDV_RAPPEL 2025-07-29-a1-0-1 28/07/2025 00:00 A_VENIR',
  ]);
  expect(dus(q)).toEqual(['RDV_CONVOCATION 2025-07-29-a1-0']);
});

describe('le minuteur', () => {
  it('dit ce qu’il attend : le prochain courrier, puis la fin de la journée', () => {
    const [avant, apres] = ['2025-07-15T07:00:00.000Z', '2025-07-29T07:00:00.000Z'].map(
      (maintenant) => agendaRendezVous(question({ maintenant, courriers: convoque })).prochain,
    );
    expect(avant?.quand.slice(0, 10)).toBe('2025-07-22');
    expect(avant?.libelle).toBe('Rappel du rendez-vous du 29/07/2025');
    expect(apres).toEqual({
      quand: '2025-07-29T22:00:00.000Z',
      libelle: 'Fin de la journée du rendez-vous du 29/07/2025',
    });
  });

  it('pendant un décès signalé, attend que quelqu’un le confirme ou le démente', () => {
    const dossier = { decesSignale: true };
    expect(agendaRendezVous(question({ dossier })).prochain?.libelle).toBe(
      'Courriers retenus du rendez-vous du 29/07/2025',
    );
    const tenu = { statut: 'TENU', closLe: '2025-07-30T07:00:00.000Z' } as const;
    expect(agendaRendezVous(question({ dossier, rendezVous: tenu }))).toMatchObject({ prochain: null, clos: true });
  });
});

describe('n’est fini que si rien ne reste à remettre', () => {
  const manque = { statut: 'MANQUE', closLe: '2025-07-30T07:00:00.000Z' } as const;
  const q = { rendezVous: manque, maintenant: '2025-07-30T08:00:00.000Z' };

  it('ni un courrier dû, ni un courrier en cours', () => {
    const du = agendaRendezVous(question(q));
    expect(du.dus).toEqual([
      {
        cle: cle('RDV_MANQUE', '2025-07-29-a1-0'),
        code: 'RDV_MANQUE',
        destinataire: 'BENEFICIAIRE',
        base: '2025-07-29-a1-0',
        date: '2025-07-30',
      },
    ]);
    expect([du.prochain, du.clos]).toEqual([null, false]);
    const enCours = agendaRendezVous(question({ ...q, enCours: [cle('RDV_MANQUE', '2025-07-29-a1-0')] }));
    expect([enCours.dus, enCours.prochain, enCours.clos]).toEqual([[], null, false]);
  });

  it('ce qui est en cours se montre tel qu’on le connaît', () => {
    const [annonce, base] = ['RDV_CONVOCATION', '2025-07-29-a1-0'];
    const enCours = [cle(annonce, base)];
    expect(agendaRendezVous(question({ enCours })).courriers[0]!.statut).toBe('A_VENIR');
    const courriers = memoire(annonce, base, 'A_REPRENDRE');
    const agenda = agendaRendezVous(question({ enCours, courriers, maintenant: DEBUT }));
    // Its hour came while it was on its way: only its outcome says what it became.
    expect([agenda.courriers[0]!.statut, agenda.memoires]).toEqual(['A_REPRENDRE', {}]);
  });

  it('une annonce n’en double pas une autre, encore en cours', () => {
    const deplace = { sequence: 1, fixeLe: T0 };
    const enCours = [cle('RDV_CONVOCATION', '2025-07-29-a1-0')];
    const maintenant = '2025-07-10T08:00:00.000Z';
    expect(dus(question({ rendezVous: deplace, maintenant, enCours }))).toEqual([]);
    expect(dus(question({ rendezVous: deplace, maintenant }))).toEqual(['RDV_CONVOCATION 2025-07-29-a1-1']);
  });
});

describe('à l’heure du rendez-vous, le convoquer ne sert plus', () => {
  const base = '2025-07-29-a1-0';
  const reprise = (le: string) => {
    const courriers = memoire('RDV_CONVOCATION', base, 'A_REPRENDRE', le);
    const { courriers: situes, memoires } = agendaRendezVous(question({ courriers, maintenant: le }));
    return [situes[0]!.statut, memoires[cle('RDV_CONVOCATION', base)]];
  };

  it('une reprise qui y tomberait est perdue, une minute avant elle vaut encore', () => {
    expect(reprise('2025-07-29T07:14:00.000Z')).toEqual(['A_REPRENDRE', undefined]);
    const le = '2025-07-29T07:15:00.000Z';
    expect(reprise(le)).toEqual([
      'PERIME',
      { code: 'RDV_CONVOCATION', base, date: '2025-07-10', statut: 'PERIME', le, tentatives: 1 },
    ]);
  });

  it('ce qui n’était pas encore parti non plus', () => {
    const a = (maintenant: string) => agendaRendezVous(question({ envoi: 'immediat', sursisMinutes: 0, maintenant }));
    expect(a('2025-07-29T07:29:59.999Z').dus).toHaveLength(1);
    const trop = a(DEBUT);
    expect(trop.dus).toEqual([]);
    expect(trop.memoires[cle('RDV_CONVOCATION', base)]).toMatchObject({ statut: 'PERIME', tentatives: 0 });
  });
});

it('un dossier sans état connu n’a pas de courrier', () => {
  expect(sortir(question({ dossier: { etat: null } }))).toEqual([]);
});

describe('la retenue part de l’acte', () => {
  it('celui d’annuler, pas celui de fixer', () => {
    const annule = { statut: 'ANNULE', sequence: 1, closLe: '2025-07-11T07:00:00.000Z' } as const;
    const q = { rendezVous: annule, courriers: convoque, maintenant: annule.closLe };
    expect(sortir(question(q))).toEqual(['RDV_ANNULE 2025-07-29-a1-1 11/07/2025 10:00 A_VENIR']);
    const incertaine = memoire('RDV_CONVOCATION', '2025-07-29-a1-0', 'INCERTAIN');
    expect(sortir(question({ ...q, courriers: incertaine }))).toHaveLength(1);
  });

  it('celui de dire qu’il a été manqué', () => {
    const manque = { statut: 'MANQUE', closLe: '2025-07-30T07:00:00.000Z' } as const;
    expect(sortir(question({ rendezVous: manque, maintenant: manque.closLe }))).toEqual([
      'RDV_MANQUE 2025-07-29-a1-0 30/07/2025 10:00 A_VENIR',
    ]);
  });

  it('en mode immédiat, un retard ne change pas l’heure qui était due', () => {
    const q = question({ envoi: 'immediat', maintenant: '2025-07-10T12:00:00.000Z' });
    expect(sortir(q)[0]).toBe('RDV_CONVOCATION 2025-07-29-a1-0 10/07/2025 10:00 A_VENIR');
  });
});

it('les rappels d’un même jour ne partent pas tous à la même minute', () => {
  const numeros = ['2025-000001-07', '2025-000002-04', '2025-000003-01'];
  const departs = numeros.map((numero) => agendaRendezVous(question({ rendezVous: { numero } })).courriers[1]!.depart);
  expect(new Set(departs).size).toBe(numeros.length);
});

it('un courrier parti garde l’heure à laquelle il est parti', () => {
  const courriers = memoire('RDV_CONVOCATION', '2025-07-29-a1-0', 'PARTI', '2025-07-10T08:07:00.000Z');
  expect(agendaRendezVous(question({ courriers })).courriers[0]!.depart).toBe('2025-07-10T08:07:00.000Z');
});

it('un courrier s’ouvre à 8 h là où vit la personne', () => {
  const fixeLe = '2025-07-09T20:00:00.000Z';
  const departs = ['metropole', 'la-reunion', 'guadeloupe'].map(
    (residence) =>
      agendaRendezVous(question({ rendezVous: { fixeLe }, dossier: { residence }, maintenant: fixeLe })).courriers[0]!
        .depart,
  );
  expect(departs).toEqual(['2025-07-10T06:00:00.000Z', '2025-07-10T04:00:00.000Z', '2025-07-09T21:00:00.000Z']);
});

describe('parti par un de ses deux canaux, l’autre attend', () => {
  const [avant, apres] = ['2025-07-29-a1-0', '2025-07-29-a1-1'];
  const enAttente = (code: string, base: string, le?: string) => {
    const courriers = memoire(code, base, 'A_REPRENDRE', le);
    courriers[cle(code, base)]!.partiel = true;
    return courriers;
  };
  const deplace = { sequence: 1, fixeLe: '2025-07-11T07:00:00.000Z' };

  it('l’heure passée, il est parti : personne n’est à rappeler', () => {
    const courriers = { ...convoque, ...enAttente('RDV_DEPLACE', apres) };
    const q = question({ rendezVous: deplace, courriers, maintenant: DEBUT });
    const agenda = agendaRendezVous(q);
    expect(agenda.memoires[cle('RDV_DEPLACE', apres)]).toMatchObject({ statut: 'PARTI', tentatives: 1 });
    const tot = { ...q, maintenant: '2025-07-29T07:20:00.000Z' };
    const aReprendre = { ...tot, courriers: { ...convoque, ...enAttente('RDV_DEPLACE', apres, tot.maintenant) } };
    const { memoires, aClore } = agendaRendezVous(aReprendre);
    expect(Object.values(memoires)).toMatchObject([{ code: 'RDV_DEPLACE', statut: 'PARTI' }]);
    expect(tachesRendezVous(q.rendezVous, PARIS, { memoires, aClore }, tot.maintenant)).toEqual([]);
  });

  it('l’autre canal de l’annonce part avant le rappel, un seul à la fois', () => {
    const courriers = enAttente('RDV_CONVOCATION', avant);
    const { courriers: situes, dus: du } = agendaRendezVous(
      question({ courriers, maintenant: '2025-07-22T15:59:00.000Z' }),
    );
    expect(situes.map((c) => [c.code, c.statut])).toEqual([
      ['RDV_CONVOCATION', 'A_REPRENDRE'],
      ['RDV_RAPPEL', 'A_VENIR'],
      ['RDV_RAPPEL', 'A_VENIR'],
    ]);
    expect(du.map((c) => c.code)).toEqual(['RDV_CONVOCATION']);
  });

  it('déplacé encore, ce qu’elle sait est faux et la nouvelle date s’annonce comme telle', () => {
    const q = question({ rendezVous: deplace, courriers: enAttente('RDV_CONVOCATION', avant) });
    expect(sortir(q)[0]).toMatch(/^RDV_DEPLACE 2025-07-29-a1-1 /);
    expect(agendaRendezVous(q).memoires[cle('RDV_CONVOCATION', avant)]).toMatchObject({ statut: 'RECTIFIE' });
  });

  it('annulé, elle en est prévenue', () => {
    const annule = { statut: 'ANNULE', sequence: 1, closLe: '2025-07-11T07:00:00.000Z' } as const;
    const courriers = enAttente('RDV_CONVOCATION', avant);
    courriers[cle('RDV_CONVOCATION', avant)]!.statut = 'RETENU';
    expect(sortir(question({ rendezVous: annule, courriers, maintenant: annule.closLe }))).toEqual([
      expect.stringMatching(/^RDV_ANNULE /),
    ]);
  });
});
