import { champsDossier, type Dossier } from '../dossier/dossier';
import { MOTIF_MAX } from '../dossier/limite';
import type { Surcharge } from '../dossier/parametres';
import { calculer } from '../droit/calculer';
import { lireJeu } from '../droit/jeu-parametres';
import { reglementRectifie, resoudreParcours } from '../droit/parcours-inscrit';
import { choisirReglement } from '../droit/reglements';
import { phrase } from '../faits/erreurs';
import { phraseForme, verifierForme } from '../faits/evenements';
import { type EnTete, type EntreeJournal, evenementDe } from '../faits/journal';
import { phraseSurChamps } from '../faits/phrase-sur-champs';
import { type JournalResolu, resoudreJournal } from '../faits/resoudre-journal';
import { lireMessage } from './lire-message';
import type { MessageRecu } from './parcours';
import { exigeSecondePersonne } from './seconde-personne';

export type Verdict = { entree: EntreeJournal } | { refus: string; phrase: string };

const refuser = (refus: string, detail?: string): Verdict => ({ refus, phrase: detail ?? phrase(refus) });

/** The half that a cut leaves of a character that takes two units: the register could not keep it. */
const MOITIE = /\p{Cs}$/u;

/** Of a message that was read, and trimmed, at the door. */
const texte = (valeur: unknown, longueur: number): string | undefined =>
  typeof valeur === 'string' && valeur !== '' ? valeur.slice(0, longueur).replace(MOITIE, '') : undefined;

/** Fields of the envelope; the others belong to the event of a shortcut. */
const ENVELOPPE = ['id', 'auteur', 'motif', 'versionVue'];

function evenementDuRaccourci(type: string, contenu: Record<string, unknown>): Record<string, unknown> {
  const champs = Object.entries(contenu).filter(([nom]) => !ENVELOPPE.includes(nom));
  return { type, ...Object.fromEntries(champs) };
}

/**
 * Turns a message into an entry of the journal, or refuses it for its form (it is then kept nowhere). What a rule says of the
 * fact is not asked here: an entry that a rule rejects is recorded all the same, as `ecarte`.
 * @param journal entries before this message
 */
export function juger(
  message: MessageRecu,
  dossier: Dossier,
  journal: readonly EntreeJournal[],
  surcharge?: Surcharge,
): Verdict {
  const { id, acte, recuLe } = message;
  const lu = lireMessage(message);
  if (!lu.ok) return refuser(lu.code, lu.phrase);
  const { contenu } = lu;
  const motif = texte(contenu.motif, MOTIF_MAX);
  const base: EnTete = {
    id,
    auteur: texte(contenu.auteur, 100) ?? 'operateur',
    enregistreLe: recuLe,
    ...(motif === undefined ? {} : { motif }),
    ...(Number.isInteger(contenu.versionVue) ? { versionVue: contenu.versionVue as number } : {}),
  };
  const actuel = resoudreParcours(dossier, journal);
  const { vivants, fermeture } = actuel;

  if (fermeture !== null && !(acte === 'annuler' && texte(contenu.annule, 100) === fermeture.id))
    return refuser('DOSSIER_OUVERT_PAR_ERREUR');
  if (acte === 'annuler') {
    const cible = texte(contenu.annule, 100);
    const visee = cible === undefined ? undefined : vivants.get(cible);
    if (visee === undefined) return refuser('FAIT_INCONNU');
    if (visee.id !== cible) return refuser('FAIT_REMPLACE');
    if (visee.acte === 'confirmer') return refuser('CONFIRMATION_DEFINITIVE');
    const entree: EntreeJournal = { ...base, acte, annule: cible };
    return evenementDe(visee) ? { entree } : siOuvrable(entree, dossier, journal, surcharge);
  }
  if (acte === 'confirmer') return confirmer(base, contenu.confirme, actuel, journal);
  if (acte === 'confirmerSilence') return { entree: { ...base, acte } };
  if (acte === 'fermerParErreur')
    return motif === undefined ? refuser('CHAMP_MANQUANT:motif') : { entree: { ...base, acte, motif } };
  if (acte === 'rectifierDossier') {
    const entree = rectifier(base, contenu.champs, resoudreJournal(dossier, journal).dossier);
    return 'refus' in entree ? entree : siOuvrable(entree.entree, dossier, journal, surcharge);
  }
  if (acte === 'adopterReglement') {
    const entree = adopter(base, contenu.reglement, actuel);
    return 'refus' in entree ? entree : siOuvrable(entree.entree, dossier, journal, surcharge);
  }

  const remplace = acte === 'corriger' ? texte(contenu.remplace, 100) : undefined;
  if (acte === 'corriger' && (remplace === undefined || !evenementDe(vivants.get(remplace))))
    return refuser('FAIT_INCONNU');
  const evenement =
    acte === 'arretMaladie'
      ? evenementDuRaccourci('ARRET_MALADIE', contenu)
      : acte === 'repriseEmploi'
        ? { contratId: id, ...evenementDuRaccourci('REPRISE_EMPLOI', contenu) }
        : contenu.evenement;
  const forme = verifierForme(evenement);
  if (!forme.ok) return refuser(forme.code, phraseForme(forme, evenement));
  const fait = { ...base, evenement: forme.evenement };
  return { entree: remplace === undefined ? { ...fait, acte: 'consigner' } : { ...fait, acte: 'corriger', remplace } };
}

/** A second person confirms what no one person may decide. @see R27 */
function confirmer(base: EnTete, brut: unknown, { faits }: JournalResolu, journal: readonly EntreeJournal[]): Verdict {
  const cible = texte(brut, 100);
  const fait = faits.find(({ id }) => id === cible);
  const entree = journal.find(({ id }) => id === cible);
  if (fait === undefined || entree === undefined) return refuser('FAIT_INCONNU');
  const confirme = journal.some((e) => e.acte === 'confirmer' && e.confirme === fait.id);
  if (confirme || !exigeSecondePersonne(fait)) return refuser('CONFIRMATION_INUTILE');
  if (entree.auteur === base.auteur) return refuser('CONFIRMATION_MEME_PERSONNE');
  return { entree: { ...base, acte: 'confirmer', confirme: fait.id } };
}

const nomsChamps = new Set<string>(champsDossier.map((champ) => champ.nom));

function rectifier(base: EnTete, champs: unknown, avant: Dossier): Verdict {
  if (typeof champs !== 'object' || champs === null || Object.keys(champs).length === 0)
    return refuser('RECTIFICATION_VIDE');
  const inconnu = Object.keys(champs).find((nom) => !nomsChamps.has(nom));
  if (inconnu !== undefined) return refuser(`CHAMP_INVALIDE:${inconnu}`);
  const rectification = champs as Partial<Dossier>;
  const reglement = reglementRectifie(avant, rectification);
  if (reglement === null) return refuser('AUCUN_REGLEMENT');
  const entiere = reglement ? { ...rectification, reglement } : rectification;
  return { entree: { ...base, acte: 'rectifierDossier', rectification: entiere } };
}

/** @param brut `{surcharge, source, nom?}`: other parameters, the text they come from, the règlement they are meant for */
function adopter(base: EnTete, brut: unknown, { dossier }: JournalResolu): Verdict {
  if (typeof brut !== 'object' || brut === null) return refuser('MESSAGE_ILLISIBLE');
  const { surcharge, source = null, nom = null } = brut as Record<string, unknown>;
  const lu = lireJeu({ parametres: surcharge, source, reglement: nom });
  if (!lu.ok) return refuser(lu.erreurs[0]!, lu.erreurs.map(phrase).join(' '));
  const { jeu } = lu;
  if (jeu.source === null) return refuser('CHAMP_MANQUANT:source');
  if (jeu.reglement !== null && choisirReglement({ ...dossier })?.nom !== jeu.reglement)
    return refuser('REGLEMENT_DIFFERENT');
  return {
    entree: { ...base, acte: 'adopterReglement', reglement: { surcharge: jeu.parametres, source: jeu.source } },
  };
}

/** An act on the dossier or on its règlement counts only if the journey could still be opened with it. */
function siOuvrable(
  entree: EntreeJournal,
  ouverture: Dossier,
  journal: readonly EntreeJournal[],
  agence?: Surcharge,
): Verdict {
  const { dossier, surcharge } = resoudreParcours(ouverture, [...journal, entree]);
  const resultat = calculer({ dossier, evenements: [], surcharge: { ...agence, ...surcharge } });
  if (resultat.valide) return { entree };
  return refuser(resultat.erreurs[0]!, resultat.erreurs.map((code) => phraseSurChamps(code, champsDossier)).join(' '));
}
