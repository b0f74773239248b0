import { Hono } from 'hono';
import { contextStorage } from 'hono/context-storage';
import { dateCivile } from '../../../domain/calendrier/dates';
import type { Role } from '../../../domain/comptes/roles';
import { accord, parcours } from '../../../domain/parcours/de-test/parcours';
import { situer } from '../../../domain/parcours/situer';
import { entretiensAPlanifier } from './lire-suivi';
import { partieRendezVous } from './rendez-vous';

/** The part as an account of this role is shown it. */
const section = async (jour: string, role: Role = 'CONSEILLER'): Promise<string> => {
  const aujourdhui = dateCivile(jour);
  const demande = { etat: parcours([accord]), enCours: [], maintenant: `${jour}T09:00:00.000Z` };
  const { situation } = situer(demande, { envoi: 'immediat' });
  const aPlanifier = entretiensAPlanifier(situation, [], aujourdhui, new Date(demande.maintenant));
  const app = new Hono().use(contextStorage()).get('/', (c) => {
    const qui = {
      id: 'c',
      nom: 'Claire',
      adresse: 'c@example.org',
      agence: 'a',
      creeLe: new Date(0),
      desactiveLe: null,
    };
    c.set('compte', { ...qui, role, demonstration: false, secondFacteur: false, parIdentite: false });
    return c.text(String(partieRendezVous({ numero: 'n', rendezVous: [], aPlanifier, aujourdhui }).contenu));
  });
  return (await app.request('/')).text();
};

it('un entretien en retard se planifie, ou se consigne s’il a eu lieu', async () => {
  const avant = await section('2025-04-02');
  expect(avant).toContain('href="/dossiers/n/rendez-vous/nouveau?sorte=PRE_BILAN"');
  expect(avant).not.toContain('il a eu lieu');
  const apres = await section('2025-04-03');
  expect(apres).toContain('href="/dossiers/n/rendez-vous/nouveau?sorte=PRE_BILAN"');
  expect(apres).toMatch(/evenement\?type=PRE_BILAN_REALISE">Entretien de pré-bilan : il a eu lieu</);
  expect(apres).not.toContain('type=PSP_VALIDE');
});

it('qui ne planifie pas n’a rien à lire d’une partie sans rendez-vous', async () => {
  expect(await section('2025-04-02', 'LECTURE_SEULE')).toBe('null');
});

it('un rendez-vous passé que personne n’a clos laisse son entretien à planifier ; un rendez-vous à venir, non', () => {
  const demande = { etat: parcours([accord]), enCours: [], maintenant: '2025-04-02T09:00:00.000Z' };
  const { situation } = situer(demande, { envoi: 'immediat' });
  const aPlanifier = (debut: string) =>
    entretiensAPlanifier(
      situation,
      [{ sorte: 'PRE_BILAN', statut: 'PREVU', debut }],
      dateCivile('2025-04-02'),
      new Date(demande.maintenant),
    ).map(({ sorte }) => sorte);
  expect(aPlanifier('2025-04-01T07:30:00.000Z')).toContain('PRE_BILAN');
  expect(aPlanifier('2025-04-02T12:30:00.000Z')).not.toContain('PRE_BILAN');
});
