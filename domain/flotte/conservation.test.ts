import { dateCivile } from '../calendrier/dates';
import { conservations, genresConservation, lireDuree } from './conservation';
import { limitesDe } from './limites-conservation';

it('chaque durée dit d’où elle compte, d’où elle vient, et qu’elle est à confirmer', () => {
  for (const genre of genresConservation) {
    const { mois, auMoins, depuis, source } = conservations[genre];
    expect([genre, mois >= auMoins, depuis !== '', source.includes('à confirmer')]).toEqual([genre, true, true, true]);
  }
});

it('part ce qui est plus ancien que sa durée, ou que celle des réglages', () => {
  const { DOSSIERS, POINTS } = limitesDe({ POINTS: 1 }, dateCivile('2031-03-31'));
  expect([DOSSIERS, POINTS]).toEqual(['2026-03-31', '2031-02-28']);
});

it('une durée se lit comme on la tape, et n’est pas plus courte que ce qui sert encore', () => {
  expect(['dossiers=24', ' Points = 12 '].map(lireDuree)).toEqual([
    ['DOSSIERS', 24],
    ['POINTS', 12],
  ]);
  for (const saisie of ['dossiers', 'dossiers=0', 'sorties=2', 'photos=3', 'points=un', 'points=1=2'])
    expect([saisie, lireDuree(saisie)]).toEqual([saisie, null]);
  for (const saisie of ['points=a12', 'points=12a', 'points=10000'])
    expect([saisie, lireDuree(saisie)]).toEqual([saisie, null]);
  expect(['dossiers=1', 'sorties=3', 'points=9999'].map(lireDuree)).toEqual([
    ['DOSSIERS', 1],
    ['SORTIES', 3],
    ['POINTS', 9999],
  ]);
});
