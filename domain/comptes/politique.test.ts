import { phrase } from '../faits/erreurs';
import { peut, politique, type Usage, usageNonPermis } from './politique';
import { estDAgence, libellesRoles, roles } from './roles';

const usages = Object.keys(politique) as Usage[];
/** What an account does of itself is everybody's. */
const deTous: readonly Usage[] = [
  'choisir-mot-de-passe',
  'entrer',
  'entrer-par-identite',
  'lier-identite',
  'proteger-compte',
];
const quiPeuvent = (usage: Usage) => roles.filter((role) => peut(role, usage));

it('qui n’est d’aucune agence ne lit ni ne fait rien d’un dossier', () => {
  const deDossier = usages.filter((u) => quiPeuvent(u).includes('CONSEILLER') && !deTous.includes(u));
  expect(deDossier.length).toBeGreaterThan(20);
  for (const usage of deDossier) expect([usage, quiPeuvent(usage).filter((r) => !estDAgence(r))]).toEqual([usage, []]);
});

it('la lecture seule lit, et ne fait rien', () => {
  expect(usages.filter((usage) => peut('LECTURE_SEULE', usage) && !deTous.includes(usage))).toEqual([
    'lire-portefeuille',
    'lire-dossier',
    'composer-document',
  ]);
});

it('un juriste étudie l’impact, lit, et n’enregistre rien', () => {
  expect(usages.filter((usage) => peut('JURISTE', usage) && !deTous.includes(usage))).toEqual([
    'lire-portefeuille',
    'lire-dossier',
    'composer-document',
    'etudier-impact',
    'etudier-impact-du-code',
  ]);
});

it('ce qu’une machine seule fait, personne ne le fait', () => {
  expect(usages.filter((usage) => quiPeuvent(usage).length === 0)).toEqual([
    'achever-inacheves',
    'installer-espace',
    'recevoir-rebond',
    'relever-mesures',
  ]);
});

it('un refus nomme chaque rôle qui le permettrait, et aucun autre', () => {
  for (const usage of usages) {
    const [refuse] = roles.filter((role) => !peut(role, usage));
    if (refuse === undefined) continue;
    const dits = phrase(usageNonPermis(refuse, [usage])).match(/(?<=« ).*?(?= »)/g);
    expect(dits).toEqual([refuse, ...quiPeuvent(usage)].map((role) => libellesRoles[role]));
  }
  expect(phrase(usageNonPermis('RESPONSABLE', ['bloquer-courriers']))).toBe(
    'Votre compte, de rôle « responsable d’agence », ne permet pas cela : il y faut le rôle « exploitation ». Rien n’a été enregistré.',
  );
  expect(phrase(usageNonPermis('LECTURE_SEULE', ['retenir-courrier', 'bloquer-courriers']))).toContain(
    'il y faut le rôle « conseiller » ou « responsable d’agence » ou « exploitation »',
  );
});
