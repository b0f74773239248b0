import type { DateCivile } from '../calendrier/dates';
import type { Evenement } from '../faits/evenements';
import type { EntreeJournal } from '../faits/journal';
import { accord, entree, parcours, partie } from './de-test/parcours';
import type { EtatParcours, MemoireCourrier, MessageRecu } from './parcours';
import { type OptionsSituer, situer } from './situer';

const fait = (id: string, evenement: object) => entree(id, { evenement: evenement as Evenement });
const arret = (debut: string, fin: string) => fait(`am-${debut}`, { type: 'ARRET_MALADIE', debut, fin });
const cdi = fait('cdi', { type: 'REPRISE_EMPLOI', contratId: 'c', nature: 'CDI', debut: '2025-06-02' });
const essai = fait('essai', { type: 'FIN_CONTRAT', contratId: 'c', date: '2025-07-31', motif: 'RUPTURE_ESSAI' });

interface Cas {
  jour: string;
  faits?: EntreeJournal[];
  recus?: MessageRecu[];
  etat?: Partial<EtatParcours>;
  options?: Partial<OptionsSituer>;
}

function demander({ jour, faits = [], recus = [], etat = {}, options = {} }: Cas) {
  const courant = { ...parcours([accord, ...faits]), recus, ...etat };
  const maintenant = jour.includes('T') ? jour : `${jour}T09:00:00.000Z`;
  return situer({ etat: courant, enCours: [], maintenant }, { envoi: 'immediat', ...options });
}

/** Letters of a code, as `base date statut`. */
const lettres = (code: string, cas: Cas) =>
  demander(cas)
    .situation.courriers.filter((c) => c.code === code)
    .map((c) => `${c.base} ${c.date} ${c.statut}`);

const memoire = (code: string, base: string, reste: Partial<MemoireCourrier> = {}): Record<string, MemoireCourrier> => {
  const destinataire = reste.destinataire ?? 'BENEFICIAIRE';
  const date = base.slice(0, 10) as DateCivile;
  const lettre = { code, destinataire, base, date, statut: 'PARTI' as const, le: `${base.slice(0, 10)}T08:00:00.000Z` };
  return { [`2025-000001-32/${code}/${destinataire}/${base}`]: { ...lettre, tentatives: 1, ...reste } };
};

describe('SUSPENSION (R24)', () => {
  it('part dès que l’arrêt est connu, avec ses dates pour base', () => {
    const cas = { jour: '2025-06-03', faits: [arret('2025-06-01', '2025-06-10')] };
    expect(lettres('SUSPENSION', cas)).toEqual(['2025-06-01_2025-06-10 2025-06-03 A_VENIR']);
    expect(demander(cas).reponse.dus.map((d) => d.code)).toContain('SUSPENSION');
  });
  it('part avant la période quand elle est connue d’avance', () => {
    expect(lettres('SUSPENSION', { jour: '2025-05-20', faits: [arret('2025-06-01', '2025-06-10')] })).toHaveLength(1);
  });
  it('n’apprend rien d’une période finie, ni de ce qui était connu à la reprise du dossier', () => {
    const faits = [arret('2025-06-01', '2025-06-10')];
    expect(lettres('SUSPENSION', { jour: '2025-06-10', faits })).toHaveLength(1);
    expect(lettres('SUSPENSION', { jour: '2025-06-11', faits })).toEqual([]);
    const etat = { dateReprise: '2025-06-02' as DateCivile };
    expect(lettres('SUSPENSION', { jour: '2025-06-05', faits, etat })).toEqual([
      '2025-06-01_2025-06-10 2025-06-01 REPRIS',
    ]);
  });
  it('dit un arrêt consigné après la reprise, même commencé avant', () => {
    const etat = { dateReprise: '2025-06-02' as DateCivile, version: 3 };
    const cas = { jour: '2025-06-05', faits: [arret('2025-06-01', '2025-06-10')], etat };
    expect(lettres('SUSPENSION', cas)).toEqual(['2025-06-01_2025-06-10 2025-06-05 A_VENIR']);
  });
  it('garde le jour de son premier départ', () => {
    const courriers = memoire('SUSPENSION', '2025-06-01_2025-06-10', { date: '2025-05-20' as DateCivile });
    const cas = { jour: '2025-07-01', faits: [arret('2025-06-01', '2025-06-10')], etat: { courriers } };
    expect(lettres('SUSPENSION', cas)).toEqual(['2025-06-01_2025-06-10 2025-05-20 PARTI']);
  });
  it('un arrêt prolongé est redit, sans rectification du premier', () => {
    const courriers = memoire('SUSPENSION', '2025-06-01_2025-06-10');
    const cas = { jour: '2025-06-09', faits: [arret('2025-06-01', '2025-06-20')], etat: { courriers } };
    expect(lettres('SUSPENSION', cas)).toEqual([
      '2025-06-01_2025-06-10 2025-06-01 RECTIFIE',
      '2025-06-01_2025-06-20 2025-06-09 A_VENIR',
    ]);
    expect(lettres('RECTIFICATION', cas)).toEqual([]);
  });
  it('un arrêt annulé après son courrier est rectifié', () => {
    const courriers = memoire('SUSPENSION', '2025-06-01_2025-06-10');
    expect(lettres('RECTIFICATION', { jour: '2025-06-09', etat: { courriers, version: 4 } })).toEqual([
      'SUSPENSION_2025-06-01_2025-06-10_v5 2025-06-09 A_VENIR',
    ]);
  });
});

describe('RETOUR (R24)', () => {
  it('part le lendemain de la suspension, un jour ouvré', () => {
    expect(lettres('RETOUR', { jour: '2025-06-03', faits: [arret('2025-06-01', '2025-06-06')] })).toEqual([
      '2025-06-07 2025-06-10 A_VENIR',
    ]);
  });
  it('n’existe pas si le CSP prend fin suspendu', () => {
    const jusquAuBout = fait('pa', { type: 'SUSPENSION', debut: '2025-06-01', motif: 'PREPARE' });
    expect(lettres('RETOUR', { jour: '2025-06-03', faits: [jusquAuBout] })).toEqual([]);
  });
  it('s’efface d’avant la reprise du dossier', () => {
    const cas = { faits: [arret('2025-06-01', '2025-06-06')], etat: { dateReprise: '2025-06-30' as DateCivile } };
    expect(lettres('RETOUR', { jour: '2025-07-01', ...cas })).toEqual(['2025-06-07 2025-06-10 REPRIS']);
  });
});

describe('REINTEGRATION (R16)', () => {
  it('part dès que la rupture de l’essai est connue, seule', () => {
    const cas = { jour: '2025-08-04', faits: [cdi, essai] };
    expect(lettres('REINTEGRATION', cas)).toEqual(['2025-08-01 2025-08-04 A_VENIR']);
    expect([...lettres('RETOUR', cas), ...lettres('SUSPENSION', cas)]).toEqual([]);
  });
  it('n’est pas redite d’avant la reprise du dossier', () => {
    const etat = { dateReprise: '2025-08-02' as DateCivile };
    expect(lettres('REINTEGRATION', { jour: '2025-08-04', faits: [cdi, essai], etat })).toEqual([
      '2025-08-01 2025-08-01 REPRIS',
    ]);
  });
});

describe('REJET (R28)', () => {
  it('répond à une déclaration qu’une règle écarte', () => {
    const avant = fait('tot', { type: 'ARRET_MALADIE', debut: '2025-03-10', fin: '2025-03-15' });
    expect(lettres('REJET', { jour: '2025-06-03', faits: [avant] })).toEqual(['tot 2025-06-03 A_VENIR']);
  });
  it('pas à ce qui finit avant la proposition : une année mal tapée n’écrit à personne', () => {
    const autrefois = fait('1998-06-01', { type: 'ARRET_MALADIE', debut: '1998-06-01', fin: '1998-06-10' });
    const cas = { jour: '2025-06-03', faits: [autrefois] };
    expect(lettres('REJET', cas)).toEqual([]);
    const veille = (fin: string) =>
      lettres('REJET', { ...cas, faits: [fait('am', { type: 'ARRET_MALADIE', debut: '2025-02-20', fin })] });
    expect([veille('2025-03-02').length, veille('2025-03-03').length]).toEqual([0, 1]);
    const parti = lettres('REJET', { ...cas, etat: { courriers: memoire('REJET', '1998-06-01') } });
    expect(parti).toHaveLength(1);
  });
  it('pas à ce que le conseiller consigne de son propre travail', () => {
    const avant = fait('tot', { type: 'PRE_BILAN_REALISE', date: '2025-02-01' });
    expect(lettres('REJET', { jour: '2025-06-03', faits: [avant] })).toEqual([]);
  });
});

describe('CONTRIBUTION_RAPPEL (R9)', () => {
  it('part à l’employeur dix jours avant l’échéance, un jour ouvré', () => {
    expect(lettres('CONTRIBUTION_RAPPEL', { jour: '2025-04-01' })).toEqual(['2025-05-25 2025-05-15 A_VENIR']);
  });
  it('n’existe pas sans CSP', () => {
    const etat = parcours([]);
    expect(lettres('CONTRIBUTION_RAPPEL', { jour: '2025-03-04', etat })).toEqual([]);
  });
});

describe('RECTIFICATION (R28)', () => {
  const c05 = (destinataire: 'BENEFICIAIRE' | 'EMPLOYEUR') =>
    memoire('C05_REFUS', '2025-03-25', { destinataire, dit: '2025-03-24|REFUS_TACITE' });
  const reouvert = { courriers: { ...c05('BENEFICIAIRE'), ...c05('EMPLOYEUR') }, version: 7 };

  it('un refus démenti par une acceptation datée à temps l’est aux deux par la lettre d’adhésion, seule', () => {
    const { situation, reponse } = demander({ jour: '2025-04-01', etat: reouvert });
    expect(situation.courriers.filter((c) => c.code === 'RECTIFICATION')).toEqual([]);
    for (const destinataire of ['BENEFICIAIRE', 'EMPLOYEUR']) {
      const faux = `2025-000001-32/C05_REFUS/${destinataire}/2025-03-25`;
      const adhesion = `2025-000001-32/C04_ADHESION/${destinataire}/2025-03-10`;
      expect(reponse.memoires[faux]).toMatchObject({ statut: 'RECTIFIE', remplacePar: adhesion });
      expect(reponse.dus.find(({ cle }) => cle === adhesion)).toMatchObject({ remplace: [faux] });
    }
    expect(reponse.taches.map((t) => t.type)).not.toContain('COURRIER_DEVENU_FAUX');
  });
  it('il l’est par une rectification quand l’adhésion ne se dit plus, deux mois après', () => {
    const { situation } = demander({ jour: '2025-06-01', etat: reouvert });
    expect(situation.courriers.filter((c) => c.code === 'RECTIFICATION').map((c) => c.cle)).toEqual([
      '2025-000001-32/RECTIFICATION/BENEFICIAIRE/C05_REFUS_2025-03-25_v8',
      '2025-000001-32/RECTIFICATION/EMPLOYEUR/C05_REFUS_2025-03-25_v8',
    ]);
  });
  it('une adhésion effacée l’est par la lettre de refus, une fois le délai passé', () => {
    const courriers = {
      ...memoire('C01_PROPOSITION', '2025-03-03', { dit: '2025-03-24' }),
      ...memoire('C04_ADHESION', '2025-03-10', { dit: '2025-03-24|2025-03-25' }),
    };
    const sans = (jour: string) => demander({ jour, etat: { ...parcours([]), courriers, version: 2 } });
    expect(sans('2025-03-20').reponse.dus.map(({ code }) => code)).toContain('RECTIFICATION');
    const { situation, reponse } = sans('2025-03-25');
    expect(situation.courriers.filter((c) => c.code === 'RECTIFICATION')).toEqual([]);
    expect(Object.values(reponse.memoires).map(({ code, statut }) => [code, statut])).toContainEqual([
      'C04_ADHESION',
      'RECTIFIE',
    ]);
  });
  it('reste voulue, sous la même clé, tant que le courrier est faux', () => {
    const courriers = memoire('C05_REFUS', '2025-03-25', {
      statut: 'RECTIFIE',
      rectification: 'C05_REFUS_2025-03-25_v8',
    });
    expect(lettres('RECTIFICATION', { jour: '2025-04-02', etat: { courriers, version: 12 } })).toEqual([
      'C05_REFUS_2025-03-25_v8 2025-04-02 A_VENIR',
    ]);
  });
  it('part aussi quand le courrier garde sa clé et que ses dates ont bougé', () => {
    const courriers = memoire('C04_ADHESION', '2025-03-10', { dit: '2025-03-20|2025-03-21' });
    const cas = { jour: '2025-04-01', etat: { courriers, version: 2 } };
    expect(lettres('C04_ADHESION', cas)).toContain('2025-03-10 2025-03-10 RECTIFIE');
    expect(lettres('RECTIFICATION', cas)).toEqual(['C04_ADHESION_2025-03-10_v3 2025-04-01 A_VENIR']);
  });
  it('une date encore inconnue au départ, connue depuis, ne rend rien faux', () => {
    const courriers = memoire('C04_ADHESION', '2025-03-10', { dit: '|' });
    const cas = { jour: '2025-04-01', etat: { courriers } };
    expect(lettres('C04_ADHESION', cas)).toContain('2025-03-10 2025-03-10 PARTI');
    expect(lettres('RECTIFICATION', cas)).toEqual([]);
  });
  it('un rappel dont le jour est passé n’est pas rectifié', () => {
    const courriers = memoire('C15_RAPPEL_REINSCRIPTION', '2025-05-01-3');
    const cas = { jour: '2025-06-01', etat: { courriers } };
    expect(lettres('C15_RAPPEL_REINSCRIPTION', cas)).toContain('2025-05-01-3 2025-05-01 RECTIFIE');
    expect(lettres('RECTIFICATION', cas)).toEqual([]);
  });
  it('une nouvelle fin annoncée par PROLONGATION suffit à démentir l’ancienne, et la réinscription déjà ouverte', () => {
    const courriers = {
      ...memoire('C13_FIN_CSP', '2026-03-17'),
      ...memoire('C14_CESSATION_INSCRIPTION', '2026-03-25'),
    };
    const etat = { courriers, termeAnnonce: '2026-03-24' as DateCivile };
    const cas = { jour: '2026-03-26', faits: [arret('2026-03-01', '2026-03-10')], etat };
    expect(lettres('PROLONGATION', cas).length).toBeGreaterThan(0);
    expect(lettres('RECTIFICATION', cas)).toEqual([]);
  });
  it('ce qui est parti par un seul de ses canaux se rectifie aussi, ce qui n’est parti par aucun s’annule', () => {
    const base = '2025-06-01_2025-06-10';
    const cas = (partiel: boolean) => {
      const courriers = memoire('SUSPENSION', base, { statut: 'A_REPRENDRE', ...(partiel ? { partiel } : {}) });
      return { jour: '2025-06-09', etat: { courriers } };
    };
    expect(lettres('SUSPENSION', cas(true))).toEqual([`${base} 2025-06-01 RECTIFIE`]);
    expect(lettres('RECTIFICATION', cas(true))).toHaveLength(1);
    expect(lettres('SUSPENSION', cas(false))).toEqual([`${base} 2025-06-01 ANNULE`]);
    expect(lettres('RECTIFICATION', cas(false))).toEqual([]);
  });
  it('un courrier redevenu vrai avant qu’elle parte l’annule', () => {
    const base = '2025-06-01_2025-06-10';
    const courriers = {
      ...memoire('SUSPENSION', base, { statut: 'RECTIFIE', rectification: `SUSPENSION_${base}_v5` }),
      ...memoire('RECTIFICATION', `SUSPENSION_${base}_v5`, { statut: 'A_REPRENDRE' }),
    };
    const cas = { jour: '2025-06-09', faits: [arret('2025-06-01', '2025-06-10')], etat: { courriers } };
    expect(lettres('SUSPENSION', cas)[0]).toMatch(/PARTI$/);
    expect(lettres('RECTIFICATION', cas)[0]).toMatch(/ANNULE$/);
  });
});

describe('un courrier né d’un fait consigné', () => {
  const consigner: MessageRecu = {
    id: 'am',
    acte: 'consigner',
    contenu: { evenement: { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-10' } },
    recuLe: '2025-06-03T08:12:00.000Z',
  };
  const demande = { jour: '2025-06-03T08:12:00.000Z', recus: [consigner], options: { sursisMinutes: 60 } };
  const depart = (code: string, cas: Cas) =>
    demander(cas).situation.courriers.find((c) => c.code === code && c.statut === 'A_VENIR')?.depart;

  it('attend une heure, et le réveil le dit', () => {
    expect(depart('SUSPENSION', demande)).toBe('2025-06-03T09:12:00.000Z');
    const { reponse } = demander(demande);
    expect(reponse.dus.map((d) => d.code)).not.toContain('SUSPENSION');
    expect(reponse.prochain?.quand).toBe('2025-06-03T09:12:00.000Z');
  });
  it('sans retenue, part aussitôt', () => {
    expect(demander({ ...demande, options: {} }).reponse.dus.map((d) => d.code)).toContain('SUSPENSION');
  });
  it('une prolongation attend avec lui', () => {
    const etat = { termeAnnonce: '2026-03-24' as DateCivile };
    expect(depart('PROLONGATION', { ...demande, etat })).toBe('2025-06-03T09:12:00.000Z');
  });
});

describe('la décision de l’inspection du travail (R7)', () => {
  const decision = (decidee: string) =>
    fait('dec', { type: 'DECISION_AUTORISATION', date: '2025-04-02', decision: decidee });
  const cas = (decidee: string, jour = '2025-04-02'): Cas => ({
    jour,
    etat: { ...parcours([accord, decision(decidee)], { salarieProtege: true }) },
  });

  it.each(['AUTORISE', 'REFUSE'])('%s : les deux l’apprennent le jour même', (decidee) => {
    const dus = demander(cas(decidee)).reponse.dus.filter(({ code }) => code === 'DECISION_INSPECTION');
    expect(dus.map(({ destinataire, base }) => `${destinataire} ${base}`)).toEqual([
      'BENEFICIAIRE 2025-04-02',
      'EMPLOYEUR 2025-04-02',
    ]);
  });
  it('un refus d’autorisation est une seule lettre, qui dit que l’acceptation enregistrée n’a plus d’effet', () => {
    const { etat, jour } = cas('REFUSE');
    const courriers = partie('C04_ADHESION', '2025-03-10');
    const { dus } = demander({ jour, etat: { ...etat, courriers } }).reponse;
    const siens = dus.filter(({ destinataire }) => destinataire === 'BENEFICIAIRE');
    expect(siens.map(({ code, remplace }) => [code, remplace])).toContainEqual([
      'DECISION_INSPECTION',
      Object.keys(courriers),
    ]);
    expect(siens.map(({ code }) => code)).not.toContain('RECTIFICATION');
  });
  it('de qui n’est pas protégé, elle ne compte pas et personne n’est averti', () => {
    const { dus } = demander({ jour: '2025-04-02', faits: [decision('AUTORISE')] }).reponse;
    expect(dus.map(({ code }) => code)).not.toContain('DECISION_INSPECTION');
  });
});

describe('la fin du CSP annoncée d’une seule lettre', () => {
  const apres = (faits: EntreeJournal[], jour: string) => ({ jour, faits });

  it('un emploi connu d’avance : elle part aussitôt, et tient lieu de convocation au bilan et d’annonce de la prime', () => {
    const psp = fait('psp', { type: 'PSP_VALIDE', date: '2025-04-20' });
    const cas = apres([psp, cdi], '2025-05-20');
    expect(lettres('FIN_POUR_EMPLOI', cas)).toEqual(['2025-06-01 2025-05-20 A_VENIR']);
    expect(lettres('C09_CONVOCATION_BILAN', cas)).toEqual([expect.stringMatching(/ANNULE$/)]);
    for (const lettre of lettres('C11_PRIME', cas)) expect(lettre).toMatch(/ANNULE$/);
  });
  it('un essai rompu la dément par la lettre de retour', () => {
    const courriers = memoire('FIN_POUR_EMPLOI', '2025-06-01');
    const { reponse } = demander({ jour: '2025-08-04', faits: [cdi, essai], etat: { courriers } });
    const [cle] = Object.keys(courriers);
    expect(reponse.dus.find(({ code }) => code === 'REINTEGRATION')).toMatchObject({ remplace: [cle] });
    expect(reponse.memoires[cle!]).toMatchObject({ statut: 'RECTIFIE' });
  });
  it.each(['MANQUEMENT', 'FAUSSE_DECLARATION'])('une exclusion (%s), dès qu’elle est confirmée', (motif) => {
    const sortie = fait('s', { type: 'SORTIE', date: '2025-06-10', motif });
    const confirmee = entree('c', { confirme: 's', auteur: 'chef' });
    expect(lettres('SORTIE_DECIDEE', apres([sortie, confirmee], '2025-06-11'))).toEqual([
      '2025-06-10 2025-06-11 A_VENIR',
    ]);
    expect(lettres('SORTIE_DECIDEE', apres([sortie], '2025-06-11'))).toEqual([]);
  });
  it('un départ à la retraite, dès qu’il est connu, et nulle autre lettre de fin ni de réinscription', () => {
    const sortie = fait('s', { type: 'SORTIE', date: '2025-09-30', motif: 'RETRAITE' });
    const cas = apres([sortie], '2025-09-03');
    expect(lettres('FIN_POUR_RETRAITE', cas)).toEqual(['2025-09-30 2025-09-03 A_VENIR']);
    for (const code of ['C09_CONVOCATION_BILAN', 'C13_FIN_CSP', 'C14_CESSATION_INSCRIPTION', 'RELANCE_REINSCRIPTION'])
      expect(lettres(code, cas)).toEqual([]);
  });
  it('une fin qui en remplace une autre le dit de sa lettre, sans rectification à part', () => {
    const sortie = fait('s', { type: 'SORTIE', date: '2025-06-30', motif: 'RETRAITE' });
    const courriers = memoire('FIN_POUR_EMPLOI', '2025-06-01');
    const { dus } = demander({ jour: '2025-06-11', faits: [sortie], etat: { courriers } }).reponse;
    expect(dus.find(({ code }) => code === 'FIN_POUR_RETRAITE')).toMatchObject({ remplace: Object.keys(courriers) });
    expect(dus.map(({ code }) => code)).not.toContain('RECTIFICATION');
  });
  it('un abandon demandé par la personne ne se décide pas', () => {
    const sortie = fait('s', { type: 'SORTIE', date: '2025-06-10', motif: 'ABANDON' });
    expect(lettres('SORTIE_DECIDEE', apres([sortie], '2025-06-11'))).toEqual([]);
  });
});

describe('qui ne s’est pas réinscrit (R25)', () => {
  it('est prévenu une fois, après le dernier jour sans perte', () => {
    // The term is 24 March 2026, the fifth day Sunday 29 March: two days on is Tuesday 31.
    expect(lettres('RELANCE_REINSCRIPTION', { jour: '2026-03-25' })).toEqual(['2026-03-29 2026-03-31 A_VENIR']);
    const demande = fait('d', { type: 'DEMANDE_REINSCRIPTION', date: '2026-03-30' });
    expect(lettres('RELANCE_REINSCRIPTION', { jour: '2026-03-30', faits: [demande] })).toEqual([]);
  });
});

describe('après une interruption de plusieurs heures', () => {
  const retour = { revenuLe: '2025-03-25T07:00:00.000Z' };
  const depart = (code: string, cas: Cas) => demander(cas).situation.courriers.find((c) => c.code === code)?.depart;

  it('le refus par silence attend la fin du jour ouvré suivant, même confirmé', () => {
    const etat = parcours([entree('sil', { silenceConfirme: true })]);
    const cas = { jour: '2025-03-25', etat };
    expect(depart('C05_REFUS', { ...cas, options: retour })).toBe('2025-03-26T17:00:00.000Z');
    expect(depart('C05_REFUS', cas)).toBe('2025-03-24T23:00:00.000Z');
  });
  it('ce qui n’engage pas part à son heure', () => {
    expect(depart('C10_CONTRIBUTION', { jour: '2025-03-25', options: retour })).toBe('2025-03-24T23:00:00.000Z');
  });
});

describe('CONGES_ENREGISTRES (R21)', () => {
  const conges = (debut: string, fin: string) => fait(`conges-${debut}`, { type: 'CONGES', debut, fin });

  it('part dès que les congés sont connus, s’ils ne sont pas finis, une fois par période', () => {
    const faits = [conges('2025-08-04', '2025-08-17'), conges('2025-10-27', '2025-10-31')];
    expect(lettres('CONGES_ENREGISTRES', { jour: '2025-07-21', faits })).toEqual([
      '2025-08-04_2025-08-17 2025-07-21 A_VENIR',
      '2025-10-27_2025-10-31 2025-07-21 A_VENIR',
    ]);
    expect(lettres('CONGES_ENREGISTRES', { jour: '2025-08-18', faits })).toHaveLength(1);
  });
  it('ne confirme pas des congés hors du CSP', () => {
    expect(lettres('CONGES_ENREGISTRES', { jour: '2025-03-20', faits: [conges('2026-05-04', '2026-05-10')] })).toEqual(
      [],
    );
  });
});

describe('PRIME_DERNIER_MOIS (R17)', () => {
  const code = 'PRIME_DERNIER_MOIS';

  it('part un mois avant le dernier jour pour être embauché, que les prolongations repoussent, sous la même clé', () => {
    expect(lettres(code, { jour: '2025-06-01' })).toEqual(['2026-01-24 2025-12-24 A_VENIR']);
    expect(lettres(code, { jour: '2025-06-01', faits: [arret('2025-06-02', '2025-06-21')] })).toEqual([
      '2026-01-24 2026-01-14 A_VENIR',
    ]);
  });
  it('une seule fois : une prolongation connue ensuite ne l’envoie pas de nouveau', () => {
    const etat = { courriers: memoire(code, '2026-01-24') };
    const cas = { jour: '2026-01-05', faits: [arret('2026-01-02', '2026-01-21')], etat };
    expect(lettres(code, cas)).toEqual(['2026-01-24 2026-01-14 PARTI']);
    expect(demander(cas).reponse.dus.map((d) => d.code)).not.toContain(code);
  });
  it('rien à qui a repris un emploi durable, ni à qui n’a pas l’ancienneté', () => {
    expect(lettres(code, { jour: '2025-06-03', faits: [cdi] })).toEqual([]);
    const { dossier } = parcours([accord]);
    expect(lettres(code, { jour: '2025-06-03', etat: { dossier: { ...dossier, ancienneteMois: 8 } } })).toEqual([]);
  });
});
