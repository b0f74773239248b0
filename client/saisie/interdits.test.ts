import type { z } from 'zod';
import { dateCivile } from '../../domain/calendrier/dates';
import { champsDossier, schemaDossier } from '../../domain/dossier/dossier';
import { schemaAgence, schemaEmployeur, schemaIdentite, schemaReferent } from '../../domain/dossier/personnes';
import { lireTextes } from '../../domain/dossier/valeurs';
import type { ActeJournal } from '../../domain/faits/actes';
import { definitions, typesEvenement } from '../../domain/faits/evenements';
import { juger } from '../../domain/parcours/juger';
import { lireAction } from '../../domain/rendez-vous/action-plan';
import { lireSaisieRendezVous } from '../../domain/rendez-vous/saisie';
import { lireTenue } from '../../domain/rendez-vous/tenue';
import { dossierInvente } from '../../test/outils/ouvertures';
import { colonnes } from './colonnes';
import { entete, lirePortefeuille } from './csv';
import { champsDocument, lireDocument } from './document';
import { lireSaisie, nomSaisi } from './formulaire';
import { lireOrganisation } from './organisation';

const INTERDITS = ['\u0000', '\u0007', '\ud83d'];

/** Every leaf of a schema by its path; an element of a list goes by its rank. */
function feuilles(schema: z.core.$ZodType): string[][] {
  const def = schema._zod.def as unknown as {
    type: string;
    shape?: Record<string, z.core.$ZodType>;
    innerType?: z.core.$ZodType;
    element?: z.core.$ZodType;
    valueType?: z.core.$ZodType;
    keyType?: { options?: string[] };
  };
  if (def.shape) {
    return Object.entries(def.shape).flatMap(([nom, champ]) => feuilles(champ).map((reste) => [nom, ...reste]));
  }
  if (def.valueType)
    return (def.keyType?.options ?? []).flatMap((cle) => feuilles(def.valueType!).map((r) => [cle, ...r]));
  if (def.element) return feuilles(def.element).map((reste) => ['0', ...reste]);
  return def.innerType ? feuilles(def.innerType) : [[]];
}

/** `{a: {b: [texte]}}` for the path `a.b.0`. */
const porter = ([nom, ...reste]: readonly string[], texte: string): unknown => {
  if (nom === undefined) return texte;
  const dedans = porter(reste, texte);
  return nom === '0' ? [dedans] : { [nom]: dedans };
};

/** The last name of a path that is no rank. */
const nomDe = (chemin: readonly string[]): string => chemin.findLast((nom) => nom !== '0')!;

interface Entree {
  quoi: string;
  champ: string;
  /** Sentences that refuse the text, put alone in its field. */
  refuser(texte: string): string[];
}

const message = (acte: ActeJournal | 'arretMaladie', chemin: string[]): Entree => ({
  quoi: `message ${acte}`,
  champ: nomDe(chemin),
  refuser: (texte) => {
    const contenu = { id: 'm', ...(porter(chemin, texte) as object) };
    const verdict = juger({ id: 'm', acte, contenu, recuLe: '2025-03-05T08:00:00.000Z' }, dossierInvente, []);
    return 'refus' in verdict ? [verdict.phrase] : [];
  },
});

const phrases = (lu: { ok: boolean; erreurs?: { phrase: string }[]; refus?: { phrase: string }[] }): string[] =>
  lu.ok ? [] : (lu.erreurs ?? lu.refus ?? []).map(({ phrase }) => phrase);

const document = (chemin: string[]): Entree => ({
  quoi: 'document',
  champ: nomDe(chemin),
  refuser: (texte) => phrases(lireDocument(porter(chemin, texte))),
});

const jours = { prevuLe: dateCivile('2025-07-01'), aujourdhui: dateCivile('2025-07-10') };
const RDV = ['sorte', 'mode', 'jour', 'heure', 'duree', 'lieu', 'lien', 'intitule'];
const sousEvenement = ['date', 'contratId'].map((nom) => ['evenements', '0', nom]);

const entrees: Entree[] = [
  ...typesEvenement.flatMap((type) =>
    definitions[type].champs.flatMap((champ): Entree[] => [
      message('consigner', ['evenement', champ.nom]),
      {
        quoi: `formulaire ${type}`,
        champ: champ.libelle,
        refuser: (texte) => Object.values(lireSaisie([champ], { [nomSaisi(champ.nom)]: `a${texte}` }).erreurs),
      },
    ]),
  ),
  ...(['auteur', 'motif', 'debut', 'fin'] as const).map((nom) => message('arretMaladie', [nom])),
  message('corriger', ['remplace']),
  message('annuler', ['annule']),
  message('confirmer', ['confirme']),
  message('confirmerSilence', ['motif']),
  message('adopterReglement', ['reglement', 'source']),
  message('adopterReglement', ['reglement', 'nom']),
  ...champsDossier.map(({ nom }) => message('rectifierDossier', ['champs', nom])),
  ...champsDossier.map(
    (champ): Entree => ({
      quoi: 'formulaire de rectification',
      champ: champ.libelle,
      refuser: (texte) => Object.values(lireSaisie([champ], { [nomSaisi(champ.nom)]: `a${texte}` }).erreurs),
    }),
  ),
  ...feuilles(schemaDossier).map(document),
  ...feuilles(schemaIdentite).map((chemin) => document(['identite', ...chemin])),
  ...feuilles(schemaEmployeur).map((chemin) => document(['employeur', ...chemin])),
  ...[['agence'], ['referent'], ['reference'], ['dateReprise'], ...sousEvenement].map(document),
  ...colonnes
    .filter(({ genre }) => genre !== 'json')
    .map(
      ({ nom }): Entree => ({
        quoi: 'colonne d’un portefeuille',
        champ: nom.split('.').at(-1)!,
        refuser: (texte) => {
          const cellules = colonnes.map((c) => (c.nom === nom ? `a${texte}` : ''));
          const lu = { texte: `${entete()}\n${cellules.join(';')}\n`, codage: 'UTF-8' } as const;
          const [ligne] = lirePortefeuille(lu, { relativesA: null }).lignes;
          return [...ligne!.erreurs.map(({ phrase }) => phrase), ...phrases(lireDocument(ligne!.document))];
        },
      }),
    ),
  ...feuilles(schemaAgence).map(
    (chemin): Entree => ({
      quoi: 'agence',
      champ: nomDe(chemin),
      refuser: (texte) => phrases(lireOrganisation({ agences: [porter(chemin, texte)], referents: [] })),
    }),
  ),
  ...feuilles(schemaReferent).map(
    (chemin): Entree => ({
      quoi: 'référent',
      champ: nomDe(chemin),
      refuser: (texte) => phrases(lireOrganisation({ agences: [], referents: [porter(chemin, texte)] })),
    }),
  ),
  ...RDV.map(
    (nom): Entree => ({
      quoi: 'rendez-vous',
      champ: nom,
      refuser: (texte) => {
        const vide = Object.fromEntries(RDV.map((n) => [n, ''])) as unknown as Parameters<
          typeof lireSaisieRendezVous
        >[0];
        return phrases(lireSaisieRendezVous({ ...vide, [nom]: texte }));
      },
    }),
  ),
  ...['le', 'notes', 'parcours', 'competences', 'souhaits'].map(
    (nom): Entree => ({
      quoi: 'compte rendu',
      champ: nom,
      refuser: (texte) => phrases(lireTenue('ADHESION', { actions: [], [nom]: texte }, jours)),
    }),
  ),
  ...['quoi', 'pourLe'].flatMap((nom): Entree[] => [
    {
      quoi: 'action du plan',
      champ: nom,
      refuser: (texte) => phrases(lireAction({ quoi: '', pourLe: '', [nom]: texte })),
    },
    {
      quoi: 'action d’un compte rendu',
      champ: nom,
      refuser: (texte) => phrases(lireTenue('SUIVI', { actions: [{ quoi: '', pourLe: '', [nom]: texte }] }, jours)),
    },
  ]),
];

describe('tout champ de tout ce qui entre', () => {
  it('le balayage voit chaque champ d’un document et d’une agence', () => {
    const vus = new Set(entrees.filter(({ quoi }) => quoi === 'document').map(({ champ }) => champ));
    expect(
      champsDocument.filter((nom) => !['identite', 'employeur', 'evenements'].includes(nom) && !vus.has(nom)),
    ).toEqual([]);
    expect(entrees.filter(({ quoi }) => quoi === 'agence').map(({ champ }) => champ)).toEqual(
      expect.arrayContaining(['lignes', 'recours', 'qualite', 'horaires']),
    );
    expect(entrees.length).toBeGreaterThan(200);
  });

  it.each(INTERDITS)('refuse %j par une phrase qui nomme son champ', (interdit) => {
    const muets = entrees.flatMap(({ quoi, champ, refuser }) => {
      const dites = refuser(`a${interdit}b`);
      return dites.some((dite) => dite.includes(champ)) ? [] : [[quoi, champ, ...dites]];
    });
    expect(muets).toEqual([]);
  });

  it('prend un accent décomposé comme le même accent composé', () => {
    const autres = entrees.flatMap(({ quoi, champ, refuser }) => {
      const [decompose, compose] = [refuser('Éva'.normalize('NFD')), refuser('Éva')];
      return JSON.stringify(decompose) === JSON.stringify(compose) ? [] : [[quoi, champ, decompose, compose]];
    });
    expect(autres).toEqual([]);
    expect(lireTextes({ nom: 'Éva'.normalize('NFD') }).valeur).toEqual({ nom: 'Éva' });
  });
});
