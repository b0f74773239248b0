import { type CourrierFaux, type DonneesCourrier, entretienPrevu, peutAnnoncerUnEntretien } from '../../courriers';
import { dateLocale, fuseau } from '../../domain/calendrier/fuseaux';
import { type CodeCourrier, entreeCatalogue } from '../../domain/catalogue/catalogue';
import { cleCourrier, lireBaseRectification, lireBaseRendezVous } from '../../domain/catalogue/cle-courrier';
import type { Surcharge } from '../../domain/dossier/parametres';
import type { Personnes } from '../../domain/dossier/personnes';
import { resoudreParcours } from '../../domain/droit/parcours-inscrit';
import { choisirReglement } from '../../domain/droit/reglements';
import { type EntretienLegal, entretiensLegaux } from '../../domain/faits/entretiens';
import { faitsComptes, faitsRetenus } from '../../domain/faits/faits-retenus';
import type { CourrierDu } from '../../domain/parcours/parcours';
import type { Situation } from '../../domain/parcours/situation';
import {
  courriersDuDossier,
  type DossierInscrit,
  lireContenu,
  lireCourrier,
  lireRendezVous,
  type Registre,
  type RendezVousInscrit,
  rendezVousPrevus,
} from '../../registre';

export interface QuestionDonnees {
  courrier: CourrierDu;
  inscrit: DossierInscrit;
  personnes: Personnes;
  /** The agency's own parameters, laid over the règlement (R3). */
  surcharge: Surcharge;
  maintenant: Date;
}

/** Letters that ask for an interview beside what they tell. */
const DEMANDENT_UN_ENTRETIEN: readonly string[] = [
  'C04_ADHESION',
  'DECISION_INSPECTION',
  'PROLONGATION',
  'SUSPENSION',
  'RETOUR',
  'REINTEGRATION',
] satisfies readonly CodeCourrier[];

/** The interviews that the journal holds, for a letter that would ask for them. */
function tenusPour(code: string, { echeances }: Pick<Situation, 'echeances'>): Pick<DonneesCourrier, 'tenus'> {
  if (!DEMANDENT_UN_ENTRETIEN.includes(code)) return {};
  const tenus = (Object.keys(entretiensLegaux) as EntretienLegal[]).filter((nom) =>
    echeances.some(({ cle, faiteLe }) => cle === nom && faiteLe !== null),
  );
  return tenus.length > 0 ? { tenus } : {};
}

/** What a letter is made of, with the appointment it invites to. */
export interface DonneesReunies {
  donnees: DonneesCourrier;
  rendezVous: RendezVousInscrit | null;
}

/**
 * Gathers what a letter says from the register, as it is today; null when what it speaks of is gone: the fact was cancelled, the
 * appointment erased, or the false letter never left.
 */
export async function reunirDonnees(registre: Registre, question: QuestionDonnees): Promise<DonneesReunies | null> {
  const { courrier, inscrit, personnes, surcharge, maintenant } = question;
  const { situation } = inscrit;
  if (!situation) return null;
  const resolu = resoudreParcours(inscrit.dossier, inscrit.journal);
  const { dossier } = resolu;
  const reglement = choisirReglement(dossier);
  const zone = fuseau(dossier.residence);
  const { code, destinataire, cle, base, changement } = courrier;
  const faits =
    code === 'SORTIE_DECIDEE' ? faitsRetenus(faitsComptes(inscrit.journal, situation.faits), situation.resultat) : null;
  const donnees: DonneesCourrier = {
    code: code as CodeCourrier,
    destinataire,
    cle,
    numero: inscrit.numero,
    base,
    jour: dateLocale(maintenant, zone),
    personnes,
    dossier,
    resultat: situation.resultat,
    ...(changement ? { changement } : {}),
    ...(faits === null ? {} : { faits }),
    ...tenusPour(code, situation),
    ...(situation.doutes?.length ? { doutes: situation.doutes } : {}),
    ...(reglement ? { parametres: { ...reglement.parametres, ...surcharge, ...resolu.surcharge } } : {}),
  };
  if (entreeCatalogue(code).origine === 'RENDEZ_VOUS') {
    const id = lireBaseRendezVous(code, base)?.id;
    const rendezVous = id === undefined ? null : await lireRendezVous(registre, id);
    if (rendezVous === null || rendezVous.numero !== inscrit.numero) return null;
    // What was said there is not for the mail.
    const annonces = await lireFauxDe(registre, courrier, zone);
    const dits = await lireRendezVousDits(registre, courrier, rendezVous, zone);
    return {
      donnees: { ...donnees, ...annonces, ...dits, rendezVous: { ...rendezVous, compteRendu: null } },
      rendezVous,
    };
  }
  if (code === 'REJET') {
    const fait = resolu.faits.find(({ id }) => id === base);
    const situe = situation.faits.find(({ id }) => id === base);
    if (!fait || !situe?.code || !situe.phrase) return null;
    const declaration = { evenement: fait.evenement, code: situe.code, phrase: situe.phrase };
    return { donnees: { ...donnees, declaration }, rendezVous: null };
  }
  if (code === 'RECTIFICATION') {
    const vise = lireBaseRectification(base);
    const rectifie = vise && (await lireFaux(registre, cleCourrier(inscrit.numero, { ...vise, destinataire }), zone));
    return rectifie
      ? { donnees: { ...donnees, rectifie, ...(await lireFauxDe(registre, courrier, zone)) }, rendezVous: null }
      : null;
  }
  const prevus = peutAnnoncerUnEntretien(donnees.code) ? await rendezVousPrevus(registre, inscrit.numero) : [];
  const prevu = entretienPrevu(donnees.code, prevus, maintenant.toISOString());
  return {
    donnees: {
      ...donnees,
      ...(await lireFauxDe(registre, courrier, zone)),
      ...(prevu ? { rendezVous: { ...prevu, compteRendu: null } } : {}),
    },
    rendezVous: null,
  };
}

/** The letters that one takes the place of, those of which nothing is kept left out. */
async function lireFauxDe(
  registre: Registre,
  { remplace = [] }: CourrierDu,
  zone: string,
): Promise<Pick<DonneesCourrier, 'remplace'>> {
  const lus = await Promise.all(remplace.map((cle) => lireFaux(registre, cle, zone)));
  const faux = lus.filter((lu) => lu !== null);
  return faux.length > 0 ? { remplace: faux } : {};
}

/** Letters on an appointment that say when it takes place, or that it does not: what others said of it is named there. */
const DISENT_LE_RENDEZ_VOUS: readonly string[] = [
  'RDV_CONVOCATION',
  'ATELIER_INSCRIPTION',
  'RDV_DEPLACE',
  'RDV_ANNULE',
] satisfies readonly CodeCourrier[];

/**
 * The letters of the journey that gave an appointment as it was, before it was moved or cancelled; those that left before its last letter, at the
 * sequence that it knew, were named by that one.
 */
async function lireRendezVousDits(
  registre: Registre,
  { cle, code }: CourrierDu,
  { id, numero, sequence }: RendezVousInscrit,
  zone: string,
): Promise<Pick<DonneesCourrier, 'rendezVousDits'>> {
  if (sequence === 0 || !DISENT_LE_RENDEZ_VOUS.includes(code)) return {};
  const partis = (await courriersDuDossier(registre, numero)).filter((lettre) => lettre.partiLe && lettre.cle !== cle);
  const sequences = partis.flatMap((lettre) => {
    const base = DISENT_LE_RENDEZ_VOUS.includes(lettre.code) ? lireBaseRendezVous(lettre.code, lettre.base) : null;
    return base?.id === id ? [base.sequence] : [];
  });
  const nommee = Math.max(0, ...sequences);
  const lus = await Promise.all(
    partis
      .filter((lettre) => peutAnnoncerUnEntretien(lettre.code))
      .map((lettre) => lireFaux(registre, lettre.cle, zone)),
  );
  const dits = lus.filter((lu): lu is CourrierFaux => {
    const dit = lu?.donnees.rendezVous;
    return dit?.id === id && dit.sequence < sequence && dit.sequence >= nommee;
  });
  return dits.length > 0 ? { rendezVousDits: dits } : {};
}

/** A letter that became false, by the data of what left last. */
async function lireFaux(registre: Registre, cle: string, zone: string): Promise<CourrierFaux | null> {
  const faux = await lireCourrier(registre, cle);
  const parti = faux?.envois.findLast((envoi) => envoi.statut === 'PARTI');
  const contenu = parti && (await lireContenu(registre, parti.donneesSha256));
  if (!contenu || !faux?.partiLe) return null;
  // What it corrected itself is in its own copy.
  const {
    remplace: _,
    rendezVousDits: __,
    ...donnees
  } = JSON.parse(contenu.octets.toString('utf8')) as DonneesCourrier;
  return {
    donnees,
    partiLe: dateLocale(faux.partiLe, zone),
  };
}
