import { personnesInventees } from '../../test/outils/ouvertures';
import type { Canal } from '../dossier/personnes';
import { adressage, mobile, niveauxDe, planRemise, type QuestionPlan } from './canaux';
import { type Canaux, codesCourrier, entreeCatalogue } from './catalogue';

const tous: Canal[] = ['EMAIL', 'SMS', 'COURRIER'];
const plan = (canaux: Canaux, reste: Partial<Omit<QuestionPlan, 'joignable'>> & { joignable?: Canal[] } = {}) => {
  const { joignable = tous, ...autres } = reste;
  return planRemise({
    canaux,
    destinataire: 'BENEFICIAIRE',
    decide: false,
    ...autres,
    joignable: new Set(joignable),
  });
};

describe('lire les canaux du catalogue', () => {
  it.each([
    ['C', [['COURRIER']]],
    ['T', []],
    ['E + C', [['EMAIL', 'COURRIER']]],
    ['E > S > C', [['EMAIL'], ['SMS'], ['COURRIER']]],
    ['E + S > C', [['EMAIL', 'SMS'], ['COURRIER']]],
  ] as const)('%s', (canaux, attendu) => expect(niveauxDe(canaux)).toEqual(attendu));

  it('toutes les entrées du catalogue se lisent', () => {
    for (const code of codesCourrier) {
      for (const canal of niveauxDe(entreeCatalogue(code).canaux).flat()) expect(tous).toContain(canal);
    }
  });
});

describe('plan de remise', () => {
  it('suit le catalogue quand tout est joignable', () => {
    expect(plan('E > S > C')).toEqual({
      niveaux: [['EMAIL'], ['SMS'], ['COURRIER']],
      manquants: [],
      recommande: false,
    });
  });

  it('le canal préféré passe devant, avec ceux de son niveau', () => {
    expect(plan('E > S > C', { prefere: 'COURRIER' }).niveaux).toEqual([['COURRIER'], ['EMAIL'], ['SMS']]);
    expect(plan('E + S > C', { prefere: 'SMS' }).niveaux).toEqual([['EMAIL', 'SMS'], ['COURRIER']]);
    expect(plan('E + S > C', { prefere: 'COURRIER' }).niveaux).toEqual([['COURRIER'], ['EMAIL', 'SMS']]);
  });

  it('une préférence que le courrier ne connaît pas ne change rien', () => {
    expect(plan('E > C', { prefere: 'SMS' }).niveaux).toEqual([['EMAIL'], ['COURRIER']]);
    expect(plan('C + E', { prefere: 'EMAIL' }).niveaux).toEqual([['COURRIER', 'EMAIL']]);
  });

  it('sans adresse, le niveau suivant prend le relais et le manque est dit', () => {
    expect(plan('E > S > C', { joignable: ['COURRIER'] })).toMatchObject({
      niveaux: [['COURRIER']],
      manquants: ['EMAIL', 'SMS'],
    });
  });

  it('ce qui manque après le niveau employé ne manque à personne', () => {
    expect(plan('E > S > C', { joignable: ['EMAIL'] })).toMatchObject({ niveaux: [['EMAIL']], manquants: [] });
    expect(plan('E > S > C', { joignable: ['EMAIL', 'COURRIER'], prefere: 'COURRIER' }).manquants).toEqual([]);
  });

  it('dans un niveau à plusieurs canaux, l’un part sans l’autre, dont le manque est dit', () => {
    expect(plan('C + E', { joignable: ['EMAIL'] })).toMatchObject({ niveaux: [['EMAIL']], manquants: ['COURRIER'] });
  });

  it('un canal exclu n’est pas un canal manquant', () => {
    expect(plan('E > C', { exclus: ['EMAIL'] })).toMatchObject({ niveaux: [['COURRIER']], manquants: [] });
  });

  it('rien ne marche : aucun niveau', () => {
    expect(plan('C', { joignable: [] })).toMatchObject({ niveaux: [], manquants: ['COURRIER'] });
    expect(plan('E > C', { exclus: tous })).toMatchObject({ niveaux: [], manquants: [] });
  });

  it('l’employeur n’a ni SMS ni préférence', () => {
    expect(plan('E > S > C', { destinataire: 'EMPLOYEUR', prefere: 'COURRIER' }).niveaux).toEqual([
      ['EMAIL'],
      ['COURRIER'],
    ]);
  });

  it('le conseiller a une tâche, quels que soient les canaux', () => {
    expect(plan('C + E', { destinataire: 'CONSEILLER' })).toEqual({ niveaux: [], manquants: [], recommande: false });
  });
});

describe('un courrier qui décide', () => {
  it('va toujours par la poste, en recommandé, avec ses autres canaux', () => {
    expect(plan('C + E', { decide: true })).toMatchObject({ niveaux: [['COURRIER', 'EMAIL']], recommande: true });
    expect(plan('E > S > C', { decide: true, prefere: 'EMAIL' })).toMatchObject({
      niveaux: [['COURRIER', 'EMAIL']],
      recommande: true,
    });
  });

  it('va par la poste même quand le catalogue n’en fait qu’une tâche', () => {
    expect(plan('T', { decide: true })).toEqual({ niveaux: [['COURRIER']], manquants: [], recommande: true });
  });

  it('sans adresse postale, personne ne l’envoie à moitié : une tâche', () => {
    expect(plan('C + E', { decide: true, joignable: ['EMAIL'] })).toEqual({
      niveaux: [],
      manquants: ['COURRIER'],
      recommande: true,
    });
  });
});

describe('numéro qui reçoit des SMS', () => {
  it.each([
    ['06 39 98 00 01', '+33639980001'],
    ['+33 (0)6 39 98 00 01', '+33639980001'],
    ['0033 7 39 98 00 01', '+33739980001'],
    ['+32 470 12 34 56', '+32470123456'],
    ['+39 339 123 4567', '+393391234567'],
    ['0692 00 12 12', '+262692001212'],
    ['0690 00 12 12', '+590690001212'],
  ])('%s devient %s', (saisi, attendu) => expect(mobile(saisi)).toBe(attendu));

  it.each([
    '01 99 00 00 01',
    '01 99 00 00 06',
    '+33 1 99 00 00 01',
    '08 00 00 00 00',
    '0639',
    '06 39 98 00 01 2',
    '+33 6 39 98 00',
    // An Italian landline keeps its zero: what follows it looks like a French mobile.
    '+39 06 39 98 00 01',
    '0262 00 12 12',
    '+33 692 00 12 12',
    '1 +32 470 12 34 56',
    '+32 470 12 34 56 78 90 123',
    undefined,
  ])('%s n’en reçoit pas', (saisi) => expect(mobile(saisi)).toBeNull());
});

describe('adresses d’un courrier', () => {
  it('la personne : chaque canal dont on a l’adresse, l’enveloppe en lignes', () => {
    const { adresses, lignes } = adressage('BENEFICIAIRE', personnesInventees);
    expect(adresses).toEqual({
      EMAIL: 'eloise.oeuvrard@example.org',
      COURRIER: '3 rue des Essais, 99000 Villeneuve-l’Inventée',
    });
    expect(lignes).toEqual(['Éloïse Œuvrard-N’Diaye', '3 rue des Essais', '99000 Villeneuve-l’Inventée']);
  });

  const mobilePersonnel = {
    ...personnesInventees,
    identite: { ...personnesInventees.identite, telephone: '06 39 98 00 01' },
  };

  it('la personne : son mobile reçoit les SMS', () => {
    const { nom, adresses } = adressage('BENEFICIAIRE', mobilePersonnel);
    expect([nom, adresses.SMS]).toEqual(['Éloïse Œuvrard-N’Diaye', '+33639980001']);
  });

  it('l’employeur : son adresse à lui, jamais le mobile de la personne', () => {
    expect(adressage('EMPLOYEUR', mobilePersonnel)).toEqual({
      nom: 'Menuiserie Inventée',
      adresses: {
        EMAIL: 'rh@menuiserie.example.org',
        COURRIER: '12 rue des Copeaux, 99000 Villeneuve-l’Inventée',
      },
      lignes: ['Menuiserie Inventée', '12 rue des Copeaux', '99000 Villeneuve-l’Inventée'],
    });
  });

  it('la conseillère : son adresse électronique, pas d’enveloppe', () => {
    expect(adressage('CONSEILLER', personnesInventees)).toEqual({
      nom: 'Maude Lescot',
      adresses: { EMAIL: 'maude.lescot@example.org' },
      lignes: [],
    });
  });

  it('l’employeur inconnu n’a aucune adresse', () => {
    expect(adressage('EMPLOYEUR', { ...personnesInventees, employeur: null })).toStrictEqual({
      nom: '',
      adresses: {},
      lignes: [],
    });
  });
});
