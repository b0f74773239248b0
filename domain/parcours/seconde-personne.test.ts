import type { DateCivile } from '../calendrier/dates';
import type { Evenement } from '../faits/evenements';
import type { EntreeJournal, Issue } from '../faits/journal';
import type { EntreeEcrite } from '../faits/relire-journal';
import { accord, entree, parcours } from './de-test/parcours';
import type { MessageRecu } from './parcours';
import { situer } from './situer';

const MAINTENANT = '2025-05-05T09:00:00.000Z';
const sortie = (motif: string, reste: Partial<EntreeEcrite> = {}) =>
  entree('sortie', {
    evenement: { type: 'SORTIE', date: '2025-05-02' as DateCivile, motif } as Evenement,
    ...reste,
  });
const message = (acte: MessageRecu['acte'], contenu: object): MessageRecu => ({
  id: 'm1',
  acte,
  contenu,
  recuLe: MAINTENANT,
});

function voir(journal: EntreeJournal[], recu?: MessageRecu, issues: Record<string, Issue> = {}) {
  const etat = { ...parcours([accord, ...journal]), issues, recus: recu ? [recu] : [] };
  const { situation, reponse } = situer({ etat, enCours: [], maintenant: MAINTENANT }, { envoi: 'immediat' });
  return { situation, reponse, fait: situation.faits.find(({ id }) => id === 'sortie') };
}

describe('ce qu’une personne seule ne décide pas (R27)', () => {
  it.each(['MANQUEMENT', 'FAUSSE_DECLARATION', 'DECES'])('%s ne compte pas tant que personne ne confirme', (motif) => {
    const { situation, reponse, fait } = voir([sortie(motif)]);
    expect(fait).toMatchObject({ statut: 'A_CONFIRMER', code: 'SECONDE_PERSONNE_REQUISE' });
    expect(situation.resultat.motifFin).toBe('TERME');
    expect(reponse.taches).toContainEqual({
      cle: '2025-000001-32/A_CONFIRMER/sortie',
      type: 'A_CONFIRMER',
      libelle:
        'Une sortie du CSP datée du 02/05/2025 attend la confirmation d’une seconde personne ; d’ici là, elle ne compte pas.',
      echeance: '2025-05-05',
    });
  });
  it('ABANDON, demandé par la personne, n’attend personne', () => {
    expect(voir([sortie('ABANDON')]).situation.resultat.motifFin).toBe('ABANDON');
  });
  it('confirmé par une autre personne, il compte et la tâche n’est plus portée', () => {
    const { situation, reponse, fait } = voir(
      [sortie('MANQUEMENT')],
      message('confirmer', { confirme: 'sortie', auteur: 'autre' }),
    );
    expect(reponse.issues).toContainEqual(expect.objectContaining({ id: 'm1', statut: 'RETENU' }));
    expect(fait?.statut).toBe('RETENU');
    expect(situation.resultat.motifFin).toBe('MANQUEMENT');
    expect(reponse.taches.map(({ type }) => type)).not.toContain('A_CONFIRMER');
  });
  it.each([
    ['de la même personne', { confirme: 'sortie', auteur: 'ref' }, 'CONFIRMATION_MEME_PERSONNE'],
    ['d’un fait inconnu', { confirme: 'x', auteur: 'autre' }, 'FAIT_INCONNU'],
    ['d’un fait qui n’en a pas besoin', { confirme: 'accord', auteur: 'autre' }, 'CONFIRMATION_INUTILE'],
    ['sans dire de quoi', { auteur: 'autre' }, 'FAIT_INCONNU'],
  ])('refuse la confirmation %s', (_cas, contenu, code) => {
    const { reponse, fait } = voir([sortie('DECES')], message('confirmer', contenu));
    expect(reponse.issues).toContainEqual(expect.objectContaining({ id: 'm1', statut: 'REFUSE', code }));
    expect(fait?.statut).toBe('A_CONFIRMER');
  });
  it('ne se confirme pas deux fois', () => {
    const journal = [sortie('DECES'), entree('oui', { confirme: 'sortie', auteur: 'autre' })];
    const { reponse } = voir(journal, message('confirmer', { confirme: 'sortie', auteur: 'troisieme' }));
    expect(reponse.issues).toContainEqual(expect.objectContaining({ id: 'm1', code: 'CONFIRMATION_INUTILE' }));
  });
  it('une confirmation ne s’annule pas, le fait si', () => {
    const journal = [sortie('DECES'), entree('oui', { confirme: 'sortie', auteur: 'autre' })];
    const annulee = voir(journal, message('annuler', { annule: 'oui', auteur: 'ref' }));
    expect(annulee.reponse.issues).toContainEqual(expect.objectContaining({ code: 'CONFIRMATION_DEFINITIVE' }));
    expect(annulee.situation.resultat.motifFin).toBe('DECES');
    const fait = voir(journal, message('annuler', { annule: 'sortie', auteur: 'ref' }));
    expect(fait.situation.resultat.motifFin).toBe('TERME');
  });
  it('ce qui comptait déjà, ou fut donné à l’ouverture, n’attend personne', () => {
    const issue = { id: 'sortie', statut: 'RETENU', code: null, phrase: null, version: 3 } as const;
    expect(voir([sortie('MANQUEMENT')], undefined, { sortie: issue }).fait?.statut).toBe('RETENU');
    expect(voir([sortie('MANQUEMENT', { ouverture: true })]).fait?.statut).toBe('RETENU');
  });
});

describe('la correction d’une exclusion qui compte', () => {
  const premiere = sortie('MANQUEMENT', { ouverture: true });
  const corrigee = entree('corrigee', {
    remplace: 'sortie',
    evenement: { type: 'SORTIE', date: '2025-05-01' as DateCivile, motif: 'MANQUEMENT' } as Evenement,
  });
  it('attend une seconde personne, et la première compte encore : personne n’apprend qu’elle n’est plus', () => {
    const { situation, reponse, fait } = voir([premiere, corrigee]);
    expect([situation.resultat.motifFin, situation.resultat.dateFinCsp]).toEqual(['MANQUEMENT', '2025-05-02']);
    expect(fait?.statut).toBe('RETENU');
    expect(situation.faits.find(({ id }) => id === 'corrigee')?.statut).toBe('A_CONFIRMER');
    expect(reponse.taches.map(({ cle }) => cle)).toContain('2025-000001-32/A_CONFIRMER/corrigee');
    expect(reponse.dus.map(({ code }) => code)).not.toContain('RECTIFICATION');
  });
  it('confirmée, elle prend sa place', () => {
    const { situation, fait } = voir([premiere, corrigee, entree('oui', { confirme: 'corrigee', auteur: 'autre' })]);
    expect(situation.resultat.dateFinCsp).toBe('2025-05-01');
    expect(fait).toBeUndefined();
  });
  it('une correction de la correction, de même', () => {
    const encore = entree('encore', {
      remplace: 'corrigee',
      evenement: { type: 'SORTIE', date: '2025-04-30' as DateCivile, motif: 'MANQUEMENT' } as Evenement,
    });
    expect(voir([premiere, corrigee, encore]).situation.resultat.dateFinCsp).toBe('2025-05-02');
    expect(voir([sortie('MANQUEMENT'), corrigee]).situation.resultat.motifFin).toBe('TERME');
  });
});

describe('un décès signalé', () => {
  const lettres = (journal: EntreeJournal[]) => {
    const { situation, reponse } = voir(journal);
    const a = (destinataire: string) => situation.courriers.filter((c) => c.destinataire === destinataire);
    return { decesSignale: situation.decesSignale, reponse, a };
  };
  it('retient à l’instant tout courrier à la personne, sans attendre la confirmation', () => {
    const { decesSignale, reponse, a } = lettres([sortie('DECES')]);
    expect(decesSignale).toBe(true);
    expect(reponse.dus.map(({ destinataire }) => destinataire)).not.toContain('BENEFICIAIRE');
    const propres = a('BENEFICIAIRE').filter(({ ailleurs }) => !ailleurs);
    expect(new Set(propres.map(({ statut }) => statut))).toEqual(new Set(['RETENU']));
    expect(reponse.dus.map(({ destinataire }) => destinataire)).toContain('EMPLOYEUR');
  });
  it('confirmé, il les annule', () => {
    const { decesSignale, reponse, a } = lettres([
      sortie('DECES'),
      entree('oui', { confirme: 'sortie', auteur: 'autre' }),
    ]);
    expect(decesSignale).toBe(true);
    expect(reponse.dus.map(({ destinataire }) => destinataire)).not.toContain('BENEFICIAIRE');
    expect(new Set(a('BENEFICIAIRE').map(({ statut }) => statut))).toEqual(new Set(['ANNULE']));
  });
  it('sans décès, rien n’est retenu', () => {
    expect(lettres([]).decesSignale).toBe(false);
    expect(lettres([]).reponse.dus.map(({ destinataire }) => destinataire)).toContain('BENEFICIAIRE');
  });
});
