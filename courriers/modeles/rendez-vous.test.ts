import { dateCivile as j } from '../../domain/calendrier/dates';
import type { CodeCourrier } from '../../domain/catalogue/catalogue';
import { sortesRendezVous } from '../../domain/rendez-vous/sortes';
import { rendreCourriel } from '..';
import { lire as lireCourrier } from '../de-test/lecture';
import { dossierExemple, exemple, personnesExemple } from '../exemples';
import { rendezVousExemple } from '../exemples-rendez-vous';

describe('un rendez-vous', () => {
  const lire = (code: CodeCourrier, varie: Parameters<typeof exemple>[2] = {}) => lireCourrier(code, undefined, varie);
  const rdv = (varie: Partial<typeof rendezVousExemple>) => ({ rendezVous: { ...rendezVousExemple, ...varie } });

  it.each(sortesRendezVous)('%s a ses mots, sans rien d’indéfini', (sorte) => {
    for (const code of ['RDV_CONVOCATION', 'RDV_MANQUE'] as const)
      expect(lire(code, rdv({ sorte }))).not.toMatch(/undefined|null/);
  });

  it('dit l’heure de la personne, et celle de l’agence à qui s’y rend', () => {
    const dossier = { ...dossierExemple, residence: 'la-reunion' as const };
    const agence = { ...personnesExemple.agence, residence: 'metropole' };
    const loin = { dossier, personnes: { ...personnesExemple, agence } };
    expect(lire('RDV_CONVOCATION', { ...loin, ...rdv({ mode: 'TELEPHONE' }) })).toContain(
      'Heure de chez vous : 11 h 30',
    );
    expect(lire('RDV_CONVOCATION', { ...loin, ...rdv({ mode: 'PRESENTIEL' }) })).toContain(
      'Heure de l’agence : 9 h 30',
    );
    expect(lire('RDV_CONVOCATION', { dossier, ...rdv({}) })).toContain('- Heure : 11 h 30');
  });

  it('dit où, ou comment', () => {
    expect(lire('RDV_CONVOCATION', rdv({ lieu: 'Mairie, salle 2' }))).toContain('Sur place : Mairie, salle 2.');
    expect(lire('RDV_CONVOCATION')).toContain('Sur place : Agence CSP de Valence, 14 place du Champ-de-Mars, Valence.');
    expect(lire('RDV_CONVOCATION', rdv({ mode: 'VISIO' }))).toContain('vous enverra le lien de connexion');
    expect(lire('RDV_CONVOCATION', rdv({ mode: 'TELEPHONE' }))).toContain('Claire Morel vous appelle');
  });

  it('ne fait un lien que d’une adresse web', () => {
    const html = (lien: string) =>
      rendreCourriel(exemple('RDV_CONVOCATION', undefined, rdv({ mode: 'VISIO', lien }))).html;
    expect(html('https://visio.example.org/a?b=1&c=2')).toContain('href="https://visio.example.org/a?b=1&amp;c=2"');
    expect(html('javascript:alert(1)')).not.toMatch(/href="javascript/);
  });

  it.each([
    ['2025-04-22', 'dans 7 jours'],
    ['2025-04-28', 'demain'],
    ['2025-04-29', 'aujourd’hui'],
  ])('parti le %s, le rappel dit : %s', (jour, mots) => {
    expect(lire('RDV_RAPPEL', { jour: j(jour) })).toContain(`Rappel : rendez-vous ${mots}, le 29 avril 2025 à 9 h 30`);
  });

  it.each([
    [20, '20 minutes'],
    [60, '1 heure'],
    [90, '1 heure 30'],
    [125, '2 heures 05'],
  ])('dure %i minutes : %s', (dureeMinutes, mots) => {
    expect(lire('RDV_CONVOCATION', rdv({ dureeMinutes }))).toContain(`Durée prévue : ${mots}`);
  });

  it('manqué, il n’annonce aucune décision automatique', () => {
    expect(lire('RDV_MANQUE')).toContain('jamais automatique');
    expect(lire('RDV_MANQUE', rdv({ sorte: 'ATELIER' }))).not.toContain('fin définitive');
  });
});
