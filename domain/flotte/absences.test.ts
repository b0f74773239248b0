import type { DateCivile } from '../calendrier/dates';
import { type Absence, ferme, lecteurDuJour } from './absences';

const absence = (referent: string, debut: string, fin: string, remplacant: string): Absence => ({
  referent,
  debut: debut as DateCivile,
  fin: fin as DateCivile,
  remplacant,
});
const jour = '2026-03-10' as DateCivile;

describe('qui lit le point du matin', () => {
  it('la référente elle-même, hors de ses absences', () => {
    const absences = [
      absence('anne', '2026-03-11', '2026-03-12', 'brice'),
      absence('anne', '2026-03-01', '2026-03-09', 'brice'),
    ];
    expect(lecteurDuJour('anne', jour, absences)).toBe('anne');
  });

  it('sa remplaçante, du premier au dernier jour', () => {
    const absences = [absence('anne', '2026-03-10', '2026-03-10', 'brice')];
    expect(lecteurDuJour('anne', jour, absences)).toBe('brice');
  });

  it('au bout de la chaîne quand la remplaçante est absente aussi', () => {
    const absences = [
      absence('anne', '2026-03-01', '2026-03-31', 'brice'),
      absence('brice', '2026-03-10', '2026-03-12', 'chloe'),
    ];
    expect(lecteurDuJour('anne', jour, absences)).toBe('chloe');
  });

  it('personne quand la chaîne revient sur elle-même', () => {
    const absences = [
      absence('anne', '2026-03-01', '2026-03-31', 'brice'),
      absence('brice', '2026-03-10', '2026-03-12', 'anne'),
    ];
    expect(lecteurDuJour('anne', jour, absences)).toBeNull();
  });
});

describe('une absence qui ne laisserait personne', () => {
  const connues = [absence('anne', '2026-03-01', '2026-03-31', 'brice')];

  it('est reconnue, même pour un jour', () => {
    expect(ferme(connues, absence('brice', '2026-03-31', '2026-04-05', 'anne'))).toBe(true);
    expect(ferme(connues, absence('brice', '2026-02-20', '2026-03-01', 'anne'))).toBe(true);
  });

  it('est admise quand les périodes ne se touchent pas, ou que quelqu’un reste', () => {
    expect(ferme(connues, absence('brice', '2026-04-01', '2026-04-05', 'anne'))).toBe(false);
    expect(ferme(connues, absence('brice', '2026-03-05', '2026-03-06', 'chloe'))).toBe(false);
  });

  it('n’hérite pas d’un cercle qui s’est formé hors d’elle', () => {
    const cercle = (debut: string, fin: string) => [
      absence('anne', debut, fin, 'brice'),
      absence('brice', debut, fin, 'anne'),
    ];
    const mars = absence('brice', '2026-03-01', '2026-03-31', 'chloe');
    expect(ferme(cercle('2026-02-01', '2026-02-28'), mars)).toBe(false);
    expect(ferme(cercle('2026-04-01', '2026-04-30'), mars)).toBe(false);
  });
});
