import { dateCivile as j } from '../../domain/calendrier/dates';
import { lire } from '../de-test/lecture';
import { exemple } from '../exemples';

describe('le changement de référent', () => {
  it('dit qui suit la personne, depuis quand, comment joindre l’agence, et que les rendez-vous tiennent', () => {
    const lettre = lire('NOUVEAU_REFERENT');
    expect(lettre).toContain('Depuis le mardi 10 juin 2025, votre référent est Claire Morel.');
    expect(lettre).toContain('Vous n’avez aucune démarche à faire.');
    expect(lettre).toContain('Agence CSP de Valence, 14 place du Champ-de-Mars, 26000 Valence.');
    expect(lettre).toContain('Les rendez-vous déjà fixés sont maintenus');
  });

  it('changé de nouveau, elle nomme celle qu’elle remplace et l’ancien référent', () => {
    const avant = exemple('NOUVEAU_REFERENT');
    const { personnes } = avant;
    const noe = { ...personnes, referent: { ...personnes.referent, id: 'n-neuf', prenom: 'Noé', nom: 'Neuf' } };
    const lettre = lire('NOUVEAU_REFERENT', undefined, {
      ...{ jour: j('2025-06-20'), base: '2025-06-20-090000-n-neuf', personnes: noe },
      remplace: [{ donnees: avant, partiLe: j('2025-06-11') }],
    });
    expect(lettre).toContain('Ce courrier remplace celui du mercredi 11 juin 2025');
    expect(lettre).toContain('Votre référent : Noé Neuf, au lieu de : Claire Morel');
  });
});
