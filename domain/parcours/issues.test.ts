import { dateCivile } from '../calendrier/dates';
import { evaluer } from '../droit/calculer';
import type { Issue } from '../faits/journal';
import { evenementDe } from '../faits/journal';
import { accord, entree, parcours } from './de-test/parcours';
import { comparerIssues, jugerTous, type MessagesJuges, situerFaits } from './issues';
import type { EtatParcours, MessageRecu } from './parcours';
import type { FaitSitue } from './situation';

const JOUR = dateCivile('2025-06-12');
const message = (id: string, acte: MessageRecu['acte'], contenu: object = {}): MessageRecu => ({
  ...{ id, acte, contenu },
  recuLe: '2025-06-12T08:00:00.000Z',
});
const psp = { type: 'PSP_VALIDE', date: '2025-06-10' } as const;
const recevoir = (...recus: MessageRecu[]) => jugerTous({ ...parcours([accord]), recus });

describe('l’examen des messages reçus', () => {
  it('d’un parcours qui n’a rien reçu ne rend rien', () => {
    const rien = { entrees: [], refus: [], externes: new Set(), aSignaler: new Set(), relances: [] };
    expect(recevoir()).toEqual(rien);
  });
  it('range chaque message : entré au journal, refusé avec son code et sa phrase, ou simple relance', () => {
    const { entrees, refus, externes, relances } = recevoir(
      message('psp', 'consigner', { evenement: psp }),
      message('faux', 'consigner', { evenement: { type: 'DANSE' } }),
      message('encore', 'relancer'),
    );
    expect(entrees.map((entree) => [entree.id, evenementDe(entree)])).toEqual([['psp', psp]]);
    expect(refus).toEqual([
      { id: 'faux', statut: 'REFUSE', code: 'TYPE_INCONNU', phrase: 'Ce type d’événement n’existe pas.' },
    ]);
    expect([...externes]).toEqual([]);
    expect(relances).toEqual(['encore']);
  });
  it('lit un message à la lumière de ceux qui le précèdent', () => {
    const annulation = message('x', 'annuler', { annule: 'psp' });
    const consigne = message('psp', 'consigner', { evenement: psp });
    expect(recevoir(consigne, annulation).refus).toEqual([]);
    expect(recevoir(annulation, consigne).refus).toMatchObject([{ id: 'x', code: 'FAIT_INCONNU' }]);
  });
  it('sait lesquels viennent d’un autre système, entrés ou non', () => {
    const periode = { debut: '2025-06-01', fin: '2025-06-10' };
    const { externes } = recevoir(
      message('am', 'arretMaladie', periode),
      message('re', 'repriseEmploi', { nature: 'CDD', ...periode }),
      message('si', 'signaler', { evenement: psp }),
      message('illisible', 'arretMaladie', { debut: 'hier' }),
      message('co', 'consigner', { evenement: psp }),
    );
    expect([...externes]).toEqual(['am', 're', 'si', 'illisible']);
  });
  it('sait lesquels un conseiller doit voir : sans auteur qui puisse les demander, inconnus, ou que le registre ne garde pas', () => {
    const { aSignaler } = recevoir(
      message('co', 'consigner', { evenement: psp }),
      { ...message('tire', 'consigner', { evenement: psp }), anonyme: true },
      message('in', 'inconnu'),
      { ...message('re', 'consigner', { evenement: psp }), refus: 'DONNEES_REFUSEES' },
    );
    expect([...aSignaler]).toEqual(['tire', 'in', 're']);
  });
});

describe('ce que les règles disent des faits', () => {
  const fait = (id: string, date: string) => ({ id, evenement: { type: psp.type, date: dateCivile(date) } });
  const oui = { id: 'accord', evenement: evenementDe(accord)! };
  const situes = (residence: string) => {
    const faits = [oui, fait('trop-tot', '2025-03-20'), fait('bon', '2025-04-20')];
    const evenements = faits.map(({ evenement }) => evenement);
    return situerFaits(faits, evaluer({ ...parcours().dossier, residence }, evenements));
  };
  it('retenus, ou écartés avec le code et sa phrase', () => {
    expect(situes('metropole')).toEqual([
      { id: 'accord', statut: 'RETENU', code: null, phrase: null },
      { id: 'trop-tot', statut: 'ECARTE', code: 'AVANT_CSP', phrase: 'Le fait est antérieur au début du CSP.' },
      { id: 'bon', statut: 'RETENU', code: null, phrase: null },
    ]);
  });
  it('d’un dossier qui n’est plus éligible, elles n’écartent rien', () => {
    expect(situes('mayotte').map(({ statut }) => statut)).toEqual(['RETENU', 'RETENU', 'RETENU']);
  });
});

describe('les issues et les tâches', () => {
  const retenu = (id: string): FaitSitue => ({ id, statut: 'RETENU', code: null, phrase: null });
  const ecarte = (id: string): FaitSitue => ({ id, statut: 'ECARTE', code: 'HORS_CSP', phrase: 'Trop tard.' });
  const juges = (reste: Partial<MessagesJuges> = {}): MessagesJuges => ({
    ...{ entrees: [], refus: [], externes: new Set<string>(), aSignaler: new Set<string>(), relances: [] },
    ...reste,
  });
  const comparer = (connues: FaitSitue[], faits: FaitSitue[], lu = juges()) => {
    const issues = Object.fromEntries(connues.map((f): [string, Issue] => [f.id, { ...f, version: 3 }]));
    const etat: EtatParcours = { ...parcours([accord]), issues, version: 3 };
    return comparerIssues(etat, lu, faits, JOUR);
  };
  const entres = (...ids: string[]) => juges({ entrees: ids.map((id) => entree(id, {})) });

  it('un fait nouveau a une seule issue, retenu ou non, et ce qu’un conseiller vient d’écrire ne lui revient pas en tâche', () => {
    expect(comparer([], [retenu('a')], entres('a'))).toEqual({ issues: [retenu('a')], taches: [] });
    expect(comparer([], [ecarte('a')], entres('a'))).toEqual({ issues: [ecarte('a')], taches: [] });
  });
  it('une entrée qui n’est pas un fait est retenue', () => {
    expect(comparer([], [], entres('annulation')).issues).toEqual([retenu('annulation')]);
  });
  it('les refus et les relances ont la leur', () => {
    const refus = { id: 'm', statut: 'REFUSE', code: 'TYPE_INCONNU', phrase: 'Inconnu.' } as const;
    expect(comparer([], [], juges({ refus: [refus], relances: ['r'] })).issues).toEqual([refus, retenu('r')]);
  });
  it('ce qui n’a pas changé ne se redit pas', () => {
    const connus = [retenu('a'), ecarte('b')];
    expect(comparer(connus, connus)).toEqual({ issues: [], taches: [] });
  });
  it('un fait connu que les règles repoussent change d’issue et devient une tâche de cette version', () => {
    expect(comparer([retenu('a')], [ecarte('a')])).toEqual({
      issues: [ecarte('a')],
      taches: [
        {
          cle: '2025-000001-32/FAIT_ECARTE/a/v4',
          type: 'FAIT_ECARTE',
          libelle: 'Un fait consigné est écarté (HORS_CSP) : Trop tard.',
          echeance: JOUR,
        },
      ],
    });
  });
  it('un fait écarté redevenu valide aussi', () => {
    expect(comparer([ecarte('a')], [retenu('a')])).toEqual({
      issues: [retenu('a')],
      taches: [
        {
          cle: '2025-000001-32/FAIT_REDEVENU_VALIDE/a/v4',
          type: 'FAIT_REDEVENU_VALIDE',
          libelle: 'Un fait écarté est redevenu valide et compte désormais : vérifier le dossier.',
          echeance: JOUR,
        },
      ],
    });
  });
  it('un fait confirmé par une seconde personne ne fait pas de tâche', () => {
    const attend: FaitSitue = { ...ecarte('a'), statut: 'A_CONFIRMER' };
    expect(comparer([attend], [retenu('a')])).toEqual({ issues: [retenu('a')], taches: [] });
  });
  it('ce qu’un autre système signale et qui ne compte pas devient une tâche, écarté ou refusé', () => {
    const externes = new Set(['a', 'm']);
    const signale = { ...entres('a'), externes };
    expect(comparer([], [ecarte('a')], signale).taches.map(({ cle }) => cle)).toEqual([
      '2025-000001-32/FAIT_ECARTE/a/v4',
    ]);
    expect(comparer([], [retenu('a')], signale).taches).toEqual([]);
    const refus = (id: string) => ({ id, statut: 'REFUSE', code: 'TYPE_INCONNU', phrase: 'Inconnu.' }) as const;
    expect(comparer([], [], juges({ externes, refus: [refus('m'), refus('n')] })).taches).toEqual([
      {
        cle: '2025-000001-32/MESSAGE_REFUSE/m',
        type: 'MESSAGE_REFUSE',
        libelle: 'Un message reçu d’un autre système a été refusé : Inconnu.',
        echeance: JOUR,
      },
    ]);
    const aSignaler = new Set(['m']);
    expect(comparer([], [], juges({ aSignaler, refus: [refus('m'), refus('n')] })).taches).toMatchObject([
      { cle: '2025-000001-32/MESSAGE_REFUSE/m', libelle: 'Un message reçu a été refusé : Inconnu.' },
    ]);
  });
});
