import { calculer } from '../calculer';
import { OUVERTURE } from '../regles/de-test/scenario';
import {
  choisirReglement,
  installerReglements,
  reglementNomme,
  reglementNommeOuDernier,
  reglements,
  reglementsConnus,
  reglementsInstalles,
} from '.';
import { lireReglement } from './document';

const connus = Object.values(reglements);
const parametre = (valeur: unknown, source = 'convention inventée du 3 novembre 2026', certitude = 'T') => ({
  valeur,
  source,
  certitude,
});
/** An invented successor: a longer CSP, of thirteen months. */
const successeur = (plus: object = {}, parametres: object = {}) => ({
  nom: 'csp-2027',
  libelle: 'CSP, convention inventée de 2026',
  base: 'csp-2015-v2025',
  parametres: {
    debutValidite: parametre('2027-01-01'),
    finValidite: parametre('2028-12-31'),
    dureeMois: parametre(13),
    ...parametres,
  },
  ...plus,
});
const erreurs = (valeur: unknown) => {
  const lu = lireReglement(valeur, connus);
  return lu.ok ? [] : lu.erreurs;
};

describe('un règlement donné par un fichier', () => {
  it('porte ses valeurs, et reprend les autres de sa base en les disant non vérifiées', () => {
    const lu = lireReglement(successeur(), connus);
    if (!lu.ok) throw new Error(lu.erreurs.join());
    const { parametres, sources, vocabulaire } = lu.reglement;
    expect([parametres.dureeMois, parametres.congesMaxJours, vocabulaire.sigle]).toEqual([13, 35, 'CSP']);
    expect([sources.dureeMois.certitude, sources.congesMaxJours.certitude]).toEqual(['T', 'G']);
    expect(sources.congesMaxJours.source).toMatch(/^repris de csp-2015-v2025/);
  });
  it('sans base, doit donner chaque paramètre', () => {
    const { base: _, ...seul } = successeur();
    expect(erreurs(seul)).toContain('CHAMP_MANQUANT:congesMaxJours');
    const entier = Object.fromEntries(
      Object.entries(reglements['csp-2015-v2025'].parametres).map(([nom, valeur]) => [nom, parametre(valeur)]),
    );
    expect(erreurs({ ...seul, parametres: { ...entier, ...seul.parametres } })).toEqual([]);
  });
  it.each<[string, unknown, string[]]>([
    ['une liste', [], ['CHAMP_INVALIDE:règlement']],
    ['un nom mal écrit', successeur({ nom: 'CSP 2027' }), ['CHAMP_INVALIDE:nom']],
    ['un champ de trop', successeur({ loi: 1 }), ['CHAMP_INCONNU:loi']],
    ['un nom pris', successeur({ nom: 'csp-2011' }), ['REGLEMENT_EN_DOUBLE:csp-2011']],
    ['une base inconnue', successeur({ base: 'csp-2030' }), ['REGLEMENT_INCONNU:csp-2030']],
    ['un paramètre inconnu', successeur({}, { duree: parametre(13) }), ['SURCHARGE_INCONNUE:duree']],
    ['un mauvais type', successeur({}, { dureeMois: parametre('13') }), ['SURCHARGE_INVALIDE:dureeMois']],
    ['sans source', successeur({}, { dureeMois: { valeur: 13 } }), ['SOURCE_MANQUANTE:dureeMois']],
    [
      'une certitude inconnue',
      successeur({}, { dureeMois: parametre(13, 'un texte', 'Z') }),
      ['SOURCE_MANQUANTE:dureeMois'],
    ],
    [
      'sans validité',
      successeur({}, { finValidite: undefined }),
      ['SOURCE_MANQUANTE:finValidite', 'CHAMP_MANQUANT:finValidite'],
    ],
    ['une validité inversée', successeur({}, { finValidite: parametre('2026-01-01') }), ['CHAMP_INVALIDE:finValidite']],
    [
      'un début déjà couvert',
      successeur({}, { debutValidite: parametre('2025-04-01') }),
      ['REGLEMENT_ANTERIEUR:2025-04-01'],
    ],
    ['deux champs de trop', successeur({ loi: 1, decret: 2 }), ['CHAMP_INCONNU:loi', 'CHAMP_INCONNU:decret']],
    ['un libellé trop long', successeur({ libelle: 'x'.repeat(201) }), ['TROP_LONG:libelle:200:201']],
    [
      'une source trop longue',
      successeur({}, { dureeMois: parametre(13, 'x'.repeat(501)) }),
      ['TROP_LONG:dureeMois.source:500:501'],
    ],
    ['une source d’un mot', successeur({}, { dureeMois: parametre(13, 'texte') }), ['SOURCE_MANQUANTE:dureeMois']],
  ])('%s : refusé', (_, valeur, attendues) => {
    expect(erreurs(valeur)).toEqual(attendues);
  });
});

it('à leurs limites, un nom, un libellé, une source et une validité conviennent', () => {
  const nom = `csp-${'9'.repeat(37)}`;
  expect(erreurs(successeur({ nom, libelle: 'x'.repeat(200) }))).toEqual([]);
  expect(erreurs(successeur({ nom: `${nom}9` }))).toEqual(['TROP_LONG:nom:41:42']);
  const parametres = { dureeMois: parametre(13, 'x'.repeat(500)), finValidite: parametre('2027-01-01', 'décret') };
  expect(erreurs(successeur({}, parametres))).toEqual([]);
});

describe('un règlement installé prend la suite', () => {
  const installe = (document: object, alors: () => void) => {
    const lu = lireReglement(document, connus);
    expect(lu.ok).toBe(true);
    if (lu.ok) installerReglements([lu.reglement]);
    try {
      alors();
    } finally {
      installerReglements([]);
    }
  };
  const ouvert = (dateRemise: string, plus: object = {}) =>
    calculer({ dossier: { ...OUVERTURE, dateRemise, ...plus } });

  it('à partir de son premier jour, sans l’alerte de celui qui est échu', () => {
    expect(ouvert('2027-01-04').alertes).toEqual(['REGLEMENT_ECHU_A_CONFIRMER']);
    installe(successeur(), () => {
      expect([ouvert('2027-01-04').reglement, ouvert('2027-01-04').alertes]).toEqual(['csp-2027', []]);
      expect(ouvert('2026-12-31').reglement).toBe('csp-2015-v2025');
      expect(ouvert('2029-01-01').alertes).toEqual(['REGLEMENT_ECHU_A_CONFIRMER']);
    });
  });
  it('un dossier ouvert sous un autre le garde', () => {
    installe(successeur(), () => {
      expect(ouvert('2027-01-04', { reglement: 'csp-2015-v2025' }).reglement).toBe('csp-2015-v2025');
    });
  });
  it('par son nom seulement, s’il le dit', () => {
    installe(successeur({ parNom: true }), () => {
      expect(ouvert('2027-01-04').reglement).toBe('csp-2015-v2025');
      expect(ouvert('2027-01-04', { reglement: 'csp-2027' }).reglement).toBe('csp-2027');
    });
  });
  it('se trouve par son nom, après ceux que Jalon porte', () => {
    installe(successeur(), () => {
      expect([reglementNomme('csp-2027')?.libelle, reglementNomme('csp-2028')]).toEqual([successeur().libelle, null]);
      expect([reglementsConnus().at(-1)?.nom, reglementsInstalles().map(({ nom }) => nom)]).toEqual([
        'csp-2027',
        ['csp-2027'],
      ]);
      expect(choisirReglement({ dateRemise: 'x' })?.nom).toBe('csp-2015-v2025');
    });
  });
  it('de deux installés, celui que la date choisit, dans quelque ordre qu’ils soient donnés', () => {
    const lus = ['2029', '2027'].map((annee) => {
      const lu = lireReglement(
        successeur(
          { nom: `csp-${annee}` },
          { debutValidite: parametre(`${annee}-01-01`), finValidite: parametre('2031-12-31') },
        ),
        connus,
      );
      if (!lu.ok) throw new Error(lu.erreurs.join());
      return lu.reglement;
    });
    installerReglements(lus);
    try {
      expect([ouvert('2028-12-29').reglement, ouvert('2029-01-05').reglement]).toEqual(['csp-2027', 'csp-2029']);
    } finally {
      installerReglements([]);
    }
  });
  it('ce qui s’écrit a les mots du dernier, quand aucun ne porte ce nom', () => {
    expect([reglementNommeOuDernier('csp-2011').nom, reglementNommeOuDernier('csp-2099').nom]).toEqual([
      'csp-2011',
      'csp-2015-v2025',
    ]);
  });
});
