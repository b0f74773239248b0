import { dateCivile as j } from '../../domain/calendrier/dates';
import { rendreSms } from '..';
import { lire } from '../de-test/lecture';
import { cspExemple, exemple } from '../exemples';

// A letter leaves on a working day, or once the fact is known: what it speaks of may be over.
describe('ce qui est passé le jour du courrier se dit au passé', () => {
  it('un retour, dans l’objet et par SMS aussi', () => {
    expect(lire('RETOUR')).toContain('Votre accompagnement reprend le lundi 23 juin 2025.');
    const tard = { jour: j('2025-06-24') };
    const lettre = lire('RETOUR', undefined, tard);
    expect(lettre).toMatch(/^Votre CSP a repris le 23 juin 2025\n/);
    expect(lettre).toContain('Votre accompagnement a repris le lundi 23 juin 2025.');
    expect(lettre).toMatch(
      /L’allocation [^.]+ a repris ce jour-là, si vous y avez droit et à condition de vous actualiser/,
    );
    expect(lettre).toContain('Si vous n’avez pas repris ce jour-là');
    expect(lettre).not.toContain('ne reprenez pas');
    expect(rendreSms(exemple('RETOUR', undefined, tard))).toContain('Votre CSP a repris le lundi 23 juin 2025.');
  });

  it('une réintégration, avec ou sans nouvelle fin', () => {
    const lettre = lire('REINTEGRATION', undefined, { jour: j('2025-12-15') });
    expect(lettre).toMatch(/^De retour dans le CSP depuis le 13 décembre 2025\n/);
    expect(lettre).toContain(
      'Vous êtes de retour dans le CSP depuis le samedi 13 décembre 2025, sans nouvelle demande',
    );
    expect(lettre).not.toContain('revenez');
    const changement = { termeAvant: j('2026-03-24'), termeApres: j('2026-06-11') };
    expect(lire('REINTEGRATION', undefined, { jour: j('2025-12-15'), changement })).toMatch(
      /^De retour dans le CSP depuis le 13 décembre 2025 : la date de fin change\n/,
    );
    expect(lire('REINTEGRATION', undefined, { jour: j('2025-12-13'), changement })).toMatch(
      /^Vous revenez dans le CSP le 13 décembre 2025 et la date de fin change\n/,
    );
  });

  it('l’allocation d’une fin par un emploi', () => {
    const le = (jour: string) => lire('FIN_POUR_EMPLOI', undefined, { jour: j(jour) });
    expect(le('2025-09-15')).toContain('s’arrête le lundi 15 septembre 2025.');
    expect(le('2025-09-16')).toContain('s’est arrêtée le lundi 15 septembre 2025.');
  });

  it('les dates que fixe l’inspection du travail, et ce que l’employeur a encore à faire', () => {
    const le = (jour: string) =>
      lire('DECISION_INSPECTION', 'EMPLOYEUR', { jour: j(jour), base: '2025-03-23', resultat: cspExemple });
    expect(le('2025-03-24')).toContain(
      'le contrat de travail prend fin le lundi 24 mars 2025 et le CSP commence le mardi 25 mars 2025.',
    );
    expect(le('2025-03-24')).toContain('Préparez les documents de fin de contrat pour le lundi 24 mars 2025');
    expect(le('2025-03-27')).toContain(
      'le contrat de travail a pris fin le lundi 24 mars 2025 et le CSP a commencé le mardi 25 mars 2025.',
    );
    expect(le('2025-03-27')).toContain('remettez sans attendre les documents de fin de contrat');
    expect(le('2025-03-27')).not.toContain('ce jour-là');
  });

  it('une date qui reste à confirmer l’est aussi là où elle est seule : la première phrase, le SMS', () => {
    const doutes = [{ code: 'FIN_REFLEXION_NON_OUVREE' as const, sur: 'DEBUT' as const, autreTerme: null }];
    const varie = { base: '2025-03-23', resultat: cspExemple, doutes };
    expect(lire('DECISION_INSPECTION', 'BENEFICIAIRE', varie)).toMatch(
      /le CSP (?:commence|a commencé) le mardi 25 mars 2025 \(à confirmer par France Travail\)\./,
    );
    expect(rendreSms(exemple('DECISION_INSPECTION', 'BENEFICIAIRE', varie))).toContain('(à confirmer)');
  });
});
