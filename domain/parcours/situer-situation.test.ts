import { dateCivile } from '../calendrier/dates';
import { cdi, le, maladie, sortie } from '../droit/regles/de-test/scenario';
import type { Evenement } from '../faits/evenements';
import type { EntreeJournal, Issue } from '../faits/journal';
import { accord, entree, parcours } from './de-test/parcours';
import type { EtatParcours, MessageRecu } from './parcours';
import { type OptionsSituer, situer } from './situer';

const fait = (id: string, evenement: object): EntreeJournal => entree(id, { evenement: evenement as Evenement });
const preBilan = fait('pb', le('PRE_BILAN_REALISE', '2025-03-31'));
const psp = fait('psp', le('PSP_VALIDE', '2025-04-28'));

/** The journey of an accepted person whose journal also holds these, at noon UTC of a day. */
function voir(jour: string, journal: EntreeJournal[], etat: Partial<EtatParcours> = {}, options?: OptionsSituer) {
  const demande = { etat: { ...parcours(journal), ...etat }, enCours: [], maintenant: `${jour}T12:00:00.000Z` };
  return situer(demande, options ?? { envoi: 'immediat' });
}
const situation = (jour: string, ...journal: EntreeJournal[]) => voir(jour, [accord, ...journal]).situation;

describe('la phase du CSP', () => {
  it('est la première jusqu’au plan d’action, puis la seconde, suspendu ou non', () => {
    const arret = fait('am', maladie('2025-06-01', '2025-06-10'));
    expect(situation('2025-04-10').phase).toBe('PHASE_1');
    expect(situation('2025-06-05', arret)).toMatchObject({ etat: 'SUSPENDU', phase: 'PHASE_1' });
    expect(situation('2025-05-10', preBilan, psp).phase).toBe('PHASE_2');
    expect(situation('2025-06-05', preBilan, psp, arret)).toMatchObject({ etat: 'SUSPENDU', phase: 'PHASE_2' });
  });
  it('n’est rien avant le CSP ni après', () => {
    expect(situation('2025-03-20')).toMatchObject({ etat: 'ACCEPTE', phase: null });
    expect(situation('2026-03-26', preBilan, psp)).toMatchObject({ etat: 'TERMINE', phase: null });
  });
});

describe('ce qu’il y a à faire', () => {
  it('se dit en une phrase : ce qui vient, ce qui est en retard, ou rien', () => {
    expect(situation('2025-03-26').enUnePhrase).toBe(
      'En CSP depuis le 25/03/2025\u202f; prochaine échéance\u00a0: entretien de pré-bilan, le 02/04/2025.',
    );
    expect(situation('2025-04-10').enUnePhrase).toBe(
      'En CSP depuis le 25/03/2025\u202f; en retard\u00a0: entretien de pré-bilan, à faire pour le 02/04/2025.',
    );
    expect(voir('2025-03-26', []).situation.enUnePhrase).toBe('Refusé depuis le 25/03/2025.');
  });
  it('après un refus, dit qu’elle peut encore accepter, et jusqu’à quand ; puis plus rien', () => {
    const refus = fait('refus', { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'REFUS' });
    expect(voir('2025-03-11', [refus]).situation.enUnePhrase).toBe(
      'En réflexion depuis le 03/03/2025\u202f; refus du 10/03/2025, une acceptation reste possible jusqu’au 24/03/2025.',
    );
    expect(voir('2025-03-25', [refus]).situation.enUnePhrase).toBe('Refusé depuis le 25/03/2025.');
    const { dossier } = parcours([], { salarieProtege: true });
    expect(voir('2025-04-01', [refus], { dossier }).situation.enUnePhrase).toBe(
      'En réflexion depuis le 03/03/2025\u202f; refus du 10/03/2025, une acceptation reste possible.',
    );
  });
  it('revenu d’une suspension, le CSP dure depuis son premier jour', () => {
    const { enUnePhrase } = situation('2025-04-25', preBilan, fait('am', maladie('2025-04-05', '2025-04-20')));
    expect(enUnePhrase).toMatch(/^En CSP depuis le 25\/03\/2025 \(repris le 21\/04\/2025\)/);
  });
  it('suspendu pour une cause puis une autre sans un jour entre elles, il l’est depuis la première', () => {
    const paje = fait('paje', { type: 'SUSPENSION', debut: '2025-04-21', fin: '2025-05-20', motif: 'PAJE' });
    const { enUnePhrase } = situation('2025-05-02', fait('am', maladie('2025-04-05', '2025-04-20')), paje);
    expect(enUnePhrase).toMatch(/^CSP suspendu depuis le 05\/04\/2025/);
  });
  it('montre l’entretien en retard pendant une suspension aussi', () => {
    const { etat, prochaine } = situation('2025-04-10', fait('am', maladie('2025-04-05', '2025-04-20')));
    expect(etat).toBe('SUSPENDU');
    expect(prochaine).toMatchObject({ cle: 'PRE_BILAN', statut: 'PASSEE' });
  });
  it('le CSP fini, laisse là les entretiens qui n’ont pas eu lieu', () => {
    expect(situation('2026-03-26').prochaine).toMatchObject({ cle: 'REINSCRIPTION', statut: 'A_VENIR' });
    const { etat, prochaine } = situation('2025-09-10', fait('cdi', cdi('2025-09-01')));
    expect(etat).toBe('SUIVI_EMPLOI');
    expect(prochaine?.statut).toBe('A_VENIR');
  });
  it('une autorisation refusée n’attend plus rien', () => {
    const decision = fait('non', le('DECISION_AUTORISATION', '2025-03-20', { decision: 'REFUSE' }));
    const protege = parcours([], { salarieProtege: true }).dossier;
    const attente = (...journal: EntreeJournal[]) =>
      voir('2025-04-01', journal, { dossier: protege }).situation.attente;
    expect(attente()).toBe('Décision de l’inspection du travail');
    expect(attente(decision)).toBeNull();
  });
  it('un refus du salarié protégé n’attend plus rien non plus', () => {
    const refus = fait('refus', { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'REFUS' });
    const { situation: vue } = voir('2025-04-01', [refus], {
      dossier: parcours([], { salarieProtege: true }).dossier,
    });
    expect(vue.attente).toBeNull();
  });
});

describe('l’écoute des faits tardifs', () => {
  it('s’ouvre le jour même où le parcours entre dans son dernier état', () => {
    expect(voir('2025-03-24', []).situation.ecouteJusquau).toBeNull();
    expect(voir('2025-03-25', []).situation).toMatchObject({ etat: 'REFUSE', ecouteJusquau: '2025-06-23' });
  });
  it('attend, après une rupture, que le délai de réinscription soit passé', () => {
    const abandon = fait('s', sortie('2025-06-01', 'ABANDON'));
    expect(situation('2025-06-03', abandon)).toMatchObject({ etat: 'ROMPU', ecouteJusquau: null });
    expect(situation('2025-06-07', abandon)).toMatchObject({ etat: 'NON_REINSCRIT', ecouteJusquau: '2025-09-05' });
  });
});

describe('une sortie qui attend une seconde personne', () => {
  it('ne fait taire les courriers que si c’est un décès', () => {
    const attente = (motif: string) => {
      const { situation: vue, reponse } = voir('2025-05-05', [accord, fait('s', sortie('2025-05-02', motif))]);
      const pourElle = reponse.dus.filter(({ destinataire }) => destinataire === 'BENEFICIAIRE');
      return { decesSignale: vue.decesSignale, dus: pourElle.map(({ code }) => code) };
    };
    expect(attente('DECES')).toEqual({ decesSignale: true, dus: [] });
    const manquement = attente('MANQUEMENT');
    expect(manquement.decesSignale).toBe(false);
    expect(manquement.dus).toContain('C04_ADHESION');
  });
});

describe('ce que le parcours fait partir', () => {
  it('un terme qui bouge s’annonce sous le jour et la version qui l’ont fait bouger', () => {
    const etat = { termeAnnonce: dateCivile('2026-03-24'), version: 4 };
    const { reponse } = voir('2025-06-12', [accord, fait('am', maladie('2025-05-11', '2025-05-20'))], etat);
    expect(reponse.changements).toEqual({
      '2025-06-12-v5': { termeAvant: '2026-03-24', termeApres: '2026-04-03' },
    });
    expect(reponse.dus.map(({ cle }) => cle)).toContain('2025-000001-32/PROLONGATION/BENEFICIAIRE/2025-06-12-v5');
  });
  it('un courrier que nul canal n’a pu porter devient une tâche qui le nomme par son titre', () => {
    const cle = '2025-000001-32/C13_FIN_CSP/BENEFICIAIRE/2026-03-17';
    const courriers: EtatParcours['courriers'] = {
      [cle]: {
        ...{ code: 'C13_FIN_CSP', destinataire: 'BENEFICIAIRE', base: '2026-03-17', date: dateCivile('2026-03-17') },
        ...{ statut: 'A_REPRENDRE', le: '2026-03-17T09:00:00.000Z', tentatives: 3 },
      },
    };
    expect(voir('2026-03-25', [accord], { courriers }).reponse.taches).toContainEqual({
      cle: `${cle}/COURRIER_NON_PARTI`,
      type: 'COURRIER_NON_PARTI',
      libelle:
        '« Fin du CSP : préparer la réinscription » du 17/03/2026 n’a pas pu partir tant qu’il était utile : joindre la personne autrement.',
      echeance: '2026-03-25',
    });
  });
});

it('une réinscription faite dans le délai que l’agence donne ne se défait pas non plus', () => {
  const demande = fait('r', le('DEMANDE_REINSCRIPTION', '2026-04-02'));
  const issues: Record<string, Issue> = {
    r: { id: 'r', statut: 'RETENU', code: null, phrase: null, version: 1 },
    accord: { id: 'accord', statut: 'RETENU', code: null, phrase: null, version: 1 },
  };
  const recus: MessageRecu[] = [
    {
      ...{ id: 'am', acte: 'consigner', contenu: { evenement: maladie('2026-03-10', '2026-03-20') } },
      recuLe: '2026-04-03T09:00:00.000Z',
    },
  ];
  const options = { envoi: 'immediat' as const, surcharge: { reinscriptionJours: 10 } };
  const { situation: vue, reponse } = voir('2026-04-03', [accord, demande], { issues, recus }, options);
  expect(vue).toMatchObject({ etat: 'REINSCRIT', resultat: { terme: '2026-03-24' } });
  expect(reponse.issues).toMatchObject([{ id: 'am', statut: 'ECARTE', code: 'REINSCRIPTION_EFFECTIVE' }]);
});

it('un fait écarté par une réinscription faite ne retient pas une seconde fois sa confirmation', () => {
  const demande = fait('r', le('DEMANDE_REINSCRIPTION', '2026-03-26'));
  const tardif = fait('am', maladie('2026-03-10', '2026-03-20'));
  const frais = { ...fait('bilan', le('BILAN_REALISE', '2026-03-20')), enregistreLe: '2026-03-27T11:50:00.000Z' };
  const issue = (id: string, plus: Partial<Issue> = {}): [string, Issue] => [
    id,
    { id, statut: 'RETENU', code: null, phrase: null, version: 1, ...plus },
  ];
  const ecarte = issue('am', { statut: 'ECARTE', code: 'REINSCRIPTION_EFFECTIVE' });
  const dus = (journal: EntreeJournal[], ...connues: [string, Issue][]) =>
    voir(
      '2026-03-27',
      [accord, ...journal],
      { issues: Object.fromEntries([issue('accord'), issue('r'), ...connues]) },
      { envoi: 'immediat', sursisMinutes: 60 },
    ).reponse.dus.filter((d) => d.code === 'C16_CONFIRMATION_REINSCRIPTION');
  expect(dus([demande, frais])).toHaveLength(1);
  expect(dus([demande, tardif, frais], ecarte)).toHaveLength(1);
});
