import { dateCivile } from '../../domain/calendrier/dates';
import { personnesExemple } from '../exemples-personnes';
import { tracer } from '../pdf/de-test/lecture';
import { rendreReleve } from './releve';

it('un relevé dit tout ce qu’on lui donne, tel quel, et qu’une partie est vide', () => {
  const colonnes = [{ titre: 'Le', part: 2 }];
  const pdf = rendreReleve({
    ...{ titre: 'Vos données', jour: dateCivile('2026-03-24'), numero: '2026-000001-05', personnes: personnesExemple },
    sections: [
      {
        titre: 'Votre dossier',
        genre: 'fiche',
        champs: [
          ['Terme', '24/03/2027'],
          ['Note', ''],
        ],
      },
      { titre: 'Courriers', genre: 'tableau', colonnes, rangees: [['#let x = 1 <b>']] },
      { titre: 'Rendez-vous', genre: 'tableau', colonnes, rangees: [] },
      { titre: 'Vos droits', genre: 'texte', points: ['Rectifier.'] },
    ],
  });
  const lu = tracer(pdf)
    .map(({ texte }) => texte)
    .join(' ')
    .replace(/[\u00a0\u202f]/g, ' ');
  for (const dit of ['Vos données', '24/03/2027', '#let x = 1 <b>', 'Rien n’est enregistré.', 'Rectifier.'])
    expect(lu).toContain(dit);
});
