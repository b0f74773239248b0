import type { DateCivile } from '../calendrier/dates';
import { acces, cleManquee, datesTournee, libelleManquee, moisVise } from './flotte';

const jour = (d: string) => d as DateCivile;
const le = (instant: string) => new Date(instant);

describe('dates des tournées', () => {
  it('l’ouverture s’annonce du 28 à la veille du rappel', () => {
    expect(datesTournee({ moment: 'OUVERTURE', mois: '2026-10' })).toEqual({
      depuis: '2026-10-28',
      utileJusquau: '2026-11-11',
    });
  });

  it.each(['2026-02', '2028-02'])('en février, bissextile ou non, l’actualisation ouvre le 26 (%s)', (mois) => {
    expect(datesTournee({ moment: 'OUVERTURE', mois }).depuis).toBe(`${mois}-26`);
  });

  it('le rappel part le 12 du mois suivant et sert jusqu’à la clôture du 15', () => {
    expect(datesTournee({ moment: 'RAPPEL', mois: '2026-12' })).toEqual({
      depuis: '2027-01-12',
      utileJusquau: '2027-01-15',
    });
  });

  it('les absences d’actualisation se constatent le lendemain de la clôture, et restent à constater', () => {
    expect(datesTournee({ moment: 'CLOTURE', mois: '2026-10' })).toEqual({ depuis: '2026-11-16', utileJusquau: null });
  });
});

describe('le mois visé par une tournée', () => {
  it.each([
    ['OUVERTURE', '2026-10-28', '2026-10'],
    ['OUVERTURE', '2026-10-27', '2026-09'],
    ['OUVERTURE', '2026-11-05', '2026-10'],
    ['OUVERTURE', '2026-02-26', '2026-02'],
    ['OUVERTURE', '2028-02-25', '2028-01'],
    ['RAPPEL', '2026-11-12', '2026-10'],
    ['RAPPEL', '2027-01-14', '2026-12'],
    ['CLOTURE', '2026-03-16', '2026-02'],
    ['CLOTURE', '2026-03-25', '2026-02'],
    ['CLOTURE', '2026-03-15', '2026-01'],
  ] as const)('%s lancée le %s parle de %s', (moment, quand, mois) => {
    expect(moisVise(moment, jour(quand))).toBe(mois);
  });
});

describe('les heures d’une tournée', () => {
  const ouverture = { moment: 'OUVERTURE', mois: '2026-10' } as const;

  it('La Réunion s’ouvre à 4 h UTC, Paris trois heures plus tard en heure d’hiver, la Guadeloupe à midi', () => {
    const quatreHeures = le('2026-10-28T04:00:00Z');
    expect(acces(ouverture, 'la-reunion', quatreHeures, 'fenetre')).toEqual({ ouvert: true });
    expect(acces(ouverture, 'metropole', quatreHeures, 'fenetre')).toEqual({
      ouvert: false,
      prochain: le('2026-10-28T07:00:00Z'),
    });
    expect(acces(ouverture, 'guadeloupe', quatreHeures, 'fenetre')).toEqual({
      ouvert: false,
      prochain: le('2026-10-28T12:00:00Z'),
    });
  });

  it('à 18 h la zone se ferme jusqu’au lendemain 8 h', () => {
    expect(acces(ouverture, 'metropole', le('2026-10-28T16:59:59Z'), 'fenetre')).toEqual({ ouvert: true });
    expect(acces(ouverture, 'metropole', le('2026-10-28T17:00:00Z'), 'fenetre')).toEqual({
      ouvert: false,
      prochain: le('2026-10-29T07:00:00Z'),
    });
  });

  it('après 18 h le dernier jour utile, c’est fini', () => {
    expect(acces(ouverture, 'metropole', le('2026-11-11T16:00:00Z'), 'fenetre')).toEqual({ ouvert: true });
    expect(acces(ouverture, 'metropole', le('2026-11-11T17:00:00Z'), 'fenetre')).toEqual({
      ouvert: false,
      prochain: null,
    });
    expect(acces(ouverture, 'metropole', le('2026-11-12T07:00:00Z'), 'immediat')).toEqual({
      ouvert: false,
      prochain: null,
    });
  });

  it('la veille du dernier jour utile, il reste demain', () => {
    expect(acces(ouverture, 'metropole', le('2026-11-10T17:00:00Z'), 'fenetre')).toEqual({
      ouvert: false,
      prochain: le('2026-11-11T07:00:00Z'),
    });
  });

  it('la clôture n’écrit à personne : dès minuit, à toute heure', () => {
    const cloture = { moment: 'CLOTURE', mois: '2026-10' } as const;
    const a = (quand: string) => acces(cloture, 'metropole', le(quand), 'fenetre');
    expect(a('2026-11-15T22:59:59Z')).toEqual({ ouvert: false, prochain: le('2026-11-15T23:00:00Z') });
    expect([a('2026-11-15T23:00:00Z'), a('2027-03-01T20:00:00Z')]).toEqual([{ ouvert: true }, { ouvert: true }]);
  });

  it('une tournée lancée d’avance attend son jour', () => {
    expect(acces(ouverture, 'metropole', le('2026-10-20T10:00:00Z'), 'fenetre')).toEqual({
      ouvert: false,
      prochain: le('2026-10-28T07:00:00Z'),
    });
    expect(acces(ouverture, 'metropole', le('2026-10-20T10:00:00Z'), 'immediat')).toEqual({
      ouvert: false,
      prochain: le('2026-10-27T23:00:00Z'),
    });
  });

  it('en envoi immédiat, la nuit ne compte pas', () => {
    expect(acces(ouverture, 'metropole', le('2026-10-28T22:00:00Z'), 'immediat')).toEqual({ ouvert: true });
  });

  it('une zone inconnue vit à l’heure de Paris', () => {
    expect(acces(ouverture, 'ailleurs', le('2026-10-28T07:00:00Z'), 'fenetre')).toEqual({ ouvert: true });
  });
});

describe('la tâche d’une actualisation manquée', () => {
  it('est une par dossier et par mois', () => {
    expect(cleManquee('2026-000001-12', '2026-09')).toBe('2026-000001-12/ACTUALISATION_MANQUEE/2026-09');
  });

  it('donne les faits datés et laisse décider', () => {
    const phrase = libelleManquee({
      mois: '2026-09',
      annonceeLe: jour('2026-09-28'),
      rappeleeLe: jour('2026-10-12'),
      precedentes: ['2026-07', '2026-08'],
    });
    expect(phrase).toBe(
      'Actualisation de septembre 2026 : rien n’est consigné. Ouverte le 28/09/2026 (courrier le 28/09/2026, rappel le 12/10/2026), ' +
        'close le 15/10/2026. Déjà sans trace : juillet 2026, août 2026. Faire le point avec la personne : rien n’en découle sans une décision.',
    );
  });

  it('dit aussi que rien n’a pu partir', () => {
    const phrase = libelleManquee({ mois: '2026-02', annonceeLe: null, rappeleeLe: null, precedentes: [] });
    expect(phrase).toContain(
      'Ouverte le 26/02/2026 (sans courrier parti, sans rappel parti), close le 15/03/2026. Faire',
    );
  });
});
