import { calculer, type Surcharge } from './calculer';
import { champsDossier, type Dossier } from './dossier';
import { phrase } from './erreurs';
import { verifierForme } from './evenements';
import type { EntreeJournal } from './journal';
import type { MessageRecu } from './parcours';
import { resoudreJournal } from './resoudre-journal';

export type Examen = { entree: EntreeJournal } | { refus: string; phrase: string };

const refuser = (refus: string, detail?: string): Examen => ({ refus, phrase: detail ?? phrase(refus) });

const texte = (valeur: unknown, longueur: number): string | undefined =>
  typeof valeur === 'string' && valeur.trim() !== '' ? valeur.trim().slice(0, longueur) : undefined;

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
export function examiner(
  message: MessageRecu,
  dossier: Dossier,
  journal: readonly EntreeJournal[],
  surcharge?: Surcharge,
): Examen {
  const { id, acte, recuLe } = message;
  if (typeof message.contenu !== 'object' || message.contenu === null) return refuser('MESSAGE_ILLISIBLE');
  const contenu = message.contenu as Record<string, unknown>;
  const motif = texte(contenu.motif, 500);
  const base: EntreeJournal = {
    id,
    auteur: texte(contenu.auteur, 100) ?? 'operateur',
    enregistreLe: recuLe,
    ...(motif === undefined ? {} : { motif }),
    ...(Number.isInteger(contenu.versionVue) ? { versionVue: contenu.versionVue as number } : {}),
  };
  const { vivants, dossier: actuel } = resoudreJournal(dossier, journal);

  if (acte === 'annuler') {
    const cible = texte(contenu.annule, 100);
    return cible !== undefined && vivants.has(cible) ? { entree: { ...base, annule: cible } } : refuser('FAIT_INCONNU');
  }
  if (acte === 'rectifierDossier') return rectifier(base, contenu.champs, actuel, surcharge);

  const remplace = acte === 'corriger' ? texte(contenu.remplace, 100) : undefined;
  if (acte === 'corriger' && (remplace === undefined || !vivants.get(remplace)?.evenement))
    return refuser('FAIT_INCONNU');
  const evenement =
    acte === 'arretMaladie'
      ? evenementDuRaccourci('ARRET_MALADIE', contenu)
      : acte === 'repriseEmploi'
        ? { contratId: id, ...evenementDuRaccourci('REPRISE_EMPLOI', contenu) }
        : contenu.evenement;
  const forme = verifierForme(evenement);
  if (!forme.ok) return refuser(forme.code);
  return { entree: { ...base, evenement: forme.evenement, ...(remplace === undefined ? {} : { remplace }) } };
}

const nomsChamps = new Set<string>(champsDossier.map((champ) => champ.nom));

function rectifier(base: EntreeJournal, champs: unknown, actuel: Dossier, surcharge?: Surcharge): Examen {
  if (typeof champs !== 'object' || champs === null || Object.keys(champs).length === 0)
    return refuser('RECTIFICATION_VIDE');
  const inconnu = Object.keys(champs).find((nom) => !nomsChamps.has(nom));
  if (inconnu !== undefined) return refuser(`CHAMP_INVALIDE:${inconnu}`);
  const resultat = calculer({ dossier: { ...actuel, ...champs }, evenements: [], surcharge });
  if (!resultat.valide) return refuser(resultat.erreurs[0]!, resultat.erreurs.map(phrase).join(' '));
  return { entree: { ...base, rectification: champs as Partial<Dossier> } };
}
