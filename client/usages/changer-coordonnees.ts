import type { Numero } from '../../domain/dossier/numero';
import { type Personnes, schemaEmployeur, schemaIdentite } from '../../domain/dossier/personnes';
import { type Coordonnees, enregistrerCoordonnees, lirePersonnes, type Registre } from '../../registre';
import { assembler } from '../saisie/assembler';
import { lireCellule } from '../saisie/cellule';
import { type Colonne, colonnes } from '../saisie/colonnes';
import { type Erreur, erreur, erreursZod } from '../saisie/erreur';
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
 * @returns the fields that changed
 * @throws Refus with every field that does not fit; nothing is then changed
 */
export async function changerCoordonnees(
  registre: Registre,
  numero: Numero,
  saisie: Readonly<Textes>,
  auteur: string,
  maintenant: Date,
): Promise<Colonne[]> {
  const personnes = await lirePersonnes(registre, numero);
  if (personnes === null) throw Refus.de('DOSSIER_INCONNU');
  const connus = enTextes(personnes);
  const { coordonnees, erreurs } = lireCoordonnees({ ...connus, ...saisie });
  if (coordonnees === null) throw new Refus(erreurs);
  const voulus = enTextes(coordonnees);
  const changes = champsCoordonnees.filter(({ nom }) => voulus[nom] !== connus[nom]);
  if (changes.length === 0) return [];
  const champs = changes.map(({ nom }) => nom);
  const connu = await enregistrerCoordonnees(registre, numero, { ...coordonnees, champs, auteur }, maintenant);
  if (!connu) throw Refus.de('DOSSIER_INCONNU');
  return changes;
}

function lireCoordonnees(textes: Textes): { coordonnees: Coordonnees | null; erreurs: Erreur[] } {
  const plat: Record<string, unknown> = {};
  for (const champ of champsCoordonnees) {
    const { valeur } = lireCellule(champ, textes[champ.nom] ?? '', { relativesA: null });
    if (valeur !== undefined) plat[champ.nom] = valeur;
  }
  const { identite = {}, employeur } = assembler(plat);
  const lue = schemaIdentite.safeParse(identite, { reportInput: true });
  const lu = schemaEmployeur.optional().safeParse(employeur, { reportInput: true });
  if (lue.success && lu.success) {
    return { coordonnees: { identite: lue.data, employeur: lu.data ?? null }, erreurs: [] };
  }
  const erreurs = [
    ...erreursZod(lue.error?.issues ?? [], 'identite'),
    ...erreursZod(lu.error?.issues ?? [], 'employeur'),
  ];
  return { coordonnees: null, erreurs: erreurs.map(enClair) };
}

/** The error of a field, under the name that people know. */
function enClair({ code, phrase }: Erreur): Erreur {
  const [racine, chemin = ''] = code.split(':');
  const nom = chemin.replace(/\.adresse\.(codePostal|ville)$/, '.$1').replace(/\.adresse\..*$/, '.adresse');
  const champ = champsCoordonnees.find((c) => c.nom === nom);
  if (champ === undefined) return { code, phrase };
  if (racine === 'CHAMP_MANQUANT') return erreur(`${racine}:${nom}`, `${champ.libelle} : à remplir.`);
  return erreur(`${racine}:${nom}`, phrase.replace(`« ${chemin} »`, `« ${champ.libelle} »`));
}
