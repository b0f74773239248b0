import { dateCivile } from '../../../domain/calendrier/dates';
import { accord, parcours } from '../../../domain/parcours/de-test/parcours';
import { situer } from '../../../domain/parcours/situer';
import { entretiensAPlanifier } from './lire-suivi';
import { partieRendezVous } from './rendez-vous';

const section = (jour: string) => {
  const aujourdhui = dateCivile(jour);
  const demande = { etat: parcours([accord]), enCours: [], maintenant: `${jour}T09:00:00.000Z` };
  const { situation } = situer(demande, { envoi: 'immediat' });
  const aPlanifier = entretiensAPlanifier(situation, [], aujourdhui);
  return String(partieRendezVous({ numero: 'n', rendezVous: [], aPlanifier, aujourdhui }).contenu);
};

it('un entretien en retard se planifie, ou se consigne s’il a eu lieu', () => {
  const avant = section('2025-04-02');
  expect(avant).toContain('href="/dossiers/n/rendez-vous/nouveau?sorte=PRE_BILAN"');
  expect(avant).not.toContain('il a eu lieu');
  const apres = section('2025-04-03');
  expect(apres).toContain('href="/dossiers/n/rendez-vous/nouveau?sorte=PRE_BILAN"');
  expect(apres).toMatch(/evenement\?type=PRE_BILAN_REALISE">Entretien de pré-bilan : il a eu lieu</);
  expect(apres).not.toContain('type=PSP_VALIDE');
});
