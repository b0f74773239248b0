import { catalogue, codesCourrier } from '../domain/catalogue/catalogue';
import { codesDecision, type Decision } from '../domain/dossier/personnes';
import { ecrire, rendre } from '.';
import { decisionDe } from './decision';
import { exemple, personnesExemple } from './exemples';
import type { Modele } from './modele';
import { rendreTexte } from './rendu-texte';

const decision: Decision = {
  signataire: { nom: 'Nadia Ferrand', qualite: 'Directrice de l’agence' },
  fondement: 'Article 27 de la convention du 26 janvier 2015.',
  recours: 'Vous pouvez demander un nouvel examen dans les deux mois, par lettre à la directrice de l’agence.',
};

const avec = (decisions: Record<string, Decision>) => ({
  personnes: { ...personnesExemple, agence: { ...personnesExemple.agence, decisions } },
});

const lire = (code: (typeof codesDecision)[number], decisions: Record<string, Decision> = {}) => {
  const lettre = ecrire(exemple(code, undefined, avec(decisions)));
  return `${lettre.objet}\n${rendreTexte(lettre)}`.replace(/[\u00a0\u202f]/g, ' ');
};

it('peuvent décider les courriers que le catalogue dit tels', () => {
  expect(codesCourrier.filter((c) => catalogue[c].nature === 'INFORME_OU_DECIDE').sort()).toEqual(
    [...codesDecision].sort(),
  );
});

describe.each(codesDecision)('%s', (code) => {
  it('annonce, tant que l’agence n’en est pas l’auteur', () => {
    expect(lire(code)).toContain('Ce courrier vous informe, il ne décide pas');
    expect(lire(code)).not.toContain('Décision :');
    expect(lire(code).toLowerCase()).toContain('allez recevoir');
  });

  it('décide avec signataire, fondement et recours', () => {
    const texte = lire(code, { [code]: decision });
    expect(texte).toContain('Décision');
    expect(texte).toContain('Nadia Ferrand\nDirectrice de l’agence');
    expect(texte).toContain(decision.fondement);
    expect(texte).toContain(decision.recours);
    expect(texte).not.toMatch(
      /il ne décide pas|llez recevoir|LLEZ RECEVOIR|C.est France Travail qui (?:calcule|décide)/,
    );
    expect(texte).toMatchSnapshot();
  });

  it('donne un PDF, sur deux pages au plus', () => {
    const pdf = Buffer.from(rendre(exemple(code, undefined, avec({ [code]: decision }))).pdf).toString('latin1');
    expect(Number(/\/Type\s*\/Pages[^>]*?\/Count (\d+)/.exec(pdf)?.[1])).toBeLessThanOrEqual(2);
  });

  it.each([
    ['sans nom', { ...decision, signataire: { ...decision.signataire, nom: ' ' } }],
    ['sans qualité', { ...decision, signataire: { ...decision.signataire, qualite: '\u200b' } }],
    ['sans fondement', { ...decision, fondement: '' }],
    ['sans recours', { ...decision, recours: '\n' }],
    ['sans signataire', { ...decision, signataire: undefined } as unknown as Decision],
  ])('%s, elle ne décide pas', (_nom, incomplete) => {
    expect(decisionDe({ code, faits: 'Absences.' }, avec({ [code]: incomplete }).personnes.agence)).toBeNull();
    expect(lire(code, { [code]: incomplete })).toBe(lire(code));
  });
});

it('une exclusion sans les faits que son auteur retient n’est pas une décision', () => {
  const { agence } = avec({ SORTIE_DECIDEE: decision }).personnes;
  for (const faits of [undefined, ' \u200b\n'])
    expect(decisionDe({ code: 'SORTIE_DECIDEE', ...(faits === undefined ? {} : { faits }) }, agence)).toBeNull();
  expect(decisionDe({ code: 'SORTIE_DECIDEE', faits: 'Absences.' }, agence)).toBe(decision);
});

it('refaite parce que les faits ont été corrigés, elle nomme la première et redit ce qui n’y compte plus', () => {
  const decidee = avec({ SORTIE_DECIDEE: decision });
  const premiere = exemple('SORTIE_DECIDEE', undefined, decidee);
  const refaite = (faits: string) => {
    const remplace = [{ donnees: premiere, partiLe: premiere.jour }];
    const lettre = ecrire(exemple('SORTIE_DECIDEE', undefined, { ...decidee, faits, remplace }));
    return rendreTexte(lettre).replace(/[\u00a0\u202f]/g, ' ');
  };
  const texte = refaite('Absence à l’atelier du 9 septembre 2025.');
  expect(texte).toContain('Ce courrier remplace celui du mardi 16 septembre 2025');
  expect(texte).toContain('Les faits retenus ont été corrigés : seuls ceux que dit cette lettre comptent.');
  expect(texte).toContain(
    'CE QUE DISAIT LE COURRIER DU 16 SEPTEMBRE 2025, ET QUI NE COMPTE PLUS\n\nAbsence aux ateliers des 2 et 9',
  );
  expect(texte).toContain(decision.recours);
  expect(refaite(premiere.faits!)).not.toContain('ont été corrigés');
});

it('un autre courrier n’est jamais une décision', () => {
  const { agence } = avec({ C13_FIN_CSP: decision }).personnes;
  expect(decisionDe({ code: 'C13_FIN_CSP' }, agence)).toBeNull();
});

it('une forme qui décide ne s’écrit pas sans ses parties, un canal sans son texte ne se compile pas', () => {
  const texte = { version: 1, BENEFICIAIRE: () => ({ objet: '', accroche: [], aFaire: [], dates: [], sections: [] }) };
  // @ts-expect-error C14 may decide: its deciding form is missing.
  const sansDecision: Modele<'C14_CESSATION_INSCRIPTION'> = texte;
  // @ts-expect-error C15 leaves by SMS: its text message is missing.
  const sansSms: Modele<'C15_RAPPEL_REINSCRIPTION'> = texte;
  // @ts-expect-error C13 never leaves by SMS.
  const smsDeTrop: Modele<'C13_FIN_CSP'> = { ...texte, sms: () => [] };
  // @ts-expect-error C04 is written to the employer too.
  const sansEmployeur: Modele<'C04_ADHESION'> = texte;
  // @ts-expect-error C13 only informs.
  const decideDeTrop: Modele<'C13_FIN_CSP'> = { ...texte, decide: texte.BENEFICIAIRE };
  // @ts-expect-error A deciding form takes the parts of the decision.
  const sansParties = () => modeleC14.decide({} as never);
  const modeleC14 = {
    ...texte,
    decide: (_c: unknown, d: Decision) => ({ ...texte.BENEFICIAIRE(), objet: d.fondement }),
  };
  expect([sansDecision, sansSms, smsDeTrop, sansEmployeur, decideDeTrop, sansParties]).toHaveLength(6);
});
