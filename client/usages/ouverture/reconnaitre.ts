import { ajouterJours, enChiffres } from '../../../domain/calendrier/dates';
import { memePersonne, sansDouteLaMeme } from '../../../domain/dossier/meme-personne';
import type { Numero } from '../../../domain/dossier/numero';
import { type PersonneConnue, personnesConnues, type Registre } from '../../../registre';
import { type Erreur, erreur } from '../../saisie/erreur';
import { type Ecart, ecartsDeCoordonnees } from '../changer-coordonnees';
import { type DemandeOuverture, empreinteOuverture } from './demande';

/** Someone who has a dossier, or whom an earlier row of the file asks to open one for; `ligne` is the row that spoke of her first. */
type Connue = Omit<PersonneConnue, 'numero' | 'agence'> & { numero: Numero | null; ou: string; ligne: number | null };

/** Whom openings may meet: found by their key and by their birth. */
export interface Connues {
  parCle: Map<string, Connue>;
  parNaissance: Map<string, Connue[]>;
}

/** Who is behind an opening. */
export interface Reconnaissance {
  /** Number of the dossier that this person has already for this proposal. */
  numero: Numero | null;
  /** The key is somebody else's, or was met in the same file. */
  refus: Erreur | null;
  avertissements: Erreur[];
  /** What the opening says of her that her dossier does not. */
  ecarts: Ecart[];
  /** Who she is, when she has a dossier. */
  connue: Connue | null;
}

/** Those of the register whom these openings may meet, in one read. */
export async function connuesDe(registre: Registre, demandes: readonly DemandeOuverture[]): Promise<Connues> {
  const connues: Connues = { parCle: new Map(), parNaissance: new Map() };
  if (demandes.length === 0) return connues;
  const naissances = new Set(demandes.flatMap(({ dossier: d }) => autourDe(d.dateNaissance)));
  const parmi = { empreintes: demandes.map(empreinteOuverture), naissances: [...naissances] };
  for (const p of await personnesConnues(registre, parmi))
    ajouter(connues, { ...p, ou: `dossier ${p.numero}`, ligne: null });
  return connues;
}

/** A row that is accepted: the next ones may be about the same person. */
export function retenir(connues: Connues, { connue }: Reconnaissance, demande: DemandeOuverture, ligne: number): void {
  if (connue !== null) {
    connue.ligne = ligne;
    return;
  }
  const { dateNaissance, dateRemise } = demande.dossier;
  const { identite, employeur } = demande.personnes;
  const ou = `ligne ${ligne} du fichier`;
  const empreinte = empreinteOuverture(demande);
  ajouter(connues, {
    numero: null,
    empreinte,
    identite,
    employeur,
    dateNaissance,
    dateRemise,
    parErreur: false,
    ou,
    ligne,
  });
}

function ajouter({ parCle, parNaissance }: Connues, connue: Connue): void {
  parCle.set(connue.empreinte, connue);
  parNaissance.set(connue.dateNaissance, [...(parNaissance.get(connue.dateNaissance) ?? []), connue]);
}

const autourDe = (jour: Connue['dateNaissance']) => [ajouterJours(jour, -1), jour, ajouterJours(jour, 1)];

/**
 * Compares the person behind a key, not the key alone: a spreadsheet rounds two references into one, a name is written in two ways.
 * Nothing is refused that the same person could explain.
 */
export function reconnaitre(connues: Connues, demande: DemandeOuverture): Reconnaissance {
  const moi = personneDe({ ...demande.dossier, identite: demande.personnes.identite });
  const sousMaCle = connues.parCle.get(empreinteOuverture(demande));
  if (sousMaCle?.parErreur) return refuser(cleDUneErreur(sousMaCle.ou, demande));
  if (sousMaCle !== undefined) {
    return memePersonne(moi, personneDe(sousMaCle))
      ? deja(sousMaCle, demande)
      : refuser(cleDAutrui(sousMaCle, demande));
  }
  const semblables = autourDe(moi.dateNaissance)
    .flatMap((jour) => connues.parNaissance.get(jour) ?? [])
    .filter((connue) => !connue.parErreur && sansDouteLaMeme(moi, personneDe(connue)));
  const memeRemise = semblables.find(
    (s) => s.dateRemise === demande.dossier.dateRemise && s.dateNaissance === moi.dateNaissance,
  );
  // Without a reference, who she is, when she was born and when she was proposed are the key, however it was once written.
  if (demande.reference === undefined && memeRemise !== undefined) return deja(memeRemise, demande);
  return {
    numero: null,
    refus: null,
    avertissements: semblables.map((s) => dejaConnue(s, demande)),
    ecarts: [],
    connue: null,
  };
}

const personneDe = ({ identite, dateNaissance }: Pick<Connue, 'identite' | 'dateNaissance'>) => ({
  prenom: identite.prenom,
  nom: identite.nom,
  dateNaissance,
});

const refuser = (refus: Erreur): Reconnaissance => ({
  numero: null,
  refus,
  avertissements: [],
  ecarts: [],
  connue: null,
});

function deja(connue: Connue, demande: DemandeOuverture): Reconnaissance {
  if (connue.ligne !== null) {
    return refuser(erreur('LIGNE_EN_DOUBLE', `Le même dossier est déjà à la ligne ${connue.ligne} du fichier.`));
  }
  const { dateNaissance } = demande.dossier;
  const ecarts = ecartsDeCoordonnees(connue, demande.personnes);
  const naissance = `date de naissance (${enChiffres(connue.dateNaissance)} au dossier, ${enChiffres(dateNaissance)} ici : « jalon rectifier »)`;
  const dits = [
    ...ecarts.map((e) => `${e.libelle} (${e.connu || 'rien'} au dossier, ${e.voulu} ici)`),
    ...(connue.dateNaissance === dateNaissance ? [] : [naissance]),
  ];
  const avertissements =
    dits.length === 0
      ? []
      : [erreur('COORDONNEES_DIFFERENTES', `Ce qui est donné n’est pas ce que dit le dossier : ${dits.join(', ')}.`)];
  return { numero: connue.numero, refus: null, avertissements, ecarts, connue };
}

/** Both are named, so that whoever reads knows which of the two references to look at. */
export const cleDAutrui = (connue: Pick<Connue, 'identite' | 'dateNaissance' | 'ou'>, demande: DemandeOuverture) =>
  erreur(
    `REFERENCE_AUTRE_PERSONNE:${demande.reference ?? ''}`,
    `La référence « ${demande.reference} » est déjà celle de ${nommer(connue)} (${connue.ou}), et elle est donnée ici à ${nommer({ ...demande.dossier, identite: demande.personnes.identite })} : un tableur a pu l’arrondir.`,
  );

/** The same row sent again must not open again what someone closed; the person it should have been for needs a key of her own. */
export const cleDUneErreur = (ou: string, { reference }: DemandeOuverture): Erreur =>
  erreur(
    'DOSSIER_OUVERT_PAR_ERREUR',
    `Cette ouverture est celle du ${ou}, fermé depuis comme ouvert par erreur. S’il ne l’était pas, annulez sa fermeture ; pour en ouvrir un autre, donnez ${reference === undefined ? 'une référence' : 'une autre référence'}.`,
  );

const dejaConnue = (connue: Connue, { reference, dossier }: DemandeOuverture): Erreur => {
  const ici = reference === undefined ? `remise du ${enChiffres(dossier.dateRemise)}` : `référence « ${reference} »`;
  return erreur(
    'PERSONNE_DEJA_CONNUE',
    `${nommer(connue)} est déjà connue (${connue.ou}, remise du ${enChiffres(connue.dateRemise)}) : est-ce elle, sous une autre clé (${ici}) ?`,
  );
};

const nommer = ({ identite: { prenom, nom }, dateNaissance }: Pick<Connue, 'identite' | 'dateNaissance'>) =>
  `${prenom} ${nom} (naissance : ${enChiffres(dateNaissance)})`;
