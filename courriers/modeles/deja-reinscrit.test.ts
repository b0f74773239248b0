import { rendreSms } from '..';
import { lire } from '../de-test/lecture';
import { exemple } from '../exemples';

const tropTot = (code: 'C14_CESSATION_INSCRIPTION' | 'C15_RAPPEL_REINSCRIPTION' | 'RELANCE_REINSCRIPTION') => ({
  resultat: { ...exemple(code).resultat, rejets: [{ index: 3, code: 'REINSCRIPTION_PREMATUREE' }] },
});

describe('une demande de réinscription datée d’avant la fin', () => {
  it.each(['C15_RAPPEL_REINSCRIPTION', 'RELANCE_REINSCRIPTION'] as const)(
    '%s ne dit pas qu’aucune n’est connue, ni d’oublier le rappel à qui l’a faite',
    (code) => {
      const lettre = lire(code, undefined, tropTot(code));
      expect(lettre).toContain(
        'La demande de réinscription qui nous a été déclarée est datée d’avant : elle n’a pas pu être prise en compte, et nous n’en connaissons pas d’autre.',
      );
      expect(lettre).not.toMatch(/pas connaissance de votre réinscription|déjà fait votre demande/i);
      expect(lettre).toContain('Si France Travail vous a confirmé votre inscription');
      expect(lire(code)).toContain('nous n’avons pas connaissance de votre réinscription.');
      expect(rendreSms(exemple(code, undefined, tropTot(code)))).toContain('Déjà confirmée par France Travail ?');
      expect(rendreSms(exemple(code))).toContain('Déjà faite ?');
    },
  );

  it('C14 ne laisse pas croire qu’il n’y a rien d’autre à faire', () => {
    const code = 'C14_CESSATION_INSCRIPTION';
    expect(lire(code)).toContain('Alors vous n’avez rien d’autre à faire.');
    const lettre = lire(code, undefined, tropTot(code));
    expect(lettre).not.toContain('rien d’autre à faire');
    expect(lettre).toContain('faites-en une autre, sauf si France Travail vous a confirmé votre inscription');
  });
});
