import { dateCivile as j } from '../../domain/calendrier/dates';
import { lire } from '../de-test/lecture';
import { exemple } from '../exemples';
import { rendezVousExemple } from '../exemples-rendez-vous';

describe('le départ à la retraite (R27)', () => {
  it('dit d’abord le dernier jour, ce qui s’arrête, et de vérifier que la pension prend la suite', () => {
    const lettre = lire('FIN_POUR_RETRAITE');
    expect(lettre).toContain('Votre CSP prend fin le 30 septembre 2025 : ce qu’il vous reste à faire');
    expect(lettre).toContain(
      'Votre départ à la retraite est enregistré. Votre CSP prend donc fin le mardi 30 septembre 2025.',
    );
    expect(lettre).toContain(
      'L’allocation de sécurisation professionnelle (ASP) s’arrête le mercredi 1er octobre 2025.',
    );
    expect(lettre).toContain('votre pension commence le mercredi 1er octobre 2025');
    expect(lettre).toContain('Actualisez-vous une dernière fois pour le mois de septembre 2025');
    expect(lettre).toContain('Vous n’avez pas à vous réinscrire à France Travail.');
  });
  it('ne convoque pas au bilan : il reste possible, ou fixé', () => {
    expect(lire('FIN_POUR_RETRAITE')).toContain(
      'Si vous le souhaitez, il reste possible jusqu’au jeudi 30 octobre 2025',
    );
    expect(lire('FIN_POUR_RETRAITE', undefined, { jour: j('2025-10-31') })).not.toContain('bilan');
    const fixe = lire('FIN_POUR_RETRAITE', undefined, { rendezVous: rendezVousExemple });
    expect(fixe).toContain('Votre entretien de bilan reste fixé le mardi 29 avril 2025');
    expect(fixe).not.toContain('convocation');
  });
  it.each(['FIN_POUR_RETRAITE', 'FIN_POUR_EMPLOI'] as const)(
    '%s connue après la clôture ne demande plus d’actualisation',
    (code) => {
      const { resultat } = exemple(code);
      const actualisations = [{ mois: '2025-09', ouverture: j('2025-09-28'), cloture: j('2025-10-15') }];
      const au = (jour: string) => lire(code, undefined, { jour: j(jour), resultat: { ...resultat, actualisations } });
      expect(au('2025-10-15')).toContain('Actualisez-vous une dernière fois');
      expect(au('2025-10-16')).not.toContain('Actualisez-vous une dernière fois');
      expect(au('2025-10-16')).toContain('a donc pris fin');
    },
  );
});
