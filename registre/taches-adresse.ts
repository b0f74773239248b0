import { createHash } from 'node:crypto';
import type { DateCivile } from '../domain/calendrier/dates';
import { adressage } from '../domain/catalogue/canaux';
import type { Tort } from '../domain/catalogue/tort';
import type { Numero } from '../domain/dossier/numero';
import { type Canal, canaux, type Personnes } from '../domain/dossier/personnes';
import type { Destinataire } from '../domain/dossier/resultat';
import type { Registre, Transaction } from './ouvrir';
import { cloreTaches, deposerTache } from './taches';

interface Dite {
  demander: string;
  /** The pronoun that stands for it, and the one that tells it from another. */
  elle: string;
  celle: string;
}
const ADRESSES: Record<Canal, Dite> = {
  EMAIL: { demander: 'l’adresse e-mail', elle: 'elle', celle: 'celle' },
  SMS: { demander: 'un numéro de mobile', elle: 'il', celle: 'celui' },
  COURRIER: { demander: 'l’adresse postale', elle: 'elle', celle: 'celle' },
};
const de = (destinataire: Destinataire): string => (destinataire === 'EMPLOYEUR' ? 'de l’employeur' : 'de la personne');

/** The letter by which a defect was seen. */
export interface LettreConcernee {
  numero: Numero;
  destinataire: Destinataire;
  datePrevue: DateCivile;
}

const cleManquante = (numero: Numero, destinataire: Destinataire, canal: Canal): string =>
  `${numero}/ADRESSE_MANQUANTE/${destinataire === 'EMPLOYEUR' ? 'EMPLOYEUR/' : ''}${canal}`;

/** Key of the task of someone whom neither e-mail nor SMS can reach. */
export const cleInjoignable = (numero: Numero): string => `${numero}/ADRESSE_MANQUANTE/EMAIL+SMS`;

function cleRejetee(numero: Numero, canal: Canal, adresse: string): string {
  const empreinte = createHash('sha256').update(adresse.toLowerCase()).digest('hex').slice(0, 8);
  return `${numero}/ADRESSE_REJETEE/${canal}/${empreinte}`;
}

/** One task per dossier and channel that lacks an address, however many letters go another way. */
export async function direAdresseManquante(
  registre: Registre,
  { numero, destinataire, datePrevue }: LettreConcernee,
  canal: Canal,
  maintenant: Date,
): Promise<void> {
  const { demander, elle } = ADRESSES[canal];
  const cle = cleManquante(numero, destinataire, canal);
  const libelle = `Demander ${demander} ${de(destinataire)} : ${elle} manque, ses courriers prennent un autre chemin.`;
  const tache = { cle, numero, type: 'ADRESSE_MANQUANTE', libelle, echeance: datePrevue };
  await deposerTache(registre, tache, maintenant);
}

/**
 * One task per dossier and address that was refused for good: the next one may be refused as well. None when the fault is the
 * letter's or ours: nobody has to be asked for anything.
 */
export async function direAdresseRejetee(
  registre: Registre,
  { numero, destinataire, datePrevue }: LettreConcernee,
  { canal, adresse, tort }: { canal: Canal; adresse: string; tort: Tort | null },
  maintenant: Date,
): Promise<void> {
  if (tort === 'NOUS' || tort === 'LETTRE') return;
  const { demander, celle } = ADRESSES[canal];
  const cle = cleRejetee(numero, canal, adresse);
  const pourquoi = tort === 'BOITE' ? 'ne prend plus de message, sa boîte étant pleine ou fermée' : 'ne marche plus';
  const libelle = `Demander ${demander} ${de(destinataire)} : ${celle} du dossier ${pourquoi}.`;
  const tache = { cle, numero, type: 'ADRESSE_REJETEE', libelle, echeance: datePrevue };
  await deposerTache(registre, tache, maintenant);
}

/** Closes what asked for an address of a dossier, once another one is there. */
export async function classerAdresses(
  tx: Transaction,
  numero: Numero,
  avant: Personnes,
  apres: Personnes,
  maintenant: Date,
): Promise<void> {
  const cles = (['BENEFICIAIRE', 'EMPLOYEUR'] as const).flatMap((destinataire) => {
    const [anciennes, nouvelles] = [adressage(destinataire, avant).adresses, adressage(destinataire, apres).adresses];
    return canaux.flatMap((canal) => {
      const [ancienne, nouvelle] = [anciennes[canal], nouvelles[canal]];
      if (nouvelle === undefined || nouvelle === ancienne) return [];
      return [
        cleManquante(numero, destinataire, canal),
        ...(ancienne === undefined ? [] : [cleRejetee(numero, canal, ancienne)]),
        ...(destinataire === 'BENEFICIAIRE' && canal !== 'COURRIER' ? [cleInjoignable(numero)] : []),
      ];
    });
  });
  await cloreTaches({ db: tx }, cles, maintenant);
}
