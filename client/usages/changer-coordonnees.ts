import type { Numero } from '../../domain/dossier/numero';
import { type Personnes, schemaEmployeur, schemaIdentite } from '../../domain/dossier/personnes';
import { residenceDe } from '../../domain/faits/residence-de';
import { type Coordonnees, enregistrerCoordonnees, lireDossier, lirePersonnes, type Registre } from '../../registre';
import { assembler } from '../saisie/assembler';
import { lireCellule } from '../saisie/cellule';
import { type Colonne, colonnes } from '../saisie/colonnes';
import { cheminDe, type Erreur, erreur, erreursZod } from '../saisie/erreur';
import { cheminsDits, normaliser } from '../saisie/normaliser';
import { Refus } from './commun/refus';

/** Who the people of a dossier are and where to reach them: the columns of a portfolio that no date depends on. */
export const champsCoordonnees: readonly Colonne[] = colonnes.filter((c) => /^(identite|employeur)\./.test(c.nom));

/** Texts of the fields, by their names; an address is its lines between `|`. */
export type Textes = Record<string, string>;

/** What is known, as it is typed. */
export function enTextes({ identite, employeur }: Pick<Personnes, 'identite' | 'employeur'>): Textes {
  const connus = { identite, employeur: employeur ?? {} } as Record<string, Record<string, unknown>>;
  return Object.fromEntries(
    champsCoordonnees.map(({ nom }) => {
      const [qui, champ] = nom.split('.') as [string, string];
      const { adresse, ...reste } = connus[qui] as { adresse?: Record<string, unknown> };
      const valeur = champ === 'adresse' ? adresse?.lignes : (adresse?.[champ] ?? (reste as Textes)[champ]);
      return [nom, Array.isArray(valeur) ? valeur.join(' | ') : String(valeur ?? '')];
    }),
  );
}

/**
 * Changes some fields of the people of a dossier; an empty text takes the value away, a field that is not given stays.
 * @param vus what the author had under her eyes: what she left as it was stays as it is now, what another person changed meanwhile is
 *   refused with its value of now; null when she saw nothing, and what is given is taken as it is
 * @returns the fields that changed, and what deserves a word in what they say now
 * @throws Refus with every field that does not fit; nothing is then changed
 */
export async function changerCoordonnees(
  registre: Registre,
  numero: Numero,
  saisie: Readonly<Textes>,
  { auteur, vus }: { auteur: string; vus: Readonly<Textes> | null },
  maintenant: Date,
): Promise<{ changes: Colonne[]; remarques: Erreur[] }> {
  const [personnes, inscrit] = await Promise.all([lirePersonnes(registre, numero), lireDossier(registre, numero)]);
  if (personnes === null || inscrit === null) throw Refus.de('DOSSIER_INCONNU');
  const connus = enTextes(personnes);
  const residence = residenceDe(inscrit);
  const donnees = Object.fromEntries(Object.entries(saisie).filter(([nom, texte]) => texte !== vus?.[nom]));
  const conflits = conflitsDe(connus, donnees, vus);
  if (conflits.length > 0) throw new Refus(conflits);
  const lues = lireCoordonnees(connus, donnees, residence);
  if (!lues.ok) throw new Refus(lues.erreurs);
  const { coordonnees, remarques } = lues;
  const voulus = enTextes(coordonnees);
  const changes = champsCoordonnees.filter(({ nom }) => voulus[nom] !== connus[nom]);
  if (changes.length === 0) return { changes, remarques: [] };
  const champs = changes.map(({ nom }) => nom);
  const connu = await enregistrerCoordonnees(registre, numero, { ...coordonnees, champs, auteur }, maintenant);
  if (!connu) throw Refus.de('DOSSIER_INCONNU');
  return { changes, remarques: champs.includes('identite.telephone') ? remarques : [] };
}

/** Fields that two people changed at once, to two values. */
const conflitsDe = (connus: Textes, donnees: Readonly<Textes>, vus: Readonly<Textes> | null): Erreur[] =>
  champsCoordonnees.flatMap(({ nom, libelle }) => {
    const [connu = '', vu, donnee] = [connus[nom], vus?.[nom], donnees[nom]];
    if (vu === undefined || donnee === undefined || vu === connu || donnee === connu) return [];
    const valeur = connu === '' ? 'il est vide' : `il vaut « ${connu} »`;
    return [
      erreur(
        `VALEUR_CHANGEE:${nom}`,
        `Le champ « ${libelle} » a changé depuis que vous l’avez vu : ${valeur} maintenant.`,
      ),
    ];
  });

/** A field of which two texts are known. */
export interface Ecart {
  nom: string;
  libelle: string;
  connu: string;
  voulu: string;
}

/** What is given and is not what is known; what is not given is no difference. */
export function ecartsDeCoordonnees(connues: Coordonnees, donnees: Coordonnees): Ecart[] {
  const [connus, voulus] = [enTextes(connues), enTextes(donnees)];
  return champsCoordonnees.flatMap(({ nom, libelle }) => {
    const [connu = '', voulu = ''] = [connus[nom], voulus[nom]];
    return voulu === '' || voulu === connu ? [] : [{ nom, libelle: libelle.toLocaleLowerCase('fr'), connu, voulu }];
  });
}

type CoordonneesLues = { ok: true; coordonnees: Coordonnees; remarques: Erreur[] } | { ok: false; erreurs: Erreur[] };

/** What is typed is judged; what was recorded before, and stays, is not held against who changes something else. */
export function lireCoordonnees(connus: Textes, saisie: Readonly<Textes>, residence: string): CoordonneesLues {
  const plat: Record<string, unknown> = {};
  for (const champ of champsCoordonnees) {
    const { valeur } = lireCellule(champ, saisie[champ.nom] ?? connus[champ.nom] ?? '', { relativesA: null });
    if (valeur !== undefined) plat[champ.nom] = valeur;
  }
  const lu = normaliser(assembler(plat), { residence });
  const change = ({ code }: Erreur) => {
    const nom = nomDeChemin(code);
    return saisie[nom] !== undefined && saisie[nom] !== connus[nom];
  };
  const mauvaises = lu.erreurs.filter(change);
  const { identite = {}, employeur } = lu.document;
  const personne = schemaIdentite.safeParse(identite, { reportInput: true });
  const entreprise = schemaEmployeur.optional().safeParse(employeur, { reportInput: true });
  if (personne.success && entreprise.success && mauvaises.length === 0) {
    const coordonnees = { identite: personne.data, employeur: entreprise.data ?? null };
    return { ok: true, coordonnees, remarques: lu.remarques };
  }
  const dits = cheminsDits(mauvaises);
  const formes = [
    ...erreursZod(personne.error?.issues ?? [], 'identite'),
    ...erreursZod(entreprise.error?.issues ?? [], 'employeur'),
  ].filter(({ code }) => !dits.has(cheminDe(code)));
  return { ok: false, erreurs: [...mauvaises, ...formes].map(enClair) };
}

/** The error of a field, under the name that people know. */
function enClair({ code, phrase }: Erreur): Erreur {
  const racine = code.slice(0, code.indexOf(':'));
  const nom = nomDeChemin(code);
  const champ = champsCoordonnees.find((c) => c.nom === nom);
  if (champ === undefined) return { code, phrase };
  if (racine === 'CHAMP_MANQUANT') return erreur(`${racine}:${nom}`, `${champ.libelle} : à remplir.`);
  return erreur(`${racine}:${nom}`, phrase.replace(`« ${cheminDe(code)} »`, `« ${champ.libelle} »`));
}

/** The column that holds what an error names. */
const nomDeChemin = (code: string): string =>
  cheminDe(code)
    .replace(/\.adresse\.(codePostal|ville)$/, '.$1')
    .replace(/\.adresse\..*$/, '.adresse');
