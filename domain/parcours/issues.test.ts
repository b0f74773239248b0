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
    const rien = { entrees: [], refus: [], sansLecteur: new Set(), relances: [] };
    expect(recevoir()).toEqual(rien);
  });
  it('range chaque message : entré au journal, refusé avec son code et sa phrase, ou simple relance', () => {
    const { entrees, refus, sansLecteur, relances } = recevoir(
      message('psp', 'consigner', { evenement: psp }),
      message('faux', 'consigner', { evenement: { type: 'DANSE' } }),
      message('encore', 'relancer'),
    );
    expect(entrees.map((entree) => [entree.id, evenementDe(entree)])).toEqual([['psp', psp]]);
    expect(refus).toEqual([
      { id: 'faux', statut: 'REFUSE', code: 'TYPE_INCONNU', phrase: 'Ce type d’événement n’existe pas.' },
    ]);
    expect([...sansLecteur]).toEqual([]);
    expect(relances).toEqual(['encore']);
  });
  it('lit un message à la lumière de ceux qui le précèdent', () => {
    const annulation = message('x', 'annuler', { annule: 'psp' });
    const consigne = message('psp', 'consigner', { evenement: psp });
    expect(recevoir(consigne, annulation).refus).toEqual([]);
    expect(recevoir(annulation, consigne).refus).toMatchObject([{ id: 'x', code: 'FAIT_INCONNU' }]);
  });
  it('sait desquels personne ne lira l’issue, entrés ou non : d’un autre système, ou sans identifiant', () => {
    const periode = { debut: '2025-06-01', fin: '2025-06-10' };
    const { sansLecteur } = recevoir(
      message('am', 'arretMaladie', periode),
      message('re', 'repriseEmploi', { nature: 'CDD', ...periode }),
      message('si', 'signaler', { evenement: psp }),
      message('illisible', 'arretMaladie', { debut: 'hier' }),
      message('co', 'consigner', { evenement: psp }),
      { ...message('tire', 'consigner', { evenement: psp }), anonyme: true },
      message('in', 'inconnu'),
    );
    expect([...sansLecteur]).toEqual(['am', 're', 'si', 'illisible', 'tire']);
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
    ...{ entrees: [], refus: [], sansLecteur: new Set<string>(), relances: [] },
    ...reste,
  });
  const comparer = (connues: FaitSitue[], faits: FaitSitue[], lu = juges(), recus: MessageRecu[] = []) => {
    const issues = Object.fromEntries(connues.map((f): [string, Issue] => [f.id, { ...f, version: 3 }]));
    const etat: EtatParcours = { ...parcours([accord]), issues, version: 3, recus };
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
    expect(comparer([], [], juges({ refus: [refus], relances: ['r'] }), [message('m', 'consigner')]).issues).toEqual([
      refus,
      retenu('r'),
    ]);
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
          libelle: 'Un fait consigné est écarté : Trop tard.',
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
  it('un fait écarté dont personne ne lit l’issue devient une tâche', () => {
    const signale = { ...entres('a'), sansLecteur: new Set(['a']) };
    expect(comparer([], [ecarte('a')], signale).taches.map(({ cle }) => cle)).toEqual([
      '2025-000001-32/FAIT_ECARTE/a/v4',
    ]);
    expect(comparer([], [retenu('a')], signale).taches).toEqual([]);
  });
  it('tout refus devient une tâche : ce que c’était, quand, de qui et pourquoi', () => {
    const refus = (id: string) => ({ id, statut: 'REFUSE', code: 'FAIT_INCONNU', phrase: 'Inconnu.' }) as const;
    const recus = [
      message('m', 'arretMaladie', { auteur: 'paie' }),
      { ...message('n', 'annuler', { auteur: ' ', annule: 'zzz' }), recuLe: '2025-06-11T23:30:00.000Z' },
      { ...message('o', 'inconnu'), contenu: null },
    ];
    const { taches } = comparer([], [], juges({ refus: recus.map(({ id }) => refus(id)) }), recus);
    expect(taches[0]).toEqual({
      cle: '2025-000001-32/MESSAGE_REFUSE/m',
      type: 'MESSAGE_REFUSE',
      libelle: 'Un message reçu d’un autre système a été refusé : Inconnu. (« Arrêt maladie », le 12/06/2025, de paie)',
      echeance: JOUR,
    });
    expect(taches.slice(1).map(({ libelle }) => libelle)).toEqual([
      'Un message reçu a été refusé : Inconnu. (« Annuler un fait déjà consigné », le 12/06/2025)',
      'Un message reçu a été refusé : Inconnu. (le 12/06/2025)',
    ]);
  });

  describe('des refus sans identifiant, de même nom, de même raison et du même jour', () => {
    const sansId = (id: string, reste: Partial<MessageRecu> = {}): MessageRecu => ({
      ...message(id, 'consigner'),
      anonyme: true,
      ...reste,
    });
    const refuser = (recus: MessageRecu[], code = 'MESSAGE_INDECHIFFRABLE') =>
      juges({ refus: recus.map(({ id }) => ({ id, statut: 'REFUSE', code, phrase: 'Illisible.' })) });

    it('sont une issue et une tâche qui les compte', () => {
      const recus = [sansId('a'), sansId('b'), sansId('c')];
      const { issues, taches } = comparer([], [], refuser(recus), recus);
      const memes = { groupe: 'consigner/MESSAGE_INDECHIFFRABLE/2025-06-12', nombre: 3 };
      expect(issues).toEqual([
        { id: 'a', statut: 'REFUSE', code: 'MESSAGE_INDECHIFFRABLE', phrase: 'Illisible.', memes },
      ]);
      expect(taches).toEqual([
        {
          cle: '2025-000001-32/MESSAGE_REFUSE/a',
          type: 'MESSAGE_REFUSE',
          libelle:
            '3 messages sans identifiant lisible, reçus le 12/06/2025, ont été refusés : Illisible. (« Consigner un fait (événement daté) »)',
          echeance: JOUR,
          nombre: 3,
        },
      ]);
    });
    it('d’une passe à l’autre aussi : la même tâche dit le nouveau compte', () => {
      const premiere = comparer([], [], refuser([sansId('a')]), [sansId('a')]);
      expect(premiere.taches[0]!.libelle).toMatch(/^Un message reçu a été refusé/);
      const connue = Object.fromEntries(premiere.issues.map((i): [string, Issue] => [i.id, { ...i, version: 3 }]));
      const etat: EtatParcours = { ...parcours([accord]), issues: connue, version: 3, recus: [sansId('b')] };
      const { issues, taches } = comparerIssues(etat, refuser([sansId('b')]), [], JOUR);
      expect(issues.map(({ id, memes }) => [id, memes?.nombre])).toEqual([['a', 2]]);
      expect(taches).toMatchObject([{ cle: premiere.taches[0]!.cle, nombre: 2 }]);
    });
    it('un autre nom, une autre raison, un autre jour font une autre tâche', () => {
      const recus = [
        sansId('a'),
        sansId('b', { acte: 'signaler' }),
        sansId('c', { acte: 'inconnu', nom: 'bonjour' }),
        sansId('d', { acte: 'inconnu', nom: 'bonsoir' }),
        sansId('e', { recuLe: '2025-06-12T22:30:00.000Z' }),
      ];
      const lu = refuser(recus);
      lu.refus.push({ id: 'f', statut: 'REFUSE', code: 'MESSAGE_ILLISIBLE', phrase: 'Illisible.' });
      expect(comparer([], [], lu, [...recus, sansId('f')]).taches).toHaveLength(6);
    });
    it('qui a donné le sien garde sa tâche et sa réponse', () => {
      const recus = [message('a', 'consigner'), message('b', 'consigner')];
      expect(comparer([], [], refuser(recus), recus).taches).toHaveLength(2);
    });
  });
});
