import { exemple } from '../../courriers/exemples';
import { ecrireCourrier, oublierCourrier } from './courrier';

const donnees = exemple('C01_PROPOSITION', 'BENEFICIAIRE');
const question = {
  ...{ donnees, rendezVous: null, datePrevue: donnees.jour, recommande: false },
  vers: { nom: 'Zoé', adresses: { EMAIL: 'zoe@example.org' }, lignes: [] },
  ...{ domaine: 'jalon.example.org', domaineInvitation: 'jalon.example.org' },
};

describe('un courrier tenté de nouveau', () => {
  afterEach(() => oublierCourrier(donnees.cle));

  it('des mêmes données, n’est pas écrit de nouveau', () => {
    expect(ecrireCourrier(structuredClone(question))).toBe(ecrireCourrier(question));
  });

  it('vers une autre adresse, il l’est, et dit ce qui a changé', () => {
    const premier = ecrireCourrier(question);
    const autre = { ...question, vers: { ...question.vers, adresses: { EMAIL: 'autre@example.org' } } };
    expect(ecrireCourrier(autre).envois.EMAIL.adresse).toBe('autre@example.org');
    // One for each letter is kept, and this one is no longer it.
    expect(ecrireCourrier(question)).not.toBe(premier);
    expect(ecrireCourrier(question)).toEqual(premier);
  });

  it('une fois laissé, rien n’en est gardé', () => {
    const premier = ecrireCourrier(question);
    oublierCourrier(donnees.cle);
    expect(ecrireCourrier(question)).not.toBe(premier);
  });
});
